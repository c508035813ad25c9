/* SPDX-License-Identifier: Apache-2.0 */
/* The interrupt request level of the processor on which the driver runs. */
#include "proviso_wdm.h"

KIRQL proviso_irql = PASSIVE_LEVEL;

KIRQL irql(void) {
    return proviso_irql;
}

KIRQL KeGetCurrentIrql(VOID) {
    return proviso_irql;
}

VOID KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql) {
    *OldIrql = proviso_irql;
    proviso_irql = NewIrql;
}

KIRQL KfRaiseIrql(KIRQL NewIrql) {
    KIRQL old = proviso_irql;
    proviso_irql = NewIrql;
    return old;
}

KIRQL KeRaiseIrqlToDpcLevel(VOID) {
    KIRQL old = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
    return old;
}

KIRQL KeRaiseIrqlToSynchLevel(VOID) {
    KIRQL old = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
    return old;
}

VOID KeLowerIrql(KIRQL NewIrql) {
    proviso_irql = NewIrql;
}

VOID KfLowerIrql(KIRQL NewIrql) {
    proviso_irql = NewIrql;
}

VOID KeEnterCriticalRegion(VOID) {
}

VOID KeLeaveCriticalRegion(VOID) {
}

VOID KeEnterGuardedRegion(VOID) {
}

VOID KeLeaveGuardedRegion(VOID) {
}

BOOLEAN KeAreApcsDisabled(VOID) {
    return proviso_choose();
}

BOOLEAN KeAreAllApcsDisabled(VOID) {
    return proviso_irql >= APC_LEVEL || proviso_choose();
}

LOGICAL KeIsExecutingDpc(VOID) {
    return proviso_irql == DISPATCH_LEVEL && proviso_choose();
}
