/* SPDX-License-Identifier: Apache-2.0 */
/* The basic types of Windows for x64 (LLP64), and the macros that stand with them. Written from the public
 * documentation. */
#ifndef PROVISO_NTDEF_H
#define PROVISO_NTDEF_H

#include <sal.h>

#ifndef _WIN64
#define _WIN64 1
#endif
#ifndef _AMD64_
#define _AMD64_ 1
#endif
#ifndef _M_AMD64
#define _M_AMD64 100
#endif
#ifndef NTDDI_VERSION
#define NTDDI_VERSION 0x0A000010
#endif
#define NTDDI_WIN2K 0x05000000
#define NTDDI_WINXP 0x05010000
#define NTDDI_WS03 0x05020000
#define NTDDI_VISTA 0x06000000
#define NTDDI_WIN6 NTDDI_VISTA
#define NTDDI_LONGHORN NTDDI_VISTA
#define NTDDI_WIN7 0x06010000
#define NTDDI_WIN8 0x06020000
#define NTDDI_WINBLUE 0x06030000
#define NTDDI_WIN10 0x0A000000
#define NTDDI_WIN10_VB 0x0A000008
#define WINVER 0x0A00
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#endif

#define CONST const
#define VOID void
#define NTAPI
#define NTSYSAPI
#define NTSYSCALLAPI
#define NTKERNELAPI
#define NTHALAPI
#define FASTCALL
#define STDAPICALLTYPE
#define DECLSPEC_IMPORT
#define DECLSPEC_NORETURN
#define DECLSPEC_ALIGN(x)
#define DECLSPEC_CACHEALIGN
#define DECLSPEC_NOINLINE
#define DECLSPEC_SELECTANY
#define POINTER_ALIGNMENT
#define PROBE_ALIGNMENT(x) 1
#define FORCEINLINE static __inline
#define CFORCEINLINE FORCEINLINE
#define INIT_SECTION
#define UNALIGNED
#define RESTRICTED_POINTER
#define EXTERN_C extern

#define IN
#define OUT
#define OPTIONAL
#define CRITICAL

typedef void *PVOID;
typedef void *PVOID64;
typedef char CHAR;
typedef signed char INT8;
typedef short SHORT;
typedef short INT16;
typedef int INT;
typedef int INT32;
typedef long LONG;
typedef long LONG32;
typedef long long LONGLONG;
typedef long long LONG64;
typedef long long INT64;
typedef unsigned char UCHAR;
typedef unsigned char BYTE;
typedef unsigned char UINT8;
typedef unsigned char BOOLEAN;
typedef unsigned short USHORT;
typedef unsigned short UINT16;
typedef unsigned short WORD;
typedef unsigned int UINT;
typedef unsigned int UINT32;
typedef unsigned long ULONG;
typedef unsigned long ULONG32;
typedef unsigned long DWORD;
typedef unsigned long long ULONGLONG;
typedef unsigned long long ULONG64;
typedef unsigned long long DWORD64;
typedef unsigned long long DWORDLONG;
typedef unsigned long long UINT64;
typedef unsigned short WCHAR;
typedef __WCHAR_TYPE__ wchar_t;
typedef int BOOL;

typedef long long INT_PTR;
typedef long long LONG_PTR;
typedef long long SSIZE_T;
typedef unsigned long long UINT_PTR;
typedef unsigned long long ULONG_PTR;
typedef unsigned long long DWORD_PTR;
typedef unsigned long long SIZE_T;
typedef __SIZE_TYPE__ size_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef __INTPTR_TYPE__ intptr_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
typedef ULONG_PTR KAFFINITY;

typedef CHAR *PCHAR, *LPCH, *PCH, *PSTR, *NPSTR, *LPSTR, *PNZCH;
typedef const CHAR *PCSTR, *LPCSTR, *LPCCH, *PCCH, *PCSZ, *PCNZCH;
typedef WCHAR *PWCHAR, *LPWCH, *PWCH, *PWSTR, *LPWSTR, *PZZWSTR;
typedef const WCHAR *PCWSTR, *LPCWSTR, *PCWCH, *LPCWCH, *PCZZWSTR;
typedef SHORT *PSHORT;
typedef INT *PINT;
typedef LONG *PLONG;
typedef LONGLONG *PLONGLONG;
typedef LONG64 *PLONG64;
typedef INT64 *PINT64;
typedef UCHAR *PUCHAR;
typedef const UCHAR *PCUCHAR;
typedef BYTE *PBYTE;
typedef UINT8 *PUINT8;
typedef BOOLEAN *PBOOLEAN;
typedef USHORT *PUSHORT;
typedef UINT16 *PUINT16;
typedef UINT *PUINT;
typedef UINT32 *PUINT32;
typedef ULONG *PULONG;
typedef DWORD *PDWORD;
typedef ULONGLONG *PULONGLONG;
typedef ULONG64 *PULONG64;
typedef UINT64 *PUINT64;
typedef ULONG_PTR *PULONG_PTR;
typedef LONG_PTR *PLONG_PTR;
typedef UINT_PTR *PUINT_PTR;
typedef SIZE_T *PSIZE_T;
typedef SSIZE_T *PSSIZE_T;
typedef KAFFINITY *PKAFFINITY;
typedef UCHAR KIRQL;
typedef KIRQL *PKIRQL;
typedef CHAR CCHAR, *PCCHAR;
typedef CCHAR KPROCESSOR_MODE;
typedef UCHAR KPROCESSOR_MODE_EX;
typedef LONG KPRIORITY;
typedef ULONG CLONG, *PCLONG;
typedef USHORT CSHORT, *PCSHORT;
typedef ULONG LCID, *PLCID;
typedef ULONG LOGICAL, *PLOGICAL;
typedef PVOID HANDLE, *PHANDLE;
typedef ULONG ACCESS_MASK, *PACCESS_MASK;
typedef ULONG DEVICE_TYPE;
typedef _Return_type_success_(return >= 0) LONG NTSTATUS;
typedef NTSTATUS *PNTSTATUS;
typedef BYTE SECURITY_INFORMATION_BYTE;
typedef ULONG SECURITY_INFORMATION, *PSECURITY_INFORMATION;
typedef PVOID PSECURITY_DESCRIPTOR;
typedef PVOID PSID;
typedef USHORT SECURITY_DESCRIPTOR_CONTROL;

#define TRUE 1
#define FALSE 0
#ifndef NULL
#define NULL ((void *)0)
#endif
#define ANYSIZE_ARRAY 1
#define MAXUCHAR 0xff
#define MAXUSHORT 0xffff
#define MAXULONG 0xffffffff
#define MAXLONG 0x7fffffff
#define MINLONG 0x80000000
#define MAXLONGLONG 0x7fffffffffffffffLL
#define MAXULONGLONG 0xffffffffffffffffULL
#define MAXULONG_PTR ((ULONG_PTR)~0ULL)
#define MAXSIZE_T ((SIZE_T)~0ULL)
#define MAXUINT32 0xffffffff
#define MAXUINT16 0xffff
#define MAXUINT8 0xff
#define MAXCHAR 0x7f
#define MAXSHORT 0x7fff
#define MAXINT32 0x7fffffff
#define UNICODE_NULL ((WCHAR)0)
#define ANSI_NULL ((CHAR)0)
#define UNICODE_STRING_MAX_BYTES ((USHORT)65534)
#define UNICODE_STRING_MAX_CHARS 32767
#define MAXIMUM_PROCESSORS 64

typedef union _LARGE_INTEGER {
    struct {
        ULONG LowPart;
        LONG HighPart;
    };
    struct {
        ULONG LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER;

typedef union _ULARGE_INTEGER {
    struct {
        ULONG LowPart;
        ULONG HighPart;
    };
    struct {
        ULONG LowPart;
        ULONG HighPart;
    } u;
    ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

typedef LARGE_INTEGER PHYSICAL_ADDRESS, *PPHYSICAL_ADDRESS;

typedef struct _LUID {
    ULONG LowPart;
    LONG HighPart;
} LUID, *PLUID;

#ifndef GUID_DEFINED
#define GUID_DEFINED
typedef struct _GUID {
    unsigned long Data1;
    unsigned short Data2;
    unsigned short Data3;
    unsigned char Data4[8];
} GUID;
#endif
typedef GUID *PGUID, *LPGUID;
typedef const GUID *LPCGUID, *PCGUID;
typedef GUID CLSID, IID;
#define REFGUID const GUID *
#define REFIID const IID *
#define REFCLSID const IID *

typedef struct _LIST_ENTRY {
    struct _LIST_ENTRY *Flink;
    struct _LIST_ENTRY *Blink;
} LIST_ENTRY, *PLIST_ENTRY, *PRLIST_ENTRY;

typedef struct _SINGLE_LIST_ENTRY {
    struct _SINGLE_LIST_ENTRY *Next;
} SINGLE_LIST_ENTRY, *PSINGLE_LIST_ENTRY;

typedef struct _UNICODE_STRING {
    USHORT Length;
    USHORT MaximumLength;
    PWCH Buffer;
} UNICODE_STRING, *PUNICODE_STRING;
typedef const UNICODE_STRING *PCUNICODE_STRING;

typedef struct _STRING {
    USHORT Length;
    USHORT MaximumLength;
    PCHAR Buffer;
} STRING, *PSTRING, ANSI_STRING, *PANSI_STRING, OEM_STRING, *POEM_STRING, UTF8_STRING, *PUTF8_STRING;
typedef const STRING *PCANSI_STRING, *PCOEM_STRING, *PCUTF8_STRING;

typedef struct _OBJECT_ATTRIBUTES {
    ULONG Length;
    HANDLE RootDirectory;
    PUNICODE_STRING ObjectName;
    ULONG Attributes;
    PVOID SecurityDescriptor;
    PVOID SecurityQualityOfService;
} OBJECT_ATTRIBUTES, *POBJECT_ATTRIBUTES;
typedef const OBJECT_ATTRIBUTES *PCOBJECT_ATTRIBUTES;

#define OBJ_INHERIT 0x00000002L
#define OBJ_PERMANENT 0x00000010L
#define OBJ_EXCLUSIVE 0x00000020L
#define OBJ_CASE_INSENSITIVE 0x00000040L
#define OBJ_OPENIF 0x00000080L
#define OBJ_OPENLINK 0x00000100L
#define OBJ_KERNEL_HANDLE 0x00000200L
#define OBJ_FORCE_ACCESS_CHECK 0x00000400L

#define InitializeObjectAttributes(p, n, a, r, s) \
    {                                             \
        (p)->Length = sizeof(OBJECT_ATTRIBUTES);  \
        (p)->RootDirectory = r;                   \
        (p)->Attributes = a;                      \
        (p)->ObjectName = n;                      \
        (p)->SecurityDescriptor = s;              \
        (p)->SecurityQualityOfService = NULL;     \
    }

typedef enum _EVENT_TYPE { NotificationEvent, SynchronizationEvent } EVENT_TYPE;
typedef enum _TIMER_TYPE { NotificationTimer, SynchronizationTimer } TIMER_TYPE;
typedef enum _WAIT_TYPE { WaitAll, WaitAny, WaitNotification, WaitDequeue } WAIT_TYPE;

typedef struct _PROCESSOR_NUMBER {
    USHORT Group;
    UCHAR Number;
    UCHAR Reserved;
} PROCESSOR_NUMBER, *PPROCESSOR_NUMBER;

typedef struct _GROUP_AFFINITY {
    KAFFINITY Mask;
    USHORT Group;
    USHORT Reserved[3];
} GROUP_AFFINITY, *PGROUP_AFFINITY;

/* Statements and expressions. */
#define UNREFERENCED_PARAMETER(P) ((void)(P))
#define UNREFERENCED_LOCAL_VARIABLE(V) ((void)(V))
#define DBG_UNREFERENCED_PARAMETER(P) ((void)(P))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(V) ((void)(V))
#define DEFAULT_UNREACHABLE \
    default:                \
        __builtin_unreachable()
#define __fallthrough
#define _Fallthrough_
#define NOTHING
#define C_ASSERT(e) typedef char __C_ASSERT__[(e) ? 1 : -1]
#define FIELD_OFFSET(type, field) ((LONG)(LONG_PTR)(&(((type *)0)->field)))
#define UFIELD_OFFSET(type, field) ((ULONG)(LONG_PTR)(&(((type *)0)->field)))
#define RTL_FIELD_SIZE(type, field) (sizeof(((type *)0)->field))
#define RTL_SIZEOF_THROUGH_FIELD(type, field) (FIELD_OFFSET(type, field) + RTL_FIELD_SIZE(type, field))
#define RTL_NUMBER_OF(a) (sizeof(a) / sizeof((a)[0]))
#define RTL_NUMBER_OF_V1(a) RTL_NUMBER_OF(a)
#define RTL_NUMBER_OF_V2(a) RTL_NUMBER_OF(a)
#define ARRAYSIZE(a) RTL_NUMBER_OF(a)
#define _ARRAYSIZE(a) RTL_NUMBER_OF(a)
#define CONTAINING_RECORD(address, type, field) \
    ((type *)((PCHAR)(address) - (ULONG_PTR)(&((type *)0)->field)))
#define RTL_CONTAINS_FIELD(Struct, Size, Field) \
    ((((PCHAR)(&(Struct)->Field)) + sizeof((Struct)->Field)) <= (((PCHAR)(Struct)) + (Size)))
#define Int32x32To64(a, b) (((LONGLONG)((LONG)(a))) * ((LONGLONG)((LONG)(b))))
#define UInt32x32To64(a, b) (((ULONGLONG)((ULONG)(a))) * ((ULONGLONG)((ULONG)(b))))
#define FlagOn(f, sf) ((f) & (sf))
#define BooleanFlagOn(f, sf) ((BOOLEAN)(((f) & (sf)) != 0))
#define SetFlag(f, sf) ((f) |= (sf))
#define ClearFlag(f, sf) ((f) &= ~(sf))
#define TEXT(q) L##q
#define LOWORD(l) ((WORD)(((DWORD_PTR)(l)) & 0xffff))
#define HIWORD(l) ((WORD)((((DWORD_PTR)(l)) >> 16) & 0xffff))
#define LOBYTE(w) ((BYTE)(((DWORD_PTR)(w)) & 0xff))
#define HIBYTE(w) ((BYTE)((((DWORD_PTR)(w)) >> 8) & 0xff))
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define PtrToUlong(p) ((ULONG)(ULONG_PTR)(p))
#define PtrToLong(p) ((LONG)(LONG_PTR)(p))
#define PtrToUint(p) ((UINT)(UINT_PTR)(p))
#define HandleToUlong(h) ((ULONG)(ULONG_PTR)(h))
#define HandleToLong(h) ((LONG)(LONG_PTR)(h))
#define UlongToPtr(v) ((PVOID)(ULONG_PTR)(ULONG)(v))
#define ULongToPtr(v) UlongToPtr(v)
#define LongToPtr(v) ((PVOID)(LONG_PTR)(LONG)(v))
#define UlongToHandle(v) ((HANDLE)(ULONG_PTR)(ULONG)(v))
#define LongToHandle(v) ((HANDLE)(LONG_PTR)(LONG)(v))

#define NT_SUCCESS(Status) (((NTSTATUS)(Status)) >= 0)
#define NT_INFORMATION(Status) ((((ULONG)(Status)) >> 30) == 1)
#define NT_WARNING(Status) ((((ULONG)(Status)) >> 30) == 2)
#define NT_ERROR(Status) ((((ULONG)(Status)) >> 30) == 3)

void __analysis_assume(int condition);

#endif
