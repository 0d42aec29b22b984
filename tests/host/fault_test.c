/* SPDX-License-Identifier: MIT */
/* Faults of the CPU: reported, then passed on to whoever was there before, or answered with a page of poison. */
#include "machine.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The sanitizer's own handlers are out of the way, for each test to install what it needs. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
  return "handle_segv=0:handle_sigbus=0:use_sigaltstack=0";
}

static uint32_t window;
static volatile unsigned char *released, *live_slack, *never_used;
static uint64_t frames[2];

static dxgmap_host_fault last;
static dxgmap_host_stack last_stack;
static volatile unsigned reports;

static void report(const dxgmap_host_fault *fault, void *context)
{
  last = *fault;
  dxgmap_host_stack_capture(fault->instruction, &last_stack);
  reports += context == &reports && !dxgmap_host_locked();
  errno = EPERM;
}

static void begin(dxgmap_host_fault_policy policy)
{
  uint64_t at = 0, slack = 0;
  volatile unsigned char *base;
  machine_open(64);
  CHECK_OK(dxgmap_host_window_open(1024, 64, &window));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 2, frames));
  CHECK_OK(dxgmap_host_window_claim(window, 2, &at));
  CHECK_OK(dxgmap_host_window_place_frames(window, at, frames, 2));
  dxgmap_host_window_own(window, at, 2, 0xabc);
  CHECK_OK(dxgmap_host_window_claim(window, 1, &slack));
  dxgmap_host_window_own(window, slack, 1, 0xdef);
  base = dxgmap_host_window_base(window);
  released = base + at * 4096;
  released[0] = 1;
  dxgmap_host_window_remove(window, at, 2);
  live_slack = base + slack * 4096;
  never_used = base + ((at > 2 && slack != 0) ? 0 : 1020) * 4096u;
  reports = 0;
  CHECK_OK(dxgmap_host_faults_install(report, (void *)(uintptr_t)&reports, policy));
}

/* ---- Earlier handlers ---- */

static sigjmp_buf back;
static volatile unsigned passed, passed_without_info;
static volatile bool passed_blocked_usr1, passed_deferred;
static void *volatile passed_address;

static void jump_back_with_info(int number, siginfo_t *info, void *machine)
{
  sigset_t mask;
  (void)machine;
  (void)pthread_sigmask(SIG_BLOCK, NULL, &mask);
  passed++;
  passed_address = info->si_addr;
  passed_blocked_usr1 = sigismember(&mask, SIGUSR1) == 1;
  passed_deferred = sigismember(&mask, number) == 1;
  siglongjmp(back, 1);
}

static void jump_back(int number)
{
  passed_without_info += number == SIGSEGV;
  siglongjmp(back, 1);
}

static struct sigaction old_segv, old_bus;

static void earlier(void (*with_info)(int, siginfo_t *, void *), void (*plain)(int), int flags)
{
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_flags = flags;
  (void)sigemptyset(&action.sa_mask);
  (void)sigaddset(&action.sa_mask, SIGUSR1);
  if (with_info != NULL) {
    action.sa_flags |= SA_SIGINFO;
    action.sa_sigaction = with_info;
  } else {
    action.sa_handler = plain;
  }
  CHECK_EQ(0, sigaction(SIGSEGV, &action, &old_segv));
  CHECK_EQ(0, sigaction(SIGBUS, &action, &old_bus));
  passed = passed_without_info = 0;
}

static void later(void)
{
  (void)sigaction(SIGSEGV, &old_segv, NULL);
  (void)sigaction(SIGBUS, &old_bus, NULL);
}

/* What a test finds, for one that a check ends before `later`. */
static void remember(void)
{
  CHECK_EQ(0, sigaction(SIGSEGV, NULL, &old_segv));
  CHECK_EQ(0, sigaction(SIGBUS, NULL, &old_bus));
}

static void mend(void)
{
  machine_mend();
  later();
}

/* True if the read came through; else an earlier handler jumped out of it. */
__attribute__((noinline)) static bool touch(volatile unsigned char *address, bool write)
{
  if (sigsetjmp(back, 1) != 0) {
    return false;
  }
  if (write) {
    *address = 1;
  } else {
    (void)*address;
  }
  return true;
}

static void a_fault_names_the_released_owner_and_passes_on(void)
{
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_PASS);
  CHECK(!touch(released + 5000, false));
  CHECK_EQ(1, reports);
  CHECK(last.address == released + 5000);
  CHECK(!last.write);
  CHECK_EQ(DXGMAP_HOST_PLACE_RELEASED, last.where.place);
  CHECK_EQ(0xabc, last.where.owner);
  CHECK_EQ(window, last.where.window);
  CHECK_EQ(1, passed);
  CHECK(passed_address == (void *)(uintptr_t)(released + 5000));
  CHECK(passed_blocked_usr1);
  CHECK(passed_deferred);
  CHECK(!touch(released, true));
  CHECK(last.write);
  CHECK(!touch(live_slack, false));
  CHECK_EQ(DXGMAP_HOST_PLACE_LIVE, last.where.place);
  CHECK_EQ(0xdef, last.where.owner);
  CHECK(!touch(never_used, false));
  CHECK_EQ(DXGMAP_HOST_PLACE_FREE, last.where.place);
  CHECK_EQ(4, reports);
  CHECK_EQ(4, passed);
  machine_close();
  later();
}

static void the_stack_of_a_fault_begins_where_it_happened(void)
{
  dxgmap_host_text text;
  char line[4096];
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_PASS);
  CHECK(!touch(released, false));
  dxgmap_host_text_to_string(&text, line, sizeof line);
  dxgmap_host_text_stack(&text, "", &last_stack);
  CHECK(strncmp(line, "#0 touch+0x", 11) == 0);
  CHECK(strstr(line, "#1 the_stack_of_a_fault_begins_where_it_happened+0x") != NULL);
  machine_close();
  later();
}

static void a_plain_earlier_handler_is_called(void)
{
  earlier(NULL, jump_back, SA_NODEFER);
  begin(DXGMAP_HOST_FAULT_PASS);
  CHECK(!touch(released, false));
  CHECK_EQ(1, passed_without_info);
  CHECK_EQ(1, reports);
  machine_close();
  later();
}

static void an_earlier_handler_gets_its_flags(void)
{
  earlier(jump_back_with_info, NULL, SA_NODEFER);
  begin(DXGMAP_HOST_FAULT_PASS);
  CHECK(!touch(released, false));
  CHECK(!passed_deferred);
  machine_close();
  later();
}

static void faults_elsewhere_are_not_reported(void)
{
  volatile unsigned char *nothing = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_POISON);
  CHECK(!touch(nothing, false));
  CHECK_EQ(0, reports);
  CHECK_EQ(1, passed);
  machine_close();
  later();
  (void)munmap((void *)(uintptr_t)nothing, 4096);
}

static void a_fault_under_the_lock_passes_on(void)
{
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_POISON);
  dxgmap_host_lock();
  CHECK(!touch(released, false));
  dxgmap_host_unlock();
  CHECK_EQ(0, reports);
  CHECK_EQ(1, passed);
  machine_close();
  later();
}

static void a_fault_in_a_read_section_passes_on(void)
{
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_POISON);
  CHECK(dxgmap_host_read_begin(0));
  CHECK(!touch(released, false));
  dxgmap_host_read_end();
  CHECK_EQ(0, reports);
  CHECK_EQ(1, passed);
  machine_close();
  later();
}

static void removal_restores_what_was_there(void)
{
  struct sigaction before, after;
  stack_t stack;
  CHECK_EQ(0, sigaction(SIGSEGV, NULL, &before));
  begin(DXGMAP_HOST_FAULT_PASS);
  CHECK_EQ(DXGMAP_HOST_BUSY, dxgmap_host_faults_install(report, NULL, DXGMAP_HOST_FAULT_PASS));
  CHECK_EQ(0, sigaction(SIGSEGV, NULL, &after));
  CHECK(after.sa_sigaction != before.sa_sigaction);
  dxgmap_host_faults_remove();
  CHECK_EQ(0, sigaction(SIGSEGV, NULL, &after));
  CHECK(after.sa_sigaction == before.sa_sigaction && after.sa_flags == before.sa_flags);
  CHECK_EQ(0, sigaltstack(NULL, &stack));
  CHECK_EQ(SS_DISABLE, stack.ss_flags);
  CHECK_OK(dxgmap_host_faults_install(report, NULL, DXGMAP_HOST_FAULT_PASS));
  machine_close();
  CHECK_EQ(0, sigaction(SIGSEGV, NULL, &after));
  CHECK(after.sa_sigaction == before.sa_sigaction);
}

static void (*next_action)(int, siginfo_t *, void *);
static volatile unsigned on_top;

static void call_next(int number, siginfo_t *info, void *machine)
{
  on_top++;
  next_action(number, info, machine);
}

static void a_later_handler_stays_in_front(void)
{
  struct sigaction action, ours, now;
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_PASS);
  memset(&action, 0, sizeof action);
  action.sa_flags = SA_SIGINFO;
  action.sa_sigaction = call_next;
  CHECK_EQ(0, sigaction(SIGSEGV, &action, &ours));
  next_action = ours.sa_sigaction;
  on_top = 0;
  CHECK(!touch(released, false));
  CHECK(on_top == 1 && reports == 1 && passed == 1);
  dxgmap_host_faults_remove();
  CHECK_EQ(0, sigaction(SIGSEGV, NULL, &now));
  CHECK(now.sa_sigaction == call_next);
  CHECK(!touch(released, false));
  CHECK(on_top == 2 && reports == 1 && passed == 2); /* through ours, which only passes on */
  CHECK_OK(dxgmap_host_faults_install(report, (void *)(uintptr_t)&reports, DXGMAP_HOST_FAULT_PASS));
  CHECK(!touch(released, false));
  CHECK(on_top == 3 && reports == 2 && passed == 3);
  (void)sigaction(SIGSEGV, &ours, NULL);
  machine_close();
  CHECK_EQ(0, sigaction(SIGSEGV, NULL, &now));
  CHECK(now.sa_sigaction == jump_back_with_info);
  later();
}

/* ---- Ends of the program, each in a child ---- */

/* A handler that calls nobody came on top, and the machine was closed and opened since: reports are made again. */
static void our_handler_comes_back_after_another(void)
{
  struct sigaction action;
  earlier(jump_back_with_info, NULL, 0);
  for (unsigned round = 0; round < 20; round++) {
    begin(DXGMAP_HOST_FAULT_POISON);
    CHECK_EQ(0xDB, released[0]);
    CHECK_EQ(1, reports);
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    CHECK_EQ(0, sigaction(SIGSEGV, &action, NULL));
    dxgmap_host_faults_remove();
    machine_close();
  }
  later();
}

/* One that calls ours, on top of which we come again: a fault goes through each handler once, and ends. */
static void a_chain_with_us_twice_ends(void)
{
  struct sigaction action, ours;
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_PASS);
  memset(&action, 0, sizeof action);
  action.sa_sigaction = call_next;
  action.sa_flags = SA_SIGINFO;
  CHECK_EQ(0, sigaction(SIGSEGV, &action, &ours));
  next_action = ours.sa_sigaction;
  dxgmap_host_faults_remove();
  machine_close();
  for (unsigned round = 0; round < 20; round++) {
    begin(DXGMAP_HOST_FAULT_PASS);
    on_top = 0;
    passed = 0;
    if (sigsetjmp(back, 1) == 0) {
      (void)released[0];
    }
    CHECK_EQ(1, reports);
    CHECK_EQ(1, on_top);
    CHECK_EQ(1, passed);
    dxgmap_host_faults_remove();
    machine_close();
  }
  CHECK_EQ(0,
           sigaction(SIGSEGV, &ours, NULL)); /* its end, in order: ours is on top, and leaves with the next removal */
  begin(DXGMAP_HOST_FAULT_PASS);
  dxgmap_host_faults_remove();
  machine_close();
  later();
}

static void quiet_child(void)
{
  struct rlimit none = {0, 0};
  (void)setrlimit(RLIMIT_CORE, &none);
}

static int child_ends_by(void (*what)(void))
{
  int status = 0;
  pid_t child = fork();
  if (child == 0) {
    quiet_child();
    what();
    _exit(33);
  }
  CHECK(child > 0 && waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status);
}

static void touch_released(void)
{
  (void)*released;
}

static void send_segv(void)
{
  (void)raise(SIGSEGV);
}

static void send_bus(void)
{
  (void)raise(SIGBUS);
}

static void without_an_earlier_handler_the_program_ends_as_ever(void)
{
  earlier(NULL, SIG_DFL, 0);
  begin(DXGMAP_HOST_FAULT_PASS);
  CHECK_EQ(SIGSEGV, child_ends_by(touch_released));
  CHECK_EQ(SIGSEGV, child_ends_by(send_segv));
  CHECK_EQ(SIGBUS, child_ends_by(send_bus));
  machine_close();
  later();
}

static void ignored_signals_are_ignored_and_ignored_faults_are_not(void)
{
  earlier(NULL, SIG_IGN, 0);
  begin(DXGMAP_HOST_FAULT_PASS);
  CHECK_EQ(-33, child_ends_by(send_segv));
  CHECK_EQ(-33, child_ends_by(send_bus));
  CHECK_EQ(SIGSEGV, child_ends_by(touch_released));
  machine_close();
  later();
}

static volatile unsigned char *once_address;

static void let_it_be_readable(int number)
{
  (void)number;
  (void)mprotect((void *)(uintptr_t)once_address, 4096, PROT_READ);
}

static void touch_twice(void)
{
  (void)*released; /* the earlier handler mends the first */
  (void)mprotect((void *)(uintptr_t)once_address, 4096, PROT_NONE);
  (void)*released;
}

static void a_handler_for_one_time_is_called_once(void)
{
  earlier(NULL, let_it_be_readable, (int)SA_RESETHAND);
  begin(DXGMAP_HOST_FAULT_PASS);
  once_address = released;
  CHECK_EQ(SIGSEGV, child_ends_by(touch_twice));
  machine_close();
  later();
}

/* ---- Poison ---- */

static void poison_lets_the_program_go_on(void)
{
  volatile int *error = &errno; /* read again, whatever the compiler knows of errno */
  uint64_t maps;
  begin(DXGMAP_HOST_FAULT_POISON);
  maps = dxgmap_host_usage_now().maps;
  *error = ENOENT;
  CHECK_EQ(0xDB, released[100]);
  CHECK_EQ(ENOENT, *error);
  CHECK_EQ(1, reports);
  CHECK_EQ(0xDB, released[101]);
  released[101] = 3;
  CHECK_EQ(3, released[101]);
  CHECK_EQ(1, reports);
  CHECK_EQ(0xDB, released[4096]);
  CHECK_EQ(2, reports);
  CHECK_EQ(0xDB, *never_used);
  CHECK_EQ(DXGMAP_HOST_PLACE_FREE, last.where.place);
  CHECK(dxgmap_host_usage_now().maps > maps);
  CHECK_EQ(DXGMAP_HOST_PLACE_RELEASED, dxgmap_host_locate((void *)(uintptr_t)released).place);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_lock_pages((void *)(uintptr_t)live_slack, 1, false, frames));
  machine_close();
}

static void live_pages_are_not_poisoned(void)
{
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_POISON);
  CHECK(!touch(live_slack, false));
  CHECK_EQ(1, passed);
  CHECK_EQ(1, reports);
  machine_close();
  later();
}

/* The first line of the stack of the last fault. */
static const char *first_line(void)
{
  static char line[512];
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, line, sizeof line);
  dxgmap_host_text_stack(&text, "", &last_stack);
  *strchrnul(line, '\n') = '\0';
  return line;
}

__attribute__((noinline)) static void jump_to(void (*code)(void))
{
  code();
  __asm__ volatile("");
}

static void a_jump_to_a_released_address_is_reported(void)
{
  union {
    volatile unsigned char *data;
    void (*code)(void);
  } address;
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_PASS);
  address.data = released;
  if (sigsetjmp(back, 1) == 0) {
    jump_to(address.code);
  }
  CHECK_EQ(1, reports);
  CHECK(last.address == released);
  CHECK_EQ(1, last_stack.count);
  CHECK(strncmp(first_line(), "#0 jump_to+0x", 13) == 0);
  machine_close();
  later();
}

/* Poison cannot be executed: the second fault at the same place must not be answered with the same page again. */
static void a_fault_that_poison_does_not_mend_passes_on(void)
{
  union {
    volatile unsigned char *data;
    void (*code)(void);
  } address;
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_POISON);
  address.data = released;
  if (sigsetjmp(back, 1) == 0) {
    jump_to(address.code);
  }
  CHECK_EQ(1, passed);
  CHECK_EQ(2, reports);
  machine_close();
  later();
}

static void a_new_view_shows_no_poison(void)
{
  uint64_t at = 0;
  volatile unsigned char *base;
  machine_open(64);
  CHECK_OK(dxgmap_host_window_open(2, 0, &window));
  base = dxgmap_host_window_base(window);
  CHECK_OK(dxgmap_host_faults_install(report, (void *)(uintptr_t)&reports, DXGMAP_HOST_FAULT_POISON));
  CHECK_EQ(0xDB, base[0]);
  CHECK_EQ(0xDB, base[4096]);
  CHECK_OK(dxgmap_host_window_claim(window, 2, &at));
  CHECK(!dxgmap_host_probe((void *)(uintptr_t)base, 1, false));
  CHECK(!dxgmap_host_probe((void *)(uintptr_t)(base + 4096), 1, false));
  dxgmap_host_window_remove(window, at, 2);
  CHECK_EQ(0, dxgmap_host_usage_now().maps);
  machine_close();
}

/* ---- Injected failures ---- */

static dxgmap_host_result install(void)
{
  return dxgmap_host_faults_install(report, (void *)(uintptr_t)&reports, DXGMAP_HOST_FAULT_PASS);
}

/* ---- Copies of the host's own ---- */

static dxgmap_host_result copied;

static void copy_in_the_handler(const dxgmap_host_fault *fault, void *context)
{
  unsigned char byte = 1;
  (void)context;
  (void)fault;
  copied = dxgmap_host_frame_write(frames[0], 0, &byte, 1);
}

/* A fault in the handler would end the program: its copies are asked of the system. */
static void a_copy_while_a_fault_is_handled_is_safe(void)
{
  unsigned char *mine = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  begin(DXGMAP_HOST_FAULT_POISON);
  dxgmap_host_faults_remove();
  CHECK_OK(dxgmap_host_faults_install(copy_in_the_handler, NULL, DXGMAP_HOST_FAULT_POISON));
  CHECK_OK(dxgmap_host_lock_pages(mine, 1, true, frames));
  (void)mprotect(mine, 4096, PROT_READ);
  copied = DXGMAP_HOST_OK;
  CHECK(touch(released, false));
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, copied);
  machine_close();
  (void)munmap(mine, 4096);
}

/* What is left to the program goes to who handled it before, and copies are caught. */
static void faults_that_are_left_pass_on(void)
{
  unsigned char *mine = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), byte = 1;
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_PASS);
  dxgmap_host_faults_remove();
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_faults_install(report, NULL, DXGMAP_HOST_FAULT_LEAVE));
  CHECK_OK(dxgmap_host_faults_install(NULL, NULL, DXGMAP_HOST_FAULT_LEAVE));
  CHECK_OK(dxgmap_host_lock_pages(mine, 1, true, frames));
  CHECK(!touch(released, false));
  CHECK_EQ(1, passed);
  CHECK_EQ(0, reports);
  (void)mprotect(mine, 4096, PROT_READ);
  CHECK_EQ(DXGMAP_HOST_BAD_ADDRESS, dxgmap_host_frame_write(frames[0], 0, &byte, 1));
  CHECK_EQ(1, passed);
  machine_close();
  later();
  (void)munmap(mine, 4096);
}

static void failures_change_nothing(void)
{
  CHECK_EQ(DXGMAP_HOST_CLOSED, install());
  machine_open(64);
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_faults_install(NULL, NULL, DXGMAP_HOST_FAULT_PASS));
  check_each_failure(install, dxgmap_host_faults_remove, 2);
  machine_close();
}

static void without_memory_for_poison_the_fault_passes_on(void)
{
  earlier(jump_back_with_info, NULL, 0);
  begin(DXGMAP_HOST_FAULT_POISON);
  dxgmap_host_fail_at(1);
  CHECK(!touch(released, false));
  CHECK_EQ(1, passed);
  CHECK(touch(released, false));
  machine_close();
  later();
}

int main(void)
{
  harness_begin(remember, mend);
  RUN(a_fault_names_the_released_owner_and_passes_on);
  RUN(the_stack_of_a_fault_begins_where_it_happened);
  RUN(a_plain_earlier_handler_is_called);
  RUN(an_earlier_handler_gets_its_flags);
  RUN(faults_elsewhere_are_not_reported);
  RUN(a_fault_under_the_lock_passes_on);
  RUN(a_fault_in_a_read_section_passes_on);
  RUN(removal_restores_what_was_there);
  RUN(a_later_handler_stays_in_front);
  RUN(our_handler_comes_back_after_another);
  RUN(a_chain_with_us_twice_ends);
  RUN(without_an_earlier_handler_the_program_ends_as_ever);
  RUN(ignored_signals_are_ignored_and_ignored_faults_are_not);
  RUN(a_handler_for_one_time_is_called_once);
  RUN(poison_lets_the_program_go_on);
  RUN(live_pages_are_not_poisoned);
  RUN(a_jump_to_a_released_address_is_reported);
  RUN(a_fault_that_poison_does_not_mend_passes_on);
  RUN(a_new_view_shows_no_poison);
  RUN(a_copy_while_a_fault_is_handled_is_safe);
  RUN(faults_that_are_left_pass_on);
  RUN(failures_change_nothing);
  RUN(without_memory_for_poison_the_fault_passes_on);
  return harness_end();
}
