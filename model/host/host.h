/* SPDX-License-Identifier: MIT */
/*
 * The host: everything that the mapping callbacks need and that is not proved.
 *
 * Real memory behind page numbers, address windows that fault, save sections, device memory, call stacks, report
 * text, one lock, fault handling and fault injection. It serves the Windows face and knows neither it nor the core:
 * page numbers and identity handles are plain 64-bit numbers here.
 *
 * Conventions
 * - There is one host in a process: one machine.
 * - A page is DXGMAP_HOST_PAGE bytes. A "frame" is a physical page number; a frame list is an array of them.
 * - Units are in the names or the comments: `pages` counts pages, `bytes` and `length` count bytes.
 * - Whatever can fail answers a dxgmap_host_result (or NULL). Out parameters are written on success alone, and a
 *   failure leaves the host as it was. Nothing here aborts or exits. What releases cannot fail.
 * - The caller holds dxgmap_host_lock() around every call, but for those marked [any], which need no lock.
 * - A call on a host that is not open fails with DXGMAP_HOST_CLOSED, or with DXGMAP_HOST_BAD_ARGUMENT if it names a
 *   window, section or device: there are none. Calls without a result answer 0, NULL or false, or do nothing.
 * - Handle 0 means "no owner".
 *
 * The folders, from the bottom: os/ is what is asked of the operating system, and names it alone. base/ counts memory
 * and has the small structures. Then threads/, reports/ (stacks and text), frames/ (physical memory), windows/ (what is
 * mapped where), machine/ (all of it opened and closed; ports; faults). Calls go down only. interface/ is what the face
 * may call, a header a concept; the other headers are the host's own.
 */
#ifndef DXGMAP_HOST_H
#define DXGMAP_HOST_H

#include "host/interface/result.h"
#include "host/interface/machine.h"
#include "host/interface/memory.h"
#include "host/interface/frames.h"
#include "host/interface/reach.h"
#include "host/interface/windows.h"
#include "host/interface/devices.h"
#include "host/interface/sections.h"
#include "host/interface/stacks.h"
#include "host/interface/text.h"
#include "host/interface/threads.h"
#include "host/interface/faults.h"
#include "host/interface/forks.h"
#include "host/interface/injection.h"

#endif
