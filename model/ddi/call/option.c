/* SPDX-License-Identifier: MIT */
#include "ddi/call/option.h"

#include <string.h>

#include "ddi/call/option_row.h"
#include "ddi/machine/core.h"

#define DXGMAP_DDI_SWITCH(name, looks, usual, help)                           \
  {                                                                           \
    name, DXGMAP_DDI_OPTION_NUMBER, looks, 1, usual, {NULL, NULL, NULL}, help \
  }
#define DXGMAP_DDI_NUMBER(name, most, usual, help)                               \
  {                                                                              \
    name, DXGMAP_DDI_OPTION_NUMBER, false, most, usual, {NULL, NULL, NULL}, help \
  }
#define DXGMAP_DDI_WORD(name, looks, a, b, c, help)            \
  {                                                            \
    name, DXGMAP_DDI_OPTION_WORD, looks, 2, 0, {a, b, c}, help \
  }
#define DXGMAP_DDI_PATH(name, looks, place, help)                           \
  {                                                                         \
    name, DXGMAP_DDI_OPTION_PATH, looks, place, 0, {NULL, NULL, NULL}, help \
  }

/* In the order of their numbers. */
static const dxgmap_ddi_option_row dxgmap_ddi_option_rows[] = {
    DXGMAP_DDI_SWITCH("help", true, 0, "1: print this table when the system is opened"),
    DXGMAP_DDI_NUMBER("seed", UINT64_MAX, 0, "of every choice that the library makes"),
    DXGMAP_DDI_WORD("stacks", false, "fast", "full", "off", "how the stacks of maps and unmaps are found"),
    DXGMAP_DDI_SWITCH("abort", false, 0, "1: the process aborts after the first report of an error"),
    DXGMAP_DDI_WORD("faults", false, "unhandled", "pass", "poison",
                    "what happens when the CPU touches what is not mapped"),
    DXGMAP_DDI_NUMBER("fail_nth", UINT64_MAX, 0, "the nth acquisition of the process fails; 0: none"),
    DXGMAP_DDI_NUMBER("fail_count", UINT64_MAX, 1, "so many from the nth on fail; 0: all of them"),
    DXGMAP_DDI_NUMBER("fail_per_million", 1000000, 0,
                      "each acquisition fails by chance, so often in a million, by the seed"),
    DXGMAP_DDI_SWITCH("strict_irql", false, 0, "1: no callback above PASSIVE_LEVEL"),
    DXGMAP_DDI_SWITCH("strict_exclusive", false, 0, "1: no callback that touches the domain in exclusive access"),
    DXGMAP_DDI_SWITCH("check_translations", false, 0, "1: compare each answer of the device with the reference; slow"),
    DXGMAP_DDI_NUMBER("installed_pages", DXGMAP_PAGES, 0, "physical memory; 0: 2^20, or all that the profile has"),
    DXGMAP_DDI_NUMBER("commit_pages", UINT64_MAX, 0, "what save areas may charge together; 0: installed_pages"),
    DXGMAP_DDI_NUMBER("quarantine_pages", UINT64_MAX, 0, "released pages of a window that wait before reuse; 0: 1024"),
    DXGMAP_DDI_NUMBER("remembered", UINT64_MAX, 0,
                      "released mappings of each adapter that reports can still name; 0: 1024"),
    DXGMAP_DDI_WORD("log", true, "text", "json", NULL, "how a report is written; json: a line each"),
    DXGMAP_DDI_PATH("log_path", true, 0, "where, beside what a handler does with it; none: standard error"),
    DXGMAP_DDI_WORD("color", true, "auto", "always", "never", "auto: on a terminal, unless NO_COLOR is set"),
    DXGMAP_DDI_SWITCH("symbolize", true, 1, "0: stacks have neither names nor lines, and no file is read for them"),
    DXGMAP_DDI_PATH("suppressions", false, 1, "a file that says which reports are left out; none: no report is"),
    DXGMAP_DDI_SWITCH("print_suppressions", true, 1, "0: do not say at the end what was left out"),
    DXGMAP_DDI_PATH("trace", true, 2, "a file that the run is recorded in, for dxgmap-trace; none: it is not"),
};

static dxgmap_ddi_options dxgmap_ddi_options_now;
static char dxgmap_ddi_options_text[2048];

_Static_assert(sizeof(dxgmap_ddi_option_rows) / sizeof(dxgmap_ddi_option_rows[0]) == DXGMAP_DDI_OPTIONS,
               "an option has no row");

const dxgmap_ddi_option_row *dxgmap_ddi_option_row_of(uint32_t name)
{
  return &dxgmap_ddi_option_rows[name];
}

void dxgmap_ddi_options_usual(dxgmap_ddi_options *options)
{
  memset(options, 0, sizeof(*options));
  for (uint32_t i = 0; i < DXGMAP_DDI_OPTIONS; i++) {
    options->number[i] = dxgmap_ddi_option_rows[i].usual;
  }
}

/* ---- Words about them ---- */

void dxgmap_ddi_option_put_range(dxgmap_host_text *text, const dxgmap_ddi_option_row *row)
{
  if (row->type == DXGMAP_DDI_OPTION_PATH) {
    dxgmap_host_text_put(text, "a path");
  } else if (row->type == DXGMAP_DDI_OPTION_NUMBER) {
    dxgmap_host_text_put(text, "0 .. ");
    dxgmap_host_text_decimal(text, row->most);
  } else {
    dxgmap_host_text_put(text, row->words[0]);
    for (uint32_t i = 1; i < DXGMAP_DDI_OPTION_WORDS && row->words[i] != NULL; i++) {
      dxgmap_host_text_put(text, ", ");
      dxgmap_host_text_put(text, row->words[i]);
    }
  }
}

static void dxgmap_ddi_option_put_value(dxgmap_host_text *text, const dxgmap_ddi_option_row *row, uint64_t number,
                                        const char *path)
{
  if (row->type == DXGMAP_DDI_OPTION_PATH) {
    dxgmap_host_text_put(text, path);
  } else if (row->type == DXGMAP_DDI_OPTION_WORD) {
    dxgmap_host_text_put(text, row->words[number]);
  } else {
    dxgmap_host_text_decimal(text, number);
  }
}

static void dxgmap_ddi_option_put_padded(dxgmap_host_text *text, const char *word, size_t columns)
{
  dxgmap_host_text_put(text, word);
  for (size_t length = strlen(word); length < columns; length++) {
    dxgmap_host_text_put(text, " ");
  }
}

void dxgmap_ddi_options_help(void)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_descriptor(&text, 2);
  dxgmap_host_text_put(&text, "dxgmap: options, as DXGMAP_OPTIONS=name=value:name=value or `options` of "
                              "dxgmap_system_description\n");
  for (uint32_t i = 0; i < DXGMAP_DDI_OPTIONS; i++) {
    const dxgmap_ddi_option_row *row = &dxgmap_ddi_option_rows[i];
    char words[64];
    dxgmap_host_text part;
    dxgmap_host_text_put(&text, "  ");
    dxgmap_ddi_option_put_padded(&text, row->name, 18);
    dxgmap_host_text_put(&text, "  ");
    dxgmap_host_text_to_string(&part, words, sizeof(words));
    dxgmap_ddi_option_put_range(&part, row);
    dxgmap_ddi_option_put_padded(&text, words, 25);
    dxgmap_host_text_put(&text, "  ");
    dxgmap_host_text_to_string(&part, words, sizeof(words));
    dxgmap_ddi_option_put_value(&part, row, row->usual, "none");
    dxgmap_ddi_option_put_padded(&text, words, 9);
    dxgmap_host_text_put(&text, "  ");
    dxgmap_host_text_put(&text, row->help);
    dxgmap_host_text_put(&text, "\n");
  }
  dxgmap_host_text_flush(&text);
}

/* ---- Those in force ---- */

static bool dxgmap_ddi_option_differs(const dxgmap_ddi_options *options, uint32_t i)
{
  const dxgmap_ddi_option_row *row = &dxgmap_ddi_option_rows[i];
  return row->type == DXGMAP_DDI_OPTION_PATH ? options->text[row->most][0] != '\0' : options->number[i] != row->usual;
}

void dxgmap_ddi_options_keep(const dxgmap_ddi_options *options)
{
  dxgmap_host_text text;
  const char *between = "";
  dxgmap_ddi_options_now = *options;
  dxgmap_host_text_to_string(&text, dxgmap_ddi_options_text, sizeof(dxgmap_ddi_options_text));
  for (uint32_t i = 0; i < DXGMAP_DDI_OPTIONS; i++) {
    const dxgmap_ddi_option_row *row = &dxgmap_ddi_option_rows[i];
    if (!row->looks && dxgmap_ddi_option_differs(options, i)) {
      const char *quote = row->type == DXGMAP_DDI_OPTION_PATH ? "'" : "";
      dxgmap_host_text_put(&text, between);
      dxgmap_host_text_put(&text, row->name);
      dxgmap_host_text_put(&text, "=");
      dxgmap_host_text_put(&text, quote);
      dxgmap_ddi_option_put_value(&text, row, options->number[i],
                                  row->type == DXGMAP_DDI_OPTION_PATH ? options->text[row->most] : "");
      dxgmap_host_text_put(&text, quote);
      between = ":";
    }
  }
}

uint64_t dxgmap_ddi_option(uint32_t name)
{
  return dxgmap_ddi_options_now.number[name];
}

const char *dxgmap_ddi_option_text(uint32_t name)
{
  return dxgmap_ddi_options_now.text[dxgmap_ddi_option_rows[name].most];
}

const char *dxgmap_ddi_options_line(void)
{
  return dxgmap_ddi_options_text;
}
