/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

FILTER_ATTACH FilterAttach;
FILTER_DETACH FilterDetach;

FILTER_SEND_NET_BUFFER_LISTS FilterSend;

static NDIS_HANDLE Pool;

NDIS_STATUS FilterAttach(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_FILTER_ATTACH_PARAMETERS Parameters)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Settings = {0};

    Settings.fAllocateNetBuffer = TRUE;
    Pool = NdisAllocateNetBufferListPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    return NDIS_STATUS_SUCCESS;
}

/* Drops what it does not like, by freeing what is not its own. */
VOID FilterSend(NDIS_HANDLE Context, PNET_BUFFER_LIST NetBufferLists, NDIS_PORT_NUMBER Port, ULONG Flags)
{
    NdisFreeNetBufferList(NetBufferLists); // violates NdisAllocateNetBufferList
}

VOID FilterDetach(NDIS_HANDLE Context)
{
    NdisFreeNetBufferListPool(Pool);
}
