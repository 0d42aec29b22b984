/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HANDLE_H
#define DXGMAP_HANDLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/profile.h"

/* A handle is tag * 2^56 + generation * 2^24 + index + 1, so NULL is never one. The tag of a mapping handle is its
   adapter's place in the table; adapter handles have a tag that no mapping handle has. */
#define DXGMAP_ADAPTER_TAG 128u
#define DXGMAP_HANDLE_INDEXES 16777215u /* 2^24 - 1: index + 1 has 24 bits */

#include "logic/handle.h"

/* The handle of life `generation` of slot (or adapter) `index`. */
/*@ requires index: index < DXGMAP_HANDLE_INDEXES;
    requires tag: tag <= DXGMAP_ADAPTER_TAG;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == Handle(tag, generation, index);
    ensures tag: HandleTag(\result) == tag;
    ensures generation: HandleGeneration(\result) == generation;
    ensures index: HandleIndex(\result) == index;
    ensures never_null: \result != 0; */
uint64_t dxgmap_handle_make(uint32_t tag, uint32_t generation, uint32_t index);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures tag: \result == HandleTag(handle);
    ensures range: \result < 256; */
uint32_t dxgmap_handle_tag(uint64_t handle);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures generation: \result == HandleGeneration(handle); */
uint32_t dxgmap_handle_generation(uint64_t handle);

/* 0xFFFFFFFF when the handle has no index. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures index: HandleIndex(handle) >= 0 ==> \result == HandleIndex(handle) && \result < DXGMAP_HANDLE_INDEXES;
    ensures none: HandleIndex(handle) < 0 ==> \result == 0xFFFFFFFF; */
uint32_t dxgmap_handle_index(uint64_t handle);

/* For the proofs; these do not run. */
/*@ ghost
  /@ requires index: index < DXGMAP_HANDLE_INDEXES;
     requires tag: tag <= DXGMAP_ADAPTER_TAG;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures tag: HandleTag(\result) == tag;
     ensures generation: HandleGeneration(\result) == generation;
     ensures index: HandleIndex(\result) == index; @/
  uint64_t dxgmap_handle_name(uint32_t tag, uint32_t generation, uint32_t index);
*/
/*@ ghost
  // A handle is its tag, its generation and its index.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures one: \forall integer a, b; HandleIndex(a) >= 0 && HandleTag(a) == HandleTag(b) &&
       HandleGeneration(a) == HandleGeneration(b) && HandleIndex(a) == HandleIndex(b) ==> a == b; @/
  void dxgmap_handle_parts(void);
*/

#endif
