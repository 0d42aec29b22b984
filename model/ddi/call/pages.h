/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_PAGES_H
#define DXGMAP_DDI_PAGES_H

#include <stdbool.h>
#include <stdint.h>

/* What the array of an ADL says of its pages, as loops over numbers alone, so that it is proved (proofs/face). `frame`
   has the frame of each page; `page`, where there is one, numbers the pages. */

#define DXGMAP_DDI_FRAMES ((uint64_t)1 << 52) /* of 64 bits of address */

/*@ predicate PageFrames{L}(uint64_t *frame, integer pages) =
      \forall integer i; 0 <= i < pages ==> frame[i] < DXGMAP_DDI_FRAMES;

    predicate PageNumbers{L}(uint64_t *page, integer pages) =
      (\forall integer i; 0 <= i < pages ==> page[i] < pages) &&
      (\forall integer i, j; 0 <= i < j < pages ==> page[i] != page[j]);

    // The frame of the number that page i has is from[i].
    predicate PageNamed{L}(uint64_t *page, uint64_t *frame, uint64_t *from, integer pages) =
      \forall integer i; 0 <= i < pages ==> frame[page[i]] == from[i]; */

/* Whether the frames are consecutive, in this order. */
/*@ requires some: 0 < pages;
    requires valid: \valid_read(frame + (0 .. pages - 1));
    requires frames: PageFrames(frame, pages);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result <==> (\forall integer i; 0 <= i < pages ==> frame[i] == frame[0] + i); */
bool dxgmap_ddi_pages_follow(const uint64_t *frame, uint64_t pages);

/* Page i is frame[i]. */
/*@ requires valid: \valid(page + (0 .. pages - 1));
    requires read: \valid_read(frame + (0 .. pages - 1));
    requires apart: \separated(page + (0 .. pages - 1), frame + (0 .. pages - 1));
    terminates \true;
    exits \false;
    assigns page[0 .. pages - 1];
    ensures copied: \forall integer i; 0 <= i < pages ==> page[i] == frame[i]; */
void dxgmap_ddi_pages_copy(uint64_t *page, const uint64_t *frame, uint64_t pages);

/* Gives the pages numbers in no order, with as few neighbours as may be. */
/*@ requires valid: \valid(page + (0 .. pages - 1));
    requires choices: \valid(choices) && \separated(choices, page + (..));
    terminates \true;
    exits \false;
    assigns page[0 .. pages - 1], *choices;
    ensures numbers: PageNumbers(page, pages); */
void dxgmap_ddi_pages_scatter(uint64_t *page, uint64_t pages, uint64_t *choices);

/* Puts the frames, of which `from` has one a page, in the order of the pages' numbers. */
/*@ requires valid: \valid_read(page + (0 .. pages - 1));
    requires frames: \valid(frame + (0 .. pages - 1));
    requires read: \valid_read(from + (0 .. pages - 1));
    requires page_apart: \separated(page + (0 .. pages - 1), frame + (0 .. pages - 1));
    requires from_apart: \separated(from + (0 .. pages - 1), frame + (0 .. pages - 1));
    requires numbers: PageNumbers(page, pages);
    terminates \true;
    exits \false;
    assigns frame[0 .. pages - 1];
    ensures named: PageNamed(page, frame, from, pages); */
void dxgmap_ddi_pages_order(const uint64_t *page, uint64_t *frame, const uint64_t *from, uint64_t pages);

/* The numbers count from `base`. */
/*@ requires valid: \valid(page + (0 .. pages - 1));
    requires room: \forall integer i; 0 <= i < pages ==> page[i] + base <= UINT64_MAX;
    terminates \true;
    exits \false;
    assigns page[0 .. pages - 1];
    ensures counted: \forall integer i; 0 <= i < pages ==> page[i] == \old(page[i]) + base; */
void dxgmap_ddi_pages_from(uint64_t *page, uint64_t pages, uint64_t base);

#endif
