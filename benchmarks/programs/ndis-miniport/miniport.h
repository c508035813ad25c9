/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A miniport for a simple network card: one transmit slot that takes a frame or refuses it, no receive path.
 * Frames go out by way of NET_BUFFERs of the driver's own.
 */
#pragma once

#include <ndis.h>

#define MP_TAG 'prPM'
#define MP_VENDOR_ID 0x00FFFFFF
#define MP_LINK_SPEED 100000000ULL
#define MP_MTU 1500
#define MP_HEADER_SIZE 14
#define MP_FRAME_SIZE (MP_MTU + MP_HEADER_SIZE)
#define MP_ADDRESS_SIZE 6
#define MP_KEEP_ALIVE_SIZE 64

#define MP_SUPPORTED_FILTERS \
    (NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_ALL_MULTICAST | NDIS_PACKET_TYPE_BROADCAST | \
     NDIS_PACKET_TYPE_PROMISCUOUS)

/* The card's registers. */
#define MP_REGISTER_CONTROL 0
#define MP_REGISTER_STATUS 1
#define MP_REGISTER_TRANSMIT 2
#define MP_REGISTER_COUNT 16

#define MP_CONTROL_ENABLE 0x00000001
#define MP_CONTROL_RESET 0x80000000
#define MP_STATUS_LINK 0x00000001
#define MP_STATUS_TRANSMIT_READY 0x00000002

typedef enum _MP_STATE {
    MpPaused,
    MpRunning
} MP_STATE;

typedef struct _MP_ADAPTER {
    NDIS_HANDLE Handle;
    PULONG Registers;
    NDIS_HANDLE BufferPool;

    NDIS_SPIN_LOCK Lock;
    MP_STATE State;

    /* Lives as long as the adapter: what the card repeats while the link is idle. */
    PNET_BUFFER KeepAlive;
    /* Lives from restart to pause: asks the switch who is there. */
    PNET_BUFFER Probe;

    ULONG PacketFilter;
    ULONG Lookahead;
    UCHAR Address[MP_ADDRESS_SIZE];

    ULONG64 FramesSent;
    ULONG64 FramesFailed;
    ULONG64 BytesSent;
} MP_ADAPTER, *PMP_ADAPTER;

extern NDIS_HANDLE MpDriverHandle;

DRIVER_INITIALIZE DriverEntry;
MINIPORT_UNLOAD MpUnload;
MINIPORT_INITIALIZE MpInitializeEx;
MINIPORT_HALT MpHaltEx;
MINIPORT_RESTART MpRestart;
MINIPORT_PAUSE MpPause;
MINIPORT_SHUTDOWN MpShutdownEx;
MINIPORT_CHECK_FOR_HANG MpCheckForHangEx;
MINIPORT_DEVICE_PNP_EVENT_NOTIFY MpDevicePnPEventNotify;
MINIPORT_OID_REQUEST MpOidRequest;
MINIPORT_CANCEL_OID_REQUEST MpCancelOidRequest;
MINIPORT_SEND_NET_BUFFER_LISTS MpSendNetBufferLists;
MINIPORT_CANCEL_SEND MpCancelSend;

/* adapter.c */
VOID MpFreeAdapter(PMP_ADAPTER Adapter);

/* hardware.c */
NDIS_STATUS HwMap(PMP_ADAPTER Adapter, PNDIS_RESOURCE_LIST Resources);
VOID HwUnmap(PMP_ADAPTER Adapter);
VOID HwStart(PMP_ADAPTER Adapter);
VOID HwStop(PMP_ADAPTER Adapter);
BOOLEAN HwIsAlive(PMP_ADAPTER Adapter);
NDIS_MEDIA_CONNECT_STATE HwLinkState(PMP_ADAPTER Adapter);
BOOLEAN HwTransmit(PMP_ADAPTER Adapter, PNET_BUFFER Buffer);
