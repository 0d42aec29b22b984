/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_OPERATION_H
#define DXGMAP_DDI_OPERATION_H

#include <stdbool.h>
#include <stdint.h>

/* The names of what is done, as reports say them. */

typedef struct {
  uint32_t operation;
  bool harness;     /* a call of the harness, whose causes are results and not reports */
  const char *name; /* as the driver or the harness calls it */
} dxgmap_ddi_operation;

/* Never NULL: an unknown number has a row that says so. */
const dxgmap_ddi_operation *dxgmap_ddi_operation_row(uint32_t operation);

/* Whether it changes what the domain of an adapter knows: what exclusive access is about (decision 64). */
bool dxgmap_ddi_operation_touches(uint32_t operation);

/* Whether it names one adapter, and touches what is that one's alone where it succeeds: the table of these, with the
   steps of the core that they make (spec/locks.md). */
bool dxgmap_ddi_operation_alone(uint32_t operation);

/* With what the operation answers its caller. */
enum dxgmap_ddi_answer {
  DXGMAP_DDI_ANSWERS_STATUS = 0, /* an NTSTATUS */
  DXGMAP_DDI_ANSWERS_VIDEO,      /* NO_ERROR or ERROR_INVALID_PARAMETER (V1) */
  DXGMAP_DDI_ANSWERS_OTHERWISE   /* nothing at all, or a value that is no status */
};

uint32_t dxgmap_ddi_operation_answers(uint32_t operation);

#endif
