/* SPDX-License-Identifier: MIT */
#include "large.h"

static NTSTATUS SampleSumPart(PSAMPLE_DEVICE Device, const SAMPLE_PART *Part, PULONG Sum)
{
  PHYSICAL_ADDRESS start;
  PVOID address;
  NTSTATUS status;
  ULONG i;

  if (Part->Offset > Device->LargeSize || Part->Size > Device->LargeSize - Part->Offset) {
    return STATUS_INVALID_PARAMETER;
  }
  start.QuadPart = Device->Large.QuadPart + (LONGLONG)Part->Offset;
  status = Device->Dxgk.DxgkCbMapMemory(Device->Dxgk.DeviceHandle, start, Part->Size, FALSE, FALSE, MmWriteCombined,
                                        &address);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  for (i = 0; i < Part->Size / sizeof(ULONG); i++) {
    *Sum = *Sum * 31 + ((const volatile ULONG *)address)[i];
  }
  return Device->Dxgk.DxgkCbUnmapMemory(Device->Dxgk.DeviceHandle, address);
}

NTSTATUS SampleSumLarge(PSAMPLE_DEVICE Device, PULONG Sum)
{
  NTSTATUS status = STATUS_SUCCESS;
  UINT i;

  *Sum = 0;
  for (i = 0; i < Device->Board.Parts && NT_SUCCESS(status); i++) {
    status = SampleSumPart(Device, &Device->Board.Part[i], Sum);
  }
  return status;
}

NTSTATUS SampleRememberLarge(PSAMPLE_DEVICE Device)
{
  return Device->LargeSize == 0 ? STATUS_SUCCESS : SampleSumLarge(Device, &Device->Sum);
}

NTSTATUS SampleCompareLarge(PSAMPLE_DEVICE Device)
{
  NTSTATUS status;
  ULONG sum;

  if (Device->LargeSize == 0) {
    return STATUS_SUCCESS;
  }
  status = SampleSumLarge(Device, &sum);
  if (NT_SUCCESS(status) && sum != Device->Sum) {
    status = STATUS_ADAPTER_HARDWARE_ERROR;
  }
  return status;
}
