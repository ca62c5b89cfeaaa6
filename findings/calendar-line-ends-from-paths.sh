#!/usr/bin/env bash
# icalendar makes a line end of a backslash and a capital N in a text: a path such as D:\Notes\New loses both, whoever reads the file.
#
# What is said of evidence may name a folder of a shared disk. RFC 5545 (3.3.11) has a writer double each backslash:
#   icalendar 7.3.2   turns \N into a line end before it doubles backslashes (_escape_char); \n stays what it is;
#   vobject 0.9.9     doubles every backslash.
# A doubled one is read back by icalendar as it should be, so whoever writes the text himself loses nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2 vobject==0.9.9
cat >write.py <<'PY'
import icalendar
import vobject

TITLE = r"材料在 D:\Notes\news"

event = icalendar.Event()
event.add("summary", TITLE)
by_icalendar = event.to_ical().decode()
calendar = vobject.iCalendar()
calendar.add("vevent").add("summary").value = TITLE
by_vobject = calendar.serialize()

for name, text in (("icalendar", by_icalendar), ("vobject", by_vobject)):
    line = next(one for one in text.splitlines() if one.startswith("SUMMARY"))
    read = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n")
    print(f"{name}: {line}, read as {str(read['summary'])!r}")
PY
cat >expected <<'END'
icalendar: SUMMARY:材料在 D:\notes\\news, read as '材料在 D:\notes\\news'
vobject: SUMMARY:材料在 D:\\Notes\\news, read as '材料在 D:\\Notes\\news'
END
venv/bin/python write.py >seen
diff expected seen
echo "as described:"
cat seen
