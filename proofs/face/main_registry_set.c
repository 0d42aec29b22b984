/* SPDX-License-Identifier: MIT */
/* VideoPortSetRegistryParameters. */
#include "world_all.h"
#include "world_compare.h"
#include "world_more.h"

#include "model/ddi/callbacks/video_services.c"
#include "model/ddi/machine/registry.c"

#include "inputs.h"
#include "plain_machine.h"
#include "world_registry.h"

static uint8_t set_large[UINT32_MAX];

/* The first value is that of the name, and there is one; or none is new. */
static void set(PWSTR name, const uint8_t *data, ULONG length)
{
  dxgmap_ddi_value *before = dxgmap_ddi.adapter[0].values;
  uint32_t blocks = registry_blocks;
  VP_STATUS status =
      VideoPortSetRegistryParameters(WORLD_OWN, INPUT_POINTER(name), INPUT_POINTER((void *)data), length);
  /*@ check status: status == NO_ERROR || status == ERROR_INVALID_PARAMETER; */
  const dxgmap_ddi_value *value = dxgmap_ddi_registry_find(&dxgmap_ddi.adapter[0], name);
  world_unlocked();
  if (status == NO_ERROR) {
    /*@ check there: value != \null; */
    /*@ check length: value->length == length; */
    for (ULONG i = 0; i < length && i < 9; i++) {
      uint8_t byte = dxgmap_ddi_registry_data(value)[i];
      uint8_t given = data[i];
      /*@ check data: byte == given; */
    }
    /*@ check one: registry_blocks <= blocks + 1; */
  } else {
    /*@ check list: dxgmap_ddi.adapter[0].values == before; */
    /*@ check kept: registry_blocks == blocks; */
  }
  registry_end();
}

static void set_named(PWSTR name)
{
  static const uint8_t data[] = {1, 3, 5, 7, 9, 11, 13, 15, 17};
  switch (Frama_C_interval(0, 3)) {
  case 0:
    set(name, NULL, 0);
    break;
  case 1:
    set(name, data, 1);
    break;
  case 2:
    set(name, data, sizeof(data));
    break;
  default:
    set(name, set_large, UINT32_MAX);
    break;
  }
}

/* Of any three letters: which of them are the same as those of another name is not known here. */
static void set_any(void)
{
  WCHAR name[4] = {0};
  uint8_t data[2];
  Frama_C_make_unknown((char *)name, sizeof(name) - sizeof(name[0]));
  Frama_C_make_unknown((char *)data, sizeof(data));
  (void)VideoPortSetRegistryParameters(WORLD_OWN, INPUT_POINTER(name), INPUT_POINTER((void *)data), sizeof(data));
  registry_end();
}

void main(void)
{
  static WCHAR none[] = {0};
  static WCHAR b[] = {'b', 0};
  static WCHAR four[] = {0x3042, 'b', 'c', 'd', 0};
  plain_machine();
  world_begin_once();
  (void)registry_begin();
  switch (Frama_C_interval(0, 5)) {
  case 0:
    set_named(none);
    break;
  case 1:
    set_named(registry_a);
    break;
  case 2:
    set_named(registry_bc);
    break;
  case 3:
    set_named(b);
    break;
  case 4:
    set_named(four);
    break;
  default:
    set_any();
    break;
  }
}
