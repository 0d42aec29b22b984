/* SPDX-License-Identifier: MIT */
/* Resource lists walked as drivers walk them: whatever the compiler takes the declared length of an array for, it is as
   long as its count says. Built at each optimisation by each compiler; prints what is not seen. */

#include <stdio.h>
#include <stdlib.h>

#include "wdm.h"

#define DESCRIPTORS 4u
#define FULL 3u

static unsigned passed;
static unsigned failed;

static void is(unsigned long expected, unsigned long seen, const char *what)
{
  if (expected == seen) {
    passed++;
    return;
  }
  failed++;
  (void)printf("FAIL %s: expected %lu, seen %lu\n", what, expected, seen);
}

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
  is(DESCRIPTORS, by_index(list, &sum), "a list of one, by index");
  is(0xF00000000UL, sum, "what the four hold");
  is(DESCRIPTORS, by_address(list), "by the address of each");
  is(DESCRIPTORS, by_pointer(list), "by pointer");
  is(DESCRIPTORS, by_full(list), "through the full descriptor");
  is(CmResourceShareDriverExclusive, through_an_index(list, 1), "a store through an index");
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
  is((unsigned long)FULL * each, by_full(list), "several full descriptors");
  if (each == 1) {
    is(FULL, by_array(list), "several full descriptors of one each");
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
  is(1, by_index(&copy, &sum), "an initialised list");
  is(7, (unsigned long)RtlCmDecodeMemIoResource(copy.List[0].PartialResourceList.PartialDescriptors, &start),
     "its length");
  is((unsigned long)16 << 32, (unsigned long)start, "its start");
  extended.list.Count = 1;
  extended.list.List[0].PartialResourceList.Count = DESCRIPTORS;
  for (i = 0; i < DESCRIPTORS; i++) {
    put(&extended.list.List[0].PartialResourceList.PartialDescriptors[i], i);
  }
  is(DESCRIPTORS, by_index(&extended.list, &sum), "a list with descriptors declared after it");
  is(sizeof(CM_RESOURCE_LIST) + sizeof(extended.more), sizeof(extended), "their place");
}

int main(void)
{
  one_list();
  many_lists(1);
  many_lists(DESCRIPTORS);
  declared();
  (void)printf("%u passed, %u failed\n", passed, failed);
  return failed != 0;
}
