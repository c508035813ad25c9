/* SPDX-License-Identifier: Apache-2.0 */
/* What KeSynchronizeExecution calls runs at the level of the interrupt. */
#include <ntddk.h>

DRIVER_DISPATCH DispatchControl;
KSYNCHRONIZE_ROUTINE Update;

static PKINTERRUPT Interrupt;
static PVOID Table;

BOOLEAN Update(PVOID Context)
{
    Table = ExAllocatePool2(POOL_FLAG_NON_PAGED, 256, 'lbTP'); // violates IrqlExAllocatePool
    return Table != NULL;
}

NTSTATUS DispatchControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    return KeSynchronizeExecution(Interrupt, Update, NULL) ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}
