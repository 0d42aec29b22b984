/* SPDX-License-Identifier: MIT */
#include "structures/handle.h"

uint64_t dxgmap_handle_make(uint32_t tag, uint32_t generation, uint32_t index)
{
  return (uint64_t)tag * 0x100000000000000u + (uint64_t)generation * 0x1000000u + index + 1u;
}

uint32_t dxgmap_handle_tag(uint64_t handle)
{
  return (uint32_t)(handle / 0x100000000000000u);
}

uint32_t dxgmap_handle_generation(uint64_t handle)
{
  return (uint32_t)(handle / 0x1000000u % 0x100000000u);
}

uint32_t dxgmap_handle_index(uint64_t handle)
{
  uint32_t above = (uint32_t)(handle % 0x1000000u);
  return above == 0 ? 0xFFFFFFFFu : above - 1u;
}

/*@ ghost
  uint64_t dxgmap_handle_name(uint32_t tag, uint32_t generation, uint32_t index)
  {
    return (uint64_t)tag * 0x100000000000000u + (uint64_t)generation * 0x1000000u + index + 1u;
  }
*/
/*@ ghost
  void dxgmap_handle_parts(void)
  {
    return;
  }
*/
