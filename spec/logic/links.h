/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_LINKS_H
#define DXGMAP_LOGIC_LINKS_H

/* What belongs to what, and why the counts agree. */

/*@
  // How many of the first n slots have link v.
  logic integer LinkCount(dxgmap_targets t, integer n, integer v) =
    n <= 0 ? 0 : LinkCount(t, n - 1, v) + (t.slot[n - 1] == v ? 1 : 0);

  predicate LinksBounded(dxgmap_targets t) = \forall integer i; 0 <= i < DXGMAP_SLOTS
    ==> 0 <= t.slot[i] <= DXGMAP_SLOTS;
  predicate LinksCounted(dxgmap_targets t, dxgmap_uses u) =
    \forall integer x; 0 <= x < DXGMAP_SLOTS ==> u.count[x] == LinkCount(t, DXGMAP_SLOTS, x + 1);
  predicate UsesBounded(dxgmap_uses u) = \forall integer x; 0 <= x < DXGMAP_SLOTS ==> 0 <= u.count[x] <= DXGMAP_SLOTS;
  predicate LinksOk(dxgmap_links l) = LinksBounded(l.to) && LinksCounted(l.to, l.uses) && UsesBounded(l.uses);

  // Nothing belongs to slot x.
  predicate LinkFree(dxgmap_links l, integer x) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==> l.to.slot[i] != x + 1;

  predicate LinksKept(dxgmap_links a, dxgmap_links b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> b.to.slot[i] == a.to.slot[i];
*/

#endif
