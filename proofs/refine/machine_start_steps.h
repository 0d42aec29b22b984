/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_MACHINE_START_STEPS_H
#define DXGMAP_REFINE_MACHINE_START_STEPS_H

#include "machine_start.h"
#include "machine_steps.h"

/* The call that starts, whose step is that of machine_steps.h. */

/*@
  axiomatic MachineStartSteps {
    logic mcall CallStart(mstart d);
  }
*/

#endif
