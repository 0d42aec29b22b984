/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     5da99d306231ed52e49d32da6ac941ea34bd2b0a98ae2d329b322b094038b397 model/ddi/include/pshpack8.h
*/
/* SPDX-License-Identifier: MIT */
/* From here to poppack.h, structures are packed to 8 bytes. Included as often as wanted. */
#pragma pack(push, 8)
