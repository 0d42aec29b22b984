/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_WORDS_H
#define DXGMAP_FACE_WORLD_WORDS_H

#include "world.h"

#include "ddi/call/clauses.h"
#include "ddi/call/operation.h"
#include "ddi/call/option.h"
#include "ddi/call/status.h"

/* The tables of words, of which main_status looks at the rows themselves, and the options: any words, and any number
   that an option may have. Without world_call.c. */

static char world_word[4]; /* up to three letters */

static void world_make_word(void)
{
  Frama_C_make_unknown(world_word, sizeof(world_word) - 1);
}

const dxgmap_ddi_cause *dxgmap_ddi_cause_row(uint32_t cause)
{
  static dxgmap_ddi_cause row;
  row.cause = cause;
  row.name = row.sentence = row.rules = row.theorems = row.analogue = world_word;
  return &row;
}

const char *dxgmap_ddi_analogue(uint32_t cause, uint32_t kind)
{
  return world_word;
}

#ifndef WORLD_CLAUSES /* else clauses.c is analysed */
const char *dxgmap_ddi_clause(uint32_t operation, uint32_t cause, uint32_t kind)
{
  return world_word;
}
#endif

const dxgmap_ddi_operation *dxgmap_ddi_operation_row(uint32_t operation)
{
  static dxgmap_ddi_operation row;
  row.operation = operation;
  row.harness = WORLD_BIT;
  row.name = world_word;
  return &row;
}

uint32_t dxgmap_ddi_operation_answers(uint32_t operation)
{
  return Frama_C_unsigned_int_interval(0, DXGMAP_DDI_ANSWERS_OTHERWISE);
}

uint64_t dxgmap_ddi_option(uint32_t name)
{
  /*@ check known: name < DXGMAP_DDI_OPTIONS; */
  return Frama_C_unsigned_long_interval(0, 2);
}

const char *dxgmap_ddi_option_text(uint32_t name)
{
  /*@ check known: name < DXGMAP_DDI_OPTIONS; */
  return world_word;
}

const char *dxgmap_ddi_options_line(void)
{
  return world_word;
}

#endif
