/* SPDX-License-Identifier: MIT */
/* Report text. [any] */
#ifndef DXGMAP_HOST_INTERFACE_TEXT_H
#define DXGMAP_HOST_INTERFACE_TEXT_H

#include "host/interface/result.h"
#include "host/interface/stacks.h"

/*
 * A writer with a buffer of its own; it never allocates, so it serves while a fault is handled. When the buffer is
 * full, and at flush, `sink` gets the bytes. A string writer has no sink: text that does not fit is cut off, and the
 * string always ends in a zero byte.
 */
typedef void dxgmap_host_sink(void *context, const char *bytes, size_t length);

typedef struct dxgmap_host_text {
  char *buffer;
  size_t size, length;
  dxgmap_host_sink *sink;
  void *context;
  int descriptor;
  char own[512];
} dxgmap_host_text;

DXGMAP_HOST_API void dxgmap_host_text_to_sink(dxgmap_host_text *text, dxgmap_host_sink *sink, void *context);
DXGMAP_HOST_API void dxgmap_host_text_to_descriptor(dxgmap_host_text *text, int descriptor);
/* By a buffer of the caller's: what fits is written at once. */
DXGMAP_HOST_API void dxgmap_host_text_to_descriptor_by(dxgmap_host_text *text, int descriptor, char *buffer,
                                                       size_t size);
DXGMAP_HOST_API void dxgmap_host_text_to_string(dxgmap_host_text *text, char *string, size_t size);

DXGMAP_HOST_API void dxgmap_host_text_put(dxgmap_host_text *text, const char *string);
DXGMAP_HOST_API void dxgmap_host_text_decimal(dxgmap_host_text *text, uint64_t value);
/* 0x and at least so many digits. */
DXGMAP_HOST_API void dxgmap_host_text_hex(dxgmap_host_text *text, uint64_t value, uint32_t digits);
DXGMAP_HOST_API void dxgmap_host_text_flush(dxgmap_host_text *text);

/* One line a function of a call site, `indent` first: "#0 function+0x1c file.c:12 (program)", and before it those that
   were inlined there, "#0 function file.h:7 (inlined)". Nothing for an empty stack. */
DXGMAP_HOST_API void dxgmap_host_text_stack(dxgmap_host_text *text, const char *indent, const dxgmap_host_stack *stack);

/* Descriptors. Open: a file that is written at its end, and made if it is not there; -1 if it cannot be. */
DXGMAP_HOST_API int dxgmap_host_text_open(const char *path);
DXGMAP_HOST_API void dxgmap_host_text_close(int descriptor);
DXGMAP_HOST_API bool dxgmap_host_text_terminal(int descriptor);

/* By which the system knows this process; not dxgmap_host_process. */
DXGMAP_HOST_API uint64_t dxgmap_host_process_number(void);

#endif
