/* SPDX-License-Identifier: MIT */
/*
 * Threads on Windows.
 *
 * The end of a thread is told by a callback of the module (a TLS callback), which runs in the thread that ends and
 * before its variables go. A callback of fiber-local storage would be called for a fiber too, by whichever thread
 * deletes it.
 */
#include "host/os/os_windows.h"

#ifdef _WIN32

#define DXGMAP_OS_SECOND ((uint64_t)1000000000) /* ns */

uint64_t dxgmap_os_time(void)
{
  dxgmap_win_large now, second;
  (void)QueryPerformanceFrequency(&second);
  (void)QueryPerformanceCounter(&now);
  uint64_t ticks = (uint64_t)now.QuadPart, rate = (uint64_t)second.QuadPart;
  return ticks / rate * DXGMAP_OS_SECOND + ticks % rate * DXGMAP_OS_SECOND / rate;
}

void dxgmap_os_yield(void)
{
  (void)SwitchToThread();
}

/* Windows has no fork. */
bool dxgmap_os_at_fork(void (*before)(void), void (*parent)(void), void (*child)(void))
{
  (void)before;
  (void)parent;
  (void)child;
  return true;
}

/* A fiber has a stack of its own, and the limits are the fiber's that runs. */
bool dxgmap_os_on_stack(const void *at, size_t bytes)
{
  unsigned long long low, high;
  uintptr_t here = (uintptr_t)__builtin_frame_address(0), first = (uintptr_t)at;
  GetCurrentThreadStackLimits(&low, &high);
  return here >= low && first >= here && first < high && bytes <= high - first;
}

/* ---- The end of a thread ---- */

static DXGMAP_OS_OF_THREAD const dxgmap_os_thread_end *dxgmap_os_end;

bool dxgmap_os_at_thread_end(const dxgmap_os_thread_end *end)
{
  dxgmap_os_end = end;
  return true;
}

static void dxgmap_os_end_call(void *module, unsigned long reason, void *reserved)
{
  (void)module;
  (void)reserved;
  while (reason == DXGMAP_WIN_DLL_THREAD_DETACH && dxgmap_os_end != NULL) {
    const dxgmap_os_thread_end *end = dxgmap_os_end;
    dxgmap_os_end = NULL;
    end->call();
  }
}

/* The loader calls what the linker finds in sections of such names, in the order of these. */
typedef void dxgmap_os_module_callback(void *module, unsigned long reason, void *reserved);
__attribute__((section(".CRT$XLC"), used)) static dxgmap_os_module_callback *const dxgmap_os_end_callback =
    dxgmap_os_end_call;

#endif
