/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pulse: a filter-like driver for a device that takes messages in bursts. Writes are queued, and flushed by a
 * timer's DPC and a work item.
 */
#ifndef PULSE_DRIVER_H
#define PULSE_DRIVER_H

#include <ntddk.h>

#define PULSE_TAG 'sluP'
#define PULSE_LONGEST_MESSAGE 4096
#define PULSE_QUEUE_LIMIT 64
#define PULSE_FLUSH_INTERVAL (-10 * 1000 * 50) /* 50 ms */

#define IOCTL_PULSE_SET_MODE CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_WRITE_ACCESS)
#define IOCTL_PULSE_GET_STATISTICS CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_READ_ACCESS)
#define IOCTL_PULSE_FLUSH CTL_CODE(FILE_DEVICE_UNKNOWN, 0x802, METHOD_BUFFERED, FILE_WRITE_ACCESS)

#define PULSE_MODE_URGENT 0x00000001

typedef struct _PULSE_STATISTICS {
    ULONG Accepted;
    ULONG Rejected;
    ULONG Flushed;
    ULONG Pending;
} PULSE_STATISTICS, *PPULSE_STATISTICS;

/* What the driver knows about a message while it is on its way. */
typedef struct _REQUEST_CONTEXT {
    ULONG Sequence;
    ULONG Length;
    UCHAR Header[32];
} REQUEST_CONTEXT, *PREQUEST_CONTEXT;

typedef struct _DEVICE_REQUEST {
    LIST_ENTRY Link;
    PREQUEST_CONTEXT Context;
} DEVICE_REQUEST, *PDEVICE_REQUEST;

typedef struct _DEVICE_EXTENSION {
    PDEVICE_OBJECT Self;
    PDEVICE_OBJECT LowerDevice;
    BOOLEAN Started;
    ULONG Mode;

    KSPIN_LOCK QueueLock; /* guards the queue and the sequence number */
    LIST_ENTRY Queue;
    ULONG QueueLength;
    ULONG Sequence;

    KSPIN_LOCK StatisticsLock; /* may be acquired while QueueLock is held, not the other way round */
    PULSE_STATISTICS Statistics;

    KTIMER FlushTimer;
    KDPC FlushDpc;
    PIO_WORKITEM FlushWork;
    BOOLEAN FlushQueued; /* guarded by QueueLock */
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

/* driver.c */
DRIVER_INITIALIZE DriverEntry;
DRIVER_ADD_DEVICE PulseAddDevice;
DRIVER_UNLOAD PulseUnload;
_Dispatch_type_(IRP_MJ_PNP) DRIVER_DISPATCH PulsePnp;
_Dispatch_type_(IRP_MJ_POWER) DRIVER_DISPATCH PulsePower;
IO_COMPLETION_ROUTINE PulseStartComplete;

/* io.c */
_Dispatch_type_(IRP_MJ_CREATE) _Dispatch_type_(IRP_MJ_CLOSE) DRIVER_DISPATCH PulseCreateClose;
_Dispatch_type_(IRP_MJ_WRITE) DRIVER_DISPATCH PulseWrite;
_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) DRIVER_DISPATCH PulseDeviceControl;
NTSTATUS PulseCompleteRequest(PIRP Irp, NTSTATUS Status, ULONG_PTR Information);

/* request.c, one for each variant of the program */
NTSTATUS PulseSubmit(PDEVICE_EXTENSION Extension, PUCHAR Message, ULONG Length);

/* queue.c */
VOID PulseInitializeQueue(PDEVICE_EXTENSION Extension);
BOOLEAN PulseEnqueueLocked(PDEVICE_EXTENSION Extension, PDEVICE_REQUEST Request);
PDEVICE_REQUEST PulseDequeue(PDEVICE_EXTENSION Extension);
VOID PulseFreeRequest(PDEVICE_REQUEST Request);
VOID PulseDrainQueue(PDEVICE_EXTENSION Extension);
VOID PulseCount(PDEVICE_EXTENSION Extension, BOOLEAN Accepted);
VOID PulseReadStatistics(PDEVICE_EXTENSION Extension, PPULSE_STATISTICS Statistics);

/* flush.c */
KDEFERRED_ROUTINE PulseFlushDpc;
IO_WORKITEM_ROUTINE PulseFlushWork;
NTSTATUS PulseInitializeFlush(PDEVICE_EXTENSION Extension);
VOID PulseStartFlushTimer(PDEVICE_EXTENSION Extension);
VOID PulseStopFlush(PDEVICE_EXTENSION Extension);
VOID PulseRequestFlush(PDEVICE_EXTENSION Extension);

#endif
