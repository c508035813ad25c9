/* SPDX-License-Identifier: Apache-2.0 */
/* Loading and unloading. */
#include "filter.h"

NDIS_HANDLE FilterDriverHandle;
NDIS_HANDLE FilterDriverObject;

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NDIS_FILTER_DRIVER_CHARACTERISTICS Characteristics;
    NDIS_STRING FriendlyName = RTL_CONSTANT_STRING(FILTER_FRIENDLY_NAME);
    NDIS_STRING UniqueName = RTL_CONSTANT_STRING(FILTER_UNIQUE_NAME);
    NDIS_STRING ServiceName = RTL_CONSTANT_STRING(FILTER_SERVICE_NAME);
    NDIS_STATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);

    NdisZeroMemory(&Characteristics, sizeof(Characteristics));
    Characteristics.Header.Type = NDIS_OBJECT_TYPE_FILTER_DRIVER_CHARACTERISTICS;
    Characteristics.Header.Revision = NDIS_FILTER_CHARACTERISTICS_REVISION_2;
    Characteristics.Header.Size = NDIS_SIZEOF_FILTER_DRIVER_CHARACTERISTICS_REVISION_2;
    Characteristics.MajorNdisVersion = NDIS_FILTER_MAJOR_VERSION;
    Characteristics.MinorNdisVersion = NDIS_FILTER_MINOR_VERSION;
    Characteristics.MajorDriverVersion = 1;
    Characteristics.MinorDriverVersion = 0;
    Characteristics.FriendlyName = FriendlyName;
    Characteristics.UniqueName = UniqueName;
    Characteristics.ServiceName = ServiceName;

    Characteristics.AttachHandler = FilterAttach;
    Characteristics.DetachHandler = FilterDetach;
    Characteristics.RestartHandler = FilterRestart;
    Characteristics.PauseHandler = FilterPause;
    Characteristics.SendNetBufferListsCompleteHandler = FilterSendNetBufferListsComplete;
    Characteristics.ReceiveNetBufferListsHandler = FilterReceiveNetBufferLists;
    Characteristics.ReturnNetBufferListsHandler = FilterReturnNetBufferLists;
    Characteristics.StatusHandler = FilterStatus;

    DriverObject->DriverUnload = FilterUnload;
    FilterDriverObject = DriverObject;
    FilterDriverHandle = NULL;

    Status = NdisFRegisterFilterDriver(DriverObject, FilterDriverObject, &Characteristics,
                                       &FilterDriverHandle);
    if (Status != NDIS_STATUS_SUCCESS)
        DbgPrint("filter: registration failed, status %x\n", Status);
    return Status;
}

VOID FilterUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);

    NdisFDeregisterFilterDriver(FilterDriverHandle);
    FilterDriverHandle = NULL;
}
