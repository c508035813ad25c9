/* SPDX-License-Identifier: Apache-2.0 */
/* Safe string functions. */
#ifndef PROVISO_NTSTRSAFE_H
#define PROVISO_NTSTRSAFE_H

#include <wdm.h>

#define NTSTRSAFE_MAX_CCH 2147483647
#define NTSTRSAFE_UNICODE_STRING_MAX_CCH 32767

NTSTATUS RtlStringCbCopyA(PCHAR pszDest, size_t cbDest, PCSTR pszSrc);
NTSTATUS RtlStringCbCopyW(PWCHAR pszDest, size_t cbDest, PCWSTR pszSrc);
NTSTATUS RtlStringCbCopyNA(PCHAR pszDest, size_t cbDest, PCSTR pszSrc, size_t cbToCopy);
NTSTATUS RtlStringCbCopyNW(PWCHAR pszDest, size_t cbDest, PCWSTR pszSrc, size_t cbToCopy);
NTSTATUS RtlStringCchCopyA(PCHAR pszDest, size_t cchDest, PCSTR pszSrc);
NTSTATUS RtlStringCchCopyW(PWCHAR pszDest, size_t cchDest, PCWSTR pszSrc);
NTSTATUS RtlStringCchCopyNW(PWCHAR pszDest, size_t cchDest, PCWSTR pszSrc, size_t cchToCopy);
NTSTATUS RtlStringCbCatA(PCHAR pszDest, size_t cbDest, PCSTR pszSrc);
NTSTATUS RtlStringCbCatW(PWCHAR pszDest, size_t cbDest, PCWSTR pszSrc);
NTSTATUS RtlStringCchCatA(PCHAR pszDest, size_t cchDest, PCSTR pszSrc);
NTSTATUS RtlStringCchCatW(PWCHAR pszDest, size_t cchDest, PCWSTR pszSrc);
NTSTATUS RtlStringCbPrintfA(PCHAR pszDest, size_t cbDest, PCSTR pszFormat, ...);
NTSTATUS RtlStringCbPrintfW(PWCHAR pszDest, size_t cbDest, PCWSTR pszFormat, ...);
NTSTATUS RtlStringCchPrintfA(PCHAR pszDest, size_t cchDest, PCSTR pszFormat, ...);
NTSTATUS RtlStringCchPrintfW(PWCHAR pszDest, size_t cchDest, PCWSTR pszFormat, ...);
NTSTATUS RtlStringCbLengthA(PCSTR psz, size_t cbMax, size_t *pcbLength);
NTSTATUS RtlStringCbLengthW(PCWSTR psz, size_t cbMax, size_t *pcbLength);
NTSTATUS RtlStringCchLengthA(PCSTR psz, size_t cchMax, size_t *pcchLength);
NTSTATUS RtlStringCchLengthW(PCWSTR psz, size_t cchMax, size_t *pcchLength);
NTSTATUS RtlUnicodeStringPrintf(PUNICODE_STRING DestinationString, PCWSTR pszFormat, ...);
NTSTATUS RtlUnicodeStringCopy(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString);
NTSTATUS RtlUnicodeStringCopyString(PUNICODE_STRING DestinationString, PCWSTR pszSrc);
NTSTATUS RtlUnicodeStringCat(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString);
NTSTATUS RtlUnicodeStringCatString(PUNICODE_STRING DestinationString, PCWSTR pszSrc);

#endif
