/* SPDX-License-Identifier: Apache-2.0 */
/* Non-paged pool under the lock, paged pool after it: the level is back where it was. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchRead;

static KSPIN_LOCK Lock;

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KIRQL OldIrql;
    PVOID First;
    PVOID Second;

    KeAcquireSpinLock(&Lock, &OldIrql);
    First = ExAllocatePoolWithTag(NonPagedPool, 64, '1tsF');
    KeReleaseSpinLock(&Lock, OldIrql);
    Second = ExAllocatePoolWithTag(PagedPool, 64, '2tsF');
    return First != NULL && Second != NULL ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}
