/* SPDX-License-Identifier: MIT */
/* Small scope, whole: every sequence of the calls of choices.h, up to a depth, from the state in which nothing has
   happened, or with two places left in the table of adapters. At each edge the core makes the step and the abstract
   machine must allow it; a state that is reached again is expanded once. README.md says what that covers.

     explore DEPTH

   A state is known again by the bytes of the core's state, as a sum of 127 bits; the machine's state must then be the
   same too. A state that waits for its turn is kept as its path, and made again by making the calls. */
#include "choices.h"
#include "coverage.h"
#include "harness.h"
#include "machine.h"
#include "numbers.h"
#include "perform.h"

#include "checks/check.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 8u
#define PLACES_LEFT 2u /* of the table of adapters */

typedef struct {
  uint64_t key[2];
  uint64_t digest; /* of the machine's */
  uint32_t parent;
  uint16_t choice; /* of the parent's calls, the one that leads here */
  uint16_t depth;
  uint32_t edges; /* to other states: the first of its entries in `edge` */
  uint32_t leaving;
  uint32_t staying; /* calls that lead back to the state itself */
} node;

static dxgmap_state first;
static dxgmap_state state;
static dxgmap_state before;
static dxgmap_counts scratch;
static given known; /* what was given on the way to the state */
static call now;
static call choice_of[CHOICES_MAX];
static uint64_t numbers[MACHINE_NUMBERS];
static node *nodes;
static uint32_t node_count;
static uint32_t *edge;
static uint64_t edge_count;
static uint32_t *table; /* of nodes by their key, + 1 */
static uint32_t table_size;
static uint64_t made;
static uint32_t depth;

static void *grown(void *old, uint64_t count, size_t size)
{
  void *more = realloc(old, count * size);
  if (more == NULL) {
    fprintf(stderr, "explore: no memory for %" PRIu64 " entries; try a smaller DEPTH\n", count);
    exit(2);
  }
  return more;
}

static bool is_power_of_two(uint64_t n)
{
  return (n & (n - 1)) == 0;
}

/* ---- the key of a state: two sums of its words, each mixed with where it stands, and of what each identity was given
   by, on which it depends which calls are made ---- */

static uint64_t mixed(uint64_t x)
{
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9u;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBu;
  return x ^ x >> 31;
}

static void key_of(const dxgmap_state *s, const given *g, uint64_t key[2])
{
  uint64_t a = 0x9E3779B97F4A7C15u;
  uint64_t b = 1;
  const unsigned char *bytes = (const unsigned char *)s;
  for (size_t at = 0; at + 8 <= sizeof *s; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    if (word != 0) {
      a += mixed(word ^ at * 0xD6E8FEB86659FD93u);
      b += mixed(word + at * 0xA0761D6478BD642Fu);
    }
  }
  for (uint32_t k = 0; k < g->mappings; k++) {
    a += mixed(g->mapping[k] ^ (uint64_t)g->by[k] << 16);
    b += mixed(g->mapping[k] + ((uint64_t)g->by[k] << 17));
  }
  key[0] = mixed(a);
  key[1] = mixed(b) | 1;
}
_Static_assert(sizeof(dxgmap_state) % 8 == 0, "the key is made of whole words");

/* ---- one step of both ---- */

static uint64_t where_of(const call *c, const dxgmap_result *r)
{
  bool on_adapter = c->operation == PIN || c->operation == MAP_PAGES || c->operation == MAP_POINTER ||
                    c->operation == MAP_VIEW || c->operation == OPEN || c->operation == ALLOCATE_ADL;
  return r->status == DXGMAP_OK && on_adapter ? given_adapter(&known, r->handle >> 56) : 0;
}

/* A handle is left, but in a table of adapters that is full. */
static bool handle_left(const call *c)
{
  return c->operation != START || given_running(&known) < PLACES_LEFT;
}

static dxgmap_result step(const call *c)
{
  bool left = handle_left(c);
  dxgmap_result r = perform(&state, c);
  numbers_of(c, left, where_of(c, &r), &r, numbers);
  if (!machine_step(numbers)) {
    EXPECT("status", machine_status(numbers), r.status);
    EXPECT("the machine allows the answer", 1, 0);
  }
  given_note(&known, c, &r);
  return r;
}

static void go_back_to_the_first(void)
{
  memcpy(&state, &first, sizeof state);
  memset(&known, 0, sizeof known);
  machine_reset();
}

static void go_to(uint32_t n)
{
  uint32_t path[DEPTH_MAX];
  uint32_t length = 0;
  for (uint32_t k = n; k != 0; k = nodes[k].parent) {
    path[length++] = k;
  }
  go_back_to_the_first();
  while (length > 0) {
    (void)choices(&known, choice_of);
    (void)step(&choice_of[nodes[path[--length]].choice]);
  }
}

/* ---- the states ---- */

static void put_in_table(uint32_t n)
{
  uint64_t at = nodes[n].key[0] % table_size;
  while (table[at] != 0) {
    at = (at + 1) % table_size;
  }
  table[at] = n + 1;
}

static uint32_t add(const uint64_t key[2], uint32_t parent, uint32_t choice, uint32_t far)
{
  if (is_power_of_two(node_count)) {
    nodes = grown(nodes, node_count == 0 ? 1 : 2 * (uint64_t)node_count, sizeof *nodes);
  }
  uint32_t n = node_count++;
  nodes[n] = (node){.key = {key[0], key[1]},
                    .digest = machine_digest(),
                    .parent = parent,
                    .choice = (uint16_t)choice,
                    .depth = (uint16_t)far};
  if (2 * (uint64_t)node_count > table_size) {
    table_size = table_size == 0 ? 1024 : 2 * table_size;
    free(table);
    table = grown(NULL, table_size, sizeof *table);
    memset(table, 0, table_size * sizeof *table);
    for (uint32_t k = 0; k < n; k++) {
      put_in_table(k);
    }
  }
  put_in_table(n);
  return n;
}

/* The node of the state that there is now. */
static uint32_t find(uint32_t parent, uint32_t choice)
{
  uint64_t key[2];
  key_of(&state, &known, key);
  for (uint64_t at = key[0] % table_size; table[at] != 0; at = (at + 1) % table_size) {
    const node *n = &nodes[table[at] - 1];
    if (n->key[0] == key[0] && n->key[1] == key[1]) {
      EXPECT("the machine is in one state where the core is", n->digest, machine_digest());
      return table[at] - 1;
    }
  }
  EXPECT("dxgmap_check", 1, dxgmap_check(&state, &scratch));
  return add(key, parent, choice, nodes[parent].depth + 1u);
}

static enum machine machine_of(const call *c)
{
  const dxgmap_start *start = c->operation == START ? &c->start : given_start(&known, c->adapter);
  if (start == NULL) {
    return MACHINES;
  }
  if (start->capability == DXGMAP_BY_MDL) {
    return OF_MDLS;
  }
  return start->mode == DXGMAP_REMAPPING ? OF_ADLS_REMAPPING : OF_ADLS;
}

static void add_edge(uint32_t to)
{
  if (is_power_of_two(edge_count)) {
    edge = grown(edge, edge_count == 0 ? 1 : 2 * edge_count, sizeof *edge);
  }
  edge[edge_count++] = to;
}

static void expand(uint32_t n)
{
  given at = known;
  memcpy(&before, &state, sizeof before);
  machine_keep(0);
  uint32_t count = choices(&known, choice_of);
  nodes[n].edges = (uint32_t)edge_count;
  for (uint32_t k = 0; k < count; k++) {
    now = choice_of[k];
    check_at(n, k);
    enum machine machine = machine_of(&now);
    dxgmap_result r = step(&now);
    made++;
    coverage_count(&now, r.status, machine);
    if (r.status != DXGMAP_OK || now.operation == TRANSLATE) {
      EXPECT("nothing moved", 0, memcmp(&before, &state, sizeof state));
      nodes[n].staying++;
      continue;
    }
    add_edge(find(n, k));
    nodes[n].leaving++;
    memcpy(&state, &before, sizeof state);
    known = at;
    machine_return(0);
  }
}

/* How many sequences of exactly so many calls there are: of each state, those that lead to it. */
static void print_sequences(void)
{
  double *ways = grown(NULL, node_count, sizeof *ways);
  double *next = grown(NULL, node_count, sizeof *next);
  memset(ways, 0, node_count * sizeof *ways);
  ways[0] = 1;
  double all = 1;
  for (uint32_t far = 0; far < depth; far++) {
    memset(next, 0, node_count * sizeof *next);
    double sum = 0;
    for (uint32_t n = 0; n < node_count; n++) {
      next[n] += ways[n] * nodes[n].staying;
      for (uint32_t k = 0; k < nodes[n].leaving; k++) {
        next[edge[nodes[n].edges + k]] += ways[n];
      }
    }
    uint64_t states = 0;
    for (uint32_t n = 0; n < node_count; n++) {
      sum += next[n];
      states += nodes[n].depth <= far + 1;
    }
    all += sum;
    printf("depth %" PRIu32 ": %.0f sequences, %" PRIu64 " states so far\n", far + 1, sum, states);
    double *spare = ways;
    ways = next;
    next = spare;
  }
  printf("in all: %.4g sequences, %" PRIu32 " states, %" PRIu64 " edges\n", all, node_count, made);
  free(ways);
  free(next);
}

static void every_sequence_is_the_machines(void)
{
  uint64_t key[2];
  go_back_to_the_first();
  key_of(&state, &known, key);
  (void)add(key, 0, 0, 0);
  for (uint32_t n = 0; n < node_count && nodes[n].depth < depth; n++) {
    go_to(n);
    expand(n);
  }
  print_sequences();
}

static void print_the_call(void)
{
  perform_print(&now);
}

int main(int count, char **arguments)
{
  depth = count == 2 ? (uint32_t)strtoul(arguments[1], NULL, 10) : 0;
  if (depth < 1 || depth > DEPTH_MAX) {
    fprintf(stderr, "usage: explore DEPTH, 1 to %u\n", DEPTH_MAX);
    return 2;
  }
  uint64_t sizes[MACHINE_SIZES];
  numbers_sizes(sizes);
  machine_begin(sizes);
  for (uint32_t k = PLACES_LEFT; k < DXGMAP_ADAPTERS; k++) {
    first.adapter[k].generation = DXGMAP_GENERATION_MAX; /* none is left of this place */
  }
  harness_begin(NULL, print_the_call);
  RUN(every_sequence_is_the_machines);
  coverage_met();
  return harness_end();
}
