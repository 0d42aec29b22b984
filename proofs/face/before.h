/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_BEFORE_H
#define DXGMAP_FACE_BEFORE_H

/* Read before every file that is analysed: what gcc has built in, and Frama-C does not know. */

#define __builtin_return_address(level) ((void *)16)
#define __builtin_extract_return_addr(address) (address)
#define __atomic_load_n(at, order) (*(at))
#define DXGMAP_PROFILE_SMALL 1

#endif
