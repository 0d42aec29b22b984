/* SPDX-License-Identifier: MIT */
#include "line.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HEADER_BYTES 4096
#define PAGES_MOST ((uint64_t)1 << 28) /* of one list: 1 TiB */

/* What happens to the machine, by its name in a trace. */
static const struct {
  const char *name;
  uint32_t operation;
} events[] = {
    {"open", DXGMAP_OPERATION_OPEN},
    {"close", DXGMAP_OPERATION_CLOSE},
    {"start", DXGMAP_OPERATION_START},
    {"stop", DXGMAP_OPERATION_STOP},
    {"attach", DXGMAP_OPERATION_ATTACH},
    {"exclusive_begin", DXGMAP_OPERATION_EXCLUSIVE_BEGIN},
    {"exclusive_end", DXGMAP_OPERATION_EXCLUSIVE_END},
    {"link", DXGMAP_OPERATION_LINK},
    {"power", DXGMAP_OPERATION_POWER},
    {"remove", DXGMAP_OPERATION_REMOVE},
    {"process_end", DXGMAP_OPERATION_PROCESS_END},
    {"memory_gone", DXGMAP_OPERATION_MEMORY_GONE},
    {"system_map", DXGMAP_OPERATION_SYSTEM_MAP},
    {"system_unmap", DXGMAP_OPERATION_SYSTEM_UNMAP},
    {"device", DXGMAP_OPERATION_DEVICE_ACCESS},
    {"cpu", DXGMAP_OPERATION_CPU_ACCESS},
    {"mdl", TRACE_MDL_SEEN},
};

static const char *wrong_number;

/* ---- Numbers ---- */

static bool number_of(const cJSON *item, uint64_t *value)
{
  if (cJSON_IsBool(item)) {
    *value = cJSON_IsTrue(item) ? 1 : 0;
    return true;
  }
  if (cJSON_IsNumber(item)) {
    double number = item->valuedouble;
    if (number < 0 || number > 9007199254740992.0 || number != floor(number)) {
      return false;
    }
    *value = (uint64_t)number;
    return true;
  }
  if (!cJSON_IsString(item) || item->valuestring[0] < '0' || item->valuestring[0] > '9') {
    return false;
  }
  char *end;
  errno = 0;
  *value = strtoull(item->valuestring, &end, item->valuestring[1] == 'x' ? 16 : 10);
  return *end == '\0' && errno == 0;
}

uint64_t trace_number(const cJSON *object, const char *name, uint64_t otherwise)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
  uint64_t value = otherwise;
  if (item != NULL && !number_of(item, &value)) {
    wrong_number = name;
    return otherwise;
  }
  return value;
}

bool trace_has(const cJSON *object, const char *name)
{
  return cJSON_GetObjectItemCaseSensitive(object, name) != NULL;
}

uint64_t trace_in(const trace_line *line, const char *name)
{
  return trace_number(line->in, name, 0);
}

bool trace_is(const cJSON *object, const char *name, const char *text)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
  return cJSON_IsString(item) && strcmp(item->valuestring, text) == 0;
}

const char *trace_wrong(void)
{
  return wrong_number;
}

uint64_t trace_pages(const cJSON *object, uint64_t *page, uint64_t room)
{
  const cJSON *list = cJSON_GetObjectItemCaseSensitive(object, "pages");
  const cJSON *item;
  uint64_t count = 0;
  if (list == NULL) {
    return UINT64_MAX;
  }
  if (!cJSON_IsArray(list)) {
    wrong_number = "pages";
    return UINT64_MAX;
  }
  for (item = list->child; item != NULL; item = item->next) {
    uint64_t first = 0, run = 1;
    bool good = cJSON_IsArray(item) ? cJSON_GetArraySize(item) == 2 && number_of(item->child, &first) &&
                                          number_of(item->child->next, &run)
                                    : number_of(item, &first);
    if (!good || run > PAGES_MOST || count + run > PAGES_MOST) {
      wrong_number = "pages";
      return UINT64_MAX;
    }
    for (uint64_t i = 0; i < run && count + i < room; i++) {
      page[count + i] = first + i;
    }
    count += run;
  }
  return count;
}

/* ---- Names ---- */

#define NAME_PLACES 512u

static uint32_t name_home(const char *name)
{
  uint32_t hash = 2166136261u;
  for (; *name != '\0'; name++) {
    hash = (hash ^ (uint8_t)*name) * 16777619u;
  }
  return hash % NAME_PLACES;
}

uint32_t trace_operation(const char *name)
{
  static uint8_t place[NAME_PLACES]; /* operation + 1; 0: free */
  static bool filled;
  if (!filled) {
    for (uint32_t operation = 1; operation < DXGMAP_OPERATIONS; operation++) {
      uint32_t at = name_home(dxgmap_operation_name(operation));
      while (place[at] != 0) {
        at = (at + 1) % NAME_PLACES;
      }
      place[at] = (uint8_t)(operation + 1);
    }
    filled = true;
  }
  for (uint32_t at = name_home(name); place[at] != 0; at = (at + 1) % NAME_PLACES) {
    if (strcmp(dxgmap_operation_name(place[at] - 1u), name) == 0) {
      return place[at] - 1u;
    }
  }
  return DXGMAP_OPERATION_NONE;
}

uint32_t trace_cause(const char *name)
{
  for (uint32_t cause = 1; cause < 256; cause++) {
    if (strcmp(dxgmap_cause_name(cause), name) == 0) {
      return cause;
    }
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t event_of(const char *name)
{
  for (size_t i = 0; i < sizeof(events) / sizeof(events[0]); i++) {
    if (strcmp(events[i].name, name) == 0) {
      return events[i].operation;
    }
  }
  return DXGMAP_OPERATION_NONE;
}

/* ---- Lines ---- */

static int bad_line(trace_reader *reader, size_t column, const char *what)
{
  int size =
      snprintf(reader->error, sizeof(reader->error), "%s:%llu:", reader->path, (unsigned long long)reader->number);
  if (column != 0) {
    size += snprintf(reader->error + size, sizeof(reader->error) - (size_t)size, "%zu:", column);
  }
  (void)snprintf(reader->error + size, sizeof(reader->error) - (size_t)size, " %s", what);
  return -1;
}

static const char *text_of(const cJSON *root, const char *name)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(root, name);
  return cJSON_IsString(item) ? item->valuestring : NULL;
}

/* One of the three sorts, and not two. */
static bool sort_of(trace_line *line)
{
  const char *call = text_of(line->root, "call"), *event = text_of(line->root, "event");
  const char *report = text_of(line->root, "report");
  line->sort = call != NULL ? TRACE_CALL : event != NULL ? TRACE_EVENT : TRACE_REPORT;
  line->name = call != NULL ? call : event != NULL ? event : report;
  if ((call != NULL) + (event != NULL) + (report != NULL) != 1) {
    return false;
  }
  if (line->sort == TRACE_CALL) {
    line->operation = trace_operation(call);
  } else if (line->sort == TRACE_EVENT) {
    line->operation = event_of(event);
  } else {
    const char *of = text_of(line->root, "operation");
    line->operation = of != NULL ? trace_operation(of) : (uint32_t)DXGMAP_OPERATION_NONE;
  }
  return true;
}

/* Which members there are decides what they mean; one walk finds them all. */
static bool members_of(trace_line *line)
{
  for (const cJSON *item = line->root->child; item != NULL; item = item->next) {
    uint64_t value = 0;
    const char *name = item->string;
    if (strcmp(name, "in") == 0) {
      line->in = item;
      line->has_in = cJSON_IsObject(item);
    } else if (strcmp(name, "out") == 0) {
      line->out = cJSON_IsObject(item) ? item : NULL;
    } else if (strcmp(name, "cause") == 0) {
      line->cause = cJSON_IsString(item) ? item->valuestring : NULL;
    } else if (strcmp(name, "site") == 0) {
      line->site = cJSON_IsString(item) ? item->valuestring : NULL;
    } else if (strcmp(name, "adapter") == 0 || strcmp(name, "status") == 0 || strcmp(name, "irql") == 0 ||
               strcmp(name, "process") == 0 || strcmp(name, "time") == 0) {
      if (!number_of(item, &value)) {
        wrong_number = name;
        return false;
      }
      line->adapter = name[0] == 'a' ? value : line->adapter;
      line->answered = line->answered || name[0] == 's';
      line->status = name[0] == 's' ? (uint32_t)value : line->status;
      line->irql = name[0] == 'i' ? (uint32_t)value : line->irql;
      line->process = name[0] == 'p' ? value : line->process;
      line->time = name[0] == 't' ? (double)value : line->time;
    }
  }
  return true;
}

int trace_decode(trace_reader *reader, const char *text, size_t length, trace_line *line)
{
  const char *end = text;
  memset(line, 0, sizeof(*line));
  wrong_number = NULL;
  line->number = reader->number;
  line->time = (double)reader->number * 1000;
  line->process = 4;
  line->root = cJSON_ParseWithLengthOpts(text, length, &end, false);
  while (line->root != NULL && end < text + length && (*end == ' ' || *end == '\t' || *end == '\r')) {
    end++;
  }
  if (line->root == NULL || end < text + length) {
    trace_free(line);
    return bad_line(reader, (size_t)(end - text) + 1, "this is not JSON from here on");
  }
  if (!cJSON_IsObject(line->root) || !sort_of(line)) {
    trace_free(line);
    return bad_line(reader, 0, "a line is an object with exactly one of \"call\", \"event\" and \"report\"");
  }
  if (!members_of(line)) {
    char what[128];
    (void)snprintf(what, sizeof(what), "\"%s\" is no number from 0 to 2^64 - 1", wrong_number);
    trace_free(line);
    return bad_line(reader, 0, what);
  }
  return 1;
}

void trace_free(trace_line *line)
{
  cJSON_Delete(line->root);
  line->root = NULL;
}

int trace_next(trace_reader *reader, trace_line *line)
{
  ssize_t got = getline(&reader->text, &reader->room, reader->file);
  if (got < 0) {
    return ferror(reader->file) == 0 ? 0 : bad_line(reader, 0, "the file cannot be read any further");
  }
  reader->number += 1;
  bool whole = reader->text[got - 1] == '\n';
  reader->length = (size_t)got - (whole ? 1 : 0);
  int answer = trace_decode(reader, reader->text, reader->length, line);
  if (answer < 0 && !whole) {
    return bad_line(reader, 0, "the file ends within this line: it was cut off, or is still being written");
  }
  return answer;
}

static int judge_header(trace_reader *reader)
{
  cJSON *root = cJSON_ParseWithLength(reader->text, reader->length);
  const cJSON *version = cJSON_GetObjectItemCaseSensitive(root, "dxgmap_trace");
  int answer = 0;
  if (!cJSON_IsNumber(version)) {
    answer = bad_line(reader, 0, "this is no trace: the first line of one is {\"dxgmap_trace\":1, ...}");
  } else if (version->valuedouble != TRACE_VERSION) {
    answer = bad_line(reader, 0, "the trace has another version of the format; this program reads version 1");
  }
  reader->reports = trace_number(root, "reports", 0) != 0;
  cJSON_Delete(root);
  return answer;
}

bool trace_open(trace_reader *reader, const char *path)
{
  memset(reader, 0, sizeof(*reader));
  reader->path = path;
  reader->file = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
  if (reader->file == NULL) {
    (void)snprintf(reader->error, sizeof(reader->error), "%s: %s", path, strerror(errno));
    return false;
  }
  /* A foreign file may be one line of gigabytes. */
  reader->room = HEADER_BYTES;
  reader->text = malloc(HEADER_BYTES);
  reader->number = 1;
  if (reader->text == NULL || fgets(reader->text, HEADER_BYTES, reader->file) == NULL) {
    reader->length = 0;
  } else {
    reader->length = strcspn(reader->text, "\n");
  }
  if (judge_header(reader) != 0) {
    trace_close(reader);
    return false;
  }
  return true;
}

void trace_close(trace_reader *reader)
{
  if (reader->file != NULL && reader->file != stdin) {
    (void)fclose(reader->file);
  }
  reader->file = NULL;
  free(reader->text);
  reader->text = NULL;
}

/* Of a function that answers otherwise than by a status, what came out is the answer. */
static bool gives(uint32_t operation)
{
  switch (operation) {
  case DXGMAP_OPERATION_ALLOCATE_MDL:
  case DXGMAP_OPERATION_LOCK_MDL:
  case DXGMAP_OPERATION_BUILD_MDL:
  case DXGMAP_OPERATION_MAP_IO_SPACE:
  case DXGMAP_OPERATION_GET_DEVICE_BASE:
  case DXGMAP_OPERATION_VIDEO_MAP:
    return true;
  default:
    return false;
  }
}

bool trace_failed(const trace_line *line)
{
  if (line->cause != NULL) {
    return line->cause[0] != '\0';
  }
  if (!line->answered) {
    return line->sort == TRACE_CALL && gives(line->operation) && line->out == NULL;
  }
  bool video = line->operation == DXGMAP_OPERATION_VIDEO_MAP || line->operation == DXGMAP_OPERATION_VIDEO_UNMAP;
  return video ? line->status != 0 : line->status >= 0x80000000u;
}
