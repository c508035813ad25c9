/* SPDX-License-Identifier: Apache-2.0 */
/* Requests from applications. */
#include "driver.h"

NTSTATUS PulseCompleteRequest(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

NTSTATUS PulseCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return PulseCompleteRequest(Irp, STATUS_SUCCESS, 0);
}

NTSTATUS PulseWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION Extension = (PDEVICE_EXTENSION)DeviceObject->DeviceExtension;
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG Length = Stack->Parameters.Write.Length;
    NTSTATUS Status;

    if (Length == 0 || Length > PULSE_LONGEST_MESSAGE) {
        return PulseCompleteRequest(Irp, STATUS_INVALID_PARAMETER, 0);
    }
    Status = PulseSubmit(Extension, (PUCHAR)Irp->AssociatedIrp.SystemBuffer, Length);
    PulseCount(Extension, (BOOLEAN)NT_SUCCESS(Status));
    return PulseCompleteRequest(Irp, Status, NT_SUCCESS(Status) ? Length : 0);
}

static NTSTATUS SetMode(PDEVICE_EXTENSION Extension, PIRP Irp, ULONG Length)
{
    KLOCK_QUEUE_HANDLE LockHandle;
    ULONG Mode;

    if (Length < sizeof(ULONG)) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    Mode = *(PULONG)Irp->AssociatedIrp.SystemBuffer;
    if (Mode & ~PULSE_MODE_URGENT) {
        return STATUS_INVALID_PARAMETER;
    }
    KeAcquireInStackQueuedSpinLock(&Extension->QueueLock, &LockHandle);
    Extension->Mode = Mode;
    KeReleaseInStackQueuedSpinLock(&LockHandle);
    return STATUS_SUCCESS;
}

NTSTATUS PulseDeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION Extension = (PDEVICE_EXTENSION)DeviceObject->DeviceExtension;
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG_PTR Information = 0;
    NTSTATUS Status;

    switch (Stack->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_PULSE_SET_MODE:
        Status = SetMode(Extension, Irp, Stack->Parameters.DeviceIoControl.InputBufferLength);
        break;
    case IOCTL_PULSE_GET_STATISTICS:
        if (Stack->Parameters.DeviceIoControl.OutputBufferLength < sizeof(PULSE_STATISTICS)) {
            Status = STATUS_BUFFER_TOO_SMALL;
            break;
        }
        PulseReadStatistics(Extension, (PPULSE_STATISTICS)Irp->AssociatedIrp.SystemBuffer);
        Information = sizeof(PULSE_STATISTICS);
        Status = STATUS_SUCCESS;
        break;
    case IOCTL_PULSE_FLUSH:
        PulseRequestFlush(Extension);
        Status = STATUS_SUCCESS;
        break;
    default:
        Status = STATUS_INVALID_DEVICE_REQUEST;
        break;
    }
    return PulseCompleteRequest(Irp, Status, Information);
}
