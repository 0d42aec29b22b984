/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_LEAK_H
#define DXGMAP_LOGIC_LEAK_H

/* What a state without live mappings holds: nothing. And how its live mappings are listed. */

/*@
  // No slot, no link, no logical page, no cell, no count, no window page and no pin is in use, and nothing is
  // translated.
  predicate AdapterEmpty(dxgmap_adapter a) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(a.slots, i)) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.links.to.slot[i] == 0 && a.links.uses.count[i] == 0) &&
    (\forall integer i; !RangeLive(a.domain.ranges, i)) &&
    (\forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.owners.id[l] == 0) &&
    (\forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.cells.cell[l] == 0) &&
    (\forall integer p; 0 <= p < DXGMAP_PAGES ==> a.domain.counts.count[p] == 0) &&
    TranslationNothing(a.domain.translation) &&
    (\forall integer w; 0 <= w < DXGMAP_WINDOW ==> a.views.owner[w] == 0) &&
    (\forall integer k; 0 <= k < DXGMAP_CHAIN ==> a.saves.pin[k] == 0);
  predicate Unlocked(dxgmap_state s) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> LockSum(s, DXGMAP_PLACES, p) == 0;
  predicate AllClosed(dxgmap_state s) = \forall integer x; 0 <= x < DXGMAP_SLOTS ==> s.opened.place[x] == 0;
  predicate NothingHeld(dxgmap_state s) =
    Unlocked(s) && AllClosed(s) && \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterEmpty(s.adapter[k]);

  predicate SomeValid(dxgmap_state s) = \exists integer h; Valid(s, h);

  predicate AllStopped(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> s.adapter[k].started == 0;
  // Memory is committed only for adapters that are started: as much as they asked for.
  predicate Committed(dxgmap_state s) = Charged(s) && (AllStopped(s) ==> s.commit == 0);

  predicate ListedAt(dxgmap_state s, integer k, integer c) =
    \exists integer h; Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c);
  // The cursors 0 .. live - 1 of adapter k, or of the machine, name its live mappings: each cursor one, each mapping
  // once, and no other.
  predicate Listed(dxgmap_state s, integer k) =
    (\forall integer c; 0 <= c < s.adapter[k].slots.live ==> ListedAt(s, k, c)) &&
    (\forall integer h; Valid(s, h) && HandleTag(h) == k ==>
       \exists integer c; 0 <= c < s.adapter[k].slots.live && LiveAt(s, h, c)) &&
    (\forall integer c, g, h; Valid(s, g) && HandleTag(g) == k && LiveAt(s, g, c) &&
       Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c) ==> g == h) &&
    (\forall integer c, d, h; LiveAt(s, h, c) && LiveAt(s, h, d) ==> c == d);
  predicate AllListed(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_PLACES ==> Listed(s, k);
*/

#endif
