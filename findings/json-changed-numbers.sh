#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# cJSON 1.7.15 and json-c 0.16 (Debian 12: libcjson1 1.7.15-1+deb12u4, libjson-c5 0.16-2).
#
# A number that is read and written again is the same number, one would guess, as far as a double or a 64-bit integer
# holds it; and what none holds is refused or becomes a double.
# - cJSON writes 15 digits where they make almost the same double, and 17 only where they do not. One integer in five
#   from 2^52 to 2^53 moves by one, though a double holds each (nanoseconds get there in 52 days). 2^53-1, up to which
#   all JSON readers agree, becomes 9007199254740990. The largest double is written as a number beyond it, which
#   cJSON reads as infinity and writes as null.
# - json-c takes an integer beyond 64 bits for the nearest that it has, of type int, without an error, in strict mode
#   too: 24 digits become 2^64-1. The same number with ".0" behind it is kept to the last digit.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs libcjson-dev libcjson1 libjson-c-dev=0.16-2 libjson-c5=0.16-2

cat >cjson.c <<'C'
#include <cjson/cJSON.h>
#include <stdio.h>
int main(int count, char **words) {
  cJSON *value = count == 2 ? cJSON_Parse(words[1]) : cJSON_CreateRaw(cJSON_Version());
  puts(value != NULL ? cJSON_PrintUnformatted(value) : "refused");
  return 0;
}
C
cat >jsonc.c <<'C'
#include <json-c/json.h>
#include <stdio.h>
#include <string.h>
int main(int count, char **words) {
  struct json_tokener *reader = json_tokener_new();
  json_tokener_set_flags(reader, JSON_TOKENER_STRICT);
  json_object *value = count == 2 ? json_tokener_parse_ex(reader, words[1], (int)strlen(words[1]) + 1) : NULL;
  enum json_tokener_error error = json_tokener_get_error(reader);
  printf("%s %s\n", error == json_tokener_success ? json_type_to_name(json_object_get_type(value)) : "refused",
         json_object_to_json_string(value));
  return 0;
}
C
libraries=root/usr/lib/x86_64-linux-gnu
gcc -Iroot/usr/include cjson.c -o cjson $libraries/libcjson.so.1
gcc -Iroot/usr/include jsonc.c -o jsonc $libraries/libjson-c.so.5

same 'cJSON, version' 1.7.15 "$(./cjson)"
same 'cJSON, 2^52+1' 4503599627370497 "$(./cjson 4503599627370497)"
same 'cJSON, 2^52+3' 4.5035996273705e+15 "$(./cjson 4503599627370499)"
same 'cJSON, 5*10^15+1' 5e+15 "$(./cjson 5000000000000001)"
same 'cJSON, 2^53-1' 9.00719925474099e+15 "$(./cjson 9007199254740991)"
same 'cJSON, 0.1+0.2' 0.3 "$(./cjson 0.30000000000000004)"
largest=$(./cjson 1.7976931348623157e308)
same 'cJSON, the largest double' 1.79769313486232e+308 "$largest"
same 'cJSON, that read again' null "$(./cjson "$largest")"

same 'json-c, 2^64-1' 'int 18446744073709551615' "$(./jsonc 18446744073709551615)"
same 'json-c, 24 digits' 'int 18446744073709551615' "$(./jsonc 123456789012345678901234)"
same 'json-c, 24 digits, negative' 'int -9223372036854775808' "$(./jsonc -123456789012345678901234)"
same 'json-c, 24 digits and .0' 'double 123456789012345678901234.0' "$(./jsonc 123456789012345678901234.0)"
verdict
