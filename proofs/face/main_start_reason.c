/* SPDX-License-Identifier: MIT */
/* Why a start is refused, in words: any cause, any description as far as it was asked about. */
#include "world.c"
#include "world_words.c"
#include "world_more.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/note.c"
#include "model/ddi/harness/start_reason.c"

#include "world_words.h"

#define START_RESOURCES 2u /* that there are flags for */

static dxgmap_start start_read; /* of the description */
static dxgmap_adapter_description start_description;
static uint16_t start_flags[START_RESOURCES];

/* There may be no fault of the resource: another one is why. */
const char *dxgmap_ddi_resource_fault(const dxgmap_start *start, uint32_t i, uint16_t flags)
{
  world_see(start, sizeof(*start));
  /*@ check listed: i < start->resources && i < DXGMAP_RESOURCES; */
  /*@ check flags: \initialized(&flags); */
  return world_any() ? world_word : NULL;
}

static void describe(uint32_t resources)
{
  Frama_C_make_unknown((char *)&start_read, sizeof(start_read));
  Frama_C_make_unknown((char *)start_flags, sizeof(start_flags));
  start_read.resources = resources;
  start_description.resources = resources;
  start_description.mode = world_any32();
  start_description.capability = world_any32();
  start_description.resource_flags = Frama_C_nondet_ptr(start_flags, NULL);
}

void main(void)
{
  dxgmap_ddi_call call;
  world_make_word();
  dxgmap_ddi_note_begin(&call.subject);
  describe(world_any() ? Frama_C_unsigned_int_interval(0, START_RESOURCES)
                       : Frama_C_unsigned_int_interval(DXGMAP_RESOURCES + 1, UINT32_MAX));
  dxgmap_ddi_blame_start(&call, world_any32(), &start_description, &start_read);
  (void)strlen(call.subject.detail); /* it is a string */
}
