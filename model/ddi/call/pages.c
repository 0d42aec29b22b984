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

/* Two pages change their numbers. `pages` is what the contract speaks of. */
/*@ requires valid: \valid(page + (0 .. pages - 1));
    requires in: a < pages && b < pages;
    requires numbers: PageNumbers(page, pages);
    terminates \true;
    exits \false;
    assigns page[0 .. pages - 1];
    ensures numbers: PageNumbers(page, pages); */
static void dxgmap_ddi_pages_swap(uint64_t *page, uint64_t pages, uint64_t a, uint64_t b)
{
  (void)pages;
  uint64_t number = page[a];
  page[a] = page[b];
  page[b] = number;
}

/* To the numbers up to `first` come those up to `pages`, each where one of those before it was. */
/*@ requires some: first <= pages;
    requires valid: \valid(page + (0 .. pages - 1));
    requires numbers: PageNumbers(page, first);
    requires choices: \valid(choices) && \separated(choices, page + (..));
    terminates \true;
    exits \false;
    assigns page[0 .. pages - 1], *choices;
    ensures numbers: PageNumbers(page, pages); */
static void dxgmap_ddi_pages_shuffle(uint64_t *page, uint64_t first, uint64_t pages, uint64_t *choices)
{
  /*@ loop invariant range: first <= i <= pages;
      loop invariant numbers: PageNumbers(page, i);
      loop assigns i, page[0 .. pages - 1], *choices;
      loop variant pages - i; */
  for (uint64_t i = first; i < pages; i++) {
    page[i] = i;
    dxgmap_ddi_pages_swap(page, i + 1, i, dxgmap_ddi_choose_from(choices, i + 1));
  }
}

/* Each number becomes two, which are `half` pages apart. */
/*@ requires some: half <= UINT64_MAX / 2;
    requires valid: \valid(page + (0 .. 2 * half - 1));
    requires numbers: PageNumbers(page, half);
    terminates \true;
    exits \false;
    assigns page[0 .. 2 * half - 1];
    ensures numbers: PageNumbers(page, 2 * half); */
static void dxgmap_ddi_pages_double(uint64_t *page, uint64_t half)
{
  /*@ loop invariant range: 0 <= i <= half;
      loop invariant even: \forall integer k; 0 <= k < i ==> page[k] == 2 * \at(page[k], Pre);
      loop invariant odd: \forall integer k; half <= k < half + i ==> page[k] == 2 * \at(page[k - half], Pre) + 1;
      loop invariant left: \forall integer k; i <= k < half ==> page[k] == \at(page[k], Pre);
      loop assigns i, page[0 .. 2 * half - 1];
      loop variant half - i; */
  for (uint64_t i = 0; i < half; i++) {
    page[i] = 2 * page[i];
    page[half + i] = page[i] + 1;
  }
  /*@ assert below: \forall integer k; 0 <= k < 2 * half ==> page[k] < 2 * half; */
  /*@ assert evens: \forall integer k, m; 0 <= k < m < half ==> page[k] != page[m]; */
  /*@ assert odds: \forall integer k, m; half <= k < m < 2 * half ==> page[k] != page[m]; */
  /*@ assert both: \forall integer k, m; 0 <= k < half <= m < 2 * half ==> page[k] != page[m]; */
}

/* Parts neighbours: swapping the two of an ascending pair makes no new one. */
/*@ requires valid: \valid(page + (0 .. pages - 1));
    requires numbers: PageNumbers(page, pages);
    terminates \true;
    exits \false;
    assigns page[0 .. pages - 1];
    ensures numbers: PageNumbers(page, pages); */
static void dxgmap_ddi_pages_part(uint64_t *page, uint64_t pages)
{
  /*@ loop invariant range: 1 <= i;
      loop invariant numbers: PageNumbers(page, pages);
      loop assigns i, page[0 .. pages - 1];
      loop variant pages - i; */
  for (uint64_t i = 1; i < pages; i++) {
    if (page[i] == page[i - 1] + 1) {
      dxgmap_ddi_pages_swap(page, pages, i - 1, i);
    }
  }
}

#define DXGMAP_DDI_PAGES_FEW 64u

/* Of a long list the choices take the most time: there an eighth is shuffled, and each number of it becomes eight, an
   eighth apart. Of these no two that lie side by side are neighbours. */
void dxgmap_ddi_pages_scatter(uint64_t *page, uint64_t pages, uint64_t *choices)
{
  uint64_t eighth = pages < DXGMAP_DDI_PAGES_FEW ? 0 : pages / 8;
  dxgmap_ddi_pages_shuffle(page, 0, eighth, choices);
  dxgmap_ddi_pages_double(page, eighth);
  dxgmap_ddi_pages_double(page, 2 * eighth);
  dxgmap_ddi_pages_double(page, 4 * eighth);
  if (8 * eighth != pages) {
    dxgmap_ddi_pages_shuffle(page, 8 * eighth, pages, choices);
    dxgmap_ddi_pages_part(page, pages);
  }
}

void dxgmap_ddi_pages_order(const uint64_t *page, uint64_t *frame, const uint64_t *from, uint64_t pages)
{
  /*@ loop invariant range: 0 <= i <= pages;
      loop invariant named: PageNamed(page, frame, from, i);
      loop assigns i, frame[0 .. pages - 1];
      loop variant pages - i; */
  for (uint64_t i = 0; i < pages; i++) {
    frame[page[i]] = from[i];
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
