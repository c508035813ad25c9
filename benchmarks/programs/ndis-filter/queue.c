/* SPDX-License-Identifier: Apache-2.0 */
/* A circular queue of NET_BUFFER_LISTs. Its owner holds the lock. */
#include "filter.h"

VOID QueueInitialize(PNBL_QUEUE Queue)
{
    Queue->Head = 0;
    Queue->Count = 0;
}

/* False: the queue is full, and the list is still the caller's. */
BOOLEAN QueuePush(PNBL_QUEUE Queue, PNET_BUFFER_LIST List)
{
    if (Queue->Count == QUEUE_CAPACITY)
        return FALSE;
    Queue->Entries[(Queue->Head + Queue->Count) % QUEUE_CAPACITY] = List;
    Queue->Count++;
    return TRUE;
}

/* Null: the queue is empty. */
PNET_BUFFER_LIST QueuePop(PNBL_QUEUE Queue)
{
    PNET_BUFFER_LIST List;

    if (Queue->Count == 0)
        return NULL;
    List = Queue->Entries[Queue->Head];
    Queue->Entries[Queue->Head] = NULL;
    Queue->Head = (Queue->Head + 1) % QUEUE_CAPACITY;
    Queue->Count--;
    return List;
}
