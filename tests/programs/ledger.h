/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROGRAMS_LEDGER_H
#define DXGMAP_PROGRAMS_LEDGER_H

/* What a driver holds, and what it knows of the bytes behind it. */

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw.h"
#include "dxgmap.h"
#include "ntddk.h"
#include "video.h"

#define HOLDS 48u
#define CHAIN_MAX 3u
#define SAVE_PAGES_MAX 12u
#define BAR_PAGES 48u
#define CALLS 32u /* that a failure tells */
#define CALL_TEXT 120u

/* ---- Memory, as it must be ---- */

/* The bytes of one memory, whoever shows them. One that nobody has written or read yet is not known. */
typedef struct {
  size_t size;
  uint32_t users;
  uint8_t *byte;
  uint8_t *known;
} store;

store *store_new(size_t size); /* with one user, and no byte known */
void store_use(store *s);
void store_drop(store *s);
void store_forget(store *s); /* no byte is known any more */
void store_zero(store *s);   /* all of them are, and are zero */

/* ---- What is held ---- */

enum kind {
  K_NOTHING,
  K_PIN,
  K_PIN2,
  K_POINTER,
  K_POOL,
  K_HEAP, /* memory of the process */
  K_MDL,  /* locked or built */
  K_IOMMU,
  K_MDL_VIEW,
  K_PAGES,
  K_CONTIGUOUS,
  K_OBJECT,
  K_OPENED,
  K_ADL,
  K_OBJECT_VIEW,
  K_VIEW,
  K_VIDEO,
  KINDS
};

/* A part of a store, from byte `at` on, as long as `bytes`, with the ways to it. */
typedef struct hold {
  enum kind kind;
  uint32_t parent; /* of `hold`, + 1; 0: none */
  uint32_t children;
  store *memory;
  size_t at;
  size_t bytes;
  uint8_t *cpu;   /* where the CPU has the first byte, or NULL */
  uint64_t *page; /* where the device has it, or NULL: byte `first` of the first of these pages, and on */
  uint32_t pages;
  size_t first;
  bool read_only; /* for the device */
  bool user;      /* in view of the process alone */
  bool system;    /* an MDL: it has a system address */
  bool built;     /* an MDL, for nonpaged pool */
  bool by_hand;   /* an MDL in memory of the driver's own */
  bool bound;     /* an object: made with the adapter */
  bool paged;     /* pool; or pages of the process of their own */
  uint32_t type;  /* of an object */
  uint32_t index; /* of a physical adapter */
  uint32_t tag;
  uint64_t process;
  HANDLE handle;
  PVOID base; /* what an unmap takes */
  SIZE_T size;
  PMDL mdl;
  DXGK_ADL *adl;
} hold;

enum outcome { NOT_NOW, TOOK, REFUSED };

/* ---- The driver of one adapter ---- */

typedef struct driver {
  dice dice;
  dice pressing;  /* of failures that are decided call by call */
  uint32_t press; /* percent */
  uint64_t seed;
  uint32_t number;
  uint32_t step;
  bool uses_adl;
  bool tight;  /* memory is short: a call may fail by itself */
  bool failed; /* something was not as it must be */
  uint64_t process;
  uint64_t failures; /* on purpose, before the call that is made */
  HANDLE adapter;
  DXGKRNL_INTERFACE dxgk;
  uint32_t mode;
  uint32_t chain;
  bool attached;
  bool silent;                  /* its device sleeps, or is gone: nobody touches it, nor does it touch memory */
  dxgmap_system_mapping system; /* of Dxgkrnl's own, or none */
  uint64_t save_bytes[CHAIN_MAX];
  uint64_t bar_start;
  MEMORY_CACHING_TYPE cache; /* of all views of the device's memory */
  PVOID extension;
  store *save[CHAIN_MAX];
  store *bar;
  uint8_t *bar_memory;
  hold hold[HOLDS];
  uint32_t calls;
  char call[CALLS][CALL_TEXT];
} driver;

/* ---- What is said ---- */

/* One call, for the story of a failure. */
void tell(driver *d, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* It is not as it must be: said with the seed, the step, and the last calls. */
void fault(driver *d, const char *what, uint64_t expected, uint64_t seen);
void expect(driver *d, const char *what, uint64_t expected, uint64_t seen);
extern atomic_bool any_failed; /* of all drivers */

/* Expects that a call that may fail has failed for no other reason than that it was made to. */
enum outcome refused(driver *d, NTSTATUS wanted, NTSTATUS seen);

/* ---- Entries ---- */

const char *kind_name(enum kind kind);
uint32_t hold_number(const driver *d, const hold *h);
hold *hold_parent(driver *d, const hold *h);
hold *hold_new(driver *d, enum kind kind, hold *parent); /* NULL: the ledger is full */
void hold_memory(hold *h, store *memory, size_t at, size_t bytes);
void hold_pages(hold *h, uint32_t count); /* room for the numbers */
void hold_adl_pages(driver *d, hold *h);  /* and those of its ADL */
void hold_end(driver *d, hold *h);
/* One at random that the question says yes to; NULL: there is none. */
hold *hold_any(driver *d, bool (*question)(const driver *d, const hold *h));
uint32_t hold_count(const driver *d);

#endif
