/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_STATUS_H
#define DXGMAP_STATUS_H

/* Why a step did not succeed. A step answers with the first cause that holds, in the order of its clause file in
   spec/clauses; spec/status.md gives each cause its NTSTATUS and its sentence. */
enum dxgmap_status {
  DXGMAP_OK = 0,
  DXGMAP_BAD_ADAPTER = 1,     /* not the handle of a started adapter */
  DXGMAP_BAD_IRQL = 2,        /* above the IRQL limit of the operation */
  DXGMAP_EXCLUSIVE = 3,       /* between begin and end of exclusive access */
  DXGMAP_BAD_KIND = 4,        /* the operation has no mapping or object of this kind */
  DXGMAP_BAD_INDEX = 5,       /* no such physical adapter in the chain */
  DXGMAP_NO_SAVE_AREA = 6,    /* the physical adapter's save area has size zero */
  DXGMAP_BAD_SIZE = 7,        /* zero, not a multiple of the page, overflowing, or not the one that came out */
  DXGMAP_TOO_LARGE = 8,       /* beyond the save area or object, what an MDL or ADL can say, or the profile */
  DXGMAP_PINNED = 9,          /* the save area is pinned already */
  DXGMAP_NOT_PINNED = 10,     /* the save area is not pinned */
  DXGMAP_BAD_COUNT = 11,      /* the page list is empty or does not have the size asked for */
  DXGMAP_BAD_PAGE = 12,       /* a page number outside the model's physical memory */
  DXGMAP_BAD_HANDLE = 13,     /* not a live mapping handle of this kind on this adapter */
  DXGMAP_BAD_ADDRESS = 14,    /* no live view there that this call may release */
  DXGMAP_BAD_PROCESS = 15,    /* another process than the one that the view belongs to */
  DXGMAP_BAD_SPACE = 16,      /* neither memory space nor I/O space */
  DXGMAP_NOT_OWNED = 17,      /* outside the resources of the adapter */
  DXGMAP_CACHE_CONFLICT = 18, /* the range is mapped with another P6CACHE setting */
  DXGMAP_PLACE_TAKEN = 19,    /* the window pages offered are not all free, or outside the window */
  DXGMAP_PRESSURE = 20,       /* memory pressure (an input) */
  DXGMAP_NO_SLOT = 21,        /* no handle is left on this adapter, or for objects */
  DXGMAP_NO_RANGE = 22,       /* no free run of logical pages, or of capture cells, is long enough */
  DXGMAP_NO_ADAPTER = 23,     /* no adapter is left in the table */
  DXGMAP_NO_COMMIT = 24,      /* the commit limit does not hold the save areas */
  DXGMAP_NOT_VISIBLE = 25,    /* the adapter's visible bounds do not reach all installed memory */
  DXGMAP_BAD_RESOURCE = 26,   /* the resource list is malformed */
  DXGMAP_ATTACHED = 27,       /* the domain is attached already */
  DXGMAP_NOT_EXCLUSIVE = 28,  /* end of exclusive access without a begin */
  DXGMAP_BLOCKED = 29,        /* device access to a page that is not mapped */
  DXGMAP_BYPASS = 30,         /* the domain is not attached: access is not checked (not a failure) */
  DXGMAP_NO_MORE = 31,        /* the cursor is past the last live mapping */
  DXGMAP_BAD_MODE = 32,       /* the operation is not for the adapter's driver */
  DXGMAP_BOUND = 33,          /* the object was made with an adapter, so it is not for Open; or the reverse */
  DXGMAP_OPENED = 34,         /* the object has an adapter object already */
  DXGMAP_IN_USE = 35,         /* an adapter object, an ADL or a view of it lives */
  DXGMAP_NOT_OF_OBJECT = 36,  /* the ADL, view or adapter object belongs to another object */
  DXGMAP_BAD_FLAGS = 37,      /* not for objects of this type: a contiguous ADL, a view in user mode */
  DXGMAP_NOT_LEAD = 38,       /* a linked adapter, where the lead of its chain is asked for; or no such lead */
  DXGMAP_LINKED = 39,         /* the lead of a chain itself, or of a chain already */
  DXGMAP_REMOVED = 40,        /* the device was pulled out */
  DXGMAP_ASLEEP = 41,         /* device access in a power state in which it reaches no memory */
  DXGMAP_BAD_POWER = 42       /* no such power state */
};

#endif
