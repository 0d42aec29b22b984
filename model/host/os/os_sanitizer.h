/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OS_SANITIZER_H
#define DXGMAP_OS_SANITIZER_H

/* ThreadSanitizer does not know fences. What one puts in order it is told by these, which are nothing without it. */
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define DXGMAP_OS_SANITIZED
#endif
#elif defined(__SANITIZE_THREAD__)
#define DXGMAP_OS_SANITIZED
#endif
/* A copy that no sanitizer sees is made by way of memory that it does see. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define DXGMAP_OS_COPIES_SEEN
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define DXGMAP_OS_COPIES_SEEN
#endif

#ifdef DXGMAP_OS_SANITIZED
#include <sanitizer/tsan_interface.h>
#define DXGMAP_OS_RELEASED(address) __tsan_release(address)
#define DXGMAP_OS_ACQUIRED(address) __tsan_acquire(address)
#else
#define DXGMAP_OS_RELEASED(address) (void)(address)
#define DXGMAP_OS_ACQUIRED(address) (void)(address)
#endif

/* AddressSanitizer is told of blocks by the heap alone: what waits to be used again, it does not see. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DXGMAP_OS_WATCHED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define DXGMAP_OS_WATCHED
#endif

/* Of what reads the frames of other functions. */
#define DXGMAP_OS_UNSANITIZED __attribute__((no_sanitize_address, no_sanitize_thread))

#endif
