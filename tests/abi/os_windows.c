/* SPDX-License-Identifier: MIT */
/*
 * model/host/os/os_windows.h beside the headers of Windows. Compiled as it is, it says where the members of our
 * structures are; with DXGMAP_WIN_CHECKED the same of Windows' own, whose functions and numbers have to be what the
 * header says then, or the compiler complains. `.ci/windows` does both, and appends the numbers.
 */
#ifdef DXGMAP_WIN_CHECKED
#define _WIN32_WINNT 0x0A00
#include <windows.h>

#include <psapi.h>
#endif

#include "host/os/os_windows.h"

#define SIZE(type, bytes) _Static_assert(sizeof(type) == (bytes), #type)
#define AT(type, member, offset) _Static_assert(offsetof(type, member) == (offset), #type "." #member)

SIZE(dxgmap_win_lock, 8);

SIZE(dxgmap_win_memory, 48);
AT(dxgmap_win_memory, BaseAddress, 0);
AT(dxgmap_win_memory, AllocationBase, 8);
AT(dxgmap_win_memory, AllocationProtect, 16);
AT(dxgmap_win_memory, RegionSize, 24);
AT(dxgmap_win_memory, State, 32);
AT(dxgmap_win_memory, Protect, 36);
AT(dxgmap_win_memory, Type, 40);

SIZE(dxgmap_win_record, 152);
AT(dxgmap_win_record, ExceptionCode, 0);
AT(dxgmap_win_record, ExceptionAddress, 16);
AT(dxgmap_win_record, NumberParameters, 24);
AT(dxgmap_win_record, ExceptionInformation, 32);

SIZE(dxgmap_win_exception, 16);
AT(dxgmap_win_exception, ExceptionRecord, 0);
AT(dxgmap_win_exception, ContextRecord, 8);

SIZE(dxgmap_win_working_set, 16);
AT(dxgmap_win_working_set, VirtualAddress, 0);
AT(dxgmap_win_working_set, VirtualAttributes.Flags, 8);

SIZE(dxgmap_win_large, 8);
AT(dxgmap_win_large, QuadPart, 0);

#ifdef DXGMAP_WIN_CHECKED
AT(CONTEXT, Rsp, DXGMAP_WIN_CONTEXT_RSP);
AT(CONTEXT, Rip, DXGMAP_WIN_CONTEXT_RIP);
#define NUMBER(name) _Static_assert((long long)(DXGMAP_WIN_##name) == (long long)(name), #name)
#endif
