/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

FILTER_ATTACH FilterAttach;
FILTER_DETACH FilterDetach;

FILTER_SEND_NET_BUFFER_LISTS FilterSend;
FILTER_SEND_NET_BUFFER_LISTS_COMPLETE FilterSendComplete;

static NDIS_HANDLE Filter;

NDIS_STATUS FilterAttach(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_FILTER_ATTACH_PARAMETERS Parameters)
{
    Filter = Handle;
    return NDIS_STATUS_SUCCESS;
}

/* Lists of other drivers go down and come up as often as these like; one list of its own goes out once. */
VOID FilterSend(NDIS_HANDLE Context, PNET_BUFFER_LIST NetBufferLists, NDIS_PORT_NUMBER Port, ULONG Flags)
{
    NdisFSendNetBufferLists(Filter, NetBufferLists, Port, Flags);
}

VOID FilterSendComplete(NDIS_HANDLE Context, PNET_BUFFER_LIST NetBufferLists, ULONG Flags)
{
    NdisFSendNetBufferListsComplete(Filter, NetBufferLists, Flags);
}

FILTER_RESTART FilterRestart;

NDIS_STATUS FilterRestart(NDIS_HANDLE Context, PNDIS_FILTER_RESTART_PARAMETERS Parameters)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Settings = {0};
    NDIS_HANDLE Pool = NdisAllocateNetBufferListPool(Filter, &Settings);
    PNET_BUFFER_LIST List;

    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    List = NdisAllocateNetBufferList(Pool, 0, 0);
    if (List != NULL)
        NdisFSendNetBufferLists(Filter, List, NDIS_DEFAULT_PORT_NUMBER, 0);
    return NDIS_STATUS_SUCCESS;
}

VOID FilterDetach(NDIS_HANDLE Context)
{
}
