/* SPDX-License-Identifier: MIT */
/* The file that says which reports are left out, as it is read line by line: it is there or not, can be read or not.
   main_suppress looks at what its lines say. */
#include "world_compare.h"

#include <stdio.h>

#include "world.c"
#include "world_words.c"
#include "world_more.h"
#include "world_words.h"

bool dxgmap_ddi_tracing;

static uint32_t file_lines; /* that were read */

/* One that is as long as there is room, one that says something, one that says nothing; the end. */
static char *file_line(char *line, int size, FILE *file)
{
  /*@ check room: 0 < size && \valid(line + (0 .. size - 1)) && \valid(file); */
  file_lines += 1;
  if (file_lines > 2) {
    return NULL;
  }
  memset(line, 0, (size_t)size);
  switch (Frama_C_interval(0, 4)) {
  case 0:
    memset(line, ' ', (size_t)size - 1);
    if (world_any()) {
      line[size - 2] = '\n';
    }
    return line;
  case 1:
    memcpy(line, " rule:a\n", 8);
    return line;
  case 2:
    memcpy(line, "# words", 7);
    return line;
  case 3:
    return line; /* nothing, or a zero */
  default:
    return NULL;
  }
}

#define fgets file_line
#include "model/ddi/call/pattern.c"
#include "model/ddi/call/suppress.c"
#undef fgets

uint32_t dxgmap_ddi_nearest(const char *word, const char *const *names, uint32_t count)
{
  return 0;
}

void dxgmap_ddi_log_suppressed(const char *file, uint32_t line, const char *words, uint64_t count)
{
}

void dxgmap_host_functions_of(const void *site, dxgmap_host_function_visitor *visitor, void *context)
{
}

/* A file with a fault says nothing. */
void main(void)
{
  if (world_any()) {
    world_word[0] = 'f';
  }
  dxgmap_ddi_suppress.suppressions = 9; /* of the last system that was open */
  bool good = dxgmap_ddi_suppress_open();
  uint32_t suppressions = dxgmap_ddi_suppress.suppressions;
  /*@ check lines: suppressions <= (good ? 2 : 0); */
}
