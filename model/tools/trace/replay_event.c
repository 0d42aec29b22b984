/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "replay.h"
#include "wdm.h"

/* What happens to the machine, and what the recording's names are here. */

/* ---- Names ---- */

uint64_t again_value(const again *a, uint32_t sort, uint64_t name, uint64_t otherwise)
{
  uint64_t value = (uint64_t)(uintptr_t)table_find(&a->names, sort, name);
  return value != 0 ? value : otherwise;
}

void again_put(again *a, uint32_t sort, uint64_t name, uint64_t value)
{
  table_put(&a->names, sort, name, (void *)(uintptr_t)value);
}

uint32_t again_adapter_place(again *a, uint64_t name)
{
  uint64_t place = again_value(a, AGAIN_PLACE, name, 0);
  if (place == 0) {
    a->adapters += 1;
    place = a->adapters;
    again_put(a, AGAIN_PLACE, name, place);
  }
  return (uint32_t)place;
}

void again_pages(again *a, uint32_t place, const cJSON *list, const uint64_t *page, uint64_t count)
{
  uint64_t *recorded = take((size_t)count * sizeof(uint64_t) + 1);
  if (trace_pages(list, recorded, count) == count) {
    for (uint64_t i = 0; i < count; i++) {
      again_put(a, AGAIN_PAGE + place, recorded[i], page[i] + 1);
    }
  }
  free(recorded);
}

void again_adl(again *a, uint32_t place, const cJSON *recorded, const DXGK_ADL *adl)
{
  uint64_t at = trace_number(recorded, "at", 0);
  if (adl == NULL || at == 0) {
    return;
  }
  again_put(a, AGAIN_LIST, at, (uint64_t)(uintptr_t)adl);
  uint64_t *page = take((size_t)adl->PageCount * sizeof(uint64_t) + 1);
  for (uint32_t i = 0; i < adl->PageCount; i++) {
    page[i] = adl->Flags.Contiguous != 0 ? adl->BasePageNumber + i : adl->Pages[i];
  }
  again_pages(a, place, recorded, page, adl->PageCount);
  free(page);
}

void *again_address(const again *a, uint64_t address)
{
  const range *it = ranges_find(&a->views, AGAIN_VIEWS, address);
  static uint8_t nobody; /* an address that is no view's */
  if (it == NULL) {
    return address < 65536 ? (void *)(uintptr_t)address : &nobody;
  }
  return (uint8_t *)it->owner + (address - it->first);
}

void again_view(again *a, uint64_t address, void *here, uint64_t bytes)
{
  for (range *old = ranges_over(&a->views, AGAIN_VIEWS, address, bytes); old != NULL && bytes > 0;
       old = ranges_over(&a->views, AGAIN_VIEWS, address, bytes)) {
    ranges_drop(&a->views, old);
  }
  (void)ranges_put(&a->views, AGAIN_VIEWS, address, bytes, here);
}

PMDL again_mdl_new(again *a, uint64_t name, uint64_t va, uint64_t bytes)
{
  uint64_t pages = ADDRESS_AND_SIZE_TO_SPAN_PAGES(va, bytes);
  uint8_t *memory = mmap(NULL, (size_t)pages * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED || bytes > UINT32_MAX) {
    return NULL;
  }
  PMDL mdl = IoAllocateMdl(memory + va % PAGE_SIZE, (ULONG)bytes, FALSE, FALSE, NULL);
  if (name != 0 && mdl != NULL) {
    again_put(a, AGAIN_MDL, name, (uint64_t)(uintptr_t)mdl);
  }
  return mdl;
}

PMDL again_mdl(again *a, const cJSON *recorded)
{
  uint64_t at = trace_number(recorded, "at", 0);
  PMDL mdl = (PMDL)(uintptr_t)again_value(a, AGAIN_MDL, at, 0);
  uint64_t bytes = trace_number(recorded, "bytes", 0);
  if (mdl == NULL && at != 0 && trace_has(recorded, "pages")) {
    uint64_t count = trace_pages(recorded, NULL, 0);
    mdl = again_mdl_new(a, at, trace_number(recorded, "va", 0), bytes != 0 ? bytes : count * PAGE_SIZE);
    if (mdl != NULL) {
      MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
    }
  }
  return mdl;
}

/* ---- Events ---- */

static answer code(uint32_t cause)
{
  answer r = {true, true, cause};
  return r;
}

static answer start(again *a, const trace_line *line)
{
  uint64_t save[64];
  dxgmap_resource_description resource[16];
  dxgmap_adapter_description d;
  HANDLE adapter = NULL;
  memset(&d, 0, sizeof(d));
  memset(save, 0, sizeof(save));
  d.linked = trace_in(line, "linked") != 0;
  d.physical_adapters = (uint32_t)trace_number(line->in, "physical_adapters", 1);
  const cJSON *saves = cJSON_GetObjectItemCaseSensitive(line->in, "save_bytes");
  uint32_t i = 0;
  for (const cJSON *item = saves != NULL ? saves->child : NULL; item != NULL && i < 64; item = item->next) {
    save[i++] = (uint64_t)item->valuedouble;
  }
  if (saves == NULL && !d.linked) {
    save[0] = (uint64_t)1 << 30; /* it does not say: enough */
  }
  d.save_bytes = save;
  const cJSON *list = cJSON_GetObjectItemCaseSensitive(line->in, "resources");
  for (const cJSON *item = list != NULL ? list->child : NULL; item != NULL && d.resources < 16; item = item->next) {
    resource[d.resources++] =
        (dxgmap_resource_description){trace_is(item, "space", "ports") ? DXGMAP_RESOURCE_PORTS : DXGMAP_RESOURCE_MEMORY,
                                      trace_number(item, "start", 0), trace_number(item, "length", 0)};
  }
  d.resource = resource;
  d.mode = trace_is(line->in, "mode", "remapping") ? DXGMAP_MODE_REMAPPING : DXGMAP_MODE_IDENTITY;
  d.capability = trace_is(line->in, "capability", "adl")   ? DXGMAP_CAPABILITY_ADL
                 : trace_is(line->in, "capability", "mdl") ? DXGMAP_CAPABILITY_MDL
                                                           : DXGMAP_CAPABILITY_OF_MODE;
  d.highest_visible_address = trace_in(line, "highest_visible_address");
  uint32_t cause = dxgmap_adapter_start(&d, &adapter);
  if (cause == DXGMAP_CAUSE_NONE) {
    again_put(a, AGAIN_ADAPTER, line->adapter, (uint64_t)(uintptr_t)adapter);
  }
  return code(cause);
}

/* A page that nothing is mapped at, if there is one. */
static uint64_t blocked_page(const again *a, HANDLE adapter)
{
  uint64_t page = a->installed - 1;
  while (page > 0 && dxgmap_device_translate(adapter, page * PAGE_SIZE, NULL) == DXGMAP_CAUSE_NONE) {
    page--;
  }
  return page;
}

static uint64_t page_of(again *a, const trace_line *line, HANDLE adapter, uint64_t page)
{
  uint64_t here = again_value(a, AGAIN_PAGE + again_adapter_place(a, line->adapter), page, 0);
  return here != 0 ? here - 1 : blocked_page(a, adapter);
}

/* Pages in a row of the recording may be scattered here, so each is an access of its own. */
static answer device(again *a, const trace_line *line)
{
  static uint8_t bytes[PAGE_SIZE];
  HANDLE adapter = (HANDLE)(uintptr_t)again_value(a, AGAIN_ADAPTER, line->adapter, 0);
  uint64_t logical = trace_in(line, "logical"), length = trace_in(line, "length");
  uint32_t cause = DXGMAP_CAUSE_NONE;
  while (length > 0 && cause == DXGMAP_CAUSE_NONE) {
    uint64_t part = PAGE_SIZE - logical % PAGE_SIZE < length ? PAGE_SIZE - logical % PAGE_SIZE : length;
    uint64_t here = page_of(a, line, adapter, logical / PAGE_SIZE) * PAGE_SIZE + logical % PAGE_SIZE;
    cause = trace_in(line, "write") != 0 ? dxgmap_device_write(adapter, here, bytes, (size_t)part, NULL)
                                         : dxgmap_device_read(adapter, here, bytes, (size_t)part, NULL);
    logical += part;
    length -= part;
  }
  return code(cause);
}

void again_report(uint64_t *counts, uint32_t cause, uint32_t kind)
{
  if (kind < DXGMAP_MAPPING_MDL_VIEW && cause != DXGMAP_CAUSE_MDL_LEFT && cause != DXGMAP_CAUSE_BAD_POOL &&
      cause != DXGMAP_CAUSE_MEMORY_GONE) {
    counts[cause & 255] += 1;
  }
}

static void seen(const dxgmap_violation *violation, void *context)
{
  again *a = context;
  again_report(a->seen, violation->cause, violation->kind);
}

static answer open_system(again *a, const trace_line *line)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.installed_pages = trace_number(line->root, "installed_pages", 0);
  d.commit_pages = trace_number(line->root, "commit_pages", 0);
  d.strict_irql = trace_number(line->root, "strict_irql", 0) != 0;
  d.strict_exclusive = trace_number(line->root, "strict_exclusive", 0) != 0;
  d.seed = trace_number(line->root, "seed", 0);
  d.fault_policy = DXGMAP_FAULT_POISON;
  d.handler = seen;
  d.context = a;
  dxgmap_close();
  uint32_t cause = dxgmap_open(&d);
  a->open = cause == DXGMAP_CAUSE_NONE;
  a->installed = d.installed_pages != 0 ? d.installed_pages : (uint64_t)1 << 20;
  table_free(&a->names);
  a->adapters = 0;
  while (a->views.root != NULL) {
    ranges_drop(&a->views, a->views.root);
  }
  return code(cause);
}

/* What was changed of an MDL may have been its header or its pages; here it is always one of its pages. */
static answer change(again *a, const trace_line *line)
{
  const cJSON *recorded = cJSON_GetObjectItemCaseSensitive(line->root, "mdl");
  PMDL mdl = (PMDL)(uintptr_t)again_value(a, AGAIN_MDL, trace_number(recorded, "at", 0), 0);
  answer r = {mdl != NULL, false, 0};
  if (mdl != NULL) {
    uint64_t count = ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(mdl), mdl->ByteCount);
    MmGetMdlPfnArray(mdl)[count - 1] ^= 1;
  }
  return r;
}

static answer touch(const again *a, const trace_line *line)
{
  const volatile uint8_t *at = again_address(a, trace_number(line->root, "address", 0));
  answer r = {true, false, 0};
  (void)*at;
  return r;
}

answer again_event(again *a, const trace_line *line)
{
  HANDLE adapter = (HANDLE)(uintptr_t)again_value(a, AGAIN_ADAPTER, line->adapter, 0);
  dxgmap_system_mapping made;
  answer nothing = {false, false, 0};
  switch (line->operation) {
  case DXGMAP_OPERATION_OPEN:
    return open_system(a, line);
  case DXGMAP_OPERATION_CLOSE:
    dxgmap_close();
    return nothing;
  case DXGMAP_OPERATION_START:
    return start(a, line);
  case DXGMAP_OPERATION_STOP:
    return code(dxgmap_adapter_stop(adapter, NULL));
  case DXGMAP_OPERATION_ATTACH:
    return code(dxgmap_adapter_attach(adapter));
  case DXGMAP_OPERATION_EXCLUSIVE_BEGIN:
    return code(dxgmap_adapter_exclusive_begin(adapter));
  case DXGMAP_OPERATION_EXCLUSIVE_END:
    return code(dxgmap_adapter_exclusive_end(adapter));
  case DXGMAP_OPERATION_POWER:
    return code(dxgmap_adapter_power(adapter, (DEVICE_POWER_STATE)(trace_in(line, "state") + (uint64_t)PowerDeviceD0)));
  case DXGMAP_OPERATION_REMOVE:
    return code(dxgmap_adapter_remove(adapter));
  case DXGMAP_OPERATION_LINK:
    again_put(a, AGAIN_PLACE, line->adapter, again_adapter_place(a, trace_in(line, "lead")));
    return code(dxgmap_adapter_link(adapter,
                                    (HANDLE)(uintptr_t)again_value(a, AGAIN_ADAPTER, trace_in(line, "lead"), 0),
                                    (uint32_t)trace_in(line, "index")));
  case DXGMAP_OPERATION_PROCESS_END:
    return code(dxgmap_process_end(trace_in(line, "ended"), NULL));
  case DXGMAP_OPERATION_SYSTEM_MAP: {
    uint32_t cause = dxgmap_system_map(adapter, trace_in(line, "bytes"), trace_in(line, "contiguous") != 0, &made);
    if (cause == DXGMAP_CAUSE_NONE) {
      again_put(a, AGAIN_HANDLE, trace_number(line->out, "mapping", 0), (uint64_t)(uintptr_t)made.mapping);
      again_adl(a, again_adapter_place(a, line->adapter), cJSON_GetObjectItemCaseSensitive(line->out, "adl"), made.adl);
    }
    return code(cause);
  }
  case DXGMAP_OPERATION_SYSTEM_UNMAP:
    return code(dxgmap_system_unmap(
        adapter, (HANDLE)(uintptr_t)again_value(a, AGAIN_HANDLE, trace_in(line, "mapping"), UINT64_MAX - 15)));
  case DXGMAP_OPERATION_DEVICE_ACCESS:
    return device(a, line);
  case DXGMAP_OPERATION_CPU_ACCESS:
    return touch(a, line);
  case TRACE_MDL_SEEN:
    return change(a, line);
  default:
    return nothing;
  }
}
