/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_WINTYPES_H
#define DXGMAP_WINTYPES_H

/* The scalar types of Windows x64 on Linux x86-64: LLP64 names over LP64 hardware. LONG and ULONG have 4 bytes here as
   there, so a structure of these types has the layout that a driver compiled for Windows sees. */

#include <stddef.h>
#include <stdint.h>

#include "dxgmap_sal.h"

#if defined(__cplusplus)
#define DXGMAP_EXTERN_C_BEGIN extern "C" {
#define DXGMAP_EXTERN_C_END }
#define DXGMAP_STATIC_ASSERT(condition, text) static_assert(condition, text)
#else
#define DXGMAP_EXTERN_C_BEGIN
#define DXGMAP_EXTERN_C_END
#define DXGMAP_STATIC_ASSERT(condition, text) _Static_assert(condition, text)
#endif

/* One line for each fact of the binary interface. A fact that does not hold stops the compiler with its own text. */
#define DXGMAP_ABI_SIZE(type, bytes) \
  DXGMAP_STATIC_ASSERT(sizeof(type) == (bytes), "size of " #type " differs from Windows x64")
#define DXGMAP_ABI_OFFSET(type, member, bytes)                      \
  DXGMAP_STATIC_ASSERT(__builtin_offsetof(type, member) == (bytes), \
                       "offset of " #type "." #member " differs from Windows x64")
#define DXGMAP_ABI_MEMBER(type, member, bytes, width)          \
  DXGMAP_ABI_OFFSET(type, member, bytes);                      \
  DXGMAP_STATIC_ASSERT(sizeof(((type *)0)->member) == (width), \
                       "width of " #type "." #member " differs from Windows x64")
#define DXGMAP_ABI_VALUE(name, value) DXGMAP_STATIC_ASSERT((name) == (value), "value of " #name " differs from Windows")

/* Anonymous members and bit-fields of these structures are standard in C11 and an extension in C++. */
#define DXGMAP_ANONYMOUS __extension__

/* The array that ends a structure and goes on after it, as long as a count says. Windows declares it with ANYSIZE_ARRAY
   elements, which gcc believes when the structure is itself an element of an array: it then takes List[0].Array[i] for
   List[0].Array[0] from -O1 on. So compilers are told of no bound. The structure keeps the size, the offsets and the
   initialisers that it has with one element; only sizeof(structure.name) is refused. Where Microsoft's layout is used a
   structure without bytes would have some, and no compiler believes the bound. */
#define ANYSIZE_ARRAY 1
#if defined(_MSC_VER)
#define DXGMAP_ANYSIZE(type, name) type name[ANYSIZE_ARRAY]
#else
#define DXGMAP_ANYSIZE(type, name) \
  union {                          \
    type name##First;              \
    struct {                       \
      char name##Nothing[0];       \
      type name[];                 \
    };                             \
  }
#endif
/* Around such structures: the array is an extension of C and C++. */
#if defined(__clang__)
#define DXGMAP_ANYSIZE_BEGIN _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wpedantic\"")
#define DXGMAP_ANYSIZE_END _Pragma("clang diagnostic pop")
#else
#define DXGMAP_ANYSIZE_BEGIN _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wpedantic\"")
#define DXGMAP_ANYSIZE_END _Pragma("GCC diagnostic pop")
#endif

#define VOID void
#ifndef CONST
#define CONST const
#endif

/* x64 has one native calling convention, so the keywords that choose one say nothing. */
#define NTAPI
#define APIENTRY
#define WINAPI
#define CALLBACK
#ifndef __stdcall
#define __stdcall
#endif
#ifndef __cdecl
#define __cdecl
#endif
#ifndef __fastcall
#define __fastcall
#endif
#ifndef _stdcall
#define _stdcall
#endif
#ifndef _cdecl
#define _cdecl
#endif
#ifndef __forceinline
#define __forceinline static __inline__ __attribute__((always_inline))
#endif
#define FORCEINLINE static __inline__
#define EXTERN_C_START DXGMAP_EXTERN_C_BEGIN
#define EXTERN_C_END DXGMAP_EXTERN_C_END
#ifndef EXTERN_C
#ifdef __cplusplus
#define EXTERN_C extern "C"
#else
#define EXTERN_C extern
#endif
#endif
#define DECLSPEC_IMPORT
#define DECLSPEC_EXPORT
#define NTSYSAPI
#define NTSYSCALLAPI
#define NTKERNELAPI
#define NTHALAPI
#ifndef UNALIGNED
#define UNALIGNED
#endif
#define DUMMYUNIONNAME
#define DUMMYSTRUCTNAME
#define DECLSPEC_NORETURN __attribute__((noreturn))
#define DECLSPEC_ALIGN(bytes) __attribute__((aligned(bytes)))

/* uint64_t, size_t and uintptr_t are one type here as they are on Windows, so pointers to them convert. */
#ifndef __int64
#define __int64 long
#endif

typedef char CHAR, CCHAR, *PCHAR, *LPSTR, *PSTR;
typedef const char *PCSTR, *LPCSTR;
typedef unsigned char UCHAR, *PUCHAR, BYTE, *PBYTE;
typedef UCHAR BOOLEAN, *PBOOLEAN;
typedef int16_t SHORT, *PSHORT, CSHORT;
typedef uint16_t USHORT, *PUSHORT, WORD;
typedef int32_t LONG, *PLONG;
typedef uint32_t ULONG, *PULONG, DWORD, *PDWORD;
typedef int INT, *PINT, BOOL, *PBOOL;
typedef unsigned int UINT, *PUINT;
typedef int8_t INT8;
typedef int16_t INT16;
typedef int32_t INT32, LONG32;
typedef int64_t INT64, LONG64, LONGLONG, *PLONGLONG;
typedef uint8_t UINT8;
typedef uint16_t UINT16;
typedef uint32_t UINT32, *PUINT32, ULONG32;
typedef uint64_t UINT64, *PUINT64, ULONG64, *PULONG64, ULONGLONG, *PULONGLONG, DWORD64, QWORD;
typedef intptr_t INT_PTR, LONG_PTR, SSIZE_T;
typedef uintptr_t UINT_PTR, ULONG_PTR, *PULONG_PTR, DWORD_PTR;
typedef size_t SIZE_T, *PSIZE_T;
typedef void *PVOID, *LPVOID, *HANDLE, **PHANDLE;
typedef LONG NTSTATUS, *PNTSTATUS;
typedef LONG HRESULT;
typedef ULONG ACCESS_MASK;
typedef ULONG_PTR KAFFINITY, *PKAFFINITY;

typedef UINT8 *PUINT8;
typedef UINT16 *PUINT16;
typedef INT8 *PINT8;
typedef INT16 *PINT16;
typedef INT32 *PINT32;
typedef INT64 *PINT64;
typedef LONG32 *PLONG32;
typedef LONG64 *PLONG64;
typedef ULONG32 *PULONG32;
typedef INT_PTR *PINT_PTR;
typedef LONG_PTR *PLONG_PTR;
typedef UINT_PTR *PUINT_PTR;
typedef DWORD_PTR *PDWORD_PTR;
typedef WORD *PWORD, *LPWORD;
typedef DWORD *LPDWORD;
typedef BYTE *LPBYTE;
typedef LONG *LPLONG;
typedef BOOL *LPBOOL;
typedef const void *LPCVOID;
typedef CHAR *PCH, *LPCH;
typedef ULONGLONG DWORDLONG, *PDWORDLONG;
typedef float FLOAT;

/* With -fshort-wchar L"..." is a Windows string; without it a driver cannot form one. */
#if __SIZEOF_WCHAR_T__ == 2
typedef wchar_t WCHAR;
#else
typedef uint16_t WCHAR;
#endif
typedef WCHAR *PWCHAR, *PWCH, *PWSTR, *LPWSTR;
typedef const WCHAR *PCWSTR, *PCWCH, *LPCWSTR;

#ifndef TRUE
#define TRUE 1
#endif
#ifndef FALSE
#define FALSE 0
#endif

#define MAXUCHAR 0xffU
#define MAXUSHORT 0xffffU
#define MAXULONG 0xffffffffU
#define MAXLONG 0x7fffffff
#define MINLONG (-MAXLONG - 1)
#define MAXLONGLONG 0x7fffffffffffffffLL
#define MAXULONGLONG 0xffffffffffffffffULL
#define MAXDWORD 0xffffffffU
#define MAXULONG_PTR (~(ULONG_PTR)0)
#define MAXSIZE_T (~(SIZE_T)0)

#define LOBYTE(word) ((BYTE)((DWORD_PTR)(word)&0xff))
#define HIBYTE(word) ((BYTE)(((DWORD_PTR)(word) >> 8) & 0xff))
#define LOWORD(value) ((WORD)((DWORD_PTR)(value)&0xffff))
#define HIWORD(value) ((WORD)(((DWORD_PTR)(value) >> 16) & 0xffff))
#define MAKEWORD(low, high) ((WORD)(((WORD)(low)&0xff) | (((WORD)(high)&0xff) << 8)))
#define MAKELONG(low, high) ((LONG)((DWORD)LOWORD(low) | ((DWORD)LOWORD(high) << 16)))
#define ALIGN_DOWN_BY(value, alignment) ((ULONG_PTR)(value) & ~((ULONG_PTR)(alignment)-1))
#define ALIGN_UP_BY(value, alignment) ALIGN_DOWN_BY((ULONG_PTR)(value) + (ULONG_PTR)(alignment)-1, alignment)
#define RTL_FIELD_SIZE(type, field) (sizeof(((type *)0)->field))
#define RTL_SIZEOF_THROUGH_FIELD(type, field) (FIELD_OFFSET(type, field) + RTL_FIELD_SIZE(type, field))
#define DECLARE_HANDLE(name) typedef struct name##__ *name

typedef union _LARGE_INTEGER {
  DXGMAP_ANONYMOUS struct {
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
  DXGMAP_ANONYMOUS struct {
    ULONG LowPart;
    ULONG HighPart;
  };
  struct {
    ULONG LowPart;
    ULONG HighPart;
  } u;
  ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

/* A byte address in physical memory or in a bus's I/O space. */
typedef LARGE_INTEGER PHYSICAL_ADDRESS, *PPHYSICAL_ADDRESS;

/* Length and MaximumLength count bytes, not characters. */
typedef struct _UNICODE_STRING {
  USHORT Length;
  USHORT MaximumLength;
  PWCH Buffer;
} UNICODE_STRING, *PUNICODE_STRING;
typedef const UNICODE_STRING *PCUNICODE_STRING;

typedef struct _GUID {
  ULONG Data1;
  USHORT Data2;
  USHORT Data3;
  UCHAR Data4[8];
} GUID, *LPGUID;

typedef struct _LUID {
  ULONG LowPart;
  LONG HighPart;
} LUID, *PLUID;

typedef struct _LIST_ENTRY {
  struct _LIST_ENTRY *Flink;
  struct _LIST_ENTRY *Blink;
} LIST_ENTRY, *PLIST_ENTRY;

#define C_ASSERT(condition) DXGMAP_STATIC_ASSERT(condition, #condition)
#define FIELD_OFFSET(type, field) ((LONG) __builtin_offsetof(type, field))
#define CONTAINING_RECORD(address, type, field) ((type *)((PCHAR)(address) - __builtin_offsetof(type, field)))
#define RTL_NUMBER_OF(array) (sizeof(array) / sizeof((array)[0]))
#ifndef ARRAYSIZE
#define ARRAYSIZE(array) RTL_NUMBER_OF(array)
#endif
#define UNREFERENCED_PARAMETER(parameter) ((void)(parameter))
#define UNREFERENCED_LOCAL_VARIABLE(variable) ((void)(variable))
#define NT_SUCCESS(status) (((NTSTATUS)(status)) >= 0)

DXGMAP_ABI_SIZE(BOOLEAN, 1);
DXGMAP_ABI_SIZE(USHORT, 2);
DXGMAP_ABI_SIZE(CSHORT, 2);
DXGMAP_ABI_SIZE(WCHAR, 2);
DXGMAP_ABI_SIZE(UINT, 4);
DXGMAP_ABI_SIZE(UINT32, 4);
DXGMAP_ABI_SIZE(LONG, 4);
DXGMAP_ABI_SIZE(ULONG, 4);
DXGMAP_ABI_SIZE(NTSTATUS, 4);
DXGMAP_ABI_SIZE(LONGLONG, 8);
DXGMAP_ABI_SIZE(ULONGLONG, 8);
DXGMAP_ABI_SIZE(SIZE_T, 8);
DXGMAP_ABI_SIZE(ULONG_PTR, 8);
DXGMAP_ABI_SIZE(UINT_PTR, 8);
DXGMAP_ABI_SIZE(HANDLE, 8);
DXGMAP_ABI_SIZE(PVOID, 8);
DXGMAP_ABI_SIZE(PHYSICAL_ADDRESS, 8);
DXGMAP_ABI_SIZE(LARGE_INTEGER, 8);
DXGMAP_ABI_SIZE(UNICODE_STRING, 16);
DXGMAP_ABI_OFFSET(UNICODE_STRING, Buffer, 8);
DXGMAP_ABI_SIZE(GUID, 16);
DXGMAP_ABI_SIZE(LUID, 8);

#endif
