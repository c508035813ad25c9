/* SPDX-License-Identifier: Apache-2.0 */
/* What comes in, and what the filter has to say to it. */
#include "filter.h"

static const UCHAR Announcement[] = "the filter is here";

/* The answer goes back to where the frame came from. */
static VOID MakeHeader(PFILTER Filter, const UCHAR *Received, PUCHAR Header)
{
    NdisMoveMemory(Header, Received + ADDRESS_SIZE, ADDRESS_SIZE);
    NdisMoveMemory(Header + ADDRESS_SIZE, Filter->Address, ADDRESS_SIZE);
    Header[2 * ADDRESS_SIZE] = ANSWER_PROTOCOL >> 8;
    Header[2 * ADDRESS_SIZE + 1] = ANSWER_PROTOCOL & 0xFF;
}

static BOOLEAN WantsAnswer(const UCHAR *Received)
{
    return ((Received[2 * ADDRESS_SIZE] << 8) | Received[2 * ADDRESS_SIZE + 1]) == ANSWER_PROTOCOL;
}

static PNET_BUFFER_LIST TakeIdle(PFILTER Filter)
{
    PNET_BUFFER_LIST List;

    NdisAcquireSpinLock(&Filter->Lock);
    List = QueuePop(&Filter->Idle);
    NdisReleaseSpinLock(&Filter->Lock);
    return List;
}

static VOID Answer(PFILTER Filter, PNET_BUFFER Frame)
{
    UCHAR Storage[HEADER_SIZE];
    UCHAR Header[HEADER_SIZE];
    PUCHAR Received;
    PNET_BUFFER_LIST List;

    Received = (PUCHAR)NdisGetDataBuffer(Frame, HEADER_SIZE, Storage, 1, 0);
    if (Received == NULL || !WantsAnswer(Received))
        return;
    if (!FilterBeginSend(Filter))
        return;

    List = TakeIdle(Filter);
    if (List == NULL) {
        Filter->AnswersDropped++;
        FilterEndSends(Filter, 1);
        return;
    }

    MakeHeader(Filter, Received, Header);
    if (!FrameFill(List, Header, HEADER_SIZE, Announcement, sizeof(Announcement)))
        NET_BUFFER_DATA_LENGTH(NET_BUFFER_LIST_FIRST_NB(List)) = 0;
    Filter->AnswersSent++;
    SendFrame(Filter, List);
}

VOID FilterReceiveNetBufferLists(NDIS_HANDLE FilterModuleContext, PNET_BUFFER_LIST NetBufferLists,
                                 NDIS_PORT_NUMBER PortNumber, ULONG NumberOfNetBufferLists,
                                 ULONG ReceiveFlags)
{
    PFILTER Filter = (PFILTER)FilterModuleContext;

    if (NET_BUFFER_LIST_FIRST_NB(NetBufferLists) != NULL)
        Answer(Filter, NET_BUFFER_LIST_FIRST_NB(NetBufferLists));
    NdisFIndicateReceiveNetBufferLists(Filter->Handle, NetBufferLists, PortNumber, NumberOfNetBufferLists,
                                       ReceiveFlags);
}

VOID FilterReturnNetBufferLists(NDIS_HANDLE FilterModuleContext, PNET_BUFFER_LIST NetBufferLists,
                                ULONG ReturnFlags)
{
    PFILTER Filter = (PFILTER)FilterModuleContext;

    NdisFReturnNetBufferLists(Filter->Handle, NetBufferLists, ReturnFlags);
}

/* An announcement must not wait for an idle frame. */
static VOID Announce(PFILTER Filter)
{
    UCHAR Header[HEADER_SIZE];
    PNET_BUFFER_LIST List;

    if (!FilterBeginSend(Filter))
        return;
    List = FrameAllocate(Filter);
    if (List == NULL) {
        FilterEndSends(Filter, 1);
        return;
    }
    NdisFillMemory(Header, ADDRESS_SIZE, 0xFF);
    NdisMoveMemory(Header + ADDRESS_SIZE, Filter->Address, ADDRESS_SIZE);
    Header[2 * ADDRESS_SIZE] = ANSWER_PROTOCOL >> 8;
    Header[2 * ADDRESS_SIZE + 1] = ANSWER_PROTOCOL & 0xFF;
    if (!FrameFill(List, Header, HEADER_SIZE, Announcement, sizeof(Announcement)))
        NET_BUFFER_DATA_LENGTH(NET_BUFFER_LIST_FIRST_NB(List)) = 0;
    SendFrame(Filter, List);
}

VOID FilterStatus(NDIS_HANDLE FilterModuleContext, PNDIS_STATUS_INDICATION StatusIndication)
{
    PFILTER Filter = (PFILTER)FilterModuleContext;

    if (StatusIndication->StatusCode == NDIS_STATUS_MEDIA_CONNECT)
        Announce(Filter);
    NdisFIndicateStatus(Filter->Handle, StatusIndication);
}
