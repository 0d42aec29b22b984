/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     01d78d0c936e586aa23eba2803a2d6188ee37969035300694bf767b4a843a436 model/ddi/include/dxgmap_power.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_POWER_H
#define DXGMAP_POWER_H

/* Power states, as DxgkDdiSetPowerState receives them. D0 is fully on, D3 is off. */

typedef enum _DEVICE_POWER_STATE {
  PowerDeviceUnspecified = 0,
  PowerDeviceD0 = 1,
  PowerDeviceD1 = 2,
  PowerDeviceD2 = 3,
  PowerDeviceD3 = 4,
  PowerDeviceMaximum = 5
} DEVICE_POWER_STATE;

typedef enum _POWER_ACTION {
  PowerActionNone = 0,
  PowerActionReserved = 1,
  PowerActionSleep = 2,
  PowerActionHibernate = 3,
  PowerActionShutdown = 4,
  PowerActionShutdownReset = 5,
  PowerActionShutdownOff = 6,
  PowerActionWarmEject = 7
} POWER_ACTION;

#endif
