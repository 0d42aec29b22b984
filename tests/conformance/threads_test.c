/* SPDX-License-Identifier: MIT */
/* Several drivers at a time, each on its own adapter: every call answers as it does alone. */
#include <pthread.h>
#include <string.h>

#include "expect.h"

#define THREADS 4
#define THREADS_ROUNDS 300

typedef struct {
  HANDLE adapter;
  uint32_t wrong;
} thread_driver;

/* A pin with a transfer of the device, and a pointer that must show it, once the pin is gone. */
static uint32_t thread_round(HANDLE which, UCHAR value)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap;
  uint32_t wrong = 0;
  memset(&unmap, 0, sizeof(unmap));
  wrong += DxgkCbPinFrameBufferForSave(which, &pin) != STATUS_SUCCESS;
  if (wrong == 0) {
    uint64_t logical = MmGetMdlPfnArray(pin.pMdl)[0] * PAGE_SIZE;
    wrong += dxgmap_device_write(which, logical, &value, 1, NULL) != DXGMAP_CAUSE_NONE;
    wrong += DxgkCbUnpinFrameBufferForSave(which, &unpin) != STATUS_SUCCESS;
  }
  wrong += DxgkCbMapFrameBufferPointer(which, &map) != STATUS_SUCCESS;
  if (wrong == 0) {
    wrong += *((PUCHAR)map.pBaseAddress + map.Offset) != value;
    unmap.pBaseAddress = map.pBaseAddress;
    wrong += DxgkCbUnmapFrameBufferPointer(which, &unmap) != STATUS_SUCCESS;
  }
  return wrong;
}

static void *thread_run(void *context)
{
  thread_driver *driver = context;
  KIRQL old = 0;
  KeRaiseIrql(APC_LEVEL, &old); /* of this thread alone */
  for (uint32_t i = 0; i < THREADS_ROUNDS; i++) {
    driver->wrong += thread_round(driver->adapter, (UCHAR)i);
  }
  KeLowerIrql(old);
  return NULL;
}

/* GATE-7. */
static void threads_do_not_meet(void)
{
  static const uint64_t save[1] = {SAVE_BYTES};
  thread_driver driver[THREADS];
  pthread_t thread[THREADS];
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  machine_open();
  for (int i = 0; i < THREADS; i++) {
    driver[i].wrong = 0;
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &driver[i].adapter));
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(driver[i].adapter));
  }
  reports_forget();
  for (int i = 0; i < THREADS; i++) {
    check_start(&thread[i], thread_run, &driver[i]);
  }
  for (int i = 0; i < THREADS; i++) {
    check_join(thread[i]);
    CHECK_EQ(0, driver[i].wrong);
    CHECK_EQ(0, machine_live(driver[i].adapter));
  }
  CHECK_EQ(0, reports.count);
  machine_close();
}

void threads_tests(void);
void threads_tests(void)
{
  RUN(threads_do_not_meet);
}
