/* SPDX-License-Identifier: MIT */
#include "ddi/callbacks/printed.h"

#define DXGMAP_DDI_DIGITS 22u /* of 64 bits, in eights */

void dxgmap_ddi_print_char(dxgmap_ddi_printed *printed, char character)
{
  if (printed->length + 1 < sizeof(printed->text)) {
    printed->text[printed->length] = character;
    printed->length++;
  }
}

static void dxgmap_ddi_print_several(dxgmap_ddi_printed *printed, char character, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    dxgmap_ddi_print_char(printed, character);
  }
}

static size_t dxgmap_ddi_print_missing(const dxgmap_ddi_conversion *conversion, size_t length)
{
  return conversion->width > length ? conversion->width - length : 0;
}

void dxgmap_ddi_print_before(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, size_t length)
{
  dxgmap_ddi_print_several(printed, ' ', conversion->left ? 0 : dxgmap_ddi_print_missing(conversion, length));
}

void dxgmap_ddi_print_behind(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, size_t length)
{
  dxgmap_ddi_print_several(printed, ' ', conversion->left ? dxgmap_ddi_print_missing(conversion, length) : 0);
}

/* ---- Numbers ---- */

/* The digits, from the end of the room on; how many. */
static size_t dxgmap_ddi_digits(char *room, const dxgmap_ddi_conversion *conversion, uint64_t number)
{
  const char *digit = conversion->letter == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
  uint64_t base = conversion->letter == 'x' || conversion->letter == 'X' ? 16 : conversion->letter == 'o' ? 8 : 10;
  size_t count = 0;
  while (number != 0 && count < DXGMAP_DDI_DIGITS) {
    count++;
    room[DXGMAP_DDI_DIGITS - count] = digit[number % base];
    number /= base;
  }
  return count;
}

/* What stands before the digits. */
static const char *dxgmap_ddi_prefix(const dxgmap_ddi_conversion *conversion, bool negative, uint64_t number)
{
  if (conversion->letter == 'd' || conversion->letter == 'i') {
    const char *positive = conversion->plus ? "+" : conversion->space ? " " : "";
    return negative ? "-" : positive;
  }
  if (conversion->alternate && number != 0 && (conversion->letter == 'x' || conversion->letter == 'X')) {
    return conversion->letter == 'x' ? "0x" : "0X";
  }
  return "";
}

/* How many zeros stand before so many digits. */
static size_t dxgmap_ddi_zeros(const dxgmap_ddi_conversion *conversion, size_t prefix, size_t digits)
{
  size_t least = conversion->precision != DXGMAP_DDI_NO_PRECISION ? conversion->precision : 1;
  if (conversion->alternate && conversion->letter == 'o' && least <= digits) {
    least = digits + 1;
  }
  if (conversion->zero && !conversion->left && conversion->precision == DXGMAP_DDI_NO_PRECISION &&
      conversion->width > prefix + least) {
    least = conversion->width - prefix;
  }
  return least > digits ? least - digits : 0;
}

void dxgmap_ddi_print_number(dxgmap_ddi_printed *printed, const dxgmap_ddi_conversion *conversion, uint64_t number)
{
  char room[DXGMAP_DDI_DIGITS];
  bool has_sign = conversion->letter == 'd' || conversion->letter == 'i';
  bool negative = has_sign && number > INT64_MAX;
  uint64_t size = negative ? 0 - number : number;
  const char *prefix = dxgmap_ddi_prefix(conversion, negative, size);
  size_t before = 0;
  while (prefix[before] != '\0') {
    before++;
  }
  size_t digits = dxgmap_ddi_digits(room, conversion, size);
  size_t zeros = dxgmap_ddi_zeros(conversion, before, digits);
  dxgmap_ddi_print_before(printed, conversion, before + zeros + digits);
  for (size_t i = 0; i < before; i++) {
    dxgmap_ddi_print_char(printed, prefix[i]);
  }
  dxgmap_ddi_print_several(printed, '0', zeros);
  for (size_t i = DXGMAP_DDI_DIGITS - digits; i < DXGMAP_DDI_DIGITS; i++) {
    dxgmap_ddi_print_char(printed, room[i]);
  }
  dxgmap_ddi_print_behind(printed, conversion, before + zeros + digits);
}
