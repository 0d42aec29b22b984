/* SPDX-License-Identifier: MIT */
/* Conformance tests of the Windows face.

     conformance [STEPS [SEED]]     of the tests at random */

#include "expect.h"

#include <stdio.h>
#include <stdlib.h>

void gate_tests(void);
void exhaustion_tests(void);
void adapter_tests(void);
void interface_tests(void);
void reason_tests(void);
void pin_tests(void);
void pointer_tests(void);
void mdl_tests(void);
void iommu_tests(void);
void allocate_tests(void);
void view_tests(void);
void argument_tests(void);
void history_tests(void);
void fork_tests(void);
void resource_tests(void);
void synchronization_tests(void);
void remapping_tests(void);
void capability_tests(void);
void object_tests(void);
void adl_tests(void);
void object_view_tests(void);
void registers_tests(void);
void device_tests(void);
void reference_tests(void);
void lookup_tests(void);
void video_tests(void);
void failure_tests(void);
void services_tests(void);
void report_tests(void);
void status_tests(void);
void memory_tests(void);
void pool_tests(void);
void clauses_tests(void);
void threads_tests(void);
void random_tests(void);
void random_objects_tests(void);
void chain_tests(void);
void power_tests(void);
void process_tests(void);

uint32_t random_steps = 20000;
uint64_t random_seed = 2024;

int main(int count, char **words)
{
  if (count > 3) {
    fprintf(stderr, "usage: %s [STEPS [SEED]]\n", words[0]);
    return 2;
  }
  random_steps = count > 1 ? (uint32_t)strtoul(words[1], NULL, 10) : random_steps;
  random_seed = count > 2 ? strtoull(words[2], NULL, 10) : random_seed;
  harness_begin(NULL, machine_mend);
  gate_tests();
  exhaustion_tests();
  adapter_tests();
  interface_tests();
  reason_tests();
  pin_tests();
  pointer_tests();
  mdl_tests();
  iommu_tests();
  allocate_tests();
  view_tests();
  argument_tests();
  history_tests();
  resource_tests();
  fork_tests();
  resource_tests();
  synchronization_tests();
  remapping_tests();
  capability_tests();
  chain_tests();
  power_tests();
  process_tests();
  object_tests();
  adl_tests();
  object_view_tests();
  registers_tests();
  device_tests();
  reference_tests();
  lookup_tests();
  video_tests();
  failure_tests();
  services_tests();
  report_tests();
  memory_tests();
  pool_tests();
  status_tests();
  clauses_tests();
  threads_tests();
  random_tests();
  random_objects_tests();
  return harness_end();
}
