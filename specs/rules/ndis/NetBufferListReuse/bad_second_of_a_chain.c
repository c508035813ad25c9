/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

FILTER_ATTACH FilterAttach;
FILTER_DETACH FilterDetach;

static NDIS_HANDLE Pool;

/* The list that is sent again is the second of the chain. */
NDIS_STATUS FilterAttach(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_FILTER_ATTACH_PARAMETERS Parameters)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Settings = {0};

    Settings.fAllocateNetBuffer = TRUE;
    Pool = NdisAllocateNetBufferListPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    {
        PNET_BUFFER_LIST First = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);
        PNET_BUFFER_LIST Second = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);

        if (First == NULL || Second == NULL)
            return NDIS_STATUS_RESOURCES;
        NET_BUFFER_LIST_NEXT_NBL(Second) = NULL;
        NdisFSendNetBufferLists(Handle, Second, NDIS_DEFAULT_PORT_NUMBER, 0);
        NET_BUFFER_LIST_NEXT_NBL(First) = Second;
        NET_BUFFER_LIST_NEXT_NBL(Second) = NULL;
        NdisFSendNetBufferLists(Handle, First, NDIS_DEFAULT_PORT_NUMBER, 0); // violates NetBufferListReuse
    }
    return NDIS_STATUS_SUCCESS;
}

VOID FilterDetach(NDIS_HANDLE Context)
{
}
