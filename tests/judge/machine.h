/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_JUDGE_MACHINE_H
#define DXGMAP_JUDGE_MACHINE_H

/* The abstract machine of spec/machine, run: proofs/machine/run.mlw as Why3 extracts it, behind numbers. Not for more
   than one thread. */

#include <stdbool.h>
#include <stdint.h>

/* The numbers of a step, in this order; then the pages of its list, then what a start asks for: mode, capability,
   linked, quarantine, chain, commit limit, installed pages, highest visible address, how many resources, the bytes of
   each save area, and of each resource its space, start and length. */
enum machine_number {
  M_OPERATION, /* enum operation of tests/fuzz/call.h */
  M_STATUS,    /* the answer, of which the next three too */
  M_HANDLE,
  M_BASE,
  M_ANSWER_PAGE,
  M_IRQL,
  M_STRICT,
  M_HANDLE_LEFT,
  M_ADAPTER,
  M_OBJECT,
  M_MAPPING,
  M_ADDRESS,
  M_PROCESS,
  M_BYTES,
  M_OFFSET,
  M_AT,
  M_PAGE,
  M_INDEX,
  M_KIND,
  M_SPACE,
  M_SLACK,
  M_PRESSURE,
  M_CREATING,
  M_CONTIGUOUS,
  M_USER,
  M_VIEW_KIND,
  M_VIEW_SPACE,
  M_VIEW_USER,
  M_VIEW_CACHE,
  M_VIEW_PROCESS,
  M_VIEW_PHYSICAL,
  M_VIEW_LENGTH,
  M_VIEW_AT,
  M_TYPE,
  M_BOUND,
  M_CACHE,
  M_PHYSICAL,
  M_LENGTH,
  M_CURRENT,
  M_WHERE, /* the adapter on which the answer's mapping is, as the answer says; else 0 */
  M_COUNT,
  M_FIRST_PAGE /* of the list */
};
#define MACHINE_NUMBERS 512u

/* What a mapping of the machine is, in numbers; then its pages. */
enum machine_field {
  F_KIND, /* enum dxgmap_kind */
  F_ON,   /* the adapter, or 0 */
  F_PARENT,
  F_INDEX,
  F_BASE,
  F_PLACE,
  F_SPAN,
  F_SPACE,
  F_PHYSICAL,
  F_LENGTH,
  F_USER,
  F_PROCESS,
  F_CACHE,
  F_MEMORY, /* enum dxgmap_object_type */
  F_BOUND,
  F_COUNT,
  F_FIRST_PAGE
};
#define MACHINE_FIELDS 128u

/* memory pages, logical pages, window pages, chain, resources, released runs that wait */
#define MACHINE_SIZES 6u

/* First of all, once. */
void machine_begin(const uint64_t sizes[MACHINE_SIZES]);
/* Back to the state in which nothing has happened. */
void machine_reset(void);
/* The status that the machine gives the call, whatever the answer. */
uint32_t machine_status(const uint64_t numbers[MACHINE_NUMBERS]);
/* Whether the machine allows the step; it is made if so. */
bool machine_step(const uint64_t numbers[MACHINE_NUMBERS]);
/* The same, and nothing is made. */
bool machine_allows(const uint64_t numbers[MACHINE_NUMBERS]);
/* What is live under the identity; false when nothing is. */
bool machine_mapping(uint64_t id, uint64_t fields[MACHINE_FIELDS]);
/* Pages charged for save areas. */
uint64_t machine_commit(void);
/* A number for the state: of two states that differ it differs, but for a chance of one in 2^64. */
uint64_t machine_digest(void);
/* Keeps the state in place n, 0 .. 15, and goes back to it. */
void machine_keep(uint32_t n);
void machine_return(uint32_t n);

#endif
