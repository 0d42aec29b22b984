/* SPDX-License-Identifier: MIT */
/*
 * The process on Windows: its memory, which Windows tells of and copies for us, and its streams.
 *
 * The mark of a page is a lock of it in memory: freed memory loses it, and Windows tells of it page by page. A process
 * may lock some dozens of pages only, as its least working set has it.
 */
#include "host/os/os_windows.h"

#ifdef _WIN32

#include <fcntl.h>
#include <io.h>

/* ---- Memory ---- */

#define DXGMAP_OS_WRITABLE                                                                     \
  (DXGMAP_WIN_PAGE_READWRITE | DXGMAP_WIN_PAGE_WRITECOPY | DXGMAP_WIN_PAGE_EXECUTE_READWRITE | \
   DXGMAP_WIN_PAGE_EXECUTE_WRITECOPY)
#define DXGMAP_OS_READABLE (DXGMAP_OS_WRITABLE | DXGMAP_WIN_PAGE_READONLY | DXGMAP_WIN_PAGE_EXECUTE_READ)

/* How many bytes from there on allow the access; 0: none. A guard is left in place. */
static uintptr_t dxgmap_os_allows(uintptr_t at, unsigned long access)
{
  dxgmap_win_memory found;
  if (VirtualQuery((const void *)at, &found, sizeof found) == 0 || found.State != DXGMAP_WIN_MEM_COMMIT ||
      (found.Protect & access) == 0 || (found.Protect & DXGMAP_WIN_PAGE_GUARD) != 0) {
    return 0;
  }
  return (uintptr_t)found.BaseAddress + found.RegionSize - at;
}

static bool dxgmap_os_allows_all(uintptr_t at, uintptr_t length, unsigned long access)
{
  uintptr_t end = at + length, bytes = 1;
  while (at < end && bytes != 0) {
    bytes = dxgmap_os_allows(at, access);
    at += bytes;
  }
  return at >= end;
}

bool dxgmap_os_readable(const void *page, uint64_t pages)
{
  return dxgmap_os_allows_all((uintptr_t)page, (uintptr_t)pages * DXGMAP_OS_PAGE, DXGMAP_OS_READABLE);
}

bool dxgmap_os_writable(void *page)
{
  return dxgmap_os_allows((uintptr_t)page, DXGMAP_OS_WRITABLE) != 0;
}

bool dxgmap_os_marked(const void *page)
{
  const uint64_t locked = DXGMAP_WIN_WORKING_SET_VALID | DXGMAP_WIN_WORKING_SET_LOCKED;
  dxgmap_win_working_set about;
  about.VirtualAddress = (void *)(uintptr_t)page;
  about.VirtualAttributes.Flags = 0;
  return K32QueryWorkingSetEx(GetCurrentProcess(), &about, sizeof about) &&
         (about.VirtualAttributes.Flags & locked) == locked;
}

/* A system that locks and does not tell of it (Wine) has no marks. */
bool dxgmap_os_mark(const void *page)
{
  if (!VirtualLock((void *)(uintptr_t)page, DXGMAP_OS_PAGE)) {
    return false;
  }
  if (!dxgmap_os_marked(page)) {
    dxgmap_os_unmark(page);
    return false;
  }
  return true;
}

void dxgmap_os_unmark(const void *page)
{
  (void)VirtualUnlock((void *)(uintptr_t)page, DXGMAP_OS_PAGE);
}

/* It is looked at before, too: Wine reads what the process cannot, and Windows writes to code that can only be read. */
bool dxgmap_os_copy_from(const void *address, void *to, size_t length)
{
  size_t done = 0;
  return dxgmap_os_allows_all((uintptr_t)address, length, DXGMAP_OS_READABLE) &&
         ReadProcessMemory(GetCurrentProcess(), address, to, length, &done) && done == length;
}

bool dxgmap_os_copy_to(void *address, const void *from, size_t length)
{
  size_t done = 0;
  return dxgmap_os_allows_all((uintptr_t)address, length, DXGMAP_OS_WRITABLE) &&
         WriteProcessMemory(GetCurrentProcess(), address, from, length, &done) && done == length;
}

/* ---- Streams ---- */

static void *dxgmap_os_stream(int stream)
{
  return (void *)_get_osfhandle(stream);
}

/* Past the C library, which would change the ends of lines. */
void dxgmap_os_print(int stream, const char *bytes, size_t length)
{
  void *file = dxgmap_os_stream(stream);
  unsigned long done = 1;
  while (length != 0 && done != 0 &&
         WriteFile(file, bytes, length < UINT32_MAX ? (unsigned long)length : UINT32_MAX, &done, NULL)) {
    bytes += done;
    length -= done;
  }
}

/* One that knows of colours. */
bool dxgmap_os_terminal(int stream)
{
  void *file = dxgmap_os_stream(stream);
  unsigned long mode;
  return GetConsoleMode(file, &mode) && ((mode & DXGMAP_WIN_ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0 ||
                                         SetConsoleMode(file, mode | DXGMAP_WIN_ENABLE_VIRTUAL_TERMINAL_PROCESSING));
}

/* With no right but to append, each write goes to the end, whoever else writes. */
int dxgmap_os_stream_open(const char *path)
{
  void *none = (void *)-1;
  void *file = CreateFileA(path, DXGMAP_WIN_FILE_APPEND_DATA | DXGMAP_WIN_SYNCHRONIZE,
                           DXGMAP_WIN_FILE_SHARE_READ | DXGMAP_WIN_FILE_SHARE_WRITE | DXGMAP_WIN_FILE_SHARE_DELETE,
                           NULL, DXGMAP_WIN_OPEN_ALWAYS, DXGMAP_WIN_FILE_ATTRIBUTE_NORMAL, NULL);
  int stream = file != none ? _open_osfhandle((intptr_t)file, _O_APPEND | _O_BINARY) : -1;
  if (stream < 0 && file != none) {
    (void)CloseHandle(file);
  }
  return stream;
}

void dxgmap_os_stream_close(int stream)
{
  (void)_close(stream);
}

uint64_t dxgmap_os_process_number(void)
{
  return GetCurrentProcessId();
}

#endif
