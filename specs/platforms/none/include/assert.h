/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.2: an assertion that fails is a call of abort(), which rules can watch. May be included again, with and without NDEBUG. */
#undef assert
#undef static_assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
_Noreturn void abort(void);
#define assert(condition) ((condition) ? (void)0 : abort())
#endif
#define static_assert _Static_assert
