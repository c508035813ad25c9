/* SPDX-License-Identifier: Apache-2.0 */
/* Mutual exclusion for threads: fast and guarded mutexes, resources, push locks, rundown protection, remove
 * locks. */
#include "proviso_wdm.h"

VOID ExInitializeFastMutex(PFAST_MUTEX FastMutex) {
    FastMutex->Count = 1;
}

/* Raises to APC_LEVEL and keeps the old level in the mutex. */
VOID ExAcquireFastMutex(PFAST_MUTEX FastMutex) {
    KIRQL old = proviso_irql;
    proviso_irql = APC_LEVEL;
    FastMutex->OldIrql = old;
}

VOID ExReleaseFastMutex(PFAST_MUTEX FastMutex) {
    proviso_irql = (KIRQL)FastMutex->OldIrql;
}

BOOLEAN ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex) {
    if (proviso_choose()) {
        return FALSE;
    }
    FastMutex->OldIrql = proviso_irql;
    proviso_irql = APC_LEVEL;
    return TRUE;
}

VOID ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex) {
}

VOID ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex) {
}

VOID KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex) {
    Mutex->Count = 1;
}

/* On systems since Windows 8 a guarded mutex is a fast mutex. */
VOID KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex) {
    KIRQL old = proviso_irql;
    proviso_irql = APC_LEVEL;
    Mutex->OldIrql = old;
}

VOID KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex) {
    proviso_irql = (KIRQL)Mutex->OldIrql;
}

BOOLEAN KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex) {
    if (proviso_choose()) {
        return FALSE;
    }
    Mutex->OldIrql = proviso_irql;
    proviso_irql = APC_LEVEL;
    return TRUE;
}

VOID KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex) {
}

VOID KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex) {
}

NTSTATUS ExInitializeResourceLite(PERESOURCE Resource) {
    return STATUS_SUCCESS;
}

NTSTATUS ExDeleteResourceLite(PERESOURCE Resource) {
    return STATUS_SUCCESS;
}

BOOLEAN ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait) {
    return Wait || proviso_choose();
}

BOOLEAN ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait) {
    return Wait || proviso_choose();
}

BOOLEAN ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait) {
    return Wait || proviso_choose();
}

BOOLEAN ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait) {
    return Wait || proviso_choose();
}

VOID ExReleaseResourceLite(PERESOURCE Resource) {
}

VOID ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD ResourceThreadId) {
}

VOID ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource) {
}

VOID ExConvertExclusiveToSharedLite(PERESOURCE Resource) {
}

VOID ExInitializePushLock(PEX_PUSH_LOCK PushLock) {
}

VOID ExAcquirePushLockExclusive(PEX_PUSH_LOCK PushLock) {
}

VOID ExReleasePushLockExclusive(PEX_PUSH_LOCK PushLock) {
}

VOID ExAcquirePushLockShared(PEX_PUSH_LOCK PushLock) {
}

VOID ExReleasePushLockShared(PEX_PUSH_LOCK PushLock) {
}

VOID ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef) {
}

VOID ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef) {
}

BOOLEAN ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef) {
    return proviso_choose();
}

VOID ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef) {
}

VOID ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef) {
}

VOID ExRundownCompleted(PEX_RUNDOWN_REF RunRef) {
}

VOID IoInitializeRemoveLock(PIO_REMOVE_LOCK Lock, ULONG AllocateTag, ULONG MaxLockedMinutes,
                            ULONG HighWatermark) {
    Lock->Removed = FALSE;
}

NTSTATUS IoAcquireRemoveLock(PIO_REMOVE_LOCK RemoveLock, PVOID Tag) {
    return RemoveLock->Removed ? STATUS_DELETE_PENDING : STATUS_SUCCESS;
}

VOID IoReleaseRemoveLock(PIO_REMOVE_LOCK RemoveLock, PVOID Tag) {
}

VOID IoReleaseRemoveLockAndWait(PIO_REMOVE_LOCK RemoveLock, PVOID Tag) {
    RemoveLock->Removed = TRUE;
}
