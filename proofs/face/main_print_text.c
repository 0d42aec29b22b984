/* SPDX-License-Identifier: MIT */
/* DbgPrint of strings: of bytes and of wide characters, that end in a zero, where the format says, or where a page
   begins that cannot be read; counted ones; and none. */
#include "check_print.h"

#include <stdlib.h>

#define fputs print_put
#include "model/ddi/callbacks/debug.c"
#undef fputs

#define TEXT_LETTERS 3u

static void text(const char *format, const void *string)
{
  check_told(DbgPrint(format, string, (int)world_any32()));
}

/* The precision is an argument too. */
static void text_told(const char *format, int most, const void *string)
{
  check_told(DbgPrint(format, most, string, (int)world_any32()));
}

/* A string of bytes that ends in a zero within its room. */
static const char *ended(void)
{
  static char string[TEXT_LETTERS + 1];
  Frama_C_make_unknown(string, TEXT_LETTERS);
  return string;
}

static const WCHAR *ended_wide(void)
{
  static WCHAR string[TEXT_LETTERS + 1];
  Frama_C_make_unknown((char *)string, TEXT_LETTERS * sizeof(string[0]));
  return string;
}

/* Memory that has letters up to the page that cannot be read; what was not written there must not be read. */
static const char *torn(void)
{
  char *string = malloc(TEXT_LETTERS + 1);
  memset(string, 'a', TEXT_LETTERS);
  print_end = string + TEXT_LETTERS;
  return string;
}

/* Of one character and a half. */
static const WCHAR *torn_wide(void)
{
  return (const WCHAR *)(const void *)torn();
}

static void bytes(const char *format)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    text(format, ended());
    break;
  case 1:
    text(format, torn());
    break;
  case 2:
    text(format, NULL);
    break;
  default:
    text(format, PRINT_NOWHERE);
    break;
  }
}

static void wide(const char *format)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    text(format, ended_wide());
    break;
  case 1:
    text(format, torn_wide());
    break;
  case 2:
    text(format, NULL);
    break;
  default:
    text(format, PRINT_NOWHERE);
    break;
  }
}

/* As many letters as the format asks for, and no zero behind them. */
static const void *unended(size_t size)
{
  char *string = malloc(size);
  memset(string, 'a', size);
  return string;
}

static void precise(void)
{
  switch (Frama_C_interval(0, 6)) {
  case 0:
    text("%.2s%u", unended(2));
    break;
  case 1:
    text("%-9.2S%d", unended(2 * sizeof(WCHAR)));
    break;
  case 2:
    text("%.1ws%d", unended(sizeof(WCHAR)));
    break;
  case 3:
    text("%.s%x", PRINT_NOWHERE); /* of which nothing is asked for */
    break;
  case 4:
    text_told("%.*s%x", 2, unended(2));
    break;
  case 5:
    text_told("%.*ls%x", 2, unended(2 * sizeof(WCHAR)));
    break;
  default:
    text_told("%*.3s%x", (int)world_any32(), ended());
    break;
  }
}

/* ---- Counted ---- */

/* A head of so many bytes of text, which are there, or nowhere. */
static void counted(const char *format, uint16_t length, void *buffer)
{
  static ANSI_STRING head;
  head.Length = length;
  head.MaximumLength = (USHORT)Frama_C_interval(0, UINT16_MAX);
  head.Buffer = buffer;
  text(format, &head);
}

static void *some(size_t size)
{
  char *string = malloc(size);
  Frama_C_make_unknown(string, size);
  return string;
}

static void heads(const char *format)
{
  switch (Frama_C_interval(0, 6)) {
  case 0:
    counted(format, 0, Frama_C_nondet_ptr(PRINT_NOWHERE, NULL));
    break;
  case 1:
    counted(format, 1, some(1));
    break;
  case 2:
    counted(format, 2, some(2));
    break;
  case 3:
    counted(format, 5, some(5));
    break;
  case 4:
    counted(format, 2, Frama_C_nondet_ptr(PRINT_NOWHERE, NULL));
    break;
  case 5:
    text(format, NULL);
    break;
  default:
    text(format, PRINT_NOWHERE);
    break;
  }
}

static void strings(void)
{
  switch (Frama_C_interval(0, 11)) {
  case 0:
    bytes("%s%d");
    break;
  case 1:
    bytes("a%-2.2hs%u");
    break;
  case 2:
    bytes("%999s%c");
    break;
  case 3:
    wide("%S%d");
    break;
  case 4:
    wide("%ls%d");
    break;
  case 5:
    wide("%9.2ws%x");
    break;
  case 6:
    heads("%Z%d");
    break;
  case 7:
    heads("%.1Z%d");
    break;
  case 8:
    heads("%wZ%d");
    break;
  case 9:
    heads("%-9.1wZ%d");
    break;
  case 10:
    heads("%lZ%d");
    break;
  default:
    precise();
    break;
  }
}

void main(void)
{
  with_and_without_lock(strings);
}
