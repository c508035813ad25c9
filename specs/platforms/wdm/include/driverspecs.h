/* SPDX-License-Identifier: Apache-2.0 */
/* The driver annotations: ours stand with the others in sal.h. */
#ifndef PROVISO_DRIVERSPECS_H
#define PROVISO_DRIVERSPECS_H

#include <sal.h>

#endif
