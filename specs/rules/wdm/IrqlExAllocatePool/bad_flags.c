/* SPDX-License-Identifier: Apache-2.0 */
/* ExAllocatePool2 takes flags; the in-stack queued spin lock raises the level, too. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchWrite;

static KSPIN_LOCK Lock;

NTSTATUS DispatchWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KLOCK_QUEUE_HANDLE Handle;
    PVOID Buffer;

    KeAcquireInStackQueuedSpinLock(&Lock, &Handle);
    Buffer = ExAllocatePool2(POOL_FLAG_PAGED | POOL_FLAG_SESSION, 16, 'fuBP'); // violates IrqlExAllocatePool
    KeReleaseInStackQueuedSpinLock(&Handle);
    if (Buffer != NULL) {
        ExFreePoolWithTag(Buffer, 'fuBP');
    }
    return STATUS_SUCCESS;
}
