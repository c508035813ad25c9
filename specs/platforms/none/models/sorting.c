/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.22.5: the order in which elements are compared is the library's, and here that of one algorithm. */
#include <stdlib.h>

static void exchange(unsigned char *left, unsigned char *right, size_t size) {
  for (size_t i = 0; i < size; i++) {
    unsigned char kept = left[i];
    left[i] = right[i];
    right[i] = kept;
  }
}

void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *)) {
  unsigned char *elements = (unsigned char *)base;
  for (size_t i = 1; i < count; i++) {
    for (size_t j = i; j > 0 && compare(elements + (j - 1) * size, elements + j * size) > 0; j--) {
      exchange(elements + (j - 1) * size, elements + j * size, size);
    }
  }
}

void *bsearch(
    const void *key, const void *base, size_t count, size_t size, int (*compare)(const void *, const void *)) {
  const unsigned char *elements = (const unsigned char *)base;
  size_t low = 0;
  size_t high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare(key, elements + middle * size);
    if (order == 0) {
      return (void *)(elements + middle * size);
    }
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return NULL;
}
