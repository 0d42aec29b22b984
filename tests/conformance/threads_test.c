/* SPDX-License-Identifier: MIT */
/* Several drivers at a time, each on its own adapter: every call answers as it does alone. */
#include <pthread.h>
#include <sched.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* ---- A fork beside drivers that map ---- */

#define THREADS_FORKS 12

typedef struct {
  HANDLE adapter;
  PMDL mdl;
  uint32_t rounds; /* told */
  uint32_t stop;   /* told */
  uint32_t wrong;
} thread_mapper;

static DECLSPEC_ALIGN(PAGE_SIZE) UCHAR thread_memory[2][PAGE_SIZE];

static uint32_t thread_pair(HANDLE which, PMDL mdl)
{
  DXGKARGCB_MAPMDLTOIOMMU map = {.pMdl = mdl};
  uint32_t wrong = DxgkCbMapMdlToIoMmu(which, &map) != STATUS_SUCCESS;
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
  DxgkCbUnmapMdlFromIoMmu(which, &unmap);
  return wrong;
}

static void *thread_maps(void *context)
{
  thread_mapper *mapper = context;
  while (__atomic_load_n(&mapper->stop, __ATOMIC_ACQUIRE) == 0) {
    mapper->wrong += thread_pair(mapper->adapter, mapper->mdl);
    (void)__atomic_add_fetch(&mapper->rounds, 1, __ATOMIC_RELEASE);
  }
  return NULL;
}

static void thread_map_on(thread_mapper *mapper, UCHAR *memory)
{
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  memset(mapper, 0, sizeof(*mapper));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &mapper->adapter));
  mapper->mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mapper->mdl, KernelMode, IoWriteAccess);
}

/* In the copy: no lock is a thread's that is not there. */
static int thread_child(void)
{
  thread_mapper mapper;
  uint64_t leaks = 1;
  (void)alarm(60);
  if (dxgmap_open(NULL) != DXGMAP_CAUSE_NONE) {
    return 1;
  }
  thread_map_on(&mapper, thread_memory[0]);
  uint32_t wrong = thread_pair(mapper.adapter, mapper.mdl);
  MmUnlockPages(mapper.mdl);
  IoFreeMdl(mapper.mdl);
  wrong += dxgmap_adapter_stop(mapper.adapter, &leaks) != DXGMAP_CAUSE_NONE || leaks != 0;
  dxgmap_close();
  return wrong == 0 ? 0 : 2;
}

static void a_fork_finds_no_call_half_done(void)
{
  thread_mapper mapper[2];
  pthread_t thread[2];
  machine_open();
  for (int i = 0; i < 2; i++) {
    thread_map_on(&mapper[i], thread_memory[i]);
    check_start(&thread[i], thread_maps, &mapper[i]);
  }
  for (int i = 0; i < THREADS_FORKS; i++) {
    int status = -1;
    uint32_t before = __atomic_load_n(&mapper[i % 2].rounds, __ATOMIC_ACQUIRE);
    while (__atomic_load_n(&mapper[i % 2].rounds, __ATOMIC_ACQUIRE) == before) {
      (void)sched_yield();
    }
    pid_t pid = fork();
    if (pid == 0) {
      _exit(thread_child());
    }
    CHECK_EQ(pid, waitpid(pid, &status, 0));
    CHECK(WIFEXITED(status));
    CHECK_EQ(0, WEXITSTATUS(status));
  }
  for (int i = 0; i < 2; i++) {
    __atomic_store_n(&mapper[i].stop, 1, __ATOMIC_RELEASE);
    check_join(thread[i]);
    CHECK_EQ(0, mapper[i].wrong);
    MmUnlockPages(mapper[i].mdl);
    IoFreeMdl(mapper[i].mdl);
  }
  CHECK_EQ(0, reports.count);
  machine_close();
}

void threads_tests(void);
void threads_tests(void)
{
  RUN(a_fork_finds_no_call_half_done);
  RUN(threads_do_not_meet);
}
