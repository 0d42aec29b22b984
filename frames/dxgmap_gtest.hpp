// SPDX-License-Identifier: MIT
#ifndef DXGMAP_GTEST_HPP
#define DXGMAP_GTEST_HPP

// GoogleTest: a test fails on each report that it does not expect, and shows it.
//
//   class Toy : public dxgmap::test {};
//   TEST_F(Toy, Starts) { dxgmap::adapter adapter(description); ... }       no report is expected, no leak either
//   TEST_F(Toy, PinsTwice)
//   {
//     DXGMAP_EXPECT(DXGMAP_CAUSE_PINNED, "PinTwice");                       from here to the end of the block
//     PinTwice();
//   }
//
// A site is the name of a function that stands in one of the report's stacks; "" is any. The program is linked with
// -rdynamic, so that names are there; a function that was inlined has none.

#include <algorithm>
#include <list>
#include <mutex>
#include <string>

#include <gtest/gtest.h>

#include "dxgmap.hpp"

namespace dxgmap
{

class expectation;

// What is expected at the moment, by whichever thread.
class expectations : guard
{
public:
  static expectations &all()
  {
    static expectations only;
    return only;
  }
  void add(expectation *one)
  {
    std::lock_guard<std::mutex> hold(lock_);
    here_.push_back(one);
  }
  void remove(expectation *one)
  {
    std::lock_guard<std::mutex> hold(lock_);
    here_.remove(one);
  }
  inline bool meet(const report &seen);

private:
  std::mutex lock_;
  std::list<expectation *> here_;
};

// One report or more of a cause, at a site, until the end of the block; none: the test fails.
class expectation : guard
{
public:
  expectation(const char *file, int line, uint32_t cause, std::string site)
      : file_(file), line_(line), cause_(cause), site_(std::move(site))
  {
    expectations::all().add(this);
  }
  ~expectation()
  {
    expectations::all().remove(this);
    if (times_ == 0) {
      ADD_FAILURE_AT(file_, line_) << "expected: a report of " << dxgmap_cause_name(cause_)
                                   << (site_.empty() ? "" : " that names ") << site_ << "\n    seen: none";
    }
  }
  bool meets(const report &seen)
  {
    bool met = seen.cause == cause_ && seen.names(site_);
    times_ += met ? 1 : 0;
    return met;
  }

private:
  const char *file_;
  int line_;
  uint32_t cause_;
  std::string site_;
  uint64_t times_ = 0;
};

// The innermost one that fits counts it.
inline bool expectations::meet(const report &seen)
{
  std::lock_guard<std::mutex> hold(lock_);
  return std::any_of(here_.rbegin(), here_.rend(), [&seen](expectation *one) { return one->meets(seen); });
}

// For dxgmap_set_handler, or the description of a system.
inline void judge(const dxgmap_violation *violation, void *)
{
  report seen = {violation->cause, violation->operation, violation->severity, violation->text};
  if (!expectations::all().meet(seen)) {
    ADD_FAILURE() << "unexpected report:\n" << seen.text;
  }
}

// A fixture: the system is open in each test, and closes after it.
class test : public ::testing::Test
{
protected:
  void SetUp() override
  {
    dxgmap_system_description description = describe();
    description.handler = judge;
    ASSERT_EQ(dxgmap_open(&description), static_cast<uint32_t>(DXGMAP_CAUSE_NONE));
  }
  void TearDown() override
  {
    dxgmap_close();
  }
  // The system of a fixture that wants another than the default.
  virtual dxgmap_system_description describe() const
  {
    return {};
  }
};

} // namespace dxgmap

#define DXGMAP_EXPECT_JOIN(a, b) a##b
#define DXGMAP_EXPECT_NAME(line) DXGMAP_EXPECT_JOIN(dxgmap_expected_, line)
#define DXGMAP_EXPECT(cause, site) dxgmap::expectation DXGMAP_EXPECT_NAME(__LINE__)(__FILE__, __LINE__, cause, site)

#endif
