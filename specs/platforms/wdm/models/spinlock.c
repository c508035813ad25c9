/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Spin locks: what they do to the IRQL. Whether a lock is held is no matter of the model: one processor runs
 * the driver, so a lock is free whenever it is taken rightly, and rules watch whether it is.
 */
#include "proviso_wdm.h"

VOID KeInitializeSpinLock(PKSPIN_LOCK SpinLock) {
}

VOID KeAcquireSpinLock(PKSPIN_LOCK SpinLock, PKIRQL OldIrql) {
    *OldIrql = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
}

KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock) {
    KIRQL old = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
    return old;
}

KIRQL KfAcquireSpinLock(PKSPIN_LOCK SpinLock) {
    KIRQL old = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
    return old;
}

VOID KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql) {
    proviso_irql = NewIrql;
}

VOID KfReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql) {
    proviso_irql = NewIrql;
}

VOID KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock) {
}

VOID KefAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock) {
}

VOID KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock) {
}

VOID KefReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock) {
}

/* For a DPC that may be a threaded one: raises where it runs at PASSIVE_LEVEL. */
KIRQL KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock) {
    KIRQL old = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
    return old;
}

VOID KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql) {
    proviso_irql = OldIrql;
}

BOOLEAN KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock) {
    return proviso_choose();
}

BOOLEAN KeTestSpinLock(PKSPIN_LOCK SpinLock) {
    return proviso_choose();
}

VOID KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle) {
    LockHandle->LockQueue.Lock = SpinLock;
    LockHandle->OldIrql = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
}

VOID KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle) {
    proviso_irql = LockHandle->OldIrql;
}

VOID KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle) {
    LockHandle->LockQueue.Lock = SpinLock;
}

VOID KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle) {
}

VOID KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle) {
    LockHandle->LockQueue.Lock = SpinLock;
    LockHandle->OldIrql = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
}

VOID KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle) {
    proviso_irql = LockHandle->OldIrql;
}

KIRQL KeAcquireInterruptSpinLock(PKINTERRUPT Interrupt) {
    KIRQL old = proviso_irql;
    proviso_irql = PROVISO_DEVICE_LEVEL;
    return old;
}

VOID KeReleaseInterruptSpinLock(PKINTERRUPT Interrupt, KIRQL OldIrql) {
    proviso_irql = OldIrql;
}

BOOLEAN KeSynchronizeExecution(PKINTERRUPT Interrupt, PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
                               PVOID SynchronizeContext) {
    KIRQL old = proviso_irql;
    BOOLEAN result;
    proviso_irql = PROVISO_DEVICE_LEVEL;
    result = SynchronizeRoutine(SynchronizeContext);
    proviso_irql = old;
    return result;
}

/* The cancel spin lock is one for the whole system. */
VOID IoAcquireCancelSpinLock(PKIRQL Irql) {
    *Irql = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
}

VOID IoReleaseCancelSpinLock(KIRQL Irql) {
    proviso_irql = Irql;
}

/* Reader-writer spin locks */
KIRQL ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock) {
    KIRQL old = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
    return old;
}

VOID ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql) {
    proviso_irql = OldIrql;
}

KIRQL ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock) {
    KIRQL old = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
    return old;
}

VOID ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql) {
    proviso_irql = OldIrql;
}

VOID ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock) {
}

VOID ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock) {
}

VOID ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock) {
}

VOID ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock) {
}

LOGICAL ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK SpinLock) {
    return proviso_choose();
}
