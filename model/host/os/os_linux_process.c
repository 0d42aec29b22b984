/* SPDX-License-Identifier: MIT */
/*
 * The process on Linux: its memory, touched by the kernel for us, and its streams.
 *
 * With process_vm_readv and process_vm_writev on this process, what is not there, or not writable, is an error number
 * and not a signal, whatever other threads unmap meanwhile. Whether a page can be written is found by asking the kernel
 * to add zero to a word of it atomically (FUTEX_WAKE_OP), because reading a byte and writing it back would undo what
 * another thread writes in between.
 *
 * The mark of a page is a lock of its mapping in memory: it goes with the mapping, and nothing that is mapped there
 * later has it. Whether it is there is told by a flush of caches that a locked mapping refuses, and that does nothing
 * else. Both are asked of the kernel by their numbers, since sanitizers answer for it when they are asked by name.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os.h"

#ifndef _WIN32

#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define DXGMAP_OS_PROCESS_FEW ((uint64_t)2)     /* pages, each in a call of its own that costs less */
#define DXGMAP_OS_PROCESS_BATCH ((uint64_t)256) /* pages looked at in one call */

/* ---- Memory ---- */

/* The kernel reads a set of signals there before it finds that it was not told what to do with it. */
static bool dxgmap_os_readable_one(uintptr_t page)
{
  return page != 0 &&
         (syscall(SYS_rt_sigprocmask, -1, page, NULL, sizeof(uint64_t)) >= 0 || errno != EFAULT); /* 0 is no set */
}

static bool dxgmap_os_readable_each(uintptr_t first, uint64_t pages)
{
  uint64_t i = 0;
  while (i < pages && dxgmap_os_readable_one(first + i * DXGMAP_OS_PAGE)) {
    i++;
  }
  return i == pages;
}

bool dxgmap_os_readable(const void *page, uint64_t pages)
{
  struct iovec there[DXGMAP_OS_PROCESS_BATCH], here;
  unsigned char byte[DXGMAP_OS_PROCESS_BATCH];
  uintptr_t first = (uintptr_t)page;
  if (pages <= DXGMAP_OS_PROCESS_FEW) {
    return dxgmap_os_readable_each(first, pages);
  }
  for (uint64_t done = 0; done < pages; done += DXGMAP_OS_PROCESS_BATCH) {
    uint64_t count = pages - done < DXGMAP_OS_PROCESS_BATCH ? pages - done : DXGMAP_OS_PROCESS_BATCH;
    for (uint64_t i = 0; i < count; i++) {
      there[i] = (struct iovec){(void *)(first + (done + i) * DXGMAP_OS_PAGE), 1};
    }
    here = (struct iovec){byte, (size_t)count};
    if (process_vm_readv(getpid(), &here, 1, there, (unsigned long)count, 0) != (ssize_t)count) {
      /* A container may forbid the call: that says nothing about the memory. */
      return errno != EFAULT && dxgmap_os_readable_each(first, pages);
    }
  }
  return true;
}

bool dxgmap_os_writable(void *page)
{
  uint32_t nobody_waits_here = 0;
  /* The comparison is one that hardly holds, and nobody is to be woken. */
  uint32_t add_zero = (uint32_t)FUTEX_OP_ADD << 28 | (uint32_t)FUTEX_OP_CMP_LT << 24 | 0x800u;
  return syscall(SYS_futex, &nobody_waits_here, FUTEX_WAKE_OP_PRIVATE, 0, NULL, page, add_zero) >= 0;
}

bool dxgmap_os_mark(const void *page)
{
  return syscall(SYS_mlock2, page, DXGMAP_OS_PAGE, MLOCK_ONFAULT) == 0;
}

void dxgmap_os_unmark(const void *page)
{
  (void)syscall(SYS_munlock, page, DXGMAP_OS_PAGE);
}

bool dxgmap_os_marked(const void *page)
{
  return syscall(SYS_msync, page, DXGMAP_OS_PAGE, MS_INVALIDATE) != 0 && errno == EBUSY;
}

bool dxgmap_os_copy_from(const void *address, void *to, size_t length)
{
  struct iovec here = {to, length}, there = {(void *)(uintptr_t)address, length};
  return process_vm_readv(getpid(), &here, 1, &there, 1, 0) == (ssize_t)length;
}

bool dxgmap_os_copy_to(void *address, const void *from, size_t length)
{
  struct iovec here = {(void *)(uintptr_t)from, length}, there = {address, length};
  return process_vm_writev(getpid(), &here, 1, &there, 1, 0) == (ssize_t)length;
}

/* ---- Streams ---- */

void dxgmap_os_print(int stream, const char *bytes, size_t length)
{
  while (length != 0) {
    ssize_t done = write(stream, bytes, length);
    if (done < 0 && errno != EINTR) {
      return;
    }
    if (done > 0) {
      bytes += done;
      length -= (size_t)done;
    }
  }
}

bool dxgmap_os_terminal(int stream)
{
  return isatty(stream) == 1;
}

int dxgmap_os_stream_open(const char *path)
{
  return open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
}

void dxgmap_os_stream_close(int stream)
{
  (void)close(stream);
}

uint64_t dxgmap_os_process_number(void)
{
  return (uint64_t)getpid();
}

#endif
