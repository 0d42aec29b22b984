/* SPDX-License-Identifier: MIT */
#include "ddi/call/trace_text.h"

#include <string.h>

#include "ddi/call/mdl_view.h"
#include "ddi/machine/mdls.h"

/* Of the object that was begun last. There is one line at a time. */
static bool dxgmap_ddi_trace_empty;

void dxgmap_ddi_trace_object(dxgmap_host_text *text)
{
  dxgmap_host_text_put(text, "{");
  dxgmap_ddi_trace_empty = true;
}

void dxgmap_ddi_trace_object_end(dxgmap_host_text *text)
{
  dxgmap_host_text_put(text, "}");
  dxgmap_ddi_trace_empty = false;
}

void dxgmap_ddi_trace_name(dxgmap_host_text *text, const char *name)
{
  dxgmap_host_text_put(text, dxgmap_ddi_trace_empty ? "\"" : ",\"");
  dxgmap_ddi_trace_empty = false;
  dxgmap_host_text_put(text, name);
  dxgmap_host_text_put(text, "\":");
}

void dxgmap_ddi_trace_decimal(dxgmap_host_text *text, const char *name, uint64_t value)
{
  if (value >> 53 != 0) { /* more than many readers of JSON have numbers for */
    dxgmap_ddi_trace_hex(text, name, value);
    return;
  }
  dxgmap_ddi_trace_name(text, name);
  dxgmap_host_text_decimal(text, value);
}

void dxgmap_ddi_trace_hex(dxgmap_host_text *text, const char *name, uint64_t value)
{
  dxgmap_ddi_trace_name(text, name);
  dxgmap_host_text_put(text, "\"");
  dxgmap_host_text_hex(text, value, 1);
  dxgmap_host_text_put(text, "\"");
}

void dxgmap_ddi_trace_string(dxgmap_host_text *text, const char *name, const char *value)
{
  dxgmap_ddi_trace_name(text, name);
  dxgmap_host_text_put(text, "\"");
  for (; *value != '\0'; value++) {
    char piece[3] = {*value, '\0', '\0'};
    if (*value == '"' || *value == '\\') {
      piece[0] = '\\';
      piece[1] = *value;
    } else if ((unsigned char)*value < 0x20 || (unsigned char)*value >= 0x7F) {
      piece[0] = '?';
    }
    dxgmap_host_text_put(text, piece);
  }
  dxgmap_host_text_put(text, "\"");
}

void dxgmap_ddi_trace_pages(dxgmap_host_text *text, const uint64_t *page, uint64_t count)
{
  dxgmap_ddi_trace_name(text, "pages");
  dxgmap_host_text_put(text, "[");
  for (uint64_t i = 0, run = 1; i < count; i += run) {
    run = 1;
    while (i + run < count && page[i + run] == page[i] + run) {
      run++;
    }
    dxgmap_host_text_put(text, i > 0 ? "," : "");
    dxgmap_host_text_put(text, run > 1 ? "[" : "");
    dxgmap_host_text_decimal(text, page[i]);
    if (run > 1) {
      dxgmap_host_text_put(text, ",");
      dxgmap_host_text_decimal(text, run);
      dxgmap_host_text_put(text, "]");
    }
  }
  dxgmap_host_text_put(text, "]");
}

void dxgmap_ddi_trace_put_mdl(dxgmap_host_text *text, const char *name, PMDL mdl)
{
  dxgmap_ddi_trace_name(text, name);
  dxgmap_ddi_trace_object(text);
  dxgmap_ddi_trace_hex(text, "at", (uint64_t)(uintptr_t)mdl);
  const dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_find(mdl);
  if (entry != NULL && dxgmap_ddi_mdl_there(entry)) {
    uint64_t span = dxgmap_ddi_mdl_span(mdl);
    uint64_t held = entry->locked > 0 ? entry->locked : entry->pages;
    dxgmap_ddi_trace_hex(text, "va", (uint64_t)(uintptr_t)MmGetMdlVirtualAddress(mdl));
    dxgmap_ddi_trace_decimal(text, "bytes", mdl->ByteCount);
    dxgmap_ddi_trace_decimal(text, "flags", (uint16_t)mdl->MdlFlags);
    dxgmap_ddi_trace_hex(text, "next", (uint64_t)(uintptr_t)mdl->Next);
    if (entry->state != DXGMAP_DDI_MDL_EMPTY && entry->state != DXGMAP_DDI_MDL_GONE && span <= held) {
      dxgmap_ddi_trace_pages(text, MmGetMdlPfnArray(mdl), span);
    }
  }
  dxgmap_ddi_trace_object_end(text);
}

void dxgmap_ddi_trace_put_adl(dxgmap_host_text *text, const char *name, const DXGK_ADL *adl)
{
  dxgmap_ddi_trace_name(text, name);
  dxgmap_ddi_trace_object(text);
  dxgmap_ddi_trace_hex(text, "at", (uint64_t)(uintptr_t)adl);
  dxgmap_ddi_trace_decimal(text, "contiguous", adl->Flags.Contiguous);
  if (adl->Flags.Contiguous != 0) {
    dxgmap_host_text_put(text, ",\"pages\":[[");
    dxgmap_host_text_decimal(text, adl->BasePageNumber);
    dxgmap_host_text_put(text, ",");
    dxgmap_host_text_decimal(text, adl->PageCount);
    dxgmap_host_text_put(text, "]]");
  } else {
    dxgmap_ddi_trace_pages(text, adl->Pages, adl->PageCount);
  }
  dxgmap_ddi_trace_object_end(text);
}

void dxgmap_ddi_trace_site(dxgmap_host_text *text, const void *site)
{
  char line[640];
  dxgmap_host_text named;
  dxgmap_host_stack stack = {.count = 1};
  stack.site[0] = site;
  dxgmap_host_text_to_string(&named, line, sizeof(line));
  dxgmap_host_text_stack(&named, "", &stack);
  dxgmap_host_text_flush(&named);
  line[strcspn(line, "\n")] = '\0';
  const char *function = strncmp(line, "#0 ", 3) == 0 ? line + 3 : line;
  dxgmap_ddi_trace_string(text, "site", function);
}

static void dxgmap_ddi_trace_resources(dxgmap_host_text *text, const dxgmap_adapter_description *d)
{
  static const char *const spaces[] = {"memory", "ports"};
  dxgmap_ddi_trace_name(text, "resources");
  dxgmap_host_text_put(text, "[");
  for (uint32_t i = 0; i < d->resources && i < DXGMAP_RESOURCES; i++) {
    dxgmap_host_text_put(text, i > 0 ? "," : "");
    dxgmap_ddi_trace_object(text);
    dxgmap_ddi_trace_string(text, "space", spaces[d->resource[i].space == DXGMAP_RESOURCE_PORTS ? 1 : 0]);
    dxgmap_ddi_trace_hex(text, "start", d->resource[i].start);
    dxgmap_ddi_trace_decimal(text, "length", d->resource[i].length);
    dxgmap_ddi_trace_object_end(text);
  }
  dxgmap_host_text_put(text, "]");
}

void dxgmap_ddi_trace_start(dxgmap_host_text *text, const dxgmap_adapter_description *d)
{
  static const char *const modes[] = {"identity", "remapping"};
  static const char *const capabilities[] = {"", "mdl", "adl"};
  if (d->mode <= DXGMAP_MODE_REMAPPING) {
    dxgmap_ddi_trace_string(text, "mode", modes[d->mode]);
  }
  if (d->capability != DXGMAP_CAPABILITY_OF_MODE && d->capability <= DXGMAP_CAPABILITY_ADL) {
    dxgmap_ddi_trace_string(text, "capability", capabilities[d->capability]);
  }
  dxgmap_ddi_trace_decimal(text, "linked", d->linked ? 1 : 0);
  dxgmap_ddi_trace_decimal(text, "physical_adapters", d->physical_adapters);
  dxgmap_ddi_trace_name(text, "save_bytes");
  dxgmap_host_text_put(text, "[");
  for (uint32_t i = 0; i < d->physical_adapters && i < DXGMAP_CHAIN; i++) {
    dxgmap_host_text_put(text, i > 0 ? "," : "");
    dxgmap_host_text_decimal(text, d->save_bytes != NULL ? d->save_bytes[i] : 0);
  }
  dxgmap_host_text_put(text, "]");
  dxgmap_ddi_trace_resources(text, d);
  if (d->highest_visible_address != 0) {
    dxgmap_ddi_trace_hex(text, "highest_visible_address", d->highest_visible_address);
  }
}
