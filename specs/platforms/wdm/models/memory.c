/* SPDX-License-Identifier: Apache-2.0 */
/* Memory descriptor lists, mappings, device registers: what they hold is arbitrary. */
#include "proviso_wdm.h"

VOID IoFreeMdl(PMDL Mdl) {
}

VOID MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList) {
}

VOID MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation) {
}

VOID MmUnlockPages(PMDL MemoryDescriptorList) {
}

PVOID MmMapLockedPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode) {
    return (PVOID)__proviso_external();
}

PVOID MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode,
                                   MEMORY_CACHING_TYPE CacheType, PVOID RequestedAddress,
                                   ULONG BugCheckOnFailure, ULONG Priority) {
    return (PVOID)__proviso_external();
}

VOID MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList) {
}

PVOID MmGetSystemAddressForMdl(PMDL Mdl) {
    return (PVOID)__proviso_external();
}

PVOID MmGetSystemAddressForMdlSafe(PMDL Mdl, ULONG Priority) {
    return (PVOID)__proviso_external();
}

PVOID MmGetMdlVirtualAddress(const MDL *Mdl) {
    return (PVOID)((PCHAR)Mdl->StartVa + Mdl->ByteOffset);
}

ULONG MmGetMdlByteCount(const MDL *Mdl) {
    return Mdl->ByteCount;
}

ULONG MmGetMdlByteOffset(const MDL *Mdl) {
    return Mdl->ByteOffset;
}

PPFN_NUMBER MmGetMdlPfnArray(const MDL *Mdl) {
    return (PPFN_NUMBER)__proviso_external();
}

SIZE_T MmSizeOfMdl(PVOID Base, SIZE_T Length) {
    return __proviso_nondet_ulonglong();
}

VOID MmInitializeMdl(PMDL MemoryDescriptorList, PVOID BaseVa, SIZE_T Length) {
}

VOID MmPrepareMdlForReuse(PMDL Mdl) {
}

PMDL MmAllocatePagesForMdl(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress,
                           PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes) {
    return (PMDL)__proviso_external();
}

PMDL MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress,
                             PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes, MEMORY_CACHING_TYPE CacheType,
                             ULONG Flags) {
    return (PMDL)__proviso_external();
}

VOID MmFreePagesFromMdl(PMDL MemoryDescriptorList) {
}

PVOID MmAllocateContiguousMemory(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS HighestAcceptableAddress) {
    return proviso_choose() ? __proviso_new(NumberOfBytes) : NULL;
}

PVOID MmAllocateContiguousMemorySpecifyCache(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress,
                                             PHYSICAL_ADDRESS HighestAcceptableAddress,
                                             PHYSICAL_ADDRESS BoundaryAddressMultiple,
                                             MEMORY_CACHING_TYPE CacheType) {
    return proviso_choose() ? __proviso_new(NumberOfBytes) : NULL;
}

VOID MmFreeContiguousMemory(PVOID BaseAddress) {
    __proviso_free(BaseAddress);
}

VOID MmFreeContiguousMemorySpecifyCache(PVOID BaseAddress, SIZE_T NumberOfBytes,
                                        MEMORY_CACHING_TYPE CacheType) {
    __proviso_free(BaseAddress);
}

PVOID MmAllocateNonCachedMemory(SIZE_T NumberOfBytes) {
    return proviso_choose() ? __proviso_new(NumberOfBytes) : NULL;
}

VOID MmFreeNonCachedMemory(PVOID BaseAddress, SIZE_T NumberOfBytes) {
    __proviso_free(BaseAddress);
}

PVOID MmMapIoSpace(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType) {
    return (PVOID)__proviso_external();
}

PVOID MmMapIoSpaceEx(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, ULONG Protect) {
    return (PVOID)__proviso_external();
}

VOID MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes) {
}

PHYSICAL_ADDRESS MmGetPhysicalAddress(PVOID BaseAddress) {
    PHYSICAL_ADDRESS result;
    result.QuadPart = __proviso_nondet_longlong();
    return result;
}

BOOLEAN MmIsAddressValid(PVOID VirtualAddress) {
    return proviso_choose();
}

PVOID MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName) {
    return (PVOID)__proviso_external();
}

PVOID MmLockPagableCodeSection(PVOID AddressWithinSection) {
    return (PVOID)__proviso_external();
}

PVOID MmLockPagableDataSection(PVOID AddressWithinSection) {
    return (PVOID)__proviso_external();
}

VOID MmUnlockPagableImageSection(PVOID ImageSectionHandle) {
}

PVOID MmPageEntireDriver(PVOID AddressWithinSection) {
    return (PVOID)__proviso_external();
}

VOID MmResetDriverPaging(PVOID AddressWithinSection) {
}

VOID ProbeForRead(const volatile VOID *Address, SIZE_T Length, ULONG Alignment) {
}

VOID ProbeForWrite(volatile VOID *Address, SIZE_T Length, ULONG Alignment) {
}

UCHAR READ_PORT_UCHAR(PUCHAR Port) {
    return __proviso_nondet_uchar();
}

USHORT READ_PORT_USHORT(PUSHORT Port) {
    return __proviso_nondet_ushort();
}

ULONG READ_PORT_ULONG(PULONG Port) {
    return __proviso_nondet_ulong();
}

VOID READ_PORT_BUFFER_UCHAR(PUCHAR Port, PUCHAR Buffer, ULONG Count) {
    __proviso_scramble(Buffer);
}

VOID READ_PORT_BUFFER_USHORT(PUSHORT Port, PUSHORT Buffer, ULONG Count) {
    __proviso_scramble(Buffer);
}

VOID READ_PORT_BUFFER_ULONG(PULONG Port, PULONG Buffer, ULONG Count) {
    __proviso_scramble(Buffer);
}

VOID WRITE_PORT_UCHAR(PUCHAR Port, UCHAR Value) {
}

VOID WRITE_PORT_USHORT(PUSHORT Port, USHORT Value) {
}

VOID WRITE_PORT_ULONG(PULONG Port, ULONG Value) {
}

VOID WRITE_PORT_BUFFER_UCHAR(PUCHAR Port, PUCHAR Buffer, ULONG Count) {
}

VOID WRITE_PORT_BUFFER_USHORT(PUSHORT Port, PUSHORT Buffer, ULONG Count) {
}

VOID WRITE_PORT_BUFFER_ULONG(PULONG Port, PULONG Buffer, ULONG Count) {
}

UCHAR READ_REGISTER_UCHAR(volatile UCHAR *Register) {
    return __proviso_nondet_uchar();
}

USHORT READ_REGISTER_USHORT(volatile USHORT *Register) {
    return __proviso_nondet_ushort();
}

ULONG READ_REGISTER_ULONG(volatile ULONG *Register) {
    return __proviso_nondet_ulong();
}

ULONG64 READ_REGISTER_ULONG64(volatile ULONG64 *Register) {
    return __proviso_nondet_ulonglong();
}

VOID READ_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count) {
    __proviso_scramble(Buffer);
}

VOID READ_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count) {
    __proviso_scramble(Buffer);
}

VOID WRITE_REGISTER_UCHAR(volatile UCHAR *Register, UCHAR Value) {
}

VOID WRITE_REGISTER_USHORT(volatile USHORT *Register, USHORT Value) {
}

VOID WRITE_REGISTER_ULONG(volatile ULONG *Register, ULONG Value) {
}

VOID WRITE_REGISTER_ULONG64(volatile ULONG64 *Register, ULONG64 Value) {
}

VOID WRITE_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count) {
}

VOID WRITE_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count) {
}

PMDL IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota,
                   PIRP Irp) {
    PMDL mdl;
    if (proviso_choose()) {
        return NULL;
    }
    mdl = (PMDL)__proviso_new_zeroed(sizeof(MDL));
    mdl->StartVa = VirtualAddress;
    mdl->ByteCount = Length;
    if (Irp != NULL && !SecondaryBuffer) {
        Irp->MdlAddress = mdl;
    }
    return mdl;
}

VOID IoBuildPartialMdl(PMDL SourceMdl, PMDL TargetMdl, PVOID VirtualAddress, ULONG Length) {
    TargetMdl->StartVa = VirtualAddress;
    TargetMdl->ByteCount = Length;
}
