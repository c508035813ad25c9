/* SPDX-License-Identifier: Apache-2.0 */
/* The end of the program, and what surrounds it. */
#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include "proviso.h"

/* An event also where another model calls it: a failed assertion in preprocessed code is one. */
PROVISO_EVENT void abort(void);

int errno;

/* What `errno` expands to in text that was preprocessed with other headers. */
int *__errno_location(void) {
  return &errno;
}

void abort(void) {
  __proviso_assume(0);
}

void exit(int status) {
  (void)status;
  __proviso_assume(0);
}

void _Exit(int status) {
  (void)status;
  __proviso_assume(0);
}

void quick_exit(int status) {
  (void)status;
  __proviso_assume(0);
}

/* What `assert` expands to in text that was preprocessed with other headers. */
void __assert_fail(const char *condition, const char *file, unsigned int line, const char *function) {
  (void)condition;
  (void)file;
  (void)line;
  (void)function;
  abort();
}

char *getenv(const char *name) {
  (void)name;
  return (char *)__proviso_external();
}

int rand(void) {
  int value = __proviso_nondet_int();
  __proviso_assume(value >= 0);
  return value;
}

void srand(unsigned int seed) {
  (void)seed;
}

int abs(int value) {
  return value < 0 ? -value : value;
}

long labs(long value) {
  return value < 0 ? -value : value;
}

long long llabs(long long value) {
  return value < 0 ? -value : value;
}

time_t time(time_t *now) {
  time_t value = __proviso_nondet_longlong();
  if (now != 0) {
    *now = value;
  }
  return value;
}

clock_t clock(void) {
  return __proviso_nondet_long();
}
