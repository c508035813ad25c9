/* SPDX-License-Identifier: Apache-2.0 */
/* Released on a way on which it was not acquired. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchCleanup;

static PIRP Waiting;

NTSTATUS DispatchCleanup(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KIRQL OldIrql = PASSIVE_LEVEL;

    if (Waiting != NULL) {
        IoAcquireCancelSpinLock(&OldIrql);
        IoSetCancelRoutine(Waiting, NULL);
    }
    IoReleaseCancelSpinLock(OldIrql); // violates CancelSpinLock
    return STATUS_SUCCESS;
}
