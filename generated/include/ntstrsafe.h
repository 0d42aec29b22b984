/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     4d097903b3ee11d09c31596f817c058f6389f118c6342c83274125c7efb9e7a4 model/ddi/include/ntstrsafe.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_NTSTRSAFE_H
#define DXGMAP_NTSTRSAFE_H

/* Strings with a bound: what does not fit is cut, ended by zero all the same, and STATUS_BUFFER_OVERFLOW says so. Cb
   functions count bytes, Cch functions characters, the terminator included. */

#include <stdarg.h>
#include <stdio.h>

#include "dxgmap_string.h"
#include "dxgmap_wintypes.h"
#include "ntstatus.h"

#define NTSTRSAFE_MAX_CCH 2147483647
#define NTSTRSAFE_UNICODE_STRING_MAX_CCH (0xffff / sizeof(WCHAR))
typedef char *NTSTRSAFE_PSTR;
typedef const char *NTSTRSAFE_PCSTR;
typedef WCHAR *NTSTRSAFE_PWSTR;
typedef const WCHAR *NTSTRSAFE_PCWSTR;

/* The functions of one kind of character: suffix, character, pointer to one. */
#define DXGMAP_STRINGS(suffix, character, pointer, constant)                                          \
  FORCEINLINE NTSTATUS RtlStringCchLength##suffix(constant text, SIZE_T most, SIZE_T *length)         \
  {                                                                                                   \
    SIZE_T i = 0;                                                                                     \
    while (text != NULL && i < most && text[i] != 0) {                                                \
      i++;                                                                                            \
    }                                                                                                 \
    if (length != NULL) {                                                                             \
      *length = text != NULL && i < most ? i : 0;                                                     \
    }                                                                                                 \
    return text != NULL && i < most ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;                      \
  }                                                                                                   \
  FORCEINLINE NTSTATUS RtlStringCchCopyN##suffix(pointer to, SIZE_T room, constant from, SIZE_T most) \
  {                                                                                                   \
    SIZE_T i = 0;                                                                                     \
    if (room == 0 || room > NTSTRSAFE_MAX_CCH) {                                                      \
      return STATUS_INVALID_PARAMETER;                                                                \
    }                                                                                                 \
    while (i + 1 < room && i < most && from[i] != 0) {                                                \
      to[i] = from[i];                                                                                \
      i++;                                                                                            \
    }                                                                                                 \
    to[i] = 0;                                                                                        \
    return i < most && from[i] != 0 ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;                        \
  }                                                                                                   \
  FORCEINLINE NTSTATUS RtlStringCchCopy##suffix(pointer to, SIZE_T room, constant from)               \
  {                                                                                                   \
    return RtlStringCchCopyN##suffix(to, room, from, NTSTRSAFE_MAX_CCH);                              \
  }                                                                                                   \
  FORCEINLINE NTSTATUS RtlStringCchCat##suffix(pointer to, SIZE_T room, constant from)                \
  {                                                                                                   \
    SIZE_T length = 0;                                                                                \
    NTSTATUS status = RtlStringCchLength##suffix(to, room, &length);                                  \
    return NT_SUCCESS(status) ? RtlStringCchCopy##suffix(to + length, room - length, from) : status;  \
  }                                                                                                   \
  FORCEINLINE NTSTATUS RtlStringCbLength##suffix(constant text, SIZE_T most, SIZE_T *length)          \
  {                                                                                                   \
    NTSTATUS status = RtlStringCchLength##suffix(text, most / sizeof(character), length);             \
    if (length != NULL) {                                                                             \
      *length *= sizeof(character);                                                                   \
    }                                                                                                 \
    return status;                                                                                    \
  }                                                                                                   \
  FORCEINLINE NTSTATUS RtlStringCbCopyN##suffix(pointer to, SIZE_T room, constant from, SIZE_T most)  \
  {                                                                                                   \
    return RtlStringCchCopyN##suffix(to, room / sizeof(character), from, most / sizeof(character));   \
  }                                                                                                   \
  FORCEINLINE NTSTATUS RtlStringCbCopy##suffix(pointer to, SIZE_T room, constant from)                \
  {                                                                                                   \
    return RtlStringCchCopy##suffix(to, room / sizeof(character), from);                              \
  }                                                                                                   \
  FORCEINLINE NTSTATUS RtlStringCbCat##suffix(pointer to, SIZE_T room, constant from)                 \
  {                                                                                                   \
    return RtlStringCchCat##suffix(to, room / sizeof(character), from);                               \
  }                                                                                                   \
  struct _DXGMAP_STRINGS##suffix

DXGMAP_STRINGS(A, CHAR, PCHAR, PCSTR);
DXGMAP_STRINGS(W, WCHAR, PWCHAR, PCWSTR);

/* The conversions are those of the C library: %lu and its kin take 64 bits. There is no form for wide characters. */
FORCEINLINE NTSTATUS RtlStringCbVPrintfA(PCHAR to, SIZE_T room, PCSTR format, va_list arguments)
{
  int length;
  if (room == 0 || room > NTSTRSAFE_MAX_CCH) {
    return STATUS_INVALID_PARAMETER;
  }
  length = vsnprintf(to, room, format, arguments);
  return length >= 0 && (SIZE_T)length < room ? STATUS_SUCCESS : STATUS_BUFFER_OVERFLOW;
}

__attribute__((format(printf, 3, 4))) FORCEINLINE NTSTATUS RtlStringCbPrintfA(PCHAR to, SIZE_T room, PCSTR format, ...)
{
  NTSTATUS status;
  va_list arguments;
  va_start(arguments, format);
  status = RtlStringCbVPrintfA(to, room, format, arguments);
  va_end(arguments);
  return status;
}

#define RtlStringCchVPrintfA RtlStringCbVPrintfA
#define RtlStringCchPrintfA RtlStringCbPrintfA

FORCEINLINE NTSTATUS RtlUnicodeStringInit(PUNICODE_STRING string, PCWSTR text)
{
  SIZE_T length = 0;
  if (text != NULL && !NT_SUCCESS(RtlStringCchLengthW(text, UNICODE_STRING_MAX_CHARS, &length))) {
    return STATUS_INVALID_PARAMETER;
  }
  RtlInitUnicodeString(string, text);
  return STATUS_SUCCESS;
}

#endif
