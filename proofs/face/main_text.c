/* SPDX-License-Identifier: MIT */
/* Text of reports: what world_text.c promises of it. */
#include <stdbool.h>
#include <stdint.h>

#include "__fc_builtin.h"

#include "model/host/reports/text.c"
#include "see.h"

#define TEXT_ROOM 8u

static bool any(void)
{
  return Frama_C_interval(0, 1) != 0;
}

/* ---- What it stands on ---- */

void dxgmap_os_print(int descriptor, const char *bytes, size_t length)
{
  world_see(bytes, length);
  /*@ check there: \valid_read(bytes + (0 .. length - 1)) && \initialized(bytes + (0 .. length - 1)); */
  /*@ check to: descriptor == 2; */
}

bool dxgmap_os_terminal(int descriptor)
{
  return any();
}

int dxgmap_os_stream_open(const char *path)
{
  return Frama_C_interval(-1, INT32_MAX);
}

void dxgmap_os_stream_close(int descriptor)
{
}

uint64_t dxgmap_os_process_number(void)
{
  return Frama_C_unsigned_long_interval(1, UINT64_MAX);
}

/* The functions of a site: up to two, known or not. */
void dxgmap_host_functions_of(const void *site, dxgmap_host_function_visitor *visitor, void *context)
{
  const char *name = any() ? "f" : "";
  dxgmap_host_function function = {name, name, name, 7, 16, true};
  if (any()) {
    visitor(&function, context);
  }
  function.inlined = false;
  visitor(&function, context);
}

/* ---- What is written ---- */

static void put(dxgmap_host_text *text)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    dxgmap_host_text_put(text, any() ? "" : "defg");
    break;
  case 1:
    dxgmap_host_text_decimal(text, Frama_C_unsigned_long_interval(0, UINT64_MAX));
    break;
  case 2:
    dxgmap_host_text_hex(text, Frama_C_unsigned_long_interval(0, UINT64_MAX),
                         any() ? 8 : Frama_C_unsigned_int_interval(0, UINT32_MAX));
    break;
  default:
    dxgmap_host_text_put(text, "a text that is longer than the room that there is for it");
    break;
  }
}

static void string(size_t size)
{
  char room[TEXT_ROOM];
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, room, size);
  dxgmap_host_text_put(&text, any() ? "abc" : any() ? "" : "abcdefgh");
  put(&text);
  dxgmap_host_text_flush(&text);
  /*@ check within: size == 0 || text.length < size; */
  if (size != 0) {
    /*@ check ends: room[text.length] == 0; */
  }
}

static void descriptor(void)
{
  char room[TEXT_ROOM];
  dxgmap_host_text text;
  dxgmap_host_stack stack = {.count = Frama_C_unsigned_int_interval(0, 1), .lost = any()};
  stack.site[0] = room;
  dxgmap_host_text_to_descriptor_by(&text, 2, room, sizeof(room));
  if (any()) {
    dxgmap_host_text_put(&text, "abc");
    dxgmap_host_text_put(&text, "a text that is longer than the room that there is for it");
    dxgmap_host_text_hex(&text, 0x1234567890ABCDEF, 20);
    dxgmap_host_text_decimal(&text, UINT64_MAX);
  } else {
    dxgmap_host_text_stack(&text, "  ", &stack);
  }
  dxgmap_host_text_flush(&text);
  /*@ check written: text.length == 0; */
}

void main(void)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    string(0);
    break;
  case 1:
    string(1);
    break;
  case 2:
    string(TEXT_ROOM);
    break;
  default:
    descriptor();
    break;
  }
}
