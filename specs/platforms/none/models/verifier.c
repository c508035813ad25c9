/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of SV-COMP's tasks. reach_error is watched by a rule; a task that defines its own keeps it. */
#include <stdlib.h>
#include "proviso.h"

PROVISO_EVENT void reach_error(void);
PROVISO_EVENT void __VERIFIER_error(void);

float __proviso_nondet_float(void);
double __proviso_nondet_double(void);
_Bool __proviso_nondet_bool(void);

#define NONDET(type, name, choice) \
  type __VERIFIER_nondet_##name(void) { \
    return (type)choice(); \
  }

NONDET(_Bool, bool, __proviso_nondet_bool)
NONDET(char, char, __proviso_nondet_uchar)
NONDET(unsigned char, uchar, __proviso_nondet_uchar)
NONDET(unsigned char, u8, __proviso_nondet_uchar)
NONDET(short, short, __proviso_nondet_ushort)
NONDET(unsigned short, ushort, __proviso_nondet_ushort)
NONDET(unsigned short, u16, __proviso_nondet_ushort)
NONDET(int, int, __proviso_nondet_int)
NONDET(unsigned int, uint, __proviso_nondet_uint)
NONDET(unsigned int, unsigned, __proviso_nondet_uint)
NONDET(unsigned int, u32, __proviso_nondet_uint)
NONDET(long, long, __proviso_nondet_long)
NONDET(unsigned long, ulong, __proviso_nondet_ulong)
NONDET(long long, longlong, __proviso_nondet_longlong)
NONDET(unsigned long long, ulonglong, __proviso_nondet_ulonglong)
NONDET(size_t, size_t, __proviso_nondet_ulonglong)
NONDET(long long, loff_t, __proviso_nondet_longlong)
NONDET(unsigned long, sector_t, __proviso_nondet_ulong)
NONDET(float, float, __proviso_nondet_float)
NONDET(double, double, __proviso_nondet_double)

void *__VERIFIER_nondet_pointer(void) {
  return __proviso_external();
}

char *__VERIFIER_nondet_pchar(void) {
  return (char *)__proviso_external();
}

void __VERIFIER_nondet_memory(void *object, size_t size) {
  for (size_t i = 0; i < size; i++) {
    ((unsigned char *)object)[i] = __proviso_nondet_uchar();
  }
}

void __VERIFIER_assume(int condition) {
  __proviso_assume(condition);
}

void __VERIFIER_assert(int condition) {
  if (!condition) {
    reach_error();
  }
}

void __VERIFIER_error(void) {
  abort();
}

void reach_error(void) {
  abort();
}

void __VERIFIER_atomic_begin(void) {}

void __VERIFIER_atomic_end(void) {}
