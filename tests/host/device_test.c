/* SPDX-License-Identifier: MIT */
/* Device memory and I/O ports. */
#include "machine.h"

static uint32_t device, window;
static uint64_t frames[64], at;

static void its_pages_have_numbers_that_nobody_else_gets(void)
{
  machine_open(64);
  CHECK_OK(dxgmap_host_device_open(16, 16, &device));
  CHECK_EQ(DXGMAP_HOST_FRAME_DEVICE, dxgmap_host_frame_kind_of(16));
  CHECK_EQ(DXGMAP_HOST_FRAME_DEVICE, dxgmap_host_frame_kind_of(31));
  CHECK_EQ(DXGMAP_HOST_FRAME_NONE, dxgmap_host_frame_kind_of(15));
  CHECK_EQ(DXGMAP_HOST_FRAME_NONE, dxgmap_host_frame_kind_of(32));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(16, 31, 1, frames));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(0, UINT64_MAX, 45, frames));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 44, frames));
  dxgmap_host_frames_drop(frames, 44);
  frames[0] = 20;
  dxgmap_host_frames_drop(frames, 1);
  CHECK_EQ(DXGMAP_HOST_FRAME_DEVICE, dxgmap_host_frame_kind_of(20));
  dxgmap_host_device_close(device);
  CHECK_EQ(DXGMAP_HOST_FRAME_NONE, dxgmap_host_frame_kind_of(16));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 60, frames));
  machine_close();
}

static void numbers_in_use_are_refused(void)
{
  uint32_t other = 0;
  machine_open(64);
  CHECK_OK(dxgmap_host_frames_allocate(20, 20, 1, frames));
  CHECK_EQ(DXGMAP_HOST_BUSY, dxgmap_host_device_open(16, 16, &device));
  CHECK_EQ(0, dxgmap_host_usage_now().devices);
  dxgmap_host_frames_drop(frames, 1);
  CHECK_OK(dxgmap_host_device_open(16, 16, &device));
  CHECK_EQ(DXGMAP_HOST_BUSY, dxgmap_host_device_open(31, 1, &other));
  CHECK_OK(dxgmap_host_device_open(32, 1, &other));
  CHECK_OK(dxgmap_host_device_open(60, 1000, &other)); /* across the end of the machine */
  CHECK_EQ(DXGMAP_HOST_BUSY, dxgmap_host_device_open(1000, 1, &other));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_device_open(2000, 0, &other));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_device_open(UINT64_MAX, 2, &other));
  machine_close();
}

static void devices_run_out_and_come_back(void)
{
  uint32_t id[DXGMAP_HOST_DEVICES], more = 0;
  machine_open(64);
  for (uint32_t i = 0; i < DXGMAP_HOST_DEVICES; i++) {
    CHECK_OK(dxgmap_host_device_open(1000 + i, 1, &id[i]));
  }
  CHECK_EQ(DXGMAP_HOST_NO_ROOM, dxgmap_host_device_open(2000, 1, &more));
  dxgmap_host_device_close(id[7]);
  CHECK_OK(dxgmap_host_device_open(2000, 1, &more));
  CHECK_EQ(id[7], more);
  machine_close();
}

static void views_and_copies_reach_it(void)
{
  unsigned char *bytes, *view, byte = 0;
  machine_open(64);
  CHECK_OK(dxgmap_host_device_open(1 << 20, 8, &device));
  CHECK_OK(dxgmap_host_window_open(64, 0, &window));
  CHECK_OK(dxgmap_host_window_claim(window, 4, &at));
  CHECK_OK(dxgmap_host_window_place_device(window, at, (1 << 20) + 2, 4));
  bytes = dxgmap_host_device_base(device);
  view = (unsigned char *)dxgmap_host_window_base(window) + at * DXGMAP_HOST_PAGE;
  CHECK_EQ(0, view[0]);
  view[4096] = 42;
  CHECK_EQ(42, bytes[3 * 4096]);
  CHECK_OK(dxgmap_host_frame_read((1 << 20) + 3, 0, &byte, 1));
  CHECK_EQ(42, byte);
  byte = 43;
  CHECK_OK(dxgmap_host_frame_write((1 << 20) + 5, 9, &byte, 1));
  CHECK_EQ(43, view[3 * 4096 + 9]);
  CHECK_EQ((1 << 20) + 3, dxgmap_host_locate(view + 4096).frame);
  CHECK_OK(dxgmap_host_lock_pages(view, 4, true, frames));
  CHECK_EQ((1 << 20) + 2, frames[0]);
  CHECK_EQ((1 << 20) + 5, frames[3]);
  CHECK_EQ(0, dxgmap_host_usage_now().holds);
  dxgmap_host_window_remove(window, at, 4);
  CHECK_OK(dxgmap_host_window_claim(window, 2, &at));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_place_device(window, at, (1 << 20) + 7, 2));
  dxgmap_host_device_close(device);
  CHECK(dxgmap_host_device_base(device) == NULL);
  CHECK_EQ(DXGMAP_HOST_NOT_PRESENT, dxgmap_host_frame_read((1 << 20) + 3, 0, &byte, 1));
  machine_close();
}

static void ports_remember(void)
{
  uint32_t value = 0;
  CHECK(!dxgmap_host_port_read(0, 1, &value));
  machine_open(64);
  CHECK(dxgmap_host_port_write(0x3c0, 4, 0x44332211));
  CHECK(dxgmap_host_port_read(0x3c1, 2, &value));
  CHECK_EQ(0x3322, value);
  CHECK(dxgmap_host_port_write(0x3c3, 1, 0xabcd));
  CHECK(dxgmap_host_port_read(0x3c0, 4, &value));
  CHECK_EQ(0xcd332211, value);
  CHECK(dxgmap_host_port_read(65535, 1, &value));
  CHECK(dxgmap_host_port_read(65532, 4, &value));
  CHECK(!dxgmap_host_port_read(65533, 4, &value));
  CHECK(!dxgmap_host_port_write(65535, 2, 0));
  CHECK(!dxgmap_host_port_write(UINT32_MAX, 4, 0));
  CHECK(!dxgmap_host_port_write(0, 3, 0));
  machine_close();
  machine_open(64);
  CHECK(dxgmap_host_port_read(0x3c0, 4, &value));
  CHECK_EQ(0, value);
  machine_close();
  machine_open(64);
  CHECK(dxgmap_host_port_read(0x3c0, 4, &value));
  CHECK_EQ(0, value);
  machine_close();
}

static dxgmap_host_result open_device(void)
{
  return dxgmap_host_device_open(16, 4, &device);
}

static void close_device(void)
{
  dxgmap_host_device_close(device);
}

static dxgmap_host_result make_view(void)
{
  dxgmap_host_result result = dxgmap_host_window_claim(window, 3, &at);
  if (result != DXGMAP_HOST_OK) {
    return result;
  }
  result = dxgmap_host_window_place_device(window, at, 16, 3);
  if (result != DXGMAP_HOST_OK) {
    dxgmap_host_window_remove(window, at, 3);
  }
  return result;
}

static void remove_view(void)
{
  dxgmap_host_window_remove(window, at, 3);
}

static void failures_change_nothing(void)
{
  machine_open(64);
  check_each_failure(open_device, close_device, 2);
  CHECK_OK(open_device());
  CHECK_OK(dxgmap_host_window_open(64, 0, &window));
  check_each_failure(make_view, remove_view, 2);
  machine_close();
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(its_pages_have_numbers_that_nobody_else_gets);
  RUN(numbers_in_use_are_refused);
  RUN(devices_run_out_and_come_back);
  RUN(views_and_copies_reach_it);
  RUN(ports_remember);
  RUN(failures_change_nothing);
  return harness_end();
}
