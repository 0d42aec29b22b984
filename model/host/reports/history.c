/* SPDX-License-Identifier: MIT */
/* The call stacks of each identity's acquisition and release. */
#include "host/reports/history.h"
#include "host/base/inject.h"
#include "host/base/table.h"
#include "host/interface/memory.h"
#include "host/interface/stacks.h"

#include <string.h>

#define DXGMAP_HOST_HISTORY_MAX ((uint64_t)1 << 24) /* records, live and released */

typedef struct dxgmap_host_history_record {
  uint64_t handle; /* 0 until it is bound */
  uint64_t next;   /* in the list of free, or of released records; plus one, 0 at the end */
  bool reserved, released;
  dxgmap_host_history stacks;
} dxgmap_host_history_record;

static struct {
  dxgmap_host_history_record *record;
  uint64_t used, live; /* records ever used; those reserved or bound to a live identity */
  uint64_t free;       /* list, plus one */
  uint64_t oldest, newest, released, released_most;
  dxgmap_host_table by_handle;
} dxgmap_host_histories;

static size_t dxgmap_host_history_size(void)
{
  return (size_t)DXGMAP_HOST_HISTORY_MAX * sizeof(dxgmap_host_history_record);
}

dxgmap_host_result dxgmap_host_history_open(uint64_t released)
{
  dxgmap_host_stack stack;
  dxgmap_host_histories.record = dxgmap_host_reserve(dxgmap_host_history_size());
  if (dxgmap_host_histories.record == NULL) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_histories.released_most = released;
  /* The first capture loads the unwinder, which allocates: not to be left to a handler of faults. */
  dxgmap_host_stack_capture(NULL, &stack);
  return DXGMAP_HOST_OK;
}

void dxgmap_host_history_close(void)
{
  dxgmap_host_unreserve(dxgmap_host_histories.record, dxgmap_host_history_size());
  dxgmap_host_table_close(&dxgmap_host_histories.by_handle);
  memset(&dxgmap_host_histories, 0, sizeof dxgmap_host_histories);
}

/* ---- Records ---- */

static dxgmap_host_history_record *dxgmap_host_history_at(uint64_t place)
{
  return &dxgmap_host_histories.record[place - 1];
}

static void dxgmap_host_history_give(uint64_t place)
{
  dxgmap_host_history_at(place)->reserved = false;
  dxgmap_host_history_at(place)->next = dxgmap_host_histories.free;
  dxgmap_host_histories.free = place;
}

static void dxgmap_host_history_forget_oldest(void)
{
  uint64_t place = dxgmap_host_histories.oldest;
  dxgmap_host_histories.oldest = dxgmap_host_history_at(place)->next;
  dxgmap_host_histories.released--;
  dxgmap_host_table_remove(&dxgmap_host_histories.by_handle, dxgmap_host_history_at(place)->handle);
  dxgmap_host_history_give(place);
}

static uint64_t dxgmap_host_history_take(void)
{
  uint64_t place = dxgmap_host_histories.free;
  if (place != 0) {
    dxgmap_host_histories.free = dxgmap_host_history_at(place)->next;
  } else {
    dxgmap_host_histories.used++;
    place = dxgmap_host_histories.used;
  }
  return place;
}

dxgmap_host_result dxgmap_host_history_reserve(const void *caller, uint64_t *ticket)
{
  uint64_t live = dxgmap_host_histories.live + 1, place;
  if (dxgmap_host_histories.record == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (live + dxgmap_host_histories.released > DXGMAP_HOST_HISTORY_MAX) {
    return DXGMAP_HOST_NO_ROOM;
  }
  if (!dxgmap_host_acquire() ||
      !dxgmap_host_table_room(&dxgmap_host_histories.by_handle, live + dxgmap_host_histories.released)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  place = dxgmap_host_history_take();
  memset(dxgmap_host_history_at(place), 0, sizeof(dxgmap_host_history_record));
  dxgmap_host_history_at(place)->reserved = true;
  dxgmap_host_stack_capture(caller, &dxgmap_host_history_at(place)->stacks.map);
  dxgmap_host_histories.live = live;
  *ticket = place;
  return DXGMAP_HOST_OK;
}

/* A ticket of a reserved record, neither bound nor cancelled. */
static bool dxgmap_host_history_is_ticket(uint64_t ticket)
{
  return ticket != 0 && ticket <= dxgmap_host_histories.used && dxgmap_host_history_at(ticket)->reserved;
}

void dxgmap_host_history_cancel(uint64_t ticket)
{
  if (!dxgmap_host_history_is_ticket(ticket)) {
    return;
  }
  dxgmap_host_history_give(ticket);
  dxgmap_host_histories.live--;
}

void dxgmap_host_history_bind(uint64_t ticket, uint64_t handle)
{
  if (!dxgmap_host_history_is_ticket(ticket) || handle == 0) {
    return;
  }
  dxgmap_host_history_at(ticket)->reserved = false;
  dxgmap_host_history_at(ticket)->handle = handle;
  dxgmap_host_table_put(&dxgmap_host_histories.by_handle, handle, ticket);
}

void dxgmap_host_history_release(uint64_t handle, const void *caller)
{
  dxgmap_host_history_record *record;
  uint64_t place;
  if (!dxgmap_host_table_get(&dxgmap_host_histories.by_handle, handle, &place)) {
    return;
  }
  record = dxgmap_host_history_at(place);
  if (record->released) {
    return;
  }
  dxgmap_host_stack_capture(caller, &record->stacks.unmap);
  record->released = true;
  record->next = 0;
  if (dxgmap_host_histories.released == 0) {
    dxgmap_host_histories.oldest = place;
  } else {
    dxgmap_host_history_at(dxgmap_host_histories.newest)->next = place;
  }
  dxgmap_host_histories.newest = place;
  dxgmap_host_histories.released++;
  dxgmap_host_histories.live--;
  if (dxgmap_host_histories.released > dxgmap_host_histories.released_most) {
    dxgmap_host_history_forget_oldest();
  }
}

bool dxgmap_host_history_find(uint64_t handle, dxgmap_host_history *history)
{
  uint64_t place;
  if (!dxgmap_host_table_get(&dxgmap_host_histories.by_handle, handle, &place)) {
    return false;
  }
  *history = dxgmap_host_history_at(place)->stacks;
  return true;
}

void dxgmap_host_history_usage(dxgmap_host_usage *usage)
{
  usage->histories = dxgmap_host_histories.live;
  usage->released = dxgmap_host_histories.released;
}
