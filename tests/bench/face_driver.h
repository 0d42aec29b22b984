/* SPDX-License-Identifier: MIT */
#ifndef BENCH_FACE_DRIVER_H
#define BENCH_FACE_DRIVER_H

/* A driver that maps and unmaps by the Windows callbacks, on an adapter of its own. */

#define DXGMAP_PREFIX bench_face_ /* as face_library.c has it */
#include <wdm.h>
#include <dispmprt.h>
#include <dxgmap.h>

#define FACE "face"

typedef struct {
  HANDLE adapter;
  DXGKRNL_INTERFACE dxgkrnl;
  void *memory;
  PMDL mdl;
  HANDLE opened; /* adapter object of a memory object, with remapping */
  HANDLE object;
  SIZE_T bytes; /* of a pair */
} face;

void face_check(int right, const char *what); /* or else the benchmark ends */

/* The library, as it is by default. */
void face_open(void);

/* An adapter with an MDL, or an object, of so many bytes; and their ends, which leave the adapter to dxgmap_close. */
void face_add_mdl(face *f, SIZE_T bytes);
void face_add_adl(face *f, SIZE_T bytes);
void face_end_mdl(face *f);
void face_end_adl(face *f);

HANDLE face_map(face *f);
void face_unmap(face *f, HANDLE mapping);

/* As many pairs; 0. The context is a face. */
uint64_t face_mdl_pairs(void *context, uint64_t times);
uint64_t face_adl_pairs(void *context, uint64_t times);

#endif
