/* SPDX-License-Identifier: Apache-2.0 */
/* Drivers include <suppress.h>; nothing in it matters to a check. */
#ifndef PROVISO_SUPPRESS_H
#define PROVISO_SUPPRESS_H

#endif
