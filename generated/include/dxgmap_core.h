/*
   The interface of the proved core, for programs that build dxgmap.c with DXGMAP_HOST=0. Each header
   of the core stands once, with its contracts, where it is included first.

   Generated: do not edit. Edit the inputs, then run: make generate
   Inputs and their sha256:
     7b26f8796b04d16eb9ddebeb26ec1d51658f29f4b4081fe64983a73953f625f0 model/core/base/access.h
     b03f50ecee09cae7aaf009db498aa40d1f487597f4b54db15365389ba075236a model/core/base/outcome.h
     e3259ebc71d9022293ebaf0057eea4f447624a6839ca118fbbd4fff30af95738 model/core/base/profile.h
     ee339cd046e0dc5b33bbba53b0051ab562c9bd1ff6f591aecf8f6ec94d1e957d model/core/base/status.h
     6efad182c29c4f56b3f4f0ddbe86dd3f86ac6bb4598a35bde4e8144f65e4dd3b model/core/base/types.h
     4ea3e2deac35c69d31d0337d2d1857147e8fdf50d919503627a6c7053a7d4d33 model/core/checks/check.h
     d2a761422ad7dd4bd5ecbe1ffcb913ab6a7769ffd780fe6af6635897f1c0f87d model/core/checks/check_adapter.h
     fbea11e6557617da195938e681207835cd1c1e9cbde354f0d4f69cabf6782ab5 model/core/checks/check_domain.h
     4c8ddd9f69390121ed2d74665fd65d0c64ee0f035be4dfd604e4d1ff89b85b7f model/core/checks/check_heap.h
     264abf37814262a094287ec5676b9744c0843fb3ea7c50288637256d9225f22e model/core/checks/check_links.h
     40268b481c76398110a252f3655239461abf1f883e78bab22683014e0909c76c model/core/checks/check_quarantine.h
     b7b6fc015694ba3cdca7cdd7b719aeeba54ad7472d2e9d144cf91f561241a4df model/core/checks/check_ranges.h
     f5bf7d08f61c02eca56b38a1e170242a13f707ccc1d237b4630f0da88abf9848 model/core/checks/check_slots.h
     e3e94990e2458b4c2d057a24b02faa1256c600b79085a8e5d019345f9195f1e7 model/core/checks/check_translation.h
     0241ddfa78666e40eb3817229518209eb5e96dc939edb710eb61eb1fa3342a30 model/core/checks/check_views.h
     5e8b9bd2c426ad9e2c26a16ec1f12b8388754a71ecd2f219ad3f4b7338025576 model/core/facts/leak.h
     8fbab5fdbb43f4dfc8c01c236e3689e61e19f0770780f2a868e903da534fb440 model/core/facts/zero.h
     b9a57fd4d60c65a74a97d075a7051d4539b158799dda0a56c0282aa0b3c5f693 model/core/operations/op_adapter.h
     b3fad9ffae6e81a24f9ef4c4d5f1480226deadf7bb706cafcc3b3081f30a0de0 model/core/operations/op_adl.h
     e4e25665350872daed0fb965234316218efe405cdfe84792e2945be403d1bf0a model/core/operations/op_bound.h
     8a64985264ff337f0aee316b697beed50f16256464efe2e244a05129dcebd526 model/core/operations/op_object.h
     1377cb5fcca4450fe473aa3953242828fd79723d6f0528a8e6a35efdeb796846 model/core/operations/op_object_view.h
     e9d2deba1a53b31ed43e009f11279ff885c722bccb9e155666388ecc7137a428 model/core/operations/op_pages.h
     008ad94e202d08ae52c9023228fa2edd111ea09869e973d08e8c07ed5ce8eade model/core/operations/op_pin.h
     31d3a90a9427c9f7b29522382b524ada0652d4fe1ff9a89d0fcc06a8192c4892 model/core/operations/op_pointer.h
     004f47ee0171b237222d3df9ad27e4230b87a25e0d933a117dedde1fd74c417a model/core/operations/op_process.h
     937f933cbfbf1632494940eb89ea8797ade1c8efdcc9652219a64cc90de837df model/core/operations/op_reference.h
     7d25bd7a01d1a202d1dec3dda20b4d7236a6e3180da6892668b1be52c564ee12 model/core/operations/op_switch.h
     0e6b004c263b7bdcaa8ac0cbd3e5265f523d99ff1ed0394e178adac8fe1df23f model/core/operations/op_translate.h
     59eae3b40c9c33c59372b6586a5f554d890f2efc65b60d34ee794c71a4388efd model/core/operations/op_view.h
     d200612d5dfdadc725c102322d50c6800295c10377d346dde8e12fcadaa83937 model/core/state/adapter.h
     0b58d87ed68da03557f1148dc811dc8e932ad25aad4c4f7844bbdd87ff50630f model/core/state/state.h
     f5d1210a1c76c6a1c1d5e8a3d5acf97717725596b50c44b466a5d100ee5d3db8 model/core/structures/domain.h
     45cfd297e3aac3430768251c819820b5fdb50b8f1be9eaacd0238fd871489902 model/core/structures/handle.h
     aafdb4877eb2992488cc6b7042b4f0d5801185a8e52cdcc1bbf2f889bd704a0f model/core/structures/heap.h
     8b553734cf5a4e510603414d04d9c0640b4776b8735317a42067f7781253f4e9 model/core/structures/links.h
     28c29b4092da57833472259ae4b3adc29f6e384ced5173634edf7b9688f77b30 model/core/structures/quarantine.h
     e95d129670dead642cdbbf2457ff9784df6139aa28000cfa4f66973420119255 model/core/structures/ranges.h
     d80eb158e32268953fdcc7f958411d2e5bb189b06f41f7ddc5c63e1a24ad51fc model/core/structures/slots.h
     f717808416eb8b1a594ec5c273baddd15f63f939d7e38954bf39bcb7da88bfa4 model/core/structures/translation.h
     6ebd7337d6e4c79f29e444298d2369e720adba1d0428f9b4ec3021f09a8cb7d8 model/core/structures/views.h
     80b1b21081e48e5d059fbbce1181f26e6d6630d31218cf57408b46ac4676d2d8 model/core/trace/dispatch.h
     3ef9e234f9661257b17c139f79d5ded233ecaefd2892a43b45471adada3d0cd0 model/core/trace/keys.h
     688fefdf76a083369f97f6958ced198fa7996f93ab0e9019c7742e4b5a528a3c model/core/trace/step.h
     b5e76e358d21d08d24f5b3bfad799cd49807a48ca6bf14a053a3234ebbbeb733 model/core/trace/trace.h
     226a70203182d1a32c692edc89334292886a0e4198d37d00d5def6a1f15d51b7 spec/logic/adapter.h
     5448e89aad302391cba946632184ed3f99b28212d82da7f8f8f2d1d95eec2a6d spec/logic/domain.h
     e86e0ead3557584bdf9cc9d8fe447a57be670087c356667b0d5ca578dff321a8 spec/logic/handle.h
     9bdbf072ec44c19731c6ffe759eb1f74c19ec45740d5b1218c9199fa6fc88c5b spec/logic/heap.h
     ddca778de87a3b62257fdbc4596d15b796f6bdc8bc8283b0195a4352e0828871 spec/logic/leak.h
     0965db7ea9fcf0f9d1cb9b9997b87847ed34dbdd451cb78a1853333a6167a78b spec/logic/links.h
     a1eda46b07a6106cb7df65a90b618dc9886711374c91e2483b1e8989d9fe6a8e spec/logic/op_adapter.h
     3bc7e154d584acf101e1086f28d4a94dc0cfaad70d82bdcef134b7a952639488 spec/logic/op_adl.h
     4b135ddaeff7b5b696f457d3769e45bc1c7b2b4100ebac55e1c5c96cae22ace4 spec/logic/op_bound.h
     1a82c4066e3383dbd49ee6d9b209e24ebbef3220571a6365c3c1e225bb9196c8 spec/logic/op_object.h
     29d3d1b3ec5a204240527e37e1b22c3f2249ae83b10c8a014288bb0ca5f5b979 spec/logic/op_object_view.h
     5d667c17869e08ae0a068680181f2828b7af9a4c1d69384dfec0fd53aa483148 spec/logic/op_pages.h
     9bb4b638e663eb67730f36cb31b1a30b40b11395d5af327dbc1d07586a674d48 spec/logic/op_pin.h
     a8c3eaec2bd4ff21de5376e876aca97c9f77fb4341cc84bbc9de72bf807fe824 spec/logic/op_pointer.h
     eb5f80dfc41172d921c4782fe0c65c33d8fec96a1ee43904dafa9b0e99fc3446 spec/logic/op_process.h
     e5c0272ab5cac937f5cc083bf31ffa73c7e8897ea676aae21c19546e49f7e0e2 spec/logic/op_reference.h
     b1fdd07afd5d105a5cbc89ab60a34e70fedbfa3932af42e5e2d2f0f7b1e4d2bd spec/logic/op_switch.h
     496ac428786c150020db83d3c0f8d24008882f34fea5900bf0e992aa0c6f1f9d spec/logic/op_translate.h
     6bfd810f7967f208a20a5c188648f38698c9987174924b6f09bd5c91cab70d20 spec/logic/op_view.h
     fa7fd465c99a3aa7c857877f5e7dc3a04bab6e3038fdf472bcaf338ba2e5e115 spec/logic/quarantine.h
     fa26c94351bc533e082947bcc1992899b81de6fc6041763581cac7443eb6b2b3 spec/logic/ranges.h
     b5616deb0ca238aa73a74591df5807fe546ec96e2ee01d0dddcaed1f90c2d1ef spec/logic/slots.h
     c87fe701984901a3dcf88726376f5062eaf2da9e83ebe29fc6a72ee6110eb5ad spec/logic/state.h
     798b664547a3b5b4e3d245093f7933819033b14ca6416d35509b8810e42a84d9 spec/logic/step.h
     613be0c722224d75bba9792e26982890a1c9eb877da622c192854c7620e4f7c9 spec/logic/theorems.h
     206e1caf85a1637e33e576210cc29193975b9d58e8f800fc5ec5d9767c4de004 spec/logic/trace.h
     0f9bc4c189dfcc1bdcaafea380e3ce6e764c02441d7cde27b85a8fe3c5c41bc1 spec/logic/translation.h
     7d862a0f0fbe1e1e5031f7188dc99f49099af67949b5125938d2d74b2bb9c32d spec/logic/views.h
     1bb192378af367060625e69057c10080ea92419b5d623f51a018d261af47ab0d spec/logic/xlate.h
     853dd5285bfecbc0a69e4881390ec3eeca4077eb1ad328ff0dd24a54ed483c8a spec/logic/zero.h
*/
#ifndef DXGMAP_CORE_H
#define DXGMAP_CORE_H

#include "dxgmap_config.h"

#ifdef __cplusplus
extern "C" {
#endif

/* dxgmap: begin model/core/base/access.h sha256 7b26f8796b04d16eb9ddebeb26ec1d51658f29f4b4081fe64983a73953f625f0 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_ACCESS_H
#define DXGMAP_ACCESS_H

#include <stdint.h>

/* How words are read and written that other threads read without a lock. What is proved is the plain access: of one
   thread's steps an atomic one says the same. The proof alone defines DXGMAP_PLAIN.

   DXGMAP_STRICT, for whoever wants C11 to the letter, and for ThreadSanitizer: words in no order are stored by atomic
   stores too. By default they are stored by plain ones, of which a compiler makes vectors; loops of atomic ones take
   several times as long. */
#ifdef DXGMAP_PLAIN
#define DXGMAP_ATOMIC(builtin, plain) plain
#else
#define DXGMAP_ATOMIC(builtin, plain) builtin
#endif
#if defined(DXGMAP_STRICT) && !defined(DXGMAP_PLAIN)
#define DXGMAP_ATOMIC_IF_STRICT(builtin, plain) builtin
#else
#define DXGMAP_ATOMIC_IF_STRICT(builtin, plain) plain
#endif

/* Reads a word: whoever sees a value sees all that was written before that value was. */
/*@ requires valid: \valid(word);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures read: \result == *word; */
static inline uint32_t dxgmap_load_acquire(const uint32_t *word)
{
  return DXGMAP_ATOMIC(__atomic_load_n(word, __ATOMIC_ACQUIRE), *word);
}

/* Writes a word, after all that was written before it. */
/*@ requires valid: \valid(word);
    terminates \true;
    exits \false;
    assigns *word;
    ensures written: *word == value; */
static inline void dxgmap_store_release(uint32_t *word, uint32_t value)
{
  DXGMAP_ATOMIC(__atomic_store_n(word, value, __ATOMIC_RELEASE), *word = value);
}

/* Writes a word, in no order with others: one that is written by dxgmap_store_release puts them in order. Even the
   plain store writes an aligned word whole. */
/*@ requires valid: \valid(word);
    terminates \true;
    exits \false;
    assigns *word;
    ensures written: *word == value; */
static inline void dxgmap_store_unordered(uint32_t *word, uint32_t value)
{
  DXGMAP_ATOMIC_IF_STRICT(__atomic_store_n(word, value, __ATOMIC_RELAXED), *word = value);
}

#endif
/* dxgmap: end model/core/base/access.h */
/* dxgmap: begin model/core/base/outcome.h sha256 b03f50ecee09cae7aaf009db498aa40d1f487597f4b54db15365389ba075236a */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OUTCOME_H
#define DXGMAP_OUTCOME_H

/* #include "base/status.h" */
/* dxgmap: begin model/core/base/status.h sha256 ee339cd046e0dc5b33bbba53b0051ab562c9bd1ff6f591aecf8f6ec94d1e957d */
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
/* dxgmap: end model/core/base/status.h */
/* #include "base/types.h" */
/* dxgmap: begin model/core/base/types.h sha256 6efad182c29c4f56b3f4f0ddbe86dd3f86ac6bb4598a35bde4e8144f65e4dd3b */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TYPES_H
#define DXGMAP_TYPES_H

#include <stdint.h>

/* #include "base/profile.h" */
/* dxgmap: begin model/core/base/profile.h sha256 e3259ebc71d9022293ebaf0057eea4f447624a6839ca118fbbd4fff30af95738 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROFILE_H
#define DXGMAP_PROFILE_H

/* The sizes of the model's arrays. Every profile is proved, the small one for the tests that run on it. Memory is
   touched only where it is used, so a large profile costs address space, not memory: 11 GiB of it by default, 38 GiB
   the large one. */

#define DXGMAP_ADAPTERS 8u   /* adapters in the table, 1 .. 127 */
#define DXGMAP_CHAIN 64u     /* physical adapters in one linked chain */
#define DXGMAP_RESOURCES 16u /* memory and I/O ranges that one adapter owns */

/* Physical memory objects belong to no adapter; they have a place of their own behind those of the adapters. */
#define DXGMAP_MACHINE DXGMAP_ADAPTERS
#define DXGMAP_PLACES (DXGMAP_ADAPTERS + 1u)

#if defined(DXGMAP_PROFILE_SMALL) && defined(DXGMAP_PROFILE_LARGE)
#error "dxgmap: one profile at a time"
#endif

#if defined(DXGMAP_PROFILE_SMALL)
#define DXGMAP_SLOTS 32u     /* live mappings of one adapter, below 2^24 - 1 */
#define DXGMAP_PAGES 64u     /* physical pages, below 2^32 - 1 */
#define DXGMAP_CELLS 64u     /* logical pages of one adapter, the first of which is never given out, below 2^32 - 1 */
#define DXGMAP_BLOCK 8u      /* logical pages of one block of a translation, a divisor of DXGMAP_CELLS */
#define DXGMAP_WINDOW 32u    /* pages of one adapter's window of CPU views */
#define DXGMAP_APART 1u      /* words that every array with an entry a slot or a page has more, never used */
#define DXGMAP_QUARANTINE 4u /* released ranges of logical pages that may wait before they are used again, 1 or more */
#else
#if defined(DXGMAP_PROFILE_LARGE)
#define DXGMAP_SLOTS 1048576u   /* 2^20 */
#define DXGMAP_PAGES 268435456u /* 2^28: 1 TiB */
#define DXGMAP_CELLS 268435456u /* 2^28 */
#define DXGMAP_WINDOW 16777216u /* 2^24: 64 GiB */
#else
#define DXGMAP_SLOTS 1048576u   /* 2^20 */
#define DXGMAP_PAGES 67108864u  /* 2^26: 256 GiB */
#define DXGMAP_CELLS 67108864u  /* 2^26 */
#define DXGMAP_WINDOW 16777216u /* 2^24: 64 GiB */
#endif
#define DXGMAP_BLOCK 512u /* 2 MiB: the directory of 2^26 pages is half a megabyte, of 2^28 two, which caches hold */
#define DXGMAP_QUARANTINE 1024u
/* 13 cache lines: arrays whose sizes are powers of two would have entries of one index at addresses that are the same
   in their low bits, where caches take them for rivals and loads wait for stores of another array. */
#define DXGMAP_APART 208u
#endif

#define DXGMAP_BLOCKS (DXGMAP_CELLS / DXGMAP_BLOCK)

#endif
/* dxgmap: end model/core/base/profile.h */

#define DXGMAP_PAGE_SIZE 4096u

/* What a live mapping is. */
enum dxgmap_kind {
  DXGMAP_NO_KIND = 0,
  DXGMAP_PIN = 1,             /* save area pinned by PinFrameBufferForSave: an MDL */
  DXGMAP_PIN2 = 2,            /* save area pinned by PinFrameBufferForSave2: an ADL */
  DXGMAP_MDL = 3,             /* MapMdlToIoMmu */
  DXGMAP_PAGE_LIST = 4,       /* AllocatePagesForMdl */
  DXGMAP_CONTIGUOUS = 5,      /* AllocateContiguousMemory */
  DXGMAP_POINTER = 6,         /* MapFrameBufferPointer */
  DXGMAP_VIEW = 7,            /* DxgkCbMapMemory */
  DXGMAP_VIDEO = 8,           /* VideoPortMapMemory */
  DXGMAP_ADL = 9,             /* AllocateAdl */
  DXGMAP_OBJECT = 10,         /* CreatePhysicalMemoryObject: memory, not mapped anywhere yet */
  DXGMAP_ADAPTER_OBJECT = 11, /* an object, opened for an adapter */
  DXGMAP_OBJECT_VIEW = 12,    /* MapPhysicalMemory */
  DXGMAP_SYSTEM = 13          /* made by Dxgkrnl itself: a reserved range, its paging, an aperture */
};

/* How a domain names pages: what the machine does for this adapter, decided anew at each start. */
enum dxgmap_mode {
  DXGMAP_IDENTITY = 0, /* the logical page number is the physical one */
  DXGMAP_REMAPPING = 1 /* the domain gives logical pages out */
};

/* Which callbacks give the device memory: what the driver says that it can do. */
enum dxgmap_capability {
  DXGMAP_BY_MDL = 0, /* WDDM 2.4: MDLs, which name physical pages; no machine can remap for such a driver */
  DXGMAP_BY_ADL = 1  /* WDDM 2.9: physical memory objects and ADLs, whether the machine remaps or not */
};

/* The power state of a device. In all but the first it reaches no memory. */
enum dxgmap_power { DXGMAP_D0 = 0, DXGMAP_D1 = 1, DXGMAP_D2 = 2, DXGMAP_D3 = 3 };

/* What a physical memory object is made of. */
enum dxgmap_object_type {
  DXGMAP_OBJECT_MDL = 0,
  DXGMAP_OBJECT_CONTIGUOUS = 1,
  DXGMAP_OBJECT_SECTION = 2,
  DXGMAP_OBJECT_IO_SPACE = 3
};

enum dxgmap_space { DXGMAP_MEMORY_SPACE = 0, DXGMAP_IO_SPACE = 1 };

enum dxgmap_irql { DXGMAP_PASSIVE_LEVEL = 0, DXGMAP_APC_LEVEL = 1, DXGMAP_DISPATCH_LEVEL = 2 };

/* Who calls: the current IRQL and the current process, which no argument of a callback says; and whether exclusive
   access is an obstacle, which the pages leave open. */
typedef struct {
  uint32_t irql;
  uint64_t process;
  uint32_t strict; /* not 0: between begin and end nothing that touches the domain is done */
} dxgmap_caller;

/* The answer of a step that acquires or releases: a status (enum dxgmap_status) and, when it is DXGMAP_OK, the handle,
   which is the mapping's identity: no other mapping, before or after, has the same. */
typedef struct {
  uint32_t status;
  uint64_t handle;
} dxgmap_outcome;

/* The answer of a step on an object and its adapter object together; both handles 0 unless it is DXGMAP_OK. */
typedef struct {
  uint32_t status;
  uint64_t object;
  uint64_t opened;
} dxgmap_bound;

/* What is turned on and off while an adapter is started. */
typedef struct {
  uint32_t attached;  /* the IOMMU domain is in force */
  uint32_t exclusive; /* between begin and end of exclusive access */
  uint32_t power;     /* enum dxgmap_power */
  uint32_t removed;   /* the device was pulled out */
  uint64_t lead;      /* of a linked adapter: the handle of the lead of its chain, or 0 */
} dxgmap_switches;

/* A range of physical addresses or ports that an adapter owns. */
typedef struct {
  uint32_t space;  /* enum dxgmap_space */
  uint64_t start;  /* first byte, or first port */
  uint64_t length; /* bytes, 1 or more */
} dxgmap_resource;

/* What an adapter says of itself when it starts, and the machine that it starts on. */
typedef struct {
  uint32_t mode;                     /* enum dxgmap_mode */
  uint32_t capability;               /* enum dxgmap_capability; DXGMAP_REMAPPING needs DXGMAP_BY_ADL */
  uint32_t linked;                   /* not 0: of a chain, and not its lead, whose save areas and domain it shares */
  uint32_t quarantine;               /* released ranges that wait before reuse, 0 .. DXGMAP_QUARANTINE */
  uint32_t chain;                    /* physical adapters, 1 .. DXGMAP_CHAIN; the first is the lead */
  uint64_t save_bytes[DXGMAP_CHAIN]; /* maximum save area of each, bytes, multiple of the page, 0: none */
  uint64_t commit_limit;             /* pages that all save areas of the machine may charge */
  uint64_t installed_pages;          /* memory of the machine */
  uint64_t highest_visible;          /* highest address that the adapter can reach, bytes */
  uint32_t resources;                /* 0 .. DXGMAP_RESOURCES */
  dxgmap_resource resource[DXGMAP_RESOURCES];
} dxgmap_start;

/* A view that is asked for. */
typedef struct {
  uint32_t kind;     /* DXGMAP_VIEW or DXGMAP_VIDEO */
  uint32_t space;    /* enum dxgmap_space */
  uint32_t user;     /* not 0: in the address space of the current process */
  uint32_t cache;    /* caching type, opaque but for DXGMAP_VIDEO, where it is the P6CACHE flag */
  uint64_t process;  /* DXGMAP_VIDEO: the process handle that came in, or 0 */
  uint64_t physical; /* first byte, or port */
  uint64_t length;   /* bytes */
  uint64_t at;       /* first window page that the host offers */
} dxgmap_view_request;

/* A physical memory object that is asked for. */
typedef struct {
  uint32_t type;     /* enum dxgmap_object_type */
  uint32_t bound;    /* not 0: made with an adapter, so that Open is not for it */
  uint32_t cache;    /* caching type, opaque */
  uint64_t physical; /* of DXGMAP_OBJECT_IO_SPACE: its first byte */
  uint64_t length;   /* bytes, a multiple of the page */
} dxgmap_object_request;

/* What a live mapping was asked for. */
typedef struct {
  uint32_t kind;   /* enum dxgmap_kind; DXGMAP_NO_KIND when the slot is not live */
  uint32_t index;  /* physical adapter, of a pin or a pointer; enum dxgmap_object_type, of an object, opened or not */
  uint32_t space;  /* of a view */
  uint32_t user;   /* of a view: not 0 in user mode; of an object, opened or not: not 0 when made with an adapter */
  uint32_t cache;  /* of a view or an object */
  uint32_t slack;  /* of a pointer or a view of an object: pages before its data */
  uint32_t object; /* of an adapter object: slot + 1 of its object, in the machine's place */
  /* first byte or port of a view or of memory that is I/O space; offset, in bytes, of a pointer, an ADL or a view of an
     object in what it is of */
  uint64_t physical;
  uint64_t length;  /* bytes asked for, of a view, a pointer, an object or an ADL */
  uint64_t process; /* of a view in user mode: where it is */
} dxgmap_descriptor;

/* One live mapping, as the cursor shows it. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BAD_ADAPTER or DXGMAP_NO_MORE */
  uint64_t handle;
  dxgmap_descriptor descriptor;
  uint32_t pages; /* captured pages, of a mapping in the domain */
  uint32_t base;  /* their first logical page, in remapping mode; in identity mode, where their capture is kept */
  uint32_t place; /* first window page, of a view in memory space */
  uint32_t span;  /* window pages; 0: none */
} dxgmap_live;

/* What the device gets for a logical page number. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BYPASS: page is valid; else it is 0 */
  uint64_t page;   /* physical page number */
  uint64_t handle; /* in remapping mode the mapping that the answer is given for; else 0 */
} dxgmap_answer;

#endif
/* dxgmap: end model/core/base/types.h */

/* The answer of a step that did not succeed. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures refused: \result.status == status && \result.handle == 0; */
dxgmap_outcome dxgmap_refuse(uint32_t status);

/* The answer of a step that succeeded. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result.status == DXGMAP_OK && \result.handle == handle; */
dxgmap_outcome dxgmap_accept(uint64_t handle);

#endif
/* dxgmap: end model/core/base/outcome.h */
/* dxgmap: begin model/core/checks/check.h sha256 4ea3e2deac35c69d31d0337d2d1857147e8fdf50d919503627a6c7053a7d4d33 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_H
#define DXGMAP_CHECK_H

/* #include "state/state.h" */
/* dxgmap: begin model/core/state/state.h sha256 0b58d87ed68da03557f1148dc811dc8e932ad25aad4c4f7844bbdd87ff50630f */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_STATE_H
#define DXGMAP_STATE_H

#include <stdbool.h>
#include <stdint.h>

/* #include "state/adapter.h" */
/* dxgmap: begin model/core/state/adapter.h sha256 d200612d5dfdadc725c102322d50c6800295c10377d346dde8e12fcadaa83937 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_ADAPTER_H
#define DXGMAP_ADAPTER_H

#include <stdbool.h>
#include <stdint.h>

/* #include "structures/domain.h" */
/* dxgmap: begin model/core/structures/domain.h sha256 f5d1210a1c76c6a1c1d5e8a3d5acf97717725596b50c44b466a5d100ee5d3db8 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DOMAIN_H
#define DXGMAP_DOMAIN_H

#include <stdbool.h>
#include <stdint.h>

/* #include "base/profile.h" */
/* #include "structures/quarantine.h" */
/* dxgmap: begin model/core/structures/quarantine.h sha256 28c29b4092da57833472259ae4b3adc29f6e384ced5173634edf7b9688f77b30 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_QUARANTINE_H
#define DXGMAP_QUARANTINE_H

/* #include "structures/ranges.h" */
/* dxgmap: begin model/core/structures/ranges.h sha256 e95d129670dead642cdbbf2457ff9784df6139aa28000cfa4f66973420119255 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_RANGES_H
#define DXGMAP_RANGES_H

/* #include "structures/heap.h" */
/* dxgmap: begin model/core/structures/heap.h sha256 aafdb4877eb2992488cc6b7042b4f0d5801185a8e52cdcc1bbf2f889bd704a0f */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HEAP_H
#define DXGMAP_HEAP_H

#include <stdbool.h>
#include <stdint.h>

/* #include "base/profile.h" */

/* Id 0 is the head of the ring (ranges.h), ids 1 .. DXGMAP_QUARANTINE are for runs that wait (quarantine.h), and each
   slot has one id. */
#define DXGMAP_FIRST (DXGMAP_QUARANTINE + 1u) /* the id of slot 0 */
#define DXGMAP_ID(slot) ((slot) + DXGMAP_FIRST)
#define DXGMAP_HEAP_IDS (DXGMAP_SLOTS + DXGMAP_FIRST)

/* A max-heap of gaps, in pages, over the ids 0 .. high - 1. Ids from high on were never touched, so all-zero memory is
   the empty heap. Position p of the heap has its children at 2p + 1 and 2p + 2. */
typedef struct {
  uint32_t count;                                 /* ids with a gap: the heap is order[0 .. count - 1] */
  uint32_t high;                                  /* high-water mark */
  uint32_t order[DXGMAP_HEAP_IDS + DXGMAP_APART]; /* the id at each position, a permutation of 0 .. high - 1 */
  uint32_t place[DXGMAP_HEAP_IDS + DXGMAP_APART]; /* the position of each id */
  uint32_t gap[DXGMAP_HEAP_IDS + DXGMAP_APART];   /* the gap of each id, 0 when it has none */
} dxgmap_heap;

/* #include "logic/heap.h" */
/* dxgmap: begin spec/logic/heap.h sha256 9bdbf072ec44c19731c6ffe759eb1f74c19ec45740d5b1218c9199fa6fc88c5b */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_HEAP_H
#define DXGMAP_LOGIC_HEAP_H

/*@
  predicate HeapPerm(dxgmap_heap h) =
       (\forall integer p; 0 <= p < h.high ==> 0 <= h.order[p] < h.high && h.place[h.order[p]] == p)
    && (\forall integer i; 0 <= i < h.high ==> 0 <= h.place[i] < h.high && h.order[h.place[i]] == i);

  logic integer HeapKey(dxgmap_heap h, integer p) = h.gap[h.order[p]];
  logic integer HeapParent(integer q) = (q - 1) / 2;

  // the edge from q to its parent is in order
  predicate HeapEdge(dxgmap_heap h, integer q) = HeapKey(h, HeapParent(q)) >= HeapKey(h, q);
  predicate HeapEdges(dxgmap_heap h) = \forall integer q; 1 <= q < h.count ==> HeapEdge(h, q);
  predicate HeapChildren(dxgmap_heap h, integer p) =
    \forall integer q; 1 <= q < h.count && HeapParent(q) == p ==> HeapEdge(h, q);

  // every edge but those that touch p is in order, and the children of p are below its parent: what a sift preserves
  predicate HeapEdgesBut(dxgmap_heap h, integer p) =
       (\forall integer q; 1 <= q < h.count && q != p && HeapParent(q) != p ==> HeapEdge(h, q))
    && (p > 0 ==>
        \forall integer q; 1 <= q < h.count && HeapParent(q) == p ==> HeapKey(h, HeapParent(p)) >= HeapKey(h, q));

  predicate HeapMembers(dxgmap_heap h) =
    \forall integer i; 0 <= i < h.high ==> (h.place[i] < h.count <==> h.gap[i] > 0);
  predicate HeapUntouched(dxgmap_heap h) = \forall integer i; h.high <= i < DXGMAP_HEAP_IDS ==> h.gap[i] == 0;

  predicate HeapOk(dxgmap_heap h) =
    0 <= h.count <= h.high <= DXGMAP_HEAP_IDS && HeapPerm(h) && HeapEdges(h) && HeapMembers(h) && HeapUntouched(h);

  // the same ids have a gap
  predicate HeapSameMembers(dxgmap_heap a, dxgmap_heap b) =
    \forall integer i; 0 <= i < a.high ==> (b.place[i] < b.count <==> a.place[i] < a.count);
*/

#endif
/* dxgmap: end spec/logic/heap.h */

/* Takes one more id into the heap, without a gap. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires room: heap->high < DXGMAP_HEAP_IDS;
    terminates \true;
    exits \false;
    assigns heap->high, heap->order[heap->high], heap->place[heap->high];
    ensures ok: HeapOk(*heap);
    ensures grown: heap->high == \old(heap->high) + 1; */
void dxgmap_heap_grow(dxgmap_heap *heap);

/* Gives id the gap that it is told, 0 for none. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: id < heap->high;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[id] == gap;
    ensures same: \forall integer k; 0 <= k < DXGMAP_HEAP_IDS && k != id ==> heap->gap[k] == \old(heap->gap[k]); */
void dxgmap_heap_set(dxgmap_heap *heap, uint32_t id, uint32_t gap);

/* The gap of one id goes to another that has none, and may shrink on the way: one sift where setting both would be
   two. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: from < heap->high && to < heap->high && from != to;
    requires none: heap->gap[to] == 0;
    requires shrink: gap <= heap->gap[from];
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[from] == 0 && heap->gap[to] == gap;
    ensures same: \forall integer k;
      0 <= k < DXGMAP_HEAP_IDS && k != from && k != to ==> heap->gap[k] == \old(heap->gap[k]); */
void dxgmap_heap_pass(dxgmap_heap *heap, uint32_t from, uint32_t to, uint32_t gap);

/* Two ids' gaps become one that belongs to the second. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires known: from < heap->high && into < heap->high && from != into;
    terminates \true;
    exits \false;
    assigns *heap;
    ensures ok: HeapOk(*heap);
    ensures high: heap->high == \old(heap->high);
    ensures set: heap->gap[from] == 0 && heap->gap[into] == gap;
    ensures same: \forall integer k;
      0 <= k < DXGMAP_HEAP_IDS && k != from && k != into ==> heap->gap[k] == \old(heap->gap[k]); */
void dxgmap_heap_merge(dxgmap_heap *heap, uint32_t from, uint32_t into, uint32_t gap);

/* An id that has the largest gap, or DXGMAP_HEAP_IDS when no id has one. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_HEAP_IDS;
    ensures some: \result < DXGMAP_HEAP_IDS ==> \result < heap->high && heap->gap[\result] > 0;
    ensures largest: \result < DXGMAP_HEAP_IDS ==>
      \forall integer k; 0 <= k < DXGMAP_HEAP_IDS ==> heap->gap[k] <= heap->gap[\result];
    ensures none: \result == DXGMAP_HEAP_IDS ==> \forall integer k; 0 <= k < DXGMAP_HEAP_IDS ==> heap->gap[k] == 0; */
uint32_t dxgmap_heap_largest(const dxgmap_heap *heap);

/* An id whose gap is at least `least`, and no larger than one way down the heap leads to: each step goes to the smaller
   child that is still large enough. DXGMAP_HEAP_IDS when no gap is large enough. Measured over a million maps and
   unmaps with 90 % of the pages in use: cutting the largest gap refused 29 % of runs of 256 pages and less, this
   none. */
/*@ requires valid: \valid(heap);
    requires ok: HeapOk(*heap);
    requires least: least >= 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_HEAP_IDS;
    ensures some: \result < DXGMAP_HEAP_IDS ==> \result < heap->high && heap->gap[\result] >= least;
    ensures none: \result == DXGMAP_HEAP_IDS
                  ==> \forall integer k; 0 <= k < DXGMAP_HEAP_IDS ==> heap->gap[k] < least; */
uint32_t dxgmap_heap_fit(const dxgmap_heap *heap, uint32_t least);

#endif
/* dxgmap: end model/core/structures/heap.h */

#define DXGMAP_RANGE_HEAD 0u /* owns page 0, which is never given out, and the gap before the first run */

/* The runs that wait (quarantine.h); kept here, and not touched by the functions of this file. */
typedef struct {
  uint32_t oldest; /* 0 .. DXGMAP_QUARANTINE - 1: id 1 + oldest has waited longest */
  uint32_t count;  /* how many wait */
  uint32_t limit;  /* how many may */
} dxgmap_waiting;

/* Which ids hold which runs of the pages 1 .. limit - 1; at most one run an id, ids 1 .. DXGMAP_HEAP_IDS - 1. The live
   ids and the head lie on a ring in address order, and each of them owns the gap between its run and the next. A run is
   cut from a gap that holds it (dxgmap_heap_fit), so an allocation fails only where no gap is long enough. Nothing is
   kept for each page: every call costs O(log live) at worst and O(1) as a rule (the first use of an id above all
   earlier ones also passes over those between). Zeroed memory has no live id and no page to give out; the first
   allocation that a limit allows starts the ring. */
typedef struct {
  dxgmap_heap heap; /* the gaps; its high-water mark is above every live id */
  uint32_t limit;   /* pages that there are, page 0 among them; at most DXGMAP_CELLS */
  dxgmap_waiting waiting;
  uint32_t base[DXGMAP_HEAP_IDS + DXGMAP_APART];   /* first page of each live id */
  uint32_t length[DXGMAP_HEAP_IDS + DXGMAP_APART]; /* pages of each live id, 0 when it is not live */
  uint32_t next[DXGMAP_HEAP_IDS + DXGMAP_APART];   /* ring of the live ids and the head */
  uint32_t prev[DXGMAP_HEAP_IDS + DXGMAP_APART];
} dxgmap_ranges;

/* #include "logic/ranges.h" */
/* dxgmap: begin spec/logic/ranges.h sha256 fa26c94351bc533e082947bcc1992899b81de6fc6041763581cac7443eb6b2b3 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_RANGES_H
#define DXGMAP_LOGIC_RANGES_H

/*@
  // ---- what callers speak of ----

  predicate RunLive(dxgmap_ranges r, integer i) = 1 <= i < DXGMAP_HEAP_IDS && r.length[i] > 0;
  predicate RunCovers(dxgmap_ranges r, integer i, integer page) =
    RunLive(r, i) && r.base[i] <= page < r.base[i] + r.length[i];

  predicate RunPageFree(dxgmap_ranges r, integer page) = 1 <= page && \forall integer i; !RunCovers(r, i, page);
  predicate RunFree(dxgmap_ranges r, integer first, integer pages) =
    \forall integer page; first <= page < first + pages ==> RunPageFree(r, page);

  // every id but x and y holds what it held
  predicate RunOthersTwo(dxgmap_ranges a, dxgmap_ranges b, integer x, integer y) =
    \forall integer i; 1 <= i < DXGMAP_HEAP_IDS && i != x && i != y ==>
      b.length[i] == a.length[i] && b.base[i] == a.base[i];
  predicate RunOthers(dxgmap_ranges a, dxgmap_ranges b, integer x) = RunOthersTwo(a, b, x, x);

  // how many pages there are, and what waits: no call on a run changes them
  predicate RunsSame(dxgmap_ranges a, dxgmap_ranges b) = b.limit == a.limit && b.waiting == a.waiting;

  // ---- how it is kept: the head and the live ids tile the pages, each with its run and the gap after it ----

  predicate RunOn(dxgmap_ranges r, integer i) = i == DXGMAP_RANGE_HEAD || RunLive(r, i);
  logic integer RunEnd(dxgmap_ranges r, integer i) = r.base[i] + r.length[i] + r.heap.gap[i];
  predicate RunOwns(dxgmap_ranges r, integer i, integer page) = RunOn(r, i) && r.base[i] <= page < RunEnd(r, i);
  predicate RunHas(dxgmap_ranges r, integer page) = \exists integer i; RunOwns(r, i, page);

  predicate RunsHead(dxgmap_ranges r) = r.base[DXGMAP_RANGE_HEAD] == 0 && r.length[DXGMAP_RANGE_HEAD] == 1;
  predicate RunsKnown(dxgmap_ranges r) = \forall integer i; RunOn(r, i) ==> i < r.heap.high;
  predicate RunsIdle(dxgmap_ranges r) =
    \forall integer i; 1 <= i < DXGMAP_HEAP_IDS && r.length[i] == 0 ==> r.heap.gap[i] == 0;
  predicate RunsRing(dxgmap_ranges r) = \forall integer i; RunOn(r, i) ==>
       RunOn(r, r.next[i]) && r.prev[r.next[i]] == i
    && RunOn(r, r.prev[i]) && r.next[r.prev[i]] == i;
  predicate RunsTile(dxgmap_ranges r) = \forall integer i; RunOn(r, i) ==>
       RunEnd(r, i) == (r.next[i] == DXGMAP_RANGE_HEAD ? r.limit : r.base[r.next[i]])
    && RunEnd(r, i) <= r.limit;
  predicate RunsApart(dxgmap_ranges r) = \forall integer i, j; RunOn(r, i) && RunOn(r, j) && i != j ==>
    RunEnd(r, i) <= r.base[j] || RunEnd(r, j) <= r.base[i];
  predicate RunsFull(dxgmap_ranges r) = \forall integer page; 0 <= page < r.limit ==> RunHas(r, page);

  predicate RunsStarted(dxgmap_ranges r) =
       0 <= r.limit <= DXGMAP_CELLS && HeapOk(r.heap) && RunsHead(r) && RunsKnown(r) && RunsIdle(r) && RunsRing(r)
    && RunsTile(r) && RunsApart(r) && RunsFull(r);

  // not started: zeroed memory, but for the limit
  predicate RunsZero(dxgmap_ranges r) =
    0 <= r.limit <= DXGMAP_CELLS && r.heap.count == 0 && r.heap.high == 0
    && \forall integer i; 0 <= i < DXGMAP_HEAP_IDS ==>
       r.heap.order[i] == 0 && r.heap.place[i] == 0 && r.heap.gap[i] == 0
    && r.base[i] == 0 && r.length[i] == 0 && r.next[i] == 0 && r.prev[i] == 0;

  predicate RunsOk(dxgmap_ranges r) = RunsZero(r) || RunsStarted(r);
*/

#endif
/* dxgmap: end spec/logic/ranges.h */

/* Gives id a run of this many pages and answers its first page, or DXGMAP_CELLS, with nothing changed, when no free run
   is long enough. Ids need not come in order. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires id: 1 <= id < DXGMAP_HEAP_IDS;
    requires idle: !RunLive(*ranges, id);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures range: \result <= DXGMAP_CELLS;
    ensures bounds: \result < DXGMAP_CELLS ==> 1 <= \result && \result + pages <= ranges->limit;
    ensures sound: \result < DXGMAP_CELLS ==> RunFree(\old(*ranges), \result, pages);
    ensures set: \result < DXGMAP_CELLS ==> ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RunOthers(\old(*ranges), *ranges, id);
    ensures same: RunsSame(\old(*ranges), *ranges);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures complete: \result == DXGMAP_CELLS ==>
      \forall integer first; 0 <= first && first + pages <= ranges->limit ==> !RunFree(*ranges, first, pages); */
uint32_t dxgmap_ranges_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages);

/* Takes the run of a live id back; its gap and the gap before it become one. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires id: 1 <= id < DXGMAP_HEAP_IDS;
    requires live: RunLive(*ranges, id);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RunOthers(\old(*ranges), *ranges, id);
    ensures same: RunsSame(\old(*ranges), *ranges); */
void dxgmap_ranges_free(dxgmap_ranges *ranges, uint32_t id);

/* The run of one id goes to another, which has none and was passed over before. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires from: 1 <= from < DXGMAP_HEAP_IDS && RunLive(*ranges, from);
    requires to: 1 <= to < ranges->heap.high && !RunLive(*ranges, to);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures gone: ranges->length[from] == 0;
    ensures set: ranges->base[to] == \old(ranges->base[from]) && ranges->length[to] == \old(ranges->length[from]);
    ensures others: RunOthersTwo(\old(*ranges), *ranges, from, to);
    ensures same: RunsSame(\old(*ranges), *ranges); */
void dxgmap_ranges_rename(dxgmap_ranges *ranges, uint32_t from, uint32_t to);

/* Says how many pages there are, while no id has a run. */
/*@ requires valid: \valid(ranges);
    requires ok: RunsOk(*ranges);
    requires idle: \forall integer i; !RunLive(*ranges, i);
    requires limit: 1 <= limit <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RunsOk(*ranges);
    ensures idle: \forall integer i; 1 <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    ensures others: RunOthers(\old(*ranges), *ranges, DXGMAP_RANGE_HEAD);
    ensures limit: ranges->limit == limit;
    ensures waiting: ranges->waiting == \old(ranges->waiting); */
void dxgmap_ranges_bound(dxgmap_ranges *ranges, uint32_t limit);

/* Facts for the proofs of callers; none of these runs. */
/*@ ghost
  // no page belongs to two ids, and every run is inside
  /@ requires valid: \valid(ranges);
     requires ok: RunsOk(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: \forall integer i, j, page;
       RunCovers(*ranges, i, page) && RunCovers(*ranges, j, page) ==> i == j;
     ensures inside: \forall integer i; RunLive(*ranges, i) ==>
       1 <= ranges->base[i] && ranges->base[i] + ranges->length[i] <= ranges->limit <= DXGMAP_CELLS; @/
  void dxgmap_ranges_apart(const dxgmap_ranges *ranges);
*/

#endif
/* dxgmap: end model/core/structures/ranges.h */

/* The runs of the slots, with a quarantine: a released run waits before its pages are used again, so that a device
   which still accesses them after the release meets a page that nothing is mapped at. At most waiting.limit runs wait,
   fewer where they are long; the oldest leaves first, and all that is needed leave before an allocation fails for want
   of their pages. */

/* #include "logic/quarantine.h" */
/* dxgmap: begin spec/logic/quarantine.h sha256 fa7fd465c99a3aa7c857877f5e7dc3a04bab6e3038fdf472bcaf338ba2e5e115 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_QUARANTINE_H
#define DXGMAP_LOGIC_QUARANTINE_H

/*@
  // ---- what callers speak of: the ids of the slots; a page of a run that waits is free ----

  predicate RangeLive(dxgmap_ranges r, integer i) = DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS && r.length[i] > 0;
  predicate RangeCovers(dxgmap_ranges r, integer i, integer page) =
    RangeLive(r, i) && r.base[i] <= page < r.base[i] + r.length[i];

  predicate RangePageFree(dxgmap_ranges r, integer page) = 1 <= page && \forall integer i; !RangeCovers(r, i, page);
  predicate RangeFree(dxgmap_ranges r, integer first, integer pages) =
    \forall integer page; first <= page < first + pages ==> RangePageFree(r, page);
  // a free run of so many pages exists
  predicate RangeRoom(dxgmap_ranges r, integer pages) =
    \exists integer s; 0 <= s && s + pages <= r.limit && RangeFree(r, s, pages);

  // so many pages are free from the end of the run of i
  predicate RangeRoomAfter(dxgmap_ranges r, integer i, integer pages) =
    r.base[i] + r.length[i] + pages <= r.limit && RangeFree(r, r.base[i] + r.length[i], pages);

  // every id of a slot but x holds what it held
  predicate RangeOthers(dxgmap_ranges a, dxgmap_ranges b, integer x) =
    \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS && i != x ==>
      b.length[i] == a.length[i] && b.base[i] == a.base[i];
  predicate RangeLimits(dxgmap_ranges a, dxgmap_ranges b) =
    b.limit == a.limit && b.waiting.limit == a.waiting.limit;

  // ---- how it is kept: the ids that wait stand in a row, which goes on at the front of the places ----

  predicate WaitingId(integer i) = 1 <= i < DXGMAP_FIRST;
  predicate InRow(integer oldest, integer count, integer i) =
    oldest < i <= oldest + count || i + DXGMAP_QUARANTINE <= oldest + count;
  predicate Waits(dxgmap_waiting w, integer i) = InRow(w.oldest, w.count, i);
  predicate WaitingBounds(dxgmap_waiting w) =
    0 <= w.count <= w.limit <= DXGMAP_QUARANTINE && 0 <= w.oldest < DXGMAP_QUARANTINE;
  predicate WaitingRuns(dxgmap_ranges r) =
    \forall integer i; 1 <= i < DXGMAP_FIRST ==> (r.length[i] > 0 <==> Waits(r.waiting, i));

  predicate RangesOk(dxgmap_ranges r) = RunsOk(r) && WaitingBounds(r.waiting) && WaitingRuns(r);

  // zeroed memory, but for the limits
  predicate RangesZero(dxgmap_ranges r) =
    RunsZero(r) && r.waiting.oldest == 0 && r.waiting.count == 0 && 0 <= r.waiting.limit <= DXGMAP_QUARANTINE;
*/

#endif
/* dxgmap: end spec/logic/quarantine.h */

/* Gives the slot's id a run of this many pages and answers its first page, or DXGMAP_CELLS, with nothing changed, when
   no run is long enough, were nothing to wait. That is asked only when what is free outright does not do; then it costs
   time in proportion to the runs that wait. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires idle: !RangeLive(*ranges, id);
    requires pages: 1 <= pages;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures range: \result <= DXGMAP_CELLS;
    ensures bounds: \result < DXGMAP_CELLS ==> 1 <= \result && \result + pages <= ranges->limit <= DXGMAP_CELLS;
    ensures sound: \result < DXGMAP_CELLS ==> RangeFree(\old(*ranges), \result, pages);
    ensures set: \result < DXGMAP_CELLS ==> ranges->base[id] == \result && ranges->length[id] == pages;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures unchanged: \result == DXGMAP_CELLS ==> *ranges == \old(*ranges);
    ensures complete: \result == DXGMAP_CELLS <==> !RangeRoom(\old(*ranges), pages); */
uint32_t dxgmap_quarantine_alloc(dxgmap_ranges *ranges, uint32_t id, uint32_t pages);

/* Takes the run of a slot's live id: it waits, if any may. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS;
    requires live: RangeLive(*ranges, id);
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures gone: ranges->length[id] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, id);
    ensures limits: RangeLimits(\old(*ranges), *ranges);
    ensures waits: ranges->waiting.limit > 0 ==>
      \exists integer w; 1 <= w < DXGMAP_FIRST && ranges->base[w] == \old(ranges->base[id])
                      && ranges->length[w] == \old(ranges->length[id]); */
void dxgmap_quarantine_release(dxgmap_ranges *ranges, uint32_t id);

/* Says how many pages there are and how many runs may wait, while no slot has a run. What waited is free. */
/*@ requires valid: \valid(ranges);
    requires ok: RangesOk(*ranges);
    requires idle: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    requires limit: 1 <= limit <= DXGMAP_CELLS;
    requires waiting: waiting <= DXGMAP_QUARANTINE;
    terminates \true;
    exits \false;
    assigns *ranges;
    ensures ok: RangesOk(*ranges);
    ensures idle: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> ranges->length[i] == 0;
    ensures others: RangeOthers(\old(*ranges), *ranges, DXGMAP_RANGE_HEAD);
    ensures limits: ranges->limit == limit && ranges->waiting.limit == waiting;
    ensures none: ranges->waiting.count == 0; */
void dxgmap_quarantine_open(dxgmap_ranges *ranges, uint32_t limit, uint32_t waiting);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // no page belongs to two ids, and every run is inside
  /@ requires valid: \valid(ranges);
     requires ok: RangesOk(*ranges);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures apart: \forall integer i, j, page;
       RangeCovers(*ranges, i, page) && RangeCovers(*ranges, j, page) ==> i == j;
     ensures inside: \forall integer i; RangeLive(*ranges, i) ==>
       1 <= ranges->base[i] && ranges->base[i] + ranges->length[i] <= ranges->limit <= DXGMAP_CELLS; @/
  void dxgmap_quarantine_apart(const dxgmap_ranges *ranges);
*/

#endif
/* dxgmap: end model/core/structures/quarantine.h */
/* #include "structures/translation.h" */
/* dxgmap: begin model/core/structures/translation.h sha256 f717808416eb8b1a594ec5c273baddd15f63f939d7e38954bf39bcb7da88bfa4 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TRANSLATION_H
#define DXGMAP_TRANSLATION_H

#include <stdbool.h>
#include <stdint.h>

/* #include "base/profile.h" */

/* What logical pages are mapped to, complete: a word for each block of DXGMAP_BLOCK logical pages, and an entry for
   each page, which counts only while the word of its block says so. A block that is mapped to one run of pages, or to
   nothing, costs one word. Memory of zeros maps nothing.

   One thread at a time changes a translation; any number may call dxgmap_translation_find meanwhile, without a lock,
   and each is told what the page was mapped to before the change or what it is mapped to after it. So all entries of a
   block are written before the word that makes them count. That order is model-checked and tested, not proved: the
   proof is of one thread. spec/protocol.md says what exactly a reader may rely on. The extents are for the thread that
   changes: no change may run beside them. */

/* A word of the directory; a block that is mapped to the pages first, first + 1, ... has first +
   DXGMAP_TRANSLATION_RUN. */
#define DXGMAP_TRANSLATION_EMPTY 0u /* nothing is mapped, whatever the entries say */
#define DXGMAP_TRANSLATION_TABLE 1u /* the entries say it */
#define DXGMAP_TRANSLATION_RUN 2u

/* A word a block. */
typedef struct {
  uint32_t word[DXGMAP_BLOCKS + DXGMAP_APART];
} dxgmap_directory;

/* An entry a logical page: 0, or the physical page number + 1. */
typedef struct {
  uint32_t value[DXGMAP_CELLS + DXGMAP_APART];
} dxgmap_entries;

typedef struct {
  dxgmap_directory directory;
  dxgmap_entries entries;
} dxgmap_translation;

/* Logical pages that are mapped to one run of physical pages, or all to nothing. */
typedef struct {
  uint32_t first; /* logical page */
  uint32_t pages;
  uint32_t value; /* physical page + 1 of the first, 0 for nothing */
} dxgmap_extent;

/* #include "logic/translation.h" */
/* dxgmap: begin spec/logic/translation.h sha256 0f9bc4c189dfcc1bdcaafea380e3ce6e764c02441d7cde27b85a8fe3c5c41bc1 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_TRANSLATION_H
#define DXGMAP_LOGIC_TRANSLATION_H

/* The translation: what each logical page is mapped to, through the word of its block. */

/*@
  // What a run of the value v has k pages further on: a page + 1 counts up, nothing stays nothing.
  logic integer TranslationNth(integer v, integer k) = v == 0 ? 0 : v + k;

  // What a page at offset o of its block is mapped to, from the block's word and the page's own entry.
  logic integer TranslationSaid(integer word, integer entry, integer o) =
    word == DXGMAP_TRANSLATION_EMPTY ? 0 : word == DXGMAP_TRANSLATION_TABLE ? entry : word - 1 + o;

  // The physical page + 1 of a logical page, 0 when there is none.
  logic integer Translated(dxgmap_translation t, integer l) =
    TranslationSaid(t.directory.word[l / DXGMAP_BLOCK], t.entries.value[l], l % DXGMAP_BLOCK);

  predicate TranslationWordOk(integer word) = 0 <= word && word + DXGMAP_BLOCK - 2 <= DXGMAP_PAGES;
  predicate TranslationWords(dxgmap_directory d) =
    \forall integer b; 0 <= b < DXGMAP_BLOCKS ==> TranslationWordOk(d.word[b]);
  predicate TranslationEntries(dxgmap_entries e) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= e.value[l] <= DXGMAP_PAGES;
  predicate TranslationOk(dxgmap_translation t) = TranslationWords(t.directory) && TranslationEntries(t.entries);

  // No logical page is mapped.
  predicate TranslationNothing(dxgmap_translation t) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(t, l) == 0;

  // The logical pages lo .. hi - 1 are mapped to v, v + 1, ..., or to nothing at all.
  predicate TranslationRun(dxgmap_translation t, integer lo, integer hi, integer v) =
    \forall integer l; lo <= l < hi ==> Translated(t, l) == TranslationNth(v, l - lo);

  // So many logical pages from first on are such a run, and it ends there or at end.
  predicate TranslationExtent(dxgmap_translation t, integer first, integer pages, integer v, integer end) =
    1 <= pages && first + pages <= end && TranslationRun(t, first, first + pages, v) &&
    (first + pages < end ==> Translated(t, first + pages) != TranslationNth(v, pages));

  // The logical pages but lo .. hi - 1 are mapped to what they were.
  predicate TranslationKept(dxgmap_translation a, dxgmap_translation b, integer lo, integer hi) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && !(lo <= l < hi) ==> Translated(b, l) == Translated(a, l);
  predicate TranslationEntriesKept(dxgmap_entries a, dxgmap_entries b, integer lo, integer hi) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && !(lo <= l < hi) ==> b.value[l] == a.value[l];
*/

#endif
/* dxgmap: end spec/logic/translation.h */

/* The physical page + 1 of a logical page, 0 when there is none. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_PAGES;
    ensures inside: l < DXGMAP_CELLS ==> \result == Translated(*t, l);
    ensures beyond: l >= DXGMAP_CELLS ==> \result == 0; */
uint32_t dxgmap_translation_find(const dxgmap_translation *t, uint64_t l);

/* Maps n logical pages from base on to the physical pages of a list. */
/*@ requires valid: \valid(t) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(t, pages + (..));
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    requires memory: \forall integer k; 0 <= k < n ==> pages[k] < DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: \forall integer l; base <= l < base + n ==> Translated(*t, l) == pages[l - base] + 1;
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
void dxgmap_translation_map(dxgmap_translation *t, uint32_t base, uint32_t n, const uint64_t *pages);

/* Maps n logical pages from base on to as many physical pages from first on. For users of this unit alone: a domain
   maps lists. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    requires memory: first + n <= DXGMAP_PAGES;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures mapped: TranslationRun(*t, base, base + n, first + 1);
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
void dxgmap_translation_map_run(dxgmap_translation *t, uint32_t base, uint32_t n, uint32_t first);

/* Maps n logical pages from base on to nothing. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: TranslationOk(*t);
    ensures unmapped: \forall integer l; base <= l < base + n ==> Translated(*t, l) == 0;
    ensures others: TranslationKept(\old(*t), *t, base, base + n); */
void dxgmap_translation_unmap(dxgmap_translation *t, uint32_t base, uint32_t n);

/* How many logical pages from l on, up to end, are one extent; as many as are. */
/*@ requires valid: \valid(t);
    requires ok: TranslationOk(*t);
    requires in: l < end <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures extent: TranslationExtent(*t, l, \result, Translated(*t, l), end); */
uint32_t dxgmap_translation_extent(const dxgmap_translation *t, uint32_t l, uint32_t end);

/* Lists the extents of n logical pages from base on, each as long as it can be, and answers how many they are. When
   capacity is too small for all, it lists the first ones; *done says how many pages they have. */
/*@ requires valid: \valid(t) && \valid(extents + (0 .. capacity - 1)) && \valid(done);
    requires separated: \separated(t, extents + (..)) && \separated(t, done) && \separated(done, extents + (..));
    requires ok: TranslationOk(*t);
    requires in: base + n <= DXGMAP_CELLS;
    terminates \true;
    exits \false;
    assigns *done, extents[0 .. capacity - 1];
    ensures count: \result <= capacity && *done <= n;
    ensures complete: \result < capacity ==> *done == n;
    ensures none: \result == 0 ==> *done == 0;
    ensures first: \result > 0 ==> extents[0].first == base;
    ensures chain: \forall integer i; 0 <= i < \result - 1 ==>
      extents[i].first + extents[i].pages == extents[i + 1].first;
    ensures last: \result > 0 ==> extents[\result - 1].first + extents[\result - 1].pages == base + *done;
    ensures each: \forall integer i; 0 <= i < \result ==> base <= extents[i].first &&
      TranslationExtent(*t, extents[i].first, extents[i].pages, extents[i].value, base + n); */
uint32_t dxgmap_translation_extents(const dxgmap_translation *t, uint32_t base, uint32_t n, dxgmap_extent *extents,
                                    uint32_t capacity, uint32_t *done);

/* Facts for the proofs of callers; none of these runs. */
/*@ ghost
  // memory of zeros maps nothing
  /@ requires words: \forall integer b; 0 <= b < DXGMAP_BLOCKS ==> t.directory.word[b] == 0;
     requires entries: \forall integer l; 0 <= l < DXGMAP_CELLS ==> t.entries.value[l] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ok: TranslationOk(t);
     ensures nothing: TranslationNothing(t); @/
  void dxgmap_translation_zero(dxgmap_translation t);
*/
/*@ ghost
  // what is translated is a page of memory
  /@ requires ok: TranslationOk(t);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures range: \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= Translated(t, l) <= DXGMAP_PAGES; @/
  void dxgmap_translation_bounded(dxgmap_translation t);
*/

#endif
/* dxgmap: end model/core/structures/translation.h */
/* #include "base/types.h" */

/* One captured page a cell: 0 when the cell belongs to no mapping, else the physical page number + 1. */
typedef struct {
  uint32_t cell[DXGMAP_CELLS + DXGMAP_APART];
} dxgmap_cells;

/* A count a physical page. */
typedef struct {
  uint32_t count[DXGMAP_PAGES + DXGMAP_APART];
} dxgmap_counts;

/* The mapping id of each cell, 0 when the cell belongs to none. */
typedef struct {
  uint32_t id[DXGMAP_CELLS + DXGMAP_APART];
} dxgmap_owners;

/* The IOMMU domain of one adapter. The mapping of slot i has id DXGMAP_ID(i) and holds the cells base .. base + length
   - 1 of its range. In identity mode (WDDM 2.4) the logical page number is the physical one, a page stays mapped as
   long as one live mapping has captured it, and the cell index is only where the capture is kept. In remapping mode the
   cell index is the logical page number.

   What a device access reads (dxgmap_domain_find) says no more than what is captured, and no less (T-COH). In remapping
   mode that is the translation. In identity mode a page answers itself or nothing, so its count is all that there is to
   read, and the translation stays empty: kept beside the counts, it took as many random stores again, which for 262,144
   scattered pages was two thirds of an operation's time. */
typedef struct {
  dxgmap_ranges ranges;
  dxgmap_cells cells;
  dxgmap_owners owners;
  dxgmap_counts counts; /* how many captured cells name the page */
  dxgmap_translation translation;
} dxgmap_domain;

/* #include "logic/domain.h" */
/* dxgmap: begin spec/logic/domain.h sha256 5448e89aad302391cba946632184ed3f99b28212d82da7f8f8f2d1d95eec2a6d */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_DOMAIN_H
#define DXGMAP_LOGIC_DOMAIN_H

/* The domain: what is captured, what is counted, and why the two agree. */

/*@
  // How many of the first n cells have value v.
  logic integer CellCount(dxgmap_cells c, integer n, integer v) =
    n <= 0 ? 0 : CellCount(c, n - 1, v) + (c.cell[n - 1] == v ? 1 : 0);

  predicate PagesInMemory{L}(uint64_t *pages, integer n) = \forall integer k; 0 <= k < n ==> pages[k] < DXGMAP_PAGES;

  predicate CellsBounded(dxgmap_cells c) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> 0 <= c.cell[l] <= DXGMAP_PAGES;
  predicate Counted(dxgmap_cells c, dxgmap_counts n) =
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> n.count[p] == CellCount(c, DXGMAP_CELLS, p + 1);
  predicate CountsBounded(dxgmap_counts n) = \forall integer p; 0 <= p < DXGMAP_PAGES
    ==> 0 <= n.count[p] <= DXGMAP_CELLS;

  // The owner of a cell is the mapping whose range covers it, and a cell is used exactly when it has one.
  predicate OwnersKnown(dxgmap_domain d) = \forall integer i, l; RangeCovers(d.ranges, i, l) ==> d.owners.id[l] == i;
  predicate OwnersCover(dxgmap_domain d) =
    \forall integer l; 0 <= l < DXGMAP_CELLS && d.owners.id[l] != 0 ==> RangeCovers(d.ranges, d.owners.id[l], l);
  predicate OwnersUsed(dxgmap_cells c, dxgmap_owners o) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> (c.cell[l] != 0 <==> o.id[l] != 0);

  predicate DomainOk(dxgmap_domain d) =
    RangesOk(d.ranges) && CellsBounded(d.cells) && Counted(d.cells, d.counts) && CountsBounded(d.counts) &&
    OwnersKnown(d) && OwnersCover(d) && OwnersUsed(d.cells, d.owners);

  // How many logical pages a mode has.
  logic integer DomainPages(integer mode) = mode == DXGMAP_IDENTITY ? DXGMAP_PAGES : DXGMAP_CELLS;

  // What a device access to logical page l reads: the physical page + 1, 0 when there is none. In identity mode a page
  // is mapped to itself while it is counted; in remapping mode the translation says it.
  logic integer Found(dxgmap_domain d, integer mode, integer l) =
    mode == DXGMAP_IDENTITY ? (d.counts.count[l] != 0 ? l + 1 : 0) : Translated(d.translation, l);

  // The translation is of remapping mode alone, where it maps each logical page to what is captured there.
  predicate CoherentCells(dxgmap_translation t, dxgmap_cells c) =
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> Translated(t, l) == c.cell[l];
  predicate Coherent(dxgmap_domain d, integer mode) = TranslationOk(d.translation) &&
    (mode == DXGMAP_IDENTITY ==> TranslationNothing(d.translation)) &&
    (mode != DXGMAP_IDENTITY ==> CoherentCells(d.translation, d.cells));

  // Mapping i has captured page p at some offset.
  predicate Captures(dxgmap_domain d, integer i, integer p) =
    \exists integer l; RangeCovers(d.ranges, i, l) && d.cells.cell[l] == p + 1;
  predicate DomainHolds(dxgmap_domain d, integer p) = \exists integer i; Captures(d, i, p);

  // The page that mapping i has captured at offset k.
  logic integer CapturedPage(dxgmap_domain d, integer i, integer k) = d.cells.cell[d.ranges.base[i] + k] - 1;
  predicate Captured{L}(dxgmap_domain d, integer i, uint64_t *pages, integer n) =
    \forall integer k; 0 <= k < n ==> CapturedPage(d, i, k) == pages[k];

  predicate MappingKept(dxgmap_domain a, dxgmap_domain b, integer i) =
    b.ranges.base[i] == a.ranges.base[i] && b.ranges.length[i] == a.ranges.length[i] &&
    \forall integer l; RangeCovers(a.ranges, i, l) ==> b.cells.cell[l] == a.cells.cell[l];
  predicate DomainKept(dxgmap_domain a, dxgmap_domain b, integer x) =
    \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS && i != x ==> MappingKept(a, b, i);
*/

#endif
/* dxgmap: end spec/logic/domain.h */

/* Whether each of the n page numbers is one of the model's physical memory. */
/*@ requires valid: \valid_read(pages + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> PagesInMemory(pages, n); */
bool dxgmap_domain_in_memory(const uint64_t *pages, uint32_t n);

/* Captures the n page numbers of `pages` for mapping id, at the cells from base[id] on, locks each of them and maps it.
   0: no free run of n cells is left, nothing was changed. */
/*@ requires valid: \valid(d) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(d, pages + (..));
    requires ok: DomainOk(*d);
    requires coherent: Coherent(*d, mode);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS && d->ranges.length[id] == 0;
    requires some: n >= 1;
    requires memory: PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *d;
    ensures ok: DomainOk(*d);
    ensures coherent: Coherent(*d, mode);
    ensures limits: RangeLimits(\old(*d).ranges, d->ranges);
    ensures status: \result == 0 || \result == 1;
    ensures captured: \result == 1 ==> d->ranges.length[id] == n && Captured(*d, id, pages, n);
    ensures others: \result == 1 ==> DomainKept(\old(*d), *d, id);
    ensures atomic: \result == 0 ==> *d == \old(*d);
    ensures exhausted: \result == 0 <==> !RangeRoom(\old(*d).ranges, n); */
bool dxgmap_domain_map(dxgmap_domain *d, uint32_t mode, uint32_t id, const uint64_t *pages, uint32_t n);

/* Unmaps and unlocks exactly the pages that mapping id captured. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    requires coherent: Coherent(*d, mode);
    requires id: DXGMAP_FIRST <= id < DXGMAP_HEAP_IDS && d->ranges.length[id] > 0;
    terminates \true;
    exits \false;
    assigns *d;
    ensures ok: DomainOk(*d);
    ensures coherent: Coherent(*d, mode);
    ensures limits: RangeLimits(\old(*d).ranges, d->ranges);
    ensures gone: d->ranges.length[id] == 0;
    ensures others: DomainKept(\old(*d), *d, id); */
void dxgmap_domain_unmap(dxgmap_domain *d, uint32_t mode, uint32_t id);

/* The physical page + 1 that a device access to a logical page reaches, 0 when none is mapped there. Any number of
   threads may call it without a lock beside the one that changes the domain (spec/protocol.md). */
/*@ requires valid: \valid(d);
    requires ok: TranslationOk(d->translation);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: page < DomainPages(mode) ==> \result == Found(*d, mode, page);
    ensures beyond: page >= DomainPages(mode) ==> \result == 0; */
uint32_t dxgmap_domain_find(const dxgmap_domain *d, uint32_t mode, uint64_t page);

/* The mapping that holds the logical page, 0 when none does. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures one: \forall integer i; RangeCovers(d->ranges, i, page) ==> i == \result;
    ensures some: \result != 0 ==> RangeCovers(d->ranges, \result, page); */
uint32_t dxgmap_domain_owner(const dxgmap_domain *d, uint64_t page);

/* Says how many logical pages there are and how many released ranges may wait, while there is no mapping. Whatever the
   mode was, it may then be either. */
/*@ requires valid: \valid(d);
    requires ok: DomainOk(*d);
    requires coherent: Coherent(*d, DXGMAP_IDENTITY) || Coherent(*d, DXGMAP_REMAPPING);
    requires empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d->ranges.length[i] == 0;
    requires limit: 1 <= limit <= DXGMAP_CELLS;
    requires waiting: waiting <= DXGMAP_QUARANTINE;
    terminates \true;
    exits \false;
    assigns d->ranges;
    ensures ok: DomainOk(*d);
    ensures coherent: Coherent(*d, DXGMAP_IDENTITY) && Coherent(*d, DXGMAP_REMAPPING);
    ensures empty: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS ==> d->ranges.length[i] == 0;
    ensures bases: \forall integer i; DXGMAP_FIRST <= i < DXGMAP_HEAP_IDS
        ==> d->ranges.base[i] == \old(d->ranges.base[i]);
    ensures limits: d->ranges.limit == limit && d->ranges.waiting.limit == waiting && d->ranges.waiting.count == 0; */
void dxgmap_domain_open(dxgmap_domain *d, uint32_t limit, uint32_t waiting);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // A page is counted exactly when some mapping has captured it.
  /@ requires ok: DomainOk(d);
     requires in: page < DXGMAP_PAGES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures reference: d.counts.count[page] != 0 <==> DomainHolds(d, page); @/
  void dxgmap_domain_held(dxgmap_domain d, uint64_t page);
*/

#endif
/* dxgmap: end model/core/structures/domain.h */
/* #include "structures/links.h" */
/* dxgmap: begin model/core/structures/links.h sha256 8b553734cf5a4e510603414d04d9c0640b4776b8735317a42067f7781253f4e9 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LINKS_H
#define DXGMAP_LINKS_H

#include <stdbool.h>
#include <stdint.h>

/* #include "base/profile.h" */

/* What each mapping belongs to, within one place of the table: an ADL to an adapter object, a view to an object. */
typedef struct {
  uint32_t slot[DXGMAP_SLOTS + DXGMAP_APART]; /* slot + 1 of what it belongs to, or 0 */
} dxgmap_targets;

/* How many mappings belong to each slot. */
typedef struct {
  uint32_t count[DXGMAP_SLOTS + DXGMAP_APART];
} dxgmap_uses;

/* The links and their counts: whether something is in use is answered without a search. */
typedef struct {
  dxgmap_targets to;
  dxgmap_uses uses;
} dxgmap_links;

/* #include "logic/links.h" */
/* dxgmap: begin spec/logic/links.h sha256 0965db7ea9fcf0f9d1cb9b9997b87847ed34dbdd451cb78a1853333a6167a78b */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_LINKS_H
#define DXGMAP_LOGIC_LINKS_H

/* What belongs to what, and why the counts agree. */

/*@
  // How many of the first n slots have link v.
  logic integer LinkCount(dxgmap_targets t, integer n, integer v) =
    n <= 0 ? 0 : LinkCount(t, n - 1, v) + (t.slot[n - 1] == v ? 1 : 0);

  predicate LinksBounded(dxgmap_targets t) = \forall integer i; 0 <= i < DXGMAP_SLOTS
    ==> 0 <= t.slot[i] <= DXGMAP_SLOTS;
  predicate LinksCounted(dxgmap_targets t, dxgmap_uses u) =
    \forall integer x; 0 <= x < DXGMAP_SLOTS ==> u.count[x] == LinkCount(t, DXGMAP_SLOTS, x + 1);
  predicate UsesBounded(dxgmap_uses u) = \forall integer x; 0 <= x < DXGMAP_SLOTS ==> 0 <= u.count[x] <= DXGMAP_SLOTS;
  predicate LinksOk(dxgmap_links l) = LinksBounded(l.to) && LinksCounted(l.to, l.uses) && UsesBounded(l.uses);

  // Nothing belongs to slot x.
  predicate LinkFree(dxgmap_links l, integer x) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==> l.to.slot[i] != x + 1;

  predicate LinksKept(dxgmap_links a, dxgmap_links b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> b.to.slot[i] == a.to.slot[i];
*/

#endif
/* dxgmap: end spec/logic/links.h */

/* Makes slot i belong to slot target - 1, or to none with 0. */
/*@ requires valid: \valid(l);
    requires ok: LinksOk(*l);
    requires slot: i < DXGMAP_SLOTS;
    requires target: target <= DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns *l;
    ensures ok: LinksOk(*l);
    ensures set: l->to.slot[i] == target;
    ensures others: LinksKept(\old(*l), *l, i); */
void dxgmap_links_set(dxgmap_links *l, uint32_t i, uint32_t target);

/* Whether something belongs to slot i. */
/*@ requires valid: \valid(l);
    requires ok: LinksOk(*l);
    requires slot: i < DXGMAP_SLOTS;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> !LinkFree(*l, i); */
bool dxgmap_links_used(const dxgmap_links *l, uint32_t i);

#endif
/* dxgmap: end model/core/structures/links.h */
/* #include "base/outcome.h" */
/* #include "base/profile.h" */
/* #include "structures/slots.h" */
/* dxgmap: begin model/core/structures/slots.h sha256 d80eb158e32268953fdcc7f958411d2e5bb189b06f41f7ddc5c63e1a24ad51fc */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_SLOTS_H
#define DXGMAP_SLOTS_H

#include <stdbool.h>
#include <stdint.h>

/* #include "base/profile.h" */

#define DXGMAP_GENERATION_MAX 0xFFFFFFFFu /* a slot of this generation is retired for ever */

/* The handle table of one adapter. `order` is a permutation of the slots 0 .. high-1 and `place` its inverse:
   first the free slots, then the live ones, then the retired ones; slots high and above were never touched. */
typedef struct {
  uint32_t high;
  uint32_t free;
  uint32_t live;
  uint32_t generation[DXGMAP_SLOTS + DXGMAP_APART]; /* how many mappings this slot has had */
  uint32_t order[DXGMAP_SLOTS + DXGMAP_APART];
  uint32_t place[DXGMAP_SLOTS + DXGMAP_APART];
} dxgmap_slots;

/* #include "logic/slots.h" */
/* dxgmap: begin spec/logic/slots.h sha256 b5616deb0ca238aa73a74591df5807fe546ec96e2ee01d0dddcaed1f90c2d1ef */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_SLOTS_H
#define DXGMAP_LOGIC_SLOTS_H

/* The handle table: which slots are live, and why no handle value is ever valid twice. */

/*@
  predicate SlotLive(dxgmap_slots t, integer i) = 0 <= i < t.high && t.free <= t.place[i] < t.free + t.live;
  predicate SlotRetired(dxgmap_slots t, integer i) = 0 <= i < t.high && t.free + t.live <= t.place[i];
  predicate SlotIdle(dxgmap_slots t, integer i) =
    0 <= i < DXGMAP_SLOTS && !SlotLive(t, i) && t.generation[i] < DXGMAP_GENERATION_MAX;

  predicate SlotsPermuted(dxgmap_slots t) =
    (\forall integer i; 0 <= i < t.high ==> 0 <= t.order[i] < t.high && t.place[t.order[i]] == i) &&
    (\forall integer i; 0 <= i < t.high ==> 0 <= t.place[i] < t.high && t.order[t.place[i]] == i);
  predicate SlotsFresh(dxgmap_slots t) = \forall integer i; t.high <= i < DXGMAP_SLOTS ==> t.generation[i] == 0;
  predicate SlotsRetire(dxgmap_slots t) =
    \forall integer i; 0 <= i < t.high ==> (t.generation[i] == DXGMAP_GENERATION_MAX <==> SlotRetired(t, i));

  predicate SlotsOk(dxgmap_slots t) =
    t.free + t.live <= t.high <= DXGMAP_SLOTS && SlotsPermuted(t) && SlotsFresh(t) && SlotsRetire(t);

  predicate SlotRoom(dxgmap_slots t) = t.free > 0 || t.high < DXGMAP_SLOTS;
  logic integer SlotNext(dxgmap_slots t) = t.free > 0 ? t.order[t.free - 1] : t.high;

  // A handle names a slot and one of its lives.
  predicate SlotValid(dxgmap_slots t, integer i, integer g) = SlotLive(t, i) && t.generation[i] == g;
  // A life that is over: generations only grow, so it never comes back.
  predicate SlotSpent(dxgmap_slots t, integer i, integer g) = 0 <= i < DXGMAP_SLOTS && g < t.generation[i];

  predicate SameGenerations(dxgmap_slots a, dxgmap_slots b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> b.generation[i] == a.generation[i];
  predicate SlotsKept(dxgmap_slots a, dxgmap_slots b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> (SlotLive(a, i) <==> SlotLive(b, i));
*/

#endif
/* dxgmap: end spec/logic/slots.h */

/* Whether slot i is live in its generation g. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotValid(*t, i, g); */
bool dxgmap_slots_valid(const dxgmap_slots *t, uint32_t i, uint32_t g);

/* The slot that dxgmap_slots_take would give; DXGMAP_SLOTS when all are live or retired. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures next: \result == SlotNext(*t);
    ensures full: \result == DXGMAP_SLOTS <==> !SlotRoom(*t);
    ensures idle: \result < DXGMAP_SLOTS ==> SlotIdle(*t, \result); */
uint32_t dxgmap_slots_next(const dxgmap_slots *t);

/* Makes the next slot live. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires room: SlotRoom(*t);
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: SlotsOk(*t);
    ensures next: \result == SlotNext(\old(*t)) && \result < DXGMAP_SLOTS;
    ensures live: SlotLive(*t, \result) && SlotIdle(\old(*t), \result);
    ensures generation: SameGenerations(\old(*t), *t);
    ensures count: t->live == \old(t->live) + 1;
    ensures others: SlotsKept(\old(*t), *t, \result); */
uint32_t dxgmap_slots_take(dxgmap_slots *t);

/* Ends the life of slot i: its generation moves on, so that no handle of this life is ever valid again. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires live: SlotLive(*t, i);
    terminates \true;
    exits \false;
    assigns *t;
    ensures ok: SlotsOk(*t);
    ensures dead: !SlotLive(*t, i);
    ensures bump: t->generation[i] == \old(t->generation[i]) + 1;
    ensures generations: \forall integer k; 0 <= k < DXGMAP_SLOTS && k != i
        ==> t->generation[k] == \old(t->generation[k]);
    ensures count: t->live == \old(t->live) - 1;
    ensures others: SlotsKept(\old(*t), *t, i); */
void dxgmap_slots_release(dxgmap_slots *t, uint32_t i);

/* The cursor-th live slot. */
/*@ requires valid: \valid(t);
    requires ok: SlotsOk(*t);
    requires cursor: cursor < t->live;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result < DXGMAP_SLOTS;
    ensures live: SlotLive(*t, \result);
    ensures each_once: t->place[\result] == t->free + cursor; */
uint32_t dxgmap_slots_at(const dxgmap_slots *t, uint32_t cursor);

#endif
/* dxgmap: end model/core/structures/slots.h */
/* #include "base/types.h" */
/* #include "structures/views.h" */
/* dxgmap: begin model/core/structures/views.h sha256 6ebd7337d6e4c79f29e444298d2369e720adba1d0428f9b4ec3021f09a8cb7d8 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_VIEWS_H
#define DXGMAP_VIEWS_H

#include <stdbool.h>
#include <stdint.h>

/* #include "base/profile.h" */

/* The CPU views of one adapter in memory space. Each slot may hold one view: `span` window pages from page `place`;
   span 0: none. `owner` says of each window page which slot it belongs to: slot + 1, or 0. */
typedef struct {
  uint32_t place[DXGMAP_SLOTS + DXGMAP_APART];
  uint32_t span[DXGMAP_SLOTS + DXGMAP_APART];
  uint32_t owner[DXGMAP_WINDOW + DXGMAP_APART];
} dxgmap_views;

/* #include "logic/views.h" */
/* dxgmap: begin spec/logic/views.h sha256 7d862a0f0fbe1e1e5031f7188dc99f49099af67949b5125938d2d74b2bb9c32d */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_VIEWS_H
#define DXGMAP_LOGIC_VIEWS_H

/* The window of CPU views: which page belongs to which view. */

/*@
  predicate ViewCovers(dxgmap_views v, integer i, integer w) =
    0 <= i < DXGMAP_SLOTS && v.place[i] <= w < v.place[i] + v.span[i];

  predicate ViewsOwned(dxgmap_views v) =
    \forall integer w; 0 <= w < DXGMAP_WINDOW && v.owner[w] != 0 ==> ViewCovers(v, v.owner[w] - 1, w);
  predicate ViewsOwn(dxgmap_views v) =
    \forall integer i, w; ViewCovers(v, i, w) ==> 0 <= w < DXGMAP_WINDOW && v.owner[w] == i + 1;

  predicate ViewsOk(dxgmap_views v) = ViewsOwned(v) && ViewsOwn(v);

  predicate ViewRoom(dxgmap_views v, integer place, integer span) =
    0 <= place && place + span <= DXGMAP_WINDOW && \forall integer w; place <= w < place + span ==> v.owner[w] == 0;

  predicate ViewsKept(dxgmap_views a, dxgmap_views b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> b.place[i] == a.place[i] && b.span[i] == a.span[i];
*/

#endif
/* dxgmap: end spec/logic/views.h */

/* Whether the window pages place .. place + span - 1 exist and are all free. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewRoom(*v, place, span); */
bool dxgmap_views_room(const dxgmap_views *v, uint64_t place, uint64_t span);

/* Gives the window pages to slot i. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    requires slot: i < DXGMAP_SLOTS && v->span[i] == 0;
    requires some: span >= 1;
    requires room: ViewRoom(*v, place, span);
    terminates \true;
    exits \false;
    assigns *v;
    ensures ok: ViewsOk(*v);
    ensures placed: v->place[i] == place && v->span[i] == span;
    ensures others: ViewsKept(\old(*v), *v, i); */
void dxgmap_views_put(dxgmap_views *v, uint32_t i, uint32_t place, uint32_t span);

/* Takes the window pages of slot i back. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    requires slot: i < DXGMAP_SLOTS && v->span[i] > 0;
    terminates \true;
    exits \false;
    assigns *v;
    ensures ok: ViewsOk(*v);
    ensures gone: v->span[i] == 0;
    ensures others: ViewsKept(\old(*v), *v, i); */
void dxgmap_views_drop(dxgmap_views *v, uint32_t i);

/* The slot whose view has the window page; DXGMAP_SLOTS when none has. */
/*@ requires valid: \valid(v);
    requires ok: ViewsOk(*v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ViewCovers(*v, \result, page);
    ensures one: \forall integer i; ViewCovers(*v, i, page) ==> i == \result; */
uint32_t dxgmap_views_at(const dxgmap_views *v, uint64_t page);

#endif
/* dxgmap: end model/core/structures/views.h */

#define DXGMAP_CHARGE_MAX 0xFFFFFFFFFFFFFu /* pages that 2^64 bytes hold, less one */

/* The sizes of the frame buffer save areas of a chain, pages. */
typedef struct {
  uint64_t pages[DXGMAP_CHAIN];
} dxgmap_maxima;

/* The save areas and who pins them. */
typedef struct {
  uint32_t chain; /* physical adapters; 0 when the adapter is not started */
  dxgmap_maxima maximum;
  uint32_t pin[DXGMAP_CHAIN]; /* slot + 1, or 0 */
} dxgmap_saves;

/* The ranges that the adapter owns. */
typedef struct {
  uint32_t count;
  dxgmap_resource at[DXGMAP_RESOURCES];
} dxgmap_resources;

/* What each live mapping was asked for. */
typedef struct {
  dxgmap_descriptor at[DXGMAP_SLOTS];
} dxgmap_descriptors;

/* One logical adapter; or the machine's own place, which is never started and holds objects and their views. */
typedef struct {
  uint32_t generation; /* of its handle: how often it was stopped */
  uint32_t started;
  uint32_t mode;       /* enum dxgmap_mode */
  uint32_t capability; /* enum dxgmap_capability */
  uint32_t linked;     /* not 0: of a chain, and not its lead */
  dxgmap_switches switches;
  uint64_t charge; /* commit of its save areas, pages */
  dxgmap_saves saves;
  dxgmap_resources resources;
  dxgmap_slots slots;
  dxgmap_descriptors descriptors;
  dxgmap_links links;
  dxgmap_domain domain;
  dxgmap_views views;
} dxgmap_adapter;

/* #include "logic/adapter.h" */
/* dxgmap: begin spec/logic/adapter.h sha256 226a70203182d1a32c692edc89334292886a0e4198d37d00d5def6a1f15d51b7 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_ADAPTER_H
#define DXGMAP_LOGIC_ADAPTER_H

/* One adapter: what its parts say of each other, and what a step may do to it. */

/*@
  predicate InDomain(integer kind) =
    DXGMAP_PIN <= kind <= DXGMAP_CONTIGUOUS || kind == DXGMAP_ADL || kind == DXGMAP_SYSTEM;
  predicate IsPin(integer kind) = kind == DXGMAP_PIN || kind == DXGMAP_PIN2;
  predicate InWindow(dxgmap_descriptor d) =
    d.kind == DXGMAP_POINTER || d.kind == DXGMAP_OBJECT_VIEW ||
    ((d.kind == DXGMAP_VIEW || d.kind == DXGMAP_VIDEO) && d.space == DXGMAP_MEMORY_SPACE);

  // What an ADL or a view of an object belongs to, in the place that both are in.
  predicate IsLinked(integer kind) = kind == DXGMAP_ADL || kind == DXGMAP_OBJECT_VIEW;
  logic integer TargetKind(integer kind) = kind == DXGMAP_ADL ? DXGMAP_ADAPTER_OBJECT : DXGMAP_OBJECT;
  predicate LinkFits(dxgmap_descriptors d, integer kind, integer target) =
    (!IsLinked(kind) ==> target == 0) &&
    (IsLinked(kind) ==> 1 <= target <= DXGMAP_SLOTS && d.at[target - 1].kind == TargetKind(kind));

  // The range lies in one resource of the adapter.
  predicate Owns(dxgmap_resources r, integer space, integer start, integer length) =
    \exists integer k; 0 <= k < r.count && r.at[k].space == space && r.at[k].start <= start &&
                       start + length <= r.at[k].start + r.at[k].length;

  logic integer SaveSum(dxgmap_maxima m, integer n) = n <= 0 ? 0 : SaveSum(m, n - 1) + m.pages[n - 1];

  // Each part of a slot is in use exactly when its mapping is live and of a kind that has such a part.
  predicate AdapterParts(dxgmap_adapter a) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==>
    a.descriptors.at[i].kind <= DXGMAP_SYSTEM &&
    (SlotLive(a.slots, i) <==> a.descriptors.at[i].kind != DXGMAP_NO_KIND) &&
    (a.domain.ranges.length[DXGMAP_ID(i)] > 0 <==> InDomain(a.descriptors.at[i].kind)) &&
    (a.views.span[i] > 0 <==> InWindow(a.descriptors.at[i]));

  // A save area knows its pin, and a pin its save area: at most one live pin each.
  predicate AdapterPins(dxgmap_adapter a) =
    (\forall integer k; 0 <= k < DXGMAP_CHAIN && a.saves.pin[k] != 0 ==>
       k < a.saves.chain && a.saves.pin[k] <= DXGMAP_SLOTS &&
       IsPin(a.descriptors.at[a.saves.pin[k] - 1].kind) && a.descriptors.at[a.saves.pin[k] - 1].index == k &&
       a.domain.ranges.length[DXGMAP_ID(a.saves.pin[k] - 1)] <= a.saves.maximum.pages[k]) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && IsPin(a.descriptors.at[i].kind) ==>
       a.descriptors.at[i].index < a.saves.chain && a.saves.pin[a.descriptors.at[i].index] == i + 1);

  // A pointer lies in its save area, a view in a resource of the adapter.
  predicate ViewFits(dxgmap_resources r, dxgmap_maxima m, integer chain, dxgmap_descriptor d) =
    (d.kind == DXGMAP_POINTER || d.kind == DXGMAP_VIEW || d.kind == DXGMAP_VIDEO) && d.length >= 1 &&
    (d.kind == DXGMAP_POINTER ==>
       d.index < chain && d.physical + d.length <= m.pages[d.index] * DXGMAP_PAGE_SIZE) &&
    (d.kind != DXGMAP_POINTER ==> Owns(r, d.space, d.physical, d.length));
  predicate ViewDescribed(dxgmap_adapter a, dxgmap_descriptor d) =
    ViewFits(a.resources, a.saves.maximum, a.saves.chain, d);
  predicate AdapterViews(dxgmap_adapter a) = \forall integer i; 0 <= i < DXGMAP_SLOTS &&
    DXGMAP_POINTER <= a.descriptors.at[i].kind <= DXGMAP_VIDEO ==> ViewDescribed(a, a.descriptors.at[i]);

  // An ADL belongs to an adapter object, a view of an object to an object, nothing else to anything.
  predicate AdapterLinks(dxgmap_adapter a) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> LinkFits(a.descriptors, a.descriptors.at[i].kind, a.links.to.slot[i]);

  // Which kinds a driver's callbacks make: an MDL names physical pages, so a driver that uses ADLs makes none of its
  // own, and one that uses MDLs has no objects to make ADLs of.
  predicate CapabilityFits(integer capability, integer kind) =
    (kind == DXGMAP_PIN || DXGMAP_MDL <= kind <= DXGMAP_CONTIGUOUS ==> capability == DXGMAP_BY_MDL) &&
    (kind == DXGMAP_ADL || kind == DXGMAP_ADAPTER_OBJECT ==> capability == DXGMAP_BY_ADL);
  predicate AdapterKinds(dxgmap_adapter a) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> CapabilityFits(a.capability, a.descriptors.at[i].kind);
  // The machine remaps only for a driver that can be told logical pages.
  predicate PagingFits(integer mode, integer capability) =
    mode <= DXGMAP_REMAPPING && capability <= DXGMAP_BY_ADL &&
    (mode == DXGMAP_REMAPPING ==> capability == DXGMAP_BY_ADL);
  // A domain that remaps is in force from the start of its adapter to the stop.
  predicate AdapterMode(dxgmap_adapter a) =
    PagingFits(a.mode, a.capability) && (a.started != 0 && a.mode == DXGMAP_REMAPPING ==> a.switches.attached != 0);

  // As the switches of an adapter are when it starts without remapping, and while it is stopped.
  predicate SwitchedOff(dxgmap_switches w) =
    w.attached == 0 && w.exclusive == 0 && w.power == DXGMAP_D0 && w.removed == 0 && w.lead == 0;
  // Nothing keeps the device from its domain.
  predicate Listens(dxgmap_switches w) = w.exclusive == 0 && w.removed == 0 && w.power == DXGMAP_D0;
  // A stopped adapter holds nothing.
  predicate AdapterStopped(dxgmap_adapter a) =
    a.slots.live == 0 && SwitchedOff(a.switches) && a.saves.chain == 0 && a.resources.count == 0;

  predicate AdapterOk(dxgmap_adapter a) =
    SlotsOk(a.slots) && DomainOk(a.domain) && Coherent(a.domain, a.mode) && ViewsOk(a.views) && LinksOk(a.links) &&
    AdapterParts(a) && AdapterPins(a) && AdapterViews(a) && AdapterLinks(a) && AdapterKinds(a) && AdapterMode(a) &&
    a.saves.chain <= DXGMAP_CHAIN && a.resources.count <= DXGMAP_RESOURCES &&
    a.charge == SaveSum(a.saves.maximum, a.saves.chain) && a.charge <= DXGMAP_CHARGE_MAX &&
    (a.started != 0 ==> a.generation < DXGMAP_GENERATION_MAX);

  // The causes of exhaustion, over what is free.
  predicate PagesStatus(dxgmap_adapter a, integer n, integer status) =
    !SlotRoom(a.slots) ? status == DXGMAP_NO_SLOT : // PIN-18, MDL-12, ALLOC-12, ADL-17
    !RangeRoom(a.domain.ranges, n) ? status == DXGMAP_NO_RANGE : // PIN-19, MDL-13, ALLOC-13, ADL-18
    status == DXGMAP_OK;
  predicate SlotStatus(dxgmap_adapter a, integer status) =
    !SlotRoom(a.slots) ? status == DXGMAP_NO_SLOT : // POINTER-14, VIEW-12, VIDEO-15, OPEN-9, OBJECT-11, OBJECTVIEW-15
    status == DXGMAP_OK;

  // What starting decided.
  predicate StartKept(dxgmap_adapter a, dxgmap_adapter b) =
    b.generation == a.generation && b.started == a.started && b.mode == a.mode && b.capability == a.capability &&
    b.linked == a.linked && b.charge == a.charge &&
    b.saves.chain == a.saves.chain && b.saves.maximum == a.saves.maximum && b.resources == a.resources &&
    RangeLimits(a.domain.ranges, b.domain.ranges);
  // What no mapping changes.
  predicate ConfigurationKept(dxgmap_adapter a, dxgmap_adapter b) =
    StartKept(a, b) && b.switches == a.switches;

  // What an adapter asks for when it starts.
  logic integer RequestSum(dxgmap_start d, integer n) =
    n <= 0 ? 0 : RequestSum(d, n - 1) + d.save_bytes[n - 1] / DXGMAP_PAGE_SIZE;
  // How many logical pages an adapter can be given: in remapping mode those that it can reach.
  logic integer PagesVisible(dxgmap_start d) = (d.highest_visible + 1) / DXGMAP_PAGE_SIZE;
  logic integer LogicalLimit(dxgmap_start d) =
    d.mode == DXGMAP_IDENTITY || PagesVisible(d) >= DXGMAP_CELLS ? DXGMAP_CELLS :
    PagesVisible(d) == 0 ? 1 : PagesVisible(d);
  predicate StartsWith(dxgmap_adapter a, dxgmap_start d) =
    a.started != 0 && a.mode == d.mode && a.capability == d.capability && a.linked == d.linked &&
    a.switches.attached == (d.mode == DXGMAP_IDENTITY ? 0 : 1) && a.switches.exclusive == 0 &&
    a.switches.power == DXGMAP_D0 && a.switches.removed == 0 && a.switches.lead == 0 &&
    a.domain.ranges.limit == LogicalLimit(d) && a.domain.ranges.waiting.limit == d.quarantine &&
    a.domain.ranges.waiting.count == 0 && a.saves.chain == d.chain &&
    (\forall integer k; 0 <= k < d.chain ==> a.saves.maximum.pages[k] == d.save_bytes[k] / DXGMAP_PAGE_SIZE) &&
    a.resources.count == d.resources &&
    (\forall integer k; 0 <= k < d.resources ==> a.resources.at[k] == d.resource[k]);
  // From a to b some lives ended, once each, and none began.
  predicate SlotsEnded(dxgmap_slots a, dxgmap_slots b) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(b, i) ==> SlotLive(a, i) &&
      b.generation[i] == a.generation[i]) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(b, i) && SlotLive(a, i)
       ==> b.generation[i] == a.generation[i] + 1) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(a, i) ==> b.generation[i] == a.generation[i]);
  // The step from a to b ended every life.
  predicate Emptied(dxgmap_adapter a, dxgmap_adapter b) =
    b.slots.live == 0 && (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(b.slots, i)) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(a.slots, i)
       ==> b.slots.generation[i] == a.slots.generation[i] + 1) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(a.slots, i)
       ==> b.slots.generation[i] == a.slots.generation[i]);

  // The mapping of slot i is in b what it was in a: same life, same request, same captured pages, same place.
  predicate SlotKept(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    (SlotLive(b.slots, i) <==> SlotLive(a.slots, i)) && b.slots.generation[i] == a.slots.generation[i] &&
    b.descriptors.at[i] == a.descriptors.at[i] && b.links.to.slot[i] == a.links.to.slot[i] &&
    MappingKept(a.domain, b.domain, DXGMAP_ID(i)) &&
    b.views.place[i] == a.views.place[i] && b.views.span[i] == a.views.span[i];
  predicate OthersKept(dxgmap_adapter a, dxgmap_adapter b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> SlotKept(a, b, i);

  // Every mapping, live or not, is in b what it was in a.
  predicate MappingsKept(dxgmap_adapter a, dxgmap_adapter b) =
    b.generation == a.generation && b.slots.live == a.slots.live &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> SlotKept(a, b, i)) &&
    \forall integer p; 0 <= p < DXGMAP_PAGES ==> b.domain.counts.count[p] == a.domain.counts.count[p];

  // The step from a to b made slot i live, and did nothing else.
  predicate Taken(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    0 <= i < DXGMAP_SLOTS && SlotIdle(a.slots, i) && SlotLive(b.slots, i) &&
    b.slots.generation[i] == a.slots.generation[i] && b.slots.live == a.slots.live + 1 && ConfigurationKept(a, b) &&
    OthersKept(a, b, i);
  // The step from a to b ended the life of slot i, and did nothing else.
  predicate Released(dxgmap_adapter a, dxgmap_adapter b, integer i) =
    SlotLive(a.slots, i) && !SlotLive(b.slots, i) && b.slots.generation[i] == a.slots.generation[i] + 1 &&
    b.slots.live == a.slots.live - 1 && ConfigurationKept(a, b) && OthersKept(a, b, i);
*/

#endif
/* dxgmap: end spec/logic/adapter.h */

/* Makes a mapping of n captured pages; `target` is the slot + 1 of what it belongs to, or 0. Its handle field is the
   slot. The causes: DXGMAP_NO_SLOT, DXGMAP_NO_RANGE. */
/*@ requires valid: \valid(a) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(a, pages + (..));
    requires ok: AdapterOk(*a);
    requires kind: InDomain(d.kind);
    requires link: LinkFits(a->descriptors, d.kind, target);
    requires pin: IsPin(d.kind) ==> d.index < a->saves.chain && a->saves.pin[d.index] == 0
        && n <= a->saves.maximum.pages[d.index];
    requires capability: CapabilityFits(a->capability, d.kind);
    requires pages: n >= 1 && PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures status: PagesStatus(\old(*a), n, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *a == \old(*a) && \result.handle == 0;
    ensures taken: \result.status == DXGMAP_OK ==> Taken(\old(*a), *a, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> a->descriptors.at[\result.handle] == d;
    ensures captured: \result.status == DXGMAP_OK ==> a->domain.ranges.length[DXGMAP_ID(\result.handle)] == n
                      && Captured(a->domain, DXGMAP_ID(\result.handle), pages, n);
    ensures linked: \result.status == DXGMAP_OK ==> a->links.to.slot[\result.handle] == target;
    ensures pinned: \result.status == DXGMAP_OK && IsPin(d.kind) ==> a->saves.pin[d.index] == \result.handle + 1; */
dxgmap_outcome dxgmap_adapter_take_pages(dxgmap_adapter *a, dxgmap_descriptor d, const uint64_t *pages, uint32_t n,
                                         uint32_t target);

/* Makes a mapping that captures no page: `span` window pages from page `place` (span 0: ports, or an object); `target`
   as above. Its handle field is the slot. The cause: DXGMAP_NO_SLOT. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires kind: 1 <= d.kind <= DXGMAP_OBJECT_VIEW && !InDomain(d.kind);
    requires capability: CapabilityFits(a->capability, d.kind);
    requires link: LinkFits(a->descriptors, d.kind, target);
    requires descriptor: DXGMAP_POINTER <= d.kind <= DXGMAP_VIDEO ==> ViewDescribed(*a, d);
    requires place: span > 0 <==> InWindow(d);
    requires room: span > 0 ==> ViewRoom(a->views, place, span);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures domain: a->domain == \old(a->domain);
    ensures status: SlotStatus(\old(*a), \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *a == \old(*a) && \result.handle == 0;
    ensures taken: \result.status == DXGMAP_OK ==> Taken(\old(*a), *a, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> a->descriptors.at[\result.handle] == d;
    ensures placed: \result.status == DXGMAP_OK ==> a->views.span[\result.handle] == span
                    && (span > 0 ==> a->views.place[\result.handle] == place);
    ensures linked: \result.status == DXGMAP_OK ==> a->links.to.slot[\result.handle] == target; */
dxgmap_outcome dxgmap_adapter_take(dxgmap_adapter *a, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                   uint32_t target);

/* Ends the mapping of slot i, whatever it is, and frees all that it held. Nothing may belong to it any more. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires live: SlotLive(a->slots, i);
    requires free: LinkFree(a->links, i);
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures released: Released(\old(*a), *a, i);
    ensures unpinned: IsPin(\old(*a).descriptors.at[i].kind) ==> a->saves.pin[\old(*a).descriptors.at[i].index] == 0; */
void dxgmap_adapter_release(dxgmap_adapter *a, uint32_t i);

/* Whether the machine can so name pages for a driver that can do so much. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> PagingFits(mode, capability); */
bool dxgmap_paging_fits(uint32_t mode, uint32_t capability);

/* How many pages lie below the highest address that the adapter can reach. */
/*@ requires valid: \valid(d);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures pages: \result == PagesVisible(*d); */
uint64_t dxgmap_adapter_visible(const dxgmap_start *d);

/* Starts a stopped adapter with what it asks for. */
/*@ requires valid: \valid(a) && \valid(d);
    requires separated: \separated(a, d);
    requires ok: AdapterOk(*a);
    requires stopped: a->started == 0 && AdapterStopped(*a) && a->generation < DXGMAP_GENERATION_MAX;
    requires request: d->chain <= DXGMAP_CHAIN && d->resources <= DXGMAP_RESOURCES && PagingFits(d->mode, d->capability)
                      && d->quarantine <= DXGMAP_QUARANTINE;
    requires charge: RequestSum(*d, d->chain) <= DXGMAP_CHARGE_MAX;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures started: StartsWith(*a, *d) && a->charge == RequestSum(*d, d->chain);
    ensures kept: MappingsKept(\old(*a), *a); */
void dxgmap_adapter_open(dxgmap_adapter *a, const dxgmap_start *d);

/* Sets the switches of a started adapter. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires started: a->started != 0;
    requires attached: a->mode == DXGMAP_REMAPPING ==> w.attached != 0;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures kept: MappingsKept(\old(*a), *a);
    ensures same: StartKept(\old(*a), *a);
    ensures set: a->switches == w; */
void dxgmap_adapter_switch(dxgmap_adapter *a, dxgmap_switches w);

/* Ends every mapping of the adapter, and stops it: no handle of it, nor its own, is ever valid again. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    requires started: a->started != 0;
    terminates \true;
    exits \false;
    assigns *a;
    ensures ok: AdapterOk(*a);
    ensures stopped: a->started == 0 && AdapterStopped(*a) && a->charge == 0
        && a->generation == \old(a->generation) + 1;
    ensures emptied: Emptied(\old(*a), *a); */
void dxgmap_adapter_close(dxgmap_adapter *a);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // Nothing belongs to what is neither an object nor an adapter object.
  /@ requires links: AdapterLinks(a);
     requires slot: i < DXGMAP_SLOTS;
     requires kind: a.descriptors.at[i].kind != DXGMAP_OBJECT && a.descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: LinkFree(a.links, i); @/
  void dxgmap_adapter_unlinked(dxgmap_adapter a, uint32_t i);
*/

#endif
/* dxgmap: end model/core/state/adapter.h */
/* #include "structures/handle.h" */
/* dxgmap: begin model/core/structures/handle.h sha256 45cfd297e3aac3430768251c819820b5fdb50b8f1be9eaacd0238fd871489902 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HANDLE_H
#define DXGMAP_HANDLE_H

#include <stdbool.h>
#include <stdint.h>

/* #include "base/profile.h" */

/* A handle is tag * 2^56 + generation * 2^24 + index + 1, so NULL is never one. The tag of a mapping handle is its
   adapter's place in the table; adapter handles have a tag that no mapping handle has. */
#define DXGMAP_ADAPTER_TAG 128u
#define DXGMAP_HANDLE_INDEXES 16777215u /* 2^24 - 1: index + 1 has 24 bits */

/* #include "logic/handle.h" */
/* dxgmap: begin spec/logic/handle.h sha256 e86e0ead3557584bdf9cc9d8fe447a57be670087c356667b0d5ca578dff321a8 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_HANDLE_H
#define DXGMAP_LOGIC_HANDLE_H

/* How a handle is a tag, a generation and an index. */

/*@
  logic integer Handle(integer tag, integer generation, integer index) =
    tag * 0x100000000000000 + generation * 0x1000000 + index + 1;
  logic integer HandleTag(integer h) = h / 0x100000000000000;
  logic integer HandleGeneration(integer h) = h / 0x1000000 % 0x100000000;
  logic integer HandleIndex(integer h) = h % 0x1000000 - 1; // -1: none
*/

#endif
/* dxgmap: end spec/logic/handle.h */

/* The handle of life `generation` of slot (or adapter) `index`. */
/*@ requires index: index < DXGMAP_HANDLE_INDEXES;
    requires tag: tag <= DXGMAP_ADAPTER_TAG;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == Handle(tag, generation, index);
    ensures tag: HandleTag(\result) == tag;
    ensures generation: HandleGeneration(\result) == generation;
    ensures index: HandleIndex(\result) == index;
    ensures never_null: \result != 0; */
uint64_t dxgmap_handle_make(uint32_t tag, uint32_t generation, uint32_t index);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures tag: \result == HandleTag(handle);
    ensures range: \result < 256; */
uint32_t dxgmap_handle_tag(uint64_t handle);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures generation: \result == HandleGeneration(handle); */
uint32_t dxgmap_handle_generation(uint64_t handle);

/* 0xFFFFFFFF when the handle has no index. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures index: HandleIndex(handle) >= 0 ==> \result == HandleIndex(handle) && \result < DXGMAP_HANDLE_INDEXES;
    ensures none: HandleIndex(handle) < 0 ==> \result == 0xFFFFFFFF; */
uint32_t dxgmap_handle_index(uint64_t handle);

/* For the proofs; these do not run. */
/*@ ghost
  /@ requires index: index < DXGMAP_HANDLE_INDEXES;
     requires tag: tag <= DXGMAP_ADAPTER_TAG;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures tag: HandleTag(\result) == tag;
     ensures generation: HandleGeneration(\result) == generation;
     ensures index: HandleIndex(\result) == index; @/
  uint64_t dxgmap_handle_name(uint32_t tag, uint32_t generation, uint32_t index);
*/
/*@ ghost
  // A handle is its tag, its generation and its index.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures one: \forall integer a, b; HandleIndex(a) >= 0 && HandleTag(a) == HandleTag(b) &&
       HandleGeneration(a) == HandleGeneration(b) && HandleIndex(a) == HandleIndex(b) ==> a == b; @/
  void dxgmap_handle_parts(void);
*/

#endif
/* dxgmap: end model/core/structures/handle.h */
/* #include "base/profile.h" */
/* #include "base/status.h" */
/* #include "base/types.h" */

/* Of each physical memory object: the adapter object that it is opened by. */
typedef struct {
  uint32_t place[DXGMAP_SLOTS + DXGMAP_APART]; /* its adapter's place in the table + 1, or 0 */
  uint32_t slot[DXGMAP_SLOTS + DXGMAP_APART];
} dxgmap_opened;

/* The whole machine: every adapter, and what they share. All-zero memory is the machine with no adapter started. */
typedef struct {
  uint64_t commit; /* pages that the save areas of the started adapters charge */
  dxgmap_opened opened;
  dxgmap_adapter adapter[DXGMAP_PLACES]; /* the last, DXGMAP_MACHINE, holds the objects and their views */
} dxgmap_state;

/* #include "logic/state.h" */
/* dxgmap: begin spec/logic/state.h sha256 c87fe701984901a3dcf88726376f5062eaf2da9e83ebe29fc6a72ee6110eb5ad */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_STATE_H
#define DXGMAP_LOGIC_STATE_H

/* The machine: its invariant, its identities, and the only ways in which a step may change it. */

/*@
  // How often a physical page is locked: as often as the domains count it.
  logic integer LockSum(dxgmap_state s, integer n, integer p) =
    n <= 0 ? 0 : LockSum(s, n - 1, p) + s.adapter[n - 1].domain.counts.count[p];

  logic integer ChargeSum(dxgmap_state s, integer n) = n <= 0 ? 0 : ChargeSum(s, n - 1) + s.adapter[n - 1].charge;
  predicate Charged(dxgmap_state s) = s.commit == ChargeSum(s, DXGMAP_PLACES);

  predicate AdaptersOk(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterOk(s.adapter[k]);
  predicate StoppedOk(dxgmap_state s) =
    (\forall integer k; 0 <= k < DXGMAP_ADAPTERS && s.adapter[k].started == 0 ==> AdapterStopped(s.adapter[k])) &&
    s.adapter[DXGMAP_MACHINE].started == 0 && s.adapter[DXGMAP_MACHINE].saves.chain == 0;

  // The machine's place holds objects and their views, an adapter's all the rest.
  predicate OfMachine(integer kind) = kind == DXGMAP_OBJECT || kind == DXGMAP_OBJECT_VIEW;
  predicate KindPlaced(integer k, integer kind) =
    kind != DXGMAP_NO_KIND ==> (OfMachine(kind) <==> k == DXGMAP_MACHINE);
  predicate KindsPlaced(dxgmap_state s) = \forall integer k, i; 0 <= k < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS ==>
    KindPlaced(k, s.adapter[k].descriptors.at[i].kind);

  // An adapter object knows its object, and an object its adapter object: at most one.
  predicate OpenedBy(dxgmap_opened o, integer x, integer k, integer i) = o.place[x] == k + 1 && o.slot[x] == i;
  predicate ObjectKnown(dxgmap_state s, integer k, integer i) =
    s.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT ==>
      1 <= s.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS &&
      s.adapter[DXGMAP_MACHINE].descriptors.at[s.adapter[k].descriptors.at[i].object - 1].kind == DXGMAP_OBJECT &&
      OpenedBy(s.opened, s.adapter[k].descriptors.at[i].object - 1, k, i);
  predicate Opened(dxgmap_state s, integer x) =
    s.opened.place[x] <= DXGMAP_ADAPTERS && s.opened.slot[x] < DXGMAP_SLOTS &&
    s.adapter[s.opened.place[x] - 1].descriptors.at[s.opened.slot[x]].kind == DXGMAP_ADAPTER_OBJECT &&
    s.adapter[s.opened.place[x] - 1].descriptors.at[s.opened.slot[x]].object == x + 1;
  predicate ObjectsKnown(dxgmap_state s) =
    \forall integer k, i; 0 <= k < DXGMAP_ADAPTERS && 0 <= i < DXGMAP_SLOTS ==> ObjectKnown(s, k, i);
  predicate OpenedKnown(dxgmap_state s) =
    \forall integer x; 0 <= x < DXGMAP_SLOTS && s.opened.place[x] != 0 ==> Opened(s, x);
  predicate OpenedOk(dxgmap_state s) = ObjectsKnown(s) && OpenedKnown(s);

  // What every step keeps.
  predicate Inv(dxgmap_state s) = AdaptersOk(s) && StoppedOk(s) && KindsPlaced(s) && OpenedOk(s) && Charged(s);

  // The adapter that a raw handle names: the handle has its generation, and it is started.
  logic integer AdapterOf(integer h) = HandleIndex(h);
  predicate KnownAdapter(dxgmap_state s, integer h) =
    HandleTag(h) == DXGMAP_ADAPTER_TAG && 0 <= AdapterOf(h) < DXGMAP_ADAPTERS &&
    s.adapter[AdapterOf(h)].started != 0 && s.adapter[AdapterOf(h)].generation == HandleGeneration(h);

  // The first cause, in the documented order, that stands in the way of any call on an adapter; DXGMAP_OK when none
  // does. Each row of such a cascade is a clause, named behind it.
  predicate OwnGateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    c.irql > limit ? status == DXGMAP_BAD_IRQL : // GATE-2
    status == DXGMAP_OK;
  // Exclusive access is an obstacle to a strict caller alone.
  predicate Excluded(dxgmap_caller c, dxgmap_adapter a) = c.strict != 0 && a.switches.exclusive != 0;
  // The same, of calls that touch the domain.
  predicate GateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    !OwnGateStatus(s, c, h, limit, DXGMAP_OK) ? OwnGateStatus(s, c, h, limit, status) : // GATE-1, 2
    Excluded(c, s.adapter[AdapterOf(h)]) ? status == DXGMAP_EXCLUSIVE : // GATE-3
    status == DXGMAP_OK;

  // Of a chain the lead alone has save areas, a domain and adapter objects.
  predicate LeadGateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    !GateStatus(s, c, h, limit, DXGMAP_OK) ? GateStatus(s, c, h, limit, status) : // GATE-1, 2, 3
    s.adapter[AdapterOf(h)].linked != 0 ? status == DXGMAP_NOT_LEAD : // GATE-11
    status == DXGMAP_OK;

  // On a device that was pulled out nothing is acquired any more; what lives is released as ever.
  predicate Gone(dxgmap_state s, integer h) = s.adapter[AdapterOf(h)].switches.removed != 0;
  predicate AcquireGateStatus(dxgmap_state s, dxgmap_caller c, integer h, integer limit, integer status) =
    !LeadGateStatus(s, c, h, limit, DXGMAP_OK) ? LeadGateStatus(s, c, h, limit, status) : // GATE-1, 2, 3, 11
    Gone(s, h) ? status == DXGMAP_REMOVED : // GATE-12
    status == DXGMAP_OK;

  // Which callbacks are for the adapter's driver.
  predicate UsesMdls(dxgmap_state s, integer h) = s.adapter[AdapterOf(h)].capability == DXGMAP_BY_MDL;
  predicate UsesAdls(dxgmap_state s, integer h) = s.adapter[AdapterOf(h)].capability == DXGMAP_BY_ADL;

  // The identities: a handle is valid while the mapping lives that it was given for.
  predicate Valid(dxgmap_state s, integer h) =
    0 <= HandleTag(h) < DXGMAP_PLACES &&
    SlotValid(s.adapter[HandleTag(h)].slots, HandleIndex(h), HandleGeneration(h));
  predicate Describes(dxgmap_state s, integer h, dxgmap_descriptor d) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] == d;
  predicate HandleOf(dxgmap_state s, integer k, integer kind, integer h) =
    HandleTag(h) == k && Valid(s, h) && s.adapter[k].descriptors.at[HandleIndex(h)].kind == kind;

  // How many pages the mapping of a handle has captured, from which logical page on (in remapping mode), and which.
  logic integer PagesOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].domain.ranges.length[DXGMAP_ID(HandleIndex(h))];
  logic integer BaseOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].domain.ranges.base[DXGMAP_ID(HandleIndex(h))];
  logic integer PageOf(dxgmap_state s, integer h, integer k) =
    CapturedPage(s.adapter[HandleTag(h)].domain, DXGMAP_ID(HandleIndex(h)), k);
  predicate Holds{L}(dxgmap_state s, integer h, uint64_t *pages, integer n) =
    PagesOf(s, h) == n && \forall integer k; 0 <= k < n ==> PageOf(s, h, k) == pages[k];
  // What the mapping of a handle belongs to in its place: slot + 1, or 0.
  logic integer TargetOf(dxgmap_state s, integer h) = s.adapter[HandleTag(h)].links.to.slot[HandleIndex(h)];
  predicate PlacedAt(dxgmap_state s, integer h, integer place, integer span) =
    s.adapter[HandleTag(h)].views.span[HandleIndex(h)] == span &&
    (span > 0 ==> s.adapter[HandleTag(h)].views.place[HandleIndex(h)] == place);

  // The provers take this for one fact and never look inside, which keeps the frame of a step cheap.
  predicate AdapterSame(dxgmap_adapter a, dxgmap_adapter b) = a == b;
  predicate AdaptersKept(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer j; 0 <= j < DXGMAP_PLACES && j != k ==> AdapterSame(b.adapter[j], a.adapter[j]);

  // The object that an adapter object opens: slot + 1; 0 for any other mapping.
  logic integer Opens(dxgmap_descriptor d) = d.kind == DXGMAP_ADAPTER_OBJECT ? d.object : 0;
  // Every object but that of slot x - 1 has the adapter object that it had.
  predicate OpenedKept(dxgmap_opened a, dxgmap_opened b, integer x) =
    \forall integer j; 0 <= j < DXGMAP_SLOTS && j + 1 != x ==> b.place[j] == a.place[j] && b.slot[j] == a.slot[j];
  // No object is opened for adapter k any more, and nothing else is closed.
  predicate OpenedClosed(dxgmap_opened a, dxgmap_opened b, integer k) = \forall integer j; 0 <= j < DXGMAP_SLOTS ==>
    b.place[j] == (a.place[j] == k + 1 ? 0 : a.place[j]) && b.slot[j] == a.slot[j];

  // For the proofs: of the descriptors of one adapter, or of all, what an adapter object is known by, but for slot x.
  predicate OpensSame(dxgmap_adapter a, dxgmap_adapter b, integer x) = \forall integer i; 0 <= i < DXGMAP_SLOTS &&
    i != x ==>
    b.descriptors.at[i].kind == a.descriptors.at[i].kind && b.descriptors.at[i].object == a.descriptors.at[i].object;
  predicate OpensKept(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    OpensSame(a.adapter[k], b.adapter[k], x) &&
    \forall integer j; 0 <= j < DXGMAP_PLACES && j != k ==> OpensSame(a.adapter[j], b.adapter[j], DXGMAP_SLOTS);

  // The step gave the identity h, on adapter k, and did nothing else.
  predicate Acquires(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Taken(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == b.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    OpenedKept(a.opened, b.opened, Opens(b.adapter[k].descriptors.at[HandleIndex(h)])) && AdaptersKept(a, b, k);
  // The step ended the identity h, on adapter k, and did nothing else.
  predicate Releases(dxgmap_state a, dxgmap_state b, integer k, integer h) =
    h != 0 && HandleTag(h) == k && Released(a.adapter[k], b.adapter[k], HandleIndex(h)) &&
    HandleGeneration(h) == a.adapter[k].slots.generation[HandleIndex(h)] && b.commit == a.commit &&
    OpenedKept(a.opened, b.opened, Opens(a.adapter[k].descriptors.at[HandleIndex(h)])) && AdaptersKept(a, b, k);
*/

#endif
/* dxgmap: end spec/logic/state.h */

/* The place in the table of the adapter that a raw handle names; DXGMAP_ADAPTERS when it names none that is started. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures known: KnownAdapter(*s, adapter) ==> \result == AdapterOf(adapter) && \result < DXGMAP_ADAPTERS;
    ensures unknown: !KnownAdapter(*s, adapter) ==> \result == DXGMAP_ADAPTERS; */
uint32_t dxgmap_state_find(const dxgmap_state *s, uint64_t adapter);

/* The causes that every driver callback on an adapter shares. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: OwnGateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate_own(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* The same, of those that touch the domain. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: GateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* The same, of the callbacks that are for the lead of a chain. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: LeadGateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate_lead(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* The same, of those of them that acquire something. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: AcquireGateStatus(*s, caller, adapter, limit, \result); */
uint32_t dxgmap_state_gate_acquire(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t limit);

/* Whether the handle names a live mapping of this kind in place k. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HandleOf(*s, k, kind, handle); */
bool dxgmap_state_holds(const dxgmap_state *s, uint32_t k, uint32_t kind, uint64_t handle);

/* Makes a mapping of n captured pages on adapter k; `target` is the slot + 1 of what it belongs to there, or 0. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. n - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    requires adapter: k < DXGMAP_ADAPTERS && s->adapter[k].started != 0;
    requires kind: InDomain(d.kind);
    requires link: LinkFits(s->adapter[k].descriptors, d.kind, target);
    requires pin: IsPin(d.kind) ==> d.index < s->adapter[k].saves.chain && s->adapter[k].saves.pin[d.index] == 0
                                    && n <= s->adapter[k].saves.maximum.pages[d.index];
    requires capability: CapabilityFits(s->adapter[k].capability, d.kind);
    requires pages: n >= 1 && PagesInMemory(pages, n);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PagesStatus(\old(*s).adapter[k], n, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, k, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> Describes(*s, \result.handle, d);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, n);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == target; */
dxgmap_outcome dxgmap_state_take_pages(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, const uint64_t *pages,
                                       uint32_t n, uint32_t target);

/* Makes a mapping that captures no page in place k: `span` window pages from page `place` (span 0: ports, or an
   object); `target` as above. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES && (k < DXGMAP_ADAPTERS ==> s->adapter[k].started != 0);
    requires kind: 1 <= d.kind <= DXGMAP_OBJECT_VIEW && !InDomain(d.kind) && KindPlaced(k, d.kind);
    requires capability: CapabilityFits(s->adapter[k].capability, d.kind);
    requires link: LinkFits(s->adapter[k].descriptors, d.kind, target);
    requires opens: d.kind == DXGMAP_ADAPTER_OBJECT ==> k < DXGMAP_ADAPTERS && 1 <= d.object <= DXGMAP_SLOTS
                    && s->adapter[DXGMAP_MACHINE].descriptors.at[d.object - 1].kind == DXGMAP_OBJECT
                    && s->opened.place[d.object - 1] == 0;
    requires descriptor: DXGMAP_POINTER <= d.kind <= DXGMAP_VIDEO ==> ViewDescribed(s->adapter[k], d);
    requires window: span > 0 <==> InWindow(d);
    requires room: span > 0 ==> ViewRoom(s->adapter[k].views, place, span);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: SlotStatus(\old(*s).adapter[k], \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, k, \result.handle);
    ensures descriptor: \result.status == DXGMAP_OK ==> Describes(*s, \result.handle, d);
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, place, span);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == target; */
dxgmap_outcome dxgmap_state_take(dxgmap_state *s, uint32_t k, dxgmap_descriptor d, uint32_t place, uint32_t span,
                                 uint32_t target);

/* Ends the mapping of slot i in place k, to which nothing belongs any more; the handle is the one that was valid until
   now. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    requires place: k < DXGMAP_PLACES;
    requires live: SlotLive(s->adapter[k].slots, i);
    requires free: LinkFree(s->adapter[k].links, i);
    requires closed: k == DXGMAP_MACHINE ==> s->opened.place[i] == 0;
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: \result.status == DXGMAP_OK;
    ensures released: Releases(\old(*s), *s, k, \result.handle) && HandleIndex(\result.handle) == i;
    ensures closed: k < DXGMAP_ADAPTERS && \old(*s).adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
                    ==> s->opened.place[\old(*s).adapter[k].descriptors.at[i].object - 1] == 0;
    ensures unpinned: IsPin(\old(*s).adapter[k].descriptors.at[i].kind)
                      ==> s->adapter[k].saves.pin[\old(*s).adapter[k].descriptors.at[i].index] == 0; */
dxgmap_outcome dxgmap_state_release(dxgmap_state *s, uint32_t k, uint32_t i);

/* A request of this kind, with nothing else said yet. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures kind: \result.kind == kind && \result.index == index && \result.space == DXGMAP_MEMORY_SPACE
        && \result.user == 0
                  && \result.object == 0 && \result.process == 0; */
dxgmap_descriptor dxgmap_describe(uint32_t kind, uint32_t index);

/* Facts for the proofs of the operations; none of these runs. */
/*@ ghost
  // Each adapter is the same as itself.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall integer j; 0 <= j < DXGMAP_PLACES ==> AdapterSame(s.adapter[j], s.adapter[j]); @/
  void dxgmap_state_itself(dxgmap_state s);
*/
/*@ ghost
  // What one adapter's charge gains, the machine's commit gains.
  /@ requires adapter: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires commit: now.commit - was.commit == now.adapter[k].charge - was.adapter[k].charge;
     requires charged: Charged(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures charged: Charged(now); @/
  void dxgmap_state_sums(dxgmap_state was, dxgmap_state now, uint32_t k);
*/

/*@ ghost
  // One place changed, and holds nothing when it is stopped.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires empty: k < DXGMAP_ADAPTERS && now.adapter[k].started == 0 ==> AdapterStopped(now.adapter[k]);
     requires machine: k == DXGMAP_MACHINE ==> now.adapter[k].saves.chain == was.adapter[k].saves.chain
                       && now.adapter[k].started == was.adapter[k].started;
     requires stopped: StoppedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stopped: StoppedOk(now); @/
  void dxgmap_state_stopped(dxgmap_state was, dxgmap_state now, uint32_t k);
*/
/*@ ghost
  // One place changed, and what it opened or opens; what is said of stopped adapters and of opened objects holds again.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires others: OthersKept(was.adapter[k], now.adapter[k], i);
     requires same: now.adapter[k].started == was.adapter[k].started
         && now.adapter[k].switches == was.adapter[k].switches
                    && now.adapter[k].saves.chain == was.adapter[k].saves.chain
                    && now.adapter[k].resources.count == was.adapter[k].resources.count;
     requires slot: i < DXGMAP_SLOTS;
     requires running: k < DXGMAP_ADAPTERS ==> now.adapter[k].started != 0;
     requires object: k == DXGMAP_MACHINE ==> was.opened.place[i] == 0;
     requires placed: KindsPlaced(was) && KindPlaced(k, now.adapter[k].descriptors.at[i].kind);
     requires before: k < DXGMAP_ADAPTERS && was.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
       ==> now.opened.place[was.adapter[k].descriptors.at[i].object - 1] == 0
           && now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT
           && OpenedKept(was.opened, now.opened, was.adapter[k].descriptors.at[i].object);
     requires after: k < DXGMAP_ADAPTERS && now.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
       ==> 1 <= now.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS
           && now.adapter[DXGMAP_MACHINE].descriptors.at[now.adapter[k].descriptors.at[i].object - 1].kind
             == DXGMAP_OBJECT
           && was.opened.place[now.adapter[k].descriptors.at[i].object - 1] == 0
           && OpenedBy(now.opened, now.adapter[k].descriptors.at[i].object - 1, k, i)
           && OpenedKept(was.opened, now.opened, now.adapter[k].descriptors.at[i].object);
     requires neither: (k == DXGMAP_MACHINE || (was.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT
                        && now.adapter[k].descriptors.at[i].kind != DXGMAP_ADAPTER_OBJECT))
       ==> OpenedKept(was.opened, now.opened, 0);
     requires stopped: StoppedOk(was);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stopped: StoppedOk(now);
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_moved(dxgmap_state was, dxgmap_state now, uint32_t k, uint32_t i);
*/
/*@ ghost
  // No mapping moved.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires mappings: MappingsKept(was.adapter[k], now.adapter[k]);
     requires same: OpenedKept(was.opened, now.opened, 0);
     requires placed: KindsPlaced(was);
     requires opened: OpenedOk(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now); @/
  void dxgmap_state_still(dxgmap_state was, dxgmap_state now, uint32_t k);
*/

#endif
/* dxgmap: end model/core/state/state.h */

/* Whether the machine is in a state that the invariant allows. For debug builds and tests: it asks nothing of the
   memory but that it is there, so it may be called on a state that something else has overwritten. Scratch is where
   cells and links are tallied; its contents do not matter. */
/*@ requires valid: \valid(s) && \valid(scratch);
    requires separated: \separated(s, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> Inv(*s); */
bool dxgmap_check(const dxgmap_state *s, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/checks/check.h */
/* dxgmap: begin model/core/checks/check_adapter.h sha256 d2a761422ad7dd4bd5ecbe1ffcb913ab6a7769ffd780fe6af6635897f1c0f87d */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_ADAPTER_H
#define DXGMAP_CHECK_ADAPTER_H

/* #include "state/adapter.h" */

/* Whether the adapter is one that steps can reach; true of any memory. Scratch is where its cells and links are
   tallied. */
/*@ requires valid: \valid(a) && \valid(scratch);
    requires separated: \separated(a, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> AdapterOk(*a); */
bool dxgmap_check_adapter(const dxgmap_adapter *a, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/checks/check_adapter.h */
/* dxgmap: begin model/core/checks/check_domain.h sha256 fbea11e6557617da195938e681207835cd1c1e9cbde354f0d4f69cabf6782ab5 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_DOMAIN_H
#define DXGMAP_CHECK_DOMAIN_H

/* #include "structures/domain.h" */

/* Whether the domain of an adapter of this mode is one that steps can reach; true of any memory. Scratch is where the
   cells are tallied. */
/*@ requires valid: \valid(d) && \valid(scratch);
    requires separated: \separated(d, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> DomainOk(*d) && Coherent(*d, mode); */
bool dxgmap_check_domain(const dxgmap_domain *d, uint32_t mode, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/checks/check_domain.h */
/* dxgmap: begin model/core/checks/check_heap.h sha256 4c8ddd9f69390121ed2d74665fd65d0c64ee0f035be4dfd604e4d1ff89b85b7f */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_HEAP_H
#define DXGMAP_CHECK_HEAP_H

/* #include "structures/heap.h" */

/* Whether the memory is a heap of gaps; true of any memory. */
/*@ requires valid: \valid(heap);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> HeapOk(*heap); */
bool dxgmap_check_heap(const dxgmap_heap *heap);

#endif
/* dxgmap: end model/core/checks/check_heap.h */
/* dxgmap: begin model/core/checks/check_links.h sha256 264abf37814262a094287ec5676b9744c0843fb3ea7c50288637256d9225f22e */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_LINKS_H
#define DXGMAP_CHECK_LINKS_H

/* #include "structures/domain.h" */
/* #include "structures/links.h" */

/* Whether the links are counted as they are; true of any memory. Scratch is where they are tallied. */
/*@ requires valid: \valid(l) && \valid(scratch);
    requires separated: \separated(l, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> LinksOk(*l); */
bool dxgmap_check_links(const dxgmap_links *l, dxgmap_counts *scratch);

#endif
/* dxgmap: end model/core/checks/check_links.h */
/* dxgmap: begin model/core/checks/check_quarantine.h sha256 40268b481c76398110a252f3655239461abf1f883e78bab22683014e0909c76c */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_QUARANTINE_H
#define DXGMAP_CHECK_QUARANTINE_H

/* #include "structures/quarantine.h" */

/* Whether the memory is a range allocator with a quarantine: exactly the ids of the row have runs that wait; true of
   any memory. */
/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RangesOk(*r); */
bool dxgmap_check_quarantine(const dxgmap_ranges *r);

#endif
/* dxgmap: end model/core/checks/check_quarantine.h */
/* dxgmap: begin model/core/checks/check_ranges.h sha256 b7b6fc015694ba3cdca7cdd7b719aeeba54ad7472d2e9d144cf91f561241a4df */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_RANGES_H
#define DXGMAP_CHECK_RANGES_H

/* #include "structures/ranges.h" */

/* Whether the memory is a range allocator: zeroed, or a ring that tiles the pages; true of any memory. What waits is
   checked in check_quarantine.h. */
/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsOk(*r); */
bool dxgmap_check_ranges(const dxgmap_ranges *r);

#endif
/* dxgmap: end model/core/checks/check_ranges.h */
/* dxgmap: begin model/core/checks/check_slots.h sha256 f5bf7d08f61c02eca56b38a1e170242a13f707ccc1d237b4630f0da88abf9848 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_SLOTS_H
#define DXGMAP_CHECK_SLOTS_H

/* #include "structures/slots.h" */

/* Whether the handle table is one that steps can reach; true of any memory. */
/*@ requires valid: \valid(t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsOk(*t); */
bool dxgmap_check_slots(const dxgmap_slots *t);

#endif
/* dxgmap: end model/core/checks/check_slots.h */
/* dxgmap: begin model/core/checks/check_translation.h sha256 e3e94990e2458b4c2d057a24b02faa1256c600b79085a8e5d019345f9195f1e7 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_TRANSLATION_H
#define DXGMAP_CHECK_TRANSLATION_H

/* #include "structures/translation.h" */

/* Whether the translation names pages of memory only, so that it can be read; true of any memory. */
/*@ requires valid: \valid(t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> TranslationOk(*t); */
bool dxgmap_check_translation(const dxgmap_translation *t);

#endif
/* dxgmap: end model/core/checks/check_translation.h */
/* dxgmap: begin model/core/checks/check_views.h sha256 0241ddfa78666e40eb3817229518209eb5e96dc939edb710eb61eb1fa3342a30 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_VIEWS_H
#define DXGMAP_CHECK_VIEWS_H

/* #include "structures/views.h" */

/* Whether each window page belongs to the one view that has it; true of any memory. */
/*@ requires valid: \valid(v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewsOk(*v); */
bool dxgmap_check_views(const dxgmap_views *v);

#endif
/* dxgmap: end model/core/checks/check_views.h */
/* dxgmap: begin model/core/facts/leak.h sha256 5e8b9bd2c426ad9e2c26a16ec1f12b8388754a71ecd2f219ad3f4b7338025576 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LEAK_H
#define DXGMAP_LEAK_H

/* #include "operations/op_adapter.h" */
/* dxgmap: begin model/core/operations/op_adapter.h sha256 b9a57fd4d60c65a74a97d075a7051d4539b158799dda0a56c0282aa0b3c5f693 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_ADAPTER_H
#define DXGMAP_OP_ADAPTER_H

/* #include "state/state.h" */

/* #include "logic/op_adapter.h" */
/* dxgmap: begin spec/logic/op_adapter.h sha256 a1eda46b07a6106cb7df65a90b618dc9886711374c91e2483b1e8989d9fe6a8e */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_ADAPTER_H
#define DXGMAP_LOGIC_OP_ADAPTER_H

/* Start and stop, and what is live: the first cause that holds (spec/clauses/start.md, stop.md, live.md). */

/*@
  predicate SavesAligned(dxgmap_start d, integer n) =
    \forall integer k; 0 <= k < n ==> d.save_bytes[k] % DXGMAP_PAGE_SIZE == 0;
  predicate ResourceOk(dxgmap_resource r) =
    r.space <= DXGMAP_IO_SPACE && r.length >= 1 && r.start + r.length <= 0xFFFFFFFFFFFFFFFF;
  predicate ResourcesOk(dxgmap_start d, integer n) = \forall integer k; 0 <= k < n ==> ResourceOk(d.resource[k]);
  // The adapter can reach the last byte of installed memory, as it must where logical pages are physical ones.
  predicate SeesMemory(dxgmap_start d) = d.installed_pages * DXGMAP_PAGE_SIZE <= d.highest_visible + 1;
  predicate CanStart(dxgmap_adapter a) = a.started == 0 && a.generation < DXGMAP_GENERATION_MAX;
  predicate TableRoom(dxgmap_state s) = \exists integer k; 0 <= k < DXGMAP_ADAPTERS && CanStart(s.adapter[k]);

  predicate StartStatus(dxgmap_state s, dxgmap_start d, integer status) =
    d.chain == 0 || d.chain > DXGMAP_CHAIN ? status == DXGMAP_BAD_INDEX : // START-6
    !PagingFits(d.mode, d.capability) ? status == DXGMAP_BAD_MODE : // START-17
    d.quarantine > DXGMAP_QUARANTINE ? status == DXGMAP_TOO_LARGE : // START-18
    !SavesAligned(d, d.chain) ? status == DXGMAP_BAD_SIZE : // START-7
    d.resources > DXGMAP_RESOURCES || !ResourcesOk(d, d.resources) ? status == DXGMAP_BAD_RESOURCE : // START-8
    d.mode == DXGMAP_IDENTITY && !SeesMemory(d) ? status == DXGMAP_NOT_VISIBLE : // START-9
    RequestSum(d, d.chain) > DXGMAP_CHARGE_MAX ? status == DXGMAP_TOO_LARGE : // START-10
    d.linked != 0 && RequestSum(d, d.chain) != 0 ? status == DXGMAP_NOT_LEAD : // START-19
    s.commit + RequestSum(d, d.chain) > d.commit_limit ? status == DXGMAP_NO_COMMIT : // START-11
    !TableRoom(s) ? status == DXGMAP_NO_ADAPTER : // START-12
    status == DXGMAP_OK;

  // The step started the adapter of handle h, and did nothing else.
  predicate Starts(dxgmap_state a, dxgmap_state b, integer h, dxgmap_start d) =
    !KnownAdapter(a, h) && KnownAdapter(b, h) && CanStart(a.adapter[AdapterOf(h)]) &&
    StartsWith(b.adapter[AdapterOf(h)], d) && AdaptersKept(a, b, AdapterOf(h)) &&
    MappingsKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && b.adapter[AdapterOf(h)].slots.live == 0 &&
    OpenedKept(a.opened, b.opened, 0) && b.commit == a.commit + RequestSum(d, d.chain);
  // The step stopped the adapter of handle h, ended every life on it, and did nothing else.
  predicate Stops(dxgmap_state a, dxgmap_state b, integer h) =
    KnownAdapter(a, h) && b.adapter[AdapterOf(h)].started == 0 &&
    b.adapter[AdapterOf(h)].generation == a.adapter[AdapterOf(h)].generation + 1 &&
    Emptied(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && AdaptersKept(a, b, AdapterOf(h)) &&
    OpenedClosed(a.opened, b.opened, AdapterOf(h)) && b.commit == a.commit - a.adapter[AdapterOf(h)].charge;

  predicate StopStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    status == DXGMAP_OK;

  predicate LiveStatus(dxgmap_state s, integer h, integer cursor, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    cursor >= s.adapter[AdapterOf(h)].slots.live ? status == DXGMAP_NO_MORE : // LIVE-4
    status == DXGMAP_OK;
  // The live mapping of handle h is the cursor-th: the cursors 0 .. live - 1 name each live mapping once.
  predicate LiveAt(dxgmap_state s, integer h, integer cursor) =
    s.adapter[HandleTag(h)].slots.place[HandleIndex(h)] == s.adapter[HandleTag(h)].slots.free + cursor;
  // The answer is the cursor-th live mapping in place k, and what it holds.
  predicate LiveIn(dxgmap_state s, integer k, integer cursor, dxgmap_live l) =
    Valid(s, l.handle) && HandleTag(l.handle) == k && LiveAt(s, l.handle, cursor) &&
    Describes(s, l.handle, l.descriptor) && l.pages == PagesOf(s, l.handle) && l.base == BaseOf(s, l.handle) &&
    PlacedAt(s, l.handle, l.place, l.span);
*/

#endif
/* dxgmap: end spec/logic/op_adapter.h */

/* Starts an adapter: charges its save areas and gives its handle, or changes nothing. Source: IOMMU-based GPU
   isolation, DXGK_FRAMEBUFFERSAVEAREA, IOMMU DMA remapping (visible bounds). */
/*@ requires valid: \valid(s) && \valid(d);
    requires separated: \separated(s, d);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StartStatus(\old(*s), *d, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures starts: \result.status == DXGMAP_OK ==> \result.handle != 0 && Starts(\old(*s), *s, \result.handle, *d); */
dxgmap_outcome dxgmap_op_start(dxgmap_state *s, const dxgmap_start *d);

/* Stops the adapter and ends every mapping that is still live: look at them with dxgmap_op_live before. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: StopStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures stops: \result == DXGMAP_OK ==> Stops(\old(*s), *s, adapter); */
uint32_t dxgmap_op_stop(dxgmap_state *s, uint64_t adapter);

/* The cursor-th live mapping of the adapter; cursors run from 0 until DXGMAP_NO_MORE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: LiveStatus(*s, adapter, cursor, \result.status);
    ensures live: \result.status == DXGMAP_OK ==> LiveIn(*s, AdapterOf(adapter), cursor, \result); */
dxgmap_live dxgmap_op_live(const dxgmap_state *s, uint64_t adapter, uint32_t cursor);

/* The cursor-th live physical memory object or view of one; cursors run from 0 until DXGMAP_NO_MORE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: \result.status == (cursor < s->adapter[DXGMAP_MACHINE].slots.live ? DXGMAP_OK : DXGMAP_NO_MORE);
    ensures live: \result.status == DXGMAP_OK ==> LiveIn(*s, DXGMAP_MACHINE, cursor, \result); */
dxgmap_live dxgmap_op_live_object(const dxgmap_state *s, uint32_t cursor);

/* A fact for the proofs of the switches; it does not run. */
/*@ ghost
  // One adapter started, or turned a switch: no mapping moved, and what is said of the whole machine holds again.
  /@ requires place: k < DXGMAP_ADAPTERS;
     requires kept: AdaptersKept(was, now, k);
     requires mappings: MappingsKept(was.adapter[k], now.adapter[k]);
     requires same: OpenedKept(was.opened, now.opened, 0);
     requires started: now.adapter[k].started != 0;
     requires commit: now.commit - was.commit == now.adapter[k].charge - was.adapter[k].charge;
     requires inv: Inv(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stopped: StoppedOk(now);
     ensures placed: KindsPlaced(now);
     ensures opened: OpenedOk(now);
     ensures charged: Charged(now); @/
  void dxgmap_start_calm(dxgmap_state was, dxgmap_state now, uint32_t k);
*/

#endif
/* dxgmap: end model/core/operations/op_adapter.h */

/* #include "logic/leak.h" */
/* dxgmap: begin spec/logic/leak.h sha256 ddca778de87a3b62257fdbc4596d15b796f6bdc8bc8283b0195a4352e0828871 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_LEAK_H
#define DXGMAP_LOGIC_LEAK_H

/* What a state without live mappings holds: nothing. And how its live mappings are listed. */

/*@
  // No slot, no link, no logical page, no cell, no count, no window page and no pin is in use, and nothing is
  // translated.
  predicate AdapterEmpty(dxgmap_adapter a) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> !SlotLive(a.slots, i)) &&
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> a.links.to.slot[i] == 0 && a.links.uses.count[i] == 0) &&
    (\forall integer i; !RangeLive(a.domain.ranges, i)) &&
    (\forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.owners.id[l] == 0) &&
    (\forall integer l; 0 <= l < DXGMAP_CELLS ==> a.domain.cells.cell[l] == 0) &&
    (\forall integer p; 0 <= p < DXGMAP_PAGES ==> a.domain.counts.count[p] == 0) &&
    TranslationNothing(a.domain.translation) &&
    (\forall integer w; 0 <= w < DXGMAP_WINDOW ==> a.views.owner[w] == 0) &&
    (\forall integer k; 0 <= k < DXGMAP_CHAIN ==> a.saves.pin[k] == 0);
  predicate Unlocked(dxgmap_state s) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> LockSum(s, DXGMAP_PLACES, p) == 0;
  predicate AllClosed(dxgmap_state s) = \forall integer x; 0 <= x < DXGMAP_SLOTS ==> s.opened.place[x] == 0;
  predicate NothingHeld(dxgmap_state s) =
    Unlocked(s) && AllClosed(s) && \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterEmpty(s.adapter[k]);

  predicate SomeValid(dxgmap_state s) = \exists integer h; Valid(s, h);

  predicate AllStopped(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_ADAPTERS ==> s.adapter[k].started == 0;
  // Memory is committed only for adapters that are started: as much as they asked for.
  predicate Committed(dxgmap_state s) = Charged(s) && (AllStopped(s) ==> s.commit == 0);

  predicate ListedAt(dxgmap_state s, integer k, integer c) =
    \exists integer h; Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c);
  // The cursors 0 .. live - 1 of adapter k, or of the machine, name its live mappings: each cursor one, each mapping
  // once, and no other.
  predicate Listed(dxgmap_state s, integer k) =
    (\forall integer c; 0 <= c < s.adapter[k].slots.live ==> ListedAt(s, k, c)) &&
    (\forall integer h; Valid(s, h) && HandleTag(h) == k ==>
       \exists integer c; 0 <= c < s.adapter[k].slots.live && LiveAt(s, h, c)) &&
    (\forall integer c, g, h; Valid(s, g) && HandleTag(g) == k && LiveAt(s, g, c) &&
       Valid(s, h) && HandleTag(h) == k && LiveAt(s, h, c) ==> g == h) &&
    (\forall integer c, d, h; LiveAt(s, h, c) && LiveAt(s, h, d) ==> c == d);
  predicate AllListed(dxgmap_state s) = \forall integer k; 0 <= k < DXGMAP_PLACES ==> Listed(s, k);
*/

#endif
/* dxgmap: end spec/logic/leak.h */

/* What every state says of leaks (T-LEAK); facts for the proofs, none of them runs. */
/*@ ghost
  // Cells that hold nothing count nothing.
  /@ requires empty: \forall integer l; 0 <= l < DXGMAP_CELLS ==> c.cell[l] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: \forall integer v; v != 0 ==> CellCount(c, DXGMAP_CELLS, v) == 0; @/
  void dxgmap_leak_cells(dxgmap_cells c);
*/
/*@ ghost
  // Links that name nothing count nothing.
  /@ requires none: \forall integer i; 0 <= i < DXGMAP_SLOTS ==> t.slot[i] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures none: \forall integer v; v != 0 ==> LinkCount(t, DXGMAP_SLOTS, v) == 0; @/
  void dxgmap_leak_links(dxgmap_targets t);
*/
/*@ ghost
  // Some handle is valid, or nothing is held.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures held: SomeValid(s) || NothingHeld(s); @/
  void dxgmap_leak_nothing(dxgmap_state s);
*/
/*@ ghost
  // What is committed is what the started adapters asked for.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures committed: Committed(s); @/
  void dxgmap_leak_committed(dxgmap_state s);
*/
/*@ ghost
  // The cursors name the live mappings.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures listed: AllListed(s); @/
  void dxgmap_leak_listed(dxgmap_state s);
*/

#endif
/* dxgmap: end model/core/facts/leak.h */
/* dxgmap: begin model/core/facts/zero.h sha256 8fbab5fdbb43f4dfc8c01c236e3689e61e19f0770780f2a868e903da534fb440 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_ZERO_H
#define DXGMAP_ZERO_H

/* #include "facts/leak.h" */

/* #include "logic/zero.h" */
/* dxgmap: begin spec/logic/zero.h sha256 853dd5285bfecbc0a69e4881390ec3eeca4077eb1ad328ff0dd24a54ed483c8a */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_ZERO_H
#define DXGMAP_LOGIC_ZERO_H

/* Memory of zeros, part by part: where every history begins. */

/*@
  predicate ZeroSlots(dxgmap_slots t) =
    t.high == 0 && t.free == 0 && t.live == 0 &&
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> t.generation[i] == 0 && t.order[i] == 0 && t.place[i] == 0;

  predicate ZeroDescriptor(dxgmap_descriptor d) =
    d.kind == 0 && d.index == 0 && d.space == 0 && d.user == 0 && d.cache == 0 && d.slack == 0 && d.object == 0 &&
      d.physical == 0 &&
    d.length == 0 && d.process == 0;
  predicate ZeroDescriptors(dxgmap_descriptors d) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> ZeroDescriptor(d.at[i]);

  predicate ZeroLinks(dxgmap_links l) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> l.to.slot[i] == 0 && l.uses.count[i] == 0;
  predicate ZeroOpened(dxgmap_opened o) = \forall integer i; 0 <= i < DXGMAP_SLOTS ==> o.place[i] == 0 &&
    o.slot[i] == 0;

  predicate ZeroCells(dxgmap_cells c) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> c.cell[l] == 0;
  predicate ZeroCounts(dxgmap_counts n) = \forall integer p; 0 <= p < DXGMAP_PAGES ==> n.count[p] == 0;
  predicate ZeroOwners(dxgmap_owners o) = \forall integer l; 0 <= l < DXGMAP_CELLS ==> o.id[l] == 0;
  predicate ZeroTranslation(dxgmap_translation t) =
    (\forall integer b; 0 <= b < DXGMAP_BLOCKS ==> t.directory.word[b] == 0) &&
    \forall integer l; 0 <= l < DXGMAP_CELLS ==> t.entries.value[l] == 0;
  predicate ZeroDomain(dxgmap_domain d) =
    RangesZero(d.ranges) && d.ranges.limit == 0 && ZeroCells(d.cells) && ZeroOwners(d.owners) && ZeroCounts(d.counts) &&
    ZeroTranslation(d.translation);

  predicate ZeroViews(dxgmap_views v) =
    (\forall integer i; 0 <= i < DXGMAP_SLOTS ==> v.place[i] == 0 && v.span[i] == 0) &&
    \forall integer w; 0 <= w < DXGMAP_WINDOW ==> v.owner[w] == 0;

  predicate ZeroSaves(dxgmap_saves s) =
    s.chain == 0 && \forall integer k; 0 <= k < DXGMAP_CHAIN ==> s.maximum.pages[k] == 0 && s.pin[k] == 0;
  predicate ZeroResources(dxgmap_resources r) =
    r.count == 0 && \forall integer k; 0 <= k < DXGMAP_RESOURCES ==>
      r.at[k].space == 0 && r.at[k].start == 0 && r.at[k].length == 0;

  predicate ZeroAdapter(dxgmap_adapter a) =
    a.generation == 0 && a.started == 0 && a.mode == 0 && a.capability == 0 && a.linked == 0 &&
    SwitchedOff(a.switches) && a.charge == 0 && ZeroSaves(a.saves) &&
    ZeroResources(a.resources) && ZeroSlots(a.slots) && ZeroDescriptors(a.descriptors) && ZeroLinks(a.links) &&
      ZeroDomain(a.domain) &&
    ZeroViews(a.views);

  predicate Zero(dxgmap_state s) =
    s.commit == 0 && ZeroOpened(s.opened) &&
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> ZeroAdapter(s.adapter[k]);
*/

#endif
/* dxgmap: end spec/logic/zero.h */

/* Where every history begins; a fact for the proofs, it does not run. */
/*@ ghost
  // Memory of zeros is a machine: the empty one, in which no handle is valid.
  /@ requires valid: \valid(s);
     requires zero: Zero(*s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures inv: Inv(*s);
     ensures nothing: \forall integer h; !Valid(*s, h); @/
  void dxgmap_zero(dxgmap_state *s);
*/

#endif
/* dxgmap: end model/core/facts/zero.h */
/* dxgmap: begin model/core/operations/op_adl.h sha256 b3fad9ffae6e81a24f9ef4c4d5f1480226deadf7bb706cafcc3b3081f30a0de0 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_ADL_H
#define DXGMAP_OP_ADL_H

/* #include "operations/op_object.h" */
/* dxgmap: begin model/core/operations/op_object.h sha256 8a64985264ff337f0aee316b697beed50f16256464efe2e244a05129dcebd526 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_OBJECT_H
#define DXGMAP_OP_OBJECT_H

/* #include "state/state.h" */

/* #include "logic/op_object.h" */
/* dxgmap: begin spec/logic/op_object.h sha256 1a82c4066e3383dbd49ee6d9b209e24ebbef3220571a6365c3c1e225bb9196c8 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_OBJECT_H
#define DXGMAP_LOGIC_OP_OBJECT_H

/* Physical memory objects and their adapter objects: the first cause that holds (spec/clauses/object.md). */

/*@
  predicate ObjectBadSize(dxgmap_object_request r) =
    r.length == 0 || r.length % DXGMAP_PAGE_SIZE != 0 ||
    (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical + r.length > 0xFFFFFFFFFFFFFFFF);

  predicate CreateAdmit(dxgmap_caller c, dxgmap_object_request r, integer status) =
    c.irql > DXGMAP_APC_LEVEL ? status == DXGMAP_BAD_IRQL : // GATE-2
    r.type > DXGMAP_OBJECT_IO_SPACE ? status == DXGMAP_BAD_KIND : // OBJECT-8
    ObjectBadSize(r) ? status == DXGMAP_BAD_SIZE : // OBJECT-9
    r.type == DXGMAP_OBJECT_IO_SPACE && r.physical % DXGMAP_PAGE_SIZE != 0 ? status == DXGMAP_BAD_ADDRESS : // OBJECT-10
    status == DXGMAP_OK;
  predicate CreateStatus(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer status) =
    !CreateAdmit(c, r, DXGMAP_OK) ? CreateAdmit(c, r, status) :
    SlotStatus(s.adapter[DXGMAP_MACHINE], status); // OBJECT-11

  // The descriptor says what the object was asked for.
  predicate ObjectAsked(dxgmap_descriptor d, dxgmap_object_request r) =
    d.kind == DXGMAP_OBJECT && d.index == r.type && (d.user != 0 <==> r.bound != 0) && d.cache == r.cache &&
    d.physical == r.physical && d.length == r.length;

  // Parts of an object are whole pages of it.
  predicate PartBadSize(integer offset, integer bytes) =
    bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0;

  predicate IsObject(dxgmap_state s, integer h) = HandleOf(s, DXGMAP_MACHINE, DXGMAP_OBJECT, h);
  predicate IsAdapterObject(dxgmap_state s, integer h) =
    HandleTag(h) < DXGMAP_ADAPTERS && HandleOf(s, HandleTag(h), DXGMAP_ADAPTER_OBJECT, h);
  logic dxgmap_descriptor DescriptorOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)];

  // A call names an object, or an adapter object of an adapter that is in use.
  predicate ObjectGate(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !IsObject(s, h) ? status == DXGMAP_BAD_HANDLE : // DESTROY-6, OBJECTVIEW-9, UNOBJECTVIEW-6
    c.irql > DXGMAP_APC_LEVEL ? status == DXGMAP_BAD_IRQL : // GATE-2
    status == DXGMAP_OK;
  predicate AdapterObjectGate(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !IsAdapterObject(s, h) ? status == DXGMAP_BAD_HANDLE : // CLOSE-5, ADL-10, FREEADL-7
    c.irql > DXGMAP_APC_LEVEL ? status == DXGMAP_BAD_IRQL : // GATE-2
    Excluded(c, s.adapter[HandleTag(h)]) ? status == DXGMAP_EXCLUSIVE : // GATE-3
    status == DXGMAP_OK;

  predicate BoundDiffers(dxgmap_descriptor d, integer creating) = !(d.user != 0 <==> creating != 0);
  predicate OpenStatus(dxgmap_state s, dxgmap_caller c, integer object, integer h, integer creating, integer status) =
    !AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11, 12
    !UsesAdls(s, h) ? status == DXGMAP_BAD_MODE : // OPEN-5
    !IsObject(s, object) ? status == DXGMAP_BAD_HANDLE : // OPEN-6
    BoundDiffers(DescriptorOf(s, object), creating) ? status == DXGMAP_BOUND : // OPEN-7
    s.opened.place[HandleIndex(object)] != 0 ? status == DXGMAP_OPENED : // OPEN-8
    SlotStatus(s.adapter[AdapterOf(h)], status); // OPEN-9

  predicate CloseStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !AdapterObjectGate(s, c, h, DXGMAP_OK) ? AdapterObjectGate(s, c, h, status) : // CLOSE-5, GATE-2, GATE-3
    !LinkFree(s.adapter[HandleTag(h)].links, HandleIndex(h)) ? status == DXGMAP_IN_USE : // CLOSE-6
    status == DXGMAP_OK;

  // No adapter object, no view: memory that nobody looks at.
  predicate ObjectFree(dxgmap_state s, integer h) =
    s.opened.place[HandleIndex(h)] == 0 && LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(h));
  predicate DestroyStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !ObjectGate(s, c, h, DXGMAP_OK) ? ObjectGate(s, c, h, status) : // DESTROY-6, GATE-2
    !ObjectFree(s, h) ? status == DXGMAP_IN_USE : // DESTROY-8
    status == DXGMAP_OK;
*/

#endif
/* dxgmap: end spec/logic/op_object.h */

/* The causes that decide the creation of an object before memory is at hand.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: CreateAdmit(caller, r, \result); */
uint32_t dxgmap_create_admit(dxgmap_caller caller, dxgmap_object_request r);

/* Makes a physical memory object, which belongs to the machine and to no adapter.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CreateStatus(\old(*s), caller, r, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, DXGMAP_MACHINE, \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsObject(*s, \result.handle);
    ensures asked: \result.status == DXGMAP_OK ==> ObjectAsked(DescriptorOf(*s, \result.handle), r); */
dxgmap_outcome dxgmap_op_create(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r);

/* The causes that decide whether an object can be opened for an adapter; `creating` is not 0 when the object is made
   with the adapter, in one call of the driver. Source: DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: OpenStatus(*s, caller, object, adapter, creating, \result); */
uint32_t dxgmap_open_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                           uint32_t creating);

/* Opens an object for an adapter; the handle is the adapter object's. An object has one at most.
   Source: DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT, DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: OpenStatus(\old(*s), caller, object, adapter, creating, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsAdapterObject(*s, \result.handle);
    ensures object: \result.status == DXGMAP_OK
                    ==> DescriptorOf(*s, \result.handle).object == HandleIndex(object) + 1
                        && DescriptorOf(*s, \result.handle).length == DescriptorOf(\old(*s), object).length
                        && DescriptorOf(*s, \result.handle).index == DescriptorOf(\old(*s), object).index
                        && (DescriptorOf(*s, \result.handle).user != 0 <==> creating != 0); */
dxgmap_outcome dxgmap_op_open(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                              uint32_t creating);

/* The causes that decide whether an adapter object can be closed. Source: DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: CloseStatus(*s, caller, object, \result); */
uint32_t dxgmap_close_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* Closes an adapter object, none of whose ADLs may live. Source: DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CloseStatus(\old(*s), caller, object, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, HandleTag(object), object);
    ensures closed: \result.status == DXGMAP_OK ==> s->opened.place[DescriptorOf(\old(*s), object).object - 1] == 0;
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == object; */
dxgmap_outcome dxgmap_op_close(dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* The causes that decide whether an object can be destroyed. Source: DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: DestroyStatus(*s, caller, object, \result); */
uint32_t dxgmap_destroy_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* Destroys an object, which nobody may have open or in view. Source: DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: DestroyStatus(\old(*s), caller, object, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, DXGMAP_MACHINE, object);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == object; */
dxgmap_outcome dxgmap_op_destroy(dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* Whether the handle names an object, or an adapter object, that the caller may use now; the shared causes. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ObjectGate(*s, caller, object, \result); */
uint32_t dxgmap_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: AdapterObjectGate(*s, caller, object, \result); */
uint32_t dxgmap_adapter_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);

#endif
/* dxgmap: end model/core/operations/op_object.h */

/* #include "logic/op_adl.h" */
/* dxgmap: begin spec/logic/op_adl.h sha256 3bc7e154d584acf101e1086f28d4a94dc0cfaad70d82bdcef134b7a952639488 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_ADL_H
#define DXGMAP_LOGIC_OP_ADL_H

/* ADLs of adapter objects: the first cause that holds (spec/clauses/adl.md). */

/*@
  // A part that ends beyond the memory, or is more than an ADL can say.
  predicate PartTooLarge(integer length, integer offset, integer bytes) =
    offset + bytes > length || bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFF;
  predicate CanBeContiguous(integer type) = type == DXGMAP_OBJECT_CONTIGUOUS || type == DXGMAP_OBJECT_IO_SPACE;

  predicate AllocateAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer offset, integer bytes,
                              integer contiguous, integer status) =
    !AdapterObjectGate(s, c, h, DXGMAP_OK) ? AdapterObjectGate(s, c, h, status) : // ADL-10, GATE-2, GATE-3
    s.adapter[HandleTag(h)].switches.removed != 0 ? status == DXGMAP_REMOVED : // GATE-12
    PartBadSize(offset, bytes) ? status == DXGMAP_BAD_SIZE : // ADL-11
    PartTooLarge(DescriptorOf(s, h).length, offset, bytes) ? status == DXGMAP_TOO_LARGE : // ADL-12
    contiguous != 0 && !CanBeContiguous(DescriptorOf(s, h).index) ? status == DXGMAP_BAD_FLAGS : // ADL-13
    status == DXGMAP_OK;

  predicate AllocateStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer offset, integer bytes,
                                  integer contiguous, uint64_t *pages, integer count, integer pressure,
                                    integer status) =
    !AllocateAdmit(s, c, h, offset, bytes, contiguous, DXGMAP_OK) ? AllocateAdmit(s, c, h, offset, bytes, contiguous,
      status) :
    pressure != 0 ? status == DXGMAP_PRESSURE : // ADL-14
    count != bytes / DXGMAP_PAGE_SIZE ? status == DXGMAP_BAD_COUNT : // ADL-15
    !PagesInMemory(pages, count) ? status == DXGMAP_BAD_PAGE : // ADL-16
    PagesStatus(s.adapter[HandleTag(h)], count, status); // ADL-17, ADL-18

  predicate IsAdl(dxgmap_state s, integer k, integer adl) = HandleOf(s, k, DXGMAP_ADL, adl);
  predicate FreeStatus(dxgmap_state s, dxgmap_caller c, integer h, integer adl, integer status) =
    !AdapterObjectGate(s, c, h, DXGMAP_OK) ? AdapterObjectGate(s, c, h, status) : // FREEADL-7, GATE-2, GATE-3
    !IsAdl(s, HandleTag(h), adl) ? status == DXGMAP_BAD_HANDLE : // FREEADL-8
    TargetOf(s, adl) != HandleIndex(h) + 1 ? status == DXGMAP_NOT_OF_OBJECT : // FREEADL-9
    status == DXGMAP_OK;
*/

#endif
/* dxgmap: end spec/logic/op_adl.h */

/* The causes that decide an ADL before any page is at hand; offset and bytes are of the object's memory, `contiguous`
   is the flag RequireContiguous. Source: DXGKARGCB_ALLOCATE_ADL. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: AllocateAdmit(*s, caller, object, offset, bytes, contiguous, \result); */
uint32_t dxgmap_adl_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset, uint64_t bytes,
                          uint32_t contiguous);

/* Maps a part of the memory of an adapter object into its adapter's domain and locks it: the pages given, one number a
   page, at as many logical pages in a row (dxgmap_base_page). Source: DXGKARGCB_ALLOCATE_ADL. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AllocateStatus(\old(*s), caller, object, offset, bytes, contiguous, pages, count, pressure,
                                   \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, HandleTag(object), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsAdl(*s, HandleTag(object), \result.handle);
    ensures asked: \result.status == DXGMAP_OK ==> DescriptorOf(*s, \result.handle).physical == offset
                   && DescriptorOf(*s, \result.handle).length == bytes;
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == HandleIndex(object) + 1; */
dxgmap_outcome dxgmap_op_allocate_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset,
                                      uint64_t bytes, uint32_t contiguous, const uint64_t *pages, uint32_t count,
                                      uint32_t pressure);

/* Unmaps and unlocks what an ADL of this adapter object holds. The ADL of a pin is none. Source: DXGKARGCB_FREE_ADL. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: FreeStatus(\old(*s), caller, object, adl, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, HandleTag(object), adl);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == adl; */
dxgmap_outcome dxgmap_op_free_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adl);

#endif
/* dxgmap: end model/core/operations/op_adl.h */
/* dxgmap: begin model/core/operations/op_bound.h sha256 e4e25665350872daed0fb965234316218efe405cdfe84792e2945be403d1bf0a */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_BOUND_H
#define DXGMAP_OP_BOUND_H

/* #include "operations/op_object.h" */

/* #include "logic/op_bound.h" */
/* dxgmap: begin spec/logic/op_bound.h sha256 4b135ddaeff7b5b696f457d3769e45bc1c7b2b4100ebac55e1c5c96cae22ace4 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_BOUND_H
#define DXGMAP_LOGIC_OP_BOUND_H

/* An object together with its adapter object: both steps, or none (spec/clauses/object.md, OBJECT-4, DESTROY-3). */

/*@
  // Whether one more object can be opened for the adapter.
  predicate BindStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11, 12
    !UsesAdls(s, h) ? status == DXGMAP_BAD_MODE : // OPEN-5
    SlotStatus(s.adapter[AdapterOf(h)], status); // OPEN-9

  predicate CreateBoundAdmit(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer h, integer status) =
    !CreateAdmit(c, r, DXGMAP_OK) ? CreateAdmit(c, r, status) :
    BindStatus(s, c, h, status);
  predicate CreateBoundStatus(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer h, integer status) =
    !CreateBoundAdmit(s, c, r, h, DXGMAP_OK) ? CreateBoundAdmit(s, c, r, h, status) :
    SlotStatus(s.adapter[DXGMAP_MACHINE], status); // OBJECT-11

  // The descriptor says what the object was asked for, and that it was made with an adapter.
  predicate BoundAsked(dxgmap_descriptor d, dxgmap_object_request r) =
    d.kind == DXGMAP_OBJECT && d.index == r.type && d.user != 0 && d.cache == r.cache && d.physical == r.physical &&
    d.length == r.length;
  // The step acquired an object, and then its adapter object on adapter k; or released them the other way round.
  predicate MakesBound(dxgmap_state a, dxgmap_state b, integer k, integer object, integer opened) =
    \exists dxgmap_state m; Acquires(a, m, DXGMAP_MACHINE, object) && Acquires(m, b, k, opened);
  predicate EndsBound(dxgmap_state a, dxgmap_state b, integer object, integer opened) =
    \exists dxgmap_state m; Releases(a, m, HandleTag(opened), opened) && Releases(m, b, DXGMAP_MACHINE, object);

  predicate OpensThis(dxgmap_state s, integer opened, integer object) =
    DescriptorOf(s, opened).object == HandleIndex(object) + 1;
  predicate DestroyBoundStatus(dxgmap_state s, dxgmap_caller c, integer object, integer opened, integer status) =
    !CloseStatus(s, c, opened, DXGMAP_OK) ? CloseStatus(s, c, opened, status) :
    !ObjectGate(s, c, object, DXGMAP_OK) ? ObjectGate(s, c, object, status) : // DESTROY-6, GATE-2
    !OpensThis(s, opened, object) ? status == DXGMAP_NOT_OF_OBJECT : // DESTROY-7
    !LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(object)) ? status == DXGMAP_IN_USE : // DESTROY-8
    status == DXGMAP_OK;
*/

#endif
/* dxgmap: end spec/logic/op_bound.h */

/* The causes that decide an object that is made with an adapter, before memory is at hand.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: CreateBoundAdmit(*s, caller, r, adapter, \result); */
uint32_t dxgmap_create_bound_admit(const dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r,
                                   uint64_t adapter);

/* Makes an object with an adapter: dxgmap_op_create, then dxgmap_op_open, or nothing.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CreateBoundStatus(\old(*s), caller, r, adapter, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.object == 0 && \result.opened == 0;
    ensures makes: \result.status == DXGMAP_OK
                   ==> MakesBound(\old(*s), *s, AdapterOf(adapter), \result.object, \result.opened);
    ensures asked: \result.status == DXGMAP_OK ==> BoundAsked(DescriptorOf(*s, \result.object), r);
    ensures object: \result.status == DXGMAP_OK ==> IsObject(*s, \result.object);
    ensures opened: \result.status == DXGMAP_OK ==> IsAdapterObject(*s, \result.opened)
                    && OpensThis(*s, \result.opened, \result.object); */
dxgmap_bound dxgmap_op_create_bound(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r, uint64_t adapter);

/* Ends an object with its adapter object: dxgmap_op_close, then dxgmap_op_destroy, or nothing.
   Source: DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: DestroyBoundStatus(\old(*s), caller, object, opened, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures ends: \result == DXGMAP_OK ==> EndsBound(\old(*s), *s, object, opened);
    ensures closed: \result == DXGMAP_OK ==> Valid(\old(*s), opened) && !Valid(*s, opened);
    ensures destroyed: \result == DXGMAP_OK ==> Valid(\old(*s), object) && !Valid(*s, object); */
uint32_t dxgmap_op_destroy_bound(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t opened);

#endif
/* dxgmap: end model/core/operations/op_bound.h */
/* dxgmap: begin model/core/operations/op_object_view.h sha256 1377cb5fcca4450fe473aa3953242828fd79723d6f0528a8e6a35efdeb796846 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_OBJECT_VIEW_H
#define DXGMAP_OP_OBJECT_VIEW_H

/* #include "operations/op_adl.h" */
/* #include "operations/op_view.h" */
/* dxgmap: begin model/core/operations/op_view.h sha256 59eae3b40c9c33c59372b6586a5f554d890f2efc65b60d34ee794c71a4388efd */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_VIEW_H
#define DXGMAP_OP_VIEW_H

/* #include "state/state.h" */

/* #include "logic/op_view.h" */
/* dxgmap: begin spec/logic/op_view.h sha256 6bfd810f7967f208a20a5c188648f38698c9987174924b6f09bd5c91cab70d20 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_VIEW_H
#define DXGMAP_LOGIC_OP_VIEW_H

/* CPU views of DxgkCbMapMemory and of the video port: the first cause that holds (spec/clauses/view.md, video.md). */

/*@
  predicate IsView(integer kind) = kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO;

  predicate ViewBadSize(dxgmap_view_request r) =
    r.length == 0 || r.length > 0xFFFFFFFF || r.physical + r.length > 0xFFFFFFFFFFFFFFFF;

  // A live view of the video port lies over the same memory with another P6CACHE setting; ports have no caching.
  predicate Conflicts(dxgmap_descriptor d, dxgmap_view_request r) =
    d.kind == DXGMAP_VIDEO && d.space == DXGMAP_MEMORY_SPACE && r.space == DXGMAP_MEMORY_SPACE &&
      d.cache != r.cache && d.physical < r.physical + r.length &&
    r.physical < d.physical + d.length;
  predicate CacheConflict(dxgmap_adapter a, dxgmap_view_request r) =
    \exists integer i; 0 <= i < DXGMAP_SLOTS && Conflicts(a.descriptors.at[i], r);

  predicate ViewAdmit(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    !OwnGateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK)
      ? OwnGateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status) : // GATE-1, 2
    Gone(s, h) ? status == DXGMAP_REMOVED : // GATE-12
    !IsView(r.kind) ? status == DXGMAP_BAD_KIND : // VIEW-7, VIDEO-8
    r.space > DXGMAP_IO_SPACE ? status == DXGMAP_BAD_SPACE : // VIEW-8, VIDEO-9
    ViewBadSize(r) ? status == DXGMAP_BAD_SIZE : // VIEW-9, VIDEO-10
    r.kind == DXGMAP_VIDEO && r.process != 0 && r.process != c.process ? status == DXGMAP_BAD_PROCESS : // VIDEO-11
    !Owns(s.adapter[AdapterOf(h)].resources, r.space, r.physical, r.length)
      ? status == DXGMAP_NOT_OWNED : // VIEW-10, VIDEO-12
    r.kind == DXGMAP_VIDEO && CacheConflict(s.adapter[AdapterOf(h)], r) ? status == DXGMAP_CACHE_CONFLICT : // VIDEO-13
    status == DXGMAP_OK;

  // How many window pages the view touches; the ports of I/O space need none.
  logic integer ViewSpan(dxgmap_view_request r) = r.space == DXGMAP_MEMORY_SPACE
    ? (r.physical % DXGMAP_PAGE_SIZE + r.length + DXGMAP_PAGE_SIZE - 1) / DXGMAP_PAGE_SIZE : 0;

  predicate ViewTaken(dxgmap_adapter a, dxgmap_view_request r) =
    r.space == DXGMAP_MEMORY_SPACE && !ViewRoom(a.views, r.at, ViewSpan(r));
  predicate MapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, dxgmap_view_request r, integer status) =
    !ViewAdmit(s, c, h, r, DXGMAP_OK) ? ViewAdmit(s, c, h, r, status) :
    ViewTaken(s.adapter[AdapterOf(h)], r) ? status == DXGMAP_PLACE_TAKEN : // VIEW-11, VIDEO-14
    SlotStatus(s.adapter[AdapterOf(h)], status); // VIEW-12, VIDEO-15

  // The descriptor says what the view was asked for.
  predicate ViewAsked(dxgmap_descriptor d, dxgmap_caller c, dxgmap_view_request r) =
    d.kind == r.kind && d.space == r.space && d.cache == r.cache && d.physical == r.physical && d.length == r.length &&
    (d.user != 0 <==> r.space == DXGMAP_MEMORY_SPACE && r.user != 0) && d.process == (d.user != 0 ? c.process : 0);

  // Where the view of slot i begins: a byte offset in the window, which keeps the byte offset in the page; or its port.
  logic integer ViewBase(dxgmap_adapter a, integer i) = a.descriptors.at[i].space == DXGMAP_MEMORY_SPACE
    ? a.views.place[i] * DXGMAP_PAGE_SIZE + a.descriptors.at[i].physical % DXGMAP_PAGE_SIZE
    : a.descriptors.at[i].physical;
  logic integer ViewEnd(dxgmap_adapter a, integer i) = a.descriptors.at[i].space == DXGMAP_MEMORY_SPACE
    ? (a.views.place[i] + a.views.span[i]) * DXGMAP_PAGE_SIZE
    : a.descriptors.at[i].physical + a.descriptors.at[i].length;

  // `address` releases the view of slot i: its base for DxgkCbUnmapMemory, any address inside for the video port.
  predicate ViewAt(dxgmap_adapter a, integer kind, integer space, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == kind && a.descriptors.at[i].space == space &&
    (kind == DXGMAP_VIEW ==> address == ViewBase(a, i)) && ViewBase(a, i) <= address < ViewEnd(a, i);

  // A view in user mode is released in its process; a process handle that is given is the one of the map. Ports are in
  // no process.
  predicate ProcessFits(dxgmap_descriptor d, dxgmap_caller c, integer process) =
    d.space == DXGMAP_IO_SPACE ||
    ((process == 0 || process == d.process) && (d.user != 0 ==> c.process == d.process));

  // No view is released by the address; one that is belongs to another process.
  predicate NoViewAt(dxgmap_adapter a, integer kind, integer space, integer address) =
    \forall integer i; !ViewAt(a, kind, space, address, i);
  predicate ViewElsewhere(dxgmap_adapter a, dxgmap_caller c, integer kind, integer space, integer address,
                          integer process) =
    \exists integer i; ViewAt(a, kind, space, address, i) && !ProcessFits(a.descriptors.at[i], c, process);
  predicate UnmapViewStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer space,
                                integer address, integer process, integer status) =
    !OwnGateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK)
      ? OwnGateStatus(s, c, h, DXGMAP_PASSIVE_LEVEL, status) : // GATE-1, 2
    !IsView(kind) ? status == DXGMAP_BAD_KIND : // UNVIEW-5, UNVIDEO-5
    space > DXGMAP_IO_SPACE ? status == DXGMAP_BAD_SPACE : // UNVIEW-8, UNVIDEO-8
    NoViewAt(s.adapter[AdapterOf(h)], kind, space, address) ? status == DXGMAP_BAD_ADDRESS : // UNVIEW-6, UNVIDEO-6
    ViewElsewhere(s.adapter[AdapterOf(h)], c, kind, space, address, process)
      ? status == DXGMAP_BAD_PROCESS : // UNVIEW-7, UNVIDEO-7
    status == DXGMAP_OK;
*/

#endif
/* dxgmap: end spec/logic/op_view.h */

/* The causes that decide a view before any resource is at hand. Source: DXGKCB_MAP_MEMORY, VideoPortMapMemory. */
/*@ requires valid: \valid(s) && \valid(r);
    requires separated: \separated(s, r);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ViewAdmit(*s, caller, adapter, *r, \result); */
uint32_t dxgmap_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r);

/* Maps a range of the adapter's resources for the CPU: memory at the window pages that the host offers, ports at
   themselves. Source: DXGKCB_MAP_MEMORY, VideoPortMapMemory. */
/*@ requires valid: \valid(s) && \valid(r);
    requires separated: \separated(s, r);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapViewStatus(\old(*s), caller, adapter, *r, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), r->kind, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> ViewAsked(s->adapter[AdapterOf(adapter)].descriptors.at[HandleIndex(\result.handle)], caller,
                     *r);
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, r->at, ViewSpan(*r)); */
dxgmap_outcome dxgmap_op_map_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter,
                                  const dxgmap_view_request *r);

/* Releases one view. `address` is a byte offset in the adapter's window, or a port: exactly the base for DXGMAP_VIEW,
   anywhere inside for DXGMAP_VIDEO. Where a port address has several views one of them is released.
   Source: DXGKCB_UNMAP_MEMORY, VideoPortUnmapMemory. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapViewStatus(\old(*s), caller, adapter, kind, space, address, process, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_view: \result.status == DXGMAP_OK ==> ViewAt(\old(*s).adapter[AdapterOf(adapter)], kind, space, address,
                                                             HandleIndex(\result.handle)); */
dxgmap_outcome dxgmap_op_unmap_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                    uint32_t space, uint64_t address, uint64_t process);

#endif
/* dxgmap: end model/core/operations/op_view.h */

/* #include "logic/op_object_view.h" */
/* dxgmap: begin spec/logic/op_object_view.h sha256 29d3d1b3ec5a204240527e37e1b22c3f2249ae83b10c8a014288bb0ca5f5b979 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_OBJECT_VIEW_H
#define DXGMAP_LOGIC_OP_OBJECT_VIEW_H

/* Views of physical memory objects: the first cause that holds (spec/clauses/object_view.md). */

/*@
  predicate ObjectViewAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer user, integer offset,
                                integer bytes, integer status) =
    !ObjectGate(s, c, h, DXGMAP_OK) ? ObjectGate(s, c, h, status) : // OBJECTVIEW-9, GATE-2
    user != 0 && DescriptorOf(s, h).index == DXGMAP_OBJECT_IO_SPACE ? status == DXGMAP_BAD_FLAGS : // OBJECTVIEW-10
    PartBadSize(offset, bytes) ? status == DXGMAP_BAD_SIZE : // OBJECTVIEW-11
    offset + bytes > DescriptorOf(s, h).length ? status == DXGMAP_TOO_LARGE : // OBJECTVIEW-12
    status == DXGMAP_OK;

  predicate MapObjectStatus(dxgmap_state s, dxgmap_caller c, integer h, integer user, integer offset,
                                integer bytes, integer at, integer slack, integer pressure, integer status) =
    !ObjectViewAdmit(s, c, h, user, offset, bytes, DXGMAP_OK) ? ObjectViewAdmit(s, c, h, user, offset, bytes, status) :
    pressure != 0 ? status == DXGMAP_PRESSURE : // OBJECTVIEW-13
    !ViewRoom(s.adapter[DXGMAP_MACHINE].views, at, slack + bytes / DXGMAP_PAGE_SIZE)
      ? status == DXGMAP_PLACE_TAKEN : // OBJECTVIEW-14
    SlotStatus(s.adapter[DXGMAP_MACHINE], status); // OBJECTVIEW-15

  predicate ObjectViewAsked(dxgmap_descriptor d, dxgmap_caller c, integer user, integer offset, integer bytes,
                            integer slack) =
    d.kind == DXGMAP_OBJECT_VIEW && (d.user != 0 <==> user != 0) && d.physical == offset && d.length == bytes &&
    d.slack == slack && (user != 0 ==> d.process == c.process);

  // Slot i is a live view of an object whose base is `address`, a byte offset in the machine's window.
  predicate ObjectViewAt(dxgmap_adapter a, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == DXGMAP_OBJECT_VIEW &&
    a.views.place[i] * DXGMAP_PAGE_SIZE == address;

  // A view in user mode is released in its process.
  predicate Elsewhere(dxgmap_descriptor d, dxgmap_caller c) = d.user != 0 && c.process != d.process;

  // No view of an object begins at the address; one that does is of another object, of other bytes, of another process.
  predicate NoObjectViewAt(dxgmap_adapter a, integer address) = \forall integer i; !ObjectViewAt(a, address, i);
  predicate ObjectViewOfOther(dxgmap_adapter a, integer address, integer object) =
    \exists integer i; ObjectViewAt(a, address, i) && a.links.to.slot[i] != object + 1;
  predicate ObjectViewOfBytes(dxgmap_adapter a, integer address, integer bytes) =
    \exists integer i; ObjectViewAt(a, address, i) && a.descriptors.at[i].length == bytes;
  predicate ObjectViewElsewhere(dxgmap_adapter a, integer address, dxgmap_caller c) =
    \exists integer i; ObjectViewAt(a, address, i) && Elsewhere(a.descriptors.at[i], c);
  predicate UnmapObjectStatus(dxgmap_state s, dxgmap_caller c, integer h, integer address, integer bytes,
    integer status) =
    !ObjectGate(s, c, h, DXGMAP_OK) ? ObjectGate(s, c, h, status) : // UNOBJECTVIEW-6, GATE-2
    NoObjectViewAt(s.adapter[DXGMAP_MACHINE], address) ? status == DXGMAP_BAD_ADDRESS : // UNOBJECTVIEW-7
    ObjectViewOfOther(s.adapter[DXGMAP_MACHINE], address, HandleIndex(h))
      ? status == DXGMAP_NOT_OF_OBJECT : // UNOBJECTVIEW-8
    !ObjectViewOfBytes(s.adapter[DXGMAP_MACHINE], address, bytes) ? status == DXGMAP_BAD_SIZE : // UNOBJECTVIEW-9
    ObjectViewElsewhere(s.adapter[DXGMAP_MACHINE], address, c) ? status == DXGMAP_BAD_PROCESS : // UNOBJECTVIEW-10
    status == DXGMAP_OK;
*/

#endif
/* dxgmap: end spec/logic/op_object_view.h */

/* The causes that decide a view of an object before any resource is at hand; offset and bytes in whole pages.
   Source: DXGKARGCB_MAP_PHYSICAL_MEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ObjectViewAdmit(*s, caller, object, user, offset, bytes, \result); */
uint32_t dxgmap_object_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                  uint64_t offset, uint64_t bytes);

/* Maps bytes offset .. offset + bytes - 1 of an object for the CPU, in user mode into the current process. The host
   offers the pages of the machine's window from page `at`: first `slack` pages that hold no data, then the data.
   Source: DXGKARGCB_MAP_PHYSICAL_MEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapObjectStatus(\old(*s), caller, object, user, offset, bytes, at, slack, pressure, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, DXGMAP_MACHINE, \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, DXGMAP_MACHINE, DXGMAP_OBJECT_VIEW, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> ObjectViewAsked(DescriptorOf(*s, \result.handle), caller, user, offset, bytes, slack)
                       && DescriptorOf(*s, \result.handle).cache == DescriptorOf(\old(*s), object).cache;
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == HandleIndex(object) + 1;
    ensures placed: \result.status == DXGMAP_OK
        ==> PlacedAt(*s, \result.handle, at, slack + bytes / DXGMAP_PAGE_SIZE); */
dxgmap_outcome dxgmap_op_map_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                    uint64_t offset, uint64_t bytes, uint64_t at, uint32_t slack, uint32_t pressure);

/* Releases the view of this object whose base is exactly `address`, a byte offset in the machine's window, and whose
   size is `bytes`. Source: DXGKARGCB_UNMAP_PHYSICAL_MEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapObjectStatus(\old(*s), caller, object, address, bytes, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, DXGMAP_MACHINE, \result.handle);
    ensures the_view: \result.status == DXGMAP_OK
                      ==> ObjectViewAt(\old(*s).adapter[DXGMAP_MACHINE], address, HandleIndex(\result.handle))
                          && TargetOf(\old(*s), \result.handle) == HandleIndex(object) + 1; */
dxgmap_outcome dxgmap_op_unmap_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t address,
                                      uint64_t bytes);

#endif
/* dxgmap: end model/core/operations/op_object_view.h */
/* dxgmap: begin model/core/operations/op_pages.h sha256 e9d2deba1a53b31ed43e009f11279ff885c722bccb9e155666388ecc7137a428 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_PAGES_H
#define DXGMAP_OP_PAGES_H

/* #include "state/state.h" */

/* #include "logic/op_pages.h" */
/* dxgmap: begin spec/logic/op_pages.h sha256 5d667c17869e08ae0a068680181f2828b7af9a4c1d69384dfec0fd53aa483148 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_PAGES_H
#define DXGMAP_LOGIC_OP_PAGES_H

/* Mappings that have a handle of their own: the first cause that holds (spec/clauses/mdl.md, allocate.md). */

/*@
  predicate HasHandle(integer kind) =
    kind == DXGMAP_MDL || kind == DXGMAP_PAGE_LIST || kind == DXGMAP_CONTIGUOUS || kind == DXGMAP_SYSTEM;

  predicate MapPagesAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer status) =
    !LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11
    !HasHandle(kind) ? status == DXGMAP_BAD_KIND : // MDL-9, UNMDL-6, ALLOC-9, FREE-6
    kind != DXGMAP_SYSTEM && !UsesMdls(s, h) ? status == DXGMAP_BAD_MODE : // MDL-15, UNMDL-8, ALLOC-14, FREE-8
    status == DXGMAP_OK;

  predicate MapPagesStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer kind, uint64_t *pages,
                                  integer count, integer status) =
    !MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ? MapPagesAdmit(s, c, h, kind, status) :
    Gone(s, h) ? status == DXGMAP_REMOVED : // GATE-12
    count == 0 ? status == DXGMAP_BAD_COUNT : // MDL-10, ALLOC-10
    !PagesInMemory(pages, count) ? status == DXGMAP_BAD_PAGE : // MDL-11, ALLOC-11
    PagesStatus(s.adapter[AdapterOf(h)], count, status); // MDL-12, MDL-13, ALLOC-12, ALLOC-13

  predicate UnmapPagesStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer handle, integer status) =
    !MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ? MapPagesAdmit(s, c, h, kind, status) :
    !HandleOf(s, AdapterOf(h), kind, handle) ? status == DXGMAP_BAD_HANDLE : // UNMDL-7, FREE-7
    status == DXGMAP_OK;
*/

#endif
/* dxgmap: end spec/logic/op_pages.h */

/* The causes that decide a mapping of kind DXGMAP_MDL, DXGMAP_PAGE_LIST, DXGMAP_CONTIGUOUS or DXGMAP_SYSTEM before any
   page is at hand. Source: DXGKCB_MAPMDLTOIOMMU, DXGKCB_ALLOCATEPAGESFORMDL, DXGKCB_ALLOCATECONTIGUOUSMEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: MapPagesAdmit(*s, caller, adapter, kind, \result); */
uint32_t dxgmap_map_pages_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind);

/* Maps the pages into the domain and captures their numbers; the handle is what the driver gets. A page that is mapped
   already is counted once more. Source: as above. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPagesStatus(\old(*s), caller, adapter, kind, pages, count, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count); */
dxgmap_outcome dxgmap_op_map_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                   const uint64_t *pages, uint32_t count);

/* Unmaps exactly the pages that were captured when the handle was given.
   Source: DXGKCB_UNMAPMDLFROMIOMMU, DXGKCB_FREEPAGESFROMMDL, DXGKCB_FREECONTIGUOUSMEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPagesStatus(\old(*s), caller, adapter, kind, handle, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), handle);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == handle; */
dxgmap_outcome dxgmap_op_unmap_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                     uint64_t handle);

#endif
/* dxgmap: end model/core/operations/op_pages.h */
/* dxgmap: begin model/core/operations/op_pin.h sha256 008ad94e202d08ae52c9023228fa2edd111ea09869e973d08e8c07ed5ce8eade */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_PIN_H
#define DXGMAP_OP_PIN_H

/* #include "state/state.h" */

/* #include "logic/op_pin.h" */
/* dxgmap: begin spec/logic/op_pin.h sha256 9bb4b638e663eb67730f36cb31b1a30b40b11395d5af327dbc1d07586a674d48 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_PIN_H
#define DXGMAP_LOGIC_OP_PIN_H

/* Pin and unpin of a save area: the first cause that holds (spec/clauses/pin.md, unpin.md). */

/*@
  // An MDL describes less than 4 GiB, an ADL less than 2^32 pages.
  predicate PinTooLarge(dxgmap_saves s, integer index, integer bytes, integer kind) =
    bytes / DXGMAP_PAGE_SIZE > s.maximum.pages[index] ||
    (kind == DXGMAP_PIN && bytes > 0xFFFFF000) || bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFF;

  predicate PinAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
    integer status) =
    !AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11, 12
    !IsPin(kind) ? status == DXGMAP_BAD_KIND : // PIN-9
    kind == DXGMAP_PIN && !UsesMdls(s, h) ? status == DXGMAP_BAD_MODE : // PIN-20
    index >= s.adapter[AdapterOf(h)].saves.chain ? status == DXGMAP_BAD_INDEX : // PIN-10
    s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ? status == DXGMAP_NO_SAVE_AREA : // PIN-11
    bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 ? status == DXGMAP_BAD_SIZE : // PIN-12
    PinTooLarge(s.adapter[AdapterOf(h)].saves, index, bytes, kind) ? status == DXGMAP_TOO_LARGE : // PIN-13
    s.adapter[AdapterOf(h)].saves.pin[index] != 0 ? status == DXGMAP_PINNED : // PIN-14
    status == DXGMAP_OK;

  predicate PinStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
                             uint64_t *pages, integer count, integer pressure, integer status) =
    !PinAdmit(s, c, h, index, bytes, kind, DXGMAP_OK) ? PinAdmit(s, c, h, index, bytes, kind, status) :
    pressure != 0 ? status == DXGMAP_PRESSURE : // PIN-15
    count != bytes / DXGMAP_PAGE_SIZE ? status == DXGMAP_BAD_COUNT : // PIN-16
    !PagesInMemory(pages, count) ? status == DXGMAP_BAD_PAGE : // PIN-17
    PagesStatus(s.adapter[AdapterOf(h)], count, status); // PIN-18, PIN-19

  predicate UnpinStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer status) =
    !LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11
    index >= s.adapter[AdapterOf(h)].saves.chain ? status == DXGMAP_BAD_INDEX : // UNPIN-7
    s.adapter[AdapterOf(h)].saves.pin[index] == 0 ? status == DXGMAP_NOT_PINNED : // UNPIN-8
    status == DXGMAP_OK;
*/

#endif
/* dxgmap: end spec/logic/op_pin.h */

/* The causes that decide a pin before any page is at hand. Source: DXGKCB_PINFRAMEBUFFERFORSAVE, ...SAVE2. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: PinAdmit(*s, caller, adapter, index, bytes, kind, \result); */
uint32_t dxgmap_pin_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                          uint32_t kind);

/* Pins the first `bytes` bytes of the save area of physical adapter `index` into the pages given, one number a page;
   kind is DXGMAP_PIN or DXGMAP_PIN2. Source: DXGKCB_PINFRAMEBUFFERFORSAVE, ...SAVE2. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PinStatus(\old(*s), caller, adapter, index, bytes, kind, pages, count, pressure, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count);
    ensures pinned: \result.status == DXGMAP_OK
                    ==> s->adapter[AdapterOf(adapter)].saves.pin[index] == HandleIndex(\result.handle) + 1; */
dxgmap_outcome dxgmap_op_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                             uint32_t kind, const uint64_t *pages, uint32_t count, uint32_t pressure);

/* Releases what pins the save area of physical adapter `index`, be it by Pin or Pin2; the handle is the pin's.
   Source: DXGKCB_UNPINFRAMEBUFFERFORSAVE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnpinStatus(\old(*s), caller, adapter, index, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_pin: \result.status == DXGMAP_OK
                     ==> HandleIndex(\result.handle) + 1 == \old(*s).adapter[AdapterOf(adapter)].saves.pin[index];
    ensures unpinned: \result.status == DXGMAP_OK ==> s->adapter[AdapterOf(adapter)].saves.pin[index] == 0; */
dxgmap_outcome dxgmap_op_unpin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index);

#endif
/* dxgmap: end model/core/operations/op_pin.h */
/* dxgmap: begin model/core/operations/op_pointer.h sha256 31d3a90a9427c9f7b29522382b524ada0652d4fe1ff9a89d0fcc06a8192c4892 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_POINTER_H
#define DXGMAP_OP_POINTER_H

/* #include "state/state.h" */

/* #include "logic/op_pointer.h" */
/* dxgmap: begin spec/logic/op_pointer.h sha256 a8c3eaec2bd4ff21de5376e876aca97c9f77fb4341cc84bbc9de72bf807fe824 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_POINTER_H
#define DXGMAP_LOGIC_OP_POINTER_H

/* Frame buffer pointers: the first cause that holds (spec/clauses/pointer.md). */

/*@
  predicate PointerAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size, integer offset,
    integer status) =
    !AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11, 12
    index >= s.adapter[AdapterOf(h)].saves.chain ? status == DXGMAP_BAD_INDEX : // POINTER-7
    s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ? status == DXGMAP_NO_SAVE_AREA : // POINTER-8
    size == 0 || size % DXGMAP_PAGE_SIZE != 0 ? status == DXGMAP_BAD_SIZE : // POINTER-9
    offset % DXGMAP_PAGE_SIZE != 0 ? status == DXGMAP_BAD_SIZE : // POINTER-10
    offset + size > s.adapter[AdapterOf(h)].saves.maximum.pages[index] * DXGMAP_PAGE_SIZE
      ? status == DXGMAP_TOO_LARGE : // POINTER-11
    status == DXGMAP_OK;

  predicate MapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size,
                                 integer offset, integer at, integer slack, integer pressure, integer status) =
    !PointerAdmit(s, c, h, index, size, offset, DXGMAP_OK) ? PointerAdmit(s, c, h, index, size, offset, status) :
    pressure != 0 ? status == DXGMAP_PRESSURE : // POINTER-12
    !ViewRoom(s.adapter[AdapterOf(h)].views, at, slack + size / DXGMAP_PAGE_SIZE)
      ? status == DXGMAP_PLACE_TAKEN : // POINTER-13
    SlotStatus(s.adapter[AdapterOf(h)], status); // POINTER-14

  // The descriptor says which bytes of which save area the pointer reaches, and what stands before them.
  predicate PointerAsked(dxgmap_descriptor d, integer index, integer size, integer offset, integer slack) =
    d.kind == DXGMAP_POINTER && d.index == index && d.length == size && d.physical == offset && d.slack == slack;

  // Slot i is a live pointer into save area `index` whose base is `address`, a byte offset in the window.
  predicate PointerAt(dxgmap_adapter a, integer index, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == DXGMAP_POINTER && a.descriptors.at[i].index == index &&
    a.views.place[i] * DXGMAP_PAGE_SIZE == address;

  predicate NoPointerAt(dxgmap_adapter a, integer index, integer address) =
    \forall integer i; !PointerAt(a, index, address, i);
  predicate UnmapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer address,
    integer status) =
    !LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11
    index >= s.adapter[AdapterOf(h)].saves.chain ? status == DXGMAP_BAD_INDEX : // UNPOINTER-5
    NoPointerAt(s.adapter[AdapterOf(h)], index, address) ? status == DXGMAP_BAD_ADDRESS : // UNPOINTER-6
    status == DXGMAP_OK;
*/

#endif
/* dxgmap: end spec/logic/op_pointer.h */

/* The causes that decide a frame buffer pointer before any resource is at hand; size and offset in bytes.
   Source: DXGKARGCB_MAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: PointerAdmit(*s, caller, adapter, index, size, offset, \result); */
uint32_t dxgmap_pointer_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                              uint64_t size, uint64_t offset);

/* Maps bytes offset .. offset + size - 1 of the save area of physical adapter `index` for the CPU. The host offers the
   window pages from page `at`: first `slack` pages that hold no data, then the data, so the base is at * 4096 and the
   output Offset slack * 4096. Source: DXGKARGCB_MAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPointerStatus(\old(*s), caller, adapter, index, size, offset, at, slack, pressure,
                                     \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), DXGMAP_POINTER, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> PointerAsked(s->adapter[AdapterOf(adapter)].descriptors.at[HandleIndex(\result.handle)],
                     index, size,
                                    offset, slack);
    ensures base: \result.status == DXGMAP_OK ==> PointerAt(s->adapter[AdapterOf(adapter)], index,
                                                            at * DXGMAP_PAGE_SIZE, HandleIndex(\result.handle));
    ensures placed: \result.status == DXGMAP_OK
                    ==> PlacedAt(*s, \result.handle, at, slack + size / DXGMAP_PAGE_SIZE); */
dxgmap_outcome dxgmap_op_map_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                     uint64_t size, uint64_t offset, uint64_t at, uint32_t slack, uint32_t pressure);

/* Releases the pointer into save area `index` whose base is exactly `address`, a byte offset in the adapter's window.
   Source: DXGKARGCB_UNMAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPointerStatus(\old(*s), caller, adapter, index, address, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_pointer: \result.status == DXGMAP_OK
                         ==> PointerAt(\old(*s).adapter[AdapterOf(adapter)], index, address,
                                       HandleIndex(\result.handle)); */
dxgmap_outcome dxgmap_op_unmap_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                       uint64_t address);

#endif
/* dxgmap: end model/core/operations/op_pointer.h */
/* dxgmap: begin model/core/operations/op_process.h sha256 004f47ee0171b237222d3df9ad27e4230b87a25e0d933a117dedde1fd74c417a */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_PROCESS_H
#define DXGMAP_OP_PROCESS_H

/* #include "state/state.h" */

/* #include "logic/op_process.h" */
/* dxgmap: begin spec/logic/op_process.h sha256 eb5f80dfc41172d921c4782fe0c65c33d8fec96a1ee43904dafa9b0e99fc3446 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_PROCESS_H
#define DXGMAP_LOGIC_OP_PROCESS_H

/* The end of a process, view by view: the first cause that holds (spec/clauses/process.md). */

/*@
  predicate IsCpuView(integer kind) = kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO || kind == DXGMAP_OBJECT_VIEW;
  // The request was for a view in user mode, in this process.
  predicate InProcess(dxgmap_descriptor d, integer process) =
    IsCpuView(d.kind) && d.user != 0 && d.process == process;
  predicate SlotInProcess(dxgmap_state s, integer k, integer i, integer process) =
    InProcess(s.adapter[k].descriptors.at[i], process);
  predicate ViewOf(dxgmap_state s, integer h, integer process) =
    Valid(s, h) && SlotInProcess(s, HandleTag(h), HandleIndex(h), process);
  predicate EndViewStatus(dxgmap_state s, integer h, integer process, integer status) =
    !ViewOf(s, h, process) ? status == DXGMAP_BAD_HANDLE : // PROCESS-5
    status == DXGMAP_OK;
  // No view lives in the process: its address space may go.
  predicate ProcessEmpty(dxgmap_state s, integer process) = \forall integer h; !ViewOf(s, h, process);
*/

#endif
/* dxgmap: end spec/logic/op_process.h */

/* A process ends in two kinds of step: as long as dxgmap_op_process_view names a view, that one is ended. */

/* The handle of some view in user mode that lives in the process; 0 when there is none. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures some: \result != 0 ==> ViewOf(*s, \result, process);
    ensures none: \result == 0 ==> ProcessEmpty(*s, process); */
uint64_t dxgmap_op_process_view(const dxgmap_state *s, uint64_t process);

/* Ends a view with the process that it is in. Source: the model decides. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: EndViewStatus(\old(*s), handle, process, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, HandleTag(handle), handle);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == handle; */
dxgmap_outcome dxgmap_op_end_view(dxgmap_state *s, uint64_t handle, uint64_t process);

#endif
/* dxgmap: end model/core/operations/op_process.h */
/* dxgmap: begin model/core/operations/op_reference.h sha256 937f933cbfbf1632494940eb89ea8797ade1c8efdcc9652219a64cc90de837df */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_REFERENCE_H
#define DXGMAP_OP_REFERENCE_H

/* #include "operations/op_translate.h" */
/* dxgmap: begin model/core/operations/op_translate.h sha256 0e6b004c263b7bdcaa8ac0cbd3e5265f523d99ff1ed0394e178adac8fe1df23f */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_TRANSLATE_H
#define DXGMAP_OP_TRANSLATE_H

/* #include "state/state.h" */

/* #include "logic/op_translate.h" */
/* dxgmap: begin spec/logic/op_translate.h sha256 496ac428786c150020db83d3c0f8d24008882f34fea5900bf0e992aa0c6f1f9d */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_TRANSLATE_H
#define DXGMAP_LOGIC_OP_TRANSLATE_H

/* #include "xlate.h" */
/* dxgmap: begin spec/logic/xlate.h sha256 1bb192378af367060625e69057c10080ea92419b5d623f51a018d261af47ab0d */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_XLATE_H
#define DXGMAP_LOGIC_XLATE_H

/* The reference translation: live mappings and the pages that they captured, and nothing else. In identity mode the
   logical page number is the physical one, so page l answers l or nothing; in remapping mode a mapping has as many
   logical pages as it captured, in their order. */

/*@
  // The mapping of slot i lives and has captured page p at offset o.
  predicate CapturedAt(dxgmap_adapter a, integer i, integer o, integer p) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind != DXGMAP_NO_KIND &&
      0 <= o < a.domain.ranges.length[DXGMAP_ID(i)] &&
    CapturedPage(a.domain, DXGMAP_ID(i), o) == p;
  // The mapping of slot i answers logical page l with page p.
  predicate Answers(dxgmap_adapter a, integer i, integer l, integer p) =
    CapturedAt(a, i, l - a.domain.ranges.base[DXGMAP_ID(i)], p);
  predicate Xlate(dxgmap_adapter a, integer l, integer p) =
    (a.mode == DXGMAP_IDENTITY ==> l == p && \exists integer i, o; CapturedAt(a, i, o, p)) &&
    (a.mode != DXGMAP_IDENTITY ==> \exists integer i; Answers(a, i, l, p));
  predicate Translates(dxgmap_adapter a, integer l) = \exists integer p; Xlate(a, l, p);
*/

#endif
/* dxgmap: end spec/logic/xlate.h */

/* What the device gets for a logical page: the first cause that holds (spec/clauses/translate.md). */

/*@
  // The logical pages that there are.
  logic integer LogicalPages(dxgmap_adapter a) = DomainPages(a.mode);

  // The cache answers logical page l as the reference does, with the same page or with none.
  predicate CoherentAt(dxgmap_adapter a, integer l) =
    (Found(a.domain, a.mode, l) == 0 <==> !Translates(a, l)) &&
    \forall integer p; 0 <= p ==> (Found(a.domain, a.mode, l) == p + 1 <==> Xlate(a, l, p));

  // A page beyond those that there are; or, once the domain is in force, one that no live mapping answers.
  predicate Blocks(dxgmap_adapter a, integer page) =
    page >= LogicalPages(a) || (a.switches.attached != 0 && !Translates(a, page));
  predicate TranslateStatus(dxgmap_state s, integer h, integer page, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.exclusive != 0 ? status == DXGMAP_EXCLUSIVE : // TRANSLATE-7
    s.adapter[AdapterOf(h)].switches.removed != 0 ? status == DXGMAP_REMOVED : // TRANSLATE-17
    s.adapter[AdapterOf(h)].switches.power != DXGMAP_D0 ? status == DXGMAP_ASLEEP : // TRANSLATE-18
    Blocks(s.adapter[AdapterOf(h)], page) ? status == DXGMAP_BLOCKED : // TRANSLATE-8
    s.adapter[AdapterOf(h)].switches.attached == 0 ? status == DXGMAP_BYPASS : // TRANSLATE-3
    status == DXGMAP_OK;

  // In remapping mode page p is given for the one live mapping that has the logical page, and h names it.
  predicate AnswersFor(dxgmap_state s, integer k, integer page, integer p, integer h) =
    (s.adapter[k].mode == DXGMAP_IDENTITY ==> h == 0) && (s.adapter[k].mode != DXGMAP_IDENTITY ==>
       h != 0 && Valid(s, h) && HandleTag(h) == k && 0 <= page - BaseOf(s, h) < PagesOf(s, h) &&
       PageOf(s, h, page - BaseOf(s, h)) == p);
*/

#endif
/* dxgmap: end spec/logic/op_translate.h */

/* Whether the domain is asked at all for a logical page; else the answer, which is that of both lookups. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures refused: \result.status != DXGMAP_OK ==> TranslateStatus(*s, adapter, page, \result.status);
    ensures asked: \result.status == DXGMAP_OK
                   ==> KnownAdapter(*s, adapter) && Listens(s->adapter[AdapterOf(adapter)].switches)
                       && s->adapter[AdapterOf(adapter)].switches.attached != 0
                       && page < LogicalPages(s->adapter[AdapterOf(adapter)]);
    ensures bypass: \result.status == DXGMAP_BYPASS ==> \result.page == page;
    ensures no_page: \result.status != DXGMAP_BYPASS ==> \result.page == 0;
    ensures nothing: \result.handle == 0; */
dxgmap_answer dxgmap_translate_admit(const dxgmap_state *s, uint64_t adapter, uint64_t page);

/* What a device access to logical page `page` of the adapter's domain reaches. Before the domain is attached nothing is
   checked (DXGMAP_BYPASS). Source: IOMMU-based GPU isolation, IOMMU DMA remapping. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: TranslateStatus(*s, adapter, page, \result.status);
    ensures reference: \result.status == DXGMAP_OK ==> Xlate(s->adapter[AdapterOf(adapter)], page, \result.page);
    ensures bypass: \result.status == DXGMAP_BYPASS ==> \result.page == page;
    ensures behalf: \result.status == DXGMAP_OK
        ==> AnswersFor(*s, AdapterOf(adapter), page, \result.page, \result.handle);
    ensures nothing: \result.status != DXGMAP_OK ==> \result.handle == 0;
    ensures no_page: \result.status != DXGMAP_OK && \result.status != DXGMAP_BYPASS ==> \result.page == 0; */
dxgmap_answer dxgmap_op_translate(const dxgmap_state *s, uint64_t adapter, uint64_t page);

/* How many captured pages of live mappings, of all adapters, name this physical page: its frame may be used for
   something else only at 0. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures locks: page < DXGMAP_PAGES ==> \result == LockSum(*s, DXGMAP_PLACES, page);
    ensures outside: page >= DXGMAP_PAGES ==> \result == 0; */
uint32_t dxgmap_lock_count(const dxgmap_state *s, uint64_t page);

/* The first logical page of a mapping that captured pages, in remapping mode; 0 when the handle is not valid. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures base: Valid(*s, handle) ==> \result == BaseOf(*s, handle);
    ensures none: !Valid(*s, handle) ==> \result == 0; */
uint32_t dxgmap_base_page(const dxgmap_state *s, uint64_t handle);

/* A fact for the proofs of callers; it does not run. */
/*@ ghost
  // What the domain answers for a logical page is what the reference says of it.
  /@ requires parts: AdapterParts(a) && DomainOk(a.domain);
     requires coherent: Coherent(a.domain, a.mode);
     requires page: page < LogicalPages(a);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures coherent: CoherentAt(a, page); @/
  void dxgmap_translate_coherent(dxgmap_adapter a, uint64_t page);
*/

#endif
/* dxgmap: end model/core/operations/op_translate.h */

/* #include "logic/op_reference.h" */
/* dxgmap: begin spec/logic/op_reference.h sha256 e5c0272ab5cac937f5cc083bf31ffa73c7e8897ea676aae21c19546e49f7e0e2 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_REFERENCE_H
#define DXGMAP_LOGIC_OP_REFERENCE_H

/* #include "op_translate.h" */

/*@
  // The mapping of slot i alone makes logical page l page p: the reference translation, mapping by mapping.
  predicate AnswersAlone(dxgmap_adapter a, integer i, integer l, integer p) =
    (a.mode == DXGMAP_IDENTITY ==> l == p && \exists integer o; CapturedAt(a, i, o, p)) &&
    (a.mode != DXGMAP_IDENTITY ==> Answers(a, i, l, p));
*/

#endif
/* dxgmap: end spec/logic/op_reference.h */

/* What dxgmap_op_translate answers, by the reference definition and nothing else: it walks the live mappings and the
   pages that they captured, and asks neither the translation, the counts nor the owners. For checks at run time: in
   remapping mode its time grows with the live mappings, in identity mode with all the pages that they captured. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: TranslateStatus(*s, adapter, page, \result.status);
    ensures reference: \result.status == DXGMAP_OK ==> Xlate(s->adapter[AdapterOf(adapter)], page, \result.page);
    ensures bypass: \result.status == DXGMAP_BYPASS ==> \result.page == page;
    ensures behalf: \result.status == DXGMAP_OK
        ==> AnswersFor(*s, AdapterOf(adapter), page, \result.page, \result.handle);
    ensures nothing: \result.status != DXGMAP_OK ==> \result.handle == 0;
    ensures no_page: \result.status != DXGMAP_OK && \result.status != DXGMAP_BYPASS ==> \result.page == 0; */
dxgmap_answer dxgmap_op_reference(const dxgmap_state *s, uint64_t adapter, uint64_t page);

#endif
/* dxgmap: end model/core/operations/op_reference.h */
/* dxgmap: begin model/core/operations/op_switch.h sha256 7d25bd7a01d1a202d1dec3dda20b4d7236a6e3180da6892668b1be52c564ee12 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_SWITCH_H
#define DXGMAP_OP_SWITCH_H

/* #include "state/state.h" */

/* #include "logic/op_switch.h" */
/* dxgmap: begin spec/logic/op_switch.h sha256 b1fdd07afd5d105a5cbc89ab60a34e70fedbfa3932af42e5e2d2f0f7b1e4d2bd */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_SWITCH_H
#define DXGMAP_LOGIC_OP_SWITCH_H

/* What Dxgkrnl and the machine do to a started adapter: the first cause that holds (spec/clauses/attach.md,
   exclusive.md, power.md, link.md). */

/*@
  // The step set the switches of the adapter of handle h, and changed nothing else.
  predicate Switches(dxgmap_state a, dxgmap_state b, integer h, dxgmap_switches w) =
    KnownAdapter(a, h) && KnownAdapter(b, h) && MappingsKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) &&
    StartKept(a.adapter[AdapterOf(h)], b.adapter[AdapterOf(h)]) && b.adapter[AdapterOf(h)].switches == w &&
    OpenedKept(a.opened, b.opened, 0) && AdaptersKept(a, b, AdapterOf(h)) && b.commit == a.commit;
  logic dxgmap_switches SwitchesOf(dxgmap_state s, integer h) = s.adapter[AdapterOf(h)].switches;
  // From v to w one switch alone was turned.
  predicate Attaches(dxgmap_switches v, dxgmap_switches w) =
    w.attached == 1 && w.exclusive == v.exclusive && w.power == v.power && w.removed == v.removed && w.lead == v.lead;
  predicate Excludes(dxgmap_switches v, dxgmap_switches w, integer exclusive) =
    w.attached == v.attached && w.exclusive == exclusive && w.power == v.power && w.removed == v.removed &&
    w.lead == v.lead;
  predicate Powers(dxgmap_switches v, dxgmap_switches w, integer power) =
    w.attached == v.attached && w.exclusive == v.exclusive && w.power == power && w.removed == v.removed &&
    w.lead == v.lead;
  predicate Removes(dxgmap_switches v, dxgmap_switches w) =
    w.attached == v.attached && w.exclusive == v.exclusive && w.power == v.power && w.removed == 1 && w.lead == v.lead;
  predicate Links(dxgmap_switches v, dxgmap_switches w, integer lead) =
    w.attached == v.attached && w.exclusive == v.exclusive && w.power == v.power && w.removed == v.removed &&
    w.lead == lead;

  predicate AttachStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].linked != 0 ? status == DXGMAP_NOT_LEAD : // GATE-11
    s.adapter[AdapterOf(h)].switches.attached != 0 ? status == DXGMAP_ATTACHED : // ATTACH-5
    status == DXGMAP_OK;
  predicate ExclusiveBeginStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.exclusive != 0 ? status == DXGMAP_EXCLUSIVE : // EXCL-4
    status == DXGMAP_OK;
  predicate ExclusiveEndStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.exclusive == 0 ? status == DXGMAP_NOT_EXCLUSIVE : // EXCLEND-3
    status == DXGMAP_OK;
  predicate PowerStatus(dxgmap_state s, integer h, integer power, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.removed != 0 ? status == DXGMAP_REMOVED : // POWER-5
    power > DXGMAP_D3 ? status == DXGMAP_BAD_POWER : // POWER-6
    status == DXGMAP_OK;
  predicate RemoveStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].switches.removed != 0 ? status == DXGMAP_REMOVED : // REMOVE-6
    status == DXGMAP_OK;

  // The handle is of an adapter that is no other's to lead.
  predicate Leads(dxgmap_state s, integer h) = KnownAdapter(s, h) && s.adapter[AdapterOf(h)].linked == 0;
  predicate LinkStatus(dxgmap_state s, integer h, integer lead, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    s.adapter[AdapterOf(h)].linked == 0 ? status == DXGMAP_LINKED : // LINK-6
    Leads(s, s.adapter[AdapterOf(h)].switches.lead) ? status == DXGMAP_LINKED : // LINK-7
    !Leads(s, lead) ? status == DXGMAP_NOT_LEAD : // LINK-8
    status == DXGMAP_OK;
  // The adapter whose save areas, domain and adapter objects this one shares: the lead of its chain, or itself.
  logic integer LeadOf(dxgmap_state s, integer h) =
    s.adapter[AdapterOf(h)].linked == 0 ? h : s.adapter[AdapterOf(h)].switches.lead;
  predicate LeadStatus(dxgmap_state s, integer h, integer status) =
    !KnownAdapter(s, h) ? status == DXGMAP_BAD_ADAPTER : // GATE-1
    !Leads(s, LeadOf(s, h)) ? status == DXGMAP_NOT_LEAD : // LEAD-3
    status == DXGMAP_OK;
*/

#endif
/* dxgmap: end spec/logic/op_switch.h */

/* Puts the IOMMU domain in force: from here the device reaches mapped pages only. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AttachStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures attached: \result == DXGMAP_OK ==> Attaches(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter)); */
uint32_t dxgmap_op_attach(dxgmap_state *s, uint64_t adapter);

/* Begins exclusive access: the driver keeps its device silent and calls nothing. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveBeginStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures begun: \result == DXGMAP_OK ==> Excludes(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter), 1); */
uint32_t dxgmap_op_exclusive_begin(dxgmap_state *s, uint64_t adapter);

/* Ends exclusive access. Source: IOMMU-based GPU isolation. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: ExclusiveEndStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures ended: \result == DXGMAP_OK ==> Excludes(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter), 0); */
uint32_t dxgmap_op_exclusive_end(dxgmap_state *s, uint64_t adapter);

/* Brings the device into a power state (enum dxgmap_power); in all but D0 it reaches no memory. What is mapped stays
   mapped. Source: DXGKDDI_SET_POWER_STATE. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PowerStatus(\old(*s), adapter, power, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures powered: \result == DXGMAP_OK ==> Powers(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter), power); */
uint32_t dxgmap_op_power(dxgmap_state *s, uint64_t adapter, uint32_t power);

/* The device was pulled out: it reaches no memory any more, and nothing is acquired on it. What lives is released as
   ever, until the stop. Source: DXGKDDI_NOTIFY_SURPRISE_REMOVAL. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: RemoveStatus(\old(*s), adapter, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures removed: \result == DXGMAP_OK ==> Removes(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter)); */
uint32_t dxgmap_op_remove(dxgmap_state *s, uint64_t adapter);

/* Puts a linked adapter into the chain of a lead, which has started last. Source: Linked display adapters. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: LinkStatus(\old(*s), adapter, lead, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures switches: \result == DXGMAP_OK ==> Switches(\old(*s), *s, adapter, SwitchesOf(*s, adapter));
    ensures linked: \result == DXGMAP_OK ==> Links(SwitchesOf(\old(*s), adapter), SwitchesOf(*s, adapter), lead); */
uint32_t dxgmap_op_link(dxgmap_state *s, uint64_t adapter, uint64_t lead);

/* The adapter whose save areas, domain and adapter objects this one shares: the lead of its chain, or itself. Its
   handle is that of a started adapter that is not linked to another. */
/*@ requires valid: \valid(s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: LeadStatus(*s, adapter, \result.status);
    ensures lead: \result.status == DXGMAP_OK ==> \result.handle == LeadOf(*s, adapter) && Leads(*s, \result.handle);
    ensures none: \result.status != DXGMAP_OK ==> \result.handle == 0; */
dxgmap_outcome dxgmap_op_lead(const dxgmap_state *s, uint64_t adapter);

#endif
/* dxgmap: end model/core/operations/op_switch.h */
/* dxgmap: begin model/core/trace/dispatch.h sha256 80b1b21081e48e5d059fbbce1181f26e6d6630d31218cf57408b46ac4676d2d8 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DISPATCH_H
#define DXGMAP_DISPATCH_H

/* #include "trace/step.h" */
/* dxgmap: begin model/core/trace/step.h sha256 688fefdf76a083369f97f6958ced198fa7996f93ab0e9019c7742e4b5a528a3c */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_STEP_H
#define DXGMAP_STEP_H

/* #include "facts/leak.h" */
/* #include "operations/op_adapter.h" */
/* #include "operations/op_object_view.h" */
/* #include "operations/op_pages.h" */
/* #include "operations/op_pin.h" */
/* #include "operations/op_pointer.h" */
/* #include "operations/op_process.h" */
/* #include "operations/op_switch.h" */
/* #include "operations/op_translate.h" */
/* #include "operations/op_view.h" */
/* #include "state/state.h" */

enum dxgmap_op {
  DXGMAP_OP_START = 0,
  DXGMAP_OP_ATTACH = 1,
  DXGMAP_OP_EXCLUSIVE_BEGIN = 2,
  DXGMAP_OP_EXCLUSIVE_END = 3,
  DXGMAP_OP_STOP = 4,
  DXGMAP_OP_PIN = 5,
  DXGMAP_OP_UNPIN = 6,
  DXGMAP_OP_MAP_PAGES = 7,
  DXGMAP_OP_UNMAP_PAGES = 8,
  DXGMAP_OP_MAP_POINTER = 9,
  DXGMAP_OP_UNMAP_POINTER = 10,
  DXGMAP_OP_MAP_VIEW = 11,
  DXGMAP_OP_UNMAP_VIEW = 12,
  DXGMAP_OP_TRANSLATE = 13,
  DXGMAP_OP_CREATE = 14,
  DXGMAP_OP_OPEN = 15,
  DXGMAP_OP_CLOSE = 16,
  DXGMAP_OP_DESTROY = 17,
  DXGMAP_OP_ALLOCATE_ADL = 18,
  DXGMAP_OP_FREE_ADL = 19,
  DXGMAP_OP_MAP_OBJECT = 20,
  DXGMAP_OP_UNMAP_OBJECT = 21,
  DXGMAP_OP_POWER = 22,
  DXGMAP_OP_REMOVE = 23,
  DXGMAP_OP_LINK = 24,
  DXGMAP_OP_END_VIEW = 25,
  DXGMAP_OPS = 26
};

/* A call of any operation; each reads the fields that its arguments have the names of. */
typedef struct {
  uint32_t op; /* enum dxgmap_op */
  dxgmap_caller caller;
  uint64_t adapter; /* the raw handle */
  uint64_t object;  /* the handle of an object or adapter object; of a view that ends with its process; of a lead */
  uint32_t creating;
  uint32_t contiguous;
  uint32_t user;
  uint32_t index; /* physical adapter; or enum dxgmap_power */
  uint32_t kind;
  uint32_t space;
  uint32_t slack;
  uint32_t pressure;
  uint32_t count; /* the page list: pages first .. first + count - 1 of the pool */
  uint64_t first;
  uint64_t bytes; /* of a pin, a pointer, an ADL or a view of an object */
  uint64_t offset;
  uint64_t at;
  uint64_t handle;
  uint64_t address;
  uint64_t process;
  uint64_t page; /* to translate */
  dxgmap_view_request view;
  dxgmap_object_request request;
  dxgmap_start start;
} dxgmap_call;

/* What the call answered. */
typedef struct {
  uint32_t status;
  uint64_t handle; /* of what was acquired, released, started or (in remapping mode) translated for; else 0 */
  uint64_t page;   /* of a translation; else 0 */
  uint64_t base;   /* first logical page of what was captured; else 0 */
} dxgmap_result;

/* #include "logic/step.h" */
/* dxgmap: begin spec/logic/step.h sha256 798b664547a3b5b4e3d245093f7933819033b14ca6416d35509b8810e42a84d9 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_STEP_H
#define DXGMAP_LOGIC_STEP_H

/* One call and its answer: which status it must have, what it does to the state, and which lives it begins and ends. */

/*@
  predicate Acquiring(integer op) =
    op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_MAP_POINTER || op == DXGMAP_OP_MAP_VIEW ||
    op == DXGMAP_OP_CREATE || op == DXGMAP_OP_OPEN || op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_MAP_OBJECT;
  predicate Capturing(integer op) =
    op == DXGMAP_OP_PIN || op == DXGMAP_OP_MAP_PAGES || op == DXGMAP_OP_ALLOCATE_ADL;
  predicate Releasing(integer op) =
    op == DXGMAP_OP_UNPIN || op == DXGMAP_OP_UNMAP_PAGES || op == DXGMAP_OP_UNMAP_POINTER ||
    op == DXGMAP_OP_UNMAP_VIEW || op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_FREE_ADL ||
    op == DXGMAP_OP_UNMAP_OBJECT || op == DXGMAP_OP_END_VIEW;
  predicate Switching(integer op) =
    op == DXGMAP_OP_ATTACH || op == DXGMAP_OP_EXCLUSIVE_BEGIN || op == DXGMAP_OP_EXCLUSIVE_END ||
    op == DXGMAP_OP_POWER || op == DXGMAP_OP_REMOVE || op == DXGMAP_OP_LINK;

  // The place in the table where a call acts: that of the adapter, or of the adapter object or view, or the
  // machine's.
  predicate OnMachine(integer op) =
    op == DXGMAP_OP_CREATE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_MAP_OBJECT || op == DXGMAP_OP_UNMAP_OBJECT;
  predicate OnObject(integer op) =
    op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_FREE_ADL || op == DXGMAP_OP_END_VIEW;
  logic integer PlaceOf(integer op, integer adapter, integer object) =
    op == DXGMAP_OP_CREATE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_MAP_OBJECT || op == DXGMAP_OP_UNMAP_OBJECT
      ? DXGMAP_MACHINE
      : op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_ALLOCATE_ADL || op == DXGMAP_OP_FREE_ADL || op == DXGMAP_OP_END_VIEW
      ? HandleTag(object) : AdapterOf(adapter);

  // The slice of the page pool that a call names lies in the pool.
  predicate InPool(dxgmap_call c, integer n) = c.first + c.count <= n;

  predicate AcquireStatus{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    c.op == DXGMAP_OP_MAP_POINTER
      ? MapPointerStatus(s, c.caller, c.adapter, c.index, c.bytes, c.offset, c.at, c.slack, c.pressure, status) :
    c.op == DXGMAP_OP_MAP_VIEW ? MapViewStatus(s, c.caller, c.adapter, c.view, status) :
    c.op == DXGMAP_OP_CREATE ? CreateStatus(s, c.caller, c.request, status) :
    c.op == DXGMAP_OP_OPEN ? OpenStatus(s, c.caller, c.object, c.adapter, c.creating, status) :
    c.op == DXGMAP_OP_MAP_OBJECT
      ? MapObjectStatus(s, c.caller, c.object, c.user, c.offset, c.bytes, c.at, c.slack, c.pressure, status) :
    !InPool(c, n) ? status == DXGMAP_BAD_COUNT :
    c.op == DXGMAP_OP_PIN
      ? PinStatus(s, c.caller, c.adapter, c.index, c.bytes, c.kind, pool + c.first, c.count, c.pressure, status) :
    c.op == DXGMAP_OP_MAP_PAGES ? MapPagesStatus(s, c.caller, c.adapter, c.kind, pool + c.first, c.count, status) :
    c.op == DXGMAP_OP_ALLOCATE_ADL
      ? AllocateStatus(s, c.caller, c.object, c.offset, c.bytes, c.contiguous, pool + c.first, c.count, c.pressure,
        status) :
    \false;
  predicate ReleaseStatus(dxgmap_state s, dxgmap_call c, integer status) =
    c.op == DXGMAP_OP_UNPIN ? UnpinStatus(s, c.caller, c.adapter, c.index, status) :
    c.op == DXGMAP_OP_UNMAP_PAGES ? UnmapPagesStatus(s, c.caller, c.adapter, c.kind, c.handle, status) :
    c.op == DXGMAP_OP_UNMAP_POINTER ? UnmapPointerStatus(s, c.caller, c.adapter, c.index, c.address, status) :
    c.op == DXGMAP_OP_UNMAP_VIEW
      ? UnmapViewStatus(s, c.caller, c.adapter, c.kind, c.space, c.address, c.process, status) :
    c.op == DXGMAP_OP_CLOSE ? CloseStatus(s, c.caller, c.object, status) :
    c.op == DXGMAP_OP_DESTROY ? DestroyStatus(s, c.caller, c.object, status) :
    c.op == DXGMAP_OP_FREE_ADL ? FreeStatus(s, c.caller, c.object, c.handle, status) :
    c.op == DXGMAP_OP_UNMAP_OBJECT ? UnmapObjectStatus(s, c.caller, c.object, c.address, c.bytes, status) :
    c.op == DXGMAP_OP_END_VIEW ? EndViewStatus(s, c.object, c.process, status) :
    \false;
  predicate SwitchStatus(dxgmap_state s, dxgmap_call c, integer status) =
    c.op == DXGMAP_OP_ATTACH ? AttachStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_EXCLUSIVE_BEGIN ? ExclusiveBeginStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_EXCLUSIVE_END ? ExclusiveEndStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_POWER ? PowerStatus(s, c.adapter, c.index, status) :
    c.op == DXGMAP_OP_REMOVE ? RemoveStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_LINK ? LinkStatus(s, c.adapter, c.object, status) :
    \false;
  predicate CallStatus{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    Acquiring(c.op) ? AcquireStatus(s, c, pool, n, status) :
    Releasing(c.op) ? ReleaseStatus(s, c, status) :
    Switching(c.op) ? SwitchStatus(s, c, status) :
    c.op == DXGMAP_OP_START ? StartStatus(s, c.start, status) :
    c.op == DXGMAP_OP_STOP ? StopStatus(s, c.adapter, status) :
    c.op == DXGMAP_OP_TRANSLATE ? TranslateStatus(s, c.adapter, c.page, status) :
    c.op >= DXGMAP_OPS ? status == DXGMAP_BAD_KIND :
    \false;

  // The provers take this for one fact, as they do AdapterSame.
  predicate StateSame(dxgmap_state a, dxgmap_state b) = a == b;
  // The step moved no mapping: at most what starting decides, on adapter k.
  predicate Calm(dxgmap_state a, dxgmap_state b, integer k) =
    0 <= k < DXGMAP_ADAPTERS && MappingsKept(a.adapter[k], b.adapter[k]) && AdaptersKept(a, b, k) &&
    OpenedKept(a.opened, b.opened, 0);

  // What a call of operation op (on `adapter`, if it switches or stops one), answered by status and handle, does to the
  // mappings.
  predicate Effect(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    (status != DXGMAP_OK || op == DXGMAP_OP_TRANSLATE ==> StateSame(a, b)) &&
    (status == DXGMAP_OK && Acquiring(op) ==>
       0 <= HandleTag(handle) < DXGMAP_PLACES && Acquires(a, b, HandleTag(handle), handle)) &&
    (status == DXGMAP_OK && Releasing(op) ==>
       0 <= HandleTag(handle) < DXGMAP_PLACES && Releases(a, b, HandleTag(handle), handle)) &&
    (status == DXGMAP_OK && op == DXGMAP_OP_STOP ==>
       0 <= AdapterOf(adapter) < DXGMAP_ADAPTERS && Stops(a, b, adapter)) &&
    (status == DXGMAP_OK && op == DXGMAP_OP_START ==> Calm(a, b, AdapterOf(handle))) &&
    (status == DXGMAP_OK && Switching(op) ==> Calm(a, b, AdapterOf(adapter))) &&
    (op >= DXGMAP_OPS ==> status != DXGMAP_OK);

  // The call began the life h; ended it: released it, or stopped its adapter.
  predicate Acquired(integer op, integer status, integer handle, integer h) =
    Acquiring(op) && status == DXGMAP_OK && handle == h;
  predicate ReleasedBy(integer op, integer status, integer handle, integer h) =
    Releasing(op) && status == DXGMAP_OK && handle == h;
  predicate Ended(integer op, integer adapter, integer status, integer handle, integer h) =
    ReleasedBy(op, status, handle, h) ||
    (op == DXGMAP_OP_STOP && status == DXGMAP_OK && HandleTag(h) == AdapterOf(adapter));

  // The handle names a slot of an adapter, or of the machine.
  predicate InTable(integer h) = 0 <= HandleTag(h) < DXGMAP_PLACES && 0 <= HandleIndex(h) < DXGMAP_SLOTS;

  // The key by which a release names its mapping: the index of a save area, an address, a handle. Ports are mapped at
  // themselves, so any number of views share a port; a release by port has no key.
  predicate Keyed(integer op, integer space) =
    Releasing(op) && (op == DXGMAP_OP_UNMAP_VIEW ==> space == DXGMAP_MEMORY_SPACE);
  predicate KeyFits(dxgmap_state s, integer op, integer adapter, integer object, integer index, integer kind,
                    integer space, integer handle, integer address, integer h) =
    InTable(h) && HandleTag(h) == PlaceOf(op, adapter, object) &&
    (op == DXGMAP_OP_UNPIN ==>
       IsPin(s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind) &&
       s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].index == index) &&
    (op == DXGMAP_OP_UNMAP_PAGES || op == DXGMAP_OP_FREE_ADL ==> h == handle) &&
    (op == DXGMAP_OP_CLOSE || op == DXGMAP_OP_DESTROY || op == DXGMAP_OP_END_VIEW ==> h == object) &&
    (op == DXGMAP_OP_UNMAP_OBJECT ==> ObjectViewAt(s.adapter[DXGMAP_MACHINE], address, HandleIndex(h))) &&
    (op == DXGMAP_OP_UNMAP_POINTER ==> PointerAt(s.adapter[HandleTag(h)], index, address, HandleIndex(h))) &&
    (op == DXGMAP_OP_UNMAP_VIEW ==>
       IsView(kind) && ViewAt(s.adapter[HandleTag(h)], kind, space, address, HandleIndex(h)));

  predicate CallKeyFits(dxgmap_state s, dxgmap_call c, integer h) =
    KeyFits(s, c.op, c.adapter, c.object, c.index, c.kind, c.space, c.handle, c.address, h);

  // The life is over, or was never begun and never will be: no step makes the handle valid again.
  predicate Spent(dxgmap_state s, integer h) =
    0 <= HandleTag(h) < DXGMAP_PLACES &&
    SlotSpent(s.adapter[HandleTag(h)].slots, HandleIndex(h), HandleGeneration(h));

  // The mapping is what it was: the same request, the same captured pages at the same logical pages, the same place.
  predicate MappingSame(dxgmap_state a, dxgmap_state b, integer h) =
    PagesOf(b, h) == PagesOf(a, h) && BaseOf(b, h) == BaseOf(a, h) && TargetOf(b, h) == TargetOf(a, h) &&
    (\forall integer o; 0 <= o < PagesOf(a, h) ==> PageOf(b, h, o) == PageOf(a, h, o)) &&
    b.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] == a.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)] &&
    b.adapter[HandleTag(h)].views.place[HandleIndex(h)] == a.adapter[HandleTag(h)].views.place[HandleIndex(h)] &&
    b.adapter[HandleTag(h)].views.span[HandleIndex(h)] == a.adapter[HandleTag(h)].views.span[HandleIndex(h)];

  // The slots that handles can name, and what a step keeps of one, of all but slot x of adapter k, of all but adapter
  // k.
  predicate SlotsBounded(dxgmap_state s) =
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> s.adapter[k].slots.high <= DXGMAP_SLOTS;
  predicate CellsInside(dxgmap_ranges r) = \forall integer i, l; RangeCovers(r, i, l) ==> 0 <= l < DXGMAP_CELLS;
  predicate CapturesInside(dxgmap_state s) =
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> CellsInside(s.adapter[k].domain.ranges);
  predicate HandleKept(dxgmap_state a, dxgmap_state b, integer h) =
    SlotKept(a.adapter[HandleTag(h)], b.adapter[HandleTag(h)], HandleIndex(h));
  predicate SlotsOfKept(dxgmap_adapter a, dxgmap_adapter b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> SlotKept(a, b, i);
  predicate AdaptersSlotsKept(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer j; 0 <= j < DXGMAP_PLACES && j != k ==> SlotsOfKept(a.adapter[j], b.adapter[j]);
  predicate HandlesKept(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; InTable(h) && !(HandleTag(h) == k && HandleIndex(h) == x) ==> HandleKept(a, b, h);
  predicate HandlesLiveAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) ==> (Valid(b, h) <==> Valid(a, h));
  predicate HandlesSpentAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) ==> (Spent(b, h) <==> Spent(a, h));
  predicate HandlesSameAsBefore(dxgmap_state a, dxgmap_state b, integer k, integer x) =
    \forall integer h; !(HandleTag(h) == k && HandleIndex(h) == x) && InTable(h) ==> MappingSame(a, b, h);

  // What a call that acquired h in that place captured for it: pages first .. first + count - 1 of the pool, from
  // logical page base on, or none.
  predicate GivenBy{L}(dxgmap_state s, integer op, integer place, uint64_t *pool, integer first, integer count,
                       integer base, integer h) =
    (Capturing(op) ==> HandleTag(h) == place && PagesOf(s, h) == count && BaseOf(s, h) == base &&
       \forall integer o; 0 <= o < count ==> PageOf(s, h, o) == pool[first + o]) &&
    (!Capturing(op) ==> PagesOf(s, h) == 0);

  predicate SpentStays(dxgmap_state a, dxgmap_state b) = \forall integer h; Spent(a, h) ==> Spent(b, h);
  predicate MappingsSame(dxgmap_state a, dxgmap_state b) =
    \forall integer h; Valid(a, h) && Valid(b, h) ==> MappingSame(a, b, h);

  // From a to b the lives that the call names began and ended, and no other.
  predicate LivesMoved(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    \forall integer h; Valid(b, h) <==>
      (Valid(a, h) && !Ended(op, adapter, status, handle, h)) || Acquired(op, status, handle, h);
  // A life that begins was never one before; one that ends was one, and is over.
  predicate LivesNew(dxgmap_state a, integer op, integer status, integer handle) =
    \forall integer h; Acquired(op, status, handle, h) ==> !Valid(a, h) && !Spent(a, h);
  predicate LivesOver(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer status, integer handle) =
    (\forall integer h; ReleasedBy(op, status, handle, h) ==> Valid(a, h)) &&
    (\forall integer h; Valid(a, h) && Ended(op, adapter, status, handle, h) ==> Spent(b, h));
*/

#endif
/* dxgmap: end spec/logic/step.h */
/* #include "logic/trace.h" */
/* dxgmap: begin spec/logic/trace.h sha256 206e1caf85a1637e33e576210cc29193975b9d58e8f800fc5ec5d9767c4de004 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_TRACE_H
#define DXGMAP_LOGIC_TRACE_H

/* A trace: the calls c[0], c[1], ... and their answers r[0], r[1], ... Its live set is a matter of the trace alone; no
   state occurs in it. */

/*@
  predicate AcquiredAt{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer h) =
    Acquired(c[j].op, r[j].status, r[j].handle, h);
  predicate ReleasedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer h) =
    ReleasedBy(c[j].op, r[j].status, r[j].handle, h);
  predicate EndedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer h) =
    Ended(c[j].op, c[j].adapter, r[j].status, r[j].handle, h);
  predicate TranslatedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j) =
    c[j].op == DXGMAP_OP_TRANSLATE && r[j].status == DXGMAP_OK;

  // Before call i the life h, which call q began, goes on.
  predicate LiveSince{L}(dxgmap_call *c, dxgmap_result *r, integer q, integer i, integer h) =
    0 <= q < i && AcquiredAt(c, r, q, h) && \forall integer m; q < m < i ==> !EndedAt(c, r, m, h);
  // Acquired before call i, and neither released nor stopped since.
  predicate Live{L}(dxgmap_call *c, dxgmap_result *r, integer i, integer h) =
    \exists integer q; LiveSince(c, r, q, i, h);

  // The place where call j acts.
  logic integer PlaceAt{L}(dxgmap_call *c, integer j) = PlaceOf(c[j].op, c[j].adapter, c[j].object);
  // Call q captured page p, for the adapter place k.
  predicate CapturedBy{L}(dxgmap_call *c, uint64_t *pool, integer q, integer k, integer p) =
    Capturing(c[q].op) && PlaceAt(c, q) == k &&
    \exists integer x; c[q].first <= x < c[q].first + c[q].count && pool[x] == p;
  // What call j was given a translation to is a page that a live mapping of the same adapter captured when it was made.
  predicate OnBehalf{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer j) =
    \exists integer q, h; LiveSince(c, r, q, j, h) &&
      CapturedBy(c, pool, q, AdapterOf(c[j].adapter), r[j].page);
  // When call j was told for which mapping it was answered: that one is live and of the same adapter, it began with
  // call q, and the page is the one that q captured at the offset of the logical page.
  predicate NamedPlace{L}(dxgmap_call *c, dxgmap_result *r, integer q, integer j) =
    Capturing(c[q].op) && PlaceAt(c, q) == AdapterOf(c[j].adapter) && 0 <= c[j].page - r[q].base < c[q].count;
  predicate NamedPage{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer q, integer j) =
    r[j].page == pool[c[q].first + (c[j].page - r[q].base)];
  predicate NamedBy{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer q, integer j) =
    LiveSince(c, r, q, j, r[j].handle) && NamedPlace(c, r, q, j) && NamedPage(c, r, pool, q, j);
  predicate Named{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer j) =
    r[j].handle != 0 ==> \exists integer q; NamedBy(c, r, pool, q, j);

  // Call j released by a key, and h has it; calls j and m give the same key; the life h began between call j and call
  // i.
  predicate KeyReleasedAt{L}(dxgmap_call *c, dxgmap_result *r, integer j) =
    Keyed(c[j].op, c[j].space) && r[j].status == DXGMAP_OK;
  predicate KeyFitsAt{L}(dxgmap_state s, dxgmap_call *c, integer j, integer h) =
    KeyFits(s, c[j].op, c[j].adapter, c[j].object, c[j].index, c[j].kind, c[j].space, c[j].handle, c[j].address, h);
  predicate SameKey{L}(dxgmap_call *c, integer j, integer m) =
    c[j].op == c[m].op && PlaceAt(c, j) == PlaceAt(c, m) &&
    (c[j].op == DXGMAP_OP_UNPIN ==> c[j].index == c[m].index) &&
    (c[j].op == DXGMAP_OP_UNMAP_PAGES || c[j].op == DXGMAP_OP_FREE_ADL ==> c[j].handle == c[m].handle) &&
    (c[j].op == DXGMAP_OP_CLOSE || c[j].op == DXGMAP_OP_DESTROY || c[j].op == DXGMAP_OP_END_VIEW
       ==> c[j].object == c[m].object) &&
    (c[j].op == DXGMAP_OP_UNMAP_OBJECT ==> c[j].address == c[m].address) &&
    (c[j].op == DXGMAP_OP_UNMAP_POINTER ==> c[j].index == c[m].index && c[j].address == c[m].address) &&
    (c[j].op == DXGMAP_OP_UNMAP_VIEW ==>
       c[j].kind == c[m].kind && c[j].space == c[m].space && c[j].address == c[m].address);
  predicate BegunAfter{L}(dxgmap_call *c, dxgmap_result *r, integer j, integer i, integer h) =
    \exists integer q; j < q < i && AcquiredAt(c, r, q, h);

  predicate IdentitiesOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    (\forall integer j, m, h; 0 <= j < m < n && AcquiredAt(c, r, j, h) ==> !AcquiredAt(c, r, m, h)) &&
    (\forall integer j, m, h; 0 <= j < m < n && ReleasedAt(c, r, j, h) ==> !ReleasedAt(c, r, m, h));
  predicate KeysOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    \forall integer j, m; 0 <= j < m < n && KeyReleasedAt(c, r, j) && KeyReleasedAt(c, r, m) && SameKey(c, j, m)
      ==> BegunAfter(c, r, j, m, r[m].handle);

  // The state holds for h what call q gave.
  predicate HeldAsGiven{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer q, integer h) =
    GivenBy(s, c[q].op, PlaceAt(c, q), pool, c[q].first, c[q].count, r[q].base, h);

  // What the state knows of the calls before call i: which lives go on, that the others are over, what the lives hold.
  predicate KnowsLive{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    \forall integer h; Valid(s, h) <==> Live(c, r, i, h);
  predicate KnowsOver{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    (\forall integer j, h; 0 <= j < i && AcquiredAt(c, r, j, h) ==> Valid(s, h) || Spent(s, h)) &&
    (\forall integer j, h; 0 <= j < i && ReleasedAt(c, r, j, h) ==> Spent(s, h));
  predicate KnowsGiven{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer i) =
    \forall integer q, h; 0 <= q < i && AcquiredAt(c, r, q, h) && Valid(s, h) ==> HeldAsGiven(s, c, r, pool, q, h);

  // What has the key of an earlier release began after it.
  predicate KnowsKeys{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer i) =
    \forall integer j, h; 0 <= j < i && KeyReleasedAt(c, r, j) && Valid(s, h) && KeyFitsAt(s, c, j, h)
      ==> BegunAfter(c, r, j, i, h);

  // A live mapping of adapter k has captured page p.
  predicate HeldBySome(dxgmap_state s, integer k, integer p) = \exists integer h, o;
    Valid(s, h) && HandleTag(h) == k && 0 <= o < PagesOf(s, h) && PageOf(s, h, o) == p;

  // Both handles name pins, of the same physical adapter of their chain.
  predicate PinsSame(dxgmap_state s, integer g, integer h) =
    IsPin(s.adapter[HandleTag(g)].descriptors.at[HandleIndex(g)].kind) &&
    IsPin(s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind) &&
    s.adapter[HandleTag(g)].descriptors.at[HandleIndex(g)].index ==
      s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].index;

  // A live mapping has logical page l of its domain. Both handles name adapter objects, of the same object.
  predicate CoversLogical(dxgmap_state s, integer h, integer l) = BaseOf(s, h) <= l < BaseOf(s, h) + PagesOf(s, h);
  predicate Opener(dxgmap_state s, integer h) = HandleTag(h) < DXGMAP_ADAPTERS &&
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].kind == DXGMAP_ADAPTER_OBJECT;
  logic integer OpenedOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)].object;
  predicate SameObject(dxgmap_state s, integer g, integer h) =
    Opener(s, g) && Opener(s, h) && OpenedOf(s, g) == OpenedOf(s, h);

  // The trace and its pool were not written to.
  predicate CallsSame{K, L}(dxgmap_call *c, integer n) = \forall integer j; 0 <= j < n ==>
    \at(c[j].op, L) == \at(c[j].op, K) && \at(c[j].adapter, L) == \at(c[j].adapter, K) &&
    \at(c[j].first, L) == \at(c[j].first, K) && \at(c[j].count, L) == \at(c[j].count, K) &&
    \at(c[j].index, L) == \at(c[j].index, K) && \at(c[j].kind, L) == \at(c[j].kind, K) &&
    \at(c[j].space, L) == \at(c[j].space, K) && \at(c[j].handle, L) == \at(c[j].handle, K) &&
    \at(c[j].address, L) == \at(c[j].address, K) && \at(c[j].object, L) == \at(c[j].object, K) &&
    \at(c[j].page, L) == \at(c[j].page, K);
  predicate ResultsSame{K, L}(dxgmap_result *r, integer n) = \forall integer j; 0 <= j < n ==>
    \at(r[j].status, L) == \at(r[j].status, K) && \at(r[j].handle, L) == \at(r[j].handle, K) &&
    \at(r[j].page, L) == \at(r[j].page, K) && \at(r[j].base, L) == \at(r[j].base, K);
  predicate PoolSame{K, L}(uint64_t *pool, integer n) =
    \forall integer o; 0 <= o < n ==> \at(pool[o], L) == \at(pool[o], K);
  predicate CallsInPool{L}(dxgmap_call *c, dxgmap_result *r, integer i, integer n) = \forall integer j;
    0 <= j < i && Capturing(c[j].op) && r[j].status == DXGMAP_OK ==> c[j].first + c[j].count <= n;
*/

#endif
/* dxgmap: end spec/logic/trace.h */
/* #include "logic/theorems.h" */
/* dxgmap: begin spec/logic/theorems.h sha256 613be0c722224d75bba9792e26982890a1c9eb877da622c192854c7620e4f7c9 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_THEOREMS_H
#define DXGMAP_LOGIC_THEOREMS_H

/* The theorems (spec/theorems.md), each by its name. */

/*@
  // Atomicity: a call that did not succeed changed nothing.
  predicate TAtom(dxgmap_state a, dxgmap_state b, integer status) = status != DXGMAP_OK ==> StateSame(a, b);

  // Completeness: the status is the one of the first cause of failure that holds, DXGMAP_OK when none does.
  predicate TComp{L}(dxgmap_state s, dxgmap_call c, uint64_t *pool, integer n, integer status) =
    CallStatus(s, c, pool, n, status);

  // Isolation: all adapters are as they were but the one that the call names, or starts. A call that names an object
  // alone leaves every adapter as it was.
  predicate TIso(dxgmap_state a, dxgmap_state b, integer op, integer adapter, integer object, integer handle) =
    AdaptersKept(a, b, op == DXGMAP_OP_START ? AdapterOf(handle) : PlaceOf(op, adapter, object));

  // Exclusion: two live pins of one physical adapter are the same pin; a logical page of a domain belongs to one live
  // mapping; an object is opened by one adapter object; a page is counted in a domain exactly as often as its live
  // mappings have captured it, and has as many locks as all domains count (dxgmap_lock_count).
  predicate TExcl(dxgmap_state s) =
    (\forall integer g, h; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) && PinsSame(s, g, h)
      ==> g == h) &&
    (\forall integer g, h, l; Valid(s, g) && Valid(s, h) && HandleTag(g) == HandleTag(h) && CoversLogical(s, g, l) &&
       CoversLogical(s, h, l) ==> g == h) &&
    (\forall integer g, h; Valid(s, g) && Valid(s, h) && SameObject(s, g, h) ==> g == h) &&
    (\forall integer k; 0 <= k < DXGMAP_PLACES ==>
      Counted(s.adapter[k].domain.cells, s.adapter[k].domain.counts));

  // Coherence: the translation cache of every adapter answers each logical page as the reference does, with the same
  // page or with none.
  predicate TCoh(dxgmap_state s) = \forall integer k, l; 0 <= k < DXGMAP_ADAPTERS && 0 <= l < LogicalPages(s.adapter[k])
    ==> CoherentAt(s.adapter[k], l);

  // No use after unmap: what a call released was live just before, and what it was given a translation to is the page
  // that a mapping which was live just before captured when it was made. Where the answer names the mapping, as it does
  // in remapping mode (AnswersFor, dxgmap_step), the page is the one captured at the offset of the logical page in it.
  predicate TUau{L}(dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer n) =
    (\forall integer j, h; 0 <= j < n && ReleasedAt(c, r, j, h) ==> Live(c, r, j, h)) &&
    (\forall integer j; 0 <= j < n && TranslatedAt(c, r, j) ==> OnBehalf(c, r, pool, j) && Named(c, r, pool, j));

  // No leak: the lives of the state are those that the trace acquired and did not end, and its cursors list them;
  // without lives nothing is held; the commit is what the started adapters charge.
  predicate TLeak{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, integer n) =
    KnowsLive(s, c, r, n) && AllListed(s) && ((\forall integer h; !Live(c, r, n, h)) ==> NothingHeld(s)) &&
      Committed(s);

  // Once: no identity is given twice, and none is released twice; between two releases by the same key lies the
  // acquisition of what the second one released.
  predicate TOnce{L}(dxgmap_call *c, dxgmap_result *r, integer n) =
    IdentitiesOnce(c, r, n) && KeysOnce(c, r, n);

  // Traces: all of these after any calls, and the invariant, from which the next call starts.
  predicate TTrace{L}(dxgmap_state s, dxgmap_call *c, dxgmap_result *r, uint64_t *pool, integer n) =
    Inv(s) && TUau(c, r, pool, n) && TLeak(s, c, r, n) && TOnce(c, r, n) && TExcl(s) && TCoh(s);
*/

#endif
/* dxgmap: end spec/logic/theorems.h */

/* Any call whatsoever. The page lists of all calls stand in one pool of pool_size page numbers; a list that is not in
   the pool is refused with DXGMAP_BAD_COUNT, an unknown operation with DXGMAP_BAD_KIND. */
/*@ requires valid: \valid(s) && \valid(call) && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, call, pool + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures TComp: TComp(\old(*s), *call, pool, pool_size, \result.status);
    ensures TAtom: TAtom(\old(*s), *s, \result.status);
    ensures TIso: \result.status == DXGMAP_OK && call->op != DXGMAP_OP_TRANSLATE
                  ==> TIso(\old(*s), *s, call->op, call->adapter, call->object, \result.handle);
    ensures effect: Effect(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures keyed: \result.status == DXGMAP_OK && Releasing(call->op)
                   ==> KeyFits(\old(*s), call->op, call->adapter, call->object, call->index, call->kind, call->space,
                               call->handle, call->address, \result.handle);
    ensures started: call->op == DXGMAP_OP_START && \result.status == DXGMAP_OK
                     ==> Starts(\old(*s), *s, \result.handle, call->start);
    ensures kind: \result.status == DXGMAP_OK && Capturing(call->op)
                  ==> HandleOf(*s, PlaceOf(call->op, call->adapter, call->object),
                               call->op == DXGMAP_OP_ALLOCATE_ADL ? DXGMAP_ADL : call->kind, \result.handle);
    ensures place: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> HandleTag(\result.handle) == PlaceOf(call->op, call->adapter, call->object);
    ensures captured: \result.status == DXGMAP_OK && Capturing(call->op)
                      ==> InPool(*call, pool_size) && Holds(*s, \result.handle, pool + call->first, call->count);
    ensures given: \result.status == DXGMAP_OK && Acquiring(call->op)
                   ==> GivenBy(*s, call->op, PlaceOf(call->op, call->adapter, call->object), pool, call->first,
                               call->count, \result.base, \result.handle);
    ensures translated: \result.status == DXGMAP_OK && call->op == DXGMAP_OP_TRANSLATE
                        ==> KnownAdapter(*s, call->adapter)
                            && Xlate(s->adapter[AdapterOf(call->adapter)], call->page, \result.page)
                            && AnswersFor(*s, AdapterOf(call->adapter), call->page, \result.page, \result.handle);
    ensures lives: LivesMoved(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures new: LivesNew(\old(*s), call->op, \result.status, \result.handle);
    ensures over: LivesOver(\old(*s), *s, call->op, call->adapter, \result.status, \result.handle);
    ensures spent: SpentStays(\old(*s), *s);
    ensures kept: MappingsSame(\old(*s), *s); */
dxgmap_result dxgmap_step(dxgmap_state *s, const dxgmap_call *call, const uint64_t *pool, uint64_t pool_size);

/* A fact for the proofs; it does not run. */
/*@ ghost
  // The place that a handle names, when it names one.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures index: HandleIndex(handle) >= 0 ==> \result == HandleIndex(handle); @/
  uint32_t dxgmap_step_place(uint64_t handle);
*/

#endif
/* dxgmap: end model/core/trace/step.h */

/* The cascades by which a call finds its status leave nothing open (T-COMP): of every call one status is the right one,
   and no other. With a row gone, or made to say nothing, one of these facts is false. None of them runs. */
/*@ ghost
  /@ requires op: Acquiring(c.op);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \exists integer a; AcquireStatus(s, c, pool, n, a);
     ensures sole: \forall integer a, b; AcquireStatus(s, c, pool, n, a) && AcquireStatus(s, c, pool, n, b)
         ==> a == b; @/
  void dxgmap_dispatch_acquire(dxgmap_state s, dxgmap_call c, const uint64_t *pool, uint64_t n);
*/
/*@ ghost
  /@ requires op: Releasing(c.op);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \exists integer a; ReleaseStatus(s, c, a);
     ensures sole: \forall integer a, b; ReleaseStatus(s, c, a) && ReleaseStatus(s, c, b) ==> a == b; @/
  void dxgmap_dispatch_release(dxgmap_state s, dxgmap_call c);
*/
/*@ ghost
  /@ requires op: Switching(c.op);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \exists integer a; SwitchStatus(s, c, a);
     ensures sole: \forall integer a, b; SwitchStatus(s, c, a) && SwitchStatus(s, c, b) ==> a == b; @/
  void dxgmap_dispatch_switch(dxgmap_state s, dxgmap_call c);
*/
/*@ ghost
  // Of any call whatsoever.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \exists integer a; CallStatus(s, c, pool, n, a);
     ensures sole: \forall integer a, b; CallStatus(s, c, pool, n, a) && CallStatus(s, c, pool, n, b) ==> a == b; @/
  void dxgmap_dispatch_call(dxgmap_state s, dxgmap_call c, const uint64_t *pool, uint64_t n);
*/
/*@ ghost
  // Every operation is of one sort, and of no other.
  /@ requires op: op < DXGMAP_OPS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures sort: Acquiring(op) || Releasing(op) || Switching(op) || op == DXGMAP_OP_START || op == DXGMAP_OP_STOP ||
       op == DXGMAP_OP_TRANSLATE;
     ensures acquiring: Acquiring(op) ==> !Releasing(op) && !Switching(op);
     ensures releasing: Releasing(op) ==> !Switching(op);
     ensures rest: op == DXGMAP_OP_START || op == DXGMAP_OP_STOP || op == DXGMAP_OP_TRANSLATE
                   ==> !Acquiring(op) && !Releasing(op) && !Switching(op);
     ensures capturing: Capturing(op) ==> Acquiring(op); @/
  void dxgmap_dispatch_sort(uint32_t op);
*/
/*@ ghost
  // A call that succeeded began exactly one life, ended exactly one, or did neither, as its sort says.
  /@ requires op: op < DXGMAP_OPS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures acquired: Acquiring(op) && status == DXGMAP_OK ==> \exists integer h; Acquired(op, status, handle, h);
     ensures released: Releasing(op) && status == DXGMAP_OK ==> \exists integer h; ReleasedBy(op, status, handle, h);
     ensures one: \forall integer g, h; Acquired(op, status, handle, g) && Acquired(op, status, handle, h) ==> g == h;
     ensures other: \forall integer g, h;
       ReleasedBy(op, status, handle, g) && ReleasedBy(op, status, handle, h) ==> g == h;
     ensures apart: \forall integer g, h; !(Acquired(op, status, handle, g) && ReleasedBy(op, status, handle, h));
     ensures refused: status != DXGMAP_OK
                      ==> \forall integer h; !Acquired(op, status, handle, h) && !ReleasedBy(op, status, handle, h); @/
  void dxgmap_dispatch_lives(uint32_t op, uint32_t status, uint64_t handle);
*/
/*@ ghost
  // A logical page is translated to one physical page, or to none; when the status is DXGMAP_OK, to one.
  /@ requires inv: Inv(s);
     requires page: page < LogicalPages(s.adapter[AdapterOf(h)]);
     requires known: KnownAdapter(s, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: TranslateStatus(s, h, page, DXGMAP_OK)
         ==> \exists integer p; Xlate(s.adapter[AdapterOf(h)], page, p);
     ensures sole: \forall integer p, q; Xlate(s.adapter[AdapterOf(h)], page, p) &&
       Xlate(s.adapter[AdapterOf(h)], page, q) ==> p == q; @/
  void dxgmap_dispatch_translated(dxgmap_state s, uint64_t h, uint64_t page);
*/

#endif
/* dxgmap: end model/core/trace/dispatch.h */
/* dxgmap: begin model/core/trace/keys.h sha256 3ef9e234f9661257b17c139f79d5ded233ecaefd2892a43b45471adada3d0cd0 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_KEYS_H
#define DXGMAP_KEYS_H

/* #include "trace/step.h" */

/* Releases by key, over a trace (T-ONCE); facts for the proofs, none of them runs. */
/*@ ghost
  // A step keeps what is known of keys: what it began is new, what goes on kept its key, and what has the key of the
  // mapping that it ended is not there any more.
  /@ requires valid: \valid_read(calls + i) && \valid_read(results + i);
     requires inv: Inv(was);
     requires knows: KnowsKeys(was, calls, results, i);
     requires moved: LivesMoved(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires over: LivesOver(was, now, calls[i].op, calls[i].adapter, results[i].status, results[i].handle);
     requires kept: MappingsSame(was, now);
     requires keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KnowsKeys(now, calls, results, i + 1); @/
  void dxgmap_keys_step(dxgmap_state was, dxgmap_state now, const dxgmap_call *calls, const dxgmap_result *results,
                        uint32_t i);
*/
/*@ ghost
  /@ requires was: KeysOnce(calls, results, i);
     requires knows: KnowsKeys(was, calls, results, i);
     requires over: \forall integer h; ReleasedAt(calls, results, i, h) ==> Valid(was, h);
     requires keyed: KeyReleasedAt(calls, results, i) ==> KeyFitsAt(was, calls, i, results[i].handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures now: KeysOnce(calls, results, i + 1); @/
  void dxgmap_keys_once(dxgmap_state was, const dxgmap_call *calls, const dxgmap_result *results, uint32_t i);
*/

#endif
/* dxgmap: end model/core/trace/keys.h */
/* dxgmap: begin model/core/trace/trace.h sha256 b5e76e358d21d08d24f5b3bfad799cd49807a48ca6bf14a053a3234ebbbeb733 */
/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TRACE_H
#define DXGMAP_TRACE_H

/* #include "trace/step.h" */

/* Any calls, one after the other, from a state in which nothing is mapped, such as memory of zeros. */
/*@ requires valid: \valid(s) && \valid(calls + (0 .. n - 1)) && \valid(results + (0 .. n - 1))
                    && \valid_read(pool + (0 .. pool_size - 1));
    requires separated: \separated(s, calls + (..), results + (..), pool + (..));
    requires inv: Inv(*s);
    requires nothing: \forall integer h; !Valid(*s, h);
    terminates \true;
    exits \false;
    assigns *s, results[0 .. n - 1];
    ensures inv: Inv(*s);
    ensures TUau: TUau(calls, results, pool, n);
    ensures TLeak: TLeak(*s, calls, results, n);
    ensures TOnce: TOnce(calls, results, n);
    ensures TExcl: TExcl(*s);
    ensures TCoh: TCoh(*s);
    ensures TTrace: TTrace(*s, calls, results, pool, n); */
void dxgmap_run(dxgmap_state *s, const dxgmap_call *calls, dxgmap_result *results, uint32_t n, const uint64_t *pool,
                uint64_t pool_size);

#endif
/* dxgmap: end model/core/trace/trace.h */

#ifdef __cplusplus
}
#endif

#endif
