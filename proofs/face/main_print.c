/* SPDX-License-Identifier: MIT */
/* DbgPrint of numbers, addresses and letters: a format for each size, letter and shape, one at a time, since what a
   call takes from its arguments depends on it. Each is followed by a conversion that is of another width. */
#include "check_print.h"

#define fputs print_put
#include "model/ddi/callbacks/debug.c"
#undef fputs

/* Of 32 bits, or of fewer, that are handed over as 32. */
static void narrow(const char *format)
{
  check_told(DbgPrint(format, (int)world_any32(), world_any64()));
}

static void wide(const char *format)
{
  check_told(DbgPrint(format, world_any64(), (int)world_any32()));
}

static void letters(const char *format)
{
  check_told(DbgPrintEx(1, 2, format, Frama_C_interval(-128, 255), world_any64()));
}

static void address(void)
{
  check_told(DbgPrint("%p%u", Frama_C_nondet_ptr(WORLD_OWN, PRINT_NOWHERE), world_any32()));
}

/* With a width, a precision, or both in the arguments. */
static void shaped(const char *format)
{
  check_told(DbgPrint(format, (int)world_any32(), (int)world_any32(), world_any64()));
}

static void both(void)
{
  check_told(DbgPrint("%-+ #0*.*I64d%c", (int)world_any32(), (int)world_any32(), world_any64(), 'a'));
}

static void narrow_sizes(void)
{
  switch (Frama_C_interval(0, 7)) {
  case 0:
    narrow("%d%I64d");
    break;
  case 1:
    narrow("%I32i%I64u");
    break;
  case 2:
    narrow("%lu%llx");
    break;
  case 3:
    narrow("%hx%Ix");
    break;
  case 4:
    narrow("%hhX%zu");
    break;
  case 5:
    narrow("%hd%td");
    break;
  case 6:
    narrow("%hhi%jd");
    break;
  default:
    narrow("%wo%I64o");
    break;
  }
}

static void wide_sizes(void)
{
  switch (Frama_C_interval(0, 5)) {
  case 0:
    wide("%I64d%d");
    break;
  case 1:
    wide("%Ii%I32u");
    break;
  case 2:
    wide("%llu%lx");
    break;
  case 3:
    wide("%zx%hX");
    break;
  case 4:
    wide("%tX%hhd");
    break;
  default:
    wide("%jo%o");
    break;
  }
}

static void shapes(void)
{
  switch (Frama_C_interval(0, 5)) {
  case 0:
    shaped("%*d%I64d");
    break;
  case 1:
    shaped("%.*x%I64x");
    break;
  case 2:
    shaped("%07.3u%.99999999999999999999i%llu"); /* a number that no width has */
    break;
  case 3:
    shaped("%99999999999999999999X%d%zu");
    break;
  case 4:
    shaped("%-*lc%Iu");
    break;
  default:
    both();
    break;
  }
}

static void any(void)
{
  switch (Frama_C_interval(0, 5)) {
  case 0:
    narrow_sizes();
    break;
  case 1:
    wide_sizes();
    break;
  case 2:
    shapes();
    break;
  case 3:
    letters("a%c%I64x");
    break;
  case 4:
    letters("%5C b%I64x%%");
    break;
  default:
    address();
    break;
  }
}

void main(void)
{
  with_and_without_lock(any);
}
