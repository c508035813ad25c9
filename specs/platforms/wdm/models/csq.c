/* SPDX-License-Identifier: Apache-2.0 */
/* Cancel-safe queues: the driver's callbacks do the work, in the documented order. */
#include "proviso_wdm.h"

NTSTATUS IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP CsqInsertIrp, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                         PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                         PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
                         PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp) {
    Csq->CsqInsertIrp = CsqInsertIrp;
    Csq->CsqRemoveIrp = CsqRemoveIrp;
    Csq->CsqPeekNextIrp = CsqPeekNextIrp;
    Csq->CsqAcquireLock = CsqAcquireLock;
    Csq->CsqReleaseLock = CsqReleaseLock;
    Csq->CsqCompleteCanceledIrp = CsqCompleteCanceledIrp;
    return STATUS_SUCCESS;
}

/* The queue itself is the driver's; the request may be cancelled at once. */
VOID IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context) {
    KIRQL level;
    IoMarkIrpPending(Irp);
    Csq->CsqAcquireLock(Csq, &level);
    Csq->CsqInsertIrp(Csq, Irp);
    if (proviso_choose()) {
        Irp->Cancel = TRUE;
        Csq->CsqRemoveIrp(Csq, Irp);
        Csq->CsqReleaseLock(Csq, level);
        Csq->CsqCompleteCanceledIrp(Csq, Irp);
    } else {
        if (Context != NULL) {
            Context->Irp = Irp;
            Context->Csq = Csq;
        }
        Csq->CsqReleaseLock(Csq, level);
    }
}

PIRP IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context) {
    KIRQL level;
    PIRP irp;
    Csq->CsqAcquireLock(Csq, &level);
    irp = proviso_choose() ? Context->Irp : NULL;
    if (irp != NULL) {
        Csq->CsqRemoveIrp(Csq, irp);
        Context->Irp = NULL;
    }
    Csq->CsqReleaseLock(Csq, level);
    return irp;
}

PIRP IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext) {
    KIRQL level;
    PIRP irp;
    Csq->CsqAcquireLock(Csq, &level);
    irp = Csq->CsqPeekNextIrp(Csq, NULL, PeekContext);
    if (irp != NULL) {
        Csq->CsqRemoveIrp(Csq, irp);
    }
    Csq->CsqReleaseLock(Csq, level);
    return irp;
}
