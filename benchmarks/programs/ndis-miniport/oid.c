/* SPDX-License-Identifier: Apache-2.0 */
/* What the adapter tells, and what it can be told. */
#include "miniport.h"

static const char VendorDescription[] = "Proviso benchmark card";

static NDIS_STATUS Answer(PNDIS_OID_REQUEST Request, const VOID *Data, ULONG Length)
{
    if (Request->DATA.QUERY_INFORMATION.InformationBufferLength < Length) {
        Request->DATA.QUERY_INFORMATION.BytesNeeded = Length;
        Request->DATA.QUERY_INFORMATION.BytesWritten = 0;
        return NDIS_STATUS_BUFFER_TOO_SHORT;
    }
    NdisMoveMemory(Request->DATA.QUERY_INFORMATION.InformationBuffer, Data, Length);
    Request->DATA.QUERY_INFORMATION.BytesWritten = Length;
    return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS Query(PMP_ADAPTER Adapter, PNDIS_OID_REQUEST Request)
{
    ULONG Number = 0;

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
    case OID_GEN_VENDOR_DRIVER_VERSION:
        Number = 0x00010000;
        break;
    case OID_802_3_MAXIMUM_LIST_SIZE:
        Number = MP_MAXIMUM_MULTICAST;
        break;
    case OID_GEN_VENDOR_DESCRIPTION:
        return Answer(Request, VendorDescription, sizeof(VendorDescription));
    case OID_GEN_XMIT_OK:
        return Answer(Request, &Adapter->FramesSent, sizeof(Adapter->FramesSent));
    case OID_GEN_XMIT_ERROR:
        return Answer(Request, &Adapter->FramesFailed, sizeof(Adapter->FramesFailed));
    case OID_802_3_PERMANENT_ADDRESS:
    case OID_802_3_CURRENT_ADDRESS:
        return Answer(Request, Adapter->Address, MP_ADDRESS_SIZE);
    default:
        return NDIS_STATUS_NOT_SUPPORTED;
    }
    return Answer(Request, &Number, sizeof(Number));
}

static NDIS_STATUS SetMulticastList(PMP_ADAPTER Adapter, PNDIS_OID_REQUEST Request)
{
    ULONG Length = Request->DATA.SET_INFORMATION.InformationBufferLength;

    if (Length % MP_ADDRESS_SIZE != 0)
        return NDIS_STATUS_INVALID_LENGTH;
    if (Length > sizeof(Adapter->Multicast)) {
        Request->DATA.SET_INFORMATION.BytesNeeded = sizeof(Adapter->Multicast);
        return NDIS_STATUS_MULTICAST_FULL;
    }
    NdisMoveMemory(Adapter->Multicast, Request->DATA.SET_INFORMATION.InformationBuffer, Length);
    Adapter->MulticastCount = Length / MP_ADDRESS_SIZE;
    Request->DATA.SET_INFORMATION.BytesRead = Length;
    return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS SetNumber(PNDIS_OID_REQUEST Request, PULONG Number, ULONG Allowed)
{
    ULONG Value;

    if (Request->DATA.SET_INFORMATION.InformationBufferLength < sizeof(ULONG)) {
        Request->DATA.SET_INFORMATION.BytesNeeded = sizeof(ULONG);
        return NDIS_STATUS_INVALID_LENGTH;
    }
    Value = *(PULONG)Request->DATA.SET_INFORMATION.InformationBuffer;
    if ((Value & ~Allowed) != 0)
        return NDIS_STATUS_NOT_SUPPORTED;
    *Number = Value;
    Request->DATA.SET_INFORMATION.BytesRead = sizeof(ULONG);
    return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS Set(PMP_ADAPTER Adapter, PNDIS_OID_REQUEST Request)
{
    switch (Request->DATA.SET_INFORMATION.Oid) {
    case OID_GEN_CURRENT_PACKET_FILTER:
        return SetNumber(Request, &Adapter->PacketFilter, MP_SUPPORTED_FILTERS);
    case OID_GEN_CURRENT_LOOKAHEAD:
        return SetNumber(Request, &Adapter->Lookahead, 0xFFFF);
    case OID_802_3_MULTICAST_LIST:
        return SetMulticastList(Adapter, Request);
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
