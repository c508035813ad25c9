/* SPDX-License-Identifier: Apache-2.0 */
/* Allocation succeeds. */
#ifndef PROVISO_ALLOCATION_H
#define PROVISO_ALLOCATION_H

#define proviso_allocation_fails() 0

#endif
