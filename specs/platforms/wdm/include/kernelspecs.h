/* SPDX-License-Identifier: Apache-2.0 */
/* Annotations by another header's name: ours stand in sal.h. */
#ifndef PROVISO_KERNELSPECS_H
#define PROVISO_KERNELSPECS_H

#include <sal.h>

#endif
