/* SPDX-License-Identifier: MIT */
/*
 * A display driver in C++ with classes, templates and operators: what its functions are called in a report.
 *
 * It needs no C++ runtime, so it is linked with one and without.
 */
#include <dispmprt.h>
#include <dxgmap.h>

#include <cstdio>
#include <cstring>

#define KEEP __attribute__((noinline))

static DXGKRNL_INTERFACE dxgk;
static HANDLE adapter;
static char report[12288];

namespace gpu
{
template <class Register, unsigned Width> struct Window {
  Register *at;
  KEEP NTSTATUS map(ULONG length)
  {
    PHYSICAL_ADDRESS where;
    PVOID address = nullptr;
    where.QuadPart = 0x800000000;
    NTSTATUS status = dxgk.DxgkCbMapMemory(adapter, where, length * Width, FALSE, FALSE, MmNonCached, &address);
    at = static_cast<Register *>(address);
    return status;
  }
};

template <class View> KEEP NTSTATUS open(View *view)
{
  NTSTATUS status = view->map(PAGE_SIZE);
  return status + 0 * static_cast<NTSTATUS>(sizeof(View));
}

struct Device {
  Window<ULONG, 2> window;
  KEEP NTSTATUS operator()()
  {
    NTSTATUS status = open(&window);
    std::strcpy(report, ""); /* no tail call: the frame stays */
    return status;
  }
  KEEP NTSTATUS Start()
  {
    NTSTATUS status = (*this)();
    std::strcpy(report, "");
    return status;
  }
};
} // namespace gpu

static void keep_report(const dxgmap_violation *violation, void *)
{
  std::strcpy(report, violation->text);
}

int main(int count, char **words)
{
  dxgmap_resource_description range = {DXGMAP_RESOURCE_MEMORY, 0x800000000, 4 * PAGE_SIZE};
  dxgmap_adapter_description description = {};
  description.physical_adapters = 1;
  description.resources = 1;
  description.resource = &range;
  dxgk.Size = sizeof(dxgk);
  dxgk.Version = DXGKDDI_INTERFACE_VERSION;
  if (dxgmap_open(nullptr) != DXGMAP_CAUSE_NONE || dxgmap_adapter_start(&description, &adapter) != DXGMAP_CAUSE_NONE ||
      dxgmap_adapter_interface(adapter, &dxgk) != DXGMAP_CAUSE_NONE) {
    return 2;
  }
  dxgmap_set_handler(keep_report, nullptr);
  static gpu::Device device;
  if (device.Start() != STATUS_SUCCESS || dxgmap_adapter_stop(adapter, nullptr) != DXGMAP_CAUSE_NONE) {
    return 2;
  }
  dxgmap_close();
  int missing = 0;
  for (int i = 1; i < count; i++) {
    if (std::strstr(report, words[i]) == nullptr) {
      std::printf("expected: %s\n", words[i]);
      missing++;
    }
  }
  if (missing > 0) {
    std::printf("seen: %s\n", report);
  }
  return missing > 0;
}
