/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_SWITCH_H
#define DXGMAP_OP_SWITCH_H

#include "state/state.h"

#include "logic/op_switch.h"

/* Puts the IOMMU domain in force: from here the device reaches mapped pages only. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AttachStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures attached: \result == DXGMAP_OK ==> Attaches(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter)); */
uint32_t dxgmap_op_attach(dxgmap_state *s, uint64_t adapter);

/* Begins exclusive access: the driver keeps its device silent and calls nothing. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveBeginStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures begun: \result == DXGMAP_OK ==> Excludes(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter), 1); */
uint32_t dxgmap_op_exclusive_begin(dxgmap_state *s, uint64_t adapter);

/* Ends exclusive access. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveEndStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures ended: \result == DXGMAP_OK ==> Excludes(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter), 0); */
uint32_t dxgmap_op_exclusive_end(dxgmap_state *s, uint64_t adapter);

/* Brings the device into a power state (enum dxgmap_power); in all but D0 it reaches no memory. What is mapped stays
   mapped. Source: DXGKDDI_SET_POWER_STATE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PowerStatus(\old(*s), adapter, power, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures powered: \result == DXGMAP_OK ==> Powers(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter), power); */
uint32_t dxgmap_op_power(dxgmap_state *s, uint64_t adapter, uint32_t power);

/* The device was pulled out: it reaches no memory any more, and nothing is acquired on it. What lives is released as
   ever, until the stop. Source: DXGKDDI_NOTIFY_SURPRISE_REMOVAL. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: RemoveStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures removed: \result == DXGMAP_OK ==> Removes(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter)); */
uint32_t dxgmap_op_remove(dxgmap_state *s, uint64_t adapter);

/* Puts a linked adapter into the chain of a lead, which has started last. Source: Linked display adapters. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: LinkStatus(\old(*s), adapter, lead, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures linked: \result == DXGMAP_OK ==> Links(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter), lead); */
uint32_t dxgmap_op_link(dxgmap_state *s, uint64_t adapter, uint64_t lead);

/* The adapter whose save areas, domain and adapter objects this one shares: the lead of its chain, or itself. Its
   handle is that of a started adapter that is not linked to another. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: LeadStatus(*s, adapter, \result.status);
    ensures lead: \result.status == DXGMAP_OK ==> \result.handle == LeadOf(*s, adapter) && Leads(*s, \result.handle);
    ensures none: \result.status != DXGMAP_OK ==> \result.handle == 0; */
dxgmap_outcome dxgmap_op_lead(const dxgmap_state *s, uint64_t adapter);

#endif
