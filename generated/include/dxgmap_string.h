/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     8084affaa6ec791e7e48b516d25335974a8eeebd2f6e0e9e003a4ec4f6869a61 model/ddi/include/dxgmap_string.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_STRING_H
#define DXGMAP_STRING_H

/* Counted strings. Lengths are in bytes, without the terminator. Case is that of ASCII letters alone. */

#include "dxgmap_wintypes.h"

typedef struct _STRING {
  USHORT Length;
  USHORT MaximumLength;
  PCHAR Buffer;
} STRING, *PSTRING, ANSI_STRING, *PANSI_STRING, OEM_STRING, *POEM_STRING;
typedef const STRING *PCANSI_STRING;

#define UNICODE_NULL ((WCHAR)0)
#define UNICODE_STRING_MAX_BYTES ((USHORT)65534)
#define UNICODE_STRING_MAX_CHARS 32767

/* An initialiser, of an array or a literal: L"..." with -fshort-wchar, u"..." without. */
#define RTL_CONSTANT_STRING(text)                                                        \
  {                                                                                      \
    (USHORT)(sizeof(text) - sizeof((text)[0])), sizeof(text), DXGMAP_STRING_BUFFER(text) \
  }
#ifdef __cplusplus
struct DXGMAP_TEXT {
  const void *at;
  operator PCHAR() const
  {
    return (PCHAR)(ULONG_PTR)at;
  }
  operator PWCH() const
  {
    return (PWCH)(ULONG_PTR)at;
  }
};
#define DXGMAP_STRING_BUFFER(text) \
  DXGMAP_TEXT                      \
  {                                \
    text                           \
  }
#else
#define DXGMAP_STRING_BUFFER(text) \
  ((__typeof__(__builtin_choose_expr(sizeof((text)[0]) == sizeof(CHAR), (PCHAR)0, (PWCH)0)))(text))
#endif

#define DECLARE_CONST_UNICODE_STRING(name, text)                                                \
  static const WCHAR name##_buffer[] = text;                                                    \
  static const UNICODE_STRING name = {(USHORT)(sizeof(text) - sizeof((text)[0])), sizeof(text), \
                                      (PWCH)(ULONG_PTR)name##_buffer}
#define DECLARE_UNICODE_STRING_SIZE(name, characters) \
  WCHAR name##_buffer[characters];                    \
  UNICODE_STRING name = {0, (characters) * sizeof(WCHAR), name##_buffer}

FORCEINLINE VOID RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
  SIZE_T length = 0;
  while (SourceString != NULL && SourceString[length] != UNICODE_NULL && length < UNICODE_STRING_MAX_CHARS - 1) {
    length++;
  }
  DestinationString->Length = (USHORT)(length * sizeof(WCHAR));
  DestinationString->MaximumLength = (USHORT)(SourceString != NULL ? (length + 1) * sizeof(WCHAR) : 0);
  DestinationString->Buffer = (PWCH)(ULONG_PTR)SourceString;
}

FORCEINLINE VOID RtlInitEmptyUnicodeString(PUNICODE_STRING DestinationString, PWCHAR Buffer, USHORT BufferSize)
{
  DestinationString->Length = 0;
  DestinationString->MaximumLength = BufferSize;
  DestinationString->Buffer = Buffer;
}

FORCEINLINE VOID RtlInitAnsiString(PANSI_STRING DestinationString, PCSTR SourceString)
{
  SIZE_T length = SourceString != NULL ? __builtin_strlen(SourceString) : 0;
  DestinationString->Length = (USHORT)length;
  DestinationString->MaximumLength = (USHORT)(SourceString != NULL ? length + 1 : 0);
  DestinationString->Buffer = (PCHAR)(ULONG_PTR)SourceString;
}

FORCEINLINE WCHAR RtlUpcaseUnicodeChar(WCHAR SourceCharacter)
{
  return SourceCharacter >= 'a' && SourceCharacter <= 'z' ? (WCHAR)(SourceCharacter - 'a' + 'A') : SourceCharacter;
}

/* Below, at or above 0 as String1 comes before, is or comes after String2. */
FORCEINLINE LONG RtlCompareUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
  SIZE_T first = String1->Length / sizeof(WCHAR);
  SIZE_T second = String2->Length / sizeof(WCHAR);
  SIZE_T i;
  for (i = 0; i < first && i < second; i++) {
    WCHAR left = CaseInSensitive ? RtlUpcaseUnicodeChar(String1->Buffer[i]) : String1->Buffer[i];
    WCHAR right = CaseInSensitive ? RtlUpcaseUnicodeChar(String2->Buffer[i]) : String2->Buffer[i];
    if (left != right) {
      return (LONG)left - (LONG)right;
    }
  }
  return (LONG)first - (LONG)second;
}

FORCEINLINE BOOLEAN RtlEqualUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
  return (BOOLEAN)(RtlCompareUnicodeString(String1, String2, CaseInSensitive) == 0);
}

/* As much as there is room for. */
FORCEINLINE VOID RtlCopyUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString)
{
  USHORT length = SourceString != NULL ? SourceString->Length : 0;
  if (length > DestinationString->MaximumLength) {
    length = DestinationString->MaximumLength;
  }
  if (length != 0) {
    __builtin_memmove(DestinationString->Buffer, SourceString->Buffer, length);
  }
  DestinationString->Length = length;
  if (length + sizeof(WCHAR) <= DestinationString->MaximumLength) {
    DestinationString->Buffer[length / sizeof(WCHAR)] = UNICODE_NULL;
  }
}

DXGMAP_ABI_SIZE(ANSI_STRING, 16);
DXGMAP_ABI_OFFSET(ANSI_STRING, Buffer, 8);

#endif
