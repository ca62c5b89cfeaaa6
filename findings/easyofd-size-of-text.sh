#!/usr/bin/env bash
# easyofd 0.5.6 writes the size of a text as `size`, while GB/T 33190 and its own reader have `Size`.
#
# An office that turns a PDF with text into an OFD by easyofd (pdf2ofd with optional_text) gets a file that easyofd itself cannot read,
# and in which a reader that goes by the standard finds texts without a size. plantui's reader takes either spelling.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet easyofd==0.5.6 reportlab==5.1.0
cat >turn.py <<'PY'
import base64, io, re, zipfile

from loguru import logger

logger.remove()
from easyofd import OFD
from reportlab.pdfgen.canvas import Canvas

page = io.BytesIO()
canvas = Canvas(page)
canvas.drawString(80, 700, "Repair the dam by June 2025")
canvas.save()
written = OFD().pdf2ofd(page.getvalue(), optional_text=True)
content = zipfile.ZipFile(io.BytesIO(written)).read("Doc_0/Pages/Page_0/Content.xml").decode()
print("attributes:", *re.findall(r"(\w+)=", re.search(r"<ofd:TextObject[^>]*>", content)[0]))
try:
    OFD().read(base64.b64encode(written).decode())
    print("read")
except KeyError as error:
    print("its reader misses", error)
PY
venv/bin/python turn.py 2>errors | grep -a -E '^(attributes|its reader|read)' >seen
cat >expected <<'END'
attributes: ID Font size Boundary
its reader misses '@Size'
END
diff expected seen
cat seen
