/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_WDM_H
#define DXGMAP_WDM_H

/* The part of the kernel's driver interface that mapping needs. The functions declared here and in the headers
   included are those that the library provides. */

#include <string.h>

#include "dxgmap_accessors.h"
#include "dxgmap_debug.h"
#include "dxgmap_device_object.h"
#include "dxgmap_exception.h"
#include "dxgmap_interlocked.h"
#include "dxgmap_list.h"
#include "dxgmap_mdl.h"
#include "dxgmap_io_space.h"
#include "dxgmap_memory.h"
#include "dxgmap_page.h"
#include "dxgmap_pci.h"
#include "dxgmap_pool.h"
#include "dxgmap_io_resource.h"
#include "dxgmap_string.h"
#include "dxgmap_synchronization.h"
#include "dxgmap_wintypes.h"
#include "guiddef.h"
#include "ntstatus.h"

typedef struct _EPROCESS *PEPROCESS;
typedef struct _OBJECT_ATTRIBUTES OBJECT_ATTRIBUTES, *POBJECT_ATTRIBUTES;

/* What a section object's PageProtection may be. */
#define PAGE_NOACCESS 0x01
#define PAGE_READONLY 0x02
#define PAGE_READWRITE 0x04
#define PAGE_WRITECOPY 0x08
#define PAGE_EXECUTE 0x10
#define PAGE_EXECUTE_READ 0x20
#define PAGE_EXECUTE_READWRITE 0x40
#define PAGE_NOCACHE 0x200
#define PAGE_WRITECOMBINE 0x400

#define RtlZeroMemory(destination, length) ((void)memset((destination), 0, (length)))
#define RtlFillMemory(destination, length, fill) ((void)memset((destination), (fill), (length)))
#define RtlCopyMemory(destination, source, length) ((void)memcpy((destination), (source), (length)))
#define RtlMoveMemory(destination, source, length) ((void)memmove((destination), (source), (length)))
#define RtlEqualMemory(left, right, length) (memcmp((left), (right), (length)) == 0)

/* A driver's pageable code says so; nothing is paged here. */
#define PAGED_CODE() ((void)0)

#endif
