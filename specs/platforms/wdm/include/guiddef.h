/* SPDX-License-Identifier: Apache-2.0 */
#ifndef PROVISO_GUIDDEF_H
#define PROVISO_GUIDDEF_H

#include <ntdef.h>

#ifndef DEFINE_GUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) extern const GUID name
#endif

int __proviso_equal_guid(const GUID *a, const GUID *b);
#define IsEqualGUID(a, b) __proviso_equal_guid((a), (b))
#define IsEqualIID(a, b) IsEqualGUID(a, b)
#define InlineIsEqualGUID(a, b) IsEqualGUID(a, b)

#endif
