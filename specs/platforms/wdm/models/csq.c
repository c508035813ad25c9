/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cancel-safe queues: the driver's callbacks do the work, in the documented order. Of several queues one is
 * followed.
 */
#include "proviso_wdm.h"

static PIO_CSQ proviso_csq;
static PIO_CSQ_INSERT_IRP proviso_csq_insert;
static PIO_CSQ_REMOVE_IRP proviso_csq_remove;
static PIO_CSQ_PEEK_NEXT_IRP proviso_csq_peek;
static PIO_CSQ_ACQUIRE_LOCK proviso_csq_acquire;
static PIO_CSQ_RELEASE_LOCK proviso_csq_release;
static PIO_CSQ_COMPLETE_CANCELED_IRP proviso_csq_complete;

NTSTATUS IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP CsqInsertIrp, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                         PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                         PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
                         PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp) {
    if (proviso_csq == NULL || proviso_csq == Csq || proviso_choose()) {
        proviso_csq = Csq;
        proviso_csq_insert = CsqInsertIrp;
        proviso_csq_remove = CsqRemoveIrp;
        proviso_csq_peek = CsqPeekNextIrp;
        proviso_csq_acquire = CsqAcquireLock;
        proviso_csq_release = CsqReleaseLock;
        proviso_csq_complete = CsqCompleteCanceledIrp;
    }
    return STATUS_SUCCESS;
}

/* The queue itself is the driver's; the request may be cancelled at once. */
VOID IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context) {
    KIRQL level;
    if (Csq != proviso_csq) {
        return;
    }
    proviso_csq_acquire(Csq, &level);
    proviso_csq_insert(Csq, Irp);
    if (proviso_choose()) {
        Irp->Cancel = TRUE;
        proviso_csq_remove(Csq, Irp);
        proviso_csq_release(Csq, level);
        proviso_csq_complete(Csq, Irp);
    } else {
        if (Context != NULL) {
            Context->Irp = Irp;
        }
        proviso_csq_release(Csq, level);
    }
}

PIRP IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context) {
    KIRQL level;
    PIRP irp;
    if (Csq != proviso_csq) {
        return NULL;
    }
    proviso_csq_acquire(Csq, &level);
    irp = proviso_choose() ? Context->Irp : NULL;
    if (irp != NULL) {
        proviso_csq_remove(Csq, irp);
        Context->Irp = NULL;
    }
    proviso_csq_release(Csq, level);
    return irp;
}

PIRP IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext) {
    KIRQL level;
    PIRP irp;
    if (Csq != proviso_csq) {
        return NULL;
    }
    proviso_csq_acquire(Csq, &level);
    irp = proviso_csq_peek(Csq, NULL, PeekContext);
    if (irp != NULL) {
        proviso_csq_remove(Csq, irp);
    }
    proviso_csq_release(Csq, level);
    return irp;
}
