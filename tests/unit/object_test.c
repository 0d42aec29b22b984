/* SPDX-License-Identifier: MIT */
/* Physical memory objects through the functions of their operations, as scenarios: what a driver does, what is refused
   on the way, what the device gets, and that the invariant holds after each step. */

#include "harness.h"
#include "checks/check.h"
#include "operations/op_adapter.h"
#include "operations/op_object_view.h"
#include "operations/op_pages.h"
#include "operations/op_pin.h"
#include "operations/op_switch.h"
#include "operations/op_translate.h"

#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "the invariant is checked after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define PAGE ((uint64_t)DXGMAP_PAGE_SIZE)

static dxgmap_state state;
static dxgmap_state before;
static dxgmap_counts scratch;
static const dxgmap_caller caller = {DXGMAP_PASSIVE_LEVEL, 7, 1};
static const dxgmap_caller other_process = {DXGMAP_APC_LEVEL, 8, 1};
static const dxgmap_caller at_dispatch = {DXGMAP_DISPATCH_LEVEL, 7, 1};
static uint64_t pages[DXGMAP_PAGES]; /* 63, 62, .. */

/* What a step answers; a refusal gives no handle and moves nothing, and the invariant holds after both. */
static uint64_t step(const char *what, uint32_t expected, dxgmap_outcome o)
{
  EXPECT(what, expected, o.status);
  if (o.status != DXGMAP_OK) {
    EXPECT("handle of a refusal", 0, o.handle);
    EXPECT("nothing moved", 1, memcmp(&before, &state, sizeof state) == 0);
  }
  EXPECT("dxgmap_check", 1, dxgmap_check(&state, &scratch) != 0);
  before = state;
  return o.handle;
}

static dxgmap_outcome only_status(uint32_t status)
{
  dxgmap_outcome o = {status, 0};
  return o;
}

static uint64_t start(uint32_t mode, uint32_t capability, uint32_t quarantine, uint64_t visible_pages)
{
  dxgmap_start d;
  memset(&d, 0, sizeof d);
  d.mode = mode;
  d.capability = capability;
  d.quarantine = quarantine;
  d.chain = 1;
  d.save_bytes[0] = 4 * PAGE;
  d.commit_limit = 1000;
  d.installed_pages = DXGMAP_PAGES;
  d.highest_visible = visible_pages * PAGE - 1;
  return step("start", DXGMAP_OK, dxgmap_op_start(&state, &d));
}

static uint64_t start_remapping(void)
{
  return start(DXGMAP_REMAPPING, DXGMAP_BY_ADL, 2, DXGMAP_CELLS);
}

static uint64_t create(uint32_t type, uint32_t bound, uint64_t length)
{
  dxgmap_object_request r = {.type = type, .bound = bound, .cache = 2, .physical = 0xE0000000u, .length = length};
  return step("create", DXGMAP_OK, dxgmap_op_create(&state, caller, r));
}

static uint64_t open(uint32_t expected, uint64_t object, uint64_t adapter)
{
  return step("open", expected, dxgmap_op_open(&state, caller, object, adapter, 0));
}

/* Pages pages[from] .. of the pool, at this offset of the object. */
static uint64_t allocate(uint32_t expected, uint64_t object, uint64_t offset, uint32_t count, uint32_t from)
{
  return step("allocate an ADL", expected,
              dxgmap_op_allocate_adl(&state, caller, object, offset * PAGE, count * PAGE, 0, pages + from, count, 0));
}

static void free_adl(uint32_t expected, uint64_t object, uint64_t adl)
{
  step("free an ADL", expected, dxgmap_op_free_adl(&state, caller, object, adl));
}

static void close(uint32_t expected, uint64_t object)
{
  step("close", expected, dxgmap_op_close(&state, caller, object));
}

static void destroy(uint32_t expected, uint64_t object)
{
  step("destroy", expected, dxgmap_op_destroy(&state, caller, object));
}

static uint64_t map_object(uint32_t expected, uint64_t object, uint32_t user, uint64_t bytes, uint64_t at)
{
  return step("map an object", expected, dxgmap_op_map_object(&state, caller, object, user, 0, bytes, at, 1, 0));
}

/* The device gets pages[from] .. at the ADL's logical pages, for the ADL. */
static void expect_answers(uint64_t adapter, uint64_t adl, uint32_t count, uint32_t from)
{
  uint32_t base = dxgmap_base_page(&state, adl);
  EXPECT("first logical page is not 0", 1, base != 0);
  for (uint32_t k = 0; k < count; k++) {
    dxgmap_answer a = dxgmap_op_translate(&state, adapter, base + k);
    EXPECT("status of a logical page", DXGMAP_OK, a.status);
    EXPECT("page of a logical page", pages[from + k], a.page);
    EXPECT("mapping of a logical page", adl, a.handle);
  }
}

static void expect_blocked(uint64_t adapter, uint32_t base, uint32_t count)
{
  for (uint32_t k = 0; k < count; k++) {
    dxgmap_answer a = dxgmap_op_translate(&state, adapter, base + k);
    EXPECT("status of a logical page that nothing is mapped at", DXGMAP_BLOCKED, a.status);
    EXPECT("mapping of it", 0, a.handle);
  }
}

/* A check that fails names the line of the test too. */
#define start(...) FROM_HERE(start(__VA_ARGS__))
#define create(...) FROM_HERE(create(__VA_ARGS__))
#define open(...) FROM_HERE(open(__VA_ARGS__))
#define allocate(...) FROM_HERE(allocate(__VA_ARGS__))
#define free_adl(...) FROM_HERE(free_adl(__VA_ARGS__))
#define close(...) FROM_HERE(close(__VA_ARGS__))
#define destroy(...) FROM_HERE(destroy(__VA_ARGS__))
#define map_object(...) FROM_HERE(map_object(__VA_ARGS__))
#define step(...) FROM_HERE(step(__VA_ARGS__))
#define expect_answers(...) FROM_HERE(expect_answers(__VA_ARGS__))
#define expect_blocked(...) FROM_HERE(expect_blocked(__VA_ARGS__))

/* ---- the scenarios ---- */

static void a_life(void)
{
  uint64_t adapter = start_remapping();
  uint64_t object = create(DXGMAP_OBJECT_SECTION, 0, 8 * PAGE);
  uint64_t opened = open(DXGMAP_OK, object, adapter);
  uint64_t first = allocate(DXGMAP_OK, opened, 0, 8, 10);
  uint64_t second = allocate(DXGMAP_OK, opened, 4, 4, 14);

  expect_answers(adapter, first, 8, 10);
  expect_answers(adapter, second, 4, 14);
  EXPECT("locks of a page in both", 2, dxgmap_lock_count(&state, pages[14]));
  EXPECT("locks of a page in one", 1, dxgmap_lock_count(&state, pages[13]));
  close(DXGMAP_IN_USE, opened);
  destroy(DXGMAP_IN_USE, object);
  uint32_t base = dxgmap_base_page(&state, first);
  free_adl(DXGMAP_OK, opened, first);
  EXPECT("first logical page of a freed ADL", 0, dxgmap_base_page(&state, first));
  expect_blocked(adapter, base, 8);
  expect_answers(adapter, second, 4, 14);
  EXPECT("locks of a page, of one ADL left", 1, dxgmap_lock_count(&state, pages[14]));
  EXPECT("locks of a page, of none", 0, dxgmap_lock_count(&state, pages[13]));
  free_adl(DXGMAP_BAD_HANDLE, opened, first);
  free_adl(DXGMAP_OK, opened, second);
  destroy(DXGMAP_IN_USE, object);
  close(DXGMAP_OK, opened);
  close(DXGMAP_BAD_HANDLE, opened);
  allocate(DXGMAP_BAD_HANDLE, opened, 0, 1, 0);
  destroy(DXGMAP_OK, object);
  destroy(DXGMAP_BAD_HANDLE, object);
  open(DXGMAP_BAD_HANDLE, object, adapter);
}

static void one_adapter_object_each(void)
{
  uint64_t a = start_remapping();
  uint64_t b = start_remapping();
  uint64_t object = create(DXGMAP_OBJECT_MDL, 0, PAGE);
  uint64_t opened = open(DXGMAP_OK, object, a);

  open(DXGMAP_OPENED, object, a);
  open(DXGMAP_OPENED, object, b);
  close(DXGMAP_OK, opened);
  uint64_t again = open(DXGMAP_OK, object, b);
  EXPECT("that the handle is another", 1, again != opened);
  close(DXGMAP_BAD_HANDLE, opened);
  close(DXGMAP_OK, again);
}

static void made_with_an_adapter(void)
{
  uint64_t adapter = start_remapping();
  uint64_t bound = create(DXGMAP_OBJECT_MDL, 1, PAGE);
  uint64_t unbound = create(DXGMAP_OBJECT_MDL, 0, PAGE);

  open(DXGMAP_BOUND, bound, adapter);
  step("open, creating", DXGMAP_BOUND, dxgmap_op_open(&state, caller, unbound, adapter, 1));
  uint64_t opened = step("open, creating", DXGMAP_OK, dxgmap_op_open(&state, caller, bound, adapter, 1));
  close(DXGMAP_OK, opened);
  open(DXGMAP_BOUND, bound, adapter);
  destroy(DXGMAP_OK, bound);
  destroy(DXGMAP_OK, unbound);
}

static void a_stop_closes_and_does_not_destroy(void)
{
  uint64_t a = start_remapping();
  uint64_t b = start_remapping();
  uint64_t object = create(DXGMAP_OBJECT_SECTION, 0, 8 * PAGE);
  uint64_t other = create(DXGMAP_OBJECT_SECTION, 0, 8 * PAGE);
  uint64_t opened = open(DXGMAP_OK, object, a);
  uint64_t opened_b = open(DXGMAP_OK, other, b);
  uint64_t adl = allocate(DXGMAP_OK, opened, 0, 8, 10);
  uint64_t adl_b = allocate(DXGMAP_OK, opened_b, 0, 8, 14);

  map_object(DXGMAP_OK, object, 0, PAGE, 0);
  step("stop", DXGMAP_OK, only_status(dxgmap_op_stop(&state, a)));
  EXPECT("locks of a page of the stopped adapter", 0, dxgmap_lock_count(&state, pages[10]));
  EXPECT("locks of a page of both", 1, dxgmap_lock_count(&state, pages[14]));
  expect_answers(b, adl_b, 8, 14);
  free_adl(DXGMAP_BAD_HANDLE, opened, adl);
  close(DXGMAP_BAD_HANDLE, opened);
  destroy(DXGMAP_IN_USE, object);
  uint64_t again = open(DXGMAP_OK, object, b);
  adl = allocate(DXGMAP_OK, again, 0, 2, 0);
  expect_answers(b, adl, 2, 0);
  open(DXGMAP_OPENED, other, b);
}

static void views_belong_to_an_object(void)
{
  uint64_t object = create(DXGMAP_OBJECT_SECTION, 0, 4 * PAGE);
  uint64_t other = create(DXGMAP_OBJECT_SECTION, 0, 4 * PAGE);

  map_object(DXGMAP_OK, object, 0, 4 * PAGE, 2);
  map_object(DXGMAP_OK, object, 1, 2 * PAGE, 7);
  map_object(DXGMAP_PLACE_TAKEN, other, 0, PAGE, 9);
  map_object(DXGMAP_PLACE_TAKEN, other, 0, PAGE, DXGMAP_WINDOW - 1u);
  map_object(DXGMAP_TOO_LARGE, object, 0, 5 * PAGE, 12);
  map_object(DXGMAP_BAD_SIZE, object, 0, PAGE + 1, 12);
  destroy(DXGMAP_IN_USE, object);
  step("unmap, of another object", DXGMAP_NOT_OF_OBJECT,
       dxgmap_op_unmap_object(&state, caller, other, 2 * PAGE, 4 * PAGE));
  step("unmap, inside", DXGMAP_BAD_ADDRESS, dxgmap_op_unmap_object(&state, caller, object, 3 * PAGE, 4 * PAGE));
  step("unmap, past the base", DXGMAP_BAD_ADDRESS,
       dxgmap_op_unmap_object(&state, caller, object, 2 * PAGE + 1, 4 * PAGE));
  step("unmap, another size", DXGMAP_BAD_SIZE, dxgmap_op_unmap_object(&state, caller, object, 2 * PAGE, 5 * PAGE));
  step("unmap, in kernel mode", DXGMAP_OK, dxgmap_op_unmap_object(&state, other_process, object, 2 * PAGE, 4 * PAGE));
  step("unmap, again", DXGMAP_BAD_ADDRESS, dxgmap_op_unmap_object(&state, caller, object, 2 * PAGE, 4 * PAGE));
  step("unmap, in another process", DXGMAP_BAD_PROCESS,
       dxgmap_op_unmap_object(&state, other_process, object, 7 * PAGE, 2 * PAGE));
  step("unmap, at dispatch level", DXGMAP_BAD_IRQL,
       dxgmap_op_unmap_object(&state, at_dispatch, object, 7 * PAGE, 2 * PAGE));
  step("unmap, in its process", DXGMAP_OK, dxgmap_op_unmap_object(&state, caller, object, 7 * PAGE, 2 * PAGE));
  destroy(DXGMAP_OK, object);
  map_object(DXGMAP_BAD_HANDLE, object, 0, PAGE, 0);
  destroy(DXGMAP_OK, other);
}

static void the_live_objects_and_views_are_listed(void)
{
  uint64_t object = create(DXGMAP_OBJECT_IO_SPACE, 1, 4 * PAGE);
  uint64_t view = map_object(DXGMAP_OK, object, 0, 2 * PAGE, 5);
  dxgmap_live first = dxgmap_op_live_object(&state, 0);
  dxgmap_live second = dxgmap_op_live_object(&state, 1);

  if (first.handle == view) {
    dxgmap_live swap = first;
    first = second;
    second = swap;
  }
  EXPECT("handle of the object", object, first.handle);
  EXPECT("kind of the object", DXGMAP_OBJECT, first.descriptor.kind);
  EXPECT("type of the object", DXGMAP_OBJECT_IO_SPACE, first.descriptor.index);
  EXPECT("range of the object", 0xE0000000u, first.descriptor.physical);
  EXPECT("size of the object", 4 * PAGE, first.descriptor.length);
  EXPECT("handle of the view", view, second.handle);
  EXPECT("kind of the view", DXGMAP_OBJECT_VIEW, second.descriptor.kind);
  EXPECT("caching of the view", 2, second.descriptor.cache);
  EXPECT("slack of the view", 1, second.descriptor.slack);
  EXPECT("first window page of the view", 5, second.place);
  EXPECT("window pages of the view", 3, second.span);
  EXPECT("end of the list", DXGMAP_NO_MORE, dxgmap_op_live_object(&state, 2).status);
}

static void a_handle_of_another_kind_is_none(void)
{
  uint64_t a = start_remapping();
  uint64_t b = start_remapping();
  uint64_t object = create(DXGMAP_OBJECT_SECTION, 0, 4 * PAGE);
  uint64_t other = create(DXGMAP_OBJECT_SECTION, 0, 4 * PAGE);
  uint64_t third = create(DXGMAP_OBJECT_SECTION, 0, 4 * PAGE);
  uint64_t opened = open(DXGMAP_OK, object, a);
  uint64_t sibling = open(DXGMAP_OK, other, a);
  uint64_t cousin = open(DXGMAP_OK, third, b);
  uint64_t adl = allocate(DXGMAP_OK, opened, 0, 1, 0);

  free_adl(DXGMAP_NOT_OF_OBJECT, sibling, adl);
  free_adl(DXGMAP_BAD_HANDLE, cousin, adl);
  free_adl(DXGMAP_BAD_HANDLE, object, adl);
  free_adl(DXGMAP_BAD_HANDLE, adl, adl);
  free_adl(DXGMAP_BAD_HANDLE, opened, opened);
  allocate(DXGMAP_BAD_HANDLE, object, 0, 1, 0);
  allocate(DXGMAP_BAD_HANDLE, a, 0, 1, 0);
  close(DXGMAP_BAD_HANDLE, object);
  destroy(DXGMAP_BAD_HANDLE, opened);
  map_object(DXGMAP_BAD_HANDLE, opened, 0, PAGE, 0);
  open(DXGMAP_BAD_HANDLE, opened, b);
  open(DXGMAP_BAD_HANDLE, 0, b);
  open(DXGMAP_BAD_ADAPTER, object, object);
  uint64_t pin =
      step("pin by ADL", DXGMAP_OK, dxgmap_op_pin(&state, caller, a, 0, 2 * PAGE, DXGMAP_PIN2, pages + 20, 2, 0));
  expect_answers(a, pin, 2, 20);
  free_adl(DXGMAP_BAD_HANDLE, opened, pin);
}

static void each_capability_has_its_operations(void)
{
  uint64_t a = start_remapping();
  uint64_t b = start(DXGMAP_IDENTITY, DXGMAP_BY_MDL, 0, DXGMAP_PAGES);
  uint64_t object = create(DXGMAP_OBJECT_SECTION, 0, PAGE);

  open(DXGMAP_BAD_MODE, object, b);
  step("map pages", DXGMAP_BAD_MODE, dxgmap_op_map_pages(&state, caller, a, DXGMAP_MDL, pages, 1));
  step("unmap pages", DXGMAP_BAD_MODE, dxgmap_op_unmap_pages(&state, caller, a, DXGMAP_MDL, 1));
  step("pin by MDL", DXGMAP_BAD_MODE, dxgmap_op_pin(&state, caller, a, 0, PAGE, DXGMAP_PIN, pages, 1, 0));
  step("pin by MDL", DXGMAP_OK, dxgmap_op_pin(&state, caller, b, 0, PAGE, DXGMAP_PIN, pages, 1, 0));
  step("attach", DXGMAP_ATTACHED, only_status(dxgmap_op_attach(&state, a)));
  EXPECT("bypass", DXGMAP_BYPASS, dxgmap_op_translate(&state, b, 5).status);
  expect_blocked(a, 0, DXGMAP_CELLS + 2u);
}

/* A driver that uses ADLs, on a machine that does not remap: a logical page is the physical one, while it is held. */
static void adls_of_physical_pages(void)
{
  uint64_t a = start(DXGMAP_IDENTITY, DXGMAP_BY_ADL, 0, DXGMAP_PAGES);
  uint64_t object = create(DXGMAP_OBJECT_SECTION, 0, 4 * PAGE);
  uint64_t opened = open(DXGMAP_OK, object, a);

  step("map pages", DXGMAP_BAD_MODE, dxgmap_op_map_pages(&state, caller, a, DXGMAP_MDL, pages, 1));
  step("pin by MDL", DXGMAP_BAD_MODE, dxgmap_op_pin(&state, caller, a, 0, PAGE, DXGMAP_PIN, pages, 1, 0));
  step("attach", DXGMAP_OK, only_status(dxgmap_op_attach(&state, a)));
  uint64_t first = allocate(DXGMAP_OK, opened, 0, 2, 4);
  uint64_t second = allocate(DXGMAP_OK, opened, 1, 2, 5);
  for (uint32_t k = 4; k < 7; k++) {
    EXPECT("a page of an ADL", pages[k], dxgmap_op_translate(&state, a, pages[k]).page);
  }
  free_adl(DXGMAP_OK, opened, first);
  EXPECT("a page of the first alone", DXGMAP_BLOCKED, dxgmap_op_translate(&state, a, pages[4]).status);
  EXPECT("a page of both", DXGMAP_OK, dxgmap_op_translate(&state, a, pages[5]).status);
  free_adl(DXGMAP_OK, opened, second);
  EXPECT("a page of both", DXGMAP_BLOCKED, dxgmap_op_translate(&state, a, pages[5]).status);
}

/* The same adapter, started again on a machine that remaps: nothing of its former life is known. */
static void the_machine_may_remap_next_time(void)
{
  uint64_t a = start(DXGMAP_IDENTITY, DXGMAP_BY_ADL, 0, DXGMAP_PAGES);
  uint64_t object = create(DXGMAP_OBJECT_SECTION, 0, PAGE);
  uint64_t opened = open(DXGMAP_OK, object, a);
  uint64_t adl = allocate(DXGMAP_OK, opened, 0, 1, 4);
  step("attach", DXGMAP_OK, only_status(dxgmap_op_attach(&state, a)));
  EXPECT("the physical page", DXGMAP_OK, dxgmap_op_translate(&state, a, pages[4]).status);
  step("stop", DXGMAP_OK, only_status(dxgmap_op_stop(&state, a)));

  uint64_t b = start_remapping();
  free_adl(DXGMAP_BAD_HANDLE, opened, adl);
  EXPECT("the physical page", DXGMAP_BLOCKED, dxgmap_op_translate(&state, b, pages[4]).status);
  opened = open(DXGMAP_OK, object, b);
  adl = allocate(DXGMAP_OK, opened, 0, 1, 4);
  expect_answers(b, adl, 1, 4);
}

static void what_may_be_contiguous(void)
{
  uint64_t adapter = start_remapping();

  for (uint32_t type = DXGMAP_OBJECT_MDL; type <= DXGMAP_OBJECT_IO_SPACE; type++) {
    int may = type == DXGMAP_OBJECT_CONTIGUOUS || type == DXGMAP_OBJECT_IO_SPACE;
    uint64_t opened = open(DXGMAP_OK, create(type, 0, PAGE), adapter);
    step("allocate a contiguous ADL", may ? DXGMAP_OK : DXGMAP_BAD_FLAGS,
         dxgmap_op_allocate_adl(&state, caller, opened, 0, PAGE, 1, pages, 1, 0));
  }
  uint64_t space = create(DXGMAP_OBJECT_IO_SPACE, 0, PAGE);
  map_object(DXGMAP_BAD_FLAGS, space, 1, PAGE, 0);
  map_object(DXGMAP_OK, space, 0, PAGE, 0);
}

static void the_causes_of_an_adl_in_order(void)
{
  uint64_t adapter = start_remapping();
  uint64_t opened = open(DXGMAP_OK, create(DXGMAP_OBJECT_MDL, 0, 8 * PAGE), adapter);
  static const uint64_t outside[1] = {DXGMAP_PAGES};

  step("at dispatch level", DXGMAP_BAD_IRQL, dxgmap_op_allocate_adl(&state, at_dispatch, opened, 0, 0, 1, pages, 0, 1));
  step("no bytes", DXGMAP_BAD_SIZE, dxgmap_op_allocate_adl(&state, caller, opened, 9 * PAGE, 0, 1, pages, 0, 1));
  step("not from a page", DXGMAP_BAD_SIZE, dxgmap_op_allocate_adl(&state, caller, opened, 1, PAGE, 1, pages, 1, 1));
  step("beyond the end", DXGMAP_TOO_LARGE,
       dxgmap_op_allocate_adl(&state, caller, opened, 1ull << 63, 1ull << 63, 1, pages, 1, 1));
  step("contiguous", DXGMAP_BAD_FLAGS, dxgmap_op_allocate_adl(&state, caller, opened, 0, PAGE, 1, pages, 2, 1));
  step("under pressure", DXGMAP_PRESSURE, dxgmap_op_allocate_adl(&state, caller, opened, 0, PAGE, 0, pages, 2, 1));
  step("a longer list", DXGMAP_BAD_COUNT, dxgmap_op_allocate_adl(&state, caller, opened, 0, PAGE, 0, pages, 2, 0));
  step("a page that is none", DXGMAP_BAD_PAGE,
       dxgmap_op_allocate_adl(&state, caller, opened, 0, PAGE, 0, outside, 1, 0));
  step("exclusive access begins", DXGMAP_OK, only_status(dxgmap_op_exclusive_begin(&state, adapter)));
  step("in exclusive access", DXGMAP_EXCLUSIVE, dxgmap_op_allocate_adl(&state, caller, opened, 0, 0, 1, pages, 0, 1));
  close(DXGMAP_EXCLUSIVE, opened);
  EXPECT("translation in exclusive access", DXGMAP_EXCLUSIVE, dxgmap_op_translate(&state, adapter, 1).status);
}

static void released_logical_pages_wait(void)
{
  uint64_t adapter = start(DXGMAP_REMAPPING, DXGMAP_BY_ADL, 1, DXGMAP_CELLS);
  uint64_t opened = open(DXGMAP_OK, create(DXGMAP_OBJECT_MDL, 0, 63 * PAGE), adapter);
  uint64_t adl = allocate(DXGMAP_OK, opened, 0, 20, 0);
  uint32_t first = dxgmap_base_page(&state, adl);

  for (uint32_t n = 0; n < 20; n++) {
    free_adl(DXGMAP_OK, opened, adl);
    uint32_t was = first;
    adl = allocate(DXGMAP_OK, opened, 0, 20, 0);
    first = dxgmap_base_page(&state, adl);
    EXPECT("that they are not the pages just released", 1, first >= was + 20 || first + 20 <= was);
  }
  free_adl(DXGMAP_OK, opened, adl);
  adl = allocate(DXGMAP_OK, opened, 0, 63, 0);
  EXPECT("where nothing else would do they are", 1, dxgmap_base_page(&state, adl));
  expect_answers(adapter, adl, 63, 0);
  allocate(DXGMAP_NO_RANGE, opened, 0, 1, 0);
}

static void logical_pages_are_visible(void)
{
  uint64_t adapter = start(DXGMAP_REMAPPING, DXGMAP_BY_ADL, 0, 8);
  uint64_t opened = open(DXGMAP_OK, create(DXGMAP_OBJECT_MDL, 0, 63 * PAGE), adapter);

  allocate(DXGMAP_NO_RANGE, opened, 0, 8, 0);
  uint64_t adl = allocate(DXGMAP_OK, opened, 0, 7, 0);
  EXPECT("first logical page", 1, dxgmap_base_page(&state, adl));
  expect_answers(adapter, adl, 7, 0);
  expect_blocked(adapter, 0, 1);
  expect_blocked(adapter, 8, DXGMAP_CELLS - 8u);
  step("stop", DXGMAP_OK, only_status(dxgmap_op_stop(&state, adapter)));
  adapter = start(DXGMAP_REMAPPING, DXGMAP_BY_ADL, 0, 1);
  opened = open(DXGMAP_OK, create(DXGMAP_OBJECT_MDL, 0, PAGE), adapter);
  allocate(DXGMAP_NO_RANGE, opened, 0, 1, 0);
}

static void the_machine_has_so_many_slots(void)
{
  uint64_t objects[DXGMAP_SLOTS];
  static const dxgmap_object_request r = {.type = DXGMAP_OBJECT_MDL, .length = DXGMAP_PAGE_SIZE};

  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    objects[k] = create(DXGMAP_OBJECT_MDL, 0, PAGE);
  }
  step("one more", DXGMAP_NO_SLOT, dxgmap_op_create(&state, caller, r));
  map_object(DXGMAP_NO_SLOT, objects[0], 0, PAGE, 0);
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    destroy(DXGMAP_OK, objects[k]);
  }
}

static void reset(void)
{
  memset(&state, 0, sizeof state);
  memset(&before, 0, sizeof before);
}

int main(void)
{
  for (uint32_t k = 0; k < DXGMAP_PAGES; k++) {
    pages[k] = DXGMAP_PAGES - 1u - k;
  }
  harness_begin(reset, NULL);
  RUN(a_life);
  RUN(one_adapter_object_each);
  RUN(made_with_an_adapter);
  RUN(a_stop_closes_and_does_not_destroy);
  RUN(views_belong_to_an_object);
  RUN(the_live_objects_and_views_are_listed);
  RUN(a_handle_of_another_kind_is_none);
  RUN(each_capability_has_its_operations);
  RUN(adls_of_physical_pages);
  RUN(the_machine_may_remap_next_time);
  RUN(what_may_be_contiguous);
  RUN(the_causes_of_an_adl_in_order);
  RUN(released_logical_pages_wait);
  RUN(logical_pages_are_visible);
  RUN(the_machine_has_so_many_slots);
  return harness_end();
}
