/* SPDX-License-Identifier: MIT */
/*
 * The process's own memory: probing it, locking its pages, copying to and from them.
 *
 * The kernel touches the memory for us (process_vm_readv and process_vm_writev on this process): what is not there,
 * or not writable, is an error number and not a signal, whatever other threads unmap meanwhile. Whether a page can be
 * written is found by asking the kernel to add zero to a word of it atomically (FUTEX_WAKE_OP), because reading a
 * byte and writing it back would undo what another thread writes in between. As a lock does, it also makes the
 * process's private copy of a page that was shared copy-on-write.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host_private.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define DXGMAP_HOST_FOREIGN_BATCH ((uint64_t)256) /* pages probed in one call */

static dxgmap_host_table dxgmap_host_foreign_frames; /* page of the process -> frame */

/* ---- Probing ---- */

static void *dxgmap_host_foreign_address(uint64_t page, uint64_t offset)
{
  return (void *)(uintptr_t)(page * DXGMAP_HOST_PAGE + offset);
}

static bool dxgmap_host_foreign_readable(uint64_t page, uint64_t pages)
{
  struct iovec there[DXGMAP_HOST_FOREIGN_BATCH], here;
  unsigned char byte[DXGMAP_HOST_FOREIGN_BATCH];
  for (uint64_t done = 0; done < pages; done += DXGMAP_HOST_FOREIGN_BATCH) {
    uint64_t count = pages - done < DXGMAP_HOST_FOREIGN_BATCH ? pages - done : DXGMAP_HOST_FOREIGN_BATCH;
    for (uint64_t i = 0; i < count; i++) {
      there[i] = (struct iovec){dxgmap_host_foreign_address(page + done + i, 0), 1};
    }
    here = (struct iovec){byte, (size_t)count};
    if (process_vm_readv(getpid(), &here, 1, there, (unsigned long)count, 0) != (ssize_t)count) {
      return false;
    }
  }
  return true;
}

static bool dxgmap_host_foreign_writable(uint64_t page)
{
  uint32_t nobody_waits_here = 0;
  /* The comparison is one that hardly holds, and nobody is to be woken. */
  uint32_t add_zero = (uint32_t)FUTEX_OP_ADD << 28 | (uint32_t)FUTEX_OP_CMP_LT << 24 | 0x800u;
  return syscall(SYS_futex, &nobody_waits_here, FUTEX_WAKE_OP_PRIVATE, 0, NULL, dxgmap_host_foreign_address(page, 0),
                 add_zero) >= 0;
}

static bool dxgmap_host_foreign_probe(uint64_t page, uint64_t pages, bool write)
{
  if (!dxgmap_host_foreign_readable(page, pages)) {
    return false;
  }
  for (uint64_t i = 0; write && i < pages; i++) {
    if (!dxgmap_host_foreign_writable(page + i)) {
      return false;
    }
  }
  return true;
}

bool dxgmap_host_probe(const void *address, uint64_t length, bool write)
{
  uint64_t first = (uint64_t)(uintptr_t)address;
  if (length == 0) {
    return true;
  }
  if (length - 1 > UINT64_MAX - first) {
    return false;
  }
  return dxgmap_host_foreign_probe(first / DXGMAP_HOST_PAGE,
                                   (first + length - 1) / DXGMAP_HOST_PAGE - first / DXGMAP_HOST_PAGE + 1, write);
}

/* ---- Copying ---- */

dxgmap_host_result dxgmap_host_foreign_copy(uint64_t page, uint64_t offset, void *bytes, uint64_t length, bool write)
{
  struct iovec here = {bytes, (size_t)length}, there = {dxgmap_host_foreign_address(page, offset), (size_t)length};
  ssize_t done =
      write ? process_vm_writev(getpid(), &here, 1, &there, 1, 0) : process_vm_readv(getpid(), &here, 1, &there, 1, 0);
  return done == (ssize_t)length ? DXGMAP_HOST_OK : DXGMAP_HOST_BAD_ADDRESS;
}

/* ---- Locking ---- */

static dxgmap_host_result dxgmap_host_foreign_lock_own(uint64_t page, bool write, uint64_t *frame)
{
  uint64_t end = dxgmap_host_machine()->pages, found;
  if (page == 0 || !dxgmap_host_foreign_probe(page, 1, write)) {
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  if (dxgmap_host_table_get(&dxgmap_host_foreign_frames, page, frame)) {
    dxgmap_host_physical_hold(*frame);
    return DXGMAP_HOST_OK;
  }
  found = dxgmap_host_scatter_one(dxgmap_host_scatter_low(), end);
  if (found == end) {
    return DXGMAP_HOST_NO_FRAMES;
  }
  dxgmap_host_physical_take(found, page);
  dxgmap_host_table_put(&dxgmap_host_foreign_frames, page, found);
  *frame = found;
  return DXGMAP_HOST_OK;
}

static dxgmap_host_result dxgmap_host_foreign_lock_page(uint64_t page, bool write, uint64_t *frame)
{
  dxgmap_host_location where = dxgmap_host_locate(dxgmap_host_foreign_address(page, 0));
  if (!where.framed) {
    return dxgmap_host_foreign_lock_own(page, write, frame);
  }
  switch (dxgmap_host_frame_kind_of(where.frame)) {
  case DXGMAP_HOST_FRAME_MEMORY:
    dxgmap_host_physical_hold(where.frame);
    break;
  case DXGMAP_HOST_FRAME_DEVICE:
    break;
  default:
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  *frame = where.frame;
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_lock_pages(const void *address, uint64_t pages, bool write, uint64_t *frames)
{
  uint64_t first = (uint64_t)(uintptr_t)address / DXGMAP_HOST_PAGE;
  if (dxgmap_host_machine() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (pages == 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (pages > UINT64_MAX / DXGMAP_HOST_PAGE - first) {
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  if (!dxgmap_host_acquire() ||
      !dxgmap_host_table_room(&dxgmap_host_foreign_frames, dxgmap_host_foreign_frames.used + pages)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  for (uint64_t i = 0; i < pages; i++) {
    dxgmap_host_result result = dxgmap_host_foreign_lock_page(first + i, write, &frames[i]);
    if (result != DXGMAP_HOST_OK) {
      dxgmap_host_frames_drop(frames, i);
      return result;
    }
  }
  return DXGMAP_HOST_OK;
}

void dxgmap_host_foreign_forget(uint64_t page)
{
  dxgmap_host_table_remove(&dxgmap_host_foreign_frames, page);
}

void dxgmap_host_foreign_close(void)
{
  dxgmap_host_table_close(&dxgmap_host_foreign_frames);
}
