/* SPDX-License-Identifier: MIT */
/* Which reports are left out, and the lines of the file that says so. */
#include "world_compare.h"

#include "world.c"
#include "world_words.c"
#include "world_more.h"
#include "world_words.h"
#include "world_nearest.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/pattern.c"
#include "model/ddi/call/suppress.c"

void dxgmap_ddi_log_suppressed(const char *file, uint32_t line, const char *words, uint64_t count)
{
  (void)strlen(file);
  (void)strlen(words);
}

void dxgmap_host_functions_of(const void *site, dxgmap_host_function_visitor *visitor, void *context)
{
  dxgmap_host_function function = {world_word, "", "", 0, 0, false};
  visitor(&function, context);
}

/* Each condition of a line has a kind that there is, and a pattern that is in its words. */
static void line(const char *text)
{
  bool good = dxgmap_ddi_suppress_line(7, text);
  const dxgmap_ddi_suppression *s = &dxgmap_ddi_suppress.suppression[0];
  uint32_t conditions = s->conditions;
  /*@ check room: conditions <= 4; */
  if (good) {
    for (uint32_t i = 0; i < conditions; i++) {
      uint32_t kind = s->condition[i].kind;
      uint32_t pattern = s->condition[i].pattern;
      /*@ check kind: kind < 3; */
      /*@ check pattern: 0 < pattern < 256; */
    }
  }
}

/* What stands before the colon, and up to two letters behind it. */
static void line_of(const char *before)
{
  char text[DXGMAP_DDI_SUPPRESSION_BYTES] = {0};
  size_t length = strlen(before);
  memcpy(text, before, length);
  Frama_C_make_unknown(text + length, 2);
  line(text);
}

static void lines(void)
{
  switch (Frama_C_interval(0, 6)) {
  case 0:
    line_of("");
    break;
  case 1:
    line_of("cause:");
    break;
  case 2:
    line_of("function:");
    break;
  case 3:
    line_of("rule:decision ");
    break;
  case 4:
    line_of("colour:");
    break;
  case 5:
    line("rule:a\tfunction:b  rule:c rule:decision 4");
    break;
  default:
    line("rule:a rule:b rule:c rule:d rule:e");
    break;
  }
}

static void reports(void)
{
  static dxgmap_violation v;
  v.cause = world_any32();
  v.rules = world_word;
  v.call.count = 1;
  dxgmap_ddi_suppress.suppressions = 1;
  dxgmap_ddi_suppression *s = &dxgmap_ddi_suppress.suppression[0];
  s->conditions = 1;
  switch (Frama_C_interval(0, 2)) {
  case 0:
    s->condition[0].kind = DXGMAP_DDI_BY_CAUSE;
    break;
  case 1:
    s->condition[0].kind = DXGMAP_DDI_BY_FUNCTION;
    break;
  default:
    s->condition[0].kind = DXGMAP_DDI_BY_RULE;
    break;
  }
  Frama_C_make_unknown(s->words, 2);
  bool left_out = dxgmap_ddi_suppressed(&v);
  uint64_t count = dxgmap_ddi_suppress_count();
  /*@ check counted: count == (left_out ? 1 : 0); */
  dxgmap_ddi_suppress_tell();
}

static void trim(void)
{
  char letters[4] = {0};
  Frama_C_make_unknown(letters, sizeof(letters) - 1);
  const char *all = letters;
  const char *left = dxgmap_ddi_suppress_trim(letters);
  /*@ check within: all <= left <= all + 3; */
}

void main(void)
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    lines();
    break;
  case 1:
    world_make_word();
    reports();
    break;
  default:
    trim();
    break;
  }
}
