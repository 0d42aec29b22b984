/* SPDX-License-Identifier: MIT */
/*
 * The names of call sites on Windows.
 *
 * A module that gcc has linked has a symbol table at the end of its file, unless it was stripped. The file is mapped
 * for the one lookup, and found by what is mapped at the site, past the loader, which another thread may be in. A
 * module of another compiler has its names in a file of its own, which is not read: of its sites the module and the
 * offset from its start are known. Lines are not known at all; `addr2line` has them, by the module's base and that
 * offset.
 */
#include "host/os/os_windows.h"

#ifdef _WIN32

#include <string.h>

#define DXGMAP_OS_SYMBOLS_PATH 512u
#define DXGMAP_OS_SYMBOLS_ROOT "\\\\?\\GLOBALROOT" /* what a path that begins with a device is written behind */

/* A file of a module as PE has it: where its parts are, all from the beginning of the part before. */
#define DXGMAP_OS_PE_HEADER 0x3cu /* in the file: where the header is */
#define DXGMAP_OS_PE_SECTIONS 6u  /* in the header: how many */
#define DXGMAP_OS_PE_SYMBOLS 12u  /* where in the file, and after that, how many */
#define DXGMAP_OS_PE_OPTIONAL 20u /* bytes of what is between the header and the sections */
#define DXGMAP_OS_PE_HEADER_SIZE 24u
#define DXGMAP_OS_PE_SECTION_SIZE 40u
#define DXGMAP_OS_PE_SECTION_BYTES 8u /* in a section: in memory, and after that, where there */
#define DXGMAP_OS_PE_SYMBOL_SIZE 18u
#define DXGMAP_OS_PE_NAME 8u /* bytes of a short name; a long one is in the table of strings behind the symbols */
#define DXGMAP_OS_PE_VALUE 8u
#define DXGMAP_OS_PE_SECTION 12u
#define DXGMAP_OS_PE_TYPE 14u
#define DXGMAP_OS_PE_MORE 17u /* entries that belong to the symbol and follow it */
#define DXGMAP_OS_PE_FUNCTION 0x20u

typedef struct dxgmap_os_symbols_file {
  const unsigned char *bytes;
  uint64_t size;
} dxgmap_os_symbols_file;

/* ---- The file ---- */

/* `count` entries of `size` bytes at `offset`, if the file has them; a file may be cut short or be something else. */
static const unsigned char *dxgmap_os_symbols_at(const dxgmap_os_symbols_file *file, uint64_t offset, uint64_t count,
                                                 uint64_t size)
{
  bool inside = offset <= file->size && count <= (file->size - offset) / size;
  return inside ? file->bytes + offset : NULL;
}

static uint32_t dxgmap_os_symbols_word(const unsigned char *at)
{
  uint32_t word;
  memcpy(&word, at, sizeof word);
  return word;
}

static uint16_t dxgmap_os_symbols_half(const unsigned char *at)
{
  uint16_t half;
  memcpy(&half, at, sizeof half);
  return half;
}

static dxgmap_os_symbols_file dxgmap_os_symbols_view(void *file)
{
  dxgmap_os_symbols_file found = {NULL, 0};
  dxgmap_win_large size;
  void *mapping = CreateFileMappingA(file, NULL, DXGMAP_WIN_PAGE_READONLY, 0, 0, NULL);
  if (mapping != NULL) {
    found.bytes = MapViewOfFile(mapping, DXGMAP_WIN_FILE_MAP_READ, 0, 0, 0);
    found.size = found.bytes != NULL && GetFileSizeEx(file, &size) ? (uint64_t)size.QuadPart : 0;
    (void)CloseHandle(mapping);
  }
  return found;
}

static dxgmap_os_symbols_file dxgmap_os_symbols_map(const char *path)
{
  dxgmap_os_symbols_file found = {NULL, 0};
  void *file = CreateFileA(path, DXGMAP_WIN_GENERIC_READ, DXGMAP_WIN_FILE_SHARE_READ | DXGMAP_WIN_FILE_SHARE_DELETE,
                           NULL, DXGMAP_WIN_OPEN_EXISTING, DXGMAP_WIN_FILE_ATTRIBUTE_NORMAL, NULL);
  if (file != (void *)-1) {
    found = dxgmap_os_symbols_view(file);
    (void)CloseHandle(file);
  }
  return found;
}

/* ---- The table ---- */

typedef struct dxgmap_os_symbols_table {
  const unsigned char *section, *symbol, *strings;
  uint32_t sections, symbols;
  uint64_t strings_size;
} dxgmap_os_symbols_table;

static bool dxgmap_os_symbols_table_of(const dxgmap_os_symbols_file *file, dxgmap_os_symbols_table *table)
{
  const unsigned char *header = dxgmap_os_symbols_at(file, DXGMAP_OS_PE_HEADER, 1, sizeof(uint32_t));
  uint64_t at = header != NULL ? dxgmap_os_symbols_word(header) : file->size, symbols;
  header = dxgmap_os_symbols_at(file, at, 1, DXGMAP_OS_PE_HEADER_SIZE);
  if (header == NULL || memcmp(header, "PE\0\0", 4) != 0) {
    return false;
  }
  table->sections = dxgmap_os_symbols_half(header + DXGMAP_OS_PE_SECTIONS);
  symbols = dxgmap_os_symbols_word(header + DXGMAP_OS_PE_SYMBOLS);
  table->symbols = dxgmap_os_symbols_word(header + DXGMAP_OS_PE_SYMBOLS + sizeof(uint32_t));
  at += DXGMAP_OS_PE_HEADER_SIZE + dxgmap_os_symbols_half(header + DXGMAP_OS_PE_OPTIONAL);
  table->section = dxgmap_os_symbols_at(file, at, table->sections, DXGMAP_OS_PE_SECTION_SIZE);
  table->symbol = dxgmap_os_symbols_at(file, symbols, table->symbols, DXGMAP_OS_PE_SYMBOL_SIZE);
  if (symbols == 0 || table->section == NULL || table->symbol == NULL) {
    return false;
  }
  table->strings = table->symbol + (size_t)table->symbols * DXGMAP_OS_PE_SYMBOL_SIZE;
  table->strings_size = file->size - (uint64_t)(table->strings - file->bytes);
  return true;
}

/* The section that the address lies in, and where it begins; 0: none. Addresses are counted from the module's start. */
static uint32_t dxgmap_os_symbols_section(const dxgmap_os_symbols_table *table, uint64_t address, uint64_t *begin)
{
  for (uint32_t i = 0; i < table->sections; i++) {
    const unsigned char *section = table->section + (size_t)i * DXGMAP_OS_PE_SECTION_SIZE + DXGMAP_OS_PE_SECTION_BYTES;
    *begin = dxgmap_os_symbols_word(section + sizeof(uint32_t));
    if (address >= *begin && address - *begin < dxgmap_os_symbols_word(section)) {
      return i + 1;
    }
  }
  return 0;
}

static void dxgmap_os_symbols_name(const dxgmap_os_symbols_table *table, const unsigned char *entry,
                                   dxgmap_os_symbol *symbol)
{
  const char *name = (const char *)entry;
  size_t most = DXGMAP_OS_PE_NAME;
  if (dxgmap_os_symbols_word(entry) == 0) {
    uint32_t at = dxgmap_os_symbols_word(entry + sizeof(uint32_t));
    name = at < table->strings_size ? (const char *)table->strings + at : "";
    most = at < table->strings_size ? table->strings_size - at : 0;
  }
  most = most < sizeof symbol->name - 1 ? most : sizeof symbol->name - 1;
  memcpy(symbol->name, name, strnlen(name, most));
}

/* The function that begins last before the address, in its section. */
static void dxgmap_os_symbols_search(const dxgmap_os_symbols_table *table, uint64_t address, dxgmap_os_symbol *symbol)
{
  uint64_t begin, best = 0;
  uint32_t section = dxgmap_os_symbols_section(table, address, &begin);
  const unsigned char *found = NULL;
  for (uint32_t i = 0; section != 0 && i < table->symbols; i++) {
    const unsigned char *entry = table->symbol + (size_t)i * DXGMAP_OS_PE_SYMBOL_SIZE;
    uint64_t value = begin + dxgmap_os_symbols_word(entry + DXGMAP_OS_PE_VALUE);
    if (dxgmap_os_symbols_half(entry + DXGMAP_OS_PE_SECTION) == section &&
        dxgmap_os_symbols_half(entry + DXGMAP_OS_PE_TYPE) == DXGMAP_OS_PE_FUNCTION && value <= address &&
        (found == NULL || value > best)) {
      found = entry;
      best = value;
    }
    i += entry[DXGMAP_OS_PE_MORE];
  }
  if (found != NULL) {
    dxgmap_os_symbols_name(table, found, symbol);
    symbol->offset = address - best;
  }
}

static void dxgmap_os_symbols_read(const char *path, uint64_t address, dxgmap_os_symbol *symbol)
{
  dxgmap_os_symbols_file file = dxgmap_os_symbols_map(path);
  dxgmap_os_symbols_table table;
  if (file.bytes != NULL && dxgmap_os_symbols_table_of(&file, &table)) {
    dxgmap_os_symbols_search(&table, address, symbol);
  }
  if (file.bytes != NULL) {
    (void)UnmapViewOfFile(file.bytes);
  }
}

/* ---- Modules ---- */

static void dxgmap_os_symbols_module(const char *path, dxgmap_os_symbol *symbol)
{
  const char *slash = strrchr(path, '\\');
  const char *module = slash != NULL ? slash + 1 : path;
  memcpy(symbol->module, module, strnlen(module, sizeof symbol->module - 1));
}

/* The system's own name of the file, behind what it is opened by: Windows names its device, and Wine the drive. */
static const char *dxgmap_os_symbols_path(const void *base, char *path, uint32_t size)
{
  const uint32_t root = sizeof DXGMAP_OS_SYMBOLS_ROOT - 1;
  memset(path, 0, size);
  memcpy(path, DXGMAP_OS_SYMBOLS_ROOT, root);
  (void)K32GetMappedFileNameA(GetCurrentProcess(), (void *)(uintptr_t)base, path + root, size - root - 1);
  return strncmp(path + root, "\\??\\", 4) == 0 ? path + root + 4 : path;
}

void dxgmap_os_symbol_of(const void *site, bool name, dxgmap_os_symbol *symbol)
{
  dxgmap_win_memory found;
  char room[DXGMAP_OS_SYMBOLS_PATH];
  memset(symbol, 0, sizeof *symbol);
  symbol->offset = (uint64_t)(uintptr_t)site;
  /* A site is where a call returns to, which may be the first byte after the function: look one byte before. */
  if (site == NULL || VirtualQuery((const char *)site - 1, &found, sizeof found) == 0 ||
      found.Type != DXGMAP_WIN_MEM_IMAGE) {
    return;
  }
  const char *path = dxgmap_os_symbols_path(found.AllocationBase, room, sizeof room);
  symbol->offset = (uint64_t)((uintptr_t)site - (uintptr_t)found.AllocationBase) - 1;
  dxgmap_os_symbols_module(path, symbol);
  if (name) {
    dxgmap_os_symbols_read(path, symbol->offset, symbol);
  }
  symbol->offset++;
}

uint32_t dxgmap_os_lines_of(const void *site, dxgmap_os_line_visitor *visitor, void *context)
{
  (void)site;
  (void)visitor;
  (void)context;
  return 0;
}

#endif
