/* SPDX-License-Identifier: MIT */
/*
 * Regions on Windows. Memory that is promised counts there, touched or not, and a program that wants gigabytes of it is
 * refused. So a region is reserved alone, and what is touched of it is promised at the first touch, by a handler of
 * faults. If it is refused then, the fault goes its way, after a line that says why.
 */
#include "host/os/os_windows.h"

#ifdef _WIN32

/* In the page before the region. */
typedef struct dxgmap_os_region {
  struct dxgmap_os_region *next;
  uintptr_t begin, end;
} dxgmap_os_region;

static struct {
  dxgmap_win_lock lock; /* of the list; whoever has it touches no region */
  dxgmap_os_region *first;
  dxgmap_win_lock using; /* of the handler, which does not take it */
  uint64_t count;
  void *handler;
} dxgmap_os_regions = {.lock = {NULL}, .using = {NULL}};

/* ---- The first touch ---- */

static bool dxgmap_os_region_promise(const dxgmap_os_region *region, uintptr_t at)
{
  uintptr_t begin = at / DXGMAP_OS_GRANULE * DXGMAP_OS_GRANULE, end = begin + DXGMAP_OS_GRANULE;
  begin = begin < region->begin ? region->begin : begin;
  end = end > region->end ? region->end : end;
  return VirtualAlloc((void *)begin, end - begin, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READWRITE) != NULL;
}

static void dxgmap_os_region_refused(void)
{
  static const char line[] = "dxgmap: Windows refuses memory that was reserved: the commit limit (memory and paging "
                             "files) is reached\n";
  dxgmap_os_print(2, line, sizeof line - 1);
}

bool dxgmap_os_region_commit(const void *address)
{
  uintptr_t at = (uintptr_t)address;
  bool refused = false, done = false;
  AcquireSRWLockShared(&dxgmap_os_regions.lock);
  for (const dxgmap_os_region *r = dxgmap_os_regions.first; r != NULL && !done && !refused; r = r->next) {
    if (at >= r->begin && at < r->end) {
      done = dxgmap_os_region_promise(r, at);
      refused = !done;
    }
  }
  ReleaseSRWLockShared(&dxgmap_os_regions.lock);
  if (refused) {
    dxgmap_os_region_refused();
  }
  return done;
}

static long dxgmap_os_region_on_exception(dxgmap_win_exception *exception)
{
  const dxgmap_win_record *record = exception->ExceptionRecord;
  unsigned long error = GetLastError();
  bool mended = record->ExceptionCode == DXGMAP_WIN_EXCEPTION_ACCESS_VIOLATION && record->NumberParameters >= 2 &&
                record->ExceptionInformation[0] <= 1 &&
                dxgmap_os_region_commit((const void *)record->ExceptionInformation[1]);
  SetLastError(error);
  return mended ? DXGMAP_WIN_EXCEPTION_CONTINUE_EXECUTION : DXGMAP_WIN_EXCEPTION_CONTINUE_SEARCH;
}

/* ---- Opening and closing ---- */

/* The handler is there for as long as any region is. */
static bool dxgmap_os_region_use(void)
{
  bool used;
  AcquireSRWLockExclusive(&dxgmap_os_regions.using);
  if (dxgmap_os_regions.handler == NULL) {
    dxgmap_os_regions.handler = AddVectoredExceptionHandler(1, dxgmap_os_region_on_exception);
  }
  used = dxgmap_os_regions.handler != NULL;
  dxgmap_os_regions.count += used;
  ReleaseSRWLockExclusive(&dxgmap_os_regions.using);
  return used;
}

static void dxgmap_os_region_leave(void)
{
  AcquireSRWLockExclusive(&dxgmap_os_regions.using);
  dxgmap_os_regions.count--;
  if (dxgmap_os_regions.count == 0) {
    (void)RemoveVectoredExceptionHandler(dxgmap_os_regions.handler);
    dxgmap_os_regions.handler = NULL;
  }
  ReleaseSRWLockExclusive(&dxgmap_os_regions.using);
}

/* Reserved, with the first page promised; NULL: refused. */
static dxgmap_os_region *dxgmap_os_region_reserve(size_t bytes)
{
  void *all = bytes <= SIZE_MAX - DXGMAP_OS_PAGE
                  ? VirtualAlloc(NULL, bytes + DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_RESERVE, DXGMAP_WIN_PAGE_READWRITE)
                  : NULL;
  if (all != NULL && VirtualAlloc(all, DXGMAP_OS_PAGE, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READWRITE) == NULL) {
    unsigned long error = GetLastError();
    (void)VirtualFree(all, 0, DXGMAP_WIN_MEM_RELEASE);
    SetLastError(error);
    all = NULL;
  }
  return all;
}

void *dxgmap_os_region_open(size_t bytes)
{
  dxgmap_os_region *region;
  if (!dxgmap_os_region_use()) {
    return NULL;
  }
  region = dxgmap_os_region_reserve(bytes);
  if (region == NULL) {
    unsigned long error = GetLastError();
    dxgmap_os_region_leave();
    SetLastError(error);
    return NULL;
  }
  region->begin = (uintptr_t)region + DXGMAP_OS_PAGE;
  region->end = region->begin + (bytes + DXGMAP_OS_PAGE - 1) / DXGMAP_OS_PAGE * DXGMAP_OS_PAGE;
  AcquireSRWLockExclusive(&dxgmap_os_regions.lock);
  region->next = dxgmap_os_regions.first;
  dxgmap_os_regions.first = region;
  ReleaseSRWLockExclusive(&dxgmap_os_regions.lock);
  return (void *)region->begin;
}

void dxgmap_os_region_close(void *base, size_t bytes)
{
  dxgmap_os_region *region = (dxgmap_os_region *)((uintptr_t)base - DXGMAP_OS_PAGE), **link;
  (void)bytes;
  AcquireSRWLockExclusive(&dxgmap_os_regions.lock);
  link = &dxgmap_os_regions.first;
  while (*link != region) {
    link = &(*link)->next;
  }
  *link = region->next;
  ReleaseSRWLockExclusive(&dxgmap_os_regions.lock);
  (void)VirtualFree(region, 0, DXGMAP_WIN_MEM_RELEASE);
  dxgmap_os_region_leave();
}

/* ---- Spans ---- */

/* There are none: a range is made of placeholders, which are no part of a region. */
void *dxgmap_os_span_open(size_t dumped, size_t bytes, size_t faults)
{
  (void)dumped, (void)bytes, (void)faults;
  return NULL;
}

void dxgmap_os_span_close(void *base, size_t all)
{
  (void)base, (void)all;
}

bool dxgmap_os_span_empty(void *at, size_t bytes)
{
  (void)at, (void)bytes;
  return false;
}

#endif
