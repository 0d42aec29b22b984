/* SPDX-License-Identifier: MIT */
/* Sets of page numbers, one bit each, searched a word at a time. */
#include "host/base/bits.h"

bool dxgmap_host_bit(const uint64_t *bits, uint64_t at)
{
  return (bits[at / 64] >> (at % 64)) & 1;
}

void dxgmap_host_bits_set(uint64_t *bits, uint64_t first, uint64_t count, bool value)
{
  for (uint64_t at = first, end = first + count; at < end;) {
    uint64_t rest = 64 - at % 64, part = end - at < rest ? end - at : rest;
    uint64_t mask = UINT64_MAX >> (64 - part) << (at % 64);
    bits[at / 64] = value ? bits[at / 64] | mask : bits[at / 64] & ~mask;
    at += part;
  }
}

uint64_t dxgmap_host_bits_find(const uint64_t *bits, uint64_t first, uint64_t end, bool value)
{
  uint64_t at = first;
  while (at < end) {
    uint64_t word = (value ? bits[at / 64] : ~bits[at / 64]) >> (at % 64);
    if (word != 0) {
      at += (uint64_t)__builtin_ctzll(word);
      break;
    }
    at += 64 - at % 64;
  }
  return at < end ? at : end;
}
