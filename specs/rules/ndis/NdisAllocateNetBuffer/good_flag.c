/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

MINIPORT_INITIALIZE MPInitialize;
MINIPORT_HALT MPHalt;

static NDIS_HANDLE Pool;
static PNET_BUFFER Buffer;
static BOOLEAN Ready;

/* The buffer is a luxury: without it the adapter runs, and Ready tells MPHalt that there is none. */
NDIS_STATUS MPInitialize(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_MINIPORT_INIT_PARAMETERS Parameters)
{
    NET_BUFFER_POOL_PARAMETERS Settings = {0};

    Ready = FALSE;
    Pool = NdisAllocateNetBufferPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    Buffer = NdisAllocateNetBufferMdlAndData(Pool);
    if (Buffer != NULL)
        Ready = TRUE;
    return NDIS_STATUS_SUCCESS;
}

VOID MPHalt(NDIS_HANDLE Context, NDIS_HALT_ACTION Action)
{
    if (Ready)
        NdisFreeNetBuffer(Buffer);
    NdisFreeNetBufferPool(Pool);
}
