/* SPDX-License-Identifier: MIT */
/* Save sections: bytes that move between a file and frames while views look on. */
#include "machine.h"

#include <stdlib.h>

#define PAGES 8u

static uint32_t section, window;
static uint64_t frames[PAGES], at;
static unsigned char pattern[PAGES * 4096], seen[PAGES * 4096];

static unsigned char *view(void)
{
  return (unsigned char *)dxgmap_host_window_base(window) + at * DXGMAP_HOST_PAGE;
}

static void begin(void)
{
  machine_open(64);
  CHECK_OK(dxgmap_host_section_open(PAGES, &section));
  CHECK_OK(dxgmap_host_window_open(256, 0, &window));
  for (unsigned i = 0; i < sizeof pattern; i++) {
    pattern[i] = (unsigned char)(i * 7 + i / 4096 + 1);
  }
}

static void place(uint64_t first, uint64_t count)
{
  CHECK_OK(dxgmap_host_window_claim(window, count, &at));
  CHECK_OK(dxgmap_host_window_place_section(window, at, section, first, count));
  dxgmap_host_window_own(window, at, count, 1);
}

static void pin(uint64_t count)
{
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, count, frames));
  CHECK_OK(dxgmap_host_section_pin(section, frames, count));
}

static void unpin(uint64_t count)
{
  dxgmap_host_section_unpin(section);
  dxgmap_host_frames_drop(frames, count);
}

static void a_section_keeps_its_bytes(void)
{
  begin();
  CHECK_OK(dxgmap_host_section_read(section, 0, seen, sizeof seen));
  for (unsigned i = 0; i < sizeof seen; i++) {
    if (seen[i] != 0) {
      CHECK_EQ(UINT64_MAX, i);
    }
  }
  CHECK_OK(dxgmap_host_section_write(section, 100, pattern, 9000));
  CHECK_OK(dxgmap_host_section_read(section, 100, seen, 9000));
  CHECK(memcmp(seen, pattern, 9000) == 0);
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_section_read(section, PAGES * 4096, seen, 1));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_section_write(section, 1, pattern, sizeof pattern));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_section_read(section + 1, 0, seen, 1));
  machine_close();
}

static void a_pin_moves_the_bytes_into_frames_and_back(void)
{
  begin();
  CHECK_OK(dxgmap_host_section_write(section, 0, pattern, sizeof pattern));
  pin(PAGES);
  CHECK_EQ(PAGES, dxgmap_host_usage_now().pinned_pages);
  for (uint64_t i = 0; i < PAGES; i++) {
    CHECK_OK(dxgmap_host_frame_read(frames[i], 0, seen, 4096));
    CHECK(memcmp(seen, pattern + i * 4096, 4096) == 0);
    memset(seen, (int)i + 1, 4096);
    CHECK_OK(dxgmap_host_frame_write(frames[i], 0, seen, 4096));
  }
  CHECK_OK(dxgmap_host_section_write(section, 4095, "\1\2", 2));
  CHECK_OK(dxgmap_host_section_read(section, 4095, seen, 2));
  CHECK_EQ(1, seen[0]);
  CHECK_EQ(2, seen[1]);
  unpin(PAGES);
  CHECK_EQ(0, dxgmap_host_usage_now().pinned_pages);
  CHECK_EQ(0, dxgmap_host_usage_now().frames);
  CHECK_OK(dxgmap_host_section_read(section, 0, seen, sizeof seen));
  for (uint64_t i = 0; i < PAGES; i++) {
    CHECK_EQ(i + 1, seen[i * 4096]);
    CHECK_EQ(i + 1, seen[i * 4096 + 4095]);
  }
  machine_close();
}

static void what_is_cleared_while_pinned_stays_clear(void)
{
  begin();
  CHECK_OK(dxgmap_host_section_write(section, 0, pattern, sizeof pattern));
  pin(2);
  memset(seen, 0, 4096);
  CHECK_OK(dxgmap_host_frame_write(frames[1], 0, seen, 4096));
  unpin(2);
  CHECK_OK(dxgmap_host_section_read(section, 0, seen, sizeof seen));
  CHECK(memcmp(seen, pattern, 4096) == 0);
  CHECK_EQ(0, seen[4096]);
  CHECK_EQ(0, seen[8191]);
  CHECK(memcmp(seen + 8192, pattern + 8192, sizeof seen - 8192) == 0);
  machine_close();
}

static void a_view_follows_the_bytes(void)
{
  unsigned char byte = 9;
  begin();
  CHECK_OK(dxgmap_host_section_write(section, 0, pattern, sizeof pattern));
  place(1, 4);
  CHECK(memcmp(view(), pattern + 4096, 4 * 4096) == 0);
  CHECK(!dxgmap_host_locate(view()).framed);
  CHECK(dxgmap_host_locate(view()).backed);
  pin(3); /* the view's first two pages are in frames now */
  CHECK(memcmp(view(), pattern + 4096, 4 * 4096) == 0);
  CHECK(dxgmap_host_locate(view() + 4096).framed);
  CHECK_EQ(frames[2], dxgmap_host_locate(view() + 4096).frame);
  CHECK(!dxgmap_host_locate(view() + 8192).framed);
  CHECK_OK(dxgmap_host_frame_write(frames[1], 7, &byte, 1));
  CHECK_EQ(9, view()[7]);
  view()[4096] = 11;
  view()[8192] = 12;
  CHECK_OK(dxgmap_host_frame_read(frames[2], 0, &byte, 1));
  CHECK_EQ(11, byte);
  unpin(3);
  CHECK_EQ(9, view()[7]);
  CHECK_EQ(11, view()[4096]);
  CHECK_EQ(12, view()[8192]);
  CHECK(!dxgmap_host_locate(view()).framed);
  view()[7] = 13;
  CHECK_OK(dxgmap_host_section_read(section, 4096 + 7, &byte, 1));
  CHECK_EQ(13, byte);
  dxgmap_host_window_remove(window, at, 4);
  CHECK(!dxgmap_host_probe(view(), 1, false));
  CHECK_EQ(0, dxgmap_host_usage_now().maps);
  machine_close();
}

static void a_view_may_come_and_go_while_pinned(void)
{
  unsigned char byte = 21;
  begin();
  CHECK_OK(dxgmap_host_section_write(section, 0, pattern, sizeof pattern));
  pin(2);
  place(0, PAGES);
  CHECK(memcmp(view(), pattern, sizeof pattern) == 0);
  CHECK_OK(dxgmap_host_frame_write(frames[0], 0, &byte, 1));
  CHECK_EQ(21, view()[0]);
  dxgmap_host_window_remove(window, at, PAGES);
  place(0, 1);
  unpin(2);
  CHECK_EQ(21, view()[0]);
  dxgmap_host_window_remove(window, at, 1);
  pin(2);
  unpin(2);
  CHECK_EQ(0, dxgmap_host_usage_now().maps);
  machine_close();
}

static void other_windows_views_are_left_alone(void)
{
  uint64_t first;
  uint32_t second;
  begin();
  place(0, 2);
  first = at;
  CHECK_OK(dxgmap_host_window_open(2, 0, &second));
  CHECK_OK(dxgmap_host_window_claim(second, 2, &at));
  CHECK_OK(dxgmap_host_window_place_section(second, at, section, 0, 2));
  dxgmap_host_window_close(second);
  pin(2);
  at = first;
  view()[0] = 3;
  CHECK_OK(dxgmap_host_frame_read(frames[0], 0, seen, 1));
  CHECK_EQ(3, seen[0]);
  machine_close();
}

static void sections_run_out_and_come_back(void)
{
  uint32_t id[DXGMAP_HOST_SECTIONS], more = 0;
  machine_open(64);
  for (unsigned i = 0; i < DXGMAP_HOST_SECTIONS; i++) {
    CHECK_OK(dxgmap_host_section_open(1, &id[i]));
  }
  CHECK_EQ(DXGMAP_HOST_NO_ROOM, dxgmap_host_section_open(1, &more));
  dxgmap_host_section_close(id[3]);
  CHECK_OK(dxgmap_host_section_open(1, &more));
  CHECK_EQ(id[3], more);
  machine_close();
}

static void wrong_pins_are_refused(void)
{
  uint64_t none = 63;
  begin();
  CHECK_OK(dxgmap_host_frames_allocate(0, 62, PAGES, frames));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_section_pin(section, frames, 0));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_section_pin(section, frames, PAGES + 1));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_section_pin(section, &none, 1));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_section_pin(0, frames, 1));
  CHECK_OK(dxgmap_host_section_pin(section, frames, 1));
  CHECK_EQ(DXGMAP_HOST_BUSY, dxgmap_host_section_pin(section, frames, 1));
  dxgmap_host_section_unpin(section);
  dxgmap_host_section_unpin(section);
  CHECK_OK(dxgmap_host_section_pin(section, frames, PAGES));
  dxgmap_host_section_close(section);
  CHECK_EQ(0, dxgmap_host_usage_now().sections);
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_place_section(window, 0, section, 0, 1));
  machine_close();
}

/* ---- Frames that outlast the pin ---- */

/* A device or a view that has the frame still sees what it saw, and the section is the section's alone. */
static void who_holds_a_frame_keeps_its_bytes(void)
{
  unsigned char *kernel, byte = 33;
  void *address = NULL;
  begin();
  CHECK_OK(dxgmap_host_section_write(section, 0, pattern, sizeof pattern));
  place(0, PAGES);
  pin(4);
  CHECK_OK(dxgmap_host_kernel_map(frames, 4, 5, &address));
  kernel = address;
  kernel[2 * 4096 + 1] = 44;
  CHECK_EQ(44, view()[2 * 4096 + 1]);
  dxgmap_host_frames_hold(&frames[1], 2);
  unpin(4);
  CHECK_EQ(2, dxgmap_host_usage_now().frames);
  for (uint64_t i = 1; i < 3; i++) {
    CHECK_OK(dxgmap_host_frame_read(frames[i], 5, &byte, 1));
    CHECK_EQ(pattern[i * 4096 + 5], byte);
    CHECK_EQ(pattern[i * 4096 + 5], kernel[i * 4096 + 5]);
  }
  kernel[4096 + 5] = 101; /* to the frame, and no more to the section */
  CHECK_EQ(pattern[4096 + 5], view()[4096 + 5]);
  CHECK_OK(dxgmap_host_frame_read(frames[1], 5, &byte, 1));
  CHECK_EQ(101, byte);
  view()[2 * 4096 + 5] = 102;
  CHECK_EQ(pattern[2 * 4096 + 5], kernel[2 * 4096 + 5]);
  CHECK_EQ(44, view()[2 * 4096 + 1]);
  dxgmap_host_kernel_unmap(address, 4);
  dxgmap_host_frames_drop(&frames[1], 2);
  CHECK_EQ(0, dxgmap_host_usage_now().frames);
  dxgmap_host_window_remove(window, at, PAGES);
  CHECK_EQ(0, dxgmap_host_usage_now().maps);
  machine_close();
}

static void a_section_that_closes_leaves_frames_their_bytes(void)
{
  unsigned char byte = 0;
  begin();
  CHECK_OK(dxgmap_host_section_write(section, 0, pattern, sizeof pattern));
  pin(2);
  dxgmap_host_section_close(section);
  CHECK_OK(dxgmap_host_frame_read(frames[1], 9, &byte, 1));
  CHECK_EQ(pattern[4096 + 9], byte);
  CHECK_OK(dxgmap_host_frame_write(frames[1], 9, "\7", 1));
  dxgmap_host_frames_drop(frames, 2);
  CHECK_EQ(0, dxgmap_host_usage_now().frames);
  machine_close();
}

/* Scattered frames and a section's, each one mapping of the process however many they are; and a pin makes none. */
static void a_list_of_frames_is_a_mapping(void)
{
  static uint64_t many[2000];
  uint64_t maps;
  uint32_t large;
  void *address = NULL;
  dxgmap_host_config config = {
      .pages = 1 << 16, .low_reserved = 4, .kernel_pages = 1 << 16, .quarantine = 32, .seed = 1};
  CHECK_OK(dxgmap_host_open(&config));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 2000, many));
  CHECK_OK(dxgmap_host_kernel_map(many, 2000, 5, &address));
  CHECK_EQ(3, dxgmap_host_usage_now().maps);
  dxgmap_host_kernel_unmap(address, 2000);
  CHECK_EQ(0, dxgmap_host_usage_now().maps);
  CHECK_OK(dxgmap_host_section_open(2000, &large));
  CHECK_OK(dxgmap_host_window_open(4000, 0, &window));
  CHECK_OK(dxgmap_host_window_claim(window, 2000, &at));
  CHECK_OK(dxgmap_host_window_place_section(window, at, large, 0, 2000));
  maps = dxgmap_host_usage_now().maps;
  CHECK_EQ(3, maps);
  CHECK_OK(dxgmap_host_section_pin(large, many, 2000));
  CHECK_EQ(maps, dxgmap_host_usage_now().maps);
  CHECK_EQ(many[1999], dxgmap_host_locate(view() + 1999 * 4096).frame);
  view()[1999 * 4096] = 7;
  dxgmap_host_section_unpin(large);
  CHECK_EQ(maps, dxgmap_host_usage_now().maps);
  dxgmap_host_frames_drop(many, 2000);
  CHECK_EQ(7, view()[1999 * 4096]);
  machine_close();
}

/* ---- Injected failures ---- */

static uint32_t another;

static dxgmap_host_result open_another(void)
{
  return dxgmap_host_section_open(4, &another);
}

static void close_another(void)
{
  dxgmap_host_section_close(another);
}

/* Whether what is written through the view arrives in the section; leaves the bytes as they were. */
static bool view_is_the_section(void)
{
  bool same = memcmp(view(), pattern, sizeof pattern) == 0;
  for (unsigned i = 0; i < PAGES; i++) {
    unsigned char byte = 0;
    view()[i * 4096] ^= 0xff;
    CHECK_OK(dxgmap_host_section_read(section, i * 4096, &byte, 1));
    same = same && byte == (pattern[i * 4096] ^ 0xff);
    view()[i * 4096] ^= 0xff;
  }
  return same;
}

static dxgmap_host_result try_pin(void)
{
  dxgmap_host_result result = dxgmap_host_section_pin(section, frames, 4);
  CHECK(view_is_the_section());
  return result;
}

static void undo_pin(void)
{
  dxgmap_host_section_unpin(section);
  CHECK(view_is_the_section());
}

static dxgmap_host_result try_view(void)
{
  dxgmap_host_result result = dxgmap_host_window_claim(window, 4, &at);
  if (result != DXGMAP_HOST_OK) {
    return result;
  }
  result = dxgmap_host_window_place_section(window, at, section, 0, 4);
  if (result != DXGMAP_HOST_OK) {
    dxgmap_host_window_remove(window, at, 4);
  }
  return result;
}

static void undo_view(void)
{
  dxgmap_host_window_remove(window, at, 4);
}

static void failures_change_nothing(void)
{
  begin();
  check_each_failure(open_another, close_another, 1);
  check_each_failure(try_view, undo_view, 3); /* of the first view: a place, the list of views, and a mapping */
  CHECK_OK(dxgmap_host_section_write(section, 0, pattern, sizeof pattern));
  place(0, 2);
  place(0, PAGES);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 4, frames));
  check_each_failure(try_pin, undo_pin, 2); /* a list, and where the frames find the bytes */
  CHECK_OK(dxgmap_host_section_pin(section, frames, 2));
  check_each_failure(try_view, undo_view, 2);
  machine_close();
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(a_section_keeps_its_bytes);
  RUN(a_pin_moves_the_bytes_into_frames_and_back);
  RUN(what_is_cleared_while_pinned_stays_clear);
  RUN(a_view_follows_the_bytes);
  RUN(a_view_may_come_and_go_while_pinned);
  RUN(other_windows_views_are_left_alone);
  RUN(sections_run_out_and_come_back);
  RUN(wrong_pins_are_refused);
  RUN(who_holds_a_frame_keeps_its_bytes);
  RUN(a_section_that_closes_leaves_frames_their_bytes);
  RUN(a_list_of_frames_is_a_mapping);
  RUN(failures_change_nothing);
  return harness_end();
}
