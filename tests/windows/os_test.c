/* SPDX-License-Identifier: MIT */
/* What model/host/os has for Windows, but for ranges: what any Windows can do, and Wine 8 too. */
#include "harness.h"
#include "host/os/os.h"
#include "host/os/os_windows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEBIBYTE ((size_t)1 << 20)

static dxgmap_win_memory about(const void *at)
{
  dxgmap_win_memory found;
  CHECK(VirtualQuery(at, &found, sizeof found) != 0);
  return found;
}

/* ---- Regions ---- */

static void a_region_is_zero_and_costs_what_is_touched(void)
{
  size_t bytes = 4096 * MEBIBYTE * 4; /* more than most machines have */
  unsigned char *region = dxgmap_os_region_open(bytes);
  CHECK(region != NULL);
  CHECK_EQ(DXGMAP_WIN_MEM_RESERVE, about(region + bytes / 2).State);
  CHECK_EQ(0, region[bytes / 2]);
  CHECK_EQ(DXGMAP_WIN_MEM_COMMIT, about(region + bytes / 2).State);
  region[0] = 1;
  region[bytes - 1] = 2;
  CHECK_EQ(1, region[0]);
  CHECK_EQ(2, region[bytes - 1]);
  CHECK_EQ(DXGMAP_WIN_MEM_RESERVE, about(region + MEBIBYTE).State);
  dxgmap_os_region_close(region, bytes);
}

static void regions_are_apart(void)
{
  unsigned char *region[3];
  for (unsigned i = 0; i < 3; i++) {
    region[i] = dxgmap_os_region_open(5000);
    CHECK(region[i] != NULL);
    memset(region[i], (int)i + 1, 5000);
  }
  dxgmap_os_region_close(region[1], 5000);
  CHECK_EQ(1, region[0][4999]);
  CHECK_EQ(3, region[2][4999]);
  dxgmap_os_region_close(region[0], 5000);
  dxgmap_os_region_close(region[2], 5000);
}

static unsigned char *shared_region;

static void *touch_all(void *first)
{
  for (size_t i = 0; i < 64; i++) {
    (void)__atomic_add_fetch(&shared_region[i * DXGMAP_OS_GRANULE + (size_t)(uintptr_t)first], 1, __ATOMIC_RELAXED);
  }
  return NULL;
}

static void threads_touch_a_region_at_once(void)
{
  pthread_t thread[4];
  shared_region = dxgmap_os_region_open(64 * DXGMAP_OS_GRANULE);
  CHECK(shared_region != NULL);
  for (uintptr_t i = 0; i < 4; i++) {
    check_start(&thread[i], touch_all, (void *)(i % 2));
  }
  for (unsigned i = 0; i < 4; i++) {
    (void)check_join(thread[i]);
  }
  for (size_t i = 0; i < 64; i++) {
    CHECK_EQ(2, shared_region[i * DXGMAP_OS_GRANULE]);
    CHECK_EQ(2, shared_region[i * DXGMAP_OS_GRANULE + 1]);
  }
  dxgmap_os_region_close(shared_region, 64 * DXGMAP_OS_GRANULE);
}

/* ---- Files ---- */

static void a_file_shows_the_same_at_all_its_addresses(void)
{
  dxgmap_os_file file = dxgmap_os_file_open("test", 4096 * MEBIBYTE);
  unsigned char *one, *two, byte = 0;
  CHECK(file != DXGMAP_OS_NO_FILE);
  one = dxgmap_os_file_map(file, 0, MEBIBYTE);
  two = dxgmap_os_file_map(file, DXGMAP_OS_PAGE, MEBIBYTE); /* no multiple of what Windows maps by */
  CHECK(one != NULL && two != NULL);
  CHECK_EQ(0, one[DXGMAP_OS_PAGE]);
  one[DXGMAP_OS_PAGE + 5] = 77;
  CHECK_EQ(77, two[5]);
  CHECK(dxgmap_os_file_read(file, DXGMAP_OS_PAGE + 5, &byte, 1));
  CHECK_EQ(77, byte);
  dxgmap_os_file_unmap(one, MEBIBYTE);
  dxgmap_os_file_unmap(two, MEBIBYTE);
  CHECK_EQ(DXGMAP_WIN_MEM_FREE, about(two).State);
  one = dxgmap_os_file_map(file, 0, 2 * MEBIBYTE);
  CHECK_EQ(77, one[DXGMAP_OS_PAGE + 5]);
  dxgmap_os_file_unmap(one, 2 * MEBIBYTE);
  dxgmap_os_file_close(file);
}

static void a_file_is_read_and_written_across_pages(void)
{
  dxgmap_os_file file = dxgmap_os_file_open("test", 16 * MEBIBYTE);
  unsigned char out[10000], in[10000];
  for (size_t i = 0; i < sizeof out; i++) {
    out[i] = (unsigned char)(i * 7 + 1);
  }
  memset(in, 1, sizeof in);
  CHECK(file != DXGMAP_OS_NO_FILE);
  CHECK(dxgmap_os_file_read(file, 3 * MEBIBYTE, in, sizeof in)); /* never written */
  CHECK_EQ(0, in[0] | in[sizeof in - 1]);
  CHECK(dxgmap_os_file_write(file, 5 * MEBIBYTE - 77, out, sizeof out));
  CHECK(dxgmap_os_file_read(file, 5 * MEBIBYTE - 77, in, sizeof in));
  CHECK_EQ(0, memcmp(in, out, sizeof in));
  CHECK(dxgmap_os_file_write(file, 16 * MEBIBYTE - sizeof out, out, sizeof out)); /* to the last byte */
  CHECK(dxgmap_os_file_read(file, 0, in, 0));
  dxgmap_os_file_punch(file, 4 * MEBIBYTE, 2 * MEBIBYTE);
  CHECK(dxgmap_os_file_read(file, 5 * MEBIBYTE - 77, in, sizeof in));
  CHECK_EQ(0, in[0] | in[5000] | in[sizeof in - 1]);
  dxgmap_os_file_close(file);
}

/* ---- The process ---- */

static void what_can_be_read_and_written_is_told(void)
{
  unsigned char *page = VirtualAlloc(NULL, 8 * DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_RESERVE, DXGMAP_WIN_PAGE_READWRITE);
  unsigned char byte = 1;
  CHECK(page != NULL);
  CHECK(!dxgmap_os_readable(page, 1));
  CHECK(VirtualAlloc(page, 2 * DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READWRITE) != NULL);
  CHECK(VirtualAlloc(page + 2 * DXGMAP_OS_PAGE, DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READONLY) !=
        NULL);
  CHECK(VirtualAlloc(page + 3 * DXGMAP_OS_PAGE, DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_COMMIT,
                     DXGMAP_WIN_PAGE_READWRITE | DXGMAP_WIN_PAGE_GUARD) != NULL);
  CHECK(dxgmap_os_readable(page, 3));
  CHECK(!dxgmap_os_readable(page, 4));
  CHECK((about(page + 3 * DXGMAP_OS_PAGE).Protect & DXGMAP_WIN_PAGE_GUARD) != 0);
  CHECK(dxgmap_os_writable(page));
  CHECK(!dxgmap_os_writable(page + 2 * DXGMAP_OS_PAGE));
  CHECK(!dxgmap_os_readable(NULL, 1));
  CHECK(dxgmap_os_copy_from(page, &byte, 1));
  CHECK_EQ(0, byte);
  byte = 9;
  CHECK(dxgmap_os_copy_to(page + DXGMAP_OS_PAGE, &byte, 1));
  CHECK_EQ(9, page[DXGMAP_OS_PAGE]);
  CHECK(!dxgmap_os_copy_to(page + 2 * DXGMAP_OS_PAGE, &byte, 1));
  CHECK(!dxgmap_os_copy_from(page + 5 * DXGMAP_OS_PAGE, &byte, 1));
  CHECK(!dxgmap_os_copy_from(NULL, &byte, 1));
  CHECK(VirtualFree(page, 0, DXGMAP_WIN_MEM_RELEASE));
  CHECK(!dxgmap_os_readable(page, 1));
}

/* A system may refuse it. */
static void a_mark_goes_with_the_page(void)
{
  void *page =
      VirtualAlloc(NULL, DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_RESERVE | DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READWRITE);
  CHECK(page != NULL);
  memset(page, 1, DXGMAP_OS_PAGE);
  CHECK(!dxgmap_os_marked(page));
  if (dxgmap_os_mark(page)) {
    CHECK(dxgmap_os_marked(page));
    dxgmap_os_unmark(page);
  }
  CHECK(!dxgmap_os_marked(page));
  CHECK(VirtualFree(page, 0, DXGMAP_WIN_MEM_RELEASE));
}

static void a_stream_is_written_at_its_end_byte_by_byte(void)
{
  char path[L_tmpnam + 8] = "", text[16] = "";
  FILE *file;
  int one, two;
  CHECK(tmpnam(path) != NULL);
  one = dxgmap_os_stream_open(path);
  two = dxgmap_os_stream_open(path);
  CHECK(one >= 0 && two >= 0);
  CHECK(!dxgmap_os_terminal(one));
  dxgmap_os_print(one, "a\n", 2);
  dxgmap_os_print(two, "b\n", 2);
  dxgmap_os_print(one, "c", 1);
  dxgmap_os_stream_close(one);
  dxgmap_os_stream_close(two);
  file = fopen(path, "rb");
  CHECK(file != NULL);
  CHECK_EQ(5, fread(text, 1, sizeof text - 1, file));
  (void)fclose(file);
  CHECK_TEXT("a\nb\nc", text);
  CHECK_EQ(0, remove(path));
  CHECK_EQ(-1, dxgmap_os_stream_open("no\\such\\folder\\file"));
}

/* ---- Faults ---- */

static unsigned char *faulting;
static unsigned faults_seen;
static bool mend_faults;
static dxgmap_os_fault last_fault;
static uint32_t fault_calls; /* on the stack of the fault */
static void *fault_site[32];

static bool handle(const dxgmap_os_fault *fault)
{
  static dxgmap_os_trace trace;
  unsigned char byte = 0;
  faults_seen++;
  last_fault = *fault;
  fault_calls = dxgmap_os_stack(fault->instruction, fault_site, 32, &trace);
  CHECK(!dxgmap_os_faults_come());
  CHECK(!dxgmap_os_copy_caught(&byte, faulting, 1)); /* without another fault */
  return mend_faults &&
         VirtualAlloc(faulting, DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READWRITE) != NULL;
}

static void faults_begin(bool mend)
{
  faulting = VirtualAlloc(NULL, DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_RESERVE, DXGMAP_WIN_PAGE_READWRITE);
  CHECK(faulting != NULL);
  faults_seen = 0;
  mend_faults = mend;
  CHECK(dxgmap_os_faults_install(handle));
}

static void faults_end(void)
{
  dxgmap_os_faults_remove();
  CHECK(VirtualFree(faulting, 0, DXGMAP_WIN_MEM_RELEASE));
}

static void a_fault_is_told_and_mended(void)
{
  faults_begin(true);
  CHECK(dxgmap_os_faults_come());
  *(volatile unsigned char *)(faulting + 7) = 3;
  CHECK_EQ(1, faults_seen);
  CHECK(last_fault.write && last_fault.code);
  CHECK_EQ((uintptr_t)faulting + 7, (uintptr_t)last_fault.address);
  CHECK_EQ(3, faulting[7]);
  CHECK(VirtualFree(faulting, 0, DXGMAP_WIN_MEM_RELEASE));
  faulting = VirtualAlloc(NULL, DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_RESERVE, DXGMAP_WIN_PAGE_READWRITE);
  CHECK_EQ(0, *(volatile unsigned char *)faulting);
  CHECK_EQ(2, faults_seen);
  CHECK(!last_fault.write);
  faults_end();
}

/* Between the fault and the handler is code of Windows. */
static void the_stack_of_a_fault_begins_where_it_was(void)
{
  dxgmap_os_symbol symbol;
  faults_begin(true);
  *(volatile unsigned char *)faulting = 3;
  CHECK(fault_calls >= 3);
  CHECK_EQ((uintptr_t)last_fault.instruction, (uintptr_t)fault_site[0]);
  dxgmap_os_symbol_of(fault_site[0], true, &symbol);
  CHECK_TEXT("the_stack_of_a_fault_begins_where_it_was", symbol.name);
  faults_end();
}

static void copies_and_touches_are_caught(void)
{
  unsigned char bytes[64] = {1};
  faults_begin(false);
  CHECK(dxgmap_os_copy_caught(bytes, bytes + 32, 32));
  CHECK(!dxgmap_os_copy_caught(bytes, faulting, sizeof bytes));
  CHECK(!dxgmap_os_copy_caught(faulting, bytes, sizeof bytes));
  CHECK(!dxgmap_os_touch(faulting, false));
  CHECK(!dxgmap_os_touch(faulting, true));
  CHECK_EQ(0, faults_seen);
  CHECK(VirtualAlloc(faulting, DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READONLY) != NULL);
  CHECK(dxgmap_os_touch(faulting, false));
  CHECK(!dxgmap_os_touch(faulting, true));
  faults_end();
  CHECK(!dxgmap_os_faults_come());
  CHECK(!dxgmap_os_touch(bytes, false));
}

static void a_copy_into_an_untouched_region_is_whole(void)
{
  unsigned char *region = dxgmap_os_region_open(MEBIBYTE), bytes[3] = {1, 2, 3};
  faults_begin(false);
  CHECK(dxgmap_os_copy_caught(region + DXGMAP_OS_GRANULE - 2, bytes, 3));
  CHECK_EQ(3, region[DXGMAP_OS_GRANULE]);
  CHECK_EQ(0, faults_seen);
  faults_end();
  dxgmap_os_region_close(region, MEBIBYTE);
}

/* ---- Stacks ---- */

static dxgmap_os_trace trace;

__attribute__((noinline)) static uint32_t inner(void **site, uint32_t most, dxgmap_os_symbol *symbol)
{
  uint32_t count = dxgmap_os_stack(__builtin_return_address(0), site, most, &trace);
  dxgmap_os_symbol_of(site[0], true, symbol);
  return count;
}

__attribute__((noinline)) static uint32_t outer_function_of_the_test(void **site, uint32_t most,
                                                                     dxgmap_os_symbol *symbol)
{
  uint32_t count = inner(site, most, symbol);
  *(volatile uint32_t *)&count = count; /* so that the call is none of the tail */
  return count;
}

static void a_stack_begins_at_the_caller_and_is_named(void)
{
  void *site[16];
  dxgmap_os_symbol symbol;
  uint32_t count = outer_function_of_the_test(site, 16, &symbol);
  CHECK(count >= 3);
  CHECK_TEXT("outer_function_of_the_test", symbol.name);
  CHECK(strstr(symbol.module, ".exe") != NULL);
  CHECK_EQ((uintptr_t)site[0] - (uintptr_t)outer_function_of_the_test, symbol.offset);
  dxgmap_os_symbol_of(site[0], false, &symbol);
  CHECK_TEXT("", symbol.name);
  CHECK_EQ((uintptr_t)site[0] - (uintptr_t)about(site[0]).AllocationBase, symbol.offset);
  CHECK_EQ(2, outer_function_of_the_test(site, 2, &symbol));
  dxgmap_os_symbol_of(NULL, true, &symbol);
  CHECK_TEXT("", symbol.module);
  dxgmap_os_symbol_of(&trace, true, &symbol);
  CHECK_EQ(0, dxgmap_os_stack(&trace, site, 16, &trace));
}

/* ---- Threads ---- */

static unsigned ended, ends_again;
static pthread_t ending;

static void thread_ends(void);
static const dxgmap_os_thread_end thread_end = {thread_ends};

static void thread_ends(void)
{
  ended++;
  CHECK(pthread_equal(ending, pthread_self()));
  if (ends_again != 0) {
    ends_again--;
    CHECK(dxgmap_os_at_thread_end(&thread_end));
  }
}

static void *register_end(void *unused)
{
  (void)unused;
  ending = pthread_self();
  CHECK(dxgmap_os_at_thread_end(&thread_end));
  CHECK_EQ(0, ended);
  return NULL;
}

static void *do_nothing(void *unused)
{
  return unused;
}

static void the_end_of_a_thread_is_told(void)
{
  pthread_t thread;
  ended = 0;
  ends_again = 2;
  check_start(&thread, do_nothing, NULL);
  (void)check_join(thread);
  CHECK_EQ(0, ended);
  check_start(&thread, register_end, NULL);
  (void)check_join(thread);
  CHECK_EQ(3, ended);
}

static uint64_t counted;

static void *count_under_lock(void *unused)
{
  for (unsigned i = 0; i < 20000; i++) {
    dxgmap_os_lock(0);
    dxgmap_os_lock(DXGMAP_OS_LOCKS - 1); /* another one */
    counted++;
    dxgmap_os_unlock(DXGMAP_OS_LOCKS - 1);
    dxgmap_os_unlock(0);
  }
  return unused;
}

static void the_lock_keeps_others_out(void)
{
  pthread_t thread[3];
  counted = 0;
  for (unsigned i = 0; i < 3; i++) {
    check_start(&thread[i], count_under_lock, NULL);
  }
  for (unsigned i = 0; i < 3; i++) {
    (void)check_join(thread[i]);
  }
  CHECK_EQ(60000, counted);
}

static void the_stack_of_a_thread_is_known(void)
{
  int here = 0;
  static int elsewhere;
  CHECK(dxgmap_os_on_stack(&here, sizeof here));
  CHECK(!dxgmap_os_on_stack(&elsewhere, sizeof elsewhere));
  CHECK(!dxgmap_os_on_stack(&here, SIZE_MAX / 2));
}

static void time_goes_on(void)
{
  uint64_t before = dxgmap_os_time();
  dxgmap_os_yield();
  while (dxgmap_os_time() == before) {
    dxgmap_os_yield();
  }
  CHECK(dxgmap_os_time() > before);
  CHECK(dxgmap_os_process_number() != 0);
  CHECK(dxgmap_os_at_fork(NULL, NULL, NULL));
  CHECK(!dxgmap_os_fault_stack_lacks());
}

int main(void)
{
  harness_begin(NULL, NULL);
  RUN(a_region_is_zero_and_costs_what_is_touched);
  RUN(regions_are_apart);
  RUN(threads_touch_a_region_at_once);
  RUN(a_file_shows_the_same_at_all_its_addresses);
  RUN(a_file_is_read_and_written_across_pages);
  RUN(what_can_be_read_and_written_is_told);
  RUN(a_mark_goes_with_the_page);
  RUN(a_stream_is_written_at_its_end_byte_by_byte);
  RUN(a_fault_is_told_and_mended);
  RUN(the_stack_of_a_fault_begins_where_it_was);
  RUN(copies_and_touches_are_caught);
  RUN(a_copy_into_an_untouched_region_is_whole);
  RUN(a_stack_begins_at_the_caller_and_is_named);
  RUN(the_end_of_a_thread_is_told);
  RUN(the_lock_keeps_others_out);
  RUN(the_stack_of_a_thread_is_known);
  RUN(time_goes_on);
  return harness_end();
}
