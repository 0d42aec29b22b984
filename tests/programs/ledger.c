/* SPDX-License-Identifier: MIT */
#include "ledger.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

atomic_bool any_failed;

/* ---- Memory ---- */

static void *fresh(size_t size)
{
  void *memory = calloc(1, size > 0 ? size : 1);
  if (memory == NULL) {
    abort();
  }
  return memory;
}

store *store_new(size_t size)
{
  store *s = fresh(sizeof(*s));
  s->size = size;
  s->users = 1;
  s->byte = fresh(size);
  s->known = fresh(size);
  return s;
}

void store_use(store *s)
{
  s->users++;
}

void store_drop(store *s)
{
  if (s == NULL || --s->users > 0) {
    return;
  }
  free(s->byte);
  free(s->known);
  free(s);
}

void store_forget(store *s)
{
  memset(s->known, 0, s->size);
}

void store_zero(store *s)
{
  memset(s->byte, 0, s->size);
  memset(s->known, 1, s->size);
}

/* ---- What is said ---- */

void tell(driver *d, const char *format, ...)
{
  va_list values;
  va_start(values, format);
  (void)vsnprintf(d->call[d->calls % CALLS], CALL_TEXT, format, values);
  va_end(values);
  d->calls++;
}

void fault(driver *d, const char *what, uint64_t expected, uint64_t seen)
{
  flockfile(stdout);
  printf("seed %" PRIu64 ", driver %" PRIu32 ", step %" PRIu32 ": %s: expected 0x%" PRIx64 ", seen 0x%" PRIx64 "\n",
         d->seed, d->number, d->step, what, expected, seen);
  for (uint32_t i = d->calls > CALLS ? d->calls - CALLS : 0; i < d->calls; i++) {
    printf("  %s\n", d->call[i % CALLS]);
  }
  funlockfile(stdout);
  d->failed = true;
  atomic_store(&any_failed, true);
}

void expect(driver *d, const char *what, uint64_t expected, uint64_t seen)
{
  if (expected != seen && !d->failed) {
    fault(d, what, expected, seen);
  }
}

enum outcome refused(driver *d, NTSTATUS wanted, NTSTATUS seen)
{
  tell(d, "  refused: 0x%08" PRIx32, (uint32_t)seen);
  if (!d->tight) {
    expect(d, "the status of a call that fails on purpose", (uint32_t)wanted, (uint32_t)seen);
    expect(d, "a call that fails does so on purpose", true, dxgmap_failures() > d->failures);
  }
  return REFUSED;
}

/* ---- Entries ---- */

const char *kind_name(enum kind kind)
{
  static const char *const names[KINDS] = {
      "nothing", "pin",        "pin2",   "pointer",        "pool", "heap",        "MDL",  "IOMMU map", "MDL view",
      "pages",   "contiguous", "object", "adapter object", "ADL",  "object view", "view", "video view"};
  return names[kind];
}

uint32_t hold_number(const driver *d, const hold *h)
{
  return (uint32_t)(h - d->hold);
}

hold *hold_parent(driver *d, const hold *h)
{
  return h->parent > 0 ? &d->hold[h->parent - 1] : NULL;
}

hold *hold_new(driver *d, enum kind kind, hold *parent)
{
  for (uint32_t i = 0; i < HOLDS; i++) {
    hold *h = &d->hold[i];
    if (h->kind == K_NOTHING) {
      memset(h, 0, sizeof(*h));
      h->kind = kind;
      if (parent != NULL) {
        h->parent = hold_number(d, parent) + 1;
        parent->children++;
      }
      return h;
    }
  }
  return NULL;
}

void hold_memory(hold *h, store *memory, size_t at, size_t bytes)
{
  store_use(memory);
  h->memory = memory;
  h->at = at;
  h->bytes = bytes;
}

void hold_pages(hold *h, uint32_t count)
{
  h->pages = count;
  h->page = fresh(count * sizeof(*h->page));
}

void hold_adl_pages(driver *d, hold *h)
{
  hold_pages(h, (uint32_t)(h->bytes / PAGE_SIZE));
  expect(d, "PageCount of an ADL", h->pages, h->adl->PageCount);
  expect(d, "reserved flags of an ADL", 0, h->adl->Flags.Reserved);
  for (uint32_t i = 0; i < h->pages && !d->failed; i++) {
    h->page[i] = h->adl->Flags.Contiguous != 0 ? h->adl->BasePageNumber + i : h->adl->Pages[i];
  }
}

void hold_end(driver *d, hold *h)
{
  hold *parent = hold_parent(d, h);
  if (parent != NULL) {
    parent->children--;
  }
  store_drop(h->memory);
  free(h->page);
  memset(h, 0, sizeof(*h));
}

hold *hold_any(driver *d, bool (*question)(const driver *d, const hold *h))
{
  uint32_t count = 0;
  hold *chosen = NULL;
  for (uint32_t i = 0; i < HOLDS; i++) {
    hold *h = &d->hold[i];
    if (h->kind != K_NOTHING && question(d, h)) {
      count++;
      chosen = draw_below(&d->dice, count) == 0 ? h : chosen;
    }
  }
  return chosen;
}

uint32_t hold_count(const driver *d)
{
  uint32_t count = 0;
  for (uint32_t i = 0; i < HOLDS; i++) {
    count += d->hold[i].kind != K_NOTHING;
  }
  return count;
}
