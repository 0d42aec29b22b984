/* SPDX-License-Identifier: MIT */
/* From here to poppack.h, structures are packed to 4 bytes. Included as often as wanted. */
#pragma pack(push, 4)
