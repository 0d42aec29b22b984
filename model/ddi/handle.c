#include "ddi/handle.h"

#include "ddi/record.h"

static const char *dxgmap_ddi_handle_fault(const dxgmap_ddi_record *record, uint64_t adapter, uint32_t kind)
{
  if (record == NULL) {
    return "no mapping ever had this handle, or it was released long ago";
  }
  if (record->adapter != adapter) {
    return "the handle belongs to another adapter, or to an earlier start of this one";
  }
  if (record->live == 0) {
    return "the mapping was released already";
  }
  return record->kind != kind ? "the handle came from another callback" : "";
}

void dxgmap_ddi_blame_handle(dxgmap_ddi_call *call, HANDLE handle, uint32_t kind)
{
  uint64_t mapping = (uint64_t)(uintptr_t)handle;
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(mapping);
  call->subject.mapping = mapping;
  dxgmap_ddi_detail(&call->subject, dxgmap_ddi_handle_fault(record, call->adapter, kind));
}
