/* SPDX-License-Identifier: MIT */
/* The peer of the face's pairs, in a process of its own: malloc and free of 64 bytes under AddressSanitizer, which
   keeps the stack of either. Prints nanoseconds a pair, as many samples as it is asked for. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double timed(long pairs)
{
  double from = now();
  for (long i = 0; i < pairs; i++) {
    void *volatile block = malloc(64);
    free(block);
  }
  return now() - from;
}

int main(int argc, char **argv)
{
  long samples = argc > 1 ? atol(argv[1]) : 1;
  double sample_ns = argc > 2 ? atof(argv[2]) : 1e6;
  long pairs = 1000;
  pairs = (long)(sample_ns * 1000 / timed(pairs)) + 1;
  for (long i = 0; i < samples; i++) {
    printf("%.6g\n", timed(pairs) / (double)pairs);
  }
  return 0;
}
