/* SPDX-License-Identifier: Apache-2.0 */
/* An interrupt service routine runs above DISPATCH_LEVEL: no pool at all. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchCreate;
KSERVICE_ROUTINE InterruptService;

static PKINTERRUPT Interrupt;
static PVOID Record;

BOOLEAN InterruptService(PKINTERRUPT InterruptObject, PVOID Context)
{
    Record = ExAllocatePoolWithTag(NonPagedPoolNx, 64, 'ceRP'); // violates IrqlExAllocatePool
    return TRUE;
}

NTSTATUS DispatchCreate(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    return IoConnectInterrupt(&Interrupt, InterruptService, NULL, NULL, 9, 5, 5, LevelSensitive, TRUE, 1,
                              FALSE);
}
