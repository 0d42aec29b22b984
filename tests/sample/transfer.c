/* SPDX-License-Identifier: MIT */
#include "transfer.h"

#include "chain.h"

/* Where in the frame buffer the page of this number among those that are saved lies. */
static ULONG64 SamplePageOffset(const SAMPLE_BOARD *Board, SIZE_T Page)
{
  ULONG64 offset = (ULONG64)Page << PAGE_SHIFT;
  UINT i;

  for (i = 0; i < Board->Parts; i++) {
    if (offset < Board->Part[i].Size) {
      return Board->Part[i].Offset + offset;
    }
    offset -= Board->Part[i].Size;
  }
  return offset;
}

static NTSTATUS SampleCopyPage(PSAMPLE_DEVICE Device, UINT Index, SAMPLE_DIRECTION Direction, SIZE_T Page,
                               PFN_NUMBER LogicalPage)
{
  const SAMPLE_DEVICE *other = SampleDeviceOf(Device, Index);
  SAMPLE_COPY *copy = Direction == SampleSave ? other->Board.CopyOut : other->Board.CopyIn;
  NTSTATUS status = copy(other->Board.Device, Index, SamplePageOffset(&other->Board, Page), LogicalPage);

  return other->Removed || Device->Removed ? STATUS_DEVICE_REMOVED : status;
}

static PFN_NUMBER SampleListPage(const SAMPLE_LIST *List, SIZE_T Page)
{
  if (List->Mdl != NULL) {
    return MmGetMdlPfnArray(List->Mdl)[Page];
  }
  /* The union holds either one number or a pointer; only the flag says which. */
  if (List->Adl->Flags.Contiguous) {
    return List->Adl->BasePageNumber + Page;
  }
  return List->Adl->Pages[Page];
}

/* ---- The save area as a whole ---- */

static NTSTATUS SamplePinMdl(PSAMPLE_DEVICE Device, UINT Index, PSAMPLE_LIST Pinned)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin;
  NTSTATUS status;

  RtlZeroMemory(&pin, sizeof(pin));
  pin.PhysicalAdapterIndex = Index;
  pin.CommitSize = SampleBytes(Device, Index);
  status = Device->Dxgk.DxgkCbPinFrameBufferForSave(Device->Dxgk.DeviceHandle, &pin);
  if (NT_SUCCESS(status)) {
    Pinned->Mdl = pin.pMdl;
  }
  return status;
}

static NTSTATUS SamplePinAdl(PSAMPLE_DEVICE Device, UINT Index, PSAMPLE_LIST Pinned)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
  NTSTATUS status;

  RtlZeroMemory(&pin, sizeof(pin));
  pin.PhysicalAdapterIndex = Index;
  pin.CommitSize = SampleBytes(Device, Index);
  pin.Flags.PreferContiguous = Device->Board.PrefersContiguousLists ? 1 : 0;
  status = Device->Dxgk.DxgkCbPinFrameBufferForSave2(Device->Dxgk.DeviceHandle, &pin);
  if (NT_SUCCESS(status)) {
    Pinned->Adl = pin.pAdl;
    Device->Statistics.ContiguousPins += pin.pAdl->Flags.Contiguous;
  }
  return status;
}

static NTSTATUS SamplePin(PSAMPLE_DEVICE Device, UINT Index, PSAMPLE_LIST Pinned)
{
  NTSTATUS status;

  RtlZeroMemory(Pinned, sizeof(*Pinned));
  status = Device->Board.UsesAddressDescriptorLists ? SamplePinAdl(Device, Index, Pinned)
                                                    : SamplePinMdl(Device, Index, Pinned);
  if (!NT_SUCCESS(status)) {
    Device->Statistics.RefusedPins++;
  }
  return status;
}

static NTSTATUS SampleUnpin(PSAMPLE_DEVICE Device, UINT Index)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin;

  RtlZeroMemory(&unpin, sizeof(unpin));
  unpin.PhysicalAdapterIndex = Index;
  return Device->Dxgk.DxgkCbUnpinFrameBufferForSave(Device->Dxgk.DeviceHandle, &unpin);
}

/* The device moves the frame buffer page by page; then the pin ends, whether or not the device succeeded. */
static NTSTATUS SampleTransferPinned(PSAMPLE_DEVICE Device, UINT Index, SAMPLE_DIRECTION Direction,
                                     const SAMPLE_LIST *Pinned)
{
  SIZE_T pages = SampleBytes(Device, Index) >> PAGE_SHIFT;
  NTSTATUS status = STATUS_SUCCESS;
  NTSTATUS unpinned;
  SIZE_T page;

  for (page = 0; page < pages && NT_SUCCESS(status); page++) {
    status = SampleCopyPage(Device, Index, Direction, page, SampleListPage(Pinned, page));
  }
  unpinned = SampleUnpin(Device, Index);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  Device->Statistics.PinnedTransfers++;
  return unpinned;
}

/* ---- The save area in chunks ---- */

typedef struct _SAMPLE_CHUNK {
  SIZE_T Page;  /* where in the frame buffer and in the save area */
  SIZE_T Pages; /* at most SAMPLE_BUFFER_PAGES */
} SAMPLE_CHUNK;

static NTSTATUS SampleCopyChunk(PSAMPLE_DEVICE Device, UINT Index, SAMPLE_DIRECTION Direction,
                                const SAMPLE_CHUNK *Chunk)
{
  const SAMPLE_LIST *buffer = &Device->Buffer.List;
  NTSTATUS status = STATUS_SUCCESS;
  SIZE_T page;

  for (page = 0; page < Chunk->Pages && NT_SUCCESS(status); page++) {
    status = SampleCopyPage(Device, Index, Direction, Chunk->Page + page, SampleListPage(buffer, page));
  }
  return status;
}

/* Between the frame buffer and the buffer goes the device, between the buffer and the save area the CPU. */
static NTSTATUS SampleMoveChunk(PSAMPLE_DEVICE Device, UINT Index, SAMPLE_DIRECTION Direction,
                                const SAMPLE_CHUNK *Chunk, PUCHAR Saved)
{
  SIZE_T bytes = Chunk->Pages << PAGE_SHIFT;
  NTSTATUS status;

  if (Direction == SampleRestore) {
    RtlCopyMemory(Device->Buffer.Address, Saved, bytes);
    return SampleCopyChunk(Device, Index, Direction, Chunk);
  }
  status = SampleCopyChunk(Device, Index, Direction, Chunk);
  if (NT_SUCCESS(status)) {
    RtlCopyMemory(Saved, Device->Buffer.Address, bytes);
  }
  return status;
}

static NTSTATUS SampleMapChunk(PSAMPLE_DEVICE Device, UINT Index, const SAMPLE_CHUNK *Chunk,
                               DXGKARGCB_MAPFRAMEBUFFERPOINTER *Map)
{
  NTSTATUS status;

  RtlZeroMemory(Map, sizeof(*Map));
  Map->PhysicalAdapterIndex = Index;
  Map->Size = Chunk->Pages << PAGE_SHIFT;
  Map->Offset = Chunk->Page << PAGE_SHIFT;
  status = Device->Dxgk.DxgkCbMapFrameBufferPointer(Device->Dxgk.DeviceHandle, Map);
  if (!NT_SUCCESS(status)) {
    Device->Statistics.RefusedChunks++;
  }
  return status;
}

static NTSTATUS SampleUnmapChunk(PSAMPLE_DEVICE Device, const DXGKARGCB_MAPFRAMEBUFFERPOINTER *Map)
{
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap;

  RtlZeroMemory(&unmap, sizeof(unmap));
  unmap.PhysicalAdapterIndex = Map->PhysicalAdapterIndex;
  unmap.pBaseAddress = Map->pBaseAddress;
  return Device->Dxgk.DxgkCbUnmapFrameBufferPointer(Device->Dxgk.DeviceHandle, &unmap);
}

static VOID SampleCountChunk(PSAMPLE_DEVICE Device, const SAMPLE_CHUNK *Chunk)
{
  Device->Statistics.Chunks++;
  if (Device->Statistics.SmallestChunkPages == 0 || Chunk->Pages < Device->Statistics.SmallestChunkPages) {
    Device->Statistics.SmallestChunkPages = (ULONG)Chunk->Pages;
  }
}

/* Maps the chunk, and less of it for as long as the map is refused. When not even one page can be had the transfer is
   over and the map's own status says why. */
static NTSTATUS SampleMapSomeChunk(PSAMPLE_DEVICE Device, UINT Index, SAMPLE_CHUNK *Chunk,
                                   DXGKARGCB_MAPFRAMEBUFFERPOINTER *Map)
{
  NTSTATUS status = SampleMapChunk(Device, Index, Chunk, Map);

  while (!NT_SUCCESS(status) && Chunk->Pages > 1) {
    Chunk->Pages /= 2;
    status = SampleMapChunk(Device, Index, Chunk, Map);
  }
  return status;
}

static NTSTATUS SampleTransferChunk(PSAMPLE_DEVICE Device, UINT Index, SAMPLE_DIRECTION Direction, SAMPLE_CHUNK *Chunk)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map;
  NTSTATUS unmapped;
  NTSTATUS status = SampleMapSomeChunk(Device, Index, Chunk, &map);

  if (!NT_SUCCESS(status)) {
    return status;
  }
  /* The Offset that came out, not the one that went in. */
  status = SampleMoveChunk(Device, Index, Direction, Chunk, (PUCHAR)map.pBaseAddress + map.Offset);
  unmapped = SampleUnmapChunk(Device, &map);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  SampleCountChunk(Device, Chunk);
  return unmapped;
}

static NTSTATUS SampleTransferInChunks(PSAMPLE_DEVICE Device, UINT Index, SAMPLE_DIRECTION Direction)
{
  SIZE_T pages = SampleBytes(Device, Index) >> PAGE_SHIFT;
  NTSTATUS status = STATUS_SUCCESS;
  SAMPLE_CHUNK chunk;

  chunk.Page = 0;
  while (chunk.Page < pages && NT_SUCCESS(status)) {
    chunk.Pages = pages - chunk.Page;
    if (chunk.Pages > SAMPLE_BUFFER_PAGES) {
      chunk.Pages = SAMPLE_BUFFER_PAGES;
    }
    status = SampleTransferChunk(Device, Index, Direction, &chunk);
    chunk.Page += chunk.Pages;
  }
  return status;
}

NTSTATUS SampleTransfer(PSAMPLE_DEVICE Device, UINT Index, SAMPLE_DIRECTION Direction)
{
  SAMPLE_LIST pinned;
  NTSTATUS status;

  if (SampleBytes(Device, Index) == 0) {
    return STATUS_SUCCESS;
  }
  status = SamplePin(Device, Index, &pinned);
  if (NT_SUCCESS(status)) {
    return SampleTransferPinned(Device, Index, Direction, &pinned);
  }
  return status == STATUS_DEVICE_REMOVED ? status : SampleTransferInChunks(Device, Index, Direction);
}
