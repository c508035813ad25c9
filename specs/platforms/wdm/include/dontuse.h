/* SPDX-License-Identifier: Apache-2.0 */
/* Drivers include <dontuse.h>; nothing in it matters to a check. */
#ifndef PROVISO_DONTUSE_H
#define PROVISO_DONTUSE_H

#endif
