/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is called later: DPCs, timers, interrupts, work items, threads, power requests. The models remember
 * one callback of each kind; where a driver registers several, any of them is the one.
 */
#include "proviso_wdm.h"

PKDPC proviso_dpc;
PKDEFERRED_ROUTINE proviso_dpc_routine;
PVOID proviso_dpc_context;
PVOID proviso_dpc_arguments[2];
BOOLEAN proviso_dpc_is_queued;
BOOLEAN proviso_dpc_is_periodic;
static PKTIMER proviso_dpc_timer;
PIO_DPC_ROUTINE proviso_device_dpc_routine;
PDEVICE_OBJECT proviso_device_dpc_device;
PIRP proviso_device_dpc_irp;
PVOID proviso_device_dpc_context;
BOOLEAN proviso_device_dpc_queued;
PIO_TIMER_ROUTINE proviso_timer_routine;
PDEVICE_OBJECT proviso_timer_device;
PVOID proviso_timer_context;
BOOLEAN proviso_timer_started;
PEXT_CALLBACK proviso_ex_timer_routine;
PEX_TIMER proviso_ex_timer;
PVOID proviso_ex_timer_context;
BOOLEAN proviso_ex_timer_set;
PIO_WORKITEM_ROUTINE proviso_workitem_routine;
PDEVICE_OBJECT proviso_workitem_device;
PVOID proviso_workitem_context;
PIO_WORKITEM_ROUTINE_EX proviso_workitem_ex_routine;
PIO_WORKITEM proviso_workitem_ex_item;
PVOID proviso_workitem_ex_context;
static PWORK_QUEUE_ITEM proviso_worker_item;
PWORKER_THREAD_ROUTINE proviso_worker_routine;
BOOLEAN proviso_worker_is_queued;
PVOID proviso_worker_parameter;
PKSTART_ROUTINE proviso_thread_routine;
PVOID proviso_thread_context;
PKSERVICE_ROUTINE proviso_service_routine;
PVOID proviso_service_context;
PKMESSAGE_SERVICE_ROUTINE proviso_message_routine;
PVOID proviso_message_context;
PKINTERRUPT proviso_interrupt;
PREQUEST_POWER_COMPLETE proviso_power_routine;
PDEVICE_OBJECT proviso_power_device;
UCHAR proviso_power_minor;
POWER_STATE proviso_power_state;
PVOID proviso_power_context;

/* DPCs: of those that a driver initialises, one is followed. */

VOID KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext) {
    if (proviso_dpc == NULL || proviso_dpc == Dpc || proviso_choose()) {
        proviso_dpc = Dpc;
        proviso_dpc_routine = DeferredRoutine;
        proviso_dpc_context = DeferredContext;
        proviso_dpc_is_queued = FALSE;
        proviso_dpc_timer = NULL;
    }
}

VOID KeInitializeThreadedDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext) {
    KeInitializeDpc(Dpc, DeferredRoutine, DeferredContext);
}

BOOLEAN KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2) {
    if (Dpc != proviso_dpc) {
        return proviso_choose();
    }
    if (proviso_dpc_is_queued && proviso_dpc_timer == NULL) {
        return FALSE;
    }
    proviso_dpc_arguments[0] = SystemArgument1;
    proviso_dpc_arguments[1] = SystemArgument2;
    proviso_dpc_is_queued = TRUE;
    return TRUE;
}

BOOLEAN KeRemoveQueueDpc(PRKDPC Dpc) {
    if (Dpc != proviso_dpc) {
        return proviso_choose();
    }
    if (!proviso_dpc_is_queued) {
        return FALSE;
    }
    proviso_dpc_is_queued = FALSE;
    return TRUE;
}

VOID KeSetTargetProcessorDpc(PRKDPC Dpc, CCHAR Number) {
}

NTSTATUS KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber) {
    return proviso_any_status();
}

VOID KeSetImportanceDpc(PRKDPC Dpc, KDPC_IMPORTANCE Importance) {
}

/* All DPCs have run when this returns; those that the models remember run afterwards instead, which only
 * makes more orders. */
VOID KeFlushQueuedDpcs(VOID) {
}

VOID IoInitializeDpcRequest(PDEVICE_OBJECT DeviceObject, PIO_DPC_ROUTINE DpcRoutine) {
    proviso_device_dpc_routine = DpcRoutine;
    proviso_device_dpc_device = DeviceObject;
}

VOID IoRequestDpc(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context) {
    proviso_device_dpc_irp = Irp;
    proviso_device_dpc_context = Context;
    proviso_device_dpc_queued = TRUE;
}

/* Timers */

VOID KeInitializeTimer(PKTIMER Timer) {
}

VOID KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type) {
}

BOOLEAN KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc) {
    return KeSetTimerEx(Timer, DueTime, 0, Dpc);
}

BOOLEAN KeSetTimerEx(PKTIMER Timer, LARGE_INTEGER DueTime, LONG Period, PKDPC Dpc) {
    if (Dpc != NULL && Dpc == proviso_dpc) {
        proviso_dpc_timer = Timer;
        proviso_dpc_is_queued = TRUE;
        proviso_dpc_is_periodic = Period != 0;
    }
    return proviso_choose();
}

BOOLEAN KeSetCoalescableTimer(PKTIMER Timer, LARGE_INTEGER DueTime, ULONG Period, ULONG TolerableDelay,
                              PKDPC Dpc) {
    return KeSetTimerEx(Timer, DueTime, (LONG)Period, Dpc);
}

/* True: it had not expired. False: its DPC may still be queued. */
BOOLEAN KeCancelTimer(PKTIMER Timer) {
    BOOLEAN in_time = proviso_choose();
    if (Timer == proviso_dpc_timer) {
        proviso_dpc_is_periodic = FALSE;
        if (in_time) {
            proviso_dpc_is_queued = FALSE;
        }
    }
    return in_time;
}

BOOLEAN KeReadStateTimer(PKTIMER Timer) {
    return proviso_choose();
}

NTSTATUS IoInitializeTimer(PDEVICE_OBJECT DeviceObject, PIO_TIMER_ROUTINE TimerRoutine, PVOID Context) {
    if (proviso_choose()) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    proviso_timer_routine = TimerRoutine;
    proviso_timer_device = DeviceObject;
    proviso_timer_context = Context;
    return STATUS_SUCCESS;
}

VOID IoStartTimer(PDEVICE_OBJECT DeviceObject) {
    proviso_timer_started = TRUE;
}

VOID IoStopTimer(PDEVICE_OBJECT DeviceObject) {
    proviso_timer_started = FALSE;
}

PEX_TIMER ExAllocateTimer(PEXT_CALLBACK Callback, PVOID CallbackContext, ULONG Attributes) {
    PEX_TIMER timer;
    if (proviso_choose()) {
        return NULL;
    }
    timer = (PEX_TIMER)__proviso_new(sizeof(struct _EX_TIMER));
    proviso_ex_timer = timer;
    proviso_ex_timer_routine = Callback;
    proviso_ex_timer_context = CallbackContext;
    return timer;
}

BOOLEAN ExSetTimer(PEX_TIMER Timer, LONGLONG DueTime, LONGLONG Period, PEXT_SET_PARAMETERS Parameters) {
    if (Timer == proviso_ex_timer) {
        proviso_ex_timer_set = TRUE;
    }
    return proviso_choose();
}

BOOLEAN ExCancelTimer(PEX_TIMER Timer, PVOID Parameters) {
    if (Timer == proviso_ex_timer) {
        proviso_ex_timer_set = FALSE;
    }
    return proviso_choose();
}

BOOLEAN ExDeleteTimer(PEX_TIMER Timer, BOOLEAN Cancel, BOOLEAN Wait, PEXT_DELETE_PARAMETERS Parameters) {
    if (Timer == proviso_ex_timer) {
        proviso_ex_timer_set = FALSE;
    }
    return proviso_choose();
}

VOID ExInitializeSetTimerParameters(PEXT_SET_PARAMETERS Parameters) {
}

VOID ExInitializeDeleteTimerParameters(PEXT_DELETE_PARAMETERS Parameters) {
}

/* Interrupts */

static NTSTATUS proviso_connect(PKINTERRUPT *interrupt) {
    PKINTERRUPT object = (PKINTERRUPT)__proviso_external();
    if (object == NULL) {
        NTSTATUS status = proviso_any_status();
        __proviso_assume(!NT_SUCCESS(status));
        return status;
    }
    *interrupt = object;
    proviso_interrupt = object;
    return STATUS_SUCCESS;
}

NTSTATUS IoConnectInterrupt(PKINTERRUPT *InterruptObject, PKSERVICE_ROUTINE ServiceRoutine,
                            PVOID ServiceContext, PKSPIN_LOCK SpinLock, ULONG Vector, KIRQL Irql,
                            KIRQL SynchronizeIrql, KINTERRUPT_MODE InterruptMode, BOOLEAN ShareVector,
                            KAFFINITY ProcessorEnableMask, BOOLEAN FloatingSave) {
    NTSTATUS status = proviso_connect(InterruptObject);
    if (NT_SUCCESS(status)) {
        proviso_service_routine = ServiceRoutine;
        proviso_service_context = ServiceContext;
    }
    return status;
}

VOID IoDisconnectInterrupt(PKINTERRUPT InterruptObject) {
    proviso_service_routine = NULL;
}

NTSTATUS IoConnectInterruptEx(PIO_CONNECT_INTERRUPT_PARAMETERS Parameters) {
    NTSTATUS status;
    if (Parameters->Version == CONNECT_MESSAGE_BASED) {
        status = proviso_connect(Parameters->MessageBased.ConnectionContext.InterruptObject);
        if (NT_SUCCESS(status)) {
            proviso_message_routine = Parameters->MessageBased.MessageServiceRoutine;
            proviso_message_context = Parameters->MessageBased.ServiceContext;
        }
    } else {
        /* The fully specified form begins like the line-based one. */
        status = proviso_connect(Parameters->LineBased.InterruptObject);
        if (NT_SUCCESS(status)) {
            proviso_service_routine = Parameters->LineBased.ServiceRoutine;
            proviso_service_context = Parameters->LineBased.ServiceContext;
        }
    }
    return status;
}

VOID IoDisconnectInterruptEx(PIO_DISCONNECT_INTERRUPT_PARAMETERS Parameters) {
    proviso_service_routine = NULL;
    proviso_message_routine = NULL;
}

/* Work items and threads */

PIO_WORKITEM IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject) {
    PIO_WORKITEM item;
    if (proviso_choose()) {
        return NULL;
    }
    item = (PIO_WORKITEM)__proviso_new(sizeof(struct _IO_WORKITEM));
    item->ReservedObject = DeviceObject;
    return item;
}

VOID IoFreeWorkItem(PIO_WORKITEM IoWorkItem) {
    __proviso_free(IoWorkItem);
}

VOID IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM IoWorkItem) {
    IoWorkItem->ReservedObject = IoObject;
}

VOID IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem) {
}

ULONG IoSizeofWorkItem(VOID) {
    return sizeof(struct _IO_WORKITEM);
}

VOID IoQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType,
                     PVOID Context) {
    if (proviso_workitem_routine == NULL || proviso_choose()) {
        proviso_workitem_routine = WorkerRoutine;
        proviso_workitem_device = (PDEVICE_OBJECT)IoWorkItem->ReservedObject;
        proviso_workitem_context = Context;
    }
}

VOID IoQueueWorkItemEx(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine,
                       WORK_QUEUE_TYPE QueueType, PVOID Context) {
    if (proviso_workitem_ex_routine == NULL || proviso_choose()) {
        proviso_workitem_ex_routine = WorkerRoutine;
        proviso_workitem_ex_item = IoWorkItem;
        proviso_workitem_ex_context = Context;
    }
}

VOID ExInitializeWorkItem(PWORK_QUEUE_ITEM Item, PWORKER_THREAD_ROUTINE Routine, PVOID Context) {
    if (proviso_worker_item == NULL || proviso_worker_item == Item || proviso_choose()) {
        proviso_worker_item = Item;
        proviso_worker_routine = Routine;
        proviso_worker_parameter = Context;
        proviso_worker_is_queued = FALSE;
    }
}

VOID ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE QueueType) {
    if (WorkItem == proviso_worker_item) {
        proviso_worker_is_queued = TRUE;
    }
}

NTSTATUS PsCreateSystemThread(PHANDLE ThreadHandle, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                              HANDLE ProcessHandle, PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine,
                              PVOID StartContext) {
    NTSTATUS status = proviso_any_status();
    if (NT_SUCCESS(status)) {
        *ThreadHandle = (HANDLE)__proviso_nondet_ulonglong();
        if (proviso_thread_routine == NULL || proviso_choose()) {
            proviso_thread_routine = StartRoutine;
            proviso_thread_context = StartContext;
        }
    }
    return status;
}

/* Power requests */

NTSTATUS PoRequestPowerIrp(PDEVICE_OBJECT DeviceObject, UCHAR MinorFunction, POWER_STATE PowerState,
                           PREQUEST_POWER_COMPLETE CompletionFunction, PVOID Context, PIRP *Irp) {
    if (proviso_choose()) {
        NTSTATUS status = proviso_any_status();
        __proviso_assume(!NT_SUCCESS(status));
        return status;
    }
    if (Irp != NULL) {
        *Irp = (PIRP)__proviso_external();
    }
    if (CompletionFunction != NULL && (proviso_power_routine == NULL || proviso_choose())) {
        proviso_power_routine = CompletionFunction;
        proviso_power_device = DeviceObject;
        proviso_power_minor = MinorFunction;
        proviso_power_state = PowerState;
        proviso_power_context = Context;
    }
    return STATUS_PENDING;
}
