/* SPDX-License-Identifier: MIT */
#include "ddi/harness/leaks.h"

#include "ddi/call/report.h"
#include "host/host.h"

static uint64_t dxgmap_ddi_leak_key(const dxgmap_ddi_record *record)
{
  dxgmap_host_history history;
  uint64_t key = record->kind;
  if (dxgmap_host_history_find(record->mapping, &history)) {
    for (uint32_t i = 0; i < history.map.count; i++) {
      key = (key ^ (uint64_t)(uintptr_t)history.map.site[i]) * 0x9E3779B97F4A7C15u;
    }
  }
  return key;
}

static dxgmap_ddi_leak_group *dxgmap_ddi_leak_group_of(dxgmap_ddi_leaks *leaks, uint64_t key, uint64_t mapping)
{
  uint32_t i = 0;
  while (i < leaks->groups && leaks->group[i].key != key) {
    i++;
  }
  if (i == DXGMAP_DDI_LEAK_GROUPS) {
    return NULL;
  }
  if (i == leaks->groups) {
    leaks->group[i] = (dxgmap_ddi_leak_group){key, mapping, 0};
    leaks->groups += 1;
  }
  return &leaks->group[i];
}

bool dxgmap_ddi_leaks_add(dxgmap_ddi_leaks *leaks, const dxgmap_ddi_record *record)
{
  dxgmap_ddi_leak_group *group = dxgmap_ddi_leak_group_of(leaks, dxgmap_ddi_leak_key(record), record->mapping);
  if (group == NULL) {
    leaks->others += 1;
    return false;
  }
  group->count += 1;
  return group->count <= DXGMAP_DDI_LEAKS_SHOWN;
}

static void dxgmap_ddi_leaks_line(uint64_t count, const char *whose, uint64_t mapping)
{
  char line[160];
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, line, sizeof(line));
  dxgmap_host_text_put(&text, "dxgmap: leaks not printed: ");
  dxgmap_host_text_decimal(&text, count);
  dxgmap_host_text_put(&text, whose);
  if (mapping != 0) {
    dxgmap_host_text_hex(&text, mapping, 1);
  }
  dxgmap_host_text_put(&text, "\n");
  dxgmap_host_text_flush(&text);
  dxgmap_ddi_report_line(line);
}

void dxgmap_ddi_leaks_tell(const dxgmap_ddi_leaks *leaks)
{
  for (uint32_t i = 0; i < leaks->groups; i++) {
    const dxgmap_ddi_leak_group *group = &leaks->group[i];
    if (group->count > DXGMAP_DDI_LEAKS_SHOWN) {
      dxgmap_ddi_leaks_line(group->count - DXGMAP_DDI_LEAKS_SHOWN, ", made by the same calls as mapping ",
                            group->first);
    }
  }
  if (leaks->others > 0) {
    dxgmap_ddi_leaks_line(leaks->others, ", made by other calls", 0);
  }
}
