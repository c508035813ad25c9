/* SPDX-License-Identifier: Apache-2.0 */
/* Two locks of one structure, nested; the inner one by the variant for callers at DISPATCH_LEVEL. */
#include <ntddk.h>

typedef struct _DEVICE_EXTENSION {
    KSPIN_LOCK QueueLock;
    KSPIN_LOCK StateLock;
    ULONG Count;
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

DRIVER_DISPATCH DispatchRead;

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION Extension = DeviceObject->DeviceExtension;
    KIRQL OldIrql = KeAcquireSpinLockRaiseToDpc(&Extension->QueueLock);

    KeAcquireSpinLockAtDpcLevel(&Extension->StateLock);
    Extension->Count++;
    KeReleaseSpinLockFromDpcLevel(&Extension->StateLock);
    KeReleaseSpinLock(&Extension->QueueLock, OldIrql);
    return STATUS_SUCCESS;
}
