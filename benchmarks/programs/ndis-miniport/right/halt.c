/* SPDX-License-Identifier: Apache-2.0 */
/* The end of an adapter. */
#include "../miniport.h"

VOID MpHaltEx(NDIS_HANDLE MiniportAdapterContext, NDIS_HALT_ACTION HaltAction)
{
    PMP_ADAPTER Adapter = (PMP_ADAPTER)MiniportAdapterContext;

    if (HaltAction != NdisHaltDeviceSurpriseRemoved)
        HwStop(Adapter);

    NdisFreeNetBuffer(Adapter->KeepAlive);
    Adapter->KeepAlive = NULL;
    MpFreeAdapter(Adapter);
}
