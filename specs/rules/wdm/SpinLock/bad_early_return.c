/* SPDX-License-Identifier: Apache-2.0 */
#include <ntddk.h>

typedef struct _DEVICE_EXTENSION {
    KSPIN_LOCK QueueLock;
    BOOLEAN Removed;
    ULONG Count;
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

DRIVER_DISPATCH DispatchRead;

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION Extension = DeviceObject->DeviceExtension;
    KIRQL OldIrql;

    KeAcquireSpinLock(&Extension->QueueLock, &OldIrql);
    if (Extension->Removed) {
        return STATUS_DELETE_PENDING; // violates SpinLock
    }
    Extension->Count++;
    KeReleaseSpinLock(&Extension->QueueLock, OldIrql);
    return STATUS_SUCCESS;
}
