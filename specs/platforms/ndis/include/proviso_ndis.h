/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the models of NDIS remember for the harness, and what rules may ask. One adapter or filter module
 * lives at a time, so plain variables do.
 */
#ifndef PROVISO_NDIS_STATE_H
#define PROVISO_NDIS_STATE_H

#include <ndis.h>
#include <proviso.h>

/* Handles that NDIS gives out. Only their addresses matter. */
extern char proviso_ndis_driver_handle;
extern char proviso_ndis_adapter_handle;
extern char proviso_ndis_other_driver;

/* The contexts that the driver registered. */
extern NDIS_HANDLE proviso_ndis_driver_context;
extern NDIS_HANDLE proviso_ndis_adapter_context;

/* NdisMPauseComplete, NdisMRestartComplete, NdisMOidRequestComplete and their kin of filters were called. */
extern BOOLEAN proviso_ndis_pause_completed;
extern BOOLEAN proviso_ndis_restart_completed;
extern NDIS_STATUS proviso_ndis_restart_status;
extern BOOLEAN proviso_ndis_oid_completed;

/* The OID request of the filter or protocol driver that lower drivers have pended; null: none. */
extern PNDIS_OID_REQUEST proviso_ndis_pended_request;

/*
 * What the driver sent down, and indicated up, and has not got back: each a chain by Next, in no particular
 * order.
 */
extern PNET_BUFFER_LIST proviso_ndis_outstanding_sends;
extern PNET_BUFFER_LIST proviso_ndis_outstanding_receives;

/* Some of what is outstanding, or all, in arbitrary order, as a chain that is not empty. Something must be. */
PNET_BUFFER_LIST proviso_ndis_some_sends(void);
PNET_BUFFER_LIST proviso_ndis_some_receives(void);

/* An event for each NET_BUFFER_LIST of a chain that the driver sends down. */
PROVISO_EVENT VOID proviso_ndis_sent(PNET_BUFFER_LIST NetBufferList);

/* A chain of NET_BUFFER_LISTs that another driver made. */
PNET_BUFFER_LIST proviso_ndis_foreign_lists(void);

/* The device that the driver made for its control program; null: none. */
extern PDEVICE_OBJECT proviso_ndis_control_device;

/* The interrupt of the adapter. */
extern BOOLEAN proviso_ndis_interrupt_connected;
extern NDIS_HANDLE proviso_ndis_interrupt_context;

/* Timer objects and work items, all that were ever allocated. */
struct proviso_ndis_timer {
    struct proviso_ndis_timer *next;
    PNDIS_TIMER_FUNCTION function;
    PVOID default_context;
    PVOID context;
    BOOLEAN armed;
    BOOLEAN periodic;
};
extern struct proviso_ndis_timer *proviso_ndis_timers;

struct proviso_ndis_work_item {
    struct proviso_ndis_work_item *next;
    NDIS_IO_WORKITEM_ROUTINE routine;
    PVOID context;
    BOOLEAN queued;
};
extern struct proviso_ndis_work_item *proviso_ndis_work_items;

/* Defined by harness.c: what NDIS calls in the driver while the driver registers, and while it waits. */
NDIS_STATUS proviso_ndis_set_options(NDIS_HANDLE NdisDriverHandle, NDIS_HANDLE DriverContext);
void proviso_ndis_while_waiting(void);

#endif
