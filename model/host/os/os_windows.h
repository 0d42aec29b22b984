/* SPDX-License-Identifier: MIT */
/*
 * What the files for Windows share. Windows has headers of its own for what model/ddi/include declares too, so these
 * files are a unit of their own: no header of the face may come with them.
 */
#ifndef DXGMAP_OS_WINDOWS_H
#define DXGMAP_OS_WINDOWS_H

#include "host/os/os.h"

#ifdef _WIN32

#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00 /* Windows 10; what came after its first version is looked for when it is needed */
#endif
#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#include <windows.h>

/* Addresses of mappings that the system chooses, and offsets in their files, are multiples of this. */
#define DXGMAP_OS_GRANULE ((size_t)65536)

/* Whether the address is of a region, and its memory there now. [fault] */
DXGMAP_OS_API bool dxgmap_os_region_commit(const void *address);

/* A file stays for as long as it is held, whoever closes it meanwhile. */
DXGMAP_OS_API void dxgmap_os_file_hold(dxgmap_os_file file);
DXGMAP_OS_API HANDLE dxgmap_os_file_section(dxgmap_os_file file);

/* Part of a file has memory from now on; false: the system refuses it. */
DXGMAP_OS_API bool dxgmap_os_file_back(dxgmap_os_file file, uint64_t offset, size_t bytes);

/* Whether the address is of a range, and has memory there. A change of the range is let end first. [fault] */
DXGMAP_OS_API bool dxgmap_os_range_has(const void *address);

/* What this Windows lacks so that it has no ranges; NULL: nothing. */
DXGMAP_OS_API const char *dxgmap_os_range_lacks(void);

#endif

#endif
