/* SPDX-License-Identifier: MIT */
/* What the files of the host share with each other and with nobody else. All of it runs under the host's lock, but
   for what says [any]. */
#ifndef DXGMAP_HOST_PRIVATE_H
#define DXGMAP_HOST_PRIVATE_H

#include "host.h"

/* ---- machine.c: what was opened ---- */
DXGMAP_HOST_API const dxgmap_host_config *dxgmap_host_machine(void); /* NULL while the host is closed */

/* ---- inject.c: every acquisition asks here first; false means that it is to fail. [any] ---- */
DXGMAP_HOST_API bool dxgmap_host_acquire(void);

/* ---- random.c ---- */
DXGMAP_HOST_API void dxgmap_host_random_seed(uint64_t seed);
DXGMAP_HOST_API uint64_t dxgmap_host_random_below(uint64_t bound); /* 0 if bound is 0 */

/* ---- memory.c: regions, files and mappings, counted ---- */
DXGMAP_HOST_API bool dxgmap_host_memory_open(void);
DXGMAP_HOST_API int dxgmap_host_file_open(const char *name, uint64_t pages); /* sparse, zeroed; -1 on failure */
DXGMAP_HOST_API void dxgmap_host_file_close(int file);
DXGMAP_HOST_API void *dxgmap_host_file_map(int file, uint64_t pages); /* all of it, shared; NULL on failure */
DXGMAP_HOST_API void dxgmap_host_file_unmap(void *base, uint64_t pages);
DXGMAP_HOST_API void dxgmap_host_file_punch(int file, uint64_t page, uint64_t pages); /* zero it, give memory back */
DXGMAP_HOST_API void *dxgmap_host_void_open(uint64_t pages); /* addresses that fault; NULL on failure */
DXGMAP_HOST_API void dxgmap_host_void_close(void *base, uint64_t pages);

/* The kernel allows a process a limited number of mappings. Views take theirs here, up to three quarters of the
   limit, so that the splits which a removal may need, and the rest of the process, never run out. What must not fail
   may go beyond. */
DXGMAP_HOST_API bool dxgmap_host_maps_take(uint64_t maps, bool must);
DXGMAP_HOST_API void dxgmap_host_maps_give(uint64_t maps);

DXGMAP_HOST_API void dxgmap_host_memory_usage(dxgmap_host_usage *usage); /* [any] */

/* ---- table.c: a growing hash table from non-zero keys to numbers ---- */
typedef struct dxgmap_host_table_entry {
  uint64_t key, value;
} dxgmap_host_table_entry;

typedef struct dxgmap_host_table {
  dxgmap_host_table_entry *entry;
  uint64_t size, used;
} dxgmap_host_table;

DXGMAP_HOST_API bool dxgmap_host_table_room(dxgmap_host_table *table, uint64_t entries); /* for so many in all */
DXGMAP_HOST_API void dxgmap_host_table_put(dxgmap_host_table *table, uint64_t key, uint64_t value);
DXGMAP_HOST_API bool dxgmap_host_table_get(const dxgmap_host_table *table, uint64_t key, uint64_t *value);
DXGMAP_HOST_API void dxgmap_host_table_remove(dxgmap_host_table *table, uint64_t key);
DXGMAP_HOST_API void dxgmap_host_table_close(dxgmap_host_table *table);

/* ---- bits.c: sets of page numbers ---- */
DXGMAP_HOST_API bool dxgmap_host_bit(const uint64_t *bits, uint64_t at);
DXGMAP_HOST_API void dxgmap_host_bits_set(uint64_t *bits, uint64_t first, uint64_t count, bool value);
/* The first bit of that value in [first, end), or end. */
DXGMAP_HOST_API uint64_t dxgmap_host_bits_find(const uint64_t *bits, uint64_t first, uint64_t end, bool value);

/* ---- physical.c, scatter.c, foreign.c: frames ---- */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_physical_open(const dxgmap_host_config *config);
DXGMAP_HOST_API void dxgmap_host_physical_close(void);
DXGMAP_HOST_API int dxgmap_host_physical_file(void);
DXGMAP_HOST_API void *dxgmap_host_physical_at(uint64_t frame);    /* the bytes of a frame of kind MEMORY */
DXGMAP_HOST_API const uint64_t *dxgmap_host_physical_taken(void); /* one bit a frame: not to be given out */
DXGMAP_HOST_API uint64_t dxgmap_host_physical_spare(void);        /* how many released frames wait to be used again */
DXGMAP_HOST_API uint64_t dxgmap_host_physical_spare_at(uint64_t index);
DXGMAP_HOST_API void dxgmap_host_physical_take(uint64_t frame, uint64_t foreign_page); /* 0: memory, zeroed */
DXGMAP_HOST_API void dxgmap_host_physical_hold(uint64_t frame);
DXGMAP_HOST_API uint64_t dxgmap_host_physical_foreign_page(uint64_t frame);    /* 0 unless FOREIGN */
DXGMAP_HOST_API bool dxgmap_host_physical_block(uint64_t first, uint64_t end); /* for device memory */
DXGMAP_HOST_API void dxgmap_host_physical_unblock(uint64_t first, uint64_t end);
DXGMAP_HOST_API void dxgmap_host_physical_usage(dxgmap_host_usage *usage);

/* One free frame of [first, end), which the caller must take; end if there is none. */
DXGMAP_HOST_API uint64_t dxgmap_host_scatter_one(uint64_t first, uint64_t end);
DXGMAP_HOST_API uint64_t dxgmap_host_scatter_low(void); /* the first frame that may be given out */

DXGMAP_HOST_API void dxgmap_host_foreign_forget(uint64_t page);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_foreign_copy(uint64_t page, uint64_t offset, void *bytes,
                                                            uint64_t length, bool write);
DXGMAP_HOST_API void dxgmap_host_foreign_close(void);

/* ---- device.c ---- */
typedef struct dxgmap_host_device_page {
  int file;
  uint64_t at; /* page in the file */
  void *bytes;
} dxgmap_host_device_page;

DXGMAP_HOST_API bool dxgmap_host_device_find(uint64_t frame, dxgmap_host_device_page *page);
DXGMAP_HOST_API void dxgmap_host_devices_close(void);
DXGMAP_HOST_API uint64_t dxgmap_host_devices_open(void);

/* ---- ports.c ---- */
DXGMAP_HOST_API void dxgmap_host_ports_clear(void);

/* ---- window.c ---- */
enum { DXGMAP_HOST_PAGE_FREE = 0, DXGMAP_HOST_PAGE_LIVE = 1, DXGMAP_HOST_PAGE_WAITS = 2 };

typedef struct dxgmap_host_released {
  uint64_t at, pages;
} dxgmap_host_released;

typedef struct dxgmap_host_window {
  bool open;
  unsigned char *base;
  uint64_t pages, quarantine;
  uint64_t claimed, waiting;  /* pages */
  uint64_t maps;              /* taken from the budget */
  uint8_t *state;             /* of each page: DXGMAP_HOST_PAGE_... */
  uint8_t *poison;            /* of each page: 1 if a poison page was mapped there */
  uint64_t *owner;            /* of each page: its handle, or the last one that it had */
  uint64_t *backing;          /* of each page: see view.c */
  dxgmap_host_released *ring; /* released places, the oldest at ring_first */
  uint64_t ring_first, ring_count;
} dxgmap_host_window;

#define DXGMAP_HOST_KERNEL_WINDOW 1u

DXGMAP_HOST_API dxgmap_host_window *dxgmap_host_window_of(uint32_t window); /* NULL if not open */
DXGMAP_HOST_API bool dxgmap_host_window_inside(const dxgmap_host_window *w, uint64_t at, uint64_t pages);
DXGMAP_HOST_API bool dxgmap_host_window_is(const dxgmap_host_window *w, uint64_t at, uint64_t pages, uint8_t state);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_open_as(uint32_t window, uint64_t pages, uint64_t quarantine);
DXGMAP_HOST_API void dxgmap_host_windows_close(void);
DXGMAP_HOST_API void dxgmap_host_windows_usage(dxgmap_host_usage *usage);

/* ---- place.c: which place a view gets, and when a released one is free again ---- */
DXGMAP_HOST_API bool dxgmap_host_place_find(dxgmap_host_window *w, uint64_t pages, uint64_t *at);
DXGMAP_HOST_API void dxgmap_host_place_release(dxgmap_host_window *w, uint64_t at, uint64_t pages);
DXGMAP_HOST_API size_t dxgmap_host_place_ring_size(void);

/* ---- view.c: what is behind the pages of a window; a backing word is 0 for nothing, else BACKED with these ---- */
#define DXGMAP_HOST_BACKED ((uint64_t)1 << 63)
#define DXGMAP_HOST_FRAMED ((uint64_t)1 << 62)       /* by the frame in the low bits; else by section memory */
#define DXGMAP_HOST_OF_SECTION ((uint64_t)1 << 61)   /* part of a section's view, framed or not */
#define DXGMAP_HOST_RUN_STARTS ((uint64_t)1 << 60)   /* a mapping of the process begins here */
#define DXGMAP_HOST_PIECE_STARTS ((uint64_t)1 << 59) /* and it is the first of those placed together */
#define DXGMAP_HOST_FRAME_BITS (DXGMAP_HOST_PIECE_STARTS - 1)

/* What to map, page by page: a section's file from page `first` on if `section` is true; else the frames of a list,
   or if that is NULL the ascending frames from `first` on. */
typedef struct dxgmap_host_source {
  bool section;
  int file;
  uint64_t first;
  const uint64_t *frames;
} dxgmap_host_source;

DXGMAP_HOST_API dxgmap_host_result dxgmap_host_view_place(uint32_t window, uint64_t at, uint64_t count,
                                                          const dxgmap_host_source *source);
/* Put `to` behind pages of a section's view that have `from` behind them. If `must`, the budget is not asked. */
DXGMAP_HOST_API bool dxgmap_host_view_replace(uint32_t window, uint64_t at, uint64_t count,
                                              const dxgmap_host_source *from, const dxgmap_host_source *to, bool must);
DXGMAP_HOST_API void dxgmap_host_view_clear(uint32_t window, uint64_t at, uint64_t pages);
DXGMAP_HOST_API bool dxgmap_host_view_poison(const void *address); /* a poison page there, unless it is live */
DXGMAP_HOST_API void dxgmap_host_view_unpoison(dxgmap_host_window *w, uint64_t at, uint64_t pages);

/* ---- section.c ---- */
DXGMAP_HOST_API void dxgmap_host_section_views_forget(uint32_t window, uint64_t at, uint64_t pages);
DXGMAP_HOST_API void dxgmap_host_sections_close(void);
DXGMAP_HOST_API void dxgmap_host_sections_usage(dxgmap_host_usage *usage);

/* ---- history.c, symbols.c ---- */
/* While true, captures of this thread give the caller alone: unwinding would read code that cannot be read. [any] */
DXGMAP_HOST_API void dxgmap_host_stack_shallow(bool shallow);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_history_open(uint64_t released);
DXGMAP_HOST_API void dxgmap_host_history_close(void);
DXGMAP_HOST_API void dxgmap_host_history_usage(dxgmap_host_usage *usage);

typedef struct dxgmap_host_symbol {
  char name[128];   /* empty if unknown */
  char module[128]; /* base name of the program or library */
  uint64_t offset;  /* from the symbol, or from the module's start if there is no name */
} dxgmap_host_symbol;

/* Allocates nothing. [any] */
DXGMAP_HOST_API void dxgmap_host_symbol_of(const void *site, dxgmap_host_symbol *symbol);

#endif
