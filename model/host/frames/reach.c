/* SPDX-License-Identifier: MIT */
/* The caller's own pointers. */
#include "host/interface/reach.h"
#include "host/os/os.h"

bool dxgmap_host_on_stack(const void *address, uint64_t length)
{
  return dxgmap_os_on_stack(address, (size_t)length);
}

bool dxgmap_host_peek(const void *address, void *to, size_t length)
{
  return dxgmap_os_copy_from(address, to, length);
}
