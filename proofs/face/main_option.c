/* SPDX-License-Identifier: MIT */
/* The options in force, and the words about them. */
#include "world.c"
#include "world_words.c"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/option.c"

static dxgmap_ddi_options option_all;

/* A number that main_option_list lets through. */
static uint64_t any_number(const dxgmap_ddi_option_row *row)
{
  uint64_t most = row->most;
  if (row->type == DXGMAP_DDI_OPTION_WORD) {
    most = row->words[2] != NULL ? 2 : 1;
  }
  return Frama_C_unsigned_long_interval(0, most);
}

/* Beside a seed one more that is set to anything. */
static void keep(uint32_t i)
{
  const dxgmap_ddi_option_row *row = dxgmap_ddi_option_row_of(i);
  dxgmap_ddi_options_usual(&option_all);
  option_all.number[DXGMAP_DDI_OPTION_SEED] = 7;
  if (row->type == DXGMAP_DDI_OPTION_PATH) {
    char *path = option_all.text[row->most];
    Frama_C_make_unknown(path, 3);
  } else {
    option_all.number[i] = any_number(row);
  }
  dxgmap_ddi_options_keep(&option_all);
  uint64_t kept = dxgmap_ddi_option(i);
  /*@ check range: kept <= row->most; */
  if (row->type == DXGMAP_DDI_OPTION_PATH) {
    (void)strlen(dxgmap_ddi_option_text(i));
  }
  (void)strlen(dxgmap_ddi_options_line());
}

static void usual(void)
{
  dxgmap_ddi_options_usual(&option_all);
  dxgmap_ddi_options_keep(&option_all);
  char first = dxgmap_ddi_options_line()[0];
  /*@ check none: first == 0; */
  dxgmap_ddi_options_help();
}

void main(void)
{
  for (uint32_t i = 0; i < DXGMAP_DDI_OPTIONS; i++) {
    if (world_any()) {
      keep(i);
      return;
    }
  }
  usual();
}
