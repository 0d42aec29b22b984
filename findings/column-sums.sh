#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# datamash 1.7 and numsum of num-utils 0.5 (Debian 12: datamash 1.7-2, num-utils 0.5-15).
#
# Both sum up and compare columns of numbers in a pipe. One would guess that the largest of some numbers is one of them,
# and that a number is either read or refused.
# - datamash writes 14 digits. The max, min, mode or median of 15 digits or more is a number that is not in the column
#   (nanoseconds since 1970 have 19, an id easily more), and no line is found by it. It reckons with 19 digits, as
#   --format %.0f shows, and `first`, `last` and `unique` keep the text. Its manual says that --format is there, not
#   what is written without it.
# - numsum reads a number to its first character that is no digit or point: 1e3 is 1, 2.5e-3 is 2.5, 1,000 is 1.
#   numaverage and numbound do the same, without a word and with exit status 0.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs datamash=1.7-2 num-utils=0.5-15

clock='1700000000123456788\n1700000000123456789\n1700000000123456789\n'
for operation in max mode median; do
  # shellcheck disable=SC2059
  same "datamash $operation of nanoseconds" 1.7000000001235e+18 "$(printf "$clock" | datamash $operation 1)"
done
# shellcheck disable=SC2059
same 'datamash last' 1700000000123456789 "$(printf "$clock" | datamash last 1)"
# shellcheck disable=SC2059
same 'datamash max, --format' 1700000000123456789 "$(printf "$clock" | datamash --format %.0f max 1)"
same 'datamash sum of bytes' 1.2345678901234e+14 "$(echo 123456789012345 | datamash sum 1)"

same 'numsum, 1000 + 2' 1002 "$(printf '1000\n2\n' | numsum)"
same 'numsum, 1e3 + 2' 3 "$(printf '1e3\n2\n' | numsum)"
same 'numsum, 2.5e-3' 2.5 "$(echo 2.5e-3 | numsum)"
same 'numbound, the largest of 1e3 and 2' 2 "$(printf '1e3\n2\n' | numbound)"
same 'numaverage of 1e3 and 2' 1.5 "$(printf '1e3\n2\n' | numaverage)"
verdict
