/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_EXPLORE_CHOICES_H
#define DXGMAP_EXPLORE_CHOICES_H

/* The calls of the tiny profile: which are made in every state. A call names identities that were given on the way,
   live or not, or one that nobody has. */

#include "call.h"

#define CHOICES_MAX 1024u
#define GIVEN_MAX 16u

/* What was given so far, the oldest first. */
typedef struct {
  uint64_t adapter[GIVEN_MAX];
  dxgmap_start start[GIVEN_MAX];
  bool running[GIVEN_MAX];
  uint32_t adapters;
  uint64_t mapping[GIVEN_MAX];
  enum operation by[GIVEN_MAX];
  uint32_t mappings;
} given;

/* The running adapter in the place of the table, or 0. */
uint64_t given_adapter(const given *g, uint64_t place);
uint32_t given_running(const given *g);
/* With what the running adapter of this handle was started, or NULL. */
const dxgmap_start *given_start(const given *g, uint64_t handle);
/* Notes what a call has given, or that an adapter has stopped. */
void given_note(given *g, const call *c, const dxgmap_result *r);

/* The calls that are made in a state; answers how many. */
uint32_t choices(const given *g, call out[CHOICES_MAX]);

#endif
