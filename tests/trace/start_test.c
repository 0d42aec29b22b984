/* SPDX-License-Identifier: MIT */
/* A start whose description points to what is not there, as the argument says: refused, and recorded as such. */
#include <stdio.h>
#include <string.h>

#include <dxgmap.h>

static void quiet(const dxgmap_violation *violation, void *context)
{
  (void)violation;
  (void)context;
}

int main(int count, char **words)
{
  const void *nowhere = (const void *)(uintptr_t)PAGE_SIZE;
  const dxgmap_system_description system = {.installed_pages = 1024, .commit_pages = 64, .handler = quiet};
  dxgmap_adapter_description description = {.physical_adapters = 1};
  HANDLE adapter = NULL;
  const char *what = count > 1 ? words[1] : "";
  if (strcmp(what, "save_bytes") == 0) {
    description.save_bytes = nowhere;
  } else if (strcmp(what, "resource") == 0) {
    description.resources = 1;
    description.resource = nowhere;
  } else if (strcmp(what, "interrupts") == 0) { /* for which it is refused before anybody asks about the resources */
    description.interrupts = UINT32_MAX;
    description.resources = 1;
  } else {
    fprintf(stderr, "start save_bytes|resource|interrupts\n");
    return 2;
  }
  if (dxgmap_open(&system) != DXGMAP_CAUSE_NONE) {
    return 1;
  }
  uint32_t cause = dxgmap_adapter_start(&description, &adapter);
  dxgmap_close();
  return cause == DXGMAP_CAUSE_BAD_ARGUMENT ? 0 : 1;
}
