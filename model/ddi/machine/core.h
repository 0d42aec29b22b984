/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_CORE_H
#define DXGMAP_DDI_CORE_H

/* The proved core, all of it that the Windows face calls. */

#include "core/operations/op_adapter.h"
#include "core/operations/op_adl.h"
#include "core/operations/op_bound.h"
#include "core/operations/op_object.h"
#include "core/operations/op_object_view.h"
#include "core/operations/op_pages.h"
#include "core/operations/op_pin.h"
#include "core/operations/op_pointer.h"
#include "core/operations/op_process.h"
#include "core/operations/op_reference.h"
#include "core/operations/op_switch.h"
#include "core/operations/op_translate.h"
#include "core/operations/op_view.h"
#include "core/state/state.h"
#include "core/base/status.h"
#include "core/base/types.h"

#endif
