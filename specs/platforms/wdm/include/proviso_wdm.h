/* SPDX-License-Identifier: Apache-2.0 */
/* What rules may ask about the state of the system, and what models and harness share. Drivers do not include
 * this. */
#ifndef PROVISO_WDM_MODEL_H
#define PROVISO_WDM_MODEL_H

#include <ntddk.h>
#include <proviso.h>

/* Query functions for rules. */
KIRQL irql(void);

/* The level at which the device interrupts: any above DISPATCH_LEVEL would do. */
#define PROVISO_DEVICE_LEVEL 5

/* State of the system, in models/. */
extern KIRQL proviso_irql;
extern DRIVER_OBJECT proviso_driver;
extern PDEVICE_OBJECT proviso_device;
extern BOOLEAN proviso_creates_devices;

/* One of the callbacks that wait to be called, of each kind; null where none is. */
extern PIRP proviso_cancelable_irp;
extern PDRIVER_CANCEL proviso_cancel_routine;
extern PIRP proviso_lower_irp;
extern PIRP proviso_startio_irp;
extern PDEVICE_OBJECT proviso_startio_device;
extern PKDPC proviso_dpc;
extern PKDEFERRED_ROUTINE proviso_dpc_routine;
extern PVOID proviso_dpc_context;
extern PVOID proviso_dpc_arguments[2];
extern BOOLEAN proviso_dpc_is_queued;
extern BOOLEAN proviso_dpc_is_periodic;
extern PIO_DPC_ROUTINE proviso_device_dpc_routine;
extern PDEVICE_OBJECT proviso_device_dpc_device;
extern PIRP proviso_device_dpc_irp;
extern PVOID proviso_device_dpc_context;
extern BOOLEAN proviso_device_dpc_queued;
extern PIO_TIMER_ROUTINE proviso_timer_routine;
extern PDEVICE_OBJECT proviso_timer_device;
extern PVOID proviso_timer_context;
extern BOOLEAN proviso_timer_started;
extern PEXT_CALLBACK proviso_ex_timer_routine;
extern PEX_TIMER proviso_ex_timer;
extern PVOID proviso_ex_timer_context;
extern BOOLEAN proviso_ex_timer_set;
extern PIO_WORKITEM_ROUTINE proviso_workitem_routine;
extern PDEVICE_OBJECT proviso_workitem_device;
extern PVOID proviso_workitem_context;
extern PIO_WORKITEM_ROUTINE_EX proviso_workitem_ex_routine;
extern PIO_WORKITEM proviso_workitem_ex_item;
extern PVOID proviso_workitem_ex_context;
extern PWORKER_THREAD_ROUTINE proviso_worker_routine;
extern BOOLEAN proviso_worker_is_queued;
extern PVOID proviso_worker_parameter;
extern PKSTART_ROUTINE proviso_thread_routine;
extern PVOID proviso_thread_context;
extern PKSERVICE_ROUTINE proviso_service_routine;
extern PVOID proviso_service_context;
extern PKMESSAGE_SERVICE_ROUTINE proviso_message_routine;
extern PVOID proviso_message_context;
extern PKINTERRUPT proviso_interrupt;
extern PREQUEST_POWER_COMPLETE proviso_power_routine;
extern PDEVICE_OBJECT proviso_power_device;
extern UCHAR proviso_power_minor;
extern POWER_STATE proviso_power_state;
extern PVOID proviso_power_context;

void proviso_wdm_initialise(void);
NTSTATUS proviso_any_status(void);
/* A request with the stack location of the driver. */
PIRP proviso_new_request(PDEVICE_OBJECT device);
/* What the lower driver left pending comes back: its completion routine runs, at DISPATCH_LEVEL or below. */
void proviso_complete_lower_irp(void);

#endif
