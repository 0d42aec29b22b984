/* SPDX-License-Identifier: MIT */
/* A table that is one structure, of zeros when it is empty: opened in reserved memory, whatever the number of pages.
   For the file that has defined `table`. */

static void *table_open(uint32_t pages, int shared)
{
  (void)pages;
  (void)shared;
  return bench_reserve(sizeof(table));
}

static void table_close(void *t)
{
  bench_unreserve(t, sizeof(table));
}
