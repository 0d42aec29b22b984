/* SPDX-License-Identifier: MIT */
/* Save sections: memory that lies in a file of its own, which frames show for as long as a prefix of it is pinned. */
#include "host/windows/section.h"
#include "host/base/config.h"
#include "host/base/memory.h"
#include "host/frames/lend.h"
#include "host/interface/frames.h"
#include "host/windows/view.h"

#include <string.h>

#define DXGMAP_HOST_SECTION_VIEWS ((uint64_t)1 << 20)  /* of one section */
#define DXGMAP_HOST_SECTION_VIEWS_FIRST ((uint64_t)16) /* that a list has room for; then twice as many, and so on */

typedef struct dxgmap_host_section_view {
  uint32_t window;
  uint64_t at, first, count; /* page in the window, page in the section, pages */
} dxgmap_host_section_view;

typedef struct dxgmap_host_section {
  uint64_t pages; /* 0 if there is no such section */
  dxgmap_os_file file;
  uint64_t *frames;               /* of the pinned prefix */
  uint64_t pinned;                /* pages */
  unsigned char *shown;           /* where the frames find them */
  dxgmap_host_section_view *view; /* NULL: there are none */
  uint64_t views, room;
} dxgmap_host_section;

static dxgmap_host_section dxgmap_host_section_table[DXGMAP_HOST_SECTIONS + 1]; /* by id; 0 is nobody's */
static uint32_t dxgmap_host_section_highest;                                    /* id ever used: they are few */

static dxgmap_host_section *dxgmap_host_section_of(uint32_t section)
{
  return section <= DXGMAP_HOST_SECTIONS && dxgmap_host_section_table[section].pages != 0
             ? &dxgmap_host_section_table[section]
             : NULL;
}

static size_t dxgmap_host_section_views_size(uint64_t room)
{
  return (size_t)room * sizeof(dxgmap_host_section_view);
}

static void dxgmap_host_section_views_free(dxgmap_host_section *s)
{
  dxgmap_host_free(s->view, dxgmap_host_section_views_size(s->room));
  s->view = NULL;
  s->room = 0;
}

/* ---- Opening and closing ---- */

dxgmap_host_result dxgmap_host_section_open(uint64_t pages, uint32_t *section)
{
  uint32_t id = 1;
  dxgmap_os_file file;
  if (dxgmap_host_opened() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (pages == 0 || pages > DXGMAP_HOST_FRAMES_MAX) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  while (id <= DXGMAP_HOST_SECTIONS && dxgmap_host_section_table[id].pages != 0) {
    id++;
  }
  if (id > DXGMAP_HOST_SECTIONS) {
    return DXGMAP_HOST_NO_ROOM;
  }
  file = dxgmap_host_file_open("dxgmap-section", pages);
  if (file == DXGMAP_OS_NO_FILE) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_section_highest = id > dxgmap_host_section_highest ? id : dxgmap_host_section_highest;
  dxgmap_host_section_table[id].file = file;
  dxgmap_host_section_table[id].pages = pages;
  *section = id;
  return DXGMAP_HOST_OK;
}

static size_t dxgmap_host_section_frames_size(const dxgmap_host_section *s)
{
  return (size_t)s->pinned * sizeof *s->frames;
}

static void dxgmap_host_section_let_go(dxgmap_host_section *s)
{
  dxgmap_host_unreserve(s->frames, dxgmap_host_section_frames_size(s));
  s->frames = NULL;
  s->pinned = 0;
}

static void dxgmap_host_section_part(dxgmap_host_section *s, uint64_t holds)
{
  if (s->pinned != 0 && dxgmap_host_lend_end(s->frames, s->pinned, s->shown, holds)) {
    dxgmap_host_views_renew();
    dxgmap_host_lend_settle(s->frames, s->pinned);
  }
  dxgmap_host_section_let_go(s);
}

/* Frames that have more holds than so many keep the bytes. */
static void dxgmap_host_section_end(uint32_t section, uint64_t holds)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  if (s == NULL) {
    return;
  }
  dxgmap_host_section_part(s, holds);
  dxgmap_host_section_views_free(s);
  dxgmap_host_file_close(s->file);
  memset(s, 0, sizeof *s);
}

void dxgmap_host_section_close(uint32_t section)
{
  dxgmap_host_section_end(section, 0);
}

void dxgmap_host_sections_close(void)
{
  for (uint32_t id = 1; id <= dxgmap_host_section_highest; id++) {
    dxgmap_host_section_end(id, UINT64_MAX);
  }
}

void dxgmap_host_sections_fork(void)
{
  dxgmap_host_lend_fork();
  for (uint32_t id = 1; id <= dxgmap_host_section_highest; id++) {
    if (dxgmap_host_section_table[id].pages != 0) {
      dxgmap_host_file_close(dxgmap_host_section_table[id].file);
      dxgmap_host_section_table[id].file = DXGMAP_OS_NO_FILE;
      dxgmap_host_section_let_go(&dxgmap_host_section_table[id]);
    }
  }
}

/* ---- Views ---- */

/* The part of a view that the first `count` pages of the section hold. */
static uint64_t dxgmap_host_section_overlap(const dxgmap_host_section_view *view, uint64_t count)
{
  uint64_t pages = view->first < count ? count - view->first : 0;
  return pages < view->count ? pages : view->count;
}

static bool dxgmap_host_section_views_room(dxgmap_host_section *s)
{
  uint64_t room = s->room != 0 ? 2 * s->room : DXGMAP_HOST_SECTION_VIEWS_FIRST;
  dxgmap_host_section_view *bigger;
  if (s->views < s->room) {
    return true;
  }
  bigger = dxgmap_host_allocate(dxgmap_host_section_views_size(room));
  if (bigger == NULL) {
    return false;
  }
  if (s->views != 0) {
    memcpy(bigger, s->view, dxgmap_host_section_views_size(s->views));
  }
  dxgmap_host_section_views_free(s);
  s->view = bigger;
  s->room = room;
  return true;
}

static void dxgmap_host_section_views_settle(dxgmap_host_section *s)
{
  if (s->views == 0) {
    dxgmap_host_section_views_free(s);
  }
}

dxgmap_host_result dxgmap_host_window_place_section(uint32_t window, uint64_t at, uint32_t section, uint64_t first_page,
                                                    uint64_t count)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  dxgmap_host_section_view view = {window, at, first_page, count};
  dxgmap_host_source file;
  dxgmap_host_result result;
  uint64_t pinned;
  if (s == NULL || count == 0 || first_page >= s->pages || count > s->pages - first_page) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (s->views == DXGMAP_HOST_SECTION_VIEWS) {
    return DXGMAP_HOST_NO_ROOM;
  }
  if (!dxgmap_host_section_views_room(s)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  file = (dxgmap_host_source){true, s->file, first_page, NULL};
  result = dxgmap_host_view_place(window, at, count, &file);
  if (result != DXGMAP_HOST_OK) {
    dxgmap_host_section_views_settle(s);
    return result;
  }
  pinned = dxgmap_host_section_overlap(&view, s->pinned);
  if (pinned != 0) {
    dxgmap_host_view_name(window, at, pinned, s->frames + first_page);
  }
  s->view[s->views] = view;
  s->views++;
  return DXGMAP_HOST_OK;
}

static void dxgmap_host_section_forget(dxgmap_host_section *s, uint32_t window, uint64_t at, uint64_t pages)
{
  uint64_t kept = 0;
  for (uint64_t i = 0; i < s->views; i++) {
    if (s->view[i].window != window || s->view[i].at < at || s->view[i].at >= at + pages) {
      s->view[kept] = s->view[i];
      kept++;
    }
  }
  s->views = kept;
  dxgmap_host_section_views_settle(s);
}

void dxgmap_host_section_views_forget(uint32_t window, uint64_t at, uint64_t pages)
{
  for (uint32_t id = 1; id <= dxgmap_host_section_highest; id++) {
    if (dxgmap_host_section_table[id].views != 0) {
      dxgmap_host_section_forget(&dxgmap_host_section_table[id], window, at, pages);
    }
  }
}

/* ---- Pinning ---- */

static bool dxgmap_host_section_is_memory(const uint64_t *frames, uint64_t count)
{
  for (uint64_t i = 0; i < count; i++) {
    if (dxgmap_host_frame_kind_of(frames[i]) != DXGMAP_HOST_FRAME_MEMORY) {
      return false;
    }
  }
  return true;
}

/* What the views show has the frames of the pin from now on, or none. */
static void dxgmap_host_section_name(const dxgmap_host_section *s, bool framed)
{
  for (uint64_t i = 0; i < s->views; i++) {
    const dxgmap_host_section_view *view = &s->view[i];
    uint64_t pages = dxgmap_host_section_overlap(view, s->pinned);
    dxgmap_host_view_name(view->window, view->at, pages, framed && pages != 0 ? s->frames + view->first : NULL);
  }
}

dxgmap_host_result dxgmap_host_section_pin(uint32_t section, const uint64_t *frames, uint64_t count)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  if (s == NULL || count == 0 || count > s->pages || !dxgmap_host_section_is_memory(frames, count)) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (s->pinned != 0) {
    return DXGMAP_HOST_BUSY;
  }
  s->frames = dxgmap_host_reserve((size_t)count * sizeof *frames);
  if (s->frames == NULL) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  s->pinned = count;
  s->shown = dxgmap_host_lend(frames, count, s->file);
  if (s->shown == NULL) {
    dxgmap_host_section_let_go(s);
    return DXGMAP_HOST_NO_MEMORY;
  }
  memcpy(s->frames, frames, (size_t)count * sizeof *frames);
  dxgmap_host_section_name(s, true);
  return DXGMAP_HOST_OK;
}

/* Whoever pinned holds each frame once still. */
void dxgmap_host_section_unpin(uint32_t section)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  if (s != NULL && s->pinned != 0) {
    dxgmap_host_section_name(s, false);
    dxgmap_host_section_part(s, 1);
  }
}

/* ---- Access by offset ---- */

static dxgmap_host_result dxgmap_host_section_access(uint32_t section, uint64_t offset, void *bytes, uint64_t length,
                                                     bool write)
{
  dxgmap_host_section *s = dxgmap_host_section_of(section);
  bool done;
  if (s == NULL || offset > s->pages * DXGMAP_HOST_PAGE || length > s->pages * DXGMAP_HOST_PAGE - offset) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  done = write ? dxgmap_os_file_write(s->file, offset, bytes, (size_t)length)
               : dxgmap_os_file_read(s->file, offset, bytes, (size_t)length);
  return done ? DXGMAP_HOST_OK : DXGMAP_HOST_NO_MEMORY;
}

dxgmap_host_result dxgmap_host_section_read(uint32_t section, uint64_t offset, void *to, uint64_t length)
{
  return dxgmap_host_section_access(section, offset, to, length, false);
}

dxgmap_host_result dxgmap_host_section_write(uint32_t section, uint64_t offset, const void *from, uint64_t length)
{
  /* The access reads `from` alone when it writes to the section. */
  return dxgmap_host_section_access(section, offset, (void *)(uintptr_t)from, length, true);
}

void dxgmap_host_sections_usage(dxgmap_host_usage *usage)
{
  for (uint32_t id = 1; id <= dxgmap_host_section_highest; id++) {
    usage->sections += dxgmap_host_section_table[id].pages != 0;
    usage->pinned_pages += dxgmap_host_section_table[id].pinned;
  }
}
