/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_NEAREST_H
#define DXGMAP_DDI_NEAREST_H

#include <stdint.h>

/* Which of `count` names is the nearest to a word: by how many letters are put in, left out, or changed. */
uint32_t dxgmap_ddi_nearest(const char *word, const char *const *names, uint32_t count);

#endif
