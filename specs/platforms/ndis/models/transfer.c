/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sending and receiving. A NET_BUFFER_LIST that the driver sends down or indicates up belongs to NDIS until
 * the harness hands it back; until then NDIS chains it by Next to all others, as it may. What other drivers
 * own and the driver only passes on when it completes or returns it is gone.
 */
#include "proviso_ndis.h"

char proviso_ndis_other_driver;
PNET_BUFFER_LIST proviso_ndis_outstanding_sends;
PNET_BUFFER_LIST proviso_ndis_outstanding_receives;

VOID proviso_ndis_sent(PNET_BUFFER_LIST NetBufferList) {
}

static void send(PNET_BUFFER_LIST lists) {
    while (lists != NULL) {
        PNET_BUFFER_LIST next = lists->Next;
        proviso_ndis_sent(lists);
        lists->Next = proviso_ndis_outstanding_sends;
        proviso_ndis_outstanding_sends = lists;
        lists = next;
    }
}

static void indicate(PNET_BUFFER_LIST lists) {
    while (lists != NULL) {
        PNET_BUFFER_LIST next = lists->Next;
        lists->Next = proviso_ndis_outstanding_receives;
        proviso_ndis_outstanding_receives = lists;
        lists = next;
    }
}

VOID NdisFSendNetBufferLists(NDIS_HANDLE NdisFilterHandle, PNET_BUFFER_LIST NetBufferList,
                             NDIS_PORT_NUMBER PortNumber, ULONG SendFlags) {
    send(NetBufferList);
}

VOID NdisSendNetBufferLists(NDIS_HANDLE NdisBindingHandle, PNET_BUFFER_LIST NetBufferLists,
                            NDIS_PORT_NUMBER PortNumber, ULONG SendFlags) {
    send(NetBufferLists);
}

/* Lists that are lent for the time of the call (RESOURCES) stay the driver's. */
VOID NdisMIndicateReceiveNetBufferLists(NDIS_HANDLE MiniportAdapterHandle, PNET_BUFFER_LIST NetBufferList,
                                        NDIS_PORT_NUMBER PortNumber, ULONG NumberOfNetBufferLists,
                                        ULONG ReceiveFlags) {
    if (!NDIS_TEST_RECEIVE_CANNOT_PEND(ReceiveFlags))
        indicate(NetBufferList);
}

VOID NdisFIndicateReceiveNetBufferLists(NDIS_HANDLE NdisFilterHandle, PNET_BUFFER_LIST NetBufferLists,
                                        NDIS_PORT_NUMBER PortNumber, ULONG NumberOfNetBufferLists,
                                        ULONG ReceiveFlags) {
    if (!NDIS_TEST_RECEIVE_CANNOT_PEND(ReceiveFlags))
        indicate(NetBufferLists);
}

VOID NdisMSendNetBufferListsComplete(NDIS_HANDLE MiniportAdapterHandle, PNET_BUFFER_LIST NetBufferList,
                                     ULONG SendCompleteFlags) {
}

VOID NdisFSendNetBufferListsComplete(NDIS_HANDLE NdisFilterHandle, PNET_BUFFER_LIST NetBufferList,
                                     ULONG SendCompleteFlags) {
}

VOID NdisFReturnNetBufferLists(NDIS_HANDLE NdisFilterHandle, PNET_BUFFER_LIST NetBufferLists,
                               ULONG ReturnFlags) {
}

VOID NdisReturnNetBufferLists(NDIS_HANDLE NdisBindingHandle, PNET_BUFFER_LIST NetBufferLists,
                              ULONG ReturnFlags) {
}

VOID NdisFCancelSendNetBufferLists(NDIS_HANDLE NdisFilterHandle, PVOID CancelId) {
}

VOID NdisCancelSendNetBufferLists(NDIS_HANDLE NdisBindingHandle, PVOID CancelId) {
}

#define OUTSTANDING proviso_ndis_outstanding_sends
#define ONE_OF one_of_the_sends
#define SOME_OF proviso_ndis_some_sends
#include "proviso_ndis_some_of.h"

#define OUTSTANDING proviso_ndis_outstanding_receives
#define ONE_OF one_of_the_receives
#define SOME_OF proviso_ndis_some_receives
#include "proviso_ndis_some_of.h"

PNET_BUFFER_LIST proviso_ndis_foreign_lists(void) {
    PNET_BUFFER_LIST chain = NULL;
    do {
        PNET_BUFFER_LIST list = (PNET_BUFFER_LIST)__proviso_new(sizeof(NET_BUFFER_LIST));
        list->FirstNetBuffer = (PNET_BUFFER)__proviso_external();
        __proviso_assume(list->FirstNetBuffer != NULL);
        list->Context = NULL;
        list->ParentNetBufferList = NULL;
        list->NdisPoolHandle = &proviso_ndis_other_driver;
        list->SourceHandle = &proviso_ndis_other_driver;
        list->Next = chain;
        chain = list;
    } while (proviso_choose());
    return chain;
}
