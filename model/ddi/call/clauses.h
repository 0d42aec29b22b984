/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_CLAUSES_H
#define DXGMAP_DDI_CLAUSES_H

#include <stdint.h>

/* The clause of the specification that a cause of an operation breaks, with the rules it rests on: "PIN-14 (S7; decision
   2)", by the kind of the mapping that the report is about where that tells more. What has no clause of its own has the
   rules of its cause. Never NULL. */
const char *dxgmap_ddi_clause(uint32_t operation, uint32_t cause, uint32_t kind);

#endif
