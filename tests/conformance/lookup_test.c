/* SPDX-License-Identifier: MIT */
/* Where the device is looked up without the lock: in the domains in force, each by its own mode. */
#include <string.h>

#include "ddi/machine/system.h"
#include "ddi/machine/lookup.h"
#include "objects.h"

static uint32_t looked_up(HANDLE which, uint64_t page)
{
  CHECK(dxgmap_ddi_lookup_begin((uint64_t)(uintptr_t)which));
  uint32_t value = dxgmap_ddi_lookup((uint64_t)(uintptr_t)which, page);
  dxgmap_host_read_end();
  return value;
}

static HANDLE lookup_start(uint32_t mode)
{
  static const uint64_t save[1] = {SAVE_BYTES};
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  d.mode = mode;
  return machine_adapter_as(&d);
}

static void check_identity(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  HANDLE which = lookup_start(DXGMAP_MODE_IDENTITY);
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(which, &pin));
  PFN_NUMBER page = MmGetMdlPfnArray(pin.pMdl)[0];
  CHECK_EQ(0, looked_up(which, page));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(which));
  CHECK_EQ(page + 1, looked_up(which, page));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(which));
  CHECK_EQ(0, looked_up(which, page));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(which));
  CHECK_EQ(page + 1, looked_up(which, page));
  CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(which, &unpin));
  CHECK_EQ(0, looked_up(which, page));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(which, NULL));
  CHECK_EQ(0, looked_up(which, page));
}

static void check_remapping(void)
{
  DXGK_ADL *adl = NULL;
  HANDLE which = lookup_start(DXGMAP_MODE_REMAPPING);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, which);
  uint64_t physical = 0;
  CHECK_OK(adl_allocate(object.hAdapterMemoryObject, 0, OBJECT_BYTES, 0, &adl));
  uint64_t page = adl_page(adl, 0);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(which, page * PAGE_SIZE, &physical));
  CHECK_EQ(physical / PAGE_SIZE + 1, looked_up(which, page));
  CHECK_OK(adl_free(object.hAdapterMemoryObject, adl));
  CHECK_EQ(0, looked_up(which, page));
  CHECK_OK(object_destroy(object.hPhysicalMemoryObject, object.hAdapterMemoryObject));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(which, NULL));
}

/* In one place of the table of adapters, one after the other. */
static void lookup_is_in_the_mode_of_the_start(void)
{
  machine_open();
  check_identity();
  check_remapping();
  check_identity();
  machine_close();
}

void lookup_tests(void);
void lookup_tests(void)
{
  RUN(lookup_is_in_the_mode_of_the_start);
}
