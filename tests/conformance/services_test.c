/* SPDX-License-Identifier: MIT */
/* What drivers call beside the mapping callbacks: device bases, I/O space, configuration space, the POST display. */
#include <string.h>

#include "expect.h"

static PVOID services_extension;

static void services_open(void)
{
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 64, NULL, &services_extension));
  reports_forget();
}

static void services_expect(uint32_t cause, uint32_t severity)
{
  CHECK_EQ(1, reports.count);
  CHECK_TEXT(dxgmap_cause_name(cause), dxgmap_cause_name(reports.cause));
  CHECK_EQ(severity, reports.severity);
  CHECK(strstr(reports.text, "answered") == NULL);
  reports_forget();
}

static void services_map_a_device_base(void)
{
  services_open();
  PUCHAR registers = VideoPortGetDeviceBase(services_extension, physical(ODD_START), 16, VIDEO_MEMORY_SPACE_MEMORY);
  VideoPortWriteRegisterUchar(registers + 15, 7);
  CHECK_EQ(7, *(UCHAR *)dxgmap_device_memory(adapter, ODD_START + 15, 1));
  PUCHAR port = VideoPortGetDeviceBase(services_extension, physical(PORT_START), 4, VIDEO_MEMORY_SPACE_IO);
  CHECK_EQ(PORT_START, (uintptr_t)port);
  VideoPortWritePortUchar(port, 3);
  CHECK_EQ(3, VideoPortReadPortUchar(port));
  CHECK_EQ(2, machine_live(adapter));
  VideoPortFreeDeviceBase(services_extension, port);
  VideoPortFreeDeviceBase(services_extension, registers);
  CHECK_EQ(0, machine_live(adapter));
  CHECK_EQ(0, reports.count);
  VideoPortFreeDeviceBase(services_extension, registers);
  CHECK(reports.unmaps > 0);
  services_expect(DXGMAP_CAUSE_BAD_ADDRESS, DXGMAP_SEVERITY_ERROR);
  machine_close();
}

static void services_refuse_a_device_base(void)
{
  services_open();
  CHECK(VideoPortGetDeviceBase(services_extension, physical(0x1000), 16, 0) == NULL);
  services_expect(DXGMAP_CAUSE_NOT_OWNED, DXGMAP_SEVERITY_ERROR);
  CHECK(VideoPortGetDeviceBase(services_extension, physical(MEMORY_START), 0, 0) == NULL);
  services_expect(DXGMAP_CAUSE_BAD_SIZE, DXGMAP_SEVERITY_ERROR);
  CHECK(VideoPortGetDeviceBase(services_extension, physical(MEMORY_START), 16, 0x10) == NULL);
  services_expect(DXGMAP_CAUSE_BAD_ARGUMENT, DXGMAP_SEVERITY_ERROR);
  CHECK(VideoPortGetDeviceBase(&services_extension, physical(MEMORY_START), 16, 0) == NULL);
  services_expect(DXGMAP_CAUSE_BAD_ADAPTER, DXGMAP_SEVERITY_ERROR);
  machine_close();
}

static void services_map_io_space(void)
{
  services_open();
  KIRQL old = irql_raise(DISPATCH_LEVEL);
  PUCHAR registers = MmMapIoSpace(physical(ODD_START), ODD_LENGTH, MmNonCached);
  PUCHAR memory = MmMapIoSpaceEx(physical(MEMORY_START), PAGE_SIZE, PAGE_READWRITE | PAGE_WRITECOMBINE);
  KeLowerIrql(old);
  CHECK(registers != NULL && memory != NULL);
  CHECK_EQ(ODD_START % PAGE_SIZE, (uintptr_t)registers % PAGE_SIZE);
  WRITE_REGISTER_ULONG((PULONG)registers, 0xCAFE);
  CHECK_EQ(0xFE, *(UCHAR *)dxgmap_device_memory(adapter, ODD_START, 1));
  memory[1] = 9;
  CHECK_EQ(9, *(UCHAR *)dxgmap_device_memory(adapter, MEMORY_START + 1, 1));
  MmUnmapIoSpace(memory, PAGE_SIZE);
  MmUnmapIoSpace(registers, ODD_LENGTH);
  CHECK_EQ(0, reports.count);
  CHECK_EQ(0, machine_live(adapter));
  MmUnmapIoSpace(memory, PAGE_SIZE);
  CHECK(reports.unmaps > 0);
  services_expect(DXGMAP_CAUSE_BAD_ADDRESS, DXGMAP_SEVERITY_ERROR);
  machine_close();
}

static void services_refuse_io_space(void)
{
  services_open();
  CHECK(MmMapIoSpace(physical(0xC0000), PAGE_SIZE, MmNonCached) == NULL); /* Windows has something there */
  services_expect(DXGMAP_CAUSE_NOT_OWNED, DXGMAP_SEVERITY_NOTE);
  CHECK(MmMapIoSpace(physical(MEMORY_START), 0, MmNonCached) == NULL);
  services_expect(DXGMAP_CAUSE_BAD_ARGUMENT, DXGMAP_SEVERITY_ERROR);
  KIRQL old = irql_raise(HIGH_LEVEL);
  CHECK(MmMapIoSpace(physical(MEMORY_START), PAGE_SIZE, MmNonCached) == NULL);
  services_expect(DXGMAP_CAUSE_BAD_IRQL, DXGMAP_SEVERITY_ERROR);
  KeLowerIrql(old);
  PUCHAR memory = MmMapIoSpace(physical(MEMORY_START), PAGE_SIZE, MmNonCached);
  CHECK(MmMapIoSpace(physical(MEMORY_START), PAGE_SIZE, (MEMORY_CACHING_TYPE)1000) == NULL);
  services_expect(DXGMAP_CAUSE_BAD_ARGUMENT, DXGMAP_SEVERITY_ERROR);
  MmUnmapIoSpace(memory, 2 * PAGE_SIZE);
  services_expect(DXGMAP_CAUSE_BAD_ARGUMENT, DXGMAP_SEVERITY_ERROR);
  MmUnmapIoSpace(memory + 1, PAGE_SIZE);
  services_expect(DXGMAP_CAUSE_BAD_ADDRESS, DXGMAP_SEVERITY_ERROR);
  uint64_t leaks = 0;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(1, leaks);
  machine_close();
}

static void services_fail_on_purpose(void)
{
  static const uint32_t operations[] = {DXGMAP_OPERATION_GET_DEVICE_BASE, DXGMAP_OPERATION_MAP_IO_SPACE};
  services_open();
  for (size_t i = 0; i < RTL_NUMBER_OF(operations); i++) {
    dxgmap_failure failure;
    memset(&failure, 0, sizeof(failure));
    failure.operation = operations[i];
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&failure));
  }
  CHECK(VideoPortGetDeviceBase(services_extension, physical(MEMORY_START), 16, 0) == NULL);
  CHECK(MmMapIoSpace(physical(MEMORY_START), PAGE_SIZE, MmNonCached) == NULL);
  CHECK_EQ(2, dxgmap_failures());
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void services_read_the_configuration(void)
{
  PCI_COMMON_HEADER header;
  PCI_COMMON_CONFIG config;
  UCHAR line = 11;
  ULONG bytes = 9;
  services_open();
  memset(&header, 0xFF, sizeof(header));
  CHECK_OK(dxgk.DxgkCbReadDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, &header, 0, sizeof(header), &bytes));
  CHECK_EQ(sizeof(header), bytes);
  CHECK_EQ(PCI_CLASS_DISPLAY_CTLR, header.BaseClass);
  CHECK_EQ((uint32_t)MEMORY_START | PCI_TYPE_64BIT, header.u.type0.BaseAddresses[0]);
  CHECK_EQ(MEMORY_START >> 32, header.u.type0.BaseAddresses[1]);
  CHECK_EQ(PORT_START | PCI_ADDRESS_IO_SPACE, header.u.type0.BaseAddresses[2]);
  CHECK_OK(dxgk.DxgkCbWriteDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, &line, 60, 1, &bytes));
  CHECK_EQ(1, bytes);
  CHECK_EQ(sizeof(config), VideoPortGetBusData(services_extension, PCIConfiguration, 0, &config, 0, sizeof(config)));
  CHECK_EQ(11, config.u.type0.InterruptLine);
  line = 12;
  CHECK_EQ(1, VideoPortSetBusData(services_extension, PCIConfiguration, 0, &line, 60, 1));
  CHECK_OK(dxgk.DxgkCbReadDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, &config, 60, 1, &bytes));
  CHECK_EQ(12, *(UCHAR *)&config);
  CHECK_EQ(6, VideoPortGetBusData(services_extension, PCIConfiguration, 0, &config, 250, 100)); /* what there is */
  CHECK_EQ(0, VideoPortGetBusData(services_extension, PCIConfiguration, 0, &config, 256, 1));
  CHECK_EQ(0, VideoPortGetBusData(services_extension, EisaConfiguration, 0, &config, 0, 1));
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void services_refuse_a_configuration(void)
{
  UCHAR byte = 0;
  ULONG bytes = 9;
  services_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT,
             dxgk.DxgkCbReadDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, NULL, 0, 1, &bytes));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT,
             dxgk.DxgkCbReadDeviceSpace(adapter, DXGK_WHICHSPACE_CONFIG, &byte, 0, 1, NULL));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER,
             dxgk.DxgkCbReadDeviceSpace(NULL, DXGK_WHICHSPACE_CONFIG, &byte, 0, 1, &bytes));
  CHECK_CALL(STATUS_NOT_SUPPORTED, DXGMAP_CAUSE_NOT_MODELLED,
             dxgk.DxgkCbReadDeviceSpace(adapter, DXGK_WHICHSPACE_ROM, &byte, 0, 1, &bytes));
  CHECK_CALL(0, DXGMAP_CAUSE_BAD_ADAPTER, VideoPortGetBusData(NULL, PCIConfiguration, 0, &byte, 0, 1));
  CHECK_EQ(9, bytes);
  machine_close();
}

/* The description's own, and zeros behind it. */
static void services_configuration_of_a_description(void)
{
  static const USHORT ids[2] = {0x1AF4, 0x1050};
  static const uint64_t save[1] = {SAVE_BYTES};
  USHORT seen[4] = {9, 9, 9, 9};
  ULONG bytes = 0;
  HANDLE another = NULL;
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  d.pci_config = ids;
  d.pci_config_bytes = DXGMAP_PCI_CONFIG_BYTES + 1;
  services_open();
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_start(&d, &another));
  d.pci_config_bytes = sizeof(ids);
  another = machine_adapter_as(&d);
  CHECK_OK(DxgkCbReadDeviceSpace(another, DXGK_WHICHSPACE_CONFIG, seen, 0, sizeof(seen), &bytes));
  CHECK_EQ(0x1050, seen[1]);
  CHECK_EQ(0, seen[2]);
  machine_close();
}

static void services_give_pool(void)
{
  services_open();
  PUCHAR memory = VideoPortAllocatePool(services_extension, VpPagedPool, 100, 0x31474154);
  CHECK(memory != NULL);
  memory[99] = 1;
  VideoPortFreePool(services_extension, memory);
  CHECK_EQ(0, reports.count);
  VideoPortFreePool(services_extension, memory);
  services_expect(DXGMAP_CAUSE_BAD_POOL, DXGMAP_SEVERITY_ERROR);
  dxgmap_failure failure;
  memset(&failure, 0, sizeof(failure));
  failure.operation = DXGMAP_OPERATION_ALLOCATE_POOL;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&failure));
  CHECK(VideoPortAllocatePool(services_extension, VpNonPagedPool, 100, 0) == NULL);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static WCHAR services_name[] = {'D', 'a', 'c', 0};
static WCHAR services_other[] = {'D', 'a', 0};

static VP_STATUS services_take(PVOID HwDeviceExtension, PVOID Context, PWSTR ValueName, PVOID ValueData,
                               ULONG ValueLength)
{
  CHECK(HwDeviceExtension == services_extension && ValueName == services_name);
  CHECK_EQ(sizeof(ULONG), ValueLength);
  CHECK_EQ(0, (uintptr_t)ValueData % sizeof(ULONGLONG)); /* a driver reads numbers there */
  memcpy(Context, ValueData, sizeof(ULONG));
  return NO_ERROR;
}

static void services_keep_the_registry(void)
{
  ULONG value = 7;
  ULONG seen = 0;
  services_open();
  CHECK_CALL(NO_ERROR, DXGMAP_CAUSE_NONE,
             VideoPortSetRegistryParameters(services_extension, services_name, &value, sizeof(value)));
  value = 8;
  CHECK_CALL(NO_ERROR, DXGMAP_CAUSE_NONE,
             VideoPortSetRegistryParameters(services_extension, services_name, &value, sizeof(value)));
  CHECK_CALL(NO_ERROR, DXGMAP_CAUSE_NONE, VideoPortSetRegistryParameters(services_extension, services_other, NULL, 0));
  CHECK_CALL(NO_ERROR, DXGMAP_CAUSE_NONE,
             VideoPortGetRegistryParameters(services_extension, services_name, FALSE, services_take, &seen));
  CHECK_EQ(8, seen);
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_NONE,
             VideoPortGetRegistryParameters(services_extension, services_name + 1, FALSE, services_take, &seen));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT,
             VideoPortSetRegistryParameters(services_extension, NULL, &value, sizeof(value)));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT,
             VideoPortGetRegistryParameters(services_extension, services_name, FALSE, NULL, NULL));
  CHECK_CALL(ERROR_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ADAPTER,
             VideoPortSetRegistryParameters(NULL, services_name, &value, sizeof(value)));
  machine_close();
}

static void services_tell_of_the_post_display(void)
{
  static const dxgmap_resource_description large = {DXGMAP_RESOURCE_MEMORY, 0xA00000000, 4 << 20};
  static const uint64_t save[1] = {SAVE_BYTES};
  DXGK_DISPLAY_INFORMATION info;
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  d.resources = 1;
  d.resource = &large;
  services_open();
  memset(&info, 0xFF, sizeof(info));
  CHECK_OK(dxgk.DxgkCbAcquirePostDisplayOwnership(adapter, &info));
  CHECK_EQ(0, info.Width); /* its memory is too small for one */
  HANDLE another = machine_adapter_as(&d);
  CHECK_OK(DxgkCbAcquirePostDisplayOwnership(another, &info));
  CHECK_EQ(1024, info.Width);
  CHECK_EQ(4096, info.Pitch);
  CHECK_EQ(D3DDDIFMT_A8R8G8B8, info.ColorFormat);
  PVOID frame = NULL;
  CHECK_OK(DxgkCbMapMemory(another, info.PhysicAddress, info.Pitch, FALSE, FALSE, MmWriteCombined, &frame));
  CHECK_OK(DxgkCbUnmapMemory(another, frame));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, DxgkCbAcquirePostDisplayOwnership(another, NULL));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER, DxgkCbAcquirePostDisplayOwnership(NULL, &info));
  machine_close();
}

void services_tests(void);
void services_tests(void)
{
  RUN(services_map_a_device_base);
  RUN(services_refuse_a_device_base);
  RUN(services_map_io_space);
  RUN(services_refuse_io_space);
  RUN(services_fail_on_purpose);
  RUN(services_read_the_configuration);
  RUN(services_refuse_a_configuration);
  RUN(services_configuration_of_a_description);
  RUN(services_give_pool);
  RUN(services_keep_the_registry);
  RUN(services_tell_of_the_post_display);
}
