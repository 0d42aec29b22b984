/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_STEP_H
#define DXGMAP_STEP_H

#include "facts/leak.h"
#include "operations/op_adapter.h"
#include "operations/op_object_view.h"
#include "operations/op_pages.h"
#include "operations/op_pin.h"
#include "operations/op_pointer.h"
#include "operations/op_process.h"
#include "operations/op_switch.h"
#include "operations/op_translate.h"
#include "operations/op_view.h"
#include "state/state.h"

enum dxgmap_op {
  DXGMAP_OP_START = 0,
  DXGMAP_OP_ATTACH = 1,
  DXGMAP_OP_EXCLUSIVE_BEGIN = 2,
  DXGMAP_OP_EXCLUSIVE_END = 3,
  DXGMAP_OP_STOP = 4,
  DXGMAP_OP_PIN = 5,
  DXGMAP_OP_UNPIN = 6,
  DXGMAP_OP_MAP_PAGES = 7,
  DXGMAP_OP_UNMAP_PAGES = 8,
  DXGMAP_OP_MAP_POINTER = 9,
  DXGMAP_OP_UNMAP_POINTER = 10,
  DXGMAP_OP_MAP_VIEW = 11,
  DXGMAP_OP_UNMAP_VIEW = 12,
  DXGMAP_OP_TRANSLATE = 13,
  DXGMAP_OP_CREATE = 14,
  DXGMAP_OP_OPEN = 15,
  DXGMAP_OP_CLOSE = 16,
  DXGMAP_OP_DESTROY = 17,
  DXGMAP_OP_ALLOCATE_ADL = 18,
  DXGMAP_OP_FREE_ADL = 19,
  DXGMAP_OP_MAP_OBJECT = 20,
  DXGMAP_OP_UNMAP_OBJECT = 21,
  DXGMAP_OP_POWER = 22,
  DXGMAP_OP_REMOVE = 23,
  DXGMAP_OP_LINK = 24,
  DXGMAP_OP_END_VIEW = 25,
  DXGMAP_OPS = 26
};

/* A call of any operation; each reads the fields that its arguments have the names of. */
typedef struct {
  uint32_t op; /* enum dxgmap_op */
  dxgmap_caller caller;
  uint64_t adapter; /* the raw handle */
  uint64_t object;  /* the handle of an object or adapter object; of a view that ends with its process; of a lead */
  uint32_t creating;
  uint32_t contiguous;
  uint32_t user;
  uint32_t index; /* physical adapter; or enum dxgmap_power */
  uint32_t kind;
  uint32_t space;
  uint32_t slack;
  uint32_t pressure;
  uint32_t count; /* the page list: pages first .. first + count - 1 of the pool */
  uint64_t first;
  uint64_t bytes; /* of a pin, a pointer, an ADL or a view of an object */
  uint64_t offset;
  uint64_t at;
  uint64_t handle;
  uint64_t address;
  uint64_t process;
  uint64_t page; /* to translate */
  dxgmap_view_request view;
  dxgmap_object_request request;
  dxgmap_start start;
} dxgmap_call;

/* What the call answered. */
typedef struct {
  uint32_t status;
  uint64_t handle; /* of what was acquired, released, started or (in remapping mode) translated for; else 0 */
  uint64_t page;   /* of a translation; else 0 */
  uint64_t base;   /* first logical page of what was captured; else 0 */
} dxgmap_result;

#include "logic/step.h"
#include "logic/trace.h"
#include "logic/theorems.h"

/* Any call whatsoever. The page lists of all calls stand in one pool of pool_size page numbers; a list that is not in
   the pool is refused with DXGMAP_BAD_COUNT, an unknown operation with DXGMAP_BAD_KIND. */
/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures TComp: TComp(\old(*s), *call, pool, pool_size, \result.status);
    ensures TAtom: TAtom(\old(*s), *s, \result.status);
    ensures TIso: \result.status == DXGMAP_OK && call->op != DXGMAP_OP_TRANSLATE
                  ==> TIso(\old(*s), *s, call->op, call->adapter, call->object, \result.handle);
    ensures effect: Effect(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures keyed: \result.status == DXGMAP_OK && Releasing(call->op)
                   ==> KeyFits(\old(*s), call->op, call->adapter, call->object, call->index, call->kind, call->space,
                               call->handle, call->address, \result.handle);
    ensures started: call->op == DXGMAP_OP_START && \result.status == DXGMAP_OK
                     ==> Starts(\old(*s), *s, \result.handle, call->start);
    ensures kind: \result.status == DXGMAP_OK && Capturing(call->op)
                  ==> HandleOf(*s, PlaceOf(call->op, call->adapter, call->object),
                               call->op == DXGMAP_OP_ALLOCATE_ADL ? DXGMAP_ADL : call->kind, \result.handle);
    ensures place: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> HandleTag(\result.handle) == PlaceOf(call->op, call->adapter, call->object);
    ensures captured: \result.status == DXGMAP_OK && Capturing(call->op)
                      ==> InPool(*call, pool_size) && Holds(*s, \result.handle, pool + call->first, call->count);
    ensures given: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> GivenBy(*s, call->op, PlaceOf(call->op, call->adapter, call->object), pool, call->first,
                               call->count, \result.base, \result.handle);
    ensures translated: \result.status == DXGMAP_OK && call->op == DXGMAP_OP_TRANSLATE
                        ==> KnownAdapter(*s, call->adapter)
                            && Xlate(s->adapter[AdapterOf(call->adapter)], call->page, \result.page)
                            && AnswersFor(*s, AdapterOf(call->adapter), call->page, \result.page, \result.handle);
    ensures lives: LivesMoved(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures new: LivesNew(\old(*s), call->op, \result.status, \result.handle);
    ensures over: LivesOver(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures spent: SpentStays(\old(*s), *s);
    ensures kept: MappingsSame(\old(*s), *s); */
dxgmap_result dxgmap_step(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool, uint64_t pool_size);

/* A fact for the proofs; it does not run. */
/*@ ghost
  // The place that a handle names, when it names one.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures index: HandleIndex(handle) >= 0 ==> \result == HandleIndex(handle); @/
  uint32_t dxgmap_step_place(uint64_t handle);
*/

#endif
