/* SPDX-License-Identifier: Apache-2.0 */
/* A cancel routine holds the lock already. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchRead;
DRIVER_CANCEL CancelRead;

VOID CancelRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KIRQL OldIrql;

    IoAcquireCancelSpinLock(&OldIrql); // violates CancelSpinLock
    Irp->IoStatus.Status = STATUS_CANCELLED;
    IoReleaseCancelSpinLock(OldIrql);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
}

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    IoMarkIrpPending(Irp);
    IoSetCancelRoutine(Irp, CancelRead);
    return STATUS_PENDING;
}
