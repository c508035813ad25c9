/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

FILTER_ATTACH FilterAttach;
FILTER_DETACH FilterDetach;

FILTER_SEND_NET_BUFFER_LISTS_COMPLETE FilterSendComplete;
FILTER_RESTART FilterRestart;

static NDIS_HANDLE Pool;
static NDIS_HANDLE Filter;

NDIS_STATUS FilterAttach(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_FILTER_ATTACH_PARAMETERS Parameters)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Settings = {0};

    Settings.fAllocateNetBuffer = TRUE;
    Pool = NdisAllocateNetBufferListPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    Filter = Handle;
    return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS FilterRestart(NDIS_HANDLE Context, PNDIS_FILTER_RESTART_PARAMETERS Parameters)
{
    PNET_BUFFER_LIST List = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);

    if (List != NULL) {
        List->SourceHandle = Filter;
        NdisFSendNetBufferLists(Filter, List, NDIS_DEFAULT_PORT_NUMBER, 0);
        /* It is NDIS's now, and comes back to FilterSendComplete. */
        NdisFreeNetBufferList(List);
    }
    return NDIS_STATUS_SUCCESS;
}

VOID FilterSendComplete(NDIS_HANDLE Context, PNET_BUFFER_LIST NetBufferLists, ULONG Flags)
{
    while (NetBufferLists != NULL) {
        PNET_BUFFER_LIST Next = NET_BUFFER_LIST_NEXT_NBL(NetBufferLists);
        NdisFreeNetBufferList(NetBufferLists); // violates NdisAllocateNetBufferList
        NetBufferLists = Next;
    }
}

VOID FilterDetach(NDIS_HANDLE Context)
{
    NdisFreeNetBufferListPool(Pool);
}
