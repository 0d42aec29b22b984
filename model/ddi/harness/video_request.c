/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"
#include "video.h"

/* The harness's side of a video miniport: its extension, and requests to its HwVidStartIO, whose answers are judged. */

#define DXGMAP_DDI_PATTERN 0xA5 /* behind the input, in the buffer that input and output share */

typedef struct {
  dxgmap_start_io *start_io;
  PVOID extension;
  uint64_t base_mapping;     /* of an unmap: the live view whose base is asked to be released, or 0 */
  uint32_t views;            /* live video port views before the request */
  VIDEO_REQUEST_PACKET sent; /* as the harness has asked; the miniport may write to the other one */
  VIDEO_REQUEST_PACKET packet;
  STATUS_BLOCK status;
} dxgmap_ddi_video_request;

static uint32_t dxgmap_ddi_video_attach(dxgmap_ddi_call *call, size_t bytes, dxgmap_start_io *start_io,
                                        PVOID *extension)
{
  dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  if (!dxgmap_ddi_argument_out(call, "extension", extension, sizeof(*extension))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (a == NULL) {
    return DXGMAP_CAUSE_BAD_ADAPTER;
  }
  if (bytes == 0 || a->extension != NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  a->extension = dxgmap_host_allocate(bytes);
  if (a->extension == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  a->extension_bytes = bytes;
  a->start_io = start_io;
  *extension = a->extension;
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_video_attach(HANDLE adapter, size_t bytes, dxgmap_start_io *start_io, PVOID *extension)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_VIDEO_ATTACH, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = dxgmap_ddi_video_attach(&call, bytes, start_io, extension);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

static uint32_t dxgmap_ddi_video_views(uint64_t adapter)
{
  uint32_t views = 0;
  dxgmap_live live = dxgmap_op_live(dxgmap_ddi.state, adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    views += live.descriptor.kind == DXGMAP_MAPPING_VIDEO ? 1 : 0;
    live = dxgmap_op_live(dxgmap_ddi.state, adapter, cursor);
  }
  return views;
}

/* The live video port view that holds [base, base + length), rounded up as the map says it; NULL when none does. */
static const dxgmap_ddi_record *dxgmap_ddi_video_view_of(uint64_t adapter, const void *base, uint64_t length)
{
  dxgmap_host_location where = dxgmap_host_locate(base);
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(where.owner);
  if (where.place != DXGMAP_HOST_PLACE_LIVE || record == NULL || record->kind != DXGMAP_MAPPING_VIDEO ||
      dxgmap_ddi_record_adapter(record) != adapter) {
    return NULL;
  }
  uint64_t offset = (uint64_t)((const uint8_t *)base - (const uint8_t *)record->address);
  uint64_t whole = ROUND_TO_PAGES(record->length);
  return offset < whole && length <= whole - offset ? record : NULL;
}

/* What is wrong with an answer; `fault` NULL: nothing. */
typedef struct {
  const char *fault;
  uint32_t severity; /* enum dxgmap_severity */
} dxgmap_ddi_verdict;

static const dxgmap_ddi_verdict dxgmap_ddi_right = {NULL, DXGMAP_SEVERITY_ERROR};

static dxgmap_ddi_verdict dxgmap_ddi_wrong(const char *fault)
{
  dxgmap_ddi_verdict verdict = {fault, DXGMAP_SEVERITY_ERROR};
  return verdict;
}

static dxgmap_ddi_verdict dxgmap_ddi_doubtful(const char *fault)
{
  dxgmap_ddi_verdict verdict = {fault, DXGMAP_SEVERITY_WARNING};
  return verdict;
}

static dxgmap_ddi_verdict dxgmap_ddi_judge_ranges(const dxgmap_ddi_call *call, const VIDEO_MEMORY_INFORMATION *info)
{
  uint64_t ram = (uint64_t)(uintptr_t)info->VideoRamBase;
  uint64_t frame = (uint64_t)(uintptr_t)info->FrameBufferBase;
  if (dxgmap_ddi_video_view_of(call->adapter, info->VideoRamBase, info->VideoRamLength) == NULL) {
    return dxgmap_ddi_wrong(
        "IOCTL-6: the video RAM that is returned does not lie inside a live view of the video port");
  }
  if (frame < ram || frame - ram > info->VideoRamLength ||
      info->FrameBufferLength > info->VideoRamLength - (frame - ram)) {
    return dxgmap_ddi_wrong("IOCTL-7: the frame buffer that is returned does not lie inside the video RAM");
  }
  return dxgmap_ddi_right;
}

static dxgmap_ddi_verdict dxgmap_ddi_judge_map(const dxgmap_ddi_call *call, const dxgmap_ddi_video_request *r)
{
  LONG status = r->status.Status;
  bool small =
      r->sent.OutputBufferLength < sizeof(VIDEO_MEMORY_INFORMATION) || r->sent.InputBufferLength < sizeof(VIDEO_MEMORY);
  if (small && status != ERROR_INSUFFICIENT_BUFFER && status != ERROR_MORE_DATA) {
    return dxgmap_ddi_wrong(
        "IOCTL-4: the buffer is too small, and Status is neither ERROR_INSUFFICIENT_BUFFER nor ERROR_MORE_DATA");
  }
  if (status != NO_ERROR) {
    /* Many a miniport sets it while it compares the lengths, before it knows the answer. */
    return r->status.Information == 0 ? dxgmap_ddi_right
                                      : dxgmap_ddi_doubtful("IOCTL-11: Information is not 0 on failure");
  }
  if (r->status.Information != sizeof(VIDEO_MEMORY_INFORMATION)) {
    return dxgmap_ddi_wrong("IOCTL-5: Information is not sizeof(VIDEO_MEMORY_INFORMATION) on success");
  }
  if (!dxgmap_ddi_argument_good(r->sent.OutputBuffer, sizeof(VIDEO_MEMORY_INFORMATION), false)) {
    return dxgmap_ddi_wrong("the buffer of the request is gone since it was sent");
  }
  return dxgmap_ddi_judge_ranges(call, r->sent.OutputBuffer);
}

/* I4 does not say that the view must go: a miniport may keep it for life. */
static dxgmap_ddi_verdict dxgmap_ddi_judge_unmap(const dxgmap_ddi_call *call, const dxgmap_ddi_video_request *r)
{
  const dxgmap_ddi_record *asked = dxgmap_ddi_record_find(r->base_mapping);
  if (r->status.Status != NO_ERROR && r->base_mapping != 0) {
    return dxgmap_ddi_wrong("IOCTL-8: Status is not NO_ERROR, though the base given is that of a live view");
  }
  if (r->status.Information != 0) {
    return dxgmap_ddi_wrong("IOCTL-9: Information was set");
  }
  bool kept = asked != NULL && asked->live;
  if (kept && dxgmap_ddi_video_views(call->adapter) < r->views) {
    return dxgmap_ddi_wrong("IOCTL-10: the view with the given base was kept, and another one was released");
  }
  return dxgmap_ddi_right;
}

static dxgmap_ddi_verdict dxgmap_ddi_judge(const dxgmap_ddi_call *call, const dxgmap_ddi_video_request *r)
{
  switch (r->sent.IoControlCode) {
  case IOCTL_VIDEO_MAP_VIDEO_MEMORY:
    return dxgmap_ddi_judge_map(call, r);
  case IOCTL_VIDEO_UNMAP_VIDEO_MEMORY:
    return dxgmap_ddi_judge_unmap(call, r);
  default:
    return dxgmap_ddi_right;
  }
}

static void dxgmap_ddi_video_pack(dxgmap_ddi_video_request *r)
{
  ULONG input = r->sent.InputBufferLength;
  ULONG output = r->sent.OutputBufferLength;
  r->packet = r->sent;
  if (output > input) {
    memset((PUCHAR)r->packet.OutputBuffer + input, DXGMAP_DDI_PATTERN, output - input);
  }
}

/* Packs the request, with what must be known of the state before the miniport runs. */
static uint32_t dxgmap_ddi_video_before(dxgmap_ddi_call *call, dxgmap_ddi_video_request *r, dxgmap_video_answer *answer)
{
  ULONG input = r->sent.InputBufferLength;
  ULONG output = r->sent.OutputBufferLength;
  if (!dxgmap_ddi_argument_out(call, "buffer", r->sent.InputBuffer, input > output ? input : output) ||
      !dxgmap_ddi_argument_out(call, "answer", answer, sizeof(*answer))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  if (a == NULL) {
    return DXGMAP_CAUSE_BAD_ADAPTER;
  }
  if (a->start_io == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_ddi_video_pack(r);
  r->start_io = a->start_io;
  r->extension = a->extension;
  r->views = dxgmap_ddi_video_views(call->adapter);
  if (r->sent.IoControlCode == IOCTL_VIDEO_UNMAP_VIDEO_MEMORY && input >= sizeof(VIDEO_MEMORY)) {
    VIDEO_MEMORY asked;
    memcpy(&asked, r->sent.InputBuffer, sizeof(asked));
    const dxgmap_ddi_record *view = dxgmap_ddi_video_view_of(call->adapter, asked.RequestedVirtualAddress, 0);
    r->base_mapping = view != NULL && view->address == asked.RequestedVirtualAddress ? view->mapping : 0;
  }
  return DXGMAP_CAUSE_NONE;
}

/* Judges the answer, and says how many reports it earned. */
static void dxgmap_ddi_video_after(HANDLE adapter, const dxgmap_ddi_video_request *r, const void *site,
                                   dxgmap_video_answer *answer)
{
  dxgmap_ddi_call call;
  answer->wrong = 0;
  answer->doubtful = 0;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_VIDEO_REQUEST, adapter, site)) {
    return;
  }
  dxgmap_ddi_verdict verdict = dxgmap_ddi_judge(&call, r);
  if (verdict.fault != NULL) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(&call, DXGMAP_CAUSE_BAD_ANSWER, r->base_mapping);
    note->severity = verdict.severity;
    dxgmap_ddi_detail(note, verdict.fault);
    *(verdict.severity == DXGMAP_SEVERITY_ERROR ? &answer->wrong : &answer->doubtful) = 1;
  }
  (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
}

uint32_t dxgmap_video_send(HANDLE adapter, ULONG io_control_code, PVOID buffer, ULONG input_length, ULONG output_length,
                           dxgmap_video_answer *answer)
{
  const void *site = DXGMAP_DDI_SITE;
  dxgmap_ddi_call call;
  dxgmap_ddi_video_request request;
  memset(&request, 0, sizeof(request));
  request.sent.IoControlCode = io_control_code;
  request.sent.StatusBlock = &request.status;
  request.sent.InputBuffer = buffer;
  request.sent.InputBufferLength = input_length;
  request.sent.OutputBuffer = buffer;
  request.sent.OutputBufferLength = output_length;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_VIDEO_SEND, adapter, site)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = dxgmap_ddi_video_before(&call, &request, answer);
  (void)dxgmap_ddi_leave(&call, cause);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  answer->handled = request.start_io(request.extension, &request.packet);
  answer->status = request.status.Status;
  answer->information = request.status.Information;
  dxgmap_ddi_video_after(adapter, &request, site, answer);
  return DXGMAP_CAUSE_NONE;
}
