/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_STATUS_H
#define DXGMAP_DDI_STATUS_H

#include <stdint.h>

#include "dxgmap.h"

/* Causes: what each is called, answers, and has broken. */

/* Whose fault a cause is, and so whether it is reported. */
enum dxgmap_ddi_class {
  DXGMAP_DDI_ANSWER = 0,    /* nobody's */
  DXGMAP_DDI_REFUSAL = 1,   /* nobody's: a correct driver expects it and goes on */
  DXGMAP_DDI_HARNESS = 2,   /* the harness's: it gets the cause as a result */
  DXGMAP_DDI_VIOLATION = 3, /* the driver's: reported */
};

/* What the specification's table says of a cause. */
typedef struct {
  uint32_t cause;
  const char *name;
  NTSTATUS status;
  uint32_t fault;
  const char *sentence;
  const char *rules;
  const char *theorems;
  const char *analogue;
} dxgmap_ddi_cause;

#define DXGMAP_DDI_CAUSES_MOST 128u /* every cause is less */

/* Never NULL: an unknown number has a row that says so. */
const dxgmap_ddi_cause *dxgmap_ddi_cause_row(uint32_t cause);

/* What Windows would do, by the kind of the mapping that the report is about. */
const char *dxgmap_ddi_analogue(uint32_t cause, uint32_t kind);

/* Whether the cause, met by the operation, is a fault of the driver. */
bool dxgmap_ddi_is_violation(uint32_t operation, uint32_t cause);

#endif
