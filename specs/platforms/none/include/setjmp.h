/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.13: jumps out of functions. Code that can reach them gets no proof. */
#ifndef PROVISO_SETJMP_H
#define PROVISO_SETJMP_H

typedef long long jmp_buf[32];
int setjmp(jmp_buf here);
_Noreturn void longjmp(jmp_buf there, int value);

#endif
