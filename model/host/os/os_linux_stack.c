/* SPDX-License-Identifier: MIT */
/*
 * The names of call sites on Linux.
 *
 * The dynamic linker knows the functions that a module exports; a driver's are mostly static, so the symbol table of
 * the file is read too. The file is mapped for the one lookup: reports are rare, and nothing is allocated or
 * kept.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os.h"

#ifndef _WIN32

#include <dlfcn.h>
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define DXGMAP_OS_SYMBOLS_PATH 512u

typedef struct dxgmap_os_symbols_file {
  const unsigned char *bytes;
  size_t size;
} dxgmap_os_symbols_file;

static void dxgmap_os_symbols_copy(char *to, size_t size, const char *from, size_t length)
{
  size_t part = length < size - 1 ? length : size - 1;
  memcpy(to, from, part);
  to[part] = '\0';
}

static dxgmap_os_symbols_file dxgmap_os_symbols_map(const char *path)
{
  dxgmap_os_symbols_file file = {NULL, 0};
  struct stat status;
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return file;
  }
  if (fstat(descriptor, &status) == 0 && (size_t)status.st_size >= sizeof(Elf64_Ehdr)) {
    void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes != MAP_FAILED) {
      file = (dxgmap_os_symbols_file){bytes, (size_t)status.st_size};
    }
  }
  (void)close(descriptor);
  return file;
}

/* `count` entries of `size` bytes at `offset`, if the file has them; a file may be cut short or be something else. */
static const void *dxgmap_os_symbols_at(const dxgmap_os_symbols_file *file, uint64_t offset, uint64_t count,
                                        uint64_t size)
{
  bool inside = offset <= file->size && count <= (file->size - offset) / size && offset % 8 == 0;
  return inside ? file->bytes + offset : NULL;
}

static void dxgmap_os_symbols_search(const dxgmap_os_symbols_file *file, const Elf64_Shdr *table,
                                     const Elf64_Shdr *names, uint64_t value, dxgmap_os_symbol *symbol)
{
  uint64_t count = table->sh_size / sizeof(Elf64_Sym);
  const Elf64_Sym *entry = dxgmap_os_symbols_at(file, table->sh_offset, count, sizeof *entry);
  if (entry == NULL || names->sh_offset > file->size || names->sh_size > file->size - names->sh_offset) {
    return;
  }
  for (uint64_t i = 0; i < count; i++) {
    if (ELF64_ST_TYPE(entry[i].st_info) == STT_FUNC && value >= entry[i].st_value &&
        value - entry[i].st_value < entry[i].st_size && entry[i].st_name < names->sh_size) {
      const char *name = (const char *)file->bytes + names->sh_offset + entry[i].st_name;
      dxgmap_os_symbols_copy(symbol->name, sizeof symbol->name, name, strnlen(name, names->sh_size - entry[i].st_name));
      symbol->offset = value - entry[i].st_value;
      return;
    }
  }
}

static void dxgmap_os_symbols_in_file(const dxgmap_os_symbols_file *file, uint64_t base, uint64_t address,
                                      dxgmap_os_symbol *symbol)
{
  const Elf64_Ehdr *header = dxgmap_os_symbols_at(file, 0, 1, sizeof *header);
  const Elf64_Shdr *section;
  if (header == NULL || memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 || header->e_ident[EI_CLASS] != ELFCLASS64 ||
      header->e_shentsize != sizeof *section) {
    return;
  }
  section = dxgmap_os_symbols_at(file, header->e_shoff, header->e_shnum, sizeof *section);
  for (uint32_t i = 0; section != NULL && i < header->e_shnum; i++) {
    if (section[i].sh_type == SHT_SYMTAB && section[i].sh_link < header->e_shnum) {
      dxgmap_os_symbols_search(file, &section[i], &section[section[i].sh_link],
                               header->e_type == ET_EXEC ? address : address - base, symbol);
    }
  }
}

/* What is loaded at the address: its path, where it begins, and where its symbols are counted from. */
typedef struct dxgmap_os_symbols_module {
  uint64_t address;
  const char *path;
  uint64_t base;
  bool found;
} dxgmap_os_symbols_module;

static int dxgmap_os_symbols_look(struct dl_phdr_info *info, size_t size, void *module)
{
  dxgmap_os_symbols_module *m = module;
  (void)size;
  for (uint32_t i = 0; i < info->dlpi_phnum && !m->found; i++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[i];
    uint64_t begin = info->dlpi_addr + part->p_vaddr;
    if (part->p_type == PT_LOAD && m->address >= begin && m->address - begin < part->p_memsz) {
      m->found = true;
      m->base = info->dlpi_addr;
      m->path = info->dlpi_name;
    }
  }
  return m->found ? 1 : 0;
}

/* The linker that loads modules tells of them; a program that was linked as a whole has none, and tells only where its
   own parts are. `own` is room for its path. */
static void dxgmap_os_symbols_find(dxgmap_os_symbols_module *m, const Dl_info *info, char *own, size_t size)
{
  if (info->dli_fname != NULL) {
    m->found = true;
    m->base = (uint64_t)(uintptr_t)info->dli_fbase;
    m->path = info->dli_fname;
    return;
  }
  (void)dl_iterate_phdr(dxgmap_os_symbols_look, m);
  if (m->found && (m->path == NULL || m->path[0] == '\0')) {
    ssize_t length = readlink("/proc/self/exe", own, size - 1);
    own[length > 0 ? length : 0] = '\0';
    m->path = own;
  }
}

static void dxgmap_os_symbols_read(const dxgmap_os_symbols_module *m, dxgmap_os_symbol *symbol)
{
  dxgmap_os_symbols_file file = dxgmap_os_symbols_map(m->path);
  /* The program's own name may be relative to a directory that it has left. */
  if (file.bytes == NULL) {
    file = dxgmap_os_symbols_map("/proc/self/exe");
  }
  if (file.bytes != NULL) {
    dxgmap_os_symbols_in_file(&file, m->base, m->address, symbol);
    (void)munmap((void *)(uintptr_t)file.bytes, file.size);
  }
}

void dxgmap_os_symbol_of(const void *site, bool name, dxgmap_os_symbol *symbol)
{
  /* A site is where a call returns to, which may be the first byte after the function: look one byte before. */
  dxgmap_os_symbols_module module = {(uint64_t)(uintptr_t)site - 1, NULL, 0, false};
  char own[DXGMAP_OS_SYMBOLS_PATH];
  Dl_info info;
  memset(symbol, 0, sizeof *symbol);
  memset(&info, 0, sizeof info);
  symbol->offset = (uint64_t)(uintptr_t)site;
  if (site == NULL) {
    return;
  }
  if (dladdr((const char *)site - 1, &info) == 0) {
    info.dli_fname = NULL;
  }
  dxgmap_os_symbols_find(&module, &info, own, sizeof own);
  if (!module.found) {
    return;
  }
  const char *slash = strrchr(module.path, '/');
  slash = slash != NULL ? slash + 1 : module.path;
  dxgmap_os_symbols_copy(symbol->module, sizeof symbol->module, slash, strlen(slash));
  symbol->offset = module.address - module.base;
  if (name) {
    dxgmap_os_symbols_read(&module, symbol);
    if (symbol->name[0] == '\0' && info.dli_fname != NULL && info.dli_sname != NULL) {
      dxgmap_os_symbols_copy(symbol->name, sizeof symbol->name, info.dli_sname, strlen(info.dli_sname));
      symbol->offset = module.address - (uint64_t)(uintptr_t)info.dli_saddr;
    }
  }
  symbol->offset++;
}

#endif
