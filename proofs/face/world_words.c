/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "world_lock.h"

/* In place of world_host.c, where words are looked at: the lock, and text as model/host/interface/text.h promises it. A
   string ends in a zero within its room, and its letters are any; main_text looks at text.c itself. */

uint32_t dxgmap_host_irql(void)
{
  return Frama_C_unsigned_int_interval(0, 15);
}

dxgmap_host_location dxgmap_host_locate(const void *address)
{
  dxgmap_host_location where;
  (void)address;
  where.place = (dxgmap_host_place)Frama_C_unsigned_int_interval(DXGMAP_HOST_PLACE_UNKNOWN, DXGMAP_HOST_PLACE_RELEASED);
  where.window = Frama_C_unsigned_int_interval(0, 3);
  where.at = Frama_C_unsigned_long_interval(0, DXGMAP_WINDOW - 1);
  where.owner = world_any() ? WORLD_LIVE : 0;
  where.backed = Frama_C_interval(0, 1) != 0;
  where.framed = false;
  where.frame = world_any64();
  return where;
}

/* ---- Text ---- */

static void world_text_grow(dxgmap_host_text *text)
{
  if (text->descriptor < 0 && text->size > 1) {
    Frama_C_make_unknown(text->buffer, text->size - 1);
    text->length = Frama_C_unsigned_long_interval(0, text->size - 1);
  }
}

void dxgmap_host_text_to_string(dxgmap_host_text *text, char *string, size_t size)
{
  /*@ check room: \valid(string + (0 .. size - 1)); */
  text->buffer = string;
  text->size = size;
  text->length = 0;
  text->descriptor = -1;
  memset(string, 0, size);
}

void dxgmap_host_text_to_descriptor(dxgmap_host_text *text, int descriptor)
{
  text->buffer = text->own;
  text->size = sizeof(text->own);
  text->length = 0;
  text->descriptor = descriptor;
}

void dxgmap_host_text_to_descriptor_by(dxgmap_host_text *text, int descriptor, char *buffer, size_t size)
{
  /*@ check room: \valid(buffer + (0 .. size - 1)); */
  dxgmap_host_text_to_descriptor(text, descriptor);
  text->buffer = buffer;
  text->size = size;
}

void dxgmap_host_text_put(dxgmap_host_text *text, const char *string)
{
  (void)strlen(string); /* there is one */
  world_text_grow(text);
}

void dxgmap_host_text_decimal(dxgmap_host_text *text, uint64_t value)
{
  world_text_grow(text);
}

void dxgmap_host_text_hex(dxgmap_host_text *text, uint64_t value, uint32_t digits)
{
  world_text_grow(text);
}

void dxgmap_host_text_stack(dxgmap_host_text *text, const char *indent, const dxgmap_host_stack *stack)
{
  world_see(stack, sizeof(*stack));
  /*@ check stack: stack->count <= 24 && \initialized(&stack->lost); */
  /*@ check sites: \initialized(stack->site + (0 .. stack->count - 1)); */
  dxgmap_host_text_put(text, indent);
}

void dxgmap_host_text_flush(dxgmap_host_text *text)
{
  char *buffer = text->buffer;
  /*@ check buffer: \valid(buffer); */
}
