/* SPDX-License-Identifier: MIT */
/* The stacks that are walked by what is known of each call site are those that the unwinder of the system finds,
   whatever the frames are; and the unwinder is asked for no site twice. */
#include "machine.h"

#include "host/os/os.h"

#include <alloca.h>
#include <dlfcn.h>
#include <limits.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- The unwinder, which the library calls by this name ---- */

#define MOST 24
#define DEPTH 200

typedef int unwinder(void **site, int most);

static _Thread_local unsigned asked;
static bool lies;

static unwinder *truth;

int backtrace(void **site, int most);

int backtrace(void **site, int most)
{
  int count = truth(site, most);
  asked++;
  if (lies) {
    site[count - 1] = &lies;
  }
  return count;
}

/* ---- What is looked at ---- */

static _Thread_local struct {
  void *site[MOST];
  uint32_t count;
  unsigned asked_first, asked_again;
} seen;

/* Looks at the stack twice, by one call, and compares: the first site apart, which is in here. */
__attribute__((noinline)) static void look(void)
{
  void *expected[DEPTH];
  int count = truth(expected, DEPTH);
  unsigned before = asked;
  count = count < MOST ? count : MOST;
  for (unsigned again = 0; again < 2; again++) {
    seen.asked_first = seen.asked_again;
    dxgmap_os_trace none = {.words = 0};
    seen.count = dxgmap_os_stack(NULL, seen.site, MOST, &none);
    seen.asked_again = asked - before;
    before = asked;
    CHECK_EQ(count, seen.count);
    for (int i = 1; i < count; i++) {
      EXPECT_AT("site", i, (uintptr_t)expected[i], (uintptr_t)seen.site[i]);
    }
  }
}

/* The same with one trace for all, whose stack is the one that it was found as. */
static dxgmap_os_trace trace;
static bool traced;

__attribute__((noinline)) static void look_traced(void)
{
  void *expected[DEPTH], *site[MOST];
  int count = truth(expected, DEPTH);
  uint32_t found = dxgmap_os_stack(NULL, site, MOST, &trace);
  traced = found == DXGMAP_OS_STACK_AS_TRACED;
  if (!traced) {
    seen.count = found;
    memcpy(seen.site, site, sizeof site);
  }
  count = count < MOST ? count : MOST;
  CHECK_EQ(count, seen.count);
  for (int i = 1; i < count; i++) {
    EXPECT_AT("site", i, (uintptr_t)expected[i], (uintptr_t)seen.site[i]);
  }
}

static void check_known(void)
{
  CHECK_EQ(0, seen.asked_again);
}

static void check_not_known(void)
{
  CHECK_EQ(1, seen.asked_again);
}

/* ---- Frames of the compiler's ---- */

__attribute__((noinline)) static void small_frame(void (*inner)(void))
{
  inner();
  __asm__ volatile("");
}

__attribute__((noinline)) static void large_frame(void (*inner)(void))
{
  volatile char kept[3000];
  kept[17] = 1;
  small_frame(inner);
  kept[18] = kept[17];
}

/* As large as the caller says: the compiler needs a frame pointer. */
__attribute__((noinline)) static void sized_frame(void (*inner)(void), size_t bytes)
{
  volatile char *kept = alloca(bytes);
  kept[0] = 1;
  large_frame(inner);
  kept[bytes - 1] = kept[0];
}

__attribute__((noinline)) static void aligned_frame(void (*inner)(void), size_t bytes)
{
  _Alignas(128) volatile char kept[256];
  volatile char *more = alloca(bytes);
  kept[0] = 1;
  more[0] = 1;
  CHECK_EQ(0, (uintptr_t)kept % 128);
  sized_frame(inner, bytes);
  more[0] = kept[0];
}

static void frames_with_and_without_a_base_pointer(void)
{
  static const size_t sizes[] = {16, 48, 1024, 40000, 16};
  small_frame(look);
  check_known();
  large_frame(look);
  check_known();
  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    sized_frame(look, sizes[i]);
    check_known();
    aligned_frame(look, sizes[i]);
    check_known();
  }
}

/* A site that was met before needs no unwinder, whatever the frames below it are. */
static void a_site_is_proved_once(void)
{
  for (size_t bytes = 64; bytes < 4096; bytes *= 2) {
    sized_frame(look, bytes);
    CHECK_EQ(bytes == 64, seen.asked_first);
  }
}

static int by_number(const void *a, const void *b)
{
  int one = *(const int *)a, two = *(const int *)b;
  look();
  return (one > two) - (one < two);
}

static void frames_of_the_c_library(void)
{
  int numbers[] = {3, 1, 2};
  qsort(numbers, 3, sizeof numbers[0], by_number);
  check_known();
}

static jmp_buf out;

__attribute__((noinline, noreturn)) static void never_returns(void)
{
  look();
  longjmp(out, 1);
}

__attribute__((noinline)) static void calls_at_its_end(void)
{
  never_returns();
}

static void a_call_that_is_the_last_of_its_function(void)
{
  if (setjmp(out) == 0) {
    calls_at_its_end();
  }
  check_known();
}

__attribute__((noinline)) static void go_down(unsigned depth, void (*inner)(void))
{
  if (depth == 0) {
    inner();
  } else {
    go_down(depth - 1, inner);
  }
  __asm__ volatile("");
}

static void deeper_than_is_looked(void)
{
  static const unsigned depths[] = {1, 20, 21, 22, 23, 24, 25, 80, 96, 104, 190, 5000};
  for (size_t i = 0; i < sizeof depths / sizeof depths[0]; i++) {
    go_down(depths[i], look);
    check_known();
  }
}

/* ---- Frames of assembly ---- */

/* Each calls what it is given, with something else in rbp than a frame. with_tables says where its CFA is; without_any
   has no table; wrong_tables says that it hangs on rbp. by_bp has a frame in rbp, and so many bytes below it. */
void with_tables(void (*inner)(void), uintptr_t bp);
void by_bp(void (*inner)(void), size_t bytes);
void without_any(void (*inner)(void));
void wrong_tables(void (*inner)(void), uintptr_t bp);

#ifdef __x86_64__
__asm__(".text\n"
        ".globl with_tables\n"
        ".type with_tables, @function\n"
        "with_tables:\n"
        ".cfi_startproc\n"
        "push %rbp\n"
        ".cfi_def_cfa_offset 16\n"
        ".cfi_offset %rbp, -16\n"
        "mov %rsi, %rbp\n"
        "call *%rdi\n"
        "pop %rbp\n"
        ".cfi_def_cfa_offset 8\n"
        "ret\n"
        ".cfi_endproc\n"
        ".size with_tables, .-with_tables\n"
        ".globl without_any\n"
        ".type without_any, @function\n"
        "without_any:\n"
        "push %rbp\n"
        "mov $8, %rbp\n"
        "call *%rdi\n"
        "pop %rbp\n"
        "ret\n"
        ".size without_any, .-without_any\n"
        ".globl wrong_tables\n"
        ".type wrong_tables, @function\n"
        "wrong_tables:\n"
        ".cfi_startproc\n"
        "push %rbp\n"
        ".cfi_def_cfa_offset 16\n"
        ".cfi_offset %rbp, -16\n"
        ".cfi_def_cfa_register %rbp\n"
        "mov %rsi, %rbp\n"
        "call *%rdi\n"
        "pop %rbp\n"
        ".cfi_def_cfa %rsp, 8\n"
        "ret\n"
        ".cfi_endproc\n"
        ".size wrong_tables, .-wrong_tables\n"
        ".globl by_bp\n"
        ".type by_bp, @function\n"
        "by_bp:\n"
        ".cfi_startproc\n"
        "push %rbp\n"
        ".cfi_def_cfa_offset 16\n"
        ".cfi_offset %rbp, -16\n"
        "mov %rsp, %rbp\n"
        ".cfi_def_cfa_register %rbp\n"
        "sub %rsi, %rsp\n"
        "call *%rdi\n"
        "mov %rbp, %rsp\n"
        "pop %rbp\n"
        ".cfi_def_cfa %rsp, 8\n"
        "ret\n"
        ".cfi_endproc\n"
        ".size by_bp, .-by_bp\n"
        ".section .note.GNU-stack,\"\",@progbits\n"
        ".text\n");

static void through_garbage_with_tables(void)
{
  with_tables(look, 0x123456789);
}

static void a_base_pointer_that_is_none(void)
{
  sized_frame(through_garbage_with_tables, 64);
  check_known();
}

/* What code without frame pointers has in rbp, and saves of it, differs from call to call, and no stack hangs on it. */
static void a_stack_is_as_traced_whatever_nobody_goes_by(void)
{
  for (uintptr_t i = 0; i < 16; i++) {
    with_tables(look_traced, i * i);
    EXPECT_AT("traced, call", i, i != 0, traced);
  }
}

static void deep_by_bp(void)
{
  by_bp(look_traced, 32);
}

/* Frames that begin elsewhere, below which all begins at the same place. */
static void a_stack_is_not_as_traced_where_it_differs(void)
{
  for (uintptr_t i = 0; i < 16; i++) {
    by_bp(look_traced, 32 + 16 * (i % 3));
    by_bp(deep_by_bp, 32 + 16 * (i % 3));
    sized_frame(look_traced, 16 + 16 * (i % 2));
    go_down((unsigned)i % 3, look_traced);
  }
}

static void code_without_tables_ends_a_stack(void)
{
  without_any(look);
  check_not_known();
  CHECK(seen.count < 5);
}

/* Not compared with the unwinder, which would not survive it. */
__attribute__((noinline)) static void look_alone(void)
{
  dxgmap_os_trace none = {.words = 0};
  seen.count = dxgmap_os_stack(NULL, seen.site, MOST, &none);
}

static void tables_that_lead_nowhere_end_a_stack(void)
{
  static const uintptr_t nowhere[] = {0, 8, 0x123456, UINTPTR_MAX - 4095, (uintptr_t)1 << 62};
  look_alone();
  for (size_t i = 0; i < sizeof nowhere / sizeof nowhere[0]; i++) {
    wrong_tables(look_alone, nowhere[i]);
    CHECK_EQ(2, seen.count); /* in here, and in there */
  }
}
#endif

/* ---- Stacks ---- */

static void *look_on_a_thread(void *unused)
{
  (void)unused;
  dxgmap_os_stack_know();
  sized_frame(look, 64);
  check_known();
  large_frame(look);
  check_known();
  return NULL;
}

static void threads_with_small_stacks(void)
{
  static const size_t sizes[] = {64u << 10, 128u << 10};
  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    pthread_attr_t attributes;
    pthread_t thread;
    CHECK_EQ(0, pthread_attr_init(&attributes));
    CHECK_EQ(0, pthread_attr_setstacksize(&attributes, sizes[i]));
    CHECK_EQ(0, pthread_create(&thread, &attributes, look_on_a_thread, NULL));
    CHECK_EQ(0, pthread_join(thread, NULL));
    CHECK_EQ(0, pthread_attr_destroy(&attributes));
  }
  check_so_far();
}

static void *look_often(void *unused)
{
  (void)unused;
  dxgmap_os_stack_know();
  for (unsigned i = 0; i < 2000; i++) {
    go_down(i % 7, look);
    sized_frame(look, 16 + i % 64);
    qsort((int[]){2, 1}, 2, sizeof(int), by_number);
  }
  return NULL;
}

static void threads_at_once(void)
{
  pthread_t thread[4];
  for (size_t i = 0; i < 4; i++) {
    check_start(&thread[i], look_often, NULL);
  }
  for (size_t i = 0; i < 4; i++) {
    (void)check_join(thread[i]);
  }
}

static void *look_unknown(void *unused)
{
  (void)unused;
  small_frame(look);
  return (void *)(uintptr_t)seen.asked_again;
}

/* Nothing is asked of the system where it may not be. */
static void a_thread_that_was_not_asked_of(void)
{
  pthread_t thread;
  check_start(&thread, look_unknown, NULL);
  CHECK_EQ(1, (uintptr_t)check_join(thread));
}

static void on_a_signal(int number)
{
  (void)number;
  sized_frame(look, 64);
}

static void raise_on(bool other_stack)
{
  struct sigaction action, before;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_a_signal;
  action.sa_flags = other_stack ? SA_ONSTACK : 0;
  CHECK_EQ(0, sigaction(SIGUSR1, &action, &before));
  CHECK_EQ(0, raise(SIGUSR1));
  CHECK_EQ(0, sigaction(SIGUSR1, &before, NULL));
  check_not_known();
}

static void in_a_handler_of_signals(void)
{
  raise_on(false);
}

static void on_another_stack(void)
{
  size_t bytes = 1u << 18;
  stack_t other = {.ss_sp = malloc(bytes), .ss_size = bytes}, before;
  CHECK_EQ(0, sigaltstack(&other, &before));
  raise_on(true);
  CHECK_EQ(0, sigaltstack(&before, NULL));
  free(other.ss_sp);
}

/* ---- Code that comes and goes ---- */

typedef void through(void (*inner)(void));

static void *module_open(const char *name, through **function)
{
  char path[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path - 64);
  CHECK(length > 0);
  path[length] = '\0';
  (void)snprintf(strrchr(path, '/') + 1, 64, "%s", name);
  void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  CHECK_OR_SAY(module != NULL, "%s", dlerror());
  *function = (through *)(uintptr_t)dlsym(module, "frames_through");
  CHECK(*function != NULL);
  return module;
}

/* Two frames of one stack may share a place of the table of steps, and are asked for each time: about one draw of
   addresses in a hundred. Then the program begins anew, with others. */
static void draw_addresses_anew(void)
{
  const char *drawn = getenv("STACK_TEST_DRAWN");
  unsigned draws = drawn != NULL ? (unsigned)strtoul(drawn, NULL, 10) : 0;
  if (draws < 3) {
    char next[2] = {(char)('1' + draws), '\0'};
    char *words[] = {(char[]){"stack_test"}, NULL};
    CHECK_EQ(0, setenv("STACK_TEST_DRAWN", next, 1));
    (void)execv("/proc/self/exe", words);
  }
}

static uintptr_t look_through(const char *name, bool known)
{
  through *function;
  void *module = module_open(name, &function);
  function(look);
  if (known && seen.asked_again != 0) {
    draw_addresses_anew();
  }
  CHECK_EQ(known ? 0 : 1, seen.asked_again);
  CHECK_EQ(0, dlclose(module));
  return (uintptr_t)function;
}

static void frames_of_modules(void)
{
  (void)look_through("omit.so", true);
  (void)look_through("keep.so", true);
  (void)look_through("bare.so", false);
}

/* A loop keeps the trace of its first turn, in which the steps were learnt: it is no slower for that. */
static void what_lasts_is_known_without_a_look_at_modules(void)
{
  through *function;
  void *module = module_open("omit.so", &function);
  sized_frame(look_traced, 48);
  CHECK_EQ(0, trace.time);
  function(look_traced);
  CHECK(trace.time != 0);
  sized_frame(look_traced, 48);
  CHECK_EQ(0, trace.time);
  CHECK_EQ(0, dlclose(module));
}

/* Where a module was another is, with the same sites in frames of another size. */
static void code_in_the_place_of_other_code(void)
{
  uintptr_t first = look_through("omit.so", true);
  for (unsigned i = 0; i < 3; i++) {
    CHECK_EQ(first, look_through("wide.so", true));
    CHECK_EQ(first, look_through("omit.so", true));
  }
}

/* ---- Proofs ---- */

static void a_step_that_is_not_proved_is_not_remembered(void)
{
  void *site[MOST];
  for (unsigned again = 0; again < 4; again++) {
    unsigned before = asked;
    uint32_t count;
    lies = again < 2;
    dxgmap_os_trace none = {.words = 0};
    count = dxgmap_os_stack(NULL, site, MOST, &none);
    CHECK_EQ(lies, site[count - 1] == (void *)&lies);
    CHECK_EQ(again == 3, asked == before); /* only what was proved is remembered */
    lies = false;
  }
}

static void the_unwinder_alone_if_it_is_wished(void)
{
  dxgmap_os_stack_by(true);
  small_frame(look);
  check_not_known();
  dxgmap_os_stack_by(false);
  small_frame(look);
  check_known();
}

static void begin(void)
{
  /* Not by RTLD_NEXT: a sanitizer has one of its own, with a frame more. */
  void *library = dlopen("libc.so.6", RTLD_NOW | RTLD_NOLOAD);
  truth = (unwinder *)(uintptr_t)dlsym(library, "backtrace");
  CHECK_EQ(0, dlclose(library));
  dxgmap_os_stack_know();
}

static void mend(void)
{
  lies = false;
  dxgmap_os_stack_by(false);
}

int main(void)
{
  harness_begin(begin, mend);
  RUN(frames_with_and_without_a_base_pointer);
  RUN(a_site_is_proved_once);
  RUN(frames_of_the_c_library);
  RUN(a_call_that_is_the_last_of_its_function);
  RUN(deeper_than_is_looked);
#ifdef __x86_64__
  RUN(a_base_pointer_that_is_none);
  RUN(a_stack_is_as_traced_whatever_nobody_goes_by);
  RUN(a_stack_is_not_as_traced_where_it_differs);
  RUN(code_without_tables_ends_a_stack);
  RUN(tables_that_lead_nowhere_end_a_stack);
#endif
  RUN(threads_with_small_stacks);
  RUN(threads_at_once);
  RUN(a_thread_that_was_not_asked_of);
  RUN(in_a_handler_of_signals);
  RUN(on_another_stack);
  RUN(frames_of_modules);
#ifdef __x86_64__
  RUN(what_lasts_is_known_without_a_look_at_modules);
#endif
  RUN(code_in_the_place_of_other_code);
  RUN(a_step_that_is_not_proved_is_not_remembered);
  RUN(the_unwinder_alone_if_it_is_wished);
  return harness_end();
}
