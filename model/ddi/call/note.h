/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_NOTE_H
#define DXGMAP_DDI_NOTE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/types.h"
#include "dxgmap.h"
#include "host/host.h"

/* What a call of the driver or the harness has to report. Its words are explain.h's, or of whoever found the fault. */

#define DXGMAP_DDI_DETAIL 256u
/* As many as any call has: an MDL that is mapped, and is in view, in exclusive access. */
#define DXGMAP_DDI_NOTES 3u

/* Something to report. */
typedef struct {
  uint32_t cause;
  uint32_t index;   /* physical adapter */
  uint64_t mapping; /* identity of the object; 0: none */
  uint64_t address;
  uint32_t severity;         /* enum dxgmap_severity, where it is milder than that of its cause */
  uint32_t kind;             /* of the object, where no record has it */
  uint64_t count;            /* of leaks: how many the same calls have made; else 0 */
  dxgmap_host_history *told; /* its stacks; the note's own, or NULL */
  char detail[DXGMAP_DDI_DETAIL];
} dxgmap_ddi_note;

/* One call, as call.h takes it in. */
typedef struct {
  uint32_t operation;
  bool open;        /* the system is open, and a lock of it is held */
  bool alone;       /* that of the part of one adapter alone: what does not succeed at once is done over */
  const void *site; /* the caller's return address, where stacks begin */
  uint64_t adapter; /* raw handle */
  uint64_t opened;  /* the adapter object that it names instead, or 0 */
  dxgmap_caller who;
  bool fault;              /* the site is the instruction that faulted: no call returns there */
  bool mute;               /* it has no status to answer with, though its operation has */
  uint32_t notes;          /* reports besides the failure */
  dxgmap_ddi_note subject; /* what the failure is about, if it fails */
  dxgmap_ddi_note note[DXGMAP_DDI_NOTES];
} dxgmap_ddi_call;

/* Says what exactly is wrong; returns DXGMAP_CAUSE_BAD_ARGUMENT. */
uint32_t dxgmap_ddi_bad(dxgmap_ddi_call *call, const char *detail);

/* Adds a report that does not make the call fail; the note is there to be filled. Ends the process rather than forget
   one, should a call have more than there is room for. */
dxgmap_ddi_note *dxgmap_ddi_also(dxgmap_ddi_call *call, uint32_t cause, uint64_t mapping);

/* An empty one: what a report may show of it is cleared, and not all its room. */
void dxgmap_ddi_note_begin(dxgmap_ddi_note *note);

void dxgmap_ddi_detail(dxgmap_ddi_note *note, const char *detail);
void dxgmap_ddi_detail_words(dxgmap_ddi_note *note, const char *first, const char *second);

/* Names an object that has no record: what it is, and the stacks of its making and its end (NULL: it lives). */
void dxgmap_ddi_tell(dxgmap_ddi_note *note, uint32_t kind, const dxgmap_host_stack *made,
                     const dxgmap_host_stack *ended);
void dxgmap_ddi_told(dxgmap_ddi_note *note); /* it was reported */

/* "CommitSize is 0x7000, the save area has 0x6000": two names, two numbers. */
void dxgmap_ddi_detail_numbers(dxgmap_ddi_note *note, const char *first, uint64_t number, const char *second,
                               uint64_t other);

#endif
