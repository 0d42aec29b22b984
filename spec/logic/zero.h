/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_ZERO_H
#define DXGMAP_LOGIC_ZERO_H

/* Memory of zeros, part by part: where every history begins. */

/*@
  predicate ZeroSlots(dxgmap_slots t) =
    t.high == 0 && t.free == 0 && t.live == 0 &&
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> t.generation[i] == 0 && t.order[i] == 0 && t.place[i] == 0;

  predicate ZeroDescriptor(dxgmap_descriptor d) =
    d.kind == 0 && d.index == 0 && d.space == 0 && d.user == 0 && d.cache == 0 && d.slack == 0 && d.object == 0 &&
      d.physical == 0 &&
    d.length == 0 && d.process == 0;
  predicate ZeroDescriptors(dxgmap_descriptors d) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> ZeroDescriptor(d.at[i]);

  predicate ZeroLinks(dxgmap_links l) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> l.to.slot[i] == 0 && l.uses.count[i] == 0;
  predicate ZeroOpened(dxgmap_opened o) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==> o.place[i] == 0 &&
    o.slot[i] == 0;

  predicate ZeroCells(dxgmap_cells c) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> c.cell[l] == 0;
  predicate ZeroCounts(dxgmap_counts n) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> n.count[p] == 0;
  predicate ZeroOwners(dxgmap_owners o) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> o.id[l] == 0;
  predicate ZeroTranslation(dxgmap_translation t) =
    (\forall integer b; 0 <= b < DXGMAP_BLOCKS ==> t.directory.word[b] == 0) &&
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> t.entries.value[l] == 0;
  predicate ZeroDomain(dxgmap_domain d) =
    RangesZero(d.ranges) && d.ranges.limit == 0 && ZeroCells(d.cells) && ZeroOwners(d.owners) && ZeroCounts(d.counts) &&
    ZeroTranslation(d.translation);

  predicate ZeroViews(dxgmap_views v) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> v.place[i] == 0 && v.span[i] == 0) &&
    \forall integer w; 0 <= w < DXGMAP_WINDOW ==> v.owner[w] == 0;

  predicate ZeroSaves(dxgmap_saves s) =
    s.chain == 0 && \forall integer k; 0 <= k < DXGMAP_CHAIN ==> s.maximum.pages[k] == 0 && s.pin[k] == 0;
  predicate ZeroResources(dxgmap_resources r) =
    r.count == 0 && \forall integer k; 0 <= k < DXGMAP_RESOURCES ==>
      r.at[k].space == 0 && r.at[k].start == 0 && r.at[k].length == 0;

  predicate ZeroAdapter(dxgmap_adapter a) =
    a.generation == 0 && a.started == 0 && a.mode == 0 && a.capability == 0 && a.linked == 0 &&
    SwitchedOff(a.switches) && a.charge == 0 && ZeroSaves(a.saves) &&
    ZeroResources(a.resources) && ZeroSlots(a.slots) && ZeroDescriptors(a.descriptors) && ZeroLinks(a.links) &&
      ZeroDomain(a.domain) &&
    ZeroViews(a.views);

  predicate Zero(dxgmap_state s) =
    s.commit == 0 && ZeroOpened(s.opened) &&
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> ZeroAdapter(s.adapter[k]);
*/

#endif
