/*
   A public header of dxgmap.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     6387a7628bf7d2fe4e71d7fd95cb13197965931895f8a6d434e8400959c35353 model/ddi/include/dxgmap_exception.h
*/
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_EXCEPTION_H
#define DXGMAP_EXCEPTION_H

/* Structured exception handling, as far as it can be written here: it compiles, and no exception is ever raised. Where
   Windows raises one (MmProbeAndLockPages of memory that is not there) the library reports and returns, so a handler
   does not run, and whether the call did its work is seen by other means (MdlFlags). A __finally block runs when its
   __try block comes to its end, not when it returns. There is no __leave. */

#include "dxgmap_wintypes.h"
#include "ntstatus.h"

#define EXCEPTION_EXECUTE_HANDLER 1
#define EXCEPTION_CONTINUE_SEARCH 0
#define EXCEPTION_CONTINUE_EXECUTION (-1)

/* C++ compilers' own headers have __try too, and mean the same. */
/* clang-format off */
#if defined(__cplusplus) && defined(__cpp_exceptions)
#define __try try
#define __except(filter) catch (...)
#elif defined(__cplusplus)
#define __try if (true)
#define __except(filter) else if (((void)(filter), 0))
#else
#define __try if (1)
#define __except(filter) else if (((void)(filter), 0))
#endif
#if !defined(__cplusplus)
#define __finally
#endif

/* clang-format on */

#define GetExceptionCode() STATUS_UNSUCCESSFUL
#define GetExceptionInformation() ((PVOID)0)
#define AbnormalTermination() FALSE

#endif
