/* SPDX-License-Identifier: MIT */
/* The peer of the face's pairs, in a process of its own: malloc and free of 64 bytes under AddressSanitizer, which
   keeps the stack of either. Reads how many pairs to make, again and again, and prints the nanoseconds that they took,
   of its thread. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
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

int main(void)
{
  long pairs;
  while (scanf("%ld", &pairs) == 1) {
    printf("%.0f\n", timed(pairs));
    fflush(stdout);
  }
  return 0;
}
