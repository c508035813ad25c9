/* SPDX-License-Identifier: Apache-2.0 */
#include <ndis.h>

FILTER_ATTACH FilterAttach;
FILTER_DETACH FilterDetach;

static NDIS_HANDLE Pool;
static PNET_BUFFER_LIST Spare;
static BOOLEAN Warned;

NDIS_STATUS FilterAttach(NDIS_HANDLE Handle, NDIS_HANDLE DriverContext,
                         PNDIS_FILTER_ATTACH_PARAMETERS Parameters)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Settings = {0};

    Settings.fAllocateNetBuffer = TRUE;
    Pool = NdisAllocateNetBufferListPool(Handle, &Settings);
    if (Pool == NULL)
        return NDIS_STATUS_RESOURCES;
    Warned = FALSE;
    Spare = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);
    return NDIS_STATUS_SUCCESS;
}

FILTER_STATUS FilterStatus;

/* Overwrites the only pointer to the list. */
VOID FilterStatus(NDIS_HANDLE Context, PNDIS_STATUS_INDICATION Indication)
{
    if (Indication->StatusCode == NDIS_STATUS_MEDIA_DISCONNECT && !Warned) {
        Warned = TRUE;
        Spare = NULL;
    }
}

VOID FilterDetach(NDIS_HANDLE Context)
{
    if (Spare != NULL)
        NdisFreeNetBufferList(Spare);
    NdisFreeNetBufferListPool(Pool);
} // violates NdisAllocateNetBufferList
