/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Locks raise and restore the IRQL, which wdm's model keeps. Timers and work items are remembered; the
 * harness calls them.
 */
#include "proviso_ndis.h"

struct proviso_ndis_timer *proviso_ndis_timers;
struct proviso_ndis_work_item *proviso_ndis_work_items;

VOID NdisAllocateSpinLock(PNDIS_SPIN_LOCK SpinLock) {
}

VOID NdisFreeSpinLock(PNDIS_SPIN_LOCK SpinLock) {
}

VOID NdisAcquireSpinLock(PNDIS_SPIN_LOCK SpinLock) {
    SpinLock->OldIrql = KfRaiseIrql(DISPATCH_LEVEL);
}

VOID NdisReleaseSpinLock(PNDIS_SPIN_LOCK SpinLock) {
    KeLowerIrql(SpinLock->OldIrql);
}

VOID NdisDprAcquireSpinLock(PNDIS_SPIN_LOCK SpinLock) {
}

VOID NdisDprReleaseSpinLock(PNDIS_SPIN_LOCK SpinLock) {
}

PNDIS_RW_LOCK_EX NdisAllocateRWLock(NDIS_HANDLE NdisHandle) {
    return proviso_choose() ? (PNDIS_RW_LOCK_EX)__proviso_new(1) : NULL;
}

VOID NdisFreeRWLock(PNDIS_RW_LOCK_EX Lock) {
    __proviso_free(Lock);
}

VOID NdisAcquireRWLockRead(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX LockState, UCHAR Flags) {
    LockState->OldIrql = KfRaiseIrql(DISPATCH_LEVEL);
}

VOID NdisAcquireRWLockWrite(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX LockState, UCHAR Flags) {
    LockState->OldIrql = KfRaiseIrql(DISPATCH_LEVEL);
}

VOID NdisReleaseRWLock(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX LockState) {
    KeLowerIrql(LockState->OldIrql);
}

VOID NDIS_RAISE_IRQL_TO_DISPATCH(PKIRQL OldIrql) {
    *OldIrql = KfRaiseIrql(DISPATCH_LEVEL);
}

VOID NDIS_LOWER_IRQL(KIRQL OldIrql, KIRQL CurrentIrql) {
    KeLowerIrql(OldIrql);
}

VOID NdisInitializeEvent(PNDIS_EVENT Event) {
    Event->Event.Header.SignalState = 0;
}

VOID NdisSetEvent(PNDIS_EVENT Event) {
    Event->Event.Header.SignalState = 1;
}

VOID NdisResetEvent(PNDIS_EVENT Event) {
    Event->Event.Header.SignalState = 0;
}

/* A wait without limit ends only when the event is set; while the driver waits, its other callbacks go on. */
BOOLEAN NdisWaitEvent(PNDIS_EVENT Event, UINT MsToWait) {
    proviso_ndis_while_waiting();
    if (MsToWait == 0)
        __proviso_assume(Event->Event.Header.SignalState != 0);
    return Event->Event.Header.SignalState != 0 ? TRUE : FALSE;
}

VOID NdisMSleep(ULONG MicrosecondsToSleep) {
    proviso_ndis_while_waiting();
}

VOID NdisStallExecution(UINT MicrosecondsToStall) {
}

VOID NdisGetCurrentSystemTime(PLARGE_INTEGER SystemTime) {
    SystemTime->QuadPart = __proviso_nondet_longlong();
}

NDIS_STATUS NdisAllocateTimerObject(NDIS_HANDLE NdisHandle, PNDIS_TIMER_CHARACTERISTICS TimerCharacteristics,
                                    PNDIS_HANDLE TimerObject) {
    struct proviso_ndis_timer *timer;
    if (proviso_choose())
        return NDIS_STATUS_RESOURCES;
    timer = (struct proviso_ndis_timer *)__proviso_new(sizeof(struct proviso_ndis_timer));
    timer->function = TimerCharacteristics->TimerFunction;
    timer->default_context = TimerCharacteristics->FunctionContext;
    timer->armed = FALSE;
    timer->next = proviso_ndis_timers;
    proviso_ndis_timers = timer;
    *TimerObject = timer;
    return NDIS_STATUS_SUCCESS;
}

VOID NdisFreeTimerObject(NDIS_HANDLE TimerObject) {
    ((struct proviso_ndis_timer *)TimerObject)->armed = FALSE;
}

BOOLEAN NdisSetTimerObject(NDIS_HANDLE TimerObject, LARGE_INTEGER DueTime, LONG MillisecondsPeriod,
                           PVOID FunctionContext) {
    struct proviso_ndis_timer *timer = (struct proviso_ndis_timer *)TimerObject;
    BOOLEAN was_armed = timer->armed;
    timer->context = FunctionContext != NULL ? FunctionContext : timer->default_context;
    timer->periodic = MillisecondsPeriod != 0 ? TRUE : FALSE;
    timer->armed = TRUE;
    return was_armed;
}

BOOLEAN NdisCancelTimerObject(NDIS_HANDLE TimerObject) {
    struct proviso_ndis_timer *timer = (struct proviso_ndis_timer *)TimerObject;
    BOOLEAN was_armed = timer->armed;
    timer->armed = FALSE;
    return was_armed;
}

NDIS_HANDLE NdisAllocateIoWorkItem(NDIS_HANDLE NdisObjectHandle) {
    struct proviso_ndis_work_item *item;
    if (proviso_choose())
        return NULL;
    item = (struct proviso_ndis_work_item *)__proviso_new(sizeof(struct proviso_ndis_work_item));
    item->queued = FALSE;
    item->next = proviso_ndis_work_items;
    proviso_ndis_work_items = item;
    return item;
}

VOID NdisFreeIoWorkItem(NDIS_HANDLE NdisIoWorkItemHandle) {
}

VOID NdisQueueIoWorkItem(NDIS_HANDLE NdisIoWorkItemHandle, NDIS_IO_WORKITEM_ROUTINE Routine,
                         PVOID WorkItemContext) {
    struct proviso_ndis_work_item *item = (struct proviso_ndis_work_item *)NdisIoWorkItemHandle;
    item->routine = Routine;
    item->context = WorkItemContext;
    item->queued = TRUE;
}

PLIST_ENTRY NdisInterlockedInsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry,
                                          PNDIS_SPIN_LOCK SpinLock) {
    PLIST_ENTRY first = IsListEmpty(ListHead) ? NULL : ListHead->Flink;
    InsertHeadList(ListHead, ListEntry);
    return first;
}

PLIST_ENTRY NdisInterlockedInsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry,
                                          PNDIS_SPIN_LOCK SpinLock) {
    PLIST_ENTRY last = IsListEmpty(ListHead) ? NULL : ListHead->Blink;
    InsertTailList(ListHead, ListEntry);
    return last;
}

PLIST_ENTRY NdisInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PNDIS_SPIN_LOCK SpinLock) {
    return IsListEmpty(ListHead) ? NULL : RemoveHeadList(ListHead);
}
