/* SPDX-License-Identifier: Apache-2.0 */
/* A queued lock is released by its handle, in a helper; a DPC takes it again. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchRead;
KDEFERRED_ROUTINE CountDpc;

static KSPIN_LOCK Lock;
static KDPC Dpc;
static ULONG Count;

VOID CountDpc(PKDPC DpcObject, PVOID Context, PVOID First, PVOID Second)
{
    KLOCK_QUEUE_HANDLE Handle;

    KeAcquireInStackQueuedSpinLockAtDpcLevel(&Lock, &Handle);
    Count++;
    KeReleaseInStackQueuedSpinLockFromDpcLevel(&Handle);
}

static VOID Leave(PKLOCK_QUEUE_HANDLE Handle)
{
    KeReleaseInStackQueuedSpinLock(Handle);
}

NTSTATUS DispatchRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KLOCK_QUEUE_HANDLE Handle;

    KeInitializeDpc(&Dpc, CountDpc, NULL);
    KeAcquireInStackQueuedSpinLock(&Lock, &Handle);
    KeInsertQueueDpc(&Dpc, NULL, NULL);
    Leave(&Handle);
    return STATUS_SUCCESS;
}
