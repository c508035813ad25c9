/* SPDX-License-Identifier: Apache-2.0 */
/* The end of a filter module: nothing is on its way any more, so all frames are in the queue. */
#include "../filter.h"

VOID FilterDetach(NDIS_HANDLE FilterModuleContext)
{
    PFILTER Filter = (PFILTER)FilterModuleContext;
    PNET_BUFFER_LIST List;

    for (List = QueuePop(&Filter->Idle); List != NULL; List = QueuePop(&Filter->Idle))
        FrameFree(List);

    NdisFreeNetBufferListPool(Filter->SendPool);
    NdisFreeSpinLock(&Filter->Lock);
    NdisFreeMemory(Filter, sizeof(FILTER), 0);
} // violates NdisAllocateNetBufferList
