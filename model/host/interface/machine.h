/* SPDX-License-Identifier: MIT */
/* The machine: opened and closed as a whole, and how much of it is in use. */
#ifndef DXGMAP_HOST_INTERFACE_MACHINE_H
#define DXGMAP_HOST_INTERFACE_MACHINE_H

#include "host/interface/result.h"

typedef struct dxgmap_host_config {
  uint64_t pages;        /* physical memory: frames [0, pages); sparse, costs what is touched */
  uint64_t low_reserved; /* frames [0, low_reserved) are never given out; at least frame 0 never is */
  uint64_t kernel_pages; /* size of the kernel's window (dxgmap_host_kernel_map) */
  uint64_t quarantine;   /* its quarantine, in pages */
  uint64_t seed;         /* of every pseudo-random choice: equal seeds and calls give equal choices */
  uint64_t last_first;   /* frames [last_first, last_end) are given out when there are no others: */
  uint64_t last_end;     /* they leave room for device memory */
  uint64_t stack_words;  /* for stacks that are kept, a word a call and one more each; 0: 2^23 */
  uint32_t stacks;       /* enum dxgmap_host_stacks */
  /* What the caller will ask for, which is reserved with the machine's own at once; more is reserved when it is. */
  uint64_t lasting_bytes; /* of dxgmap_host_reserve_lasting */
  uint64_t window_pages;  /* of dxgmap_host_window_open, in all */
} dxgmap_host_config;

DXGMAP_HOST_API dxgmap_host_result dxgmap_host_open(const dxgmap_host_config *config);

/* Gives every byte, mapping, descriptor and fault handler back; blocks of dxgmap_host_allocate stay the caller's. */
DXGMAP_HOST_API void dxgmap_host_close(void);

/* The close begins: what lasts is given back from now on, and goes with the machine. */
DXGMAP_HOST_API void dxgmap_host_closing(void);

DXGMAP_HOST_API bool dxgmap_host_is_open(void);

typedef struct dxgmap_host_usage {
  uint64_t frames;         /* of kind MEMORY */
  uint64_t foreign_frames; /* of kind FOREIGN */
  uint64_t holds;          /* on both */
  uint64_t windows;        /* open, the kernel's not counted */
  uint64_t window_pages;   /* claimed in them */
  uint64_t kernel_pages;   /* claimed in the kernel's */
  uint64_t quarantined;    /* pages, in all windows */
  uint64_t devices;
  uint64_t sections;
  uint64_t pinned_pages;  /* of sections */
  uint64_t blocks, bytes; /* of dxgmap_host_allocate */
  uint64_t regions;       /* of dxgmap_host_reserve, the host's own included */
  uint64_t descriptors;   /* open files */
  uint64_t maps;          /* upper bound of the mappings that views have made in the process */
} dxgmap_host_usage;

DXGMAP_HOST_API dxgmap_host_usage dxgmap_host_usage_now(void); /* [any] */

#endif
