/* SPDX-License-Identifier: Apache-2.0 */
/* Whether an allocation fails; a platform where that is otherwise has a header of this name. */
#ifndef PROVISO_ALLOCATION_H
#define PROVISO_ALLOCATION_H

#include "proviso.h"

#define proviso_allocation_fails() proviso_choose()

#endif
