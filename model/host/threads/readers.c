/* SPDX-License-Identifier: MIT */
/* Read sections. */
#include "host/threads/readers.h"
#include "host/os/os.h"
#include "host/os/os_sanitizer.h"

void dxgmap_host_readers_fork(dxgmap_host_readers *readers, uint32_t reader, bool has_one)
{
  for (uint32_t i = 0; i < DXGMAP_HOST_READERS; i++) {
    __atomic_store_n(&readers->reader[i].section, 0u, __ATOMIC_RELAXED);
    __atomic_store_n(&readers->reader[i].taken, has_one && i == reader ? 1u : 0u, __ATOMIC_RELEASE);
  }
}

/* Before the reader's first section, whose fence makes it seen where the section would be. */
static void dxgmap_host_readers_count(dxgmap_host_readers *readers, uint32_t reader)
{
  uint32_t most = __atomic_load_n(&readers->most, __ATOMIC_RELAXED);
  while (most <= reader &&
         !__atomic_compare_exchange_n(&readers->most, &most, reader + 1u, false, __ATOMIC_RELEASE, __ATOMIC_RELAXED)) {
  }
}

dxgmap_host_result dxgmap_host_readers_join(dxgmap_host_readers *readers, uint32_t *reader)
{
  for (uint32_t i = 0; i < DXGMAP_HOST_READERS; i++) {
    /* Looked at first: a thread that finds none free comes back at its next access. */
    if (__atomic_load_n(&readers->reader[i].taken, __ATOMIC_RELAXED) == 0u &&
        __atomic_exchange_n(&readers->reader[i].taken, 1u, __ATOMIC_ACQUIRE) == 0u) {
      dxgmap_host_readers_count(readers, i);
      *reader = i;
      return DXGMAP_HOST_OK;
    }
  }
  return DXGMAP_HOST_NO_ROOM;
}

void dxgmap_host_readers_quit(dxgmap_host_readers *readers, uint32_t reader)
{
  __atomic_store_n(&readers->reader[reader].taken, 0u, __ATOMIC_RELEASE);
}

void dxgmap_host_readers_enter(dxgmap_host_readers *readers, uint32_t reader, uint32_t part)
{
  dxgmap_host_reader *own = &readers->reader[reader];

  own->sections++;
  /* A release, because wait may find this section in place of the end of the one before it. */
  __atomic_store_n(&own->section, own->sections << DXGMAP_HOST_READERS_PART_BITS | part, __ATOMIC_RELEASE);
  /* The section is seen open before anything is looked up in it: the other fence is that of wait. */
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

void dxgmap_host_readers_leave(dxgmap_host_readers *readers, uint32_t reader)
{
  __atomic_store_n(&readers->reader[reader].section, 0u, __ATOMIC_RELEASE);
}

void dxgmap_host_readers_show(dxgmap_host_readers *readers)
{
  DXGMAP_OS_RELEASED(readers);
  /* Entries and counts are stored in no order, and one may be seen before the map that stores it returns. This release
     makes each of those stores one: a lookup is an acquire. */
  __atomic_thread_fence(__ATOMIC_RELEASE);
}

void dxgmap_host_readers_found(dxgmap_host_readers *readers)
{
  DXGMAP_OS_ACQUIRED(readers);
}

static bool dxgmap_host_readers_concern(uint64_t section, uint32_t part)
{
  return section != 0u &&
         (part == DXGMAP_HOST_ALL_PARTS || section % ((uint64_t)1 << DXGMAP_HOST_READERS_PART_BITS) == part);
}

void dxgmap_host_readers_wait(dxgmap_host_readers *readers, uint32_t part)
{
  uint32_t most;

  /* What was unmapped is seen unmapped by every section that is not seen open below, and by those that follow it: no
     two of a reader are the same, so that one which is not seen any more has ended. */
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
  most = __atomic_load_n(&readers->most, __ATOMIC_ACQUIRE);
  for (uint32_t i = 0; i < most; i++) {
    const uint64_t *word = &readers->reader[i].section;
    uint64_t section = __atomic_load_n(word, __ATOMIC_ACQUIRE);

    while (dxgmap_host_readers_concern(section, part) && __atomic_load_n(word, __ATOMIC_ACQUIRE) == section) {
      dxgmap_os_yield();
    }
  }
}
