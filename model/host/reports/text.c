/* SPDX-License-Identifier: MIT */
/* Text of reports, written without any allocation. */
#include "host/interface/text.h"
#include "host/os/os.h"

#include <string.h>

static void dxgmap_host_text_write(void *context, const char *bytes, size_t length)
{
  const dxgmap_host_text *text = context;
  dxgmap_os_print(text->descriptor, bytes, length);
}

void dxgmap_host_text_to_sink(dxgmap_host_text *text, dxgmap_host_sink *sink, void *context)
{
  text->buffer = text->own;
  text->size = sizeof text->own;
  text->length = 0;
  text->sink = sink;
  text->context = context;
  text->descriptor = -1;
}

void dxgmap_host_text_to_descriptor(dxgmap_host_text *text, int descriptor)
{
  dxgmap_host_text_to_sink(text, dxgmap_host_text_write, text);
  text->descriptor = descriptor;
}

void dxgmap_host_text_to_descriptor_by(dxgmap_host_text *text, int descriptor, char *buffer, size_t size)
{
  dxgmap_host_text_to_descriptor(text, descriptor);
  text->buffer = buffer;
  text->size = size;
}

void dxgmap_host_text_to_string(dxgmap_host_text *text, char *string, size_t size)
{
  dxgmap_host_text_to_sink(text, NULL, NULL);
  text->buffer = string;
  text->size = size;
  if (size != 0) {
    string[0] = '\0';
  }
}

void dxgmap_host_text_flush(dxgmap_host_text *text)
{
  if (text->sink != NULL && text->length != 0) {
    text->sink(text->context, text->buffer, text->length);
    text->length = 0;
  }
}

static void dxgmap_host_text_string_put(dxgmap_host_text *text, const char *string, size_t length)
{
  size_t room = text->size != 0 ? text->size - 1 - text->length : 0;
  size_t part = length < room ? length : room;
  if (text->size == 0) {
    return;
  }
  memcpy(text->buffer + text->length, string, part);
  text->length += part;
  text->buffer[text->length] = '\0';
}

void dxgmap_host_text_put(dxgmap_host_text *text, const char *string)
{
  size_t length = strlen(string);
  if (text->sink == NULL) {
    dxgmap_host_text_string_put(text, string, length);
    return;
  }
  while (length != 0) {
    size_t room = text->size - text->length;
    size_t part = length < room ? length : room;
    memcpy(text->buffer + text->length, string, part);
    text->length += part;
    string += part;
    length -= part;
    if (text->length == text->size) {
      dxgmap_host_text_flush(text);
    }
  }
}

static void dxgmap_host_text_number(dxgmap_host_text *text, uint64_t value, uint32_t base, uint32_t digits)
{
  char number[65];
  size_t at = sizeof number - 1;
  number[at] = '\0';
  do {
    at--;
    number[at] = "0123456789abcdef"[value % base];
    value /= base;
  } while (at != 0 && (value != 0 || sizeof number - 1 - at < digits));
  dxgmap_host_text_put(text, number + at);
}

void dxgmap_host_text_decimal(dxgmap_host_text *text, uint64_t value)
{
  dxgmap_host_text_number(text, value, 10, 1);
}

void dxgmap_host_text_hex(dxgmap_host_text *text, uint64_t value, uint32_t digits)
{
  dxgmap_host_text_put(text, "0x");
  dxgmap_host_text_number(text, value, 16, digits);
}

/* ---- Stacks ---- */

typedef struct dxgmap_host_text_site {
  dxgmap_host_text *text;
  const char *indent;
  uint32_t number;
} dxgmap_host_text_site;

static void dxgmap_host_text_line(dxgmap_host_text *text, const dxgmap_host_function *function)
{
  if (function->file[0] != '\0') {
    dxgmap_host_text_put(text, " ");
    dxgmap_host_text_put(text, function->file);
    dxgmap_host_text_put(text, ":");
    dxgmap_host_text_decimal(text, function->line);
  }
}

static void dxgmap_host_text_function(const dxgmap_host_function *function, void *context)
{
  const dxgmap_host_text_site *site = context;
  dxgmap_host_text *text = site->text;
  dxgmap_host_text_put(text, site->indent);
  dxgmap_host_text_put(text, "#");
  dxgmap_host_text_decimal(text, site->number);
  dxgmap_host_text_put(text, " ");
  dxgmap_host_text_put(text, function->name[0] != '\0' ? function->name : "?");
  if (!function->inlined) {
    dxgmap_host_text_put(text, "+");
    dxgmap_host_text_hex(text, function->offset, 1);
  }
  dxgmap_host_text_line(text, function);
  dxgmap_host_text_put(text, " (");
  dxgmap_host_text_put(text, function->inlined ? "inlined" : function->module[0] != '\0' ? function->module : "?");
  dxgmap_host_text_put(text, ")\n");
}

void dxgmap_host_text_stack(dxgmap_host_text *text, const char *indent, const dxgmap_host_stack *stack)
{
  dxgmap_host_text_site site = {text, indent, 0};
  if (stack->lost != 0) {
    dxgmap_host_text_put(text, indent);
    dxgmap_host_text_put(text, "(not kept: there was no room for another stack)\n");
  }
  for (; site.number < stack->count; site.number++) {
    dxgmap_host_functions_of(stack->site[site.number], dxgmap_host_text_function, &site);
  }
}

/* ---- Streams ---- */

bool dxgmap_host_text_terminal(int descriptor)
{
  return dxgmap_os_terminal(descriptor);
}

int dxgmap_host_text_open(const char *path)
{
  return dxgmap_os_stream_open(path);
}

void dxgmap_host_text_close(int descriptor)
{
  dxgmap_os_stream_close(descriptor);
}

uint64_t dxgmap_host_process_number(void)
{
  return dxgmap_os_process_number();
}
