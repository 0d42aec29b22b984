/* SPDX-License-Identifier: MIT */
/* Whatever the numbers of a report, there is a rule to be named, a severity, and a word for it. */
#include "world.c"
#include "world_words.c"
#include "world_more.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/clauses.c"
#include "model/ddi/call/severity.c"

#define WORLD_CLAUSES
#include "world_words.h"

void main(void)
{
  dxgmap_ddi_note note;
  uint32_t operation = world_any32();
  uint32_t cause = world_any32();
  world_make_word();
  const char *clause = dxgmap_ddi_clause(operation, cause, world_any32());
  /*@ check clause: \valid_read(clause); */
  note.cause = cause;
  note.severity = Frama_C_unsigned_int_interval(0, DXGMAP_SEVERITIES - 1);
  uint32_t severity = dxgmap_ddi_severity(operation, &note);
  /*@ check severity: severity < DXGMAP_SEVERITIES; */
  const char *word = dxgmap_ddi_severity_word(severity);
  /*@ check word: word[0] != 0; */
}
