/* SPDX-License-Identifier: MIT */
/* The members of DXGKRNL_INTERFACE that are not modelled: each reports itself and does nothing. */
#include "world_all.h"
#include "world_more.h"

#include "model/ddi/callbacks/unmodelled.c"

#include "inputs.h"
#include "plain_machine.h"

#define UNMODELLED_CALL(member)   \
  status = dxgmap_ddi_##member(); \
  /*@ check refused: status < 0; */

void main(void)
{
  DXGKRNL_INTERFACE dxgkrnl;
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  NTSTATUS status;
  plain_machine();
  world_begin_once();
  dxgmap_ddi_fill_unmodelled(&dxgkrnl);
  DXGMAP_DDI_UNDESCRIBED(UNMODELLED_CALL)
  status = dxgkrnl.DxgkCbEvalAcpiMethod(adapter, world_any32(), WORLD_OWN, world_any32(), WORLD_OWN, world_any32());
  /*@ check evaluated: status < 0; */
  status = dxgkrnl.DxgkCbIndicateChildStatus(adapter, WORLD_OWN);
  /*@ check indicated: status < 0; */
  BOOLEAN queued = dxgkrnl.DxgkCbQueueDpc(adapter);
  /*@ check queued: queued == 0; */
  status = dxgkrnl.DxgkCbSynchronizeExecution(adapter, NULL, WORLD_OWN, world_any32(), WORLD_OWN);
  /*@ check executed: status < 0; */
  PVOID data = dxgkrnl.DxgkCbGetHandleData(WORLD_OWN);
  /*@ check data: data == \null; */
  dxgkrnl.DxgkCbNotifyInterrupt(adapter, WORLD_OWN);
  dxgkrnl.DxgkCbNotifyDpc(adapter);
  status = dxgkrnl.DxgkCbQueryVidPnInterface(0, DXGK_VIDPN_INTERFACE_VERSION_V1, WORLD_OWN);
  /*@ check asked: status < 0; */
}
