#!/usr/bin/env bash
# openpyxl 3.1.5 reads a line end that came from an old form, and the letters "_x000D_" that somebody typed, as the same text.
#
# In an .xlsx a character that XML cannot hold stands as _xHHHH_, and an underscore that would begin such a sign as _x005F_. A note with a carriage
# return (pasted from a form of Windows) and a note that quotes the letters _x000D_ are thus two different texts in the file. python-calamine 0.9.1
# gives both as they were written. openpyxl takes the _x005F_ away but leaves the escaped return as its seven letters: the two can no longer be told
# apart, and a ledger that is read, compared and written again changes. Letters that are no such sign (_x5F20 without its end) are left alone by both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 XlsxWriter==3.3.1
cat >escapes.py <<'PY'
import xlsxwriter
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

TEXTS = ["第一行\r第二行", "第一行_x000D_第二行", "编号_x5F20"]
with xlsxwriter.Workbook("notes.xlsx") as book:
    sheet = book.add_worksheet()
    for row, text in enumerate(TEXTS):
        sheet.write_string(row, 0, text)
theirs = [cell.value for cell in load_workbook("notes.xlsx").active["A"]]
calamine = [row[0] for row in CalamineWorkbook.from_path("notes.xlsx").get_sheet_by_index(0).to_python()]
for text, one, other in zip(TEXTS, theirs, calamine, strict=True):
    print(f"{text!r}: openpyxl {one!r}; calamine {other!r}")
PY
cat >expected <<'END'
'第一行\r第二行': openpyxl '第一行_x000D_第二行'; calamine '第一行\r第二行'
'第一行_x000D_第二行': openpyxl '第一行_x000D_第二行'; calamine '第一行_x000D_第二行'
'编号_x5F20': openpyxl '编号_x5F20'; calamine '编号_x5F20'
END
venv/bin/python escapes.py >seen
diff expected seen
echo "as described:"
cat seen
