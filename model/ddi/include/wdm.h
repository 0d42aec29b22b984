/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_WDM_H
#define DXGMAP_WDM_H

/* The part of the kernel's driver interface that mapping needs. The functions declared here and in the headers
   included are those that the library provides. */

#include <string.h>

#include "dxgmap_accessors.h"
#include "dxgmap_mdl.h"
#include "dxgmap_io_space.h"
#include "dxgmap_memory.h"
#include "dxgmap_page.h"
#include "dxgmap_pci.h"
#include "dxgmap_pool.h"
#include "dxgmap_resource.h"
#include "dxgmap_wintypes.h"
#include "ntstatus.h"

/* Interrupt request levels of x64. The mapping callbacks want PASSIVE_LEVEL, or APC_LEVEL at most. */
typedef UCHAR KIRQL, *PKIRQL;
#define PASSIVE_LEVEL 0
#define LOW_LEVEL 0
#define APC_LEVEL 1
#define DISPATCH_LEVEL 2
#define CLOCK_LEVEL 13
#define IPI_LEVEL 14
#define HIGH_LEVEL 15

typedef struct _DEVICE_OBJECT DEVICE_OBJECT, *PDEVICE_OBJECT;
typedef struct _DRIVER_OBJECT DRIVER_OBJECT, *PDRIVER_OBJECT;
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

/* Free builds of a driver compile these to nothing. */
#define PAGED_CODE() ((void)0)
#define ASSERT(expression) ((void)0)
#define NT_ASSERT(expression) ((void)0)
#define KdPrint(arguments) ((void)0)

DXGMAP_EXTERN_C_BEGIN

KIRQL KeGetCurrentIrql(VOID);
VOID KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql);
VOID KeLowerIrql(KIRQL NewIrql);

/* Written by the driver. */
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath);

DXGMAP_EXTERN_C_END

typedef NTSTATUS DRIVER_INITIALIZE(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath);
typedef DRIVER_INITIALIZE *PDRIVER_INITIALIZE;
typedef VOID DRIVER_UNLOAD(PDRIVER_OBJECT DriverObject);
typedef DRIVER_UNLOAD *PDRIVER_UNLOAD;

DXGMAP_ABI_SIZE(KIRQL, 1);
DXGMAP_ABI_VALUE(PASSIVE_LEVEL, 0);
DXGMAP_ABI_VALUE(APC_LEVEL, 1);
DXGMAP_ABI_VALUE(DISPATCH_LEVEL, 2);

#endif
