/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What models, harnesses and rules may ask of the checker. The front end knows these names; docs/architecture.md says what each
 * is lowered to.
 */
#ifndef PROVISO_H
#define PROVISO_H

/* Calls of such a function are events of rules even when a model makes them. */
#define PROVISO_EVENT __attribute__((proviso_event))

int __proviso_nondet_int(void);
unsigned int __proviso_nondet_uint(void);
unsigned char __proviso_nondet_uchar(void);
unsigned short __proviso_nondet_ushort(void);
long __proviso_nondet_long(void);
unsigned long __proviso_nondet_ulong(void);
long long __proviso_nondet_longlong(void);
unsigned long long __proviso_nondet_ulonglong(void);

/* Results that a model leaves open: a defect that depends on one is none. */
int __proviso_inexact_int(void);
float __proviso_inexact_float(void);
double __proviso_inexact_double(void);

/* No execution goes on past this where the condition is 0. */
void __proviso_assume(int condition);

/* The rule is broken. Written by the weaver for `abort`. */
void __proviso_abort(const char *message);

/* A new object, disjoint from all others: content arbitrary, or zero. Never null: a model that may fail says so itself. */
void *__proviso_new(unsigned long long size);
void *__proviso_new_zeroed(unsigned long long size);
void __proviso_free(void *object);

/* Null, or a valid object of the environment with arbitrary content. Cast the result at once: the cast gives its type. */
void *__proviso_external(void);

/* Everything that can be reached from the argument gets arbitrary content. */
void __proviso_scramble(void *object);

/* True on some executions, false on others. */
#define proviso_choose() (__proviso_nondet_int() != 0)

#endif
