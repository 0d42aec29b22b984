/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/call.h"
#include "ddi/call/mdl_hand.h"
#include "ddi/call/mdl_view.h"
#include "ddi/machine/mdls.h"
#include "dxgmap_mdl.h"
#include "host/host.h"

/* IoBuildPartialMdl, MmPrepareMdlForReuse, MmGetPhysicalAddress. */

/* What a part has of its source's flags: where the source is in view, so is the part. */
#define DXGMAP_DDI_MDL_PASSED_ON (MDL_SOURCE_IS_NONPAGED_POOL | MDL_MAPPED_TO_SYSTEM_VA | MDL_IO_PAGE_READ)
#define DXGMAP_DDI_MDL_PART_FLAGS (DXGMAP_DDI_MDL_PASSED_ON | MDL_PARTIAL | MDL_PARTIAL_HAS_BEEN_MAPPED)

/* Forgets the part that the MDL was, if it was one. */
static void dxgmap_ddi_part_end(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry)
{
  if (entry->state == DXGMAP_DDI_MDL_PART) {
    dxgmap_ddi_mdl_views_report(call, entry, "the MDL of a part is used again while a process has it in view");
    dxgmap_host_frames_drop(entry->frames, entry->locked);
    entry->locked = 0;
    entry->state = DXGMAP_DDI_MDL_EMPTY;
    entry->mdl->MdlFlags = (CSHORT)(entry->mdl->MdlFlags & ~DXGMAP_DDI_MDL_PART_FLAGS);
    entry->mdl->MappedSystemVa = NULL;
  }
}

static void dxgmap_ddi_part_describe(const MDL *source, PMDL target, uint64_t address, uint64_t length)
{
  uint64_t offset = address - (uint64_t)(uintptr_t)MmGetMdlVirtualAddress(source);
  int flags = (source->MdlFlags & DXGMAP_DDI_MDL_PASSED_ON) | MDL_PARTIAL;
  target->StartVa = (PVOID)(uintptr_t)(address & ~(uint64_t)DXGMAP_IN_PAGE);
  target->ByteOffset = BYTE_OFFSET(address);
  target->ByteCount = (ULONG)length;
  target->Process = source->Process;
  target->MdlFlags = (CSHORT)(target->MdlFlags | flags);
  target->MappedSystemVa = (flags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) != 0
                               ? (PCHAR)source->MappedSystemVa + offset
                               : NULL;
}

/* The pages of the range, among the source's. */
static uint32_t dxgmap_ddi_part_take(dxgmap_ddi_call *call, const dxgmap_ddi_mdl *source, dxgmap_ddi_mdl *target,
                                     uint64_t address, uint64_t length)
{
  uint64_t begin = (uint64_t)(uintptr_t)MmGetMdlVirtualAddress(source->mdl);
  uint64_t bytes = source->mdl->ByteCount;
  if (address < begin || address - begin >= bytes || length > bytes - (address - begin)) {
    return dxgmap_ddi_bad(call, "the range does not lie within that of the source");
  }
  uint64_t all = length != 0 ? length : bytes - (address - begin);
  uint64_t pages = ADDRESS_AND_SIZE_TO_SPAN_PAGES(address, all);
  uint64_t first = (address - (begin & ~(uint64_t)DXGMAP_IN_PAGE)) / PAGE_SIZE;
  if (pages > target->pages || first + pages > source->pages) {
    return dxgmap_ddi_bad(call, "the target has no room for the pages of the range");
  }
  dxgmap_ddi_part_end(call, target);
  memcpy(target->frames, source->frames + first, (size_t)pages * sizeof(uint64_t));
  dxgmap_host_frames_hold(target->frames, pages);
  memcpy(MmGetMdlPfnArray(target->mdl), target->frames, (size_t)pages * sizeof(PFN_NUMBER));
  dxgmap_ddi_part_describe(source->mdl, target->mdl, address, all);
  target->locked = pages;
  target->state = DXGMAP_DDI_MDL_PART;
  target->read_only = source->read_only;
  target->address = (const void *)(uintptr_t)address;
  target->length = all;
  target->lock = source->lock;
  return DXGMAP_CAUSE_NONE;
}

static bool dxgmap_ddi_part_source(dxgmap_ddi_mdl *entry)
{
  return entry != NULL && dxgmap_ddi_mdl_there(entry) && entry->state != DXGMAP_DDI_MDL_GONE &&
         (entry->state != DXGMAP_DDI_MDL_EMPTY || dxgmap_ddi_mdl_claims(entry));
}

static bool dxgmap_ddi_part_target(const dxgmap_ddi_mdl *entry)
{
  return entry != NULL && dxgmap_ddi_mdl_there(entry) && entry->maps == NULL &&
         (entry->state == DXGMAP_DDI_MDL_EMPTY || entry->state == DXGMAP_DDI_MDL_PART);
}

static uint32_t dxgmap_ddi_part_build(dxgmap_ddi_call *call, PMDL from, PMDL to, const void *address, uint64_t length)
{
  dxgmap_ddi_mdl_adopt(from);
  dxgmap_ddi_mdl_adopt(to);
  dxgmap_ddi_mdl *source = dxgmap_ddi_mdl_find(from);
  dxgmap_ddi_mdl *target = dxgmap_ddi_mdl_find(to);
  call->subject.address = (uint64_t)(uintptr_t)from;
  if (!dxgmap_ddi_part_source(source)) {
    call->subject.mapping = source != NULL ? source->owner : 0;
    return dxgmap_ddi_bad(call, "the source is no MDL that is alive and has pages");
  }
  call->subject.address = (uint64_t)(uintptr_t)to;
  if (target == source) { /* its pages would be let go before they are taken */
    return dxgmap_ddi_bad(call, "the target is the source itself");
  }
  if (!dxgmap_ddi_part_target(target)) {
    return dxgmap_ddi_bad(call, "the target is no MDL that is alive, and neither locked, built nor mapped");
  }
  return dxgmap_ddi_part_take(call, source, target, (uint64_t)(uintptr_t)address, length);
}

VOID IoBuildPartialMdl(PMDL SourceMdl, PMDL TargetMdl, PVOID VirtualAddress, ULONG Length)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_BUILD_MDL, NULL, DXGMAP_DDI_SITE)) {
    cause = dxgmap_ddi_part_build(&call, SourceMdl, TargetMdl, VirtualAddress, Length);
  }
  (void)dxgmap_ddi_leave(&call, cause);
}

VOID MmPrepareMdlForReuse(PMDL Mdl)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNLOCK_MDL, NULL, DXGMAP_DDI_SITE)) {
    dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_find(Mdl);
    call.subject.address = (uint64_t)(uintptr_t)Mdl;
    cause = dxgmap_ddi_part_target(entry)
                ? (uint32_t)DXGMAP_CAUSE_NONE
                : dxgmap_ddi_bad(&call, "MmPrepareMdlForReuse is for MDLs of IoBuildPartialMdl that are not mapped");
    if (cause == DXGMAP_CAUSE_NONE) {
      dxgmap_ddi_part_end(&call, entry);
    }
  }
  (void)dxgmap_ddi_leave(&call, cause);
}

PHYSICAL_ADDRESS MmGetPhysicalAddress(PVOID BaseAddress)
{
  PHYSICAL_ADDRESS physical;
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  uint64_t frame;
  physical.QuadPart = 0;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_PHYSICAL_ADDRESS, NULL, DXGMAP_DDI_SITE)) {
    call.subject.address = (uint64_t)(uintptr_t)BaseAddress;
    if (dxgmap_host_frame_of(BaseAddress, &frame)) {
      physical.QuadPart = (LONGLONG)(frame * PAGE_SIZE + BYTE_OFFSET(BaseAddress));
      cause = DXGMAP_CAUSE_NONE;
    } else {
      cause = dxgmap_ddi_bad(&call, "there is no memory at the address, so it has no physical address");
    }
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return physical;
}
