/* SPDX-License-Identifier: MIT */
#include "ddi/call/nearest.h"

#include <string.h>

#define DXGMAP_DDI_NEAREST_LETTERS 64u /* of a word; the rest of a longer one says nothing */

static uint32_t dxgmap_ddi_least(uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

/* A row of the table of distances for each letter of `name`. */
static uint32_t dxgmap_ddi_distance(const char *word, const char *name)
{
  uint32_t row[DXGMAP_DDI_NEAREST_LETTERS + 1];
  uint32_t letters = 0;
  while (letters < DXGMAP_DDI_NEAREST_LETTERS && word[letters] != '\0') {
    row[letters] = letters;
    letters++;
  }
  row[letters] = letters;
  for (uint32_t i = 0; name[i] != '\0'; i++) {
    uint32_t corner = row[0];
    row[0] = i + 1;
    for (uint32_t j = 1; j <= letters; j++) {
      uint32_t changed = corner + (word[j - 1] == name[i] ? 0 : 1);
      corner = row[j];
      row[j] = dxgmap_ddi_least(changed, 1 + dxgmap_ddi_least(row[j], row[j - 1]));
    }
  }
  return row[letters];
}

uint32_t dxgmap_ddi_nearest(const char *word, const char *const *names, uint32_t count)
{
  uint32_t nearest = 0;
  uint32_t best = UINT32_MAX;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t distance = dxgmap_ddi_distance(word, names[i]);
    if (distance < best) {
      best = distance;
      nearest = i;
    }
  }
  return nearest;
}
