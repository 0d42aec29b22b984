/* SPDX-License-Identifier: MIT */
/* A driver in a module that is loaded after a report was made. With -DMODULE this is the module. */
#include <dispmprt.h>

#ifdef MODULE

NTSTATUS misuse(HANDLE adapter, DXGKCB_UNPINFRAMEBUFFERFORSAVE unpin);
NTSTATUS misuse(HANDLE adapter, DXGKCB_UNPINFRAMEBUFFERFORSAVE unpin)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE arguments = {0};
  return unpin(adapter, &arguments); /* the line of the report */
}

#else

#include <dlfcn.h>
#include <stdio.h>

#include <dxgmap.h>

typedef NTSTATUS misuse_function(HANDLE adapter, DXGKCB_UNPINFRAMEBUFFERFORSAVE unpin);

int main(int count, char **words)
{
  static const uint64_t save[1] = {PAGE_SIZE};
  dxgmap_adapter_description description = {.physical_adapters = 1, .save_bytes = save};
  DXGKRNL_INTERFACE dxgkrnl = {.Size = sizeof dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE arguments = {0};
  HANDLE adapter;
  if (count != 2 || dxgmap_open(NULL) != DXGMAP_CAUSE_NONE ||
      dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE ||
      dxgmap_adapter_interface(adapter, &dxgkrnl) != DXGMAP_CAUSE_NONE) {
    return 2;
  }
  (void)dxgkrnl.DxgkCbUnpinFrameBufferForSave(adapter, &arguments);
  void *module = dlopen(words[1], RTLD_NOW);
  if (module == NULL) {
    return 3;
  }
  misuse_function *misuse;
  *(void **)&misuse = dlsym(module, "misuse");
  (void)misuse(adapter, dxgkrnl.DxgkCbUnpinFrameBufferForSave);
  (void)dlclose(module);
  dxgmap_close();
  return 0;
}

#endif
