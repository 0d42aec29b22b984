/* SPDX-License-Identifier: MIT */
/* The whole machine: what opening takes, closing gives back, to the last descriptor and mapping of the process. */
#include "machine.h"

#include <stdio.h>
#include <dirent.h>
#include <sys/resource.h>
#include <time.h>

/* A block that is too large is an answer, not the end. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
  return "allocator_may_return_null=1";
}

#define GIBIBYTE_PAGES ((uint64_t)1 << 18)

static uint64_t descriptors(void)
{
  DIR *folder = opendir("/proc/self/fd");
  uint64_t count = 0;
  CHECK(folder != NULL);
  while (folder != NULL && readdir(folder) != NULL) {
    count++;
  }
  if (folder != NULL) {
    (void)closedir(folder);
  }
  return count;
}

/* Pages of address space. */
static uint64_t address_space(void)
{
  FILE *file = fopen("/proc/self/statm", "re");
  unsigned long pages = 0;
  CHECK(file != NULL && fscanf(file, "%lu", &pages) == 1);
  if (file != NULL) {
    (void)fclose(file);
  }
  return pages;
}

/* Something of everything. */
static void use(void)
{
  static uint64_t frames[16], more[16];
  static unsigned char mine[8192];
  uint32_t window = 0, section = 0, device = 0;
  uint64_t at = 0;
  void *address = NULL;
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16, frames));
  CHECK_OK(dxgmap_host_lock_pages(mine, 2, true, more));
  CHECK_OK(dxgmap_host_kernel_map(frames, 4, 1, &address));
  CHECK_OK(dxgmap_host_window_open(128, 8, &window));
  CHECK_OK(dxgmap_host_section_open(8, &section));
  CHECK_OK(dxgmap_host_device_open(1 << 16, 8, &device));
  CHECK_OK(dxgmap_host_window_claim(window, 4, &at));
  CHECK_OK(dxgmap_host_window_place_section(window, at, section, 0, 4));
  CHECK_OK(dxgmap_host_section_pin(section, frames + 8, 4));
  CHECK(dxgmap_host_stack_keep(NULL) != 0);
}

static void closing_gives_everything_back(void)
{
  uint64_t files, space;
  machine_open(1 << 14);
  use();
  machine_close();
  files = descriptors();
  space = address_space();
  for (unsigned i = 0; i < 20; i++) {
    machine_open(1 << 14);
    use();
    machine_close();
  }
  CHECK_EQ(files, descriptors());
  CHECK(address_space() <= space + 64); /* the heap may move a little; one machine is thousands */
}

static void a_closed_machine_answers(void)
{
  void *address = NULL;
  uint64_t frame = 3;
  uint32_t id = 0;
  unsigned char byte = 0;
  CHECK(!dxgmap_host_is_open());
  dxgmap_host_close();
  CHECK_EQ(DXGMAP_HOST_CLOSED, dxgmap_host_lock_pages(&byte, 1, false, &frame));
  CHECK_EQ(DXGMAP_HOST_CLOSED, dxgmap_host_kernel_map(&frame, 1, 0, &address));
  CHECK_EQ(DXGMAP_HOST_CLOSED, dxgmap_host_section_open(1, &id));
  CHECK_EQ(DXGMAP_HOST_CLOSED, dxgmap_host_device_open(1, 1, &id));
  CHECK_EQ(DXGMAP_HOST_NOT_PRESENT, dxgmap_host_frame_read(3, 0, &byte, 1));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_window_claim(1, 1, &frame));
  dxgmap_host_frames_drop(&frame, 1);
  dxgmap_host_kernel_unmap(&byte, 1);
  dxgmap_host_window_remove(1, 0, 1);
  dxgmap_host_section_unpin(1);
  CHECK_EQ(0, dxgmap_host_stack_keep(NULL));
  CHECK_EQ(0, dxgmap_host_frame_holds(3));
  CHECK_EQ(DXGMAP_HOST_PLACE_UNKNOWN, dxgmap_host_locate(&byte).place);
}

static void the_configuration_is_checked(void)
{
  dxgmap_host_config config = {.kernel_pages = 16};
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_open(&config));
  config.pages = DXGMAP_HOST_FRAMES_MAX + 1;
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_open(&config));
  config.pages = 64;
  config.kernel_pages = 0;
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_open(&config));
  CHECK(!dxgmap_host_is_open());
  CHECK_EQ(0, dxgmap_host_usage_now().regions);
  machine_open(64);
  config.kernel_pages = 16;
  CHECK(dxgmap_host_is_open());
  CHECK_EQ(DXGMAP_HOST_CLOSED, dxgmap_host_open(&config));
  machine_close();
}

static void frame_0_is_never_given_out(void)
{
  dxgmap_host_config config = {.pages = 2, .kernel_pages = 16};
  uint64_t frames[2] = {0};
  CHECK_OK(dxgmap_host_open(&config));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(0, UINT64_MAX, 2, frames));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 1, frames));
  CHECK_EQ(1, frames[0]);
  machine_close();
}

/* A machine of 256 GiB must start at once, and cost what is touched. */
static void a_large_machine_is_cheap(void)
{
  dxgmap_host_config config = {
      .pages = 256 * GIBIBYTE_PAGES, .low_reserved = 256, .kernel_pages = 1 << 20, .quarantine = 1 << 16, .seed = 1};
  static uint64_t frames[1000];
  struct rusage before, after;
  uint32_t window[8];
  clock_t start = clock();
  (void)getrusage(RUSAGE_SELF, &before);
  CHECK_OK(dxgmap_host_open(&config));
  for (unsigned i = 0; i < 8; i++) {
    CHECK_OK(dxgmap_host_window_open((uint64_t)1 << 24, 1 << 16, &window[i]));
  }
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 1000, frames));
  (void)getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_maxrss - before.ru_maxrss < 32 * 1024);
  machine_close();
  CHECK(clock() - start < CLOCKS_PER_SEC);
}

static void blocks_are_counted_and_zeroed(void)
{
  unsigned char *block = dxgmap_host_allocate(100);
  CHECK(block != NULL);
  CHECK_EQ(1, dxgmap_host_usage_now().blocks);
  CHECK_EQ(100, dxgmap_host_usage_now().bytes);
  for (unsigned i = 0; block != NULL && i < 100; i++) {
    if (block[i] != 0) {
      CHECK_EQ(UINT64_MAX, i);
    }
  }
  dxgmap_host_fail_at(1);
  CHECK(dxgmap_host_allocate(1) == NULL);
  CHECK_EQ(1, dxgmap_host_acquisitions());
  CHECK(dxgmap_host_allocate(0) == NULL);
  CHECK(dxgmap_host_allocate(SIZE_MAX) == NULL);
  CHECK(dxgmap_host_reserve(0) == NULL);
  CHECK_EQ(1, dxgmap_host_usage_now().blocks);
  dxgmap_host_free(block, 100);
  dxgmap_host_free(NULL, 100);
  CHECK_EQ(0, dxgmap_host_usage_now().blocks);
  CHECK_EQ(0, dxgmap_host_usage_now().bytes);
}

static dxgmap_host_result open_machine(void)
{
  dxgmap_host_config config = {.pages = 64, .low_reserved = 4, .kernel_pages = 64, .quarantine = 32, .seed = 1};
  return dxgmap_host_open(&config);
}

static void failures_change_nothing(void)
{
  check_each_failure(open_machine, dxgmap_host_close, 12);
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(closing_gives_everything_back);
  RUN(a_closed_machine_answers);
  RUN(the_configuration_is_checked);
  RUN(frame_0_is_never_given_out);
  RUN(a_large_machine_is_cheap);
  RUN(blocks_are_counted_and_zeroed);
  RUN(failures_change_nothing);
  return harness_end();
}
