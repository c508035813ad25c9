/* SPDX-License-Identifier: Apache-2.0 */
/* PagedPoolCacheAligned is paged, too; a fast mutex alone would only raise to APC_LEVEL. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchRead;

static FAST_MUTEX Mutex;
static KSPIN_LOCK Lock;

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KIRQL OldIrql;
    PVOID First;
    PVOID Second;

    ExAcquireFastMutex(&Mutex);
    First = ExAllocatePoolWithTag(PagedPoolCacheAligned, 64, '1tsF');
    KeAcquireSpinLock(&Lock, &OldIrql);
    Second = ExAllocatePoolWithTag(PagedPoolCacheAligned, 64, '2tsF'); // violates IrqlExAllocatePool
    KeReleaseSpinLock(&Lock, OldIrql);
    ExReleaseFastMutex(&Mutex);
    return First != NULL && Second != NULL ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}
