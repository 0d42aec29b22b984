/* SPDX-License-Identifier: MIT */
/*
 * Lines of call sites on Linux, by the debug information of the code: libbacktrace, which comes with gcc, reads it. It
 * takes its memory from the system and not from malloc, so it may be asked while a fault is handled. What it has read
 * of a module it keeps, for good; what was loaded or unloaded since makes it begin anew.
 *
 * A build that has the library says DXGMAP_BACKTRACE=1 and links it; others know functions alone.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os.h"

#ifndef _WIN32

#ifndef DXGMAP_BACKTRACE
#define DXGMAP_BACKTRACE 0
#endif

#if DXGMAP_BACKTRACE

#include <backtrace.h>
#include <link.h>
#include <signal.h>

#define DXGMAP_OS_LINE_STATES 16u            /* begun anew so often at most: what each has read stays in memory */
#define DXGMAP_OS_LINE_STACK ((size_t)65536) /* more than the library takes of a signal stack */

static struct {
  struct backtrace_state *state;
  unsigned long long loaded; /* modules that were loaded and unloaded before it began */
  uint32_t states;
  bool busy;
} dxgmap_os_line;

typedef struct dxgmap_os_line_asked {
  dxgmap_os_line_visitor *visitor;
  void *context;
  uint32_t count;
} dxgmap_os_line_asked;

static int dxgmap_os_line_found(void *asked, uintptr_t site, const char *file, int line, const char *function)
{
  dxgmap_os_line_asked *a = asked;
  (void)site;
  if (file != NULL && line > 0) {
    a->visitor(function != NULL ? function : "", file, (uint32_t)line, a->context);
    a->count++;
  }
  return 0;
}

/* Code without debug information has no lines, and that is all. */
static void dxgmap_os_line_none(void *asked, const char *message, int number)
{
  (void)asked;
  (void)message;
  (void)number;
}

static int dxgmap_os_line_count_loaded(struct dl_phdr_info *info, size_t size, void *loaded)
{
  (void)size;
  *(unsigned long long *)loaded = info->dlpi_adds + info->dlpi_subs;
  return 1;
}

/* What the library knows of the code that is loaded now; NULL: nothing. */
static struct backtrace_state *dxgmap_os_line_state(void)
{
  unsigned long long loaded = 0;
  (void)dl_iterate_phdr(dxgmap_os_line_count_loaded, &loaded);
  if (dxgmap_os_line.state != NULL && dxgmap_os_line.loaded == loaded) {
    return dxgmap_os_line.state;
  }
  dxgmap_os_line.state = NULL;
  if (dxgmap_os_line.states < DXGMAP_OS_LINE_STATES) {
    dxgmap_os_line.states++;
    dxgmap_os_line.loaded = loaded;
    dxgmap_os_line.state = backtrace_create_state(NULL, 0, dxgmap_os_line_none, NULL);
  }
  return dxgmap_os_line.state;
}

/* A signal stack of the program's may be small. */
static bool dxgmap_os_line_has_room(void)
{
  stack_t stack;
  if (sigaltstack(NULL, &stack) != 0 || (stack.ss_flags & SS_ONSTACK) == 0) {
    return true;
  }
  return (uintptr_t)__builtin_frame_address(0) - (uintptr_t)stack.ss_sp >= DXGMAP_OS_LINE_STACK;
}

uint32_t dxgmap_os_lines_of(const void *site, dxgmap_os_line_visitor *visitor, void *context)
{
  dxgmap_os_line_asked asked = {visitor, context, 0};
  if (site == NULL || !dxgmap_os_line_has_room() || __atomic_exchange_n(&dxgmap_os_line.busy, true, __ATOMIC_ACQUIRE)) {
    return 0;
  }
  struct backtrace_state *state = dxgmap_os_line_state();
  if (state != NULL) {
    /* A site is where a call returns to: the call is before. */
    (void)backtrace_pcinfo(state, (uintptr_t)site - 1, dxgmap_os_line_found, dxgmap_os_line_none, &asked);
  }
  __atomic_store_n(&dxgmap_os_line.busy, false, __ATOMIC_RELEASE);
  return asked.count;
}

#else

uint32_t dxgmap_os_lines_of(const void *site, dxgmap_os_line_visitor *visitor, void *context)
{
  (void)site;
  (void)visitor;
  (void)context;
  return 0;
}

#endif

#endif
