/* SPDX-License-Identifier: MIT */
#include "listed.h"

dxgmap_outcome dxgmap_refine_listed_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                          dxgmap_list list, uint32_t count)
{
  /*@ assert each: \forall integer o; 0 <= o < count ==> ListedAt(list, o, list.at[o]); */
  /*@ assert here: PagesInMemory(&list.at[0], count) ==> ListedInMemory(list, count); */
  /*@ assert there: ListedInMemory(list, count) ==> PagesInMemory(&list.at[0], count); */
  return dxgmap_op_map_pages(s, caller, adapter, kind, list.at, count);
}

dxgmap_outcome dxgmap_refine_listed_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                        uint64_t bytes, uint32_t kind, dxgmap_list list, uint32_t count,
                                        uint32_t pressure)
{
  /*@ assert each: \forall integer o; 0 <= o < count ==> ListedAt(list, o, list.at[o]); */
  /*@ assert here: PagesInMemory(&list.at[0], count) ==> ListedInMemory(list, count); */
  /*@ assert there: ListedInMemory(list, count) ==> PagesInMemory(&list.at[0], count); */
  return dxgmap_op_pin(s, caller, adapter, index, bytes, kind, list.at, count, pressure);
}

dxgmap_outcome dxgmap_refine_listed_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset,
                                        uint64_t bytes, uint32_t contiguous, dxgmap_list list, uint32_t count,
                                        uint32_t pressure)
{
  /*@ assert each: \forall integer o; 0 <= o < count ==> ListedAt(list, o, list.at[o]); */
  /*@ assert here: PagesInMemory(&list.at[0], count) ==> ListedInMemory(list, count); */
  /*@ assert there: ListedInMemory(list, count) ==> PagesInMemory(&list.at[0], count); */
  return dxgmap_op_allocate_adl(s, caller, object, offset, bytes, contiguous, list.at, count, pressure);
}
