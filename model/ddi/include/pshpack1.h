/* SPDX-License-Identifier: MIT */
/* From here to poppack.h, structures are packed to 1 byte. Included as often as wanted. */
#pragma pack(push, 1)
