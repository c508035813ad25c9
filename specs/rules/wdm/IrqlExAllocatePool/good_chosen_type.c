/* SPDX-License-Identifier: Apache-2.0 */
/* The type of pool is chosen by the same condition as the lock. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchWrite;

static KSPIN_LOCK Lock;

NTSTATUS DispatchWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    BOOLEAN Locked = Stack->Parameters.Write.Length > PAGE_SIZE;
    POOL_TYPE Type = Locked ? NonPagedPoolNx : PagedPool;
    KIRQL OldIrql;
    PVOID Buffer;

    if (Locked) {
        KeAcquireSpinLock(&Lock, &OldIrql);
    }
    Buffer = ExAllocatePoolWithTag(Type, 64, 'fuBP');
    if (Locked) {
        KeReleaseSpinLock(&Lock, OldIrql);
    }
    return Buffer == NULL ? STATUS_INSUFFICIENT_RESOURCES : STATUS_SUCCESS;
}
