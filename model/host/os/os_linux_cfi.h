/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OS_LINUX_CFI_H
#define DXGMAP_OS_LINUX_CFI_H

#include "host/os/os.h"

/* Where the caller's frame begins: its stack pointer after the return, which is called the CFA. */
enum dxgmap_os_cfa {
  DXGMAP_OS_CFA_NONE = 0,  /* not known */
  DXGMAP_OS_CFA_SP = 1,    /* so much above the stack pointer */
  DXGMAP_OS_CFA_BP = 2,    /* so much above the base pointer */
  DXGMAP_OS_CFA_SAVED = 3, /* in the word so much below the base pointer */
  DXGMAP_OS_CFA_END = 4    /* there is no caller */
};

/* Where the caller's base pointer is. */
enum dxgmap_os_bp {
  DXGMAP_OS_BP_KEPT = 0,  /* the register has it still */
  DXGMAP_OS_BP_BELOW = 1, /* so much below the CFA */
  DXGMAP_OS_BP_AT = 2     /* where the base pointer points to */
};

/* The way from the frame of a call site to its caller's, whose return address is right below the CFA. */
typedef struct dxgmap_os_cfi {
  uint32_t cfa; /* enum dxgmap_os_cfa */
  uint32_t bp;  /* enum dxgmap_os_bp */
  uint32_t cfa_words, bp_words;
  bool lasts; /* the code stays as long as the process */
} dxgmap_os_cfi;

/* What the tables of the code say of a call site, by its return address; false where there are none, or where they say
   what has no place above (handlers of signals, code that keeps the CFA elsewhere). [fault] */
DXGMAP_OS_API bool dxgmap_os_cfi_of(uintptr_t site, dxgmap_os_cfi *cfi);

/* How many times code was unloaded. [fault] */
DXGMAP_OS_API uint64_t dxgmap_os_cfi_unloads(void);

#endif
