/* SPDX-License-Identifier: Apache-2.0 */
/* What drivers for NT include. */
#ifndef PROVISO_NTDDK_H
#define PROVISO_NTDDK_H

#include <wdm.h>

#endif
