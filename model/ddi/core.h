#ifndef DXGMAP_DDI_CORE_H
#define DXGMAP_DDI_CORE_H

/* The proved core, all of it that the Windows face calls. */

#include "core/op_adapter.h"
#include "core/op_adl.h"
#include "core/op_bound.h"
#include "core/op_object.h"
#include "core/op_object_view.h"
#include "core/op_pages.h"
#include "core/op_pin.h"
#include "core/op_pointer.h"
#include "core/op_reference.h"
#include "core/op_translate.h"
#include "core/op_view.h"
#include "core/state.h"
#include "core/status.h"
#include "core/types.h"

#endif
