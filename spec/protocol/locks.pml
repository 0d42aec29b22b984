/* SPDX-License-Identifier: MIT */
/* The locks of the machine and of its parts: model/host/threads/sync.c, and the calls that go in by them,
   model/ddi/call/call.c. spec/locks.md says what this shows and what it does not; tests/protocol/run.sh runs it.

   Each part has threads that call on its adapter: under the lock of the part, and if that does not do, anew under that
   of the machine. Another thread starts and stops adapters, forks, and does whatever else the machine's lock is for.
   None of them ever ends, so the search is of all schedules. Memory is that of locks: what is written under one is seen
   under it.

   K-ALONE   a call under the lock of a part is alone in it, and no call is under the machine's then
   K-OPEN    the part's adapter is started then
   K-FORK    when the process is copied no lock is another thread's
   and nobody is stuck for ever.

   Faults, each of which has to be found:
   KEEPS_PART     a call that is made anew keeps the lock of the part
   PARTS_FIRST    the machine's lock is taken after those of parts
   NO_CHECK       who gets the lock of a part does not look whether the part is open
   CHECK_BEFORE   it looks before it gets the lock, and not after
   MISSES_PART    the lock of the machine is taken without that of the last part
   OPENS_EARLY    a part is open at once when its adapter starts, and not when the lock of the machine is given back
   STAYS_OPEN     a stop leaves the part open
   CLOSES_LATE    a stop gives the lock of the part back, and then closes the part
   FORKS_OPEN     a fork takes the locks of open parts alone */

#define PARTS 2
#ifndef CALLERS
#define CALLERS 2 /* the first of part 0, the next of part 1, and so on */
#endif

#define FREE 255

byte machine = FREE;         /* who has the lock */
byte part[PARTS] = FREE;     /* likewise */
bool is_open[PARTS];            /* looked at under the lock of the part */
bool taken[PARTS];           /* the machine's lock goes with the part's; guarded by the machine's */
bool newly[PARTS];           /* likewise: open when that is given back */
bool started[PARTS];         /* its adapter */

byte in_part[PARTS];         /* calls under its lock */
byte in_machine;             /* and under the machine's */

inline take(lock)
{
  atomic { lock == FREE -> lock = _pid }
}

inline lock_machine()
{
#ifndef PARTS_FIRST
  take(machine);
#endif
  j = 0;
  do
#ifdef MISSES_PART
  :: j < PARTS - 1 && taken[j] -> take(part[j]); j++
  :: j == PARTS - 1 && taken[j] -> j++
#else
  :: j < PARTS && taken[j] -> take(part[j]); j++
#endif
  :: j < PARTS && !taken[j] -> j++
  :: j == PARTS -> break
  od;
#ifdef PARTS_FIRST
  take(machine);
#endif
  in_machine++;
  j = 0
}

/* What has started has its part from now on, whose lock is not held here. */
inline open_newly()
{
  j = 0;
  do
  :: j < PARTS && newly[j] -> newly[j] = false; taken[j] = true; is_open[j] = true; j++
  :: j < PARTS && !newly[j] -> j++
  :: j == PARTS -> break
  od
}

inline unlock_machine()
{
  j = 0;
  do
  :: j < PARTS && part[j] == _pid -> part[j] = FREE; j++
  :: j < PARTS && part[j] != _pid -> j++
  :: j == PARTS -> break
  od;
  j = 0;
  machine = FREE
}

/* What a call does under the lock of a part, as two moments, so that others may come in between. */
inline call_in_part()
{
  in_part[me]++;
  K_ALONE = in_part[me] == 1 && in_machine == 0;
  assert(K_ALONE);
  K_OPEN = started[me];
  assert(K_OPEN);
  in_part[me]--
}

inline call_in_machine()
{
  K_ALONE = in_machine == 1 && in_part[0] == 0 && in_part[1] == 0;
  assert(K_ALONE)
}

active [CALLERS] proctype caller()
{
  byte me, j;
  bool K_ALONE, K_OPEN, anew;

  me = _pid % PARTS;
end:
  do
  :: anew = false;
#ifdef CHECK_BEFORE
     anew = !is_open[me];
     if
     :: !anew -> take(part[me])
     :: else
     fi;
#else
     take(part[me]);
#ifndef NO_CHECK
     anew = !is_open[me];
#endif
#endif
     if
     :: anew ->
        if
        :: part[me] == _pid -> part[me] = FREE
        :: else
        fi
     :: else ->
        call_in_part();
        if /* it did not do, or it did */
        :: anew = true
        :: anew = false
        fi;
#ifdef KEEPS_PART
        if
        :: anew
        :: else -> part[me] = FREE
        fi
#else
        part[me] = FREE
#endif
     fi;
     if
     :: anew -> lock_machine(); call_in_machine(); in_machine--; unlock_machine()
     :: else
     fi
  od
}

active proctype harness()
{
  byte j, k;
  bool K_ALONE, K_FORK;

end:
  do
  :: lock_machine();
     k = 0;
     if
     :: k = 1
     :: k = 0
     fi;
     call_in_machine();
     if
     :: !started[k] ->
        started[k] = true;
#ifdef OPENS_EARLY
        taken[k] = true;
        is_open[k] = true
#else
        newly[k] = true
#endif
     :: started[k] ->
        started[k] = false;
#ifndef STAYS_OPEN
        taken[k] = false;
#ifdef CLOSES_LATE
        part[k] = FREE;
        is_open[k] = false
#else
        is_open[k] = false;
        part[k] = FREE
#endif
#endif
     :: skip /* anything else */
     :: j = 0; /* a fork */
        do
        :: j < PARTS ->
#ifndef FORKS_OPEN
           if
           :: !taken[j] -> take(part[j])
           :: else
           fi;
#endif
           j++
        :: else -> break
        od;
        K_FORK = (machine == _pid && (part[0] == _pid || part[0] == FREE) && (part[1] == _pid || part[1] == FREE));
        assert(K_FORK)
     fi;
     call_in_machine();
     in_machine--;
     open_newly();
     unlock_machine()
  od
}
