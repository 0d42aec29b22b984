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
     success alone. A pointer that leads where no memory is, or none that can be written, is refused with BAD_ARGUMENT,
     and a report names the parameter.
   - Addresses and lengths count bytes unless the name says pages; a page is 4096 bytes.
   - Every function may be called from any thread, and from a violation handler. IRQL and current process belong to
     the calling thread; dxgmap_close sets them back, PASSIVE_LEVEL and process 4, in all threads.
   - Where Windows raises an exception or stops (MmProbeAndLockPages of memory that is not there, KeLowerIrql upwards),
     the library reports, changes nothing and returns: MdlFlags say whether an MDL is locked. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dispmprt.h"
#include "dxgmap_dxgkcb.h"
#include "dxgmap_events.h"

DXGMAP_EXTERN_C_BEGIN

struct _VIDEO_REQUEST_PACKET;

/* Why something did not succeed, or what a report is about. 1 .. 42 are the causes of the proved core. */
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
  DXGMAP_CAUSE_NOT_LEAD = 38,
  DXGMAP_CAUSE_LINKED = 39,
  DXGMAP_CAUSE_REMOVED = 40,
  DXGMAP_CAUSE_ASLEEP = 41,
  DXGMAP_CAUSE_BAD_POWER = 42,

  /* Judged before the core is asked. */
  DXGMAP_CAUSE_BAD_ARGUMENT = 64, /* an argument breaks a rule of its page */
  DXGMAP_CAUSE_NO_HOST = 65,      /* the host could not give memory, frames, an address or a record */
  DXGMAP_CAUSE_NOT_MODELLED = 66, /* the callback is not modelled */
  DXGMAP_CAUSE_NOT_OPEN = 67,     /* the system is not open (or, for dxgmap_open, is already) */

  /* Found when no call can fail for it. */
  DXGMAP_CAUSE_LEAK = 96,          /* still live at stop */
  DXGMAP_CAUSE_LIVE_AT_END = 97,   /* a video port mapping that another one replaced lives when its adapter ends */
  DXGMAP_CAUSE_MDL_CHANGED = 98,   /* the MDL changed while it was mapped */
  DXGMAP_CAUSE_MDL_GONE = 99,      /* the MDL was freed or unlocked while it was mapped */
  DXGMAP_CAUSE_MDL_CHAIN = 100,    /* a chain of MDLs was given; only its head is mapped */
  DXGMAP_CAUSE_CPU_ACCESS = 101,   /* the CPU touched an address where nothing is mapped */
  DXGMAP_CAUSE_LIST_GONE = 102,    /* an MDL or ADL that Dxgkrnl took back was used */
  DXGMAP_CAUSE_BAD_ANSWER = 103,   /* the miniport answered an IOCTL wrongly */
  DXGMAP_CAUSE_MAPPED_AGAIN = 112, /* a video port mapping was made anew while the first one lives */

  /* The driver's memory and its MDLs. */
  DXGMAP_CAUSE_MEMORY_GONE = 120, /* memory was freed or unmapped while its pages were locked */
  DXGMAP_CAUSE_NO_WRITE = 121,    /* the device wrote to memory that is locked for reading, or cannot be written */
  DXGMAP_CAUSE_MDL_IN_VIEW = 122, /* the MDL was freed or unlocked while a process had a view of its pages */
  DXGMAP_CAUSE_MDL_LEFT = 123,    /* an MDL of the driver's was never freed */
  DXGMAP_CAUSE_BAD_POOL = 124,    /* what is freed is no pool memory, or not as it was allocated */
  DXGMAP_CAUSE_VIEW_ENDED = 125   /* a process ended with a view in it */
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
  DXGMAP_OPERATION_INTERFACE,
  DXGMAP_OPERATION_ACQUIRE_LOCK,
  DXGMAP_OPERATION_RELEASE_LOCK,
  DXGMAP_OPERATION_WAIT,
  DXGMAP_OPERATION_GET_DEVICE_BASE,
  DXGMAP_OPERATION_FREE_DEVICE_BASE,
  DXGMAP_OPERATION_MAP_IO_SPACE,
  DXGMAP_OPERATION_UNMAP_IO_SPACE,
  DXGMAP_OPERATION_READ_SPACE,
  DXGMAP_OPERATION_WRITE_SPACE,
  DXGMAP_OPERATION_GET_BUS_DATA,
  DXGMAP_OPERATION_SET_BUS_DATA,
  DXGMAP_OPERATION_POST_DISPLAY,
  DXGMAP_OPERATION_PHYSICAL_ADDRESS,
  DXGMAP_OPERATION_SET_REGISTRY,
  DXGMAP_OPERATION_GET_REGISTRY,
  DXGMAP_OPERATION_LINK,
  DXGMAP_OPERATION_POWER,
  DXGMAP_OPERATION_REMOVE,
  DXGMAP_OPERATION_PROCESS_END,
  DXGMAP_OPERATION_SYSTEM_MAP,
  DXGMAP_OPERATION_SYSTEM_UNMAP,
  DXGMAP_OPERATION_SET_EVENT,
  DXGMAP_OPERATION_RESET_EVENT,
  DXGMAP_OPERATION_DEBUG_PRINT,
  DXGMAP_OPERATION_OPEN,
  DXGMAP_OPERATION_OBJECT_LIVE,
  DXGMAP_OPERATION_TRANSLATE,
  DXGMAP_OPERATION_VIDEO_ATTACH,
  DXGMAP_OPERATION_VIDEO_SEND,
  DXGMAP_OPERATION_FAIL,
  DXGMAP_OPERATION_LAST_FAILURE,
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
  DXGMAP_MAPPING_SYSTEM = 16,         /* dxgmap_system_map */
  DXGMAP_MAPPING_KINDS
};

/* The cause's name in the specification ("DXGMAP_PINNED") and its sentence. Never NULL. */
const char *dxgmap_cause_name(uint32_t cause);
const char *dxgmap_cause_sentence(uint32_t cause);
const char *dxgmap_operation_name(uint32_t operation);

/* Why the last call of the calling thread that answered another cause than DXGMAP_CAUSE_NONE did so, in words: the
   function, the name of the cause, and which of its reasons it was ("resource[1], of 0x100000000 bytes from 0x0, shares
   a page with installed memory, outside of its holes"). Calls of the harness are not reported, but for bad pointers.
   "" when there was none; never NULL. It stays until the thread's next such call. */
const char *dxgmap_reason(void);

/* ---- Violations --------------------------------------------------------------------------------------------- */

#define DXGMAP_STACK_SITES 24u

/* Return addresses, innermost first; count 0 when nothing is known. Where the CPU faulted in place of a call, one byte
   behind the beginning of the instruction: a site is always behind what happened there. */
typedef struct dxgmap_stack {
  uint32_t count;
  uint32_t lost; /* 1: it was found, but there was no room to keep it: a million different ones are kept */
  const void *site[DXGMAP_STACK_SITES];
} dxgmap_stack;

/* How grave a fault is. A correct driver earns none of the three. */
enum dxgmap_severity {
  DXGMAP_SEVERITY_ERROR = 0,   /* a rule is broken: dxgmap_violations counts it, DXGMAP_VIOLATION_ABORT ends with it */
  DXGMAP_SEVERITY_WARNING = 1, /* no rule forbids it, but it is most likely wrong, or wrong on another machine */
  DXGMAP_SEVERITY_NOTE = 2,    /* something that the library cannot do, or does not know, and should not be silent of */
  DXGMAP_SEVERITIES
};

/* One fault, structured and as text. Everything in it dies when the handler returns. */
typedef struct dxgmap_violation {
  uint32_t cause;            /* enum dxgmap_cause */
  uint32_t operation;        /* enum dxgmap_operation */
  NTSTATUS status;           /* what the call answers, or would if it did not return VOID; STATUS_SUCCESS when there is
                                no failure to answer with */
  uint32_t kind;             /* enum dxgmap_mapping_kind of the object */
  HANDLE adapter;            /* raw handle as it came in, or that of the lead whose matter it is; NULL when none did */
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
  bool stopped;         /* the driver did not release the object: its adapter's stop did, whose stack `unmap` is */
  uint32_t severity;    /* enum dxgmap_severity */
  uint64_t count;       /* of leaks at a stop: how many the same calls made, of which this is one; else 1 */
  const char *options;  /* what DXGMAP_OPTIONS has to be for a run like this one, or "" */
} dxgmap_violation;

/* Runs on the thread of the fault, outside all locks; it may call the library. (With fault handling on it also runs
   inside a signal handler of that thread.) */
typedef void dxgmap_violation_handler(const dxgmap_violation *violation, void *context);

/* The clauses that a cause of an operation breaks, with the rules that they rest on, as a report has them; `kind`
   (enum dxgmap_mapping_kind) is that of the object, or 0. Never NULL. */
const char *dxgmap_rules(uint32_t operation, uint32_t cause, uint32_t kind);

/* How grave it is that an operation fails with a cause: enum dxgmap_severity, or DXGMAP_SEVERITIES for no report. */
uint32_t dxgmap_cause_severity(uint32_t operation, uint32_t cause);

/* ---- The system --------------------------------------------------------------------------------------------- */

/* What happens when the CPU touches an address of the library where nothing is mapped. */
enum dxgmap_fault_policy {
  DXGMAP_FAULT_UNHANDLED = 0, /* the handler that was there before has it; ours catches the device's own copies alone */
  DXGMAP_FAULT_PASS = 1,      /* report, then on to the handler that was there before (usually the end) */
  DXGMAP_FAULT_POISON = 2     /* report, map a page of 0xDB bytes there, and go on; but inside a live view, whose slack
                                 pages hold no data, report and then as DXGMAP_FAULT_PASS */
};

enum dxgmap_violation_policy {
  DXGMAP_VIOLATION_CONTINUE = 0, /* report and go on */
  DXGMAP_VIOLATION_ABORT = 1     /* report, then abort() if it is an error */
};

/* A function that a call site stands in, as reports show it. What is not known is "" or 0. */
typedef struct dxgmap_function {
  const char *name;
  const char *module; /* base name of the program or library */
  const char *file;   /* by debug information, if the library was built to read it (DXGMAP_BACKTRACE) */
  uint32_t line;
  uint64_t offset; /* of the site, from where the function begins, or from the module if there is no name */
  bool inlined;    /* into the next one; no offset then */
} dxgmap_function;

/* Calls `visitor` for each function of a site of a dxgmap_stack, the innermost first; the last is not inlined. The
   words die when it returns. Nothing happens if it is NULL. With symbolize=0 there are neither names nor lines. */
typedef void dxgmap_function_visitor(const dxgmap_function *function, void *context);
void dxgmap_functions_of(const void *site, dxgmap_function_visitor *visitor, void *context);

/* How the stacks of maps and unmaps are found. The environment variable DXGMAP_STACKS (fast, full, off) has precedence
   over the description. */
enum dxgmap_stacks {
  DXGMAP_STACKS_FAST = 0, /* by what is known of each call site, which the system's unwinder has proved once; by the
                             unwinder where nothing is known (decision 95) */
  DXGMAP_STACKS_FULL = 1, /* by the unwinder each time: some 3 us a map */
  DXGMAP_STACKS_OFF = 2   /* not at all: reports have the stack of their own call alone */
};

/* All zero is a good description. */
typedef struct dxgmap_system_description {
  uint64_t installed_pages;  /* physical memory; 0: 2^20 pages, or all that the profile has if that is less */
  uint64_t commit_pages;     /* what save areas may charge together; 0: installed_pages */
  uint64_t quarantine_pages; /* released pages of each adapter's window that wait before reuse; 0: 1024 */
  uint64_t remembered;       /* released mappings of each adapter, and of none, that reports can still name; 0: 1024 */
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
  /* Every callback is held to PASSIVE_LEVEL, as the WDK's annotations have it. Otherwise APC_LEVEL is allowed where the
     pages that describe the callbacks' use allow it (decision 5). */
  bool strict_irql;
  /* Between begin and end of exclusive access a callback that touches the adapter's domain is refused, as an error.
     Otherwise it is done, with a warning: the pages do not speak of callbacks there (decision 64). */
  bool strict_exclusive;
  uint32_t stacks; /* enum dxgmap_stacks */
  /* A list such as "log=json:strict_irql=1", which has precedence over the fields, and over which DXGMAP_OPTIONS in the
     environment has: the same list by who runs the program. "help=1" prints all options, and options.md has them.
     NULL: none. */
  const char *options;
} dxgmap_system_description;

/* In a process that was forked while the system was open it is not open, and what was mapped is not mapped; the first
   call prints so, and dxgmap_open gives that process a system of its own.
   With the option trace=FILE (or DXGMAP_TRACE=FILE in the environment) all calls, events and reports are written there,
   a line of JSON each.
   NULL means all zero. Causes: NOT_OPEN (it is open already), BAD_ARGUMENT (more pages than the profile has, an
   unknown policy, an option that does not exist or is out of its range, a file of its that cannot be read or written:
   of a wrong option standard error is told), NO_HOST. */
uint32_t dxgmap_open(const dxgmap_system_description *description);

/* Stops what is still started and destroys the physical memory objects that are left (reporting leaks), then gives
   everything back. MDLs and pool memory that the driver still holds are reported and die with it. Nothing happens when
   the system is not open. */
void dxgmap_close(void);

/* NULL: the default, which prints the report on standard error. */
void dxgmap_set_handler(dxgmap_violation_handler *handler, void *context);
void dxgmap_set_violation_policy(uint32_t policy);

/* Errors that were reported since dxgmap_open. */
uint64_t dxgmap_violations(void);

/* Reports of one severity since dxgmap_open; 0 for what is no severity. */
uint64_t dxgmap_reports(uint32_t severity);

/* Reports that the file of the option `suppressions` had left out since dxgmap_open: nobody gets them, and they do not
   count. */
uint64_t dxgmap_suppressed(void);

/* "error", "warning", "note"; "" for what is no severity. */
const char *dxgmap_severity_name(uint32_t severity);

/* Of which proof this library is, as lines `name: text`: the core that it was made from, whether that is the proved
   one, how many goals, with which tools, on which assumptions, and from which file it was compiled, where the build
   says so. `make verify-receipt LIB=...` reads the same in the binary and compares. Needs no open system. */
const char *dxgmap_receipt(void);

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

/* ---- Failures on purpose ------------------------------------------------------------------------------------- */

/* Any call by which a driver acquires something can be made to fail, as it would for want of memory: when its arguments
   are right and nothing else refuses it, it answers what its page and spec/status.md have for that, changes nothing,
   and is not reported. Those calls are PIN, PIN2, MAP_POINTER, ALLOCATE_ADL and MAP_OBJECT, which then answer
   STATUS_NO_MEMORY; CREATE_OBJECT, OPEN_OBJECT, MAP_MDL, ALLOCATE_PAGES, ALLOCATE_CONTIGUOUS and MAP_VIEW, which answer
   STATUS_INSUFFICIENT_RESOURCES; VIDEO_MAP (ERROR_INVALID_PARAMETER); GET_DEVICE_BASE, MAP_IO_SPACE, ALLOCATE_MDL,
   MAP_LOCKED and ALLOCATE_POOL (NULL); and LOCK_MDL, which leaves the MDL as it was. What is asked for here ends with
   dxgmap_close. The options fail_nth, fail_count and fail_per_million ask for the same from outside, count the
   acquisitions of the whole process, and are not ended by anything here; dxgmap-fail goes through all of them. */

#define DXGMAP_FAILURES 16u

/* Which calls fail; all zero: every one. */
typedef struct dxgmap_failure {
  uint32_t operation; /* one of those above; DXGMAP_OPERATION_NONE: any of them */
  const void *site; /* NULL: wherever it is called from. Else the place of the call: the function that it stands in, or
                         the address that it returns to, as a report or dxgmap_last_failure has it */
  uint64_t nth;     /* of the calls that match, from now on, the nth is the first that fails; 0 is 1 */
  uint64_t count;   /* so many fail in all; 0: no end */
  uint32_t per_million; /* each of them by chance, so often in a million, 1 .. 10^6; 0: always */
  uint64_t seed;        /* of the chance: equal seeds and calls fail alike */
} dxgmap_failure;

/* Up to DXGMAP_FAILURES are in force together; each counts every call that matches it. BAD_ARGUMENT: NULL, an operation
   that acquires nothing, more than 10^6. NO_HOST: too many. */
uint32_t dxgmap_fail(const dxgmap_failure *failure);

/* None of what was asked for in this section is in force any more, but a dxgmap_fail_each that runs. */
void dxgmap_fail_none(void);

/* Memory pressure: the next `pins` calls of either pin and the next `pointers` frame buffer pointer maps that are
   correct otherwise fail with STATUS_NO_MEMORY. */
void dxgmap_fail_next(uint32_t pins, uint32_t pointers);

/* The same for physical memory objects: the next `adls` calls of AllocateAdl and the next `maps` of
   MapPhysicalMemory. */
void dxgmap_fail_next_objects(uint32_t adls, uint32_t maps);

/* Or decided call by call: true makes this one fail. `operation` is any of those above; what it would hold are `bytes`
   from `offset` of the save area or of the object, from the physical address of a view, else from 0; physical_adapter
   is 0 where there is none. Runs inside the library's lock: it must not call the library. NULL: none. */
typedef bool dxgmap_pressure(uint32_t operation, uint32_t physical_adapter, uint64_t offset, uint64_t bytes,
                             void *context);
void dxgmap_set_pressure(dxgmap_pressure *pressure, void *context);

/* How many calls failed on purpose since dxgmap_open, or dxgmap_fail_none. */
uint64_t dxgmap_failures(void);

/* The last of them; false: none has. */
typedef struct dxgmap_failed {
  uint32_t operation;
  dxgmap_stack call;
} dxgmap_failed;
bool dxgmap_last_failure(dxgmap_failed *last);

/* Calls `run` again and again: in the nth run the nth acquisition of the driver fails, for n = 1, 2, ..., until a run
   has less than n; in that last one nothing fails. Each run does the same from the beginning: it opens the system and
   closes it, or leaves an open one as it found it. When a run says false it was the last. The answer is how many runs
   there were; 0: `run` is NULL, or the loop runs already. */
typedef bool dxgmap_driver_run(uint64_t nth, void *context);
uint64_t dxgmap_fail_each(dxgmap_driver_run *run, void *context);

/* ---- Adapters ----------------------------------------------------------------------------------------------- */

enum dxgmap_resource_space { DXGMAP_RESOURCE_MEMORY = 0, DXGMAP_RESOURCE_PORTS = 1 };

/* A range that the adapter decodes. Memory must not share a page with another range, nor with installed memory, which
   is all of it but its holes: from 0xA0000 to 1 MiB, and from 2 to 4 GiB as far as no memory there is in use (memory
   elsewhere is used first). */
typedef struct dxgmap_resource_description {
  uint32_t space;  /* enum dxgmap_resource_space */
  uint64_t start;  /* first byte, or first port (below 65536) */
  uint64_t length; /* bytes, at least 1; from 2^32 on a multiple of 2^8, from 2^40 on of 2^16 and from 2^48 on of 2^32,
                      which is what a resource list holds */
} dxgmap_resource_description;

/* An interrupt of the adapter. Nothing raises it: it is listed, as a driver expects. */
typedef struct dxgmap_interrupt_description {
  uint32_t level; /* IRQL */
  uint32_t vector;
  uint64_t affinity; /* a bit a processor; 0: the first */
  bool message;      /* message-signalled, so u.MessageInterrupt describes it, and it is latched */
} dxgmap_interrupt_description;

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

/* How the adapter's device names pages: what the machine does, and may do otherwise at the next start. */
enum dxgmap_adapter_mode {
  DXGMAP_MODE_IDENTITY = 0, /* a logical page is the physical one */
  DXGMAP_MODE_REMAPPING = 1 /* Dxgkrnl gives logical pages out; attached from the start on */
};

/* Which callbacks are for its driver: what the driver says that it supports. A machine remaps only for a driver that
   uses ADLs. Source: IOMMU DMA remapping. */
enum dxgmap_adapter_capability {
  DXGMAP_CAPABILITY_OF_MODE = 0, /* MDLs in identity mode, ADLs in remapping mode */
  DXGMAP_CAPABILITY_MDL = 1,     /* WDDM 2.4: PinFrameBufferForSave, MapMdlToIoMmu, the two allocation callbacks */
  DXGMAP_CAPABILITY_ADL = 2      /* WDDM 2.9: physical memory objects and ADLs; of physical pages in identity mode */
};

#define DXGMAP_NO_QUARANTINE UINT32_MAX
#define DXGMAP_PCI_CONFIG_BYTES 256u

typedef struct dxgmap_adapter_description {
  uint32_t physical_adapters; /* length of the linked chain, 1 .. 64; the first is the lead; 1 with `linked` */
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
  /* Released ranges of logical pages that wait before reuse; of ranges longer than 64 pages fewer wait together, but
     always one. 0: in remapping mode 16, or what the profile allows if that is less, in identity mode none;
     DXGMAP_NO_QUARANTINE: none. */
  uint32_t quarantine_ranges;
  uint32_t capability; /* enum dxgmap_adapter_capability */
  /* CM_RESOURCE_MEMORY_ or _PORT_ flags of each resource, beside those that say its space and size; NULL: none. */
  const uint16_t *resource_flags;
  uint32_t interrupts; /* 0 .. 16; they follow the ranges in the resource list */
  const dxgmap_interrupt_description *interrupt;
  /* PCI configuration space, as the driver reads and writes it, with zeros behind the bytes that are given. NULL: a
     header of a display controller of no vendor, whose base addresses are the resources in order. */
  const void *pci_config;
  uint32_t pci_config_bytes; /* 0 .. DXGMAP_PCI_CONFIG_BYTES */
  bool linked;               /* of a chain, and not its lead: dxgmap_adapter_link. It has no save areas */
} dxgmap_adapter_description;

/* Starts an adapter. `*adapter` is the hAdapter of its callbacks; no later adapter has the same. Causes:
   BAD_ARGUMENT, BAD_INDEX (chain length), BAD_MODE, TOO_LARGE (quarantine, save areas), BAD_SIZE (a save area is not
   page aligned), NOT_LEAD (a linked adapter has a save area), NO_COMMIT, NOT_VISIBLE, BAD_RESOURCE, NO_ADAPTER,
   NO_HOST, NOT_OPEN. Nothing is charged unless it succeeds. */
uint32_t dxgmap_adapter_start(const dxgmap_adapter_description *description, HANDLE *adapter);

/* Enables the IOMMU: from now on the device reaches mapped pages alone. Once only (G6); with remapping it is enabled
   before the start. */
uint32_t dxgmap_adapter_attach(HANDLE adapter);

/* DxgkDdiBegin- and EndExclusiveAccess: in between the device must be silent, and a callback that touches the domain
   earns a warning, or is refused (strict_exclusive). */
uint32_t dxgmap_adapter_exclusive_begin(HANDLE adapter);
uint32_t dxgmap_adapter_exclusive_end(HANDLE adapter);

/* Releases everything that is live and reports each as a leak, with the stack of its map. Where reports are printed, of
   many leaks by the same calls the first four are, and then how many more there were. `leaks`, when not NULL, is
   how many. The physical memory objects that were created with the adapter, or are made of its I/O space, end with it,
   and so do their views; others stay. What was mapped stays known, as much as is remembered: a touch of it after the
   stop, or under the next start, is reported with its map and the stop. To restart, start the description again. */
uint32_t dxgmap_adapter_stop(HANDLE adapter, uint64_t *leaks);

/* Fills as much of the interface as the caller's Size and Version say it has; set both before, to what a
   version of the interface has: others are refused with BAD_ARGUMENT and a report that lists the sizes. Members not
   modelled point to functions that report their own name and answer STATUS_NOT_SUPPORTED. */
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

/* What the device does by logical address: page by page, until a page is blocked (BLOCKED; EXCLUSIVE between begin and
   end; ASLEEP; NOT_LEAD of a chain without a lead), which is reported, or the device is gone (REMOVED). `done`, when
   not NULL, is how many bytes were transferred before.

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
  uint32_t wrong;        /* how many BAD_ANSWER reports it earned that are errors */
  uint32_t doubtful;     /* and how many that are warnings */
} dxgmap_video_answer;

uint32_t dxgmap_video_send(HANDLE adapter, ULONG io_control_code, PVOID buffer, ULONG input_length, ULONG output_length,
                           dxgmap_video_answer *answer);

DXGMAP_EXTERN_C_END

#endif
