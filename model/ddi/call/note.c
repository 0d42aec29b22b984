/* SPDX-License-Identifier: MIT */
#include "ddi/call/note.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

void dxgmap_ddi_note_begin(dxgmap_ddi_note *note)
{
  memset(note, 0, offsetof(dxgmap_ddi_note, detail) + 1);
}

void dxgmap_ddi_detail_words(dxgmap_ddi_note *note, const char *first, const char *second)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, note->detail, sizeof(note->detail));
  dxgmap_host_text_put(&text, first);
  dxgmap_host_text_put(&text, second);
  dxgmap_host_text_flush(&text);
}

void dxgmap_ddi_detail(dxgmap_ddi_note *note, const char *detail)
{
  dxgmap_ddi_detail_words(note, detail, "");
}

void dxgmap_ddi_detail_numbers(dxgmap_ddi_note *note, const char *first, uint64_t number, const char *second,
                               uint64_t other)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, note->detail, sizeof(note->detail));
  dxgmap_host_text_put(&text, first);
  dxgmap_host_text_hex(&text, number, 1);
  dxgmap_host_text_put(&text, second);
  dxgmap_host_text_hex(&text, other, 1);
  dxgmap_host_text_flush(&text);
}

/* Where stacks are told: a report of a fault of the CPU may not allocate. When all are used, stacks are left out. */
#define DXGMAP_DDI_TOLD 16u
static dxgmap_host_history dxgmap_ddi_told_place[DXGMAP_DDI_TOLD];
static atomic_bool dxgmap_ddi_told_used[DXGMAP_DDI_TOLD];

static dxgmap_host_history *dxgmap_ddi_told_take(void)
{
  for (uint32_t i = 0; i < DXGMAP_DDI_TOLD; i++) {
    if (!atomic_exchange(&dxgmap_ddi_told_used[i], true)) {
      return &dxgmap_ddi_told_place[i];
    }
  }
  return NULL;
}

void dxgmap_ddi_tell(dxgmap_ddi_note *note, uint32_t kind, const dxgmap_host_stack *made,
                     const dxgmap_host_stack *ended)
{
  note->kind = kind;
  if (note->told == NULL) {
    note->told = dxgmap_ddi_told_take();
  }
  if (note->told != NULL) {
    note->told->map = *made;
    note->told->unmap.count = 0;
    if (ended != NULL) {
      note->told->unmap = *ended;
    }
  }
}

void dxgmap_ddi_told(dxgmap_ddi_note *note)
{
  if (note->told != NULL) {
    atomic_store(&dxgmap_ddi_told_used[note->told - dxgmap_ddi_told_place], false);
    note->told = NULL;
  }
}

uint32_t dxgmap_ddi_bad(dxgmap_ddi_call *call, const char *detail)
{
  dxgmap_ddi_detail(&call->subject, detail);
  return DXGMAP_CAUSE_BAD_ARGUMENT;
}

/* No fault of the driver's, so no report: the library itself is wrong about what a call can have. */
_Noreturn static void dxgmap_ddi_full(const dxgmap_ddi_call *call)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_descriptor(&text, 2);
  dxgmap_host_text_put(&text, "dxgmap: more to report than a call has room for: operation ");
  dxgmap_host_text_decimal(&text, call->operation);
  dxgmap_host_text_put(&text, "\n");
  dxgmap_host_text_flush(&text);
  dxgmap_host_unlock(); /* for handlers of SIGABRT */
  abort();
}

dxgmap_ddi_note *dxgmap_ddi_also(dxgmap_ddi_call *call, uint32_t cause, uint64_t mapping)
{
  if (call->notes == DXGMAP_DDI_NOTES) {
    dxgmap_ddi_full(call);
  }
  dxgmap_ddi_note *note = &call->note[call->notes];
  call->notes += 1;
  dxgmap_ddi_note_begin(note);
  note->cause = cause;
  note->mapping = mapping;
  return note;
}
