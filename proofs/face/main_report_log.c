/* SPDX-License-Identifier: MIT */
/* Where reports are written: each as a whole, in a log that is opened and closed. */
#include <stdatomic.h>

#include "world.c"
#include "world_words.c"
#include "world_atomic.h"
#include "world_compare.h"
#include "world_more.h"

bool dxgmap_ddi_tracing;

/* ---- The lock of the log: another thread may be writing ---- */

static uint32_t log_held;

_Bool atomic_flag_test_and_set_explicit(volatile atomic_flag *object, memory_order order)
{
  uint32_t held = log_held;
  /*@ check there: \valid(object); */
  /*@ check free: held == 0; */
  if (world_any()) {
    return true;
  }
  log_held = 1;
  return false;
}

static void log_give(void)
{
  uint32_t held = log_held;
  /*@ check held: held == 1; */
  log_held = 0;
}

void atomic_flag_clear_explicit(volatile atomic_flag *object, memory_order order)
{
  /*@ check there: \valid(object); */
  log_give();
}

/* In a forked copy: whoever had it is not there. */
void atomic_flag_clear(volatile atomic_flag *object)
{
  /*@ check there: \valid(object); */
  log_held = 0;
}

void dxgmap_host_yield(void)
{
  uint32_t held = log_held;
  /*@ check free: held == 0; */
}

static void log_locked(void)
{
  uint32_t held = log_held;
  /*@ check locked: held == 1; */
}

/* ---- The host ---- */

#define LOG_FILE 7

static bool log_open;    /* the file */
static bool log_refused; /* it cannot be opened */

int dxgmap_host_text_open(const char *path)
{
  (void)strlen(path);
  if (log_refused) {
    return -1;
  }
  log_open = true;
  return LOG_FILE;
}

void dxgmap_host_text_close(int descriptor)
{
  bool open = log_open;
  /*@ check open: open && descriptor == LOG_FILE; */
  log_open = false;
}

bool dxgmap_host_text_terminal(int descriptor)
{
  bool open = log_open;
  /*@ check open: descriptor == 2 || (open && descriptor == LOG_FILE); */
  return WORLD_BIT;
}

/* Of which Frama-C's C library says that it is a place of its own. */
static char *log_environment(const char *name)
{
  (void)strlen(name);
  return world_any() ? NULL : world_any() ? "dumb" : "";
}

#include <stdlib.h>

#define getenv log_environment
#include "model/ddi/call/report_log.c"
#undef getenv

#include "world_words.h"

/* ---- JSON is main_report_json's ---- */

void dxgmap_ddi_json_report(dxgmap_host_text *text, const dxgmap_violation *violation)
{
  log_locked();
  /*@ check there: \valid_read(violation); */
}

void dxgmap_ddi_json_failed(dxgmap_host_text *text, uint32_t operation, uint64_t nth, const dxgmap_stack *call)
{
  log_locked();
  /*@ check there: \valid_read(call); */
}

void dxgmap_ddi_json_closed(dxgmap_host_text *text, const uint64_t *reports, uint64_t suppressed, uint64_t acquisitions)
{
  log_locked();
  world_see(reports, DXGMAP_SEVERITIES * sizeof(*reports));
  /*@ check there: \initialized(reports + (0 .. DXGMAP_SEVERITIES - 1)); */
}

void dxgmap_ddi_json_suppressed(dxgmap_host_text *text, const char *file, uint32_t line, const char *words,
                                uint64_t count)
{
  log_locked();
}

/* ---- What is written ---- */

static void begin(bool open)
{
  log_open = open;
  dxgmap_ddi_log.file = open;
  dxgmap_ddi_log.to = open ? LOG_FILE : -1;
  dxgmap_ddi_log.json = WORLD_BIT;
  dxgmap_ddi_log.color = WORLD_BIT;
}

static void end(void)
{
  /*@ check whole: log_held == 0; */
  dxgmap_ddi_log_close();
  /*@ check closed: !log_open; */
}

/* Whose first line has so many letters, or is the only one. */
static void report(uint32_t first)
{
  char string[600];
  dxgmap_violation v;
  memset(string, 'a', sizeof(string) - 1);
  string[sizeof(string) - 1] = 0;
  if (first < sizeof(string) - 1) {
    string[first] = '\n';
  }
  v.text = string;
  v.severity = Frama_C_unsigned_int_interval(0, DXGMAP_SEVERITIES - 1);
  dxgmap_ddi_log_report(&v, world_any());
}

static void reports(void)
{
  switch (Frama_C_interval(0, 4)) {
  case 0:
    report(0);
    break;
  case 1:
    report(3);
    break;
  case 2:
    report(511);
    break;
  case 3:
    report(512);
    break;
  default:
    report(599);
    break;
  }
}

static void others(void)
{
  const dxgmap_stack call = {.count = 0};
  const uint64_t counts[DXGMAP_SEVERITIES] = {1, 2, 3};
  switch (Frama_C_interval(0, 3)) {
  case 0:
    dxgmap_ddi_log_failed(world_any32(), world_any64(), &call);
    break;
  case 1:
    dxgmap_ddi_log_closed(counts, world_any64(), world_any64());
    break;
  case 2:
    dxgmap_ddi_log_suppressed(world_word, world_any32(), world_word, world_any64());
    break;
  default:
    log_held = world_any() ? 1 : 0;
    dxgmap_ddi_log_forked();
    break;
  }
}

/* With a path or without one, of a file that can be opened or not. */
static void open(const char *path, bool refused)
{
  log_refused = refused;
  world_word[0] = path[0];
  world_word[1] = 0;
  bool good = dxgmap_ddi_log_open();
  /*@ check opened: log_open == (good && path[0] != 0); */
  /*@ check good: good || refused; */
  if (!good) {
    /*@ check plain: !dxgmap_ddi_log.file && !dxgmap_ddi_log.json && !dxgmap_ddi_log.color; */
  }
}

static void any(void)
{
  switch (Frama_C_interval(0, 4)) {
  case 0:
    world_make_word();
    reports();
    break;
  case 1:
    world_make_word();
    others();
    break;
  case 2:
    open("", true);
    end();
    return;
  case 3:
    open("a", false);
    end();
    return;
  default:
    open("a", true);
    end();
    return;
  }
  end();
}

void main(void)
{
  if (world_any()) {
    begin(true);
    any();
  } else {
    begin(false);
    any();
  }
}
