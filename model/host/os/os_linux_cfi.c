/* SPDX-License-Identifier: MIT */
/*
 * Unwind tables on x86-64 Linux: the call frame information of .eh_frame, found by .eh_frame_hdr.
 *
 * A table is a program for each function, which says from which instruction on the CFA and the caller's registers are
 * where. Of the registers the base pointer, the stack pointer and the return address alone are of interest. What is not
 * written as compilers write it is not understood, and so not known.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host/os/os_linux_cfi.h"

#ifndef _WIN32

#include <gnu/libc-version.h>
#include <link.h>
#include <string.h>

/* ---- Modules ---- */

typedef struct dxgmap_os_cfi_module {
  uintptr_t site;
  const unsigned char *header; /* .eh_frame_hdr, or NULL */
  size_t header_bytes;
  bool found, lasts;
} dxgmap_os_cfi_module;

static bool dxgmap_os_cfi_holds(const struct dl_phdr_info *info, uintptr_t address, uint32_t flags)
{
  for (uint32_t i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[i];
    if (part->p_type == PT_LOAD && (part->p_flags & flags) == flags &&
        address - (info->dlpi_addr + part->p_vaddr) < part->p_memsz) {
      return true;
    }
  }
  return false;
}

static int dxgmap_os_cfi_look(struct dl_phdr_info *info, size_t size, void *context)
{
  dxgmap_os_cfi_module *module = context;
  (void)size;
  if (!dxgmap_os_cfi_holds(info, module->site, PF_X)) {
    return 0;
  }
  module->found = true;
  /* The program, and the C library that it begins in, are never unloaded. */
  module->lasts = info->dlpi_name == NULL || info->dlpi_name[0] == '\0' ||
                  dxgmap_os_cfi_holds(info, (uintptr_t)gnu_get_libc_version(), PF_R);
  for (uint32_t i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[i];
    if (part->p_type == PT_GNU_EH_FRAME) {
      module->header = (const unsigned char *)(info->dlpi_addr + part->p_vaddr);
      module->header_bytes = part->p_memsz;
    }
  }
  return 1;
}

static int dxgmap_os_cfi_count(struct dl_phdr_info *info, size_t size, void *context)
{
  (void)size;
  *(uint64_t *)context = info->dlpi_subs;
  return 1;
}

uint64_t dxgmap_os_cfi_unloads(void)
{
  uint64_t unloads = 0;
  (void)dl_iterate_phdr(dxgmap_os_cfi_count, &unloads);
  return unloads;
}

/* ---- Bytes ---- */

typedef struct dxgmap_os_cfi_bytes {
  const unsigned char *at, *end;
  bool bad; /* more was asked for than there is, or what is not understood */
} dxgmap_os_cfi_bytes;

static uint64_t dxgmap_os_cfi_fixed(dxgmap_os_cfi_bytes *b, size_t size)
{
  uint64_t value = 0;
  if (b->bad || size > (size_t)(b->end - b->at)) {
    b->bad = true;
    return 0;
  }
  memcpy(&value, b->at, size);
  b->at += size;
  return value;
}

static uint64_t dxgmap_os_cfi_leb(dxgmap_os_cfi_bytes *b, bool has_sign)
{
  uint64_t value = 0, byte = 0x80;
  uint32_t shift = 0;
  while ((byte & 0x80) != 0 && shift < 64) {
    byte = dxgmap_os_cfi_fixed(b, 1);
    value |= (byte & 0x7F) << shift;
    shift += 7;
  }
  if (has_sign && shift < 64 && (byte & 0x40) != 0) {
    value |= UINT64_MAX << shift;
  }
  return value;
}

static uint64_t dxgmap_os_cfi_unsigned(dxgmap_os_cfi_bytes *b)
{
  return dxgmap_os_cfi_leb(b, false);
}

static int64_t dxgmap_os_cfi_signed(dxgmap_os_cfi_bytes *b)
{
  return (int64_t)dxgmap_os_cfi_leb(b, true);
}

/* The next `length` bytes on their own. */
static dxgmap_os_cfi_bytes dxgmap_os_cfi_part(dxgmap_os_cfi_bytes *b, uint64_t length)
{
  dxgmap_os_cfi_bytes part = {b->at, b->at, true};
  if (b->bad || length > (uint64_t)(b->end - b->at)) {
    b->bad = true;
    return part;
  }
  part = (dxgmap_os_cfi_bytes){b->at, b->at + length, false};
  b->at += length;
  return part;
}

/* An entry of .eh_frame: its length, and then so much. */
static dxgmap_os_cfi_bytes dxgmap_os_cfi_entry(const unsigned char *at)
{
  uint32_t length;
  memcpy(&length, at, sizeof length);
  at += sizeof length;
  return (dxgmap_os_cfi_bytes){at, at + (length < UINT32_MAX ? length : 0), length == UINT32_MAX};
}

/* ---- The rows of a function ---- */

#define DXGMAP_OS_CFI_RBP 6u
#define DXGMAP_OS_CFI_RSP 7u
#define DXGMAP_OS_CFI_RA 16u
#define DXGMAP_OS_CFI_REMEMBERED 8u

enum dxgmap_os_cfi_rule {
  DXGMAP_OS_CFI_SAME = 0,
  DXGMAP_OS_CFI_OFFSET = 1, /* saved at the CFA and so many bytes */
  DXGMAP_OS_CFI_AT_BP = 2,  /* saved at the base pointer and so many bytes */
  DXGMAP_OS_CFI_UNDEFINED = 3,
  DXGMAP_OS_CFI_OTHER = 4
};

typedef struct dxgmap_os_cfi_register {
  uint32_t rule;
  int64_t offset;
} dxgmap_os_cfi_register;

typedef struct dxgmap_os_cfi_row {
  uint64_t cfa; /* register */
  int64_t cfa_offset;
  bool cfa_saved, cfa_other; /* it is in the word there; it is something else */
  dxgmap_os_cfi_register bp, sp, ra, rest;
} dxgmap_os_cfi_row;

typedef struct dxgmap_os_cfi_machine {
  dxgmap_os_cfi_row row, initial, remembered[DXGMAP_OS_CFI_REMEMBERED];
  uint32_t depth;
  uintptr_t place; /* where the row begins */
  uint64_t code_unit;
  int64_t data_unit;
} dxgmap_os_cfi_machine;

static dxgmap_os_cfi_register *dxgmap_os_cfi_register_of(dxgmap_os_cfi_row *row, uint64_t number)
{
  switch (number) {
  case DXGMAP_OS_CFI_RBP:
    return &row->bp;
  case DXGMAP_OS_CFI_RSP:
    return &row->sp;
  case DXGMAP_OS_CFI_RA:
    return &row->ra;
  default:
    return &row->rest;
  }
}

static void dxgmap_os_cfi_set(dxgmap_os_cfi_machine *m, uint64_t number, uint32_t rule, int64_t offset)
{
  *dxgmap_os_cfi_register_of(&m->row, number) = (dxgmap_os_cfi_register){rule, offset};
}

static void dxgmap_os_cfi_restore(dxgmap_os_cfi_machine *m, uint64_t number)
{
  *dxgmap_os_cfi_register_of(&m->row, number) = *dxgmap_os_cfi_register_of(&m->initial, number);
}

static void dxgmap_os_cfi_set_cfa(dxgmap_os_cfi_machine *m, uint64_t number, int64_t offset)
{
  m->row.cfa = number;
  m->row.cfa_offset = offset;
  m->row.cfa_saved = false;
  m->row.cfa_other = false;
}

#define DXGMAP_OS_CFI_OP_BREG6 0x76u
#define DXGMAP_OS_CFI_OP_DEREF 0x06u

/* A function that aligns its stack keeps the CFA in its frame: *(rbp + n). */
static void dxgmap_os_cfi_cfa_expression(dxgmap_os_cfi_machine *m, dxgmap_os_cfi_bytes *b)
{
  dxgmap_os_cfi_bytes e = dxgmap_os_cfi_part(b, dxgmap_os_cfi_unsigned(b));
  bool bp = dxgmap_os_cfi_fixed(&e, 1) == DXGMAP_OS_CFI_OP_BREG6;
  int64_t offset = dxgmap_os_cfi_signed(&e);
  bool deref = dxgmap_os_cfi_fixed(&e, 1) == DXGMAP_OS_CFI_OP_DEREF;
  dxgmap_os_cfi_set_cfa(m, DXGMAP_OS_CFI_RBP, offset);
  m->row.cfa_saved = true;
  m->row.cfa_other = e.bad || !bp || !deref || e.at != e.end;
}

static void dxgmap_os_cfi_expression(dxgmap_os_cfi_machine *m, dxgmap_os_cfi_bytes *b)
{
  uint64_t number = dxgmap_os_cfi_unsigned(b);
  dxgmap_os_cfi_bytes e = dxgmap_os_cfi_part(b, dxgmap_os_cfi_unsigned(b));
  bool bp = dxgmap_os_cfi_fixed(&e, 1) == DXGMAP_OS_CFI_OP_BREG6;
  int64_t offset = dxgmap_os_cfi_signed(&e);
  bool known = !e.bad && bp && e.at == e.end;
  dxgmap_os_cfi_set(m, number, known ? DXGMAP_OS_CFI_AT_BP : DXGMAP_OS_CFI_OTHER, offset);
}

static void dxgmap_os_cfi_remember(dxgmap_os_cfi_machine *m, dxgmap_os_cfi_bytes *b)
{
  if (m->depth == DXGMAP_OS_CFI_REMEMBERED) {
    b->bad = true;
    return;
  }
  m->remembered[m->depth] = m->row;
  m->depth++;
}

static void dxgmap_os_cfi_recall(dxgmap_os_cfi_machine *m, dxgmap_os_cfi_bytes *b)
{
  if (m->depth == 0) {
    b->bad = true;
    return;
  }
  m->depth--;
  m->row = m->remembered[m->depth];
}

static int64_t dxgmap_os_cfi_scaled(const dxgmap_os_cfi_machine *m, uint64_t number)
{
  return (int64_t)(number * (uint64_t)m->data_unit);
}

/* Where the CFA is, and how far the row reaches. */
static void dxgmap_os_cfi_of_cfa(dxgmap_os_cfi_machine *m, dxgmap_os_cfi_bytes *b, uint64_t operation)
{
  uint64_t number;
  switch (operation) {
  case 0x02: /* advance_loc1 */
  case 0x03: /* advance_loc2 */
    m->place += dxgmap_os_cfi_fixed(b, operation - 1) * m->code_unit;
    break;
  case 0x04: /* advance_loc4 */
    m->place += dxgmap_os_cfi_fixed(b, 4) * m->code_unit;
    break;
  case 0x0c: /* def_cfa */
    number = dxgmap_os_cfi_unsigned(b);
    dxgmap_os_cfi_set_cfa(m, number, (int64_t)dxgmap_os_cfi_unsigned(b));
    break;
  case 0x0d: /* def_cfa_register */
    m->row.cfa = dxgmap_os_cfi_unsigned(b);
    break;
  case 0x0e: /* def_cfa_offset */
    m->row.cfa_offset = (int64_t)dxgmap_os_cfi_unsigned(b);
    break;
  case 0x0f: /* def_cfa_expression */
    dxgmap_os_cfi_cfa_expression(m, b);
    break;
  case 0x12: /* def_cfa_sf */
    number = dxgmap_os_cfi_unsigned(b);
    dxgmap_os_cfi_set_cfa(m, number, dxgmap_os_cfi_scaled(m, dxgmap_os_cfi_leb(b, true)));
    break;
  case 0x13: /* def_cfa_offset_sf */
    m->row.cfa_offset = dxgmap_os_cfi_scaled(m, dxgmap_os_cfi_leb(b, true));
    break;
  default:
    b->bad = true;
    break;
  }
}

/* The instructions whose operand is not in their own byte. What has several takes them by statements of their own,
   since each is taken from the bytes. */
static void dxgmap_os_cfi_extended(dxgmap_os_cfi_machine *m, dxgmap_os_cfi_bytes *b, uint64_t operation)
{
  uint64_t number;
  switch (operation) {
  case 0x00: /* nop */
    break;
  case 0x05: /* offset_extended */
  case 0x11: /* offset_extended_sf */
    number = dxgmap_os_cfi_unsigned(b);
    dxgmap_os_cfi_set(m, number, DXGMAP_OS_CFI_OFFSET, dxgmap_os_cfi_scaled(m, dxgmap_os_cfi_leb(b, operation != 5)));
    break;
  case 0x06: /* restore_extended */
    dxgmap_os_cfi_restore(m, dxgmap_os_cfi_unsigned(b));
    break;
  case 0x07: /* undefined */
    dxgmap_os_cfi_set(m, dxgmap_os_cfi_unsigned(b), DXGMAP_OS_CFI_UNDEFINED, 0);
    break;
  case 0x08: /* same_value */
    dxgmap_os_cfi_set(m, dxgmap_os_cfi_unsigned(b), DXGMAP_OS_CFI_SAME, 0);
    break;
  case 0x09: /* register */
  case 0x14: /* val_offset */
  case 0x15: /* val_offset_sf */
    number = dxgmap_os_cfi_unsigned(b);
    (void)dxgmap_os_cfi_unsigned(b);
    dxgmap_os_cfi_set(m, number, DXGMAP_OS_CFI_OTHER, 0);
    break;
  case 0x0a: /* remember_state */
    dxgmap_os_cfi_remember(m, b);
    break;
  case 0x0b: /* restore_state */
    dxgmap_os_cfi_recall(m, b);
    break;
  case 0x10: /* expression */
    dxgmap_os_cfi_expression(m, b);
    break;
  case 0x16: /* val_expression */
    number = dxgmap_os_cfi_unsigned(b);
    (void)dxgmap_os_cfi_part(b, dxgmap_os_cfi_unsigned(b));
    dxgmap_os_cfi_set(m, number, DXGMAP_OS_CFI_OTHER, 0);
    break;
  case 0x2e: /* GNU_args_size */
    (void)dxgmap_os_cfi_unsigned(b);
    break;
  default:
    dxgmap_os_cfi_of_cfa(m, b, operation);
    break;
  }
}

/* Runs the instructions up to the row that holds `pc`. */
static bool dxgmap_os_cfi_run(dxgmap_os_cfi_machine *m, dxgmap_os_cfi_bytes *b, uintptr_t pc)
{
  while (!b->bad && b->at < b->end && m->place <= pc) {
    uint64_t byte = dxgmap_os_cfi_fixed(b, 1), operand = byte & 0x3F;
    switch (byte & 0xC0) {
    case 0x40: /* advance_loc */
      m->place += operand * m->code_unit;
      break;
    case 0x80: /* offset */
      dxgmap_os_cfi_set(m, operand, DXGMAP_OS_CFI_OFFSET, dxgmap_os_cfi_scaled(m, dxgmap_os_cfi_unsigned(b)));
      break;
    case 0xC0: /* restore */
      dxgmap_os_cfi_restore(m, operand);
      break;
    default:
      dxgmap_os_cfi_extended(m, b, byte);
      break;
    }
  }
  return !b->bad;
}

/* ---- The entries of a function ---- */

#define DXGMAP_OS_CFI_PCREL_4 0x1Bu /* an address as 4 bytes with a sign, from where it stands */

/* Bytes that an address of this encoding takes; 0: not understood. */
static size_t dxgmap_os_cfi_pointer_size(uint64_t encoding)
{
  static const uint8_t size[16] = {8, 0, 2, 4, 8, 0, 0, 0, 8, 0, 2, 4, 8, 0, 0, 0};
  return (encoding & 0x70) == 0x50 ? 0 : size[encoding & 15];
}

/* What the letters of an augmentation say: whether nothing else than how functions are found. */
static bool dxgmap_os_cfi_augmented(const char *letters, dxgmap_os_cfi_bytes *b)
{
  bool usual = false;
  for (; *letters != '\0'; letters++) {
    switch (*letters) {
    case 'R':
      usual = dxgmap_os_cfi_fixed(b, 1) == DXGMAP_OS_CFI_PCREL_4;
      break;
    case 'P': {
      size_t size = dxgmap_os_cfi_pointer_size(dxgmap_os_cfi_fixed(b, 1));
      b->bad = b->bad || size == 0;
      (void)dxgmap_os_cfi_fixed(b, size);
      break;
    }
    case 'L':
      (void)dxgmap_os_cfi_fixed(b, 1);
      break;
    default:
      return false; /* among others S, a frame of the kernel's */
    }
  }
  return usual && !b->bad;
}

/* Whether the entry that functions have in common is as compilers write it; its instructions are left in `b`. */
static bool dxgmap_os_cfi_common(dxgmap_os_cfi_bytes *b, dxgmap_os_cfi_machine *m)
{
  uint64_t id = dxgmap_os_cfi_fixed(b, 4), version = dxgmap_os_cfi_fixed(b, 1), ra;
  const char *letters = (const char *)b->at;
  dxgmap_os_cfi_bytes augmentation;
  while (!b->bad && dxgmap_os_cfi_fixed(b, 1) != 0) {
  }
  m->code_unit = dxgmap_os_cfi_unsigned(b);
  m->data_unit = dxgmap_os_cfi_signed(b);
  ra = version == 1 ? dxgmap_os_cfi_fixed(b, 1) : dxgmap_os_cfi_unsigned(b);
  if (b->bad || id != 0 || (version != 1 && version != 3) || ra != DXGMAP_OS_CFI_RA || letters[0] != 'z') {
    return false;
  }
  augmentation = dxgmap_os_cfi_part(b, dxgmap_os_cfi_unsigned(b));
  return dxgmap_os_cfi_augmented(letters + 1, &augmentation) && !b->bad;
}

/* The row of `pc` in the function whose entry is at `entry`. */
static bool dxgmap_os_cfi_row_of(const unsigned char *entry, uintptr_t pc, dxgmap_os_cfi_machine *m)
{
  dxgmap_os_cfi_bytes b = dxgmap_os_cfi_entry(entry), common;
  const unsigned char *at = b.at;
  uint64_t back = dxgmap_os_cfi_fixed(&b, 4), bytes;
  uintptr_t first;
  if (b.bad || back == 0) {
    return false;
  }
  common = dxgmap_os_cfi_entry(at - back);
  if (common.bad || !dxgmap_os_cfi_common(&common, m) || !dxgmap_os_cfi_run(m, &common, UINTPTR_MAX)) {
    return false;
  }
  m->initial = m->row;
  first = (uintptr_t)b.at;
  first += (uintptr_t)(int64_t)(int32_t)dxgmap_os_cfi_fixed(&b, 4);
  bytes = dxgmap_os_cfi_fixed(&b, 4);
  (void)dxgmap_os_cfi_part(&b, dxgmap_os_cfi_unsigned(&b));
  m->place = first;
  return !b.bad && pc - first < bytes && dxgmap_os_cfi_run(m, &b, pc);
}

/* The entry of the function that `pc` may be in: the last that does not begin behind it. NULL: none. */
static const unsigned char *dxgmap_os_cfi_search(const dxgmap_os_cfi_module *module, uintptr_t pc)
{
  static const unsigned char usual[4] = {1, DXGMAP_OS_CFI_PCREL_4, 0x03, 0x3B}; /* pairs of 4 bytes, from the header */
  const unsigned char *header = module->header;
  int64_t wanted = (int64_t)(pc - (uintptr_t)header);
  uint32_t low = 0, high;
  int32_t place[2];
  if (module->header_bytes < 12 || memcmp(header, usual, sizeof usual) != 0) {
    return NULL;
  }
  memcpy(&high, header + 8, sizeof high);
  if (high > (module->header_bytes - 12) / 8) {
    return NULL;
  }
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    memcpy(place, header + 12 + (size_t)middle * 8, sizeof place);
    if (place[0] <= wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) {
    return NULL;
  }
  memcpy(place, header + 12 + (size_t)(low - 1) * 8, sizeof place);
  return header + place[1];
}

/* ---- The answer ---- */

#define DXGMAP_OS_CFI_WORD ((int64_t)8)

/* A number of words from 0 on. */
static bool dxgmap_os_cfi_words(int64_t bytes, uint32_t *words)
{
  if (bytes < 0 || bytes % DXGMAP_OS_CFI_WORD != 0 || bytes / DXGMAP_OS_CFI_WORD > (int64_t)UINT32_MAX) {
    return false;
  }
  *words = (uint32_t)(bytes / DXGMAP_OS_CFI_WORD);
  return true;
}

static bool dxgmap_os_cfi_answer_bp(const dxgmap_os_cfi_row *row, dxgmap_os_cfi *cfi)
{
  switch (row->bp.rule) {
  case DXGMAP_OS_CFI_SAME:
    cfi->bp = DXGMAP_OS_BP_KEPT;
    return true;
  case DXGMAP_OS_CFI_OFFSET:
    cfi->bp = DXGMAP_OS_BP_BELOW;
    return dxgmap_os_cfi_words(-row->bp.offset, &cfi->bp_words);
  case DXGMAP_OS_CFI_AT_BP:
    cfi->bp = DXGMAP_OS_BP_AT;
    return row->bp.offset == 0;
  default:
    return false;
  }
}

static bool dxgmap_os_cfi_answer(const dxgmap_os_cfi_row *row, dxgmap_os_cfi *cfi)
{
  if (row->ra.rule == DXGMAP_OS_CFI_UNDEFINED) {
    cfi->cfa = DXGMAP_OS_CFA_END;
    return true;
  }
  if (row->cfa_other || row->sp.rule != DXGMAP_OS_CFI_SAME || row->ra.rule != DXGMAP_OS_CFI_OFFSET ||
      row->ra.offset != -DXGMAP_OS_CFI_WORD || (row->cfa != DXGMAP_OS_CFI_RSP && row->cfa != DXGMAP_OS_CFI_RBP)) {
    return false;
  }
  cfi->cfa = row->cfa == DXGMAP_OS_CFI_RSP ? DXGMAP_OS_CFA_SP : DXGMAP_OS_CFA_BP;
  cfi->cfa = row->cfa_saved ? DXGMAP_OS_CFA_SAVED : cfi->cfa;
  return dxgmap_os_cfi_words(row->cfa_saved ? -row->cfa_offset : row->cfa_offset, &cfi->cfa_words) &&
         dxgmap_os_cfi_answer_bp(row, cfi);
}

bool dxgmap_os_cfi_of(uintptr_t site, dxgmap_os_cfi *cfi)
{
  dxgmap_os_cfi_module module = {.site = site - 1}; /* the call may be the last instruction of its function */
  dxgmap_os_cfi_machine machine;
  const unsigned char *entry;
  memset(cfi, 0, sizeof *cfi);
  memset(&machine, 0, sizeof machine);
  (void)dl_iterate_phdr(dxgmap_os_cfi_look, &module);
  if (!module.found || module.header == NULL) {
    return false;
  }
  cfi->lasts = module.lasts;
  entry = dxgmap_os_cfi_search(&module, site - 1);
  return entry != NULL && dxgmap_os_cfi_row_of(entry, site - 1, &machine) && dxgmap_os_cfi_answer(&machine.row, cfi);
}

#endif
