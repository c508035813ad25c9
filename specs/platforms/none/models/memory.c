/* SPDX-License-Identifier: Apache-2.0 */
/* Allocation: whether any may fail is the platform's to say. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "proviso_allocation.h"

void *malloc(size_t size) {
  return proviso_allocation_fails() ? NULL : __proviso_new(size);
}

void *calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) {
    return NULL;
  }
  return proviso_allocation_fails() ? NULL : __proviso_new_zeroed(count * size);
}

/* Copies as many bytes as the new object has; what lies behind the end of the old one is arbitrary, as it should be. */
void *realloc(void *object, size_t size) {
  void *moved;
  if (proviso_allocation_fails()) {
    return NULL;
  }
  moved = __proviso_new(size);
  if (object != NULL) {
    memcpy(moved, object, size);
    __proviso_free(object);
  }
  return moved;
}

void *aligned_alloc(size_t alignment, size_t size) {
  (void)alignment;
  return proviso_allocation_fails() ? NULL : __proviso_new(size);
}

void free(void *object) {
  __proviso_free(object);
}

char *strdup(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy;
  if (proviso_allocation_fails()) {
    return NULL;
  }
  copy = (char *)__proviso_new(size);
  memcpy(copy, text, size);
  return copy;
}
