/* SPDX-License-Identifier: MIT */
/* Ranges on Windows, which need placeholders. `range_test has` says whether this system has them, by its exit code. */
#include "harness.h"
#include "host/os/os.h"
#include "host/os/os_windows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGES ((size_t)64)
#define PAGE DXGMAP_OS_PAGE

static unsigned char *range;
static dxgmap_os_file file;

static dxgmap_win_memory about(const void *at)
{
  dxgmap_win_memory found;
  CHECK(VirtualQuery(at, &found, sizeof found) != 0);
  return found;
}

/* A range, and a file whose pages have their numbers in them, from 1 on. */
static void begin(void)
{
  unsigned char *bytes;
  range = dxgmap_os_range_open(PAGES * PAGE);
  file = dxgmap_os_file_open("test", 256 * PAGE);
  CHECK(range != NULL && file != DXGMAP_OS_NO_FILE);
  bytes = dxgmap_os_file_map(file, 0, 256 * PAGE);
  CHECK(bytes != NULL);
  for (size_t i = 0; i < 256; i++) {
    bytes[i * PAGE] = (unsigned char)(i + 1);
  }
  dxgmap_os_file_unmap(bytes, 256 * PAGE);
}

static void end(void)
{
  dxgmap_os_range_close(range, PAGES * PAGE);
  CHECK_EQ(DXGMAP_WIN_MEM_FREE, about(range).State);
  dxgmap_os_file_close(file);
}

static bool map(size_t page, size_t pages, size_t from)
{
  return dxgmap_os_range_map(range + page * PAGE, pages * PAGE, file, from * PAGE);
}

/* What is to be seen: 0 for a page that faults. */
static void check_pages(size_t page, size_t pages, size_t from)
{
  for (size_t i = 0; i < pages; i++) {
    unsigned char *at = range + (page + i) * PAGE;
    EXPECT_AT("readable", page + i, from != 0, dxgmap_os_readable(at, 1));
    if (from != 0) {
      EXPECT_AT("what is mapped", page + i, from + i, *at);
    }
  }
}

static void check_void(void)
{
  CHECK_EQ((uintptr_t)range, (uintptr_t)about(range + 5 * PAGE).AllocationBase);
  CHECK_EQ(PAGES * PAGE, about(range).RegionSize); /* one placeholder */
  CHECK_EQ(DXGMAP_WIN_MEM_RESERVE, about(range).State);
}

static void parts_of_a_file_are_mapped_page_by_page(void)
{
  begin();
  check_void();
  CHECK(map(3, 4, 10));
  CHECK(map(7, 1, 5)); /* side by side */
  CHECK(map(63, 1, 254));
  check_pages(0, 3, 0);
  check_pages(3, 4, 11);
  check_pages(7, 1, 6);
  check_pages(8, 55, 0);
  check_pages(63, 1, 255);
  end();
}

static void what_is_written_is_the_file_s(void)
{
  unsigned char byte = 0;
  begin();
  CHECK(map(3, 2, 10) && map(40, 1, 11));
  range[4 * PAGE + 9] = 99;
  CHECK_EQ(99, range[40 * PAGE + 9]);
  CHECK(dxgmap_os_file_read(file, 11 * PAGE + 9, &byte, 1));
  CHECK_EQ(99, byte);
  end();
}

static void a_part_of_a_view_is_replaced(void)
{
  begin();
  CHECK(map(10, 20, 100));
  CHECK(map(15, 3, 0));
  check_pages(10, 5, 101);
  check_pages(15, 3, 1);
  check_pages(18, 12, 109);
  CHECK(map(10, 1, 50)); /* its first */
  CHECK(map(29, 1, 60)); /* and its last page */
  check_pages(10, 1, 51);
  check_pages(11, 4, 102);
  check_pages(18, 11, 109);
  check_pages(29, 1, 61);
  CHECK(map(12, 10, 200)); /* over parts of three */
  check_pages(11, 1, 102);
  check_pages(12, 10, 201);
  check_pages(22, 7, 113);
  end();
}

static void what_is_cleared_is_one_placeholder_again(void)
{
  begin();
  CHECK(map(0, 10, 0) && map(10, 10, 50) && map(54, 10, 30));
  CHECK(dxgmap_os_range_clear(range + 5 * PAGE, 10 * PAGE));
  check_pages(0, 5, 1);
  check_pages(5, 10, 0);
  check_pages(15, 5, 56);
  CHECK_EQ(10 * PAGE, about(range + 5 * PAGE).RegionSize);
  CHECK(dxgmap_os_range_clear(range, 5 * PAGE));
  CHECK(dxgmap_os_range_clear(range + 54 * PAGE, 10 * PAGE));
  CHECK(dxgmap_os_range_clear(range + 15 * PAGE, 5 * PAGE));
  check_void();
  CHECK(dxgmap_os_range_clear(range + 7 * PAGE, 9 * PAGE)); /* where nothing is */
  check_void();
  end();
}

static void pages_of_their_own_are_zero_and_go(void)
{
  begin();
  CHECK(map(4, 8, 20));
  CHECK(dxgmap_os_range_fill(range + 2 * PAGE, 4 * PAGE));
  for (size_t i = 2; i < 6; i++) {
    CHECK_EQ(0, range[i * PAGE]);
    memset(range + i * PAGE, 0xDB, PAGE);
  }
  check_pages(6, 6, 23);
  CHECK(dxgmap_os_range_fill(range + 3 * PAGE, PAGE));
  CHECK_EQ(0xDB, range[2 * PAGE]);
  CHECK_EQ(0, range[3 * PAGE]);
  CHECK(map(3, 1, 7));
  check_pages(3, 1, 8);
  CHECK(dxgmap_os_range_clear(range, PAGES * PAGE));
  check_void();
  end();
}

static void a_view_outlives_the_handle_of_its_file(void)
{
  dxgmap_os_file other;
  begin();
  CHECK(map(10, 9, 100));
  dxgmap_os_file_close(file);
  other = dxgmap_os_file_open("other", 256 * PAGE); /* may get the same handle */
  CHECK(dxgmap_os_range_clear(range + 14 * PAGE, PAGE));
  check_pages(10, 4, 101);
  check_pages(15, 4, 106);
  file = other;
  end();
}

static void ranges_are_apart(void)
{
  unsigned char *one, *two;
  begin();
  one = dxgmap_os_range_open(16 * PAGE);
  two = dxgmap_os_range_open(16 * PAGE);
  CHECK(one != NULL && two != NULL);
  CHECK(dxgmap_os_range_map(one, 16 * PAGE, file, 0));
  CHECK(dxgmap_os_range_map(two, 16 * PAGE, file, 0));
  CHECK(dxgmap_os_range_clear(one, 16 * PAGE));
  CHECK_EQ(16 * PAGE, about(one).RegionSize);
  CHECK_EQ(16, two[15 * PAGE]);
  dxgmap_os_range_close(one, 16 * PAGE);
  CHECK_EQ(16, two[15 * PAGE]);
  CHECK(!dxgmap_os_range_map(one, PAGE, file, 0)); /* no range any more */
  CHECK(!dxgmap_os_range_fill(one, PAGE));
  CHECK(!dxgmap_os_range_clear(one, PAGE));
  dxgmap_os_range_close(two, 16 * PAGE);
  end();
}

static void a_large_range_costs_what_is_used(void)
{
  size_t bytes = (size_t)1 << 36;
  unsigned char *large;
  begin();
  large = dxgmap_os_range_open(bytes);
  CHECK(large != NULL);
  CHECK(dxgmap_os_range_map(large + bytes - PAGE, PAGE, file, 4 * PAGE));
  CHECK_EQ(5, large[bytes - PAGE]);
  CHECK(dxgmap_os_range_clear(large, bytes));
  CHECK_EQ(bytes, about(large).RegionSize);
  dxgmap_os_range_close(large, bytes);
  end();
}

/* ---- Beside threads ---- */

static bool handle(const dxgmap_os_fault *fault)
{
  (void)fault;
  return false;
}

static _Atomic bool over;

static void *read_on(void *unused)
{
  uint64_t sum = 0;
  while (!over) {
    sum += range[8 * PAGE]; /* stays mapped, as far as it can tell */
  }
  return sum != 0 ? unused : NULL;
}

static void who_reads_a_view_does_not_see_it_change(void)
{
  pthread_t reader;
  begin();
  CHECK(dxgmap_os_faults_install(handle));
  CHECK(map(0, 16, 100));
  over = false;
  check_start(&reader, read_on, &reader);
  for (unsigned i = 0; i < 500; i++) {
    CHECK(map(4, 1, i % 50));
    CHECK(map(0, 16, 100));
  }
  over = true;
  CHECK(check_join(reader) != NULL);
  dxgmap_os_faults_remove();
  end();
}

static unsigned random_state = 1;

static size_t below(size_t most)
{
  random_state = random_state * 1103515245u + 12345u;
  return (random_state >> 8) % most;
}

/* Against a table of what each page shows: the file's page, `own` for one of its own, 0 for nothing. */
static void any_changes_one_after_another(void)
{
  size_t shows[PAGES] = {0};
  const size_t own = 1000;
  begin();
  for (unsigned step = 0; step < 1500; step++) {
    size_t at = below(PAGES), count = 1 + below(PAGES - at < 12 ? PAGES - at : 12), from = below(256 - count);
    size_t what = below(4);
    check_at(1, step);
    if (what == 0) {
      CHECK(dxgmap_os_range_clear(range + at * PAGE, count * PAGE));
    } else if (what == 1) {
      CHECK(dxgmap_os_range_fill(range + at * PAGE, count * PAGE));
    } else {
      CHECK(map(at, count, from));
    }
    for (size_t i = 0; i < count; i++) {
      shows[at + i] = what == 0 ? 0 : what == 1 ? own : from + i + 1;
    }
    for (size_t i = 0; i < PAGES; i++) {
      EXPECT_AT("readable", i, shows[i] != 0, dxgmap_os_readable(range + i * PAGE, 1));
      if (shows[i] != 0) {
        EXPECT_AT("byte", i, shows[i] == own ? 0 : (unsigned char)shows[i], range[i * PAGE]);
      }
    }
  }
  CHECK(dxgmap_os_range_clear(range, PAGES * PAGE));
  check_void();
  end();
}

int main(int count, char **words)
{
  if (count > 1 && strcmp(words[1], "has") == 0) {
    void *any = dxgmap_os_range_open(PAGE);
    puts(any != NULL ? "placeholders" : dxgmap_os_limit());
    return any == NULL;
  }
  harness_begin(NULL, NULL);
  RUN(parts_of_a_file_are_mapped_page_by_page);
  RUN(what_is_written_is_the_file_s);
  RUN(a_part_of_a_view_is_replaced);
  RUN(what_is_cleared_is_one_placeholder_again);
  RUN(pages_of_their_own_are_zero_and_go);
  RUN(a_view_outlives_the_handle_of_its_file);
  RUN(ranges_are_apart);
  RUN(a_large_range_costs_what_is_used);
  RUN(who_reads_a_view_does_not_see_it_change);
  RUN(any_changes_one_after_another);
  return harness_end();
}
