/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

MINIPORT_INITIALIZE MPInitialize;
MINIPORT_HALT MPHalt;

static NDIS_HANDLE Pool;
static PNET_BUFFER Buffer;

NDIS_STATUS MPInitialize(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_MINIPORT_INIT_PARAMETERS Parameters)
{
    NET_BUFFER_POOL_PARAMETERS Settings = {0};

    Pool = NdisAllocateNetBufferPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    Buffer = NdisAllocateNetBuffer(Pool, NULL, 0, 0);
    if (Buffer == NULL) {
        NdisFreeNetBufferPool(Pool);
        return NDIS_STATUS_RESOURCES;
    }
    return NDIS_STATUS_SUCCESS;
}

VOID MPHalt(NDIS_HANDLE Context, NDIS_HALT_ACTION Action)
{
    Buffer = NULL;
    NdisFreeNetBufferPool(Pool);
} // violates NdisAllocateNetBuffer
