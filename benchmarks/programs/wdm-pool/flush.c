/* SPDX-License-Identifier: Apache-2.0 */
/* Flushing: a timer's DPC notices that there is something to do, a work item does it. */
#include "driver.h"

NTSTATUS PulseInitializeFlush(PDEVICE_EXTENSION Extension)
{
    KeInitializeTimer(&Extension->FlushTimer);
    KeInitializeDpc(&Extension->FlushDpc, PulseFlushDpc, Extension);
    Extension->FlushQueued = FALSE;
    Extension->FlushWork = IoAllocateWorkItem(Extension->Self);
    return Extension->FlushWork == NULL ? STATUS_INSUFFICIENT_RESOURCES : STATUS_SUCCESS;
}

VOID PulseStartFlushTimer(PDEVICE_EXTENSION Extension)
{
    LARGE_INTEGER DueTime;

    DueTime.QuadPart = PULSE_FLUSH_INTERVAL;
    KeSetTimer(&Extension->FlushTimer, DueTime, &Extension->FlushDpc);
}

VOID PulseStopFlush(PDEVICE_EXTENSION Extension)
{
    KeCancelTimer(&Extension->FlushTimer);
    KeFlushQueuedDpcs();
}

/* Runs at DISPATCH_LEVEL: pool must be non-paged here. */
VOID PulseFlushDpc(PKDPC Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
    PDEVICE_EXTENSION Extension = (PDEVICE_EXTENSION)DeferredContext;
    BOOLEAN Queue = FALSE;
    BOOLEAN Again;

    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(SystemArgument1);
    UNREFERENCED_PARAMETER(SystemArgument2);

    KeAcquireSpinLockAtDpcLevel(&Extension->QueueLock);
    Again = Extension->Started;
    if (Again && !Extension->FlushQueued && !IsListEmpty(&Extension->Queue)) {
        Extension->FlushQueued = TRUE;
        Queue = TRUE;
    }
    KeReleaseSpinLockFromDpcLevel(&Extension->QueueLock);

    if (Queue) {
        PULONG Mark = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(ULONG), PULSE_TAG);

        if (Mark != NULL) {
            *Mark = Extension->Sequence;
        }
        IoQueueWorkItem(Extension->FlushWork, PulseFlushWork, DelayedWorkQueue, Mark);
    }
    if (Again) {
        PulseStartFlushTimer(Extension);
    }
}

VOID PulseRequestFlush(PDEVICE_EXTENSION Extension)
{
    KIRQL OldIrql;
    BOOLEAN Queue;

    KeAcquireSpinLock(&Extension->QueueLock, &OldIrql);
    Queue = Extension->Started && !Extension->FlushQueued;
    if (Queue) {
        Extension->FlushQueued = TRUE;
    }
    KeReleaseSpinLock(&Extension->QueueLock, OldIrql);
    if (Queue) {
        IoQueueWorkItem(Extension->FlushWork, PulseFlushWork, DelayedWorkQueue, NULL);
    }
}

/* Runs at PASSIVE_LEVEL: the report may be paged. */
VOID PulseFlushWork(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
    PDEVICE_EXTENSION Extension = (PDEVICE_EXTENSION)DeviceObject->DeviceExtension;
    PUCHAR Report = (PUCHAR)ExAllocatePoolWithTag(PagedPool, PULSE_LONGEST_MESSAGE, PULSE_TAG);
    PDEVICE_REQUEST Request;
    KIRQL OldIrql;
    ULONG Flushed = 0;

    while ((Request = PulseDequeue(Extension)) != NULL) {
        if (Report != NULL && Request->Context != NULL) {
            RtlCopyMemory(Report, Request->Context->Header, sizeof(Request->Context->Header));
        }
        PulseFreeRequest(Request);
        Flushed++;
    }
    KeAcquireSpinLock(&Extension->StatisticsLock, &OldIrql);
    Extension->Statistics.Flushed += Flushed;
    KeReleaseSpinLock(&Extension->StatisticsLock, OldIrql);

    KeAcquireSpinLock(&Extension->QueueLock, &OldIrql);
    Extension->FlushQueued = FALSE;
    KeReleaseSpinLock(&Extension->QueueLock, OldIrql);
    if (Report != NULL) {
        ExFreePoolWithTag(Report, PULSE_TAG);
    }
    if (Context != NULL) {
        ExFreePoolWithTag(Context, PULSE_TAG);
    }
}
