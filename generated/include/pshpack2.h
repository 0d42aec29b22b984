/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     f4922886a25599f2cb6fe55ddb2783004df76bc7392d993fdf0dc73ccc7c3f36 model/ddi/include/pshpack2.h
*/
/* SPDX-License-Identifier: MIT */
/* From here to poppack.h, structures are packed to 2 bytes. Included as often as wanted. */
#pragma pack(push, 2)
