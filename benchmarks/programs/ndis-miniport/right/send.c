/* SPDX-License-Identifier: Apache-2.0 */
/* The send path: each frame goes through a NET_BUFFER of the driver's own, which the card copies from. */
#include "../miniport.h"

static NDIS_STATUS SendOne(PMP_ADAPTER Adapter, PNET_BUFFER Frame)
{
    PNET_BUFFER Staging;

    if (NET_BUFFER_DATA_LENGTH(Frame) < MP_HEADER_SIZE || NET_BUFFER_DATA_LENGTH(Frame) > MP_FRAME_SIZE)
        return NDIS_STATUS_INVALID_LENGTH;

    Staging = NdisAllocateNetBuffer(Adapter->BufferPool, NET_BUFFER_FIRST_MDL(Frame),
                                    NET_BUFFER_DATA_OFFSET(Frame), NET_BUFFER_DATA_LENGTH(Frame));
    if (Staging == NULL)
        return NDIS_STATUS_RESOURCES;

    if (!HwTransmit(Adapter, Staging)) {
        Adapter->FramesFailed++;
        NdisFreeNetBuffer(Staging);
        return NDIS_STATUS_FAILURE;
    }

    Adapter->FramesSent++;
    Adapter->BytesSent += NET_BUFFER_DATA_LENGTH(Frame);
    NdisFreeNetBuffer(Staging);
    return NDIS_STATUS_SUCCESS;
}

/* The frames of a list, until one fails. */
static NDIS_STATUS SendList(PMP_ADAPTER Adapter, PNET_BUFFER_LIST List)
{
    NDIS_STATUS Status = NDIS_STATUS_SUCCESS;
    PNET_BUFFER Frame;

    for (Frame = NET_BUFFER_LIST_FIRST_NB(List); Frame != NULL; Frame = NET_BUFFER_NEXT_NB(Frame)) {
        Status = SendOne(Adapter, Frame);
        if (Status != NDIS_STATUS_SUCCESS)
            break;
    }
    return Status;
}

VOID MpSendNetBufferLists(NDIS_HANDLE MiniportAdapterContext, PNET_BUFFER_LIST NetBufferLists,
                          NDIS_PORT_NUMBER PortNumber, ULONG SendFlags)
{
    PMP_ADAPTER Adapter = (PMP_ADAPTER)MiniportAdapterContext;
    ULONG CompleteFlags = 0;
    PNET_BUFFER_LIST List;

    UNREFERENCED_PARAMETER(PortNumber);

    if (NDIS_TEST_SEND_AT_DISPATCH_LEVEL(SendFlags))
        NDIS_SET_SEND_COMPLETE_FLAG(CompleteFlags, NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL);

    NdisAcquireSpinLock(&Adapter->Lock);
    for (List = NetBufferLists; List != NULL; List = NET_BUFFER_LIST_NEXT_NBL(List)) {
        if (Adapter->State != MpRunning)
            NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_PAUSED;
        else
            NET_BUFFER_LIST_STATUS(List) = SendList(Adapter, List);
    }
    NdisReleaseSpinLock(&Adapter->Lock);

    NdisMSendNetBufferListsComplete(Adapter->Handle, NetBufferLists, CompleteFlags);
}

/* No send waits long enough to be cancelled. */
VOID MpCancelSend(NDIS_HANDLE MiniportAdapterContext, PVOID CancelId)
{
    UNREFERENCED_PARAMETER(MiniportAdapterContext);
    UNREFERENCED_PARAMETER(CancelId);
}
