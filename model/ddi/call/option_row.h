/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_OPTION_ROW_H
#define DXGMAP_DDI_OPTION_ROW_H

#include "ddi/call/option.h"
#include "host/host.h"

/* A row of the table of options. */

enum dxgmap_ddi_option_type {
  DXGMAP_DDI_OPTION_NUMBER, /* 0 .. most */
  DXGMAP_DDI_OPTION_WORD,   /* one of `words` */
  DXGMAP_DDI_OPTION_PATH    /* of a file; `most` is its place among the texts */
};

#define DXGMAP_DDI_OPTION_WORDS 3u

typedef struct {
  const char *name;
  uint32_t type;
  bool looks; /* how reports look, and not what happens */
  uint64_t most;
  uint64_t usual;
  const char *words[DXGMAP_DDI_OPTION_WORDS];
  const char *help;
} dxgmap_ddi_option_row;

/* Never NULL. */
const dxgmap_ddi_option_row *dxgmap_ddi_option_row_of(uint32_t name);

/* "0 .. 1", "fast, full, off", "a path". */
void dxgmap_ddi_option_put_range(dxgmap_host_text *text, const dxgmap_ddi_option_row *row);

#endif
