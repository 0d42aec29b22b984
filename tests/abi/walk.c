/* SPDX-License-Identifier: MIT */
/* Resource lists walked as drivers walk them: whatever the compiler takes the declared length of an array for, it is as
   long as its count says. Built at each optimisation by each compiler. */

#include <stdlib.h>

#include "wdm.h"

#include "harness.h"

#define DESCRIPTORS 4u
#define FULL 3u

#define NOT_INLINED __attribute__((noinline))

/* The usual loop: a list of one, by index. */
NOT_INLINED static ULONG by_index(PCM_RESOURCE_LIST list, ULONGLONG *sum)
{
  ULONG found = 0;
  ULONG i;
  for (i = 0; i < list->List[0].PartialResourceList.Count; i++) {
    if (list->List[0].PartialResourceList.PartialDescriptors[i].Type == CmResourceTypeMemory) {
      *sum += (ULONGLONG)list->List[0].PartialResourceList.PartialDescriptors[i].u.Memory.Start.QuadPart;
      found++;
    }
  }
  return found;
}

/* The same by a switch over the address of the element. */
NOT_INLINED static ULONG by_address(PCM_RESOURCE_LIST list)
{
  ULONG found = 0;
  ULONG i;
  for (i = 0; i < list->List->PartialResourceList.Count; ++i) {
    PCM_PARTIAL_RESOURCE_DESCRIPTOR descriptor = &list->List->PartialResourceList.PartialDescriptors[i];
    switch (descriptor->Type) {
    case CmResourceTypeMemory:
      found++;
      break;
    default:
      break;
    }
  }
  return found;
}

NOT_INLINED static ULONG by_pointer(PCM_RESOURCE_LIST list)
{
  PCM_PARTIAL_RESOURCE_LIST part = &list->List[0].PartialResourceList;
  PCM_PARTIAL_RESOURCE_DESCRIPTOR descriptor = part->PartialDescriptors;
  ULONG found = 0;
  ULONG left;
  for (left = part->Count; left != 0; left--, descriptor++) {
    found += descriptor->Type == CmResourceTypeMemory;
  }
  return found;
}

/* Full descriptors follow one another, each as long as its own count. */
NOT_INLINED static ULONG by_full(PCM_RESOURCE_LIST list)
{
  PCM_FULL_RESOURCE_DESCRIPTOR full = &list->List[0];
  ULONG found = 0;
  ULONG i, j;
  for (i = 0; i < list->Count; i++) {
    for (j = 0; j < full->PartialResourceList.Count; j++) {
      found += full->PartialResourceList.PartialDescriptors[j].Type == CmResourceTypeMemory;
    }
    full =
        (PCM_FULL_RESOURCE_DESCRIPTOR)(full->PartialResourceList.PartialDescriptors + full->PartialResourceList.Count);
  }
  return found;
}

/* Full descriptors of one partial descriptor each are an array like any other. */
NOT_INLINED static ULONG by_array(PCM_RESOURCE_LIST list)
{
  ULONG found = 0;
  ULONG i;
  for (i = 0; i < list->Count; i++) {
    found += list->List[i].PartialResourceList.PartialDescriptors[0].Type == CmResourceTypeMemory;
  }
  return found;
}

/* A store by a variable index reaches what a load by a constant one sees. */
NOT_INLINED static UCHAR through_an_index(PCM_RESOURCE_LIST list, ULONG i)
{
  list->List[0].PartialResourceList.PartialDescriptors[1].ShareDisposition = CmResourceShareShared;
  list->List[0].PartialResourceList.PartialDescriptors[i].ShareDisposition = CmResourceShareDriverExclusive;
  return list->List[0].PartialResourceList.PartialDescriptors[1].ShareDisposition;
}

static void put(PCM_PARTIAL_RESOURCE_DESCRIPTOR descriptor, ULONG i)
{
  descriptor->Type = CmResourceTypeMemory;
  descriptor->u.Memory.Start.QuadPart = (LONGLONG)1 << (32 + i);
}

static void one_list(void)
{
  SIZE_T length = sizeof(CM_RESOURCE_LIST) + (DESCRIPTORS - 1) * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
  PCM_RESOURCE_LIST list = (PCM_RESOURCE_LIST)calloc(1, length);
  ULONGLONG sum = 0;
  ULONG i;
  if (list == NULL) {
    abort();
  }
  list->Count = 1;
  list->List[0].PartialResourceList.Count = DESCRIPTORS;
  for (i = 0; i < DESCRIPTORS; i++) {
    put(&list->List[0].PartialResourceList.PartialDescriptors[i], i);
  }
  EXPECT("found by index in a list of one", DESCRIPTORS, by_index(list, &sum));
  EXPECT("what the four hold", 0xF00000000UL, sum);
  EXPECT("by the address of each", DESCRIPTORS, by_address(list));
  EXPECT("by pointer", DESCRIPTORS, by_pointer(list));
  EXPECT("through the full descriptor", DESCRIPTORS, by_full(list));
  EXPECT("a store through an index", CmResourceShareDriverExclusive, through_an_index(list, 1));
  free(list);
}

static void many_lists(ULONG each)
{
  SIZE_T full_length = FIELD_OFFSET(CM_FULL_RESOURCE_DESCRIPTOR, PartialResourceList.PartialDescriptors) +
                       each * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
  PUCHAR bytes = (PUCHAR)calloc(1, FIELD_OFFSET(CM_RESOURCE_LIST, List) + FULL * full_length);
  PCM_RESOURCE_LIST list = (PCM_RESOURCE_LIST)(PVOID)bytes;
  ULONG i, j;
  if (bytes == NULL) {
    abort();
  }
  list->Count = FULL;
  for (i = 0; i < FULL; i++) {
    PCM_FULL_RESOURCE_DESCRIPTOR full =
        (PCM_FULL_RESOURCE_DESCRIPTOR)(PVOID)(bytes + FIELD_OFFSET(CM_RESOURCE_LIST, List) + i * full_length);
    full->PartialResourceList.Count = each;
    for (j = 0; j < each; j++) {
      put(full->PartialResourceList.PartialDescriptors + j, j);
    }
  }
  EXPECT("several full descriptors", (unsigned long)FULL * each, by_full(list));
  if (each == 1) {
    EXPECT("several full descriptors of one each", FULL, by_array(list));
  }
  free(bytes);
}

/* What a driver or a harness may declare of these structures, beside pointers. */
static CM_RESOURCE_LIST initialised = {
    1, {{PCIBus, 0, {1, 1, 1, {{CmResourceTypeMemory, 0, CM_RESOURCE_MEMORY_PREFETCHABLE, {{{{0, 16}}, 7}}}}}}}};
static struct {
  CM_RESOURCE_LIST list;
  CM_PARTIAL_RESOURCE_DESCRIPTOR more[DESCRIPTORS - 1];
} extended;

static void declared(void)
{
  CM_RESOURCE_LIST copy = initialised;
  ULONGLONG start = 0;
  ULONGLONG sum = 0;
  ULONG i;
  EXPECT("an initialised list", 1, by_index(&copy, &sum));
  EXPECT("its length", 7,
         (unsigned long)RtlCmDecodeMemIoResource(copy.List[0].PartialResourceList.PartialDescriptors, &start));
  EXPECT("its start", (unsigned long)16 << 32, (unsigned long)start);
  extended.list.Count = 1;
  extended.list.List[0].PartialResourceList.Count = DESCRIPTORS;
  for (i = 0; i < DESCRIPTORS; i++) {
    put(&extended.list.List[0].PartialResourceList.PartialDescriptors[i], i);
  }
  EXPECT("a list with descriptors declared after it", DESCRIPTORS, by_index(&extended.list, &sum));
  EXPECT("their place", sizeof(CM_RESOURCE_LIST) + sizeof(extended.more), sizeof(extended));
}

static void many_lists_of_one(void)
{
  many_lists(1);
}

static void many_lists_of_several(void)
{
  many_lists(DESCRIPTORS);
}

int main(void)
{
  harness_begin(NULL, NULL);
  RUN(one_list);
  RUN(many_lists_of_one);
  RUN(many_lists_of_several);
  RUN(declared);
  return harness_end();
}
