/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.18: booleans. */
#ifndef PROVISO_STDBOOL_H
#define PROVISO_STDBOOL_H

#define bool _Bool
#define true 1
#define false 0
#define __bool_true_false_are_defined 1

#endif
