/* SPDX-License-Identifier: MIT */
/*
 * All that the host asks of the operating system. Linux answers in os_linux_*.c, Windows in os_windows_*.c, and nothing
 * else in the model names a system. Each file is empty to a compiler for the other system.
 *
 * Conventions
 * - A page is DXGMAP_OS_PAGE bytes. Where memory is mapped, addresses, offsets and lengths are multiples of it.
 * - Whatever can fail answers false, NULL or DXGMAP_OS_NO_FILE. What takes back cannot fail.
 * - Nothing here calls the host, but for the two functions that it is given to call. Nothing is counted here.
 * - [fault]: may be called while a fault of the CPU is handled, whatever the program was doing: it allocates nothing
 *   and waits for nobody.
 */
#ifndef DXGMAP_OS_H
#define DXGMAP_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Not exported from a shared library, so that a call costs none where the compiler sees both sides. A build of one file
   may define it as `static`. */
#ifndef DXGMAP_OS_API
#ifdef _WIN32
#define DXGMAP_OS_API extern /* a DLL exports what its .def file names */
#else
#define DXGMAP_OS_API extern __attribute__((visibility("hidden")))
#endif
#endif

#define DXGMAP_OS_PAGE ((size_t)4096)

/* ---- Memory (os_linux_memory.c; os_windows_region.c, _file.c, _range.c, _limit.c) ------------------------------- */

/* A region: zeroed memory that costs only what is touched. Where the system promises memory before it gives it, a touch
   may be refused: that is a fault. */
DXGMAP_OS_API void *dxgmap_os_region_open(size_t bytes);
DXGMAP_OS_API void dxgmap_os_region_close(void *region, size_t bytes);

/* A span: memory as a region has it, of which the first `dumped` bytes are of use in a core file, and behind it
   `faults` bytes of addresses as a range has them. All of it goes at once. NULL, too, where the system has no spans. */
DXGMAP_OS_API void *dxgmap_os_span_open(size_t dumped, size_t bytes, size_t faults);
DXGMAP_OS_API void dxgmap_os_span_close(void *base, size_t all);
/* A part of its memory is zero again, and given back. */
DXGMAP_OS_API bool dxgmap_os_span_empty(void *at, size_t bytes);

/* A file: zeroed memory without an address, sparse, which can be mapped at any number of addresses and shows the same
   bytes at all of them. The name is for who looks at the process. */
typedef intptr_t dxgmap_os_file;
#define DXGMAP_OS_NO_FILE ((dxgmap_os_file)-1)

DXGMAP_OS_API dxgmap_os_file dxgmap_os_file_open(const char *name, uint64_t bytes);
DXGMAP_OS_API void dxgmap_os_file_close(dxgmap_os_file file);
DXGMAP_OS_API void *dxgmap_os_file_map(dxgmap_os_file file, uint64_t offset, size_t bytes);
DXGMAP_OS_API void dxgmap_os_file_unmap(void *base, size_t bytes);

/* The bytes at an offset, whole or not at all. What was never written reads as zero, and stays free of cost where the
   system can tell. */
DXGMAP_OS_API bool dxgmap_os_file_read(dxgmap_os_file file, uint64_t offset, void *to, size_t length);
DXGMAP_OS_API bool dxgmap_os_file_write(dxgmap_os_file file, uint64_t offset, const void *from, size_t length);

/* All zero again, and its memory given back, if the system takes back a part of a file's. */
DXGMAP_OS_API void dxgmap_os_file_punch(dxgmap_os_file file, uint64_t offset, uint64_t bytes);

/* A range: addresses that fault until memory is put there. */
DXGMAP_OS_API void *dxgmap_os_range_open(size_t bytes);
DXGMAP_OS_API void dxgmap_os_range_close(void *base, size_t bytes);

/* Inside a range, in place of whatever is there: part of a file, zeroed memory of its own, or nothing again. All are
   readable and writable but the last, which faults. What a failure leaves there is to be mapped or cleared again. */
DXGMAP_OS_API bool dxgmap_os_range_map(void *at, size_t bytes, dxgmap_os_file file, uint64_t offset);
DXGMAP_OS_API bool dxgmap_os_range_fill(void *at, size_t bytes);
DXGMAP_OS_API bool dxgmap_os_range_clear(void *at, size_t bytes);

/* By which limit the call that has just failed was refused, as its manual names it. Of mappings: when nothing failed,
   but they are almost spent. */
DXGMAP_OS_API const char *dxgmap_os_limit(void);
DXGMAP_OS_API const char *dxgmap_os_limit_of_mappings(void);

/* How many mappings the process may have at a time. [fault] */
DXGMAP_OS_API uint64_t dxgmap_os_mappings_most(void);

/* ---- The process (os_linux_process.c, os_windows_process.c) [fault] ------------------------------------------ */

/* Whether the pages that begin at `page` can be read; whether that page can be written. Neither changes a value, nor
   undoes what another thread writes meanwhile. A page that is shared until it is written may become the process's. */
DXGMAP_OS_API bool dxgmap_os_readable(const void *page, uint64_t pages);
DXGMAP_OS_API bool dxgmap_os_writable(void *page);

/* A mark on a page that stays with it: what is mapped at the address later has none. Mark: false if the system refuses
   it, as its limits may have it. Nobody else is to mark the page meanwhile: whoever has is found by marked before. */
DXGMAP_OS_API bool dxgmap_os_mark(const void *page);
DXGMAP_OS_API void dxgmap_os_unmark(const void *page);
DXGMAP_OS_API bool dxgmap_os_marked(const void *page);

/* Copies from and to memory that may not be there, or goes away meanwhile: false, and no fault. */
DXGMAP_OS_API bool dxgmap_os_copy_from(const void *address, void *to, size_t length);
DXGMAP_OS_API bool dxgmap_os_copy_to(void *address, const void *from, size_t length);

/* Writes to a stream that the C library knows by this number: 2 is the standard error. */
DXGMAP_OS_API void dxgmap_os_print(int stream, const char *bytes, size_t length);
DXGMAP_OS_API bool dxgmap_os_terminal(int stream);

/* Another such number, of a file that is made if it is not there, and written at its end, whoever else does; -1 if it
   cannot be. [not fault] */
DXGMAP_OS_API int dxgmap_os_stream_open(const char *path);
DXGMAP_OS_API void dxgmap_os_stream_close(int stream);

DXGMAP_OS_API uint64_t dxgmap_os_process_number(void);

/* ---- Faults of the CPU (os_caught.c; os_linux_fault.c, os_windows_fault.c) ----------------------------------- */

typedef struct dxgmap_os_fault {
  const void *address;
  const void *instruction; /* of the access; if no code was there, of the call that led there */
  bool code;               /* there was */
  bool write;
} dxgmap_os_fault;

/* Called for a fault of any thread, in that thread. True: the access is to be tried again. False: the fault is for who
   handled faults before. */
typedef bool dxgmap_os_fault_handler(const dxgmap_os_fault *fault);

/* From here on faults go to `handler`; handlers that were there before, and those that come on top, keep working. */
DXGMAP_OS_API bool dxgmap_os_faults_install(dxgmap_os_fault_handler *handler);
DXGMAP_OS_API void dxgmap_os_faults_remove(void);

/* Copies memory that may go away, at the cost of a plain copy: false, and some of it may be copied, if it faults.
   A fault ends the program all the same where it cannot be caught: in a thread that blocks its signal, and where a
   handler that came on top does not pass faults on. So what is likely not to be there is looked for before. Without a
   handler of ours, and while that handles a fault, it is dxgmap_os_copy_from. */
DXGMAP_OS_API bool dxgmap_os_copy_caught(void *to, const void *from, size_t length);

/* Whether a byte can be read, or written, by an access whose fault is caught like that of a copy, at the cost of the
   access: it changes no value, nor undoes what another thread writes meanwhile. False, too, without a handler of ours,
   and while that handles a fault. */
DXGMAP_OS_API bool dxgmap_os_touch(const void *byte, bool write);

/* Whether a fault of the running thread would be caught now, as far as the system tells: it does not block the signals,
   and no handler came on top of ours. */
DXGMAP_OS_API bool dxgmap_os_faults_come(void);

/* Whether the running thread lacks memory for the handler to run on: never where that is its own stack. Lend gives it
   such memory. Return takes it back, in the thread that got it: false in another one, and the thread that has it goes
   on using it. */
#define DXGMAP_OS_FAULT_STACK ((size_t)128 * 1024)
DXGMAP_OS_API bool dxgmap_os_fault_stack_lacks(void);
DXGMAP_OS_API bool dxgmap_os_fault_stack_lend(void *stack); /* DXGMAP_OS_FAULT_STACK bytes */
DXGMAP_OS_API bool dxgmap_os_fault_stack_return(const void *stack);

/* ---- Call stacks (os_linux_unwind.c, os_linux_stack.c, os_linux_line.c; os_windows_stack.c, _symbol.c) --------- */

/* How a stack was found, by which it is known again: what its walk began with, and the words that it read. All zero:
   of none. */
#define DXGMAP_OS_TRACE_WORDS 64u
typedef struct dxgmap_os_trace {
  uintptr_t site, sp, bp, high;
  const void *caller;
  uint64_t time;  /* of code that may be unloaded; 0: none of it may */
  uint32_t words; /* 0, or more than there is room for: it is not known again */
  bool bp_counts; /* the walk has gone by `bp` */
  const uintptr_t *at[DXGMAP_OS_TRACE_WORDS];
  uintptr_t word[DXGMAP_OS_TRACE_WORDS];
} dxgmap_os_trace;

/* Where the calls return to that the running thread is in, the innermost first, from the one that returns to `caller`
   on (NULL: from the caller's own): how many, up to `most`; 0 if it is not found. If it is the stack of the trace, of
   as many, DXGMAP_OS_STACK_AS_TRACED and no site; else the trace is of this one from then on, or of none. [fault],
   but for the first call in a process. */
#define DXGMAP_OS_STACK_AS_TRACED UINT32_MAX
DXGMAP_OS_API uint32_t dxgmap_os_stack(const void *caller, void **site, uint32_t most, dxgmap_os_trace *trace);

/* Whether the unwinder of the system is asked each time, or where what it has found before does not say. [fault] */
DXGMAP_OS_API void dxgmap_os_stack_by(bool unwinder);

/* Asks the system for the limits of the running thread's stack, once: before that each of its stacks is the unwinder's.
   It may allocate. */
DXGMAP_OS_API void dxgmap_os_stack_know(void);

typedef struct dxgmap_os_symbol {
  char name[512];   /* empty if unknown; templates make long ones */
  char module[128]; /* base name of the program or library */
  uint64_t offset;  /* from the symbol, or from the module's start if there is no name */
} dxgmap_os_symbol;

/* Where a call site is; without `name` its module alone, and no file is read. [fault] */
DXGMAP_OS_API void dxgmap_os_symbol_of(const void *site, bool name, dxgmap_os_symbol *symbol);

/* The functions that a call site stands in, by debug information: the innermost first, of which all but the last were
   inlined. How many; 0 if nothing is known, or while another thread asks. The words stay. [fault] */
typedef void dxgmap_os_line_visitor(const char *function, const char *file, uint32_t line, void *context);
DXGMAP_OS_API uint32_t dxgmap_os_lines_of(const void *site, dxgmap_os_line_visitor *visitor, void *context);

/* ---- Threads (os_linux_thread.c; os_windows_thread.c, os_windows_lock.c) ------------------------------------- */

/* A variable of each thread that may be read while a fault is handled: no thread allocates it at its first access, but
   in what gcc makes for Windows. */
#ifdef _WIN32
#define DXGMAP_OS_OF_THREAD _Thread_local
#else
#define DXGMAP_OS_OF_THREAD _Thread_local __attribute__((tls_model("initial-exec")))
#endif

/* The locks of the process, by number; a thread that holds one must not take it again. Each is on cache lines of its
   own. */
#define DXGMAP_OS_LOCKS 10u
DXGMAP_OS_API void dxgmap_os_lock(uint32_t lock);
DXGMAP_OS_API void dxgmap_os_unlock(uint32_t lock);

/* Whether the bytes are surely of the running thread's stack, at or above the caller's frame. It asks the system at the
   first call of a thread alone. */
DXGMAP_OS_API bool dxgmap_os_on_stack(const void *at, size_t bytes);

/* From now on, whenever the process is copied by a fork: `before` and then `parent` in it, `child` in the copy, all in
   the thread that forks. False: the system has no room for it. A system without forks never calls them. */
DXGMAP_OS_API bool dxgmap_os_at_fork(void (*before)(void), void (*parent)(void), void (*child)(void));

DXGMAP_OS_API uint64_t dxgmap_os_time(void); /* ns, from some moment on; never back */

/* Lets other threads run that wait for a processor. */
DXGMAP_OS_API void dxgmap_os_yield(void);

/* Has end->call called when the running thread ends, and once more if it is registered anew meanwhile. A thread has one
   such, and *end outlives it. */
typedef struct dxgmap_os_thread_end {
  void (*call)(void);
} dxgmap_os_thread_end;

DXGMAP_OS_API bool dxgmap_os_at_thread_end(const dxgmap_os_thread_end *end);

#endif
