/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calls an NDIS driver as NDIS does, in the documented order of states, each callback at its documented IRQL:
 *
 *   DriverEntry
 *     miniport  MiniportInitializeEx · paused · MiniportRestart · running · MiniportPause · paused · … ·
 *               MiniportHaltEx, and again
 *     filter    FilterAttach · paused · FilterRestart · running · FilterPause · paused · … · FilterDetach, and again
 *     protocol  ProtocolBindAdapterEx · sends, receives, events · ProtocolUnbindAdapterEx, and again
 *   unload
 *
 * Only a MiniportInitializeEx or FilterAttach that succeeded is followed by the rest, and only a DriverEntry
 * that succeeded by anything.
 */
#include <proviso_ndis.h>
#include <proviso_wdm.h>

#include "proviso_entries.h"

#if HAS_MINIPORT_INITIALIZE + HAS_FILTER_ATTACH + HAS_PROTOCOL_BIND_ADAPTER_EX > 1
#error "a driver that is more than one of miniport, filter and protocol is beyond the platform ndis: give --entry"
#endif

static UNICODE_STRING registry_path;

static void at(KIRQL level) {
    proviso_irql = level;
}

static void at_passive_or_dispatch(void) {
    proviso_irql = proviso_choose() ? DISPATCH_LEVEL : PASSIVE_LEVEL;
}

/* The flag that says DISPATCH_LEVEL is only set there, but may be missing there. All such flags are bit 0. */
static ULONG level_flag(void) {
    return proviso_irql == DISPATCH_LEVEL && proviso_choose() ? 1 : 0;
}

static ULONG receive_flags(void) {
    return level_flag() | (proviso_choose() ? NDIS_RECEIVE_FLAGS_RESOURCES : 0);
}

static PNDIS_OID_REQUEST some_request(void) {
    PNDIS_OID_REQUEST request = (PNDIS_OID_REQUEST)__proviso_external();
    __proviso_assume(request != NULL);
    return request;
}

NDIS_STATUS proviso_ndis_set_options(NDIS_HANDLE NdisDriverHandle, NDIS_HANDLE DriverContext) {
    NDIS_STATUS status = NDIS_STATUS_SUCCESS;
#if HAS_MINIPORT_SET_OPTIONS
    status = enter_MINIPORT_SET_OPTIONS(NdisDriverHandle, DriverContext);
#elif HAS_FILTER_SET_OPTIONS
    status = enter_FILTER_SET_OPTIONS(NdisDriverHandle, DriverContext);
#elif HAS_PROTOCOL_SET_OPTIONS
    status = enter_PROTOCOL_SET_OPTIONS(NdisDriverHandle, DriverContext);
#elif HAS_SET_OPTIONS
    status = enter_SET_OPTIONS(NdisDriverHandle, DriverContext);
#endif
    return status;
}

/* What lower drivers have sent goes back to the driver, some of it or all. */
static void complete_some_sends(void) {
#if HAS_FILTER_SEND_NET_BUFFER_LISTS_COMPLETE || HAS_PROTOCOL_SEND_NET_BUFFER_LISTS_COMPLETE
    PNET_BUFFER_LIST lists;
    if (proviso_ndis_outstanding_sends == NULL)
        return;
    lists = proviso_ndis_some_sends();
    at_passive_or_dispatch();
#if HAS_FILTER_SEND_NET_BUFFER_LISTS_COMPLETE
    enter_FILTER_SEND_NET_BUFFER_LISTS_COMPLETE(proviso_ndis_adapter_context, lists, level_flag());
#else
    enter_PROTOCOL_SEND_NET_BUFFER_LISTS_COMPLETE(proviso_ndis_adapter_context, lists, level_flag());
#endif
    at(PASSIVE_LEVEL);
#endif
}

/* What higher drivers have received goes back to the driver, some of it or all. */
static void return_some_receives(void) {
#if HAS_FILTER_RETURN_NET_BUFFER_LISTS || HAS_MINIPORT_RETURN_NET_BUFFER_LISTS
    PNET_BUFFER_LIST lists;
    if (proviso_ndis_outstanding_receives == NULL)
        return;
    lists = proviso_ndis_some_receives();
    at_passive_or_dispatch();
#if HAS_FILTER_RETURN_NET_BUFFER_LISTS
    enter_FILTER_RETURN_NET_BUFFER_LISTS(proviso_ndis_adapter_context, lists, level_flag());
#else
    enter_MINIPORT_RETURN_NET_BUFFER_LISTS(proviso_ndis_adapter_context, lists, level_flag());
#endif
    at(PASSIVE_LEVEL);
#endif
}

/* Before a pause ends, everything has come back. */
static void drain(void) {
#if HAS_FILTER_SEND_NET_BUFFER_LISTS_COMPLETE || HAS_PROTOCOL_SEND_NET_BUFFER_LISTS_COMPLETE
    while (proviso_ndis_outstanding_sends != NULL)
        complete_some_sends();
#endif
#if HAS_FILTER_RETURN_NET_BUFFER_LISTS || HAS_MINIPORT_RETURN_NET_BUFFER_LISTS
    while (proviso_ndis_outstanding_receives != NULL)
        return_some_receives();
#endif
}

#if HAS_NDIS_TIMER_FUNCTION
static void expire_a_timer(void) {
    struct proviso_ndis_timer *timer = proviso_ndis_timers;
    while (timer != NULL && proviso_choose())
        timer = timer->next;
    if (timer == NULL || !timer->armed)
        return;
    timer->armed = timer->periodic;
    at(DISPATCH_LEVEL);
    timer->function(NULL, timer->context, NULL, NULL);
    at(PASSIVE_LEVEL);
}
#endif

#if HAS_NDIS_IO_WORKITEM_FUNCTION || HAS_NDIS_IO_WORKITEM
static void run_a_work_item(void) {
    struct proviso_ndis_work_item *item = proviso_ndis_work_items;
    while (item != NULL && proviso_choose())
        item = item->next;
    if (item == NULL || !item->queued)
        return;
    item->queued = FALSE;
    item->routine(item->context, item);
}
#endif

/* The interrupt service routine, and its DPC where it asks for one. */
#if HAS_MINIPORT_ISR
static void interrupt(void) {
    BOOLEAN queue_dpc = FALSE;
    ULONG processors = 0;
    if (!proviso_ndis_interrupt_connected)
        return;
    at(PROVISO_DEVICE_LEVEL);
    enter_MINIPORT_ISR(proviso_ndis_interrupt_context, &queue_dpc, &processors);
    if (queue_dpc) {
        at(DISPATCH_LEVEL);
        enter_MINIPORT_INTERRUPT_DPC(proviso_ndis_interrupt_context, NULL, NULL, NULL);
    }
    at(PASSIVE_LEVEL);
}
#endif

/* Callbacks of the kernel's own, which the driver has registered with it. */
#if HAS_KDEFERRED_ROUTINE
static void kernel_dpc(void) {
    PKDPC dpc = proviso_queued_dpc;
    if (dpc == NULL)
        return;
    if (!proviso_dpc_is_periodic)
        proviso_queued_dpc = NULL;
    at(DISPATCH_LEVEL);
    dpc->DeferredRoutine(dpc, dpc->DeferredContext, dpc->SystemArgument1, dpc->SystemArgument2);
    at(PASSIVE_LEVEL);
}
#endif

#if HAS_IO_WORKITEM_ROUTINE
static void kernel_work_item(void) {
    PIO_WORKITEM_ROUTINE routine = proviso_workitem_routine;
    if (routine == NULL)
        return;
    proviso_workitem_routine = NULL;
    routine(proviso_workitem_device, proviso_workitem_context);
}
#endif

#if HAS_WORKER_THREAD_ROUTINE
static void kernel_worker(void) {
    PWORKER_THREAD_ROUTINE routine = proviso_worker_routine;
    if (routine == NULL)
        return;
    proviso_worker_routine = NULL;
    routine(proviso_worker_parameter);
}
#endif

#if HAS_KSTART_ROUTINE
static void kernel_thread(void) {
    PKSTART_ROUTINE routine = proviso_thread_routine;
    if (routine == NULL)
        return;
    proviso_thread_routine = NULL;
    routine(proviso_thread_context);
}
#endif

/* What may come at any time while an adapter or filter module exists, whatever its state. */
static void asynchronous_callback(void) {
    switch (__proviso_nondet_int()) {
    case 0:
        return_some_receives();
        break;
    case 1:
        complete_some_sends();
        break;
#if HAS_NDIS_TIMER_FUNCTION
    case 2:
        expire_a_timer();
        break;
#endif
#if HAS_NDIS_IO_WORKITEM_FUNCTION || HAS_NDIS_IO_WORKITEM
    case 3:
        run_a_work_item();
        break;
#endif
#if HAS_MINIPORT_ISR
    case 4:
        interrupt();
        break;
#endif
#if HAS_KDEFERRED_ROUTINE
    case 5:
        kernel_dpc();
        break;
#endif
#if HAS_IO_WORKITEM_ROUTINE
    case 6:
        kernel_work_item();
        break;
#endif
#if HAS_WORKER_THREAD_ROUTINE
    case 7:
        kernel_worker();
        break;
#endif
#if HAS_KSTART_ROUTINE
    case 8:
        kernel_thread();
        break;
#endif
    default:
        break;
    }
}

void proviso_ndis_while_waiting(void) {
    KIRQL level = proviso_irql;
    while (proviso_choose())
        asynchronous_callback();
    at(level);
}

/* What the I/O manager does for a major function that the driver has not set. */
NTSTATUS unhandled_DRIVER_DISPATCH(PDEVICE_OBJECT device, PIRP irp) {
    return STATUS_INVALID_DEVICE_REQUEST;
}

#if HAS_DRIVER_DISPATCH
/* A request to the driver's control device. */
static void control_request(void) {
    PDEVICE_OBJECT device = proviso_ndis_control_device;
    if (device != NULL) {
        PIRP irp = proviso_new_request(device);
        UCHAR major = __proviso_nondet_uchar();
        irp->Tail.Overlay.CurrentStackLocation->MajorFunction = major;
        enter_DRIVER_DISPATCH(major, device, irp);
    }
}
#endif

#if HAS_MINIPORT_INITIALIZE

static BOOLEAN oid_request_pends;

/* NDIS gives a miniport one OID request at a time. */
static void miniport_oid_request(void) {
#if HAS_MINIPORT_OID_REQUEST
    NDIS_STATUS status;
    if (oid_request_pends && !proviso_ndis_oid_completed)
        return;
    proviso_ndis_oid_completed = FALSE;
    status = enter_MINIPORT_OID_REQUEST(proviso_ndis_adapter_context, some_request());
    oid_request_pends = status == NDIS_STATUS_PENDING;
#endif
}

/* In every state of the adapter. */
static void miniport_callback(void) {
    switch (__proviso_nondet_int()) {
    case 0:
        miniport_oid_request();
        break;
#if HAS_MINIPORT_CANCEL_OID_REQUEST
    case 1:
        at_passive_or_dispatch();
        enter_MINIPORT_CANCEL_OID_REQUEST(proviso_ndis_adapter_context, NULL);
        break;
#endif
#if HAS_MINIPORT_DIRECT_OID_REQUEST
    case 2:
        at_passive_or_dispatch();
        enter_MINIPORT_DIRECT_OID_REQUEST(proviso_ndis_adapter_context, some_request());
        break;
#endif
#if HAS_MINIPORT_DEVICE_PNP_EVENT_NOTIFY
    case 3: {
        PNET_DEVICE_PNP_EVENT event = (PNET_DEVICE_PNP_EVENT)__proviso_external();
        __proviso_assume(event != NULL);
        enter_MINIPORT_DEVICE_PNP_EVENT_NOTIFY(proviso_ndis_adapter_context, event);
        break;
    }
#endif
#if HAS_MINIPORT_CHECK_FOR_HANG
    case 4:
        enter_MINIPORT_CHECK_FOR_HANG(proviso_ndis_adapter_context);
        break;
#endif
#if HAS_MINIPORT_RESET
    case 5: {
        BOOLEAN addressing_reset = FALSE;
        at_passive_or_dispatch();
        enter_MINIPORT_RESET(proviso_ndis_adapter_context, &addressing_reset);
        break;
    }
#endif
#if HAS_MINIPORT_CANCEL_SEND
    case 6:
        at_passive_or_dispatch();
        enter_MINIPORT_CANCEL_SEND(proviso_ndis_adapter_context, NULL);
        break;
#endif
#if HAS_DRIVER_DISPATCH
    case 7:
        control_request();
        break;
#endif
#if HAS_MINIPORT_SHUTDOWN
    case 8:
        enter_MINIPORT_SHUTDOWN(proviso_ndis_adapter_context, (NDIS_SHUTDOWN_ACTION)__proviso_nondet_int());
        __proviso_assume(0); /* the system is down */
        break;
#endif
    default:
        asynchronous_callback();
        break;
    }
    at(PASSIVE_LEVEL);
}

/* Any chain: a miniport's sends are not tracked, so that their lists need not be told apart. */
static void miniport_send(void) {
#if HAS_MINIPORT_SEND_NET_BUFFER_LISTS
    PNET_BUFFER_LIST lists = (PNET_BUFFER_LIST)__proviso_external();
    __proviso_assume(lists != NULL);
    at_passive_or_dispatch();
    enter_MINIPORT_SEND_NET_BUFFER_LISTS(proviso_ndis_adapter_context, lists, NDIS_DEFAULT_PORT_NUMBER,
                                         level_flag());
    at(PASSIVE_LEVEL);
#endif
}

/* True where the adapter is running afterwards. A restart that pends ends when the driver says so. */
static BOOLEAN miniport_restart(void) {
    NDIS_STATUS status = NDIS_STATUS_SUCCESS;
#if HAS_MINIPORT_RESTART
    PNDIS_MINIPORT_RESTART_PARAMETERS parameters = (PNDIS_MINIPORT_RESTART_PARAMETERS)__proviso_external();
    __proviso_assume(parameters != NULL);
    proviso_ndis_restart_completed = FALSE;
    status = enter_MINIPORT_RESTART(proviso_ndis_adapter_context, parameters);
    if (status == NDIS_STATUS_PENDING) {
        while (proviso_choose())
            miniport_callback();
        __proviso_assume(proviso_ndis_restart_completed);
        status = proviso_ndis_restart_status;
    }
#endif
    return status == NDIS_STATUS_SUCCESS;
}

/*
 * A driver cannot fail to pause. While it pauses it still gets what comes in every state, and sends, which it
 * has to reject.
 */
static void miniport_pause(void) {
#if HAS_MINIPORT_PAUSE
    PNDIS_MINIPORT_PAUSE_PARAMETERS parameters = (PNDIS_MINIPORT_PAUSE_PARAMETERS)__proviso_external();
    __proviso_assume(parameters != NULL);
    proviso_ndis_pause_completed = FALSE;
    if (enter_MINIPORT_PAUSE(proviso_ndis_adapter_context, parameters) == NDIS_STATUS_PENDING) {
        while (proviso_choose()) {
            if (proviso_choose())
                miniport_send();
            else
                miniport_callback();
        }
        drain();
        __proviso_assume(proviso_ndis_pause_completed);
        return;
    }
#endif
    drain();
}

static void miniport_run(void) {
    while (proviso_choose()) {
        if (proviso_choose())
            miniport_send();
        else
            miniport_callback();
    }
}

static void one_adapter(void) {
    PNDIS_MINIPORT_INIT_PARAMETERS parameters = (PNDIS_MINIPORT_INIT_PARAMETERS)__proviso_external();
    __proviso_assume(parameters != NULL);
    if (enter_MINIPORT_INITIALIZE(&proviso_ndis_adapter_handle, proviso_ndis_driver_context, parameters) !=
        NDIS_STATUS_SUCCESS)
        return;
    oid_request_pends = FALSE;
    while (proviso_choose()) {
        if (proviso_choose()) {
            miniport_callback();
        } else if (miniport_restart()) {
            miniport_run();
            miniport_pause();
        }
    }
    drain();
    enter_MINIPORT_HALT(proviso_ndis_adapter_context, (NDIS_HALT_ACTION)__proviso_nondet_int());
    proviso_ndis_interrupt_connected = FALSE;
}

#elif HAS_FILTER_ATTACH

static void filter_oid_request(void) {
#if HAS_FILTER_OID_REQUEST
    at_passive_or_dispatch();
    enter_FILTER_OID_REQUEST(proviso_ndis_adapter_context, some_request());
#endif
}

/* The request that lower drivers have pended. */
static void complete_the_request(void) {
#if HAS_FILTER_OID_REQUEST_COMPLETE
    PNDIS_OID_REQUEST request = proviso_ndis_pended_request;
    if (request == NULL)
        return;
    proviso_ndis_pended_request = NULL;
    at_passive_or_dispatch();
    enter_FILTER_OID_REQUEST_COMPLETE(proviso_ndis_adapter_context, request,
                                      (NDIS_STATUS)__proviso_nondet_int());
#endif
}

static void filter_receive(void) {
#if HAS_FILTER_RECEIVE_NET_BUFFER_LISTS
    PNET_BUFFER_LIST lists = proviso_ndis_foreign_lists();
    at_passive_or_dispatch();
    enter_FILTER_RECEIVE_NET_BUFFER_LISTS(proviso_ndis_adapter_context, lists, NDIS_DEFAULT_PORT_NUMBER,
                                          __proviso_nondet_ulong(),
                                          receive_flags());
    at(PASSIVE_LEVEL);
#endif
}

static void filter_send(void) {
#if HAS_FILTER_SEND_NET_BUFFER_LISTS
    PNET_BUFFER_LIST lists = proviso_ndis_foreign_lists();
    at_passive_or_dispatch();
    enter_FILTER_SEND_NET_BUFFER_LISTS(proviso_ndis_adapter_context, lists, NDIS_DEFAULT_PORT_NUMBER,
                                       level_flag());
    at(PASSIVE_LEVEL);
#endif
}

/* In every state of the filter module: a paused one still sees requests and status indications. */
static void filter_callback(void) {
    switch (__proviso_nondet_int()) {
    case 0:
        filter_oid_request();
        break;
    case 1:
        complete_the_request();
        break;
#if HAS_FILTER_STATUS
    case 2: {
        PNDIS_STATUS_INDICATION indication = (PNDIS_STATUS_INDICATION)__proviso_external();
        __proviso_assume(indication != NULL);
        at_passive_or_dispatch();
        enter_FILTER_STATUS(proviso_ndis_adapter_context, indication);
        break;
    }
#endif
#if HAS_FILTER_DEVICE_PNP_EVENT_NOTIFY
    case 3: {
        PNET_DEVICE_PNP_EVENT event = (PNET_DEVICE_PNP_EVENT)__proviso_external();
        __proviso_assume(event != NULL);
        enter_FILTER_DEVICE_PNP_EVENT_NOTIFY(proviso_ndis_adapter_context, event);
        break;
    }
#endif
#if HAS_FILTER_NET_PNP_EVENT
    case 4: {
        PNET_PNP_EVENT_NOTIFICATION notification = (PNET_PNP_EVENT_NOTIFICATION)__proviso_external();
        __proviso_assume(notification != NULL);
        enter_FILTER_NET_PNP_EVENT(proviso_ndis_adapter_context, notification);
        break;
    }
#endif
#if HAS_FILTER_CANCEL_SEND_NET_BUFFER_LISTS
    case 5:
        at_passive_or_dispatch();
        enter_FILTER_CANCEL_SEND_NET_BUFFER_LISTS(proviso_ndis_adapter_context, NULL);
        break;
#endif
#if HAS_FILTER_CANCEL_OID_REQUEST
    case 6:
        at_passive_or_dispatch();
        enter_FILTER_CANCEL_OID_REQUEST(proviso_ndis_adapter_context, NULL);
        break;
#endif
#if HAS_FILTER_SET_MODULE_OPTIONS
    case 7:
        enter_FILTER_SET_MODULE_OPTIONS(proviso_ndis_adapter_context);
        break;
#endif
#if HAS_DRIVER_DISPATCH
    case 8:
        control_request();
        break;
#endif
    default:
        asynchronous_callback();
        break;
    }
    at(PASSIVE_LEVEL);
}

static BOOLEAN filter_restart(void) {
    NDIS_STATUS status = NDIS_STATUS_SUCCESS;
#if HAS_FILTER_RESTART
    PNDIS_FILTER_RESTART_PARAMETERS parameters = (PNDIS_FILTER_RESTART_PARAMETERS)__proviso_external();
    __proviso_assume(parameters != NULL);
    proviso_ndis_restart_completed = FALSE;
    status = enter_FILTER_RESTART(proviso_ndis_adapter_context, parameters);
    if (status == NDIS_STATUS_PENDING) {
        while (proviso_choose())
            filter_callback();
        __proviso_assume(proviso_ndis_restart_completed);
        status = proviso_ndis_restart_status;
    }
#endif
    return status == NDIS_STATUS_SUCCESS;
}

/* Running, and pausing: a filter module that pauses may still be sent to and indicated to. */
static void filter_run(void) {
    while (proviso_choose()) {
        switch (__proviso_nondet_int()) {
        case 0:
            filter_send();
            break;
        case 1:
            filter_receive();
            break;
        default:
            filter_callback();
            break;
        }
    }
}

static void filter_pause(void) {
#if HAS_FILTER_PAUSE
    PNDIS_FILTER_PAUSE_PARAMETERS parameters = (PNDIS_FILTER_PAUSE_PARAMETERS)__proviso_external();
    __proviso_assume(parameters != NULL);
    proviso_ndis_pause_completed = FALSE;
    if (enter_FILTER_PAUSE(proviso_ndis_adapter_context, parameters) == NDIS_STATUS_PENDING) {
        filter_run();
        drain();
        __proviso_assume(proviso_ndis_pause_completed);
        return;
    }
#endif
    drain();
}

static void one_adapter(void) {
    PNDIS_FILTER_ATTACH_PARAMETERS parameters = (PNDIS_FILTER_ATTACH_PARAMETERS)__proviso_external();
    __proviso_assume(parameters != NULL);
    if (enter_FILTER_ATTACH(&proviso_ndis_adapter_handle, proviso_ndis_driver_context, parameters) !=
        NDIS_STATUS_SUCCESS)
        return;
    while (proviso_choose()) {
        if (proviso_choose()) {
            filter_callback();
        } else if (filter_restart()) {
            filter_run();
            filter_pause();
        }
    }
    drain();
    enter_FILTER_DETACH(proviso_ndis_adapter_context);
}

#elif HAS_PROTOCOL_BIND_ADAPTER_EX

static void protocol_callback(void) {
    switch (__proviso_nondet_int()) {
#if HAS_PROTOCOL_RECEIVE_NET_BUFFER_LISTS
    case 0: {
        PNET_BUFFER_LIST lists = proviso_ndis_foreign_lists();
        at_passive_or_dispatch();
        enter_PROTOCOL_RECEIVE_NET_BUFFER_LISTS(proviso_ndis_adapter_context, lists, NDIS_DEFAULT_PORT_NUMBER,
                                                __proviso_nondet_ulong(),
                                                receive_flags());
        break;
    }
#endif
#if HAS_PROTOCOL_STATUS_EX
    case 1: {
        PNDIS_STATUS_INDICATION indication = (PNDIS_STATUS_INDICATION)__proviso_external();
        __proviso_assume(indication != NULL);
        at_passive_or_dispatch();
        enter_PROTOCOL_STATUS_EX(proviso_ndis_adapter_context, indication);
        break;
    }
#endif
#if HAS_PROTOCOL_NET_PNP_EVENT
    case 2: {
        PNET_PNP_EVENT_NOTIFICATION notification = (PNET_PNP_EVENT_NOTIFICATION)__proviso_external();
        __proviso_assume(notification != NULL);
        enter_PROTOCOL_NET_PNP_EVENT(proviso_ndis_adapter_context, notification);
        break;
    }
#endif
#if HAS_PROTOCOL_OID_REQUEST_COMPLETE
    case 3:
        if (proviso_ndis_pended_request != NULL) {
            PNDIS_OID_REQUEST request = proviso_ndis_pended_request;
            proviso_ndis_pended_request = NULL;
            at_passive_or_dispatch();
            enter_PROTOCOL_OID_REQUEST_COMPLETE(proviso_ndis_adapter_context, request,
                                                (NDIS_STATUS)__proviso_nondet_int());
        }
        break;
#endif
#if HAS_DRIVER_DISPATCH
    case 4:
        control_request();
        break;
#endif
    default:
        asynchronous_callback();
        break;
    }
    at(PASSIVE_LEVEL);
}

static void one_adapter(void) {
    PNDIS_BIND_PARAMETERS parameters = (PNDIS_BIND_PARAMETERS)__proviso_external();
    __proviso_assume(parameters != NULL);
    if (enter_PROTOCOL_BIND_ADAPTER_EX(proviso_ndis_driver_context, &proviso_ndis_other_driver, parameters) !=
        NDIS_STATUS_SUCCESS)
        return;
    while (proviso_choose())
        protocol_callback();
    drain();
    enter_PROTOCOL_UNBIND_ADAPTER_EX(&proviso_ndis_other_driver, proviso_ndis_adapter_context);
}

#else

static void one_adapter(void) {
}

#endif

int main(void) {
    proviso_wdm_initialise();
#if HAS_DRIVER_INITIALIZE
    if (!NT_SUCCESS(enter_DRIVER_INITIALIZE(&proviso_driver, &registry_path)))
        return 0;
#endif
    while (proviso_choose())
        one_adapter();
#if HAS_MINIPORT_UNLOAD
    enter_MINIPORT_UNLOAD(&proviso_driver);
#elif HAS_DRIVER_UNLOAD
    enter_DRIVER_UNLOAD(&proviso_driver);
#endif
    return 0;
}
