/* SPDX-License-Identifier: Apache-2.0 */
/* The queue of messages, and the statistics. */
#include "driver.h"

VOID PulseInitializeQueue(PDEVICE_EXTENSION Extension)
{
    KeInitializeSpinLock(&Extension->QueueLock);
    KeInitializeSpinLock(&Extension->StatisticsLock);
    InitializeListHead(&Extension->Queue);
    Extension->QueueLength = 0;
}

/* Called with QueueLock held. */
BOOLEAN PulseEnqueueLocked(PDEVICE_EXTENSION Extension, PDEVICE_REQUEST Request)
{
    if (Extension->QueueLength >= PULSE_QUEUE_LIMIT) {
        return FALSE;
    }
    InsertTailList(&Extension->Queue, &Request->Link);
    Extension->QueueLength++;
    return TRUE;
}

PDEVICE_REQUEST PulseDequeue(PDEVICE_EXTENSION Extension)
{
    KLOCK_QUEUE_HANDLE LockHandle;
    PDEVICE_REQUEST Request = NULL;

    KeAcquireInStackQueuedSpinLock(&Extension->QueueLock, &LockHandle);
    if (!IsListEmpty(&Extension->Queue)) {
        PLIST_ENTRY Entry = RemoveHeadList(&Extension->Queue);

        Extension->QueueLength--;
        Request = CONTAINING_RECORD(Entry, DEVICE_REQUEST, Link);
    }
    KeReleaseInStackQueuedSpinLock(&LockHandle);
    return Request;
}

VOID PulseFreeRequest(PDEVICE_REQUEST Request)
{
    if (Request->Context != NULL) {
        ExFreePoolWithTag(Request->Context, PULSE_TAG);
    }
    ExFreePoolWithTag(Request, PULSE_TAG);
}

VOID PulseDrainQueue(PDEVICE_EXTENSION Extension)
{
    PDEVICE_REQUEST Request;

    while ((Request = PulseDequeue(Extension)) != NULL) {
        PulseFreeRequest(Request);
    }
}

VOID PulseCount(PDEVICE_EXTENSION Extension, BOOLEAN Accepted)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Extension->StatisticsLock, &OldIrql);
    if (Accepted) {
        Extension->Statistics.Accepted++;
    } else {
        Extension->Statistics.Rejected++;
    }
    KeReleaseSpinLock(&Extension->StatisticsLock, OldIrql);
}

VOID PulseReadStatistics(PDEVICE_EXTENSION Extension, PPULSE_STATISTICS Statistics)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Extension->QueueLock, &OldIrql);
    KeAcquireSpinLockAtDpcLevel(&Extension->StatisticsLock);
    *Statistics = Extension->Statistics;
    Statistics->Pending = Extension->QueueLength;
    KeReleaseSpinLockFromDpcLevel(&Extension->StatisticsLock);
    KeReleaseSpinLock(&Extension->QueueLock, OldIrql);
}
