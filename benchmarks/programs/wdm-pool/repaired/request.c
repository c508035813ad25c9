/* SPDX-License-Identifier: Apache-2.0 */
/* How a message becomes a request. The context is non-paged, as it is allocated under the spin lock. */
#include "../driver.h"

static PREQUEST_CONTEXT AllocateContext(PUCHAR Message, ULONG Length)
{
    PREQUEST_CONTEXT Context;

    Context = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*Context), PULSE_TAG);
    if (Context == NULL) {
        return NULL;
    }
    Context->Length = Length;
    RtlZeroMemory(Context->Header, sizeof(Context->Header));
    RtlCopyMemory(Context->Header, Message, min(Length, sizeof(Context->Header)));
    return Context;
}

static NTSTATUS ProcessRequest(PDEVICE_EXTENSION Extension, PDEVICE_REQUEST Request, PUCHAR Message,
                               ULONG Length)
{
    Request->Context = AllocateContext(Message, Length);
    if (Request->Context == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    Request->Context->Sequence = ++Extension->Sequence;
    return STATUS_SUCCESS;
}

NTSTATUS PulseSubmit(PDEVICE_EXTENSION Extension, PUCHAR Message, ULONG Length)
{
    PDEVICE_REQUEST Request;
    NTSTATUS Status;
    KIRQL OldIrql;

    Request = (PDEVICE_REQUEST)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(DEVICE_REQUEST), PULSE_TAG);
    if (Request == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    Request->Context = NULL;
    KeAcquireSpinLock(&Extension->QueueLock, &OldIrql);
    if (!Extension->Started) {
        Status = STATUS_DEVICE_NOT_READY;
    } else {
        Status = ProcessRequest(Extension, Request, Message, Length);
        if (NT_SUCCESS(Status) && !PulseEnqueueLocked(Extension, Request)) {
            Status = STATUS_DEVICE_BUSY;
        }
    }
    KeReleaseSpinLock(&Extension->QueueLock, OldIrql);
    if (!NT_SUCCESS(Status)) {
        PulseFreeRequest(Request);
    }
    return Status;
}
