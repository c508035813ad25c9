/* SPDX-License-Identifier: Apache-2.0 */
/* The completion routine forgets the lock where the request failed. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchRead;
IO_COMPLETION_ROUTINE ReadComplete;

static KSPIN_LOCK Lock;
static PDEVICE_OBJECT LowerDevice;

NTSTATUS ReadComplete(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Lock, &OldIrql);
    if (!NT_SUCCESS(Irp->IoStatus.Status)) {
        return STATUS_SUCCESS; // violates SpinLock
    }
    KeReleaseSpinLock(&Lock, OldIrql);
    return STATUS_SUCCESS;
}

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    IoCopyCurrentIrpStackLocationToNext(Irp);
    IoSetCompletionRoutine(Irp, ReadComplete, NULL, TRUE, TRUE, TRUE);
    return IoCallDriver(LowerDevice, Irp);
}
