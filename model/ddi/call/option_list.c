/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/nearest.h"
#include "ddi/call/option_row.h"

/* Lists of options, as the environment and the harness give them. */

/* Where a list is read, and what one option of it was. */
typedef struct {
  const char *where;
  const char *at;
  bool good;
  bool has_value;
  char name[DXGMAP_DDI_OPTION_TEXT_BYTES];
  char value[DXGMAP_DDI_OPTION_TEXT_BYTES];
} dxgmap_ddi_option_list;

static bool dxgmap_ddi_option_separates(char c)
{
  return c == ':' || c == ',' || c == ' ' || c == '\t' || c == '\n';
}

static void dxgmap_ddi_option_wrong(dxgmap_ddi_option_list *list, dxgmap_host_text *text)
{
  list->good = false;
  dxgmap_host_text_to_descriptor(text, 2);
  dxgmap_host_text_put(text, "dxgmap: ");
  dxgmap_host_text_put(text, list->where);
  dxgmap_host_text_put(text, ": ");
  dxgmap_host_text_put(text, list->name);
}

/* "seed=x: expected 0 .. 18446744073709551615". */
static void dxgmap_ddi_option_out_of_range(dxgmap_ddi_option_list *list, const dxgmap_ddi_option_row *row)
{
  dxgmap_host_text text;
  dxgmap_ddi_option_wrong(list, &text);
  dxgmap_host_text_put(&text, list->has_value ? "=" : " has no value");
  dxgmap_host_text_put(&text, list->value);
  dxgmap_host_text_put(&text, ": expected ");
  dxgmap_ddi_option_put_range(&text, row);
  dxgmap_host_text_put(&text, "\n");
  dxgmap_host_text_flush(&text);
}

static void dxgmap_ddi_option_unknown(dxgmap_ddi_option_list *list)
{
  const char *names[DXGMAP_DDI_OPTIONS];
  dxgmap_host_text text;
  for (uint32_t i = 0; i < DXGMAP_DDI_OPTIONS; i++) {
    names[i] = dxgmap_ddi_option_row_of(i)->name;
  }
  dxgmap_ddi_option_wrong(list, &text);
  dxgmap_host_text_put(&text, ": there is no such option; the nearest is ");
  dxgmap_host_text_put(&text, names[dxgmap_ddi_nearest(list->name, names, DXGMAP_DDI_OPTIONS)]);
  dxgmap_host_text_put(&text, ", and help=1 lists all\n");
  dxgmap_host_text_flush(&text);
}

/* What is too long is cut, and so refused: no name and no path of that length is good. */
static void dxgmap_ddi_option_copy(char *to, const char *from, size_t length)
{
  size_t part = length < DXGMAP_DDI_OPTION_TEXT_BYTES - 1 ? length : DXGMAP_DDI_OPTION_TEXT_BYTES - 1;
  memcpy(to, from, part);
  to[part] = '\0';
}

static void dxgmap_ddi_option_value(dxgmap_ddi_option_list *list)
{
  const char *from = list->at;
  char quote = '\0';
  if (*from == '\'' || *from == '"') {
    quote = *from;
  }
  if (quote == '\0') {
    while (*list->at != '\0' && !dxgmap_ddi_option_separates(*list->at)) {
      list->at++;
    }
    dxgmap_ddi_option_copy(list->value, from, (size_t)(list->at - from));
    return;
  }
  const char *end = strchr(from + 1, quote);
  list->at = end != NULL ? end + 1 : from + strlen(from);
  dxgmap_ddi_option_copy(list->value, from + 1, (size_t)((end != NULL ? end : list->at) - from - 1));
}

/* The next one; false when there is none. */
static bool dxgmap_ddi_option_next(dxgmap_ddi_option_list *list)
{
  while (dxgmap_ddi_option_separates(*list->at)) {
    list->at++;
  }
  const char *from = list->at;
  while (*list->at != '\0' && *list->at != '=' && !dxgmap_ddi_option_separates(*list->at)) {
    list->at++;
  }
  dxgmap_ddi_option_copy(list->name, from, (size_t)(list->at - from));
  list->has_value = *list->at == '=';
  list->value[0] = '\0';
  if (list->has_value) {
    list->at++;
    dxgmap_ddi_option_value(list);
  }
  return list->has_value || list->name[0] != '\0';
}

/* A decimal number, or one of 0x; false if it is none, or more than `most`. */
static bool dxgmap_ddi_option_number(const char *value, uint64_t most, uint64_t *number)
{
  bool hex = value[0] == '0' && (value[1] == 'x' || value[1] == 'X');
  const char *digits = "0123456789abcdefABCDEF";
  const char *at = hex ? value + 2 : value;
  uint64_t base = hex ? 16 : 10, sum = 0;
  if (*at == '\0') {
    return false;
  }
  for (; *at != '\0'; at++) {
    const char *found = strchr(digits, *at);
    uint64_t digit = found != NULL ? (uint64_t)(found - digits) : 99;
    digit = digit >= 16 && digit < 22 ? digit - 6 : digit;
    if (digit >= base || sum > (UINT64_MAX - digit) / base) {
      return false;
    }
    sum = sum * base + digit;
  }
  *number = sum <= most ? sum : *number;
  return sum <= most;
}

bool dxgmap_ddi_option_word(uint32_t name, const char *value, uint64_t *number)
{
  const dxgmap_ddi_option_row *row = dxgmap_ddi_option_row_of(name);
  for (uint32_t i = 0; i < DXGMAP_DDI_OPTION_WORDS && row->words[i] != NULL; i++) {
    if (strcmp(value, row->words[i]) == 0) {
      *number = i;
      return true;
    }
  }
  return false;
}

static void dxgmap_ddi_option_set(dxgmap_ddi_options *options, dxgmap_ddi_option_list *list)
{
  uint32_t i = 0;
  while (i < DXGMAP_DDI_OPTIONS && strcmp(list->name, dxgmap_ddi_option_row_of(i)->name) != 0) {
    i++;
  }
  if (i == DXGMAP_DDI_OPTIONS) {
    dxgmap_ddi_option_unknown(list);
    return;
  }
  const dxgmap_ddi_option_row *row = dxgmap_ddi_option_row_of(i);
  bool good = list->has_value;
  if (row->type == DXGMAP_DDI_OPTION_NUMBER) {
    good = good && dxgmap_ddi_option_number(list->value, row->most, &options->number[i]);
  } else if (row->type == DXGMAP_DDI_OPTION_WORD) {
    good = good && dxgmap_ddi_option_word(i, list->value, &options->number[i]);
  } else {
    good = good && strlen(list->value) < DXGMAP_DDI_OPTION_TEXT_BYTES - 1;
    memcpy(options->text[row->most], list->value, DXGMAP_DDI_OPTION_TEXT_BYTES);
  }
  if (!good) {
    dxgmap_ddi_option_out_of_range(list, row);
  }
}

bool dxgmap_ddi_options_read(dxgmap_ddi_options *options, const char *where, const char *list)
{
  dxgmap_ddi_options all = *options;
  dxgmap_ddi_option_list reading;
  memset(&reading, 0, sizeof(reading));
  reading.where = where;
  reading.at = list;
  reading.good = true;
  while (dxgmap_ddi_option_next(&reading)) {
    dxgmap_ddi_option_set(&all, &reading);
  }
  if (reading.good) {
    *options = all;
  }
  return reading.good;
}

bool dxgmap_ddi_options_path(dxgmap_ddi_options *options, const char *where, uint32_t name, const char *path)
{
  const char *option = dxgmap_ddi_option_row_of(name)->name;
  dxgmap_ddi_option_list reading;
  memset(&reading, 0, sizeof(reading));
  reading.where = where;
  reading.good = true;
  reading.has_value = true;
  dxgmap_ddi_option_copy(reading.name, option, strlen(option));
  dxgmap_ddi_option_copy(reading.value, path, strlen(path));
  dxgmap_ddi_option_set(options, &reading);
  return reading.good;
}
