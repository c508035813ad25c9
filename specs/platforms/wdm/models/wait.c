/* SPDX-License-Identifier: Apache-2.0 */
/* Dispatcher objects. What a driver waits for may be the completion of a request that it passed down: it may
 * come during the wait. */
#include "proviso_wdm.h"

VOID KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State) {
}

LONG KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait) {
    return __proviso_nondet_long();
}

LONG KeResetEvent(PRKEVENT Event) {
    return __proviso_nondet_long();
}

VOID KeClearEvent(PRKEVENT Event) {
}

LONG KeReadStateEvent(PRKEVENT Event) {
    return __proviso_nondet_long();
}

VOID KeInitializeSemaphore(PRKSEMAPHORE Semaphore, LONG Count, LONG Limit) {
}

LONG KeReleaseSemaphore(PRKSEMAPHORE Semaphore, KPRIORITY Increment, LONG Adjustment, BOOLEAN Wait) {
    return __proviso_nondet_long();
}

LONG KeReadStateSemaphore(PRKSEMAPHORE Semaphore) {
    return __proviso_nondet_long();
}

VOID KeInitializeMutex(PRKMUTEX Mutex, ULONG Level) {
}

LONG KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN Wait) {
    return __proviso_nondet_long();
}

LONG KeReadStateMutex(PRKMUTEX Mutex) {
    return __proviso_nondet_long();
}

/* Without a time-out and without alerts there is one way to come back. */
static NTSTATUS proviso_wait(KPROCESSOR_MODE mode, BOOLEAN alertable, BOOLEAN times_out) {
    if (proviso_choose()) {
        proviso_complete_lower_irp();
    }
    if (times_out && proviso_choose()) {
        return STATUS_TIMEOUT;
    }
    if ((alertable || mode == UserMode) && proviso_choose()) {
        return proviso_choose() ? STATUS_ALERTED : STATUS_USER_APC;
    }
    return STATUS_SUCCESS;
}

NTSTATUS KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode,
                               BOOLEAN Alertable, PLARGE_INTEGER Timeout) {
    return proviso_wait(WaitMode, Alertable, Timeout != NULL);
}

NTSTATUS KeWaitForMutexObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode,
                              BOOLEAN Alertable, PLARGE_INTEGER Timeout) {
    return proviso_wait(WaitMode, Alertable, Timeout != NULL);
}

NTSTATUS KeWaitForMultipleObjects(ULONG Count, PVOID Object[], WAIT_TYPE WaitType, KWAIT_REASON WaitReason,
                                  KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Timeout,
                                  PKWAIT_BLOCK WaitBlockArray) {
    NTSTATUS status = proviso_wait(WaitMode, Alertable, Timeout != NULL);
    if (status == STATUS_SUCCESS && WaitType == WaitAny) {
        ULONG which = __proviso_nondet_ulong();
        __proviso_assume(which < Count);
        return (NTSTATUS)which;
    }
    return status;
}

NTSTATUS KeDelayExecutionThread(KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Interval) {
    return proviso_wait(WaitMode, Alertable, FALSE);
}

VOID KeStallExecutionProcessor(ULONG MicroSeconds) {
}

VOID KeQuerySystemTime(PLARGE_INTEGER CurrentTime) {
    CurrentTime->QuadPart = __proviso_nondet_longlong();
}

VOID KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime) {
    CurrentTime->QuadPart = __proviso_nondet_longlong();
}

VOID KeQueryTickCount(PLARGE_INTEGER TickCount) {
    TickCount->QuadPart = __proviso_nondet_longlong();
}

LARGE_INTEGER KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency) {
    LARGE_INTEGER now;
    now.QuadPart = __proviso_nondet_longlong();
    if (PerformanceFrequency != NULL) {
        PerformanceFrequency->QuadPart = __proviso_nondet_longlong();
    }
    return now;
}
