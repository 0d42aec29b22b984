/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <stdarg.h>
#include <string.h>

/* ---- What the judges ask ---- */

dxgmap_caller judge_caller(const check *c, const trace_line *line)
{
  uint32_t irql = c->m.strict_irql && line->irql == APC_LEVEL ? (uint32_t)DISPATCH_LEVEL : line->irql;
  dxgmap_caller who = {irql, line->process, c->m.strict_exclusive ? 1u : 0};
  return who;
}

void judge_differ(check *c, const trace_line *line, const char *format, ...)
{
  char how[256];
  va_list list;
  va_start(list, format);
  (void)vsnprintf(how, sizeof(how), format, list);
  va_end(list);
  c->differences += 1;
  if (c->differs != NULL) {
    c->differs(line, how, c->context);
  }
}

void judge_pages(check *c, const trace_line *line, const cJSON *list, uint64_t count, const char *clause)
{
  uint64_t recorded = list != NULL ? trace_pages(list, NULL, 0) : UINT64_MAX;
  if (recorded == count) {
    (void)trace_pages(list, machine_pages(&c->m, count), count);
    return;
  }
  if (recorded != UINT64_MAX) {
    judge_differ(c, line, "the list that came out has %llu pages, and should have %llu (%s)",
                 (unsigned long long)recorded, (unsigned long long)count, clause);
  }
  machine_invent(&c->m, count);
}

uint64_t *judge_logical(check *c, uint32_t k, uint64_t count)
{
  if (k >= ADAPTERS || c->m.adapter[k].mode != DXGMAP_REMAPPING) {
    return NULL;
  }
  uint64_t *logical = take((size_t)count * sizeof(uint64_t) + 1);
  memcpy(logical, c->m.page, (size_t)count * sizeof(uint64_t));
  machine_invent(&c->m, count);
  return logical;
}

uint32_t judge_slack(const trace_line *line)
{
  uint64_t slack = trace_number(line->out, "Offset", 0) / PAGE_SIZE;
  return slack < 65536 ? (uint32_t)slack : 0;
}

/* ---- Findings ---- */

static void put(check *c, finding *f)
{
  c->findings[f->severity] += f->count;
  c->seen[f->cause & 255] += f->by_recorder ? 0 : f->count;
  c->found(f, c->context);
}

static void put_about(check *c, const trace_line *line, uint32_t cause, const life *about, const past *was,
                      const char *detail)
{
  uint32_t operation = line->operation < DXGMAP_OPERATIONS ? line->operation : (uint32_t)DXGMAP_OPERATION_NONE;
  uint32_t kind = about != NULL ? about->kind : was != NULL ? was->kind : (uint32_t)DXGMAP_MAPPING_NONE;
  finding f = {.line = line->number,
               .operation = operation,
               .cause = cause,
               .kind = kind,
               .severity =
                   dxgmap_cause_severity(operation == DXGMAP_OPERATION_STOP || operation == DXGMAP_OPERATION_CLOSE
                                             ? (uint32_t)DXGMAP_OPERATION_NONE
                                             : operation,
                                         cause),
               .made = about != NULL ? about->line
                       : was != NULL ? was->made
                                     : 0,
               .ended = was != NULL ? was->ended : 0,
               .count = 1,
               .name = line->name,
               .site = line->site,
               .detail = detail,
               .rules = dxgmap_rules(operation, cause, kind)};
  if (f.severity >= DXGMAP_SEVERITIES) {
    bool warning = cause == DXGMAP_CAUSE_VIEW_ENDED || cause == DXGMAP_CAUSE_MDL_CHAIN;
    f.severity = warning ? DXGMAP_SEVERITY_WARNING : DXGMAP_SEVERITY_ERROR;
  }
  put(c, &f);
}

void judge_find(check *c, const trace_line *line, uint32_t cause, const life *about, const char *detail)
{
  put_about(c, line, cause, about, NULL, detail);
}

void judge_release(check *c, const trace_line *line, life *l)
{
  if (l == NULL) {
    return;
  }
  if (l->changed) {
    judge_find(c, line, DXGMAP_CAUSE_MDL_CHANGED, l, "");
  }
  shadow *lent = l->list != 0 ? machine_mdl(&c->m, l->list) : NULL;
  if (lent != NULL && lent->state == MDL_LENT) {
    if (lent->maps != NULL) {
      judge_find(c, line, DXGMAP_CAUSE_MDL_GONE, lent->maps,
                 "Dxgkrnl took the MDL back while the driver had it mapped to the IOMMU");
    }
    while (lent->maps != NULL) {
      life *of = lent->maps;
      lent->maps = of->beside;
      of->mdl = NULL;
    }
    (void)machine_mdl_put(&c->m, l->list, MDL_TAKEN_BACK);
  }
  machine_die(&c->m, l, line->number);
}

uint32_t judge_released(check *c, const trace_line *line, dxgmap_outcome o)
{
  if (o.status == DXGMAP_OK) {
    judge_release(c, line, machine_of_model(&c->m, o.handle));
  }
  return o.status;
}

/* ---- A line ---- */

static uint32_t judge(check *c, const trace_line *line)
{
  if (line->sort == TRACE_EVENT) {
    return line->operation == DXGMAP_OPERATION_DEVICE_ACCESS ? judge_device(c, line) : judge_event(c, line);
  }
  uint32_t cause = judge_memory(c, line);
  cause = cause == NOT_JUDGED ? judge_object(c, line) : cause;
  cause = cause == NOT_JUDGED ? judge_view(c, line) : cause;
  return cause == NOT_JUDGED ? judge_mdl(c, line) : cause;
}

/* The members of a call that name what lives. */
static const struct {
  const char *name;
  uint32_t sort;
} names[] = {{"hMemoryHandle", NAME_HANDLE},
             {"pAdl", NAME_LIST},
             {"hAdapterMemoryObject", NAME_OPENED},
             {"hPhysicalMemoryObject", NAME_OBJECT}};
#define NAMES (sizeof(names) / sizeof(names[0]))

/* What a call that failed names, if the recording knew it once. */
static const past *past_of(const check *c, const trace_line *line)
{
  static const char *const addresses[] = {"VirtualAddress", "pBaseAddress", "BaseAddress", "MappedAddress", "address"};
  for (uint32_t i = 0; i < NAMES; i++) {
    uint64_t name = trace_in(line, names[i].name);
    if (name != 0 && machine_find(&c->m, names[i].sort, name) == NULL) {
      const past *p = machine_past(&c->m, names[i].sort, name);
      if (p != NULL) {
        return p;
      }
    }
  }
  for (uint32_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
    uint64_t address = trace_number(line->in, addresses[i], 0);
    if (address != 0 && machine_at(&c->m, address) == NULL) {
      return machine_past_at(&c->m, address);
    }
  }
  return NULL;
}

/* Another life stands in the way of what the call wants, or is what it names. */
static const life *life_of(const check *c, const trace_line *line, uint32_t cause)
{
  for (const life *l = cause == DXGMAP_CAUSE_PINNED ? c->m.lives : NULL; l != NULL; l = l->next) {
    if (l->kind <= DXGMAP_MAPPING_PIN2 && l->adapter == machine_adapter(&c->m, line->adapter)) {
      return l;
    }
  }
  uint64_t opened = trace_number(line->in, "hAdapterMemoryObject", 0);
  uint64_t object = trace_number(line->in, "hPhysicalMemoryObject", 0);
  const life *list = machine_find(&c->m, NAME_LIST, trace_number(line->in, "pAdl", 0));
  const life *handle = machine_find(&c->m, NAME_HANDLE, trace_number(line->in, "hMemoryHandle", 0));
  if (list != NULL || handle != NULL) {
    return list != NULL ? list : handle;
  }
  const life *of = machine_find(&c->m, NAME_OBJECT, object);
  return of != NULL ? of : machine_find(&c->m, NAME_OPENED, opened);
}

/* A call that the recording has succeed and the model refuses made something that later lines may name: it is known, so
   that they are not blamed for it. */
static void adopt(check *c, const trace_line *line)
{
  for (uint32_t i = 0; line->out != NULL && i < NAMES; i++) {
    bool list = names[i].sort == NAME_LIST; /* that comes out as an object */
    uint64_t name = list ? 0 : trace_number(line->out, names[i].name, 0);
    if (name != 0) {
      machine_name(&c->m, machine_born(&c->m, line, DXGMAP_MAPPING_NONE, 0), names[i].sort, name);
    }
  }
  const cJSON *adl = cJSON_GetObjectItemCaseSensitive(line->out, "pAdl");
  if (trace_number(adl, "at", 0) != 0) {
    machine_list(&c->m, machine_born(&c->m, line, DXGMAP_MAPPING_NONE, 0), trace_number(adl, "at", 0));
  }
}

/* Such a thing is named, and perhaps released. */
static bool adopted(check *c, const trace_line *line)
{
  bool any = false;
  for (uint32_t i = 0; line->in != NULL && i < NAMES; i++) {
    life *l = machine_find(&c->m, names[i].sort, trace_number(line->in, names[i].name, 0));
    if (l != NULL && l->model == 0) {
      any = true;
      if (line->operation != DXGMAP_OPERATION_ALLOCATE_ADL && line->operation != DXGMAP_OPERATION_MAP_OBJECT) {
        machine_die(&c->m, l, line->number);
      }
    }
  }
  return any;
}

static bool is_limit(uint32_t cause)
{
  return cause == DXGMAP_CAUSE_NO_SLOT || cause == DXGMAP_CAUSE_NO_RANGE || cause == DXGMAP_CAUSE_PLACE_TAKEN ||
         cause == DXGMAP_CAUSE_PRESSURE || cause == DXGMAP_CAUSE_NO_HOST;
}

/* What the recorder found, where the trace does not have all that it knew. */
static void believe(check *c, const trace_line *line, uint32_t cause)
{
  uint32_t severity = dxgmap_cause_severity(line->operation, cause);
  if (severity < DXGMAP_SEVERITIES && !c->reports) {
    finding f = {.line = line->number,
                 .operation = line->operation,
                 .cause = cause,
                 .severity = severity,
                 .count = 1,
                 .name = line->name,
                 .site = line->site,
                 .detail = "",
                 .rules = dxgmap_rules(line->operation, cause, 0),
                 .by_recorder = true};
    put(c, &f);
  }
}

static const char *name_of(uint32_t cause)
{
  return cause == DXGMAP_CAUSE_NONE ? "success" : dxgmap_cause_name(cause);
}

static void settle(check *c, const trace_line *line, uint32_t cause)
{
  bool failed = trace_failed(line);
  uint32_t told = failed && line->cause != NULL ? trace_cause(line->cause) : (uint32_t)DXGMAP_CAUSE_NONE;
  if (cause == REFUSED || (cause == DXGMAP_CAUSE_NONE && failed)) {
    bool expected = told != DXGMAP_CAUSE_NONE ? is_limit(told) : cause == REFUSED && line->status != 0xC000000Du;
    if (told >= 64 && !is_limit(told)) {
      believe(c, line, told);
    } else if (!expected) {
      judge_differ(c, line, "the recording has it fail (%s), and by the model it succeeds",
                   told != DXGMAP_CAUSE_NONE ? dxgmap_cause_name(told) : "its status is no success");
    }
    return;
  }
  if (cause == DXGMAP_CAUSE_NONE) {
    return;
  }
  if (!failed && is_limit(cause)) {
    c->limits += 1;
    adopt(c, line);
    return;
  }
  bool knows = line->cause != NULL || line->answered;
  if (knows && !failed) {
    judge_differ(c, line, "the recording has it succeed, and by the model it fails: %s", dxgmap_cause_name(cause));
    adopt(c, line);
  } else if (told != DXGMAP_CAUSE_NONE && told != cause) {
    judge_differ(c, line, "the recording has it fail for %s, the model for %s", name_of(told), name_of(cause));
  }
  if (dxgmap_cause_severity(line->operation, cause) < DXGMAP_SEVERITIES) {
    const past *was = past_of(c, line);
    put_about(c, line, cause, was == NULL ? life_of(c, line, cause) : NULL, was, "");
  }
}

static void judge_cpu(check *c, const trace_line *line)
{
  uint64_t address = trace_number(line->root, "address", 0);
  const life *l = machine_at(&c->m, address);
  bool data = l != NULL && address - l->base >= (uint64_t)l->slack * PAGE_SIZE;
  if (data) {
    judge_differ(c, line, "a live view has the address, and the access faulted");
  } else {
    put_about(c, line, DXGMAP_CAUSE_CPU_ACCESS, l, l == NULL ? machine_past_at(&c->m, address) : NULL, "");
  }
}

/* What no step of the core answers, and the check finds all the same. */
static bool beyond_the_core(uint32_t cause)
{
  switch (cause) {
  case DXGMAP_CAUSE_LEAK:
  case DXGMAP_CAUSE_MDL_CHANGED:
  case DXGMAP_CAUSE_MDL_GONE:
  case DXGMAP_CAUSE_MDL_CHAIN:
  case DXGMAP_CAUSE_CPU_ACCESS:
  case DXGMAP_CAUSE_LIST_GONE:
    return true;
  default:
    return false;
  }
}

/* Whether the check itself finds what this report says, or whether the recorder alone could. */
static bool finds(const trace_line *line, uint32_t cause, bool error)
{
  if (trace_number(line->root, "kind", 0) >= DXGMAP_MAPPING_MDL_VIEW) {
    return false; /* nothing that the core has */
  }
  switch (line->operation) {
  case DXGMAP_OPERATION_PORT_ACCESS:
  case DXGMAP_OPERATION_REGISTER_ACCESS:
  case DXGMAP_OPERATION_NONE:
  case DXGMAP_OPERATION_VIDEO_REQUEST:
    return false;
  default:
    break;
  }
  bool answered = cause != DXGMAP_CAUSE_NONE && cause <= DXGMAP_CAUSE_BAD_POWER && cause != DXGMAP_CAUSE_CACHE_CONFLICT;
  return beyond_the_core(cause) || (answered && error);
}

static void judge_report(check *c, const trace_line *line)
{
  const cJSON *severity = cJSON_GetObjectItemCaseSensitive(line->root, "severity");
  const cJSON *rules = cJSON_GetObjectItemCaseSensitive(line->root, "rules");
  const cJSON *detail = cJSON_GetObjectItemCaseSensitive(line->root, "detail");
  const cJSON *operation = cJSON_GetObjectItemCaseSensitive(line->root, "operation");
  const char *grade = cJSON_IsString(severity) ? severity->valuestring : "error";
  uint32_t cause = trace_cause(line->name);
  uint64_t count = trace_number(line->root, "count", 1);
  if (finds(line, cause, strcmp(grade, "error") == 0)) {
    c->told[cause & 255] += count;
    return;
  }
  finding f = {.line = line->number,
               .operation = line->operation,
               .cause = cause,
               .severity = strcmp(grade, "note") == 0      ? DXGMAP_SEVERITY_NOTE
                           : strcmp(grade, "warning") == 0 ? DXGMAP_SEVERITY_WARNING
                                                           : DXGMAP_SEVERITY_ERROR,
               .count = count,
               .name = cJSON_IsString(operation) ? operation->valuestring : line->name,
               .detail = cJSON_IsString(detail) ? detail->valuestring : "",
               .rules = cJSON_IsString(rules) ? rules->valuestring : "",
               .by_recorder = true};
  put(c, &f);
}

void check_end(check *c, const trace_line *last)
{
  for (uint32_t cause = 1; c->reports && cause < 256; cause++) {
    bool both = cause <= DXGMAP_CAUSE_BAD_POWER || beyond_the_core(cause);
    if (both && c->seen[cause] != c->told[cause]) {
      judge_differ(c, last, "until here the recorder reported %s %llu times, and this check finds it %llu times",
                   dxgmap_cause_name(cause), (unsigned long long)c->told[cause], (unsigned long long)c->seen[cause]);
    }
  }
  memset(c->seen, 0, sizeof(c->seen));
  memset(c->told, 0, sizeof(c->told));
}

void check_line(check *c, const trace_line *line)
{
  c->lines += 1;
  if (line->sort == TRACE_REPORT) {
    judge_report(c, line);
  } else if (line->operation == TRACE_MDL_SEEN) {
    judge_mdl_seen(c, line);
  } else if (line->operation == DXGMAP_OPERATION_CPU_ACCESS && line->sort == TRACE_EVENT) {
    judge_cpu(c, line);
    c->judged += 1;
  } else if (line->sort == TRACE_CALL && adopted(c, line)) {
    c->skipped += 1;
  } else {
    uint32_t cause = judge(c, line);
    if (cause != NOT_JUDGED) {
      c->judged += 1;
      settle(c, line, cause);
    } else if (line->sort == TRACE_CALL && line->cause != NULL && line->cause[0] != '\0') {
      believe(c, line, trace_cause(line->cause));
    }
  }
}

bool check_open(check *c)
{
  return machine_open(&c->m);
}

void check_close(check *c)
{
  machine_close(&c->m);
}
