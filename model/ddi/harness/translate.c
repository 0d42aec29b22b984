/* SPDX-License-Identifier: MIT */
#include "ddi/harness/translate.h"

#include <stdlib.h>

#include "ddi/machine/system.h"

static void dxgmap_ddi_print_answer(dxgmap_host_text *text, const char *whose, const dxgmap_answer *answer)
{
  dxgmap_host_text_put(text, whose);
  dxgmap_host_text_put(text, dxgmap_cause_name(answer->status));
  dxgmap_host_text_put(text, ", physical page ");
  dxgmap_host_text_hex(text, answer->page, 1);
  if (answer->handle != 0) {
    dxgmap_host_text_put(text, ", mapping ");
    dxgmap_host_text_hex(text, answer->handle, 1);
  }
  dxgmap_host_text_put(text, "\n");
}

/* No fault of the driver's, so no report: what the library is for does not hold, and nothing that follows could be
   relied on. */
_Noreturn static void dxgmap_ddi_differ(uint64_t adapter, uint64_t page, const dxgmap_answer *cache,
                                        const dxgmap_answer *reference)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_descriptor(&text, 2);
  dxgmap_host_text_put(&text, "dxgmap: the translation cache and the reference differ: adapter ");
  dxgmap_host_text_hex(&text, adapter, 1);
  dxgmap_host_text_put(&text, ", logical page ");
  dxgmap_host_text_hex(&text, page, 1);
  dxgmap_host_text_put(&text, "\n");
  dxgmap_ddi_print_answer(&text, "  the cache:     ", cache);
  dxgmap_ddi_print_answer(&text, "  the reference: ", reference);
  dxgmap_host_text_flush(&text);
  dxgmap_host_unlock(); /* for handlers of SIGABRT */
  abort();
}

/* What the cache alone says, of no mapping. */
static dxgmap_answer dxgmap_ddi_cached(uint64_t adapter, uint64_t page)
{
  const dxgmap_adapter *a = &dxgmap_ddi.state->adapter[dxgmap_state_find(dxgmap_ddi.state, adapter)];
  uint32_t value = dxgmap_domain_find(&a->domain, a->mode, page);
  dxgmap_answer answer = {DXGMAP_BLOCKED, 0, 0};
  if (value != 0) {
    answer.status = DXGMAP_OK;
    answer.page = value - 1u;
  }
  return answer;
}

/* The cache first: with a wrong entry the operation itself would take nobody for the owner of the page. */
static dxgmap_answer dxgmap_ddi_compared(uint64_t adapter, uint64_t page)
{
  dxgmap_answer reference = dxgmap_op_reference(dxgmap_ddi.state, adapter, page);
  if (reference.status == DXGMAP_OK || reference.status == DXGMAP_BLOCKED) {
    dxgmap_answer cached = dxgmap_ddi_cached(adapter, page);
    if (cached.status != reference.status || cached.page != reference.page) {
      dxgmap_ddi_differ(adapter, page, &cached, &reference);
    }
  }
  dxgmap_answer answer = dxgmap_op_translate(dxgmap_ddi.state, adapter, page);
  if (answer.status != reference.status || answer.page != reference.page || answer.handle != reference.handle) {
    dxgmap_ddi_differ(adapter, page, &answer, &reference);
  }
  return answer;
}

dxgmap_answer dxgmap_ddi_translate(uint64_t adapter, uint64_t page)
{
  return dxgmap_ddi.check_translations ? dxgmap_ddi_compared(adapter, page)
                                       : dxgmap_op_translate(dxgmap_ddi.state, adapter, page);
}

/* Whether the domain itself answers the lead: not where the lead's device alone is the reason that it does not. */
static bool dxgmap_ddi_answers(const dxgmap_answer *answer)
{
  return answer->status != DXGMAP_ASLEEP && answer->status != DXGMAP_REMOVED;
}

dxgmap_answer dxgmap_ddi_translate_linked(uint64_t lead, uint64_t page)
{
  dxgmap_answer answer = dxgmap_ddi_translate(lead, page);
  if (dxgmap_ddi_answers(&answer)) {
    return answer;
  }
  uint32_t k = dxgmap_state_find(dxgmap_ddi.state, lead);
  const dxgmap_adapter *a = &dxgmap_ddi.state->adapter[k];
  if (a->switches.attached == 0) {
    uint32_t status = page < DXGMAP_PAGES ? DXGMAP_BYPASS : DXGMAP_BLOCKED;
    return (dxgmap_answer){status, page < DXGMAP_PAGES ? (uint32_t)page : 0, 0};
  }
  answer = dxgmap_ddi_cached(lead, page);
  if (answer.status == DXGMAP_OK && a->mode != DXGMAP_IDENTITY) {
    uint32_t i = dxgmap_domain_owner(&a->domain, page) - DXGMAP_FIRST;
    answer.handle = dxgmap_handle_make(k, a->slots.generation[i], i);
  }
  return answer;
}
