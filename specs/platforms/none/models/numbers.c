/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.22.1 and 7.22.6: numbers in texts, and division. What does not fit saturates, as the standard says. */
#include <ctype.h>
#include <limits.h>
#include <proviso.h>
#include <stdlib.h>

static int digit_of(char c) {
  return isdigit(c) ? c - '0' : isalpha(c) ? tolower(c) - 'a' + 10 : 36;
}

/* Reads spaces, a sign, a prefix and digits. Gives the number without its sign, at most `limit` + 1. */
static unsigned long long magnitude(
    const char *text, char **end, int base, unsigned long long limit, int *negative) {
  const char *p = text;
  const char *digits;
  unsigned long long value = 0;
  int over = 0;
  while (isspace(*p)) {
    p++;
  }
  *negative = *p == '-';
  if (*p == '-' || *p == '+') {
    p++;
  }
  if ((base == 0 || base == 16) && p[0] == '0' && (p[1] == 'x' || p[1] == 'X') && digit_of(p[2]) < 16) {
    p += 2;
    base = 16;
  } else if (base == 0) {
    base = *p == '0' ? 8 : 10;
  }
  digits = p;
  while (digit_of(*p) < base) {
    unsigned long long digit = (unsigned long long)digit_of(*p);
    if (value > (limit - digit) / (unsigned long long)base) {
      over = 1;
    } else {
      value = value * (unsigned long long)base + digit;
    }
    p++;
  }
  if (end != NULL) {
    *end = (char *)(p == digits ? text : p);
  }
  return over ? limit : value;
}

static long long signed_number(
    const char *text, char **end, int base, unsigned long long most) {
  int negative;
  unsigned long long value = magnitude(text, end, base, most + 1, &negative);
  if (negative) {
    return value > most ? -(long long)most - 1 : -(long long)value;
  }
  return value > most ? (long long)most : (long long)value;
}

static unsigned long long unsigned_number(
    const char *text, char **end, int base, unsigned long long most) {
  int negative;
  unsigned long long value = magnitude(text, end, base, most, &negative);
  return negative ? 0 - value : value;
}

long strtol(const char *text, char **end, int base) {
  return (long)signed_number(text, end, base, LONG_MAX);
}

long long strtoll(const char *text, char **end, int base) {
  return signed_number(text, end, base, LLONG_MAX);
}

unsigned long strtoul(const char *text, char **end, int base) {
  return (unsigned long)unsigned_number(text, end, base, ULONG_MAX);
}

unsigned long long strtoull(const char *text, char **end, int base) {
  return unsigned_number(text, end, base, ULLONG_MAX);
}

int atoi(const char *text) {
  return (int)signed_number(text, NULL, 10, LONG_MAX);
}

long atol(const char *text) {
  return (long)signed_number(text, NULL, 10, LONG_MAX);
}

long long atoll(const char *text) {
  return signed_number(text, NULL, 10, LLONG_MAX);
}

div_t div(int numerator, int denominator) {
  div_t result;
  result.quot = numerator / denominator;
  result.rem = numerator % denominator;
  return result;
}

ldiv_t ldiv(long numerator, long denominator) {
  ldiv_t result;
  result.quot = numerator / denominator;
  result.rem = numerator % denominator;
  return result;
}

lldiv_t lldiv(long long numerator, long long denominator) {
  lldiv_t result;
  result.quot = numerator / denominator;
  result.rem = numerator % denominator;
  return result;
}

/* Which number a text is, and where it ends, is left open. */
double strtod(const char *text, char **end) {
  if (end != NULL) {
    int read = __proviso_inexact_int();
    __proviso_assume(read >= 0);
    *end = (char *)text + read;
  }
  return __proviso_inexact_double();
}

float strtof(const char *text, char **end) {
  return (float)strtod(text, end);
}

double atof(const char *text) {
  return strtod(text, NULL);
}
