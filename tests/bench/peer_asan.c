/* SPDX-License-Identifier: MIT */
#include "peer_asan.h"
#include "measure.h"
#include "memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef BENCH_ASAN
#define BENCH_ASAN ""
#endif

static struct {
  FILE *ask, *answer;
  pid_t process;
} peer;

static void must(int good, const char *what)
{
  if (!good) {
    bench_fail(what, "ASan");
  }
}

int bench_asan_open(void)
{
  int ask[2];
  int answer[2];
  if (BENCH_ASAN[0] == '\0') {
    return 0;
  }
  fflush(stdout);
  must(pipe(ask) == 0 && pipe(answer) == 0, "no pipe");
  peer.process = fork();
  must(peer.process >= 0, "no process");
  if (peer.process == 0) {
    (void)dup2(ask[0], 0);
    (void)dup2(answer[1], 1);
    (void)close(ask[1]);
    (void)close(answer[0]);
    execl(BENCH_ASAN, BENCH_ASAN, (char *)NULL);
    _exit(1);
  }
  (void)close(ask[0]);
  (void)close(answer[1]);
  peer.ask = fdopen(ask[1], "w");
  peer.answer = fdopen(answer[0], "r");
  must(peer.ask != NULL && peer.answer != NULL, "no stream");
  return 1;
}

double bench_asan_pairs(void *context, uint64_t times)
{
  double took = 0;
  (void)context;
  fprintf(peer.ask, "%" PRIu64 "\n", times);
  fflush(peer.ask);
  must(fscanf(peer.answer, "%lf", &took) == 1, "the peer does not answer");
  return took;
}

void bench_asan_close(void)
{
  int status = 1;
  fclose(peer.ask);
  must(waitpid(peer.process, &status, 0) == peer.process && status == 0, "the peer fails");
  fclose(peer.answer);
}
