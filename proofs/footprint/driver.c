/* SPDX-License-Identifier: MIT */
/* Each step of the core, called on any state with any arguments that name the place FOOTPRINT_PLACE: Eva begins at a
   main_NAME, and says what step_NAME writes and reads, which is the row NAME of README.md. */
#include "contracts.h"

#include "model/core/base/outcome.c"
#include "model/core/structures/handle.c"
#include "model/core/structures/heap.c"
#include "model/core/structures/links.c"
#include "model/core/structures/quarantine.c"
#include "model/core/structures/ranges.c"
#include "model/core/structures/slots.c"
#include "model/core/structures/translation.c"
#include "model/core/structures/views.c"

#include "model/core/structures/domain.c"

#include "model/core/state/adapter.c"
#include "model/core/state/state.c"

#include "model/core/operations/op_adapter.c"
#include "model/core/operations/op_adl.c"
#include "model/core/operations/op_bound.c"
#include "model/core/operations/op_object.c"
#include "model/core/operations/op_object_view.c"
#include "model/core/operations/op_pages.c"
#include "model/core/operations/op_pin.c"
#include "model/core/operations/op_pointer.c"
#include "model/core/operations/op_process.c"
#include "model/core/operations/op_reference.c"
#include "model/core/operations/op_switch.c"
#include "model/core/operations/op_translate.c"
#include "model/core/operations/op_view.c"

#include "__fc_builtin.h"

#define PLACE ((uint32_t)(FOOTPRINT_PLACE))
#define SECOND ((PLACE + 1u) % DXGMAP_ADAPTERS) /* where a step names two adapters */

static dxgmap_state state;
static uint64_t pages[UINT32_MAX];

#define ANY(thing) Frama_C_make_unknown((char *)&(thing), sizeof(thing))

static uint32_t any32(void)
{
  return Frama_C_unsigned_int_interval(0, UINT32_MAX);
}

static uint64_t any64(void)
{
  return Frama_C_unsigned_long_interval(0, UINT64_MAX);
}

static dxgmap_caller any_caller(void)
{
  dxgmap_caller caller;
  ANY(caller);
  return caller;
}

static dxgmap_descriptor any_descriptor(void)
{
  dxgmap_descriptor d;
  ANY(d);
  return d;
}

static dxgmap_switches any_switches(void)
{
  dxgmap_switches w;
  ANY(w);
  return w;
}

static dxgmap_object_request any_object(void)
{
  dxgmap_object_request r;
  ANY(r);
  return r;
}

/* Handles, as model/core/structures/handle.h has them. Where Eva must know whether a handle names what it finds in the
   state, its generation is one number, and that in the state any: a step compares the two and does nothing else with
   them, so any other number would do. */
static uint64_t named(uint32_t tag, uint32_t generation, uint32_t index)
{
  return ((uint64_t)tag << 56) + ((uint64_t)generation << 24) + index + 1u;
}

static uint64_t adapter(void)
{
  return named(DXGMAP_ADAPTER_TAG, 7, PLACE);
}

static uint64_t second(void)
{
  return named(DXGMAP_ADAPTER_TAG, 7, SECOND);
}

static uint64_t mapping(uint32_t place)
{
  return named(place, any32(), Frama_C_unsigned_int_interval(0, 0xFFFFFE));
}

/* Each slot of the place on its own, of any kind, but for adapter objects apart from the others, so that Eva knows the
   kind where a step looks at it. */
static void each_slot(uint32_t place, void (*step)(uint64_t handle))
{
  uint32_t i = Frama_C_unsigned_int_interval(0, DXGMAP_SLOTS - 1u);
  /*@ split i; */
  uint32_t *kind = &state.adapter[place].descriptors.at[i].kind;
  switch (Frama_C_interval(0, 2)) {
  case 0:
    *kind = Frama_C_unsigned_int_interval(0, DXGMAP_ADAPTER_OBJECT - 1);
    step(named(place, 7, i));
    break;
  case 1:
    *kind = DXGMAP_ADAPTER_OBJECT;
    step(named(place, 7, i));
    break;
  default:
    *kind = Frama_C_unsigned_int_interval(DXGMAP_ADAPTER_OBJECT + 1, UINT32_MAX);
    step(named(place, 7, i));
    break;
  }
}

/* Any handle of the place; any handle at all. */
static void each_of(uint32_t place, void (*step)(uint64_t handle))
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    step(named(place, 7, 0) - 1u);
    break;
  case 1:
    step(named(place, 7, Frama_C_unsigned_int_interval(DXGMAP_SLOTS, 0xFFFFFE)));
    break;
  default:
    each_slot(place, step);
    break;
  }
}

static void each(void (*step)(uint64_t handle))
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    step(PLACE == 0 ? UINT64_MAX : Frama_C_unsigned_long_interval(0, named(PLACE, 0, 0) - 2u));
    break;
  case 1:
    step(Frama_C_unsigned_long_interval(named(PLACE + 1u, 0, 0) - 1u, UINT64_MAX));
    break;
  default:
    each_of(PLACE, step);
    break;
  }
}

/* What Inv says of pins (AdapterPins). */
static void bounded_pins(void)
{
  /*@ loop unroll 64; */
  for (uint32_t k = 0; k < DXGMAP_CHAIN; k++) {
    state.adapter[PLACE].saves.pin[k] = Frama_C_unsigned_int_interval(0, DXGMAP_SLOTS);
  }
}

#define STEP(name, parameters, ...)   \
  static void step_##name parameters  \
  {                                   \
    (void)dxgmap_##name(__VA_ARGS__); \
  }

#define MAIN(name, ...)               \
  void main_##name(void)              \
  {                                   \
    ANY(state);                       \
    ANY(pages);                       \
    __VA_ARGS__;                      \
    Frama_C_show_each_ended_##name(); \
  }

#define PLAIN(name, ...) STEP(name, (void), __VA_ARGS__) MAIN(name, step_##name())
#define EACH(name, ...) STEP(name, (uint64_t handle), __VA_ARGS__) MAIN(name, each(step_##name))

/* One adapter by itself. */
PLAIN(adapter_take_pages, &state.adapter[PLACE], any_descriptor(), pages, any32(), any32())
PLAIN(adapter_take, &state.adapter[PLACE], any_descriptor(), any32(), any32(), any32())
PLAIN(adapter_release, &state.adapter[PLACE], any32())
PLAIN(adapter_switch, &state.adapter[PLACE], any_switches())
PLAIN(adapter_close, &state.adapter[PLACE])
STEP(adapter_open, (const dxgmap_start *d), &state.adapter[PLACE], d)
MAIN(adapter_open, dxgmap_start d; ANY(d); step_adapter_open(&d))

/* Parts of steps. */
PLAIN(state_find, &state, adapter())
PLAIN(state_gate_own, &state, any_caller(), adapter(), any32())
PLAIN(state_gate, &state, any_caller(), adapter(), any32())
PLAIN(state_gate_lead, &state, any_caller(), adapter(), any32())
PLAIN(state_gate_acquire, &state, any_caller(), adapter(), any32())
PLAIN(state_holds, &state, PLACE, any32(), any64())
PLAIN(state_take_pages, &state, PLACE, any_descriptor(), pages, any32(), any32())
PLAIN(state_take, &state, PLACE, any_descriptor(), any32(), any32(), any32())
PLAIN(state_release, &state, PLACE, any32())

/* Steps that name one adapter. */
PLAIN(map_pages_admit, &state, any_caller(), adapter(), any32())
PLAIN(op_map_pages, &state, any_caller(), adapter(), any32(), pages, any32())
EACH(op_unmap_pages, &state, any_caller(), adapter(), any32(), handle)
PLAIN(adl_admit, &state, any_caller(), mapping(PLACE), any64(), any64(), any32())
PLAIN(op_allocate_adl, &state, any_caller(), mapping(PLACE), any64(), any64(), any32(), pages, any32(), any32())
EACH(op_free_adl, &state, any_caller(), mapping(PLACE), handle)
PLAIN(pin_admit, &state, any_caller(), adapter(), any32(), any64(), any32())
PLAIN(op_pin, &state, any_caller(), adapter(), any32(), any64(), any32(), pages, any32(), any32())
STEP(op_unpin, (void), &state, any_caller(), adapter(), any32())
MAIN(op_unpin, bounded_pins(); step_op_unpin())
PLAIN(pointer_admit, &state, any_caller(), adapter(), any32(), any64(), any64())
PLAIN(op_map_pointer, &state, any_caller(), adapter(), any32(), any64(), any64(), any64(), any32(), any32())
PLAIN(op_unmap_pointer, &state, any_caller(), adapter(), any32(), any64())
STEP(view_admit, (const dxgmap_view_request *r), &state, any_caller(), adapter(), r)
MAIN(view_admit, dxgmap_view_request r; ANY(r); step_view_admit(&r))
STEP(op_map_view, (const dxgmap_view_request *r), &state, any_caller(), adapter(), r)
MAIN(op_map_view, dxgmap_view_request r; ANY(r); step_op_map_view(&r))
PLAIN(op_unmap_view, &state, any_caller(), adapter(), any32(), any32(), any64(), any64())
PLAIN(op_attach, &state, adapter())
PLAIN(op_exclusive_begin, &state, adapter())
PLAIN(op_exclusive_end, &state, adapter())
PLAIN(op_power, &state, adapter(), any32())
PLAIN(op_remove, &state, adapter())
PLAIN(translate_admit, &state, adapter(), any64())
PLAIN(op_translate, &state, adapter(), any64())
PLAIN(op_reference, &state, adapter(), any64())
PLAIN(op_live, &state, adapter(), any32())
PLAIN(base_page, &state, mapping(PLACE))
STEP(op_end_view, (uint64_t handle), &state, handle, any64())
MAIN(op_end_view, each_of(PLACE, step_op_end_view))
PLAIN(adapter_object_gate, &state, any_caller(), mapping(PLACE))
PLAIN(close_admit, &state, any_caller(), mapping(PLACE))

/* Steps that name an adapter and touch more. */
PLAIN(op_stop, &state, adapter())
PLAIN(op_close, &state, any_caller(), mapping(PLACE))
PLAIN(open_admit, &state, any_caller(), any64(), adapter(), any32())
PLAIN(op_open, &state, any_caller(), any64(), adapter(), any32())
PLAIN(create_bound_admit, &state, any_caller(), any_object(), adapter())
PLAIN(op_create_bound, &state, any_caller(), any_object(), adapter())
PLAIN(op_destroy_bound, &state, any_caller(), any64(), mapping(PLACE))
PLAIN(op_link, &state, adapter(), second())
PLAIN(op_lead, &state, adapter())

/* Steps that name no adapter. */
STEP(op_start, (const dxgmap_start *d), &state, d)
MAIN(op_start, dxgmap_start d; ANY(d); step_op_start(&d))
PLAIN(create_admit, any_caller(), any_object())
PLAIN(op_create, &state, any_caller(), any_object())
PLAIN(object_gate, &state, any_caller(), any64())
PLAIN(destroy_admit, &state, any_caller(), any64())
PLAIN(op_destroy, &state, any_caller(), any64())
PLAIN(object_view_admit, &state, any_caller(), any64(), any32(), any64(), any64())
PLAIN(op_map_object, &state, any_caller(), any64(), any32(), any64(), any64(), any64(), any32(), any32())
PLAIN(op_unmap_object, &state, any_caller(), any64(), any64(), any64())
PLAIN(op_live_object, &state, any32())
PLAIN(op_process_view, &state, any64())
PLAIN(lock_count, &state, any64())
