/* SPDX-License-Identifier: MIT */
#include "dxgmap.h"

/* generated/dxgmap.c defines it. What is built from the files of the model has been through no generator. */
#ifndef DXGMAP_RECEIPT
#define DXGMAP_RECEIPT \
  "dxgmap receipt 1\nstate: not proved: built from the model's files, not from generated/dxgmap.c\n"
#endif

/* Who compiles says of what: `make lib` does, and `make verify-receipt` asks for it. */
#ifndef DXGMAP_SOURCE_SHA256
#define DXGMAP_SOURCE_SHA256 "not told"
#endif

const char *dxgmap_receipt(void)
{
  return DXGMAP_RECEIPT "built from: sha256 " DXGMAP_SOURCE_SHA256 "\n";
}
