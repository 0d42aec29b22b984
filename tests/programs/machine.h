/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROGRAMS_MACHINE_H
#define DXGMAP_PROGRAMS_MACHINE_H

/* The machine of a program: how the system is, what its adapters are, and which calls fail. */

#include "ledger.h"

#define DRIVERS 4u

typedef struct {
  uint64_t seed;
  dice dice;
  uint32_t drivers;
  bool tight; /* memory is short */
  driver driver[DRIVERS];
} machine;

/* Opens the system and starts the adapters, as the seed has it. `drivers` is 0: as the seed has that too. */
void machine_open(machine *m, uint64_t seed, uint32_t drivers, bool fails);
/* Whose thread this is from now on, or whose turn; NULL: nobody's. */
void machine_turn(driver *d);
/* Starts the adapter of a driver; `anew`: once it was stopped. */
void machine_start(driver *d, bool anew);
void machine_attach(driver *d);
/* The device enters a power state; or is pulled out, until the adapter stops. */
void machine_power(driver *d, DEVICE_POWER_STATE state);
void machine_remove(driver *d);
/* Dxgkrnl maps memory for itself, one at a time; its device reads what it wrote there. */
void machine_system_map(driver *d);
void machine_system_unmap(driver *d);
/* Stops it: nothing that ends with it may be live. */
void machine_stop(driver *d, uint64_t leaks);
/* Closes the system, and frees what the ledgers have. */
void machine_close(machine *m);

#endif
