/* SPDX-License-Identifier: MIT */
/* check_translations: what the device is answered is compared with the reference, and a difference ends the process. */
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ddi/machine/system.h"
#include "objects.h"

static dxgmap_adapter *adapter_of(HANDLE which)
{
  return &dxgmap_ddi.state->adapter[dxgmap_state_find(dxgmap_ddi.state, (uint64_t)(uintptr_t)which)];
}

static void reference_translate(HANDLE which, uint64_t logical)
{
  (void)dxgmap_device_translate(which, logical, NULL);
}

static void reference_read(HANDLE which, uint64_t logical)
{
  char byte;
  (void)dxgmap_device_read(which, logical, &byte, 1, NULL);
}

static void reference_write(HANDLE which, uint64_t logical)
{
  (void)dxgmap_device_write(which, logical, "x", 1, NULL);
}

static sigjmp_buf reference_aborted;

static void reference_on_abort(int number)
{
  siglongjmp(reference_aborted, number);
}

/* Runs `access` with its standard error in a file: whether it came to an abort. */
static bool reference_aborts(void (*access)(HANDLE which, uint64_t logical), HANDLE which, uint64_t logical)
{
  struct sigaction action, before;
  volatile bool aborted = true;
  memset(&action, 0, sizeof(action));
  action.sa_handler = reference_on_abort;
  CHECK_EQ(0, sigaction(SIGABRT, &action, &before));
  if (sigsetjmp(reference_aborted, 1) == 0) {
    access(which, logical);
    aborted = false;
  }
  CHECK_EQ(0, sigaction(SIGABRT, &before, NULL));
  return aborted;
}

/* What `access` prints before it comes to an abort; "" when it does not. */
static void ended_by(void (*access)(HANDLE which, uint64_t logical), HANDLE which, uint64_t logical, char *text,
                     size_t size)
{
  FILE *file = tmpfile();
  int error = dup(2);
  CHECK(file != NULL && error >= 0);
  (void)dup2(fileno(file), 2);
  bool aborted = reference_aborts(access, which, logical);
  (void)dup2(error, 2);
  (void)close(error);
  rewind(file);
  size_t length = fread(text, 1, size - 1, file);
  (void)fclose(file);
  text[aborted ? length : 0] = 0;
}

static void check_ended(void (*access)(HANDLE which, uint64_t logical), HANDLE which, uint64_t page, const char *cache,
                        const char *reference)
{
  char text[1024];
  ended_by(access, which, page * PAGE_SIZE, text, sizeof(text));
  CHECK(strstr(text, "the translation cache and the reference differ") != NULL);
  CHECK(strstr(text, cache) != NULL);
  CHECK(strstr(text, reference) != NULL);
}

static uint64_t reference_free_page(HANDLE which)
{
  const dxgmap_adapter *a = adapter_of(which);
  uint64_t page = 4;
  while (dxgmap_domain_find(&a->domain, a->mode, page) != 0) {
    page++;
  }
  return page;
}

static void check_ended_by_all(HANDLE which, uint64_t page, const char *cache, const char *reference)
{
  check_ended(reference_translate, which, page, cache, reference);
  check_ended(reference_read, which, page, cache, reference);
  check_ended(reference_write, which, page, cache, reference);
}

/* In identity mode the counts are the cache: one lost, and one too many. */
static void check_corrupted_counts(HANDLE which, uint64_t mapped)
{
  uint32_t *count = adapter_of(which)->domain.counts.count;
  uint64_t free = reference_free_page(which);
  uint32_t right = count[mapped];
  char cache[64];
  char reference[64];
  CHECK(snprintf(reference, sizeof(reference), "the reference: DXGMAP_OK, physical page 0x%x", (unsigned)mapped) > 0);
  count[mapped] = 0;
  check_ended_by_all(which, mapped, "the cache:     DXGMAP_BLOCKED, physical page 0x0", reference);
  count[mapped] = right;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(which, mapped * PAGE_SIZE, NULL));
  count[free] = 1;
  CHECK(snprintf(cache, sizeof(cache), "the cache:     DXGMAP_OK, physical page 0x%x", (unsigned)free) > 0);
  check_ended_by_all(which, free, cache, "the reference: DXGMAP_BLOCKED, physical page 0x0");
  count[free] = 0;
}

/* An entry lost, one that says another page, and one too many. */
static void check_corrupted_entries(HANDLE which, uint64_t mapped)
{
  dxgmap_translation *t = &adapter_of(which)->domain.translation;
  uint64_t free = reference_free_page(which);
  uint32_t page = dxgmap_translation_find(t, mapped) - 1u;
  char right[64];
  CHECK(snprintf(right, sizeof(right), "the reference: DXGMAP_OK, physical page 0x%x", page) > 0);
  dxgmap_translation_map_run(t, (uint32_t)mapped, 1, 3);
  check_ended_by_all(which, mapped, "the cache:     DXGMAP_OK, physical page 0x3", right);
  dxgmap_translation_unmap(t, (uint32_t)mapped, 1);
  check_ended(reference_translate, which, mapped, "the cache:     DXGMAP_BLOCKED, physical page 0x0", right);
  dxgmap_translation_map_run(t, (uint32_t)mapped, 1, page);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(which, mapped * PAGE_SIZE, NULL));
  dxgmap_translation_map_run(t, (uint32_t)free, 1, 3);
  check_ended(reference_translate, which, free, "the cache:     DXGMAP_OK, physical page 0x3",
              "the reference: DXGMAP_BLOCKED, physical page 0x0");
  dxgmap_translation_unmap(t, (uint32_t)free, 1);
}

/* TRANSLATE-13. */
static void reference_finds_a_wrong_count_in_identity_mode(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  machine_compares = 1;
  machine_open();
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  check_corrupted_counts(adapter, MmGetMdlPfnArray(pin.pMdl)[0]);
  CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
  machine_close();
  machine_compares = 0;
}

/* There the wrong entry of a page without a mapping would lead the operation to a mapping that is not there.
   TRANSLATE-13. */
static void reference_finds_a_wrong_entry_in_remapping_mode(void)
{
  DXGK_ADL *adl = NULL;
  machine_compares = 1;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  CHECK_OK(adl_allocate(object.hAdapterMemoryObject, 0, OBJECT_BYTES, 0, &adl));
  check_corrupted_entries(remapped, adl_page(adl, 0));
  CHECK_OK(adl_free(object.hAdapterMemoryObject, adl));
  CHECK_OK(object_destroy(object.hPhysicalMemoryObject, object.hAdapterMemoryObject));
  machine_close();
  machine_compares = 0;
}

/* What else the device may be answered is the same with it. */
static void reference_has_the_other_answers(void)
{
  uint64_t where = 0;
  machine_compares = 1;
  machine_open();
  HANDLE other = machine_adapter(NULL, NULL);
  CHECK_EQ(DXGMAP_CAUSE_BYPASS, dxgmap_device_translate(other, 0x5123, &where));
  CHECK_EQ(0x5123, where);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_device_translate(NULL, 0, NULL));
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_translate(adapter, (uint64_t)DXGMAP_PAGES * PAGE_SIZE, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(adapter));
  CHECK_EQ(DXGMAP_CAUSE_EXCLUSIVE, dxgmap_device_translate(adapter, 0, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(adapter));
  machine_close();
  machine_compares = 0;
}

void reference_tests(void);
void reference_tests(void)
{
  RUN(reference_finds_a_wrong_count_in_identity_mode);
  RUN(reference_finds_a_wrong_entry_in_remapping_mode);
  RUN(reference_has_the_other_answers);
}
