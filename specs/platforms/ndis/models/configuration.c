/* SPDX-License-Identifier: Apache-2.0 */
/* The registry: any parameter may be there with any value, or missing. */
#include "proviso_ndis.h"

NDIS_STATUS NdisOpenConfigurationEx(PNDIS_CONFIGURATION_OBJECT ConfigObject,
                                    PNDIS_HANDLE ConfigurationHandle) {
    if (proviso_choose())
        return NDIS_STATUS_FAILURE;
    *ConfigurationHandle = __proviso_new(1);
    return NDIS_STATUS_SUCCESS;
}

VOID NdisCloseConfiguration(NDIS_HANDLE ConfigurationHandle) {
    __proviso_free(ConfigurationHandle);
}

VOID NdisReadConfiguration(PNDIS_STATUS Status, PNDIS_CONFIGURATION_PARAMETER *ParameterValue,
                           NDIS_HANDLE ConfigurationHandle, PNDIS_STRING Keyword,
                           NDIS_PARAMETER_TYPE ParameterType) {
    PNDIS_CONFIGURATION_PARAMETER value = (PNDIS_CONFIGURATION_PARAMETER)__proviso_external();
    if (value == NULL) {
        *Status = NDIS_STATUS_FAILURE;
        return;
    }
    *ParameterValue = value;
    *Status = NDIS_STATUS_SUCCESS;
}

VOID NdisWriteConfiguration(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle, PNDIS_STRING Keyword,
                            PNDIS_CONFIGURATION_PARAMETER ParameterValue) {
    *Status = proviso_choose() ? NDIS_STATUS_SUCCESS : NDIS_STATUS_FAILURE;
}

VOID NdisReadNetworkAddress(PNDIS_STATUS Status, PVOID *NetworkAddress, PUINT NetworkAddressLength,
                            NDIS_HANDLE ConfigurationHandle) {
    PUCHAR address = (PUCHAR)__proviso_external();
    if (address == NULL) {
        *Status = NDIS_STATUS_FAILURE;
        return;
    }
    *NetworkAddress = address;
    *NetworkAddressLength = __proviso_nondet_uint();
    *Status = NDIS_STATUS_SUCCESS;
}

VOID NdisInitUnicodeString(PNDIS_STRING DestinationString, PCWSTR SourceString) {
    RtlInitUnicodeString(DestinationString, SourceString);
}

VOID NdisWriteErrorLogEntry(NDIS_HANDLE NdisAdapterHandle, NDIS_ERROR_CODE ErrorCode,
                            ULONG NumberOfErrorValues, ...) {
}

NDIS_STATUS NdisWriteEventLogEntry(PVOID LogHandle, NDIS_STATUS EventCode, ULONG UniqueEventValue,
                                   USHORT NumStrings, PVOID StringsList, ULONG DataSize, PVOID Data) {
    return NDIS_STATUS_SUCCESS;
}
