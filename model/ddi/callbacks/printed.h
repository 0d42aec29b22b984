/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_PRINTED_H
#define DXGMAP_DDI_PRINTED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A line of a driver's, and what printf puts into it for one conversion. Nothing here hands a format that the driver
   has written to the C library: what such a one means where it is wrong, C does not say. */

#define DXGMAP_DDI_PRINTED 512u /* what Windows sends at most at a time, the end included */

typedef struct {
  char text[DXGMAP_DDI_PRINTED];
  size_t length;
  const void *site;
} dxgmap_ddi_printed;

#define DXGMAP_DDI_NO_PRECISION UINT32_MAX

/* One conversion: flags, how wide, how precise; how many bytes its argument has, 0 when the letter says. Width and
   precision are no more than DXGMAP_DDI_PRINTED. */
typedef struct {
  bool left, plus, space, alternate, zero;
  uint32_t width;
  uint32_t precision; /* or DXGMAP_DDI_NO_PRECISION */
  size_t bytes;
  bool wide;
  char letter;
} dxgmap_ddi_conversion;

/* What is more than the line has room for is left out. */
void dxgmap_ddi_print_char(dxgmap_ddi_printed *printed, char character);

/* The blanks before a text of that length, and those behind it. */
void dxgmap_ddi_print_before(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, size_t length);
void dxgmap_ddi_print_behind(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, size_t length);

/* Of a letter of "diuxXo"; for the first two the number has 64 bits with a sign. */
void dxgmap_ddi_print_number(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, uint64_t number);

#endif
