/* SPDX-License-Identifier: MIT */
/* What lasts as long as the machine: pieces of one reservation, which goes with the machine and not before. */
#include "machine.h"

#include "host/base/memory.h"
#include "host/os/os.h"

#include <string.h>

#define SMALL ((size_t)3 * 4096)
#define LARGE ((size_t)4 << 20)

static bool is_there(const void *at)
{
  return dxgmap_os_readable(at, 1);
}

static bool all_zero(const unsigned char *bytes, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    if (bytes[i] != 0) {
      return false;
    }
  }
  return true;
}

static void open_for(uint64_t bytes, uint64_t window_pages)
{
  dxgmap_host_config config = {.pages = 64,
                               .low_reserved = 4,
                               .kernel_pages = 64,
                               .quarantine = 32,
                               .lasting_bytes = bytes,
                               .window_pages = window_pages};
  CHECK_OK(dxgmap_host_open(&config));
}

static void pieces_are_apart_and_zeroed(size_t bytes)
{
  unsigned char *one, *two;
  open_for(4 * LARGE, 0);
  one = dxgmap_host_reserve_lasting(bytes);
  two = dxgmap_host_reserve_lasting(bytes);
  CHECK(one != NULL && two != NULL);
  CHECK(one + bytes <= two || two + bytes <= one);
  CHECK(all_zero(one, bytes) && all_zero(two, bytes));
  memset(one, 1, bytes);
  memset(two, 2, bytes);
  CHECK_EQ(1, one[bytes - 1]);
  CHECK_EQ(2, two[0]);
  dxgmap_host_unreserve_lasting(two, bytes);
  CHECK_EQ(1, one[0]);
  two = dxgmap_host_reserve_lasting(bytes); /* the same place, maybe */
  CHECK(all_zero(two, bytes));
  dxgmap_host_unreserve_lasting(one, bytes);
  dxgmap_host_unreserve_lasting(two, bytes);
  machine_close();
}

static void small_pieces(void)
{
  pieces_are_apart_and_zeroed(SMALL);
}

static void large_pieces(void)
{
  pieces_are_apart_and_zeroed(LARGE);
}

/* More than was foreseen is had all the same, and given back at once. */
static void no_room(void)
{
  const size_t bytes = (size_t)8 << 30;
  unsigned char *piece;
  open_for(0, 0);
  piece = dxgmap_host_reserve_lasting(bytes);
  CHECK(piece != NULL);
  piece[bytes - 1] = 1;
  dxgmap_host_unreserve_lasting(piece, bytes);
  CHECK(!is_there(piece));
  machine_close();
}

static void nothing_is_no_piece(void)
{
  open_for(LARGE, 0);
  CHECK(dxgmap_host_reserve_lasting(0) == NULL);
  CHECK(dxgmap_host_reserve_lasting(SIZE_MAX) == NULL);
  dxgmap_host_unreserve_lasting(NULL, LARGE);
  machine_close();
}

/* A range faults before it is used and after it was given back, and can be had again and again. */
static void ranges_fault(void)
{
  open_for(0, 1 << 16);
  for (unsigned i = 0; i < 100; i++) {
    uint64_t pages = 1 << 15;
    unsigned char *base = dxgmap_host_range_open(&pages);
    CHECK(base != NULL);
    CHECK_EQ(1 << 15, pages);
    CHECK(!is_there(base));
    CHECK(dxgmap_os_range_fill(base, DXGMAP_OS_PAGE));
    base[0] = 1;
    CHECK(is_there(base));
    dxgmap_host_range_close(base, pages);
    CHECK(!is_there(base));
  }
  machine_close();
}

static void the_close_takes_all(void)
{
  unsigned char *piece;
  open_for(2 * LARGE, 0);
  piece = dxgmap_host_reserve_lasting(LARGE);
  CHECK(piece != NULL);
  piece[0] = 1;
  dxgmap_host_closing();
  dxgmap_host_unreserve_lasting(piece, LARGE);
  dxgmap_host_close();
  CHECK(!is_there(piece));
  CHECK_EQ(0, dxgmap_host_usage_now().regions);
}

/* Who keeps a piece beyond the close keeps it, and other machines have the rest. */
static void a_piece_outlives_the_machine(void)
{
  unsigned char *kept, *other;
  open_for(2 * LARGE, 0);
  kept = dxgmap_host_reserve_lasting(LARGE);
  CHECK(kept != NULL);
  kept[0] = 1;
  dxgmap_host_close();
  open_for(2 * LARGE, 0);
  other = dxgmap_host_reserve_lasting(LARGE);
  CHECK(other != NULL && other != kept);
  other[0] = 2;
  CHECK_EQ(1, kept[0]);
  dxgmap_host_unreserve_lasting(kept, LARGE);
  CHECK(!is_there(kept));
  CHECK_EQ(2, other[0]);
  dxgmap_host_unreserve_lasting(other, LARGE);
  CHECK(!is_there(other));
  machine_close();
}

static void *piece;

static dxgmap_host_result take_one(void)
{
  piece = dxgmap_host_reserve_lasting(LARGE);
  return piece != NULL ? DXGMAP_HOST_OK : DXGMAP_HOST_NO_MEMORY;
}

static void give_one(void)
{
  dxgmap_host_unreserve_lasting(piece, LARGE);
}

static void failures_change_nothing(void)
{
  open_for(LARGE, 0);
  check_each_failure(take_one, give_one, 1);
  machine_close();
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(small_pieces);
  RUN(large_pieces);
  RUN(no_room);
  RUN(nothing_is_no_piece);
  RUN(ranges_fault);
  RUN(the_close_takes_all);
  RUN(a_piece_outlives_the_machine);
  RUN(failures_change_nothing);
  return harness_end();
}
