/* SPDX-License-Identifier: MIT */
#ifndef TOUR_DRIVERS_H
#define TOUR_DRIVERS_H

/* The bad drivers of the tour: each does one thing wrong, and what it does right it does as documented. Two adapters
   are started, in the mode that the driver is for, before it runs, and stopped after it; both have a save area of
   SAVE_BYTES bytes, the first also a page of registers at REGISTERS, and it leads a chain of two. */

#include "dxgmap.h"

#define SAVE_BYTES ((SIZE_T)4 * PAGE_SIZE)
#define REGISTERS 0x800000000

extern HANDLE tour_adapter; /* whose driver it is */
extern HANDLE tour_other;   /* another one */
extern HANDLE tour_linked;  /* of the chain that tour_adapter leads */

/* In identity mode. */
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
void bad_driver_pins_by_a_linked_handle(void);
void bad_driver_lets_its_device_write_in_d3(void);

/* In remapping mode. */
void bad_driver_pins_by_mdl(void);
void bad_driver_leaves_its_device_a_freed_list(void);
void bad_driver_does_not_look_at_the_flag(void);
void bad_driver_destroys_an_object_in_use(void);
void bad_driver_frees_a_list_twice(void);
void bad_driver_frees_the_list_of_a_pin(void);
void bad_driver_frees_a_list_of_another_object(void);
void bad_driver_closes_what_it_destroys(void);
void bad_driver_opens_what_was_created_open(void);
void bad_driver_opens_twice(void);
void bad_driver_requires_a_range_of_scattered_memory(void);
void bad_driver_reads_an_unmapped_object(void);
void bad_driver_unmaps_by_the_size_it_asked_for(void);
void bad_driver_leaves_a_list(void);
void bad_driver_leaves_an_object(void);

#endif
