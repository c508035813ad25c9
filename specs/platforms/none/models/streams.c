/* SPDX-License-Identifier: Apache-2.0 */
/* Input gives anything, output is not kept. What is not here may write what its arguments reach: so do the scanf functions. */
#include <stdio.h>
#include "proviso.h"

static FILE standard_input;
static FILE standard_output;
static FILE standard_error;
FILE *stdin = &standard_input;
FILE *stdout = &standard_output;
FILE *stderr = &standard_error;

FILE *fopen(const char *name, const char *mode) {
  (void)name;
  (void)mode;
  return (FILE *)__proviso_external();
}

int fclose(FILE *stream) {
  (void)stream;
  return proviso_choose() ? EOF : 0;
}

int fflush(FILE *stream) {
  (void)stream;
  return proviso_choose() ? EOF : 0;
}

int printf(const char *format, ...) {
  (void)format;
  return __proviso_nondet_int();
}

int fprintf(FILE *stream, const char *format, ...) {
  (void)stream;
  (void)format;
  return __proviso_nondet_int();
}

int sprintf(char *to, const char *format, ...) {
  (void)format;
  __proviso_scramble(to);
  return __proviso_nondet_int();
}

int snprintf(char *to, size_t size, const char *format, ...) {
  (void)format;
  if (size != 0) {
    __proviso_scramble(to);
  }
  return __proviso_nondet_int();
}

int vprintf(const char *format, va_list arguments) {
  (void)format;
  (void)arguments;
  return __proviso_nondet_int();
}

int vfprintf(FILE *stream, const char *format, va_list arguments) {
  (void)stream;
  (void)format;
  (void)arguments;
  return __proviso_nondet_int();
}

/* A character that was read, or EOF. */
static int read_character(void) {
  int c = __proviso_nondet_int();
  __proviso_assume(c >= EOF && c <= 255);
  return c;
}

int getchar(void) {
  return read_character();
}

int getc(FILE *stream) {
  (void)stream;
  return read_character();
}

int fgetc(FILE *stream) {
  (void)stream;
  return read_character();
}

char *fgets(char *to, int size, FILE *stream) {
  (void)stream;
  if (proviso_choose() || size <= 0) {
    return NULL;
  }
  __proviso_scramble(to);
  return to;
}

static int written(int c) {
  return proviso_choose() ? EOF : (unsigned char)c;
}

int putchar(int c) {
  return written(c);
}

int putc(int c, FILE *stream) {
  (void)stream;
  return written(c);
}

int fputc(int c, FILE *stream) {
  (void)stream;
  return written(c);
}

int puts(const char *text) {
  (void)text;
  return __proviso_nondet_int();
}

int fputs(const char *text, FILE *stream) {
  (void)text;
  (void)stream;
  return __proviso_nondet_int();
}

size_t fwrite(const void *from, size_t size, size_t count, FILE *stream) {
  size_t done = (size_t)__proviso_nondet_ulonglong();
  (void)from;
  (void)size;
  (void)stream;
  __proviso_assume(done <= count);
  return done;
}

int feof(FILE *stream) {
  (void)stream;
  return __proviso_nondet_int();
}

int ferror(FILE *stream) {
  (void)stream;
  return __proviso_nondet_int();
}

void perror(const char *text) {
  (void)text;
}
