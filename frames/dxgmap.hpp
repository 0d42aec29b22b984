// SPDX-License-Identifier: MIT
#ifndef DXGMAP_HPP
#define DXGMAP_HPP

// Guards for a harness in C++17: what a constructor does, the destructor undoes. None of them can be copied; each lives
// on one thread. A constructor that does not succeed throws dxgmap::error.

#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "dxgmap.h"

namespace dxgmap
{

class error : public std::runtime_error
{
public:
  error(const char *call, uint32_t reason)
      : std::runtime_error(std::string(call) + ": " + dxgmap_cause_name(reason) + ", " + dxgmap_cause_sentence(reason)),
        cause(reason)
  {
  }
  uint32_t cause;
};

inline void need(const char *call, uint32_t cause)
{
  if (cause != DXGMAP_CAUSE_NONE) {
    throw error(call, cause);
  }
}

class guard
{
public:
  guard() = default;
  guard(const guard &) = delete;
  guard &operator=(const guard &) = delete;
};

// The system is open. What its adapters and the driver have left is reported at the end.
class system : guard
{
public:
  explicit system(const dxgmap_system_description &description = {})
  {
    need("dxgmap_open", dxgmap_open(&description));
  }
  ~system()
  {
    dxgmap_close();
  }
};

// An adapter is started; on a machine that does not remap its domain is attached too.
class adapter : guard
{
public:
  explicit adapter(const dxgmap_adapter_description &description)
  {
    need("dxgmap_adapter_start", dxgmap_adapter_start(&description, &handle_));
    if (description.mode == DXGMAP_MODE_IDENTITY && !description.linked) {
      uint32_t cause = dxgmap_adapter_attach(handle_);
      if (cause != DXGMAP_CAUSE_NONE) {
        (void)stop();
        throw error("dxgmap_adapter_attach", cause);
      }
    }
  }
  ~adapter()
  {
    (void)stop();
  }

  // The hAdapter of its callbacks; NULL after the stop.
  HANDLE handle() const
  {
    return handle_;
  }

  // What the driver's DxgkDdiStartDevice gets.
  DXGKRNL_INTERFACE dxgkrnl() const
  {
    DXGKRNL_INTERFACE filled = {};
    filled.Size = sizeof filled;
    filled.Version = DXGKDDI_INTERFACE_VERSION;
    need("dxgmap_adapter_interface", dxgmap_adapter_interface(handle_, &filled));
    return filled;
  }

  // Stops it now; how many leaks there were. A second stop does nothing.
  uint64_t stop()
  {
    uint64_t leaks = 0;
    if (handle_ != nullptr) {
      (void)dxgmap_adapter_stop(std::exchange(handle_, nullptr), &leaks);
    }
    return leaks;
  }

private:
  HANDLE handle_ = nullptr;
};

// Between DxgkDdiBegin- and EndExclusiveAccess.
class exclusive_access : guard
{
public:
  explicit exclusive_access(const adapter &device) : handle_(device.handle())
  {
    need("dxgmap_adapter_exclusive_begin", dxgmap_adapter_exclusive_begin(handle_));
  }
  ~exclusive_access()
  {
    (void)dxgmap_adapter_exclusive_end(handle_);
  }

private:
  HANDLE handle_;
};

// The calling thread is in this process.
class in_process : guard
{
public:
  explicit in_process(uint64_t process) : before_(dxgmap_process())
  {
    dxgmap_set_process(process);
  }
  ~in_process()
  {
    dxgmap_set_process(before_);
  }

private:
  uint64_t before_;
};

// The calling thread runs at this IRQL, which is not below the one it has.
class at_irql : guard
{
public:
  explicit at_irql(KIRQL level)
  {
    KeRaiseIrql(level, &before_);
  }
  ~at_irql()
  {
    KeLowerIrql(before_);
  }

private:
  KIRQL before_ = 0;
};

// Some acquisitions fail. At the end none is made to fail any more, of any guard.
class failing : guard
{
public:
  explicit failing(const dxgmap_failure &which)
  {
    need("dxgmap_fail", dxgmap_fail(&which));
  }
  ~failing()
  {
    dxgmap_fail_none();
  }

  // The nth acquisition from now on, and no other.
  static dxgmap_failure nth(uint64_t number)
  {
    dxgmap_failure which = {};
    which.nth = number;
    which.count = 1;
    return which;
  }
};

// A report, kept.
struct report {
  uint32_t cause;
  uint32_t operation;
  uint32_t severity;
  std::string text;

  // Whether the report has this word: the name of a function in a stack, as it stands there. "": every report.
  bool names(const std::string &word) const
  {
    auto of_word = [](char c) { return c == '_' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); };
    for (size_t at = text.find(word); at != std::string::npos && !word.empty(); at = text.find(word, at + 1)) {
      bool begins = at == 0 || !of_word(text[at - 1]) || !of_word(word.front());
      bool ends = at + word.size() == text.size() || !of_word(text[at + word.size()]) || !of_word(word.back());
      if (begins && ends) {
        return true;
      }
    }
    return word.empty();
  }
};

// Keeps what is reported while it lives, instead of printing it. The system is open.
class reports : guard
{
public:
  reports()
  {
    dxgmap_set_handler(keep, this);
  }
  ~reports()
  {
    dxgmap_set_handler(nullptr, nullptr);
  }

  std::vector<report> taken()
  {
    std::lock_guard<std::mutex> hold(lock_);
    return std::exchange(kept_, {});
  }

private:
  static void keep(const dxgmap_violation *violation, void *context)
  {
    auto *self = static_cast<reports *>(context);
    std::lock_guard<std::mutex> hold(self->lock_);
    self->kept_.push_back({violation->cause, violation->operation, violation->severity, violation->text});
  }

  std::mutex lock_;
  std::vector<report> kept_;
};

} // namespace dxgmap

#endif
