/* SPDX-License-Identifier: MIT */
/* Frames that show the bytes of a file. */
#include "host/frames/lend.h"
#include "host/base/memory.h"
#include "host/frames/record.h"
#include "host/frames/store.h"
#include "host/interface/sections.h"
#include "host/interface/threads.h"

#include <string.h>

static struct {
  uint64_t pages; /* 0: nothing is lent here */
  dxgmap_os_file file;
  unsigned char *bytes;
} dxgmap_host_loan[DXGMAP_HOST_SECTIONS];
static uint32_t dxgmap_host_loans; /* places that were ever used: lookups are frequent and pins few */

static unsigned char *dxgmap_host_lend_own(const dxgmap_host_record *record)
{
  return dxgmap_host_store_at(record->at - 1);
}

static uint32_t dxgmap_host_lend_find(const unsigned char *bytes)
{
  for (uint32_t i = 0; i < dxgmap_host_loans; i++) {
    if (bytes >= dxgmap_host_loan[i].bytes &&
        (uint64_t)(bytes - dxgmap_host_loan[i].bytes) < dxgmap_host_loan[i].pages * DXGMAP_HOST_PAGE) {
      return i;
    }
  }
  return DXGMAP_HOST_SECTIONS;
}

static uint32_t dxgmap_host_lend_unused(void)
{
  uint32_t i = 0;
  while (i < dxgmap_host_loans && dxgmap_host_loan[i].pages != 0) {
    i++;
  }
  return i;
}

static void dxgmap_host_lend_show(dxgmap_host_record *record, unsigned char *bytes)
{
  __atomic_store_n(&record->bytes, bytes, __ATOMIC_RELAXED);
}

unsigned char *dxgmap_host_lend(const uint64_t *frames, uint64_t count, dxgmap_os_file file)
{
  uint32_t place = dxgmap_host_lend_unused();
  unsigned char *bytes = place < DXGMAP_HOST_SECTIONS ? dxgmap_host_file_map(file, 0, count) : NULL;
  if (bytes == NULL) {
    return NULL;
  }
  dxgmap_host_loan[place].bytes = bytes;
  dxgmap_host_loan[place].file = file;
  dxgmap_host_loan[place].pages = count;
  dxgmap_host_loans = place < dxgmap_host_loans ? dxgmap_host_loans : place + 1;
  for (uint64_t i = 0; i < count; i++) {
    dxgmap_host_record *record = dxgmap_host_record_of(frames[i]);
    dxgmap_host_lend_show(record, bytes + i * DXGMAP_HOST_PAGE);
    record->lent = DXGMAP_HOST_LENT;
  }
  return bytes;
}

/* Whether the frame is parted from the bytes and has a copy now. */
static bool dxgmap_host_lend_take_back(uint64_t frame, const unsigned char *bytes, uint64_t holds)
{
  dxgmap_host_record *record = dxgmap_host_record_of(frame);
  if (!dxgmap_host_physical_held(frame) || record->bytes != bytes) {
    return false;
  }
  if (record->holds > holds) {
    memcpy(dxgmap_host_lend_own(record), bytes, (size_t)DXGMAP_HOST_PAGE);
    record->lent = DXGMAP_HOST_PARTED;
  }
  dxgmap_host_lend_show(record, dxgmap_host_lend_own(record));
  return record->lent == DXGMAP_HOST_PARTED;
}

static void dxgmap_host_lend_forget(uint32_t place)
{
  dxgmap_host_file_unmap(dxgmap_host_loan[place].bytes, dxgmap_host_loan[place].pages);
  dxgmap_host_loan[place].bytes = NULL;
  dxgmap_host_loan[place].pages = 0;
}

bool dxgmap_host_lend_end(const uint64_t *frames, uint64_t count, unsigned char *bytes, uint64_t holds)
{
  bool parted = false;
  for (uint64_t i = 0; i < count; i++) {
    parted |= dxgmap_host_lend_take_back(frames[i], bytes + i * DXGMAP_HOST_PAGE, holds);
  }
  if (parted) {
    dxgmap_host_read_wait(DXGMAP_HOST_ALL_PARTS);
  }
  dxgmap_host_lend_forget(dxgmap_host_lend_find(bytes));
  return parted;
}

void dxgmap_host_lend_fork(void)
{
  for (uint32_t i = 0; i < dxgmap_host_loans; i++) {
    dxgmap_host_lend_forget(i);
  }
}

bool dxgmap_host_lend_parted(uint64_t frame)
{
  return dxgmap_host_physical_held(frame) && dxgmap_host_record_of(frame)->lent == DXGMAP_HOST_PARTED;
}

void dxgmap_host_lend_settle(const uint64_t *frames, uint64_t count)
{
  for (uint64_t i = 0; i < count; i++) {
    if (dxgmap_host_lend_parted(frames[i])) {
      dxgmap_host_record_of(frames[i])->lent = DXGMAP_HOST_NOT_LENT;
    }
  }
}

dxgmap_os_file dxgmap_host_lend_where(uint64_t frame, uint64_t *at)
{
  const dxgmap_host_record *record = dxgmap_host_record_of(frame);
  uint32_t place = DXGMAP_HOST_SECTIONS;
  if (record->lent == DXGMAP_HOST_LENT) {
    place = dxgmap_host_lend_find(record->bytes);
  }
  if (place == DXGMAP_HOST_SECTIONS) {
    *at = record->at - 1;
    return dxgmap_host_store_file();
  }
  *at = (uint64_t)(record->bytes - dxgmap_host_loan[place].bytes) / DXGMAP_HOST_PAGE;
  return dxgmap_host_loan[place].file;
}
