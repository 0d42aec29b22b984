/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_OPTION_H
#define DXGMAP_DDI_OPTION_H

#include <stdbool.h>
#include <stdint.h>

/* The options of the library: one table, which says what each may be and is printed by help=1. options.md beside this
   file has the same for readers, and tests/options compares. */

enum dxgmap_ddi_option_name {
  DXGMAP_DDI_OPTION_HELP = 0,
  DXGMAP_DDI_OPTION_SEED,
  DXGMAP_DDI_OPTION_STACKS,
  DXGMAP_DDI_OPTION_ABORT,
  DXGMAP_DDI_OPTION_FAULTS,
  DXGMAP_DDI_OPTION_FAIL_NTH,
  DXGMAP_DDI_OPTION_FAIL_COUNT,
  DXGMAP_DDI_OPTION_FAIL_PER_MILLION,
  DXGMAP_DDI_OPTION_STRICT_IRQL,
  DXGMAP_DDI_OPTION_STRICT_EXCLUSIVE,
  DXGMAP_DDI_OPTION_CHECK_TRANSLATIONS,
  DXGMAP_DDI_OPTION_INSTALLED_PAGES,
  DXGMAP_DDI_OPTION_COMMIT_PAGES,
  DXGMAP_DDI_OPTION_QUARANTINE_PAGES,
  DXGMAP_DDI_OPTION_REMEMBERED,
  DXGMAP_DDI_OPTION_LOG,
  DXGMAP_DDI_OPTION_LOG_PATH,
  DXGMAP_DDI_OPTION_COLOR,
  DXGMAP_DDI_OPTION_SYMBOLIZE,
  DXGMAP_DDI_OPTION_SUPPRESSIONS,
  DXGMAP_DDI_OPTION_PRINT_SUPPRESSIONS,
  DXGMAP_DDI_OPTION_TRACE,
  DXGMAP_DDI_OPTIONS
};

#define DXGMAP_DDI_OPTION_TEXTS 3u
#define DXGMAP_DDI_OPTION_TEXT_BYTES 512u

/* What they are set to: numbers, and of words which one it is. A path has its place in `text`, "" for none. */
typedef struct {
  uint64_t number[DXGMAP_DDI_OPTIONS];
  char text[DXGMAP_DDI_OPTION_TEXTS][DXGMAP_DDI_OPTION_TEXT_BYTES];
} dxgmap_ddi_options;

/* What each is that nobody sets. */
void dxgmap_ddi_options_usual(dxgmap_ddi_options *options);

/* Sets what a list says: "stacks=full:seed=7". False: something in it is wrong, which standard error is told with the
   name of where the list stands; nothing is set. */
bool dxgmap_ddi_options_read(dxgmap_ddi_options *options, const char *where, const char *list);

/* The same of one path, whatever letters it has: of a variable of its own. */
bool dxgmap_ddi_options_path(dxgmap_ddi_options *options, const char *where, uint32_t name, const char *path);

/* Which of the words of an option this is; false: none, and *number stays. */
bool dxgmap_ddi_option_word(uint32_t name, const char *value, uint64_t *number);

/* Prints the table on standard error. */
void dxgmap_ddi_options_help(void);

/* From now on these are in force: they are copied. */
void dxgmap_ddi_options_keep(const dxgmap_ddi_options *options);

/* Of those in force. The line is a list that sets what differs from the usual and is more than a matter of how reports
   look; "" if nothing does. */
uint64_t dxgmap_ddi_option(uint32_t name);
const char *dxgmap_ddi_option_text(uint32_t name);
const char *dxgmap_ddi_options_line(void);

#endif
