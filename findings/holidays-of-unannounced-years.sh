#!/usr/bin/env bash
# Of two libraries that know China's make-up days one invents the working days of a year that is not announced yet, the other refuses it.
#
# Which weekdays are off and which Saturdays are worked the State Council announces each autumn for the next year. For announced years the two agree on every
# single day, make-up Saturdays included. For 2027, not announced when both were published:
#   holidays 0.109          answers without a word: six days "(observed)" that nobody announced, and not one make-up day;
#   chinesecalendar 1.11.0  raises NotImplementedError.
# A deadline counted in working days is then wrong by up to a week with the first, and a program stops with the second unless it asks.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check holidays==0.109 chinesecalendar==1.11.0
cat >compare.py <<'PY'
from datetime import date, timedelta

import chinese_calendar
import holidays

china = holidays.China(years=range(2023, 2028))
days = [date(2023, 1, 1) + timedelta(n) for n in range(365 * 5 + 1)]
announced = [day for day in days if day.year < 2027]
differing = [day for day in announced if chinese_calendar.is_workday(day) != china.is_working_day(day)]
made_up = {year: sum(day.weekday() > 4 and china.is_working_day(day) for day in days if day.year == year) for year in (2025, 2026, 2027)}
print("days of 2023 to 2026 on which they differ:", len(differing))
print("weekend days worked, by holidays:", made_up)
print("invented:", [str(day) for day, name in sorted(china.items()) if day.year == 2027 and "observed" in name])
try:
    chinese_calendar.is_workday(date(2027, 2, 10))
except NotImplementedError as error:
    print("chinesecalendar:", error)
PY
venv/bin/python compare.py >seen
cat >expected <<'END'
days of 2023 to 2026 on which they differ: 0
weekend days worked, by holidays: {2025: 5, 2026: 6, 2027: 0}
invented: ['2027-02-09', '2027-02-10', '2027-05-03', '2027-05-04', '2027-10-04', '2027-10-05']
chinesecalendar: no available data for year 2027, only year between [2004, 2026] supported
END
diff expected seen
echo "as described:"
cat seen
