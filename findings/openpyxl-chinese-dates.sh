#!/usr/bin/env bash
# openpyxl 3.1.5 takes Excel's built-in East Asian dates for plain numbers, where calamine reads them as days.
#
# A cell that a Chinese Excel or WPS shows as 2025年6月30日 may have no format of its own in the file, just the number of a built-in one: 27 to 36 and
# 50 to 58 are dates in East Asian versions, as the standard lists them. One and the same workbook:
#   python-calamine 0.9.1   gives the day for each of them;
#   openpyxl 3.1.5          gives 45838, with the format General and is_date False: a deadline becomes a number, without a warning;
#   saved by openpyxl       the file still has the formats; only who reads or copies number_format has lost them.
# Formats that are written out (yyyy"年"m"月", [DBNum1]…) and the built-in 14 are dates for both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 XlsxWriter==3.3.1
cat >read.py <<'PY'
import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

JUNE_30 = 45838
FORMATS = (14, 27, 31, 36, 50, 57, 58, 'yyyy"年"m"月"')
with xlsxwriter.Workbook("ledger.xlsx") as book:
    sheet = book.add_worksheet()
    for row, form in enumerate(FORMATS):
        sheet.write_number(row, 0, JUNE_30, book.add_format({"num_format": form}))

def by_calamine(name):
    return [row[0] for row in CalamineWorkbook.from_path(name).get_sheet_by_index(0).to_python()]

loaded = openpyxl.load_workbook("ledger.xlsx")
loaded.save("saved.xlsx")
before, after = by_calamine("ledger.xlsx"), by_calamine("saved.xlsx")
for row, form in enumerate(FORMATS):
    cell = loaded.active.cell(row + 1, 1)
    value = cell.value if isinstance(cell.value, int) else cell.value.date()
    print(f"{form}: openpyxl {value} ({cell.number_format}); calamine {before[row]}, after openpyxl has saved it {after[row]}")
PY
cat >expected <<'END'
14: openpyxl 2025-06-30 (mm-dd-yy); calamine 2025-06-30, after openpyxl has saved it 2025-06-30
27: openpyxl 45838 (General); calamine 2025-06-30, after openpyxl has saved it 2025-06-30
31: openpyxl 45838 (General); calamine 2025-06-30, after openpyxl has saved it 2025-06-30
36: openpyxl 45838 (General); calamine 2025-06-30, after openpyxl has saved it 2025-06-30
50: openpyxl 45838 (General); calamine 2025-06-30, after openpyxl has saved it 2025-06-30
57: openpyxl 45838 (General); calamine 2025-06-30, after openpyxl has saved it 2025-06-30
58: openpyxl 45838 (General); calamine 2025-06-30, after openpyxl has saved it 2025-06-30
yyyy"年"m"月": openpyxl 2025-06-30 (yyyy"年"m"月"); calamine 2025-06-30, after openpyxl has saved it 2025-06-30
END
venv/bin/python read.py >seen
diff expected seen
echo "as described:"
cat seen
