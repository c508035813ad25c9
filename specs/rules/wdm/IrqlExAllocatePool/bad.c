/* SPDX-License-Identifier: Apache-2.0 */
/* After the example of the rule's page, with its slip: KeReleaseSpinLock takes the level, not its address. */
#include <ntddk.h>

typedef struct _REQUEST_CONTEXT {
    ULONG State;
} REQUEST_CONTEXT, *PREQUEST_CONTEXT;

typedef struct _DEVICE_REQUEST {
    PREQUEST_CONTEXT Context;
} DEVICE_REQUEST, *PDEVICE_REQUEST;

DRIVER_DISPATCH DispatchRead;

NTSTATUS ProcessRequest(__in PDEVICE_REQUEST Request);

NTSTATUS DispatchRequest(__in PDEVICE_REQUEST Request)
{
    KIRQL OldIrql;
    KSPIN_LOCK SpinLock;
    NTSTATUS Status;

    KeInitializeSpinLock(&SpinLock);
    KeAcquireSpinLock(&SpinLock, &OldIrql);
    Status = ProcessRequest(Request);
    KeReleaseSpinLock(&SpinLock, &OldIrql);
    return Status;
}

NTSTATUS ProcessRequest(__in PDEVICE_REQUEST Request)
{
    NTSTATUS Status = STATUS_SUCCESS;

    Request->Context = ExAllocatePool(PagedPool, sizeof(REQUEST_CONTEXT)); // violates IrqlExAllocatePool
    if (Request->Context == NULL) {
        Status = STATUS_INSUFFICIENT_RESOURCES;
    }
    return Status;
}

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    DEVICE_REQUEST Request;

    return DispatchRequest(&Request);
}
