/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.9: operators as words. */
#ifndef PROVISO_ISO646_H
#define PROVISO_ISO646_H

#define and &&
#define and_eq &=
#define bitand &
#define bitor |
#define compl ~
#define not !
#define not_eq !=
#define or ||
#define or_eq |=
#define xor ^
#define xor_eq ^=

#endif
