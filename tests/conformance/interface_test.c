/* SPDX-License-Identifier: MIT */
/* DXGKRNL_INTERFACE: spec/clauses/interface.md. */
#include <string.h>

#include "expect.h"

#define INTERFACE_GUARD 0x6Bu

/* Fills with a guard, asks for Size and Version, and says how many bytes changed after the head, all in front. */
static size_t interface_filled(ULONG size, ULONG version)
{
  unsigned char bytes[sizeof(DXGKRNL_INTERFACE)];
  DXGKRNL_INTERFACE interface;
  memset(&interface, INTERFACE_GUARD, sizeof(interface));
  interface.Size = size;
  interface.Version = version;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_interface(adapter, &interface));
  CHECK_EQ(size, interface.Size);
  CHECK_EQ(version, interface.Version);
  memcpy(bytes, &interface, sizeof(bytes));
  size_t end = sizeof(bytes);
  while (end > 0 && bytes[end - 1] == INTERFACE_GUARD) {
    end--;
  }
  return (end + 7) / 8 * 8; /* the highest byte of a pointer is 0, never the guard */
}

/* INTERFACE-1. */
static void interface_honours_size_and_version(void)
{
  machine_open();
  CHECK_EQ(0x240, interface_filled(0x240, DXGKDDI_INTERFACE_VERSION_WDDM3_1));
  CHECK_EQ(0x238, interface_filled(0x240, DXGKDDI_INTERFACE_VERSION_WDDM2_9));
  CHECK_EQ(0x1c8, interface_filled(0x240, DXGKDDI_INTERFACE_VERSION_WDDM2_4));
  CHECK_EQ(0xb8, interface_filled(0x240, DXGKDDI_INTERFACE_VERSION_WIN7));
  CHECK_EQ(0x100, interface_filled(0x100, DXGKDDI_INTERFACE_VERSION_WDDM3_1));
  CHECK_EQ(0xb8, interface_filled(0xb8, DXGKDDI_INTERFACE_VERSION_WDDM3_1));
  CHECK_EQ(0x240, interface_filled(0x240, 0x11007)); /* WDDM 3.2 */
  CHECK_EQ(0, reports.count);
  machine_close();
}

/* INTERFACE-5. */
static void interface_refuses(void)
{
  DXGKRNL_INTERFACE interface;
  memset(&interface, 0, sizeof(interface));
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_interface(adapter, NULL));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_interface(adapter, &interface));
  interface.Size = sizeof(interface);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_interface(adapter, &interface));
  interface.Version = DXGKDDI_INTERFACE_VERSION_WDDM3_1 + 1;
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_interface(adapter, &interface));
  CHECK_EQ(1, reports.count);
  CHECK_TEXT("Size is 0x240, Version 0x10005, unknown; sizes known: 0xb8 0x100 0x108 0x138 0x148 0x168 0x170 0x1c8 "
             "0x1d0 0x1e0 0x1e8 0x238 0x240",
             reports.detail);
  static const ULONG sizes[] = {0, 8, 0x10, 0x35, 0xc0, 0x238 + 1, 0x248};
  interface.Version = DXGKDDI_INTERFACE_VERSION_WDDM3_1;
  for (size_t i = 0; i < RTL_NUMBER_OF(sizes); i++) {
    interface.Size = sizes[i];
    reports_forget();
    CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_interface(adapter, &interface));
    CHECK_EQ(1, reports.count);
  }
  CHECK(strstr(reports.detail, "Size is 0x248, Version 0x10004; sizes known: 0xb8 ") == reports.detail);
  interface.Size = sizeof(interface);
  interface.Version = DXGKDDI_INTERFACE_VERSION;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_adapter_interface(NULL, &interface));
  CHECK(interface.DeviceHandle == NULL);
  machine_close();
}

/* INTERFACE-2, INTERFACE-3, INTERFACE-4. */
static void interface_names_what_is_not_modelled(void)
{
  machine_open();
  CHECK(dxgk.DeviceHandle == adapter);
  CHECK(dxgk.DxgkCbPinFrameBufferForSave2 == DxgkCbPinFrameBufferForSave2);
  CHECK(dxgk.DxgkCbAllocateAdl == DxgkCbAllocateAdl);
  CHECK_CALL(FALSE, DXGMAP_CAUSE_NOT_MODELLED, dxgk.DxgkCbQueueDpc(adapter));
  CHECK_TEXT("DxgkCbQueueDpc", reports.detail);
  CHECK(strstr(reports.text, "dxgmap: note: DxgkCbQueueDpc: the callback is not modelled\n") == reports.text);
  CHECK(strstr(reports.text, "answered") == NULL); /* it is no NTSTATUS that it answers with */
  CHECK_EQ(DXGMAP_SEVERITY_NOTE, reports.severity);
  CHECK_CALL(STATUS_NOT_SUPPORTED, DXGMAP_CAUSE_NOT_MODELLED, dxgk.DxgkCbEvalAcpiMethod(adapter, 0, NULL, 0, NULL, 0));
  CHECK(dxgk.DxgkCbGetHandleData(NULL) == NULL);
  reports_forget();
  dxgk.DxgkCbDisconnectDoorbell();
  CHECK_TEXT("DxgkCbDisconnectDoorbell", reports.detail);
  machine_close();
}

/* No member is left NULL. INTERFACE-3, INTERFACE-4. */
static void interface_is_complete(void)
{
  PVOID member[(sizeof(DXGKRNL_INTERFACE) - offsetof(DXGKRNL_INTERFACE, DeviceHandle)) / sizeof(PVOID)];
  machine_open();
  memcpy(member, (PUCHAR)&dxgk + offsetof(DXGKRNL_INTERFACE, DeviceHandle), sizeof(member));
  for (size_t i = 0; i < RTL_NUMBER_OF(member); i++) {
    CHECK(member[i] != NULL);
  }
  machine_close();
}

void interface_tests(void);
void interface_tests(void)
{
  RUN(interface_honours_size_and_version);
  RUN(interface_refuses);
  RUN(interface_names_what_is_not_modelled);
  RUN(interface_is_complete);
}
