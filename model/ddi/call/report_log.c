/* SPDX-License-Identifier: MIT */
#include "ddi/call/report_log.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "ddi/call/option.h"
#include "ddi/call/report_json.h"
#include "host/host.h"

#define DXGMAP_DDI_LOG_ERROR 2 /* standard error */
#define DXGMAP_DDI_LOG_BYTES 32768u

enum dxgmap_ddi_log_words { DXGMAP_DDI_LOG_TEXT = 0, DXGMAP_DDI_LOG_JSON = 1 };
enum dxgmap_ddi_log_colors { DXGMAP_DDI_COLOR_AUTO = 0, DXGMAP_DDI_COLOR_ALWAYS = 1 };

static struct {
  bool json;
  bool file; /* there is one; a report that is delivered while the system ends looks without the lock */
  int to;    /* its descriptor */
  bool color;
  atomic_flag writing;
  char line[DXGMAP_DDI_LOG_BYTES];
} dxgmap_ddi_log = {.to = DXGMAP_DDI_LOG_ERROR, .writing = ATOMIC_FLAG_INIT};

static int dxgmap_ddi_log_descriptor(void)
{
  return dxgmap_ddi_log.file ? dxgmap_ddi_log.to : DXGMAP_DDI_LOG_ERROR;
}

/* Who asks for no colour, or has a terminal that knows none, gets none. */
static bool dxgmap_ddi_log_colored(void)
{
  uint64_t wish = dxgmap_ddi_option(DXGMAP_DDI_OPTION_COLOR);
  const char *no_color = getenv("NO_COLOR");
  const char *terminal = getenv("TERM");
  if (wish != DXGMAP_DDI_COLOR_AUTO) {
    return wish == DXGMAP_DDI_COLOR_ALWAYS;
  }
  return (no_color == NULL || no_color[0] == '\0') && terminal != NULL && strcmp(terminal, "dumb") != 0 &&
         dxgmap_host_text_terminal(dxgmap_ddi_log_descriptor());
}

static void dxgmap_ddi_log_refused(const char *path)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_descriptor(&text, DXGMAP_DDI_LOG_ERROR);
  dxgmap_host_text_put(&text, "dxgmap: log_path=");
  dxgmap_host_text_put(&text, path);
  dxgmap_host_text_put(&text, ": the file cannot be opened for writing\n");
  dxgmap_host_text_flush(&text);
}

bool dxgmap_ddi_log_open(void)
{
  const char *path = dxgmap_ddi_option_text(DXGMAP_DDI_OPTION_LOG_PATH);
  dxgmap_ddi_log_close();
  if (path[0] != '\0') {
    dxgmap_ddi_log.to = dxgmap_host_text_open(path);
    __atomic_store_n(&dxgmap_ddi_log.file, dxgmap_ddi_log.to >= 0, __ATOMIC_RELAXED);
    if (!dxgmap_ddi_log.file) {
      dxgmap_ddi_log_refused(path);
      return false;
    }
  }
  dxgmap_ddi_log.json = dxgmap_ddi_option(DXGMAP_DDI_OPTION_LOG) == DXGMAP_DDI_LOG_JSON;
  dxgmap_ddi_log.color = dxgmap_ddi_log_colored();
  return true;
}

void dxgmap_ddi_log_close(void)
{
  if (dxgmap_ddi_log.file) {
    dxgmap_host_text_close(dxgmap_ddi_log.to);
  }
  __atomic_store_n(&dxgmap_ddi_log.file, false, __ATOMIC_RELAXED);
  dxgmap_ddi_log.json = false;
  dxgmap_ddi_log.color = false;
}

void dxgmap_ddi_log_forked(void)
{
  atomic_flag_clear(&dxgmap_ddi_log.writing);
}

/* ---- Writing ---- */

static void dxgmap_ddi_log_begin(dxgmap_host_text *text)
{
  while (atomic_flag_test_and_set_explicit(&dxgmap_ddi_log.writing, memory_order_acquire)) {
    dxgmap_host_yield();
  }
  dxgmap_host_text_to_descriptor_by(text, dxgmap_ddi_log_descriptor(), dxgmap_ddi_log.line,
                                    sizeof(dxgmap_ddi_log.line));
}

static void dxgmap_ddi_log_end(dxgmap_host_text *text)
{
  dxgmap_host_text_flush(text);
  atomic_flag_clear_explicit(&dxgmap_ddi_log.writing, memory_order_release);
}

/* The first line, in the colour of its severity, and the rest. */
static void dxgmap_ddi_log_text(dxgmap_host_text *text, const dxgmap_violation *v)
{
  static const char *const colors[DXGMAP_SEVERITIES] = {"\x1b[1;31m", "\x1b[1;35m", "\x1b[1;36m"};
  const char *rest = v->text;
  if (dxgmap_ddi_log.color) {
    char first[512];
    size_t length = strcspn(v->text, "\n");
    length = length < sizeof(first) ? length : sizeof(first) - 1;
    memcpy(first, v->text, length);
    first[length] = '\0';
    rest = v->text + length;
    dxgmap_host_text_put(text, colors[v->severity]);
    dxgmap_host_text_put(text, first);
    dxgmap_host_text_put(text, "\x1b[0m");
  }
  dxgmap_host_text_put(text, rest);
}

void dxgmap_ddi_log_report(const dxgmap_violation *v, bool handled)
{
  dxgmap_host_text text;
  if (handled && !__atomic_load_n(&dxgmap_ddi_log.file, __ATOMIC_RELAXED)) {
    return;
  }
  dxgmap_ddi_log_begin(&text);
  if (dxgmap_ddi_log.json) {
    dxgmap_ddi_json_report(&text, v);
  } else {
    dxgmap_ddi_log_text(&text, v);
  }
  dxgmap_ddi_log_end(&text);
}

void dxgmap_ddi_log_failed(uint32_t operation, uint64_t nth, const dxgmap_stack *call)
{
  dxgmap_host_text text;
  if (dxgmap_ddi_log.json) {
    dxgmap_ddi_log_begin(&text);
    dxgmap_ddi_json_failed(&text, operation, nth, call);
    dxgmap_ddi_log_end(&text);
  }
}

void dxgmap_ddi_log_closed(const uint64_t *reports, uint64_t suppressed, uint64_t acquisitions)
{
  dxgmap_host_text text;
  if (dxgmap_ddi_log.json) {
    dxgmap_ddi_log_begin(&text);
    dxgmap_ddi_json_closed(&text, reports, suppressed, acquisitions);
    dxgmap_ddi_log_end(&text);
  }
}

void dxgmap_ddi_log_suppressed(const char *file, uint32_t line, const char *words, uint64_t count)
{
  dxgmap_host_text text;
  dxgmap_ddi_log_begin(&text);
  if (dxgmap_ddi_log.json) {
    dxgmap_ddi_json_suppressed(&text, file, line, words, count);
  } else {
    dxgmap_host_text_put(&text, "dxgmap: left out: ");
    dxgmap_host_text_decimal(&text, count);
    dxgmap_host_text_put(&text, count == 1 ? " report, by " : " reports, by ");
    dxgmap_host_text_put(&text, file);
    dxgmap_host_text_put(&text, ":");
    dxgmap_host_text_decimal(&text, line);
    dxgmap_host_text_put(&text, ": ");
    dxgmap_host_text_put(&text, words);
    dxgmap_host_text_put(&text, "\n");
  }
  dxgmap_ddi_log_end(&text);
}
