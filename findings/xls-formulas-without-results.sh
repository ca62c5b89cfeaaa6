#!/usr/bin/env bash
# A formula that xlwt writes into an .xls is an empty text for whoever reads the file without working it out, and nothing tells it from one whose result is empty.
#
# xlwt writes "empty text" as the result of each formula and asks Excel to work it out when the file is opened. Excel and LibreOffice show 2 and 甲乙:
#   xlrd 2.0.2              gives a text cell with '' for both; it keeps no formulas, so ="" looks the same;
#   python-calamine 0.9.1   gives '' for both.
# An .xlsx that no program has worked out has no value at all at such a place, which a reader can tell. So a table that a script made has no dates or
# numbers where it had formulas, and no reader says so: save it once in Excel, WPS or LibreOffice.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check xlwt==1.3.0 xlrd==2.0.2 python-calamine==0.9.1
cat >read.py <<'PY'
import xlrd
import xlwt
from python_calamine import CalamineWorkbook

book = xlwt.Workbook()
sheet = book.add_sheet("a")
for at, formula in enumerate(("1+1", '"甲"&"乙"', '""')):
    sheet.write(0, at, xlwt.Formula(formula))
book.save("made.xls")

row = xlrd.open_workbook("made.xls").sheet_by_index(0).row(0)
print("xlrd:", [(cell.ctype, cell.value) for cell in row])
print("calamine:", CalamineWorkbook.from_path("made.xls").get_sheet_by_index(0).to_python(skip_empty_area=False))
PY
cat >expected <<'END'
xlrd: [(1, ''), (1, ''), (1, '')]
calamine: [['', '', '']]
END
venv/bin/python read.py >seen
diff expected seen
echo "as described:"
cat seen
