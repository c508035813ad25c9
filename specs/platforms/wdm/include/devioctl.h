/* SPDX-License-Identifier: Apache-2.0 */
/* What drivers seek in <devioctl.h> stands in wdm.h. */
#ifndef PROVISO_DEVIOCTL_H
#define PROVISO_DEVIOCTL_H

#include <wdm.h>

#endif
