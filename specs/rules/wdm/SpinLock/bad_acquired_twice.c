/* SPDX-License-Identifier: Apache-2.0 */
/* The helper takes the lock that its caller holds. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchWrite;

static KSPIN_LOCK Lock;
static ULONG Count;

static VOID CountRequest(VOID)
{
    KLOCK_QUEUE_HANDLE Handle;

    KeAcquireInStackQueuedSpinLock(&Lock, &Handle); // violates SpinLock
    Count++;
    KeReleaseInStackQueuedSpinLock(&Handle);
}

NTSTATUS DispatchWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Lock, &OldIrql);
    CountRequest();
    KeReleaseSpinLock(&Lock, OldIrql);
    return STATUS_SUCCESS;
}
