/* SPDX-License-Identifier: MIT */
#include "show.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "table.h"
#include "tool.h"

/* An image has room for so many; the JSON has all. */
#define BARS 2000u
#define MARKS 500u
#define LANES 200u

typedef struct {
  uint64_t line;
  double at;
  uint32_t severity;
  char text[160];
} image_mark;

struct showing {
  FILE *file;
  bool svg;
  bool any; /* an event was written, so that the next one has a comma */
  const char *title;
  uint64_t lives, faults;
  uint32_t bars, marks;
  show_bar bar[BARS];
  image_mark mark[MARKS];
  uint64_t adapters; /* bit k: the process of adapter k has its name */
};

showing *show_begin(FILE *file, bool svg, const char *title)
{
  showing *s = take(sizeof(showing));
  s->file = file;
  s->svg = svg;
  s->title = title;
  if (!svg) {
    (void)fputs("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[", file);
  }
  return s;
}

static void event(showing *s)
{
  (void)fputs(s->any ? ",\n{" : "\n{", s->file);
  s->any = true;
}

static void name_adapter(showing *s, uint32_t k)
{
  if ((s->adapters >> k & 1) == 0) {
    s->adapters |= (uint64_t)1 << k;
    event(s);
    (void)fprintf(s->file, "\"ph\":\"M\",\"name\":\"process_name\",\"pid\":%u,\"args\":{\"name\":\"%s %u\"}}", k + 1,
                  k < 8 ? "adapter" : "objects", k + 1);
  }
}

/* Lives overlap, so each is a pair of events of its own. */
void show_life(showing *s, const show_bar *bar)
{
  s->lives += 1;
  if (s->svg) {
    if (s->bars < BARS) {
      s->bar[s->bars++] = *bar;
    }
    return;
  }
  name_adapter(s, bar->adapter);
  for (int end = 0; end < 2; end++) {
    event(s);
    (void)fprintf(s->file,
                  "\"ph\":\"%s\",\"cat\":\"mapping\",\"id\":%" PRIu64 ",\"name\":\"%s\",\"pid\":%u,\"tid\":%u,"
                  "\"ts\":%.3f",
                  end != 0 ? "e" : "b", s->lives, show_kind(bar->kind), bar->adapter + 1, bar->kind,
                  (end != 0 ? bar->to : bar->from) / 1000);
    if (end == 0) {
      (void)fprintf(s->file,
                    ",\"args\":{\"line\":%" PRIu64 ",\"end\":%" PRIu64 ",\"pages\":%" PRIu64 ",\"bytes\":%" PRIu64
                    ",\"name\":\"0x%" PRIx64 "\"}",
                    bar->made, bar->ended, bar->pages, bar->bytes, bar->name);
    }
    (void)fputs("}", s->file);
  }
}

void show_fault(showing *s, const show_mark *mark)
{
  s->faults += 1;
  if (!s->svg) {
    event(s);
    (void)fprintf(s->file,
                  "\"ph\":\"i\",\"s\":\"g\",\"cat\":\"fault\",\"name\":\"%s\",\"pid\":1,\"tid\":0,\"ts\":%.3f,\"args\":"
                  "{\"line\":%" PRIu64 ",\"call\":\"%s\",\"rules\":\"%s\"}}",
                  mark->cause, mark->at / 1000, mark->line, mark->name, mark->rules);
  } else if (s->marks < MARKS) {
    image_mark *m = &s->mark[s->marks++];
    m->line = mark->line;
    m->at = mark->at;
    m->severity = mark->severity;
    (void)snprintf(m->text, sizeof(m->text), "%s: %s (%s)", mark->name, mark->cause, mark->rules);
  }
}

/* ---- The image ---- */

#define WIDTH 1100.0
#define LEFT 20.0
#define LANE 14
#define TOP 60

static int by_beginning(const void *a, const void *b)
{
  const show_bar *x = a, *y = b;
  return x->from < y->from ? -1 : x->from > y->from;
}

/* Each on the first lane that is free; which, or LANES - 1 when all are taken. */
static uint32_t lane_of(double *until, const show_bar *bar)
{
  uint32_t k = 0;
  while (k < LANES - 1 && until[k] > bar->from) {
    k++;
  }
  until[k] = bar->to;
  return k;
}

static void put_text(FILE *file, const char *text)
{
  for (; *text != '\0'; text++) {
    if (*text == '<' || *text == '>' || *text == '&') {
      (void)fputs(*text == '<' ? "&lt;" : *text == '>' ? "&gt;" : "&amp;", file);
    } else {
      (void)fputc(*text, file);
    }
  }
}

static void put_legend(const showing *s, const char *const *colours, uint32_t bottom)
{
  uint64_t used = 0;
  uint32_t at = 0;
  for (uint32_t i = 0; i < s->bars; i++) {
    used |= (uint64_t)1 << s->bar[i].kind;
  }
  for (uint32_t kind = 0; kind < 17; kind++) {
    if ((used >> kind & 1) != 0) {
      uint32_t row = at / 6, column = at % 6;
      double x = LEFT + column * 180, y = bottom + 24 + row * 18;
      (void)fprintf(s->file,
                    "<rect x=\"%.0f\" y=\"%.0f\" width=\"12\" height=\"10\" fill=\"%s\"/><text x=\"%.0f\" "
                    "y=\"%.0f\">%s</text>\n",
                    x, y - 9, colours[kind], x + 18, y, show_kind(kind));
      at++;
    }
  }
}

static void put_image(showing *s)
{
  static const char *const colours[17] = {"#999999", "#4477aa", "#66ccee", "#228833", "#ccbb44", "#aa7733",
                                          "#ee8866", "#44aa99", "#117733", "#88ccee", "#882255", "#aa4499",
                                          "#cc99bb", "#999933", "#bbbbbb", "#dddddd", "#332288"};
  double until[LANES], from = 0, to = 1;
  uint32_t lanes = 1;
  memset(until, 0, sizeof(until));
  qsort(s->bar, s->bars, sizeof(s->bar[0]), by_beginning);
  from = s->bars > 0 ? s->bar[0].from : s->marks > 0 ? s->mark[0].at : 0;
  for (uint32_t i = 0; i < s->bars; i++) {
    to = s->bar[i].to > to ? s->bar[i].to : to;
    uint32_t lane = lane_of(until, &s->bar[i]);
    lanes = lane + 1 > lanes ? lane + 1 : lanes;
  }
  for (uint32_t i = 0; i < s->marks; i++) {
    from = s->mark[i].at < from ? s->mark[i].at : from;
    to = s->mark[i].at > to ? s->mark[i].at : to;
  }
  double scale = WIDTH / (to > from ? to - from : 1);
  uint32_t bottom = TOP + lanes * LANE;
  (void)fprintf(s->file,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%u\" font-family=\"sans-serif\" "
                "font-size=\"11\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n<text x=\"%.0f\" y=\"22\" "
                "font-size=\"15\">",
                WIDTH + 2 * LEFT, bottom + 80, LEFT);
  put_text(s->file, s->title);
  (void)fprintf(s->file, "</text>\n<text x=\"%.0f\" y=\"40\">%" PRIu64 " mapping%s, %" PRIu64 " fault%s%s</text>\n",
                LEFT, s->lives, tool_plural(s->lives), s->faults, tool_plural(s->faults),
                s->lives > BARS || s->faults > MARKS ? "; not all are drawn" : "");
  memset(until, 0, sizeof(until));
  for (uint32_t i = 0; i < s->bars; i++) {
    const show_bar *b = &s->bar[i];
    double width = (b->to - b->from) * scale;
    (void)fprintf(s->file,
                  "<rect x=\"%.2f\" y=\"%u\" width=\"%.2f\" height=\"%u\" fill=\"%s\"><title>%s 0x%" PRIx64 ", %" PRIu64
                  " pages: lines %" PRIu64 " to %" PRIu64 "</title></rect>\n",
                  LEFT + (b->from - from) * scale, TOP + lane_of(until, b) * LANE, width > 1 ? width : 1, LANE - 3,
                  colours[b->kind < 17 ? b->kind : 0], show_kind(b->kind), b->name, b->pages, b->made, b->ended);
  }
  for (uint32_t i = 0; i < s->marks; i++) {
    double x = LEFT + (s->mark[i].at - from) * scale;
    (void)fprintf(s->file,
                  "<line x1=\"%.2f\" x2=\"%.2f\" y1=\"%u\" y2=\"%u\" stroke=\"%s\" stroke-width=\"1.5\"><title>"
                  "line %" PRIu64 ": ",
                  x, x, TOP - 10, bottom + 4, s->mark[i].severity == 0 ? "#dd0000" : "#dd8800", s->mark[i].line);
    put_text(s->file, s->mark[i].text);
    (void)fputs("</title></line>\n", s->file);
  }
  put_legend(s, colours, bottom);
  (void)fputs("</svg>\n", s->file);
}

void show_end(showing *s)
{
  if (s->svg) {
    put_image(s);
  } else {
    (void)fputs("\n]}\n", s->file);
  }
  free(s);
}
