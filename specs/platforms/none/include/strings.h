/* SPDX-License-Identifier: Apache-2.0 */
/* POSIX: what is common beside ISO C's strings. */
#ifndef PROVISO_STRINGS_H
#define PROVISO_STRINGS_H

#include <stddef.h>

int strcasecmp(const char *left, const char *right);
int strncasecmp(const char *left, const char *right, size_t count);

#endif
