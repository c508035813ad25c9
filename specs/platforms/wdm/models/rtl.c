/* SPDX-License-Identifier: Apache-2.0 */
/* The run-time library: strings, registry, bitmaps, time, debugging. What is read is arbitrary. */
#include "proviso_wdm.h"

SIZE_T RtlCompareMemory(const VOID *Source1, const VOID *Source2, SIZE_T Length) {
    return __proviso_nondet_ulonglong();
}

BOOLEAN RtlEqualMemory(const VOID *Source1, const VOID *Source2, SIZE_T Length) {
    return proviso_choose();
}

ULONG RtlRandomEx(PULONG Seed) {
    *Seed = __proviso_nondet_ulong();
    return __proviso_nondet_ulong();
}

VOID RtlInitString(PSTRING DestinationString, PCSZ SourceString) {
    DestinationString->Length = __proviso_nondet_ushort();
    DestinationString->MaximumLength = __proviso_nondet_ushort();
    DestinationString->Buffer = (PCHAR)SourceString;
}

VOID RtlInitAnsiString(PANSI_STRING DestinationString, PCSZ SourceString) {
    DestinationString->Length = __proviso_nondet_ushort();
    DestinationString->MaximumLength = __proviso_nondet_ushort();
    DestinationString->Buffer = (PCHAR)SourceString;
}

VOID RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString) {
    DestinationString->Length = __proviso_nondet_ushort();
    DestinationString->MaximumLength = __proviso_nondet_ushort();
    DestinationString->Buffer = (PWCH)SourceString;
}

VOID RtlInitEmptyUnicodeString(PUNICODE_STRING UnicodeString, PWCHAR Buffer, USHORT BufferSize) {
    UnicodeString->Length = 0;
    UnicodeString->MaximumLength = BufferSize;
    UnicodeString->Buffer = Buffer;
}

VOID RtlInitEmptyAnsiString(PANSI_STRING AnsiString, PCHAR Buffer, USHORT BufferSize) {
    AnsiString->Length = 0;
    AnsiString->MaximumLength = BufferSize;
    AnsiString->Buffer = Buffer;
}

NTSTATUS RtlUnicodeStringInit(PUNICODE_STRING DestinationString, PCWSTR pszSrc) {
    DestinationString->Length = __proviso_nondet_ushort();
    DestinationString->MaximumLength = __proviso_nondet_ushort();
    DestinationString->Buffer = (PWCH)pszSrc;
    return proviso_any_status();
}

VOID RtlCopyUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString) {
    __proviso_scramble(DestinationString->Buffer);
    DestinationString->Length = __proviso_nondet_ushort();
}

NTSTATUS RtlAppendUnicodeStringToString(PUNICODE_STRING Destination, PCUNICODE_STRING Source) {
    __proviso_scramble(Destination->Buffer);
    Destination->Length = __proviso_nondet_ushort();
    return proviso_any_status();
}

NTSTATUS RtlAppendUnicodeToString(PUNICODE_STRING Destination, PCWSTR Source) {
    __proviso_scramble(Destination->Buffer);
    Destination->Length = __proviso_nondet_ushort();
    return proviso_any_status();
}

LONG RtlCompareUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive) {
    return __proviso_nondet_long();
}

BOOLEAN RtlEqualUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive) {
    return proviso_choose();
}

BOOLEAN RtlPrefixUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive) {
    return proviso_choose();
}

NTSTATUS RtlUpcaseUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString,
                                BOOLEAN AllocateDestinationString) {
    DestinationString->Length = __proviso_nondet_ushort();
    if (AllocateDestinationString) {
        DestinationString->Buffer = (PWCH)__proviso_external();
    }
    return proviso_any_status();
}

NTSTATUS RtlAnsiStringToUnicodeString(PUNICODE_STRING DestinationString, PCANSI_STRING SourceString,
                                      BOOLEAN AllocateDestinationString) {
    DestinationString->Length = __proviso_nondet_ushort();
    if (AllocateDestinationString) {
        DestinationString->Buffer = (PWCH)__proviso_external();
    }
    return proviso_any_status();
}

NTSTATUS RtlUnicodeStringToAnsiString(PANSI_STRING DestinationString, PCUNICODE_STRING SourceString,
                                      BOOLEAN AllocateDestinationString) {
    DestinationString->Length = __proviso_nondet_ushort();
    if (AllocateDestinationString) {
        DestinationString->Buffer = (PCHAR)__proviso_external();
    }
    return proviso_any_status();
}

NTSTATUS RtlUnicodeStringToInteger(PCUNICODE_STRING String, ULONG Base, PULONG Value) {
    *Value = __proviso_nondet_ulong();
    return proviso_any_status();
}

NTSTATUS RtlIntegerToUnicodeString(ULONG Value, ULONG Base, PUNICODE_STRING String) {
    __proviso_scramble(String->Buffer);
    String->Length = __proviso_nondet_ushort();
    return proviso_any_status();
}

NTSTATUS RtlStringFromGUID(REFGUID Guid, PUNICODE_STRING GuidString) {
    GuidString->Length = __proviso_nondet_ushort();
    GuidString->Buffer = (PWCH)__proviso_external();
    return proviso_any_status();
}

NTSTATUS RtlGUIDFromString(PCUNICODE_STRING GuidString, GUID *Guid) {
    __proviso_scramble(Guid);
    return proviso_any_status();
}

VOID RtlFreeUnicodeString(PUNICODE_STRING UnicodeString) {
    UnicodeString->Buffer = NULL;
}

VOID RtlFreeAnsiString(PANSI_STRING AnsiString) {
    AnsiString->Buffer = NULL;
}

WCHAR RtlUpcaseUnicodeChar(WCHAR SourceCharacter) {
    return __proviso_nondet_ushort();
}

ULONG RtlxAnsiStringToUnicodeSize(PCANSI_STRING AnsiString) {
    return __proviso_nondet_ulong();
}

ULONG RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING UnicodeString) {
    return __proviso_nondet_ulong();
}

VOID RtlInitializeBitMap(PRTL_BITMAP BitMapHeader, PULONG BitMapBuffer, ULONG SizeOfBitMap) {
    BitMapHeader->SizeOfBitMap = SizeOfBitMap;
    BitMapHeader->Buffer = BitMapBuffer;
}

VOID RtlSetBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToSet) {
}

VOID RtlClearBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToClear) {
}

VOID RtlSetAllBits(PRTL_BITMAP BitMapHeader) {
}

VOID RtlClearAllBits(PRTL_BITMAP BitMapHeader) {
}

ULONG RtlFindClearBitsAndSet(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex) {
    return __proviso_nondet_ulong();
}

ULONG RtlNumberOfSetBits(PRTL_BITMAP BitMapHeader) {
    return __proviso_nondet_ulong();
}

BOOLEAN RtlAreBitsClear(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length) {
    return proviso_choose();
}

BOOLEAN RtlAreBitsSet(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length) {
    return proviso_choose();
}

NTSTATUS RtlWriteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName, ULONG ValueType,
                               PVOID ValueData, ULONG ValueLength) {
    return proviso_any_status();
}

NTSTATUS RtlDeleteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName) {
    return proviso_any_status();
}

NTSTATUS RtlCreateRegistryKey(ULONG RelativeTo, PWSTR Path) {
    return proviso_any_status();
}

NTSTATUS RtlCheckRegistryKey(ULONG RelativeTo, PWSTR Path) {
    return proviso_any_status();
}

NTSTATUS ZwOpenKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes) {
    *KeyHandle = (HANDLE)__proviso_nondet_ulonglong();
    return proviso_any_status();
}

NTSTATUS ZwCreateKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                     ULONG TitleIndex, PUNICODE_STRING Class, ULONG CreateOptions, PULONG Disposition) {
    *KeyHandle = (HANDLE)__proviso_nondet_ulonglong();
    return proviso_any_status();
}

NTSTATUS ZwDeleteKey(HANDLE KeyHandle) {
    return proviso_any_status();
}

NTSTATUS ZwDeleteValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName) {
    return proviso_any_status();
}

NTSTATUS ZwFlushKey(HANDLE KeyHandle) {
    return proviso_any_status();
}

NTSTATUS ZwQueryKey(HANDLE KeyHandle, KEY_INFORMATION_CLASS KeyInformationClass, PVOID KeyInformation,
                    ULONG Length, PULONG ResultLength) {
    __proviso_scramble(KeyInformation);
    if (ResultLength != NULL) {
        *ResultLength = __proviso_nondet_ulong();
    }
    return proviso_any_status();
}

NTSTATUS ZwEnumerateKey(HANDLE KeyHandle, ULONG Index, KEY_INFORMATION_CLASS KeyInformationClass,
                        PVOID KeyInformation, ULONG Length, PULONG ResultLength) {
    __proviso_scramble(KeyInformation);
    if (ResultLength != NULL) {
        *ResultLength = __proviso_nondet_ulong();
    }
    return proviso_any_status();
}

NTSTATUS ZwQueryValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName,
                         KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass, PVOID KeyValueInformation,
                         ULONG Length, PULONG ResultLength) {
    __proviso_scramble(KeyValueInformation);
    if (ResultLength != NULL) {
        *ResultLength = __proviso_nondet_ulong();
    }
    return proviso_any_status();
}

NTSTATUS ZwEnumerateValueKey(HANDLE KeyHandle, ULONG Index,
                             KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass, PVOID KeyValueInformation,
                             ULONG Length, PULONG ResultLength) {
    __proviso_scramble(KeyValueInformation);
    if (ResultLength != NULL) {
        *ResultLength = __proviso_nondet_ulong();
    }
    return proviso_any_status();
}

NTSTATUS ZwSetValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName, ULONG TitleIndex, ULONG Type, PVOID Data,
                       ULONG DataSize) {
    return proviso_any_status();
}

NTSTATUS RtlGetVersion(PRTL_OSVERSIONINFOW VersionInformation) {
    VersionInformation->dwMajorVersion = __proviso_nondet_ulong();
    VersionInformation->dwMinorVersion = __proviso_nondet_ulong();
    VersionInformation->dwBuildNumber = __proviso_nondet_ulong();
    return proviso_any_status();
}

BOOLEAN RtlIsNtDdiVersionAvailable(ULONG Version) {
    return proviso_choose();
}

BOOLEAN IoIsWdmVersionAvailable(UCHAR MajorVersion, UCHAR MinorVersion) {
    return proviso_choose();
}

VOID RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS TimeFields) {
    __proviso_scramble(TimeFields);
}

BOOLEAN RtlTimeFieldsToTime(PTIME_FIELDS TimeFields, PLARGE_INTEGER Time) {
    Time->QuadPart = __proviso_nondet_longlong();
    return proviso_choose();
}

NTSTATUS RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Revision) {
    return proviso_any_status();
}

ULONG RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor) {
    return __proviso_nondet_ulong();
}

BOOLEAN RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor) {
    return proviso_choose();
}

LARGE_INTEGER RtlConvertLongToLargeInteger(LONG SignedInteger) {
    LARGE_INTEGER result;
    result.QuadPart = SignedInteger;
    return result;
}

LARGE_INTEGER RtlConvertUlongToLargeInteger(ULONG UnsignedInteger) {
    LARGE_INTEGER result;
    result.QuadPart = UnsignedInteger;
    return result;
}

USHORT RtlUshortByteSwap(USHORT Source) {
    return (USHORT)((Source << 8) | (Source >> 8));
}

ULONG RtlUlongByteSwap(ULONG Source) {
    return (Source << 24) | ((Source & 0xFF00) << 8) | ((Source >> 8) & 0xFF00) | (Source >> 24);
}

ULONGLONG RtlUlonglongByteSwap(ULONGLONG Source) {
    return __proviso_nondet_ulonglong();
}

VOID RtlRaiseException(PVOID ExceptionRecord) {
    __proviso_assume(0);
}

ULONG DbgPrint(PCSTR Format, ...) {
    return __proviso_nondet_ulong();
}

ULONG DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...) {
    return __proviso_nondet_ulong();
}

VOID DbgBreakPoint(VOID) {
}

VOID DbgBreakPointWithStatus(ULONG Status) {
}
