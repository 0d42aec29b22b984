/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     8319d066a4740201a40934d1b84e59b4b69a4f2a91ac756c06e02a89f39865fe model/ddi/include/poppack.h
*/
/* SPDX-License-Identifier: MIT */
/* The packing from before the last pshpack header. */
#pragma pack(pop)
