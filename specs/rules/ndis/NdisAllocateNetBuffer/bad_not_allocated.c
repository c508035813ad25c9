/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

MINIPORT_INITIALIZE MPInitialize;
MINIPORT_HALT MPHalt;

static NDIS_HANDLE Pool;

NDIS_STATUS MPInitialize(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_MINIPORT_INIT_PARAMETERS Parameters)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Settings = {0};
    PNET_BUFFER_LIST List;

    Settings.fAllocateNetBuffer = TRUE;
    Pool = NdisAllocateNetBufferListPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    List = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);
    if (List != NULL) {
        /* The NET_BUFFER came with its list. */
        NdisFreeNetBuffer(NET_BUFFER_LIST_FIRST_NB(List)); // violates NdisAllocateNetBuffer
        NdisFreeNetBufferList(List);
    }
    return NDIS_STATUS_SUCCESS;
}

VOID MPHalt(NDIS_HANDLE Context, NDIS_HALT_ACTION Action)
{
    NdisFreeNetBufferListPool(Pool);
}
