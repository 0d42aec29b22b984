/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     a4c11c2a6eb33c900851e8f8eefdd30bf89fd5b4e505ce9d198a6bd0251e7a39 model/ddi/include/pshpack1.h
*/
/* SPDX-License-Identifier: MIT */
/* From here to poppack.h, structures are packed to 1 byte. Included as often as wanted. */
#pragma pack(push, 1)
