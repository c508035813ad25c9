/* SPDX-License-Identifier: Apache-2.0 */
/*
 * I/O requests. What a driver registers for a request is kept in globals, not in the request: the checker
 * follows those exactly, where it may take one object in memory for another. So the stack location of the
 * driver below, which nobody here reads, is a new one each time it is asked for.
 */
#include "proviso_wdm.h"

PIRP proviso_cancelable_irp;
PDRIVER_CANCEL proviso_cancel_routine;

/* The request that is prepared to be passed down, with its completion routine. */
static PIRP proviso_prepared_irp;
static PIO_COMPLETION_ROUTINE proviso_prepared_routine;
static PVOID proviso_prepared_context;
static UCHAR proviso_prepared_control;

/* One of the requests that the drivers below have not finished yet. */
PIRP proviso_lower_irp;
static PIO_COMPLETION_ROUTINE proviso_lower_routine;
static PVOID proviso_lower_context;
static UCHAR proviso_lower_control;

PIRP proviso_new_request(PDEVICE_OBJECT device) {
    PIRP irp = (PIRP)__proviso_new(sizeof(IRP));
    PIO_STACK_LOCATION location = (PIO_STACK_LOCATION)__proviso_new(sizeof(IO_STACK_LOCATION));
    irp->Tail.Overlay.CurrentStackLocation = location;
    irp->CancelRoutine = NULL;
    irp->AssociatedIrp.SystemBuffer = (PVOID)__proviso_external();
    irp->MdlAddress = (PMDL)__proviso_external();
    irp->UserBuffer = (PVOID)__proviso_external();
    location->DeviceObject = device;
    location->FileObject = (PFILE_OBJECT)__proviso_external();
    return irp;
}

PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP Irp) {
    return Irp->Tail.Overlay.CurrentStackLocation;
}

PIO_STACK_LOCATION IoGetNextIrpStackLocation(PIRP Irp) {
    return (PIO_STACK_LOCATION)__proviso_new(sizeof(IO_STACK_LOCATION));
}

VOID IoSkipCurrentIrpStackLocation(PIRP Irp) {
}

VOID IoSetNextIrpStackLocation(PIRP Irp) {
    PIO_STACK_LOCATION location = (PIO_STACK_LOCATION)__proviso_new(sizeof(IO_STACK_LOCATION));
    location->DeviceObject = NULL;
    Irp->Tail.Overlay.CurrentStackLocation = location;
}

/* Copies all but the completion routine. */
VOID IoCopyCurrentIrpStackLocationToNext(PIRP Irp) {
    if (proviso_prepared_irp == Irp) {
        proviso_prepared_irp = NULL;
    }
}

VOID IoMarkIrpPending(PIRP Irp) {
}

/* A driver that prepares several requests before it passes one down: any one of them is remembered. */
VOID IoSetCompletionRoutine(PIRP Irp, PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context,
                            BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError, BOOLEAN InvokeOnCancel) {
    if (proviso_prepared_irp == NULL || proviso_prepared_irp == Irp || proviso_choose()) {
        proviso_prepared_irp = Irp;
        proviso_prepared_routine = CompletionRoutine;
        proviso_prepared_context = Context;
        proviso_prepared_control = (InvokeOnSuccess ? SL_INVOKE_ON_SUCCESS : 0) |
                                   (InvokeOnError ? SL_INVOKE_ON_ERROR : 0) |
                                   (InvokeOnCancel ? SL_INVOKE_ON_CANCEL : 0);
    }
}

NTSTATUS IoSetCompletionRoutineEx(PDEVICE_OBJECT DeviceObject, PIRP Irp,
                                  PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context,
                                  BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError, BOOLEAN InvokeOnCancel) {
    if (proviso_choose()) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    IoSetCompletionRoutine(Irp, CompletionRoutine, Context, InvokeOnSuccess, InvokeOnError, InvokeOnCancel);
    return STATUS_SUCCESS;
}

/* The driver below has finished with the request: its status is known, and the completion routine runs. */
static NTSTATUS proviso_finish(PIRP irp, PIO_COMPLETION_ROUTINE routine, PVOID context, UCHAR control) {
    NTSTATUS status = proviso_any_status();
    KIRQL old = proviso_irql;
    __proviso_assume(status != STATUS_PENDING);
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = __proviso_nondet_ulonglong();
    irp->PendingReturned = proviso_choose();
    if (routine != NULL && ((NT_SUCCESS(status) && (control & SL_INVOKE_ON_SUCCESS)) ||
                            (!NT_SUCCESS(status) && (control & SL_INVOKE_ON_ERROR)) ||
                            ((control & SL_INVOKE_ON_CANCEL) && proviso_choose()))) {
        if (proviso_choose()) {
            proviso_irql = DISPATCH_LEVEL;
        }
        routine(irp->Tail.Overlay.CurrentStackLocation->DeviceObject, irp, context);
        proviso_irql = old;
    }
    return status;
}

void proviso_complete_lower_irp(void) {
    PIRP irp = proviso_lower_irp;
    if (irp != NULL) {
        proviso_lower_irp = NULL;
        proviso_finish(irp, proviso_lower_routine, proviso_lower_context, proviso_lower_control);
    }
}

/* The driver below may finish before this returns, whatever it returns, or later. */
NTSTATUS IoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp) {
    PIO_COMPLETION_ROUTINE routine = NULL;
    if (proviso_prepared_irp == Irp) {
        routine = proviso_prepared_routine;
        proviso_prepared_irp = NULL;
    }
    if (proviso_choose()) {
        NTSTATUS status = proviso_finish(Irp, routine, proviso_prepared_context, proviso_prepared_control);
        return proviso_choose() ? status : STATUS_PENDING;
    }
    if (routine != NULL && (proviso_lower_irp == NULL || proviso_choose())) {
        proviso_lower_irp = Irp;
        proviso_lower_routine = routine;
        proviso_lower_context = proviso_prepared_context;
        proviso_lower_control = proviso_prepared_control;
    }
    return STATUS_PENDING;
}

NTSTATUS IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp) {
    return IoCallDriver(DeviceObject, Irp);
}

NTSTATUS PoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp) {
    return IoCallDriver(DeviceObject, Irp);
}

BOOLEAN IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp) {
    if (proviso_choose()) {
        return FALSE;
    }
    Irp->IoStatus.Status = proviso_any_status();
    Irp->IoStatus.Information = __proviso_nondet_ulonglong();
    return TRUE;
}

/* The request leaves the driver. */
VOID IoCompleteRequest(PIRP Irp, CCHAR PriorityBoost) {
    if (proviso_cancelable_irp == Irp) {
        proviso_cancelable_irp = NULL;
    }
}

VOID IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost) {
    IoCompleteRequest(Irp, PriorityBoost);
}

/* Whether a routine was set is kept in the request, which one in a global. */
PDRIVER_CANCEL IoSetCancelRoutine(PIRP Irp, PDRIVER_CANCEL CancelRoutine) {
    PDRIVER_CANCEL old = Irp->CancelRoutine;
    Irp->CancelRoutine = CancelRoutine;
    if (CancelRoutine == NULL) {
        if (proviso_cancelable_irp == Irp) {
            proviso_cancelable_irp = NULL;
        }
    } else if (proviso_cancelable_irp == NULL || proviso_choose()) {
        proviso_cancelable_irp = Irp;
        proviso_cancel_routine = CancelRoutine;
    }
    return old;
}

/* The cancel routine is entered with the cancel spin lock held, and releases it. */
BOOLEAN IoCancelIrp(PIRP Irp) {
    Irp->Cancel = TRUE;
    if (Irp->CancelRoutine == NULL) {
        return FALSE;
    }
    Irp->CancelRoutine = NULL;
    if (proviso_cancelable_irp == Irp) {
        proviso_cancelable_irp = NULL;
        Irp->CancelIrql = proviso_irql;
        proviso_irql = DISPATCH_LEVEL;
        proviso_cancel_routine(Irp->Tail.Overlay.CurrentStackLocation->DeviceObject, Irp);
    }
    return TRUE;
}

PIRP IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota) {
    PIRP irp;
    PIO_STACK_LOCATION location;
    if (proviso_choose()) {
        return NULL;
    }
    /* Zeroed, of which what drivers read is said here. */
    irp = (PIRP)__proviso_new(sizeof(IRP));
    location = (PIO_STACK_LOCATION)__proviso_new(sizeof(IO_STACK_LOCATION));
    irp->Tail.Overlay.CurrentStackLocation = location;
    irp->CancelRoutine = NULL;
    irp->Cancel = FALSE;
    irp->PendingReturned = FALSE;
    irp->IoStatus.Status = 0;
    irp->IoStatus.Information = 0;
    irp->AssociatedIrp.SystemBuffer = NULL;
    irp->MdlAddress = NULL;
    irp->UserBuffer = NULL;
    location->DeviceObject = NULL;
    return irp;
}

PIRP IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize, BOOLEAN ChargeQuota) {
    return IoAllocateIrp(StackSize, ChargeQuota);
}

VOID IoReuseIrp(PIRP Irp, NTSTATUS Iostatus) {
    Irp->IoStatus.Status = Iostatus;
    Irp->CancelRoutine = NULL;
    Irp->Cancel = FALSE;
}

VOID IoFreeIrp(PIRP Irp) {
    __proviso_free(Irp);
}

PIRP IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT DeviceObject, PVOID InputBuffer,
                                   ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength,
                                   BOOLEAN InternalDeviceIoControl, PKEVENT Event,
                                   PIO_STATUS_BLOCK IoStatusBlock) {
    return IoAllocateIrp(1, FALSE);
}

PIRP IoBuildSynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer,
                                  ULONG Length, PLARGE_INTEGER StartingOffset, PKEVENT Event,
                                  PIO_STATUS_BLOCK IoStatusBlock) {
    return IoAllocateIrp(1, FALSE);
}

PIRP IoBuildAsynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer,
                                   ULONG Length, PLARGE_INTEGER StartingOffset,
                                   PIO_STATUS_BLOCK IoStatusBlock) {
    return IoAllocateIrp(1, FALSE);
}

ULONG IoGetFunctionCodeFromCtlCode(ULONG ControlCode) {
    return (ControlCode >> 2) & 0xFFF;
}

BOOLEAN IoIs32bitProcess(PIRP Irp) {
    return proviso_choose();
}

PEPROCESS IoGetRequestorProcess(PIRP Irp) {
    return (PEPROCESS)__proviso_external();
}

VOID PoStartNextPowerIrp(PIRP Irp) {
}
