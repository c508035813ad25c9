/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a message becomes a request. An urgent one keeps its place in the sequence: the lock is held and the
 * context non-paged; others take paged pool first.
 */
#include "../driver.h"

static PREQUEST_CONTEXT AllocateContext(POOL_TYPE PoolType, PUCHAR Message, ULONG Length)
{
    PREQUEST_CONTEXT Context;

    Context = ExAllocatePoolWithTag(PoolType, sizeof(*Context), PULSE_TAG);
    if (Context == NULL) {
        return NULL;
    }
    Context->Length = Length;
    RtlZeroMemory(Context->Header, sizeof(Context->Header));
    RtlCopyMemory(Context->Header, Message, min(Length, sizeof(Context->Header)));
    return Context;
}

static NTSTATUS ProcessRequest(PDEVICE_EXTENSION Extension, PDEVICE_REQUEST Request, POOL_TYPE PoolType,
                               PUCHAR Message, ULONG Length)
{
    Request->Context = AllocateContext(PoolType, Message, Length);
    if (Request->Context == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    Request->Context->Sequence = ++Extension->Sequence;
    return STATUS_SUCCESS;
}

NTSTATUS PulseSubmit(PDEVICE_EXTENSION Extension, PUCHAR Message, ULONG Length)
{
    PDEVICE_REQUEST Request;
    BOOLEAN Urgent = (BOOLEAN)((Extension->Mode & PULSE_MODE_URGENT) != 0);
    POOL_TYPE PoolType = Urgent ? NonPagedPoolNx : PagedPool;
    NTSTATUS Status;
    KIRQL OldIrql;

    Request = (PDEVICE_REQUEST)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(DEVICE_REQUEST), PULSE_TAG);
    if (Request == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    Request->Context = NULL;
    if (Urgent) {
        KeAcquireSpinLock(&Extension->QueueLock, &OldIrql);
    }
    Status = ProcessRequest(Extension, Request, PoolType, Message, Length);
    if (!Urgent) {
        KeAcquireSpinLock(&Extension->QueueLock, &OldIrql);
    }
    if (NT_SUCCESS(Status)) {
        if (!Extension->Started) {
            Status = STATUS_DEVICE_NOT_READY;
        } else if (!PulseEnqueueLocked(Extension, Request)) {
            Status = STATUS_DEVICE_BUSY;
        }
    }
    KeReleaseSpinLock(&Extension->QueueLock, OldIrql);
    if (!NT_SUCCESS(Status)) {
        PulseFreeRequest(Request);
    }
    return Status;
}
