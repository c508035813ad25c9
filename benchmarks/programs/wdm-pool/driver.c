/* SPDX-License-Identifier: Apache-2.0 */
/* Loading, plug and play, power. */
#include "driver.h"

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);

    DriverObject->MajorFunction[IRP_MJ_CREATE] = PulseCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = PulseCreateClose;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = PulseWrite;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = PulseDeviceControl;
    DriverObject->MajorFunction[IRP_MJ_PNP] = PulsePnp;
    DriverObject->MajorFunction[IRP_MJ_POWER] = PulsePower;
    DriverObject->DriverExtension->AddDevice = PulseAddDevice;
    DriverObject->DriverUnload = PulseUnload;
    return STATUS_SUCCESS;
}

VOID PulseUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    PAGED_CODE();
}

NTSTATUS PulseAddDevice(PDRIVER_OBJECT DriverObject, PDEVICE_OBJECT PhysicalDeviceObject)
{
    PDEVICE_OBJECT DeviceObject;
    PDEVICE_EXTENSION Extension;
    NTSTATUS Status;

    PAGED_CODE();
    Status = IoCreateDevice(DriverObject, sizeof(DEVICE_EXTENSION), NULL, FILE_DEVICE_UNKNOWN,
                            FILE_DEVICE_SECURE_OPEN, FALSE, &DeviceObject);
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    Extension = (PDEVICE_EXTENSION)DeviceObject->DeviceExtension;
    Extension->Self = DeviceObject;
    PulseInitializeQueue(Extension);

    Status = PulseInitializeFlush(Extension);
    if (!NT_SUCCESS(Status)) {
        IoDeleteDevice(DeviceObject);
        return Status;
    }
    Extension->LowerDevice = IoAttachDeviceToDeviceStack(DeviceObject, PhysicalDeviceObject);
    if (Extension->LowerDevice == NULL) {
        IoFreeWorkItem(Extension->FlushWork);
        IoDeleteDevice(DeviceObject);
        return STATUS_NO_SUCH_DEVICE;
    }
    DeviceObject->Flags |= DO_BUFFERED_IO | DO_POWER_PAGABLE;
    DeviceObject->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

NTSTATUS PulseStartComplete(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    if (Irp->PendingReturned) {
        KeSetEvent((PKEVENT)Context, IO_NO_INCREMENT, FALSE);
    }
    return STATUS_MORE_PROCESSING_REQUIRED;
}

/* Passes the request down and waits until the drivers below have finished with it. */
static NTSTATUS ForwardAndWait(PDEVICE_EXTENSION Extension, PIRP Irp)
{
    KEVENT Finished;
    NTSTATUS Status;

    KeInitializeEvent(&Finished, NotificationEvent, FALSE);
    IoCopyCurrentIrpStackLocationToNext(Irp);
    IoSetCompletionRoutine(Irp, PulseStartComplete, &Finished, TRUE, TRUE, TRUE);
    Status = IoCallDriver(Extension->LowerDevice, Irp);
    if (Status == STATUS_PENDING) {
        KeWaitForSingleObject(&Finished, Executive, KernelMode, FALSE, NULL);
        Status = Irp->IoStatus.Status;
    }
    return Status;
}

static NTSTATUS StartDevice(PDEVICE_EXTENSION Extension, PIRP Irp)
{
    NTSTATUS Status = ForwardAndWait(Extension, Irp);

    if (NT_SUCCESS(Status)) {
        KIRQL OldIrql;

        KeAcquireSpinLock(&Extension->QueueLock, &OldIrql);
        Extension->Started = TRUE;
        KeReleaseSpinLock(&Extension->QueueLock, OldIrql);
        PulseStartFlushTimer(Extension);
    }
    return PulseCompleteRequest(Irp, Status, 0);
}

static VOID StopDevice(PDEVICE_EXTENSION Extension)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Extension->QueueLock, &OldIrql);
    Extension->Started = FALSE;
    KeReleaseSpinLock(&Extension->QueueLock, OldIrql);
    PulseStopFlush(Extension);
    PulseDrainQueue(Extension);
}

static NTSTATUS RemoveDevice(PDEVICE_EXTENSION Extension, PIRP Irp)
{
    NTSTATUS Status;

    StopDevice(Extension);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    IoSkipCurrentIrpStackLocation(Irp);
    Status = IoCallDriver(Extension->LowerDevice, Irp);
    IoDetachDevice(Extension->LowerDevice);
    IoFreeWorkItem(Extension->FlushWork);
    IoDeleteDevice(Extension->Self);
    return Status;
}

NTSTATUS PulsePnp(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION Extension = (PDEVICE_EXTENSION)DeviceObject->DeviceExtension;
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);

    PAGED_CODE();
    switch (Stack->MinorFunction) {
    case IRP_MN_START_DEVICE:
        return StartDevice(Extension, Irp);
    case IRP_MN_STOP_DEVICE:
        StopDevice(Extension);
        Irp->IoStatus.Status = STATUS_SUCCESS;
        break;
    case IRP_MN_REMOVE_DEVICE:
        return RemoveDevice(Extension, Irp);
    default:
        break;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    return IoCallDriver(Extension->LowerDevice, Irp);
}

NTSTATUS PulsePower(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION Extension = (PDEVICE_EXTENSION)DeviceObject->DeviceExtension;

    PoStartNextPowerIrp(Irp);
    IoSkipCurrentIrpStackLocation(Irp);
    return PoCallDriver(Extension->LowerDevice, Irp);
}
