/* SPDX-License-Identifier: MIT */
/* The clause that a report cites is the one of spec/clauses, for each operation and each of its causes that is a
   violation. Runs from the root of the repository. */
#include <stdio.h>
#include <string.h>

#include "ddi/call/clauses.h"
#include "ddi/call/status.h"
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

/* Whether the text has the id as a word: VIDEO-3 stands in UNVIDEO-3 too. */
static int clauses_cites(const char *text, const char *id)
{
  size_t length = strlen(id);
  const char *at = strstr(text, id);
  while (at != NULL && ((at != text && at[-1] != ' ') || (at[length] >= '0' && at[length] <= '9'))) {
    at = strstr(at + 1, id);
  }
  return at != NULL;
}

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

/* Clauses that their file has for one of its operations and not for the other, which cannot meet the cause. */
static const struct {
  const char *id;
  uint32_t never;
} clauses_exceptions[] = {
    {"PIN-20", DXGMAP_OPERATION_PIN2}, /* Pin2 belongs to both modes */
};

static int clauses_excepted(uint32_t operation, const char *id)
{
  for (size_t i = 0; i < RTL_NUMBER_OF(clauses_exceptions); i++) {
    if (clauses_exceptions[i].never == operation && strcmp(clauses_exceptions[i].id, id) == 0) {
      return 1;
    }
  }
  return 0;
}

/* What an operation cannot meet has no clause: there are the rules of its cause. */
static uint32_t clauses_check(const uint32_t *operation, const char *id, const char *cause)
{
  uint32_t count = 0;
  for (uint32_t i = 0; i < 2 && operation[i] != 0; i++) {
    const char *clause = dxgmap_ddi_clause(operation[i], clauses_cause(cause), 0);
    if (clauses_excepted(operation[i], id)) {
      CHECK_TEXT(dxgmap_ddi_cause_row(clauses_cause(cause))->rules, clause);
    } else {
      CHECK_TEXT(id, clauses_cites(clause, id) ? id : clause);
      count++;
    }
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
      count += clauses_check(operation, id, cause);
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
  CHECK_TEXT("VIDEO-7, decision 13",
             dxgmap_ddi_clause(DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LIVE_AT_END, DXGMAP_MAPPING_VIDEO));
  CHECK_TEXT("ALLOC-7 (A1, A2; decisions 17, 18, 33)",
             dxgmap_ddi_clause(DXGMAP_OPERATION_ALLOCATE_PAGES, DXGMAP_CAUSE_BAD_ARGUMENT, 0));
  CHECK_TEXT("ALLOC-8 (A3; decisions 18, 33)",
             dxgmap_ddi_clause(DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, DXGMAP_CAUSE_BAD_ARGUMENT, 0));
}

/* What a report is about, and a clause that it cites by that, and the file that has it. */
static const struct {
  uint32_t operation;
  uint32_t cause;
  uint32_t kind;
  const char *id;
  const char *file;
} clauses_kinds[] = {
    {DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, DXGMAP_MAPPING_POINTER, "STOP-4", "stop"},
    {DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, DXGMAP_MAPPING_ADL, "STOP-4", "stop"},
    {DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, DXGMAP_MAPPING_ADAPTER_OBJECT, "STOP-4", "stop"},
    {DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, DXGMAP_MAPPING_OBJECT, "STOP-8", "stop"},
    {DXGMAP_OPERATION_STOP, DXGMAP_CAUSE_LEAK, DXGMAP_MAPPING_OBJECT_VIEW, "STOP-8", "stop"},
    {DXGMAP_OPERATION_CLOSE, DXGMAP_CAUSE_LEAK, DXGMAP_MAPPING_OBJECT, "STOP-9", "stop"},
    {DXGMAP_OPERATION_CLOSE, DXGMAP_CAUSE_LEAK, DXGMAP_MAPPING_OBJECT_VIEW, "STOP-9", "stop"},
    {DXGMAP_OPERATION_CPU_ACCESS, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_VIEW, "UNVIEW-3", "view"},
    {DXGMAP_OPERATION_CPU_ACCESS, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_VIDEO, "VIDEO-3", "video"},
    {DXGMAP_OPERATION_CPU_ACCESS, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_VIDEO, "UNVIDEO-3", "video"},
    {DXGMAP_OPERATION_CPU_ACCESS, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_POINTER, "POINTER-3", "pointer"},
    {DXGMAP_OPERATION_CPU_ACCESS, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_POINTER, "UNPOINTER-3", "pointer"},
    {DXGMAP_OPERATION_CPU_ACCESS, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_OBJECT_VIEW, "OBJECTVIEW-3", "object_view"},
    {DXGMAP_OPERATION_CPU_ACCESS, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_OBJECT_VIEW, "UNOBJECTVIEW-3", "object_view"},
    {DXGMAP_OPERATION_REGISTER_ACCESS, DXGMAP_CAUSE_CPU_ACCESS, DXGMAP_MAPPING_OBJECT_VIEW, "UNOBJECTVIEW-3",
     "object_view"},
    {DXGMAP_OPERATION_CPU_ACCESS, DXGMAP_CAUSE_CPU_ACCESS, 0, "UNOBJECTVIEW-3", "object_view"},
};

/* Whether a row of the file begins with the id. */
static int clauses_in_file(const char *name, const char *id)
{
  char line[2048];
  char path[64];
  char begin[64];
  int found = 0;
  (void)snprintf(path, sizeof(path), "spec/clauses/%s.md", name);
  (void)snprintf(begin, sizeof(begin), "| %s |", id);
  FILE *file = fopen(path, "r");
  CHECK(file != NULL);
  while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
    found |= strncmp(line, begin, strlen(begin)) == 0;
  }
  if (file != NULL) {
    (void)fclose(file);
  }
  return found;
}

static void clauses_by_the_kind_of_the_mapping(void)
{
  for (size_t i = 0; i < RTL_NUMBER_OF(clauses_kinds); i++) {
    const char *id = clauses_kinds[i].id;
    const char *clause = dxgmap_ddi_clause(clauses_kinds[i].operation, clauses_kinds[i].cause, clauses_kinds[i].kind);
    CHECK_TEXT(id, clauses_cites(clause, id) ? id : clause);
    CHECK(clauses_in_file(clauses_kinds[i].file, id));
  }
}

void clauses_tests(void);
void clauses_tests(void)
{
  RUN(clauses_are_those_of_the_specification);
  RUN(clauses_of_what_has_none);
  RUN(clauses_by_the_kind_of_the_mapping);
}
