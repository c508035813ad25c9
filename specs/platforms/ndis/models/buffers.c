/* SPDX-License-Identifier: Apache-2.0 */
/* NET_BUFFERs, NET_BUFFER_LISTs and their pools. Every allocation may fail. */
#include "proviso_ndis.h"

/* A pool is a handle: what its parameters say of context and data space is left open at each allocation. */
static NDIS_HANDLE new_pool(void) {
    return proviso_choose() ? __proviso_new(1) : NULL;
}

NDIS_HANDLE NdisAllocateNetBufferPool(NDIS_HANDLE NdisHandle, PNET_BUFFER_POOL_PARAMETERS Parameters) {
    return new_pool();
}

VOID NdisFreeNetBufferPool(NDIS_HANDLE PoolHandle) {
    __proviso_free(PoolHandle);
}

static NET_BUFFER *new_net_buffer(NDIS_HANDLE pool, MDL *mdl, ULONG offset, SIZE_T length) {
    NET_BUFFER *buffer = (NET_BUFFER *)__proviso_new(sizeof(NET_BUFFER));
    buffer->Next = NULL;
    buffer->MdlChain = mdl;
    buffer->CurrentMdl = mdl;
    buffer->CurrentMdlOffset = offset;
    buffer->DataOffset = offset;
    buffer->DataLength = (ULONG)length;
    buffer->NdisPoolHandle = pool;
    buffer->SharedMemoryInfo = NULL;
    buffer->ScatterGatherList = NULL;
    return buffer;
}

NET_BUFFER *NdisAllocateNetBuffer(NDIS_HANDLE PoolHandle, MDL *MdlChain, ULONG DataOffset,
                                  SIZE_T DataLength) {
    if (proviso_choose())
        return NULL;
    return new_net_buffer(PoolHandle, MdlChain, DataOffset, DataLength);
}

NET_BUFFER *NdisAllocateNetBufferMdlAndData(NDIS_HANDLE PoolHandle) {
    ULONG length = __proviso_nondet_ulong();
    MDL *mdl;
    if (proviso_choose())
        return NULL;
    mdl = NdisAllocateMdl(NULL, __proviso_new(length), length);
    __proviso_assume(mdl != NULL);
    return new_net_buffer(PoolHandle, mdl, 0, 0);
}

VOID NdisFreeNetBuffer(NET_BUFFER *NetBuffer) {
    __proviso_free(NetBuffer);
}

NDIS_HANDLE NdisAllocateNetBufferListPool(NDIS_HANDLE NdisHandle,
                                          NET_BUFFER_LIST_POOL_PARAMETERS const *Parameters) {
    return new_pool();
}

VOID NdisFreeNetBufferListPool(NDIS_HANDLE PoolHandle) {
    __proviso_free(PoolHandle);
}

/* The space is the caller's to fill; ndis.h declares only its first byte. */
static NET_BUFFER_LIST_CONTEXT *new_context(ULONG size, USHORT offset) {
    NET_BUFFER_LIST_CONTEXT *context =
        (NET_BUFFER_LIST_CONTEXT *)__proviso_new(sizeof(NET_BUFFER_LIST_CONTEXT) + size);
    context->Next = NULL;
    context->Size = (USHORT)size;
    context->Offset = offset;
    return context;
}

static NET_BUFFER_LIST *new_net_buffer_list(NDIS_HANDLE pool, NET_BUFFER *buffer) {
    NET_BUFFER_LIST *list = (NET_BUFFER_LIST *)__proviso_new_zeroed(sizeof(NET_BUFFER_LIST));
    list->FirstNetBuffer = buffer;
    list->NdisPoolHandle = pool;
    return list;
}

static void give_context(NET_BUFFER_LIST *list, USHORT size, USHORT back_fill) {
    ULONG of_the_pool = __proviso_nondet_ushort();
    if (size != 0 || back_fill != 0 || of_the_pool != 0)
        list->Context = new_context(of_the_pool + size + back_fill, back_fill);
}

NET_BUFFER_LIST *NdisAllocateNetBufferList(NDIS_HANDLE PoolHandle, USHORT ContextSize,
                                           USHORT ContextBackFill) {
    NET_BUFFER_LIST *list;
    if (proviso_choose())
        return NULL;
    list = new_net_buffer_list(PoolHandle, NULL);
    if (proviso_choose())
        list->FirstNetBuffer = new_net_buffer(PoolHandle, NULL, 0, 0);
    give_context(list, ContextSize, ContextBackFill);
    return list;
}

NET_BUFFER_LIST *NdisAllocateNetBufferAndNetBufferList(NDIS_HANDLE PoolHandle, USHORT ContextSize,
                                                       USHORT ContextBackFill, MDL *MdlChain,
                                                       ULONG DataOffset, SIZE_T DataLength) {
    NET_BUFFER_LIST *list;
    if (proviso_choose())
        return NULL;
    list = new_net_buffer_list(PoolHandle, new_net_buffer(PoolHandle, MdlChain, DataOffset, DataLength));
    give_context(list, ContextSize, ContextBackFill);
    return list;
}

/*
 * Frees one list, not what follows it in a chain; a NET_BUFFER that came with it goes with it, unobservably.
 */
VOID NdisFreeNetBufferList(NET_BUFFER_LIST *NetBufferList) {
    __proviso_free(NetBufferList);
}

NDIS_STATUS NdisAllocateNetBufferListContext(NET_BUFFER_LIST *NetBufferList, USHORT ContextSize,
                                             USHORT ContextBackFill, ULONG PoolTag) {
    NET_BUFFER_LIST_CONTEXT *context;
    if (proviso_choose())
        return NDIS_STATUS_RESOURCES;
    context = new_context((ULONG)ContextSize + ContextBackFill, ContextBackFill);
    context->Next = NetBufferList->Context;
    NetBufferList->Context = context;
    return NDIS_STATUS_SUCCESS;
}

VOID NdisFreeNetBufferListContext(NET_BUFFER_LIST *NetBufferList, USHORT ContextSize) {
    NET_BUFFER_LIST_CONTEXT *context = NetBufferList->Context;
    NetBufferList->Context = context->Next;
    __proviso_free(context);
}

/* A list derived from another: its NET_BUFFERs stand for any number of them. */
static NET_BUFFER_LIST *new_child(NET_BUFFER_LIST *parent, NDIS_HANDLE pool) {
    NET_BUFFER *buffer = (NET_BUFFER *)__proviso_external();
    NET_BUFFER_LIST *child;
    __proviso_assume(buffer != NULL);
    child = new_net_buffer_list(pool, buffer);
    child->ParentNetBufferList = parent;
    return child;
}

NET_BUFFER_LIST *NdisAllocateCloneNetBufferList(NET_BUFFER_LIST *OriginalNetBufferList,
                                                NDIS_HANDLE NetBufferListPoolHandle,
                                                NDIS_HANDLE NetBufferPoolHandle, ULONG AllocateCloneFlags) {
    if (proviso_choose())
        return NULL;
    return new_child(OriginalNetBufferList, NetBufferListPoolHandle);
}

VOID NdisFreeCloneNetBufferList(NET_BUFFER_LIST *CloneNetBufferList, ULONG FreeCloneFlags) {
    __proviso_free(CloneNetBufferList);
}

NET_BUFFER_LIST *NdisAllocateFragmentNetBufferList(NET_BUFFER_LIST *OriginalNetBufferList,
                                                   NDIS_HANDLE NetBufferListPool, NDIS_HANDLE NetBufferPool,
                                                   ULONG StartOffset, ULONG MaximumLength,
                                                   ULONG DataOffsetDelta, ULONG DataBackFill,
                                                   ULONG AllocateFragmentFlags) {
    if (proviso_choose())
        return NULL;
    return new_child(OriginalNetBufferList, NetBufferListPool);
}

VOID NdisFreeFragmentNetBufferList(NET_BUFFER_LIST *FragmentNetBufferList, ULONG DataOffsetDelta,
                                   ULONG FreeFragmentFlags) {
    __proviso_free(FragmentNetBufferList);
}

NDIS_STATUS NdisRetreatNetBufferDataStart(NET_BUFFER *NetBuffer, ULONG DataOffsetDelta, ULONG DataBackFill,
                                          NET_BUFFER_ALLOCATE_MDL_HANDLER AllocateMdlHandler) {
    if (NetBuffer->DataOffset >= DataOffsetDelta) {
        NetBuffer->DataOffset -= DataOffsetDelta;
        NetBuffer->CurrentMdlOffset = NetBuffer->DataOffset;
        NetBuffer->DataLength += DataOffsetDelta;
        return NDIS_STATUS_SUCCESS;
    }
    if (proviso_choose())
        return NDIS_STATUS_RESOURCES;
    NetBuffer->DataOffset = DataBackFill;
    NetBuffer->CurrentMdlOffset = DataBackFill;
    NetBuffer->DataLength += DataOffsetDelta;
    return NDIS_STATUS_SUCCESS;
}

VOID NdisAdvanceNetBufferDataStart(NET_BUFFER *NetBuffer, ULONG DataOffsetDelta, BOOLEAN FreeMdl,
                                   NET_BUFFER_FREE_MDL_HANDLER FreeMdlHandler) {
    NetBuffer->DataOffset += DataOffsetDelta;
    NetBuffer->CurrentMdlOffset = __proviso_nondet_ulong();
    NetBuffer->DataLength -= DataOffsetDelta;
}

/* The data in one piece where it is, or copied to the caller's storage, or not to be had. */
PVOID NdisGetDataBuffer(NET_BUFFER *NetBuffer, ULONG BytesNeeded, PVOID Storage, ULONG AlignMultiple,
                        ULONG AlignOffset) {
    if (proviso_choose())
        return (PUCHAR)__proviso_external();
    if (Storage != NULL)
        __proviso_scramble(Storage);
    return Storage;
}

ULONG NdisQueryNetBufferPhysicalCount(NET_BUFFER *NetBuffer) {
    return __proviso_nondet_ulong();
}

BOOLEAN NdisSetNetBufferListProtocolId(NET_BUFFER_LIST *NetBufferList, UCHAR ProtocolId) {
    return proviso_choose() ? TRUE : FALSE;
}

VOID NdisCopySendNetBufferListInfo(NET_BUFFER_LIST *DestNetBufferList, NET_BUFFER_LIST *SrcNetBufferList) {
    RtlCopyMemory(DestNetBufferList->NetBufferListInfo, SrcNetBufferList->NetBufferListInfo,
                  sizeof(SrcNetBufferList->NetBufferListInfo));
}

VOID NdisCopyReceiveNetBufferListInfo(NET_BUFFER_LIST *DestNetBufferList, NET_BUFFER_LIST *SrcNetBufferList) {
    RtlCopyMemory(DestNetBufferList->NetBufferListInfo, SrcNetBufferList->NetBufferListInfo,
                  sizeof(SrcNetBufferList->NetBufferListInfo));
}
