/* SPDX-License-Identifier: MIT */
/* The name that is nearest to a word. */
#include <string.h>

#include "world.c"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/nearest.c"

static const char *const nearest_names[] = {"ab", "", "c"};

static void look(const char *word)
{
  uint32_t nearest = dxgmap_ddi_nearest(word, nearest_names, 3);
  /*@ check one: nearest < 3; */
}

static void look_long(size_t letters)
{
  char word[2 * DXGMAP_DDI_NEAREST_LETTERS] = {0};
  memset(word, 'b', letters);
  look(word);
}

void main(void)
{
  char word[3] = {0};
  switch (Frama_C_interval(0, 3)) {
  case 0:
    Frama_C_make_unknown(word, 2);
    look(word);
    break;
  case 1:
    look_long(DXGMAP_DDI_NEAREST_LETTERS - 1);
    break;
  case 2:
    look_long(DXGMAP_DDI_NEAREST_LETTERS);
    break;
  default:
    look_long(2 * DXGMAP_DDI_NEAREST_LETTERS - 1);
    break;
  }
}
