/* SPDX-License-Identifier: Apache-2.0 */
/* Memory and MDLs. Every allocation may fail. */
#include "proviso_ndis.h"

PVOID NdisAllocateMemoryWithTagPriority(NDIS_HANDLE NdisHandle, UINT Length, ULONG Tag,
                                        EX_POOL_PRIORITY Priority) {
    if (proviso_choose())
        return NULL;
    return __proviso_new(Length);
}

NDIS_STATUS NdisAllocateMemoryWithTag(PVOID *VirtualAddress, UINT Length, ULONG Tag) {
    if (proviso_choose()) {
        *VirtualAddress = NULL;
        return NDIS_STATUS_FAILURE;
    }
    *VirtualAddress = __proviso_new(Length);
    return NDIS_STATUS_SUCCESS;
}

VOID NdisFreeMemory(PVOID VirtualAddress, UINT Length, UINT MemoryFlags) {
    __proviso_free(VirtualAddress);
}

VOID NdisFreeMemoryWithTag(PVOID VirtualAddress, ULONG Tag) {
    __proviso_free(VirtualAddress);
}

VOID NdisFreeMemoryWithTagPriority(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, ULONG Tag) {
    __proviso_free(VirtualAddress);
}

PMDL NdisAllocateMdl(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, UINT Length) {
    PMDL mdl;
    if (proviso_choose())
        return NULL;
    mdl = (PMDL)__proviso_new(sizeof(MDL));
    mdl->Next = NULL;
    mdl->MappedSystemVa = VirtualAddress;
    mdl->StartVa = VirtualAddress;
    mdl->ByteCount = Length;
    mdl->ByteOffset = 0;
    return mdl;
}

VOID NdisFreeMdl(PMDL Mdl) {
    __proviso_free(Mdl);
}

/* The mapping may fail, which the address tells. */
VOID NdisQueryMdl(PMDL Mdl, PVOID *VirtualAddress, UINT *Length, ULONG Priority) {
    if (VirtualAddress != NULL)
        *VirtualAddress = proviso_choose() ? Mdl->MappedSystemVa : NULL;
    *Length = Mdl->ByteCount;
}

VOID NdisQueryMdlOffset(PMDL Mdl, UINT *Offset, UINT *Length) {
    *Offset = Mdl->ByteOffset;
    *Length = Mdl->ByteCount;
}

VOID NdisGetNextMdl(PMDL CurrentMdl, PMDL *NextMdl) {
    *NextMdl = CurrentMdl->Next;
}

VOID NdisAdjustMdlLength(PMDL Mdl, UINT Length) {
    Mdl->ByteCount = Length;
}

VOID NdisMAllocateSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached,
                               PVOID *VirtualAddress, PNDIS_PHYSICAL_ADDRESS PhysicalAddress) {
    PhysicalAddress->QuadPart = __proviso_nondet_longlong();
    *VirtualAddress = proviso_choose() ? __proviso_new(Length) : NULL;
}

VOID NdisMFreeSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached,
                           PVOID VirtualAddress, NDIS_PHYSICAL_ADDRESS PhysicalAddress) {
    __proviso_free(VirtualAddress);
}
