/* SPDX-License-Identifier: Apache-2.0 */
/* A helper that serves any level asks for it; nested locks give back the level in the right order. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchControl;

static KSPIN_LOCK Outer;
static KSPIN_LOCK Inner;

static PVOID AllocateAtAnyLevel(SIZE_T Size)
{
    if (KeGetCurrentIrql() >= DISPATCH_LEVEL) {
        return ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, 'ynAP');
    }
    return ExAllocatePool2(POOL_FLAG_PAGED, Size, 'ynAP');
}

NTSTATUS DispatchControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KIRQL OldIrql;
    KLOCK_QUEUE_HANDLE Handle;
    PVOID Blocks[3];

    KeAcquireInStackQueuedSpinLock(&Outer, &Handle);
    KeAcquireSpinLock(&Inner, &OldIrql);
    Blocks[0] = AllocateAtAnyLevel(16);
    KeReleaseSpinLock(&Inner, OldIrql);
    Blocks[1] = AllocateAtAnyLevel(16);
    KeReleaseInStackQueuedSpinLock(&Handle);
    Blocks[2] = AllocateAtAnyLevel(16);
    return Blocks[0] && Blocks[1] && Blocks[2] ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}
