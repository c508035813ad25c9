/* SPDX-License-Identifier: Apache-2.0 */
/* Loading and unloading. */
#include "miniport.h"

NDIS_HANDLE MpDriverHandle;

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NDIS_MINIPORT_DRIVER_CHARACTERISTICS Characteristics;
    NDIS_STATUS Status;

    NdisZeroMemory(&Characteristics, sizeof(Characteristics));
    Characteristics.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS;
    Characteristics.Header.Revision = NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2;
    Characteristics.Header.Size = NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2;
    Characteristics.MajorNdisVersion = NDIS_MINIPORT_MAJOR_VERSION;
    Characteristics.MinorNdisVersion = NDIS_MINIPORT_MINOR_VERSION;
    Characteristics.MajorDriverVersion = 1;
    Characteristics.MinorDriverVersion = 0;

    Characteristics.UnloadHandler = MpUnload;
    Characteristics.InitializeHandlerEx = MpInitializeEx;
    Characteristics.HaltHandlerEx = MpHaltEx;
    Characteristics.RestartHandler = MpRestart;
    Characteristics.PauseHandler = MpPause;
    Characteristics.ShutdownHandlerEx = MpShutdownEx;
    Characteristics.CheckForHangHandlerEx = MpCheckForHangEx;
    Characteristics.DevicePnPEventNotifyHandler = MpDevicePnPEventNotify;
    Characteristics.OidRequestHandler = MpOidRequest;
    Characteristics.CancelOidRequestHandler = MpCancelOidRequest;
    Characteristics.SendNetBufferListsHandler = MpSendNetBufferLists;
    Characteristics.CancelSendHandler = MpCancelSend;

    MpDriverHandle = NULL;
    Status = NdisMRegisterMiniportDriver(DriverObject, RegistryPath, NULL, &Characteristics, &MpDriverHandle);
    if (Status != NDIS_STATUS_SUCCESS)
        DbgPrint("miniport: registration failed, status %x\n", Status);
    return Status;
}

VOID MpUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);

    NdisMDeregisterMiniportDriver(MpDriverHandle);
    MpDriverHandle = NULL;
}
