/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     b5c71971e1149ccd74b0a2149f0fc5b39400ace5a62d5d0d490ea04e5c9d5b7d model/ddi/include/ntddk.h
*/
#ifndef DXGMAP_NTDDK_H
#define DXGMAP_NTDDK_H

/* Everything that mapping needs of ntddk.h is in wdm.h already. */
#include "wdm.h"

#endif
