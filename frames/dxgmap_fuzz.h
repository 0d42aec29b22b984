/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FUZZ_H
#define DXGMAP_FUZZ_H

/* Fuzzing a driver: bytes become lives of it. For libFuzzer and AFL, in C and C++; nothing to link but dxgmap.

     int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
     {
       return dxgmap_fuzz_one(&driver, data, size);
     }

   An input is a sequence of lives. A life begins with a byte n: the nth acquisition from here on fails (0: none does),
   and the driver starts. Then each byte is a step: the end of this life, another failure to come, the device off and on
   again, its surprise removal, or one of the driver's own actions, which takes arguments from the bytes that follow.
   Any bytes are an input; where they end the driver stops. Whatever is reported as an error, a leak at a stop too, is
   printed with the steps that led there, and ends the process by abort(), which is what fuzzers look for.

   With DXGMAP_FUZZ_MAIN defined there is a main too: for AFL's compilers (which make its loop persistent), and for any
   compiler to run inputs again: files by name, or standard input. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dxgmap.h"

#define DXGMAP_FUZZ_STEPS 64u /* that a report remembers */

/* What is left of the input. */
typedef struct dxgmap_fuzz_input {
  const uint8_t *at;
  size_t left;
} dxgmap_fuzz_input;

/* The next byte; 0 past the end. */
static inline uint8_t dxgmap_fuzz_byte(dxgmap_fuzz_input *input)
{
  if (input->left == 0) {
    return 0;
  }
  input->left--;
  return *input->at++;
}

/* A number from 0 to `most`, from as few bytes as that takes. */
static inline uint64_t dxgmap_fuzz_number(dxgmap_fuzz_input *input, uint64_t most)
{
  uint64_t number = 0;
  for (uint64_t rest = most; rest != 0; rest >>= 8) {
    number = number << 8 | dxgmap_fuzz_byte(input);
  }
  return most == UINT64_MAX ? number : number % (most + 1);
}

/* Something that a started driver can be asked to do. */
typedef struct dxgmap_fuzz_action {
  const char *name;
  void (*act)(void *context, dxgmap_fuzz_input *input);
} dxgmap_fuzz_action;

typedef struct dxgmap_fuzz_driver {
  const dxgmap_adapter_description *adapter;    /* the machine; its domain is attached where it does not remap */
  void *context;                                /* of all that follows */
  bool (*start)(void *context, HANDLE adapter); /* DxgkDdiStartDevice; false: it failed, so it holds nothing */
  void (*stop)(void *context);                  /* DxgkDdiStopDevice */
  /* DxgkDdiSetPowerState and DxgkDdiNotifySurpriseRemoval; NULL: that step does nothing. */
  void (*power)(void *context, DEVICE_POWER_STATE state);
  void (*removed)(void *context);
  const dxgmap_fuzz_action *action;
  uint32_t actions;
} dxgmap_fuzz_driver;

/* The steps so far, for the report. */
typedef struct dxgmap_fuzz_path {
  const char *step[DXGMAP_FUZZ_STEPS];
  uint64_t steps;
} dxgmap_fuzz_path;

static inline void dxgmap_fuzz_note(dxgmap_fuzz_path *path, const char *step)
{
  path->step[path->steps % DXGMAP_FUZZ_STEPS] = step;
  path->steps++;
}

static inline void dxgmap_fuzz_report(const dxgmap_violation *violation, void *context)
{
  const dxgmap_fuzz_path *path = (const dxgmap_fuzz_path *)context;
  uint64_t first = path->steps > DXGMAP_FUZZ_STEPS ? path->steps - DXGMAP_FUZZ_STEPS : 0;
  if (violation->severity != DXGMAP_SEVERITY_ERROR) {
    return;
  }
  (void)fputs(violation->text, stderr);
  (void)fprintf(stderr, "  steps%s:", first > 0 ? " (the last)" : "");
  for (uint64_t i = first; i < path->steps; i++) {
    (void)fprintf(stderr, " %s", path->step[i % DXGMAP_FUZZ_STEPS]);
  }
  (void)fputs("\n", stderr);
  abort();
}

/* The harness itself does not work: no finding. */
static inline void dxgmap_fuzz_need(bool held, const char *what)
{
  if (!held) {
    (void)fprintf(stderr, "fuzz: %s failed\n", what);
    exit(2);
  }
}

/* From now on the nth acquisition fails. */
static inline void dxgmap_fuzz_fail(uint64_t nth)
{
  dxgmap_failure failure;
  memset(&failure, 0, sizeof failure);
  failure.nth = nth;
  failure.count = 1;
  dxgmap_fail_none();
  dxgmap_fuzz_need(nth == 0 || dxgmap_fail(&failure) == DXGMAP_CAUSE_NONE, "dxgmap_fail");
}

enum dxgmap_fuzz_step {
  DXGMAP_FUZZ_END, /* of this life */
  DXGMAP_FUZZ_FAIL,
  DXGMAP_FUZZ_POWER,
  DXGMAP_FUZZ_REMOVE,
  DXGMAP_FUZZ_ACTION /* the first of the driver's */
};

static inline void dxgmap_fuzz_power(const dxgmap_fuzz_driver *driver, HANDLE adapter, dxgmap_fuzz_path *path)
{
  if (driver->power != NULL) {
    dxgmap_fuzz_note(path, "power");
    driver->power(driver->context, PowerDeviceD3);
    (void)dxgmap_adapter_power(adapter, PowerDeviceD3);
    (void)dxgmap_adapter_power(adapter, PowerDeviceD0);
    driver->power(driver->context, PowerDeviceD0);
  }
}

static inline void dxgmap_fuzz_remove(const dxgmap_fuzz_driver *driver, HANDLE adapter, dxgmap_fuzz_path *path)
{
  if (driver->removed != NULL && dxgmap_adapter_remove(adapter) == DXGMAP_CAUSE_NONE) {
    dxgmap_fuzz_note(path, "removed");
    driver->removed(driver->context);
  }
}

/* The steps of a started driver, until its life ends. */
static inline void dxgmap_fuzz_work(const dxgmap_fuzz_driver *driver, HANDLE adapter, dxgmap_fuzz_input *input,
                                    dxgmap_fuzz_path *path)
{
  while (input->left > 0) {
    uint32_t step = dxgmap_fuzz_byte(input) % (DXGMAP_FUZZ_ACTION + driver->actions);
    if (step == DXGMAP_FUZZ_END) {
      return;
    }
    if (step == DXGMAP_FUZZ_FAIL) {
      dxgmap_fuzz_note(path, "fail");
      dxgmap_fuzz_fail(1 + dxgmap_fuzz_number(input, 7));
    } else if (step == DXGMAP_FUZZ_POWER) {
      dxgmap_fuzz_power(driver, adapter, path);
    } else if (step == DXGMAP_FUZZ_REMOVE) {
      dxgmap_fuzz_remove(driver, adapter, path);
    } else {
      const dxgmap_fuzz_action *action = &driver->action[step - DXGMAP_FUZZ_ACTION];
      dxgmap_fuzz_note(path, action->name);
      action->act(driver->context, input);
    }
  }
}

static inline void dxgmap_fuzz_life(const dxgmap_fuzz_driver *driver, dxgmap_fuzz_input *input, dxgmap_fuzz_path *path)
{
  HANDLE adapter = NULL;
  dxgmap_fuzz_need(dxgmap_adapter_start(driver->adapter, &adapter) == DXGMAP_CAUSE_NONE, "dxgmap_adapter_start");
  if (driver->adapter->mode == DXGMAP_MODE_IDENTITY) {
    dxgmap_fuzz_need(dxgmap_adapter_attach(adapter) == DXGMAP_CAUSE_NONE, "dxgmap_adapter_attach");
  }
  dxgmap_fuzz_fail(dxgmap_fuzz_number(input, 15));
  dxgmap_fuzz_note(path, "start");
  if (driver->start(driver->context, adapter)) {
    dxgmap_fuzz_work(driver, adapter, input, path);
    dxgmap_fuzz_note(path, "stop");
    driver->stop(driver->context);
  }
  (void)dxgmap_adapter_stop(adapter, NULL);
}

/* One input. 0, as libFuzzer wants it. */
static inline int dxgmap_fuzz_one(const dxgmap_fuzz_driver *driver, const uint8_t *data, size_t size)
{
  dxgmap_fuzz_input input = {data, size};
  dxgmap_fuzz_path path;
  dxgmap_system_description system;
  memset(&path, 0, sizeof path);
  memset(&system, 0, sizeof system);
  system.handler = dxgmap_fuzz_report;
  system.context = &path;
  dxgmap_fuzz_need(dxgmap_open(&system) == DXGMAP_CAUSE_NONE, "dxgmap_open");
  while (input.left > 0) {
    dxgmap_fuzz_life(driver, &input, &path);
  }
  dxgmap_close();
  return 0;
}

#if defined(DXGMAP_FUZZ_MAIN)

#include <unistd.h>

#define DXGMAP_FUZZ_BYTES 65536u /* of an input; what is longer is cut */

DXGMAP_EXTERN_C_BEGIN
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
DXGMAP_EXTERN_C_END

static uint8_t dxgmap_fuzz_data[DXGMAP_FUZZ_BYTES];

static inline size_t dxgmap_fuzz_stdin(void)
{
  size_t size = 0;
  ssize_t more = 0;
  do {
    size += (size_t)more;
    more = read(STDIN_FILENO, dxgmap_fuzz_data + size, sizeof dxgmap_fuzz_data - size);
  } while (more > 0);
  return size;
}

static inline bool dxgmap_fuzz_file(const char *name)
{
  FILE *file = fopen(name, "rbe");
  if (file == NULL) {
    perror(name);
    return false;
  }
  size_t size = fread(dxgmap_fuzz_data, 1, sizeof dxgmap_fuzz_data, file);
  (void)fclose(file);
  (void)LLVMFuzzerTestOneInput(dxgmap_fuzz_data, size);
  return true;
}

int main(int count, char **names)
{
  bool good = true;
  for (int i = 1; i < count; i++) {
    good = dxgmap_fuzz_file(names[i]) && good;
  }
  if (count > 1) {
    return good ? 0 : 1;
  }
#if defined(__AFL_LOOP)
  while (__AFL_LOOP(10000)) {
    (void)LLVMFuzzerTestOneInput(dxgmap_fuzz_data, dxgmap_fuzz_stdin());
  }
#else
  (void)LLVMFuzzerTestOneInput(dxgmap_fuzz_data, dxgmap_fuzz_stdin());
#endif
  return 0;
}

#endif

#endif
