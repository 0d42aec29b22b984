/* SPDX-License-Identifier: MIT */
/* The NTSTATUS of every cause is that of spec/status.md, for every operation; every other number has an answer too. */
#include <stdbool.h>
#include <stdint.h>

#include "__fc_builtin.h"

#include "model/ddi/call/operation.c"
#include "model/ddi/call/override.c"
#include "model/ddi/call/status.c"

typedef struct {
  uint32_t cause;
  NTSTATUS status;
} status_row;

static const status_row status_rows[] = {
#define STATUS_ROW(cause, status) {(cause), (status)},
#include "status_rows.h"
#undef STATUS_ROW
};

#define STATUS_ROWS (sizeof(status_rows) / sizeof(status_rows[0]))

static void check_cause(uint32_t i)
{
  uint32_t cause = status_rows[i].cause;
  NTSTATUS status = status_rows[i].status;
  const dxgmap_ddi_cause *row = dxgmap_ddi_cause_row(cause);
  /*@ check row: row->cause == cause; */
  /*@ check table: row->status == status; */
  /*@ check words: row->name[0] != 0 && row->sentence[0] != 0; */
  /*@ check analogue: \valid_read(row->analogue) && \valid_read(row->rules) && \valid_read(row->theorems); */
  uint32_t below = Frama_C_unsigned_int_interval(0, DXGMAP_OPERATION_DEVICE_INFORMATION - 1);
  uint32_t above = Frama_C_unsigned_int_interval(DXGMAP_OPERATION_DEVICE_INFORMATION + 1, UINT32_MAX);
  NTSTATUS one = dxgmap_ddi_status(below, cause);
  NTSTATUS other = dxgmap_ddi_status(above, cause);
  NTSTATUS information = dxgmap_ddi_status(DXGMAP_OPERATION_DEVICE_INFORMATION, cause);
  /*@ check operations: one == status && other == status; */
  /*@ check information: information == (status >= 0 ? status : 0xC000000D - 0x100000000); */
}

/* Failure is said by a failing status: what the analysis of the callbacks takes for granted. The rest are answers and
   reports of their own. */
static void check_failure(uint32_t cause, NTSTATUS status)
{
  bool step = (cause >= DXGMAP_CAUSE_BAD_ADAPTER && cause <= DXGMAP_CAUSE_BLOCKED) ||
              (cause >= DXGMAP_CAUSE_BAD_MODE && cause <= DXGMAP_CAUSE_BAD_POWER);
  bool face = cause == DXGMAP_CAUSE_BAD_ARGUMENT || cause == DXGMAP_CAUSE_NO_HOST ||
              cause == DXGMAP_CAUSE_NOT_MODELLED || cause == DXGMAP_CAUSE_NOT_OPEN;
  if (step || face) {
    /*@ check fails: status < 0; */
  }
  if (cause == DXGMAP_CAUSE_NONE) {
    /*@ check succeeds: status == 0; */
  }
}

static void check_unknown(void)
{
  uint32_t beyond = Frama_C_unsigned_int_interval(DXGMAP_CAUSE_VIEW_ENDED + 1, UINT32_MAX - 1);
  const dxgmap_ddi_cause *row = dxgmap_ddi_cause_row(beyond);
  /*@ check unknown: row == &dxgmap_ddi_unknown_cause && row->status < 0; */
}

static void check_operation(uint32_t operation)
{
  const dxgmap_ddi_operation *row = dxgmap_ddi_operation_row(operation);
  uint32_t answers = dxgmap_ddi_operation_answers(operation);
  /*@ check row: row->operation == operation; */
  /*@ check name: row->name[0] != 0; */
  /*@ check answers: answers <= DXGMAP_DDI_ANSWERS_OTHERWISE; */
}

/* The status of one call is another's; there is room for a number of them, and no more are written. */
static void check_override(void)
{
  for (uint32_t i = 0; i <= DXGMAP_DDI_OVERRIDES; i++) {
    uint32_t cause = dxgmap_ddi_override_set(DXGMAP_OPERATION_PIN, i, (NTSTATUS)i);
    /*@ check room: cause == (i < 64 ? 0 : DXGMAP_CAUSE_NO_HOST); */
  }
  NTSTATUS set = dxgmap_ddi_status(DXGMAP_OPERATION_PIN, DXGMAP_CAUSE_PINNED);
  NTSTATUS other = dxgmap_ddi_status(DXGMAP_OPERATION_PIN2, DXGMAP_CAUSE_PINNED);
  /*@ check set: set == 9; */
  /*@ check other: other < 0; */
  dxgmap_ddi_override_reset();
}

void main(void)
{
  for (uint32_t i = 0; i < STATUS_ROWS; i++) {
    check_cause(i);
    check_failure(status_rows[i].cause, status_rows[i].status);
  }
  /*@ check all: sizeof(dxgmap_ddi_causes) / sizeof(dxgmap_ddi_causes[0]) == STATUS_ROWS; */
  for (uint32_t i = 0; i < DXGMAP_OPERATIONS; i++) {
    check_operation(i);
  }
  check_operation(0);
  check_unknown();
  check_override();
}
