/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_TRACE_FIELD_H
#define DXGMAP_DDI_TRACE_FIELD_H

#include <stdbool.h>
#include <stdint.h>

/* What a trace says of each operation: which arguments, by their documented names. */

enum dxgmap_ddi_trace_form {
  DXGMAP_DDI_TRACE_DECIMAL = 0, /* sizes, counts, indices, flags */
  DXGMAP_DDI_TRACE_HEX = 1,     /* handles and addresses */
  DXGMAP_DDI_TRACE_MDL = 2,     /* a pointer to an MDL, with its pages */
  DXGMAP_DDI_TRACE_ADL = 3      /* the same of an ADL */
};

/* Where a value is: in an argument structure, or among the numbers that the call was told. */
#define DXGMAP_DDI_TRACE_OF_NUMBERS UINT32_MAX

typedef struct {
  const char *name;
  uint32_t argument; /* which of the structures, or DXGMAP_DDI_TRACE_OF_NUMBERS */
  uint32_t at;       /* bytes from its beginning, or which of the numbers */
  uint32_t bytes;    /* 4 or 8 */
  uint32_t form;     /* enum dxgmap_ddi_trace_form */
  bool out;          /* written by the call, if it succeeds */
} dxgmap_ddi_trace_field;

typedef struct {
  uint32_t operation;
  uint32_t fields;
  const char *event; /* what happens to the machine; NULL: it is a call of the driver's, by its documented name */
  const dxgmap_ddi_trace_field *field;
} dxgmap_ddi_trace_row;

/* NULL: calls of this operation have no arguments in a trace. */
const dxgmap_ddi_trace_row *dxgmap_ddi_trace_row_of(uint32_t operation);

#endif
