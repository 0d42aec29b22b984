/* SPDX-License-Identifier: MIT */
/* Save sections. */
#ifndef DXGMAP_HOST_INTERFACE_SECTIONS_H
#define DXGMAP_HOST_INTERFACE_SECTIONS_H

#include "host/interface/result.h"

#define DXGMAP_HOST_SECTIONS 1024u /* save sections open at a time */

/* Zeroed backing store of `pages` pages, sparse. Views over it must be removed before it is closed. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_open(uint64_t pages, uint32_t *section);
DXGMAP_HOST_API void dxgmap_host_section_close(uint32_t section);

/*
 * Pages [0, count) are `frames` too (fresh ones of dxgmap_host_frames_allocate) until the unpin: their bytes stay where
 * they are, and live views of the section show them before, meanwhile and after. Unpin does nothing on a section that
 * is not pinned; the frames stay the caller's to drop, and one that others hold too keeps a copy of its bytes.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_pin(uint32_t section, const uint64_t *frames, uint64_t count);
DXGMAP_HOST_API void dxgmap_host_section_unpin(uint32_t section);

/* The section's bytes, wherever they are now. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_read(uint32_t section, uint64_t offset, void *to,
                                                            uint64_t length);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_section_write(uint32_t section, uint64_t offset, const void *from,
                                                             uint64_t length);

#endif
