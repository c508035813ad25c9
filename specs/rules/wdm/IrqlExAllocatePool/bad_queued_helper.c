/* SPDX-License-Identifier: Apache-2.0 */
/* The queued lock is taken two calls above the allocation. */
#include <ntddk.h>

typedef struct _REQUEST_CONTEXT {
    ULONG State;
} REQUEST_CONTEXT, *PREQUEST_CONTEXT;

typedef struct _DEVICE_REQUEST {
    PREQUEST_CONTEXT Context;
} DEVICE_REQUEST, *PDEVICE_REQUEST;

DRIVER_DISPATCH DispatchRead;

static NTSTATUS ProcessRequest(PDEVICE_REQUEST Request)
{
    Request->Context = ExAllocatePool(PagedPool, sizeof(REQUEST_CONTEXT)); // violates IrqlExAllocatePool
    return Request->Context == NULL ? STATUS_INSUFFICIENT_RESOURCES : STATUS_SUCCESS;
}

static NTSTATUS DispatchRequest(PDEVICE_REQUEST Request)
{
    KLOCK_QUEUE_HANDLE Handle;
    KSPIN_LOCK SpinLock;
    NTSTATUS Status;

    KeInitializeSpinLock(&SpinLock);
    KeAcquireInStackQueuedSpinLock(&SpinLock, &Handle);
    Status = ProcessRequest(Request);
    KeReleaseInStackQueuedSpinLock(&Handle);
    return Status;
}

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    DEVICE_REQUEST Request;

    Irp->IoStatus.Status = DispatchRequest(&Request);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}
