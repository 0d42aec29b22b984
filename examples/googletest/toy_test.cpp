// SPDX-License-Identifier: MIT
// The driver under GoogleTest. Of the driver that forgets the second test fails, and shows the leak.
#include <dxgmap_gtest.hpp>

#include "driver.h"

namespace
{

constexpr uint64_t save_bytes[] = {16 * PAGE_SIZE};
constexpr dxgmap_resource_description registers = {DXGMAP_RESOURCE_MEMORY, 0x800000000, PAGE_SIZE};

class Toy : public dxgmap::test
{
protected:
  static dxgmap_adapter_description machine()
  {
    dxgmap_adapter_description description = {};
    description.physical_adapters = 1;
    description.save_bytes = save_bytes;
    description.resources = 1;
    description.resource = &registers;
    return description;
  }
};

TEST_F(Toy, StartsSavesAndStops)
{
  dxgmap::adapter adapter(machine());
  DXGKRNL_INTERFACE dxgkrnl = adapter.dxgkrnl();
  TOY toy;
  ASSERT_EQ(ToyStartDevice(&toy, &dxgkrnl), STATUS_SUCCESS);
  EXPECT_EQ(ToySave(&toy, save_bytes[0]), STATUS_SUCCESS);
  ToyStopDevice(&toy);
  EXPECT_EQ(adapter.stop(), 0u);
}

TEST_F(Toy, GivesBackWhenItsSecondAcquisitionFails)
{
  dxgmap::adapter adapter(machine());
  DXGKRNL_INTERFACE dxgkrnl = adapter.dxgkrnl();
  dxgmap::failing second(dxgmap::failing::nth(2));
  TOY toy;
  EXPECT_FALSE(NT_SUCCESS(ToyStartDevice(&toy, &dxgkrnl)));
}

TEST_F(Toy, IsRefusedAtAnIrqlThatIsTooHigh)
{
  dxgmap::adapter adapter(machine());
  DXGKRNL_INTERFACE dxgkrnl = adapter.dxgkrnl();
  TOY toy;
  DXGMAP_EXPECT(DXGMAP_CAUSE_BAD_IRQL, "ToyStartDevice");
  dxgmap::at_irql raised(DISPATCH_LEVEL);
  EXPECT_FALSE(NT_SUCCESS(ToyStartDevice(&toy, &dxgkrnl)));
}

// Stopped twice, of which the second finds nothing of what it unmaps.
TEST_F(Toy, IsToldOfASecondUnmap)
{
  dxgmap::adapter adapter(machine());
  DXGKRNL_INTERFACE dxgkrnl = adapter.dxgkrnl();
  TOY toy;
  ASSERT_EQ(ToyStartDevice(&toy, &dxgkrnl), STATUS_SUCCESS);
  TOY copy = toy;
  copy.Ring = nullptr;
  ToyStopDevice(&toy);
  DXGMAP_EXPECT(DXGMAP_CAUSE_BAD_ADDRESS, "ToyStopDevice");
  ToyStopDevice(&copy);
}

} // namespace
