/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "tool.h"

/* dxgmap-trace: what is done with a recorded run. */

static const char usage[] =
    "dxgmap-trace check [--all] [--json] FILE    says which clause of the specification a trace breaks first\n"
    "dxgmap-trace shrink [--line N] FILE         the fewest lines of it that break the same clause\n"
    "dxgmap-trace replay FILE                    makes its calls again, on the library\n"
    "dxgmap-trace show [--svg] FILE              the lives of its mappings, for chrome://tracing or ui.perfetto.dev\n"
    "Each takes --output OUT too; FILE may be -. A trace is made by a program that runs with DXGMAP_TRACE=FILE.\n"
    "Exit code: 0, all is well; 1, a clause is broken, or the recording differs from the model; 2, no such trace.\n";

static const struct {
  const char *name;
  int (*run)(const tool_options *options);
} commands[] = {{"check", tool_check}, {"shrink", tool_shrink}, {"show", tool_show}, {"replay", tool_replay}};

static int wrong(const char *what, const char *which)
{
  (void)fprintf(stderr, "dxgmap-trace: %s%s\n%s", what, which, usage);
  return TOOL_FAILED;
}

/* One argument; how many more it takes, or -1. */
static int option(tool_options *o, const char *word, const char *value)
{
  char *end = NULL;
  if (strcmp(word, "--all") == 0 || strcmp(word, "--json") == 0 || strcmp(word, "--svg") == 0) {
    o->all = o->all || word[2] == 'a';
    o->json = o->json || word[2] == 'j';
    o->svg = o->svg || word[2] == 's';
    return 0;
  }
  if (strcmp(word, "--line") == 0 && value != NULL) {
    o->line = strtoull(value, &end, 10);
    return *end == '\0' && o->line != 0 ? 1 : -1;
  }
  if (strcmp(word, "--output") == 0 && value != NULL) {
    o->output = value;
    return 1;
  }
  if (o->path != NULL || (word[0] == '-' && word[1] != '\0')) {
    return -1;
  }
  o->path = word;
  return 0;
}

int main(int count, char **words)
{
  tool_options options;
  memset(&options, 0, sizeof(options));
  if (count > 1 && (strcmp(words[1], "--help") == 0 || strcmp(words[1], "help") == 0)) {
    (void)fputs(usage, stdout);
    return TOOL_WELL;
  }
  size_t k = 0;
  while (count > 1 && k < sizeof(commands) / sizeof(commands[0]) && strcmp(commands[k].name, words[1]) != 0) {
    k++;
  }
  if (count < 2 || k == sizeof(commands) / sizeof(commands[0])) {
    return wrong(count < 2 ? "a command is missing" : "no such command: ", count < 2 ? "" : words[1]);
  }
  for (int i = 2; i < count; i++) {
    int more = option(&options, words[i], i + 1 < count ? words[i + 1] : NULL);
    if (more < 0) {
      return wrong("no such option, or a second file: ", words[i]);
    }
    i += more;
  }
  return options.path != NULL ? commands[k].run(&options) : wrong("no file is named", "");
}
