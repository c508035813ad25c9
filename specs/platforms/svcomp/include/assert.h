/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.2, as the tasks have it when they are preprocessed. May be included again, with and without NDEBUG. */
#undef assert
#undef static_assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
_Noreturn void __assert_fail(const char *condition, const char *file, unsigned int line, const char *function);
#define assert(condition) ((condition) ? (void)0 : __assert_fail(#condition, __FILE__, __LINE__, __func__))
#endif
#define static_assert _Static_assert
