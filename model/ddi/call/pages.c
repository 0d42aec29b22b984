/* SPDX-License-Identifier: MIT */
#include "ddi/call/pages.h"

#include "ddi/machine/choice.h"

bool dxgmap_ddi_pages_follow(const uint64_t *frame, uint64_t pages)
{
  /*@ loop invariant range: 1 <= i <= pages;
      loop invariant run: \forall integer k; 0 <= k < i ==> frame[k] == frame[0] + k;
      loop assigns i;
      loop variant pages - i; */
  for (uint64_t i = 1; i < pages; i++) {
    if (frame[i] != frame[i - 1] + 1) {
      return false;
    }
  }
  return true;
}

void dxgmap_ddi_pages_copy(uint64_t *page, const uint64_t *frame, uint64_t pages)
{
  /*@ loop invariant range: 0 <= i <= pages;
      loop invariant copied: \forall integer k; 0 <= k < i ==> page[k] == frame[k];
      loop assigns i, page[0 .. pages - 1];
      loop variant pages - i; */
  for (uint64_t i = 0; i < pages; i++) {
    page[i] = frame[i];
  }
}

/*@ requires valid: \valid(page + (0 .. pages - 1));
    terminates \true;
    exits \false;
    assigns page[0 .. pages - 1];
    ensures same: \forall integer i; 0 <= i < pages ==> page[i] == i; */
static void dxgmap_ddi_pages_count(uint64_t *page, uint64_t pages)
{
  /*@ loop invariant range: 0 <= i <= pages;
      loop invariant same: \forall integer k; 0 <= k < i ==> page[k] == k;
      loop assigns i, page[0 .. pages - 1];
      loop variant pages - i; */
  for (uint64_t i = 0; i < pages; i++) {
    page[i] = i;
  }
}

/* Two pages change their numbers, and so the places of their frames. `pages` is what the contract speaks of. */
/*@ requires valid: \valid(page + (0 .. pages - 1));
    requires frames: \valid(frame + (0 .. pages - 1));
    requires apart: \separated(page + (0 .. pages - 1), frame + (0 .. pages - 1));
    requires in: a < pages && b < pages;
    requires numbers: PageNumbers(page, pages);
    terminates \true;
    exits \false;
    assigns page[0 .. pages - 1], frame[0 .. pages - 1];
    ensures numbers: PageNumbers(page, pages);
    ensures kept: \forall integer i; 0 <= i < pages ==>
            \at(frame[\at(page[i], Post)], Post) == \at(frame[\at(page[i], Pre)], Pre); */
static void dxgmap_ddi_pages_swap(uint64_t *page, uint64_t *frame, uint64_t pages, uint64_t a, uint64_t b)
{
  (void)pages;
  uint64_t number = page[a];
  uint64_t other = page[b];
  uint64_t held = frame[number];
  frame[number] = frame[other];
  frame[other] = held;
  page[a] = other;
  page[b] = number;
}

/* Shuffles, then parts neighbours: swapping the two of an ascending pair makes no new one. */
void dxgmap_ddi_pages_scatter(uint64_t *page, uint64_t *frame, uint64_t pages, uint64_t *choices)
{
  dxgmap_ddi_pages_count(page, pages);
  /*@ loop invariant range: 0 <= i <= pages;
      loop invariant numbers: PageNumbers(page, pages);
      loop invariant named: PageNamed{Pre, Here}(page, frame, pages);
      loop assigns i, page[0 .. pages - 1], frame[0 .. pages - 1], *choices;
      loop variant i; */
  for (uint64_t i = pages; i > 1; i--) {
    dxgmap_ddi_pages_swap(page, frame, pages, i - 1, dxgmap_ddi_choose_from(choices, i));
  }
  /*@ loop invariant range: 1 <= i;
      loop invariant numbers: PageNumbers(page, pages);
      loop invariant named: PageNamed{Pre, Here}(page, frame, pages);
      loop assigns i, page[0 .. pages - 1], frame[0 .. pages - 1];
      loop variant pages - i; */
  for (uint64_t i = 1; i < pages; i++) {
    if (page[i] == page[i - 1] + 1) {
      dxgmap_ddi_pages_swap(page, frame, pages, i - 1, i);
    }
  }
}

void dxgmap_ddi_pages_from(uint64_t *page, uint64_t pages, uint64_t base)
{
  /*@ loop invariant range: 0 <= i <= pages;
      loop invariant counted: \forall integer k; 0 <= k < i ==> page[k] == \at(page[k], Pre) + base;
      loop invariant left: \forall integer k; i <= k < pages ==> page[k] == \at(page[k], Pre);
      loop assigns i, page[0 .. pages - 1];
      loop variant pages - i; */
  for (uint64_t i = 0; i < pages; i++) {
    page[i] += base;
  }
}
