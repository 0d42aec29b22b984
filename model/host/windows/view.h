/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_VIEW_H
#define DXGMAP_HOST_VIEW_H

#include "host/os/os.h"
#include "host/windows/window.h"

/* What is behind the pages of a window. */

/* What to map, page by page: a section's file from page `first` on if `section` is true; else the frames of a list,
   or if that is NULL the ascending frames from `first` on. */
typedef struct dxgmap_host_source {
  bool section;
  dxgmap_os_file file;
  uint64_t first;
  const uint64_t *frames;
} dxgmap_host_source;

DXGMAP_HOST_API dxgmap_host_result dxgmap_host_view_place(uint32_t window, uint64_t at, uint64_t count,
                                                          const dxgmap_host_source *source);
/* Pages of a section's view have these frames now, or with NULL none. What is mapped there stays. */
DXGMAP_HOST_API void dxgmap_host_view_name(uint32_t window, uint64_t at, uint64_t count, const uint64_t *frames);
/* Maps anew what views show of frames that have been parted from what they were lent. */
DXGMAP_HOST_API void dxgmap_host_views_renew(void);
/* True if a section was shown there, whose view it was. */
DXGMAP_HOST_API bool dxgmap_host_view_clear(dxgmap_host_window *w, uint64_t at, uint64_t pages);

DXGMAP_HOST_API bool dxgmap_host_view_poison(const void *address); /* a poison page there, unless it is live */
DXGMAP_HOST_API void dxgmap_host_view_unpoison(dxgmap_host_window *w, uint64_t at, uint64_t pages);

#endif
