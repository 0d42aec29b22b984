/* SPDX-License-Identifier: MIT */
/*
 * Ranges on Windows: placeholders, which Windows has from version 1803 of Windows 10 on.
 *
 * A range is made of pieces side by side: placeholders, which fault, views of files, and pages of their own. What is to
 * be put somewhere replaces one placeholder of just its size. So whatever is there is first made placeholders again,
 * these are joined, and the part is split off. A piece of a view cannot be taken out of it: the view goes, and what is
 * left of it on either side is mapped anew. A thread that touches the range meanwhile faults; its fault waits for the
 * change, and finds that there is memory (dxgmap_os_range_has).
 *
 * Which pieces there are Windows knows. What it does not tell is the file of a view: that is kept, for the view's first
 * page, behind the head of the range.
 */
#include "host/os/os_windows.h"

#ifdef _WIN32

typedef struct dxgmap_os_view {
  dxgmap_os_file file; /* held */
  uint64_t offset;
  size_t bytes;
} dxgmap_os_view;

typedef struct dxgmap_os_range {
  struct dxgmap_os_range *next;
  uintptr_t begin, end;
  dxgmap_os_view view[]; /* reserved: one for each page, and memory where a view has begun */
} dxgmap_os_range;

static struct {
  dxgmap_win_lock lock; /* exclusive for changes of ranges; whoever has it touches none */
  dxgmap_os_range *first;
} dxgmap_os_ranges = {.lock = {NULL}};

/* ---- What this Windows has ---- */

typedef void *dxgmap_os_allocate2(void *process, void *at, size_t bytes, unsigned long kind, unsigned long protection,
                                  void *more, unsigned long count);
typedef void *dxgmap_os_map3(void *mapping, void *process, void *at, uint64_t offset, size_t bytes, unsigned long kind,
                             unsigned long protection, void *more, unsigned long count);
typedef int dxgmap_os_unmap2(void *process, void *at, unsigned long kind);

static struct {
  dxgmap_os_allocate2 *allocate;
  dxgmap_os_map3 *map;
  dxgmap_os_unmap2 *unmap;
  const char *lacks;
} dxgmap_os_placeholders;

#define DXGMAP_OS_LACKS(what) what "; dxgmap needs Windows 10, version 1803, or later"

const char *dxgmap_os_range_lacks(void)
{
  return __atomic_load_n(&dxgmap_os_placeholders.lacks, __ATOMIC_RELAXED);
}

static void dxgmap_os_range_note(const char *lacks)
{
  __atomic_store_n(&dxgmap_os_placeholders.lacks, lacks, __ATOMIC_RELAXED);
}

/* Looked for at run time, so that a program that was linked with dxgmap starts on an older Windows too. */
typedef void dxgmap_os_function(void);

static dxgmap_os_function *dxgmap_os_range_function(const char *name, const char *lacks)
{
  dxgmap_win_module *module = GetModuleHandleA("kernelbase.dll");
  dxgmap_os_function *function = module != NULL ? (dxgmap_os_function *)GetProcAddress(module, name) : NULL;
  if (function == NULL) {
    dxgmap_os_range_note(lacks);
  }
  return function;
}

static bool dxgmap_os_range_find_functions(void)
{
  dxgmap_os_placeholders.allocate =
      (dxgmap_os_allocate2 *)dxgmap_os_range_function("VirtualAlloc2", DXGMAP_OS_LACKS("no VirtualAlloc2"));
  dxgmap_os_placeholders.map =
      (dxgmap_os_map3 *)dxgmap_os_range_function("MapViewOfFile3", DXGMAP_OS_LACKS("no MapViewOfFile3"));
  dxgmap_os_placeholders.unmap =
      (dxgmap_os_unmap2 *)dxgmap_os_range_function("UnmapViewOfFile2", DXGMAP_OS_LACKS("no UnmapViewOfFile2"));
  return dxgmap_os_placeholders.allocate != NULL && dxgmap_os_placeholders.map != NULL &&
         dxgmap_os_placeholders.unmap != NULL;
}

/* ---- Pieces ---- */

enum dxgmap_os_piece_kind {
  DXGMAP_OS_PIECE_STRANGE = 0,
  DXGMAP_OS_PIECE_VOID, /* a placeholder */
  DXGMAP_OS_PIECE_VIEW,
  DXGMAP_OS_PIECE_OWN, /* a page of memory */
};

typedef struct dxgmap_os_piece {
  enum dxgmap_os_piece_kind kind;
  uintptr_t begin, end;
} dxgmap_os_piece;

static void *dxgmap_os_pointer(uintptr_t at)
{
  return (void *)at;
}

static dxgmap_os_view *dxgmap_os_range_view(dxgmap_os_range *range, uintptr_t at)
{
  return &range->view[(at - range->begin) / DXGMAP_OS_PAGE];
}

static dxgmap_os_piece dxgmap_os_piece_at(dxgmap_os_range *range, uintptr_t at)
{
  dxgmap_os_piece piece = {DXGMAP_OS_PIECE_STRANGE, at, at};
  dxgmap_win_memory found;
  if (VirtualQuery(dxgmap_os_pointer(at), &found, sizeof found) == 0 || found.State == DXGMAP_WIN_MEM_FREE) {
    return piece;
  }
  piece.begin = (uintptr_t)found.AllocationBase;
  piece.end = (uintptr_t)found.BaseAddress + found.RegionSize;
  if (found.Type == DXGMAP_WIN_MEM_MAPPED) {
    piece.kind = DXGMAP_OS_PIECE_VIEW;
    piece.end = piece.begin + dxgmap_os_range_view(range, piece.begin)->bytes;
  } else {
    piece.kind = found.State == DXGMAP_WIN_MEM_RESERVE ? DXGMAP_OS_PIECE_VOID : DXGMAP_OS_PIECE_OWN;
  }
  return piece;
}

/* A placeholder of its own, of what was part of one. */
static bool dxgmap_os_piece_split(uintptr_t begin, uintptr_t end)
{
  return VirtualFree(dxgmap_os_pointer(begin), end - begin,
                     DXGMAP_WIN_MEM_RELEASE | DXGMAP_WIN_MEM_PRESERVE_PLACEHOLDER);
}

static bool dxgmap_os_piece_join(uintptr_t begin, uintptr_t end)
{
  return VirtualFree(dxgmap_os_pointer(begin), end - begin,
                     DXGMAP_WIN_MEM_RELEASE | DXGMAP_WIN_MEM_COALESCE_PLACEHOLDERS);
}

/* In place of a placeholder of just that size. */
static bool dxgmap_os_piece_map(dxgmap_os_range *range, uintptr_t begin, uintptr_t end, dxgmap_os_file file,
                                uint64_t offset)
{
  dxgmap_os_view *view = dxgmap_os_range_view(range, begin);
  if (VirtualAlloc(view, sizeof *view, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READWRITE) == NULL ||
      dxgmap_os_placeholders.map(dxgmap_os_file_section(file), GetCurrentProcess(), dxgmap_os_pointer(begin), offset,
                                 end - begin, DXGMAP_WIN_MEM_REPLACE_PLACEHOLDER, DXGMAP_WIN_PAGE_READWRITE, NULL,
                                 0) == NULL) {
    return false;
  }
  /* It has memory already (dxgmap_os_file_back); Wine forgets that when the view goes through which it got it. */
  (void)VirtualAlloc(dxgmap_os_pointer(begin), end - begin, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READWRITE);
  *view = (dxgmap_os_view){file, offset, end - begin};
  dxgmap_os_file_hold(file);
  return true;
}

/* A placeholder again, but for what lies outside [begin, end). */
static bool dxgmap_os_piece_unmap(dxgmap_os_range *range, const dxgmap_os_piece *piece, uintptr_t begin, uintptr_t end)
{
  dxgmap_os_view view = *dxgmap_os_range_view(range, piece->begin);
  bool done = dxgmap_os_placeholders.unmap(GetCurrentProcess(), dxgmap_os_pointer(piece->begin),
                                           DXGMAP_WIN_MEM_PRESERVE_PLACEHOLDER);
  if (!done) {
    return false;
  }
  if (piece->begin < begin) {
    done = dxgmap_os_piece_split(piece->begin, begin) &&
           dxgmap_os_piece_map(range, piece->begin, begin, view.file, view.offset);
  }
  if (done && piece->end > end) {
    done = dxgmap_os_piece_split(end, piece->end) &&
           dxgmap_os_piece_map(range, end, piece->end, view.file, view.offset + (end - piece->begin));
  }
  dxgmap_os_file_close(view.file);
  return done;
}

static bool dxgmap_os_piece_free(dxgmap_os_range *range, const dxgmap_os_piece *piece, uintptr_t begin, uintptr_t end)
{
  switch (piece->kind) {
  case DXGMAP_OS_PIECE_VOID:
    return true;
  case DXGMAP_OS_PIECE_VIEW:
    return dxgmap_os_piece_unmap(range, piece, begin, end);
  case DXGMAP_OS_PIECE_OWN:
    return dxgmap_os_piece_split(piece->begin, piece->end);
  default:
    SetLastError(DXGMAP_WIN_ERROR_INVALID_ADDRESS);
    return false;
  }
}

/* ---- Parts of a range ---- */

static dxgmap_os_range *dxgmap_os_range_of(uintptr_t at)
{
  dxgmap_os_range *range = dxgmap_os_ranges.first;
  while (range != NULL && (at < range->begin || at >= range->end)) {
    range = range->next;
  }
  return range;
}

/* All of [begin, end) lies in one placeholder, *around. */
static bool dxgmap_os_range_void(dxgmap_os_range *range, uintptr_t begin, uintptr_t end, dxgmap_os_piece *around)
{
  dxgmap_os_piece last = {DXGMAP_OS_PIECE_VOID, begin, begin};
  uint64_t pieces = 0;
  for (uintptr_t at = begin; at < end; at = last.end) {
    last = dxgmap_os_piece_at(range, at);
    if (!dxgmap_os_piece_free(range, &last, begin, end)) {
      return false;
    }
    pieces++;
  }
  *around = dxgmap_os_piece_at(range, begin);
  around->end = dxgmap_os_piece_at(range, end - 1).end;
  return pieces == 1 || dxgmap_os_piece_join(around->begin, around->end);
}

/* The placeholder is one with those beside it, so that their number stays that of what is between. */
static bool dxgmap_os_range_join(dxgmap_os_range *range, const dxgmap_os_piece *around)
{
  dxgmap_os_piece before = *around, after = *around;
  if (around->begin > range->begin) {
    before = dxgmap_os_piece_at(range, around->begin - 1);
  }
  if (around->end < range->end) {
    after = dxgmap_os_piece_at(range, around->end);
  }
  uintptr_t begin = before.kind == DXGMAP_OS_PIECE_VOID ? before.begin : around->begin;
  uintptr_t end = after.kind == DXGMAP_OS_PIECE_VOID ? after.end : around->end;
  return (begin == around->begin && end == around->end) || dxgmap_os_piece_join(begin, end);
}

static bool dxgmap_os_range_clear_in(dxgmap_os_range *range, uintptr_t begin, uintptr_t end)
{
  dxgmap_os_piece around;
  return dxgmap_os_range_void(range, begin, end, &around) && dxgmap_os_range_join(range, &around);
}

/* [begin, end) is a placeholder of its own. */
static bool dxgmap_os_range_part(dxgmap_os_range *range, uintptr_t begin, uintptr_t end)
{
  dxgmap_os_piece around;
  return dxgmap_os_range_void(range, begin, end, &around) &&
         ((around.begin == begin && around.end == end) || dxgmap_os_piece_split(begin, end));
}

static bool dxgmap_os_range_fill_page(dxgmap_os_range *range, uintptr_t at)
{
  return dxgmap_os_range_part(range, at, at + DXGMAP_OS_PAGE) &&
         dxgmap_os_placeholders.allocate(GetCurrentProcess(), dxgmap_os_pointer(at), DXGMAP_OS_PAGE,
                                         DXGMAP_WIN_MEM_RESERVE | DXGMAP_WIN_MEM_COMMIT |
                                             DXGMAP_WIN_MEM_REPLACE_PLACEHOLDER,
                                         DXGMAP_WIN_PAGE_READWRITE, NULL, 0) != NULL;
}

bool dxgmap_os_range_map(void *at, size_t bytes, dxgmap_os_file file, uint64_t offset)
{
  uintptr_t begin = (uintptr_t)at;
  dxgmap_os_range *range;
  bool done;
  if (!dxgmap_os_file_back(file, offset, bytes)) {
    return false;
  }
  AcquireSRWLockExclusive(&dxgmap_os_ranges.lock);
  range = dxgmap_os_range_of(begin);
  done = range != NULL && dxgmap_os_range_part(range, begin, begin + bytes) &&
         dxgmap_os_piece_map(range, begin, begin + bytes, file, offset);
  ReleaseSRWLockExclusive(&dxgmap_os_ranges.lock);
  return done;
}

bool dxgmap_os_range_fill(void *at, size_t bytes)
{
  uintptr_t page = (uintptr_t)at, end = page + bytes;
  dxgmap_os_range *range;
  AcquireSRWLockExclusive(&dxgmap_os_ranges.lock);
  range = dxgmap_os_range_of(page);
  while (range != NULL && page < end && dxgmap_os_range_fill_page(range, page)) {
    page += DXGMAP_OS_PAGE;
  }
  ReleaseSRWLockExclusive(&dxgmap_os_ranges.lock);
  return page == end;
}

bool dxgmap_os_range_clear(void *at, size_t bytes)
{
  uintptr_t begin = (uintptr_t)at;
  dxgmap_os_range *range;
  bool done;
  AcquireSRWLockExclusive(&dxgmap_os_ranges.lock);
  range = dxgmap_os_range_of(begin);
  done = range != NULL && dxgmap_os_range_clear_in(range, begin, begin + bytes);
  ReleaseSRWLockExclusive(&dxgmap_os_ranges.lock);
  return done;
}

bool dxgmap_os_range_has(const void *address)
{
  dxgmap_win_memory found;
  bool has;
  AcquireSRWLockShared(&dxgmap_os_ranges.lock);
  has = dxgmap_os_range_of((uintptr_t)address) != NULL && VirtualQuery(address, &found, sizeof found) != 0 &&
        found.State == DXGMAP_WIN_MEM_COMMIT && found.Protect == DXGMAP_WIN_PAGE_READWRITE;
  ReleaseSRWLockShared(&dxgmap_os_ranges.lock);
  return has;
}

/* ---- Opening and closing ---- */

static dxgmap_os_range *dxgmap_os_range_head(size_t pages)
{
  dxgmap_os_range *range = VirtualAlloc(NULL, sizeof *range + pages * sizeof range->view[0], DXGMAP_WIN_MEM_RESERVE,
                                        DXGMAP_WIN_PAGE_READWRITE);
  if (range != NULL && VirtualAlloc(range, sizeof *range, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READWRITE) == NULL) {
    unsigned long error = GetLastError();
    (void)VirtualFree(range, 0, DXGMAP_WIN_MEM_RELEASE);
    SetLastError(error);
    range = NULL;
  }
  return range;
}

/* An older system that has the function may not have placeholders. */
static void *dxgmap_os_range_reserve(size_t bytes)
{
  void *base = dxgmap_os_placeholders.allocate(GetCurrentProcess(), NULL, bytes,
                                               DXGMAP_WIN_MEM_RESERVE | DXGMAP_WIN_MEM_RESERVE_PLACEHOLDER,
                                               DXGMAP_WIN_PAGE_NOACCESS, NULL, 0);
  if (base == NULL && GetLastError() == DXGMAP_WIN_ERROR_INVALID_PARAMETER) {
    dxgmap_os_range_note(DXGMAP_OS_LACKS("VirtualAlloc2 refuses MEM_RESERVE_PLACEHOLDER"));
  }
  return base;
}

void *dxgmap_os_range_open(size_t bytes)
{
  dxgmap_os_range *range;
  void *base;
  if (!dxgmap_os_range_find_functions()) {
    return NULL;
  }
  range = dxgmap_os_range_head(bytes / DXGMAP_OS_PAGE);
  if (range == NULL) {
    return NULL;
  }
  base = dxgmap_os_range_reserve(bytes);
  if (base == NULL) {
    unsigned long error = GetLastError();
    (void)VirtualFree(range, 0, DXGMAP_WIN_MEM_RELEASE);
    SetLastError(error);
    return NULL;
  }
  range->begin = (uintptr_t)base;
  range->end = range->begin + bytes;
  AcquireSRWLockExclusive(&dxgmap_os_ranges.lock);
  range->next = dxgmap_os_ranges.first;
  dxgmap_os_ranges.first = range;
  ReleaseSRWLockExclusive(&dxgmap_os_ranges.lock);
  return base;
}

void dxgmap_os_range_close(void *base, size_t bytes)
{
  uintptr_t begin = (uintptr_t)base;
  dxgmap_os_range *range, **link = &dxgmap_os_ranges.first;
  AcquireSRWLockExclusive(&dxgmap_os_ranges.lock);
  range = dxgmap_os_range_of(begin);
  (void)dxgmap_os_range_clear_in(range, begin, begin + bytes);
  while (*link != range) {
    link = &(*link)->next;
  }
  *link = range->next;
  ReleaseSRWLockExclusive(&dxgmap_os_ranges.lock);
  (void)VirtualFree(base, 0, DXGMAP_WIN_MEM_RELEASE);
  (void)VirtualFree(range, 0, DXGMAP_WIN_MEM_RELEASE);
}

#endif
