/* SPDX-License-Identifier: Apache-2.0 */
/* The life of a filter module, up to its detach. */
#include "filter.h"

static NDIS_HANDLE AllocateSendPool(NDIS_HANDLE NdisFilterHandle)
{
    NET_BUFFER_LIST_POOL_PARAMETERS Parameters;

    NdisZeroMemory(&Parameters, sizeof(Parameters));
    Parameters.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
    Parameters.Header.Revision = NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
    Parameters.Header.Size = NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
    Parameters.ProtocolId = NDIS_PROTOCOL_ID_DEFAULT;
    Parameters.fAllocateNetBuffer = TRUE;
    Parameters.PoolTag = FILTER_TAG;
    return NdisAllocateNetBufferListPool(NdisFilterHandle, &Parameters);
}

static NDIS_STATUS SetAttributes(PFILTER Filter)
{
    NDIS_FILTER_ATTRIBUTES Attributes;

    NdisZeroMemory(&Attributes, sizeof(Attributes));
    Attributes.Header.Type = NDIS_OBJECT_TYPE_FILTER_ATTRIBUTES;
    Attributes.Header.Revision = NDIS_FILTER_ATTRIBUTES_REVISION_1;
    Attributes.Header.Size = NDIS_SIZEOF_FILTER_ATTRIBUTES_REVISION_1;
    return NdisFSetAttributes(Filter->Handle, Filter, &Attributes);
}

/* As many frames as there is memory for: with none at all the filter sees, but does not answer. */
static VOID FillQueue(PFILTER Filter)
{
    ULONG i;

    for (i = 0; i < QUEUE_CAPACITY; i++) {
        PNET_BUFFER_LIST List = FrameAllocate(Filter);

        if (List == NULL)
            break;
        QueuePush(&Filter->Idle, List);
    }
}

NDIS_STATUS FilterAttach(NDIS_HANDLE NdisFilterHandle, NDIS_HANDLE FilterDriverContext,
                         PNDIS_FILTER_ATTACH_PARAMETERS AttachParameters)
{
    PFILTER Filter;
    NDIS_STATUS Status;

    if (FilterDriverContext != FilterDriverObject)
        return NDIS_STATUS_INVALID_PARAMETER;
    if (AttachParameters->MiniportMediaType != NdisMedium802_3 ||
        AttachParameters->MacAddressLength != ADDRESS_SIZE)
        return NDIS_STATUS_INVALID_PARAMETER;

    Filter = (PFILTER)NdisAllocateMemoryWithTagPriority(NdisFilterHandle, sizeof(FILTER), FILTER_TAG,
                                                        NormalPoolPriority);
    if (Filter == NULL)
        return NDIS_STATUS_RESOURCES;

    NdisZeroMemory(Filter, sizeof(FILTER));
    Filter->Handle = NdisFilterHandle;
    Filter->State = FilterPaused;
    Filter->MiniportIfIndex = AttachParameters->BaseMiniportIfIndex;
    NdisMoveMemory(Filter->Address, AttachParameters->CurrentMacAddress, ADDRESS_SIZE);
    NdisAllocateSpinLock(&Filter->Lock);
    QueueInitialize(&Filter->Idle);

    Filter->SendPool = AllocateSendPool(NdisFilterHandle);
    if (Filter->SendPool == NULL) {
        Status = NDIS_STATUS_RESOURCES;
    } else {
        Status = SetAttributes(Filter);
        if (Status != NDIS_STATUS_SUCCESS)
            NdisFreeNetBufferListPool(Filter->SendPool);
    }
    if (Status != NDIS_STATUS_SUCCESS) {
        NdisFreeSpinLock(&Filter->Lock);
        NdisFreeMemory(Filter, sizeof(FILTER), 0);
        return Status;
    }

    FillQueue(Filter);
    return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS FilterRestart(NDIS_HANDLE FilterModuleContext, PNDIS_FILTER_RESTART_PARAMETERS RestartParameters)
{
    PFILTER Filter = (PFILTER)FilterModuleContext;

    UNREFERENCED_PARAMETER(RestartParameters);

    NdisAcquireSpinLock(&Filter->Lock);
    Filter->State = FilterRunning;
    NdisReleaseSpinLock(&Filter->Lock);
    return NDIS_STATUS_SUCCESS;
}

/* The pause ends when the last send of the filter's own has come back. */
NDIS_STATUS FilterPause(NDIS_HANDLE FilterModuleContext, PNDIS_FILTER_PAUSE_PARAMETERS PauseParameters)
{
    PFILTER Filter = (PFILTER)FilterModuleContext;
    NDIS_STATUS Status;

    UNREFERENCED_PARAMETER(PauseParameters);

    NdisAcquireSpinLock(&Filter->Lock);
    if (Filter->Outstanding == 0) {
        Filter->State = FilterPaused;
        Status = NDIS_STATUS_SUCCESS;
    } else {
        Filter->State = FilterPausing;
        Status = NDIS_STATUS_PENDING;
    }
    NdisReleaseSpinLock(&Filter->Lock);
    return Status;
}

/* False: this is no time to send. */
BOOLEAN FilterBeginSend(PFILTER Filter)
{
    BOOLEAN Running;

    NdisAcquireSpinLock(&Filter->Lock);
    Running = Filter->State == FilterRunning;
    if (Running)
        Filter->Outstanding++;
    NdisReleaseSpinLock(&Filter->Lock);
    return Running;
}

VOID FilterEndSends(PFILTER Filter, ULONG Number)
{
    BOOLEAN Paused = FALSE;

    NdisAcquireSpinLock(&Filter->Lock);
    Filter->Outstanding -= Number;
    if (Filter->Outstanding == 0 && Filter->State == FilterPausing) {
        Filter->State = FilterPaused;
        Paused = TRUE;
    }
    NdisReleaseSpinLock(&Filter->Lock);

    if (Paused)
        NdisFPauseComplete(Filter->Handle);
}
