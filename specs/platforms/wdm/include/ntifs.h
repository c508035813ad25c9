/* SPDX-License-Identifier: Apache-2.0 */
/* What file systems and filters include: nothing beyond ntddk.h is declared yet. */
#ifndef PROVISO_NTIFS_H
#define PROVISO_NTIFS_H

#include <ntddk.h>

#endif
