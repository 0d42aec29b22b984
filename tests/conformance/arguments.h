/* SPDX-License-Identifier: MIT */
/* Each pointer that a function of the library follows, with a call that is right but for it. run.sh sees that none is
   missing here (arguments.py). */
#ifndef DXGMAP_CONFORMANCE_ARGUMENTS_H
#define DXGMAP_CONFORMANCE_ARGUMENTS_H

#include "expect.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  const char *function;
  const char *name;           /* of the argument, as reports have it */
  NTSTATUS (*call)(void *at); /* what it answers, or its report */
  bool out;                   /* the function writes there too */
  bool optional;              /* it may be NULL */
} argument;

extern const argument arguments[];
extern const size_t arguments_count;

/* The machine of tests, with the extension of a video miniport. */
void arguments_open(void);
void arguments_open_with(const dxgmap_system_description *d);

#endif
