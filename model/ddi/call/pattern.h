/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_PATTERN_H
#define DXGMAP_DDI_PATTERN_H

#include <stdbool.h>

/* Whether the pattern is of the whole word; a star in it is any letters, or none. */
bool dxgmap_ddi_pattern_meets(const char *pattern, const char *word);

/* The same of a cause by its name, or without the DXGMAP_ that all of them have. */
bool dxgmap_ddi_pattern_meets_cause(const char *pattern, const char *name);

/* Of one of the ids in a list such as "UNPIN-8 (S7; decisions 2 and 5)"; a decision is "decision 2". */
bool dxgmap_ddi_pattern_meets_rule(const char *pattern, const char *rules);

#endif
