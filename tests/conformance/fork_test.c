/* SPDX-License-Identifier: MIT */
/* A process that was forked while the system was open: refused, told why, and free to open a system of its own. */

#include "expect.h"
#include "host/host.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

void fork_tests(void);

static volatile UCHAR *fork_view;
static UCHAR *fork_device;

/* Runs `child` in a forked process, whose standard error comes back in `said`: its status, as of waitpid. */
static int fork_with(int (*child)(void), char *said, size_t size)
{
  int ends[2], status = -1;
  size_t length = 0;
  ssize_t part = 1;
  CHECK_EQ(0, pipe(ends));
  pid_t pid = fork();
  if (pid == 0) {
    (void)dup2(ends[1], 2);
    _exit(child());
  }
  (void)close(ends[1]);
  while (part > 0 && length < size - 1) {
    part = read(ends[0], said + length, size - 1 - length);
    length += part > 0 ? (size_t)part : 0;
  }
  said[length] = '\0';
  (void)close(ends[0]);
  CHECK_EQ(pid, waitpid(pid, &status, 0));
  return status;
}

static void fork_open(void)
{
  dxgmap_system_description d;
  PVOID view = NULL;
  memset(&d, 0, sizeof(d));
  d.fault_policy = DXGMAP_FAULT_PASS;
  machine_open_with(&d);
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  fork_view = view;
  fork_device = dxgmap_device_memory(adapter, MEMORY_START, PAGE_SIZE);
  CHECK(fork_device != NULL);
  *fork_view = 0x11;
}

static void fork_close(void)
{
  CHECK_EQ(0x11, *fork_view);
  CHECK_EQ(0x11, *fork_device);
  CHECK_EQ(1, machine_live(adapter));
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, (PVOID)(uintptr_t)fork_view));
  machine_close();
}

static int child_calls(void)
{
  PVOID view = NULL;
  UCHAR byte = 0;
  int wrong =
      NT_SUCCESS(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  wrong += dxgmap_device_read(adapter, 0x1000, &byte, 1, NULL) != DXGMAP_CAUSE_NOT_OPEN;
  wrong += NT_SUCCESS(dxgk.DxgkCbUnmapMemory(adapter, (PVOID)(uintptr_t)fork_view));
  dxgmap_close();
  return wrong;
}

static void test_a_forked_process_is_refused(void)
{
  char said[4096];
  fork_open();
  int status = fork_with(child_calls, said, sizeof(said));
  CHECK(WIFEXITED(status));
  CHECK_EQ(0, WEXITSTATUS(status));
  const char *told = strstr(said, "dxgmap: this process was forked from one that has the system open;");
  CHECK(told != NULL);
  CHECK(told != NULL && strstr(told + 1, "dxgmap: this process was forked") == NULL); /* once */
  fork_close();
}

static int child_touches(void)
{
  *fork_view = 0x22;
  return 0;
}

static int child_plays_the_device(void)
{
  *fork_device = 0x22;
  return 0;
}

/* What it would write would be in the other's memory. */
static void test_a_forked_process_has_no_views(void)
{
  char said[4096];
  fork_open();
  int status = fork_with(child_touches, said, sizeof(said));
  CHECK(!WIFEXITED(status) || WEXITSTATUS(status) != 0); /* a sanitizer exits */
  CHECK(strstr(said, "dxgmap: a forked process touched a view of the process that it was forked from\n") != NULL);
  status = fork_with(child_plays_the_device, said, sizeof(said));
  CHECK(!WIFEXITED(status) || WEXITSTATUS(status) != 0);
  fork_close();
}

static int child_opens(void)
{
  PVOID view = NULL;
  dxgmap_host_usage empty, left;
  machine_open();
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  *(volatile UCHAR *)view = 0x33;
  int wrong = *(UCHAR *)dxgmap_device_memory(adapter, MEMORY_START, PAGE_SIZE) != 0x33;
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, view));
  dxgmap_close();
  memset(&empty, 0, sizeof(empty));
  left = dxgmap_host_usage_now();
  return wrong + (memcmp(&empty, &left, sizeof(left)) != 0 ? 2 : 0);
}

static void test_a_forked_process_opens_its_own(void)
{
  char said[4096];
  HANDLE ours;
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  fork_open();
  ours = adapter;
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  PUCHAR saved = MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority);
  saved[0] = 0x44;
  int status = fork_with(child_opens, said, sizeof(said));
  CHECK(WIFEXITED(status));
  CHECK_OR_SAY(WEXITSTATUS(status) == 0, "expected 0, seen %d: %s", WEXITSTATUS(status), said);
  CHECK_EQ(0x44, saved[0]);
  CHECK(ours == adapter);
  CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
  fork_close();
}

void fork_tests(void)
{
  RUN(test_a_forked_process_is_refused);
  RUN(test_a_forked_process_has_no_views);
  RUN(test_a_forked_process_opens_its_own);
}
