/* SPDX-License-Identifier: Apache-2.0 */
/*
 * I/O requests. Each has two stack locations: the driver's, and below it the one of the driver to which it is
 * passed. IoCallDriver leaves the current location where it is: passing down and completing move it there and
 * back.
 */
#include "proviso_wdm.h"

PIRP proviso_cancelable_irp;
PIRP proviso_lower_irp;

PIRP proviso_new_request(PDEVICE_OBJECT device) {
    PIRP irp = (PIRP)__proviso_new(sizeof(IRP));
    PIO_STACK_LOCATION locations = (PIO_STACK_LOCATION)__proviso_new(2 * sizeof(IO_STACK_LOCATION));
    irp->Tail.Overlay.CurrentStackLocation = &locations[1];
    irp->CancelRoutine = NULL;
    irp->AssociatedIrp.SystemBuffer = (PVOID)__proviso_external();
    irp->MdlAddress = (PMDL)__proviso_external();
    irp->UserBuffer = (PVOID)__proviso_external();
    locations[0].CompletionRoutine = NULL;
    locations[0].Control = 0;
    locations[1].CompletionRoutine = NULL;
    locations[1].Control = 0;
    locations[1].DeviceObject = device;
    locations[1].FileObject = (PFILE_OBJECT)__proviso_external();
    return irp;
}

PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP Irp) {
    return Irp->Tail.Overlay.CurrentStackLocation;
}

PIO_STACK_LOCATION IoGetNextIrpStackLocation(PIRP Irp) {
    return Irp->Tail.Overlay.CurrentStackLocation - 1;
}

VOID IoSkipCurrentIrpStackLocation(PIRP Irp) {
    Irp->Tail.Overlay.CurrentStackLocation = Irp->Tail.Overlay.CurrentStackLocation + 1;
}

VOID IoSetNextIrpStackLocation(PIRP Irp) {
    Irp->Tail.Overlay.CurrentStackLocation = Irp->Tail.Overlay.CurrentStackLocation - 1;
}

/* Copies all but the completion routine. */
VOID IoCopyCurrentIrpStackLocationToNext(PIRP Irp) {
    PIO_STACK_LOCATION current = Irp->Tail.Overlay.CurrentStackLocation;
    PIO_STACK_LOCATION next = current - 1;
    next->MajorFunction = current->MajorFunction;
    next->MinorFunction = current->MinorFunction;
    next->Flags = current->Flags;
    next->Parameters.Others.Argument1 = current->Parameters.Others.Argument1;
    next->Parameters.Others.Argument2 = current->Parameters.Others.Argument2;
    next->Parameters.Others.Argument3 = current->Parameters.Others.Argument3;
    next->Parameters.Others.Argument4 = current->Parameters.Others.Argument4;
    next->DeviceObject = current->DeviceObject;
    next->FileObject = current->FileObject;
    next->Control = 0;
    next->CompletionRoutine = NULL;
}

VOID IoMarkIrpPending(PIRP Irp) {
    Irp->Tail.Overlay.CurrentStackLocation->Control |= SL_PENDING_RETURNED;
}

VOID IoSetCompletionRoutine(PIRP Irp, PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context,
                            BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError, BOOLEAN InvokeOnCancel) {
    PIO_STACK_LOCATION next = Irp->Tail.Overlay.CurrentStackLocation - 1;
    next->CompletionRoutine = CompletionRoutine;
    next->Context = Context;
    next->Control = (InvokeOnSuccess ? SL_INVOKE_ON_SUCCESS : 0) | (InvokeOnError ? SL_INVOKE_ON_ERROR : 0) |
                    (InvokeOnCancel ? SL_INVOKE_ON_CANCEL : 0);
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

/* The driver below has finished with the request: its status is known, and the completion routine runs where
 * it was asked for. */
static NTSTATUS proviso_lower_finishes(PIRP Irp) {
    PIO_STACK_LOCATION current = Irp->Tail.Overlay.CurrentStackLocation;
    PIO_STACK_LOCATION lower = current - 1;
    PIO_COMPLETION_ROUTINE routine = lower->CompletionRoutine;
    NTSTATUS status = proviso_any_status();
    KIRQL old = proviso_irql;
    __proviso_assume(status != STATUS_PENDING);
    Irp->IoStatus.Status = status;
    Irp->IoStatus.Information = __proviso_nondet_ulonglong();
    Irp->PendingReturned = proviso_choose();
    if (routine != NULL && ((NT_SUCCESS(status) && (lower->Control & SL_INVOKE_ON_SUCCESS)) ||
                            (!NT_SUCCESS(status) && (lower->Control & SL_INVOKE_ON_ERROR)) ||
                            (Irp->Cancel && (lower->Control & SL_INVOKE_ON_CANCEL)))) {
        if (proviso_choose()) {
            proviso_irql = DISPATCH_LEVEL;
        }
        routine(current->DeviceObject, Irp, lower->Context);
        proviso_irql = old;
    }
    return status;
}

void proviso_complete_lower_irp(void) {
    PIRP irp = proviso_lower_irp;
    if (irp != NULL) {
        proviso_lower_irp = NULL;
        proviso_lower_finishes(irp);
    }
}

/* The driver below may finish before this returns, whatever it returns, or later. */
NTSTATUS IoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp) {
    if (proviso_choose()) {
        NTSTATUS status = proviso_lower_finishes(Irp);
        return proviso_choose() ? status : STATUS_PENDING;
    }
    if (proviso_lower_irp == NULL || proviso_choose()) {
        proviso_lower_irp = Irp;
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

PDRIVER_CANCEL IoSetCancelRoutine(PIRP Irp, PDRIVER_CANCEL CancelRoutine) {
    PDRIVER_CANCEL old = Irp->CancelRoutine;
    Irp->CancelRoutine = CancelRoutine;
    if (CancelRoutine == NULL) {
        if (proviso_cancelable_irp == Irp) {
            proviso_cancelable_irp = NULL;
        }
    } else if (proviso_cancelable_irp == NULL || proviso_choose()) {
        proviso_cancelable_irp = Irp;
    }
    return old;
}

/* The cancel routine is entered with the cancel spin lock held, and releases it. */
BOOLEAN IoCancelIrp(PIRP Irp) {
    PDRIVER_CANCEL routine = Irp->CancelRoutine;
    Irp->Cancel = TRUE;
    if (routine == NULL) {
        return FALSE;
    }
    Irp->CancelRoutine = NULL;
    if (proviso_cancelable_irp == Irp) {
        proviso_cancelable_irp = NULL;
    }
    Irp->CancelIrql = proviso_irql;
    proviso_irql = DISPATCH_LEVEL;
    routine(Irp->Tail.Overlay.CurrentStackLocation->DeviceObject, Irp);
    return TRUE;
}

PIRP IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota) {
    PIRP irp;
    PIO_STACK_LOCATION locations;
    if (proviso_choose()) {
        return NULL;
    }
    /* Zeroed, of which what drivers read is said here. */
    irp = (PIRP)__proviso_new(sizeof(IRP));
    locations = (PIO_STACK_LOCATION)__proviso_new(2 * sizeof(IO_STACK_LOCATION));
    irp->Tail.Overlay.CurrentStackLocation = &locations[1];
    irp->CancelRoutine = NULL;
    irp->Cancel = FALSE;
    irp->PendingReturned = FALSE;
    irp->IoStatus.Status = 0;
    irp->IoStatus.Information = 0;
    irp->AssociatedIrp.SystemBuffer = NULL;
    irp->MdlAddress = NULL;
    irp->UserBuffer = NULL;
    locations[0].CompletionRoutine = NULL;
    locations[0].Control = 0;
    locations[1].CompletionRoutine = NULL;
    locations[1].Control = 0;
    locations[1].DeviceObject = NULL;
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
