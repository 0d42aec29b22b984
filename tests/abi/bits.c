/* SPDX-License-Identifier: MIT */
/* The facts of the interface that no constant expression can state: which bit of a word a flag is, how many pages a
   range touches, what a macro computes. */

#include "dispmprt.h"
#include "ntddvdeo.h"
#include "video.h"

#include "harness.h"

static void pin2_flags(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
  pin.Flags.Value = 0;
  pin.Flags.PreferContiguous = 1;
  CHECK(pin.Flags.Value == 0x00000001u);
  pin.Flags.Value = 0;
  pin.Flags.Reserved = 0x7fffffffu;
  CHECK(pin.Flags.Value == 0xfffffffeu);
}

static void adl_flags(void)
{
  DXGK_ADL adl;
  DXGKARGCB_ALLOCATE_ADL allocate;
  adl.Flags.Value = 0;
  adl.Flags.Contiguous = 1;
  CHECK(adl.Flags.Value == 0x00000001u);
  adl.Flags.Value = 0;
  adl.Flags.Reserved = 0x7fffffffu;
  CHECK(adl.Flags.Value == 0xfffffffeu);
  allocate.Flags.Value = 0;
  allocate.Flags.RequireContiguous = 1;
  CHECK(allocate.Flags.Value == 0x00000001u);
  allocate.Flags.Value = 0;
  allocate.Flags.PreferContiguous = 1;
  CHECK(allocate.Flags.Value == 0x00000002u);
  allocate.Flags.Value = 0;
  allocate.Flags.Reserved = 0x3fffffffu;
  CHECK(allocate.Flags.Value == 0xfffffffcu);
}

static void iommu_caps(void)
{
  DXGK_IOMMU_CAPS caps;
  caps.Value = 0;
  caps.IommuIsolationSupported = 1;
  CHECK(caps.Value == 0x00000001u);
  caps.Value = 0;
  caps.IommuIsolationRequired = 1;
  CHECK(caps.Value == 0x00000002u);
  caps.Value = 0;
  caps.DmaRemappingSupported = 1;
  CHECK(caps.Value == 0x00000004u);
}

static void physical_address(void)
{
  PHYSICAL_ADDRESS address;
  address.QuadPart = 0x0123456789abcdefLL;
  CHECK(address.LowPart == 0x89abcdefu);
  CHECK(address.HighPart == 0x01234567);
  CHECK(address.u.LowPart == address.LowPart);
}

static void page_macros(void)
{
  CHECK(ADDRESS_AND_SIZE_TO_SPAN_PAGES(0, 0) == 0);
  CHECK(ADDRESS_AND_SIZE_TO_SPAN_PAGES(0, 1) == 1);
  CHECK(ADDRESS_AND_SIZE_TO_SPAN_PAGES(0, PAGE_SIZE) == 1);
  CHECK(ADDRESS_AND_SIZE_TO_SPAN_PAGES(0, PAGE_SIZE + 1) == 2);
  CHECK(ADDRESS_AND_SIZE_TO_SPAN_PAGES(4095, 1) == 1);
  CHECK(ADDRESS_AND_SIZE_TO_SPAN_PAGES(4095, 2) == 2);
  CHECK(ADDRESS_AND_SIZE_TO_SPAN_PAGES(4095, PAGE_SIZE + 2) == 3);
  CHECK(ADDRESS_AND_SIZE_TO_SPAN_PAGES(4095, ~(SIZE_T)0) == ((SIZE_T)1 << 52) + 1);
  CHECK(BYTE_OFFSET(0x12345) == 0x345);
  CHECK(PAGE_ALIGN(0x12345) == (PVOID)0x12000);
  CHECK(ROUND_TO_PAGES(1) == PAGE_SIZE);
  CHECK(ROUND_TO_PAGES(PAGE_SIZE) == PAGE_SIZE);
  CHECK(ROUND_TO_PAGES(0) == 0);
  CHECK(BYTES_TO_PAGES(PAGE_SIZE + 1) == 2);
}

static void mdl_macros(void)
{
  struct {
    MDL mdl;
    PFN_NUMBER page[2];
  } list;
  RtlZeroMemory(&list, sizeof(list));
  list.mdl.StartVa = (PVOID)0x10000;
  list.mdl.ByteOffset = 0x10;
  list.mdl.ByteCount = 0x1000;
  list.mdl.MappedSystemVa = (PVOID)0x20010;
  CHECK(MmGetMdlPfnArray(&list.mdl) == list.page);
  CHECK(MmGetMdlVirtualAddress(&list.mdl) == (PVOID)0x10010);
  CHECK(MmGetMdlByteCount(&list.mdl) == 0x1000);
  CHECK(MmGetMdlByteOffset(&list.mdl) == 0x10);
  CHECK(ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(&list.mdl), list.mdl.ByteCount) == 2);
}

static void status_codes(void)
{
  CHECK(NT_SUCCESS(STATUS_SUCCESS));
  CHECK(NT_SUCCESS(STATUS_PENDING));
  CHECK(!NT_SUCCESS(STATUS_INVALID_PARAMETER));
  CHECK(!NT_SUCCESS(STATUS_BUFFER_OVERFLOW));
}

int main(void)
{
  harness_begin(NULL, NULL);
  RUN(pin2_flags);
  RUN(adl_flags);
  RUN(iommu_caps);
  RUN(physical_address);
  RUN(page_macros);
  RUN(mdl_macros);
  RUN(status_codes);
  return harness_end();
}
