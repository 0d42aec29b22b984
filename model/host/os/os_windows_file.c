/* SPDX-License-Identifier: MIT */
/*
 * Files on Windows: sections of the paging file. A section is reserved, and what is mapped or written of it is promised
 * then, so that it is refused there and not at a touch. Windows takes back what was promised of a section at its end
 * alone.
 */
#include "host/os/os_windows.h"

#ifdef _WIN32

#include <string.h>

typedef struct dxgmap_os_section {
  void *handle;
  uint64_t holds;
} dxgmap_os_section;

static dxgmap_os_section *dxgmap_os_section_of(dxgmap_os_file file)
{
  return (dxgmap_os_section *)file;
}

void *dxgmap_os_file_section(dxgmap_os_file file)
{
  return dxgmap_os_section_of(file)->handle;
}

/* ---- Opening and closing ---- */

/* A section with a name could be opened by other programs. */
dxgmap_os_file dxgmap_os_file_open(const char *name, uint64_t bytes)
{
  dxgmap_os_section *section = HeapAlloc(GetProcessHeap(), 0, sizeof *section);
  (void)name;
  if (section == NULL) {
    SetLastError(DXGMAP_WIN_ERROR_NOT_ENOUGH_MEMORY);
    return DXGMAP_OS_NO_FILE;
  }
  section->holds = 1;
  section->handle = CreateFileMappingA((void *)-1, NULL, DXGMAP_WIN_PAGE_READWRITE | DXGMAP_WIN_SEC_RESERVE,
                                       (unsigned long)(bytes >> 32), (unsigned long)(bytes & UINT32_MAX), NULL);
  if (section->handle == NULL) {
    unsigned long error = GetLastError();
    (void)HeapFree(GetProcessHeap(), 0, section);
    SetLastError(error);
    return DXGMAP_OS_NO_FILE;
  }
  return (dxgmap_os_file)section;
}

void dxgmap_os_file_hold(dxgmap_os_file file)
{
  (void)__atomic_add_fetch(&dxgmap_os_section_of(file)->holds, 1, __ATOMIC_RELAXED);
}

void dxgmap_os_file_close(dxgmap_os_file file)
{
  dxgmap_os_section *section = dxgmap_os_section_of(file);
  if (__atomic_sub_fetch(&section->holds, 1, __ATOMIC_ACQ_REL) == 0) {
    (void)CloseHandle(section->handle);
    (void)HeapFree(GetProcessHeap(), 0, section);
  }
}

/* ---- Mapping ---- */

void *dxgmap_os_file_map(dxgmap_os_file file, uint64_t offset, size_t bytes)
{
  uint64_t first = offset / DXGMAP_OS_GRANULE * DXGMAP_OS_GRANULE;
  size_t before = (size_t)(offset - first);
  unsigned char *view =
      MapViewOfFile(dxgmap_os_file_section(file), DXGMAP_WIN_FILE_MAP_WRITE, (unsigned long)(first >> 32),
                    (unsigned long)(first & UINT32_MAX), before + bytes);
  if (view != NULL && VirtualAlloc(view + before, bytes, DXGMAP_WIN_MEM_COMMIT, DXGMAP_WIN_PAGE_READWRITE) == NULL) {
    unsigned long error = GetLastError();
    (void)UnmapViewOfFile(view);
    SetLastError(error);
    view = NULL;
  }
  return view != NULL ? view + before : NULL;
}

void dxgmap_os_file_unmap(void *base, size_t bytes)
{
  (void)bytes;
  (void)UnmapViewOfFile((void *)((uintptr_t)base / DXGMAP_OS_GRANULE * DXGMAP_OS_GRANULE));
}

bool dxgmap_os_file_back(dxgmap_os_file file, uint64_t offset, size_t bytes)
{
  void *view = dxgmap_os_file_map(file, offset, bytes);
  if (view != NULL) {
    dxgmap_os_file_unmap(view, bytes);
  }
  return view != NULL;
}

/* ---- Access by offset ---- */

/* The bytes at an offset, mapped for a moment; the pages that they lie in have memory then. */
static unsigned char *dxgmap_os_file_at(dxgmap_os_file file, uint64_t offset, uint64_t length, void **view)
{
  size_t inside = (size_t)(offset % DXGMAP_OS_PAGE);
  *view = dxgmap_os_file_map(file, offset - inside, inside + (size_t)length);
  return *view != NULL ? (unsigned char *)*view + inside : NULL;
}

bool dxgmap_os_file_read(dxgmap_os_file file, uint64_t offset, void *to, size_t length)
{
  void *view;
  const unsigned char *bytes;
  if (length == 0) {
    return true;
  }
  bytes = dxgmap_os_file_at(file, offset, length, &view);
  if (bytes == NULL) {
    return false;
  }
  memcpy(to, bytes, length);
  dxgmap_os_file_unmap(view, length);
  return true;
}

bool dxgmap_os_file_write(dxgmap_os_file file, uint64_t offset, const void *from, size_t length)
{
  void *view;
  unsigned char *bytes;
  if (length == 0) {
    return true;
  }
  bytes = dxgmap_os_file_at(file, offset, length, &view);
  if (bytes == NULL) {
    return false;
  }
  memcpy(bytes, from, length);
  dxgmap_os_file_unmap(view, length);
  return true;
}

void dxgmap_os_file_punch(dxgmap_os_file file, uint64_t offset, uint64_t bytes)
{
  void *view = dxgmap_os_file_map(file, offset, (size_t)bytes);
  if (view != NULL) {
    memset(view, 0, (size_t)bytes);
    dxgmap_os_file_unmap(view, (size_t)bytes);
  }
}

#endif
