/* SPDX-License-Identifier: MIT */
/* Stacks that are kept: each once, by the number of the word that it begins at, until the machine is closed. */
#include "host/reports/depot.h"
#include "host/interface/memory.h"
#include "host/interface/threads.h"
#include "host/reports/stack.h"

#include <string.h>

#define DXGMAP_HOST_DEPOT_WORDS ((uint64_t)1 << 23) /* of 8 bytes: a million stacks, and more of shallow ones */
#define DXGMAP_HOST_DEPOT_HEADS ((uint64_t)1 << 16)

/* The first word of a stack: the next one of its list, a part of its hash, and how many words follow. */
#define DXGMAP_HOST_DEPOT_NEXT UINT32_MAX
#define DXGMAP_HOST_DEPOT_COUNT_SHIFT 32u
#define DXGMAP_HOST_DEPOT_HASH_SHIFT 40u

/* Stacks that were kept lately, by where they were found: what a loop keeps again and again is known at once. A table
   for each holder; the stacks themselves are everybody's, under the leaf lock. */
#define DXGMAP_HOST_DEPOT_TRACES 64u
typedef struct dxgmap_host_depot_trace {
  dxgmap_os_trace trace;
  uint32_t number;
} dxgmap_host_depot_trace;

static struct {
  dxgmap_host_depot_trace *trace; /* DXGMAP_HOST_DEPOT_TRACES of each holder */
  uint64_t *word;                 /* NULL: stacks are not kept */
  uint32_t *head;                 /* of each list: a stack's number, or 0 */
  uint64_t words, used;
} dxgmap_host_depot;

static size_t dxgmap_host_depot_size(void)
{
  return (size_t)dxgmap_host_depot.words * sizeof(uint64_t);
}

static size_t dxgmap_host_depot_traces_size(void)
{
  return (size_t)DXGMAP_HOST_HOLDERS * DXGMAP_HOST_DEPOT_TRACES * sizeof(dxgmap_host_depot_trace);
}

/* The first capture in a process loads the unwinder, which allocates: not to be left to a handler of faults. */
static void dxgmap_host_depot_load(void)
{
  static bool loaded;
  dxgmap_host_stack stack;
  if (!loaded) {
    dxgmap_os_stack_by(true);
    dxgmap_host_stack_capture(NULL, &stack);
    loaded = true;
  }
}

dxgmap_host_result dxgmap_host_depot_open(const dxgmap_host_config *config)
{
  dxgmap_host_depot_load();
  dxgmap_os_stack_by(config->stacks == DXGMAP_HOST_STACKS_FULL);
  if (config->stacks == DXGMAP_HOST_STACKS_OFF) {
    return DXGMAP_HOST_OK;
  }
  dxgmap_host_depot.words = config->stack_words != 0 ? config->stack_words : DXGMAP_HOST_DEPOT_WORDS;
  dxgmap_host_depot.word = dxgmap_host_reserve_lasting(dxgmap_host_depot_size());
  dxgmap_host_depot.head = dxgmap_host_reserve_lasting(DXGMAP_HOST_DEPOT_HEADS * sizeof(uint32_t));
  dxgmap_host_depot.used = 1; /* so that no stack has the number 0 */
  dxgmap_host_depot.trace = dxgmap_host_reserve_lasting(dxgmap_host_depot_traces_size());
  if (dxgmap_host_depot.word == NULL || dxgmap_host_depot.head == NULL || dxgmap_host_depot.trace == NULL) {
    dxgmap_host_depot_close();
    return DXGMAP_HOST_NO_MEMORY;
  }
  return DXGMAP_HOST_OK;
}

void dxgmap_host_depot_close(void)
{
  dxgmap_host_unreserve_lasting(dxgmap_host_depot.word, dxgmap_host_depot_size());
  dxgmap_host_unreserve_lasting(dxgmap_host_depot.head, DXGMAP_HOST_DEPOT_HEADS * sizeof(uint32_t));
  dxgmap_host_unreserve_lasting(dxgmap_host_depot.trace, dxgmap_host_depot_traces_size());
  memset(&dxgmap_host_depot, 0, sizeof dxgmap_host_depot);
}

static uint64_t dxgmap_host_depot_hash(void *const *site, uint32_t count)
{
  uint64_t hash = count;
  for (uint32_t i = 0; i < count; i++) {
    hash = (hash ^ (uint64_t)(uintptr_t)site[i]) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 32;
  }
  return hash;
}

/* What a stack's first word has beside the next one of its list. */
static uint64_t dxgmap_host_depot_label(uint64_t hash, uint32_t count)
{
  return hash >> DXGMAP_HOST_DEPOT_HASH_SHIFT << DXGMAP_HOST_DEPOT_HASH_SHIFT | (uint64_t)count
                                                                                    << DXGMAP_HOST_DEPOT_COUNT_SHIFT;
}

static uint32_t dxgmap_host_depot_find(uint32_t number, uint64_t label, void *const *site, uint32_t count)
{
  while (number != 0) {
    const uint64_t *word = &dxgmap_host_depot.word[number];
    uint32_t same = (word[0] & ~(uint64_t)DXGMAP_HOST_DEPOT_NEXT) == label ? 0 : count + 1;
    while (same < count && word[1 + same] == (uint64_t)(uintptr_t)site[same]) {
      same++;
    }
    if (same == count) {
      return number;
    }
    number = (uint32_t)(word[0] & DXGMAP_HOST_DEPOT_NEXT);
  }
  return 0;
}

static uint32_t dxgmap_host_depot_add(uint32_t *head, uint64_t label, void *const *site, uint32_t count)
{
  uint64_t at = dxgmap_host_depot.used;
  if (count + 1 > dxgmap_host_depot.words - at) {
    return DXGMAP_HOST_STACK_NOT_KEPT;
  }
  dxgmap_host_depot.word[at] = label | *head;
  for (uint32_t i = 0; i < count; i++) {
    dxgmap_host_depot.word[at + 1 + i] = (uint64_t)(uintptr_t)site[i];
  }
  dxgmap_host_depot.used += count + 1;
  *head = (uint32_t)at;
  return (uint32_t)at;
}

static uint32_t dxgmap_host_depot_put(void *const *site, uint32_t count)
{
  uint64_t hash = dxgmap_host_depot_hash(site, count);
  uint64_t label = dxgmap_host_depot_label(hash, count);
  uint32_t *head = &dxgmap_host_depot.head[hash % DXGMAP_HOST_DEPOT_HEADS];
  dxgmap_host_lock_leaf();
  uint32_t number = dxgmap_host_depot_find(*head, label, site, count);
  if (number == 0) {
    number = dxgmap_host_depot_add(head, label, site, count);
  }
  dxgmap_host_unlock_leaf();
  return number;
}

static dxgmap_host_depot_trace *dxgmap_host_depot_trace_of(const void *caller, const void *frame)
{
  uint64_t key = ((uint64_t)(uintptr_t)caller << 20) ^ (uint64_t)(uintptr_t)frame;
  return &dxgmap_host_depot.trace[(size_t)dxgmap_host_holder() * DXGMAP_HOST_DEPOT_TRACES +
                                  ((key * UINT64_C(0x9e3779b97f4a7c15)) >> 58)];
}
_Static_assert(DXGMAP_HOST_DEPOT_TRACES == 1u << (64 - 58), "a place of the table for each hash");

uint32_t dxgmap_host_stack_keep(const void *caller)
{
  void *site[DXGMAP_HOST_STACK_FRAMES];
  dxgmap_host_depot_trace *known;
  uint32_t count;
  if (dxgmap_host_depot.word == NULL) {
    return 0;
  }
  dxgmap_os_stack_know();
  caller = caller != NULL ? caller : __builtin_return_address(0);
  known = dxgmap_host_depot_trace_of(caller, __builtin_frame_address(0));
  count = dxgmap_host_stack_sites(caller, site, &known->trace);
  if (count != DXGMAP_OS_STACK_AS_TRACED) {
    known->number = dxgmap_host_depot_put(site, count);
  }
  return known->number;
}

void dxgmap_host_stack_kept(uint32_t number, dxgmap_host_stack *stack)
{
  memset(stack, 0, sizeof *stack);
  if (number == DXGMAP_HOST_STACK_NOT_KEPT) {
    stack->lost = 1;
  } else if (number != 0 && number < dxgmap_host_depot.used) {
    const uint64_t *word = &dxgmap_host_depot.word[number];
    stack->count = (uint32_t)(word[0] >> DXGMAP_HOST_DEPOT_COUNT_SHIFT) & 0xFF;
    for (uint32_t i = 0; i < stack->count; i++) {
      stack->site[i] = (const void *)(uintptr_t)word[1 + i];
    }
  }
}
