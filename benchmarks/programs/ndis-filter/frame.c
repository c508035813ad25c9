/* SPDX-License-Identifier: Apache-2.0 */
/* A frame: a NET_BUFFER_LIST with one NET_BUFFER, one MDL and FRAME_SIZE bytes of data. */
#include "filter.h"

static VOID FreeData(PMDL Mdl)
{
    PVOID Data = MmGetMdlVirtualAddress(Mdl);

    NdisFreeMdl(Mdl);
    NdisFreeMemory(Data, FRAME_SIZE, 0);
}

PNET_BUFFER_LIST FrameAllocate(PFILTER Filter)
{
    PVOID Data = NULL;
    PMDL Mdl;
    PNET_BUFFER_LIST List;

    if (NdisAllocateMemoryWithTag(&Data, FRAME_SIZE, FILTER_TAG) != NDIS_STATUS_SUCCESS)
        return NULL;
    Mdl = NdisAllocateMdl(Filter->Handle, Data, FRAME_SIZE);
    if (Mdl == NULL) {
        NdisFreeMemory(Data, FRAME_SIZE, 0);
        return NULL;
    }
    List = NdisAllocateNetBufferAndNetBufferList(Filter->SendPool, 0, 0, Mdl, 0, FRAME_SIZE);
    if (List == NULL) {
        FreeData(Mdl);
        return NULL;
    }
    List->SourceHandle = Filter->Handle;
    return List;
}

VOID FrameFree(PNET_BUFFER_LIST List)
{
    PMDL Mdl = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(List));

    NdisFreeNetBufferList(List);
    FreeData(Mdl);
}

/*
 * Another list for the same data: what lower drivers have attached to the old one goes with it. Null: no
 * memory, all is freed.
 */
PNET_BUFFER_LIST FrameRenew(PFILTER Filter, PNET_BUFFER_LIST List)
{
    PMDL Mdl = NET_BUFFER_FIRST_MDL(NET_BUFFER_LIST_FIRST_NB(List));

    NdisFreeNetBufferList(List);
    List = NdisAllocateNetBufferAndNetBufferList(Filter->SendPool, 0, 0, Mdl, 0, FRAME_SIZE);
    if (List == NULL) {
        FreeData(Mdl);
        return NULL;
    }
    List->SourceHandle = Filter->Handle;
    return List;
}

BOOLEAN FrameFill(PNET_BUFFER_LIST List, const UCHAR *Header, ULONG HeaderLength, const UCHAR *Payload,
                  ULONG PayloadLength)
{
    PNET_BUFFER Buffer = NET_BUFFER_LIST_FIRST_NB(List);
    PUCHAR Data = NULL;
    UINT Length = 0;

    NdisQueryMdl(NET_BUFFER_FIRST_MDL(Buffer), (PVOID *)&Data, &Length, NormalPagePriority);
    if (Data == NULL || HeaderLength > Length || PayloadLength > Length - HeaderLength)
        return FALSE;

    NdisMoveMemory(Data, Header, HeaderLength);
    NdisMoveMemory(Data + HeaderLength, Payload, PayloadLength);
    NET_BUFFER_DATA_OFFSET(Buffer) = 0;
    NET_BUFFER_CURRENT_MDL_OFFSET(Buffer) = 0;
    NET_BUFFER_DATA_LENGTH(Buffer) = HeaderLength + PayloadLength;
    return TRUE;
}
