/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     5b75591d2cf9d0f5167a513595826c5ecd3f79d8b5af089f0b5c3e5d0c91540e model/ddi/include/pshpack4.h
*/
/* SPDX-License-Identifier: MIT */
/* From here to poppack.h, structures are packed to 4 bytes. Included as often as wanted. */
#pragma pack(push, 4)
