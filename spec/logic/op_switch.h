/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_SWITCH_H
#define DXGMAP_LOGIC_OP_SWITCH_H

/* What Dxgkrnl and the machine do to a started adapter: the first cause that holds (spec/clauses/attach.md,
   exclusive.md, power.md, link.md). */

/*@
  // The step set the switches of the adapter of handle h, and changed nothing else.
  predicate Switches(dxgmap_state a, dxgmap_state b, integer h, dxgmap_switches w) =
    KnownAdapter(a, h) && KnownAdapter(b, h) && MappingsKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) &&
    StartKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && b.adapter[AdapterOf(h)].switches == w &&
    OpenedKept(a.opened, b.opened, 0) && AdaptersKept(a, b, AdapterOf(h)) && b.commit == a.commit;
  logic dxgmap_switches SwitchesOf(dxgmap_state s, integer h) = s.adapter[AdapterOf(h)].switches;
  // From v to w one switch alone was turned.
  predicate Attaches(dxgmap_switches v, dxgmap_switches w) =
    w.attached == 1 && w.exclusive == v.exclusive && w.power == v.power && w.removed == v.removed && w.lead == v.lead;
  predicate Excludes(dxgmap_switches v, dxgmap_switches w, integer exclusive) =
    w.attached == v.attached && w.exclusive == exclusive && w.power == v.power && w.removed == v.removed &&
    w.lead == v.lead;
  predicate Powers(dxgmap_switches v, dxgmap_switches w, integer power) =
    w.attached == v.attached && w.exclusive == v.exclusive && w.power == power && w.removed == v.removed &&
    w.lead == v.lead;
  predicate Removes(dxgmap_switches v, dxgmap_switches w) =
    w.attached == v.attached && w.exclusive == v.exclusive && w.power == v.power && w.removed == 1 && w.lead == v.lead;
  predicate Links(dxgmap_switches v, dxgmap_switches w, integer lead) =
    w.attached == v.attached && w.exclusive == v.exclusive && w.power == v.power && w.removed == v.removed &&
    w.lead == lead;

  predicate AttachStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].linked != 0 ? status == DXGMAP_NOT_LEAD : // GATE-11
    s.adapter[AdapterOf(h)].switches.attached != 0 ? status == DXGMAP_ATTACHED : // ATTACH-5
    status == DXGMAP_OK;
  predicate ExclusiveBeginStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.exclusive != 0 ? status == DXGMAP_EXCLUSIVE : // EXCL-4
    status == DXGMAP_OK;
  predicate ExclusiveEndStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.exclusive == 0 ? status == DXGMAP_NOT_EXCLUSIVE : // EXCLEND-3
    status == DXGMAP_OK;
  predicate PowerStatus(dxgmap_state s, integer h, integer power, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.removed != 0 ? status == DXGMAP_REMOVED : // POWER-5
    power > DXGMAP_D3 ? status == DXGMAP_BAD_POWER : // POWER-6
    status == DXGMAP_OK;
  predicate RemoveStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.removed != 0 ? status == DXGMAP_REMOVED : // REMOVE-6
    status == DXGMAP_OK;

  // The handle is of an adapter that is no other's to lead.
  predicate Leads(dxgmap_state s, integer h) = KnownAdapter(s, h) && s.adapter[AdapterOf(h)].linked == 0;
  predicate LinkStatus(dxgmap_state s, integer h, integer lead, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].linked == 0 ? status == DXGMAP_LINKED : // LINK-6
    Leads(s, s.adapter[AdapterOf(h)].switches.lead) ? status == DXGMAP_LINKED : // LINK-7
    !Leads(s, lead) ? status == DXGMAP_NOT_LEAD : // LINK-8
    status == DXGMAP_OK;
  // The adapter whose save areas, domain and adapter objects this one shares: the lead of its chain, or itself.
  logic integer LeadOf(dxgmap_state s, integer h) =
    s.adapter[AdapterOf(h)].linked == 0 ? h : s.adapter[AdapterOf(h)].switches.lead;
  predicate LeadStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    !Leads(s, LeadOf(s, h)) ? status == DXGMAP_NOT_LEAD : // LEAD-3
    status == DXGMAP_OK;
*/

#endif
