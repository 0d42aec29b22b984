#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# ddiff of dateutils 0.4.10 (Debian 12, dateutils 0.4.10-1).
#
# `ddiff -f '%m %d'` is the time between two dates in months and days. One would guess that the days are less than a
# month. From the last days of a month to the first or second of March they are 62 or 63, as if -2 or -1, which is what
# is left from a day that February does not have, were kept in six bits without a sign. From 2023-01-31 to 2023-03-01
# are "1 month and 62 days", and 29 days by `%d` alone; it is so from a start years before, and with a time of day. Of
# the pairs of a day of 2024 and one of 2025 one in 5000 is wrong, which a test with dates at random may well miss.
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "$0")/common.sh"
debs dateutils=0.4.10-1

months() { dateutils.ddiff "$1" "$2" -f '%m months %d days'; }
same 'from 2023-01-28 to 2023-03-01' '1 months 1 days' "$(months 2023-01-28 2023-03-01)"
same 'from 2023-01-30 to 2023-03-01' '1 months 63 days' "$(months 2023-01-30 2023-03-01)"
same 'from 2023-01-31 to 2023-03-01' '1 months 62 days' "$(months 2023-01-31 2023-03-01)"
same 'from 2023-01-31 to 2023-03-02' '1 months 63 days' "$(months 2023-01-31 2023-03-02)"
same 'from 2023-01-31 to 2023-03-03' '1 months 0 days' "$(months 2023-01-31 2023-03-03)"
same 'from 2023-12-31 to 2024-03-01' '2 months 63 days' "$(months 2023-12-31 2024-03-01)"
same 'from 2000-08-31 to 2023-03-01' '270 months 62 days' "$(months 2000-08-31 2023-03-01)"
same 'in days alone' '29 days' "$(dateutils.ddiff 2023-01-31 2023-03-01 -f '%d days')"
same 'with hours' '1 months 62 days 2 hours' \
  "$(dateutils.ddiff 2023-01-31T10:00:00 2023-03-01T12:00:00 -f '%m months %d days %H hours')"
same 'the start, and as much added' 2023-05-01 "$(dateutils.dadd 2023-01-31 +1mo62d)"

# Of the pairs of a day of 2024 and one of 2025, those with more than 31 days beside the months.
dateutils.dseq 2025-01-01 2025-12-31 >ends
for start in $(dateutils.dseq 2024-01-01 2024-12-31); do
  dateutils.ddiff "$start" -f '%m %d' <ends
done >all
same 'pairs of days, and those that are wrong' '133590, 25' \
  "$(awk '$2 > 31 { wrong++ } END { print NR ", " wrong }' all)"
verdict
