/* SPDX-License-Identifier: Apache-2.0 */
/* Acquired and released under the same flag. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchCleanup;

static PIRP Waiting;

NTSTATUS DispatchCleanup(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    BOOLEAN Held = FALSE;
    KIRQL OldIrql;

    if (Waiting != NULL) {
        IoAcquireCancelSpinLock(&OldIrql);
        Held = TRUE;
        IoSetCancelRoutine(Waiting, NULL);
    }
    if (Held) {
        IoReleaseCancelSpinLock(OldIrql);
    }
    return STATUS_SUCCESS;
}
