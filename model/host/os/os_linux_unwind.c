/* SPDX-License-Identifier: MIT */
/*
 * Call stacks on Linux.
 *
 * The unwinder of the compiler's library is right wherever there are tables, and slow: it reads them anew for each
 * frame. What a table says of a call site does not change as long as the code is there, though: so much is added to the
 * stack pointer, or to the base pointer, and the base pointer is kept or lies there. Such a step is remembered by the
 * return address, and a stack whose steps are all known is walked by two loads a frame. Base pointers are never
 * followed because they look like some: only where the tables say that the CFA hangs on them.
 *
 * A step is remembered only after a whole walk with it gave the stack that the unwinder gives, and is of use only while
 * the code is there that it was found for. A walk keeps to the stack of the running thread and goes up only. Where
 * anything is not so, the unwinder is asked; but not where a table leads to what is no memory, as one that is wrong
 * does: there the stack ends.
 *
 * A walk is a function of where it begins and of the words that it loads. One that begins where an earlier one did, and
 * finds the same in those words, is the same. A base pointer is such a word where a step goes by it. One that is only
 * handed on is not: code without frame pointers has there what it likes, the counter of a loop for one.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os.h"
#include "host/os/os_linux_cfi.h"
#include "host/os/os_linux_thread.h"
#include "host/os/os_sanitizer.h"

#ifndef _WIN32

#include <execinfo.h>

#define DXGMAP_OS_STACK_DEPTH 96u /* frames looked at, those of the library included */
#define DXGMAP_OS_STACK_OWN 8u    /* and of this file */
#define DXGMAP_OS_STACK_WORD ((uintptr_t)8)

static bool dxgmap_os_stack_unwinds; /* always: dxgmap_os_stack_by */

void dxgmap_os_stack_by(bool unwinder)
{
  __atomic_store_n(&dxgmap_os_stack_unwinds, unwinder, __ATOMIC_RELAXED);
}

/* ---- The unwinder ---- */

/* The sites from `caller` on. */
static uint32_t dxgmap_os_stack_from(const void *caller, void *const *all, uint32_t count, void **site, uint32_t most)
{
  uint32_t first = 0, kept = 0;
  while (first < count && all[first] != caller) {
    first++;
  }
  while (first + kept < count && kept < most) {
    site[kept] = all[first + kept];
    kept++;
  }
  return kept;
}

__attribute__((noinline)) static uint32_t dxgmap_os_stack_unwind(const void *caller, void **site, uint32_t most)
{
  void *all[DXGMAP_OS_STACK_DEPTH + DXGMAP_OS_STACK_OWN];
  int count = backtrace(all, (int)(DXGMAP_OS_STACK_DEPTH + DXGMAP_OS_STACK_OWN));
  return count > 0 ? dxgmap_os_stack_from(caller, all, (uint32_t)count, site, most) : 0;
}

#ifdef __x86_64__

/* ---- Steps that are known ---- */

/* Four steps in a line of the cache, in the order of their making. Each is a pair of words, and the first is the site
   turned by the second: a pair that two threads have written halves of is one of no site. */
typedef struct dxgmap_os_step {
  uint64_t turned, step;
} dxgmap_os_step;

#define DXGMAP_OS_STEPS 1024u
#define DXGMAP_OS_STEP_WAYS 4u

static struct {
  _Alignas(64) dxgmap_os_step way[DXGMAP_OS_STEP_WAYS];
} dxgmap_os_steps[DXGMAP_OS_STEPS];

/* A step is a word: the kinds, the numbers of words, and above them a part of its time. Code that may be unloaded has
   steps of a time, which is the number of unloads so far, plus one; 0: for ever. */
#define DXGMAP_OS_STEP_BP_SHIFT 3u
#define DXGMAP_OS_STEP_CFA_WORDS_SHIFT 5u
#define DXGMAP_OS_STEP_CFA_WORDS ((uint64_t)1 << 24)
#define DXGMAP_OS_STEP_BP_WORDS_SHIFT 29u
#define DXGMAP_OS_STEP_BP_WORDS ((uint64_t)1 << 10)
#define DXGMAP_OS_STEP_TIME_SHIFT 39u
#define DXGMAP_OS_STEP_SITE_BITS 47u /* of an address that a program may have */

/* The rest of the time is above the site. */
static uint64_t dxgmap_os_step_key(uintptr_t site, uint64_t time)
{
  return site | time << DXGMAP_OS_STEP_SITE_BITS;
}

static uint64_t dxgmap_os_step_late(uint64_t time)
{
  return time >> (64 - DXGMAP_OS_STEP_SITE_BITS) << DXGMAP_OS_STEP_TIME_SHIFT;
}

static dxgmap_os_step *dxgmap_os_step_ways(uintptr_t site)
{
  return dxgmap_os_steps[(site * 0x9E3779B97F4A7C15u) >> 54].way;
}
_Static_assert(DXGMAP_OS_STEPS == 1u << (64 - 54), "a place of the table for each hash");

/* 0: not known. */
static inline uint64_t dxgmap_os_step_find(uintptr_t site, uint64_t time)
{
  const dxgmap_os_step *way = dxgmap_os_step_ways(site);
  for (uint32_t i = 0; i < DXGMAP_OS_STEP_WAYS; i++) {
    uint64_t step = __atomic_load_n(&way[i].step, __ATOMIC_RELAXED);
    if ((__atomic_load_n(&way[i].turned, __ATOMIC_RELAXED) ^ step) == dxgmap_os_step_key(site, time)) {
      return step >> DXGMAP_OS_STEP_TIME_SHIFT == dxgmap_os_step_late(time) >> DXGMAP_OS_STEP_TIME_SHIFT ? step : 0;
    }
  }
  return 0;
}

static void dxgmap_os_step_put(dxgmap_os_step *way, uint64_t turned, uint64_t step)
{
  __atomic_store_n(&way->turned, turned, __ATOMIC_RELAXED);
  __atomic_store_n(&way->step, step, __ATOMIC_RELAXED);
}

/* The newest first: what is not used any more goes at last. */
static void dxgmap_os_step_add(uintptr_t site, uint64_t time, uint64_t step)
{
  dxgmap_os_step *way = dxgmap_os_step_ways(site);
  for (uint32_t i = DXGMAP_OS_STEP_WAYS - 1; i > 0; i--) {
    dxgmap_os_step_put(&way[i], __atomic_load_n(&way[i - 1].turned, __ATOMIC_RELAXED),
                       __atomic_load_n(&way[i - 1].step, __ATOMIC_RELAXED));
  }
  dxgmap_os_step_put(&way[0], dxgmap_os_step_key(site, time) ^ step, step);
}

/* What the tables say as a step; 0: nothing, or more than a step can hold. */
static uint64_t dxgmap_os_step_of(const dxgmap_os_cfi *cfi, uint64_t time)
{
  if (cfi->cfa_words >= DXGMAP_OS_STEP_CFA_WORDS || cfi->bp_words >= DXGMAP_OS_STEP_BP_WORDS) {
    return 0;
  }
  return cfi->cfa | (uint64_t)cfi->bp << DXGMAP_OS_STEP_BP_SHIFT |
         (uint64_t)cfi->cfa_words << DXGMAP_OS_STEP_CFA_WORDS_SHIFT |
         (uint64_t)cfi->bp_words << DXGMAP_OS_STEP_BP_WORDS_SHIFT | dxgmap_os_step_late(time);
}

/* ---- A walk ---- */

/* A step that is to be remembered if the walk proves right. */
typedef struct dxgmap_os_step_new {
  uintptr_t site;
  uint64_t time, step;
} dxgmap_os_step_new;

typedef struct dxgmap_os_walk {
  uintptr_t site, sp, bp; /* of the frame: where its call returns to, and its registers then */
  const uintptr_t *bp_at; /* where the base pointer was loaded; NULL: it is the one that the walk began with */
  bool bp_counts;         /* and the trace has it, because a step has gone by it */
  uintptr_t high;         /* end of the stack */
  uintptr_t strange;      /* where a step has led that is not on it; 0: nowhere */
  uint64_t time;          /* of code that may be unloaded; 0: not asked yet */
  bool ends;              /* a step was of such code */
  dxgmap_os_trace *trace;
  uint32_t news;
  dxgmap_os_step_new new_step[DXGMAP_OS_STACK_DEPTH];
} dxgmap_os_walk;

/* Apart, and with memory of the walk's own, so that a walk of what is known is short. */
__attribute__((noinline)) static uint64_t dxgmap_os_walk_learn(dxgmap_os_walk *w)
{
  dxgmap_os_cfi cfi;
  uint64_t step, time;
  if (w->time == 0) {
    w->time = dxgmap_os_cfi_unloads() + 1;
  }
  step = dxgmap_os_step_find(w->site, w->time);
  if (step != 0) {
    w->ends = true;
    return step;
  }
  if (w->site >> DXGMAP_OS_STEP_SITE_BITS != 0 || !dxgmap_os_cfi_of(w->site, &cfi)) {
    return 0;
  }
  time = cfi.lasts ? 0 : w->time;
  w->ends = w->ends || !cfi.lasts;
  step = dxgmap_os_step_of(&cfi, time);
  w->new_step[w->news] = (dxgmap_os_step_new){w->site, time, step};
  w->news++;
  return step;
}

/* The walk depends on a word of the stack. */
static inline void dxgmap_os_walk_note(dxgmap_os_trace *trace, const uintptr_t *at, uintptr_t word)
{
  if (trace->words <= DXGMAP_OS_TRACE_WORDS) { /* one more says that there is no room */
    trace->at[trace->words % DXGMAP_OS_TRACE_WORDS] = at;
    trace->word[trace->words % DXGMAP_OS_TRACE_WORDS] = word;
    trace->words++;
  }
}

/* A word of the stack, from `low` on. */
DXGMAP_OS_UNSANITIZED static inline bool dxgmap_os_walk_load(dxgmap_os_walk *w, uintptr_t at, uintptr_t low,
                                                             uintptr_t *word)
{
  if (at < low || at >= w->high || at % DXGMAP_OS_STACK_WORD != 0) {
    w->strange = at;
    return false;
  }
  *word = *(const uintptr_t *)at;
  return true;
}

DXGMAP_OS_UNSANITIZED static inline bool dxgmap_os_walk_word(dxgmap_os_walk *w, uintptr_t at, uintptr_t low,
                                                             uintptr_t *word)
{
  if (!dxgmap_os_walk_load(w, at, low, word)) {
    return false;
  }
  dxgmap_os_walk_note(w->trace, (const uintptr_t *)at, *word);
  return true;
}

/* The base pointer, to go by. */
static inline uintptr_t dxgmap_os_walk_by_bp(dxgmap_os_walk *w)
{
  if (!w->bp_counts) {
    w->bp_counts = true;
    if (w->bp_at != NULL) {
      dxgmap_os_walk_note(w->trace, w->bp_at, w->bp);
    } else {
      w->trace->bp_counts = true;
    }
  }
  return w->bp;
}

DXGMAP_OS_UNSANITIZED static inline bool dxgmap_os_walk_load_bp(dxgmap_os_walk *w, uintptr_t at)
{
  if (!dxgmap_os_walk_load(w, at, w->sp, &w->bp)) {
    return false;
  }
  w->bp_at = (const uintptr_t *)at;
  w->bp_counts = false;
  return true;
}

/* To the caller's frame; the site is 0 if there is none. False: that is not known. */
DXGMAP_OS_UNSANITIZED static inline bool dxgmap_os_walk_up(dxgmap_os_walk *w, uint64_t step)
{
  uintptr_t words = (step >> DXGMAP_OS_STEP_CFA_WORDS_SHIFT) % DXGMAP_OS_STEP_CFA_WORDS * DXGMAP_OS_STACK_WORD, cfa;
  uintptr_t below = (step >> DXGMAP_OS_STEP_BP_WORDS_SHIFT) % DXGMAP_OS_STEP_BP_WORDS * DXGMAP_OS_STACK_WORD;
  switch (step & 7) {
  case DXGMAP_OS_CFA_SP:
    cfa = w->sp + words;
    break;
  case DXGMAP_OS_CFA_BP:
    cfa = dxgmap_os_walk_by_bp(w) + words;
    break;
  case DXGMAP_OS_CFA_SAVED:
    if (!dxgmap_os_walk_word(w, dxgmap_os_walk_by_bp(w) - words, w->sp, &cfa)) {
      return false;
    }
    break;
  default:
    w->site = 0;
    return true;
  }
  /* The return address is below it, and above what the frame has of the stack. */
  if (!dxgmap_os_walk_word(w, cfa - DXGMAP_OS_STACK_WORD, w->sp, &w->site)) {
    return false;
  }
  switch (step >> DXGMAP_OS_STEP_BP_SHIFT & 3) {
  case DXGMAP_OS_BP_BELOW:
    if (!dxgmap_os_walk_load_bp(w, cfa - below)) {
      return false;
    }
    break;
  case DXGMAP_OS_BP_AT:
    if (!dxgmap_os_walk_load_bp(w, dxgmap_os_walk_by_bp(w))) {
      return false;
    }
    break;
  default:
    break;
  }
  w->sp = cfa;
  return true;
}

/* The sites of all frames until `most` are found from `caller` on, the first of them at *first. False: not known. */
DXGMAP_OS_UNSANITIZED static bool dxgmap_os_walk_all(dxgmap_os_walk *w, const void *caller, uint32_t most, void **all,
                                                     uint32_t *first, uint32_t *count)
{
  uint32_t end = DXGMAP_OS_STACK_DEPTH;
  *count = 0;
  *first = end;
  while (w->site != 0 && *count < end && *count < DXGMAP_OS_STACK_DEPTH) {
    uint64_t step = dxgmap_os_step_find(w->site, 0);
    all[*count] = (void *)w->site;
    if (all[*count] == caller && *first == DXGMAP_OS_STACK_DEPTH) {
      *first = *count;
      end = *count + most;
    }
    *count += 1;
    if (step == 0) {
      step = dxgmap_os_walk_learn(w);
    }
    if (step == 0 || !dxgmap_os_walk_up(w, step)) {
      return false;
    }
  }
  return true;
}

/* Whether the unwinder finds the same from the first site on; then what was new is remembered. */
__attribute__((noinline)) static bool dxgmap_os_walk_proves(const dxgmap_os_walk *w, void *const *all, uint32_t count)
{
  void *truth[DXGMAP_OS_STACK_DEPTH];
  uint32_t same = 0, truly = dxgmap_os_stack_unwind(all[0], truth, DXGMAP_OS_STACK_DEPTH);
  while (same < count && same < truly && all[same] == truth[same]) {
    same++;
  }
  if (same < count || (w->site == 0 && count < truly)) {
    return false;
  }
  for (uint32_t i = 0; i < w->news; i++) {
    dxgmap_os_step_add(w->new_step[i].site, w->new_step[i].time, w->new_step[i].step);
  }
  return true;
}

/* The answer of dxgmap_os_stack, if it can be had without the unwinder; the walk begins as the trace does. */
DXGMAP_OS_UNSANITIZED __attribute__((noinline)) static bool
dxgmap_os_walk_from(dxgmap_os_trace *trace, const void *caller, void **site, uint32_t most, uint32_t *kept)
{
  void *all[DXGMAP_OS_STACK_DEPTH];
  uint32_t first, count;
  dxgmap_os_walk w;
  w.site = trace->site;
  w.sp = trace->sp;
  w.bp = trace->bp;
  w.bp_at = NULL;
  w.bp_counts = false;
  w.high = trace->high;
  w.strange = 0;
  w.time = 0;
  w.ends = false;
  w.trace = trace;
  w.news = 0;
  if (!dxgmap_os_walk_all(&w, caller, most, all, &first, &count)) {
    if (w.strange == 0 || dxgmap_os_readable((const void *)(w.strange & ~(DXGMAP_OS_PAGE - 1)), 1)) {
      return false;
    }
    trace->words = 0;
  } else if (w.news != 0 && !dxgmap_os_walk_proves(&w, all, count)) {
    return false;
  }
  trace->time = w.ends ? w.time : 0;
  for (*kept = 0; first + *kept < count && *kept < most; *kept += 1) {
    site[*kept] = all[first + *kept];
  }
  return true;
}

/* Whether a walk that begins so would be that of the trace. */
DXGMAP_OS_UNSANITIZED static inline bool dxgmap_os_trace_holds(const dxgmap_os_trace *trace, const uintptr_t *frame,
                                                               uintptr_t high, const void *caller)
{
  uintptr_t different = (trace->sp ^ (uintptr_t)(frame + 2)) | (trace->high ^ high);
  if (different != 0 || trace->words == 0 || trace->words > DXGMAP_OS_TRACE_WORDS) {
    return false;
  }
  different = (trace->site ^ frame[1]) | ((uintptr_t)trace->caller ^ (uintptr_t)caller);
  different |= trace->bp_counts ? trace->bp ^ frame[0] : 0;
  for (uint32_t i = 0; i < trace->words; i++) {
    different |= *trace->at[i] ^ trace->word[i];
  }
  return different == 0 && (trace->time == 0 || trace->time == dxgmap_os_cfi_unloads() + 1);
}

/* The first frame of the walk is this one's caller, which its own frame leads to. */
DXGMAP_OS_UNSANITIZED __attribute__((noinline)) uint32_t dxgmap_os_stack(const void *caller, void **site, uint32_t most,
                                                                         dxgmap_os_trace *trace)
{
  const uintptr_t *frame = __builtin_frame_address(0);
  uintptr_t low, high;
  uint32_t kept;
  caller = caller != NULL ? caller : __builtin_return_address(0);
  if (__atomic_load_n(&dxgmap_os_stack_unwinds, __ATOMIC_RELAXED) || !dxgmap_os_stack_limits(&low, &high) ||
      (uintptr_t)frame < low || (uintptr_t)(frame + 2) > high) {
    trace->words = 0;
    return dxgmap_os_stack_unwind(caller, site, most);
  }
  if (dxgmap_os_trace_holds(trace, frame, high, caller)) {
    return DXGMAP_OS_STACK_AS_TRACED;
  }
  trace->site = frame[1];
  trace->sp = (uintptr_t)(frame + 2);
  trace->bp = frame[0];
  trace->bp_counts = false;
  trace->high = high;
  trace->caller = caller;
  trace->words = 0;
  if (!dxgmap_os_walk_from(trace, caller, site, most, &kept)) {
    trace->words = 0;
    kept = dxgmap_os_stack_unwind(caller, site, most);
  }
  return kept;
}

#else

uint32_t dxgmap_os_stack(const void *caller, void **site, uint32_t most, dxgmap_os_trace *trace)
{
  trace->words = 0;
  return dxgmap_os_stack_unwind(caller != NULL ? caller : __builtin_return_address(0), site, most);
}

#endif

#endif
