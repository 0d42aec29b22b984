/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_VIEWS_H
#define DXGMAP_LOGIC_VIEWS_H

/* The window of CPU views: which page belongs to which view. */

/*@
  predicate ViewCovers(dxgmap_views v, integer i, integer w) =
    0 <= i < DXGMAP_SLOTS && v.place[i] <= w < v.place[i] + v.span[i];

  predicate ViewsOwned(dxgmap_views v) =
    \forall integer w; 0 <= w < DXGMAP_WINDOW && v.owner[w] != 0 ==> ViewCovers(v, v.owner[w] - 1, w);
  predicate ViewsOwn(dxgmap_views v) =
    \forall integer i, w; ViewCovers(v, i, w) ==> 0 <= w < DXGMAP_WINDOW && v.owner[w] == i + 1;

  predicate ViewsOk(dxgmap_views v) = ViewsOwned(v) && ViewsOwn(v);

  predicate ViewRoom(dxgmap_views v, integer place, integer span) =
    0 <= place && place + span <= DXGMAP_WINDOW && \forall integer w; place <= w < place + span ==> v.owner[w] == 0;

  predicate ViewsKept(dxgmap_views a, dxgmap_views b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> b.place[i] == a.place[i] && b.span[i] == a.span[i];
*/

#endif
