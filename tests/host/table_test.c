/* SPDX-License-Identifier: MIT */
/* The hash table, against a list that is searched from end to end. */
#include "check.h"

#include "host/base/random.h"
#include "host/base/table.h"

#define KEYS 600u

static uint64_t value_of[KEYS + 1]; /* 0 if the key is not there */

static void it_agrees_with_a_plain_list(void)
{
  dxgmap_host_table table = {NULL, 0, 0};
  uint64_t count = 0, value = 0;
  dxgmap_host_random_seed(5);
  CHECK(!dxgmap_host_table_get(&table, 1, &value));
  for (unsigned step = 1; step <= 20000; step++) {
    uint64_t key = 1 + dxgmap_host_random_below(KEYS);
    if (dxgmap_host_random_below(2) == 0) {
      CHECK(dxgmap_host_table_room(&table, count + 1));
      dxgmap_host_table_put(&table, key << 12, step);
      count += value_of[key] == 0;
      value_of[key] = step;
    } else {
      dxgmap_host_table_remove(&table, key << 12);
      count -= value_of[key] != 0;
      value_of[key] = 0;
    }
    CHECK_EQ(count, table.used);
    key = 1 + dxgmap_host_random_below(KEYS);
    value = 0;
    CHECK_EQ(value_of[key] != 0, dxgmap_host_table_get(&table, key << 12, &value));
    CHECK_EQ(value_of[key], value);
  }
  CHECK(!dxgmap_host_table_get(&table, 0, &value));
  dxgmap_host_table_close(&table);
  CHECK_EQ(0, dxgmap_host_usage_now().regions);
}

static void growth_that_fails_leaves_it_as_it_was(void)
{
  dxgmap_host_table table = {NULL, 0, 0};
  uint64_t value = 0;
  CHECK(dxgmap_host_table_room(&table, 1));
  dxgmap_host_table_put(&table, 9, 90);
  dxgmap_host_fail_at(1);
  CHECK(!dxgmap_host_table_room(&table, 1 << 16));
  CHECK(!dxgmap_host_table_room(&table, UINT64_MAX));
  CHECK(dxgmap_host_table_get(&table, 9, &value));
  CHECK_EQ(90, value);
  CHECK(dxgmap_host_table_room(&table, 1 << 16));
  CHECK(dxgmap_host_table_get(&table, 9, &value));
  dxgmap_host_table_close(&table);
}

int main(void)
{
  RUN(it_agrees_with_a_plain_list);
  RUN(growth_that_fails_leaves_it_as_it_was);
  return check_end();
}
