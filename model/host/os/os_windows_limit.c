/* SPDX-License-Identifier: MIT */
/* The limits of Windows, which has none of mappings but memory. */
#include "host/os/os_windows.h"

#ifdef _WIN32

uint64_t dxgmap_os_mappings_most(void)
{
  return UINT64_MAX;
}

const char *dxgmap_os_limit_of_mappings(void)
{
  return "mappings";
}

const char *dxgmap_os_limit(void)
{
  unsigned long error = GetLastError();
  const char *lacks = dxgmap_os_range_lacks();
  if (lacks != NULL) {
    return lacks;
  }
  switch (error) {
  case DXGMAP_WIN_ERROR_COMMITMENT_LIMIT:
  case DXGMAP_WIN_ERROR_COMMITMENT_MINIMUM:
    return "the commit limit (memory and paging files)";
  case DXGMAP_WIN_ERROR_TOO_MANY_OPEN_FILES:
    return "handles";
  default:
    return "memory (the commit limit, a job's limit, or addresses)";
  }
}

#endif
