#!/usr/bin/env bash
# pdfplumber 0.11.10 misses rows of a ruled table on a page that pypdf 7.1.1 has turned.
#
# A wide task table is set on a landscape page; programs that put files together make an upright page with /Rotate 90 of it. pypdf turns by
# Transformation().rotate(90), which writes 0.00000000000000006123234 where a nought is meant. One table of six rows, drawn by reportlab:
#   as it is         six rows;
#   turned           viewers show it as before, pdfplumber has all its words upright and at their places, and all thirteen lines; but the two ends of a
#                    level line are some 6e-14 points apart, and it takes a line for level only where both are equal to the last bit. Most level
#                    lines count as upright, and find_tables() and extract_tables() give fewer rows, without a warning.
# Who reads such pages makes the ends of a line equal (page.objects["line"]) before tables are looked for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pdfplumber==0.11.10 pypdf==7.1.1 reportlab==4.4.4
cat >read.py <<'PY'
import logging

import pdfplumber
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import RectangleObject
from reportlab.pdfgen.canvas import Canvas

logging.getLogger("pdfminer").setLevel(logging.ERROR)
HEIGHTS = (102.05, 119.85, 223.85, 293.35, 380.05, 466.85, 536.35)
PLACES = (84.6, 207.0, 329.4, 451.8, 574.2, 696.6)

page = Canvas("plan.pdf", pagesize=(792, 612))
for height in HEIGHTS:
    page.line(PLACES[0], 612 - height, PLACES[-1], 612 - height)
for place in PLACES:
    page.line(place, 612 - HEIGHTS[0], place, 612 - HEIGHTS[-1])
for row, height in enumerate(HEIGHTS[:-1]):
    for column, place in enumerate(PLACES[:-1]):
        page.drawString(place + 3, 612 - height - 12, f"{row}{column}")
page.save()

turned = PdfWriter()
sheet = turned.add_page(PdfReader("plan.pdf").pages[0])
sheet.add_transformation(Transformation().rotate(90).translate(612, 0))
sheet.mediabox = RectangleObject((0, 0, 612, 792))
sheet.rotate(90)
turned.write("turned.pdf")

def told(page):
    rows = [len(table.rows) for table in page.find_tables()]
    return f"words {len(page.extract_words())}, lines {len(page.lines)}, rows of tables {rows}"

print("as it is", told(pdfplumber.open("plan.pdf").pages[0]), sep=": ")
print("turned", told(pdfplumber.open("turned.pdf").pages[0]), sep=": ")
page = pdfplumber.open("turned.pdf").pages[0]
for line in page.objects["line"]:
    for one, other in (("top", "bottom"), ("x0", "x1")):
        if abs(line[one] - line[other]) < 1e-3:
            line[other] = line[one]
print("turned, ends made equal", told(page), sep=": ")
PY
cat >expected <<'END'
as it is: words 30, lines 13, rows of tables [6]
turned: words 30, lines 13, rows of tables [1]
turned, ends made equal: words 30, lines 13, rows of tables [6]
END
venv/bin/python read.py >seen
diff expected seen
echo "as described:"
cat seen
