/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     b66da0425bc4d45023dd7e24514f9e3976b94580d5956e0f77dbe4b48f337f0d model/ddi/include/ntdef.h
*/
#ifndef DXGMAP_NTDEF_H
#define DXGMAP_NTDEF_H

#include "dxgmap_wintypes.h"

#endif
