/* SPDX-License-Identifier: MIT */
/* Views of the device's own memory: DxgkCbMapMemory, and the video port. */
#include <string.h>

#include "kinds.h"

static hold *view_hold(driver *d, enum kind kind, PVOID address, size_t from, size_t bytes)
{
  hold *h = hold_new(d, kind, NULL);
  h->base = address;
  h->cpu = address;
  hold_memory(h, d->bar, from, bytes);
  tell(d, "  hold %u, %s, %zu bytes at %zu", hold_number(d, h), kind_name(kind), bytes, from);
  return h;
}

static size_t some_place(driver *d, ULONG *length)
{
  size_t from = draw_below(&d->dice, BAR_PAGES * PAGE_SIZE);
  if (draw_percent(&d->dice, 60)) {
    from -= from % PAGE_SIZE;
  }
  size_t most = (size_t)BAR_PAGES * PAGE_SIZE - from;
  *length = 1 + draw_below(&d->dice, most < 5u * PAGE_SIZE ? most : 5u * PAGE_SIZE);
  return from;
}

/* ---- DxgkCbMapMemory ---- */

enum outcome take_view(driver *d)
{
  ULONG length;
  PHYSICAL_ADDRESS start;
  PVOID address = NULL;
  bool user = draw_percent(&d->dice, 30);
  size_t from = some_place(d, &length);
  start.QuadPart = (LONGLONG)(d->bar_start + from);
  tell(d, "DxgkCbMapMemory(%s)", user ? "user" : "kernel");
  NTSTATUS status =
      d->dxgk.DxgkCbMapMemory(d->dxgk.DeviceHandle, start, length, FALSE, user ? TRUE : FALSE, d->cache, &address);
  if (status != STATUS_SUCCESS) {
    expect(d, "the address of a map that failed", 0, (uintptr_t)address);
    return refused(d, STATUS_INSUFFICIENT_RESOURCES, status);
  }
  hold *h = view_hold(d, K_VIEW, address, from, length);
  h->user = user;
  h->process = d->process;
  return TOOK;
}

NTSTATUS release_view(driver *d, const hold *h)
{
  return d->dxgk.DxgkCbUnmapMemory(d->dxgk.DeviceHandle, h->base);
}

/* ---- The video port ---- */

/* A miniport that maps the same range again earns a warning. */
static bool has_video_view_at(const driver *d, size_t from)
{
  for (uint32_t i = 0; i < HOLDS; i++) {
    if (d->hold[i].kind == K_VIDEO && d->hold[i].at == from) {
      return true;
    }
  }
  return false;
}

enum outcome take_video(driver *d)
{
  ULONG length;
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY;
  PHYSICAL_ADDRESS start;
  PVOID address = NULL;
  size_t from = some_place(d, &length);
  size_t bytes = length;
  if (has_video_view_at(d, from)) {
    return NOT_NOW;
  }
  start.QuadPart = (LONGLONG)(d->bar_start + from);
  tell(d, "VideoPortMapMemory");
  VP_STATUS status = VideoPortMapMemory(d->extension, start, &length, &space, &address);
  if (status != NO_ERROR) {
    return refused(d, ERROR_INVALID_PARAMETER, (NTSTATUS)status);
  }
  expect(d, "the Length that comes out is no less", true, length >= bytes);
  (void)view_hold(d, K_VIDEO, address, from, bytes);
  return TOOK;
}

/* Any address inside will do. */
NTSTATUS release_video(driver *d, const hold *h)
{
  return (NTSTATUS)VideoPortUnmapMemory(d->extension, h->cpu + draw_below(&d->dice, h->bytes), NULL);
}
