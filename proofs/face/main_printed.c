/* SPDX-License-Identifier: MIT */
/* What DbgPrint puts into its line for a number, and the blanks around it: of any shape, wherever the line ends. */
/* Eva: -eva-slevel-function dxgmap_ddi_print_several:0,dxgmap_ddi_zeros:0 */
#include <stdbool.h>
#include <stdint.h>

#include "__fc_builtin.h"

#include "model/ddi/callbacks/printed.c"

static dxgmap_ddi_printed printed_line;

static void any_line(void)
{
  Frama_C_make_unknown(printed_line.text, sizeof(printed_line.text) - 1);
  printed_line.length = Frama_C_unsigned_long_interval(0, sizeof(printed_line.text) - 1);
}

static void any_conversion(dxgmap_ddi_conversion *conversion, char letter)
{
  conversion->left = Frama_C_interval(0, 1) != 0;
  conversion->plus = Frama_C_interval(0, 1) != 0;
  conversion->space = Frama_C_interval(0, 1) != 0;
  conversion->alternate = Frama_C_interval(0, 1) != 0;
  conversion->zero = Frama_C_interval(0, 1) != 0;
  conversion->width = Frama_C_unsigned_int_interval(0, DXGMAP_DDI_PRINTED);
  conversion->precision =
      Frama_C_interval(0, 1) != 0 ? DXGMAP_DDI_NO_PRECISION : Frama_C_unsigned_int_interval(0, DXGMAP_DDI_PRINTED);
  conversion->letter = letter;
}

static void number(char letter)
{
  dxgmap_ddi_conversion conversion;
  any_conversion(&conversion, letter);
  dxgmap_ddi_print_number(&printed_line, &conversion, Frama_C_unsigned_long_interval(0, UINT64_MAX));
}

static void blanks(void)
{
  dxgmap_ddi_conversion conversion;
  any_conversion(&conversion, 's');
  uint64_t length = Frama_C_unsigned_long_interval(0, UINT64_MAX);
  dxgmap_ddi_print_before(&printed_line, &conversion, length);
  dxgmap_ddi_print_behind(&printed_line, &conversion, length);
}

void main(void)
{
  any_line();
  switch (Frama_C_interval(0, 7)) {
  case 0:
    number('d');
    break;
  case 1:
    number('i');
    break;
  case 2:
    number('u');
    break;
  case 3:
    number('x');
    break;
  case 4:
    number('X');
    break;
  case 5:
    number('o');
    break;
  case 6:
    dxgmap_ddi_print_char(&printed_line, (char)Frama_C_interval(-128, 127));
    break;
  default:
    blanks();
    break;
  }
  /*@ check within: printed_line.length < sizeof(printed_line.text); */
  /*@ check end: printed_line.text[DXGMAP_DDI_PRINTED - 1] == 0; */
}
