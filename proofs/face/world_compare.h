/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_COMPARE_H
#define DXGMAP_FACE_WORLD_COMPARE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* What strings are compared with and cut by, letter by letter, where more must be known of the results than Frama-C's C
   library says: that they are numbers. */

int memcmp(const void *one, const void *other, size_t size)
{
  const unsigned char *a = one;
  const unsigned char *b = other;
  for (size_t i = 0; i < size; i++) {
    if (a[i] != b[i]) {
      return a[i] < b[i] ? -1 : 1;
    }
  }
  return 0;
}

int strcmp(const char *one, const char *other)
{
  size_t i = 0;
  while (one[i] != 0 && one[i] == other[i]) {
    i++;
  }
  return one[i] == other[i] ? 0 : one[i] < other[i] ? -1 : 1;
}

int strncmp(const char *one, const char *other, size_t size)
{
  for (size_t i = 0; i < size; i++) {
    if (one[i] != other[i]) {
      return one[i] < other[i] ? -1 : 1;
    }
    if (one[i] == 0) {
      return 0;
    }
  }
  return 0;
}

static bool world_is_one_of(char letter, const char *letters)
{
  for (; *letters != 0; letters++) {
    if (*letters == letter) {
      return true;
    }
  }
  return false;
}

size_t strcspn(const char *string, const char *letters)
{
  size_t length = 0;
  while (string[length] != 0 && !world_is_one_of(string[length], letters)) {
    length++;
  }
  return length;
}

size_t strspn(const char *string, const char *letters)
{
  size_t length = 0;
  while (string[length] != 0 && world_is_one_of(string[length], letters)) {
    length++;
  }
  return length;
}

#endif
