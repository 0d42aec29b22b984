/* SPDX-License-Identifier: MIT */
/* The device's reads and writes: spec/clauses/translate.md. */
#include <string.h>
#include <sys/mman.h>

#include "expect.h"

static PFN_NUMBER device_page[2];

static void device_pin(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  device_page[0] = MmGetMdlPfnArray(pin.pMdl)[0];
  device_page[1] = MmGetMdlPfnArray(pin.pMdl)[1];
}

static NTSTATUS device_unpin(void)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  return dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin);
}

/* UNPIN-2. */
static void device_is_blocked_after_unmap(void)
{
  char text[4] = "";
  size_t done = 9;
  machine_open();
  device_pin();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, device_page[0] * PAGE_SIZE, "abc", 4, &done));
  CHECK_EQ(4, done);
  CHECK_OK(device_unpin());
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(adapter, device_page[0] * PAGE_SIZE, text, 4, &done));
  CHECK_EQ(0, done);
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, reports.cause);
  CHECK_EQ(DXGMAP_MAPPING_PIN, reports.kind);
  CHECK_EQ(device_page[0] * PAGE_SIZE, reports.address);
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  machine_close();
}

/* TRANSLATE-6, TRANSLATE-16. */
static void device_stops_at_the_first_blocked_page(void)
{
  static char buffer[2 * PAGE_SIZE];
  size_t done = 0;
  machine_open();
  device_pin(); /* scattered: the page after one of the list is not of the list, or not next to it */
  uint64_t logical = device_page[0] * PAGE_SIZE + 100;
  int next = dxgmap_device_translate(adapter, (device_page[0] + 1) * PAGE_SIZE, NULL) == DXGMAP_CAUSE_NONE;
  uint32_t cause = dxgmap_device_write(adapter, logical, buffer, sizeof(buffer) - 100, &done);
  CHECK_EQ(next ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_BLOCKED, cause);
  CHECK_EQ(next ? sizeof(buffer) - 100 : PAGE_SIZE - 100, done);
  CHECK_OK(device_unpin());
  machine_close();
}

/* EXCL-2, TRANSLATE-7. */
static void device_is_silent_between_begin_and_end(void)
{
  char byte = 0;
  machine_open();
  device_pin();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(adapter));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_EXCLUSIVE, dxgmap_device_read(adapter, device_page[0] * PAGE_SIZE, &byte, 1, NULL));
  CHECK_EQ(DXGMAP_CAUSE_EXCLUSIVE, reports.cause);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(adapter));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, device_page[0] * PAGE_SIZE, &byte, 1, NULL));
  CHECK_OK(device_unpin());
  machine_close();
}

/* ATTACH-2, TRANSLATE-3, TRANSLATE-9. */
static void device_passes_before_attach(void)
{
  uint64_t where = 0;
  unsigned char byte = 0;
  machine_open();
  HANDLE other = machine_adapter(NULL, NULL);
  device_pin();
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(other, device_page[0] * PAGE_SIZE, "z", 1, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, device_page[0] * PAGE_SIZE, &byte, 1, NULL));
  CHECK_EQ('z', byte);
  CHECK_EQ(DXGMAP_CAUSE_BYPASS, dxgmap_device_translate(other, 0x5123, &where));
  CHECK_EQ(0x5123, where);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(other, 0, &byte, 1, NULL));
  CHECK_EQ(0xFF, byte); /* nobody's memory */
  CHECK_EQ(0, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(other));
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(other, device_page[0] * PAGE_SIZE, &byte, 1, NULL));
  CHECK_EQ(1, reports.count);
  CHECK_OK(device_unpin());
  machine_close();
}

/* A buffer off the stack that was good before, and is not any more: nothing of it is moved, and it is told. */
static void device_notices_a_buffer_that_went_away(void)
{
  char was[PAGE_SIZE];
  size_t done = 9;
  PUCHAR pages = mmap(NULL, 2 * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK(pages != MAP_FAILED);
  memset(pages, 5, 2 * PAGE_SIZE);
  machine_open();
  device_pin();
  uint64_t logical = device_page[0] * PAGE_SIZE;
  PUCHAR buffer = pages + PAGE_SIZE - 8;
  for (unsigned i = 0; i < 3; i++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, logical, buffer, 16, &done));
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, logical, buffer, 16, &done));
    CHECK_EQ(16, done);
  }
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, logical, was, PAGE_SIZE, NULL));
  memset(pages, 7, 2 * PAGE_SIZE);
  CHECK_EQ(0, mprotect(pages + PAGE_SIZE, PAGE_SIZE, PROT_READ));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_device_read(adapter, logical, buffer, 16, &done));
  CHECK_EQ(0, done);
  CHECK_EQ(7, buffer[0]);
  CHECK_EQ(0, munmap(pages + PAGE_SIZE, PAGE_SIZE));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_device_write(adapter, logical, buffer, 16, &done));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  CHECK_EQ(0, done);
  char now[PAGE_SIZE];
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, logical, now, PAGE_SIZE, NULL));
  CHECK_EQ(0, memcmp(was, now, PAGE_SIZE));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, logical, buffer, 8, &done));
  CHECK_OK(device_unpin());
  machine_close();
  CHECK_EQ(0, munmap(pages, PAGE_SIZE));
}

static void device_refuses(void)
{
  char byte = 0;
  machine_open();
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_device_read(NULL, 0, &byte, 1, NULL));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_device_read(adapter, 0, NULL, 1, NULL));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_device_write(adapter, UINT64_MAX, &byte, 2, NULL));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_device_translate(NULL, 0, NULL));
  CHECK(dxgmap_device_memory(adapter, MEMORY_START, (uint64_t)MEMORY_PAGES * PAGE_SIZE + 1) == NULL);
  CHECK(dxgmap_device_memory(adapter, PORT_START, 1) == NULL);
  CHECK(dxgmap_device_memory(NULL, MEMORY_START, 1) == NULL);
  machine_close();
}

void device_tests(void);
void device_tests(void)
{
  RUN(device_is_blocked_after_unmap);
  RUN(device_stops_at_the_first_blocked_page);
  RUN(device_is_silent_between_begin_and_end);
  RUN(device_passes_before_attach);
  RUN(device_notices_a_buffer_that_went_away);
  RUN(device_refuses);
}
