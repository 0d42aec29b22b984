/* SPDX-License-Identifier: MIT */
#include "coverage.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>

#define STATUSES (DXGMAP_BAD_POWER + 1)
#define CAUSE(status) (1ull << DXGMAP_##status)
#define OWN_GATE (CAUSE(BAD_ADAPTER) | CAUSE(BAD_IRQL))
#define GATE (OWN_GATE | CAUSE(EXCLUSIVE))
#define LEAD_GATE (GATE | CAUSE(NOT_LEAD))
#define ACQUIRE_GATE (LEAD_GATE | CAUSE(REMOVED))
#define OBJECT_GATE (CAUSE(BAD_HANDLE) | CAUSE(BAD_IRQL))
#define ADAPTER_OBJECT_GATE (OBJECT_GATE | CAUSE(EXCLUSIVE))
#define CAPTURE (CAUSE(BAD_COUNT) | CAUSE(BAD_PAGE) | CAUSE(NO_SLOT) | CAUSE(NO_RANGE))
#define PLACE (CAUSE(PRESSURE) | CAUSE(PLACE_TAKEN) | CAUSE(NO_SLOT))

static const struct {
  const char *name;
  uint64_t causes; /* of its clause file */
} operations[OPERATIONS] = {
    [START] = {"start", CAUSE(BAD_INDEX) | CAUSE(BAD_MODE) | CAUSE(TOO_LARGE) | CAUSE(BAD_SIZE) | CAUSE(BAD_RESOURCE) |
                            CAUSE(NOT_VISIBLE) | CAUSE(NOT_LEAD) | CAUSE(NO_COMMIT) | CAUSE(NO_ADAPTER)},
    [STOP] = {"stop", CAUSE(BAD_ADAPTER)},
    [ATTACH] = {"attach", CAUSE(BAD_ADAPTER) | CAUSE(NOT_LEAD) | CAUSE(ATTACHED)},
    [EXCLUSIVE_BEGIN] = {"exclusive_begin", CAUSE(BAD_ADAPTER) | CAUSE(EXCLUSIVE)},
    [EXCLUSIVE_END] = {"exclusive_end", CAUSE(BAD_ADAPTER) | CAUSE(NOT_EXCLUSIVE)},
    [PIN] = {"pin", ACQUIRE_GATE | CAUSE(BAD_KIND) | CAUSE(BAD_MODE) | CAUSE(BAD_INDEX) | CAUSE(NO_SAVE_AREA) |
                        CAUSE(BAD_SIZE) | CAUSE(TOO_LARGE) | CAUSE(PINNED) | CAUSE(PRESSURE) | CAPTURE},
    [UNPIN] = {"unpin", LEAD_GATE | CAUSE(BAD_INDEX) | CAUSE(NOT_PINNED)},
    [MAP_PAGES] = {"map_pages", ACQUIRE_GATE | CAUSE(BAD_KIND) | CAUSE(BAD_MODE) | CAPTURE},
    [UNMAP_PAGES] = {"unmap_pages", LEAD_GATE | CAUSE(BAD_KIND) | CAUSE(BAD_MODE) | CAUSE(BAD_HANDLE)},
    [MAP_POINTER] = {"map_pointer", ACQUIRE_GATE | CAUSE(BAD_INDEX) | CAUSE(NO_SAVE_AREA) | CAUSE(BAD_SIZE) |
                                        CAUSE(TOO_LARGE) | PLACE},
    [UNMAP_POINTER] = {"unmap_pointer", LEAD_GATE | CAUSE(BAD_INDEX) | CAUSE(BAD_ADDRESS)},
    [MAP_VIEW] = {"map_view", OWN_GATE | CAUSE(REMOVED) | CAUSE(BAD_KIND) | CAUSE(BAD_SPACE) | CAUSE(BAD_SIZE) |
                                  CAUSE(BAD_PROCESS) | CAUSE(NOT_OWNED) | CAUSE(CACHE_CONFLICT) | CAUSE(PLACE_TAKEN) |
                                  CAUSE(NO_SLOT)},
    [UNMAP_VIEW] = {"unmap_view",
                    OWN_GATE | CAUSE(BAD_KIND) | CAUSE(BAD_SPACE) | CAUSE(BAD_ADDRESS) | CAUSE(BAD_PROCESS)},
    [CREATE] = {"create", CAUSE(BAD_IRQL) | CAUSE(BAD_KIND) | CAUSE(BAD_SIZE) | CAUSE(BAD_ADDRESS) | CAUSE(NO_SLOT)},
    [OPEN] = {"open",
              ACQUIRE_GATE | CAUSE(BAD_MODE) | CAUSE(BAD_HANDLE) | CAUSE(BOUND) | CAUSE(OPENED) | CAUSE(NO_SLOT)},
    [CLOSE] = {"close", ADAPTER_OBJECT_GATE | CAUSE(IN_USE)},
    [DESTROY] = {"destroy", OBJECT_GATE | CAUSE(IN_USE)},
    [ALLOCATE_ADL] = {"allocate_adl", ADAPTER_OBJECT_GATE | CAUSE(REMOVED) | CAUSE(BAD_SIZE) | CAUSE(TOO_LARGE) |
                                          CAUSE(BAD_FLAGS) | CAUSE(PRESSURE) | CAPTURE},
    [FREE_ADL] = {"free_adl", ADAPTER_OBJECT_GATE | CAUSE(NOT_OF_OBJECT)},
    [MAP_OBJECT] = {"map_object", OBJECT_GATE | CAUSE(BAD_FLAGS) | CAUSE(BAD_SIZE) | CAUSE(TOO_LARGE) | PLACE},
    [UNMAP_OBJECT] = {"unmap_object",
                      OBJECT_GATE | CAUSE(BAD_ADDRESS) | CAUSE(NOT_OF_OBJECT) | CAUSE(BAD_SIZE) | CAUSE(BAD_PROCESS)},
    [POWER] = {"power", CAUSE(BAD_ADAPTER) | CAUSE(REMOVED) | CAUSE(BAD_POWER)},
    [REMOVE] = {"remove", CAUSE(BAD_ADAPTER) | CAUSE(REMOVED)},
    [LINK] = {"link", CAUSE(BAD_ADAPTER) | CAUSE(LINKED) | CAUSE(NOT_LEAD)},
    [END_VIEW] = {"end_view", CAUSE(BAD_HANDLE)},
    [TRANSLATE] = {"translate", CAUSE(BAD_ADAPTER) | CAUSE(EXCLUSIVE) | CAUSE(REMOVED) | CAUSE(ASLEEP) |
                                    CAUSE(BLOCKED) | CAUSE(BYPASS)},
    [LIVE] = {"live", CAUSE(BAD_ADAPTER) | CAUSE(NO_MORE)},
    [UNKNOWN] = {"unknown", CAUSE(BAD_KIND)},
};

static const char *const statuses[STATUSES] = {[DXGMAP_OK] = "OK",
                                               [DXGMAP_BAD_ADAPTER] = "BAD_ADAPTER",
                                               [DXGMAP_BAD_IRQL] = "BAD_IRQL",
                                               [DXGMAP_EXCLUSIVE] = "EXCLUSIVE",
                                               [DXGMAP_BAD_KIND] = "BAD_KIND",
                                               [DXGMAP_BAD_INDEX] = "BAD_INDEX",
                                               [DXGMAP_NO_SAVE_AREA] = "NO_SAVE_AREA",
                                               [DXGMAP_BAD_SIZE] = "BAD_SIZE",
                                               [DXGMAP_TOO_LARGE] = "TOO_LARGE",
                                               [DXGMAP_PINNED] = "PINNED",
                                               [DXGMAP_NOT_PINNED] = "NOT_PINNED",
                                               [DXGMAP_BAD_COUNT] = "BAD_COUNT",
                                               [DXGMAP_BAD_PAGE] = "BAD_PAGE",
                                               [DXGMAP_BAD_HANDLE] = "BAD_HANDLE",
                                               [DXGMAP_BAD_ADDRESS] = "BAD_ADDRESS",
                                               [DXGMAP_BAD_PROCESS] = "BAD_PROCESS",
                                               [DXGMAP_BAD_SPACE] = "BAD_SPACE",
                                               [DXGMAP_NOT_OWNED] = "NOT_OWNED",
                                               [DXGMAP_CACHE_CONFLICT] = "CACHE_CONFLICT",
                                               [DXGMAP_PLACE_TAKEN] = "PLACE_TAKEN",
                                               [DXGMAP_PRESSURE] = "PRESSURE",
                                               [DXGMAP_NO_SLOT] = "NO_SLOT",
                                               [DXGMAP_NO_RANGE] = "NO_RANGE",
                                               [DXGMAP_NO_ADAPTER] = "NO_ADAPTER",
                                               [DXGMAP_NO_COMMIT] = "NO_COMMIT",
                                               [DXGMAP_NOT_VISIBLE] = "NOT_VISIBLE",
                                               [DXGMAP_BAD_RESOURCE] = "BAD_RESOURCE",
                                               [DXGMAP_ATTACHED] = "ATTACHED",
                                               [DXGMAP_NOT_EXCLUSIVE] = "NOT_EXCLUSIVE",
                                               [DXGMAP_BLOCKED] = "BLOCKED",
                                               [DXGMAP_BYPASS] = "BYPASS",
                                               [DXGMAP_NO_MORE] = "NO_MORE",
                                               [DXGMAP_BAD_MODE] = "BAD_MODE",
                                               [DXGMAP_BOUND] = "BOUND",
                                               [DXGMAP_OPENED] = "OPENED",
                                               [DXGMAP_IN_USE] = "IN_USE",
                                               [DXGMAP_NOT_OF_OBJECT] = "NOT_OF_OBJECT",
                                               [DXGMAP_BAD_FLAGS] = "BAD_FLAGS",
                                               [DXGMAP_NOT_LEAD] = "NOT_LEAD",
                                               [DXGMAP_LINKED] = "LINKED",
                                               [DXGMAP_REMOVED] = "REMOVED",
                                               [DXGMAP_ASLEEP] = "ASLEEP",
                                               [DXGMAP_BAD_POWER] = "BAD_POWER"};

static const char *const machines[MACHINES] = {
    [OF_MDLS] = "for MDLs", [OF_ADLS] = "for ADLs without remapping", [OF_ADLS_REMAPPING] = "for ADLs with remapping"};

static uint32_t seen[OPERATIONS][2][STATUSES]; /* by its own function, by dxgmap_step */
static uint32_t succeeded[OPERATIONS][MACHINES];
static uint32_t pressed;
static uint32_t waits;

const char *coverage_name(enum operation operation)
{
  return operations[operation].name;
}

void coverage_count(const call *c, uint32_t status, enum machine machine)
{
  if (status == DXGMAP_OK && machine < MACHINES) {
    succeeded[c->operation][machine]++;
  }
  if (status < STATUSES) {
    seen[c->operation][c->by_step && c->operation != LIVE][status]++;
  }
}

void coverage_pressed(void)
{
  pressed++;
}

void coverage_waits(void)
{
  waits++;
}

static bool expected(uint32_t operation, uint32_t status)
{
  if (status == DXGMAP_OK) {
    return operation != UNKNOWN;
  }
  return (operations[operation].causes >> status & 1u) != 0;
}

static uint32_t judge(uint32_t operation, uint32_t status)
{
  uint32_t n = seen[operation][0][status] + seen[operation][1][status];
  if (expected(operation, status) == (n > 0)) {
    return 0;
  }
  printf("%s, %s: expected %s, seen %" PRIu32 " times\n", operations[operation].name, statuses[status],
         n > 0 ? "never, for its clauses do not have it" : "now and then", n);
  return 1;
}

/* Objects are of drivers that use ADLs, and some are on no adapter; page lists are of those that use MDLs, or are
   Dxgkrnl's own. A domain that remaps is attached from the start. */
static bool belongs(uint32_t operation, enum machine machine)
{
  switch (operation) {
  case CREATE:
  case DESTROY:
  case MAP_OBJECT:
  case UNMAP_OBJECT:
  case END_VIEW:
  case UNKNOWN:
    return false;
  case OPEN:
  case CLOSE:
  case ALLOCATE_ADL:
  case FREE_ADL:
    return machine != OF_MDLS;
  case ATTACH:
    return machine != OF_ADLS_REMAPPING;
  default:
    return true;
  }
}

static uint32_t judge_machines(uint32_t operation)
{
  uint32_t bad = 0;
  for (enum machine machine = OF_MDLS; machine < MACHINES; machine++) {
    if (!belongs(operation, machine) || succeeded[operation][machine] > 0) {
      continue;
    }
    printf("%s, OK: expected %s, seen 0 times\n", operations[operation].name, machines[machine]);
    bad++;
  }
  return bad;
}

static uint32_t judge_cause(uint32_t status)
{
  uint32_t n = 0;
  for (uint32_t k = 0; k < OPERATIONS; k++) {
    n += seen[k][0][status] + seen[k][1][status];
  }
  if (n > 0) {
    return 0;
  }
  printf("%s: expected of some operation, seen 0 times\n", statuses[status]);
  return 1;
}

/* That it succeeds both ways, where there are two. */
static uint32_t judge_ways(uint32_t operation)
{
  uint32_t bad = 0;
  if (operation == UNKNOWN || operation == LIVE) {
    return 0;
  }
  for (uint32_t by_step = 0; by_step < 2; by_step++) {
    if (seen[operation][by_step][DXGMAP_OK] > 0) {
      continue;
    }
    printf("%s, OK: expected %s, seen 0 times\n", operations[operation].name,
           by_step ? "by dxgmap_step" : "by its own function");
    bad++;
  }
  return bad;
}

uint32_t coverage_report(void)
{
  uint32_t bad = 0;
  for (uint32_t k = 0; k < OPERATIONS; k++) {
    printf("%-15s", operations[k].name);
    for (uint32_t status = 0; status < STATUSES; status++) {
      uint32_t n = seen[k][0][status] + seen[k][1][status];
      if (n > 0) {
        printf(" %s:%" PRIu32, statuses[status], n);
      }
    }
    for (enum machine machine = OF_ADLS; machine < MACHINES; machine++) {
      if (belongs(k, machine)) {
        printf(" (OK %s:%" PRIu32 ")", machines[machine], succeeded[k][machine]);
      }
    }
    printf("\n");
  }
  printf("released runs that waited: %" PRIu32 ", mappings that took pages of some that did: %" PRIu32 "\n", waits,
         pressed);
  for (uint32_t k = 0; k < OPERATIONS; k++) {
    bad += judge_ways(k) + judge_machines(k);
    for (uint32_t status = 0; status < STATUSES; status++) {
      bad += judge(k, status);
    }
  }
  for (uint32_t status = 0; status < STATUSES; status++) {
    bad += judge_cause(status);
  }
  if (waits == 0 || pressed == 0) {
    printf("quarantine: expected runs that wait, and that leave early, seen none\n");
    bad++;
  }
  return bad;
}

void coverage_met(void)
{
  uint32_t done = 0;
  uint32_t met = 0;
  uint32_t all = 0;
  for (uint32_t k = 0; k <= TRANSLATE; k++) {
    done += seen[k][0][DXGMAP_OK] + seen[k][1][DXGMAP_OK] > 0;
    for (uint32_t status = 1; status < STATUSES; status++) {
      bool one = expected(k, status);
      bool seen_one = one && seen[k][0][status] + seen[k][1][status] > 0;
      all += one;
      met += seen_one;
      if (one && !seen_one) {
        printf("not met: %s, %s\n", operations[k].name, statuses[status]);
      }
    }
  }
  printf("operations done: %" PRIu32 " of %u; causes met: %" PRIu32 " of %" PRIu32 "\n", done, TRANSLATE + 1u, met,
         all);
}
