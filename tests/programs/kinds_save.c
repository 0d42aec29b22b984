/* SPDX-License-Identifier: MIT */
/* The frame buffer save area: pins, and pointers for the CPU. */
#include <string.h>

#include "kinds.h"

bool is_pinned(const driver *d, uint32_t index)
{
  for (uint32_t i = 0; i < HOLDS; i++) {
    const hold *h = &d->hold[i];
    if ((h->kind == K_PIN || h->kind == K_PIN2) && h->index == index) {
      return true;
    }
  }
  return false;
}

/* ---- Pins ---- */

static hold *pinned(driver *d, enum kind kind, uint32_t index, size_t bytes)
{
  hold *h = hold_new(d, kind, NULL);
  h->index = index;
  hold_memory(h, d->save[index], 0, bytes);
  tell(d, "  hold %u is save area %u, %zu bytes", hold_number(d, h), index, bytes);
  return h;
}

static hold *pin_mdl(driver *d, uint32_t index, size_t bytes, NTSTATUS *status)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {index, bytes, NULL};
  tell(d, "PinFrameBufferForSave(%u, %zu)", index, bytes);
  *status = d->dxgk.DxgkCbPinFrameBufferForSave(d->adapter, &pin);
  if (*status != STATUS_SUCCESS) {
    expect(d, "the MDL of a pin that failed", 0, (uintptr_t)pin.pMdl);
    return NULL;
  }
  hold *h = pinned(d, K_PIN, index, bytes);
  expect(d, "ByteCount of a pin", bytes, MmGetMdlByteCount(pin.pMdl));
  h->mdl = pin.pMdl;
  hold_pages(h, (uint32_t)(bytes / PAGE_SIZE));
  memcpy(h->page, MmGetMdlPfnArray(pin.pMdl), h->pages * sizeof(*h->page));
  return h;
}

static hold *pin_adl(driver *d, uint32_t index, size_t bytes, NTSTATUS *status)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
  memset(&pin, 0, sizeof(pin));
  pin.PhysicalAdapterIndex = index;
  pin.CommitSize = bytes;
  pin.Flags.PreferContiguous = draw_percent(&d->dice, 50) ? 1 : 0;
  tell(d, "PinFrameBufferForSave2(%u, %zu)", index, bytes);
  *status = d->dxgk.DxgkCbPinFrameBufferForSave2(d->adapter, &pin);
  if (*status != STATUS_SUCCESS) {
    expect(d, "the ADL of a pin that failed", 0, (uintptr_t)pin.pAdl);
    return NULL;
  }
  hold *h = pinned(d, K_PIN2, index, bytes);
  h->adl = pin.pAdl;
  hold_adl_pages(d, h);
  return h;
}

hold *take_pin_of(driver *d, uint32_t index, size_t bytes)
{
  NTSTATUS status = STATUS_SUCCESS;
  d->failures = dxgmap_failures();
  hold *h = d->uses_adl ? pin_adl(d, index, bytes, &status) : pin_mdl(d, index, bytes, &status);
  if (h == NULL) {
    (void)refused(d, STATUS_NO_MEMORY, status);
  }
  return h;
}

/* A save area that is there and not pinned; none: CHAIN_MAX. */
static uint32_t pin_index(driver *d)
{
  uint32_t index = draw_below(&d->dice, d->chain);
  return d->save_bytes[index] > 0 && !is_pinned(d, index) ? index : CHAIN_MAX;
}

static size_t pin_bytes(driver *d, uint32_t index)
{
  uint32_t pages = (uint32_t)(d->save_bytes[index] / PAGE_SIZE);
  return (size_t)PAGE_SIZE * (draw_percent(&d->dice, 50) ? pages : draw_from(&d->dice, 1, pages));
}

static enum outcome pin_by(driver *d, hold *(*pin)(driver *, uint32_t, size_t, NTSTATUS *))
{
  NTSTATUS status = STATUS_SUCCESS;
  uint32_t index = pin_index(d);
  if (index == CHAIN_MAX) {
    return NOT_NOW;
  }
  return pin(d, index, pin_bytes(d, index), &status) != NULL ? TOOK : refused(d, STATUS_NO_MEMORY, status);
}

enum outcome take_pin(driver *d)
{
  return pin_by(d, pin_mdl);
}

enum outcome take_pin2(driver *d)
{
  return pin_by(d, pin_adl);
}

NTSTATUS release_pin(driver *d, const hold *h)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {h->index};
  return d->dxgk.DxgkCbUnpinFrameBufferForSave(d->adapter, &unpin);
}

/* ---- Pointers ---- */

hold *take_pointer_of(driver *d, uint32_t index, size_t offset, size_t bytes)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {index, bytes, offset, NULL};
  d->failures = dxgmap_failures();
  tell(d, "MapFrameBufferPointer(%u, %zu at %zu)", index, bytes, offset);
  NTSTATUS status = d->dxgk.DxgkCbMapFrameBufferPointer(d->adapter, &map);
  if (status != STATUS_SUCCESS) {
    expect(d, "the address of a pointer that failed", 0, (uintptr_t)map.pBaseAddress);
    expect(d, "the Offset of a pointer that failed", offset, map.Offset);
    (void)refused(d, STATUS_NO_MEMORY, status);
    return NULL;
  }
  hold *h = hold_new(d, K_POINTER, NULL);
  h->index = index;
  h->base = map.pBaseAddress;
  h->cpu = (uint8_t *)map.pBaseAddress + map.Offset;
  hold_memory(h, d->save[index], offset, bytes);
  tell(d, "  hold %u", hold_number(d, h));
  return h;
}

enum outcome take_pointer(driver *d)
{
  uint32_t index = draw_below(&d->dice, d->chain);
  uint32_t pages = (uint32_t)(d->save_bytes[index] / PAGE_SIZE);
  if (pages == 0) {
    return NOT_NOW;
  }
  uint32_t first = draw_below(&d->dice, pages);
  uint32_t count = draw_from(&d->dice, 1, pages - first);
  return take_pointer_of(d, index, (size_t)first * PAGE_SIZE, (size_t)count * PAGE_SIZE) != NULL ? TOOK : REFUSED;
}

NTSTATUS release_pointer(driver *d, const hold *h)
{
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap;
  memset(&unmap, 0, sizeof(unmap));
  unmap.PhysicalAdapterIndex = h->index;
  unmap.pBaseAddress = h->base;
  return d->dxgk.DxgkCbUnmapFrameBufferPointer(d->adapter, &unmap);
}
