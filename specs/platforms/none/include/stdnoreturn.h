/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.23: noreturn. */
#ifndef PROVISO_STDNORETURN_H
#define PROVISO_STDNORETURN_H

#define noreturn _Noreturn

#endif
