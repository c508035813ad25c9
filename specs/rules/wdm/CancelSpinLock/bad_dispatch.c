/* SPDX-License-Identifier: Apache-2.0 */
#include <ntddk.h>

DRIVER_DISPATCH DispatchRead;

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KIRQL OldIrql;

    IoAcquireCancelSpinLock(&OldIrql);
    if (Irp->Cancel) {
        return STATUS_CANCELLED; // violates CancelSpinLock
    }
    IoMarkIrpPending(Irp);
    IoReleaseCancelSpinLock(OldIrql);
    return STATUS_PENDING;
}
