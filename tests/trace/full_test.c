/* SPDX-License-Identifier: MIT */
/* A file that has no room for more when the driver touches a view that it has released: the touch is told of in two
   lines of the trace, an event and its report, and that they are lost is said once. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <dispmprt.h>
#include <dxgmap.h>
#include <wdm.h>

#define BASE 0x800000000

static void quiet(const dxgmap_violation *violation, void *context)
{
  (void)violation;
  (void)context;
}

static int no_room_in(const char *path)
{
  struct stat file;
  struct rlimit most;
  if (stat(path, &file) != 0 || getrlimit(RLIMIT_FSIZE, &most) != 0) {
    return 0;
  }
  most.rlim_cur = (rlim_t)file.st_size;
  return signal(SIGXFSZ, SIG_IGN) != SIG_ERR && setrlimit(RLIMIT_FSIZE, &most) == 0;
}

int main(void)
{
  const dxgmap_system_description system = {
      .installed_pages = 1024, .commit_pages = 64, .handler = quiet, .fault_policy = DXGMAP_FAULT_POISON};
  const dxgmap_resource_description memory = {.space = DXGMAP_RESOURCE_MEMORY, .start = BASE, .length = 16 * PAGE_SIZE};
  const dxgmap_adapter_description description = {.physical_adapters = 1, .resources = 1, .resource = &memory};
  const PHYSICAL_ADDRESS start = {.QuadPart = BASE};
  const char *path = getenv("DXGMAP_TRACE");
  DXGKRNL_INTERFACE kernel = {.Size = sizeof kernel, .Version = DXGKDDI_INTERFACE_VERSION};
  HANDLE adapter = NULL;
  PVOID view = NULL;
  if (path == NULL || dxgmap_open(&system) != DXGMAP_CAUSE_NONE ||
      dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE ||
      dxgmap_adapter_interface(adapter, &kernel) != DXGMAP_CAUSE_NONE ||
      kernel.DxgkCbMapMemory(adapter, start, PAGE_SIZE, FALSE, FALSE, MmNonCached, &view) != STATUS_SUCCESS ||
      kernel.DxgkCbUnmapMemory(adapter, view) != STATUS_SUCCESS || !no_room_in(path)) {
    fprintf(stderr, "full: the driver did not come to its touch\n");
    return 1;
  }
  *(volatile unsigned char *)view = 1;
  uint64_t reports = dxgmap_violations();
  dxgmap_close();
  return reports == 1 ? 0 : 1;
}
