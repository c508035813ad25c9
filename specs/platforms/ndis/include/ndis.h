/* SPDX-License-Identifier: Apache-2.0 */
/*
 * NDIS 6.x as the documentation of the Windows driver kit describes it: what miniport, filter and protocol
 * drivers use of types, constants and prototypes. Names that the documentation calls functions are functions
 * here, also where the kit has macros or inline code for them: rules speak of them by these names.
 *
 * Members that the kit lays over each other in unions stand side by side where no documented use reads one
 * through the other.
 */
#ifndef PROVISO_NDIS_H
#define PROVISO_NDIS_H

#include <ntddk.h>

#include "ndis/base.h"
#include "ndis/memory.h"
#include "ndis/buffers.h"
#include "ndis/synchronisation.h"
#include "ndis/requests.h"
#include "ndis/configuration.h"
#include "ndis/miniport.h"
#include "ndis/filter.h"
#include "ndis/protocol.h"

#endif
