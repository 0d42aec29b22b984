/* SPDX-License-Identifier: MIT */
/* The process's own memory: probing, locking, and what a device then reaches. */
#include "machine.h"

#include <errno.h>
#include <stdatomic.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PAGES 4u

static unsigned char *mine; /* PAGES pages */
static uint64_t frames[256], other[256];

static void begin(void)
{
  machine_open(64);
  mine = mmap(NULL, PAGES * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK(mine != MAP_FAILED);
}

static void end(void)
{
  (void)munmap(mine, PAGES * 4096);
  machine_close();
}

static void locked_pages_have_frames_that_stand_for_them(void)
{
  unsigned char byte = 5;
  begin();
  CHECK_OK(dxgmap_host_lock_pages(mine + 17, PAGES, true, frames));
  for (uint64_t i = 0; i < PAGES; i++) {
    mine[i * 4096 + 3] = (unsigned char)(i + 40);
    CHECK_EQ(DXGMAP_HOST_FRAME_FOREIGN, dxgmap_host_frame_kind_of(frames[i]));
    CHECK_OK(dxgmap_host_frame_read(frames[i], 3, &byte, 1));
    CHECK_EQ(i + 40, byte);
    byte = (unsigned char)(i + 50);
    CHECK_OK(dxgmap_host_frame_write(frames[i], 4095, &byte, 1));
    CHECK_EQ(i + 50, mine[i * 4096 + 4095]);
  }
  CHECK_EQ(PAGES, dxgmap_host_usage_now().foreign_frames);
  dxgmap_host_frames_drop(frames, PAGES);
  CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  CHECK_EQ(DXGMAP_HOST_NOT_PRESENT, dxgmap_host_frame_read(frames[0], 0, &byte, 1));
  CHECK_EQ(50, mine[4095]);
  end();
}

static void a_page_keeps_its_number_while_it_is_locked(void)
{
  begin();
  CHECK_OK(dxgmap_host_lock_pages(mine, 3, true, frames));
  CHECK_OK(dxgmap_host_lock_pages(mine + 4096, 3, false, other));
  CHECK_EQ(frames[1], other[0]);
  CHECK_EQ(frames[2], other[1]);
  CHECK_EQ(4, dxgmap_host_usage_now().foreign_frames);
  CHECK_EQ(2, dxgmap_host_frame_holds(frames[1]));
  dxgmap_host_frames_drop(frames, 3);
  CHECK_EQ(3, dxgmap_host_usage_now().foreign_frames);
  CHECK_OK(dxgmap_host_lock_pages(mine + 4096, 1, true, frames));
  CHECK_EQ(other[0], frames[0]);
  end();
}

static void what_cannot_be_reached_is_refused(void)
{
  begin();
  (void)mprotect(mine + 2 * 4096, 4096, PROT_NONE);
  (void)mprotect(mine + 3 * 4096, 4096, PROT_READ);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_lock_pages(mine, 3, false, frames));
  CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  CHECK_OK(dxgmap_host_lock_pages(mine + 3 * 4096, 1, false, frames));
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_lock_pages(mine + 3 * 4096, 1, true, frames));
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_lock_pages(NULL, 1, false, frames));
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_lock_pages((void *)(uintptr_t)UINT64_MAX, 1, false, frames));
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_lock_pages(mine, UINT64_MAX, false, frames));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_lock_pages(mine, 0, false, frames));
  CHECK_EQ(1, dxgmap_host_usage_now().holds);
  end();
}

static void too_few_frames_are_an_answer(void)
{
  begin();
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 58, frames));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_lock_pages(mine, 3, true, other));
  CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  CHECK_OK(dxgmap_host_lock_pages(mine, 2, true, other));
  end();
}

static void memory_taken_away_under_a_lock_is_noticed(void)
{
  unsigned char byte = 1;
  begin();
  CHECK_OK(dxgmap_host_lock_pages(mine, 1, true, frames));
  (void)mprotect(mine, 4096, PROT_READ);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_write(frames[0], 0, &byte, 1));
  CHECK_OK(dxgmap_host_frame_read(frames[0], 0, &byte, 1));
  (void)munmap(mine, 4096);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_read(frames[0], 0, &byte, 1));
  end();
}

/* Somebody else gets the address: the device neither writes nor reads what is his, and what he locks is his own. */
static void memory_that_is_mapped_anew_is_another_s(void)
{
  unsigned char byte = 7;
  begin();
  CHECK_OK(dxgmap_host_lock_pages(mine, 2, true, frames));
  CHECK(!dxgmap_host_frame_gone(frames[0]));
  CHECK(mmap(mine, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == mine);
  mine[0] = 0x33;
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_write(frames[0], 0, &byte, 1));
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_read(frames[0], 0, &byte, 1));
  CHECK_EQ(0x33, mine[0]);
  CHECK_EQ(7, byte);
  CHECK(dxgmap_host_frame_gone(frames[0]));
  CHECK(!dxgmap_host_frame_gone(frames[1]));
  CHECK_OK(dxgmap_host_lock_pages(mine, 2, true, other));
  CHECK(frames[0] != other[0]);
  CHECK_EQ(frames[1], other[1]);
  CHECK_OK(dxgmap_host_frame_write(other[0], 0, &byte, 1));
  CHECK_EQ(7, mine[0]);
  CHECK(dxgmap_host_frame_gone(frames[0]));
  dxgmap_host_frames_drop(frames, 2);
  CHECK_OK(dxgmap_host_frame_write(other[0], 1, &byte, 1));
  CHECK_OK(dxgmap_host_frame_write(other[1], 1, &byte, 1));
  dxgmap_host_frames_drop(other, 2);
  CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  end();
}

static void memory_that_moved_is_gone(void)
{
  unsigned char byte = 7;
  begin();
  CHECK_OK(dxgmap_host_lock_pages(mine, 1, true, frames));
  unsigned char *moved = mremap(mine, 4096, 2 * 4096, MREMAP_MAYMOVE);
  CHECK(moved != mine);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_write(frames[0], 0, &byte, 1));
  CHECK_EQ(0, moved[0]);
  (void)munmap(moved, 2 * 4096);
  end();
}

/* A heap keeps its pages: who freed them says so. */
static void memory_that_is_said_to_be_gone(void)
{
  unsigned char byte = 7;
  begin();
  CHECK_OK(dxgmap_host_lock_pages(mine, 3, true, frames));
  dxgmap_host_memory_gone(mine + 4095, 2);
  dxgmap_host_memory_gone(mine + 2 * 4096, 0);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_write(frames[0], 0, &byte, 1));
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_read(frames[1], 0, &byte, 1));
  CHECK_OK(dxgmap_host_frame_write(frames[2], 0, &byte, 1));
  CHECK_EQ(0, mine[0]);
  CHECK_OK(dxgmap_host_lock_pages(mine, 1, true, other));
  CHECK(frames[0] != other[0]);
  CHECK_OK(dxgmap_host_frame_write(other[0], 0, &byte, 1));
  CHECK_EQ(7, mine[0]);
  end();
}

/* Whether the process itself has locked a page in memory. */
static bool locked_in_memory(const unsigned char *page)
{
  return syscall(SYS_msync, page, 4096, MS_INVALIDATE) != 0 && errno == EBUSY;
}

static void marks_leave_the_process_as_it_was(void)
{
  begin();
  CHECK_EQ(0, syscall(SYS_mlock, mine, 4096));
  CHECK_OK(dxgmap_host_lock_pages(mine, PAGES, true, frames));
  CHECK(locked_in_memory(mine));
  dxgmap_host_frames_drop(frames, 2);
  CHECK(locked_in_memory(mine)); /* by the process: not ours to undo */
  CHECK(!locked_in_memory(mine + 4096));
  dxgmap_host_frames_drop(frames + 2, 2);
  CHECK(!locked_in_memory(mine + 3 * 4096));
  CHECK_EQ(0, dxgmap_host_usage_now().maps);
  CHECK_OK(dxgmap_host_lock_pages(mine, PAGES, true, frames));
  machine_close();
  CHECK(!locked_in_memory(mine + 4096));
  (void)munmap(mine, PAGES * 4096);
}

/* Each mark of a page alone costs two mappings of the process, so not all of very many have one; all are locked. */
static void marks_leave_mappings_for_others(void)
{
  static uint64_t one;
  unsigned char *many = mmap(NULL, 12000 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK(many != MAP_FAILED);
  machine_open(1 << 16);
  for (uint64_t i = 0; i < 12000; i += 2) {
    CHECK_OK(dxgmap_host_lock_pages(many + i * 4096, 1, true, &one));
  }
  CHECK_EQ(8192, dxgmap_host_usage_now().maps);
  for (uint64_t i = 1; i < 8190; i += 2) {
    CHECK_OK(dxgmap_host_lock_pages(many + i * 4096, 1, true, &one));
  }
  CHECK_EQ(2, dxgmap_host_usage_now().maps); /* one run by now */
  machine_close();
  CHECK(!locked_in_memory(many));
  (void)munmap(many, 12000 * 4096);
}

static void pages_of_a_window_resolve_to_their_frames(void)
{
  void *address = NULL;
  begin();
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 3, frames));
  CHECK_OK(dxgmap_host_kernel_map(frames, 3, 1, &address));
  CHECK_OK(dxgmap_host_lock_pages(address, 3, true, other));
  CHECK(memcmp(frames, other, 3 * sizeof *frames) == 0);
  CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  dxgmap_host_frames_drop(frames, 3);
  CHECK_EQ(3, dxgmap_host_usage_now().frames); /* the lock holds them */
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_lock_pages((unsigned char *)address + 8192, 2, true, other + 3));
  dxgmap_host_kernel_unmap(address, 3);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_lock_pages(address, 1, false, other + 3));
  dxgmap_host_frames_drop(other, 3);
  CHECK_EQ(0, dxgmap_host_usage_now().frames);
  end();
}

static void a_view_of_a_frame_that_was_dropped_cannot_be_locked(void)
{
  void *address = NULL;
  begin();
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 1, frames));
  CHECK_OK(dxgmap_host_kernel_map(frames, 1, 1, &address));
  dxgmap_host_frames_drop(frames, 1);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_lock_pages(address, 1, false, other));
  end();
}

static void section_memory_is_locked_by_its_address(void)
{
  uint32_t section = 0, window = 0;
  unsigned char *view, byte = 0;
  uint64_t at = 0;
  begin();
  CHECK_OK(dxgmap_host_section_open(2, &section));
  CHECK_OK(dxgmap_host_window_open(16, 0, &window));
  CHECK_OK(dxgmap_host_window_claim(window, 2, &at));
  CHECK_OK(dxgmap_host_window_place_section(window, at, section, 0, 2));
  view = (unsigned char *)dxgmap_host_window_base(window) + at * DXGMAP_HOST_PAGE;
  CHECK_OK(dxgmap_host_lock_pages(view, 2, true, frames));
  CHECK_EQ(2, dxgmap_host_usage_now().foreign_frames);
  view[1] = 77;
  CHECK_OK(dxgmap_host_frame_read(frames[0], 1, &byte, 1));
  CHECK_EQ(77, byte);
  dxgmap_host_window_own(window, at, 2, 9);
  dxgmap_host_window_remove(window, at, 2);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_read(frames[0], 1, &byte, 1));
  CHECK(dxgmap_host_frame_gone(frames[0]));
  end();
}

/* ---- Copies that fault ---- */

/* By the host's handler; a system call is asked when there is none, as above. */
static void what_a_copy_finds_gone_is_an_answer(void)
{
  unsigned char byte = 7;
  begin();
  CHECK_OK(dxgmap_host_faults_install(NULL, NULL, DXGMAP_HOST_FAULT_LEAVE));
  CHECK_OK(dxgmap_host_lock_pages(mine, 2, true, frames));
  (void)mprotect(mine, 4096, PROT_READ);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_write(frames[0], 4095, &byte, 1));
  CHECK_OK(dxgmap_host_frame_read(frames[0], 4095, &byte, 1));
  CHECK_EQ(0, byte);
  (void)mprotect(mine, 4096, PROT_NONE);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_read(frames[0], 0, &byte, 1));
  (void)mprotect(mine, 4096, PROT_READ | PROT_WRITE);
  memset(mine, 0x42, 4096);
  CHECK_OK(dxgmap_host_frame_read(frames[0], 4095, &byte, 1));
  CHECK_EQ(0x42, byte);
  dxgmap_host_faults_remove();
  (void)mprotect(mine, 4096, PROT_NONE);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_read(frames[0], 0, &byte, 1));
  end();
}

static void a_page_that_its_file_has_lost_is_an_answer(void)
{
  unsigned char byte = 7;
  int file = memfd_create("shortened", MFD_CLOEXEC);
  unsigned char *shared;
  begin();
  CHECK_OK(dxgmap_host_faults_install(NULL, NULL, DXGMAP_HOST_FAULT_LEAVE));
  CHECK_EQ(0, ftruncate(file, 4096));
  shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  CHECK(shared != MAP_FAILED);
  CHECK_OK(dxgmap_host_lock_pages(shared, 1, true, frames));
  CHECK_OK(dxgmap_host_frame_write(frames[0], 0, &byte, 1));
  CHECK_EQ(7, shared[0]);
  CHECK_EQ(0, ftruncate(file, 0));
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_write(frames[0], 0, &byte, 1)); /* SIGBUS */
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_read(frames[0], 0, &byte, 1));
  (void)munmap(shared, 4096);
  (void)close(file);
  end();
}

/* Without a mark the page is looked for, with nothing mapped there and with the process's own lock. */
static void a_page_without_a_mark_is_looked_for(void)
{
  unsigned char byte = 7;
  begin();
  CHECK_OK(dxgmap_host_faults_install(NULL, NULL, DXGMAP_HOST_FAULT_LEAVE));
  CHECK_EQ(0, syscall(SYS_mlock, mine, 4096));
  CHECK_OK(dxgmap_host_lock_pages(mine, 1, true, frames));
  CHECK_OK(dxgmap_host_frame_write(frames[0], 0, &byte, 1));
  CHECK_EQ(7, mine[0]);
  (void)munmap(mine, 4096);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_read(frames[0], 0, &byte, 1));
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_write(frames[0], 0, &byte, 1));
  end();
}

static _Atomic bool stop_taking;

static void *take_and_give(void *page)
{
  while (!atomic_load(&stop_taking)) {
    (void)mprotect(page, 4096, PROT_NONE);
    (void)mprotect(page, 4096, PROT_READ | PROT_WRITE);
  }
  return NULL;
}

/* The memory goes away between the look and the copy, and in the copy. */
static void memory_may_go_away_in_a_copy(void)
{
  static unsigned char page[4096];
  pthread_t thread;
  begin();
  CHECK_OK(dxgmap_host_faults_install(NULL, NULL, DXGMAP_HOST_FAULT_LEAVE));
  CHECK_OK(dxgmap_host_lock_pages(mine, 1, true, frames));
  atomic_store(&stop_taking, false);
  check_start(&thread, take_and_give, mine);
  for (unsigned i = 0; i < 20000; i++) {
    dxgmap_host_result result = i % 2 == 0 ? dxgmap_host_frame_write(frames[0], 0, page, 4096)
                                           : dxgmap_host_frame_read(frames[0], 0, page, 4096);
    CHECK(result == DXGMAP_HOST_OK || result == DXGMAP_HOST_BAD_ADDRESS);
  }
  atomic_store(&stop_taking, true);
  check_join(thread);
  CHECK_OK(dxgmap_host_frame_write(frames[0], 0, page, 4096));
  end();
}

/* ---- Probing ---- */

static void a_probe_sees_protection_and_ends(void)
{
  begin();
  CHECK(dxgmap_host_probe(mine, PAGES * 4096, true));
  CHECK(dxgmap_host_probe(NULL, 0, true));
  CHECK(!dxgmap_host_probe(NULL, 1, false));
  (void)munmap(mine + 4096, 4096);
  CHECK(dxgmap_host_probe(mine + 4095, 1, true));
  CHECK(!dxgmap_host_probe(mine + 4095, 2, false));
  CHECK(!dxgmap_host_probe(mine, PAGES * 4096, false));
  CHECK(dxgmap_host_probe("constant", 8, false));
  CHECK(!dxgmap_host_probe("constant", 8, true));
  CHECK(!dxgmap_host_probe((void *)(uintptr_t)UINT64_MAX, 2, false));
  CHECK(!dxgmap_host_probe(mine, UINT64_MAX, false));
  end();
}

static void a_long_probe_looks_at_every_page(void)
{
  unsigned char *many = mmap(NULL, 1000 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK(many != MAP_FAILED);
  CHECK(dxgmap_host_probe(many, 1000 * 4096, true));
  (void)mprotect(many + 700 * 4096, 4096, PROT_NONE);
  CHECK(!dxgmap_host_probe(many, 1000 * 4096, false));
  CHECK(dxgmap_host_probe(many, 700 * 4096, true));
  CHECK(dxgmap_host_probe(many + 701 * 4096, 299 * 4096, true));
  (void)munmap(many, 1000 * 4096);
}

static _Atomic bool stop_counting;

static void *count_up(void *counter)
{
  while (!atomic_load(&stop_counting)) {
    atomic_fetch_add((_Atomic uint64_t *)counter, 1);
  }
  return NULL;
}

/* What was seen is touched from then on, and every answer is what it would be of a page that nobody has seen. */
static void check_pages_that_change(void)
{
  CHECK(dxgmap_host_probe(mine, PAGES * 4096, true));
  for (unsigned again = 0; again < 2; again++) {
    CHECK(dxgmap_host_probe(mine + 4090, 12, true));
    (void)mprotect(mine + 4096, 4096, PROT_READ);
    CHECK(!dxgmap_host_probe(mine + 4090, 12, true));
    CHECK(dxgmap_host_probe(mine + 4090, 12, false));
    CHECK(!dxgmap_host_probe(mine + 4096, 1, true));
    (void)mprotect(mine + 4096, 4096, PROT_NONE);
    CHECK(!dxgmap_host_probe(mine + 4090, 12, false));
    CHECK(dxgmap_host_probe(mine, 4096, true));
    (void)munmap(mine + 4096, 4096);
    CHECK(!dxgmap_host_probe(mine + 4096, 1, false));
    CHECK(!dxgmap_host_probe(mine, PAGES * 4096, true));
    CHECK(mmap(mine + 4096, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) !=
          MAP_FAILED);
    CHECK(dxgmap_host_probe(mine, PAGES * 4096, true));
    CHECK_EQ(0, mine[4096]);
  }
}

static void begin_catching(void)
{
  begin();
  CHECK_OK(dxgmap_host_faults_install(NULL, NULL, DXGMAP_HOST_FAULT_LEAVE));
}

static void what_was_seen_may_change(void)
{
  begin_catching();
  mine[4095] = 7;
  check_pages_that_change();
  CHECK_EQ(7, mine[4095]);
  end();
}

static void *change_uncaught(void *unused)
{
  sigset_t faults;
  (void)sigemptyset(&faults);
  (void)sigaddset(&faults, SIGSEGV);
  (void)sigaddset(&faults, SIGBUS);
  CHECK_EQ(0, pthread_sigmask(SIG_BLOCK, &faults, NULL));
  check_pages_that_change();
  return unused;
}

/* A fault would end the program there, so nothing is touched, whatever other threads have seen. */
static void a_thread_that_blocks_faults_sees_nothing(void)
{
  pthread_t thread;
  begin_catching();
  CHECK(dxgmap_host_probe(mine, PAGES * 4096, true));
  check_start(&thread, change_uncaught, NULL);
  check_join(thread);
  end();
}

static volatile sig_atomic_t strays;

static void stray(int number)
{
  strays += number == SIGSEGV;
  _exit(1);
}

static void nothing_is_seen_under_another_s_handler(void)
{
  struct sigaction action, before;
  memset(&action, 0, sizeof action);
  action.sa_handler = stray;
  begin_catching();
  CHECK_EQ(0, sigaction(SIGSEGV, &action, &before));
  check_pages_that_change();
  CHECK_EQ(0, sigaction(SIGSEGV, &before, NULL));
  CHECK_EQ(0, strays);
  end();
}

static void a_page_that_its_file_has_lost_is_not_there(void)
{
  int file = memfd_create("lost", 0);
  unsigned char *bytes;
  begin_catching();
  CHECK_EQ(0, ftruncate(file, 4096));
  bytes = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  CHECK(bytes != MAP_FAILED);
  for (unsigned again = 0; again < 2; again++) {
    CHECK(dxgmap_host_probe(bytes, 8, true));
    CHECK(dxgmap_host_probe(bytes, 8, true));
    CHECK_EQ(0, ftruncate(file, 0));
    CHECK(!dxgmap_host_probe(bytes, 8, false));
    CHECK_EQ(0, ftruncate(file, 4096));
  }
  (void)munmap(bytes, 4096);
  (void)close(file);
  end();
}

/* Each step of the counter must be there afterwards, though the page is probed for writing all the while. */
static void a_probe_loses_no_write_of_another_thread(void)
{
  pthread_t thread;
  _Atomic uint64_t *counter;
  uint64_t last = 0;
  begin_catching();
  counter = (_Atomic uint64_t *)(void *)mine;
  atomic_store(&stop_counting, false);
  check_start(&thread, count_up, counter);
  for (unsigned i = 0; i < 20000; i++) {
    uint64_t now;
    CHECK(dxgmap_host_probe(mine, 8, true));
    now = atomic_load(counter);
    if (now < last) {
      CHECK_EQ(last, now);
    }
    last = now;
  }
  atomic_store(&stop_counting, true);
  check_join(thread);
  CHECK(atomic_load(counter) >= last);
  end();
}

/* ---- Many pages, and injected failures ---- */

static void many_pages_come_and_go(void)
{
  static uint64_t many[3000];
  unsigned char *bytes = mmap(NULL, 3000 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), byte = 0;
  CHECK(bytes != MAP_FAILED);
  machine_open(1 << 16);
  for (unsigned round = 0; round < 3; round++) {
    CHECK_OK(dxgmap_host_lock_pages(bytes, 3000, true, many));
    for (uint64_t i = round; i < 3000; i += 3) {
      dxgmap_host_frames_drop(&many[i], 1);
    }
    CHECK_EQ(2000, dxgmap_host_usage_now().foreign_frames);
    for (uint64_t i = 0; i < 3000; i++) {
      if (i % 3 != round) {
        bytes[i * 4096] = (unsigned char)(i + round);
        CHECK_OK(dxgmap_host_frame_read(many[i], 0, &byte, 1));
        CHECK_EQ((unsigned char)(i + round), byte);
        dxgmap_host_frames_drop(&many[i], 1);
      }
    }
    CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  }
  machine_close();
  (void)munmap(bytes, 3000 * 4096);
}

static dxgmap_host_result lock_mine(void)
{
  return dxgmap_host_lock_pages(mine, PAGES, true, frames);
}

static void unlock_mine(void)
{
  dxgmap_host_frames_drop(frames, PAGES);
}

static void failures_change_nothing(void)
{
  begin();
  check_each_failure(lock_mine, unlock_mine, 2);
  end();
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(locked_pages_have_frames_that_stand_for_them);
  RUN(a_page_keeps_its_number_while_it_is_locked);
  RUN(what_cannot_be_reached_is_refused);
  RUN(too_few_frames_are_an_answer);
  RUN(memory_taken_away_under_a_lock_is_noticed);
  RUN(memory_that_is_mapped_anew_is_another_s);
  RUN(memory_that_moved_is_gone);
  RUN(memory_that_is_said_to_be_gone);
  RUN(marks_leave_the_process_as_it_was);
  RUN(marks_leave_mappings_for_others);
  RUN(pages_of_a_window_resolve_to_their_frames);
  RUN(a_view_of_a_frame_that_was_dropped_cannot_be_locked);
  RUN(section_memory_is_locked_by_its_address);
  RUN(what_a_copy_finds_gone_is_an_answer);
  RUN(a_page_that_its_file_has_lost_is_an_answer);
  RUN(a_page_without_a_mark_is_looked_for);
  RUN(memory_may_go_away_in_a_copy);
  RUN(a_probe_sees_protection_and_ends);
  RUN(a_long_probe_looks_at_every_page);
  RUN(what_was_seen_may_change);
  RUN(a_thread_that_blocks_faults_sees_nothing);
  RUN(nothing_is_seen_under_another_s_handler);
  RUN(a_page_that_its_file_has_lost_is_not_there);
  RUN(a_probe_loses_no_write_of_another_thread);
  RUN(many_pages_come_and_go);
  RUN(failures_change_nothing);
  return harness_end();
}
