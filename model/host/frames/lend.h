/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_LEND_H
#define DXGMAP_HOST_LEND_H

#include "host/os/os.h"

#include "host/interface/result.h"

/*
 * Frames of kind MEMORY that have the bytes of a file, page by page, for as long as they are lent: nothing is copied.
 * Whoever sees a frame, by its number or in a view that is placed meanwhile, sees the file.
 */

/* The frames have had no bytes of their own yet. Where the host has the file mapped meanwhile; NULL: the system refuses
   that. */
DXGMAP_HOST_API unsigned char *dxgmap_host_lend(const uint64_t *frames, uint64_t count, dxgmap_os_file file);

/* Frames that others hold, with more than `holds` holds, keep a copy of the bytes. Whether there are such: then views
   that show them are to be renewed, of those frames that dxgmap_host_lend_parted names, and settle ends that. No access
   by the number of a frame sees the file when this has returned. */
DXGMAP_HOST_API bool dxgmap_host_lend_end(const uint64_t *frames, uint64_t count, unsigned char *bytes, uint64_t holds);
DXGMAP_HOST_API bool dxgmap_host_lend_parted(uint64_t frame);
DXGMAP_HOST_API void dxgmap_host_lend_settle(const uint64_t *frames, uint64_t count);

/* The page of a file that a frame of kind MEMORY has its bytes in. */
DXGMAP_HOST_API dxgmap_os_file dxgmap_host_lend_where(uint64_t frame, uint64_t *at);

DXGMAP_HOST_API void dxgmap_host_lend_fork(void); /* in a copy of the process: nothing is lent */

#endif
