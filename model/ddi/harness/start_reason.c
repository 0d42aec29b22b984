/* SPDX-License-Identifier: MIT */
#include "ddi/harness/start_reason.h"

#include "ddi/machine/resources.h"
#include "ddi/machine/system.h"

/* "save_bytes[1] is 0x64, which ...". */
static void dxgmap_ddi_start_member(dxgmap_ddi_call *call, const char *before, uint64_t index, const char *after,
                                    uint64_t value, const char *rest)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, call->subject.detail, sizeof(call->subject.detail));
  dxgmap_host_text_put(&text, before);
  dxgmap_host_text_decimal(&text, index);
  dxgmap_host_text_put(&text, after);
  dxgmap_host_text_hex(&text, value, 1);
  dxgmap_host_text_put(&text, rest);
}

/* ---- Save areas ---- */

static void dxgmap_ddi_blame_start_size(dxgmap_ddi_call *call, const dxgmap_start *start)
{
  for (uint32_t i = 0; i < start->chain && i < DXGMAP_CHAIN; i++) {
    if (start->save_bytes[i] % PAGE_SIZE != 0) {
      dxgmap_ddi_start_member(call, "save_bytes[", i, "] is ", start->save_bytes[i], ", and no multiple of the page");
      return;
    }
  }
}

static void dxgmap_ddi_blame_start_lead(dxgmap_ddi_call *call, const dxgmap_start *start)
{
  for (uint32_t i = 0; i < start->chain && i < DXGMAP_CHAIN; i++) {
    if (start->save_bytes[i] != 0) {
      dxgmap_ddi_start_member(call, "save_bytes[", i, "] is ", start->save_bytes[i],
                              ", and the adapter is linked: the save areas of a chain are its lead's");
      return;
    }
  }
}

static void dxgmap_ddi_blame_start_commit(dxgmap_ddi_call *call, const dxgmap_start *start)
{
  uint64_t pages = 0;
  for (uint32_t i = 0; i < start->chain && i < DXGMAP_CHAIN; i++) {
    pages += start->save_bytes[i] / PAGE_SIZE;
  }
  dxgmap_ddi_detail_numbers(&call->subject, "the save areas have so many pages: ", pages,
                            ", and what all started adapters may charge together is ", start->commit_limit);
}

/* ---- Resources ---- */

static void dxgmap_ddi_start_resource(dxgmap_ddi_call *call, uint32_t i, const dxgmap_resource *r, const char *fault)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, call->subject.detail, sizeof(call->subject.detail));
  dxgmap_host_text_put(&text, "resource[");
  dxgmap_host_text_decimal(&text, i);
  dxgmap_host_text_put(&text, "], of ");
  dxgmap_host_text_hex(&text, r->length, 1);
  dxgmap_host_text_put(&text, r->space == DXGMAP_RESOURCE_PORTS ? " ports from " : " bytes from ");
  dxgmap_host_text_hex(&text, r->start, 1);
  dxgmap_host_text_put(&text, ", ");
  dxgmap_host_text_put(&text, fault);
}

static void dxgmap_ddi_blame_start_resource(dxgmap_ddi_call *call, const dxgmap_adapter_description *d,
                                            const dxgmap_start *start)
{
  if (start->resources > DXGMAP_RESOURCES) {
    dxgmap_ddi_detail_numbers(&call->subject, "resources is ", start->resources, ", and an adapter has at most ",
                              DXGMAP_RESOURCES);
    return;
  }
  for (uint32_t i = 0; i < start->resources; i++) {
    uint16_t flags = d->resource_flags != NULL ? d->resource_flags[i] : 0;
    const char *fault = dxgmap_ddi_resource_fault(start, i, flags);
    if (fault != NULL) {
      dxgmap_ddi_start_resource(call, i, &start->resource[i], fault);
      return;
    }
  }
}

/* ---- The rest ---- */

static void dxgmap_ddi_blame_start_mode(dxgmap_ddi_call *call, const dxgmap_adapter_description *d)
{
  if (d->mode > DXGMAP_MODE_REMAPPING) {
    dxgmap_ddi_detail_numbers(&call->subject, "mode is ", d->mode, ", and there are 0 and ", DXGMAP_MODE_REMAPPING);
  } else if (d->capability > DXGMAP_CAPABILITY_ADL) {
    dxgmap_ddi_detail_numbers(&call->subject, "capability is ", d->capability, ", and there are 0 to ",
                              DXGMAP_CAPABILITY_ADL);
  } else {
    dxgmap_ddi_detail(&call->subject, "mode is remapping and capability is by MDL: a machine remaps only for a driver "
                                      "that uses ADLs");
  }
}

static void dxgmap_ddi_blame_start_large(dxgmap_ddi_call *call, const dxgmap_start *start)
{
  if (start->quarantine > DXGMAP_QUARANTINE) {
    dxgmap_ddi_detail_numbers(&call->subject, "quarantine_ranges is ", start->quarantine, ", and the profile has ",
                              DXGMAP_QUARANTINE);
  } else {
    dxgmap_ddi_detail(&call->subject, "the save_bytes together are more than 64 bits hold");
  }
}

void dxgmap_ddi_blame_start(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_adapter_description *d,
                            const dxgmap_start *start)
{
  switch (cause) {
  case DXGMAP_CAUSE_BAD_INDEX:
    dxgmap_ddi_detail_numbers(&call->subject, "physical_adapters is ", start->chain, ", and a chain has 1 to ",
                              DXGMAP_CHAIN);
    break;
  case DXGMAP_CAUSE_BAD_MODE:
    dxgmap_ddi_blame_start_mode(call, d);
    break;
  case DXGMAP_CAUSE_TOO_LARGE:
    dxgmap_ddi_blame_start_large(call, start);
    break;
  case DXGMAP_CAUSE_BAD_SIZE:
    dxgmap_ddi_blame_start_size(call, start);
    break;
  case DXGMAP_CAUSE_BAD_RESOURCE:
    dxgmap_ddi_blame_start_resource(call, d, start);
    break;
  case DXGMAP_CAUSE_NOT_VISIBLE:
    dxgmap_ddi_detail_numbers(&call->subject, "highest_visible_address is ", start->highest_visible,
                              ", below the last byte of installed memory, ", start->installed_pages * PAGE_SIZE - 1);
    break;
  case DXGMAP_CAUSE_NOT_LEAD:
    dxgmap_ddi_blame_start_lead(call, start);
    break;
  case DXGMAP_CAUSE_NO_COMMIT:
    dxgmap_ddi_blame_start_commit(call, start);
    break;
  default:
    break;
  }
}
