/* SPDX-License-Identifier: MIT */
/* Names of C++ functions. */
#include "host/reports/demangle.h"
#include "host/os/os.h"

#include <stdlib.h>
#include <string.h>

typedef struct dxgmap_host_demangling {
  const char *at; /* what is left of the mangled name */
  char *plain;
  size_t size, length;
  const char *last; /* the last name, for constructors and destructors */
  size_t last_length;
} dxgmap_host_demangling;

static bool dxgmap_host_demangle_put(dxgmap_host_demangling *d, const char *text, size_t length)
{
  if (length >= d->size - d->length) {
    return false;
  }
  memcpy(d->plain + d->length, text, length);
  d->length += length;
  d->plain[d->length] = '\0';
  return true;
}

static bool dxgmap_host_demangle_skip(dxgmap_host_demangling *d, const char *text)
{
  size_t length = strlen(text);
  if (strncmp(d->at, text, length) != 0) {
    return false;
  }
  d->at += length;
  return true;
}

/* A length, and so many letters. */
static bool dxgmap_host_demangle_name(dxgmap_host_demangling *d)
{
  static const char unnamed[] = "_GLOBAL__N_", shown[] = "(anonymous namespace)";
  size_t length = 0;
  while (*d->at >= '0' && *d->at <= '9' && length < d->size) {
    length = length * 10 + (size_t)(*d->at - '0');
    d->at++;
  }
  if (length == 0 || length > strlen(d->at)) {
    return false;
  }
  d->last = d->at;
  d->last_length = length;
  d->at += length;
  if (length >= sizeof unnamed - 1 && strncmp(d->last, unnamed, sizeof unnamed - 1) == 0) {
    return dxgmap_host_demangle_put(d, shown, sizeof shown - 1);
  }
  return dxgmap_host_demangle_put(d, d->last, length);
}

/* C1 and its kin make an object of the class named last, D1 and its kin end one. */
static bool dxgmap_host_demangle_special(dxgmap_host_demangling *d)
{
  bool end = *d->at == 'D';
  if ((*d->at != 'C' && !end) || d->at[1] < '0' || d->at[1] > '5' || d->last == NULL) {
    return false;
  }
  d->at += 2;
  return (!end || dxgmap_host_demangle_put(d, "~", 1)) && dxgmap_host_demangle_put(d, d->last, d->last_length);
}

/* What stands between N and E. */
static bool dxgmap_host_demangle_nested(dxgmap_host_demangling *d)
{
  while (*d->at == 'K' || *d->at == 'V' || *d->at == 'r' || *d->at == 'R' || *d->at == 'O') {
    d->at++;
  }
  if (dxgmap_host_demangle_skip(d, "St") && !dxgmap_host_demangle_put(d, "std::", 5)) {
    return false;
  }
  do {
    (void)dxgmap_host_demangle_skip(d, "L");
    if (!dxgmap_host_demangle_name(d) && !dxgmap_host_demangle_special(d)) {
      return false;
    }
    if (*d->at != 'E' && !dxgmap_host_demangle_put(d, "::", 2)) {
      return false;
    }
  } while (*d->at != 'E');
  return true;
}

/* Names of functions without templates and operators. */
static bool dxgmap_host_demangle_simple(const char *mangled, char *plain, size_t size)
{
  dxgmap_host_demangling d = {mangled, plain, size, 0, NULL, 0};
  if (!dxgmap_host_demangle_skip(&d, "_Z")) {
    return false;
  }
  plain[0] = '\0';
  if (dxgmap_host_demangle_skip(&d, "N")) {
    return dxgmap_host_demangle_nested(&d);
  }
  (void)dxgmap_host_demangle_skip(&d, "L"); /* static */
  return dxgmap_host_demangle_name(&d) && *d.at != 'I';
}

/* ---- The runtime ---- */

/* Of libstdc++ or libc++abi, whichever the program is linked with; NULL if with neither. */
extern char *dxgmap_host_demangle_runtime(const char *mangled, char *plain, size_t *size,
                                          int *status) __asm__("__cxa_demangle") __attribute__((weak));

static DXGMAP_OS_OF_THREAD bool dxgmap_host_demangle_is_alone;

void dxgmap_host_demangle_alone(bool alone)
{
  dxgmap_host_demangle_is_alone = alone;
}

static bool dxgmap_host_demangle_any(const char *mangled, char *plain, size_t size)
{
  static const char more[] = "...";
  int status = 0;
  if (dxgmap_host_demangle_is_alone || dxgmap_host_demangle_runtime == NULL || size < sizeof more) {
    return false;
  }
  char *whole = dxgmap_host_demangle_runtime(mangled, NULL, NULL, &status);
  if (whole == NULL) {
    return false;
  }
  size_t length = strlen(whole);
  if (length < size) {
    memcpy(plain, whole, length + 1);
  } else {
    memcpy(plain, whole, size - sizeof more);
    memcpy(plain + size - sizeof more, more, sizeof more);
  }
  free(whole);
  return true;
}

bool dxgmap_host_demangle(const char *mangled, char *plain, size_t size)
{
  return strncmp(mangled, "_Z", 2) == 0 && size > 0 &&
         (dxgmap_host_demangle_simple(mangled, plain, size) || dxgmap_host_demangle_any(mangled, plain, size));
}
