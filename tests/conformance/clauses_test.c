/* The clause that a report cites is the one of spec/clauses, for each operation and each of its causes that is a
   violation. Runs from the root of the repository. */
#include <stdio.h>
#include <string.h>

#include "ddi/clauses.h"
#include "ddi/status.h"
#include "expect.h"

#define CLAUSES_CAUSES_END 128u

/* Which part of which file is about which operations. */
static const struct {
  const char *file;
  const char *section; /* "": the file has none */
  uint32_t operation[2];
} clauses_parts[] = {
    {"pin", "", {DXGMAP_OPERATION_PIN, DXGMAP_OPERATION_PIN2}},
    {"unpin", "", {DXGMAP_OPERATION_UNPIN, 0}},
    {"pointer", "Map", {DXGMAP_OPERATION_MAP_POINTER, 0}},
    {"pointer", "Unmap", {DXGMAP_OPERATION_UNMAP_POINTER, 0}},
    {"mdl", "Map", {DXGMAP_OPERATION_MAP_MDL, 0}},
    {"mdl", "Unmap", {DXGMAP_OPERATION_UNMAP_MDL, 0}},
    {"allocate", "Free", {DXGMAP_OPERATION_FREE_PAGES, DXGMAP_OPERATION_FREE_CONTIGUOUS}},
    {"view", "Map", {DXGMAP_OPERATION_MAP_VIEW, 0}},
    {"view", "Unmap", {DXGMAP_OPERATION_UNMAP_VIEW, 0}},
    {"video", "Map", {DXGMAP_OPERATION_VIDEO_MAP, 0}},
    {"video", "Unmap", {DXGMAP_OPERATION_VIDEO_UNMAP, 0}},
    {"device_information", "", {DXGMAP_OPERATION_DEVICE_INFORMATION, 0}},
    {"translate", "", {DXGMAP_OPERATION_DEVICE_ACCESS, 0}},
    {"object", "Create", {DXGMAP_OPERATION_CREATE_OBJECT, 0}},
    {"object", "Open", {DXGMAP_OPERATION_OPEN_OBJECT, 0}},
    {"object", "Close", {DXGMAP_OPERATION_CLOSE_OBJECT, 0}},
    {"object", "Destroy", {DXGMAP_OPERATION_DESTROY_OBJECT, 0}},
    {"adl", "Allocate", {DXGMAP_OPERATION_ALLOCATE_ADL, 0}},
    {"adl", "Free", {DXGMAP_OPERATION_FREE_ADL, 0}},
    {"object_view", "Map", {DXGMAP_OPERATION_MAP_OBJECT, 0}},
    {"object_view", "Unmap", {DXGMAP_OPERATION_UNMAP_OBJECT, 0}},
};

static uint32_t clauses_cause(const char *name)
{
  uint32_t cause = 0;
  while (cause < CLAUSES_CAUSES_END && strcmp(dxgmap_cause_name(cause), name) != 0) {
    cause++;
  }
  return cause;
}

/* What the host never does (decision 30), and no function of the driver can, is no violation of a driver's. */
static int clauses_reported(const char *cause, const char *rest)
{
  return dxgmap_ddi_cause_row(clauses_cause(cause))->fault == DXGMAP_DDI_VIOLATION &&
         strstr(rest, "the host never does this") == NULL && strstr(rest, "gives another") == NULL;
}

/* A clause that excepts Pin2 is Pin's alone. */
static uint32_t clauses_operations(const uint32_t *operation, const char *rest)
{
  return operation[1] != 0 && strstr(rest, "Pin2 belongs to both modes") == NULL ? 2 : 1;
}

static uint32_t clauses_check(const uint32_t *operation, uint32_t operations, const char *id, const char *cause)
{
  uint32_t count = 0;
  for (uint32_t i = 0; i < operations; i++) {
    const char *clause = dxgmap_ddi_clause(operation[i], clauses_cause(cause));
    CHECK_TEXT(id, strstr(clause, id) != NULL ? id : clause);
    count++;
  }
  return count;
}

/* Checks one part of one file; how many clauses there were. */
static uint32_t clauses_read(const char *name, const char *section, const uint32_t *operation)
{
  char line[2048];
  char path[64];
  uint32_t count = 0;
  int inside = section[0] == '\0';
  (void)snprintf(path, sizeof(path), "spec/clauses/%s.md", name);
  FILE *file = fopen(path, "r");
  CHECK(file != NULL);
  while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
    char heading[64];
    char id[32];
    char cause[32];
    if (sscanf(line, "## %63[^\n]", heading) == 1) {
      inside = strcmp(heading, section) == 0;
    }
    if (inside && sscanf(line, "| %31[A-Z0-9-] | %31[A-Z_] |", id, cause) == 2 && strncmp(cause, "DXGMAP_", 7) == 0 &&
        clauses_reported(cause, line)) {
      count += clauses_check(operation, clauses_operations(operation, line), id, cause);
    }
  }
  if (file != NULL) {
    (void)fclose(file);
  }
  return count;
}

static void clauses_are_those_of_the_specification(void)
{
  for (size_t i = 0; i < RTL_NUMBER_OF(clauses_parts); i++) {
    CHECK(clauses_read(clauses_parts[i].file, clauses_parts[i].section, clauses_parts[i].operation) > 0);
  }
}

static void clauses_of_what_has_none(void)
{
  CHECK_TEXT("STOP-4, G3, D4", dxgmap_ddi_clause(DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK));
  CHECK_TEXT("ALLOC-7 (A1, A2; decisions 17, 18, 33)",
             dxgmap_ddi_clause(DXGMAP_OPERATION_ALLOCATE_PAGES, DXGMAP_CAUSE_BAD_ARGUMENT));
  CHECK_TEXT("ALLOC-8 (A3; decisions 18, 33)",
             dxgmap_ddi_clause(DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, DXGMAP_CAUSE_BAD_ARGUMENT));
}

void clauses_tests(void);
void clauses_tests(void)
{
  RUN(clauses_are_those_of_the_specification);
  RUN(clauses_of_what_has_none);
}
