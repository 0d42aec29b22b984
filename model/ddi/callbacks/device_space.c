/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/machine/config_space.h"
#include "dxgmap_pci.h"
#include "dxgmap_video_services.h"

/* DxgkCbReadDeviceSpace, DxgkCbWriteDeviceSpace, VideoPortGetBusData, VideoPortSetBusData: the configuration space.
   They touch no domain, so exclusive access is no obstacle. */

/* A harness that has its own keeps them. */
#ifndef _WIN32 /* whose linkers have no weak definitions */
#pragma weak VideoPortGetBusData
#pragma weak VideoPortSetBusData
#endif

/* What one of them asks for. */
typedef struct {
  ULONG offset;
  ULONG length;
  bool read; /* into `to`; else it is written, from `from` */
  PVOID to;
  const void *from;
} dxgmap_ddi_config_wish;

/* Asks for as much of the buffer as is used: nobody has more than the configuration space. */
static bool dxgmap_ddi_config_buffer(dxgmap_ddi_call *call, const dxgmap_ddi_config_wish *wish)
{
  ULONG used = dxgmap_ddi_config_length(wish->offset, wish->length);
  return wish->read ? dxgmap_ddi_argument_out(call, "Buffer", wish->to, used)
                    : dxgmap_ddi_argument_in(call, "Buffer", wish->from, used);
}

/* Of a device that was pulled out: the bus answers with ones (REMOVE-5). */
static ULONG dxgmap_ddi_config_gone(const dxgmap_ddi_config_wish *wish)
{
  ULONG used = dxgmap_ddi_config_length(wish->offset, wish->length);
  if (wish->read) {
    memset(wish->to, 0xFF, used);
  }
  return used;
}

static uint32_t dxgmap_ddi_config_space(dxgmap_ddi_call *call, const dxgmap_ddi_config_wish *wish, PULONG bytes)
{
  if (!dxgmap_ddi_config_buffer(call, wish) ||
      !dxgmap_ddi_argument_out(call, wish->read ? "BytesRead" : "BytesWritten", bytes, sizeof(*bytes))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t cause = dxgmap_state_gate_own(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_APC_LEVEL);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  if (dxgmap_ddi.state->adapter[dxgmap_state_find(dxgmap_ddi.state, call->adapter)].switches.removed != 0) {
    *bytes = dxgmap_ddi_config_gone(wish);
    return DXGMAP_CAUSE_NONE;
  }
  dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  *bytes = wish->read ? dxgmap_ddi_config_read(a, wish->to, wish->offset, wish->length)
                      : dxgmap_ddi_config_write(a, wish->from, wish->offset, wish->length);
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_device_space(dxgmap_ddi_call *call, ULONG type, const dxgmap_ddi_config_wish *wish,
                                        PULONG bytes)
{
  if (type != DXGK_WHICHSPACE_CONFIG) {
    dxgmap_ddi_detail(&call->subject, "a device space other than DXGK_WHICHSPACE_CONFIG");
    return DXGMAP_CAUSE_NOT_MODELLED;
  }
  return dxgmap_ddi_config_space(call, wish, bytes);
}

NTSTATUS DxgkCbReadDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length,
                               PULONG BytesRead)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_config_wish wish = {Offset, Length, true, Buffer, NULL};
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_READ_SPACE, DeviceHandle, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_device_space(&call, DataType, &wish, BytesRead)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

NTSTATUS DxgkCbWriteDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length,
                                PULONG BytesWritten)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_config_wish wish = {Offset, Length, false, NULL, Buffer};
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_WRITE_SPACE, DeviceHandle, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_device_space(&call, DataType, &wish, BytesWritten)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static ULONG dxgmap_ddi_bus_data(uint32_t operation, const void *extension, BUS_DATA_TYPE type,
                                 const dxgmap_ddi_config_wish *wish, const void *site)
{
  dxgmap_ddi_call call;
  ULONG bytes = 0;
  uint32_t cause = DXGMAP_CAUSE_BAD_ADAPTER;
  if (dxgmap_ddi_enter(&call, operation, NULL, site)) {
    const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of_extension(extension);
    call.adapter = a != NULL ? a->handle : 0;
    cause = type == PCIConfiguration ? dxgmap_ddi_config_space(&call, wish, &bytes) : (uint32_t)DXGMAP_CAUSE_NONE;
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return bytes;
}

ULONG VideoPortGetBusData(PVOID HwDeviceExtension, BUS_DATA_TYPE BusDataType, ULONG SlotNumber, PVOID Buffer,
                          ULONG Offset, ULONG Length)
{
  dxgmap_ddi_config_wish wish = {Offset, Length, true, Buffer, NULL};
  (void)SlotNumber;
  return dxgmap_ddi_bus_data(DXGMAP_OPERATION_GET_BUS_DATA, HwDeviceExtension, BusDataType, &wish, DXGMAP_DDI_SITE);
}

ULONG VideoPortSetBusData(PVOID HwDeviceExtension, BUS_DATA_TYPE BusDataType, ULONG SlotNumber, PVOID Buffer,
                          ULONG Offset, ULONG Length)
{
  dxgmap_ddi_config_wish wish = {Offset, Length, false, NULL, Buffer};
  (void)SlotNumber;
  return dxgmap_ddi_bus_data(DXGMAP_OPERATION_SET_BUS_DATA, HwDeviceExtension, BusDataType, &wish, DXGMAP_DDI_SITE);
}
