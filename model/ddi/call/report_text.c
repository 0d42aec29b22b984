/* SPDX-License-Identifier: MIT */
#include "ddi/call/report_text.h"

#include <string.h>

#include "ddi/call/operation.h"
#include "ddi/call/severity.h"
#include "ddi/call/status.h"
#include "host/host.h"

static const char *const dxgmap_ddi_kinds[] = {
    "no mapping",
    "save area pinned by MDL",
    "save area pinned by ADL",
    "MDL mapped to the IOMMU",
    "pages allocated for an MDL",
    "contiguous memory",
    "frame buffer pointer",
    "view of DxgkCbMapMemory",
    "view of the video port",
    "ADL",
    "physical memory object",
    "adapter object",
    "view",
    "view of an MDL",
    "MDL",
    "pool memory",
    "mapping of Dxgkrnl's own",
};

_Static_assert(sizeof(dxgmap_ddi_kinds) / sizeof(dxgmap_ddi_kinds[0]) == DXGMAP_MAPPING_KINDS,
               "a kind of mapping has no name");

/* What objects are made of, by their type. */
static const char *const dxgmap_ddi_types[] = {"MDL pages", "contiguous memory", "a section", "I/O space"};

_Static_assert(sizeof(dxgmap_ddi_types) / sizeof(dxgmap_ddi_types[0]) == DXGMAP_OBJECT_IO_SPACE + 1,
               "a type of object has no name");

const char *dxgmap_ddi_kind_name(uint32_t kind)
{
  return dxgmap_ddi_kinds[kind < DXGMAP_MAPPING_KINDS ? kind : (uint32_t)DXGMAP_MAPPING_NONE];
}

static void dxgmap_ddi_put_number(dxgmap_host_text *text, const char *before, uint64_t value)
{
  dxgmap_host_text_put(text, before);
  dxgmap_host_text_decimal(text, value);
}

static void dxgmap_ddi_put_hex(dxgmap_host_text *text, const char *before, uint64_t value)
{
  dxgmap_host_text_put(text, before);
  dxgmap_host_text_hex(text, value, 1);
}

static void dxgmap_ddi_put_logical(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  if (record->logical != 0) {
    dxgmap_ddi_put_hex(text, " at logical ", record->logical * PAGE_SIZE);
  }
}

static void dxgmap_ddi_put_pages(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  dxgmap_ddi_put_number(text, ", ", record->pages);
  dxgmap_host_text_put(text, " pages");
}

/* "ADL of 16 pages at logical 0x5000, from offset 0x1000 of adapter object 0x..." */
static void dxgmap_ddi_put_adl(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  dxgmap_ddi_put_number(text, " of ", record->pages);
  dxgmap_host_text_put(text, " pages");
  dxgmap_ddi_put_logical(text, record);
  dxgmap_ddi_put_hex(text, ", from offset ", record->physical);
  dxgmap_ddi_put_hex(text, " of adapter object ", record->parent);
}

/* "physical memory object (a section)", or "view of object 0x... from offset 0x1000": the object says the rest. */
static void dxgmap_ddi_put_memory(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  if (record->kind != DXGMAP_MAPPING_OBJECT) {
    dxgmap_ddi_put_hex(text, " of object ", record->parent);
  } else {
    dxgmap_host_text_put(text, " (");
    dxgmap_host_text_put(text, dxgmap_ddi_types[record->type]);
    dxgmap_host_text_put(text, ")");
  }
  if (record->kind == DXGMAP_MAPPING_OBJECT_VIEW) {
    dxgmap_ddi_put_hex(text, " from offset ", record->physical);
  }
  if (record->kind == DXGMAP_MAPPING_OBJECT && record->type == DXGMAP_OBJECT_IO_SPACE) {
    dxgmap_ddi_put_hex(text, " of physical ", record->physical);
  }
}

static void dxgmap_ddi_put_extent(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  if (record->kind == DXGMAP_MAPPING_ADL) {
    dxgmap_ddi_put_adl(text, record);
    return;
  }
  if (record->kind == DXGMAP_MAPPING_MDL) {
    dxgmap_ddi_put_pages(text, record);
    return;
  }
  if (record->kind == DXGMAP_MAPPING_MDL_VIEW) {
    dxgmap_ddi_put_hex(text, " ", (uint64_t)(uintptr_t)record->mdl);
    if (record->type == UserMode) {
      dxgmap_ddi_put_number(text, " in process ", record->process);
    }
  } else if (record->kind >= DXGMAP_MAPPING_OBJECT) {
    dxgmap_ddi_put_memory(text, record);
  }
  dxgmap_ddi_put_logical(text, record);
  if (record->kind <= DXGMAP_MAPPING_PIN2 || record->kind == DXGMAP_MAPPING_POINTER) {
    dxgmap_ddi_put_number(text, ", physical adapter ", record->index);
  }
  if (record->kind == DXGMAP_MAPPING_VIEW || record->kind == DXGMAP_MAPPING_VIDEO) {
    dxgmap_ddi_put_hex(text, record->ports ? " of port " : " of physical ", record->physical);
  }
  if (record->address != NULL) {
    dxgmap_ddi_put_hex(text, " at ", (uint64_t)(uintptr_t)record->address);
  }
  if (record->length > 0) {
    dxgmap_ddi_put_number(text, ", ", record->length);
    dxgmap_host_text_put(text, " bytes");
  } else {
    dxgmap_ddi_put_pages(text, record);
  }
}

void dxgmap_ddi_put_object(char *line, const dxgmap_ddi_record *record)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, line, DXGMAP_DDI_LINE_BYTES);
  if (record != NULL) {
    dxgmap_host_text_put(&text, dxgmap_ddi_kinds[record->kind]);
    dxgmap_ddi_put_extent(&text, record);
    dxgmap_ddi_put_hex(&text, ", mapping ", record->mapping);
    bool named = record->kind == DXGMAP_MAPPING_ADL || record->kind == DXGMAP_MAPPING_OBJECT_VIEW; /* by its parent */
    if (dxgmap_ddi_record_adapter(record) != 0 && !named) {
      dxgmap_ddi_put_hex(&text, " of adapter ", dxgmap_ddi_record_adapter(record));
    }
    const char *ended = record->ended ? " (ended by a stop)" : " (released before)";
    dxgmap_host_text_put(&text, record->live ? " (live)" : ended);
  }
  dxgmap_host_text_flush(&text);
}

void dxgmap_ddi_put_verdict(char *line, const dxgmap_violation *v)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, line, DXGMAP_DDI_LINE_BYTES);
  dxgmap_host_text_put(&text, v->operation_name);
  dxgmap_host_text_put(&text, ": ");
  dxgmap_host_text_put(&text, v->sentence);
  dxgmap_host_text_flush(&text);
}

static void dxgmap_ddi_put_line(dxgmap_host_text *text, const char *head, const char *line)
{
  if (line[0] != '\0') {
    dxgmap_host_text_put(text, head);
    dxgmap_host_text_put(text, line);
    dxgmap_host_text_put(text, "\n");
  }
}

static void dxgmap_ddi_put_stack(dxgmap_host_text *text, const char *head, const dxgmap_stack *stack)
{
  dxgmap_host_stack shown;
  shown.count = stack->count;
  shown.lost = stack->lost;
  memcpy(shown.site, stack->site, sizeof(shown.site));
  if (stack->count > 0 || stack->lost != 0) {
    dxgmap_host_text_put(text, head);
    dxgmap_host_text_stack(text, "    ", &shown);
  }
}

static void dxgmap_ddi_put_done(dxgmap_host_text *text, const dxgmap_violation *v)
{
  dxgmap_host_text_put(text, "  done:      ");
  dxgmap_host_text_put(text, v->operation_name);
  if (v->adapter != NULL) {
    dxgmap_ddi_put_hex(text, ", adapter ", (uint64_t)(uintptr_t)v->adapter);
  }
  if (v->address != 0) {
    dxgmap_ddi_put_hex(text, ", address ", v->address);
  }
  uint32_t answers = dxgmap_ddi_operation_answers(v->operation);
  if (v->status != STATUS_SUCCESS && answers != DXGMAP_DDI_ANSWERS_OTHERWISE) {
    bool video = answers == DXGMAP_DDI_ANSWERS_VIDEO;
    dxgmap_host_text_put(text, video ? ", answered ERROR_INVALID_PARAMETER, for " : ", answered ");
    dxgmap_host_text_hex(text, (uint32_t)v->status, 8);
  }
  dxgmap_host_text_put(text, "\n");
}

static void dxgmap_ddi_put_count(dxgmap_host_text *text, const dxgmap_violation *v)
{
  if (v->count > 1) {
    dxgmap_ddi_put_number(text, "  count:     ", v->count);
    dxgmap_host_text_put(text, ", this one and those that the same calls made\n");
  }
}

void dxgmap_ddi_put_report(char *string, const dxgmap_violation *v)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, string, DXGMAP_DDI_REPORT_BYTES);
  static const char *const heads[DXGMAP_SEVERITIES] = {"dxgmap: ", "dxgmap: warning: ", "dxgmap: note: "};
  dxgmap_ddi_put_line(&text, heads[v->severity], v->verdict);
  dxgmap_ddi_put_done(&text, v);
  dxgmap_ddi_put_line(&text, "  exactly:   ", v->detail);
  dxgmap_ddi_put_line(&text, "  cause:     ", dxgmap_ddi_cause_row(v->cause)->name);
  dxgmap_ddi_put_line(&text, "  severity:  ", dxgmap_ddi_severity_word(v->severity));
  dxgmap_ddi_put_line(&text, "  rules:     ", v->rules);
  dxgmap_ddi_put_line(&text, "  theorems:  ", v->theorems);
  dxgmap_ddi_put_line(&text, "  object:    ", v->object);
  dxgmap_ddi_put_count(&text, v);
  dxgmap_ddi_put_stack(&text, "  this call:\n", &v->call);
  dxgmap_ddi_put_stack(&text, "  its map:\n", &v->map);
  dxgmap_ddi_put_stack(&text, v->stopped ? "  the stop of its adapter:\n" : "  its unmap:\n", &v->unmap);
  dxgmap_ddi_put_line(&text, "  Windows:   ", v->analogue);
  dxgmap_ddi_put_line(&text, "  again by:  DXGMAP_OPTIONS=", v->options);
  dxgmap_host_text_flush(&text);
}
