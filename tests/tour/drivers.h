#ifndef TOUR_DRIVERS_H
#define TOUR_DRIVERS_H

/* The bad drivers of the tour: each does one thing wrong, and what it does right it does as documented. Two adapters
   are started before a driver runs and stopped after it; both have a save area of SAVE_BYTES bytes, the first also a
   page of registers at REGISTERS. */

#include "dxgmap.h"

#define SAVE_BYTES ((SIZE_T)4 * PAGE_SIZE)
#define REGISTERS 0x800000000

extern HANDLE tour_adapter; /* whose driver it is */
extern HANDLE tour_other;   /* another one */

void bad_driver_leaks(void);
void bad_driver_unmaps_twice(void);
void bad_driver_unmaps_nothing(void);
void bad_driver_reads_an_unmapped_pointer(void);
void bad_driver_leaves_its_device_an_unmapped_page(void);
void bad_driver_changes_a_mapped_mdl(void);
void bad_driver_frees_a_mapped_mdl(void);
void bad_driver_pins_twice(void);
void bad_driver_unpins_what_is_not_pinned(void);
void bad_driver_unmaps_by_an_interior_address(void);
void bad_driver_uses_another_adapters_handle(void);
void bad_driver_keeps_its_device_busy(void);
void bad_driver_calls_at_dispatch_level(void);

#endif
