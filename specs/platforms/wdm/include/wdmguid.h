/* SPDX-License-Identifier: Apache-2.0 */
/* Identifiers of buses, interfaces and notifications. */
#ifndef PROVISO_WDMGUID_H
#define PROVISO_WDMGUID_H

#include <wdm.h>

extern const GUID GUID_BUS_INTERFACE_STANDARD;
extern const GUID GUID_PCI_BUS_INTERFACE_STANDARD;
extern const GUID GUID_BUS_TYPE_INTERNAL;
extern const GUID GUID_BUS_TYPE_PCI;
extern const GUID GUID_BUS_TYPE_USB;
extern const GUID GUID_BUS_TYPE_SERENUM;
extern const GUID GUID_DEVICE_INTERFACE_ARRIVAL;
extern const GUID GUID_DEVICE_INTERFACE_REMOVAL;
extern const GUID GUID_TARGET_DEVICE_QUERY_REMOVE;
extern const GUID GUID_TARGET_DEVICE_REMOVE_CANCELLED;
extern const GUID GUID_TARGET_DEVICE_REMOVE_COMPLETE;

#endif
