/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROFILE_H
#define DXGMAP_PROFILE_H

/* The sizes of the model's arrays. Every profile is proved, the small one for the tests that run on it. Memory is
   touched only where it is used, so a large profile costs address space, not memory: 11 GiB of it by default, 38 GiB
   the large one. */

#define DXGMAP_ADAPTERS 8u   /* adapters in the table, 1 .. 127 */
#define DXGMAP_CHAIN 64u     /* physical adapters in one linked chain */
#define DXGMAP_RESOURCES 16u /* memory and I/O ranges that one adapter owns */

/* Physical memory objects belong to no adapter; they have a place of their own behind those of the adapters. */
#define DXGMAP_MACHINE DXGMAP_ADAPTERS
#define DXGMAP_PLACES (DXGMAP_ADAPTERS + 1u)

#if defined(DXGMAP_PROFILE_SMALL) && defined(DXGMAP_PROFILE_LARGE)
#error "dxgmap: one profile at a time"
#endif

#if defined(DXGMAP_PROFILE_SMALL)
#define DXGMAP_SLOTS 32u     /* live mappings of one adapter, below 2^24 - 1 */
#define DXGMAP_PAGES 64u     /* physical pages, below 2^32 - 1 */
#define DXGMAP_CELLS 64u     /* logical pages of one adapter, the first of which is never given out, below 2^32 - 1 */
#define DXGMAP_BLOCK 8u      /* logical pages of one block of a translation, a divisor of DXGMAP_CELLS */
#define DXGMAP_WINDOW 32u    /* pages of one adapter's window of CPU views */
#define DXGMAP_APART 1u      /* words that every array with an entry a slot or a page has more, never used */
#define DXGMAP_QUARANTINE 4u /* released ranges of logical pages that may wait before they are used again, 1 or more */
#else
#if defined(DXGMAP_PROFILE_LARGE)
#define DXGMAP_SLOTS 1048576u   /* 2^20 */
#define DXGMAP_PAGES 268435456u /* 2^28: 1 TiB */
#define DXGMAP_CELLS 268435456u /* 2^28 */
#define DXGMAP_WINDOW 16777216u /* 2^24: 64 GiB */
#else
#define DXGMAP_SLOTS 1048576u   /* 2^20 */
#define DXGMAP_PAGES 67108864u  /* 2^26: 256 GiB */
#define DXGMAP_CELLS 67108864u  /* 2^26 */
#define DXGMAP_WINDOW 16777216u /* 2^24: 64 GiB */
#endif
#define DXGMAP_BLOCK 512u /* 2 MiB: the directory of 2^26 pages is half a megabyte, of 2^28 two, which caches hold */
#define DXGMAP_QUARANTINE 1024u
/* 13 cache lines: arrays whose sizes are powers of two would have entries of one index at addresses that are the same
   in their low bits, where caches take them for rivals and loads wait for stores of another array. */
#define DXGMAP_APART 208u
#endif

#define DXGMAP_BLOCKS (DXGMAP_CELLS / DXGMAP_BLOCK)

#endif
