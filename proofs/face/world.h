/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_H
#define DXGMAP_FACE_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "__fc_builtin.h"
#include "dispmprt.h"
#include "ddi/call/note.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"
#include "dxgmap.h"
#include "see.h"

/* The world around the face, as the analysis has it: what the host promises (model/host/interface), what the core
   answers (the contracts of model/core), what the tables of model/ddi/machine hold. Each answer is any that is
   promised. Lists have up to WORLD_PAGES pages; longer ones the host has no memory for. */

#define WORLD_PAGES 3u
#define WORLD_ADAPTER ((uint64_t)0x1001) /* handles of what lives; all others are of nothing */
#define WORLD_OBJECT ((uint64_t)0x2002)
#define WORLD_OPENED ((uint64_t)0x3003)
#define WORLD_MADE ((uint64_t)0x4004) /* what a call acquires */
#define WORLD_MADE_TOO ((uint64_t)0x5005)
#define WORLD_LIVE ((uint64_t)0x6006) /* what it releases */
#define WORLD_BASE 5u                 /* the first logical page of what it acquires */

extern bool world_readable; /* the argument lies in memory that can be read */
extern bool world_writable;
extern uint32_t world_mode; /* of the adapter */

/* What the core captured. */
extern uint64_t world_captured[WORLD_PAGES];
extern uint32_t world_captures; /* pages; 0: nothing was acquired */
extern bool world_acquired;

extern uint64_t world_memory[WORLD_PAGES]; /* frames of the memory, in its order */
extern dxgmap_ddi_record world_live;
extern uint64_t *world_frames_else; /* page numbers of a record that is not the world's */

bool world_any(void);
uint32_t world_any32(void);
uint64_t world_any64(void);
uint32_t world_refusal(void); /* a cause that a step of the core answers */

/* Begins: the system is open, or not; one adapter is started. */
void world_begin(void);

/* Something of the caller's own, and that nobody has written over it. */
extern char world_own[16];
#define WORLD_OWN ((void *)world_own)

#endif
