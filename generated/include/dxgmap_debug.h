/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     d85418dff99561072c4300eafa79790716cd9a1a1bee629a2080541e77ea6ff9 model/ddi/include/dxgmap_debug.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DEBUG_H
#define DXGMAP_DEBUG_H

/* What drivers say to a debugger, and what they check in checked builds. Free builds, which do not define DBG as 1,
   compile KdPrint and ASSERT to nothing. */

#include "dxgmap_wintypes.h"
#include "ntstatus.h"

#define DPFLTR_ERROR_LEVEL 0
#define DPFLTR_WARNING_LEVEL 1
#define DPFLTR_TRACE_LEVEL 2
#define DPFLTR_INFO_LEVEL 3
#define DPFLTR_MASK 0x80000000U
#define DPFLTR_VIDEO_ID 27
#define DPFLTR_IHVVIDEO_ID 78
#define DPFLTR_IHVDRIVER_ID 77
#define DPFLTR_DEFAULT_ID 101

DXGMAP_EXTERN_C_BEGIN

/* To standard error. Beside C's conversions it knows those of Windows: %I64d, %I32x, %Ix; %ws and %S for strings of
   WCHAR, %wZ and %Z for a PUNICODE_STRING and a PANSI_STRING. What is no ASCII is shown as '?'. */
ULONG DbgPrint(PCSTR Format, ...);
/* The same, of a component and at a level, all of which are shown. */
ULONG DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...);

DXGMAP_EXTERN_C_END

#define DbgBreakPoint() __builtin_trap()
#define DbgRaiseAssertionFailure() __builtin_trap()

#if defined(DBG) && DBG
#define KdPrint(arguments) ((void)DbgPrint arguments)
#define KdPrintEx(arguments) ((void)DbgPrintEx arguments)
#define KdBreakPoint() DbgBreakPoint()
#define DXGMAP_ASSERTION(expression) \
  ((expression) ? (void)0 : ((void)DbgPrint("assertion failed: %s, %s:%d\n", #expression, __FILE__, __LINE__)))
#define ASSERT(expression) DXGMAP_ASSERTION(expression)
#define ASSERTMSG(message, expression) DXGMAP_ASSERTION(expression)
#define NT_ASSERT(expression) DXGMAP_ASSERTION(expression)
#define NT_VERIFY(expression) DXGMAP_ASSERTION(expression)
#else
#define KdPrint(arguments) ((void)0)
#define KdPrintEx(arguments) ((void)0)
#define KdBreakPoint() ((void)0)
#define ASSERT(expression) ((void)0)
#define ASSERTMSG(message, expression) ((void)0)
#define NT_ASSERT(expression) ((void)0)
#define NT_VERIFY(expression) ((void)(expression))
#endif

#endif
