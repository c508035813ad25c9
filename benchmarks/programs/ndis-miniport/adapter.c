/* SPDX-License-Identifier: Apache-2.0 */
/* The life of an adapter, up to its halt. */
#include "miniport.h"

static const NDIS_OID SupportedOids[] = {
    OID_GEN_SUPPORTED_LIST,
    OID_GEN_HARDWARE_STATUS,
    OID_GEN_CURRENT_PACKET_FILTER,
    OID_GEN_CURRENT_LOOKAHEAD,
    OID_GEN_VENDOR_ID,
    OID_GEN_XMIT_OK,
    OID_GEN_XMIT_ERROR,
};

static const UCHAR PermanentAddress[MP_ADDRESS_SIZE] = {0x02, 0x50, 0x52, 0x4F, 0x56, 0x01};

/* Everything but the NET_BUFFERs, which have their own times. */
VOID MpFreeAdapter(PMP_ADAPTER Adapter)
{
    HwUnmap(Adapter);
    if (Adapter->BufferPool != NULL)
        NdisFreeNetBufferPool(Adapter->BufferPool);
    NdisFreeSpinLock(&Adapter->Lock);
    NdisFreeMemory(Adapter, sizeof(MP_ADAPTER), 0);
}

static PMP_ADAPTER NewAdapter(NDIS_HANDLE Handle)
{
    PMP_ADAPTER Adapter;
    NET_BUFFER_POOL_PARAMETERS Pool;

    Adapter = (PMP_ADAPTER)NdisAllocateMemoryWithTagPriority(Handle, sizeof(MP_ADAPTER), MP_TAG,
                                                             NormalPoolPriority);
    if (Adapter == NULL)
        return NULL;

    NdisZeroMemory(Adapter, sizeof(MP_ADAPTER));
    Adapter->Handle = Handle;
    Adapter->State = MpPaused;
    Adapter->Lookahead = MP_MTU;
    NdisMoveMemory(Adapter->Address, PermanentAddress, MP_ADDRESS_SIZE);
    NdisAllocateSpinLock(&Adapter->Lock);

    NdisZeroMemory(&Pool, sizeof(Pool));
    Pool.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
    Pool.Header.Revision = NET_BUFFER_POOL_PARAMETERS_REVISION_1;
    Pool.Header.Size = NDIS_SIZEOF_NET_BUFFER_POOL_PARAMETERS_REVISION_1;
    Pool.PoolTag = MP_TAG;
    Pool.DataSize = MP_FRAME_SIZE;
    Adapter->BufferPool = NdisAllocateNetBufferPool(Handle, &Pool);
    if (Adapter->BufferPool == NULL) {
        MpFreeAdapter(Adapter);
        return NULL;
    }
    return Adapter;
}

static NDIS_STATUS SetRegistrationAttributes(PMP_ADAPTER Adapter)
{
    NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES Attributes;

    NdisZeroMemory(&Attributes, sizeof(Attributes));
    Attributes.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
    Attributes.Header.Revision = NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_1;
    Attributes.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_1;
    Attributes.MiniportAdapterContext = Adapter;
    Attributes.AttributeFlags = NDIS_MINIPORT_ATTRIBUTES_HARDWARE_DEVICE | NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER;
    Attributes.CheckForHangTimeInSeconds = 4;
    Attributes.InterfaceType = NdisInterfacePci;
    return NdisMSetMiniportAttributes(Adapter->Handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&Attributes);
}

static NDIS_STATUS SetGeneralAttributes(PMP_ADAPTER Adapter)
{
    NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES Attributes;

    NdisZeroMemory(&Attributes, sizeof(Attributes));
    Attributes.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
    Attributes.Header.Revision = NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_1;
    Attributes.Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_1;
    Attributes.MediaType = NdisMedium802_3;
    Attributes.PhysicalMediumType = NdisPhysicalMedium802_3;
    Attributes.MtuSize = MP_MTU;
    Attributes.MaxXmitLinkSpeed = MP_LINK_SPEED;
    Attributes.MaxRcvLinkSpeed = MP_LINK_SPEED;
    Attributes.MediaConnectState = HwLinkState(Adapter);
    Attributes.MediaDuplexState = MediaDuplexStateFull;
    Attributes.LookaheadSize = MP_MTU;
    Attributes.MacOptions = NDIS_MAC_OPTION_NO_LOOPBACK;
    Attributes.SupportedPacketFilters = MP_SUPPORTED_FILTERS;
    Attributes.MacAddressLength = MP_ADDRESS_SIZE;
    NdisMoveMemory(Attributes.PermanentMacAddress, PermanentAddress, MP_ADDRESS_SIZE);
    NdisMoveMemory(Attributes.CurrentMacAddress, Adapter->Address, MP_ADDRESS_SIZE);
    Attributes.SupportedOidList = (PNDIS_OID)SupportedOids;
    Attributes.SupportedOidListLength = sizeof(SupportedOids);
    return NdisMSetMiniportAttributes(Adapter->Handle, (PNDIS_MINIPORT_ADAPTER_ATTRIBUTES)&Attributes);
}

NDIS_STATUS MpInitializeEx(NDIS_HANDLE NdisMiniportHandle, NDIS_HANDLE MiniportDriverContext,
                           PNDIS_MINIPORT_INIT_PARAMETERS MiniportInitParameters)
{
    PMP_ADAPTER Adapter;
    NDIS_STATUS Status;

    UNREFERENCED_PARAMETER(MiniportDriverContext);

    Adapter = NewAdapter(NdisMiniportHandle);
    if (Adapter == NULL)
        return NDIS_STATUS_RESOURCES;

    do {
        Status = SetRegistrationAttributes(Adapter);
        if (Status != NDIS_STATUS_SUCCESS)
            break;

        Status = HwMap(Adapter, MiniportInitParameters->AllocatedResources);
        if (Status != NDIS_STATUS_SUCCESS)
            break;

        Status = SetGeneralAttributes(Adapter);
        if (Status != NDIS_STATUS_SUCCESS)
            break;

        Adapter->KeepAlive = NdisAllocateNetBuffer(Adapter->BufferPool, NULL, 0, MP_KEEP_ALIVE_SIZE);
        if (Adapter->KeepAlive == NULL)
            Status = NDIS_STATUS_RESOURCES;
    } while (FALSE);

    if (Status != NDIS_STATUS_SUCCESS) {
        NdisWriteErrorLogEntry(NdisMiniportHandle, NDIS_ERROR_CODE_OUT_OF_RESOURCES, 1, Status);
        MpFreeAdapter(Adapter);
    }
    return Status;
}

NDIS_STATUS MpRestart(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_RESTART_PARAMETERS RestartParameters)
{
    PMP_ADAPTER Adapter = (PMP_ADAPTER)MiniportAdapterContext;

    UNREFERENCED_PARAMETER(RestartParameters);

    Adapter->Probe = NdisAllocateNetBuffer(Adapter->BufferPool, NULL, 0, MP_KEEP_ALIVE_SIZE);
    if (Adapter->Probe == NULL)
        return NDIS_STATUS_RESOURCES;

    HwStart(Adapter);
    if (!HwTransmit(Adapter, Adapter->Probe))
        DbgPrint("miniport: the probe was not taken\n");

    NdisAcquireSpinLock(&Adapter->Lock);
    Adapter->State = MpRunning;
    NdisReleaseSpinLock(&Adapter->Lock);
    return NDIS_STATUS_SUCCESS;
}

/* Sends are finished when MpSendNetBufferLists returns, so there is none to wait for. */
NDIS_STATUS MpPause(NDIS_HANDLE MiniportAdapterContext, PNDIS_MINIPORT_PAUSE_PARAMETERS PauseParameters)
{
    PMP_ADAPTER Adapter = (PMP_ADAPTER)MiniportAdapterContext;

    UNREFERENCED_PARAMETER(PauseParameters);

    NdisAcquireSpinLock(&Adapter->Lock);
    Adapter->State = MpPaused;
    NdisReleaseSpinLock(&Adapter->Lock);

    HwStop(Adapter);
    NdisFreeNetBuffer(Adapter->Probe);
    Adapter->Probe = NULL;
    return NDIS_STATUS_SUCCESS;
}

VOID MpShutdownEx(NDIS_HANDLE MiniportAdapterContext, NDIS_SHUTDOWN_ACTION ShutdownAction)
{
    PMP_ADAPTER Adapter = (PMP_ADAPTER)MiniportAdapterContext;

    UNREFERENCED_PARAMETER(ShutdownAction);

    HwStop(Adapter);
}

BOOLEAN MpCheckForHangEx(NDIS_HANDLE MiniportAdapterContext)
{
    return !HwIsAlive((PMP_ADAPTER)MiniportAdapterContext);
}

VOID MpDevicePnPEventNotify(NDIS_HANDLE MiniportAdapterContext, PNET_DEVICE_PNP_EVENT NetDevicePnPEvent)
{
    UNREFERENCED_PARAMETER(MiniportAdapterContext);

    if (NetDevicePnPEvent->DevicePnPEvent == NdisDevicePnPEventSurpriseRemoved)
        DbgPrint("miniport: the card is gone\n");
}
