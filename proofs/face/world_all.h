/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_ALL_H
#define DXGMAP_FACE_WORLD_ALL_H

/* One unit of translation, as generated/dxgmap.c is one: the world, and of the face what every call goes through. */

#include "world.c"
#include "world_call.c"
#include "world_core.c"
#include "world_host.c"
#include "world_records.c"

#include "model/ddi/call/acquire.c"
#include "model/ddi/call/argument.c"
#include "model/ddi/call/call.c"
#include "model/ddi/call/note.c"
#include "model/ddi/call/place.c"
#include "model/ddi/call/release.c"

#endif
