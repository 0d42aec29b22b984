/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "dxgmap_debug.h"
#include "dxgmap_string.h"

/* DbgPrint, whose conversions are those of Windows: a long has 32 bits and a wide character 16. The loader of a driver
   may have its own, which then is taken: so they are weak. */

#ifndef _WIN32 /* whose linkers have no weak definitions */
#pragma weak DbgPrint
#pragma weak DbgPrintEx
#endif

#define DXGMAP_DDI_PRINTED 512u /* what Windows sends at most at a time */
#define DXGMAP_DDI_CONVERSION 64u

typedef struct {
  char text[DXGMAP_DDI_PRINTED];
  size_t length;
  const void *site;
} dxgmap_ddi_printed;

/* One conversion: how many bytes its argument has, 0 when the letter says; what C calls it; its letter. */
typedef struct {
  size_t bytes;
  bool wide;
  char letter;
  char c[DXGMAP_DDI_CONVERSION]; /* "%-08" and so on, without size and letter */
  size_t c_length;
} dxgmap_ddi_conversion;

static void dxgmap_ddi_print_char(dxgmap_ddi_printed *printed, char character)
{
  if (printed->length + 1 < sizeof(printed->text)) {
    printed->text[printed->length] = character;
    printed->length++;
  }
}

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

static void dxgmap_ddi_print_wide(dxgmap_ddi_printed *printed, const WCHAR *text, size_t length)
{
  for (size_t i = 0; i < length && text[i] != UNICODE_NULL; i++) {
    char shown = '?';
    if (text[i] < 0x80) {
      shown = (char)text[i];
    }
    dxgmap_ddi_print_char(printed, shown);
  }
}

static void dxgmap_ddi_print_number(dxgmap_ddi_printed *printed, dxgmap_ddi_conversion *conversion, uint64_t number)
{
  char text[DXGMAP_DDI_PRINTED];
  snprintf(conversion->c + conversion->c_length, sizeof(conversion->c) - conversion->c_length, "ll%c",
           conversion->letter);
  snprintf(text, sizeof(text), conversion->c, (unsigned long long)number);
  for (const char *at = text; *at != '\0'; at++) {
    dxgmap_ddi_print_char(printed, *at);
  }
}

/* How many characters of a string are asked for: its precision, if there is one, and no more than are shown. */
static size_t dxgmap_ddi_print_most(const dxgmap_ddi_conversion *conversion)
{
  const char *point = strchr(conversion->c, '.');
  unsigned long most = point != NULL ? strtoul(point + 1, NULL, 10) : DXGMAP_DDI_PRINTED;
  return most < DXGMAP_DDI_PRINTED ? (size_t)most : DXGMAP_DDI_PRINTED - 1;
}

static void dxgmap_ddi_print_text(dxgmap_ddi_printed *printed, dxgmap_ddi_conversion *conversion, const char *string)
{
  char text[DXGMAP_DDI_PRINTED];
  char copy[DXGMAP_DDI_PRINTED] = "(null)";
  if (string != NULL) {
    size_t length = dxgmap_ddi_print_length(printed, string, 1, dxgmap_ddi_print_most(conversion));
    memcpy(copy, string, length);
    copy[length] = '\0';
  }
  snprintf(conversion->c + conversion->c_length, sizeof(conversion->c) - conversion->c_length, "s");
  snprintf(text, sizeof(text), conversion->c, copy);
  for (const char *at = text; *at != '\0'; at++) {
    dxgmap_ddi_print_char(printed, *at);
  }
}

static void dxgmap_ddi_conversion_add(dxgmap_ddi_conversion *conversion, char character)
{
  if (conversion->c_length + 8 < sizeof(conversion->c)) {
    conversion->c[conversion->c_length] = character;
    conversion->c_length++;
  }
}

/* The analyser does not follow a va_list through a pointer, and takes it for one that was never started.
   NOLINTBEGIN(clang-analyzer-valist.Uninitialized) */

/* Reads flags, width and precision; a `*` takes an argument. */
static const char *dxgmap_ddi_read_shape(const char *format, dxgmap_ddi_conversion *conversion, va_list *arguments)
{
  while (*format != '\0' && strchr("-+ #0123456789.*", *format) != NULL) {
    if (*format == '*') {
      char number[16];
      snprintf(number, sizeof(number), "%d", va_arg(*arguments, int));
      for (const char *at = number; *at != '\0'; at++) {
        dxgmap_ddi_conversion_add(conversion, *at);
      }
    } else {
      dxgmap_ddi_conversion_add(conversion, *format);
    }
    format++;
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
static void dxgmap_ddi_print_counted(dxgmap_ddi_printed *printed, bool wide, const void *string)
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
  if (wide) {
    dxgmap_ddi_print_wide(printed, (PCWSTR)(const void *)head.Buffer, head.Length / sizeof(WCHAR));
    return;
  }
  for (size_t i = 0; i < head.Length; i++) {
    dxgmap_ddi_print_char(printed, head.Buffer[i]);
  }
}

static void dxgmap_ddi_print_string(dxgmap_ddi_printed *printed, dxgmap_ddi_conversion *conversion, va_list *arguments)
{
  const void *string = va_arg(*arguments, const void *);
  if (conversion->letter != 'S' && !conversion->wide) {
    dxgmap_ddi_print_text(printed, conversion, string);
  } else if (string != NULL) {
    size_t length = dxgmap_ddi_print_length(printed, string, sizeof(WCHAR), dxgmap_ddi_print_most(conversion));
    dxgmap_ddi_print_wide(printed, string, length);
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
    dxgmap_ddi_print_char(printed, (char)va_arg(*arguments, int));
    break;
  case 's':
  case 'S':
    dxgmap_ddi_print_string(printed, conversion, arguments);
    break;
  case 'Z':
    dxgmap_ddi_print_counted(printed, conversion->wide, va_arg(*arguments, const void *));
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
    dxgmap_ddi_conversion conversion = {.c = "%", .c_length = 1};
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
