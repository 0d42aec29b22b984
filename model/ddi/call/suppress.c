/* SPDX-License-Identifier: MIT */
#include "ddi/call/suppress.h"

#include <stdio.h>
#include <string.h>

#include "ddi/call/nearest.h"
#include "ddi/call/option.h"
#include "ddi/call/pattern.h"
#include "ddi/call/report_log.h"
#include "ddi/call/status.h"
#include "host/host.h"

#define DXGMAP_DDI_SUPPRESSIONS 256u
#define DXGMAP_DDI_SUPPRESSION_BYTES 256u
#define DXGMAP_DDI_CONDITIONS 4u

enum dxgmap_ddi_condition_kind { DXGMAP_DDI_BY_CAUSE, DXGMAP_DDI_BY_FUNCTION, DXGMAP_DDI_BY_RULE };
#define DXGMAP_DDI_CONDITION_KINDS 3u
static const char *const dxgmap_ddi_condition_kinds[] = {"cause", "function", "rule"};

typedef struct {
  uint32_t kind;
  uint32_t pattern; /* where it begins in `words` */
} dxgmap_ddi_condition;

/* A line: as it was written, and with a zero behind each pattern. */
typedef struct {
  uint32_t line;
  uint32_t conditions;
  uint64_t count;
  dxgmap_ddi_condition condition[DXGMAP_DDI_CONDITIONS];
  char text[DXGMAP_DDI_SUPPRESSION_BYTES];
  char words[DXGMAP_DDI_SUPPRESSION_BYTES];
} dxgmap_ddi_suppression;

static struct {
  uint32_t suppressions;
  uint64_t count;
  dxgmap_ddi_suppression suppression[DXGMAP_DDI_SUPPRESSIONS];
} dxgmap_ddi_suppress;

/* ---- Reports ---- */

typedef struct {
  const char *pattern;
  bool met;
} dxgmap_ddi_function_sought;

static void dxgmap_ddi_function_seen(const dxgmap_host_function *function, void *context)
{
  dxgmap_ddi_function_sought *sought = context;
  sought->met = sought->met || dxgmap_ddi_pattern_meets(sought->pattern, function->name);
}

static bool dxgmap_ddi_pattern_meets_stack(const char *pattern, const dxgmap_stack *stack)
{
  dxgmap_ddi_function_sought sought = {pattern, false};
  for (uint32_t i = 0; i < stack->count && !sought.met; i++) {
    dxgmap_host_functions_of(stack->site[i], dxgmap_ddi_function_seen, &sought);
  }
  return sought.met;
}

static bool dxgmap_ddi_condition_holds(uint32_t kind, const char *pattern, const dxgmap_violation *v)
{
  switch (kind) {
  case DXGMAP_DDI_BY_CAUSE:
    return dxgmap_ddi_pattern_meets_cause(pattern, dxgmap_ddi_cause_row(v->cause)->name);
  case DXGMAP_DDI_BY_RULE:
    return dxgmap_ddi_pattern_meets_rule(pattern, v->rules);
  default:
    return dxgmap_ddi_pattern_meets_stack(pattern, &v->call) || dxgmap_ddi_pattern_meets_stack(pattern, &v->map) ||
           dxgmap_ddi_pattern_meets_stack(pattern, &v->unmap);
  }
}

static bool dxgmap_ddi_suppression_meets(const dxgmap_ddi_suppression *s, const dxgmap_violation *v)
{
  uint32_t held = 0;
  while (held < s->conditions &&
         dxgmap_ddi_condition_holds(s->condition[held].kind, s->words + s->condition[held].pattern, v)) {
    held++;
  }
  return held == s->conditions;
}

bool dxgmap_ddi_suppressed(const dxgmap_violation *v)
{
  for (uint32_t i = 0; i < dxgmap_ddi_suppress.suppressions; i++) {
    if (dxgmap_ddi_suppression_meets(&dxgmap_ddi_suppress.suppression[i], v)) {
      dxgmap_ddi_suppress.suppression[i].count += 1;
      dxgmap_ddi_suppress.count += 1;
      return true;
    }
  }
  return false;
}

uint64_t dxgmap_ddi_suppress_count(void)
{
  return dxgmap_ddi_suppress.count;
}

void dxgmap_ddi_suppress_tell(void)
{
  for (uint32_t i = 0; i < dxgmap_ddi_suppress.suppressions; i++) {
    const dxgmap_ddi_suppression *s = &dxgmap_ddi_suppress.suppression[i];
    if (s->count != 0) {
      dxgmap_ddi_log_suppressed(dxgmap_ddi_option_text(DXGMAP_DDI_OPTION_SUPPRESSIONS), s->line, s->text, s->count);
    }
  }
}

/* ---- The file ---- */

/* "FILE:3: what word more"; line 0: of the file as a whole. Answers false. */
static bool dxgmap_ddi_suppress_wrong(uint32_t line, const char *what, const char *word, const char *more)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_descriptor(&text, 2);
  dxgmap_host_text_put(&text, "dxgmap: ");
  dxgmap_host_text_put(&text, dxgmap_ddi_option_text(DXGMAP_DDI_OPTION_SUPPRESSIONS));
  if (line != 0) {
    dxgmap_host_text_put(&text, ":");
    dxgmap_host_text_decimal(&text, line);
  }
  dxgmap_host_text_put(&text, ": ");
  dxgmap_host_text_put(&text, what);
  dxgmap_host_text_put(&text, word);
  dxgmap_host_text_put(&text, more);
  dxgmap_host_text_put(&text, "\n");
  dxgmap_host_text_flush(&text);
  return false;
}

/* Whether some cause has such a name; else the nearest is named. */
static bool dxgmap_ddi_suppress_cause(uint32_t line, const char *pattern)
{
  const char *names[DXGMAP_DDI_CAUSES_MOST];
  uint32_t count = 0;
  for (uint32_t cause = 1; cause < DXGMAP_DDI_CAUSES_MOST; cause++) {
    if (dxgmap_ddi_cause_row(cause)->cause == cause) {
      names[count] = dxgmap_ddi_cause_row(cause)->name;
      if (dxgmap_ddi_pattern_meets_cause(pattern, names[count])) {
        return true;
      }
      count++;
    }
  }
  return dxgmap_ddi_suppress_wrong(line, "there is no such cause; the nearest is ",
                                   names[dxgmap_ddi_nearest(pattern, names, count)], "");
}

/* A word with what stands before its colon; `decision 2` has a space in it. */
static bool dxgmap_ddi_suppress_condition(dxgmap_ddi_suppression *s, char *word)
{
  char *colon = strchr(word, ':');
  uint32_t kind = 0;
  if (colon == NULL) {
    return dxgmap_ddi_suppress_wrong(s->line, word, " is no condition: ", "expected cause:, function: or rule:");
  }
  *colon = '\0';
  while (kind < DXGMAP_DDI_CONDITION_KINDS && strcmp(word, dxgmap_ddi_condition_kinds[kind]) != 0) {
    kind++;
  }
  if (kind == DXGMAP_DDI_CONDITION_KINDS) {
    uint32_t nearest = dxgmap_ddi_nearest(word, dxgmap_ddi_condition_kinds, DXGMAP_DDI_CONDITION_KINDS);
    return dxgmap_ddi_suppress_wrong(s->line, word, ": is no condition; the nearest is ",
                                     dxgmap_ddi_condition_kinds[nearest]);
  }
  if (colon[1] == '\0') {
    return dxgmap_ddi_suppress_wrong(s->line, word, ": has no pattern", "");
  }
  if (s->conditions == DXGMAP_DDI_CONDITIONS) {
    return dxgmap_ddi_suppress_wrong(s->line, word, ": there are four conditions already, and no room for more", "");
  }
  s->condition[s->conditions].kind = kind;
  s->condition[s->conditions].pattern = (uint32_t)(colon + 1 - s->words);
  s->conditions += 1;
  return kind != DXGMAP_DDI_BY_CAUSE || dxgmap_ddi_suppress_cause(s->line, colon + 1);
}

/* The word that begins there, ended by a zero; what comes after it. */
static char *dxgmap_ddi_suppress_word(char *at)
{
  static const char blank[] = " \t";
  char *end = at + strcspn(at, blank);
  if (strncmp(at, "rule:decision ", strlen("rule:decision ")) == 0) {
    end = end + 1 + strcspn(end + 1, blank);
  }
  char *next = end + strspn(end, blank);
  *end = '\0';
  return next;
}

static bool dxgmap_ddi_suppress_line(uint32_t line, const char *text)
{
  dxgmap_ddi_suppression *s = &dxgmap_ddi_suppress.suppression[dxgmap_ddi_suppress.suppressions];
  if (dxgmap_ddi_suppress.suppressions == DXGMAP_DDI_SUPPRESSIONS) {
    return dxgmap_ddi_suppress_wrong(line, "there are 256 suppressions already, and no room for more", "", "");
  }
  memset(s, 0, sizeof(*s));
  s->line = line;
  memcpy(s->text, text, strlen(text) + 1);
  memcpy(s->words, text, strlen(text) + 1);
  dxgmap_ddi_suppress.suppressions += 1;
  bool good = true;
  for (char *word = s->words; *word != '\0' && good;) {
    char *next = dxgmap_ddi_suppress_word(word);
    good = dxgmap_ddi_suppress_condition(s, word);
    word = next;
  }
  return good;
}

/* What is left of a line without its end, and blanks at both. */
static char *dxgmap_ddi_suppress_trim(char *line)
{
  line += strspn(line, " \t");
  size_t length = strlen(line);
  while (length > 0 && strchr(" \t\r\n", line[length - 1]) != NULL) {
    length--;
  }
  line[length] = '\0';
  return line;
}

static bool dxgmap_ddi_suppress_read(FILE *file)
{
  char line[DXGMAP_DDI_SUPPRESSION_BYTES];
  bool good = true;
  uint32_t number = 1;
  for (; fgets(line, (int)sizeof(line), file) != NULL; number++) {
    if (strlen(line) == sizeof(line) - 1 && line[sizeof(line) - 2] != '\n') {
      return dxgmap_ddi_suppress_wrong(number, "the line is longer than 254 letters", "", "");
    }
    const char *text = dxgmap_ddi_suppress_trim(line);
    if (text[0] != '\0' && text[0] != '#') {
      good = dxgmap_ddi_suppress_line(number, text) && good;
    }
  }
  return ferror(file) ? dxgmap_ddi_suppress_wrong(0, "the file cannot be read", "", "") : good;
}

bool dxgmap_ddi_suppress_open(void)
{
  const char *path = dxgmap_ddi_option_text(DXGMAP_DDI_OPTION_SUPPRESSIONS);
  dxgmap_ddi_suppress.suppressions = 0;
  dxgmap_ddi_suppress.count = 0;
  if (path[0] == '\0') {
    return true;
  }
  FILE *file = fopen(path, "r");
  if (file == NULL) {
    return dxgmap_ddi_suppress_wrong(0, "the file cannot be opened", "", "");
  }
  bool good = dxgmap_ddi_suppress_read(file);
  (void)fclose(file);
  if (!good) {
    dxgmap_ddi_suppress.suppressions = 0;
  }
  return good;
}
