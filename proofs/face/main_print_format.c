/* SPDX-License-Identifier: MIT */
/* DbgPrint with any format of up to three letters, as a driver may have got it wrong; and with one that cannot be read,
   or not to its end. Every argument has a size that is large enough for any conversion. */
#include "check_print.h"

#include <stdlib.h>

#define fputs print_put
#include "model/ddi/callbacks/debug.c"
#undef fputs

#define FORMAT_LETTERS 3u

/* Which is a number, a width, and an address that nothing lies at: what a string is, main_print_text looks at. */
#define FORMAT_ARGUMENT ((uint64_t)8)

static void format_told(const char *format)
{
  check_told(DbgPrint(format, FORMAT_ARGUMENT, FORMAT_ARGUMENT, FORMAT_ARGUMENT));
}

static void any_letters(void)
{
  static char format[FORMAT_LETTERS + 1];
  Frama_C_make_unknown(format, FORMAT_LETTERS);
  format_told(format);
}

/* What is behind the end of the page must not be read. */
static void torn(void)
{
  char *format = malloc(FORMAT_LETTERS + 1);
  memset(format, 'a', FORMAT_LETTERS);
  print_end = format + FORMAT_LETTERS;
  ULONG status = DbgPrint(format);
  /*@ check refused: status == (ULONG)STATUS_INVALID_PARAMETER; */
  check_told(status);
}

static void none(const char *format)
{
  print_refused = true; /* NULL is not even asked about */
  ULONG status = DbgPrintEx(1, 2, format);
  /*@ check refused: status == (ULONG)STATUS_INVALID_PARAMETER; */
  check_told(status);
}

static void any(void)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    any_letters();
    break;
  case 1:
    torn();
    break;
  case 2:
    none(NULL);
    break;
  default:
    none(PRINT_NOWHERE);
    break;
  }
}

void main(void)
{
  with_and_without_lock(any);
}
