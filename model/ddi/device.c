#include <string.h>

#include "ddi/record.h"
#include "ddi/resources.h"
#include "ddi/system.h"

/* The device: its reads and writes by logical address, and its own memory. */

/* What a read of physical memory that is not there gives. */
#define DXGMAP_DDI_FLOATING 0xFF

/* What a poisoned page number times the page gives, in pages again. */
#define DXGMAP_DDI_POISON_PAGE ((uint64_t)0xDBDBDBDBDBDBDBDB * PAGE_SIZE / PAGE_SIZE)

typedef struct {
  uint64_t logical;
  size_t length;
  uint8_t *to;         /* of a read, or NULL */
  const uint8_t *from; /* of a write, or NULL */
} dxgmap_ddi_transfer;

static const char *dxgmap_ddi_page_fault(const dxgmap_ddi_record *last, uint64_t logical, uint32_t cause)
{
  if (cause == DXGMAP_EXCLUSIVE) {
    return "the device must be silent between begin and end";
  }
  if (logical / PAGE_SIZE == DXGMAP_DDI_POISON_PAGE) {
    return "the page number is poison, read from a list that Dxgkrnl took back (UNPIN-4, FREEADL-4)";
  }
  return last != NULL ? "the page was mapped before, and released"
                      : "no mapping of this adapter is known to have had the page";
}

static void dxgmap_ddi_blame_page(dxgmap_ddi_call *call, uint64_t logical, uint32_t cause)
{
  const dxgmap_ddi_record *last = dxgmap_ddi_record_last_page(call->adapter, logical / PAGE_SIZE);
  call->subject.address = logical;
  call->subject.mapping = last != NULL ? last->mapping : 0;
  dxgmap_ddi_detail(&call->subject, dxgmap_ddi_page_fault(last, logical, cause));
}

/* One page's worth. Where nobody's memory is (possible before the domain is attached), writes go nowhere. */
static void dxgmap_ddi_transfer_page(const dxgmap_ddi_transfer *t, size_t done, uint64_t page, uint64_t offset,
                                     size_t length)
{
  if (t->to == NULL) {
    (void)dxgmap_host_frame_write(page, offset, t->from + done, length);
  } else if (dxgmap_host_frame_read(page, offset, t->to + done, length) != DXGMAP_HOST_OK) {
    memset(t->to + done, DXGMAP_DDI_FLOATING, length);
  }
}

static uint32_t dxgmap_ddi_transfer_all(dxgmap_ddi_call *call, const dxgmap_ddi_transfer *t, size_t *done)
{
  *done = 0;
  while (*done < t->length) {
    uint64_t logical = t->logical + *done;
    uint64_t offset = logical % PAGE_SIZE;
    size_t left = t->length - *done;
    size_t length = left < PAGE_SIZE - offset ? left : (size_t)(PAGE_SIZE - offset);
    dxgmap_answer answer = dxgmap_op_translate(dxgmap_ddi.state, call->adapter, logical / PAGE_SIZE);
    if (answer.status != DXGMAP_OK && answer.status != DXGMAP_BYPASS) {
      dxgmap_ddi_blame_page(call, logical, answer.status);
      return answer.status;
    }
    dxgmap_ddi_transfer_page(t, *done, answer.page, offset, length);
    *done += length;
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_device_access(HANDLE adapter, const dxgmap_ddi_transfer *t, size_t *done, const void *site)
{
  dxgmap_ddi_call call;
  size_t moved = 0;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_DEVICE_ACCESS, adapter, site)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if ((t->to == NULL && t->from == NULL) || t->length > UINT64_MAX - t->logical) {
    cause = dxgmap_ddi_bad(&call, "the buffer is NULL, or the range ends beyond the last address");
  } else {
    cause = dxgmap_ddi_transfer_all(&call, t, &moved);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  if (done != NULL) {
    *done = moved;
  }
  return cause;
}

uint32_t dxgmap_device_read(HANDLE adapter, uint64_t logical, void *to, size_t length, size_t *done)
{
  dxgmap_ddi_transfer t = {logical, length, to, NULL};
  return dxgmap_ddi_device_access(adapter, &t, done, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_device_write(HANDLE adapter, uint64_t logical, const void *from, size_t length, size_t *done)
{
  dxgmap_ddi_transfer t = {logical, length, NULL, from};
  return dxgmap_ddi_device_access(adapter, &t, done, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_device_translate(HANDLE adapter, uint64_t logical, uint64_t *physical)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  dxgmap_answer answer = dxgmap_op_translate(dxgmap_ddi.state, call.adapter, logical / PAGE_SIZE);
  if (physical != NULL && (answer.status == DXGMAP_OK || answer.status == DXGMAP_BYPASS)) {
    *physical = answer.page * PAGE_SIZE + logical % PAGE_SIZE;
  }
  (void)dxgmap_ddi_leave(&call, answer.status);
  return answer.status;
}

void *dxgmap_device_memory(HANDLE adapter, uint64_t physical, uint64_t length)
{
  dxgmap_ddi_call call;
  void *memory = NULL;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return NULL;
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call.adapter);
  uint32_t i = DXGMAP_RESOURCES;
  if (a != NULL) {
    i = dxgmap_ddi_resource_of(a, DXGMAP_RESOURCE_MEMORY, physical, length);
  }
  if (i < DXGMAP_RESOURCES) {
    memory = dxgmap_ddi_resource_byte(a, i, physical);
  }
  (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
  return memory;
}
