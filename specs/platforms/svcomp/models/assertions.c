/* SPDX-License-Identifier: Apache-2.0 */
/* Assertions that are functions here, and what stands for a label. */
#include <stdlib.h>
#include "proviso_svcomp.h"
#undef assert

void proviso_error_label(void) {}

/* In text that does not include assert.h. */
void assert(int condition) {
  if (!condition) {
    __assert_fail("", "", 0, "");
  }
}

void __assert(const char *function, const char *file, int line) {
  (void)function;
  (void)file;
  (void)line;
  abort();
}

void __assert_rtn(const char *function, const char *file, int line, const char *condition) {
  (void)function;
  (void)file;
  (void)line;
  (void)condition;
  abort();
}

void _wassert(const void *condition, const void *file, unsigned int line) {
  (void)condition;
  (void)file;
  (void)line;
  abort();
}

void __CPROVER_assume(_Bool condition) {
  __proviso_assume(condition);
}

void __CPROVER_assert(_Bool condition, const char *description) {
  (void)description;
  assert(condition);
}
