/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

MINIPORT_INITIALIZE MPInitialize;
MINIPORT_HALT MPHalt;

static NDIS_HANDLE Pool;
static PNET_BUFFER First;
static PNET_BUFFER Second;

/* Two at a time: that the second is allocated while the first is not free says nothing about either. */
NDIS_STATUS MPInitialize(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_MINIPORT_INIT_PARAMETERS Parameters)
{
    NET_BUFFER_POOL_PARAMETERS Settings = {0};

    Pool = NdisAllocateNetBufferPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    First = NdisAllocateNetBuffer(Pool, NULL, 0, 0);
    Second = NdisAllocateNetBuffer(Pool, NULL, 0, 0);
    if (First == NULL || Second == NULL) {
        if (First != NULL)
            NdisFreeNetBuffer(First);
        if (Second != NULL)
            NdisFreeNetBuffer(Second);
        NdisFreeNetBufferPool(Pool);
        return NDIS_STATUS_RESOURCES;
    }
    return NDIS_STATUS_SUCCESS;
}

VOID MPHalt(NDIS_HANDLE Context, NDIS_HALT_ACTION Action)
{
    NdisFreeNetBuffer(First);
    NdisFreeNetBuffer(Second);
    NdisFreeNetBufferPool(Pool);
}
