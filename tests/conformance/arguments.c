/* SPDX-License-Identifier: MIT */
#include "arguments.h"

#include <string.h>

static PVOID extension;
static unsigned char room[16];
static ULONG moved;

static UCHAR nobody_starts(PVOID device, PVIDEO_REQUEST_PACKET packet)
{
  (void)device;
  (void)packet;
  EXPECT("a request that is refused reaches somebody", 0, 1);
  return 0;
}

void arguments_open_with(const dxgmap_system_description *d)
{
  machine_open_with(d);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 16, nobody_starts, &extension));
}

void arguments_open(void)
{
  static const dxgmap_system_description usual;
  arguments_open_with(&usual);
}

/* ---- Callbacks of Dxgkrnl ---- */

#define ARGUMENT(name, answer)   \
  static NTSTATUS name(void *at) \
  {                              \
    answer;                      \
  }
#define STATUS_OF(call) return call
#define REPORTED(call) \
  call;                \
  return reports.status
#define ANSWERED(answer, call) REPORTED(CHECK_EQ(answer, call))

ARGUMENT(pin, STATUS_OF(dxgk.DxgkCbPinFrameBufferForSave(adapter, at)))
ARGUMENT(pin2, STATUS_OF(dxgk.DxgkCbPinFrameBufferForSave2(adapter, at)))
ARGUMENT(unpin, STATUS_OF(dxgk.DxgkCbUnpinFrameBufferForSave(adapter, at)))
ARGUMENT(map_pointer, STATUS_OF(dxgk.DxgkCbMapFrameBufferPointer(adapter, at)))
ARGUMENT(unmap_pointer, STATUS_OF(dxgk.DxgkCbUnmapFrameBufferPointer(adapter, at)))
ARGUMENT(map_mdl, STATUS_OF(dxgk.DxgkCbMapMdlToIoMmu(adapter, at)))
ARGUMENT(unmap_mdl, REPORTED(dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, at)))
ARGUMENT(allocate_pages, STATUS_OF(dxgk.DxgkCbAllocatePagesForMdl(adapter, at)))
ARGUMENT(free_pages, STATUS_OF(dxgk.DxgkCbFreePagesFromMdl(adapter, at)))
ARGUMENT(allocate_run, STATUS_OF(dxgk.DxgkCbAllocateContiguousMemory(adapter, at)))
ARGUMENT(free_run, STATUS_OF(dxgk.DxgkCbFreeContiguousMemory(adapter, at)))
ARGUMENT(create, STATUS_OF(dxgk.DxgkCbCreatePhysicalMemoryObject(at)))
ARGUMENT(destroy, REPORTED(dxgk.DxgkCbDestroyPhysicalMemoryObject(at)))
ARGUMENT(open_object, STATUS_OF(dxgk.DxgkCbOpenPhysicalMemoryObject(at)))
ARGUMENT(close_object, REPORTED(dxgk.DxgkCbClosePhysicalMemoryObject(at)))
ARGUMENT(map_object, STATUS_OF(dxgk.DxgkCbMapPhysicalMemory(at)))
ARGUMENT(unmap_object, REPORTED(dxgk.DxgkCbUnmapPhysicalMemory(at)))
ARGUMENT(allocate_adl, STATUS_OF(dxgk.DxgkCbAllocateAdl(at)))
ARGUMENT(free_adl, REPORTED(dxgk.DxgkCbFreeAdl(at)))
ARGUMENT(information, STATUS_OF(dxgk.DxgkCbGetDeviceInformation(adapter, at)))
ARGUMENT(map_memory,
         STATUS_OF(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, at)))
ARGUMENT(post_display, STATUS_OF(dxgk.DxgkCbAcquirePostDisplayOwnership(adapter, at)))
ARGUMENT(space_to, STATUS_OF(dxgk.DxgkCbReadDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, at, 0, 8, &moved)))
ARGUMENT(space_read, STATUS_OF(dxgk.DxgkCbReadDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, room, 0, 8, at)))
ARGUMENT(space_from, STATUS_OF(dxgk.DxgkCbWriteDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, at, 0, 8, &moved)))
ARGUMENT(space_written, STATUS_OF(dxgk.DxgkCbWriteDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, room, 0, 8, at)))

/* ---- The video port ---- */

static NTSTATUS video_map(ULONG *length, ULONG *space, PVOID *address)
{
  CHECK_EQ(ERROR_INVALID_PARAMETER, VideoPortMapMemory(extension, physical(MEMORY_START), length, space, address));
  return reports.status;
}

static NTSTATUS video_length(void *at)
{
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY;
  PVOID address = NULL;
  return video_map(at, &space, &address);
}

static NTSTATUS video_space(void *at)
{
  ULONG length = PAGE_SIZE;
  PVOID address = NULL;
  return video_map(&length, at, &address);
}

static NTSTATUS video_address(void *at)
{
  ULONG length = PAGE_SIZE;
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY;
  return video_map(&length, &space, at);
}

static VP_STATUS nobody_gets(PVOID device, PVOID context, PWSTR name, PVOID data, ULONG length)
{
  (void)device;
  (void)context;
  (void)name;
  (void)data;
  (void)length;
  EXPECT("a value that is not found is somebody's", 0, 1);
  return NO_ERROR;
}

static WCHAR value_name[] = {'n', 0};

ARGUMENT(get_bus, ANSWERED(0, VideoPortGetBusData(extension, PCIConfiguration, 0, at, 0, 8)))
ARGUMENT(set_bus, ANSWERED(0, VideoPortSetBusData(extension, PCIConfiguration, 0, at, 0, 8)))
ARGUMENT(set_name, ANSWERED(ERROR_INVALID_PARAMETER, VideoPortSetRegistryParameters(extension, at, room, 8)))
ARGUMENT(set_data, ANSWERED(ERROR_INVALID_PARAMETER, VideoPortSetRegistryParameters(extension, value_name, at, 8)))
ARGUMENT(get_name,
         ANSWERED(ERROR_INVALID_PARAMETER, VideoPortGetRegistryParameters(extension, at, FALSE, nobody_gets, NULL)))

/* ---- Buffers of the accessors: an access of this port, or register, would be a report of its own ---- */

#define NOWHERE ((void *)1)
#define READ_BUFFERS(list)                                                                                          \
  list(READ_PORT_BUFFER_UCHAR) list(READ_PORT_BUFFER_USHORT) list(READ_PORT_BUFFER_ULONG)                           \
      list(READ_REGISTER_BUFFER_UCHAR) list(READ_REGISTER_BUFFER_USHORT) list(READ_REGISTER_BUFFER_ULONG)           \
          list(VideoPortReadPortBufferUchar) list(VideoPortReadPortBufferUshort) list(VideoPortReadPortBufferUlong) \
              list(VideoPortReadRegisterBufferUchar) list(VideoPortReadRegisterBufferUshort)                        \
                  list(VideoPortReadRegisterBufferUlong)
#define WRITE_BUFFERS(list)                                                                                            \
  list(WRITE_PORT_BUFFER_UCHAR) list(WRITE_PORT_BUFFER_USHORT) list(WRITE_PORT_BUFFER_ULONG)                           \
      list(WRITE_REGISTER_BUFFER_UCHAR) list(WRITE_REGISTER_BUFFER_USHORT) list(WRITE_REGISTER_BUFFER_ULONG)           \
          list(VideoPortWritePortBufferUchar) list(VideoPortWritePortBufferUshort) list(VideoPortWritePortBufferUlong) \
              list(VideoPortWriteRegisterBufferUchar) list(VideoPortWriteRegisterBufferUshort)                         \
                  list(VideoPortWriteRegisterBufferUlong)
#define BUFFER(function) ARGUMENT(buffer_##function, REPORTED(function(NOWHERE, at, 4)))
READ_BUFFERS(BUFFER)
WRITE_BUFFERS(BUFFER)

/* ---- The kernel ---- */

static KEVENT event;
static LARGE_INTEGER at_once;

ARGUMENT(raise, REPORTED(KeRaiseIrql(DISPATCH_LEVEL, at)))
ARGUMENT(lock_raise, REPORTED(CHECK_EQ(PASSIVE_LEVEL, KeAcquireSpinLockRaiseToDpc(at))))
ARGUMENT(lock_level, REPORTED(KeAcquireSpinLockAtDpcLevel(at)))
ARGUMENT(lock_try, ANSWERED(FALSE, KeTryToAcquireSpinLockAtDpcLevel(at)))
ARGUMENT(unlock, REPORTED(KeReleaseSpinLock(at, PASSIVE_LEVEL)))
ARGUMENT(unlock_level, REPORTED(KeReleaseSpinLockFromDpcLevel(at)))
ARGUMENT(set_event, ANSWERED(0, KeSetEvent(at, 0, FALSE)))
ARGUMENT(reset_event, ANSWERED(0, KeResetEvent(at)))
ARGUMENT(wait_object, ANSWERED(STATUS_TIMEOUT, KeWaitForSingleObject(at, Executive, KernelMode, FALSE, &at_once)))
ARGUMENT(wait_time, ANSWERED(STATUS_TIMEOUT, KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, at)))
ARGUMENT(mutex, REPORTED(ExAcquireFastMutex(at)))
ARGUMENT(mutex_try, ANSWERED(FALSE, ExTryToAcquireFastMutex(at)))
ARGUMENT(mutex_release, REPORTED(ExReleaseFastMutex(at)))
ARGUMENT(print, STATUS_OF((NTSTATUS)DbgPrint(at)))
ARGUMENT(print_ex, STATUS_OF((NTSTATUS)DbgPrintEx(0, 0, at)))

/* ---- The harness's own calls ---- */

#define CAUSED(call) ANSWERED(DXGMAP_CAUSE_BAD_ARGUMENT, call)

static HANDLE nobody;
static const uint64_t one_save[1];
static const dxgmap_resource_description one_resource = {DXGMAP_RESOURCE_PORTS, 0x100, 1};
static const dxgmap_interrupt_description one_interrupt = {1, 1, 0, false};

static dxgmap_adapter_description description(void)
{
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = one_save;
  d.resources = 1;
  d.resource = &one_resource;
  d.interrupts = 1;
  d.interrupt = &one_interrupt;
  d.pci_config_bytes = sizeof(room);
  return d;
}

#define DESCRIBED(name, member)                   \
  static NTSTATUS name(void *at)                  \
  {                                               \
    dxgmap_adapter_description d = description(); \
    d.member = at;                                \
    CAUSED(dxgmap_adapter_start(&d, &nobody));    \
  }

static NTSTATUS start_adapter(void *at)
{
  dxgmap_adapter_description d = description();
  CAUSED(dxgmap_adapter_start(&d, at));
}

static dxgmap_video_answer answer;

ARGUMENT(start_description, CAUSED(dxgmap_adapter_start(at, &nobody)))
DESCRIBED(start_save, save_bytes)
DESCRIBED(start_resource, resource)
DESCRIBED(start_flags, resource_flags)
DESCRIBED(start_interrupt, interrupt)
DESCRIBED(start_config, pci_config)
ARGUMENT(open_description, CAUSED(dxgmap_open(at)))
ARGUMENT(interface, CAUSED(dxgmap_adapter_interface(adapter, at)))
ARGUMENT(stop, CAUSED(dxgmap_adapter_stop(adapter, at)))
ARGUMENT(live, CAUSED(dxgmap_adapter_live(adapter, 0, at)))
ARGUMENT(live_object, CAUSED(dxgmap_object_live(0, at)))
ARGUMENT(lead, CAUSED(dxgmap_adapter_lead(adapter, at)))
ARGUMENT(process_views, CAUSED(dxgmap_process_end(500, at)))
ARGUMENT(system_made, CAUSED(dxgmap_system_map(adapter, PAGE_SIZE, false, at)))
ARGUMENT(device_to, CAUSED(dxgmap_device_read(adapter, 0, at, 8, NULL)))
ARGUMENT(device_read, CAUSED(dxgmap_device_read(adapter, 0, room, 8, at)))
ARGUMENT(device_from, CAUSED(dxgmap_device_write(adapter, 0, at, 8, NULL)))
ARGUMENT(device_written, CAUSED(dxgmap_device_write(adapter, 0, room, 8, at)))
ARGUMENT(translate, CAUSED(dxgmap_device_translate(adapter, 0, at)))
ARGUMENT(fail, CAUSED(dxgmap_fail(at)))
ARGUMENT(last_failure, ANSWERED(false, dxgmap_last_failure(at)))
ARGUMENT(attach, CAUSED(dxgmap_video_attach(adapter, 16, NULL, at)))
ARGUMENT(send_buffer, CAUSED(dxgmap_video_send(adapter, IOCTL_VIDEO_MAP_VIDEO_MEMORY, at, 8, 16, &answer)))
ARGUMENT(send_answer, CAUSED(dxgmap_video_send(adapter, IOCTL_VIDEO_MAP_VIDEO_MEMORY, room, 8, 16, at)))

/* ---- All of them ---- */

#define READ_BUFFER_ROW(function) {#function, "Buffer", buffer_##function, true, false},
#define WRITE_BUFFER_ROW(function) {#function, "Buffer", buffer_##function, false, false},

/* clang-format off */
const argument arguments[] = {
    /* the function, its argument, the call, whether it is written, and whether it may be NULL */
    {"DxgkCbPinFrameBufferForSave", "pPinFrameBufferForSave", pin, true, false},
    {"DxgkCbPinFrameBufferForSave2", "pPinFrameBufferForSave2", pin2, true, false},
    {"DxgkCbUnpinFrameBufferForSave", "pUnpinFrameBufferForSave", unpin, false, false},
    {"DxgkCbMapFrameBufferPointer", "pMapFrameBufferPointer", map_pointer, true, false},
    {"DxgkCbUnmapFrameBufferPointer", "pUnmapFrameBufferPointer", unmap_pointer, false, false},
    {"DxgkCbMapMdlToIoMmu", "pMapMdlToIoMmu", map_mdl, true, false},
    {"DxgkCbUnmapMdlFromIoMmu", "pUnmapMdlFromIoMmu", unmap_mdl, false, false},
    {"DxgkCbAllocatePagesForMdl", "pAllocatePagesForMdl", allocate_pages, true, false},
    {"DxgkCbFreePagesFromMdl", "pFreePagesFromMdl", free_pages, false, false},
    {"DxgkCbAllocateContiguousMemory", "pAllocateContiguousMemory", allocate_run, true, false},
    {"DxgkCbFreeContiguousMemory", "pFreeContiguousMemory", free_run, false, false},
    {"DxgkCbCreatePhysicalMemoryObject", "pArgs", create, true, false},
    {"DxgkCbDestroyPhysicalMemoryObject", "pArgs", destroy, false, false},
    {"DxgkCbOpenPhysicalMemoryObject", "pArgs", open_object, true, false},
    {"DxgkCbClosePhysicalMemoryObject", "pArgs", close_object, false, false},
    {"DxgkCbMapPhysicalMemory", "pArgs", map_object, true, false},
    {"DxgkCbUnmapPhysicalMemory", "pArgs", unmap_object, false, false},
    {"DxgkCbAllocateAdl", "pArgs", allocate_adl, true, false},
    {"DxgkCbFreeAdl", "pArgs", free_adl, false, false},
    {"DxgkCbGetDeviceInformation", "DeviceInfo", information, true, false},
    {"DxgkCbMapMemory", "VirtualAddress", map_memory, true, false},
    {"DxgkCbAcquirePostDisplayOwnership", "DisplayInfo", post_display, true, false},
    {"DxgkCbReadDeviceSpace", "Buffer", space_to, true, false},
    {"DxgkCbReadDeviceSpace", "BytesRead", space_read, true, false},
    {"DxgkCbWriteDeviceSpace", "Buffer", space_from, false, false},
    {"DxgkCbWriteDeviceSpace", "BytesWritten", space_written, true, false},
    {"VideoPortMapMemory", "Length", video_length, true, false},
    {"VideoPortMapMemory", "InIoSpace", video_space, false, false},
    {"VideoPortMapMemory", "VirtualAddress", video_address, true, false},
    {"VideoPortGetBusData", "Buffer", get_bus, true, false},
    {"VideoPortSetBusData", "Buffer", set_bus, false, false},
    {"VideoPortSetRegistryParameters", "ValueName", set_name, false, false},
    {"VideoPortSetRegistryParameters", "ValueData", set_data, false, false},
    {"VideoPortGetRegistryParameters", "ParameterName", get_name, false, false},
    READ_BUFFERS(READ_BUFFER_ROW)
    WRITE_BUFFERS(WRITE_BUFFER_ROW)
    {"KeRaiseIrql", "OldIrql", raise, true, false},
    {"KeAcquireSpinLockRaiseToDpc", "SpinLock", lock_raise, true, false},
    {"KeAcquireSpinLockAtDpcLevel", "SpinLock", lock_level, true, false},
    {"KeTryToAcquireSpinLockAtDpcLevel", "SpinLock", lock_try, true, false},
    {"KeReleaseSpinLock", "SpinLock", unlock, true, false},
    {"KeReleaseSpinLockFromDpcLevel", "SpinLock", unlock_level, true, false},
    {"KeSetEvent", "Event", set_event, true, false},
    {"KeResetEvent", "Event", reset_event, true, false},
    {"KeWaitForSingleObject", "Object", wait_object, true, false},
    {"KeWaitForSingleObject", "Timeout", wait_time, false, true},
    {"ExAcquireFastMutex", "FastMutex", mutex, true, false},
    {"ExTryToAcquireFastMutex", "FastMutex", mutex_try, true, false},
    {"ExReleaseFastMutex", "FastMutex", mutex_release, true, false},
    {"DbgPrint", "Format", print, false, false},
    {"DbgPrintEx", "Format", print_ex, false, false},
    {"dxgmap_adapter_start", "description", start_description, false, false},
    {"dxgmap_adapter_start", "save_bytes", start_save, false, true},
    {"dxgmap_adapter_start", "resource", start_resource, false, false},
    {"dxgmap_adapter_start", "resource_flags", start_flags, false, true},
    {"dxgmap_adapter_start", "interrupt", start_interrupt, false, false},
    {"dxgmap_adapter_start", "pci_config", start_config, false, true},
    {"dxgmap_adapter_start", "adapter", start_adapter, true, false},
    {"dxgmap_open", "description", open_description, false, true},
    {"dxgmap_adapter_interface", "dxgkrnl", interface, false, false}, /* written as far as its Size goes */
    {"dxgmap_adapter_stop", "leaks", stop, true, true},
    {"dxgmap_adapter_live", "mapping", live, true, false},
    {"dxgmap_object_live", "mapping", live_object, true, false},
    {"dxgmap_adapter_lead", "lead", lead, true, false},
    {"dxgmap_process_end", "views", process_views, true, true},
    {"dxgmap_system_map", "made", system_made, true, false},
    {"dxgmap_device_read", "to", device_to, true, false},
    {"dxgmap_device_read", "done", device_read, true, true},
    {"dxgmap_device_write", "from", device_from, false, false},
    {"dxgmap_device_write", "done", device_written, true, true},
    {"dxgmap_device_translate", "physical", translate, true, true},
    {"dxgmap_fail", "failure", fail, false, false},
    {"dxgmap_last_failure", "last", last_failure, true, false},
    {"dxgmap_video_attach", "extension", attach, true, false},
    {"dxgmap_video_send", "buffer", send_buffer, true, false},
    {"dxgmap_video_send", "answer", send_answer, true, false},
};
/* clang-format on */
const size_t arguments_count = sizeof(arguments) / sizeof(arguments[0]);
