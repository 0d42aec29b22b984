// SPDX-License-Identifier: MIT
// The frames in C++: guards undo what they did, and the GoogleTest adapter fails the tests that it must.
#include <dxgmap_gtest.hpp>

#include <gtest/gtest-spi.h>

namespace
{

constexpr dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, 0x800000000, PAGE_SIZE};

dxgmap_adapter_description machine()
{
  dxgmap_adapter_description description = {};
  description.physical_adapters = 1;
  description.resources = 1;
  description.resource = &registers;
  return description;
}

} // namespace

// Has names of its own in a report.
extern "C" __attribute__((noinline)) NTSTATUS UnmapNothing(const DXGKRNL_INTERFACE *dxgkrnl)
{
  NTSTATUS status = dxgkrnl->DxgkCbUnmapMemory(dxgkrnl->DeviceHandle, nullptr);
  return status + 0 * static_cast<NTSTATUS>(sizeof(status));
}

namespace
{

class Adapter : public dxgmap::test
{
};

TEST_F(Adapter, ExpectationIsMet)
{
  dxgmap::adapter adapter(machine());
  DXGKRNL_INTERFACE dxgkrnl = adapter.dxgkrnl();
  DXGMAP_EXPECT(DXGMAP_CAUSE_BAD_ADDRESS, "UnmapNothing");
  UnmapNothing(&dxgkrnl);
  UnmapNothing(&dxgkrnl);
}

TEST_F(Adapter, UnexpectedReportFailsAndIsShown)
{
  static dxgmap::adapter *adapter;
  dxgmap::adapter one(machine());
  adapter = &one;
  auto unexpected = [] {
    DXGKRNL_INTERFACE dxgkrnl = adapter->dxgkrnl();
    UnmapNothing(&dxgkrnl);
  };
  EXPECT_NONFATAL_FAILURE(unexpected(), "unexpected report:\ndxgmap: DxgkCbUnmapMemory");
  auto cause = [] {
    DXGKRNL_INTERFACE dxgkrnl = adapter->dxgkrnl();
    dxgmap::expectation met("here", 1, DXGMAP_CAUSE_BAD_ADDRESS, "");
    UnmapNothing(&dxgkrnl);
    (void)dxgkrnl.DxgkCbUnmapMemory(nullptr, nullptr);
  };
  EXPECT_NONFATAL_FAILURE(cause(), "DXGMAP_BAD_ADAPTER");
}

TEST_F(Adapter, ExpectationThatIsNotMetFails)
{
  EXPECT_NONFATAL_FAILURE(DXGMAP_EXPECT(DXGMAP_CAUSE_PINNED, ""),
                          "expected: a report of DXGMAP_PINNED\n    seen: none");
  EXPECT_NONFATAL_FAILURE(DXGMAP_EXPECT(DXGMAP_CAUSE_LEAK, "Nobody"), "that names Nobody");
}

TEST_F(Adapter, LeakAtTheEndOfAGuardFails)
{
  auto leak = [] {
    dxgmap::adapter adapter(machine());
    DXGKRNL_INTERFACE dxgkrnl = adapter.dxgkrnl();
    PVOID address = nullptr;
    PHYSICAL_ADDRESS where;
    where.QuadPart = static_cast<LONGLONG>(registers.start);
    EXPECT_EQ(dxgkrnl.DxgkCbMapMemory(adapter.handle(), where, PAGE_SIZE, FALSE, FALSE, MmNonCached, &address),
              STATUS_SUCCESS);
  };
  EXPECT_NONFATAL_FAILURE(leak(), "DXGMAP_LEAK");
}

TEST(Guards, UndoWhatTheyDid)
{
  {
    dxgmap::system system;
    EXPECT_THROW(dxgmap::system(), dxgmap::error) << "it is open";
    dxgmap::adapter adapter(machine());
    {
      dxgmap::in_process process(17);
      EXPECT_EQ(dxgmap_process(), 17u);
      dxgmap::at_irql raised(APC_LEVEL);
      EXPECT_EQ(KeGetCurrentIrql(), APC_LEVEL);
    }
    EXPECT_EQ(dxgmap_process(), 4u);
    EXPECT_EQ(KeGetCurrentIrql(), PASSIVE_LEVEL);
    {
      dxgmap::failing first(dxgmap::failing::nth(1));
      EXPECT_EQ(ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, 'a'), nullptr);
    }
    PVOID block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, 'a');
    EXPECT_NE(block, nullptr);
    ExFreePool(block);
    {
      dxgmap::exclusive_access exclusive(adapter);
      EXPECT_THROW(dxgmap::exclusive_access again(adapter), dxgmap::error);
    }
    dxgmap::exclusive_access again(adapter);
  }
  dxgmap::system again;
}

TEST(Reports, AreKeptAndNameWholeWords)
{
  dxgmap::system system;
  dxgmap::adapter adapter(machine());
  DXGKRNL_INTERFACE dxgkrnl = adapter.dxgkrnl();
  dxgmap::reports reports;
  UnmapNothing(&dxgkrnl);
  std::vector<dxgmap::report> taken = reports.taken();
  ASSERT_EQ(taken.size(), 1u);
  EXPECT_EQ(taken[0].cause, static_cast<uint32_t>(DXGMAP_CAUSE_BAD_ADDRESS));
  EXPECT_EQ(taken[0].operation, static_cast<uint32_t>(DXGMAP_OPERATION_UNMAP_VIEW));
  EXPECT_TRUE(taken[0].names("UnmapNothing"));
  EXPECT_FALSE(taken[0].names("UnmapNoth"));
  EXPECT_FALSE(taken[0].names("mapNothing"));
  EXPECT_TRUE(taken[0].names(""));
  EXPECT_TRUE(reports.taken().empty());
}

} // namespace
