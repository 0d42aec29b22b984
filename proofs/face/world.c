/* SPDX-License-Identifier: MIT */
#include "world.h"

#include "ddi/call/trace.h"
#include "ddi/machine/choice.h"

bool world_readable;
bool world_writable;
uint32_t world_mode;
uint64_t world_captured[WORLD_PAGES];
uint32_t world_captures;
bool world_acquired;
uint64_t world_memory[WORLD_PAGES];
int world_seen;
char world_own[16];
dxgmap_ddi_system dxgmap_ddi;

static dxgmap_state world_state;
static uint8_t world_window[DXGMAP_WINDOW * PAGE_SIZE];

bool world_any(void)
{
  return Frama_C_interval(0, 1) != 0;
}

uint32_t world_any32(void)
{
  return Frama_C_unsigned_int_interval(0, UINT32_MAX);
}

uint64_t world_any64(void)
{
  return Frama_C_unsigned_long_interval(0, UINT64_MAX);
}

uint32_t world_refusal(void)
{
  return world_any() ? Frama_C_unsigned_int_interval(DXGMAP_BAD_ADAPTER, DXGMAP_BLOCKED)
                     : Frama_C_unsigned_int_interval(DXGMAP_BAD_MODE, DXGMAP_BAD_POWER);
}

void world_begin(void)
{
  Frama_C_make_unknown((char *)&world_state, sizeof(world_state));
  dxgmap_ddi.state = world_any() ? &world_state : NULL;
  dxgmap_ddi.installed_pages = Frama_C_unsigned_long_interval(1, DXGMAP_PAGES);
  dxgmap_ddi.choices = world_any64();
  dxgmap_ddi.strict_irql = world_any();
  dxgmap_ddi.strict_exclusive = world_any();
  dxgmap_ddi_tracing = world_any();
  dxgmap_ddi.window.id = 2;
  dxgmap_ddi.window.base = world_window;
  dxgmap_ddi.adapter[0].handle = WORLD_ADAPTER;
  dxgmap_ddi.adapter[0].mode = world_mode;
  dxgmap_ddi.adapter[0].chain = DXGMAP_CHAIN;
  dxgmap_ddi.adapter[0].window.id = 1;
  dxgmap_ddi.adapter[0].window.base = world_window;
  for (uint32_t i = 0; i < DXGMAP_CHAIN; i++) {
    dxgmap_ddi.adapter[0].section[i] = 7;
  }
}

/* ---- machine: choices, adapters ---- */

uint64_t dxgmap_ddi_choose_from(uint64_t *choices, uint64_t below)
{
  /*@ check some: 0 < below; */
  *choices = world_any64();
  for (uint64_t i = 0; i + 1 < below && i < WORLD_PAGES; i++) {
    if (world_any()) {
      return i;
    }
  }
  return below - 1;
}

uint64_t dxgmap_ddi_choose(uint64_t below)
{
  return dxgmap_ddi_choose_from(&dxgmap_ddi.choices, below);
}

uint64_t dxgmap_ddi_lead(uint64_t adapter)
{
  return adapter;
}

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of(uint64_t handle)
{
  return handle == WORLD_ADAPTER ? &dxgmap_ddi.adapter[0] : NULL;
}

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_memory(uint64_t address, uint64_t length)
{
  (void)address;
  (void)length;
  return world_any() ? &dxgmap_ddi.adapter[0] : NULL;
}
