/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_TRACE_TEXT_H
#define DXGMAP_DDI_TRACE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "ddi/call/trace_field.h"
#include "dxgmap.h"
#include "host/host.h"

/* JSON, as a trace has it: objects, and their members, each behind a comma but the first. The caller holds the lock. */

void dxgmap_ddi_trace_object(dxgmap_host_text *text);
void dxgmap_ddi_trace_object_end(dxgmap_host_text *text);

void dxgmap_ddi_trace_name(dxgmap_host_text *text, const char *name);
void dxgmap_ddi_trace_decimal(dxgmap_host_text *text, const char *name, uint64_t value);
void dxgmap_ddi_trace_hex(dxgmap_host_text *text, const char *name, uint64_t value);
void dxgmap_ddi_trace_string(dxgmap_host_text *text, const char *name, const char *value);

/* A list of pages: a number for a page, [first, count] for several in a row. */
void dxgmap_ddi_trace_pages(dxgmap_host_text *text, const uint64_t *page, uint64_t count);

/* An MDL, read only if it is known to be alive, and an ADL that Dxgkrnl lends. */
void dxgmap_ddi_trace_put_mdl(dxgmap_host_text *text, const char *name, PMDL mdl);
void dxgmap_ddi_trace_put_adl(dxgmap_host_text *text, const char *name, const DXGK_ADL *adl);

/* The function that the call stands in. */
void dxgmap_ddi_trace_site(dxgmap_host_text *text, const void *site);

/* What an adapter is started as. */
void dxgmap_ddi_trace_start(dxgmap_host_text *text, const dxgmap_adapter_description *d);

#endif
