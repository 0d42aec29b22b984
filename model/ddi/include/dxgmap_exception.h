/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_EXCEPTION_H
#define DXGMAP_EXCEPTION_H

/* Structured exception handling, as far as it can be written here: it compiles, and no exception is ever raised. Where
   Windows raises one (MmProbeAndLockPages of memory that is not there) the library reports and returns, so a handler
   does not run, and whether the call did its work is seen by other means (MdlFlags). A __finally block, in C alone,
   runs when its __try block comes to its end or to a __leave, not when it returns, and is a statement of its own: the
   two stand in braces.

   __leave goes to the end of the innermost __try block. In C++ it is an exception that __except catches before its
   handler, so that a catch (...) of the driver's in between would catch it too; where C++ is compiled without
   exceptions there is no __leave. */

/* In C it needs a label of the block's own, which only GNU compilers have. */
#pragma GCC system_header

#include "dxgmap_wintypes.h"
#include "ntstatus.h"

#define EXCEPTION_EXECUTE_HANDLER 1
#define EXCEPTION_CONTINUE_SEARCH 0
#define EXCEPTION_CONTINUE_EXECUTION (-1)

/* C++ compilers' own headers have __try too, and mean the same. */
/* clang-format off */
#if defined(__cplusplus) && defined(__cpp_exceptions)
struct dxgmap_left {};
#define __try try
#define __leave throw dxgmap_left()
#define __except(filter) catch (const dxgmap_left &) {} catch (...)
#elif defined(__cplusplus)
#define __try if (true)
#define __except(filter) else if (((void)(filter), 0))
#else
#define __try if (1) { __label__ dxgmap_leave; if (1)
#define __leave goto dxgmap_leave
#define DXGMAP_LEFT dxgmap_leave: __attribute__((__unused__));
#define __except(filter) DXGMAP_LEFT } else if (((void)(filter), 0))
#define __finally DXGMAP_LEFT }
#endif
/* clang-format on */

#define GetExceptionCode() STATUS_UNSUCCESSFUL
#define GetExceptionInformation() ((PVOID)0)
#define AbnormalTermination() FALSE

#endif
