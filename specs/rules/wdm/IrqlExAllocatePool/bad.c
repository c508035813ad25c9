/* SPDX-License-Identifier: Apache-2.0 */
/* After the example of the rule's public page, with its slip: KeReleaseSpinLock takes the level, not its address. */
#include <ntddk.h>

typedef struct _REQUEST_CONTEXT {
    ULONG State;
} REQUEST_CONTEXT, *PREQUEST_CONTEXT;

typedef struct _DEVICE_REQUEST {
    PREQUEST_CONTEXT Context;
} DEVICE_REQUEST, *PDEVICE_REQUEST;

DRIVER_DISPATCH DispatchRead;

NTSTATUS ProcessRequest(__in PDEVICE_REQUEST DeviceRequest);

NTSTATUS DispatchRequest(__in PDEVICE_REQUEST DeviceRequest)
{
    KIRQL OldIrql;
    KSPIN_LOCK SpinLock;
    NTSTATUS Status;

    KeInitializeSpinLock(&SpinLock);
    KeAcquireSpinLock(&SpinLock, &OldIrql);
    Status = ProcessRequest(DeviceRequest);
    KeReleaseSpinLock(&SpinLock, &OldIrql);
    return Status;
}

NTSTATUS ProcessRequest(__in PDEVICE_REQUEST DeviceRequest)
{
    NTSTATUS Status = STATUS_SUCCESS;

    DeviceRequest->Context = ExAllocatePool(PagedPool, sizeof(REQUEST_CONTEXT)); // violates IrqlExAllocatePool
    if (DeviceRequest->Context == NULL) {
        Status = STATUS_INSUFFICIENT_RESOURCES;
    }
    return Status;
}

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    DEVICE_REQUEST Request;

    return DispatchRequest(&Request);
}
