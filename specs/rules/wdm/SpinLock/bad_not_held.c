/* SPDX-License-Identifier: Apache-2.0 */
/* The attempt may fail, and then there is nothing to release. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchControl;

static KSPIN_LOCK Lock;
static ULONG Missed;

NTSTATUS DispatchControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KIRQL OldIrql;

    KeRaiseIrql(DISPATCH_LEVEL, &OldIrql);
    if (!KeTryToAcquireSpinLockAtDpcLevel(&Lock)) {
        Missed++;
    }
    KeReleaseSpinLockFromDpcLevel(&Lock); // violates SpinLock
    KeLowerIrql(OldIrql);
    return STATUS_SUCCESS;
}
