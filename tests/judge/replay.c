/* SPDX-License-Identifier: MIT */
/* Judges a trace of the C, as tests/fuzz/random_ops writes it, by the abstract machine that runs: replay TRACE

   Each step must be one that the machine allows, from the state that the steps before it led to. Prints the first that
   is not, and how often each operation was done and refused; the last line is `N passed, N failed`, where a step is a
   test, and so is each operation, which a trace of COVERING steps must have done. */
#include "call.h"
#include "machine.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define COVERING 10000u
#define LINE_MAX 8192

static uint64_t numbers[MACHINE_NUMBERS];
static uint64_t done[TRANSLATE + 1];
static uint64_t refused[TRANSLATE + 1];

/* How many numbers the next line has; 0 at the end of the file, and of a line that is no line of numbers. */
static uint32_t read_line(FILE *trace)
{
  static char line[LINE_MAX];
  uint32_t n = 0;
  if (fgets(line, sizeof line, trace) == NULL) {
    return 0;
  }
  char *at = line;
  while (n < MACHINE_NUMBERS) {
    char *end;
    errno = 0;
    uint64_t number = strtoull(at, &end, 10);
    if (end == at || errno != 0) {
      break;
    }
    numbers[n++] = number;
    at = end;
  }
  return n;
}

/* Where it stands in the trace, from 1, of the first step that the machine does not allow; 0 when it allows all. */
static uint64_t first_wrong(FILE *trace, uint64_t *steps)
{
  while (read_line(trace) >= M_FIRST_PAGE) {
    ++*steps;
    if (numbers[M_OPERATION] > TRANSLATE || !machine_step(numbers)) {
      return *steps;
    }
    (numbers[M_STATUS] == DXGMAP_OK ? done : refused)[numbers[M_OPERATION]]++;
  }
  return 0;
}

int main(int count, char **arguments)
{
  FILE *trace = count == 2 ? fopen(arguments[1], "r") : NULL;
  if (trace == NULL || read_line(trace) != MACHINE_SIZES) {
    fprintf(stderr, "usage: replay TRACE, which tests/fuzz/random_ops has written\n");
    return 2;
  }
  machine_begin(numbers);
  uint64_t steps = 0;
  uint64_t wrong = first_wrong(trace, &steps);
  if (wrong != 0) {
    printf("step %" PRIu64 ", operation %" PRIu64 ": expected status %" PRIu32 ", seen %" PRIu64 ", handle 0x%" PRIx64
           ", base %" PRIu64 ", page %" PRIu64 "\n",
           wrong, numbers[M_OPERATION], numbers[M_OPERATION] > TRANSLATE ? 0 : machine_status(numbers),
           numbers[M_STATUS], numbers[M_HANDLE], numbers[M_BASE], numbers[M_ANSWER_PAGE]);
    printf("%" PRIu64 " passed, 1 failed\n", wrong - 1);
    return 1;
  }
  uint32_t missing = 0;
  for (uint32_t k = 0; k <= TRANSLATE; k++) {
    printf("operation %2" PRIu32 ": done %6" PRIu64 ", refused %6" PRIu64 "\n", k, done[k], refused[k]);
    missing += steps >= COVERING && done[k] == 0;
  }
  printf("%" PRIu64 " passed, %" PRIu32 " failed\n", steps, missing);
  return missing == 0 && steps > 0 ? 0 : 1;
}
