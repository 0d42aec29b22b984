/* SPDX-License-Identifier: MIT */
/* VideoPortGetRegistryParameters. */
#include "world_all.h"
#include "world_compare.h"
#include "world_more.h"

#include "model/ddi/callbacks/video_services.c"
#include "model/ddi/machine/registry.c"

#include "inputs.h"
#include "plain_machine.h"
#include "world_registry.h"

static const WCHAR *get_name;
static bool get_looked;

#define GET_ANSWER 77 /* of the miniport's routine */

/* The miniport's routine: looks at what was set, and may set or stop what it likes meanwhile. */
static VP_STATUS look(PVOID extension, PVOID context, PWSTR name, PVOID data, ULONG length)
{
  const uint8_t *byte = data;
  world_see(data, length);
  world_see(&get_name, sizeof(get_name));
  world_unlocked();
  /*@ check extension: extension == (void *)&world_own[0] && context == (void *)&world_own[1]; */
  /*@ check name: name == get_name; */
  if (name == registry_a) {
    /*@ check three: length == 3 && byte[0] == 1 && byte[1] == 2 && byte[2] == 3; */
  } else {
    /*@ check eight: name == &registry_bc[0] && length == 8 && byte[0] == 9 && byte[7] == 2; */
  }
  dxgmap_ddi_registry_close(&dxgmap_ddi.adapter[0]);
  get_looked = true;
  return GET_ANSWER;
}

/* As look(), of any name: whether it is that of a value is not known here. */
static VP_STATUS look_any(PVOID extension, PVOID context, PWSTR name, PVOID data, ULONG length)
{
  world_unlocked();
  world_see(data, length);
  /*@ check data: \initialized((char *)data + (0 .. length - 1)); */
  dxgmap_ddi_registry_close(&dxgmap_ddi.adapter[0]);
  return world_any32();
}

static void get(PWSTR name)
{
  get_name = name;
  VP_STATUS status = VideoPortGetRegistryParameters(WORLD_OWN, INPUT_POINTER(name), (UCHAR)world_any32(),
                                                    world_any() ? look : NULL, &world_own[1]);
  world_unlocked();
  if (!get_looked) {
    /*@ check refused: status == ERROR_INVALID_PARAMETER; */
  } else {
    /*@ check answered: status == GET_ANSWER; */
  }
  registry_end();
}

static void get_any(void)
{
  WCHAR name[4] = {0};
  Frama_C_make_unknown((char *)name, sizeof(name) - sizeof(name[0]));
  (void)VideoPortGetRegistryParameters(WORLD_OWN, INPUT_POINTER(name), (UCHAR)world_any32(),
                                       world_any() ? look_any : NULL, NULL);
  registry_end();
}

void main(void)
{
  static WCHAR none[] = {0};
  static WCHAR b[] = {'b', 0};
  plain_machine();
  world_begin_once();
  (void)registry_begin();
  switch (Frama_C_interval(0, 4)) {
  case 0:
    get(none);
    break;
  case 1:
    get(registry_a);
    break;
  case 2:
    get(registry_bc);
    break;
  case 3:
    get(b);
    break;
  default:
    get_any();
    break;
  }
}
