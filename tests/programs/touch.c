/* SPDX-License-Identifier: MIT */
#include "touch.h"

#include <string.h>

#define TOUCH_MAX (3u * PAGE_SIZE + 100u)

static void learn(driver *d, const char *what, store *s, size_t at, const uint8_t *seen, size_t length)
{
  for (size_t i = 0; i < length && !d->failed; i++) {
    if (s->known[at + i] != 0 && s->byte[at + i] != seen[i]) {
      tell(d, "  byte %zu of a memory of %zu", at + i, s->size);
      fault(d, what, s->byte[at + i], seen[i]);
    }
    s->byte[at + i] = seen[i];
    s->known[at + i] = 1;
  }
}

static void keep(store *s, size_t at, const uint8_t *written, size_t length)
{
  memcpy(s->byte + at, written, length);
  memset(s->known + at, 1, length);
}

static void draw_bytes(driver *d, uint8_t *bytes, size_t length)
{
  for (size_t i = 0; i < length; i += sizeof(uint64_t)) {
    uint64_t bits = draw_bits(&d->dice);
    memcpy(bytes + i, &bits, length - i < sizeof(bits) ? length - i : sizeof(bits));
  }
}

/* ---- The device ---- */

/* Bytes from here to the end of a run of pages that follow one another. */
static size_t run_of(const hold *h, size_t linear, size_t length)
{
  size_t i = linear / PAGE_SIZE;
  size_t run = PAGE_SIZE - linear % PAGE_SIZE;
  while (run < length && i + 1 < h->pages && h->page[i + 1] == h->page[i] + 1) {
    run += PAGE_SIZE;
    i++;
  }
  return run < length ? run : length;
}

static void device_move(driver *d, const hold *h, size_t from, uint8_t *to, const uint8_t *bytes, size_t length)
{
  size_t moved = 0;
  while (moved < length && !d->failed) {
    size_t linear = h->first + from + moved;
    size_t run = run_of(h, linear, length - moved);
    size_t done = 0;
    uint64_t logical = h->page[linear / PAGE_SIZE] * PAGE_SIZE + linear % PAGE_SIZE;
    uint32_t cause = to != NULL ? dxgmap_device_read(d->adapter, logical, to + moved, run, &done)
                                : dxgmap_device_write(d->adapter, logical, bytes + moved, run, &done);
    expect(d, "cause of an access of the device", DXGMAP_CAUSE_NONE, cause);
    expect(d, "bytes that the device moved", run, done);
    moved += run;
  }
}

void device_write(driver *d, const hold *h, size_t from, size_t length)
{
  uint8_t bytes[TOUCH_MAX];
  draw_bytes(d, bytes, length);
  touch_put(d, h, from, bytes, length);
}

void device_read(driver *d, const hold *h, size_t from, size_t length)
{
  uint8_t bytes[TOUCH_MAX];
  tell(d, "device reads hold %u, %zu bytes at %zu", hold_number(d, h), length, from);
  device_move(d, h, from, bytes, NULL, length);
  learn(d, "a byte that the device reads", h->memory, h->at + from, bytes, length);
}

/* ---- The CPU ---- */

void cpu_write(driver *d, const hold *h, size_t from, size_t length)
{
  uint8_t bytes[TOUCH_MAX];
  draw_bytes(d, bytes, length);
  tell(d, "CPU writes hold %u, %zu bytes at %zu", hold_number(d, h), length, from);
  memcpy(h->cpu + from, bytes, length);
  keep(h->memory, h->at + from, bytes, length);
}

void cpu_read(driver *d, const hold *h, size_t from, size_t length)
{
  tell(d, "CPU reads hold %u, %zu bytes at %zu", hold_number(d, h), length, from);
  learn(d, "a byte that the CPU reads", h->memory, h->at + from, h->cpu + from, length);
}

/* ---- Either ---- */

void touch_put(driver *d, const hold *h, size_t from, const uint8_t *bytes, size_t length)
{
  bool device = h->page != NULL;
  tell(d, "%s writes hold %u, %zu bytes at %zu", device ? "device" : "CPU", hold_number(d, h), length, from);
  if (device) {
    device_move(d, h, from, NULL, bytes, length);
  } else {
    memcpy(h->cpu + from, bytes, length);
  }
  keep(h->memory, h->at + from, bytes, length);
}

void touch_get(driver *d, const hold *h, size_t from, uint8_t *bytes, size_t length)
{
  if (h->page != NULL) {
    tell(d, "device reads hold %u, %zu bytes at %zu", hold_number(d, h), length, from);
    device_move(d, h, from, bytes, NULL, length);
  } else {
    tell(d, "CPU reads hold %u, %zu bytes at %zu", hold_number(d, h), length, from);
    memcpy(bytes, h->cpu + from, length);
  }
  learn(d, "a byte that is read", h->memory, h->at + from, bytes, length);
}

static bool by_device(const driver *d, const hold *h)
{
  return h->page != NULL && !d->silent;
}

/* The CPU reaches all but the memory of a device that is off. */
static bool by_cpu(const driver *d, const hold *h)
{
  return h->cpu != NULL && !(d->silent && h->memory == d->bar);
}

void touch_some(driver *d, const hold *h)
{
  size_t from = draw_below(&d->dice, h->bytes);
  size_t most = h->bytes - from < TOUCH_MAX ? h->bytes - from : TOUCH_MAX;
  size_t length = 1 + draw_below(&d->dice, draw_percent(&d->dice, 50) ? most : (most < 64 ? most : 64));
  bool write = draw_percent(&d->dice, 60);
  if (by_device(d, h) && (h->cpu == NULL || draw_percent(&d->dice, 50))) {
    if (write && !h->read_only) {
      device_write(d, h, from, length);
    } else {
      device_read(d, h, from, length);
    }
  } else if (by_cpu(d, h)) {
    if (write && !h->read_only) {
      cpu_write(d, h, from, length);
    } else {
      cpu_read(d, h, from, length);
    }
  }
}

void touch_all(driver *d, const hold *h)
{
  for (size_t from = 0; from < h->bytes && !d->failed; from += PAGE_SIZE) {
    size_t length = h->bytes - from < PAGE_SIZE ? h->bytes - from : PAGE_SIZE;
    if (by_device(d, h)) {
      device_read(d, h, from, length);
    }
    if (by_cpu(d, h)) {
      cpu_read(d, h, from, length);
    }
  }
}

void touch_bar(driver *d)
{
  uint8_t bytes[PAGE_SIZE];
  size_t at = draw_below(&d->dice, d->bar->size - PAGE_SIZE);
  size_t length = draw_from(&d->dice, 1, PAGE_SIZE);
  if (d->silent) {
    return;
  }
  draw_bytes(d, bytes, length);
  tell(d, "device changes its memory, %zu bytes at %zu", length, at);
  memcpy(d->bar_memory + at, bytes, length);
  keep(d->bar, at, bytes, length);
}
