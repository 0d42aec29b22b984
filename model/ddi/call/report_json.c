/* SPDX-License-Identifier: MIT */
#include "ddi/call/report_json.h"

#include <string.h>

#include "ddi/call/operation.h"
#include "ddi/call/report_text.h"
#include "ddi/call/severity.h"
#include "ddi/call/status.h"

#define DXGMAP_DDI_JSON_VERSION 1u /* of the schema */

/* ---- Values ---- */

/* How many bytes the UTF-8 character has that begins there; 0: it is none. */
static uint32_t dxgmap_ddi_json_character(const uint8_t *at)
{
  uint32_t bytes = at[0] < 0x80 ? 1 : at[0] >= 0xC2 && at[0] < 0xE0 ? 2 : 0;
  bytes = at[0] >= 0xE0 && at[0] < 0xF0 ? 3 : at[0] >= 0xF0 && at[0] < 0xF5 ? 4 : bytes;
  for (uint32_t i = 1; i < bytes; i++) {
    if ((at[i] & 0xC0) != 0x80) {
      return 0;
    }
  }
  bool surrogate = at[0] == 0xED && at[1] >= 0xA0;
  bool longer = (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xF0 && at[1] < 0x90);
  return surrogate || longer || (at[0] == 0xF4 && at[1] >= 0x90) ? 0 : bytes;
}

static void dxgmap_ddi_json_string(dxgmap_host_text *text, const char *string)
{
  const uint8_t *at = (const uint8_t *)string;
  dxgmap_host_text_put(text, "\"");
  while (*at != 0) {
    char word[7] = {0};
    uint32_t bytes = dxgmap_ddi_json_character(at);
    if (*at == '"' || *at == '\\') {
      word[0] = '\\';
      word[1] = (char)*at;
    } else if (*at < 0x20 || bytes == 0) {
      static const char digits[] = "0123456789abcdef";
      /* A byte that is no text, as the character of that number. */
      const char escape[sizeof(word)] = {'\\', 'u', '0', '0', digits[*at >> 4], digits[*at & 15], '\0'};
      memcpy(word, escape, sizeof(word));
    } else {
      memcpy(word, at, bytes);
    }
    dxgmap_host_text_put(text, word);
    at += bytes != 0 ? bytes : 1;
  }
  dxgmap_host_text_put(text, "\"");
}

static void dxgmap_ddi_json_key(dxgmap_host_text *text, const char *key)
{
  dxgmap_host_text_put(text, ",\"");
  dxgmap_host_text_put(text, key);
  dxgmap_host_text_put(text, "\":");
}

static void dxgmap_ddi_json_text(dxgmap_host_text *text, const char *key, const char *value)
{
  dxgmap_ddi_json_key(text, key);
  dxgmap_ddi_json_string(text, value);
}

static void dxgmap_ddi_json_number(dxgmap_host_text *text, const char *key, uint64_t value)
{
  dxgmap_ddi_json_key(text, key);
  dxgmap_host_text_decimal(text, value);
}

/* As a string: a number of JSON is too short for 64 bits. */
static void dxgmap_ddi_json_hex(dxgmap_host_text *text, const char *key, uint64_t value, uint32_t digits)
{
  dxgmap_ddi_json_key(text, key);
  dxgmap_host_text_put(text, "\"");
  dxgmap_host_text_hex(text, value, digits);
  dxgmap_host_text_put(text, "\"");
}

static void dxgmap_ddi_json_truth(dxgmap_host_text *text, const char *key, bool value)
{
  dxgmap_ddi_json_key(text, key);
  dxgmap_host_text_put(text, value ? "true" : "false");
}

/* ---- Stacks ---- */

typedef struct {
  dxgmap_host_text *text;
  const void *site;
  uint32_t number;
  const char *between;
} dxgmap_ddi_json_site;

static void dxgmap_ddi_json_function(const dxgmap_host_function *function, void *context)
{
  dxgmap_ddi_json_site *site = context;
  dxgmap_host_text *text = site->text;
  dxgmap_host_text_put(text, site->between);
  dxgmap_host_text_put(text, "{\"site\":");
  dxgmap_host_text_decimal(text, site->number);
  dxgmap_ddi_json_hex(text, "address", (uint64_t)(uintptr_t)site->site, 1);
  dxgmap_ddi_json_text(text, "function", function->name);
  dxgmap_ddi_json_number(text, "offset", function->offset);
  dxgmap_ddi_json_text(text, "module", function->module);
  dxgmap_ddi_json_text(text, "file", function->file);
  dxgmap_ddi_json_number(text, "line", function->line);
  dxgmap_ddi_json_truth(text, "inlined", function->inlined);
  dxgmap_host_text_put(text, "}");
  site->between = ",";
}

static void dxgmap_ddi_json_stack(dxgmap_host_text *text, const char *key, const dxgmap_stack *stack)
{
  dxgmap_ddi_json_site site = {text, NULL, 0, ""};
  dxgmap_ddi_json_key(text, key);
  dxgmap_host_text_put(text, "[");
  for (; site.number < stack->count; site.number++) {
    site.site = stack->site[site.number];
    dxgmap_host_functions_of(site.site, dxgmap_ddi_json_function, &site);
  }
  dxgmap_host_text_put(text, "]");
}

/* ---- Lines ---- */

static void dxgmap_ddi_json_begin(dxgmap_host_text *text, const char *event)
{
  dxgmap_host_text_put(text, "{\"dxgmap\":");
  dxgmap_host_text_decimal(text, DXGMAP_DDI_JSON_VERSION);
  dxgmap_ddi_json_text(text, "event", event);
  dxgmap_ddi_json_number(text, "process", dxgmap_host_process_number());
}

static void dxgmap_ddi_json_end(dxgmap_host_text *text)
{
  dxgmap_host_text_put(text, "}\n");
}

void dxgmap_ddi_json_report(dxgmap_host_text *text, const dxgmap_violation *v)
{
  dxgmap_ddi_json_begin(text, "report");
  dxgmap_ddi_json_text(text, "severity", dxgmap_ddi_severity_word(v->severity));
  dxgmap_ddi_json_text(text, "cause", dxgmap_ddi_cause_row(v->cause)->name);
  dxgmap_ddi_json_text(text, "operation", v->operation_name);
  dxgmap_ddi_json_text(text, "verdict", v->verdict);
  dxgmap_ddi_json_text(text, "sentence", v->sentence);
  dxgmap_ddi_json_text(text, "exactly", v->detail);
  dxgmap_ddi_json_hex(text, "status", (uint32_t)v->status, 8);
  dxgmap_ddi_json_text(text, "rules", v->rules);
  dxgmap_ddi_json_text(text, "theorems", v->theorems);
  dxgmap_ddi_json_text(text, "windows", v->analogue);
  dxgmap_ddi_json_hex(text, "adapter", (uint64_t)(uintptr_t)v->adapter, 1);
  dxgmap_ddi_json_hex(text, "address", v->address, 1);
  dxgmap_ddi_json_text(text, "object", v->object);
  dxgmap_ddi_json_text(text, "kind", dxgmap_ddi_kind_name(v->kind));
  dxgmap_ddi_json_hex(text, "mapping", v->mapping, 1);
  dxgmap_ddi_json_number(text, "physical_adapter", v->physical_adapter);
  dxgmap_ddi_json_number(text, "pages", v->pages);
  dxgmap_ddi_json_number(text, "count", v->count);
  dxgmap_ddi_json_truth(text, "stopped", v->stopped);
  dxgmap_ddi_json_truth(text, "stacks_lost", v->map.lost != 0 || v->unmap.lost != 0);
  dxgmap_ddi_json_stack(text, "call", &v->call);
  dxgmap_ddi_json_stack(text, "map", &v->map);
  dxgmap_ddi_json_stack(text, "unmap", &v->unmap);
  dxgmap_ddi_json_text(text, "options", v->options);
  dxgmap_ddi_json_end(text);
}

void dxgmap_ddi_json_failed(dxgmap_host_text *text, uint32_t operation, uint64_t nth, const dxgmap_stack *call)
{
  dxgmap_ddi_json_begin(text, "failed");
  dxgmap_ddi_json_text(text, "operation", dxgmap_ddi_operation_row(operation)->name);
  dxgmap_ddi_json_number(text, "nth", nth);
  dxgmap_ddi_json_stack(text, "call", call);
  dxgmap_ddi_json_end(text);
}

void dxgmap_ddi_json_suppressed(dxgmap_host_text *text, const char *file, uint32_t line, const char *words,
                                uint64_t count)
{
  dxgmap_ddi_json_begin(text, "suppressed");
  dxgmap_ddi_json_text(text, "file", file);
  dxgmap_ddi_json_number(text, "line", line);
  dxgmap_ddi_json_text(text, "suppression", words);
  dxgmap_ddi_json_number(text, "count", count);
  dxgmap_ddi_json_end(text);
}

void dxgmap_ddi_json_closed(dxgmap_host_text *text, const uint64_t *reports, uint64_t suppressed, uint64_t acquisitions)
{
  dxgmap_ddi_json_begin(text, "closed");
  dxgmap_ddi_json_number(text, "errors", reports[DXGMAP_SEVERITY_ERROR]);
  dxgmap_ddi_json_number(text, "warnings", reports[DXGMAP_SEVERITY_WARNING]);
  dxgmap_ddi_json_number(text, "notes", reports[DXGMAP_SEVERITY_NOTE]);
  dxgmap_ddi_json_number(text, "suppressed", suppressed);
  dxgmap_ddi_json_number(text, "acquisitions", acquisitions);
  dxgmap_ddi_json_end(text);
}
