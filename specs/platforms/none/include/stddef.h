/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.19: common definitions. */
#ifndef PROVISO_STDDEF_H
#define PROVISO_STDDEF_H

typedef __SIZE_TYPE__ size_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
typedef __WCHAR_TYPE__ wchar_t;
typedef struct {
  long long first;
  long double second;
} max_align_t;

#ifndef NULL
#define NULL ((void *)0)
#endif
#ifndef offsetof
#define offsetof(type, member) __builtin_offsetof(type, member)
#endif

#endif
