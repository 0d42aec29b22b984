/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <string.h>

#include "video.h"

/* Views of device memory and ports, of any callback, and frame buffer pointers. */

#define PORTS 65536u
#define VIDEO_FLAGS                                                                             \
  ((uint64_t)(VIDEO_MEMORY_SPACE_IO | VIDEO_MEMORY_SPACE_USER_MODE | VIDEO_MEMORY_SPACE_DENSE | \
              VIDEO_MEMORY_SPACE_P6CACHE))

static uint64_t process_of(const trace_line *line, uint64_t handle)
{
  return handle == UINT64_MAX ? line->process : handle;
}

static uint32_t map_view(check *c, const trace_line *line, dxgmap_view_request *r, uint64_t address)
{
  uint64_t adapter = machine_model(&c->m, line->adapter);
  uint32_t k = machine_adapter(&c->m, line->adapter);
  dxgmap_caller who = judge_caller(c, line);
  uint32_t cause = dxgmap_view_admit(c->m.state, who, adapter, r);
  if (cause != DXGMAP_OK || trace_failed(line)) {
    return cause != DXGMAP_OK ? cause : REFUSED;
  }
  bool memory = r->space == DXGMAP_MEMORY_SPACE;
  uint64_t span = memory ? (r->physical + (r->length - 1)) / PAGE_SIZE - r->physical / PAGE_SIZE + 1 : 0;
  r->at = memory ? machine_claim(&c->m, k, span) : 0;
  dxgmap_outcome o = dxgmap_op_map_view(c->m.state, who, adapter, r);
  if (o.status == DXGMAP_OK) {
    life *l = machine_born(&c->m, line, r->kind, o.handle);
    l->physical = r->physical;
    l->bytes = r->length;
    l->pages = span;
    if (memory) {
      l->at = (uint32_t)r->at;
      l->span = (uint32_t)span;
      machine_show(&c->m, l, address - address % PAGE_SIZE, span * PAGE_SIZE);
      if (address % PAGE_SIZE != r->physical % PAGE_SIZE) {
        judge_differ(c, line, "the view begins elsewhere in its page than the memory does (VIEW-3)");
      }
    }
  }
  return o.status;
}

static uint32_t map_memory(check *c, const trace_line *line)
{
  dxgmap_view_request r;
  if (!line->has_in || trace_in(line, "CacheType") >= (uint64_t)MmMaximumCacheType) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  memset(&r, 0, sizeof(r));
  r.kind = DXGMAP_VIEW;
  r.space = trace_in(line, "InIoSpace") != 0 ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE;
  r.user = trace_in(line, "InIoSpace") == 0 && trace_in(line, "MapToUserMode") != 0;
  r.cache = (uint32_t)trace_in(line, "CacheType");
  r.physical = trace_in(line, "TranslatedAddress");
  r.length = trace_in(line, "Length");
  return map_view(c, line, &r, trace_number(line->out, "VirtualAddress", 0));
}

static uint32_t map_io_space(check *c, const trace_line *line)
{
  dxgmap_view_request r;
  if (line->irql > DISPATCH_LEVEL) {
    return DXGMAP_CAUSE_BAD_IRQL;
  }
  if (line->adapter == 0) {
    return NOT_JUDGED; /* whose memory it is, the recorder does not know */
  }
  memset(&r, 0, sizeof(r));
  r.kind = DXGMAP_VIEW;
  r.cache = (uint32_t)trace_in(line, "CacheType");
  r.physical = trace_in(line, "PhysicalAddress");
  r.length = trace_in(line, "NumberOfBytes");
  return map_view(c, line, &r, trace_number(line->out, "BaseAddress", 0));
}

static uint32_t video_map(check *c, const trace_line *line, uint64_t length, uint64_t process, const char *physical,
                          const char *address)
{
  dxgmap_view_request r;
  uint64_t flags = trace_in(line, "InIoSpace");
  if (!line->has_in || (flags & ~VIDEO_FLAGS) != 0) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  memset(&r, 0, sizeof(r));
  r.kind = DXGMAP_VIDEO;
  r.space = (flags & VIDEO_MEMORY_SPACE_IO) != 0 ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE;
  r.process = process;
  r.user = r.space == DXGMAP_MEMORY_SPACE && process != 0;
  r.cache = (flags & VIDEO_MEMORY_SPACE_P6CACHE) != 0 ? 1 : 0;
  r.physical = trace_in(line, physical);
  r.length = length;
  return map_view(c, line, &r, trace_number(line->out, address, 0));
}

static uint32_t unmap_view(check *c, const trace_line *line, uint32_t kind, uint64_t address, uint64_t process)
{
  uint32_t k = machine_adapter(&c->m, line->adapter);
  bool port = address < PORTS;
  uint64_t at = port ? address : machine_offset(&c->m, k, address);
  dxgmap_caller who = judge_caller(c, line);
  who.irql = line->operation == DXGMAP_OPERATION_UNMAP_IO_SPACE ? PASSIVE_LEVEL : who.irql;
  dxgmap_outcome o = dxgmap_op_unmap_view(c->m.state, who, machine_model(&c->m, line->adapter), kind,
                                          port ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE, at, process);
  return judge_released(c, line, o);
}

static uint32_t map_pointer(check *c, const trace_line *line)
{
  uint32_t index = (uint32_t)trace_in(line, "PhysicalAdapterIndex");
  uint64_t size = trace_in(line, "Size"), offset = trace_in(line, "Offset");
  uint64_t adapter = machine_model(&c->m, line->adapter);
  uint32_t k = machine_adapter(&c->m, line->adapter);
  dxgmap_caller who = judge_caller(c, line);
  if (!line->has_in) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t cause = dxgmap_pointer_admit(c->m.state, who, adapter, index, size, offset);
  if (cause != DXGMAP_OK || trace_failed(line)) {
    return cause != DXGMAP_OK ? cause : REFUSED;
  }
  uint32_t slack = judge_slack(line);
  uint32_t at = machine_claim(&c->m, k, slack + size / PAGE_SIZE);
  dxgmap_outcome o = dxgmap_op_map_pointer(c->m.state, who, adapter, index, size, offset, at, slack, 0);
  if (o.status == DXGMAP_OK) {
    life *l = machine_born(&c->m, line, DXGMAP_MAPPING_POINTER, o.handle);
    l->physical = offset;
    l->bytes = size;
    machine_show_data(&c->m, l, at, slack, trace_number(line->out, "pBaseAddress", 0));
  }
  return o.status;
}

static uint32_t unmap_pointer(check *c, const trace_line *line)
{
  if (!line->has_in) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint64_t at = machine_offset(&c->m, machine_adapter(&c->m, line->adapter), trace_in(line, "pBaseAddress"));
  dxgmap_outcome o = dxgmap_op_unmap_pointer(c->m.state, judge_caller(c, line), machine_model(&c->m, line->adapter),
                                             (uint32_t)trace_in(line, "PhysicalAdapterIndex"), at);
  return judge_released(c, line, o);
}

uint32_t judge_view(check *c, const trace_line *line)
{
  switch (line->operation) {
  case DXGMAP_OPERATION_MAP_VIEW:
    return map_memory(c, line);
  case DXGMAP_OPERATION_UNMAP_VIEW:
    return unmap_view(c, line, DXGMAP_VIEW, trace_in(line, "VirtualAddress"), 0);
  case DXGMAP_OPERATION_MAP_IO_SPACE:
    return map_io_space(c, line);
  case DXGMAP_OPERATION_UNMAP_IO_SPACE:
    return line->adapter == 0 ? NOT_JUDGED : unmap_view(c, line, DXGMAP_VIEW, trace_in(line, "BaseAddress"), 0);
  case DXGMAP_OPERATION_VIDEO_MAP:
    return video_map(c, line, trace_in(line, "Length"), process_of(line, trace_in(line, "VirtualAddress")),
                     "PhysicalAddress", "VirtualAddress");
  case DXGMAP_OPERATION_GET_DEVICE_BASE:
    return video_map(c, line, trace_in(line, "NumberOfUchars"), 0, "IoAddress", "MappedAddress");
  case DXGMAP_OPERATION_VIDEO_UNMAP:
    return unmap_view(c, line, DXGMAP_VIDEO, trace_in(line, "VirtualAddress"),
                      process_of(line, trace_in(line, "ProcessHandle")));
  case DXGMAP_OPERATION_FREE_DEVICE_BASE:
    return unmap_view(c, line, DXGMAP_VIDEO, trace_in(line, "MappedAddress"), 0);
  case DXGMAP_OPERATION_MAP_POINTER:
    return map_pointer(c, line);
  case DXGMAP_OPERATION_UNMAP_POINTER:
    return unmap_pointer(c, line);
  default:
    return NOT_JUDGED;
  }
}
