/* SPDX-License-Identifier: MIT */
#include "ddi/call/fork.h"

#include "ddi/call/report_log.h"
#include "ddi/call/trace.h"
#include "ddi/machine/lookup.h"

static struct {
  dxgmap_state *inherited;
  bool told;
} dxgmap_ddi_forks;

/* In the copy. Nothing of the state may be used there: the memory behind it is the other process's. */
static void dxgmap_ddi_forked(void)
{
  dxgmap_ddi_forks.inherited = dxgmap_ddi.state;
  dxgmap_ddi_forks.told = false;
  dxgmap_ddi.state = NULL;
  dxgmap_ddi_log_forked();
  dxgmap_ddi_trace_disown();
  dxgmap_ddi_lookup_close();
}

bool dxgmap_ddi_fork_watch(void)
{
  return dxgmap_host_at_fork(dxgmap_ddi_forked);
}

void dxgmap_ddi_fork_tell(void)
{
  dxgmap_host_text text;
  if (dxgmap_ddi_forks.inherited == NULL || __atomic_exchange_n(&dxgmap_ddi_forks.told, true, __ATOMIC_RELAXED)) {
    return;
  }
  dxgmap_host_text_to_descriptor(&text, 2);
  dxgmap_host_text_put(&text,
                       "dxgmap: this process was forked from one that has the system open; here it is not open, and "
                       "what was mapped is not mapped. dxgmap_open gives this process a system of its own.\n");
  dxgmap_host_text_flush(&text);
}

dxgmap_state *dxgmap_ddi_fork_inherited(void)
{
  dxgmap_state *state = dxgmap_ddi_forks.inherited;
  dxgmap_ddi_forks.inherited = NULL;
  return state;
}
