#!/usr/bin/env bash
# Of three Python libraries for calendar files only one keeps a Chinese title within the 75 octets of a line of RFC 5545.
#
# A reminder has a long title: 关于报送……进展情况的提醒. RFC 5545 (3.1) wants a line folded before the 76th octet, and a han is three octets:
#   icalendar 7.3.2   folds at 75 octets, between two characters;
#   vobject 0.9.9     folds by octets, but leaves every line of less than 75 characters alone: 50 han are one line of 158 octets;
#   ics 0.7.3         never folds, and leaves out DTSTAMP, which each event must have (icalendar leaves it to the caller).
# All three read each other's files, so the fault only shows in stricter programs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ics==0.7.3 icalendar==7.3.2 vobject==0.9.9
cat >write.py <<'PY'
from datetime import date

import icalendar
import ics
import vobject

TITLE = "关于报送空气质量提升行动计划重点任务进展情况的提醒" * 2

def by_icalendar():
    event = icalendar.Event()
    event.add("summary", TITLE)
    event.add("dtstart", date(2025, 6, 30))
    return event.to_ical().decode()

def by_vobject():
    calendar = vobject.iCalendar()
    calendar.add("vevent").add("summary").value = TITLE
    return calendar.serialize()

def by_ics():
    event = ics.Event(name=TITLE, begin="2025-06-30")
    event.make_all_day()
    return ics.Calendar(events=[event]).serialize()

for write in (by_icalendar, by_vobject, by_ics):
    text = write()
    longest = max(len(line.encode()) for line in text.splitlines())
    print(f"{write.__name__}: longest line {longest} octets, DTSTAMP {'DTSTAMP' in text}")
PY
cat >expected <<'END'
by_icalendar: longest line 74 octets, DTSTAMP False
by_vobject: longest line 158 octets, DTSTAMP True
by_ics: longest line 158 octets, DTSTAMP False
END
venv/bin/python write.py >seen
diff expected seen
echo "as described:"
cat seen
