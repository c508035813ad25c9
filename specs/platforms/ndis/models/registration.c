/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Registration of drivers, adapters and filter modules, and the calls that end a pause, a restart or an OID
 * request.
 */
#include "proviso_ndis.h"

char proviso_ndis_driver_handle;
char proviso_ndis_adapter_handle;
NDIS_HANDLE proviso_ndis_driver_context;
NDIS_HANDLE proviso_ndis_adapter_context;
BOOLEAN proviso_ndis_pause_completed;
BOOLEAN proviso_ndis_restart_completed;
NDIS_STATUS proviso_ndis_restart_status;
BOOLEAN proviso_ndis_oid_completed;
PNDIS_OID_REQUEST proviso_ndis_pended_request;
BOOLEAN proviso_ndis_interrupt_connected;
NDIS_HANDLE proviso_ndis_interrupt_context;
PDEVICE_OBJECT proviso_ndis_control_device;

static NDIS_STATUS some_failure(void) {
    NDIS_STATUS status = (NDIS_STATUS)__proviso_nondet_int();
    __proviso_assume(status != NDIS_STATUS_SUCCESS && status != NDIS_STATUS_PENDING);
    return status;
}

static NDIS_STATUS success_or_failure(void) {
    return proviso_choose() ? NDIS_STATUS_SUCCESS : some_failure();
}

/* NDIS asks for the optional handlers before the registration returns. */
static NDIS_STATUS register_driver(NDIS_HANDLE context, PNDIS_HANDLE handle) {
    NDIS_STATUS status;
    if (proviso_choose())
        return some_failure();
    *handle = &proviso_ndis_driver_handle;
    proviso_ndis_driver_context = context;
    status = proviso_ndis_set_options(&proviso_ndis_driver_handle, context);
    return status == NDIS_STATUS_SUCCESS ? NDIS_STATUS_SUCCESS : some_failure();
}

NDIS_STATUS NdisMRegisterMiniportDriver(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                                        NDIS_HANDLE MiniportDriverContext,
                                        PNDIS_MINIPORT_DRIVER_CHARACTERISTICS MiniportDriverCharacteristics,
                                        PNDIS_HANDLE NdisMiniportDriverHandle) {
    return register_driver(MiniportDriverContext, NdisMiniportDriverHandle);
}

VOID NdisMDeregisterMiniportDriver(NDIS_HANDLE NdisMiniportDriverHandle) {
}

NDIS_STATUS NdisFRegisterFilterDriver(PDRIVER_OBJECT DriverObject, NDIS_HANDLE FilterDriverContext,
                                      PNDIS_FILTER_DRIVER_CHARACTERISTICS FilterDriverCharacteristics,
                                      PNDIS_HANDLE NdisFilterDriverHandle) {
    return register_driver(FilterDriverContext, NdisFilterDriverHandle);
}

VOID NdisFDeregisterFilterDriver(NDIS_HANDLE NdisFilterDriverHandle) {
}

NDIS_STATUS NdisRegisterProtocolDriver(NDIS_HANDLE ProtocolDriverContext,
                                       PNDIS_PROTOCOL_DRIVER_CHARACTERISTICS ProtocolCharacteristics,
                                       PNDIS_HANDLE NdisProtocolHandle) {
    return register_driver(ProtocolDriverContext, NdisProtocolHandle);
}

VOID NdisDeregisterProtocolDriver(NDIS_HANDLE NdisProtocolHandle) {
}

NDIS_STATUS NdisSetOptionalHandlers(NDIS_HANDLE NdisHandle, PNDIS_DRIVER_OPTIONAL_HANDLERS OptionalHandlers) {
    return success_or_failure();
}

/* The registration attributes carry the adapter's context. */
NDIS_STATUS NdisMSetMiniportAttributes(NDIS_HANDLE NdisMiniportAdapterHandle,
                                       PNDIS_MINIPORT_ADAPTER_ATTRIBUTES MiniportAttributes) {
    PNDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES attributes;
    if (proviso_choose())
        return some_failure();
    attributes = &MiniportAttributes->RegistrationAttributes;
    if (attributes->Header.Type == NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES)
        proviso_ndis_adapter_context = attributes->MiniportAdapterContext;
    return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS NdisFSetAttributes(NDIS_HANDLE NdisFilterHandle, NDIS_HANDLE FilterModuleContext,
                               PNDIS_FILTER_ATTRIBUTES FilterAttributes) {
    if (proviso_choose())
        return some_failure();
    proviso_ndis_adapter_context = FilterModuleContext;
    return NDIS_STATUS_SUCCESS;
}

/* A protocol driver's binding is opened at once or not at all. */
NDIS_STATUS NdisOpenAdapterEx(NDIS_HANDLE NdisProtocolHandle, NDIS_HANDLE ProtocolBindingContext,
                              PNDIS_OPEN_PARAMETERS OpenParameters, NDIS_HANDLE BindContext,
                              PNDIS_HANDLE NdisBindingHandle) {
    if (proviso_choose())
        return some_failure();
    *NdisBindingHandle = &proviso_ndis_adapter_handle;
    proviso_ndis_adapter_context = ProtocolBindingContext;
    return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS NdisCloseAdapterEx(NDIS_HANDLE NdisBindingHandle) {
    return NDIS_STATUS_SUCCESS;
}

VOID NdisUnbindComplete(NDIS_HANDLE UnbindContext) {
}

VOID NdisMPauseComplete(NDIS_HANDLE MiniportAdapterHandle) {
    proviso_ndis_pause_completed = TRUE;
}

VOID NdisFPauseComplete(NDIS_HANDLE NdisFilterHandle) {
    proviso_ndis_pause_completed = TRUE;
}

VOID NdisMRestartComplete(NDIS_HANDLE MiniportAdapterHandle, NDIS_STATUS Status) {
    proviso_ndis_restart_completed = TRUE;
    proviso_ndis_restart_status = Status;
}

VOID NdisFRestartComplete(NDIS_HANDLE NdisFilterHandle, NDIS_STATUS Status) {
    proviso_ndis_restart_completed = TRUE;
    proviso_ndis_restart_status = Status;
}

VOID NdisMResetComplete(NDIS_HANDLE MiniportAdapterHandle, NDIS_STATUS Status, BOOLEAN AddressingReset) {
}

VOID NdisMOidRequestComplete(NDIS_HANDLE MiniportAdapterHandle, PNDIS_OID_REQUEST OidRequest,
                             NDIS_STATUS Status) {
    proviso_ndis_oid_completed = TRUE;
}

VOID NdisFOidRequestComplete(NDIS_HANDLE NdisFilterHandle, PNDIS_OID_REQUEST OidRequest, NDIS_STATUS Status) {
    proviso_ndis_oid_completed = TRUE;
}

/* Lower drivers answer at once, or pend one request, which the harness completes. */
static NDIS_STATUS forward_request(PNDIS_OID_REQUEST request) {
    if (proviso_ndis_pended_request == NULL && proviso_choose()) {
        proviso_ndis_pended_request = request;
        return NDIS_STATUS_PENDING;
    }
    return success_or_failure();
}

NDIS_STATUS NdisFOidRequest(NDIS_HANDLE NdisFilterHandle, PNDIS_OID_REQUEST OidRequest) {
    return forward_request(OidRequest);
}

NDIS_STATUS NdisOidRequest(NDIS_HANDLE NdisBindingHandle, PNDIS_OID_REQUEST OidRequest) {
    return forward_request(OidRequest);
}

VOID NdisFCancelOidRequest(NDIS_HANDLE NdisFilterHandle, PVOID RequestId) {
}

VOID NdisCancelOidRequest(NDIS_HANDLE NdisBindingHandle, PVOID RequestId) {
}

NDIS_STATUS NdisAllocateCloneOidRequest(NDIS_HANDLE SourceHandle, PNDIS_OID_REQUEST OidRequest, UINT PoolTag,
                                        PNDIS_OID_REQUEST *ClonedOidRequest) {
    PNDIS_OID_REQUEST clone;
    if (proviso_choose())
        return NDIS_STATUS_RESOURCES;
    clone = (PNDIS_OID_REQUEST)__proviso_new(sizeof(NDIS_OID_REQUEST));
    *clone = *OidRequest;
    *ClonedOidRequest = clone;
    return NDIS_STATUS_SUCCESS;
}

VOID NdisFreeCloneOidRequest(NDIS_HANDLE SourceHandle, PNDIS_OID_REQUEST Request) {
    __proviso_free(Request);
}

VOID NdisMIndicateStatusEx(NDIS_HANDLE MiniportAdapterHandle, PNDIS_STATUS_INDICATION StatusIndication) {
}

VOID NdisFIndicateStatus(NDIS_HANDLE NdisFilterHandle, PNDIS_STATUS_INDICATION StatusIndication) {
}

VOID NdisFDevicePnPEventNotify(NDIS_HANDLE NdisFilterHandle, PNET_DEVICE_PNP_EVENT NetDevicePnPEvent) {
}

NDIS_STATUS NdisFNetPnPEvent(NDIS_HANDLE NdisFilterHandle,
                             PNET_PNP_EVENT_NOTIFICATION NetPnPEventNotification) {
    return success_or_failure();
}

NDIS_STATUS NdisFRestartFilter(NDIS_HANDLE NdisFilterHandle) {
    return success_or_failure();
}

NDIS_STATUS NdisMRegisterInterruptEx(NDIS_HANDLE MiniportAdapterHandle, NDIS_HANDLE MiniportInterruptContext,
                                     PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS MiniportInterruptCharacteristics,
                                     PNDIS_HANDLE NdisInterruptHandle) {
    if (proviso_choose())
        return some_failure();
    *NdisInterruptHandle = &proviso_ndis_interrupt_context;
    proviso_ndis_interrupt_context = MiniportInterruptContext;
    proviso_ndis_interrupt_connected = TRUE;
    return NDIS_STATUS_SUCCESS;
}

VOID NdisMDeregisterInterruptEx(NDIS_HANDLE NdisInterruptHandle) {
    proviso_ndis_interrupt_connected = FALSE;
}

NDIS_STATUS NdisMMapIoSpace(PVOID *VirtualAddress, NDIS_HANDLE MiniportAdapterHandle,
                            NDIS_PHYSICAL_ADDRESS PhysicalAddress, UINT Length) {
    if (proviso_choose())
        return some_failure();
    *VirtualAddress = __proviso_new(Length);
    return NDIS_STATUS_SUCCESS;
}

VOID NdisMUnmapIoSpace(NDIS_HANDLE MiniportAdapterHandle, PVOID VirtualAddress, UINT Length) {
}

NDIS_STATUS NdisRegisterDeviceEx(NDIS_HANDLE NdisObjectHandle,
                                 PNDIS_DEVICE_OBJECT_ATTRIBUTES DeviceObjectAttributes,
                                 PDEVICE_OBJECT *DeviceObject, PNDIS_HANDLE NdisDeviceHandle) {
    PDEVICE_OBJECT device;
    if (proviso_choose())
        return some_failure();
    device = (PDEVICE_OBJECT)__proviso_new_zeroed(sizeof(DEVICE_OBJECT));
    device->DeviceExtension = __proviso_new_zeroed(DeviceObjectAttributes->ExtensionSize);
    device->StackSize = 1;
    proviso_ndis_control_device = device;
    *DeviceObject = device;
    *NdisDeviceHandle = device;
    return NDIS_STATUS_SUCCESS;
}

VOID NdisDeregisterDeviceEx(NDIS_HANDLE NdisDeviceHandle) {
    proviso_ndis_control_device = NULL;
    __proviso_free(NdisDeviceHandle);
}

PVOID NdisGetDeviceReservedExtension(PDEVICE_OBJECT DeviceObject) {
    return DeviceObject->DeviceExtension;
}
