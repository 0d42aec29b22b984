/* SPDX-License-Identifier: MIT */
/* What a trace writes: names and numbers, strings of any letters, lists of pages, MDLs and ADLs, the description of an
   adapter. */
#include "world.c"

#define dxgmap_host_text_stack world_text_stack
#include "world_words.c"
#undef dxgmap_host_text_stack

#include "world_compare.h"
#include "world_more.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/trace_text.c"

#include "world_mdl.h"
#include "world_words.h"

/* The function of a site, and perhaps more lines. */
void dxgmap_host_text_stack(dxgmap_host_text *text, const char *indent, const dxgmap_host_stack *stack)
{
  world_see(stack, sizeof(*stack));
  /*@ check one: stack->count == 1 && \initialized(&stack->lost) && \initialized(&stack->site[0]); */
  text->buffer[0] = world_any() ? '#' : (char)world_any32();
  text->buffer[1] = world_any() ? '0' : (char)world_any32();
  text->buffer[2] = world_any() ? ' ' : (char)world_any32();
  text->buffer[3] = (char)world_any32();
}

static void list(dxgmap_host_text *text)
{
  uint64_t page[WORLD_PAGES];
  for (uint32_t i = 0; i < WORLD_PAGES; i++) {
    page[i] = world_any() ? 40 + i : world_any64();
  }
  switch (Frama_C_interval(0, 3)) {
  case 0:
    dxgmap_ddi_trace_pages(text, NULL, 0);
    break;
  case 1:
    dxgmap_ddi_trace_pages(text, page, 1);
    break;
  case 2:
    dxgmap_ddi_trace_pages(text, page, 2);
    break;
  default:
    dxgmap_ddi_trace_pages(text, page, WORLD_PAGES);
    break;
  }
}

/* With so many pages, a run or a list. */
static void adl(dxgmap_host_text *text, uint32_t pages, bool run)
{
  static DXGK_ADL made;
  DXGK_PAGE_NUMBER *page = malloc(pages * sizeof(*page));
  Frama_C_make_unknown((char *)page, pages * sizeof(*page));
  made.PageCount = pages;
  made.Flags.Value = run ? 1 : 0;
  if (run) {
    made.BasePageNumber = world_any64();
  } else {
    made.Pages = page;
  }
  dxgmap_ddi_trace_put_adl(text, "pAdl", &made);
}

/* Of which a header speaks of more pages than there are, or fewer. */
static void mdl(dxgmap_host_text *text)
{
  world_make_mdl(0, 2);
  world_mdl_speaks(Frama_C_unsigned_long_interval(0, 0x100001));
  dxgmap_ddi_trace_put_mdl(text, "pMdl", world_any() ? world_mdl[0].mdl : (PMDL)WORLD_OWN);
}

/* Of one physical adapter and two resources, whichever. */
static void start(dxgmap_host_text *text)
{
  static uint64_t save[1];
  static dxgmap_resource_description resource[2];
  dxgmap_adapter_description d = {.physical_adapters = 1, .resources = 2, .resource = resource};
  Frama_C_make_unknown((char *)save, sizeof(save));
  Frama_C_make_unknown((char *)resource, sizeof(resource));
  d.save_bytes = Frama_C_nondet_ptr(save, NULL);
  d.mode = world_any32();
  d.capability = world_any32();
  d.linked = WORLD_BIT;
  d.highest_visible_address = world_any64();
  dxgmap_ddi_trace_start(text, &d);
}

/* Of more than any adapter has: nobody has asked about what is beyond that. */
static void start_large(dxgmap_host_text *text)
{
  static uint64_t save[DXGMAP_CHAIN];
  static dxgmap_resource_description resource[DXGMAP_RESOURCES];
  const dxgmap_adapter_description d = {
      .physical_adapters = UINT32_MAX, .resources = UINT32_MAX, .save_bytes = save, .resource = resource};
  dxgmap_ddi_trace_start(text, &d);
}

void main(void)
{
  char line[64];
  dxgmap_host_text text;
  world_make_word();
  dxgmap_host_text_to_descriptor_by(&text, 3, line, sizeof(line));
  dxgmap_ddi_trace_object(&text);
  switch (Frama_C_interval(0, 9)) {
  case 0:
    dxgmap_ddi_trace_decimal(&text, "number", world_any64());
    break;
  case 1:
    dxgmap_ddi_trace_string(&text, "string", world_word);
    break;
  case 2:
    list(&text);
    break;
  case 3:
    adl(&text, 1, true);
    break;
  case 4:
    adl(&text, 1, false);
    break;
  case 5:
    adl(&text, WORLD_PAGES, false);
    break;
  case 6:
    mdl(&text);
    break;
  case 7:
    start(&text);
    break;
  case 8:
    start_large(&text);
    break;
  default:
    dxgmap_ddi_trace_site(&text, WORLD_OWN);
    break;
  }
  dxgmap_ddi_trace_object_end(&text);
}
