/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

FILTER_ATTACH FilterAttach;
FILTER_DETACH FilterDetach;

FILTER_SEND_NET_BUFFER_LISTS_COMPLETE FilterSendComplete;
FILTER_STATUS FilterStatus;

static NDIS_HANDLE Pool;
static NDIS_HANDLE Filter;
static PNET_BUFFER_LIST Idle;

NDIS_STATUS FilterAttach(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_FILTER_ATTACH_PARAMETERS Parameters)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Settings = {0};

    Settings.fAllocateNetBuffer = TRUE;
    Pool = NdisAllocateNetBufferListPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    Filter = Handle;
    Idle = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);
    return NDIS_STATUS_SUCCESS;
}

VOID FilterStatus(NDIS_HANDLE Context, PNDIS_STATUS_INDICATION Indication)
{
    PNET_BUFFER_LIST List = Idle;

    if (List == NULL)
        return;
    Idle = NULL;
    NET_BUFFER_LIST_NEXT_NBL(List) = NULL;
    NdisFSendNetBufferLists(Filter, List, NDIS_DEFAULT_PORT_NUMBER, 0); // violates NetBufferListReuse
}

VOID FilterSendComplete(NDIS_HANDLE Context, PNET_BUFFER_LIST NetBufferLists, ULONG Flags)
{
    Idle = NetBufferLists;
}

VOID FilterDetach(NDIS_HANDLE Context)
{
    if (Idle != NULL)
        NdisFreeNetBufferList(Idle);
    NdisFreeNetBufferListPool(Pool);
}
