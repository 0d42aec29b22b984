/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/callbacks/printed.h"
#include "dxgmap_debug.h"
#include "dxgmap_string.h"

/* DbgPrint, whose conversions are those of Windows: a long has 32 bits and a wide character 16. The loader of a driver
   may have its own, which then is taken: so they are weak. */

#ifndef _WIN32 /* whose linkers have no weak definitions */
#pragma weak DbgPrint
#pragma weak DbgPrintEx
#endif

/* ---- The driver's text ---- */

/* Whether the bytes can be read. A hook of the harness may print under the library's lock: then nothing is reported. */
static bool dxgmap_ddi_print_reach(const dxgmap_ddi_printed *printed, const char *name, const void *at, uint64_t bytes)
{
  return (at != NULL && dxgmap_ddi_argument_good(at, bytes, false)) ||
         (!dxgmap_host_locked() &&
          dxgmap_ddi_argument_first(DXGMAP_OPERATION_DEBUG_PRINT, name, at, bytes, false, printed->site));
}

/* How long the string is, to its zero, `most`, or where it cannot be read; false: the last, which was reported. */
static bool dxgmap_ddi_print_measure(const dxgmap_ddi_printed *printed, const char *name, const void *string,
                                     uint32_t width, size_t most, size_t *length)
{
  static const uint8_t zero[sizeof(WCHAR)];
  const uint8_t *character = string;
  for (*length = 0; *length < most; *length += 1, character += width) {
    if ((*length == 0 || dxgmap_ddi_argument_enters_page(character, width)) &&
        !dxgmap_ddi_print_reach(printed, name, character, width)) {
      return false;
    }
    if (memcmp(character, zero, width) == 0) {
      return true;
    }
  }
  return true;
}

static size_t dxgmap_ddi_print_length(const dxgmap_ddi_printed *printed, const void *string, uint32_t width,
                                      size_t most)
{
  size_t length;
  (void)dxgmap_ddi_print_measure(printed, "a string to be printed", string, width, most, &length);
  return length;
}

/* ---- One argument ---- */

static void dxgmap_ddi_print_wide(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion,
                                  const WCHAR *text, size_t most)
{
  size_t length = 0;
  while (length < most && text[length] != UNICODE_NULL) {
    length++;
  }
  dxgmap_ddi_print_before(printed, conversion, length);
  for (size_t i = 0; i < length; i++) {
    char shown = '?';
    if (text[i] < 0x80) {
      shown = (char)text[i];
    }
    dxgmap_ddi_print_char(printed, shown);
  }
  dxgmap_ddi_print_behind(printed, conversion, length);
}

static void dxgmap_ddi_print_bytes(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion,
                                   const char *text, size_t length)
{
  dxgmap_ddi_print_before(printed, conversion, length);
  for (size_t i = 0; i < length; i++) {
    dxgmap_ddi_print_char(printed, text[i]);
  }
  dxgmap_ddi_print_behind(printed, conversion, length);
}

static void dxgmap_ddi_print_one(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, char character)
{
  dxgmap_ddi_print_bytes(printed, conversion, &character, 1);
}

/* How many characters of a string are asked for: its precision, if there is one, and no more than are shown. */
static size_t dxgmap_ddi_print_most(const dxgmap_ddi_conversion *conversion)
{
  return conversion->precision < DXGMAP_DDI_PRINTED ? conversion->precision : DXGMAP_DDI_PRINTED - 1;
}

static void dxgmap_ddi_print_text(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion,
                                  const char *string)
{
  static const char none[] = "(null)";
  size_t most = dxgmap_ddi_print_most(conversion);
  if (string == NULL) {
    dxgmap_ddi_print_bytes(printed, conversion, none, most < sizeof(none) - 1 ? most : sizeof(none) - 1);
  } else {
    dxgmap_ddi_print_bytes(printed, conversion, string, dxgmap_ddi_print_length(printed, string, 1, most));
  }
}

/* The analyser does not follow a va_list through a pointer, and takes it for one that was never started.
   NOLINTBEGIN(clang-analyzer-valist.Uninitialized) */

static const char *dxgmap_ddi_read_flags(const char *format, dxgmap_ddi_conversion *conversion)
{
  for (;; format++) {
    switch (*format) {
    case '-':
      conversion->left = true;
      break;
    case '+':
      conversion->plus = true;
      break;
    case ' ':
      conversion->space = true;
      break;
    case '#':
      conversion->alternate = true;
      break;
    case '0':
      conversion->zero = true;
      break;
    default:
      return format;
    }
  }
}

/* A number of characters, in digits or as the argument of a `*`. */
static const char *dxgmap_ddi_read_count(const char *format, va_list *arguments, int64_t *count)
{
  *count = 0;
  if (*format == '*') {
    *count = va_arg(*arguments, int);
    return format + 1;
  }
  for (; *format >= '0' && *format <= '9'; format++) {
    *count = *count < (int64_t)DXGMAP_DDI_PRINTED ? *count * 10 + (*format - '0') : *count;
  }
  return format;
}

static uint32_t dxgmap_ddi_characters(int64_t count)
{
  return count < (int64_t)DXGMAP_DDI_PRINTED ? (uint32_t)count : DXGMAP_DDI_PRINTED;
}

/* Reads flags, width and precision. A width below nought is a flag `-`, a precision below nought is none. */
static const char *dxgmap_ddi_read_shape(const char *format, dxgmap_ddi_conversion *conversion, va_list *arguments)
{
  int64_t count;
  format = dxgmap_ddi_read_count(dxgmap_ddi_read_flags(format, conversion), arguments, &count);
  conversion->left = conversion->left || count < 0;
  conversion->width = dxgmap_ddi_characters(count < 0 ? -count : count);
  if (*format == '.') {
    format = dxgmap_ddi_read_count(format + 1, arguments, &count);
    conversion->precision = count < 0 ? DXGMAP_DDI_NO_PRECISION : dxgmap_ddi_characters(count);
  }
  return format;
}

static const char *dxgmap_ddi_read_size(const char *format, dxgmap_ddi_conversion *conversion)
{
  static const struct {
    const char *name;
    size_t bytes;
  } size[] = {{"I64", 8}, {"I32", 4}, {"I", 8}, {"ll", 8}, {"l", 4}, {"hh", 1}, {"h", 2}, {"z", 8}, {"t", 8}, {"j", 8}};
  for (size_t i = 0; i < RTL_NUMBER_OF(size); i++) {
    size_t length = strlen(size[i].name);
    if (strncmp(format, size[i].name, length) == 0) {
      conversion->bytes = size[i].bytes;
      conversion->wide = strcmp(size[i].name, "l") == 0;
      return format + length;
    }
  }
  conversion->wide = *format == 'w';
  return conversion->wide ? format + 1 : format;
}

static uint64_t dxgmap_ddi_integer(const dxgmap_ddi_conversion *conversion, va_list *arguments)
{
  bool is_signed = conversion->letter == 'd' || conversion->letter == 'i';
  if (conversion->bytes == 8) {
    return va_arg(*arguments, uint64_t);
  }
  uint32_t number = va_arg(*arguments, uint32_t);
  if (conversion->bytes == 2) {
    return is_signed ? (uint64_t)(int16_t)number : (uint16_t)number;
  }
  if (conversion->bytes == 1) {
    return is_signed ? (uint64_t)(int8_t)number : (uint8_t)number;
  }
  return is_signed ? (uint64_t)(int32_t)number : number;
}

/* `string` is a UNICODE_STRING if it is wide, and else an ANSI_STRING, which has the same layout. */
static void dxgmap_ddi_print_counted(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion,
                                     const void *string)
{
  static const char name[] = "a string to be printed";
  ANSI_STRING head;
  if (string == NULL || !dxgmap_ddi_print_reach(printed, name, string, sizeof(head))) {
    return;
  }
  memcpy(&head, string, sizeof(head));
  if (head.Length == 0 || !dxgmap_ddi_print_reach(printed, name, head.Buffer, head.Length)) {
    return;
  }
  size_t most = conversion->precision < head.Length ? conversion->precision : head.Length;
  if (conversion->wide) {
    size_t length = head.Length / sizeof(WCHAR);
    dxgmap_ddi_print_wide(printed, conversion, (PCWSTR)(const void *)head.Buffer, most < length ? most : length);
  } else {
    dxgmap_ddi_print_bytes(printed, conversion, head.Buffer, most);
  }
}

static void dxgmap_ddi_print_string(dxgmap_ddi_printed *printed, dxgmap_ddi_conversion *conversion, va_list *arguments)
{
  const void *string = va_arg(*arguments, const void *);
  if (conversion->letter != 'S' && !conversion->wide) {
    dxgmap_ddi_print_text(printed, conversion, string);
  } else if (string != NULL) {
    size_t length = dxgmap_ddi_print_length(printed, string, sizeof(WCHAR), dxgmap_ddi_print_most(conversion));
    dxgmap_ddi_print_wide(printed, conversion, string, length);
  }
}

static void dxgmap_ddi_print_argument(dxgmap_ddi_printed *printed, dxgmap_ddi_conversion *conversion,
                                      va_list *arguments)
{
  switch (conversion->letter) {
  case 'd':
  case 'i':
  case 'u':
  case 'x':
  case 'X':
  case 'o':
    dxgmap_ddi_print_number(printed, conversion, dxgmap_ddi_integer(conversion, arguments));
    break;
  case 'p':
    conversion->letter = 'X';
    dxgmap_ddi_print_number(printed, conversion, (uint64_t)(uintptr_t)va_arg(*arguments, void *));
    break;
  case 'c':
  case 'C':
    dxgmap_ddi_print_one(printed, conversion, (char)va_arg(*arguments, int));
    break;
  case 's':
  case 'S':
    dxgmap_ddi_print_string(printed, conversion, arguments);
    break;
  case 'Z':
    dxgmap_ddi_print_counted(printed, conversion, va_arg(*arguments, const void *));
    break;
  default: /* `%%`, or no conversion of a kernel, which has no floating point */
    dxgmap_ddi_print_char(printed, conversion->letter);
    break;
  }
}

/* NOLINTEND(clang-analyzer-valist.Uninitialized) */

static ULONG dxgmap_ddi_debug_print(PCSTR format, va_list *arguments, const void *site)
{
  dxgmap_ddi_printed printed = {.length = 0, .site = site};
  size_t length;
  if (!dxgmap_ddi_print_measure(&printed, "Format", format, 1, SIZE_MAX, &length)) {
    return (ULONG)STATUS_INVALID_PARAMETER;
  }
  while (*format != '\0') {
    if (*format != '%') {
      dxgmap_ddi_print_char(&printed, *format);
      format++;
      continue;
    }
    dxgmap_ddi_conversion conversion = {.precision = DXGMAP_DDI_NO_PRECISION};
    format = dxgmap_ddi_read_size(dxgmap_ddi_read_shape(format + 1, &conversion, arguments), &conversion);
    conversion.letter = *format;
    if (*format != '\0') {
      dxgmap_ddi_print_argument(&printed, &conversion, arguments);
      format++;
    }
  }
  printed.text[printed.length] = '\0';
  fputs(printed.text, stderr);
  return STATUS_SUCCESS;
}

ULONG DbgPrint(PCSTR Format, ...)
{
  va_list arguments;
  va_start(arguments, Format);
  ULONG status = dxgmap_ddi_debug_print(Format, &arguments, DXGMAP_DDI_SITE);
  va_end(arguments);
  return status;
}

ULONG DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...)
{
  va_list arguments;
  (void)ComponentId;
  (void)Level;
  va_start(arguments, Format);
  ULONG status = dxgmap_ddi_debug_print(Format, &arguments, DXGMAP_DDI_SITE);
  va_end(arguments);
  return status;
}
