/* SPDX-License-Identifier: MIT */
/* A frame of a module, as large and of the kind that the build says; run.sh builds several. */
#ifndef FRAME_BYTES
#define FRAME_BYTES 160
#endif

void frames_through(void (*inner)(void));

__attribute__((noinline)) static void frames_inner(void (*inner)(void))
{
  inner();
  __asm__ volatile("");
}

__attribute__((noinline)) void frames_through(void (*inner)(void))
{
  volatile char kept[FRAME_BYTES];
  kept[0] = 1;
  frames_inner(inner);
  kept[FRAME_BYTES - 1] = kept[0];
}
