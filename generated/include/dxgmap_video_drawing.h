/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     67fea5bd40ef180ae5356679d03352470ea443f73f6c8bd540956fbd338d4a54 model/ddi/include/dxgmap_video_drawing.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_VIDEO_DRAWING_H
#define DXGMAP_VIDEO_DRAWING_H

/* What the requests about banks, colours, cursor, pointer, palette and font carry. */

#include "dxgmap_wintypes.h"

#define PLANAR_HC 0x00000001
typedef enum _VIDEO_BANK_TYPE {
  VideoNotBanked = 0,
  VideoBanked1RW = 1,
  VideoBanked1R1W = 2,
  VideoBanked2RW = 3,
  NumVideoBankTypes = 4
} VIDEO_BANK_TYPE,
    *PVIDEO_BANK_TYPE;

typedef struct _VIDEO_BANK_SELECT {
  ULONG Length; /* bytes */
  ULONG Size;   /* bytes, with the code */
  ULONG BankingFlags;
  ULONG BankingType;
  ULONG PlanarHCBankingType;
  ULONG BitmapWidthInBytes;
  ULONG BitmapSize;
  ULONG Granularity;
  ULONG PlanarHCGranularity;
  ULONG CodeOffset;
  ULONG PlanarHCBankCodeOffset;
  ULONG PlanarHCEnableCodeOffset;
  ULONG PlanarHCDisableCodeOffset;
} VIDEO_BANK_SELECT, *PVIDEO_BANK_SELECT;

#define VIDEO_DEVICE_COLOR 0x00000001
#define VIDEO_OPTIONAL_GAMMET_TABLE 0x00000002
typedef struct _VIDEO_COLOR_CAPABILITIES {
  ULONG Length; /* bytes */
  ULONG AttributeFlags;
  LONG RedPhosphoreDecay;
  LONG GreenPhosphoreDecay;
  LONG BluePhosphoreDecay;
  LONG WhiteChromaticity_x;
  LONG WhiteChromaticity_y;
  LONG WhiteChromaticity_Y;
  LONG RedChromaticity_x;
  LONG RedChromaticity_y;
  LONG GreenChromaticity_x;
  LONG GreenChromaticity_y;
  LONG BlueChromaticity_x;
  LONG BlueChromaticity_y;
  LONG WhiteGamma;
  LONG RedGamma;
  LONG GreenGamma;
  LONG BlueGamma;
} VIDEO_COLOR_CAPABILITIES, *PVIDEO_COLOR_CAPABILITIES;

typedef struct _VIDEO_CURSOR_ATTRIBUTES {
  USHORT Width;
  USHORT Height;
  SHORT Column;
  SHORT Row;
  UCHAR Rate;
  UCHAR Enable;
} VIDEO_CURSOR_ATTRIBUTES, *PVIDEO_CURSOR_ATTRIBUTES;

typedef struct _VIDEO_CURSOR_POSITION {
  SHORT Column;
  SHORT Row;
} VIDEO_CURSOR_POSITION, *PVIDEO_CURSOR_POSITION;

/* VIDEO_POINTER_ATTRIBUTES.Flags and VIDEO_POINTER_CAPABILITIES.Flags. */
#define VIDEO_MODE_ASYNC_POINTER 0x01
#define VIDEO_MODE_MONO_POINTER 0x02
#define VIDEO_MODE_COLOR_POINTER 0x04
#define VIDEO_MODE_ANIMATE_START 0x08
#define VIDEO_MODE_ANIMATE_UPDATE 0x10

typedef struct _VIDEO_POINTER_POSITION {
  SHORT Column;
  SHORT Row;
} VIDEO_POINTER_POSITION, *PVIDEO_POINTER_POSITION;

typedef struct _VIDEO_POINTER_CAPABILITIES {
  ULONG Flags;
  ULONG MaxWidth;
  ULONG MaxHeight;
  ULONG HWPtrBitmapStart;
  ULONG HWPtrBitmapEnd;
} VIDEO_POINTER_CAPABILITIES, *PVIDEO_POINTER_CAPABILITIES;

typedef struct _VIDEO_CLUTDATA {
  UCHAR Red;
  UCHAR Green;
  UCHAR Blue;
  UCHAR Unused;
} VIDEO_CLUTDATA, *PVIDEO_CLUTDATA;

typedef struct _VIDEO_HARDWARE_STATE {
  struct _VIDEO_HARDWARE_STATE_HEADER *StateHeader;
  ULONG StateLength; /* bytes */
} VIDEO_HARDWARE_STATE, *PVIDEO_HARDWARE_STATE;

DXGMAP_ANYSIZE_BEGIN
typedef struct _VIDEO_LOAD_FONT_INFORMATION {
  USHORT WidthInPixels;
  USHORT HeightInPixels;
  ULONG FontSize;
  DXGMAP_ANYSIZE(UCHAR, Font); /* FontSize of them */
} VIDEO_LOAD_FONT_INFORMATION, *PVIDEO_LOAD_FONT_INFORMATION;

typedef struct _VIDEO_POINTER_ATTRIBUTES {
  ULONG Flags;
  ULONG Width;
  ULONG Height;
  ULONG WidthInBytes;
  ULONG Enable;
  SHORT Column;
  SHORT Row;
  DXGMAP_ANYSIZE(UCHAR, Pixels);
} VIDEO_POINTER_ATTRIBUTES, *PVIDEO_POINTER_ATTRIBUTES;

typedef union _DXGMAP_VIDEO_COLOR {
  VIDEO_CLUTDATA RgbArray;
  ULONG RgbLong;
} DXGMAP_VIDEO_COLOR;

typedef struct {
  USHORT NumEntries;
  USHORT FirstEntry;
  DXGMAP_ANYSIZE(DXGMAP_VIDEO_COLOR, LookupTable); /* NumEntries of them */
} VIDEO_CLUT, *PVIDEO_CLUT;

typedef struct _VIDEO_PALETTE_DATA {
  USHORT NumEntries;
  USHORT FirstEntry;
  DXGMAP_ANYSIZE(USHORT, Colors); /* NumEntries of them */
} VIDEO_PALETTE_DATA, *PVIDEO_PALETTE_DATA;
DXGMAP_ANYSIZE_END

DXGMAP_ABI_SIZE(VIDEO_BANK_SELECT, 52);
DXGMAP_ABI_SIZE(VIDEO_COLOR_CAPABILITIES, 72);
DXGMAP_ABI_SIZE(VIDEO_CURSOR_ATTRIBUTES, 10);
DXGMAP_ABI_SIZE(VIDEO_POINTER_CAPABILITIES, 20);
DXGMAP_ABI_SIZE(VIDEO_HARDWARE_STATE, 16);
DXGMAP_ABI_SIZE(VIDEO_LOAD_FONT_INFORMATION, 12);
DXGMAP_ABI_SIZE(VIDEO_POINTER_ATTRIBUTES, 28);
DXGMAP_ABI_SIZE(VIDEO_CLUT, 8);
DXGMAP_ABI_SIZE(VIDEO_PALETTE_DATA, 6);

#endif
