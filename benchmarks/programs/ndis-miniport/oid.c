/* SPDX-License-Identifier: Apache-2.0 */
/* What the adapter tells, and what it can be told. */
#include "miniport.h"

static NDIS_STATUS Query(PMP_ADAPTER Adapter, PNDIS_OID_REQUEST Request)
{
    ULONG Number;

    if (Request->DATA.QUERY_INFORMATION.InformationBufferLength < sizeof(ULONG)) {
        Request->DATA.QUERY_INFORMATION.BytesNeeded = sizeof(ULONG);
        return NDIS_STATUS_BUFFER_TOO_SHORT;
    }

    switch (Request->DATA.QUERY_INFORMATION.Oid) {
    case OID_GEN_HARDWARE_STATUS:
        Number = HwIsAlive(Adapter) ? NdisHardwareStatusReady : NdisHardwareStatusNotReady;
        break;
    case OID_GEN_CURRENT_PACKET_FILTER:
        Number = Adapter->PacketFilter;
        break;
    case OID_GEN_CURRENT_LOOKAHEAD:
        Number = Adapter->Lookahead;
        break;
    case OID_GEN_VENDOR_ID:
        Number = MP_VENDOR_ID;
        break;
    case OID_GEN_XMIT_OK:
        Number = (ULONG)Adapter->FramesSent;
        break;
    case OID_GEN_XMIT_ERROR:
        Number = (ULONG)Adapter->FramesFailed;
        break;
    default:
        return NDIS_STATUS_NOT_SUPPORTED;
    }

    *(PULONG)Request->DATA.QUERY_INFORMATION.InformationBuffer = Number;
    Request->DATA.QUERY_INFORMATION.BytesWritten = sizeof(ULONG);
    return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS Set(PMP_ADAPTER Adapter, PNDIS_OID_REQUEST Request)
{
    ULONG Number;

    if (Request->DATA.SET_INFORMATION.InformationBufferLength < sizeof(ULONG)) {
        Request->DATA.SET_INFORMATION.BytesNeeded = sizeof(ULONG);
        return NDIS_STATUS_INVALID_LENGTH;
    }

    Number = *(PULONG)Request->DATA.SET_INFORMATION.InformationBuffer;
    Request->DATA.SET_INFORMATION.BytesRead = sizeof(ULONG);
    switch (Request->DATA.SET_INFORMATION.Oid) {
    case OID_GEN_CURRENT_PACKET_FILTER:
        if ((Number & ~MP_SUPPORTED_FILTERS) != 0)
            return NDIS_STATUS_NOT_SUPPORTED;
        Adapter->PacketFilter = Number;
        return NDIS_STATUS_SUCCESS;
    case OID_GEN_CURRENT_LOOKAHEAD:
        Adapter->Lookahead = Number;
        return NDIS_STATUS_SUCCESS;
    default:
        return NDIS_STATUS_NOT_SUPPORTED;
    }
}

NDIS_STATUS MpOidRequest(NDIS_HANDLE MiniportAdapterContext, PNDIS_OID_REQUEST OidRequest)
{
    PMP_ADAPTER Adapter = (PMP_ADAPTER)MiniportAdapterContext;

    switch (OidRequest->RequestType) {
    case NdisRequestQueryInformation:
    case NdisRequestQueryStatistics:
        return Query(Adapter, OidRequest);
    case NdisRequestSetInformation:
        return Set(Adapter, OidRequest);
    default:
        return NDIS_STATUS_NOT_SUPPORTED;
    }
}

/* Requests never pend. */
VOID MpCancelOidRequest(NDIS_HANDLE MiniportAdapterContext, PVOID RequestId)
{
    UNREFERENCED_PARAMETER(MiniportAdapterContext);
    UNREFERENCED_PARAMETER(RequestId);
}
