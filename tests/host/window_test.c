/* SPDX-License-Identifier: MIT */
/* Windows: places, what is behind them, quarantine, and the kernel's addresses. */
#include "machine.h"

#include <stdio.h>
#include <stdlib.h>

static uint32_t window;
static uint64_t frames[65536];

static unsigned char *at_page(uint64_t at)
{
  return (unsigned char *)dxgmap_host_window_base(window) + at * DXGMAP_HOST_PAGE;
}

static void begin(uint64_t pages, uint64_t quarantine)
{
  machine_open(64);
  CHECK_OK(dxgmap_host_window_open(pages, quarantine, &window));
}

static dxgmap_host_place place_of(uint64_t at)
{
  return dxgmap_host_locate(at_page(at)).place;
}

static uint64_t owner_of(uint64_t at)
{
  return dxgmap_host_locate(at_page(at)).owner;
}

/* A view with an owner, over fresh frames. */
static uint64_t view_of(uint64_t pages, uint64_t owner)
{
  uint64_t at = UINT64_MAX;
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, pages, frames));
  CHECK_OK(dxgmap_host_window_claim(window, pages, &at));
  CHECK_OK(dxgmap_host_window_place_frames(window, at, frames, pages));
  dxgmap_host_window_own(window, at, pages, owner);
  return at;
}

static void a_view_shows_its_frames_until_it_is_removed(void)
{
  unsigned char byte = 0;
  uint64_t at;
  begin(1024, 16);
  at = view_of(3, 77);
  for (uint64_t i = 0; i < 3; i++) {
    dxgmap_host_location where = dxgmap_host_locate(at_page(at + i) + 4095);
    at_page(at + i)[5] = (unsigned char)(i + 1);
    CHECK_OK(dxgmap_host_frame_read(frames[i], 5, &byte, 1));
    CHECK_EQ(i + 1, byte);
    CHECK_EQ(DXGMAP_HOST_PLACE_LIVE, where.place);
    CHECK_EQ(window, where.window);
    CHECK_EQ(at + i, where.at);
    CHECK_EQ(77, where.owner);
    CHECK(where.backed && where.framed);
    CHECK_EQ(frames[i], where.frame);
  }
  CHECK_EQ(3, dxgmap_host_usage_now().window_pages);
  CHECK(dxgmap_host_probe(at_page(at), 3 * 4096, true));
  dxgmap_host_window_remove(window, at, 3);
  for (uint64_t i = 0; i < 3; i++) {
    CHECK(!dxgmap_host_probe(at_page(at + i), 1, false));
    CHECK_EQ(DXGMAP_HOST_PLACE_RELEASED, place_of(at + i));
    CHECK_EQ(77, owner_of(at + i));
  }
  CHECK_EQ(0, dxgmap_host_usage_now().window_pages);
  CHECK_EQ(3, dxgmap_host_usage_now().quarantined);
  CHECK_EQ(0, dxgmap_host_usage_now().maps);
  dxgmap_host_frames_drop(frames, 3);
  machine_close();
}

static void slack_pages_are_taken_and_fault(void)
{
  uint64_t at = 0;
  begin(1024, 16);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 2, frames));
  CHECK_OK(dxgmap_host_window_claim(window, 4, &at));
  CHECK_OK(dxgmap_host_window_place_frames(window, at + 1, frames, 2));
  dxgmap_host_window_own(window, at, 4, 5);
  CHECK(!dxgmap_host_probe(at_page(at), 1, false));
  CHECK(dxgmap_host_probe(at_page(at + 1), 8192, true));
  CHECK(!dxgmap_host_probe(at_page(at + 3), 1, false));
  CHECK_EQ(DXGMAP_HOST_PLACE_LIVE, place_of(at));
  CHECK(!dxgmap_host_locate(at_page(at)).backed);
  CHECK_EQ(5, owner_of(at + 3));
  dxgmap_host_window_remove(window, at, 4);
  CHECK_EQ(DXGMAP_HOST_PLACE_RELEASED, place_of(at + 3));
  machine_close();
}

static void addresses_outside_are_unknown(void)
{
  begin(16, 0);
  CHECK_EQ(DXGMAP_HOST_PLACE_FREE, place_of(0));
  CHECK_EQ(DXGMAP_HOST_PLACE_FREE, place_of(15));
  CHECK(dxgmap_host_locate(at_page(16)).window != window);
  CHECK(dxgmap_host_locate(at_page(0) - 1).window != window);
  CHECK_EQ(DXGMAP_HOST_PLACE_UNKNOWN, dxgmap_host_locate(&window).place);
  CHECK_EQ(DXGMAP_HOST_PLACE_UNKNOWN, dxgmap_host_locate(NULL).place);
  machine_close();
}

static void wrong_arguments_are_refused(void)
{
  uint64_t at = 0, none = 63;
  uint32_t id = 0;
  CHECK_EQ(DXGMAP_HOST_CLOSED, dxgmap_host_window_open(1, 0, &id));
  begin(16, 0);
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_open(0, 0, &id));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_claim(window, 0, &at));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_claim(0, 1, &at));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_claim(UINT32_MAX, 1, &at));
  CHECK_OK(dxgmap_host_frames_allocate(0, 62, 2, frames));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_place_frames(window, 0, frames, 1)); /* not claimed */
  CHECK_OK(dxgmap_host_window_claim(window, 2, &at));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_place_frames(window, at, &none, 1));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_place_frames(window, at, frames, 0));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_place_frames(window, UINT64_MAX, frames, 2));
  CHECK_OK(dxgmap_host_window_place_frames(window, at, frames, 1));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_place_frames(window, at, frames, 2)); /* holds something */
  dxgmap_host_window_remove(window, at, UINT64_MAX);
  dxgmap_host_window_remove(window, UINT64_MAX, 2);
  CHECK_EQ(2, dxgmap_host_usage_now().window_pages);
  machine_close();
}

static void windows_run_out_and_come_back(void)
{
  uint32_t id[DXGMAP_HOST_WINDOWS] = {0}, more = 0;
  machine_open(64);
  for (unsigned i = 1; i < DXGMAP_HOST_WINDOWS; i++) {
    CHECK_OK(dxgmap_host_window_open(4, 0, &id[i]));
  }
  CHECK_EQ(DXGMAP_HOST_NO_ROOM, dxgmap_host_window_open(4, 0, &more));
  CHECK_EQ(DXGMAP_HOST_WINDOWS - 1, dxgmap_host_usage_now().windows);
  dxgmap_host_window_close(id[5]);
  CHECK(dxgmap_host_window_base(id[5]) == NULL);
  CHECK_OK(dxgmap_host_window_open(4, 0, &more));
  CHECK_EQ(id[5], more);
  machine_close();
}

/* ---- Places ---- */

static void a_window_is_used_to_its_last_page(void)
{
  uint64_t at = 0;
  bool taken[8] = {false};
  begin(8, 0);
  for (unsigned i = 0; i < 8; i++) {
    CHECK_OK(dxgmap_host_window_claim(window, 1, &at));
    CHECK(at < 8 && !taken[at]);
    taken[at] = true;
  }
  CHECK_EQ(DXGMAP_HOST_NO_ROOM, dxgmap_host_window_claim(window, 1, &at));
  dxgmap_host_window_remove(window, 3, 1);
  dxgmap_host_window_remove(window, 5, 1);
  CHECK_EQ(DXGMAP_HOST_NO_ROOM, dxgmap_host_window_claim(window, 2, &at));
  dxgmap_host_window_remove(window, 4, 1);
  CHECK_OK(dxgmap_host_window_claim(window, 3, &at));
  CHECK_EQ(3, at);
  CHECK_EQ(DXGMAP_HOST_NO_ROOM, dxgmap_host_window_claim(window, 9, &at));
  machine_close();
}

static void places_are_hard_to_guess(void)
{
  uint64_t at[8] = {0};
  unsigned same_distance = 0;
  begin(1 << 16, 0);
  for (unsigned i = 0; i < 8; i++) {
    CHECK_OK(dxgmap_host_window_claim(window, 2, &at[i]));
    same_distance += i > 1 && at[i] - at[i - 1] == at[1] - at[0];
  }
  CHECK_EQ(0, same_distance);
  machine_close();
}

static void a_place_without_owner_is_free_at_once(void)
{
  uint64_t at = 0;
  begin(4, 1000);
  CHECK_OK(dxgmap_host_window_claim(window, 4, &at));
  dxgmap_host_window_remove(window, at, 4);
  CHECK_EQ(0, dxgmap_host_usage_now().quarantined);
  CHECK_EQ(DXGMAP_HOST_PLACE_FREE, place_of(0));
  machine_close();
}

/* ---- Quarantine ---- */

static void a_released_place_waits_for_the_quarantine(void)
{
  uint64_t first, at;
  begin(64, 6);
  first = view_of(2, 100);
  dxgmap_host_window_remove(window, first, 2);
  for (uint64_t i = 1; i <= 3; i++) {
    CHECK_EQ(2 * i, dxgmap_host_usage_now().quarantined);
    at = view_of(2, 100 + i);
    CHECK(at + 2 <= first || at >= first + 2);
    dxgmap_host_window_remove(window, at, 2);
  }
  /* Six pages were released after it. */
  CHECK_EQ(6, dxgmap_host_usage_now().quarantined);
  CHECK_EQ(DXGMAP_HOST_PLACE_RELEASED, place_of(first));
  CHECK_EQ(100, owner_of(first));
  machine_close();
}

static void without_room_the_oldest_is_used_again(void)
{
  uint64_t at = 0;
  begin(8, 1000);
  for (uint64_t i = 0; i < 8; i++) {
    CHECK_OK(dxgmap_host_window_claim(window, 1, &at));
    dxgmap_host_window_own(window, at, 1, 10);
  }
  dxgmap_host_window_remove(window, 6, 2);
  dxgmap_host_window_remove(window, 2, 2);
  dxgmap_host_window_remove(window, 4, 2);
  CHECK_EQ(6, dxgmap_host_usage_now().quarantined);
  CHECK_OK(dxgmap_host_window_claim(window, 2, &at));
  CHECK_EQ(6, at);
  CHECK_OK(dxgmap_host_window_claim(window, 1, &at));
  CHECK(at == 2 || at == 3);
  CHECK_EQ(2, dxgmap_host_usage_now().quarantined);
  machine_close();
}

static void room_is_found_across_places_that_wait(void)
{
  uint64_t at;
  begin(8, 1000);
  for (uint64_t i = 0; i < 8; i++) {
    CHECK_OK(dxgmap_host_window_claim(window, 1, &at));
    dxgmap_host_window_own(window, at, 1, 1);
  }
  for (uint64_t i = 0; i < 8; i += 2) {
    dxgmap_host_window_remove(window, i, 1);
  }
  for (uint64_t i = 1; i < 8; i += 2) {
    dxgmap_host_window_remove(window, i, 1);
  }
  CHECK_OK(dxgmap_host_window_claim(window, 8, &at));
  CHECK_EQ(0, at);
  CHECK_EQ(0, dxgmap_host_usage_now().quarantined);
  machine_close();
}

static void a_new_view_hides_the_old_owner(void)
{
  uint64_t at;
  begin(2, 0);
  at = view_of(2, 5);
  dxgmap_host_window_remove(window, at, 2);
  CHECK_EQ(5, owner_of(1));
  CHECK_OK(dxgmap_host_window_claim(window, 2, &at));
  CHECK_EQ(0, owner_of(1));
  CHECK_EQ(DXGMAP_HOST_PLACE_LIVE, place_of(1));
  CHECK(!dxgmap_host_probe(at_page(0), 1, false));
  machine_close();
}

/* ---- Limits ---- */

/* Three quarters of what the kernel allows a process. */
static uint64_t most_mappings(void)
{
  FILE *file = fopen("/proc/sys/vm/max_map_count", "re");
  unsigned long most = 0;
  CHECK(file != NULL && fscanf(file, "%lu", &most) == 1);
  if (file != NULL) {
    (void)fclose(file);
  }
  return most / 4 * 3;
}

static void mappings_are_kept_within_the_limit(void)
{
  dxgmap_host_usage before, after;
  uint64_t at = 0, placed = 0, most = most_mappings();
  if (most > 1 << 20) {
    return; /* out of reach for a test */
  }
  machine_open(1 << 17);
  CHECK_OK(dxgmap_host_window_open(1 << 24, 0, &window));
  /* The bytes of frames lie side by side in the order in which they were allocated. */
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 8000, frames));
  for (uint64_t i = 0; i < 4000; i++) {
    uint64_t frame = frames[i];
    frames[i] = frames[7999 - i];
    frames[7999 - i] = frame;
  }
  for (;;) {
    dxgmap_host_result result;
    CHECK_OK(dxgmap_host_window_claim(window, 8000, &at));
    before = dxgmap_host_usage_now();
    result = dxgmap_host_window_place_frames(window, at, frames, 8000);
    after = dxgmap_host_usage_now();
    if (result != DXGMAP_HOST_OK) {
      CHECK_EQ(DXGMAP_HOST_NO_MEMORY, result);
      CHECK(memcmp(&before, &after, sizeof before) == 0);
      CHECK(after.maps <= most && after.maps + 8001 > most);
      break;
    }
    placed++;
    if (placed > most / 8000) {
      break;
    }
  }
  CHECK_EQ(most / 8002, placed);
  dxgmap_host_window_close(window);
  CHECK_EQ(0, dxgmap_host_usage_now().maps);
  machine_close();
}

/* ---- The kernel's window ---- */

static void the_kernel_maps_lists_side_by_side(void)
{
  void *address = NULL;
  unsigned char *bytes;
  unsigned char byte = 0;
  machine_open(64);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 4, frames));
  CHECK_OK(dxgmap_host_kernel_map(frames, 4, 3, &address));
  bytes = address;
  for (uint64_t i = 0; i < 4; i++) {
    bytes[i * 4096] = (unsigned char)(10 + i);
    CHECK_OK(dxgmap_host_frame_read(frames[i], 0, &byte, 1));
    CHECK_EQ(10 + i, byte);
  }
  CHECK_EQ(4, dxgmap_host_usage_now().kernel_pages);
  CHECK_EQ(3, dxgmap_host_locate(address).owner);
  dxgmap_host_kernel_unmap(address, 4);
  CHECK(!dxgmap_host_probe(address, 1, false));
  CHECK_EQ(0, dxgmap_host_usage_now().kernel_pages);
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_kernel_map(frames, 0, 3, &address));
  CHECK_EQ(DXGMAP_HOST_NO_ROOM, dxgmap_host_kernel_map(frames, 65, 3, &address));
  machine_close();
}

static void the_kernel_reaches_the_process_s_pages_where_they_are(void)
{
  unsigned char *mine = aligned_alloc(4096, 4 * 4096);
  void *address = NULL;
  uint64_t mixed[2];
  machine_open(64);
  CHECK(mine != NULL);
  CHECK_OK(dxgmap_host_lock_pages(mine, 4, true, frames));
  CHECK_OK(dxgmap_host_kernel_map(frames, 4, 3, &address));
  CHECK(address == mine);
  dxgmap_host_kernel_unmap(address, 4);
  CHECK(dxgmap_host_probe(mine, 4 * 4096, true));
  mixed[0] = frames[1];
  mixed[1] = frames[0];
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_kernel_map(mixed, 2, 3, &address));
  CHECK_EQ(0, dxgmap_host_usage_now().kernel_pages);
  dxgmap_host_frames_drop(frames, 4);
  CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  machine_close();
  free(mine);
}

/* ---- Injected failures ---- */

static uint64_t claimed;
static void *kernel_address;
static uint32_t extra;

static dxgmap_host_result open_window(void)
{
  return dxgmap_host_window_open(4, 4, &extra);
}

static void close_window(void)
{
  dxgmap_host_window_close(extra);
}

static dxgmap_host_result make_view(void)
{
  dxgmap_host_result result = dxgmap_host_window_claim(window, 3, &claimed);
  if (result != DXGMAP_HOST_OK) {
    return result;
  }
  result = dxgmap_host_window_place_frames(window, claimed, frames, 3);
  if (result != DXGMAP_HOST_OK) {
    CHECK(!dxgmap_host_probe(at_page(claimed), 1, false));
    dxgmap_host_window_remove(window, claimed, 3);
  }
  return result;
}

static void remove_view(void)
{
  dxgmap_host_window_remove(window, claimed, 3);
}

static dxgmap_host_result map_kernel(void)
{
  return dxgmap_host_kernel_map(frames, 3, 0, &kernel_address);
}

static void unmap_kernel(void)
{
  dxgmap_host_kernel_unmap(kernel_address, 3);
}

static void failures_change_nothing(void)
{
  begin(64, 4);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 3, frames));
  check_each_failure(open_window, close_window, 2); /* the addresses, and what is known of them */
  check_each_failure(make_view, remove_view, 2);
  check_each_failure(map_kernel, unmap_kernel, 2);
  machine_close();
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(a_view_shows_its_frames_until_it_is_removed);
  RUN(slack_pages_are_taken_and_fault);
  RUN(addresses_outside_are_unknown);
  RUN(wrong_arguments_are_refused);
  RUN(windows_run_out_and_come_back);
  RUN(a_window_is_used_to_its_last_page);
  RUN(places_are_hard_to_guess);
  RUN(a_place_without_owner_is_free_at_once);
  RUN(a_released_place_waits_for_the_quarantine);
  RUN(without_room_the_oldest_is_used_again);
  RUN(room_is_found_across_places_that_wait);
  RUN(a_new_view_hides_the_old_owner);
  RUN(mappings_are_kept_within_the_limit);
  RUN(the_kernel_maps_lists_side_by_side);
  RUN(the_kernel_reaches_the_process_s_pages_where_they_are);
  RUN(failures_change_nothing);
  return harness_end();
}
