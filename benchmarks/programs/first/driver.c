/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A driver for a device that keeps the last message written to it. It handles its spin lock rightly, but asks
 * for paged memory while it holds the lock.
 */
#include <ntddk.h>

#define MESSAGE_TAG 'gsMF'
#define LONGEST_MESSAGE 512

typedef struct _DEVICE_EXTENSION {
    KSPIN_LOCK Lock;
    PUCHAR Message;
    ULONG Length;
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD FirstUnload;
DRIVER_DISPATCH FirstWrite;

static NTSTATUS StoreMessage(PDEVICE_EXTENSION Extension, PVOID Source, ULONG Length)
{
    PUCHAR Copy = ExAllocatePoolWithTag(PagedPool, Length, MESSAGE_TAG); // violates IrqlExAllocatePool

    if (Copy == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    RtlCopyMemory(Copy, Source, Length);
    if (Extension->Message != NULL) {
        ExFreePoolWithTag(Extension->Message, MESSAGE_TAG);
    }
    Extension->Message = Copy;
    Extension->Length = Length;
    return STATUS_SUCCESS;
}

NTSTATUS FirstWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION Extension = DeviceObject->DeviceExtension;
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG Length = Stack->Parameters.Write.Length;
    NTSTATUS Status = STATUS_INVALID_PARAMETER;
    KIRQL OldIrql;

    if (Length > 0 && Length <= LONGEST_MESSAGE) {
        KeAcquireSpinLock(&Extension->Lock, &OldIrql);
        Status = StoreMessage(Extension, Irp->AssociatedIrp.SystemBuffer, Length);
        KeReleaseSpinLock(&Extension->Lock, OldIrql);
    }
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = NT_SUCCESS(Status) ? Length : 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

VOID FirstUnload(PDRIVER_OBJECT DriverObject)
{
    PDEVICE_EXTENSION Extension = DriverObject->DeviceObject->DeviceExtension;

    if (Extension->Message != NULL) {
        ExFreePoolWithTag(Extension->Message, MESSAGE_TAG);
    }
    IoDeleteDevice(DriverObject->DeviceObject);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\Device\\First");
    PDEVICE_OBJECT DeviceObject;
    PDEVICE_EXTENSION Extension;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = FirstUnload;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = FirstWrite;

    Status = IoCreateDevice(DriverObject, sizeof(DEVICE_EXTENSION), &Name, FILE_DEVICE_UNKNOWN,
                            FILE_DEVICE_SECURE_OPEN, FALSE, &DeviceObject);
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    Extension = DeviceObject->DeviceExtension;
    KeInitializeSpinLock(&Extension->Lock);
    DeviceObject->Flags |= DO_BUFFERED_IO;
    DeviceObject->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}
