/* SPDX-License-Identifier: MIT */
/* Which arguments a trace tells of: every row, and every field in it. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "__fc_builtin.h"

#include "model/ddi/call/trace_field.c"

#define FIELD_ROWS (sizeof(dxgmap_ddi_trace_rows) / sizeof(dxgmap_ddi_trace_rows[0]))

static void field(const dxgmap_ddi_trace_field *f)
{
  /*@ check name: \valid_read(f->name) && f->name[0] != 0; */
  /*@ check form: f->form <= DXGMAP_DDI_TRACE_ADL; */
  /*@ check width: f->bytes == 4 || f->bytes == 8; */
  if (f->form >= DXGMAP_DDI_TRACE_HEX) {
    /*@ check pointer: f->bytes == 8; */
  }
  if (f->argument == DXGMAP_DDI_TRACE_OF_NUMBERS) {
    /*@ check number: f->at < 5 && f->bytes == 8; */
  } else {
    /*@ check structure: f->argument < 3; */
  }
}

void main(void)
{
  for (size_t i = 0; i < FIELD_ROWS; i++) {
    const dxgmap_ddi_trace_row *row = dxgmap_ddi_trace_row_of(dxgmap_ddi_trace_rows[i].operation);
    /*@ check once: row == &dxgmap_ddi_trace_rows[i]; */
    for (uint32_t k = 0; k < row->fields; k++) {
      field(&row->field[k]);
    }
    if (row->event != NULL) {
      /*@ check event: row->event[0] != 0; */
    }
  }
  uint32_t operation = Frama_C_unsigned_int_interval(0, UINT32_MAX);
  const dxgmap_ddi_trace_row *any = dxgmap_ddi_trace_row_of(operation);
  if (operation >= DXGMAP_OPERATIONS) {
    /*@ check none: any == \null; */
  }
}
