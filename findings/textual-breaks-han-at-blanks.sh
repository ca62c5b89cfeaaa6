#!/usr/bin/env bash
# A Chinese sentence with one blank in it is broken at that blank by Textual and Rich, and leaves most of a line empty; the same sentence without the blank fills it.
#
# Chinese may be broken between any two characters, and official wording sets a key or a number off by a blank: "按 Enter 接收…". Textual 8.2.8's Static (and Rich
# 15.0.0's Text.wrap, too) takes the whole run of han behind the blank for one word: too long for the rest of the line, it begins a new one, and only there it is cut
# by cells. At a width of 40 the first line holds 8 cells of 40, and the sentence takes three lines instead of two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check textual==8.2.8 rich==15.0.0
cat >lines.py <<'PY'
import asyncio
import io

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
from textual.app import App
from textual.widgets import Static

SENTENCES = (
    "按 Enter 接收下面文件夹中的全部报送文件，已收过的不会重复。",
    "按Enter接收下面文件夹中的全部报送文件，已收过的不会重复。",
)


class Shown(App):
    CSS = "Static { width: 40; }"

    def compose(self):
        yield from (Static(sentence, markup=False) for sentence in SENTENCES)


async def shown():
    app = Shown()
    async with app.run_test(size=(80, 24)):
        for static in app.query(Static):
            lines = [static.render_line(y).text.rstrip() for y in range(static.size.height)]
            print("Static   ", [cell_len(line) for line in lines], lines[0])


asyncio.run(shown())
console = Console(width=40, file=io.StringIO())
for sentence in SENTENCES:
    lines = [line.plain.rstrip() for line in Text(sentence).wrap(console, 40)]
    print("Text.wrap", [cell_len(line) for line in lines], lines[0])
PY
PYTHONIOENCODING=utf-8 venv/bin/python lines.py >seen
cat >expected <<'END'
Static    [8, 40, 10] 按 Enter
Static    [39, 18] 按Enter接收下面文件夹中的全部报送文件，
Text.wrap [8, 40, 10] 按 Enter
Text.wrap [39, 18] 按Enter接收下面文件夹中的全部报送文件，
END
diff expected seen
echo "as described:"
cat seen
