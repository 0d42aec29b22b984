/* SPDX-License-Identifier: MIT */
/* What is said of a view that was mapped again, and in a copy of the process. */
#include "world.c"
#include "world_records.c"
#include "world_words.c"
#include "world_atomic.h"
#include "world_more.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/again.c"
#include "model/ddi/call/fork.c"
#include "model/ddi/call/note.c"

#include "inputs.h"
#include "plain_machine.h"

static dxgmap_ddi_call again_call;
static void (*again_child)(void);

/* Up to two mappings live, one of them the new view. */
dxgmap_live dxgmap_ddi_live(uint64_t adapter, uint32_t cursor)
{
  dxgmap_live live = {DXGMAP_NO_MORE};
  if (cursor < 2) {
    live.status = DXGMAP_OK;
    live.handle = cursor == 0 ? WORLD_LIVE : WORLD_OPENED;
  }
  return live;
}

bool dxgmap_host_at_fork(void (*child)(void))
{
  again_child = child;
  return WORLD_BIT;
}

void dxgmap_ddi_log_forked(void)
{
}

void dxgmap_ddi_trace_disown(void)
{
}

void dxgmap_ddi_lookup_close(void)
{
}

static void again(void)
{
  input_live((uint32_t)Frama_C_unsigned_int_interval(DXGMAP_MAPPING_PIN, DXGMAP_MAPPING_KINDS - 1));
  world_live.ports = world_any();
  world_live.physical = world_any64();
  world_live.process = world_any64();
  world_live.made = world_any32();
  world_live.again = WORLD_BIT;
  dxgmap_ddi_record view = world_live;
  view.kind = DXGMAP_MAPPING_VIDEO;
  view.address = WORLD_OWN;
  dxgmap_ddi_note_again(&again_call, world_any() ? &view : &world_live);
}

static void forked(void)
{
  (void)dxgmap_ddi_fork_watch();
  dxgmap_state *before = dxgmap_ddi.state;
  again_child();
  /*@ check closed: dxgmap_ddi.state == \null; */
  dxgmap_ddi_fork_tell();
  dxgmap_ddi_fork_tell();
  dxgmap_state *inherited = dxgmap_ddi_fork_inherited();
  /*@ check inherited: inherited == before; */
}

void main(void)
{
  plain_machine();
  world_begin_once();
  if (world_any()) {
    again();
  } else {
    forked();
  }
}
