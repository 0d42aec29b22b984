#ifndef DXGMAP_PROFILE_H
#define DXGMAP_PROFILE_H

/* The sizes of the model's arrays. Every profile is proved, the small one for the tests that run on it; memory is touched
   only where it is used, so a large profile costs address space, not memory. */

#define DXGMAP_ADAPTERS 8u   /* adapters in the table, 1 .. 127 */
#define DXGMAP_CHAIN 64u     /* physical adapters in one linked chain */
#define DXGMAP_RESOURCES 16u /* memory and I/O ranges that one adapter owns */

#if defined(DXGMAP_PROFILE_SMALL)
#define DXGMAP_SLOTS 32u  /* live mappings of one adapter, below 2^24 - 1 */
#define DXGMAP_PAGES 64u  /* physical pages, below 2^32 - 1 */
#define DXGMAP_CELLS 64u  /* captured pages of one adapter, below 2^32 - 1 */
#define DXGMAP_WINDOW 32u /* pages of one adapter's window of CPU views */
#else
#define DXGMAP_SLOTS 1048576u   /* 2^20 */
#define DXGMAP_PAGES 67108864u  /* 2^26: 256 GiB */
#define DXGMAP_CELLS 67108864u  /* 2^26 */
#define DXGMAP_WINDOW 16777216u /* 2^24: 64 GiB */
#endif

#endif
