/* SPDX-License-Identifier: MIT */
/* One reservation for all that lasts: three parts, in each of which the next piece follows the last. */
#include "host/base/span.h"
#include "host/os/os.h"

#include <string.h>

/* Small pieces are dumped, as small regions are, and lie side by side, so that their page tables are few. */
#define DXGMAP_HOST_SPAN_SMALL ((size_t)1 << 20)  /* bytes, at most */
#define DXGMAP_HOST_SPAN_DUMPED ((size_t)1 << 21) /* of all of them */

typedef struct dxgmap_host_span_part {
  unsigned char *first, *next, *end;
} dxgmap_host_span_part;

static struct {
  unsigned char *base; /* NULL: there is none */
  size_t bytes;
  dxgmap_host_span_part small, large, ranges;
  uint64_t pieces; /* that are taken */
  bool open;       /* the machine is; else the span is there for the sake of its pieces alone */
  bool closing;
} dxgmap_host_span;

/* ---- Opening and closing ---- */

static size_t dxgmap_host_span_whole_pages(size_t bytes)
{
  return (bytes + DXGMAP_OS_PAGE - 1) / DXGMAP_OS_PAGE * DXGMAP_OS_PAGE;
}

static unsigned char *dxgmap_host_span_lay(dxgmap_host_span_part *part, unsigned char *at, size_t bytes)
{
  *part = (dxgmap_host_span_part){at, at, at + bytes};
  return part->end;
}

void dxgmap_host_span_open(size_t bytes, uint64_t pages)
{
  size_t large = dxgmap_host_span_whole_pages(bytes), faults = (size_t)pages * DXGMAP_OS_PAGE;
  unsigned char *at;
  if (dxgmap_host_span.base != NULL) {
    return;
  }
  at = dxgmap_os_span_open(DXGMAP_HOST_SPAN_DUMPED, DXGMAP_HOST_SPAN_DUMPED + large, faults);
  if (at == NULL) {
    return;
  }
  dxgmap_host_span.base = at;
  dxgmap_host_span.bytes = DXGMAP_HOST_SPAN_DUMPED + large + faults;
  dxgmap_host_span.open = true;
  at = dxgmap_host_span_lay(&dxgmap_host_span.small, at, DXGMAP_HOST_SPAN_DUMPED);
  at = dxgmap_host_span_lay(&dxgmap_host_span.large, at, large);
  (void)dxgmap_host_span_lay(&dxgmap_host_span.ranges, at, faults);
}

static void dxgmap_host_span_settle(void)
{
  if (!dxgmap_host_span.open && dxgmap_host_span.pieces == 0) {
    dxgmap_os_span_close(dxgmap_host_span.base, dxgmap_host_span.bytes);
    memset(&dxgmap_host_span, 0, sizeof dxgmap_host_span);
  }
}

void dxgmap_host_span_closing(void)
{
  dxgmap_host_span.closing = dxgmap_host_span.base != NULL;
}

void dxgmap_host_span_close(void)
{
  if (dxgmap_host_span.open) {
    dxgmap_host_span.open = false;
    dxgmap_host_span.closing = true;
    dxgmap_host_span_settle();
  }
}

/* ---- Pieces ---- */

static dxgmap_host_span_part *dxgmap_host_span_part_for(size_t bytes)
{
  return bytes <= DXGMAP_HOST_SPAN_SMALL ? &dxgmap_host_span.small : &dxgmap_host_span.large;
}

static void *dxgmap_host_span_take(dxgmap_host_span_part *part, size_t bytes)
{
  unsigned char *piece = part->next;
  if (dxgmap_host_span.closing || bytes > (size_t)(part->end - part->next)) {
    return NULL;
  }
  part->next += dxgmap_host_span_whole_pages(bytes);
  dxgmap_host_span.pieces++;
  return piece;
}

static bool dxgmap_host_span_has(const dxgmap_host_span_part *part, const unsigned char *piece)
{
  return dxgmap_host_span.base != NULL && piece >= part->first && piece < part->end;
}

/* The last piece makes room for the next, if nothing is left in it. */
static void dxgmap_host_span_give(dxgmap_host_span_part *part, unsigned char *piece, size_t bytes, bool empty)
{
  if (empty && piece + dxgmap_host_span_whole_pages(bytes) == part->next) {
    part->next = piece;
  }
  dxgmap_host_span.pieces--;
  dxgmap_host_span_settle();
}

void *dxgmap_host_span_region(size_t bytes)
{
  return dxgmap_host_span_take(dxgmap_host_span_part_for(bytes), bytes);
}

void *dxgmap_host_span_range(uint64_t pages)
{
  return dxgmap_host_span_take(&dxgmap_host_span.ranges, (size_t)pages * DXGMAP_OS_PAGE);
}

bool dxgmap_host_span_give_region(void *region, size_t bytes)
{
  dxgmap_host_span_part *part = dxgmap_host_span_part_for(bytes);
  if (!dxgmap_host_span_has(part, region)) {
    return false;
  }
  dxgmap_host_span_give(part, region, bytes,
                        !dxgmap_host_span.closing && dxgmap_os_span_empty(region, dxgmap_host_span_whole_pages(bytes)));
  return true;
}

bool dxgmap_host_span_give_range(void *base, uint64_t pages)
{
  size_t bytes = (size_t)pages * DXGMAP_OS_PAGE;
  if (!dxgmap_host_span_has(&dxgmap_host_span.ranges, base)) {
    return false;
  }
  dxgmap_host_span_give(&dxgmap_host_span.ranges, base, bytes,
                        !dxgmap_host_span.closing && dxgmap_os_range_clear(base, bytes));
  return true;
}
