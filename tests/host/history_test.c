/* SPDX-License-Identifier: MIT */
/* Call stacks, their names, and the histories of identities. */
#include "machine.h"

#include <stdio.h>

static dxgmap_host_stack stack;
static uint64_t ticket;

/* What a public function of the library looks like: it gives the address that it returns to. */
__attribute__((noinline)) static void library_inner(const void *caller)
{
  dxgmap_host_stack_capture(caller, &stack);
  __asm__ volatile("");
}

__attribute__((noinline)) static void library_entry(bool with_caller)
{
  library_inner(with_caller ? __builtin_return_address(0) : NULL);
  __asm__ volatile("");
}

__attribute__((noinline)) static void driver_function(bool with_caller)
{
  library_entry(with_caller);
  __asm__ volatile("");
}

__attribute__((noinline)) static void harness_function(bool with_caller)
{
  driver_function(with_caller);
  __asm__ volatile("");
}

/* The place of a function among the lines of the stack's text; -1 if it is not there. */
static int line_of(const char *function)
{
  static char text[8192];
  char wanted[64];
  dxgmap_host_text writer;
  int line = 0;
  dxgmap_host_text_to_string(&writer, text, sizeof text);
  dxgmap_host_text_stack(&writer, "", &stack);
  (void)snprintf(wanted, sizeof wanted, " %s+0x", function);
  for (char *next = text; *next != '\0'; line++) {
    char *end = strchr(next, '\n');
    if (end == NULL) {
      return -1;
    }
    *end = '\0';
    if (strstr(next, wanted) != NULL) {
      return line;
    }
    next = end + 1;
  }
  return -1;
}

static void a_stack_begins_at_the_caller(void)
{
  harness_function(true);
  CHECK(stack.count >= 3 && stack.count <= DXGMAP_HOST_STACK_FRAMES);
  CHECK_EQ(0, line_of("driver_function"));
  CHECK_EQ(1, line_of("harness_function"));
  CHECK_EQ(2, line_of("a_stack_begins_at_the_caller"));
  CHECK_EQ(-1, line_of("library_entry"));
}

static void without_a_caller_it_begins_inside(void)
{
  harness_function(false);
  CHECK_EQ(0, line_of("library_inner"));
  CHECK_EQ(1, line_of("library_entry"));
  CHECK_EQ(2, line_of("driver_function"));
}

static void a_caller_that_is_not_found_is_kept_alone(void)
{
  dxgmap_host_stack_capture(&stack, &stack);
  CHECK_EQ(1, stack.count);
  CHECK(stack.site[0] == &stack);
}

__attribute__((noinline)) static void go_down(unsigned depth)
{
  if (depth == 0) {
    library_entry(true);
  } else {
    go_down(depth - 1);
  }
  __asm__ volatile("");
}

static void a_deep_stack_is_cut_at_its_outer_end(void)
{
  go_down(80);
  CHECK_EQ(DXGMAP_HOST_STACK_FRAMES, stack.count);
  CHECK_EQ(0, line_of("go_down"));
}

/* ---- Histories ---- */

static bool live_of(uint64_t handle)
{
  dxgmap_host_history history;
  return dxgmap_host_history_find(handle, &history) && history.map.count != 0 && history.unmap.count == 0;
}

static bool released_of(uint64_t handle)
{
  dxgmap_host_history history;
  return dxgmap_host_history_find(handle, &history) && history.map.count != 0 && history.unmap.count != 0;
}

static void make(uint64_t handle)
{
  CHECK_OK(dxgmap_host_history_reserve(NULL, &ticket));
  dxgmap_host_history_bind(ticket, handle);
}

static void a_history_lives_beyond_the_release(void)
{
  machine_open(64);
  CHECK(!live_of(10));
  make(10);
  CHECK(live_of(10));
  CHECK_EQ(1, dxgmap_host_usage_now().histories);
  dxgmap_host_history_release(10, NULL);
  CHECK(released_of(10));
  CHECK_EQ(0, dxgmap_host_usage_now().histories);
  CHECK_EQ(1, dxgmap_host_usage_now().released);
  dxgmap_host_history_release(10, NULL);
  dxgmap_host_history_release(11, NULL);
  CHECK_EQ(1, dxgmap_host_usage_now().released);
  machine_close();
}

static void the_oldest_released_is_forgotten(void)
{
  machine_open(64); /* remembers four */
  for (uint64_t handle = 1; handle <= 6; handle++) {
    make(handle);
  }
  for (uint64_t handle = 5; handle >= 1; handle--) {
    dxgmap_host_history_release(handle, NULL);
  }
  CHECK(!released_of(5));
  CHECK(released_of(4) && released_of(3) && released_of(2) && released_of(1));
  CHECK(live_of(6));
  CHECK_EQ(4, dxgmap_host_usage_now().released);
  machine_close();
}

static void a_cancelled_history_leaves_nothing(void)
{
  uint64_t again = 0;
  machine_open(64);
  CHECK_OK(dxgmap_host_history_reserve(NULL, &ticket));
  CHECK_EQ(1, dxgmap_host_usage_now().histories);
  dxgmap_host_history_cancel(ticket);
  dxgmap_host_history_cancel(ticket);
  dxgmap_host_history_cancel(0);
  dxgmap_host_history_cancel(UINT64_MAX);
  CHECK_EQ(0, dxgmap_host_usage_now().histories);
  dxgmap_host_history_bind(ticket, 3);
  CHECK(!live_of(3));
  CHECK_OK(dxgmap_host_history_reserve(NULL, &again));
  CHECK_EQ(ticket, again);
  machine_close();
}

static void both_call_sites_are_kept(void)
{
  dxgmap_host_history history;
  memset(&history, 0, sizeof history);
  machine_open(64);
  CHECK_OK(dxgmap_host_history_reserve(&ticket, &ticket));
  dxgmap_host_history_bind(ticket, 4);
  dxgmap_host_history_release(4, &stack);
  CHECK(dxgmap_host_history_find(4, &history));
  CHECK(history.map.site[0] == &ticket);
  CHECK(history.unmap.site[0] == &stack);
  machine_close();
}

static void many_histories_come_and_go(void)
{
  machine_open(64);
  for (uint64_t handle = 1; handle <= 20000; handle++) {
    CHECK_OK(dxgmap_host_history_reserve(&stack, &ticket));
    dxgmap_host_history_bind(ticket, handle << 20);
    if (handle > 700) {
      dxgmap_host_history_release((handle - 700) << 20, &stack);
    }
  }
  CHECK_EQ(700, dxgmap_host_usage_now().histories);
  CHECK(live_of((uint64_t)20000 << 20) && live_of((uint64_t)19301 << 20));
  CHECK(released_of((uint64_t)19300 << 20) && released_of((uint64_t)19297 << 20));
  CHECK(!released_of((uint64_t)19296 << 20));
  CHECK(ticket < 1000);
  machine_close();
}

static dxgmap_host_result reserve(void)
{
  return dxgmap_host_history_reserve(NULL, &ticket);
}

static void cancel(void)
{
  dxgmap_host_history_cancel(ticket);
}

static void failures_change_nothing(void)
{
  CHECK_EQ(DXGMAP_HOST_CLOSED, reserve());
  machine_open(64);
  check_each_failure(reserve, cancel, 2);
  machine_close();
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(a_stack_begins_at_the_caller);
  RUN(without_a_caller_it_begins_inside);
  RUN(a_caller_that_is_not_found_is_kept_alone);
  RUN(a_deep_stack_is_cut_at_its_outer_end);
  RUN(a_history_lives_beyond_the_release);
  RUN(the_oldest_released_is_forgotten);
  RUN(a_cancelled_history_leaves_nothing);
  RUN(both_call_sites_are_kept);
  RUN(many_histories_come_and_go);
  RUN(failures_change_nothing);
  return harness_end();
}
