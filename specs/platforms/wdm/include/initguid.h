/* SPDX-License-Identifier: Apache-2.0 */
/* From here on DEFINE_GUID defines its constant instead of declaring it. */
#include <ntdef.h>
#undef DEFINE_GUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \
    const GUID name = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}
#ifndef INITGUID
#define INITGUID
#endif
