/* SPDX-License-Identifier: MIT */
/* Call stacks, their names, and those that are kept. */
#include "machine.h"

#include "host/os/os.h"

#include <stdio.h>

static dxgmap_host_stack stack;

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

/* ---- Stacks that are kept ---- */

/* Two of its words are for each stack of one site, which a caller that is not found gives. */
static void machine_open_with(uint64_t words, uint32_t stacks)
{
  dxgmap_host_config config = {.pages = 64, .kernel_pages = 64, .stack_words = words, .stacks = stacks};
  CHECK_OK(dxgmap_host_open(&config));
}

static uint32_t keep(const void *caller)
{
  return dxgmap_host_stack_keep(caller);
}

__attribute__((noinline)) static uint32_t keep_deeper(unsigned depth)
{
  uint32_t number = depth == 0 ? keep(NULL) : keep_deeper(depth - 1);
  __asm__ volatile("");
  return number;
}

static void a_stack_is_kept_once(void)
{
  uint32_t number[6];
  machine_open(64);
  for (unsigned i = 0; i < 6; i++) {
    number[i] = keep_deeper(i % 3);
    CHECK(number[i] != 0 && number[i] != DXGMAP_HOST_STACK_NOT_KEPT);
  }
  CHECK(number[0] != number[1] && number[1] != number[2] && number[0] != number[2]);
  for (unsigned i = 0; i < 3; i++) {
    CHECK_EQ(number[i], number[i + 3]);
  }
  machine_close();
}

__attribute__((noinline)) static uint32_t keep_and_capture(void)
{
  dxgmap_host_stack_capture(__builtin_return_address(0), &stack);
  return keep(__builtin_return_address(0));
}

static void what_is_kept_is_what_was_captured(void)
{
  dxgmap_host_stack kept;
  machine_open(64);
  for (unsigned again = 0; again < 3; again++) {
    uint32_t number = keep_and_capture();
    dxgmap_host_stack_kept(number, &kept);
    CHECK(stack.count > 1);
    CHECK(dxgmap_host_stack_same(&stack, &kept));
    CHECK_EQ(0, kept.lost);
  }
  machine_close();
}

static void many_stacks_are_kept(void)
{
  static char site[20000];
  static uint32_t number[20000];
  dxgmap_host_stack kept;
  machine_open(64);
  for (unsigned i = 0; i < 20000; i++) {
    number[i] = keep(&site[i]);
  }
  for (unsigned i = 0; i < 20000; i++) {
    CHECK_EQ(number[i], keep(&site[i]));
    dxgmap_host_stack_kept(number[i], &kept);
    CHECK_EQ(1, kept.count);
    CHECK(kept.site[0] == &site[i]);
  }
  machine_close();
}

/* Text that a stack without a place has in a report. */
static bool says_that_it_is_lost(const dxgmap_host_stack *lost)
{
  static char text[256];
  dxgmap_host_text writer;
  dxgmap_host_text_to_string(&writer, text, sizeof text);
  dxgmap_host_text_stack(&writer, "  ", lost);
  return strcmp(text, "  (not kept: there was no room for another stack)\n") == 0;
}

static void a_stack_without_room_says_so(void)
{
  static char site[6];
  dxgmap_host_stack kept;
  machine_open_with(2 * 4 + 1, DXGMAP_HOST_STACKS_FAST);
  uint32_t first = keep(&site[0]);
  for (unsigned i = 1; i < 4; i++) {
    CHECK(keep(&site[i]) != DXGMAP_HOST_STACK_NOT_KEPT);
  }
  for (unsigned i = 4; i < 6; i++) {
    CHECK_EQ(DXGMAP_HOST_STACK_NOT_KEPT, keep(&site[i]));
  }
  CHECK_EQ(first, keep(&site[0])); /* there already */
  dxgmap_host_stack_kept(DXGMAP_HOST_STACK_NOT_KEPT, &kept);
  CHECK_EQ(0, kept.count);
  CHECK_EQ(1, kept.lost);
  CHECK(says_that_it_is_lost(&kept));
  dxgmap_host_stack_kept(first, &kept);
  CHECK_EQ(1, kept.count);
  CHECK_EQ(0, kept.lost);
  machine_close();
}

static void no_stack_is_kept_where_none_is_wished(void)
{
  dxgmap_host_stack kept;
  machine_open_with(0, DXGMAP_HOST_STACKS_OFF);
  CHECK_EQ(0, keep_and_capture());
  CHECK(stack.count > 1); /* a report has its own call's */
  dxgmap_host_stack_kept(0, &kept);
  CHECK_EQ(0, kept.count);
  CHECK_EQ(0, kept.lost);
  machine_close();
}

/* A site that calls by turns through frames that differ: no stack is taken for that of the call before. */
__attribute__((noinline)) static uint32_t keep_by(unsigned way)
{
  return way % 3 == 0 ? keep_deeper(way % 5) : way % 3 == 1 ? keep_deeper(way % 4) : keep_deeper(2);
}

static void what_was_found_there_before_is_not_taken_for_it(void)
{
  dxgmap_host_stack kept;
  machine_open(64);
  for (unsigned i = 0; i < 500; i++) {
    uint32_t number[2] = {0, 0};
    for (volatile unsigned full = 0; full < 2; full++) { /* one call, and not two */
      dxgmap_os_stack_by(full != 0);
      number[full] = keep_by(i);
    }
    dxgmap_os_stack_by(false);
    EXPECT_AT("number", i, number[1], number[0]);
    dxgmap_host_stack_kept(number[0], &kept);
    CHECK(kept.count > 3);
  }
  machine_close();
}

static void both_ways_find_the_same(void)
{
  dxgmap_host_stack found[2];
  for (uint32_t way = 0; way < 2; way++) {
    machine_open_with(0, way == 0 ? DXGMAP_HOST_STACKS_FAST : DXGMAP_HOST_STACKS_FULL);
    for (unsigned again = 0; again < 3; again++) {
      dxgmap_host_stack_kept(keep_deeper(4), &found[way]);
    }
    machine_close();
  }
  CHECK(found[0].count > 5);
  CHECK(dxgmap_host_stack_same(&found[0], &found[1]));
}

static void failures_change_nothing(void)
{
  dxgmap_host_usage before = dxgmap_host_usage_now();
  dxgmap_host_config config = {.pages = 64, .kernel_pages = 64};
  uint64_t nth = 0;
  dxgmap_host_result result;
  do {
    nth++;
    dxgmap_host_fail_at(nth);
    result = dxgmap_host_open(&config);
    CHECK(result == DXGMAP_HOST_OK || usage_is(&before));
  } while (result != DXGMAP_HOST_OK);
  dxgmap_host_fail_at(0);
  CHECK(nth > 2);
  machine_close();
}

/* ---- Blocks that wait to be used again ---- */

static void a_block_that_waits_is_not_in_use(void)
{
  static const size_t sizes[] = {1, 32, 33, 72, 200, 248, 249, 280, 281, 504, 505, 3832, 3833, 5000};
  void *block[100];
  machine_open(64);
  for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
    for (unsigned again = 0; again < 3; again++) {
      dxgmap_host_usage before = dxgmap_host_usage_now();
      for (unsigned i = 0; i < 100; i++) {
        block[i] = dxgmap_host_take(sizes[s]);
        CHECK(block[i] != NULL);
        for (size_t byte = 0; byte < sizes[s]; byte++) {
          CHECK_EQ(0, ((unsigned char *)block[i])[byte]);
        }
        memset(block[i], 0xAA, sizes[s]);
      }
      CHECK_EQ(before.blocks + 100, dxgmap_host_usage_now().blocks);
      CHECK(dxgmap_host_usage_now().bytes >= before.bytes + 100 * sizes[s]);
      for (unsigned i = 0; i < 100; i++) {
        dxgmap_host_give(block[i], sizes[s]);
      }
      CHECK(usage_is(&before));
    }
  }
  CHECK(dxgmap_host_take(0) == NULL);
  dxgmap_host_give(NULL, 32);
  machine_close();
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(a_stack_begins_at_the_caller);
  RUN(without_a_caller_it_begins_inside);
  RUN(a_caller_that_is_not_found_is_kept_alone);
  RUN(a_deep_stack_is_cut_at_its_outer_end);
  RUN(a_stack_is_kept_once);
  RUN(what_is_kept_is_what_was_captured);
  RUN(many_stacks_are_kept);
  RUN(a_stack_without_room_says_so);
  RUN(no_stack_is_kept_where_none_is_wished);
  RUN(what_was_found_there_before_is_not_taken_for_it);
  RUN(both_ways_find_the_same);
  RUN(failures_change_nothing);
  RUN(a_block_that_waits_is_not_in_use);
  return harness_end();
}
