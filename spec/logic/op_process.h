/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_PROCESS_H
#define DXGMAP_LOGIC_OP_PROCESS_H

/* The end of a process, view by view: the first cause that holds (spec/clauses/process.md). */

/*@
  predicate IsCpuView(integer kind) = kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO || kind == DXGMAP_OBJECT_VIEW;
  // The request was for a view in user mode, in this process.
  predicate InProcess(dxgmap_descriptor d, integer process) =
    IsCpuView(d.kind) && d.user != 0 && d.process == process;
  predicate SlotInProcess(dxgmap_state s, integer k, integer i, integer process) =
    InProcess(s.adapter[k].descriptors.at[i], process);
  predicate ViewOf(dxgmap_state s, integer h, integer process) =
    Valid(s, h) && SlotInProcess(s, HandleTag(h), HandleIndex(h), process);
  predicate EndViewStatus(dxgmap_state s, integer h, integer process, integer status) =
    !ViewOf(s, h, process) ? status == DXGMAP_BAD_HANDLE : // PROCESS-5
    status == DXGMAP_OK;
  // No view lives in the process: its address space may go.
  predicate ProcessEmpty(dxgmap_state s, integer process) = \forall integer h; !ViewOf(s, h, process);
*/

#endif
