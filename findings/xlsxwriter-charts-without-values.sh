#!/usr/bin/env bash
# A chart of XlsxWriter 3.3.1 has the values that it shows in the file, but not where the workbook is written in constant memory.
#
# A chart in an .xlsx refers to cells and keeps a copy of their values, from which viewers draw that do not read the sheet (previews of mail and file
# managers, programs that convert charts alone). XlsxWriter fills the copy from the cells written before. With constant_memory, which a long ledger
# asks for, those cells are on the disk already when the chart is put together: the copy is left out without a warning, and the chart is right only
# in a program that reckons it anew. The series' own values can be given in `categories_data` and `values_data`, which the documentation does not name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check XlsxWriter==3.3.1
cat >chart.py <<'PY'
import re
import zipfile

import xlsxwriter

ROWS = [("市水利局", 40), ("市工信局", 75)]


def copied(name, lean, **data):
    with xlsxwriter.Workbook(name, {"constant_memory": lean}) as book:
        sheet = book.add_worksheet("各单位")
        for row, (department, rate) in enumerate(ROWS):
            sheet.write_string(row, 0, department)
            sheet.write_number(row, 1, rate)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"categories": ["各单位", 0, 0, 1, 0], "values": ["各单位", 0, 1, 1, 1], **data})
        book.add_worksheet("图表").insert_chart("A1", chart)
    with zipfile.ZipFile(name) as package:
        return re.findall("<c:v>([^<]*)</c:v>", package.read("xl/charts/chart1.xml").decode())


print("as usual:", copied("usual.xlsx", False))
print("constant memory:", copied("lean.xlsx", True))
given = {"categories_data": [name for name, _ in ROWS], "values_data": [rate for _, rate in ROWS]}
print("constant memory, values given:", copied("given.xlsx", True, **given))
PY
cat >expected <<'END'
as usual: ['市水利局', '市工信局', '40', '75']
constant memory: []
constant memory, values given: ['市水利局', '市工信局', '40', '75']
END
venv/bin/python chart.py >seen
diff expected seen
echo "as described:"
cat seen
