#!/bin/sh
# RapidOCR goes on with the options of the call before: after one call that asks for recognition alone, the next call,
# which asks for nothing, does not look for lines either, and answers with a value of another class, without boxes.
# Who reads a page, then a single line, then a page has to name all options at every call.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/python" -m pip install --quiet --disable-pip-version-check rapidocr==3.10.0 onnxruntime==1.24.4
"$dir/venv/bin/python" - <<'PY' | tee "$dir/seen"
from importlib.metadata import version

import numpy
from PIL import Image, ImageDraw
from rapidocr import RapidOCR

page = Image.new("L", (900, 400), 255)
for top, words in ((60, "Plant 300 trees"), (200, "Lead: Parks Department")):
    ImageDraw.Draw(page).text((60, top), words, fill=0, font_size=48)
pixels = numpy.array(page)
engine = RapidOCR(params={"Global.log_level": "critical"})
print("rapidocr", version("rapidocr"))
first = engine(pixels)
print("a page:", type(first).__name__, len(first.boxes), "boxes")
engine(pixels[50:130], use_det=False, use_cls=False, use_rec=True)
again = engine(pixels)
print("the same page again:", type(again).__name__, "with boxes" if hasattr(again, "boxes") else "without boxes")
whole = engine(pixels, use_det=True, use_cls=False, use_rec=True)
print("with all options named:", type(whole).__name__, len(whole.boxes), "boxes")
PY
cat > "$dir/expected" <<'EOF'
rapidocr 3.10.0
a page: RapidOCROutput 2 boxes
the same page again: TextRecOutput without boxes
with all options named: RapidOCROutput 2 boxes
EOF
diff "$dir/expected" "$dir/seen"
