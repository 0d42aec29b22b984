/* SPDX-License-Identifier: MIT */
/* The library's table of causes is that of spec/status.md, row by row. Runs from the root of the repository. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "expect.h"
#include "ddi/call/severity.h"
#include "ddi/call/status.h"

#define STATUS_CELLS 8
#define STATUS_CAUSES_END 128u

/* Splits "| a | b |" in place; how many cells there are. */
static size_t status_split(char *line, char **cell)
{
  size_t count = 0;
  char *next = strchr(line, '|');
  while (next != NULL && count < STATUS_CELLS) {
    char *end = strchr(next + 1, '|');
    if (end == NULL) {
      break;
    }
    cell[count] = next + 1 + (next[1] == ' ');
    end[end[-1] == ' ' ? -1 : 0] = '\0';
    count++;
    next = end;
  }
  return count;
}

static const dxgmap_ddi_cause *status_row(const char *name)
{
  for (uint32_t cause = 0; cause < STATUS_CAUSES_END; cause++) {
    if (strcmp(dxgmap_cause_name(cause), name) == 0) {
      return dxgmap_ddi_cause_row(cause);
    }
  }
  return dxgmap_ddi_cause_row(STATUS_CAUSES_END);
}

/* A report's analogue begins with the numbers that the table gives. */
static void status_check_texts(const dxgmap_ddi_cause *row, const char *name, const char *sentence, char *analogue)
{
  CHECK_TEXT(name, row->name);
  CHECK_TEXT(sentence, row->sentence);
  if (strcmp(analogue, "none") == 0) {
    CHECK_TEXT("", row->analogue);
    return;
  }
  for (char *number = strtok(analogue, ", "); number != NULL; number = strtok(NULL, ", ")) {
    CHECK_TEXT(number, strstr(row->analogue, number) != NULL ? number : row->analogue);
  }
}

static void status_check_row(const dxgmap_ddi_cause *row, const char *name, const char *code, const char *sentence,
                             char *analogue)
{
  CHECK_EQ(strtoul(code, NULL, 16), (uint32_t)row->status);
  status_check_texts(row, name, sentence, analogue);
}

/* Clauses are the first of the rules. */
static void status_check_report(const dxgmap_ddi_cause *row, char *const *cell)
{
  CHECK_EQ(strcmp(cell[1], "STATUS_SUCCESS") == 0, row->status == STATUS_SUCCESS);
  CHECK(strncmp(row->rules, cell[3], strlen(cell[3])) == 0);
  CHECK_EQ(DXGMAP_DDI_VIOLATION, row->fault);
  status_check_texts(row, cell[0], cell[2], cell[4]);
}

static uint32_t status_class(const char *word)
{
  static const char *const words[] = {"answer", "refusal", "harness", "violation"};
  uint32_t i = 0;
  while (i < 4 && strcmp(words[i], word) != 0) {
    i++;
  }
  return i;
}

static uint32_t status_check_class(const char *word, char *names)
{
  uint32_t count = 0;
  for (char *name = strtok(names, ", "); name != NULL; name = strtok(NULL, ", ")) {
    CHECK_EQ(status_class(word), status_row(name)->fault);
    count++;
  }
  return count;
}

/* The severity of a name's cause where no operation makes it milder. */
static uint32_t status_severity(const char *name)
{
  dxgmap_ddi_note note;
  memset(&note, 0, sizeof(note));
  note.cause = status_row(name)->cause;
  return dxgmap_ddi_severity(DXGMAP_OPERATION_NONE, &note);
}

static uint32_t status_severity_named(const char *word)
{
  uint32_t i = 0;
  while (i < DXGMAP_SEVERITIES && strcmp(dxgmap_severity_name(i), word) != 0) {
    i++;
  }
  return i;
}

/* Each cause that is reported stands under one severity, its own; none is left out. */
static void status_severities_are_total(void)
{
  char line[2048];
  char *cell[STATUS_CELLS];
  uint32_t times[STATUS_CAUSES_END] = {0};
  FILE *file = fopen("spec/status.md", "r");
  CHECK(file != NULL);
  while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
    size_t cells = status_split(line, cell);
    uint32_t severity = cells == 2 ? status_severity_named(cell[0]) : (uint32_t)DXGMAP_SEVERITIES;
    if (severity == DXGMAP_SEVERITIES) {
      continue;
    }
    for (char *name = strtok(cell[1], ", "); name != NULL; name = strtok(NULL, ", ")) {
      CHECK_TEXT(cell[0], dxgmap_severity_name(status_severity(name)));
      times[status_row(name)->cause % STATUS_CAUSES_END]++;
    }
  }
  if (file != NULL) {
    (void)fclose(file);
  }
  for (uint32_t cause = 0; cause < STATUS_CAUSES_END; cause++) {
    const dxgmap_ddi_cause *row = dxgmap_ddi_cause_row(cause);
    bool reported = row->cause == cause && row->fault == DXGMAP_DDI_VIOLATION;
    CHECK_TEXT(reported ? row->name : "", times[cause] == 1 ? row->name : "");
  }
}

static void status_severities_by_operation(void)
{
  static const struct {
    uint32_t operation;
    uint32_t severity;
  } asleep[] = {
      {DXGMAP_OPERATION_DEVICE_ACCESS, DXGMAP_SEVERITY_ERROR},
      {DXGMAP_OPERATION_REGISTER_ACCESS, DXGMAP_SEVERITY_WARNING},
      {DXGMAP_OPERATION_PORT_ACCESS, DXGMAP_SEVERITY_WARNING},
  };
  dxgmap_ddi_note note;
  memset(&note, 0, sizeof(note));
  note.cause = DXGMAP_CAUSE_ASLEEP;
  for (size_t i = 0; i < RTL_NUMBER_OF(asleep); i++) {
    CHECK_EQ(asleep[i].severity, dxgmap_ddi_severity(asleep[i].operation, &note));
  }
  note.cause = DXGMAP_CAUSE_BAD_ANSWER;
  note.severity = DXGMAP_SEVERITY_WARNING;
  CHECK_EQ(DXGMAP_SEVERITY_WARNING, dxgmap_ddi_severity(DXGMAP_OPERATION_VIDEO_REQUEST, &note));
  CHECK_TEXT("", dxgmap_severity_name(DXGMAP_SEVERITIES));
  CHECK_EQ(0, dxgmap_reports(DXGMAP_SEVERITIES));
}

static void status_table_is_the_specified_one(void)
{
  char line[2048];
  char *cell[STATUS_CELLS];
  uint32_t numbered = 0;
  uint32_t named = 0;
  uint32_t reported = 0;
  uint32_t classed = 0;
  FILE *file = fopen("spec/status.md", "r");
  CHECK(file != NULL);
  while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
    size_t cells = status_split(line, cell);
    if (cells == 7 && strncmp(cell[1], "DXGMAP_", 7) == 0) {
      status_check_row(dxgmap_ddi_cause_row((uint32_t)strtoul(cell[0], NULL, 10)), cell[1], cell[3], cell[5], cell[6]);
      numbered++;
    } else if (cells == 6 && strncmp(cell[0], "DXGMAP_", 7) == 0) {
      status_check_row(status_row(cell[0]), cell[0], cell[2], cell[4], cell[5]);
      named++;
    } else if (cells == 5 && strncmp(cell[0], "DXGMAP_", 7) == 0) {
      status_check_report(status_row(cell[0]), cell);
      reported++;
    } else if (cells == 2 && status_class(cell[0]) < 4) {
      classed += status_check_class(cell[0], cell[1]);
    }
  }
  if (file != NULL) {
    (void)fclose(file);
  }
  CHECK_EQ(43, numbered);
  CHECK_EQ(4, named);
  CHECK_EQ(15, reported);
  CHECK_EQ(47, classed);
}

static void status_of_an_unknown_number(void)
{
  CHECK_TEXT("unknown", dxgmap_cause_name(1000));
  CHECK_TEXT("no operation", dxgmap_operation_name(DXGMAP_OPERATIONS));
  CHECK_TEXT("DXGMAP_PINNED", dxgmap_cause_name(DXGMAP_CAUSE_PINNED));
  CHECK_TEXT("DxgkCbMapMemory", dxgmap_operation_name(DXGMAP_OPERATION_MAP_VIEW));
}

void status_tests(void);
void status_tests(void)
{
  RUN(status_table_is_the_specified_one);
  RUN(status_severities_are_total);
  RUN(status_severities_by_operation);
  RUN(status_of_an_unknown_number);
}
