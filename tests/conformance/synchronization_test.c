/* SPDX-License-Identifier: MIT */
/* Spin locks, events and fast mutexes: they raise the IRQL, exclude other threads, and are judged. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "expect.h"

#define ROUNDS 2000u
#define THREADS 4u

static KSPIN_LOCK sync_lock;
static FAST_MUTEX sync_mutex;
static uint32_t sync_count; /* under the spin lock */
static uint32_t sync_sum;   /* under the mutex */

static void sync_report(const char *detail)
{
  CHECK_EQ(1, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  CHECK_TEXT(detail, reports.detail);
  reports_forget();
}

static void spin_lock_raises_the_irql(void)
{
  PVOID view = NULL;
  KIRQL old = HIGH_LEVEL;
  machine_open();
  KeInitializeSpinLock(&sync_lock);
  reports_forget();
  KeAcquireSpinLock(&sync_lock, &old);
  CHECK_EQ(PASSIVE_LEVEL, old);
  CHECK_EQ(DISPATCH_LEVEL, KeGetCurrentIrql());
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL,
             dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  reports_forget();
  KeReleaseSpinLock(&sync_lock, old);
  CHECK_EQ(PASSIVE_LEVEL, KeGetCurrentIrql());
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, view));
  CHECK_EQ(0, sync_lock);
  machine_close();
}

static void spin_lock_is_judged(void)
{
  KIRQL old = HIGH_LEVEL;
  machine_open();
  KeInitializeSpinLock(&sync_lock);
  reports_forget();
  KeReleaseSpinLock(&sync_lock, PASSIVE_LEVEL);
  sync_report("this thread does not hold the lock");
  KeAcquireSpinLockAtDpcLevel(&sync_lock);
  sync_report("the IRQL is below DISPATCH_LEVEL");
  CHECK_EQ(0, sync_lock);
  KeAcquireSpinLock(&sync_lock, &old);
  CHECK_EQ(0, reports.count);
  KeAcquireSpinLockAtDpcLevel(&sync_lock);
  sync_report("this thread holds the lock already: it would wait for itself");
  KeReleaseSpinLock(&sync_lock, HIGH_LEVEL);
  sync_report("NewIrql is above the current IRQL");
  CHECK_EQ(DISPATCH_LEVEL, KeGetCurrentIrql());
  KeLowerIrql(PASSIVE_LEVEL);
  KeAcquireSpinLock(&sync_lock, &old);
  KeLowerIrql(PASSIVE_LEVEL);
  reports_forget();
  KeReleaseSpinLock(&sync_lock, PASSIVE_LEVEL);
  sync_report("the IRQL was lowered while the lock was held");
  CHECK_EQ(0, sync_lock);
  machine_close();
}

static void *sync_count_under_the_lock(void *context)
{
  (void)context;
  for (uint32_t i = 0; i < ROUNDS; i++) {
    KLOCK_QUEUE_HANDLE handle;
    KeAcquireInStackQueuedSpinLock(&sync_lock, &handle);
    sync_count++;
    KeReleaseInStackQueuedSpinLock(&handle);
    ExAcquireFastMutex(&sync_mutex);
    sync_sum += KeGetCurrentIrql();
    ExReleaseFastMutex(&sync_mutex);
  }
  return NULL;
}

static void locks_exclude_threads(void)
{
  pthread_t thread[THREADS];
  machine_open();
  KeInitializeSpinLock(&sync_lock);
  ExInitializeFastMutex(&sync_mutex);
  sync_count = 0;
  sync_sum = 0;
  reports_forget();
  for (uint32_t i = 0; i < THREADS; i++) {
    CHECK_EQ(0, pthread_create(&thread[i], NULL, sync_count_under_the_lock, NULL));
  }
  for (uint32_t i = 0; i < THREADS; i++) {
    CHECK_EQ(0, pthread_join(thread[i], NULL));
  }
  CHECK_EQ(THREADS * ROUNDS, sync_count);
  CHECK_EQ(THREADS * ROUNDS * APC_LEVEL, sync_sum);
  CHECK_EQ(0, reports.count);
  CHECK_EQ(0, sync_lock);
  CHECK_EQ(1, sync_mutex.Count);
  machine_close();
}

static void fast_mutex_is_judged(void)
{
  machine_open();
  ExInitializeFastMutex(&sync_mutex);
  reports_forget();
  ExReleaseFastMutex(&sync_mutex);
  sync_report("this thread does not have the mutex");
  ExAcquireFastMutex(&sync_mutex);
  CHECK_EQ(APC_LEVEL, KeGetCurrentIrql());
  CHECK_EQ(FALSE, ExTryToAcquireFastMutex(&sync_mutex));
  CHECK_EQ(0, reports.count);
  ExAcquireFastMutex(&sync_mutex);
  sync_report("this thread has the mutex already: it would wait for itself");
  ExReleaseFastMutex(&sync_mutex);
  CHECK_EQ(PASSIVE_LEVEL, KeGetCurrentIrql());
  CHECK_EQ(TRUE, ExTryToAcquireFastMutex(&sync_mutex));
  ExReleaseFastMutex(&sync_mutex);
  KIRQL old = irql_raise(DISPATCH_LEVEL);
  ExAcquireFastMutex(&sync_mutex);
  sync_report("the IRQL is above APC_LEVEL");
  KeLowerIrql(old);
  machine_close();
}

static void *sync_signal(void *context)
{
  CHECK_EQ(0, KeSetEvent((PKEVENT)context, IO_NO_INCREMENT, FALSE));
  return NULL;
}

/* So long a wait that its nanoseconds are more than 64 bits is one without end. */
static void events_are_waited_for_long(void)
{
  static const LONGLONG longest[] = {INT64_MIN, INT64_MIN + 1, -(INT64_MAX / 50), -((LONGLONG)1 << 60)};
  for (size_t i = 0; i < RTL_NUMBER_OF(longest); i++) {
    KEVENT event;
    LARGE_INTEGER timeout = {.QuadPart = longest[i]};
    pthread_t thread;
    machine_open();
    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    CHECK_EQ(0, pthread_create(&thread, NULL, sync_signal, &event));
    CHECK_EQ(STATUS_SUCCESS, KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &timeout));
    CHECK_EQ(0, pthread_join(thread, NULL));
    machine_close();
  }
}

static void events_are_waited_for(void)
{
  KEVENT event;
  LARGE_INTEGER now = {.QuadPart = 0};
  LARGE_INTEGER soon = {.QuadPart = -10000};
  pthread_t thread;
  machine_open();
  reports_forget();
  KeInitializeEvent(&event, SynchronizationEvent, FALSE);
  CHECK_EQ(STATUS_TIMEOUT, KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &now));
  CHECK_EQ(STATUS_TIMEOUT, KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &soon));
  CHECK_EQ(0, pthread_create(&thread, NULL, sync_signal, &event));
  CHECK_EQ(STATUS_SUCCESS, KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL));
  CHECK_EQ(0, pthread_join(thread, NULL));
  CHECK_EQ(0, KeReadStateEvent(&event));
  KeInitializeEvent(&event, NotificationEvent, TRUE);
  CHECK_EQ(STATUS_SUCCESS, KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL));
  CHECK_EQ(1, KeResetEvent(&event));
  CHECK_EQ(0, reports.count);
  KIRQL old = irql_raise(DISPATCH_LEVEL);
  CHECK_EQ(STATUS_TIMEOUT, KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &now));
  CHECK_EQ(0, reports.count);
  CHECK_EQ(STATUS_TIMEOUT, KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL));
  sync_report("at DISPATCH_LEVEL or above no thread may wait");
  KeLowerIrql(old);
  machine_close();
}

/* What DbgPrint writes, which goes to standard error. */
static void debug_printed(char *text, size_t size, FILE *file, int saved)
{
  (void)fflush(stderr);
  (void)dup2(saved, STDERR_FILENO);
  (void)close(saved);
  rewind(file);
  text[fread(text, 1, size - 1, file)] = '\0';
  (void)fclose(file);
}

static void debug_output_has_the_conversions_of_windows(void)
{
  static WCHAR wide[] = {'w', 'i', 'd', 'e', 0};
  char text[256];
  UNICODE_STRING counted;
  FILE *file = tmpfile();
  CHECK(file != NULL);
  (void)fflush(stderr);
  int saved = dup(STDERR_FILENO);
  (void)dup2(fileno(file), STDERR_FILENO);
  RtlInitUnicodeString(&counted, wide);
  DbgPrint("%d %lu 0x%08lX %I64x %hd %s|%-4s|%*d %ws %S %wZ %c %%\n", -5, 7u, 0xABCDu, 0x123456789ABCull, -2, "text",
           "ab", 4, 9, wide, wide, &counted, 'c');
  DbgPrintEx(DPFLTR_IHVVIDEO_ID, DPFLTR_ERROR_LEVEL, "%p\n", (void *)0x1F);
  debug_printed(text, sizeof(text), file, saved);
  CHECK_TEXT("-5 7 0x0000ABCD 123456789abc -2 text|ab  |   9 wide wide wide c %\n1F\n", text);
}

/* Standard error goes to a file, until debug_printed. */
static int debug_begin(FILE **file)
{
  *file = tmpfile();
  CHECK(*file != NULL);
  (void)fflush(stderr);
  int saved = dup(STDERR_FILENO);
  (void)dup2(fileno(*file), STDERR_FILENO);
  return saved;
}

static void debug_expect_number(const char *format, uint64_t number)
{
  char expected[600];
  char text[600];
  FILE *file;
  int saved = debug_begin(&file);
  DbgPrint(format, number);
  debug_printed(text, sizeof(text), file, saved);
  (void)snprintf(expected, sizeof(expected), format, number);
  CHECK_TEXT(expected, text);
}

static void debug_expect_string(const char *expected, const char *format, int first, const char *string)
{
  char text[600];
  FILE *file;
  int saved = debug_begin(&file);
  DbgPrint(format, first, string);
  debug_printed(text, sizeof(text), file, saved);
  CHECK_TEXT(expected, text);
}

/* What C has a meaning for is printed as C does; what is beyond, as Windows says, or harmlessly. */
static void debug_output_is_that_of_printf(void)
{
  static const char *const formats[] = {
      "%lld|",    "%+lld|",   "% lld|",     "%5lld|",    "%-5lld|",   "%05lld|",  "%+05lld|",
      "%.0lld|",  "%.4lld|",  "%8.4lld|",   "%-8.4lld|", "%08.4lld|", "%llu|",    "%llx|",
      "%llX|",    "%#llx|",   "%#llX|",     "%#010llx|", "%#-10llx|", "%llo|",    "%#llo|",
      "%#.3llo|", "%#.0llo|", "%30.24lld|", "%-+30lld|", "%1.1llu|",  "%500lld|", "%.400llx|",
  };
  static const uint64_t numbers[] = {0, 1, 7, 8, 42, 123456789, INT64_MAX, (uint64_t)1 << 63, UINT64_MAX};
  machine_open();
  for (size_t i = 0; i < RTL_NUMBER_OF(formats); i++) {
    for (size_t k = 0; k < RTL_NUMBER_OF(numbers); k++) {
      debug_expect_number(formats[i], numbers[k]);
    }
  }
  debug_expect_string("[abc]", "[%.*s]", -1, "abc");
  debug_expect_string("[ab]", "[%.*s]", 2, "abc");
  debug_expect_string("[abc  ]", "[%*s]", -5, "abc");
  debug_expect_string("[  abc]", "[%*s]", 5, "abc");
  CHECK_EQ(0, reports.count);
  machine_close();
}

void synchronization_tests(void);
void synchronization_tests(void)
{
  RUN(spin_lock_raises_the_irql);
  RUN(spin_lock_is_judged);
  RUN(locks_exclude_threads);
  RUN(fast_mutex_is_judged);
  RUN(events_are_waited_for);
  RUN(events_are_waited_for_long);
  RUN(debug_output_has_the_conversions_of_windows);
  RUN(debug_output_is_that_of_printf);
}
