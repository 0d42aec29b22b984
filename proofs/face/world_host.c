/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "world_lock.h"

/* The host, as model/host/interface promises it. */

static dxgmap_host_result world_result(void)
{
  return world_any() ? DXGMAP_HOST_OK : DXGMAP_HOST_NO_MEMORY;
}

/* No part is open: a call that is tried under its lock, and then made anew, is more than Eva tells apart. */
bool dxgmap_host_lock_part(uint32_t part)
{
  uint32_t depth = world_depth;
  /*@ check free: depth == 0; */
  return false;
}

uint32_t dxgmap_host_holder(void)
{
  return 0;
}

uint32_t dxgmap_host_irql(void)
{
  return Frama_C_unsigned_int_interval(0, 15);
}

uint64_t dxgmap_host_process(void)
{
  return world_any64();
}

void dxgmap_host_read_show(void)
{
}

void dxgmap_host_read_wait(uint32_t part)
{
}

const char *dxgmap_host_shortage(void)
{
  return world_any() ? "a limit" : NULL;
}

/* ---- the caller's pointers ---- */

bool dxgmap_host_on_stack(const void *address, uint64_t length)
{
  return world_writable && world_any();
}

bool dxgmap_host_probe(const void *address, uint64_t length, bool write)
{
  return (write ? world_writable : world_readable) && world_any();
}

dxgmap_host_location dxgmap_host_locate(const void *address)
{
  dxgmap_host_location where;
  switch (Frama_C_unsigned_int_interval(0, 3)) {
  case 0:
    where.place = DXGMAP_HOST_PLACE_UNKNOWN;
    break;
  case 1:
    where.place = DXGMAP_HOST_PLACE_FREE;
    break;
  case 2:
    where.place = DXGMAP_HOST_PLACE_LIVE;
    break;
  default:
    where.place = DXGMAP_HOST_PLACE_RELEASED;
    break;
  }
  where.window = Frama_C_unsigned_int_interval(0, 3);
  where.at = Frama_C_unsigned_long_interval(0, DXGMAP_WINDOW - 1);
  where.owner = world_any() ? WORLD_LIVE : 0;
  where.backed = world_any();
  where.framed = world_any();
  where.frame = world_any64();
  return where;
}

/* ---- frames ---- */

dxgmap_host_result dxgmap_host_frames_allocate(uint64_t first, uint64_t last, uint64_t count, uint64_t *frames)
{
  /*@ check room: \valid(frames + (0 .. count - 1)); */
  for (uint64_t i = 0; i < count && i < WORLD_PAGES; i++) {
    frames[i] = world_memory[i];
  }
  return world_result();
}

dxgmap_host_result dxgmap_host_frames_allocate_run(uint64_t first, uint64_t last, uint64_t boundary, uint64_t count,
                                                   uint64_t *base)
{
  if (world_any()) {
    return DXGMAP_HOST_NO_FRAMES;
  }
  *base = world_memory[0];
  for (uint64_t i = 0; i < WORLD_PAGES; i++) {
    world_memory[i] = world_memory[0] + i;
  }
  return DXGMAP_HOST_OK;
}

/* With just the room that is asked for. */
void *dxgmap_host_take_with(size_t bytes, size_t zeroed)
{
  /*@ check written: zeroed == 0; */
  return bytes > WORLD_PAGES * sizeof(uint64_t) || world_any() ? NULL : malloc(bytes);
}

void dxgmap_host_give(void *block, size_t bytes)
{
  /*@ check block: \valid((char *)block + (0 .. bytes - 1)); */
}

void dxgmap_host_frames_hold(const uint64_t *frames, uint64_t count)
{
  /*@ check list: \valid_read(frames + (0 .. count - 1)); */
}

void dxgmap_host_frames_drop(const uint64_t *frames, uint64_t count)
{
  /*@ check list: \valid_read(frames + (0 .. count - 1)); */
}

dxgmap_host_result dxgmap_host_frame_write(uint64_t frame, uint64_t offset, const void *from, uint64_t length)
{
  /*@ check bytes: \valid_read((const char *)from + (0 .. length - 1)); */
  return world_result();
}

/* ---- windows, sections ---- */

dxgmap_host_result dxgmap_host_window_claim(uint32_t window, uint64_t pages, uint64_t *at)
{
  /*@ check some: 0 < pages; */
  if (world_any() || pages >= DXGMAP_WINDOW) {
    return DXGMAP_HOST_NO_ROOM;
  }
  *at = Frama_C_unsigned_long_interval(0, DXGMAP_WINDOW - 8);
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_window_place_frames(uint32_t window, uint64_t at, const uint64_t *frames, uint64_t count)
{
  /*@ check list: \valid_read(frames + (0 .. count - 1)); */
  return world_result();
}

dxgmap_host_result dxgmap_host_window_place_device(uint32_t window, uint64_t at, uint64_t first_frame, uint64_t count)
{
  return world_result();
}

dxgmap_host_result dxgmap_host_window_place_section(uint32_t window, uint64_t at, uint32_t section, uint64_t first_page,
                                                    uint64_t count)
{
  return world_result();
}

void dxgmap_host_window_own(uint32_t window, uint64_t at, uint64_t pages, uint64_t handle)
{
}

void dxgmap_host_window_remove(uint32_t window, uint64_t at, uint64_t pages)
{
}

dxgmap_host_result dxgmap_host_kernel_map(const uint64_t *frames, uint64_t count, uint64_t owner, void **address)
{
  /*@ check list: \valid_read(frames + (0 .. count - 1)); */
  if (world_any()) {
    return DXGMAP_HOST_NO_ROOM;
  }
  *address = dxgmap_ddi.window.base;
  return DXGMAP_HOST_OK;
}

void dxgmap_host_kernel_unmap(void *address, uint64_t pages)
{
}

dxgmap_host_result dxgmap_host_section_pin(uint32_t section, const uint64_t *frames, uint64_t count)
{
  /*@ check list: \valid_read(frames + (0 .. count - 1)); */
  return world_result();
}

void dxgmap_host_section_unpin(uint32_t section)
{
}

/* ---- text ---- */

void dxgmap_host_text_to_string(dxgmap_host_text *text, char *string, size_t size)
{
  /*@ check room: \valid(string + (0 .. size - 1)); */
  text->buffer = string;
  text->size = size;
  text->length = 0;
  string[0] = 0;
}

void dxgmap_host_text_to_descriptor(dxgmap_host_text *text, int descriptor)
{
  text->buffer = text->own;
  text->size = sizeof(text->own);
  text->length = 0;
}

void dxgmap_host_text_put(dxgmap_host_text *text, const char *string)
{
  /*@ check words: \valid_read(string); */
  text->length = Frama_C_unsigned_long_interval(0, text->size);
}

void dxgmap_host_text_decimal(dxgmap_host_text *text, uint64_t value)
{
  text->length = Frama_C_unsigned_long_interval(0, text->size);
}

void dxgmap_host_text_hex(dxgmap_host_text *text, uint64_t value, uint32_t digits)
{
  text->length = Frama_C_unsigned_long_interval(0, text->size);
}

void dxgmap_host_text_flush(dxgmap_host_text *text)
{
  char *buffer = text->buffer;
  /*@ check buffer: \valid(buffer); */
}
