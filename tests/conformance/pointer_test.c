/* SPDX-License-Identifier: MIT */
/* Frame buffer pointers: spec/clauses/pointer.md. */
#include <string.h>

#include "expect.h"

static DXGKARGCB_MAPFRAMEBUFFERPOINTER pointer;

static NTSTATUS pointer_map_index(UINT index, SIZE_T size, SIZE_T offset)
{
  memset(&pointer, 0, sizeof(pointer));
  pointer.PhysicalAdapterIndex = index;
  pointer.Size = size;
  pointer.Offset = offset;
  return dxgk.DxgkCbMapFrameBufferPointer(adapter, &pointer);
}

static NTSTATUS pointer_unmap_index(UINT index, PVOID base)
{
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap;
  memset(&unmap, 0, sizeof(unmap));
  unmap.PhysicalAdapterIndex = index;
  unmap.pBaseAddress = base;
  return dxgk.DxgkCbUnmapFrameBufferPointer(adapter, &unmap);
}

static NTSTATUS pointer_map(void)
{
  return pointer_map_index(0, 2 * (SIZE_T)PAGE_SIZE, PAGE_SIZE);
}

static void pointer_undo(void)
{
  CHECK_OK(pointer_unmap_index(0, pointer.pBaseAddress));
}

static char *pointer_data(void)
{
  return (char *)pointer.pBaseAddress + pointer.Offset;
}

/* POINTER-5, UNPIN-5. */
static void pointer_shows_the_section(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  char text[16] = "";
  machine_open();
  CHECK_OK(pointer_map());
  strcpy(pointer_data() + PAGE_SIZE, "page two");
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  PFN_NUMBER page = MmGetMdlPfnArray(pin.pMdl)[2];
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, page * PAGE_SIZE, text, 9, NULL));
  CHECK_TEXT("page two", text);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, page * PAGE_SIZE, "from dma", 9, NULL));
  CHECK_TEXT("from dma", pointer_data() + PAGE_SIZE);
  CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
  CHECK_TEXT("from dma", pointer_data() + PAGE_SIZE);
  pointer_undo();
  machine_close();
}

/* POINTER-3. */
static void pointer_offset_is_another(void)
{
  machine_open();
  for (SIZE_T offset = 0; offset < SAVE_BYTES; offset += PAGE_SIZE) {
    for (uint32_t round = 0; round < 8; round++) {
      CHECK_OK(pointer_map_index(0, PAGE_SIZE, offset));
      CHECK(pointer.Offset != 0);
      CHECK(pointer.Offset != offset);
      CHECK_EQ(0, pointer.Offset % PAGE_SIZE);
      pointer_undo();
    }
  }
  machine_close();
}

/* POINTER-4. */
static void pointers_of_one_section(void)
{
  machine_open();
  CHECK_OK(pointer_map_index(0, PAGE_SIZE, 0));
  PVOID first = pointer.pBaseAddress;
  strcpy(pointer_data(), "both see it");
  CHECK_OK(pointer_map_index(0, PAGE_SIZE, 0));
  CHECK_TEXT("both see it", pointer_data());
  CHECK_EQ(2, machine_live(adapter));
  CHECK_OK(pointer_unmap_index(0, first));
  CHECK_TEXT("both see it", pointer_data());
  pointer_undo();
  machine_close();
}

static void pointer_refuses(void)
{
  machine_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbMapFrameBufferPointer(adapter, NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_INDEX, pointer_map_index(2, PAGE_SIZE, 0));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_NO_SAVE_AREA, pointer_map_index(1, PAGE_SIZE, 0));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, pointer_map_index(0, 0, 0));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, pointer_map_index(0, 12, 0));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, pointer_map_index(0, PAGE_SIZE, 1));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_TOO_LARGE, pointer_map_index(0, PAGE_SIZE, SAVE_BYTES));
  CHECK(pointer.pBaseAddress == NULL);
  CHECK_EQ(SAVE_BYTES, pointer.Offset);
  CHECK_EQ(0, machine_live(adapter));
  machine_close();
}

static void pointer_unmap_refuses(void)
{
  machine_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbUnmapFrameBufferPointer(adapter, NULL));
  CHECK_OK(pointer_map());
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_INDEX, pointer_unmap_index(2, pointer.pBaseAddress));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, pointer_unmap_index(1, pointer.pBaseAddress));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, pointer_unmap_index(0, pointer_data()));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, pointer_unmap_index(0, NULL));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, pointer_unmap_index(0, &pointer));
  CHECK_EQ(1, machine_live(adapter));
  pointer_undo();
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, pointer_unmap_index(0, pointer.pBaseAddress));
  CHECK_EQ(DXGMAP_MAPPING_POINTER, reports.kind);
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  machine_close();
}

static void pointer_under_pressure(void)
{
  machine_open();
  dxgmap_fail_next(0, 1);
  CHECK_CALL(STATUS_NO_MEMORY, DXGMAP_CAUSE_NONE, pointer_map());
  CHECK_EQ(PAGE_SIZE, pointer.Offset);
  CHECK_OK(pointer_map());
  pointer_undo();
  machine_close();
}

static bool pointer_even_offsets_fail(uint32_t operation, uint32_t index, uint64_t offset, uint64_t bytes,
                                      void *context)
{
  CHECK_EQ(DXGMAP_OPERATION_MAP_POINTER, operation);
  CHECK_EQ(0, index);
  CHECK_EQ(PAGE_SIZE, bytes);
  CHECK(context == &pointer);
  return offset / PAGE_SIZE % 2 == 0;
}

static void pointer_pressure_is_decided(void)
{
  machine_open();
  dxgmap_set_pressure(pointer_even_offsets_fail, &pointer);
  CHECK_CALL(STATUS_NO_MEMORY, DXGMAP_CAUSE_NONE, pointer_map_index(0, PAGE_SIZE, 0));
  CHECK_OK(pointer_map_index(0, PAGE_SIZE, PAGE_SIZE));
  pointer_undo();
  dxgmap_set_pressure(NULL, NULL);
  CHECK_OK(pointer_map_index(0, PAGE_SIZE, 0));
  pointer_undo();
  machine_close();
}

static void pointer_when_the_host_fails(void)
{
  machine_open();
  check_each_failure(pointer_map, pointer_undo, STATUS_INSUFFICIENT_RESOURCES);
  machine_close();
}

void pointer_tests(void);
void pointer_tests(void)
{
  RUN(pointer_shows_the_section);
  RUN(pointer_offset_is_another);
  RUN(pointers_of_one_section);
  RUN(pointer_refuses);
  RUN(pointer_unmap_refuses);
  RUN(pointer_under_pressure);
  RUN(pointer_pressure_is_decided);
  RUN(pointer_when_the_host_fails);
}
