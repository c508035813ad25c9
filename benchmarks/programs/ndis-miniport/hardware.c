/* SPDX-License-Identifier: Apache-2.0 */
/* The card. */
#include "miniport.h"

/* The registers are the first memory resource. */
NDIS_STATUS HwMap(PMP_ADAPTER Adapter, PNDIS_RESOURCE_LIST Resources)
{
    PVOID Registers = NULL;
    NDIS_STATUS Status;
    ULONG i;

    if (Resources == NULL)
        return NDIS_STATUS_RESOURCES;

    for (i = 0; i < Resources->Count; i++) {
        if (Resources->PartialDescriptors[i].Type == CmResourceTypeMemory)
            break;
    }
    if (i == Resources->Count)
        return NDIS_STATUS_RESOURCE_CONFLICT;
    if (Resources->PartialDescriptors[i].u.Memory.Length < MP_REGISTER_COUNT * sizeof(ULONG))
        return NDIS_STATUS_RESOURCE_CONFLICT;

    Status = NdisMMapIoSpace(&Registers, Adapter->Handle, Resources->PartialDescriptors[i].u.Memory.Start,
                             MP_REGISTER_COUNT * sizeof(ULONG));
    if (Status == NDIS_STATUS_SUCCESS)
        Adapter->Registers = (PULONG)Registers;
    return Status;
}

VOID HwUnmap(PMP_ADAPTER Adapter)
{
    if (Adapter->Registers != NULL) {
        NdisMUnmapIoSpace(Adapter->Handle, Adapter->Registers, MP_REGISTER_COUNT * sizeof(ULONG));
        Adapter->Registers = NULL;
    }
}

VOID HwStart(PMP_ADAPTER Adapter)
{
    WRITE_REGISTER_ULONG(&Adapter->Registers[MP_REGISTER_CONTROL], MP_CONTROL_ENABLE);
}

VOID HwStop(PMP_ADAPTER Adapter)
{
    WRITE_REGISTER_ULONG(&Adapter->Registers[MP_REGISTER_CONTROL], MP_CONTROL_RESET);
}

/* A card that is gone reads as all ones. */
BOOLEAN HwIsAlive(PMP_ADAPTER Adapter)
{
    return READ_REGISTER_ULONG(&Adapter->Registers[MP_REGISTER_STATUS]) != 0xFFFFFFFF;
}

NDIS_MEDIA_CONNECT_STATE HwLinkState(PMP_ADAPTER Adapter)
{
    ULONG Status = READ_REGISTER_ULONG(&Adapter->Registers[MP_REGISTER_STATUS]);

    return (Status & MP_STATUS_LINK) != 0 ? MediaConnectStateConnected : MediaConnectStateDisconnected;
}

/* The card copies the frame before this returns. False: it has no room for one now. */
BOOLEAN HwTransmit(PMP_ADAPTER Adapter, PNET_BUFFER Buffer)
{
    ULONG Status = READ_REGISTER_ULONG(&Adapter->Registers[MP_REGISTER_STATUS]);

    if ((Status & MP_STATUS_TRANSMIT_READY) == 0)
        return FALSE;
    WRITE_REGISTER_ULONG(&Adapter->Registers[MP_REGISTER_TRANSMIT], NET_BUFFER_DATA_LENGTH(Buffer));
    return TRUE;
}
