/* SPDX-License-Identifier: MIT */
/* MDLs that the driver makes by hand, and what becomes of an MDL while it is mapped. */
#define dxgmap_ddi_check_mdl world_check_mdl /* those of mdl_watch.c are here */
#define dxgmap_ddi_report_gone world_report_gone
#include "world_all.h"
#undef dxgmap_ddi_check_mdl
#undef dxgmap_ddi_report_gone
#include "world_atomic.h"
#include "world_more.h"

#include "model/ddi/call/mdl_hand.c"
#include "model/ddi/call/mdl_watch.c"

#include "inputs.h"
#include "plain_machine.h"

/* Memory in which there is an MDL, or only looks as if there were, with room for three pages; what is known of it. */
static struct {
  MDL head;
  PFN_NUMBER page[WORLD_PAGES];
} hand_mdl;
static uint64_t hand_frames[WORLD_PAGES];
static dxgmap_ddi_mdl hand_entry;
static dxgmap_ddi_record hand_record;
static bool hand_known;
static uint64_t hand_span;
static bool hand_looked; /* the next look may find another number: another thread has written to the header */

dxgmap_ddi_mdl *dxgmap_ddi_mdl_find(PMDL mdl)
{
  return hand_known ? &hand_entry : NULL;
}

void dxgmap_ddi_mdl_remove(dxgmap_ddi_mdl *entry)
{
  bool known = hand_known;
  /*@ check known: known && entry == &hand_entry; */
  hand_known = false;
}

uint64_t dxgmap_ddi_mdl_span(const MDL *head)
{
  world_see(head, sizeof(*head));
  /*@ check valid: \valid_read(head) && \initialized(&head->ByteCount) && \initialized(&head->ByteOffset); */
  uint64_t span = hand_looked ? Frama_C_unsigned_long_interval(0, 0x100001) : hand_span;
  hand_looked = true;
  return span;
}

bool dxgmap_host_peek(const void *address, void *to, uint64_t length)
{
  /*@ check room: \valid((char *)to + (0 .. length - 1)); */
  if (world_any()) {
    return false;
  }
  Frama_C_make_unknown((char *)to, length);
  return true;
}

void dxgmap_ddi_trace_mdl(PMDL mdl)
{
  /*@ check there: mdl != \null; */
}

dxgmap_host_frame_kind dxgmap_host_frame_kind_of(uint64_t frame)
{
  return world_any() ? DXGMAP_HOST_FRAME_NONE : DXGMAP_HOST_FRAME_FOREIGN;
}

static void make(void)
{
  Frama_C_make_unknown((char *)&hand_mdl, sizeof(hand_mdl));
  hand_mdl.head.Next = NULL;
  hand_mdl.head.Process = NULL;
  hand_mdl.head.MappedSystemVa = NULL;
  hand_mdl.head.StartVa = (PVOID)(uintptr_t)world_any64();
  hand_entry.mdl = &hand_mdl.head;
  hand_entry.bytes = sizeof(hand_mdl);
  hand_entry.pages = WORLD_PAGES;
  hand_entry.frames = hand_frames;
  hand_entry.locked = world_any() ? WORLD_PAGES : 0;
  hand_entry.by_hand = WORLD_BIT;
  hand_entry.views = world_any() ? &world_live : NULL;
  hand_entry.state = Frama_C_unsigned_int_interval(DXGMAP_DDI_MDL_EMPTY, DXGMAP_DDI_MDL_PART);
  hand_known = world_any();
}

/* A mapping of it, as it was captured. */
static void make_record(void)
{
  hand_record.kind = (uint8_t)Frama_C_unsigned_int_interval(DXGMAP_MAPPING_PIN, DXGMAP_MAPPING_KINDS - 1);
  hand_record.mapping = WORLD_LIVE;
  hand_record.joined = world_any();
  if (hand_record.joined) {
    hand_record.source = &hand_entry;
  } else {
    hand_record.mdl = &hand_mdl.head;
  }
  hand_record.pages = Frama_C_unsigned_int_interval(0, WORLD_PAGES);
  world_frames_else = hand_frames;
  hand_entry.head = hand_mdl.head;
}

static void claim(uint64_t pages)
{
  hand_span = pages;
  hand_looked = false;
  bool claims = dxgmap_ddi_mdl_claims(&hand_entry);
  /*@ check room: claims ==> 0 < pages <= 3; */
}

static void watch(void)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_call *there = &call;
  (void)dxgmap_ddi_enter(there, DXGMAP_OPERATION_UNMAP_MDL, NULL, NULL);
  dxgmap_ddi_check_mdl(there, &hand_record);
  dxgmap_ddi_report_gone(there, &hand_entry, "it was freed");
  (void)dxgmap_ddi_leave(there, DXGMAP_CAUSE_NONE);
}

void main(void)
{
  plain_machine();
  world_begin_once();
  make();
  switch (Frama_C_interval(0, 5)) {
  case 0:
    hand_span = Frama_C_unsigned_long_interval(0, 0x100001);
    dxgmap_ddi_mdl_adopt(world_any() ? &hand_mdl.head : world_readable ? NULL : (PMDL)WORLD_OWN);
    break;
  case 1:
    claim(0);
    break;
  case 2:
    claim(Frama_C_unsigned_long_interval(1, 2));
    break;
  case 3:
    claim(3);
    break;
  case 4:
    claim(Frama_C_unsigned_long_interval(4, 0x100001));
    break;
  default:
    make_record();
    watch();
    break;
  }
}
