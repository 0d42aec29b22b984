/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FUZZ_PERFORM_H
#define DXGMAP_FUZZ_PERFORM_H

/* Makes the calls that are drawn: through dxgmap_step, or through the function of the operation. */

#include "call.h"

/* What the call answers; its base is what dxgmap_base_page says of the handle, where the function has none. */
dxgmap_result perform(dxgmap_state *s, const call *c);
/* What the operation's admission answers; DXGMAP_OK where it has none. */
uint32_t perform_admit(const dxgmap_state *s, const call *c);
/* On standard output, with every argument. */
void perform_print(const call *c);

#endif
