/* SPDX-License-Identifier: MIT */
/* A program without a C library: one adapter starts, pins its save area and unpins it, on memory that begins as zero.
   Its exit code is the line of the first thing that is not as it should be, or 0. */
#include "dxgmap_core.h"

#define EXPECT(condition) \
  do {                    \
    if (!(condition)) {   \
      return __LINE__;    \
    }                     \
  } while (0)

static dxgmap_state state; /* all zero: no adapter, no mapping */
static dxgmap_start description;
static uint64_t pages[2] = {5, 3};

int pin_and_unpin(void);
void leave(int code);

int pin_and_unpin(void)
{
  const dxgmap_caller caller = {DXGMAP_PASSIVE_LEVEL, 4, 1};

  description.chain = 1;
  description.save_bytes[0] = sizeof pages / sizeof pages[0] * DXGMAP_PAGE_SIZE;
  description.commit_limit = 2;
  description.installed_pages = DXGMAP_PAGES;
  description.highest_visible = (uint64_t)DXGMAP_PAGES * DXGMAP_PAGE_SIZE - 1;

  const dxgmap_outcome started = dxgmap_op_start(&state, &description);
  EXPECT(started.status == DXGMAP_OK);
  EXPECT(dxgmap_op_attach(&state, started.handle) == DXGMAP_OK);
  EXPECT(dxgmap_op_translate(&state, started.handle, 5).status == DXGMAP_BLOCKED);

  const dxgmap_outcome pinned =
      dxgmap_op_pin(&state, caller, started.handle, 0, description.save_bytes[0], DXGMAP_PIN, pages, 2, 0);
  EXPECT(pinned.status == DXGMAP_OK);
  EXPECT(dxgmap_op_translate(&state, started.handle, 5).status == DXGMAP_OK);
  EXPECT(dxgmap_op_translate(&state, started.handle, 3).page == 3);

  const dxgmap_outcome unpinned = dxgmap_op_unpin(&state, caller, started.handle, 0);
  EXPECT(unpinned.status == DXGMAP_OK);
  EXPECT(unpinned.handle == pinned.handle);
  EXPECT(dxgmap_op_translate(&state, started.handle, 5).status == DXGMAP_BLOCKED);
  EXPECT(dxgmap_op_unpin(&state, caller, started.handle, 0).status == DXGMAP_NOT_PINNED);
  EXPECT(dxgmap_op_stop(&state, started.handle) == DXGMAP_OK);
  return 0;
}

void leave(int code)
{
  __asm__ volatile("syscall" : : "a"(60L), "D"((long)code) : "rcx", "r11", "memory");
  __builtin_unreachable();
}

__asm__(".globl _start\n"
        "_start:\n"
        "  xor %ebp, %ebp\n"
        "  and $-16, %rsp\n"
        "  call pin_and_unpin\n"
        "  mov %eax, %edi\n"
        "  call leave\n");
