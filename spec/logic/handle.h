/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_HANDLE_H
#define DXGMAP_LOGIC_HANDLE_H

/* How a handle is a tag, a generation and an index. */

/*@
  logic integer Handle(integer tag, integer generation, integer index) =
    tag * 0x100000000000000 + generation * 0x1000000 + index + 1;
  logic integer HandleTag(integer h) = h / 0x100000000000000;
  logic integer HandleGeneration(integer h) = h / 0x1000000 % 0x100000000;
  logic integer HandleIndex(integer h) = h % 0x1000000 - 1; // -1: none
*/

#endif
