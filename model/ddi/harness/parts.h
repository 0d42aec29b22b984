/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_PARTS_H
#define DXGMAP_DDI_PARTS_H

/* Which adapters have a lock of their own (spec/locks.md): those that are started, while no trace is written, which has
   the order of all calls, and no failure is asked for, which counts them. To be called under the lock of the machine
   when any of that may have changed. */
void dxgmap_ddi_parts_follow(void);

/* None, before the state goes. */
void dxgmap_ddi_parts_close(void);

#endif
