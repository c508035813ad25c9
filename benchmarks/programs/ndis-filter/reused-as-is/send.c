/* SPDX-License-Identifier: Apache-2.0 */
/* Frames go out, and come back. */
#include "../filter.h"

VOID SendFrame(PFILTER Filter, PNET_BUFFER_LIST List)
{
    ULONG SendFlags;

    if (KeGetCurrentIrql() == DISPATCH_LEVEL)
        SendFlags = NDIS_SEND_FLAGS_DISPATCH_LEVEL;
    else
        SendFlags = 0;

    List->SourceHandle = Filter->Handle;
    NET_BUFFER_LIST_NEXT_NBL(List) = NULL;
    NdisFSendNetBufferLists(Filter->Handle, List, NDIS_DEFAULT_PORT_NUMBER, SendFlags); // violates NetBufferListReuse
}

/* A frame that came back waits for its next send; where there are enough, it is freed. */
static VOID Recycle(PFILTER Filter, PNET_BUFFER_LIST List)
{
    BOOLEAN Queued;

    NdisAcquireSpinLock(&Filter->Lock);
    Queued = QueuePush(&Filter->Idle, List);
    NdisReleaseSpinLock(&Filter->Lock);
    if (!Queued)
        FrameFree(List);
}

/* The filter passes on no sends of others: what comes back is its own. */
VOID FilterSendNetBufferListsComplete(NDIS_HANDLE FilterModuleContext, PNET_BUFFER_LIST NetBufferLists,
                                      ULONG SendCompleteFlags)
{
    PFILTER Filter = (PFILTER)FilterModuleContext;
    PNET_BUFFER_LIST Current = NetBufferLists;
    ULONG Number = 0;

    UNREFERENCED_PARAMETER(SendCompleteFlags);

    while (Current != NULL) {
        PNET_BUFFER_LIST Next = NET_BUFFER_LIST_NEXT_NBL(Current);

        NET_BUFFER_LIST_NEXT_NBL(Current) = NULL;
        Recycle(Filter, Current);
        Number++;
        Current = Next;
    }
    FilterEndSends(Filter, Number);
}
