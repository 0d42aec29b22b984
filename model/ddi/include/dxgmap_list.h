/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LIST_H
#define DXGMAP_LIST_H

/* Doubly and singly linked lists through a member of what is linked. Source: "Singly and doubly linked lists". */

#include "dxgmap_wintypes.h"

FORCEINLINE VOID InitializeListHead(PLIST_ENTRY ListHead)
{
  ListHead->Flink = ListHead;
  ListHead->Blink = ListHead;
}

FORCEINLINE BOOLEAN IsListEmpty(const LIST_ENTRY *ListHead)
{
  return (BOOLEAN)(ListHead->Flink == ListHead);
}

FORCEINLINE VOID InsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry)
{
  PLIST_ENTRY next = ListHead->Flink;
  Entry->Flink = next;
  Entry->Blink = ListHead;
  next->Blink = Entry;
  ListHead->Flink = Entry;
}

FORCEINLINE VOID InsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry)
{
  PLIST_ENTRY last = ListHead->Blink;
  Entry->Flink = ListHead;
  Entry->Blink = last;
  last->Flink = Entry;
  ListHead->Blink = Entry;
}

/* TRUE when the list is empty after it. */
FORCEINLINE BOOLEAN RemoveEntryList(PLIST_ENTRY Entry)
{
  PLIST_ENTRY next = Entry->Flink;
  PLIST_ENTRY last = Entry->Blink;
  last->Flink = next;
  next->Blink = last;
  return (BOOLEAN)(next == last);
}

/* The head itself when the list is empty. */
FORCEINLINE PLIST_ENTRY RemoveHeadList(PLIST_ENTRY ListHead)
{
  PLIST_ENTRY first = ListHead->Flink;
  (void)RemoveEntryList(first);
  return first;
}

FORCEINLINE PLIST_ENTRY RemoveTailList(PLIST_ENTRY ListHead)
{
  PLIST_ENTRY last = ListHead->Blink;
  (void)RemoveEntryList(last);
  return last;
}

/* The entries of the list whose head stood before ListToAppend, which is no head any more. */
FORCEINLINE VOID AppendTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListToAppend)
{
  PLIST_ENTRY last = ListHead->Blink;
  ListHead->Blink->Flink = ListToAppend;
  ListHead->Blink = ListToAppend->Blink;
  ListToAppend->Blink->Flink = ListHead;
  ListToAppend->Blink = last;
}

typedef struct _SINGLE_LIST_ENTRY {
  struct _SINGLE_LIST_ENTRY *Next;
} SINGLE_LIST_ENTRY, *PSINGLE_LIST_ENTRY;

FORCEINLINE VOID PushEntryList(PSINGLE_LIST_ENTRY ListHead, PSINGLE_LIST_ENTRY Entry)
{
  Entry->Next = ListHead->Next;
  ListHead->Next = Entry;
}

/* NULL when the list is empty. */
FORCEINLINE PSINGLE_LIST_ENTRY PopEntryList(PSINGLE_LIST_ENTRY ListHead)
{
  PSINGLE_LIST_ENTRY first = ListHead->Next;
  if (first != NULL) {
    ListHead->Next = first->Next;
  }
  return first;
}

DXGMAP_ABI_SIZE(LIST_ENTRY, 16);
DXGMAP_ABI_OFFSET(LIST_ENTRY, Blink, 8);
DXGMAP_ABI_SIZE(SINGLE_LIST_ENTRY, 8);

#endif
