/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_TRACE_H
#define DXGMAP_DDI_TRACE_H

#include "ddi/call/note.h"

/* The trace of a run, a line of JSON for each call and event: model/tools/trace/FORMAT.md has the format. The caller
   holds the lock. A call has it from enter to leave, so there is one that is being told of, and never two. */

/* Whether there is a trace. Who has the lock, or a call that has it, may rely on the answer. */
extern bool dxgmap_ddi_tracing;
static inline bool dxgmap_ddi_traced(void)
{
  return __atomic_load_n(&dxgmap_ddi_tracing, __ATOMIC_RELAXED);
}

/* The options are in force. The first time that one names a file it is begun anew; later ones go on in that one. False:
   it cannot be opened, as standard error is told. A file that is full later is told too, and the trace ends there. */
bool dxgmap_ddi_trace_prepare(void);

/* The system opens, and closes. */
void dxgmap_ddi_trace_open(const dxgmap_system_description *description);
void dxgmap_ddi_trace_close(void);

/* The file is another process's, of which this one is a copy: this one has no trace. */
void dxgmap_ddi_trace_disown(void);

/* A call begins; it has an argument structure, or is told numbers in the order of its prototype; it ends. */
void dxgmap_ddi_trace_enter(const dxgmap_ddi_call *call);
void dxgmap_ddi_trace_argument(const void *at, uint64_t bytes);
void dxgmap_ddi_trace_numbers(const uint64_t *number, uint32_t count);
void dxgmap_ddi_trace_leave(const dxgmap_ddi_call *call, uint32_t cause, NTSTATUS status);

/* The MDL of a mapping is not what it was: what it is. */
void dxgmap_ddi_trace_mdl(PMDL mdl);

void dxgmap_ddi_trace_report(const dxgmap_violation *violation);

/* What a call is told that has no argument structure, and what it gives. */
#define DXGMAP_DDI_TRACE(call, ...)                                                                 \
  do {                                                                                              \
    if ((call)->open && dxgmap_ddi_traced()) {                                                      \
      const uint64_t dxgmap_numbers[] = {__VA_ARGS__};                                              \
      dxgmap_ddi_trace_numbers(dxgmap_numbers, sizeof(dxgmap_numbers) / sizeof(dxgmap_numbers[0])); \
    }                                                                                               \
  } while (0)
#define DXGMAP_DDI_TRACE_POINTER(pointer) ((uint64_t)(uintptr_t)(pointer))

#endif
