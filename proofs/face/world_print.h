/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_PRINT_H
#define DXGMAP_FACE_WORLD_PRINT_H

/* What DbgPrint stands on: the line of printed.h, of which main_printed shows that every call leaves its length within
   its room and the zero at its end; and the probes of argument.h. First of all, because of the strings. */

#include "world_compare.h"

#include <stdio.h>

#include "world.c"

#include "ddi/call/argument.h"
#include "ddi/callbacks/printed.h"

#define PRINT_NOWHERE ((void *)8)

static bool print_locked;     /* this thread has the lock of the library */
static bool print_refused;    /* a probe has found what cannot be read */
static uint32_t print_lines;  /* that went to standard error */
static const char *print_end; /* the first byte of a page that cannot be read */

/* ---- Memory ---- */

static bool print_reaches_end(const void *at, uint64_t bytes)
{
  for (uint64_t i = 0; i < bytes; i++) {
    if ((const char *)at + i == print_end) {
      return true;
    }
  }
  return false;
}

static bool print_there(const void *at, uint64_t bytes)
{
  return at != NULL && (uintptr_t)at != 8 && !print_reaches_end(at, bytes) && world_any();
}

bool dxgmap_ddi_argument_good(const void *at, uint64_t bytes, bool write)
{
  /*@ check read: !write && 0 < bytes; */
  bool there = print_there(at, bytes);
  print_refused = print_refused || !there;
  return there;
}

/* Which takes the lock, and may find what the last look did not. */
bool dxgmap_ddi_argument_first(uint32_t operation, const char *name, const void *at, uint64_t bytes, bool write,
                               const void *site)
{
  bool locked = print_locked;
  (void)strlen(name);
  /*@ check free: !locked; */
  /*@ check read: operation == DXGMAP_OPERATION_DEBUG_PRINT && !write && 0 < bytes; */
  print_refused = !print_there(at, bytes);
  return !print_refused;
}

bool dxgmap_ddi_argument_enters_page(const void *character, uint32_t width)
{
  return print_reaches_end(character, width) || world_any();
}

bool dxgmap_host_locked(void)
{
  return print_locked;
}

/* ---- The line ---- */

static void print_grow(dxgmap_ddi_printed *printed)
{
  size_t length = printed->length;
  /*@ check within: length < DXGMAP_DDI_PRINTED; */
  Frama_C_make_unknown(printed->text, sizeof(printed->text) - 1);
  printed->length = Frama_C_unsigned_long_interval(0, sizeof(printed->text) - 1);
}

static void print_shape(const dxgmap_ddi_conversion *conversion)
{
  uint32_t width = conversion->width;
  uint32_t precision = conversion->precision;
  /*@ check width: width <= DXGMAP_DDI_PRINTED; */
  /*@ check precision: precision <= DXGMAP_DDI_PRINTED || precision == DXGMAP_DDI_NO_PRECISION; */
}

void dxgmap_ddi_print_char(dxgmap_ddi_printed *printed, char character)
{
  (void)character;
  print_grow(printed);
}

void dxgmap_ddi_print_before(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, size_t length)
{
  (void)length;
  print_shape(conversion);
  print_grow(printed);
}

void dxgmap_ddi_print_behind(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, size_t length)
{
  (void)length;
  print_shape(conversion);
  print_grow(printed);
}

void dxgmap_ddi_print_number(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, uint64_t number)
{
  char letter = conversion->letter;
  (void)number;
  /*@ check letter: letter == 'd' || letter == 'i' || letter == 'u' || letter == 'x' || letter == 'X' || letter == 'o';
   */
  print_shape(conversion);
  print_grow(printed);
}

/* In place of fputs, to standard error. */
static int print_put(const char *line, FILE *file)
{
  size_t length = strlen(line);
  (void)file;
  /*@ check room: length < DXGMAP_DDI_PRINTED; */
  print_lines += 1;
  return (int)world_any32();
}

#endif
