/* SPDX-License-Identifier: MIT */
/*
 * The host: everything that the mapping callbacks need and that is not proved.
 *
 * Real memory behind page numbers, address windows that fault, save sections, device memory, call stacks, report
 * text, one lock, fault handling and fault injection. It serves the Windows face and knows neither it nor the core:
 * page numbers and identity handles are plain 64-bit numbers here.
 *
 * Conventions
 * - There is one host in a process: one machine.
 * - A page is DXGMAP_HOST_PAGE bytes. A "frame" is a physical page number; a frame list is an array of them.
 * - Units are in the names or the comments: `pages` counts pages, `bytes` and `length` count bytes.
 * - Whatever can fail answers a dxgmap_host_result (or NULL). Out parameters are written on success alone, and a
 *   failure leaves the host as it was. Nothing here aborts or exits. What releases cannot fail.
 * - The caller holds dxgmap_host_lock() around every call, but for those marked [any], which need no lock.
 * - A call on a host that is not open fails with DXGMAP_HOST_CLOSED, or with DXGMAP_HOST_BAD_ARGUMENT if it names a
 *   window, section or device: there are none. Calls without a result answer 0, NULL or false, or do nothing.
 * - Handle 0 means "no owner".
 */
#ifndef DXGMAP_HOST_H
#define DXGMAP_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A build of one file may define this as `static`, so that no host name is exported. */
#ifndef DXGMAP_HOST_API
#define DXGMAP_HOST_API extern
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define DXGMAP_HOST_PAGE ((uint64_t)4096)
#define DXGMAP_HOST_FRAMES_MAX ((uint64_t)1 << 31) /* most physical pages of one machine */
#define DXGMAP_HOST_WINDOWS 64u                    /* windows open at a time, the kernel's own included */
#define DXGMAP_HOST_DEVICES 256u                   /* device memories open at a time */
#define DXGMAP_HOST_SECTIONS 1024u                 /* save sections open at a time */
#define DXGMAP_HOST_PORTS 65536u                   /* I/O ports, one byte each */
#define DXGMAP_HOST_STACK_FRAMES 24u               /* call sites kept of one stack */

typedef enum dxgmap_host_result {
  DXGMAP_HOST_OK = 0,
  DXGMAP_HOST_CLOSED,       /* the host is not open (or, for open, is already) */
  DXGMAP_HOST_BAD_ARGUMENT, /* no such window, section, device; a range outside it; a count of zero */
  DXGMAP_HOST_NO_MEMORY,    /* the process has no memory or mapping left for it, or the injected failure */
  DXGMAP_HOST_NO_FRAMES,    /* too few free page numbers in the range that was asked for */
  DXGMAP_HOST_NO_ROOM,      /* no free place in the window, even without quarantine; a table is full */
  DXGMAP_HOST_BAD_ADDRESS,  /* memory of the process that cannot be read, or not written, as asked */
  DXGMAP_HOST_NOT_PRESENT,  /* the frame is nobody's memory */
  DXGMAP_HOST_BUSY,         /* the page numbers are in use, or the section is pinned already */
} dxgmap_host_result;

/* ---- The machine ------------------------------------------------------------------------------------------- */

typedef struct dxgmap_host_config {
  uint64_t pages;           /* physical memory: frames [0, pages); sparse, costs what is touched */
  uint64_t low_reserved;    /* frames [0, low_reserved) are never given out; at least frame 0 never is */
  uint64_t kernel_pages;    /* size of the kernel's window (dxgmap_host_kernel_map) */
  uint64_t quarantine;      /* its quarantine, in pages */
  uint64_t released_stacks; /* released identities whose stacks are remembered */
  uint64_t seed;            /* of every pseudo-random choice: equal seeds and calls give equal choices */
} dxgmap_host_config;

DXGMAP_HOST_API dxgmap_host_result dxgmap_host_open(const dxgmap_host_config *config);

/* Gives every byte, mapping, descriptor and signal handler back; blocks of dxgmap_host_allocate stay the caller's. */
DXGMAP_HOST_API void dxgmap_host_close(void);

DXGMAP_HOST_API bool dxgmap_host_is_open(void);

/* ---- Memory for the caller's own bookkeeping [any] ---------------------------------------------------------- */

/* A zeroed block of `bytes` from the heap (so that sanitizers watch it); NULL on failure or for zero bytes. */
DXGMAP_HOST_API void *dxgmap_host_allocate(size_t bytes);
DXGMAP_HOST_API void dxgmap_host_free(void *block, size_t bytes);

/* A zeroed region of whole pages that costs only what is touched; NULL on failure. Works on a closed host too. */
DXGMAP_HOST_API void *dxgmap_host_reserve(size_t bytes);
DXGMAP_HOST_API void dxgmap_host_unreserve(void *region, size_t bytes);

/* ---- Frames: physical memory -------------------------------------------------------------------------------- */

/*
 * A frame is given out with one hold; locking adds one, dxgmap_host_frames_hold adds one, dxgmap_host_frames_drop
 * takes one away. The frame is free again when the last is gone. So whoever maps pages for a device holds them, and
 * they are not reused before it drops them, whatever their owner does meanwhile.
 */
typedef enum dxgmap_host_frame_kind {
  DXGMAP_HOST_FRAME_NONE = 0, /* free, reserved or outside the machine */
  DXGMAP_HOST_FRAME_MEMORY,   /* memory of the machine, given out here */
  DXGMAP_HOST_FRAME_FOREIGN,  /* stands for a page of the process's own memory while that is locked */
  DXGMAP_HOST_FRAME_DEVICE,   /* a page of device memory; holds do not count on it */
} dxgmap_host_frame_kind;

/*
 * `count` zeroed frames out of [first, last], all or nothing. They are scattered: never frames[i] + 1 ==
 * frames[i + 1], other frames and another order each time. (Beyond 8192 pages they come in scattered short runs:
 * each run costs one mapping when it is mapped, and the kernel limits those.)
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frames_allocate(uint64_t first, uint64_t last, uint64_t count,
                                                               uint64_t *frames);

/*
 * A zeroed run of `count` ascending frames within [first, last], at a pseudo-random place; if `boundary` (pages, a
 * power of two) is not 0 the run does not cross a multiple of it. Finds a run whenever there is one.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frames_allocate_run(uint64_t first, uint64_t last, uint64_t boundary,
                                                                   uint64_t count, uint64_t *base);

/* One more, one less hold on each. Frames of kind NONE and DEVICE are passed over. */
DXGMAP_HOST_API void dxgmap_host_frames_hold(const uint64_t *frames, uint64_t count);
DXGMAP_HOST_API void dxgmap_host_frames_drop(const uint64_t *frames, uint64_t count);

DXGMAP_HOST_API dxgmap_host_frame_kind dxgmap_host_frame_kind_of(uint64_t frame);
DXGMAP_HOST_API uint64_t dxgmap_host_frame_holds(uint64_t frame); /* 0 for NONE and DEVICE */

/*
 * What a device does: copy `length` bytes at `offset` of one frame (offset + length <= a page). NOT_PRESENT if the
 * frame is of kind NONE; BAD_ADDRESS if it is foreign and the process has taken the memory away meanwhile. Without the
 * lock in a read section, for a frame that is mapped for a device. Copies of the same bytes at a time are in no order.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frame_read(uint64_t frame, uint64_t offset, void *to, uint64_t length);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frame_write(uint64_t frame, uint64_t offset, const void *from,
                                                           uint64_t length);

/*
 * Locks the `pages` pages that begin at the page of `address`, all or nothing: each gets one hold and its frame is
 * stored. A page of a window resolves to the frame behind it; any other readable page (writable too if `write`) of
 * the process gets a frame that stands for it, the same one for as long as it is held. BAD_ADDRESS if one is not.
 * Undone by dxgmap_host_frames_drop.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_lock_pages(const void *address, uint64_t pages, bool write,
                                                          uint64_t *frames);

/* Whether `length` bytes at `address` can be read (and written, if `write`), without touching their value. [any] */
DXGMAP_HOST_API bool dxgmap_host_probe(const void *address, uint64_t length, bool write);

/* ---- Windows: addresses that fault when nothing is mapped there --------------------------------------------- */

/*
 * A window is a reserved range of `pages` pages, named by an id > 0. A view is made in steps: claim a place, put
 * memory behind it (in one or more pieces; what is left out keeps faulting), name its owner; removing it takes all
 * back. Released places wait until `quarantine` pages of later ones are released, or until there is no room
 * otherwise, oldest first; the owner they had stays known until the place is claimed again.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_open(uint64_t pages, uint64_t quarantine, uint32_t *window);
DXGMAP_HOST_API void dxgmap_host_window_close(uint32_t window);
DXGMAP_HOST_API void *dxgmap_host_window_base(uint32_t window);

/* Finds a pseudo-random free place of `pages` pages and takes it. Finds one whenever there is one. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_claim(uint32_t window, uint64_t pages, uint64_t *at);

/* Put memory behind `count` pages at page `at`, which must be claimed and hold nothing yet. All or nothing. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_place_frames(uint32_t window, uint64_t at, const uint64_t *frames,
                                                                   uint64_t count);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_place_device(uint32_t window, uint64_t at, uint64_t first_frame,
                                                                   uint64_t count);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_place_section(uint32_t window, uint64_t at, uint32_t section,
                                                                    uint64_t first_page, uint64_t count);

/* Names the owner of the claimed place [at, at + pages). */
DXGMAP_HOST_API void dxgmap_host_window_own(uint32_t window, uint64_t at, uint64_t pages, uint64_t handle);

/*
 * Gives [at, at + pages) back: every access faults again, and the place goes into quarantine under its owner's
 * name. A place that never had an owner (its mapping did not succeed) is free at once.
 */
DXGMAP_HOST_API void dxgmap_host_window_remove(uint32_t window, uint64_t at, uint64_t pages);

typedef enum dxgmap_host_place {
  DXGMAP_HOST_PLACE_UNKNOWN = 0, /* not in any window */
  DXGMAP_HOST_PLACE_FREE,        /* in a window, never used */
  DXGMAP_HOST_PLACE_LIVE,        /* claimed; `owner` is its owner */
  DXGMAP_HOST_PLACE_RELEASED,    /* was `owner`'s last, and nobody's now */
} dxgmap_host_place;

typedef struct dxgmap_host_location {
  dxgmap_host_place place;
  uint32_t window; /* 0 if UNKNOWN */
  uint64_t at;     /* page in the window */
  uint64_t owner;  /* 0 if none */
  bool backed;     /* the page has memory behind it (false in slack pages) */
  bool framed;     /* and that memory is `frame`; else it is the part of a section that no frame holds */
  uint64_t frame;
} dxgmap_host_location;

/* What an address of a window is. [any]: safe in a signal handler; exact if the lock is held. */
DXGMAP_HOST_API dxgmap_host_location dxgmap_host_locate(const void *address);

/*
 * Maps a frame list at a fresh address of the kernel's window. If every frame is foreign and their pages lie side
 * by side in the process, the address is that of the pages themselves: private memory has no second address. Other
 * lists with a foreign frame are refused with BAD_ARGUMENT.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_kernel_map(const uint64_t *frames, uint64_t count, uint64_t owner,
                                                          void **address);
DXGMAP_HOST_API void dxgmap_host_kernel_unmap(void *address, uint64_t pages);

/* ---- Device memory and ports -------------------------------------------------------------------------------- */

/*
 * Memory behind the page numbers [first_frame, first_frame + pages): they are no longer given out. BUSY if one is
 * in use. The numbers may lie beyond the machine's memory. Views over it must be removed before it is closed.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_device_open(uint64_t first_frame, uint64_t pages, uint32_t *device);
DXGMAP_HOST_API void dxgmap_host_device_close(uint32_t device);
DXGMAP_HOST_API void *dxgmap_host_device_base(uint32_t device); /* the device's own view of it */

/* `width` is 1, 2 or 4 bytes, little endian; false for another width or past the last port. */
DXGMAP_HOST_API bool dxgmap_host_port_read(uint32_t port, uint32_t width, uint32_t *value);
DXGMAP_HOST_API bool dxgmap_host_port_write(uint32_t port, uint32_t width, uint32_t value);

/* ---- Save sections ------------------------------------------------------------------------------------------ */

/* Zeroed backing store of `pages` pages, sparse. Views over it must be removed before it is closed. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_open(uint64_t pages, uint32_t *section);
DXGMAP_HOST_API void dxgmap_host_section_close(uint32_t section);

/*
 * Moves pages [0, count) into `frames` (fresh ones of dxgmap_host_frames_allocate), or back. Live views of the
 * section follow: they show the same bytes before and after. Unpin does nothing on a section that is not pinned; the
 * frames stay the caller's to drop.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_pin(uint32_t section, const uint64_t *frames, uint64_t count);
DXGMAP_HOST_API void dxgmap_host_section_unpin(uint32_t section);

/* The section's bytes, wherever they are now. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_read(uint32_t section, uint64_t offset, void *to,
                                                            uint64_t length);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_write(uint32_t section, uint64_t offset, const void *from,
                                                             uint64_t length);

/* ---- Call stacks -------------------------------------------------------------------------------------------- */

typedef struct dxgmap_host_stack {
  uint32_t count; /* 0 if none was captured */
  const void *site[DXGMAP_HOST_STACK_FRAMES];
} dxgmap_host_stack;

typedef struct dxgmap_host_history {
  dxgmap_host_stack map;
  dxgmap_host_stack unmap; /* empty while live */
} dxgmap_host_history;

/*
 * The stack of the running thread from `caller` outwards, which is __builtin_return_address(0) of the public function
 * (so that no frame of the library shows), or NULL for all of it. Allocates nothing. [any]
 */
DXGMAP_HOST_API void dxgmap_host_stack_capture(const void *caller, dxgmap_host_stack *stack);

/*
 * History of an identity, in the order of an acquisition: reserve a record before the core is asked (the step that
 * can fail), then either bind it to the handle or cancel it. Release fills in the second stack; after
 * `released_stacks` later releases it is forgotten. Release of an unknown handle does nothing.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_history_reserve(const void *caller, uint64_t *ticket);
DXGMAP_HOST_API void dxgmap_host_history_cancel(uint64_t ticket);
DXGMAP_HOST_API void dxgmap_host_history_bind(uint64_t ticket, uint64_t handle);
DXGMAP_HOST_API void dxgmap_host_history_release(uint64_t handle, const void *caller);

/* Copies what is known of `handle`; false if nothing is. */
DXGMAP_HOST_API bool dxgmap_host_history_find(uint64_t handle, dxgmap_host_history *history);

/* ---- Report text [any] -------------------------------------------------------------------------------------- */

/*
 * A writer with a buffer of its own; it never allocates, so it serves in a signal handler. When the buffer is full,
 * and at flush, `sink` gets the bytes. A string writer has no sink: text that does not fit is cut off, and the
 * string always ends in a zero byte.
 */
typedef void dxgmap_host_sink(void *context, const char *bytes, size_t length);

typedef struct dxgmap_host_text {
  char *buffer;
  size_t size, length;
  dxgmap_host_sink *sink;
  void *context;
  int descriptor;
  char own[512];
} dxgmap_host_text;

DXGMAP_HOST_API void dxgmap_host_text_to_sink(dxgmap_host_text *text, dxgmap_host_sink *sink, void *context);
DXGMAP_HOST_API void dxgmap_host_text_to_descriptor(dxgmap_host_text *text, int descriptor);
DXGMAP_HOST_API void dxgmap_host_text_to_string(dxgmap_host_text *text, char *string, size_t size);

DXGMAP_HOST_API void dxgmap_host_text_put(dxgmap_host_text *text, const char *string);
DXGMAP_HOST_API void dxgmap_host_text_decimal(dxgmap_host_text *text, uint64_t value);
DXGMAP_HOST_API void dxgmap_host_text_hex(dxgmap_host_text *text, uint64_t value,
                                          uint32_t digits); /* 0x..., at least */
DXGMAP_HOST_API void dxgmap_host_text_flush(dxgmap_host_text *text);

/* One line a call site, `indent` first: "#0 function+0x1c (program)". Nothing for an empty stack. */
DXGMAP_HOST_API void dxgmap_host_text_stack(dxgmap_host_text *text, const char *indent, const dxgmap_host_stack *stack);

/* ---- The lock and the running thread [any] ------------------------------------------------------------------ */

DXGMAP_HOST_API void dxgmap_host_lock(void); /* plain: a thread that holds it must not take it again */
DXGMAP_HOST_API void dxgmap_host_unlock(void);
/* By this thread; or it is in a read section, where it may take the lock as little. */
DXGMAP_HOST_API bool dxgmap_host_locked(void);

/*
 * Read sections, in which the running thread looks pages up without the lock and copies (readers.h). Of the host it may
 * call there what says so, and it must not take the lock: whoever holds that may be waiting for the section to end.
 * The number of a reader is the thread's until it ends.
 */
DXGMAP_HOST_API bool dxgmap_host_read_begin(void); /* false: no number is free, or a section of the thread is open */
DXGMAP_HOST_API void dxgmap_host_read_found(void); /* in a section, after a page was found */
DXGMAP_HOST_API void dxgmap_host_read_end(void);
/* Under the lock. Show: before frames are mapped, once they are what their owner is to find. Wait: when they are not
   mapped any more, before they go back. */
DXGMAP_HOST_API void dxgmap_host_read_show(void);
DXGMAP_HOST_API void dxgmap_host_read_wait(void);

DXGMAP_HOST_API uint32_t dxgmap_host_irql(void); /* of this thread; PASSIVE_LEVEL 0 to begin with */
DXGMAP_HOST_API void dxgmap_host_set_irql(uint32_t irql);
DXGMAP_HOST_API uint64_t dxgmap_host_process(void); /* that this thread is in; that of the machine, 4, to begin with */
DXGMAP_HOST_API void dxgmap_host_set_process(uint64_t process);

/* ---- Faults of the CPU, on request -------------------------------------------------------------------------- */

typedef struct dxgmap_host_fault {
  const void *address;
  const void *instruction; /* for dxgmap_host_stack_capture */
  bool write;
  dxgmap_host_location where;
} dxgmap_host_fault;

/* Called in the signal handler, without the lock, for a fault inside a window alone. */
typedef void dxgmap_host_fault_handler(const dxgmap_host_fault *fault, void *context);

typedef enum dxgmap_host_fault_policy {
  DXGMAP_HOST_FAULT_PASS = 0, /* on to the handler that was there before */
  DXGMAP_HOST_FAULT_POISON,   /* map a page of poison (0xDB) there and go on, unless the place is live */
} dxgmap_host_fault_policy;

/*
 * Handles SIGSEGV and SIGBUS of the whole process until removed (or the host is closed); BUSY if it does already.
 * Faults outside every window, and those under the lock or in a read section, always pass on. The handler runs on a
 * signal stack in the thread that calls this, and in others that have one; remove it in the same thread, which gives that stack back.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_faults_install(dxgmap_host_fault_handler *handler, void *context,
                                                              dxgmap_host_fault_policy policy);
DXGMAP_HOST_API void dxgmap_host_faults_remove(void);

/* ---- Fault injection and accounting [any] ------------------------------------------------------------------- */

/* Every allocation, mapping, claim, pin and lock counts as one acquisition. The `nth` from now fails, once; 0: none. */
DXGMAP_HOST_API void dxgmap_host_fail_at(uint64_t nth);
DXGMAP_HOST_API uint64_t dxgmap_host_acquisitions(void); /* since the last dxgmap_host_fail_at */

typedef struct dxgmap_host_usage {
  uint64_t frames;         /* of kind MEMORY */
  uint64_t foreign_frames; /* of kind FOREIGN */
  uint64_t holds;          /* on both */
  uint64_t windows;        /* open, the kernel's not counted */
  uint64_t window_pages;   /* claimed in them */
  uint64_t kernel_pages;   /* claimed in the kernel's */
  uint64_t quarantined;    /* pages, in all windows */
  uint64_t devices;
  uint64_t sections;
  uint64_t pinned_pages;  /* of sections */
  uint64_t histories;     /* reserved or live */
  uint64_t released;      /* histories of released identities */
  uint64_t blocks, bytes; /* of dxgmap_host_allocate */
  uint64_t regions;       /* of dxgmap_host_reserve, the host's own included */
  uint64_t descriptors;   /* open files */
  uint64_t maps;          /* upper bound of the mappings that views have made in the process */
} dxgmap_host_usage;

DXGMAP_HOST_API dxgmap_host_usage dxgmap_host_usage_now(void);

#ifdef __cplusplus
}
#endif

#endif
