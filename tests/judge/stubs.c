/* SPDX-License-Identifier: MIT */
/* Calls of judge.ml. What it reads and writes stands in one array, which OCaml sees as its own. */
#include "machine.h"

#include <caml/alloc.h>
#include <caml/bigarray.h>
#include <caml/callback.h>
#include <caml/memory.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t numbers[MACHINE_NUMBERS];
static value shared = Val_unit; /* the array */

/* The run-time of OCaml keeps its signal stack to the end. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
  return "leak:caml_setup_stack_overflow_detection\n";
}

static value ask(const char *name, value argument)
{
  const value *function = caml_named_value(name);
  if (function == NULL) {
    fprintf(stderr, "machine: judge.ml has no %s\n", name);
    abort();
  }
  value result = caml_callback_exn(*function, argument);
  if (Is_exception_result(result)) {
    fprintf(stderr, "machine: %s has raised an exception\n", name);
    abort();
  }
  return result;
}

static void give(const uint64_t *from, size_t count)
{
  memcpy(numbers, from, count * sizeof numbers[0]);
}

void machine_begin(const uint64_t sizes[MACHINE_SIZES])
{
  static char name[] = "machine";
  static char *arguments[] = {name, NULL};
  caml_startup(arguments);
  shared = caml_ba_alloc_dims(CAML_BA_INT64 | CAML_BA_C_LAYOUT | CAML_BA_EXTERNAL, 1, numbers, (intnat)MACHINE_NUMBERS);
  caml_register_generational_global_root(&shared);
  give(sizes, MACHINE_SIZES);
  (void)ask("machine_begin", shared);
}

void machine_reset(void)
{
  (void)ask("machine_reset", Val_unit);
}

uint32_t machine_status(const uint64_t given[MACHINE_NUMBERS])
{
  give(given, MACHINE_NUMBERS);
  return (uint32_t)Int_val(ask("machine_status", shared));
}

bool machine_step(const uint64_t given[MACHINE_NUMBERS])
{
  give(given, MACHINE_NUMBERS);
  return Bool_val(ask("machine_step", shared));
}

bool machine_allows(const uint64_t given[MACHINE_NUMBERS])
{
  give(given, MACHINE_NUMBERS);
  return Bool_val(ask("machine_allows", shared));
}

bool machine_mapping(uint64_t id, uint64_t fields[MACHINE_FIELDS])
{
  numbers[0] = id;
  if (!Bool_val(ask("machine_mapping", shared))) {
    return false;
  }
  memcpy(fields, numbers, MACHINE_FIELDS * sizeof fields[0]);
  return true;
}

uint64_t machine_commit(void)
{
  (void)ask("machine_commit", shared);
  return numbers[0];
}

uint64_t machine_digest(void)
{
  (void)ask("machine_digest", shared);
  return numbers[0];
}

void machine_keep(uint32_t n)
{
  (void)ask("machine_keep", Val_int(n));
}

void machine_return(uint32_t n)
{
  (void)ask("machine_return", Val_int(n));
}
