/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

FILTER_ATTACH FilterAttach;
FILTER_DETACH FilterDetach;

static NDIS_HANDLE Pool;
static PNET_BUFFER_LIST Spare;

NDIS_STATUS FilterAttach(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_FILTER_ATTACH_PARAMETERS Parameters)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Settings = {0};

    Settings.fAllocateNetBuffer = TRUE;
    Pool = NdisAllocateNetBufferListPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    Spare = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);
    if (Spare == NULL) {
        NdisFreeNetBufferListPool(Pool);
        return NDIS_STATUS_RESOURCES;
    }
    return NDIS_STATUS_SUCCESS;
}

VOID FilterDetach(NDIS_HANDLE Context)
{
    NdisFreeNetBufferList(Spare);
    NdisFreeNetBufferListPool(Pool);
}
