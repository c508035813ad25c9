/* SPDX-License-Identifier: Apache-2.0 */
/* What rules of this platform watch. */
#ifndef PROVISO_SVCOMP_H
#define PROVISO_SVCOMP_H

#include "proviso.h"

PROVISO_EVENT void reach_error(void);
PROVISO_EVENT void __VERIFIER_error(void);

/* An assertion has failed; the other names are those of other C libraries. */
PROVISO_EVENT void __assert_fail(const char *condition, const char *file, unsigned int line, const char *function);
PROVISO_EVENT void __assert(const char *function, const char *file, int line);
PROVISO_EVENT void __assert_rtn(const char *function, const char *file, int line, const char *condition);
PROVISO_EVENT void _wassert(const void *condition, const void *file, unsigned int line);

/* Called at each label ERROR. */
PROVISO_EVENT void proviso_error_label(void);

#endif
