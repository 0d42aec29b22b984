/* SPDX-License-Identifier: MIT */
/* Lookups without a lock beside one writer: model/core/structures/translation.c, one block of it, and the wait of
   model/host/threads/readers.c. spec/protocol.md says what this shows and what it does not; tests/protocol/run.sh runs
   it.

   Memory is that of C11. All stores of the writer stand in a log, in program order, and none is ever lost. A load may
   yield any store to its place that is not older than one which the reader has to know of; what a reader has to know
   grows by acquire (of a store that is a release: all before it in the log) and by fences. So stores overtake each
   other unless a release orders them, loads unless an acquire does, and a load a store before it unless a fence does.

   SECTION       readers hold a section around lookup and copy, and changes wait for them; else bare lookups
   STOP          and at last the domain is withdrawn, as model/ddi/machine/lookup.c does it, and nobody may be in it
   afterwards BARE          ask bare lookups for R-BARE alone
   STEPS         each store of the writer is a step; else all of a change are one, which is the same in fewer states,
                 because a reader is free to miss the last ones
   Faults, each of which has to be found:
   NO_RELEASE    the word TABLE is stored without release
   NO_ACQUIRE    the word is loaded without acquire
   NO_SPLIT      a run becomes a table without a spill
   NO_CLEAN      an empty block becomes a table without a spill
   NO_CLEAR      unmapping a whole block leaves its word
   TABLE_FIRST   the word of the block is stored before the entries
   RETURN_FIRST  a change says that it has returned before it is made
   UNTOLD        the lookup begins after the return by the clock, but nothing told its thread of it
   NO_WAIT       a change returns without the wait
   WAIT_FIRST    it waits before the change is made
   NO_READER_FENCE, NO_WRITER_FENCE   no fence between the store and the load of enter and lookup, of change and wait
   LEAVE_EARLY   a section is left before the copy
   NO_WITHDRAW   the domain stops and is not withdrawn
   NO_ENTER      the copy is made without a section
   Another design, which holds: BARRIER, the writer runs the fences of all (membarrier), and the readers have none. */

#ifndef BLOCK
#define BLOCK 2 /* pages */
#endif
#ifndef READERS
#define READERS 2
#endif
#ifndef CHANGES
#define CHANGES 3
#endif
#ifndef SECTIONS
#define SECTIONS 2 /* of each reader */
#endif

#define EMPTY 0
#define TABLE 1
#define RUN 2

/* Places: the entries, then these. */
#define WORD BLOCK
#define RETURNED (BLOCK + 1)
#define WITHDRAWN (BLOCK + 2) /* not 0: the handle of the domain is taken away */

#define LOG (CHANGES * (BLOCK + 2) + 2)
#define WORDS (2 * SECTIONS + 1)

/* The log. Store 0 is what every place holds at first: 0. */
byte place[LOG];
byte value[LOG];
byte stores;

/* What is said of the writer, none of which a reader looks at. hist[c * BLOCK + l] is what page l is mapped to after
   change c: page + 1, or 0. Change c maps page l to c * BLOCK + l, or, page by page, to the same numbers backwards:
   never again to a page that it had. */
byte hist[(CHANGES + 1) * BLOCK];
byte begun;    /* changes */
byte returned; /* changes */

#ifdef SECTION
byte known[READERS];          /* what each reader has to know of the log */
bool own[READERS * WORDS];    /* what each reader has stored in its own word: no section, or one, none like another */
byte opened[READERS];         /* the last of these */
bool ended;                   /* the stop of the domain has returned */
byte fenced;                  /* what fences have passed on of the log, */
byte fenced_open[READERS];    /* and of the readers' words */
#endif

/* Whether page l was mapped to v after the change `since`, or after a later one that has begun. */
inline allowed(since)
{
  yes = false;
  k = since;
  do
  :: k > begun || yes -> break
  :: else -> yes = hist[k * BLOCK + l] == v; k++
  od;
  k = 0
}

inline store(p, what)
{
  atomic {
    stores++;
    place[stores] = p;
    value[stores] = what
  }
}

/* Any store to p that no store up to `oldest` has replaced. */
inline load(p, oldest)
{
  at = stores;
  do
  :: at > 0 && place[at] != p -> at--
  :: at > oldest && place[at] == p -> at--
  :: at == 0 || place[at] == p -> break
  od
}

/* ---- The writer: functions as in translation.c ---- */

inline fill(from, to, first)
{
  i = from;
  do
  :: i < to -> store(i, (first == 0 -> 0 : first + i - (from))); i++
  :: else -> i = 0; break
  od
}

/* The pages of a list that is no run: backwards. */
inline copy(from, to, first)
{
  i = from;
  do
  :: i < to -> store(i, first + to - 1 - i); i++
  :: else -> i = 0; break
  od
}

inline spill()
{
  if
#ifdef NO_SPLIT
  :: word >= RUN -> skip
#endif
#ifdef NO_CLEAN
  :: word == EMPTY -> skip
#endif
  :: else ->
     fill(0, lo, (word == EMPTY -> 0 : word - 1));
     fill(hi, BLOCK, (word == EMPTY -> 0 : word - 1 + hi))
  fi
}

inline publish()
{
  store(WORD, TABLE);
  word = TABLE
}

inline blocks(w)
{
  store(WORD, w);
  word = w
}

/* list: an entry each, of pages that are no run. v = 0: nothing. */
inline change()
{
  if
  :: hi - lo == BLOCK && !list ->
#ifdef NO_CLEAR
     if
     :: v == 0 -> skip
     :: else -> blocks(v - 1 + RUN)
     fi
#else
     blocks((v == 0 -> EMPTY : v - 1 + RUN))
#endif
  :: else ->
     split = word != TABLE;
#ifdef TABLE_FIRST
     if
     :: split -> spill(); publish()
     :: else
     fi;
#else
     if
     :: split -> spill()
     :: else
     fi;
#endif
     if
     :: list -> copy(lo, hi, v)
     :: else -> fill(lo, hi, v)
     fi;
#ifndef TABLE_FIRST
     if
     :: split -> publish()
     :: else
     fi;
#endif
     split = false
  fi
}

/* Any change, and what is to be true after it. */
inline choose()
{
  atomic {
    lo = 0;
    do
    :: lo < BLOCK - 1 -> lo++
    :: break
    od;
    hi = lo + 1;
    do
    :: hi < BLOCK -> hi++
    :: break
    od;
    begun++;
    if
    :: v = 0
    :: v = begun * BLOCK + lo
    :: hi - lo == BLOCK -> v = begun * BLOCK; list = true
    fi;
    i = 0;
    do
    :: i < BLOCK ->
       if
       :: i < lo || i >= hi -> hist[begun * BLOCK + i] = hist[(begun - 1) * BLOCK + i]
       :: else -> hist[begun * BLOCK + i] = (v == 0 -> 0 : (list -> v + hi - 1 - i : v + i - lo))
       fi;
       i++
    :: else -> break
    od;
    i = 0;
#ifdef RETURN_FIRST
    store(RETURNED, begun);
    returned = begun
#endif
  }
}

#ifdef SECTION
inline writer_fence()
{
  atomic {
    fenced = stores;
    i = 0;
    do
    :: i < READERS ->
#ifdef BARRIER
       fenced_open[i] = opened[i];
       known[i] = stores;
#endif
       seen[i] = (fenced_open[i] > seen[i] -> fenced_open[i] : seen[i]);
       i++
    :: else -> break
    od;
    i = 0
  }
}

/* Reads the word of each reader, and while that says the section which it said at first, reads it again. A read yields
   any store not older than one that the writer knows of; older ones are forgotten, for fewer states. */
inline wait()
{
#ifndef NO_WRITER_FENCE
  writer_fence();
#endif
  r = 0;
  do
  :: r < READERS ->
     atomic {
       do
       :: seen[r] < opened[r] -> seen[r]++
       :: break
       od;
       i = seen[r]
     };
     atomic {
       do
       :: !own[r * WORDS + i] || seen[r] > i -> break
       :: seen[r] < opened[r] -> seen[r]++
       od;
       i = seen[r];
       do
       :: i > 0 -> i--; own[r * WORDS + i] = false
       :: else -> break
       od;
       r++
     }
  :: else -> r = 0; break
  od
}
#endif

active proctype writer()
{
  byte word;  /* the block's, as the writer has it */
  bool split, list;
  byte lo, hi, v, i;
#ifdef SECTION
  byte r;
  byte seen[READERS]; /* of each reader's stores */
#endif

  do
  :: begun == CHANGES -> break
  :: begun < CHANGES ->
#ifdef STEPS
     choose();
     change();
#else
     atomic {
       choose();
#if defined(SECTION) && defined(WAIT_FIRST)
     };
     wait();
     atomic {
#endif
       change()
     };
#endif
#if defined(SECTION) && !defined(NO_WAIT) && !defined(WAIT_FIRST)
     wait();
#endif
     atomic {
#if !defined(RETURN_FIRST) && !defined(SECTION)
       store(RETURNED, begun);
#endif
       returned = begun;
#ifdef SECTION
       do /* nobody asks for what was before: fewer states */
       :: i < returned * BLOCK -> hist[i] = 0; i++
       :: else -> i = 0; break
       od;
#endif
       lo = 0;
       hi = 0;
       v = 0;
       list = false
     }
  od;
#ifdef STOP
#ifndef NO_WITHDRAW
  store(WITHDRAWN, 1);
#endif
#ifndef NO_WAIT
  wait();
#endif
  ended = true
#endif
}

/* ---- The readers ---- */

#ifndef SECTION

/* R-ANSWER: a lookup answers what the page was mapped to after a change whose return the reader was told of, or after
   a later one that has begun. R-BARE is this of a page number: none that was unmapped, or mapped over, before. */
active [READERS] proctype reader()
{
  byte l, at, least, first, v, k;
  bool yes;

end:
  do
  :: atomic {
       do
       :: l < BLOCK - 1 -> l++
       :: break
       od;
       load(RETURNED, 0);
       first = value[at];
#ifdef UNTOLD
       first = returned;
#else
       least = at
#endif
     };
     atomic {
       load(WORD, least);
       v = value[at];
#if !defined(NO_RELEASE) && !defined(NO_ACQUIRE)
       least = (v == TABLE && at > least -> at : least) /* the only word that is stored with release */
#endif
     };
     atomic {
       if
       :: v == EMPTY -> v = 0
       :: v == TABLE -> load(l, least); v = value[at]
       :: else -> v = v - 1 + l
       fi;
       allowed(first);
       assert(yes || v == 0); /* R-BARE */
#ifndef BARE
       assert(yes); /* R-ANSWER */
#endif
       l = 0;
       at = 0;
       least = 0;
       first = 0;
       v = 0;
       yes = false
     }
  od
}

#else

inline enter()
{
  atomic {
    opened[me]++;
    own[me * WORDS + opened[me]] = true;
#if !defined(NO_READER_FENCE) && !defined(BARRIER)
    fenced_open[me] = opened[me];
    known[me] = (fenced > known[me] -> fenced : known[me])
#endif
  }
}

inline leave()
{
  opened[me]++;
  own[me * WORDS + opened[me]] = false
}

active [READERS] proctype reader()
{
  byte me, n, l, at, v, k;
  bool yes;
#ifdef STOP
  bool gone;
#endif

  me = _pid - 1;
  do
  :: n == SECTIONS -> break
  :: n < SECTIONS ->
#ifndef NO_ENTER
     enter();
#endif
#ifdef STOP
     atomic {
       load(WITHDRAWN, known[me]);
       gone = value[at] != 0;
       at = 0
     };
     if
     :: gone ->
        atomic {
#if !defined(NO_ENTER)
          leave();
#endif
          n++
        };
        goto next
     :: else
     fi;
#endif
     atomic {
       do
       :: l < BLOCK - 1 -> l++
       :: break
       od;
       load(WORD, known[me]);
       v = value[at];
#if !defined(NO_RELEASE) && !defined(NO_ACQUIRE)
       known[me] = (v == TABLE && at > known[me] -> at : known[me])
#endif
     };
     atomic {
       if
       :: v == EMPTY -> v = 0
       :: v == TABLE -> load(l, known[me]); v = value[at]
       :: else -> v = v - 1 + l
       fi;
       at = 0;
#ifdef LEAVE_EARLY
       leave()
#endif
     };
     /* R-SECTION: the last access to the page is none to one that a change unmapped, or mapped over, and returned. */
     atomic {
       allowed(returned);
       assert(yes || v == 0);
#ifdef STOP
       assert(!ended);
#endif
#if !defined(NO_ENTER) && !defined(LEAVE_EARLY)
       leave();
#endif
       n++;
       l = 0;
       v = 0;
       yes = false
     };
#ifdef STOP
next:
     skip
#endif
  od
}

#endif
