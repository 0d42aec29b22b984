/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TOOLS_TRACE_MACHINE_H
#define DXGMAP_TOOLS_TRACE_MACHINE_H

/* The proved core, and beside it what of a trace it does not know: the names that the recording has for what lives. */

#include "line.h"
#include "table.h"
#include "trace/step.h"
#include "operations/op_bound.h"

/* The sorts of names in a trace. */
enum name_sort { NAME_HANDLE = 1, NAME_OBJECT, NAME_OPENED, NAME_LIST, NAME_MODEL, NAME_MDL };

#define NOWHERE UINT64_MAX /* a window offset, or a page, that nothing has */
#define NO_HANDLE UINT64_MAX
#define ADAPTERS DXGMAP_ADAPTERS
#define SPACE_VIEWS 1u    /* addresses of the CPU's */
#define SPACE_LOGICAL 16u /* and of each adapter's device */

typedef struct life life;

/* An MDL that the driver has, or that Dxgkrnl lent. */
enum mdl_state { MDL_UNKNOWN, MDL_EMPTY, MDL_LOCKED, MDL_BUILT, MDL_LENT, MDL_TAKEN_BACK };
typedef struct {
  uint64_t at;
  uint32_t state; /* enum mdl_state */
  life *maps;     /* what MapMdlToIoMmu made of it, linked by `beside` */
} shadow;

/* What one successful acquisition made. */
struct life {
  uint64_t line;     /* of the call that made it */
  uint64_t model;    /* its handle in the core; 0: the recording has it and the model does not */
  uint64_t name;     /* in the recording */
  uint64_t list;     /* address of the MDL or ADL that Dxgkrnl lent, or 0 */
  uint64_t physical; /* what it is of: an address, or an offset */
  uint64_t bytes;    /* of a view or an object */
  uint64_t base;     /* of a view: where the recording has it, from its first page on */
  uint64_t pages;    /* captured, or in view */
  uint64_t print;    /* of the MDL that was mapped: what its header and pages were */
  double time;
  uint32_t kind;     /* enum dxgmap_mapping_kind */
  uint32_t sort;     /* enum name_sort of `name`; 0: none */
  uint32_t at, span; /* window pages */
  uint32_t slack;    /* of a pointer or a view of an object: pages before its data */
  uint8_t adapter;   /* place of its adapter; ADAPTERS: of none */
  uint8_t ending;    /* of an object or a view of one: the place of the adapter that it ends with, or ADAPTERS */
  bool changed;      /* its MDL is not what it was */
  life *parent;      /* of a view of an object: the object */
  shadow *mdl;       /* MapMdlToIoMmu: of which MDL, while that is there */
  life *beside;
  range *range;          /* linked by `also` */
  life *next, *previous; /* all that live */
};

/* One started adapter. */
typedef struct {
  bool started;
  uint64_t name, model;
  uint32_t mode;
  dxgmap_start start;
} started_adapter;

/* Places in a window, in powers of two, so that what is given back fits what is asked for next. */
typedef struct {
  uint64_t next;
  struct {
    uint32_t *at;
    uint32_t count, room;
  } spare[25];
} window;

/* What a fault is about, when it has ended. */
#define REMEMBERED 4096u
typedef struct {
  uint64_t name, list, base, bytes;
  uint64_t made, ended; /* lines */
  uint32_t sort, kind;
} past;

typedef struct {
  dxgmap_state *state;
  bool strict_irql, strict_exclusive;
  uint64_t installed, commit;
  started_adapter adapter[ADAPTERS + 1];
  window window[ADAPTERS + 1];
  table names;
  ranges places;
  life *lives;
  uint64_t live;
  past past[REMEMBERED];
  uint64_t pasts;
  uint64_t gone[1024]; /* MDLs that Dxgkrnl took back, the last so many */
  uint64_t gones;
  void (*ended)(const life *l, uint64_t line, void *context); /* hears of each that ends, or NULL */
  void *context;
  uint64_t *page; /* of the call */
  uint64_t room;
} machine;

bool machine_open(machine *m);  /* false: the system has no room for the core's tables */
void machine_reset(machine *m); /* another system: nothing lives */
void machine_close(machine *m);
void machine_stop(machine *m, uint32_t k); /* nothing lives in place k any more */

/* The place of an adapter; ADAPTERS: none is started under the name. */
uint32_t machine_adapter(const machine *m, uint64_t name);
uint64_t machine_model(const machine *m, uint64_t name); /* its handle in the core; NO_HANDLE */

/* Room for so many pages; and pages that stand for those that the recording does not name. */
uint64_t *machine_pages(machine *m, uint64_t count);
void machine_invent(machine *m, uint64_t count);

/* What lives under a name; NULL. */
life *machine_find(const machine *m, uint32_t sort, uint64_t name);
life *machine_of_model(const machine *m, uint64_t model);

/* A handle to give the core: that of what lives under the name, in the first of the sorts in which something does. */
uint64_t machine_handle(const machine *m, uint32_t sort, uint64_t name);

life *machine_born(machine *m, const trace_line *line, uint32_t kind, uint64_t model);
void machine_name(machine *m, life *l, uint32_t sort, uint64_t name);
void machine_list(machine *m, life *l, uint64_t list);
void machine_die(machine *m, life *l, uint64_t line);
const past *machine_past(const machine *m, uint32_t sort, uint64_t name);
const past *machine_past_at(const machine *m, uint64_t address);

/* Window pages for a view, and its addresses in the recording. */
uint32_t machine_claim(machine *m, uint32_t of, uint64_t pages);
void machine_show(machine *m, life *l, uint64_t base, uint64_t bytes);

/* The same of a view that begins with `slack` pages before its data, which are l->bytes. */
void machine_show_data(machine *m, life *l, uint32_t at, uint32_t slack, uint64_t base);
life *machine_at(const machine *m, uint64_t address);

/* The byte offset in the window of adapter `of` that an address of the recording is; NOWHERE. */
uint64_t machine_offset(const machine *m, uint32_t of, uint64_t address);

/* The logical pages that the recording has for what was captured at l, as `page` has them. */
void machine_logical(machine *m, life *l, const uint64_t *page, uint64_t count);

/* Where a logical page of the recording is in the core. */
uint64_t machine_page(const machine *m, uint32_t of, uint64_t page);

/* MDLs. */
shadow *machine_mdl(const machine *m, uint64_t at);
shadow *machine_mdl_put(machine *m, uint64_t at, uint32_t state);
void machine_mdl_drop(machine *m, shadow *mdl);

#endif
