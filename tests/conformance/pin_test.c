/* SPDX-License-Identifier: MIT */
/* DxgkCbPinFrameBufferForSave, its ADL form, and the unpin: spec/clauses/pin.md and unpin.md. */
#include <string.h>

#include "expect.h"

static DXGKARGCB_PINFRAMEBUFFERFORSAVE pin_mdl;
static DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin_adl;

static NTSTATUS pin_index(UINT index, SIZE_T bytes)
{
  pin_mdl.PhysicalAdapterIndex = index;
  pin_mdl.CommitSize = bytes;
  pin_mdl.pMdl = NULL;
  return dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin_mdl);
}

static NTSTATUS pin2_flags(SIZE_T bytes, UINT flags)
{
  pin_adl.PhysicalAdapterIndex = 0;
  pin_adl.CommitSize = bytes;
  pin_adl.Flags.Value = flags;
  pin_adl.pAdl = NULL;
  return dxgk.DxgkCbPinFrameBufferForSave2(adapter, &pin_adl);
}

static NTSTATUS pin_unpin(UINT index)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {index};
  return dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin);
}

static NTSTATUS pin_whole(void)
{
  return pin_index(0, SAVE_BYTES);
}

static NTSTATUS pin2_whole(void)
{
  return pin2_flags(SAVE_BYTES, 1);
}

static void pin_undo(void)
{
  CHECK_OK(pin_unpin(0));
}

/* PIN-2, PIN-3, PIN-4. */
static void pin_gives_locked_pages(void)
{
  machine_open();
  CHECK_OK(pin_index(0, SAVE_BYTES));
  const PFN_NUMBER *page = MmGetMdlPfnArray(pin_mdl.pMdl);
  CHECK_EQ(SAVE_BYTES, MmGetMdlByteCount(pin_mdl.pMdl));
  CHECK((pin_mdl.pMdl->MdlFlags & MDL_PAGES_LOCKED) != 0);
  for (uint32_t i = 0; i < SAVE_PAGES; i++) {
    uint64_t physical_address = 0;
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, page[i] * PAGE_SIZE, &physical_address));
    CHECK_EQ(page[i] * PAGE_SIZE, physical_address);
    CHECK(i == 0 || page[i] != page[i - 1] + 1);
  }
  CHECK_OK(pin_unpin(0));
  CHECK_EQ(0, machine_live(adapter));
  machine_close();
}

/* PIN-6, UNPIN-5. */
static void pin_keeps_the_bytes(void)
{
  char text[32] = "";
  machine_open();
  CHECK_OK(pin_index(0, SAVE_BYTES));
  PFN_NUMBER first = MmGetMdlPfnArray(pin_mdl.pMdl)[2];
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, first * PAGE_SIZE + 100, "kept across pins", 17, NULL));
  CHECK_OK(pin_unpin(0));
  CHECK_OK(pin_index(0, SAVE_BYTES));
  PFN_NUMBER second = MmGetMdlPfnArray(pin_mdl.pMdl)[2];
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, second * PAGE_SIZE + 100, text, 17, NULL));
  CHECK_TEXT("kept across pins", text);
  CHECK_OK(pin_unpin(0));
  machine_close();
}

/* PIN-2. */
static void pin_of_a_prefix(void)
{
  machine_open();
  CHECK_OK(pin_index(0, PAGE_SIZE));
  CHECK_EQ(PAGE_SIZE, MmGetMdlByteCount(pin_mdl.pMdl));
  CHECK_OK(pin_unpin(0));
  machine_close();
}

/* PIN-5. */
static void pin2_says_how_its_pages_lie(void)
{
  uint32_t runs = 0;
  uint32_t arrays = 0;
  machine_open();
  for (uint32_t round = 0; round < 16; round++) {
    CHECK_OK(pin2_whole());
    CHECK_EQ(SAVE_PAGES, pin_adl.pAdl->PageCount);
    CHECK_EQ(0, pin_adl.pAdl->Flags.Reserved);
    int run = pin_adl.pAdl->Flags.Contiguous != 0;
    runs += run ? 1 : 0;
    arrays += run ? 0 : 1;
    for (uint32_t i = 0; i < SAVE_PAGES; i++) {
      uint64_t page = run ? pin_adl.pAdl->BasePageNumber + i : pin_adl.pAdl->Pages[i];
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, page * PAGE_SIZE, NULL));
    }
    CHECK_OK(pin_unpin(0));
  }
  CHECK(runs > 0);
  CHECK(arrays > 0);
  CHECK_OK(pin2_flags(SAVE_BYTES, 0));
  CHECK_EQ(0, pin_adl.pAdl->Flags.Contiguous);
  CHECK_OK(pin_unpin(0));
  machine_close();
}

/* GATE-4, GATE-9. */
static void pin_refuses(void)
{
  machine_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbPinFrameBufferForSave(adapter, NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_INDEX, pin_index(2, SAVE_BYTES));
  CHECK_TEXT("PhysicalAdapterIndex is 0x2, the chain has 0x2", reports.detail);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_NO_SAVE_AREA, pin_index(1, SAVE_BYTES));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, pin_index(0, 0));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, pin_index(0, SAVE_BYTES - 1));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_TOO_LARGE, pin_index(0, SAVE_BYTES + PAGE_SIZE));
  CHECK_TEXT("the range would end at 0x7000, the save area at 0x6000", reports.detail);
  CHECK(pin_mdl.pMdl == NULL);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER, dxgk.DxgkCbPinFrameBufferForSave(NULL, &pin_mdl));
  CHECK_TEXT("there is no adapter handle", reports.detail);
  CHECK_EQ(0, machine_live(adapter));
  machine_close();
}

static void pin2_refuses(void)
{
  machine_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbPinFrameBufferForSave2(adapter, NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, pin2_flags(SAVE_BYTES, 2));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_TOO_LARGE, pin2_flags(SAVE_BYTES + PAGE_SIZE, 0));
  CHECK(pin_adl.pAdl == NULL);
  machine_close();
}

static void pin_once(void)
{
  machine_open();
  CHECK_OK(pin_whole());
  PMDL held = pin_mdl.pMdl;
  CHECK_CALL(STATUS_RESOURCE_IN_USE, DXGMAP_CAUSE_PINNED, pin_index(0, PAGE_SIZE));
  CHECK(reports.mapping != 0);
  CHECK(reports.maps > 0);
  CHECK_CALL(STATUS_RESOURCE_IN_USE, DXGMAP_CAUSE_PINNED, pin2_flags(PAGE_SIZE, 0));
  CHECK_EQ(SAVE_BYTES, MmGetMdlByteCount(held));
  CHECK_OK(pin_unpin(0));
  machine_close();
}

static void unpin_refuses(void)
{
  machine_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbUnpinFrameBufferForSave(adapter, NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_INDEX, pin_unpin(2));
  CHECK_CALL(STATUS_NOT_LOCKED, DXGMAP_CAUSE_NOT_PINNED, pin_unpin(0));
  CHECK_EQ(0, reports.mapping);
  CHECK_OK(pin_whole());
  CHECK_OK(pin_unpin(0));
  CHECK_CALL(STATUS_NOT_LOCKED, DXGMAP_CAUSE_NOT_PINNED, pin_unpin(0));
  CHECK(reports.mapping != 0);
  CHECK(reports.unmaps > 0);
  machine_close();
}

static void pin_by_irql(void)
{
  machine_open();
  KIRQL old = irql_raise(APC_LEVEL);
  CHECK_OK(pin_whole());
  (void)irql_raise(DISPATCH_LEVEL);
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL, pin_unpin(0));
  CHECK_TEXT("the IRQL is DISPATCH_LEVEL or above", reports.detail);
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL, pin_whole());
  KeLowerIrql(old);
  CHECK_OK(pin_unpin(0));
  machine_close();
}

static void pin_between_begin_and_end(void)
{
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(adapter));
  CHECK_CALL(STATUS_INVALID_DEVICE_STATE, DXGMAP_CAUSE_EXCLUSIVE, pin_whole());
  CHECK_CALL(STATUS_INVALID_DEVICE_STATE, DXGMAP_CAUSE_EXCLUSIVE, pin_unpin(0));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(adapter));
  CHECK_OK(pin_whole());
  CHECK_OK(pin_unpin(0));
  machine_close();
}

static void pin_under_pressure(void)
{
  machine_open();
  dxgmap_fail_next(2, 0);
  CHECK_CALL(STATUS_NO_MEMORY, DXGMAP_CAUSE_NONE, pin_whole());
  CHECK(pin_mdl.pMdl == NULL);
  CHECK_CALL(STATUS_NO_MEMORY, DXGMAP_CAUSE_NONE, pin2_whole());
  CHECK_EQ(0, machine_live(adapter));
  CHECK_OK(pin_whole());
  CHECK_OK(pin_unpin(0));
  machine_close();
}

/* PIN-7, UNPIN-4. */
static void pin_list_is_poisoned(void)
{
  DXGKARGCB_MAPMDLTOIOMMU map;
  machine_open();
  CHECK_OK(pin_whole());
  map.pMdl = pin_mdl.pMdl;
  CHECK_OK(pin_unpin(0));
  CHECK_EQ(0xDBDBDBDB, pin_mdl.pMdl->ByteCount);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_LIST_GONE, dxgk.DxgkCbMapMdlToIoMmu(adapter, &map));
  CHECK(reports.unmaps > 0);
  machine_close();
}

static void pin_when_the_host_fails(void)
{
  machine_open();
  check_each_failure(pin_whole, pin_undo, STATUS_INSUFFICIENT_RESOURCES);
  check_each_failure(pin2_whole, pin_undo, STATUS_INSUFFICIENT_RESOURCES);
  machine_close();
}

void pin_tests(void);
void pin_tests(void)
{
  RUN(pin_gives_locked_pages);
  RUN(pin_keeps_the_bytes);
  RUN(pin_of_a_prefix);
  RUN(pin2_says_how_its_pages_lie);
  RUN(pin_refuses);
  RUN(pin2_refuses);
  RUN(pin_once);
  RUN(unpin_refuses);
  RUN(pin_by_irql);
  RUN(pin_between_begin_and_end);
  RUN(pin_under_pressure);
  RUN(pin_list_is_poisoned);
  RUN(pin_when_the_host_fails);
}
