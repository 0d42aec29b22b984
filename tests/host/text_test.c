/* SPDX-License-Identifier: MIT */
/* The writer of report text. */
#include "host/reports/demangle.h"
#include "machine.h"

#include <unistd.h>

static char all[4096];
static size_t all_length;

static void collect(void *context, const char *bytes, size_t length)
{
  CHECK(context == all);
  memcpy(all + all_length, bytes, length);
  all_length += length;
}

static void numbers_are_written_as_asked(void)
{
  dxgmap_host_text text;
  char string[128];
  dxgmap_host_text_to_string(&text, string, sizeof string);
  dxgmap_host_text_decimal(&text, 0);
  dxgmap_host_text_put(&text, " ");
  dxgmap_host_text_decimal(&text, UINT64_MAX);
  dxgmap_host_text_put(&text, " ");
  dxgmap_host_text_hex(&text, 0, 1);
  dxgmap_host_text_put(&text, " ");
  dxgmap_host_text_hex(&text, 0xbeef, 8);
  dxgmap_host_text_put(&text, " ");
  dxgmap_host_text_hex(&text, UINT64_MAX, 2);
  CHECK_TEXT("0 18446744073709551615 0x0 0x0000beef 0xffffffffffffffff", string);
}

static void a_string_is_cut_at_its_size(void)
{
  dxgmap_host_text text;
  char string[8];
  memset(string, 'x', sizeof string);
  dxgmap_host_text_to_string(&text, string, 6);
  CHECK_TEXT("", string);
  dxgmap_host_text_put(&text, "abc");
  dxgmap_host_text_put(&text, "defgh");
  dxgmap_host_text_put(&text, "ij");
  CHECK_TEXT("abcde", string);
  CHECK_EQ('x', string[6]);
  dxgmap_host_text_to_string(&text, string, 0);
  dxgmap_host_text_put(&text, "z");
  CHECK_EQ('a', string[0]);
}

static void a_sink_gets_everything_in_order(void)
{
  dxgmap_host_text text;
  char expected[3001];
  all_length = 0;
  dxgmap_host_text_to_sink(&text, collect, all);
  for (unsigned i = 0; i < 1000; i++) {
    char part[4] = {(char)('a' + i % 26), (char)('A' + i % 25), (char)('0' + i % 10), '\0'};
    memcpy(expected + 3 * i, part, 3);
    dxgmap_host_text_put(&text, part);
  }
  CHECK(all_length < 3000);
  dxgmap_host_text_flush(&text);
  dxgmap_host_text_flush(&text);
  CHECK_EQ(3000, all_length);
  CHECK(memcmp(all, expected, 3000) == 0);
}

static void a_descriptor_gets_everything(void)
{
  dxgmap_host_text text;
  int ends[2];
  ssize_t length;
  char got[16] = {0};
  CHECK_EQ(0, pipe(ends));
  dxgmap_host_text_to_descriptor(&text, ends[1]);
  dxgmap_host_text_put(&text, "leak ");
  dxgmap_host_text_decimal(&text, 42);
  dxgmap_host_text_flush(&text);
  length = read(ends[0], got, sizeof got - 1);
  CHECK_EQ(7, length);
  CHECK_TEXT("leak 42", got);
  (void)close(ends[0]);
  (void)close(ends[1]);
  dxgmap_host_text_put(&text, "to nowhere");
  dxgmap_host_text_flush(&text); /* gives up instead of trying for ever */
}

static void a_site_without_a_name_is_a_number(void)
{
  dxgmap_host_stack stack = {2, 0, {(void *)(uintptr_t)0x1000, NULL}};
  dxgmap_host_text text;
  char string[128];
  dxgmap_host_text_to_string(&text, string, sizeof string);
  dxgmap_host_text_stack(&text, "  ", &stack);
  CHECK_TEXT("  #0 ?+0x1000 (?)\n  #1 ?+0x0 (?)\n", string);
}

static void library_functions_have_names_too(void)
{
  dxgmap_host_stack stack = {1, 0, {(const char *)(uintptr_t)&write + 4}};
  dxgmap_host_text text;
  char string[256];
  dxgmap_host_text_to_string(&text, string, sizeof string);
  dxgmap_host_text_stack(&text, "", &stack);
  CHECK(strstr(string, "write+0x4") != NULL);
}

static void check_plain(const char *expected, const char *mangled)
{
  char plain[64];
  CHECK(dxgmap_host_demangle(mangled, plain, sizeof plain));
  CHECK_TEXT(expected, plain);
}

static void names_of_cxx_are_plain(void)
{
  static const char *const none[] = {"main",
                                     "",
                                     "_Z",
                                     "_Z9short",
                                     "_ZN6Device3Map",
                                     "_ZN6DeviceplERKS_",
                                     "_Z3mapIiEvT_",
                                     "_ZN1AI1BE3fooEv",
                                     "_ZN",
                                     "_ZNE",
                                     "_Z99999999999999999999x"};
  char plain[16];
  dxgmap_host_demangle_alone(true); /* as without the C++ runtime, which a sanitizer has */
  check_plain("map", "_Z3mapv");
  check_plain("map", "_ZL3mapPv");
  check_plain("Device::Map", "_ZN6Device3MapEyj");
  check_plain("Device::Size", "_ZNK6Device4SizeEv");
  check_plain("Device::Device", "_ZN6DeviceC1Ev");
  check_plain("gpu::Device::~Device", "_ZN3gpu6DeviceD2Ev");
  check_plain("(anonymous namespace)::start", "_ZN12_GLOBAL__N_15startEv");
  for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
    CHECK(!dxgmap_host_demangle(none[i], plain, sizeof plain));
  }
  CHECK(!dxgmap_host_demangle("_ZN6Device13MapAllThereIsEv", plain, sizeof plain)); /* no room */
  CHECK(!dxgmap_host_demangle("_Z3mapv", plain, 0));
  dxgmap_host_demangle_alone(false);
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(numbers_are_written_as_asked);
  RUN(a_string_is_cut_at_its_size);
  RUN(a_sink_gets_everything_in_order);
  RUN(a_descriptor_gets_everything);
  RUN(a_site_without_a_name_is_a_number);
  RUN(library_functions_have_names_too);
  RUN(names_of_cxx_are_plain);
  return harness_end();
}
