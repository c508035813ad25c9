/* SPDX-License-Identifier: Apache-2.0 */
#include <ntddk.h>

DRIVER_DISPATCH DispatchCleanup;

static KSPIN_LOCK Lock;
static ULONG Waiting;

NTSTATUS DispatchCleanup(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KLOCK_QUEUE_HANDLE Handle;

    KeAcquireInStackQueuedSpinLock(&Lock, &Handle);
    if (Waiting == 0) {
        KeReleaseInStackQueuedSpinLock(&Handle);
    }
    Waiting = 0;
    KeReleaseInStackQueuedSpinLock(&Handle); // violates SpinLock
    return STATUS_SUCCESS;
}
