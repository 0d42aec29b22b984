/* SPDX-License-Identifier: MIT */
#include "ddi/harness/wish.h"

#include <stdlib.h>
#include <string.h>

static void dxgmap_ddi_wish_of_fields(dxgmap_ddi_options *o, const dxgmap_system_description *d)
{
  o->number[DXGMAP_DDI_OPTION_SEED] = d->seed;
  o->number[DXGMAP_DDI_OPTION_STACKS] = d->stacks;
  o->number[DXGMAP_DDI_OPTION_ABORT] = d->violation_policy;
  o->number[DXGMAP_DDI_OPTION_FAULTS] = d->fault_policy;
  o->number[DXGMAP_DDI_OPTION_STRICT_IRQL] = d->strict_irql ? 1 : 0;
  o->number[DXGMAP_DDI_OPTION_STRICT_EXCLUSIVE] = d->strict_exclusive ? 1 : 0;
  o->number[DXGMAP_DDI_OPTION_CHECK_TRANSLATIONS] = d->check_translations ? 1 : 0;
  o->number[DXGMAP_DDI_OPTION_INSTALLED_PAGES] = d->installed_pages;
  o->number[DXGMAP_DDI_OPTION_COMMIT_PAGES] = d->commit_pages;
  o->number[DXGMAP_DDI_OPTION_QUARANTINE_PAGES] = d->quarantine_pages;
  o->number[DXGMAP_DDI_OPTION_REMEMBERED] = d->remembered;
}

static void dxgmap_ddi_wish_to_fields(const dxgmap_ddi_options *o, dxgmap_system_description *d)
{
  d->seed = o->number[DXGMAP_DDI_OPTION_SEED];
  d->stacks = (uint32_t)o->number[DXGMAP_DDI_OPTION_STACKS];
  d->violation_policy = (uint32_t)o->number[DXGMAP_DDI_OPTION_ABORT];
  d->fault_policy = (uint32_t)o->number[DXGMAP_DDI_OPTION_FAULTS];
  d->strict_irql = o->number[DXGMAP_DDI_OPTION_STRICT_IRQL] != 0;
  d->strict_exclusive = o->number[DXGMAP_DDI_OPTION_STRICT_EXCLUSIVE] != 0;
  d->check_translations = o->number[DXGMAP_DDI_OPTION_CHECK_TRANSLATIONS] != 0;
  d->installed_pages = o->number[DXGMAP_DDI_OPTION_INSTALLED_PAGES];
  d->commit_pages = o->number[DXGMAP_DDI_OPTION_COMMIT_PAGES];
  d->quarantine_pages = o->number[DXGMAP_DDI_OPTION_QUARANTINE_PAGES];
  d->remembered = o->number[DXGMAP_DDI_OPTION_REMEMBERED];
}

/* Variables of one option each, older than the list: a word that is none of theirs counts as none (decision 97). False:
   the path is too long. */
static bool dxgmap_ddi_wish_of_variables(dxgmap_ddi_options *o)
{
  const char *stacks = getenv("DXGMAP_STACKS");
  const char *symbolize = getenv("DXGMAP_SYMBOLIZE");
  const char *trace = getenv("DXGMAP_TRACE");
  if (stacks != NULL) {
    (void)dxgmap_ddi_option_word(DXGMAP_DDI_OPTION_STACKS, stacks, &o->number[DXGMAP_DDI_OPTION_STACKS]);
  }
  if (symbolize != NULL && (strcmp(symbolize, "0") == 0 || strcmp(symbolize, "1") == 0)) {
    o->number[DXGMAP_DDI_OPTION_SYMBOLIZE] = symbolize[0] == '1' ? 1 : 0;
  }
  return trace == NULL || dxgmap_ddi_options_path(o, "DXGMAP_TRACE", DXGMAP_DDI_OPTION_TRACE, trace);
}

bool dxgmap_ddi_wish(const dxgmap_system_description *said, dxgmap_system_description *wished,
                     dxgmap_ddi_options *options)
{
  const char *list = getenv("DXGMAP_OPTIONS");
  *wished = *said;
  dxgmap_ddi_options_usual(options);
  dxgmap_ddi_wish_of_fields(options, said);
  if (said->options != NULL && !dxgmap_ddi_options_read(options, "options", said->options)) {
    return false;
  }
  if (!dxgmap_ddi_wish_of_variables(options) ||
      (list != NULL && !dxgmap_ddi_options_read(options, "DXGMAP_OPTIONS", list))) {
    return false;
  }
  dxgmap_ddi_wish_to_fields(options, wished);
  return true;
}
