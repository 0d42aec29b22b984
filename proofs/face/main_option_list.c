/* SPDX-License-Identifier: MIT */
/* Lists of options. What Frama-C's C library says of the comparison of two strings is that they may be the same. */
#include "world.c"
#include "world_words.c"
#include "world_nearest.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/option.c"
#include "model/ddi/call/option_list.c"

static dxgmap_ddi_options list_options;
static dxgmap_ddi_option_list list_one;

/* Up to three letters. */
static void any_letters(char *string)
{
  Frama_C_make_unknown(string, 3);
  string[3] = 0;
}

/* One option is read off what is left of a list. */
static void next(void)
{
  char letters[4];
  const char *left = letters;
  any_letters(letters);
  list_one.at = left;
  bool some = dxgmap_ddi_option_next(&list_one);
  const char *at = list_one.at;
  /*@ check within: left <= at <= left + 3; */
  if (some) {
    /*@ check further: left < at; */
  }
}

/* The words of an option have a number each. */
static void words_in_range(void)
{
  for (uint32_t i = 0; i < DXGMAP_DDI_OPTIONS; i++) {
    const dxgmap_ddi_option_row *row = dxgmap_ddi_option_row_of(i);
    uint64_t number = list_options.number[i];
    if (row->type == DXGMAP_DDI_OPTION_WORD) {
      uint64_t words = row->words[2] != NULL ? 3 : 2;
      /*@ check word: number < words; */
    } else if (row->type == DXGMAP_DDI_OPTION_NUMBER) {
      /*@ check most: number <= row->most; */
    }
  }
}

static void set(void)
{
  dxgmap_ddi_options_usual(&list_options);
  list_one.where = "options";
  list_one.has_value = world_any();
  any_letters(list_one.name);
  Frama_C_make_unknown(list_one.value, 2);
  dxgmap_ddi_option_set(&list_options, &list_one);
  //@ slevel merge;
  words_in_range();
}

static void number(uint64_t most)
{
  char value[4];
  uint64_t seen = 0;
  any_letters(value);
  bool good = dxgmap_ddi_option_number(value, most, &seen);
  /*@ check least: seen <= most; */
  if (!good) {
    /*@ check as_it_was: seen == 0; */
  }
}

/* Nothing is set by a list that has a fault. */
static void read_list(const char *list)
{
  dxgmap_ddi_options_usual(&list_options);
  if (!dxgmap_ddi_options_read(&list_options, "options", list)) {
    for (uint32_t i = 0; i < DXGMAP_DDI_OPTIONS; i++) {
      uint64_t number = list_options.number[i];
      uint64_t usual = dxgmap_ddi_option_row_of(i)->usual;
      /*@ check unset: number == usual; */
    }
  }
}

/* What is longer than its room is cut. */
static void copy(void)
{
  static char word[DXGMAP_DDI_OPTION_TEXT_BYTES + 88];
  Frama_C_make_unknown(word, sizeof(word));
  dxgmap_ddi_option_copy(list_one.name, word, Frama_C_unsigned_long_interval(0, sizeof(word)));
}

static void path(void)
{
  char name[4];
  any_letters(name);
  dxgmap_ddi_options_usual(&list_options);
  (void)dxgmap_ddi_options_path(&list_options, "NAME", DXGMAP_DDI_OPTION_TRACE, name);
}

void main(void)
{
  switch (Frama_C_interval(0, 7)) {
  case 0:
    next();
    break;
  case 1:
    set();
    break;
  case 2:
    number(1);
    break;
  case 3:
    number(UINT64_MAX);
    break;
  case 4:
    read_list("a=7:b"); /* which has no value */
    break;
  case 5:
    copy();
    break;
  case 6:
    read_list("log_path='a b'");
    break;
  default:
    path();
    break;
  }
}
