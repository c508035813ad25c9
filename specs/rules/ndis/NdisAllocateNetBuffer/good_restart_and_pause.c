/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

MINIPORT_INITIALIZE MPInitialize;
MINIPORT_HALT MPHalt;

MINIPORT_RESTART MPRestart;
MINIPORT_PAUSE MPPause;

static NDIS_HANDLE Pool;
static PNET_BUFFER Buffer;

NDIS_STATUS MPInitialize(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_MINIPORT_INIT_PARAMETERS Parameters)
{
    NET_BUFFER_POOL_PARAMETERS Settings = {0};

    Buffer = NULL;
    Pool = NdisAllocateNetBufferPool(Handle, &Settings);
    return Pool == NULL ? NDIS_STATUS_RESOURCES : NDIS_STATUS_SUCCESS;
}

NDIS_STATUS MPRestart(NDIS_HANDLE Context, PNDIS_MINIPORT_RESTART_PARAMETERS Parameters)
{
    Buffer = NdisAllocateNetBuffer(Pool, NULL, 0, 0);
    return Buffer == NULL ? NDIS_STATUS_RESOURCES : NDIS_STATUS_SUCCESS;
}

/* Only a running adapter is paused, and only a paused one is halted: what a restart allocates, this frees. */
NDIS_STATUS MPPause(NDIS_HANDLE Context, PNDIS_MINIPORT_PAUSE_PARAMETERS Parameters)
{
    NdisFreeNetBuffer(Buffer);
    Buffer = NULL;
    return NDIS_STATUS_SUCCESS;
}

VOID MPHalt(NDIS_HANDLE Context, NDIS_HALT_ACTION Action)
{
    NdisFreeNetBufferPool(Pool);
}
