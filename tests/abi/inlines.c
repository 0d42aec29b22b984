/* SPDX-License-Identifier: MIT */
/* What the inline functions and macros of the headers do, as their pages say. */

#include <initguid.h>
#include <ntddk.h>
#include <ntintsafe.h>
#include <ntstrsafe.h>

#include "harness.h"

DEFINE_GUID(GUID_OF_THE_TEST, 0x01020304, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);

struct item {
  ULONG number;
  LIST_ENTRY entry;
};

static void lists(void)
{
  LIST_ENTRY head;
  LIST_ENTRY other;
  struct item item[4];
  SINGLE_LIST_ENTRY stack = {NULL};
  SINGLE_LIST_ENTRY first;
  ULONG i;
  InitializeListHead(&head);
  InitializeListHead(&other);
  CHECK(IsListEmpty(&head));
  for (i = 0; i < 4; i++) {
    item[i].number = i;
  }
  InsertTailList(&head, &item[1].entry);
  InsertTailList(&head, &item[2].entry);
  InsertHeadList(&head, &item[0].entry);
  CHECK(!IsListEmpty(&head));
  CHECK(CONTAINING_RECORD(head.Flink, struct item, entry)->number == 0);
  CHECK(CONTAINING_RECORD(head.Blink, struct item, entry)->number == 2);
  CHECK(!RemoveEntryList(&item[1].entry));
  CHECK(head.Flink->Flink == &item[2].entry && item[2].entry.Blink == &item[0].entry);
  InsertTailList(&other, &item[3].entry);
  AppendTailList(&head, &other);
  CHECK(RemoveEntryList(&other) == FALSE);
  CHECK(RemoveTailList(&head) == &item[3].entry);
  CHECK(RemoveHeadList(&head) == &item[0].entry);
  CHECK(RemoveEntryList(&item[2].entry));
  CHECK(RemoveHeadList(&head) == &head);
  CHECK(PopEntryList(&stack) == NULL);
  PushEntryList(&stack, &first);
  CHECK(PopEntryList(&stack) == &first && stack.Next == NULL);
}

static const WCHAR lower[] = {'a', 'b', 'c', 0};
static const WCHAR upper[] = {'A', 'B', 'C', 'D', 0};

static void strings(void)
{
  ANSI_STRING text = RTL_CONSTANT_STRING("text");
  UNICODE_STRING constant = RTL_CONSTANT_STRING(lower);
  UNICODE_STRING small, large, copy;
  WCHAR room[3] = {'x', 'x', 'x'};
  CHECK(text.Length == 4 && text.MaximumLength == 5 && text.Buffer[3] == 't');
  CHECK(constant.Length == 6 && constant.MaximumLength == 8 && constant.Buffer == lower);
  RtlInitUnicodeString(&small, lower);
  RtlInitUnicodeString(&large, upper);
  CHECK(small.Length == 6 && small.MaximumLength == 8 && small.Buffer == lower);
  CHECK(!RtlEqualUnicodeString(&small, &large, TRUE));
  CHECK(RtlCompareUnicodeString(&small, &large, TRUE) < 0);
  CHECK(RtlCompareUnicodeString(&small, &large, FALSE) > 0);
  large.Length = 6;
  CHECK(RtlEqualUnicodeString(&small, &large, TRUE));
  RtlInitEmptyUnicodeString(&copy, room, sizeof(room));
  RtlCopyUnicodeString(&copy, &small);
  CHECK(copy.Length == 6 && room[2] == 'c');
  RtlCopyUnicodeString(&copy, NULL);
  CHECK(copy.Length == 0 && room[0] == 0);
  RtlInitUnicodeString(&copy, NULL);
  CHECK(copy.Length == 0 && copy.MaximumLength == 0 && copy.Buffer == NULL);
}

static void bounded_strings(void)
{
  CHAR room[4];
  WCHAR wide[4];
  SIZE_T length = 9;
  CHECK(RtlStringCbCopyA(room, sizeof(room), "abc") == STATUS_SUCCESS && room[2] == 'c' && room[3] == 0);
  CHECK(RtlStringCbCopyA(room, sizeof(room), "abcd") == STATUS_BUFFER_OVERFLOW && room[2] == 'c' && room[3] == 0);
  CHECK(RtlStringCbCopyA(room, 0, "abcd") == STATUS_INVALID_PARAMETER);
  CHECK(RtlStringCbLengthA(room, sizeof(room), &length) == STATUS_SUCCESS && length == 3);
  CHECK(RtlStringCbLengthA("abcd", 4, &length) == STATUS_INVALID_PARAMETER && length == 0);
  CHECK(RtlStringCbCopyW(wide, sizeof(wide), lower) == STATUS_SUCCESS && wide[2] == 'c' && wide[3] == 0);
  CHECK(RtlStringCchCopyW(wide, 3, lower) == STATUS_BUFFER_OVERFLOW && wide[1] == 'b' && wide[2] == 0);
  CHECK(RtlStringCbLengthW(wide, sizeof(wide), &length) == STATUS_SUCCESS && length == 4);
  CHECK(RtlStringCbCopyA(room, sizeof(room), "a") == STATUS_SUCCESS);
  CHECK(RtlStringCbCatA(room, sizeof(room), "bc") == STATUS_SUCCESS && room[2] == 'c');
  CHECK(RtlStringCbCatA(room, sizeof(room), "d") == STATUS_BUFFER_OVERFLOW);
  CHECK(RtlStringCbPrintfA(room, sizeof(room), "%d", 123) == STATUS_SUCCESS && room[2] == '3');
  CHECK(RtlStringCbPrintfA(room, sizeof(room), "%d", 1234) == STATUS_BUFFER_OVERFLOW && room[3] == 0);
}

static void numbers(void)
{
  ULONG word = 1;
  USHORT half = 1;
  SIZE_T size = 1;
  LONG plain = 1;
  LONG counter = 1;
  PVOID pointer = NULL;
  CHECK(RtlULongAdd(1, 2, &word) == STATUS_SUCCESS && word == 3);
  CHECK(RtlULongAdd(0xFFFFFFFF, 1, &word) == STATUS_INTEGER_OVERFLOW && word == 0xFFFFFFFF);
  CHECK(RtlULongSub(1, 2, &word) == STATUS_INTEGER_OVERFLOW);
  CHECK(RtlSizeTMult((SIZE_T)1 << 40, (SIZE_T)1 << 24, &size) == STATUS_INTEGER_OVERFLOW);
  CHECK(RtlSizeTMult(6, 7, &size) == STATUS_SUCCESS && size == 42);
  CHECK(RtlULongToUShort(65535, &half) == STATUS_SUCCESS && half == 65535);
  CHECK(RtlULongToUShort(65536, &half) == STATUS_INTEGER_OVERFLOW);
  CHECK(RtlULongLongToULong(1ULL << 32, &word) == STATUS_INTEGER_OVERFLOW);
  CHECK(RtlLongToULong(-1, &word) == STATUS_INTEGER_OVERFLOW);
  CHECK(RtlULongToLong(0x80000000, &plain) == STATUS_INTEGER_OVERFLOW);
  CHECK(InterlockedIncrement(&counter) == 2 && InterlockedDecrement(&counter) == 1);
  CHECK(InterlockedExchangeAdd(&counter, 4) == 1 && counter == 5);
  CHECK(InterlockedCompareExchange(&counter, 7, 6) == 5 && counter == 5);
  CHECK(InterlockedCompareExchange(&counter, 7, 5) == 5 && counter == 7);
  CHECK(InterlockedExchange(&counter, 8) == 7 && InterlockedOr(&counter, 1) == 8 && InterlockedAnd(&counter, 3) == 9);
  CHECK(counter == 1);
  CHECK(InterlockedCompareExchangePointer(&pointer, &counter, NULL) == NULL && pointer == &counter);
}

static NTSTATUS tried(PCM_PARTIAL_RESOURCE_DESCRIPTOR descriptor)
{
  NTSTATUS status = STATUS_UNSUCCESSFUL;
  ULONG i;
  for (i = 0; i < 2; i++) {
    __try {
      descriptor->Flags = (USHORT)(descriptor->Flags + 1);
      if (i == 0) {
        continue;
      }
      status = STATUS_SUCCESS;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      status = GetExceptionCode();
    }
  }
  return status;
}

/* Out of the innermost __try block, be it in a loop, a switch or another __try, and not through its handler. */
#if defined(__leave)
static ULONG left(ULONG from)
{
  ULONG came = 0;
  __try {
    while (from != 0) {
      switch (from) {
      case 1:
        __leave;
      case 2:
        break;
      default:
        __try {
          if (from == 3) {
            __leave;
          }
          came |= 1;
        } __except (EXCEPTION_EXECUTE_HANDLER) {
          came |= 0x100;
        }
        came |= 2;
        break;
      }
      came |= 4;
      from = 0;
    }
    came |= 8;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    came |= 0x100;
  }
  return came;
}

static void leaves(void)
{
  CHECK(left(0) == 8);
  CHECK(left(1) == 0);
  CHECK(left(2) == (4 | 8));
  CHECK(left(3) == (2 | 4 | 8));
  CHECK(left(4) == (1 | 2 | 4 | 8));
}
#else
static void leaves(void)
{
}
#endif

/* The block runs after a __leave too. */
#if defined(__finally)
static ULONG finished(ULONG from)
{
  ULONG came = 0;
  __try {
    if (from == 1) {
      __leave;
    }
    came |= 1;
  } __finally {
    came |= 2;
  }
  return came;
}

static void finishes(void)
{
  CHECK(finished(0) == 3);
  CHECK(finished(1) == 2);
}
#else
static void finishes(void)
{
}
#endif

static void others(void)
{
  CM_PARTIAL_RESOURCE_DESCRIPTOR descriptor;
  ULONGLONG start = 1;
  GUID same = GUID_OF_THE_TEST;
  RtlZeroMemory(&descriptor, sizeof(descriptor));
  CHECK(tried(&descriptor) == STATUS_SUCCESS && descriptor.Flags == 2);
  leaves();
  finishes();
  descriptor.Type = CmResourceTypeMemoryLarge;
  descriptor.u.Memory64.Start.QuadPart = 0x1000;
  descriptor.u.Memory64.Length64 = 2;
  descriptor.Flags = CM_RESOURCE_MEMORY_LARGE_64;
  CHECK(RtlCmDecodeMemIoResource(&descriptor, &start) == 2ULL << 32 && start == 0x1000);
  descriptor.Flags = CM_RESOURCE_MEMORY_LARGE_48 | CM_RESOURCE_MEMORY_PREFETCHABLE;
  CHECK(RtlCmDecodeMemIoResource(&descriptor, NULL) == 2ULL << 16);
  descriptor.Flags = CM_RESOURCE_MEMORY_LARGE_40;
  CHECK(RtlCmDecodeMemIoResource(&descriptor, NULL) == 2ULL << 8);
  descriptor.Type = CmResourceTypeInterrupt;
  CHECK(RtlCmDecodeMemIoResource(&descriptor, NULL) == 0);
#ifdef __cplusplus
  CHECK(IsEqualGUID(same, GUID_OF_THE_TEST));
#else
  CHECK(IsEqualGUID(&same, &GUID_OF_THE_TEST));
#endif
  CHECK(GUID_OF_THE_TEST.Data1 == 0x01020304 && GUID_OF_THE_TEST.Data4[7] == 14);
}

int main(void)
{
  harness_begin(NULL, NULL);
  RUN(lists);
  RUN(strings);
  RUN(bounded_strings);
  RUN(numbers);
  RUN(others);
  return harness_end();
}
