/* SPDX-License-Identifier: Apache-2.0 */
/* Memory, MDLs, shared memory. */
#ifndef PROVISO_NDIS_MEMORY_H
#define PROVISO_NDIS_MEMORY_H


#define NDIS_MEMORY_CONTIGUOUS 0x00000001
#define NDIS_MEMORY_NONCACHED 0x00000002

PVOID NdisAllocateMemoryWithTagPriority(NDIS_HANDLE NdisHandle, UINT Length, ULONG Tag,
                                        EX_POOL_PRIORITY Priority);
NDIS_STATUS NdisAllocateMemoryWithTag(PVOID *VirtualAddress, UINT Length, ULONG Tag);
VOID NdisFreeMemory(PVOID VirtualAddress, UINT Length, UINT MemoryFlags);
VOID NdisFreeMemoryWithTag(PVOID VirtualAddress, ULONG Tag);
VOID NdisFreeMemoryWithTagPriority(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, ULONG Tag);

#define NdisZeroMemory(_Destination, _Length) RtlZeroMemory(_Destination, _Length)
#define NdisMoveMemory(_Destination, _Source, _Length) RtlCopyMemory(_Destination, _Source, _Length)
#define NdisFillMemory(_Destination, _Length, _Fill) RtlFillMemory(_Destination, _Length, _Fill)
#define NdisEqualMemory(_One, _Other, _Length) RtlEqualMemory(_One, _Other, _Length)
#define NdisCopyMemory(_Destination, _Source, _Length) RtlCopyMemory(_Destination, _Source, _Length)

PMDL NdisAllocateMdl(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, UINT Length);
VOID NdisFreeMdl(PMDL Mdl);
VOID NdisQueryMdl(PMDL Mdl, PVOID *VirtualAddress, UINT *Length, ULONG Priority);
VOID NdisQueryMdlOffset(PMDL Mdl, UINT *Offset, UINT *Length);
VOID NdisGetNextMdl(PMDL CurrentMdl, PMDL *NextMdl);
VOID NdisAdjustMdlLength(PMDL Mdl, UINT Length);

#define NDIS_MDL_LINKAGE(_Mdl) ((_Mdl)->Next)

VOID NdisMAllocateSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached,
                               PVOID *VirtualAddress, PNDIS_PHYSICAL_ADDRESS PhysicalAddress);
VOID NdisMFreeSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached,
                           PVOID VirtualAddress, NDIS_PHYSICAL_ADDRESS PhysicalAddress);

#endif
