/* SPDX-License-Identifier: MIT */
/* A harness with a driver that is right or wrong as its first argument says; the second is the list of options that the
   description has. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <dispmprt.h>
#include <dxgmap.h>

#define SAVE_BYTES ((SIZE_T)4 * PAGE_SIZE)

static DXGKRNL_INTERFACE dxgkrnl;
static HANDLE adapter;

static bool pin(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE arguments = {0, SAVE_BYTES, NULL};
  return NT_SUCCESS(dxgkrnl.DxgkCbPinFrameBufferForSave(adapter, &arguments));
}

static NTSTATUS unpin(void)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE arguments = {0};
  return dxgkrnl.DxgkCbUnpinFrameBufferForSave(adapter, &arguments);
}

static PVOID map_pointer(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
  return NT_SUCCESS(dxgkrnl.DxgkCbMapFrameBufferPointer(adapter, &map)) ? map.pBaseAddress : NULL;
}

static void unmap_pointer(PVOID base)
{
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {0, base};
  (void)dxgkrnl.DxgkCbUnmapFrameBufferPointer(adapter, &unmap);
}

/* ---- Drivers ---- */

static void driver_good(void)
{
  if (pin()) {
    (void)unpin();
  }
}

__attribute__((noinline)) static void driver_leaks(void)
{
  (void)pin();
  __asm__ volatile("");
}

static inline __attribute__((always_inline)) void unpin_that_is_inlined(void)
{
  (void)unpin(); /* the line of the report */
  __asm__ volatile("");
}

__attribute__((noinline)) static void driver_unpins_nothing(void)
{
  unpin_that_is_inlined();
}

static void driver_twice(void)
{
  driver_unpins_nothing();
  driver_leaks();
}

/* Reads what was unmapped; with faults=poison it goes on. */
__attribute__((noinline)) static void driver_touches(void)
{
  volatile const UCHAR *base = map_pointer();
  unmap_pointer((PVOID)(uintptr_t)base);
  (void)*base; /* the line of the fault */
}

/* On a signal stack of its own, which has no room for what looks for lines. */
static void driver_touches_on_a_small_stack(void)
{
  static char small[16384];
  stack_t mine = {.ss_sp = small, .ss_size = sizeof small}, before;
  (void)sigaltstack(&mine, &before);
  driver_touches();
  (void)sigaltstack(&before, NULL);
}

/* ---- Of systematic failure: three acquisitions, each of which some driver handles wrongly ---- */

static void driver_three(void)
{
  if (!pin()) {
    return;
  }
  PVOID first = map_pointer();
  PVOID second = first != NULL ? map_pointer() : NULL;
  if (second != NULL) {
    unmap_pointer(second);
  }
  if (first != NULL) {
    unmap_pointer(first);
  }
  (void)unpin();
}

static void driver_two(void)
{
  if (pin()) {
    (void)unpin();
  }
  PVOID pointer = map_pointer();
  if (pointer != NULL) {
    unmap_pointer(pointer);
  }
}

/* Leaks when the second fails, ends badly when the third does. */
__attribute__((noinline)) static void driver_fragile(void)
{
  if (!pin()) {
    return;
  }
  PVOID first = map_pointer();
  if (first == NULL) {
    return;
  }
  PVOID second = map_pointer();
  if (second == NULL) {
    (void)raise(SIGSEGV);
  }
  unmap_pointer(second);
  unmap_pointer(first);
  (void)unpin();
}

/* Gives back what it has not got. */
static void driver_careless(void)
{
  (void)pin();
  (void)unpin();
}

/* Ends the program when the pin fails. */
static void driver_exits(void)
{
  if (!pin()) {
    exit(3);
  }
  (void)unpin();
}

/* Waits for ever when the second fails. */
static void driver_waits(void)
{
  bool pinned = pin();
  PVOID first = map_pointer();
  while (first == NULL) {
    (void)sleep(1);
  }
  unmap_pointer(first);
  if (pinned) {
    (void)unpin();
  }
}

static const struct {
  const char *name;
  void (*run)(void);
} drivers[] = {
    {"good", driver_good},   {"leaks", driver_leaks},     {"unpins", driver_unpins_nothing},
    {"twice", driver_twice}, {"touches", driver_touches}, {"small", driver_touches_on_a_small_stack},
    {"two", driver_two},     {"three", driver_three},     {"careless", driver_careless},
    {"exits", driver_exits}, {"fragile", driver_fragile}, {"waits", driver_waits},
};

/* ---- The harness ---- */

static void put_function(const dxgmap_function *function, void *context)
{
  const char *file = strrchr(function->file, '/');
  (void)context;
  printf("  %s %s:%u%s\n", function->name, file != NULL ? file + 1 : function->file, function->line,
         function->inlined ? " inlined" : "");
}

static void handler(const dxgmap_violation *violation, void *context)
{
  (void)context;
  printf("handled: %s options=%s\n", dxgmap_cause_name(violation->cause), violation->options);
  dxgmap_functions_of(violation->call.site[0], put_function, NULL);
}

static void gives_up(const dxgmap_violation *violation, void *context)
{
  (void)violation;
  (void)context;
  abort();
}

/* What the harness does beside the driver: nothing, a handler, one that aborts, or a pointer map that it lets fail. */
static bool start(const char *options, const char *way)
{
  static const uint64_t save[1] = {SAVE_BYTES};
  dxgmap_system_description system = {.options = options};
  if (strcmp(way, "handled") == 0) {
    system.handler = handler;
  } else if (strcmp(way, "aborts") == 0) {
    system.handler = gives_up;
  }
  dxgmap_adapter_description description = {.physical_adapters = 1, .save_bytes = save};
  uint32_t cause = dxgmap_open(&system);
  if (cause != DXGMAP_CAUSE_NONE) {
    printf("dxgmap_open: %s\n", dxgmap_cause_name(cause));
    return false;
  }
  if (strcmp(way, "itself") == 0) {
    dxgmap_fail_next(0, 1);
  }
  dxgkrnl = (DXGKRNL_INTERFACE){.Size = sizeof dxgkrnl, .Version = DXGKDDI_INTERFACE_VERSION};
  return dxgmap_adapter_start(&description, &adapter) == DXGMAP_CAUSE_NONE &&
         dxgmap_adapter_interface(adapter, &dxgkrnl) == DXGMAP_CAUSE_NONE;
}

int main(int count, char **words)
{
  if (count < 2 || !start(count > 2 ? words[2] : NULL, count > 3 ? words[3] : "")) {
    return 2;
  }
  for (size_t i = 0; i < sizeof drivers / sizeof drivers[0]; i++) {
    if (strcmp(words[1], drivers[i].name) == 0) {
      drivers[i].run();
    }
  }
  (void)dxgmap_adapter_stop(adapter, NULL);
  (void)fflush(stdout);
  dxgmap_close();
  printf("errors %ju, left out %ju, acquisitions failed %ju\n", (uintmax_t)dxgmap_violations(),
         (uintmax_t)dxgmap_suppressed(), (uintmax_t)dxgmap_failures());
  return dxgmap_violations() != 0 ? 1 : 0;
}
