/* SPDX-License-Identifier: MIT */
#include "ddi/callbacks/unmodelled.h"

#include "ddi/call/call.h"

static NTSTATUS dxgmap_ddi_report_unmodelled(const char *member, HANDLE adapter, bool mute, const void *site)
{
  dxgmap_ddi_call call;
  (void)dxgmap_ddi_enter(&call, DXGMAP_OPERATION_NOT_MODELLED, adapter, site);
  call.mute = mute;
  dxgmap_ddi_detail(&call.subject, member);
  return dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NOT_MODELLED);
}

static NTSTATUS dxgmap_ddi_unmodelled(const char *member, HANDLE adapter, const void *site)
{
  return dxgmap_ddi_report_unmodelled(member, adapter, false, site);
}

/* Of a member that does not answer with an NTSTATUS. */
static void dxgmap_ddi_unmodelled_mute(const char *member, HANDLE adapter, const void *site)
{
  (void)dxgmap_ddi_report_unmodelled(member, adapter, true, site);
}

/* Members whose argument structures the headers do not describe: callable whatever the driver passes. */
#define DXGMAP_DDI_UNDESCRIBED(list)                                                                                \
  list(DxgkCbQueryServices) list(DxgkCbIsDevicePresent) list(DxgkCbGetHandleParent) list(DxgkCbEnumHandleChildren)  \
      list(DxgkCbQueryMonitorInterface) list(DxgkCbGetCaptureAddress) list(DxgkCbLogEtwEvent)                       \
          list(DxgkCbExcludeAdapterAccess) list(DxgkCbCreateContextAllocation) list(DxgkCbDestroyContextAllocation) \
              list(DxgkCbSetPowerComponentActive) list(DxgkCbSetPowerComponentIdle)                                 \
                  list(DxgkCbPowerRuntimeControlRequest) list(DxgkCbSetPowerComponentLatency)                       \
                      list(DxgkCbSetPowerComponentResidency) list(DxgkCbCompleteFStateTransition)                   \
                          list(DxgkCbCompletePStateTransition) list(DxgkCbMapContextAllocation)                     \
                              list(DxgkCbUpdateContextAllocation) list(DxgkCbReserveGpuVirtualAddressRange)         \
                                  list(DxgkCbAcquireHandleData) list(DxgkCbReleaseHandleData)                       \
                                      list(DxgkCbHardwareContentProtectionTeardown)                                 \
                                          list(DxgkCbMultiPlaneOverlayDisabled) list(DxgkCbMitigatedRangeUpdate)    \
                                              list(DxgkCbInvalidateHwContext) list(DxgkCbIndicateConnectorChange)   \
                                                  list(DxgkCbUnblockUEFIFrameBufferRanges)                          \
                                                      list(DxgkCbAcquirePostDisplayOwnership2)                      \
                                                          list(DxgkCbSetProtectedSessionStatus)                     \
                                                              list(DxgkCbReportDiagnostic) list(DxgkCbSignalEvent)  \
                                                                  list(DxgkCbIsFeatureEnabled)                      \
                                                                      list(DxgkCbSaveMemoryForHotUpdate)            \
                                                                          list(DxgkCbNotifyCursorSupportChange)     \
                                                                              list(DxgkCbQueryFeatureSupport)       \
                                                                                  list(DxgkCbDisconnectDoorbell)

#define DXGMAP_DDI_DEFINE(member)                                 \
  static NTSTATUS dxgmap_ddi_##member(void)                       \
  {                                                               \
    return dxgmap_ddi_unmodelled(#member, NULL, DXGMAP_DDI_SITE); \
  }
DXGMAP_DDI_UNDESCRIBED(DXGMAP_DDI_DEFINE)

static NTSTATUS dxgmap_ddi_DxgkCbEvalAcpiMethod(HANDLE DeviceHandle, ULONG DeviceUid,
                                                struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX *AcpiInputBuffer,
                                                ULONG AcpiInputSize, struct _ACPI_EVAL_OUTPUT_BUFFER *AcpiOutputBuffer,
                                                ULONG AcpiOutputSize)
{
  (void)DeviceUid;
  (void)AcpiInputBuffer;
  (void)AcpiInputSize;
  (void)AcpiOutputBuffer;
  (void)AcpiOutputSize;
  return dxgmap_ddi_unmodelled("DxgkCbEvalAcpiMethod", DeviceHandle, DXGMAP_DDI_SITE);
}

static NTSTATUS dxgmap_ddi_DxgkCbIndicateChildStatus(HANDLE DeviceHandle, struct _DXGK_CHILD_STATUS *ChildStatus)
{
  (void)ChildStatus;
  return dxgmap_ddi_unmodelled("DxgkCbIndicateChildStatus", DeviceHandle, DXGMAP_DDI_SITE);
}

static BOOLEAN dxgmap_ddi_DxgkCbQueueDpc(HANDLE DeviceHandle)
{
  dxgmap_ddi_unmodelled_mute("DxgkCbQueueDpc", DeviceHandle, DXGMAP_DDI_SITE);
  return FALSE;
}

static NTSTATUS dxgmap_ddi_DxgkCbSynchronizeExecution(HANDLE DeviceHandle, PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
                                                      PVOID Context, ULONG MessageNumber, PBOOLEAN ReturnValue)
{
  (void)SynchronizeRoutine;
  (void)Context;
  (void)MessageNumber;
  (void)ReturnValue;
  return dxgmap_ddi_unmodelled("DxgkCbSynchronizeExecution", DeviceHandle, DXGMAP_DDI_SITE);
}

static PVOID dxgmap_ddi_DxgkCbGetHandleData(const struct _DXGKARGCB_GETHANDLEDATA *pGetHandleData)
{
  (void)pGetHandleData;
  dxgmap_ddi_unmodelled_mute("DxgkCbGetHandleData", NULL, DXGMAP_DDI_SITE);
  return NULL;
}

static VOID dxgmap_ddi_DxgkCbNotifyInterrupt(IN_CONST_HANDLE hAdapter,
                                             const struct _DXGKARGCB_NOTIFY_INTERRUPT_DATA *pNotifyData)
{
  (void)pNotifyData;
  dxgmap_ddi_unmodelled_mute("DxgkCbNotifyInterrupt", hAdapter, DXGMAP_DDI_SITE);
}

static VOID dxgmap_ddi_DxgkCbNotifyDpc(IN_CONST_HANDLE hAdapter)
{
  dxgmap_ddi_unmodelled_mute("DxgkCbNotifyDpc", hAdapter, DXGMAP_DDI_SITE);
}

static NTSTATUS dxgmap_ddi_DxgkCbQueryVidPnInterface(D3DKMDT_HVIDPN hVidPn,
                                                     DXGK_VIDPN_INTERFACE_VERSION VidPnInterfaceVersion,
                                                     const DXGK_VIDPN_INTERFACE **ppVidPnInterface)
{
  (void)hVidPn;
  (void)VidPnInterfaceVersion;
  (void)ppVidPnInterface;
  return dxgmap_ddi_unmodelled("DxgkCbQueryVidPnInterface", NULL, DXGMAP_DDI_SITE);
}

void dxgmap_ddi_fill_unmodelled(DXGKRNL_INTERFACE *dxgkrnl)
{
#define DXGMAP_DDI_POINT(member) dxgkrnl->member = (DXGMAP_UNDESCRIBED_CALLBACK)dxgmap_ddi_##member;
  DXGMAP_DDI_UNDESCRIBED(DXGMAP_DDI_POINT)
  dxgkrnl->DxgkCbEvalAcpiMethod = dxgmap_ddi_DxgkCbEvalAcpiMethod;
  dxgkrnl->DxgkCbIndicateChildStatus = dxgmap_ddi_DxgkCbIndicateChildStatus;
  dxgkrnl->DxgkCbQueueDpc = dxgmap_ddi_DxgkCbQueueDpc;
  dxgkrnl->DxgkCbSynchronizeExecution = dxgmap_ddi_DxgkCbSynchronizeExecution;
  dxgkrnl->DxgkCbGetHandleData = dxgmap_ddi_DxgkCbGetHandleData;
  dxgkrnl->DxgkCbNotifyInterrupt = dxgmap_ddi_DxgkCbNotifyInterrupt;
  dxgkrnl->DxgkCbNotifyDpc = dxgmap_ddi_DxgkCbNotifyDpc;
  dxgkrnl->DxgkCbQueryVidPnInterface = dxgmap_ddi_DxgkCbQueryVidPnInterface;
}
