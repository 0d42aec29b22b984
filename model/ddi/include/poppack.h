/* SPDX-License-Identifier: MIT */
/* The packing from before the last pshpack header. */
#pragma pack(pop)
