#!/usr/bin/env bash
# A terminal picture that rich makes of a Chinese screen is squeezed to half its width in a browser.
#
# rich 15.0.0 places each run of text of an SVG by cells (x), but gives its length (textLength) by characters, so a browser draws
# the eight cells of 市水利局 in the room of four and leaves a gap of the same size behind them. Textual's screenshots are made by
# the same function. An image viewer that passes over textLength shows the picture as it was meant, so the fault is seen only where
# the picture is published. The right length is that of rich's own `cell_len`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rich==15.0.0
"$folder/venv/bin/python" - >"$folder/seen" <<'PY'
import io
import re

from rich.cells import cell_len
from rich.console import Console

for text in ("water", "市水利局"):
    console = Console(record=True, width=20, file=io.StringIO(), force_terminal=True)
    console.print(text)
    svg = console.export_svg()
    width = float(re.search(r'textLength="([\d.]+)"[^>]*>' + text, svg)[1])
    print(text, "cells", cell_len(text), "characters", len(text), "given room for", round(width / 12.2))
PY
cat >"$folder/expected" <<'END'
water cells 5 characters 5 given room for 5
市水利局 cells 8 characters 4 given room for 4
END
diff "$folder/expected" "$folder/seen"
echo "as described (rich 15.0.0):"
cat "$folder/seen"
