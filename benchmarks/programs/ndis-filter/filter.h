/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A lightweight filter that sends frames of its own: answers to frames that it sees come in, from a queue of
 * NET_BUFFER_LISTs made beforehand, and announcements when the link comes up, for which it makes a list each
 * time.
 */
#pragma once

#include <ndis.h>

#define FILTER_TAG 'trPF'
#define FILTER_FRIENDLY_NAME L"Proviso benchmark filter"
#define FILTER_UNIQUE_NAME L"{6d9f2c6e-0f55-4f0b-9d0c-3c1b1b8a3b10}"
#define FILTER_SERVICE_NAME L"ProvisoFilter"

#define FRAME_SIZE 1530
#define HEADER_SIZE 14
#define ADDRESS_SIZE 6
#define ANSWER_PROTOCOL 0x88B5
#define QUEUE_CAPACITY 4

typedef struct _NBL_QUEUE {
    PNET_BUFFER_LIST Entries[QUEUE_CAPACITY];
    ULONG Head;
    ULONG Count;
} NBL_QUEUE, *PNBL_QUEUE;

typedef enum _FILTER_STATE {
    FilterPaused,
    FilterRunning,
    FilterPausing
} FILTER_STATE;

typedef struct _FILTER {
    NDIS_HANDLE Handle;
    NDIS_HANDLE SendPool;
    NDIS_SPIN_LOCK Lock;

    /* Under the lock. */
    FILTER_STATE State;
    NBL_QUEUE Idle;
    ULONG Outstanding;

    UCHAR Address[ADDRESS_SIZE];
    ULONG AnswersSent;
    ULONG AnswersDropped;
    NET_IFINDEX MiniportIfIndex;
} FILTER, *PFILTER;

extern NDIS_HANDLE FilterDriverHandle;
extern NDIS_HANDLE FilterDriverObject;

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD FilterUnload;
FILTER_ATTACH FilterAttach;
FILTER_DETACH FilterDetach;
FILTER_RESTART FilterRestart;
FILTER_PAUSE FilterPause;
FILTER_SEND_NET_BUFFER_LISTS_COMPLETE FilterSendNetBufferListsComplete;
FILTER_RECEIVE_NET_BUFFER_LISTS FilterReceiveNetBufferLists;
FILTER_RETURN_NET_BUFFER_LISTS FilterReturnNetBufferLists;
FILTER_STATUS FilterStatus;

/* queue.c */
VOID QueueInitialize(PNBL_QUEUE Queue);
BOOLEAN QueuePush(PNBL_QUEUE Queue, PNET_BUFFER_LIST List);
PNET_BUFFER_LIST QueuePop(PNBL_QUEUE Queue);

/* frame.c */
PNET_BUFFER_LIST FrameAllocate(PFILTER Filter);
PNET_BUFFER_LIST FrameRenew(PFILTER Filter, PNET_BUFFER_LIST List);
VOID FrameFree(PNET_BUFFER_LIST List);
BOOLEAN FrameFill(PNET_BUFFER_LIST List, const UCHAR *Header, ULONG HeaderLength, const UCHAR *Payload,
                  ULONG PayloadLength);

/* send.c */
VOID SendFrame(PFILTER Filter, PNET_BUFFER_LIST List);

/* filter.c */
BOOLEAN FilterBeginSend(PFILTER Filter);
VOID FilterEndSends(PFILTER Filter, ULONG Number);
