/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROGRAMS_PROGRAM_H
#define DXGMAP_PROGRAMS_PROGRAM_H

#include "machine.h"

/* One step of a driver: a call that is right, or some bytes. */
void program_step(driver *d);
/* Gives back all that is held, in some order. */
void program_give_back(driver *d);

/* A whole program of this seed that makes no mistake; its adapters' drivers take turns, or have a thread each. */
void program_alone(uint64_t seed);
void program_threads(uint64_t seed);
/* Nothing was found wrong; then the test goes on. */
void program_check(void);

enum program_event { PROGRAM_WAKE, PROGRAM_SYSTEM_UNMAP, PROGRAM_PROCESS_END, PROGRAM_REMOVE, PROGRAM_EVENTS };
extern atomic_ulong events[PROGRAM_EVENTS]; /* of all programs of this process */
extern atomic_ulong restarts;               /* of all programs of this process */

#endif
