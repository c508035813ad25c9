/* SPDX-License-Identifier: Apache-2.0 */
/* Drivers include <ntverp.h>; nothing in it matters to a check. */
#ifndef PROVISO_NTVERP_H
#define PROVISO_NTVERP_H

#endif
