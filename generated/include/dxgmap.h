/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     4e68f94d1e43b0d48ce2790b27a8e12b4b093604f89d31228a64aef930ccbc3f model/ddi/include/dxgmap.h
*/
#include "dxgmap_config.h"

/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_H
#define DXGMAP_H

/* The harness's side of the library: everything that is not a Windows name.

   A harness opens the system, starts adapters on it, hands each adapter's DXGKRNL_INTERFACE to the driver, plays the
   device, and stops the adapters. Callbacks of the driver (DxgkCb..., VideoPort..., Mm..., Io..., Ke...) have their
   documented names and prototypes in the Windows headers beside this one.

   Conventions
   - There is one system in a process, because several Windows functions carry no context. dxgmap_open makes it.
   - Functions that can fail answer a cause, DXGMAP_CAUSE_NONE (0) when they did not. Out parameters are written on
     success alone.
   - Addresses and lengths count bytes unless the name says pages; a page is 4096 bytes.
   - Every function may be called from any thread, and from a violation handler. IRQL and current process belong to
     the calling thread.
   - Where Windows raises an exception or stops (MmProbeAndLockPages of memory that is not there, KeLowerIrql upwards),
     the library reports, changes nothing and returns: MdlFlags say whether an MDL is locked. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dispmprt.h"
#include "dxgmap_dxgkcb.h"

DXGMAP_EXTERN_C_BEGIN

struct _VIDEO_REQUEST_PACKET;

/* Why something did not succeed, or what a report is about. 1 .. 37 are the causes of the proved core. */
enum dxgmap_cause {
  DXGMAP_CAUSE_NONE = 0,
  DXGMAP_CAUSE_BAD_ADAPTER = 1,
  DXGMAP_CAUSE_BAD_IRQL = 2,
  DXGMAP_CAUSE_EXCLUSIVE = 3,
  DXGMAP_CAUSE_BAD_KIND = 4,
  DXGMAP_CAUSE_BAD_INDEX = 5,
  DXGMAP_CAUSE_NO_SAVE_AREA = 6,
  DXGMAP_CAUSE_BAD_SIZE = 7,
  DXGMAP_CAUSE_TOO_LARGE = 8,
  DXGMAP_CAUSE_PINNED = 9,
  DXGMAP_CAUSE_NOT_PINNED = 10,
  DXGMAP_CAUSE_BAD_COUNT = 11,
  DXGMAP_CAUSE_BAD_PAGE = 12,
  DXGMAP_CAUSE_BAD_HANDLE = 13,
  DXGMAP_CAUSE_BAD_ADDRESS = 14,
  DXGMAP_CAUSE_BAD_PROCESS = 15,
  DXGMAP_CAUSE_BAD_SPACE = 16,
  DXGMAP_CAUSE_NOT_OWNED = 17,
  DXGMAP_CAUSE_CACHE_CONFLICT = 18,
  DXGMAP_CAUSE_PLACE_TAKEN = 19,
  DXGMAP_CAUSE_PRESSURE = 20,
  DXGMAP_CAUSE_NO_SLOT = 21,
  DXGMAP_CAUSE_NO_RANGE = 22,
  DXGMAP_CAUSE_NO_ADAPTER = 23,
  DXGMAP_CAUSE_NO_COMMIT = 24,
  DXGMAP_CAUSE_NOT_VISIBLE = 25,
  DXGMAP_CAUSE_BAD_RESOURCE = 26,
  DXGMAP_CAUSE_ATTACHED = 27,
  DXGMAP_CAUSE_NOT_EXCLUSIVE = 28,
  DXGMAP_CAUSE_BLOCKED = 29,
  DXGMAP_CAUSE_BYPASS = 30,
  DXGMAP_CAUSE_NO_MORE = 31,
  DXGMAP_CAUSE_BAD_MODE = 32,
  DXGMAP_CAUSE_BOUND = 33,
  DXGMAP_CAUSE_OPENED = 34,
  DXGMAP_CAUSE_IN_USE = 35,
  DXGMAP_CAUSE_NOT_OF_OBJECT = 36,
  DXGMAP_CAUSE_BAD_FLAGS = 37,

  /* Judged before the core is asked. */
  DXGMAP_CAUSE_BAD_ARGUMENT = 64, /* an argument breaks a rule of its page */
  DXGMAP_CAUSE_NO_HOST = 65,      /* the host could not give memory, frames, an address or a record */
  DXGMAP_CAUSE_NOT_MODELLED = 66, /* the callback is not modelled */
  DXGMAP_CAUSE_NOT_OPEN = 67,     /* the system is not open (or, for dxgmap_open, is already) */

  /* Found when no call can fail for it. */
  DXGMAP_CAUSE_LEAK = 96,        /* still live at stop */
  DXGMAP_CAUSE_LIVE_AT_END = 97, /* a video port mapping that lives when its adapter ends: no leak (decision 13) */
  DXGMAP_CAUSE_MDL_CHANGED = 98, /* the MDL changed while it was mapped */
  DXGMAP_CAUSE_MDL_GONE = 99,    /* the MDL was freed or unlocked while it was mapped */
  DXGMAP_CAUSE_MDL_CHAIN = 100,  /* a chain of MDLs was given; only its head is mapped */
  DXGMAP_CAUSE_CPU_ACCESS = 101, /* the CPU touched an address where nothing is mapped */
  DXGMAP_CAUSE_LIST_GONE = 102,  /* an MDL or ADL that Dxgkrnl took back was used */
  DXGMAP_CAUSE_BAD_ANSWER = 103, /* the miniport answered an IOCTL wrongly */

  /* The driver's memory and its MDLs. */
  DXGMAP_CAUSE_MEMORY_GONE = 120, /* memory was freed or unmapped while its pages were locked */
  DXGMAP_CAUSE_NO_WRITE = 121,    /* the device wrote to memory that is locked for reading, or cannot be written */
  DXGMAP_CAUSE_MDL_IN_VIEW = 122, /* the MDL was freed or unlocked while a process had a view of its pages */
  DXGMAP_CAUSE_MDL_LEFT = 123,    /* an MDL of the driver's was never freed */
  DXGMAP_CAUSE_BAD_POOL = 124     /* what is freed is no pool memory, or not as it was allocated */
};

/* What was being done. */
enum dxgmap_operation {
  DXGMAP_OPERATION_NONE = 0,
  DXGMAP_OPERATION_START,
  DXGMAP_OPERATION_ATTACH,
  DXGMAP_OPERATION_EXCLUSIVE_BEGIN,
  DXGMAP_OPERATION_EXCLUSIVE_END,
  DXGMAP_OPERATION_STOP,
  DXGMAP_OPERATION_LIVE,
  DXGMAP_OPERATION_PIN,
  DXGMAP_OPERATION_PIN2,
  DXGMAP_OPERATION_UNPIN,
  DXGMAP_OPERATION_MAP_POINTER,
  DXGMAP_OPERATION_UNMAP_POINTER,
  DXGMAP_OPERATION_MAP_MDL,
  DXGMAP_OPERATION_UNMAP_MDL,
  DXGMAP_OPERATION_ALLOCATE_PAGES,
  DXGMAP_OPERATION_FREE_PAGES,
  DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS,
  DXGMAP_OPERATION_FREE_CONTIGUOUS,
  DXGMAP_OPERATION_MAP_VIEW,
  DXGMAP_OPERATION_UNMAP_VIEW,
  DXGMAP_OPERATION_VIDEO_MAP,
  DXGMAP_OPERATION_VIDEO_UNMAP,
  DXGMAP_OPERATION_VIDEO_REQUEST,
  DXGMAP_OPERATION_DEVICE_INFORMATION,
  DXGMAP_OPERATION_NOT_MODELLED,
  DXGMAP_OPERATION_DEVICE_ACCESS,
  DXGMAP_OPERATION_CPU_ACCESS,
  DXGMAP_OPERATION_PORT_ACCESS,
  DXGMAP_OPERATION_REGISTER_ACCESS,
  DXGMAP_OPERATION_ALLOCATE_MDL,
  DXGMAP_OPERATION_FREE_MDL,
  DXGMAP_OPERATION_LOCK_MDL,
  DXGMAP_OPERATION_UNLOCK_MDL,
  DXGMAP_OPERATION_BUILD_MDL,
  DXGMAP_OPERATION_MAP_LOCKED,
  DXGMAP_OPERATION_UNMAP_LOCKED,
  DXGMAP_OPERATION_RAISE_IRQL,
  DXGMAP_OPERATION_LOWER_IRQL,
  DXGMAP_OPERATION_CREATE_OBJECT,
  DXGMAP_OPERATION_DESTROY_OBJECT,
  DXGMAP_OPERATION_OPEN_OBJECT,
  DXGMAP_OPERATION_CLOSE_OBJECT,
  DXGMAP_OPERATION_MAP_OBJECT,
  DXGMAP_OPERATION_UNMAP_OBJECT,
  DXGMAP_OPERATION_ALLOCATE_ADL,
  DXGMAP_OPERATION_FREE_ADL,
  DXGMAP_OPERATION_CLOSE,
  DXGMAP_OPERATION_MEMORY_GONE,
  DXGMAP_OPERATION_ALLOCATE_POOL,
  DXGMAP_OPERATION_FREE_POOL,
  DXGMAP_OPERATION_PHYSICAL_ADDRESS,
  DXGMAP_OPERATIONS
};

/* What a mapping is. */
enum dxgmap_mapping_kind {
  DXGMAP_MAPPING_NONE = 0,
  DXGMAP_MAPPING_PIN = 1,
  DXGMAP_MAPPING_PIN2 = 2,
  DXGMAP_MAPPING_MDL = 3,
  DXGMAP_MAPPING_PAGE_LIST = 4,
  DXGMAP_MAPPING_CONTIGUOUS = 5,
  DXGMAP_MAPPING_POINTER = 6,
  DXGMAP_MAPPING_VIEW = 7,
  DXGMAP_MAPPING_VIDEO = 8,
  DXGMAP_MAPPING_ADL = 9,             /* AllocateAdl; the ADL of a pin is a PIN2 */
  DXGMAP_MAPPING_OBJECT = 10,         /* a physical memory object */
  DXGMAP_MAPPING_ADAPTER_OBJECT = 11, /* the same, opened for an adapter */
  DXGMAP_MAPPING_OBJECT_VIEW = 12,    /* MapPhysicalMemory */
  DXGMAP_MAPPING_MDL_VIEW = 13,       /* MmMapLockedPagesSpecifyCache; lives by its MDL, not by an adapter */
  DXGMAP_MAPPING_MDL_ITSELF = 14,     /* IoAllocateMdl */
  DXGMAP_MAPPING_POOL = 15,           /* ExAllocatePool2 and its kin */
  DXGMAP_MAPPING_KINDS
};

/* The cause's name in the specification ("DXGMAP_PINNED") and its sentence. Never NULL. */
const char *dxgmap_cause_name(uint32_t cause);
const char *dxgmap_cause_sentence(uint32_t cause);
const char *dxgmap_operation_name(uint32_t operation);

/* ---- Violations --------------------------------------------------------------------------------------------- */

#define DXGMAP_STACK_SITES 24u

/* Return addresses, innermost first; count 0 when nothing is known. */
typedef struct dxgmap_stack {
  uint32_t count;
  const void *site[DXGMAP_STACK_SITES];
} dxgmap_stack;

/* One fault, structured and as text. Everything in it dies when the handler returns. */
typedef struct dxgmap_violation {
  uint32_t cause;            /* enum dxgmap_cause */
  uint32_t operation;        /* enum dxgmap_operation */
  NTSTATUS status;           /* what the call answers, STATUS_SUCCESS when it cannot say */
  uint32_t kind;             /* enum dxgmap_mapping_kind of the object */
  HANDLE adapter;            /* raw handle as it came in; NULL when none did */
  uint64_t mapping;          /* identity of the object, 0 when there is none */
  uint32_t physical_adapter; /* of a pin or a frame buffer pointer */
  uint64_t address;          /* the address that the fault is about: CPU, logical, or port */
  uint64_t pages;            /* of the object */
  const char *verdict;       /* one line */
  const char *operation_name;
  const char *sentence; /* of the cause */
  const char *detail;   /* what exactly, or "" */
  const char *rules;    /* ids of the rules, clauses and decisions broken */
  const char *theorems; /* ids of the theorems that make the library sure */
  const char *analogue; /* what Windows would do, or "" */
  const char *object;   /* the object in words, or "" */
  dxgmap_stack call;    /* this call */
  dxgmap_stack map;     /* the call that made the object */
  dxgmap_stack unmap;   /* the call that released it */
  const char *text;     /* the whole report, lines ended by \n */
} dxgmap_violation;

/* Runs on the thread of the fault, outside all locks; it may call the library. (With fault handling on it also runs
   inside a signal handler of that thread.) */
typedef void dxgmap_violation_handler(const dxgmap_violation *violation, void *context);

/* ---- The system --------------------------------------------------------------------------------------------- */

/* What happens when the CPU touches an address of the library where nothing is mapped. */
enum dxgmap_fault_policy {
  DXGMAP_FAULT_UNHANDLED = 0, /* no signal handler is installed */
  DXGMAP_FAULT_PASS = 1,      /* report, then on to the handler that was there before (usually the end) */
  DXGMAP_FAULT_POISON = 2     /* report, map a page of 0xDB bytes there, and go on; but inside a live view, whose slack
                                 pages hold no data, report and then as DXGMAP_FAULT_PASS */
};

enum dxgmap_violation_policy {
  DXGMAP_VIOLATION_CONTINUE = 0, /* report and go on */
  DXGMAP_VIOLATION_ABORT = 1     /* report, then abort() */
};

/* All zero is a good description. */
typedef struct dxgmap_system_description {
  uint64_t installed_pages;  /* physical memory; 0: 2^20 pages, or all that the profile has if that is less */
  uint64_t commit_pages;     /* what save areas may charge together; 0: installed_pages */
  uint64_t quarantine_pages; /* released pages of each adapter's window that wait before reuse; 0: 1024 */
  uint64_t remembered;       /* released mappings that reports can still name; 0: 1024 */
  uint64_t seed;             /* of every choice that the library makes; equal seeds and calls give equal choices */
  uint32_t fault_policy;     /* enum dxgmap_fault_policy */
  uint32_t violation_policy; /* enum dxgmap_violation_policy */
  dxgmap_violation_handler *handler; /* NULL: print the report on standard error */
  void *context;
  /* For debugging: whatever the device is answered is compared with the reference translation, found by a walk
     through the adapter's live mappings (in identity mode through all their pages); when the two differ, both are
     printed on standard error, and the process is aborted. It costs time in proportion, at each page, and all under the
     lock. */
  bool check_translations;
} dxgmap_system_description;

/* NULL means all zero. Causes: NOT_OPEN (it is open already), BAD_ARGUMENT (more pages than the profile has, an
   unknown policy), NO_HOST. */
uint32_t dxgmap_open(const dxgmap_system_description *description);

/* Stops what is still started and destroys the physical memory objects that are left (reporting leaks), then gives
   everything back. MDLs and pool memory that the driver still holds are reported and die with it. Nothing happens when
   the system is not open. */
void dxgmap_close(void);

/* NULL: the default, which prints the report on standard error. */
void dxgmap_set_handler(dxgmap_violation_handler *handler, void *context);
void dxgmap_set_violation_policy(uint32_t policy);

/* Reports since dxgmap_open. */
uint64_t dxgmap_violations(void);

/* The process that the calling thread is in; user views belong to it. At first 4, the system's. */
void dxgmap_set_process(uint64_t process);
uint64_t dxgmap_process(void);

/* From now on `operation` answers `status` for `cause` (decision 12). The cause itself, the report, and what changes
   stay the same. A status of success is refused with BAD_ARGUMENT: a failure must look like one. NO_HOST: 64 are set
   already. */
uint32_t dxgmap_set_status(uint32_t operation, uint32_t cause, NTSTATUS status);
void dxgmap_reset_statuses(void);

/* Says that memory of the process is the driver's no more: it was freed, and its addresses may become another's. What
   is locked of it, or mapped to an IOMMU, is reported (MEMORY_GONE, with the stack of the lock); the device reaches its
   pages no more, and what is locked at these addresses later is other memory. Memory that was unmapped is noticed
   without this call; memory of a heap is not, because its pages stay. So a harness that gives a driver its memory calls
   this before it takes it back. Pages that the range has only a part of count as gone unless another locked MDL has the
   rest. NONE; NOT_OPEN; BAD_ARGUMENT: the range ends beyond the last address. */
uint32_t dxgmap_memory_gone(const void *address, uint64_t bytes);

/* Memory pressure: the next `pins` calls of either pin and the next `pointers` frame buffer pointer maps that are
   correct otherwise fail with STATUS_NO_MEMORY. */
void dxgmap_fail_next(uint32_t pins, uint32_t pointers);

/* The same for physical memory objects: the next `adls` calls of AllocateAdl and the next `maps` of
   MapPhysicalMemory. */
void dxgmap_fail_next_objects(uint32_t adls, uint32_t maps);

/* Or decided call by call: true makes this one fail. `operation` is PIN, PIN2, MAP_POINTER, ALLOCATE_ADL or
   MAP_OBJECT; offset and bytes are of the save area or of the object, physical_adapter is 0 where there is none. Runs
   inside the library's lock: it must not call the library. NULL: none. */
typedef bool dxgmap_pressure(uint32_t operation, uint32_t physical_adapter, uint64_t offset, uint64_t bytes,
                             void *context);
void dxgmap_set_pressure(dxgmap_pressure *pressure, void *context);

/* ---- Adapters ----------------------------------------------------------------------------------------------- */

enum dxgmap_resource_space { DXGMAP_RESOURCE_MEMORY = 0, DXGMAP_RESOURCE_PORTS = 1 };

/* A range that the adapter decodes. Memory must not share a page with installed memory or with another range. */
typedef struct dxgmap_resource_description {
  uint32_t space;  /* enum dxgmap_resource_space */
  uint64_t start;  /* first byte, or first port (below 65536) */
  uint64_t length; /* bytes, 1 .. 2^32 - 1, which is what a resource list holds */
} dxgmap_resource_description;

/* One access of the driver to the device's ports or registers, after it was found to be legal. For a read `value`
   may be changed; for a write it has been stored already. */
typedef struct dxgmap_register_access {
  HANDLE adapter;
  uint32_t space; /* enum dxgmap_resource_space */
  bool write;
  uint64_t address; /* physical byte address, or port */
  uint32_t width;   /* bytes: 1, 2 or 4 */
  uint32_t value;
} dxgmap_register_access;

/* Plays the device. Runs outside all locks on the driver's thread; it may call the library. */
typedef void dxgmap_register_hook(dxgmap_register_access *access, void *context);

/* How the adapter's device names pages, and which callbacks are for its driver. */
enum dxgmap_adapter_mode {
  DXGMAP_MODE_IDENTITY = 0, /* WDDM 2.4: a logical page is the physical one */
  DXGMAP_MODE_REMAPPING = 1 /* WDDM 2.9: Dxgkrnl gives logical pages out; attached from the start on */
};

#define DXGMAP_NO_QUARANTINE UINT32_MAX

typedef struct dxgmap_adapter_description {
  uint32_t physical_adapters; /* length of the linked chain, 1 .. 64; the first is the lead */
  const uint64_t *save_bytes; /* DXGK_FRAMEBUFFERSAVEAREA.MaximumSize of each, multiple of the page; NULL: none */
  uint32_t resources;         /* 0 .. 16 */
  const dxgmap_resource_description *resource;
  /* Last byte that the device can reach; 0: all of physical memory. With remapping it bounds the logical pages. */
  uint64_t highest_visible_address;
  PVOID miniport_context;       /* DXGK_DEVICE_INFO.MiniportDeviceContext */
  PVOID physical_device_object; /* DXGK_DEVICE_INFO.PhysicalDeviceObject */
  dxgmap_register_hook *hook;   /* NULL: registers are plain memory */
  void *hook_context;
  uint32_t mode; /* enum dxgmap_adapter_mode */
  /* Released ranges of logical pages that wait before reuse. 0: in remapping mode 16, or what the profile allows if
     that is less, in identity mode none; DXGMAP_NO_QUARANTINE: none. */
  uint32_t quarantine_ranges;
} dxgmap_adapter_description;

/* Starts an adapter. `*adapter` is the hAdapter of its callbacks; no later adapter has the same. Causes:
   BAD_ARGUMENT, BAD_INDEX (chain length), BAD_MODE, TOO_LARGE (quarantine, save areas), BAD_SIZE (a save area is not
   page aligned), NO_COMMIT, NOT_VISIBLE, BAD_RESOURCE, NO_ADAPTER, NO_HOST, NOT_OPEN. Nothing is charged unless it
   succeeds. */
uint32_t dxgmap_adapter_start(const dxgmap_adapter_description *description, HANDLE *adapter);

/* Enables the IOMMU: from now on the device reaches mapped pages alone. Once only (G6); with remapping it is enabled
   before the start. */
uint32_t dxgmap_adapter_attach(HANDLE adapter);

/* DxgkDdiBegin- and EndExclusiveAccess: in between callbacks are refused and the device must be silent. */
uint32_t dxgmap_adapter_exclusive_begin(HANDLE adapter);
uint32_t dxgmap_adapter_exclusive_end(HANDLE adapter);

/* Releases everything that is live and reports each as a leak, with the stack of its map. `leaks`, when not NULL, is
   how many. The physical memory objects that were created with the adapter, or are made of its I/O space, end with it,
   and so do their views; others stay. To restart, start the description again. */
uint32_t dxgmap_adapter_stop(HANDLE adapter, uint64_t *leaks);

/* Fills as much of the interface as the caller's Size and Version say it has; set both before. Version 0 is not a
   version. Members not modelled point to functions that report their own name and answer STATUS_NOT_SUPPORTED. */
uint32_t dxgmap_adapter_interface(HANDLE adapter, DXGKRNL_INTERFACE *dxgkrnl);

/* One live mapping. */
typedef struct dxgmap_mapping {
  uint64_t mapping;          /* identity; hMemoryHandle where the callback has one */
  uint32_t kind;             /* enum dxgmap_mapping_kind */
  uint32_t physical_adapter; /* of a pin or a pointer */
  uint64_t pages;            /* captured in the domain, or in view */
  uint64_t length;           /* bytes of a view, a pointer, an object or an ADL */
  uint64_t physical;         /* of a view: physical address or port; of an object of I/O space: physical address; of a
                                pointer, an ADL or a view of an object: offset in what it is of */
  void *address;             /* of a view or a pointer: where the driver sees it; the port in I/O space */
  dxgmap_stack map;
  uint64_t logical; /* with remapping: the first of its logical pages, which are `pages` in a row; else 0 */
  uint64_t object;  /* what it belongs to: the adapter object of an ADL, the object of an adapter object or a view */
} dxgmap_mapping;

/* The cursor-th live mapping (0, 1, ...); NO_MORE past the last. */
uint32_t dxgmap_adapter_live(HANDLE adapter, uint32_t cursor, dxgmap_mapping *mapping);

/* The cursor-th physical memory object or view of one, which belong to no adapter. */
uint32_t dxgmap_object_live(uint32_t cursor, dxgmap_mapping *mapping);

/* ---- The device ---------------------------------------------------------------------------------------------- */

/* What the device does by logical address: page by page, until a page is blocked (BLOCKED, or EXCLUSIVE between begin
   and end), which is reported. `done`, when not NULL, is how many bytes were transferred before.

   Accesses to mapped pages take no lock: they run beside each other and beside callbacks on other threads. A callback
   that takes pages away, a stop, and a begin of exclusive access return when no access is in such a page any more, and
   none gets in after; an access of several pages may find the first and not the next. What two accesses, or the CPU and
   an access, do to the same bytes at a time is in no order, as it is with DMA: whoever needs an order makes it. Up to
   64 threads go without the lock at a time; a further one takes it, and so does what ends in a report. */
uint32_t dxgmap_device_read(HANDLE adapter, uint64_t logical, void *to, size_t length, size_t *done);
uint32_t dxgmap_device_write(HANDLE adapter, uint64_t logical, const void *from, size_t length, size_t *done);

/* Where a logical address leads. NONE, or BYPASS when the domain is not attached: `*physical` is written. Not an
   access: nothing is reported. */
uint32_t dxgmap_device_translate(HANDLE adapter, uint64_t logical, uint64_t *physical);

/* The device's own view of its memory resource, which no unmap takes away; NULL when [physical, physical + length)
   is not inside one. It lives until the adapter stops. */
void *dxgmap_device_memory(HANDLE adapter, uint64_t physical, uint64_t length);

/* ---- Video port miniports ------------------------------------------------------------------------------------ */

typedef BOOLEAN dxgmap_start_io(PVOID HwDeviceExtension, struct _VIDEO_REQUEST_PACKET *RequestPacket);

/* Gives an adapter an HwDeviceExtension of `bytes` zero bytes and its miniport's HwVidStartIO (NULL when the harness
   sends no requests). The extension lives until the adapter stops. */
uint32_t dxgmap_video_attach(HANDLE adapter, size_t bytes, dxgmap_start_io *start_io, PVOID *extension);

/* Sends one VIDEO_REQUEST_PACKET whose input and output share `buffer`, as the video port does (I1), and judges the
   answer of the IOCTLs that map and unmap video memory. */
typedef struct dxgmap_video_answer {
  bool handled;          /* what HwVidStartIO returned */
  LONG status;           /* StatusBlock.Status */
  ULONG_PTR information; /* StatusBlock.Information */
  uint32_t wrong;        /* how many BAD_ANSWER reports it earned */
} dxgmap_video_answer;

uint32_t dxgmap_video_send(HANDLE adapter, ULONG io_control_code, PVOID buffer, ULONG input_length, ULONG output_length,
                           dxgmap_video_answer *answer);

DXGMAP_EXTERN_C_END

#endif
