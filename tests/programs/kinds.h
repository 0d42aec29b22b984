/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROGRAMS_KINDS_H
#define DXGMAP_PROGRAMS_KINDS_H

/* Each kind of thing that a driver may hold: how it is taken, rightly, and how it is given back. */

#include "ledger.h"

/* Takes one more, of whatever is there to be taken, with arguments at random; NOT_NOW: this driver may not, or cannot
   now. */
enum outcome take(driver *d, enum kind kind);
/* The call that gives it back, and nothing else: the ledger still has it. */
NTSTATUS release(driver *d, const hold *h);
/* Gives back what nothing depends on, and takes it from the ledger. */
void give(driver *d, hold *h);
/* Whether nothing depends on it. */
bool is_leaf(const driver *d, const hold *h);

/* ---- By family ---- */

enum outcome take_pin(driver *d);
enum outcome take_pin2(driver *d);
/* NULL: refused. The first bytes of a save area; or a part of it for the CPU. */
hold *take_pin_of(driver *d, uint32_t index, size_t bytes);
hold *take_pointer_of(driver *d, uint32_t index, size_t offset, size_t bytes);
enum outcome take_pointer(driver *d);
NTSTATUS release_pin(driver *d, const hold *h);
NTSTATUS release_pointer(driver *d, const hold *h);
bool is_pinned(const driver *d, uint32_t index);

enum outcome take_pool(driver *d);
enum outcome take_heap(driver *d);
NTSTATUS release_pool(driver *d, const hold *h);
NTSTATUS release_heap(driver *d, const hold *h);
void heap_free(const hold *h);

enum outcome take_mdl(driver *d);
enum outcome take_iommu(driver *d);
enum outcome take_mdl_view(driver *d);
NTSTATUS release_mdl(driver *d, const hold *h);
NTSTATUS release_iommu(driver *d, const hold *h);
NTSTATUS release_mdl_view(driver *d, const hold *h);

enum outcome take_pages(driver *d);
enum outcome take_contiguous(driver *d);
NTSTATUS release_pages(driver *d, const hold *h);
NTSTATUS release_contiguous(driver *d, const hold *h);

enum outcome take_object(driver *d);
enum outcome take_opened(driver *d);
enum outcome take_adl(driver *d);
enum outcome take_object_view(driver *d);
NTSTATUS release_object(driver *d, const hold *h);
NTSTATUS release_opened(driver *d, const hold *h);
NTSTATUS release_both(driver *d, const hold *object, const hold *opened);
NTSTATUS release_adl(driver *d, const hold *h);
NTSTATUS release_object_view(driver *d, const hold *h);

enum outcome take_view(driver *d);
enum outcome take_video(driver *d);
NTSTATUS release_view(driver *d, const hold *h);
NTSTATUS release_video(driver *d, const hold *h);

/* ---- Coverage, of all programs of this process ---- */

extern atomic_ulong taken[KINDS];
extern atomic_ulong refusals[KINDS];

#endif
