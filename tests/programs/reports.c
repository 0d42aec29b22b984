/* SPDX-License-Identifier: MIT */
#include "reports.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define KEPT 4u
#define TEXT 4000u

static struct {
  pthread_mutex_t mutex;
  uint32_t count;
  uint32_t of[256];
  char text[KEPT][TEXT];
} reports = {.mutex = PTHREAD_MUTEX_INITIALIZER};

void reports_keep(const dxgmap_violation *violation, void *context)
{
  (void)context;
  (void)pthread_mutex_lock(&reports.mutex);
  if (reports.count < KEPT) {
    (void)snprintf(reports.text[reports.count], TEXT, "%s", violation->text);
  }
  reports.count++;
  reports.of[violation->cause % 256]++;
  (void)pthread_mutex_unlock(&reports.mutex);
}

void reports_forget(void)
{
  reports.count = 0;
  memset(reports.of, 0, sizeof(reports.of));
}

uint32_t reports_count(void)
{
  (void)pthread_mutex_lock(&reports.mutex);
  uint32_t count = reports.count;
  (void)pthread_mutex_unlock(&reports.mutex);
  return count;
}

uint32_t reports_of(uint32_t cause)
{
  return reports.of[cause % 256];
}

uint32_t reports_other_than(uint32_t cause)
{
  for (uint32_t i = 1; i < 256; i++) {
    if (i != cause && reports.of[i] > 0) {
      return i;
    }
  }
  return DXGMAP_CAUSE_NONE;
}

void reports_print(void)
{
  for (uint32_t i = 0; i < reports.count && i < KEPT; i++) {
    puts(reports.text[i]);
  }
}
