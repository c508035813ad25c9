/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Windows, as a WDM driver sees it: load, add a device, then any sequence of requests, interrupts and
 * callbacks, each at its IRQL and one after the other, and unload. Entry points found in the driver are
 * called by enter_<ROLE>; callbacks that it registered at run time, through the pointers that the models
 * remember.
 */
#include "proviso_wdm.h"
#include "proviso_entries.h"

/* What the I/O manager does for a major function that the driver has not set. */
NTSTATUS unhandled_DRIVER_DISPATCH(PDEVICE_OBJECT device, PIRP irp) {
    return STATUS_INVALID_DEVICE_REQUEST;
}

static void dispatch(void) {
    if (proviso_device != NULL) {
        PIRP irp = proviso_new_request(proviso_device);
        UCHAR major = __proviso_nondet_uchar();
        proviso_irql = PASSIVE_LEVEL;
        irp->Tail.Overlay.CurrentStackLocation->MajorFunction = major;
        enter_DRIVER_DISPATCH(major, proviso_device, irp);
    }
}

static void start_io(void) {
    PIRP irp = proviso_startio_irp;
    if (irp != NULL) {
        proviso_startio_irp = NULL;
        proviso_irql = DISPATCH_LEVEL;
        proviso_startio_device->CurrentIrp = irp;
        enter_DRIVER_STARTIO(proviso_startio_device, irp);
    }
}

/* The cancel routine is entered with the cancel spin lock held; it releases it, to the level kept in the
 * request. */
static void cancel(void) {
    PIRP irp = proviso_cancelable_irp;
    if (irp != NULL) {
        proviso_cancelable_irp = NULL;
        irp->Cancel = TRUE;
        irp->CancelRoutine = NULL;
        irp->CancelIrql = PASSIVE_LEVEL;
        proviso_irql = DISPATCH_LEVEL;
        proviso_cancel_routine(irp->Tail.Overlay.CurrentStackLocation->DeviceObject, irp);
    }
}

static void complete_lower(void) {
    proviso_irql = PASSIVE_LEVEL;
    proviso_complete_lower_irp();
}

static void dpc(void) {
    if (proviso_dpc_is_queued) {
        proviso_dpc_is_queued = proviso_dpc_is_periodic;
        proviso_irql = DISPATCH_LEVEL;
        proviso_dpc_routine(proviso_dpc, proviso_dpc_context, proviso_dpc_arguments[0],
                            proviso_dpc_arguments[1]);
    }
}

static void device_dpc(void) {
    PIO_DPC_ROUTINE routine = proviso_device_dpc_routine;
    if (proviso_device_dpc_queued && routine != NULL) {
        proviso_device_dpc_queued = FALSE;
        proviso_irql = DISPATCH_LEVEL;
        routine(&proviso_device_dpc_device->Dpc, proviso_device_dpc_device, proviso_device_dpc_irp,
                proviso_device_dpc_context);
    }
}

static void timer(void) {
    PIO_TIMER_ROUTINE routine = proviso_timer_routine;
    if (proviso_timer_started && routine != NULL) {
        proviso_irql = DISPATCH_LEVEL;
        routine(proviso_timer_device, proviso_timer_context);
    }
}

static void ex_timer(void) {
    PEXT_CALLBACK routine = proviso_ex_timer_routine;
    if (proviso_ex_timer_set && routine != NULL) {
        proviso_irql = DISPATCH_LEVEL;
        routine(proviso_ex_timer, proviso_ex_timer_context);
    }
}

static void interrupt(void) {
    PKSERVICE_ROUTINE routine = proviso_service_routine;
    if (routine != NULL) {
        proviso_irql = PROVISO_DEVICE_LEVEL;
        routine(proviso_interrupt, proviso_service_context);
    }
}

static void message_interrupt(void) {
    PKMESSAGE_SERVICE_ROUTINE routine = proviso_message_routine;
    if (routine != NULL) {
        proviso_irql = PROVISO_DEVICE_LEVEL;
        routine(proviso_interrupt, proviso_message_context, __proviso_nondet_ulong());
    }
}

static void work_item(void) {
    PIO_WORKITEM_ROUTINE routine = proviso_workitem_routine;
    if (routine != NULL) {
        proviso_workitem_routine = NULL;
        proviso_irql = PASSIVE_LEVEL;
        routine(proviso_workitem_device, proviso_workitem_context);
    }
}

static void work_item_ex(void) {
    PIO_WORKITEM_ROUTINE_EX routine = proviso_workitem_ex_routine;
    if (routine != NULL) {
        proviso_workitem_ex_routine = NULL;
        proviso_irql = PASSIVE_LEVEL;
        routine(proviso_workitem_ex_item->ReservedObject, proviso_workitem_ex_context,
                proviso_workitem_ex_item);
    }
}

static void worker(void) {
    if (proviso_worker_is_queued) {
        proviso_worker_is_queued = FALSE;
        proviso_irql = PASSIVE_LEVEL;
        proviso_worker_routine(proviso_worker_parameter);
    }
}

static void thread(void) {
    PKSTART_ROUTINE routine = proviso_thread_routine;
    if (routine != NULL) {
        proviso_thread_routine = NULL;
        proviso_irql = PASSIVE_LEVEL;
        routine(proviso_thread_context);
    }
}

static void power_complete(void) {
    PREQUEST_POWER_COMPLETE routine = proviso_power_routine;
    if (routine != NULL) {
        IO_STATUS_BLOCK io_status;
        proviso_power_routine = NULL;
        io_status.Status = proviso_any_status();
        proviso_irql = proviso_choose() ? PASSIVE_LEVEL : DISPATCH_LEVEL;
        routine(proviso_power_device, proviso_power_minor, proviso_power_state, proviso_power_context,
                &io_status);
    }
}

static void any_callback(void) {
    switch (__proviso_nondet_int()) {
    case 0:
        start_io();
        break;
    case 1:
        cancel();
        break;
    case 2:
        complete_lower();
        break;
    case 3:
        dpc();
        break;
    case 4:
        device_dpc();
        break;
    case 5:
        timer();
        break;
    case 6:
        ex_timer();
        break;
    case 7:
        interrupt();
        break;
    case 8:
        message_interrupt();
        break;
    case 9:
        work_item();
        break;
    case 10:
        work_item_ex();
        break;
    case 11:
        worker();
        break;
    case 12:
        thread();
        break;
    case 13:
        power_complete();
        break;
    default:
        dispatch();
    }
}

int main(void) {
    proviso_wdm_initialise();
    if (HAS_DRIVER_INITIALIZE &&
        !NT_SUCCESS(enter_DRIVER_INITIALIZE(&proviso_driver, (PUNICODE_STRING)__proviso_external()))) {
        return 0;
    }
    proviso_irql = PASSIVE_LEVEL;
    if (HAS_DRIVER_ADD_DEVICE &&
        !NT_SUCCESS(enter_DRIVER_ADD_DEVICE(&proviso_driver, (PDEVICE_OBJECT)__proviso_external()))) {
        return 0;
    }
    /* Code that creates no device itself is called for one that somebody else has created. */
    if (!proviso_creates_devices) {
        proviso_device = (PDEVICE_OBJECT)__proviso_external();
    }
    while (proviso_choose()) {
        any_callback();
    }
    proviso_irql = PASSIVE_LEVEL;
    enter_DRIVER_UNLOAD(&proviso_driver);
    return 0;
}
