/* SPDX-License-Identifier: Apache-2.0 */
/* Acquired and released under the same condition, and by an attempt that tells whether it succeeded. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchWrite;

static KSPIN_LOCK Lock;
static KSPIN_LOCK Other;

NTSTATUS DispatchWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    ULONG Length = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL OldIrql;

    if (Length > 512) {
        KeAcquireSpinLock(&Lock, &OldIrql);
        if (KeTryToAcquireSpinLockAtDpcLevel(&Other)) {
            KeReleaseSpinLockFromDpcLevel(&Other);
        }
    }
    if (Length > 512) {
        KeReleaseSpinLock(&Lock, OldIrql);
    }
    return STATUS_SUCCESS;
}
