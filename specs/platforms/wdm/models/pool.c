/* SPDX-License-Identifier: Apache-2.0 */
/* Pools and lookaside lists. Every allocation may fail. */
#include "proviso_wdm.h"

PVOID ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes) {
    return proviso_choose() ? __proviso_new(NumberOfBytes) : NULL;
}

PVOID ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag) {
    return proviso_choose() ? __proviso_new(NumberOfBytes) : NULL;
}

PVOID ExAllocatePoolWithTagPriority(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag,
                                    EX_POOL_PRIORITY Priority) {
    return proviso_choose() ? __proviso_new(NumberOfBytes) : NULL;
}

PVOID ExAllocatePoolUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag) {
    return proviso_choose() ? __proviso_new(NumberOfBytes) : NULL;
}

PVOID ExAllocatePoolPriorityUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag,
                                          EX_POOL_PRIORITY Priority) {
    return proviso_choose() ? __proviso_new(NumberOfBytes) : NULL;
}

PVOID ExAllocatePoolZero(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag) {
    return proviso_choose() ? __proviso_new_zeroed(NumberOfBytes) : NULL;
}

PVOID ExAllocatePoolPriorityZero(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag,
                                 EX_POOL_PRIORITY Priority) {
    return proviso_choose() ? __proviso_new_zeroed(NumberOfBytes) : NULL;
}

/* The quota variants raise an exception where they fail, unless they are told to return NULL. */
PVOID ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes) {
    if (proviso_choose()) {
        return __proviso_new(NumberOfBytes);
    }
    __proviso_assume(PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE);
    return NULL;
}

PVOID ExAllocatePoolWithQuotaTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag) {
    if (proviso_choose()) {
        return __proviso_new(NumberOfBytes);
    }
    __proviso_assume(PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE);
    return NULL;
}

PVOID ExAllocatePoolQuotaUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag) {
    if (proviso_choose()) {
        return __proviso_new(NumberOfBytes);
    }
    __proviso_assume(PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE);
    return NULL;
}

PVOID ExAllocatePoolQuotaZero(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag) {
    if (proviso_choose()) {
        return __proviso_new_zeroed(NumberOfBytes);
    }
    __proviso_assume(PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE);
    return NULL;
}

/* Memory is zeroed unless POOL_FLAG_UNINITIALIZED says otherwise; NULL unless POOL_FLAG_RAISE_ON_FAILURE. */
PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag) {
    if (proviso_choose()) {
        return Flags & POOL_FLAG_UNINITIALIZED ? __proviso_new(NumberOfBytes)
                                               : __proviso_new_zeroed(NumberOfBytes);
    }
    __proviso_assume(!(Flags & POOL_FLAG_RAISE_ON_FAILURE));
    return NULL;
}

PVOID ExAllocatePool3(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag,
                      PCPOOL_EXTENDED_PARAMETER ExtendedParameters, ULONG ExtendedParametersCount) {
    if (proviso_choose()) {
        return Flags & POOL_FLAG_UNINITIALIZED ? __proviso_new(NumberOfBytes)
                                               : __proviso_new_zeroed(NumberOfBytes);
    }
    __proviso_assume(!(Flags & POOL_FLAG_RAISE_ON_FAILURE));
    return NULL;
}

VOID ExFreePool(PVOID P) {
    __proviso_free(P);
}

VOID ExFreePoolWithTag(PVOID P, ULONG Tag) {
    __proviso_free(P);
}

VOID ExFreePool2(PVOID P, ULONG Tag, PCPOOL_EXTENDED_PARAMETER ExtendedParameters,
                 ULONG ExtendedParametersCount) {
    __proviso_free(P);
}

VOID ExInitializeDriverRuntime(ULONG RuntimeFlags) {
}

VOID ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate,
                                     PFREE_FUNCTION Free, ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth) {
    Lookaside->L.Size = Size;
}

VOID ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside) {
}

PVOID ExAllocateFromNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside) {
    return proviso_choose() ? __proviso_new(Lookaside->L.Size) : NULL;
}

VOID ExFreeToNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry) {
    __proviso_free(Entry);
}

VOID ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate,
                                    PFREE_FUNCTION Free, ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth) {
    Lookaside->L.Size = Size;
}

VOID ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside) {
}

PVOID ExAllocateFromPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside) {
    return proviso_choose() ? __proviso_new(Lookaside->L.Size) : NULL;
}

VOID ExFreeToPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry) {
    __proviso_free(Entry);
}

NTSTATUS ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PALLOCATE_FUNCTION_EX Allocate,
                                     PFREE_FUNCTION_EX Free, POOL_TYPE PoolType, ULONG Flags, SIZE_T Size,
                                     ULONG Tag, USHORT Depth) {
    Lookaside->L.Size = Size;
    return proviso_any_status();
}

VOID ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside) {
}

VOID ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside) {
}

PVOID ExAllocateFromLookasideListEx(PLOOKASIDE_LIST_EX Lookaside) {
    return proviso_choose() ? __proviso_new(Lookaside->L.Size) : NULL;
}

VOID ExFreeToLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PVOID Entry) {
    __proviso_free(Entry);
}
