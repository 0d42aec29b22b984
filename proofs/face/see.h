/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_SEE_H
#define DXGMAP_FACE_SEE_H

#include <stdint.h>

/* Reads so many bytes, for the check of a stub that follows. Eva keeps what it has found of a function, and uses it
   again for a state that is the same in what the code reads, whatever its annotations speak of. */
extern int world_seen;
/*@ assigns world_seen \from ((const char *)from)[0 .. bytes - 1]; */
void world_see(const void *from, uint64_t bytes);

#endif
