/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_CHECK_PRINT_H
#define DXGMAP_FACE_CHECK_PRINT_H

#include "world_print.h"

/* A line for success, and for nothing else. */
static inline void check_told(ULONG status)
{
  uint32_t lines = print_lines;
  bool refused = print_refused;
  /*@ check status: status == (ULONG)STATUS_SUCCESS || status == (ULONG)STATUS_INVALID_PARAMETER; */
  if (status == (ULONG)STATUS_SUCCESS) {
    /*@ check one: lines == 1; */
  } else {
    /*@ check none: lines == 0 && refused; */
  }
}

/* Each in a state of its own. */
static inline void with_and_without_lock(void (*calls)(void))
{
  if (world_any()) {
    print_locked = true;
    calls();
  } else {
    print_locked = false;
    calls();
  }
}

#endif
