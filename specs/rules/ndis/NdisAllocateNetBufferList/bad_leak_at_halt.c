/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

MINIPORT_INITIALIZE MPInitialize;
MINIPORT_HALT MPHalt;

MINIPORT_RESTART MPRestart;

static NDIS_HANDLE Pool;
static PNET_BUFFER_LIST Receive;

NDIS_STATUS MPInitialize(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_MINIPORT_INIT_PARAMETERS Parameters)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Settings = {0};

    Receive = NULL;
    Pool = NdisAllocateNetBufferListPool(Handle, &Settings);
    return Pool == NULL ? NDIS_STATUS_RESOURCES : NDIS_STATUS_SUCCESS;
}

/* Allocates at each restart; only the last is freed. */
NDIS_STATUS MPRestart(NDIS_HANDLE Context, PNDIS_MINIPORT_RESTART_PARAMETERS Parameters)
{
    Receive = NdisAllocateNetBufferList(Pool, 0, 0);
    return Receive == NULL ? NDIS_STATUS_RESOURCES : NDIS_STATUS_SUCCESS;
}

VOID MPHalt(NDIS_HANDLE Context, NDIS_HALT_ACTION Action)
{
    if (Receive != NULL)
        NdisFreeNetBufferList(Receive);
    NdisFreeNetBufferListPool(Pool);
} // violates NdisAllocateNetBufferList
