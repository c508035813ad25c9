/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.15: alignment. */
#ifndef PROVISO_STDALIGN_H
#define PROVISO_STDALIGN_H

#define alignas _Alignas
#define alignof _Alignof
#define __alignas_is_defined 1
#define __alignof_is_defined 1

#endif
