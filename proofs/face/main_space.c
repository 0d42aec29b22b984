/* SPDX-License-Identifier: MIT */
/* DxgkCbReadDeviceSpace, DxgkCbWriteDeviceSpace, VideoPortGetBusData, VideoPortSetBusData,
   DxgkCbGetDeviceInformation, DxgkCbAcquirePostDisplayOwnership. */
#include "world_all.h"
#include "world_more.h"

#include "model/ddi/callbacks/device_space.c"
#include "model/ddi/callbacks/information.c"
#include "model/ddi/callbacks/post_display.c"
#include "model/ddi/machine/config_space.c"

#include "inputs.h"
#include "plain_machine.h"

/* A buffer of the driver's of just the size that it says, as far as there is so much space. */
static uint8_t space_buffer[DXGMAP_PCI_CONFIG_BYTES];

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_extension(const void *extension)
{
  (void)extension;
  return world_any() ? &dxgmap_ddi.adapter[0] : NULL;
}

static void make_adapter(void)
{
  dxgmap_ddi_adapter *a = &dxgmap_ddi.adapter[0];
  a->resources = Frama_C_unsigned_int_interval(0, 2);
  for (uint32_t i = 0; i < 2; i++) {
    a->resource[i].space = Frama_C_unsigned_int_interval(0, DXGMAP_RESOURCE_PORTS);
    a->resource[i].start = world_any64();
    a->resource[i].length = Frama_C_unsigned_long_interval(1, UINT64_MAX);
  }
}

static void spaces(HANDLE adapter)
{
  ULONG bytes = 77;
  PVOID buffer = INPUT_POINTER(space_buffer);
  NTSTATUS status =
      world_any()
          ? DxgkCbReadDeviceSpace(adapter, world_any32(), buffer, world_any32(), world_any32(), INPUT_POINTER(&bytes))
          : DxgkCbWriteDeviceSpace(adapter, world_any32(), buffer, world_any32(), world_any32(), INPUT_POINTER(&bytes));
  /*@ check out: status == 0 || bytes == 77; */
  /*@ check most: status != 0 || bytes <= 256; */
}

static void bus(void)
{
  PVOID buffer = INPUT_POINTER(space_buffer);
  BUS_DATA_TYPE type = (BUS_DATA_TYPE)world_any32();
  ULONG bytes = world_any() ? VideoPortGetBusData(WORLD_OWN, type, world_any32(), buffer, world_any32(), world_any32())
                            : VideoPortSetBusData(WORLD_OWN, type, world_any32(), buffer, world_any32(), world_any32());
  /*@ check most: bytes <= 256; */
}

static void open_space(void)
{
  uint8_t given[DXGMAP_PCI_CONFIG_BYTES];
  dxgmap_adapter_description description = {.pci_config_bytes = Frama_C_unsigned_int_interval(0, sizeof(given))};
  Frama_C_make_unknown((char *)given, sizeof(given));
  description.pci_config = world_any() ? given : NULL;
  dxgmap_ddi_config_open(&dxgmap_ddi.adapter[0], &description);
}

static void information(HANDLE adapter)
{
  DXGK_DEVICE_INFO info;
  info.MiniportDeviceContext = WORLD_OWN;
  NTSTATUS status = DxgkCbGetDeviceInformation(adapter, INPUT_POINTER(&info));
  if (status != STATUS_SUCCESS) {
    /*@ check out: info.MiniportDeviceContext == WORLD_OWN; */
  } else {
    /*@ check written: \initialized(&info); */
  }
}

static void display(HANDLE adapter)
{
  DXGK_DISPLAY_INFORMATION info;
  info.Width = 77;
  NTSTATUS status = DxgkCbAcquirePostDisplayOwnership(adapter, INPUT_POINTER(&info));
  if (status != STATUS_SUCCESS) {
    /*@ check out: info.Width == 77; */
  } else {
    /*@ check written: \initialized(&info); */
  }
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  plain_machine();
  world_begin_once();
  make_adapter();
  switch (Frama_C_interval(0, 4)) {
  case 0:
    spaces(adapter);
    break;
  case 1:
    bus();
    break;
  case 2:
    open_space();
    break;
  case 3:
    information(adapter);
    break;
  default:
    display(adapter);
    break;
  }
}
