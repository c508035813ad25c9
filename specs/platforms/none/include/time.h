/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.27: date and time. */
#ifndef PROVISO_TIME_H
#define PROVISO_TIME_H

#include <stddef.h>

#define CLOCKS_PER_SEC 1000000

typedef long long time_t;
typedef long clock_t;
struct tm {
  int tm_sec;
  int tm_min;
  int tm_hour;
  int tm_mday;
  int tm_mon;
  int tm_year;
  int tm_wday;
  int tm_yday;
  int tm_isdst;
};

time_t time(time_t *now);
clock_t clock(void);
double difftime(time_t end, time_t start);
time_t mktime(struct tm *local);
struct tm *gmtime(const time_t *when);
struct tm *localtime(const time_t *when);
size_t strftime(char *to, size_t size, const char *format, const struct tm *when);

#endif
