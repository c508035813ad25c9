/* SPDX-License-Identifier: Apache-2.0 */
/* Annotations by another header's name: ours stand in sal.h. */
#ifndef PROVISO_SPECSTRINGS_H
#define PROVISO_SPECSTRINGS_H

#include <sal.h>

#endif
