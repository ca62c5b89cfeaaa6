#!/usr/bin/env bash
# One last day in one calendar file: khal shows an event that ends on 31 December on that day, todoman shows the to-do that is due then on 1 January.
#
# 2025年12月31日前 includes the 31st. The end of a whole day is exclusive in RFC 5545: 3.6.1 says so of DTEND, and 3.8.2.3 explains DUE;VALUE=DATE:20070501
# of a to-do as "before May 1st". So both have to be written as 20260101. Two programs of one family (pimutils), on one library (icalendar), read that as:
#   khal 0.14.0      2025-12-31 to 2025-12-31: the day before DTEND;
#   todoman 4.6.0    2026-01-01: DUE as it stands, in the list and as the first moment of that day in its JSON.
# A to-do is thus shown a day late. Written as 20251231 it would be right there, and a day early wherever the
# standard is followed. Saving in todoman keeps the day as it was written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check khal==0.14.0 todoman==4.6.0 icalendar==7.3.2
export TZ=Asia/Shanghai LC_ALL=C.UTF-8
mkdir -p plans/list
cat >plans/list/todo.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//plans//ZH
BEGIN:VTODO
UID:todo-7
DTSTAMP:20251201T000000Z
SUMMARY:7 提升城乡污水处理成效
DUE;VALUE=DATE:20260101
END:VTODO
END:VCALENDAR
ICS
sed -e 's/VTODO/VEVENT/; s/todo-7/event-7/; s/^DUE;/DTSTART;VALUE=DATE:20251231\nDTEND;/' plans/list/todo.ics >event.ics
cat >todoman.py <<END
path = "$folder/plans/*"
cache_path = "$folder/cache.sqlite3"
date_format = "%Y-%m-%d"
END
cat >khal.conf <<END
[calendars]
[[plans]]
path = $folder/plans/list
[locale]
longdateformat = %Y-%m-%d
dateformat = %Y-%m-%d
[sqlite]
path = $folder/khal.db
END
{
    echo "khal: $(venv/bin/khal -c khal.conf printics --format '{start-date-long} to {end-date-long}' event.ics | tail -n 1)"
    echo "todoman: $(venv/bin/todo --config todoman.py list | grep -o '20[0-9-]*')"
    venv/bin/todo --config todoman.py --porcelain list | grep -o '"due": [0-9]*'
    venv/bin/todo --config todoman.py edit 1 --priority low >/dev/null
    grep '^DUE' plans/list/todo.ics | tr -d '\r'
} >seen
cat >expected <<'END'
khal: 2025-12-31 to 2025-12-31
todoman: 2026-01-01
"due": 1767196800
DUE;VALUE=DATE:20260101
END
diff expected seen
echo "as described:"
cat seen
