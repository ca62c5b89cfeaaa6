#!/usr/bin/env bash
# A form in Textual whose 1fr fields all fall below their min-height gives each of them the whole room that is left, and pushes the rest off the screen.
#
# A note's form has fixed rows (status, percent, dates, requirements) and text fields of 2fr, 1fr and 1fr with a min-height of two rows. On a terminal of 80x24 little
# is left. One row short of the minima Textual 8.2.8 does not give the minima: it takes all fields out of the sharing and then has 1fr stand for all of the rest, so
# that 5 free rows become heights of 10, 5 and 5 instead of 2, 2 and 2. With room enough the same form is shared as written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check textual==8.2.8
cat >form.py <<'PY'
import asyncio

from textual.app import App
from textual.containers import Vertical
from textual.widgets import Static


class Form(App):
    CSS = """
    Vertical { height: 20; }
    .rows { height: 1fr; min-height: 2; }
    #progress { height: 2fr; }
    """

    def __init__(self, fixed):
        super().__init__()
        self.fixed = fixed

    def compose(self):
        with Vertical():
            fixed = Static("status, percent, dates, requirements")
            fixed.styles.height = self.fixed
            yield fixed
            for name in ("progress", "problems", "next"):
                yield Static(name, id=name, classes="rows")


async def heights(fixed):
    app = Form(fixed)
    async with app.run_test(size=(80, 24)):
        return [app.query_one(f"#{name}").outer_size.height for name in ("progress", "problems", "next")]


for fixed in (8, 14, 15):
    print(f"{20 - fixed} rows left for 2fr, 1fr, 1fr with a minimum of 2 each: {asyncio.run(heights(fixed))}")
PY
cat >expected <<'END'
12 rows left for 2fr, 1fr, 1fr with a minimum of 2 each: [6, 3, 3]
6 rows left for 2fr, 1fr, 1fr with a minimum of 2 each: [2, 2, 2]
5 rows left for 2fr, 1fr, 1fr with a minimum of 2 each: [10, 5, 5]
END
venv/bin/python form.py >seen
diff expected seen
echo "as described:"
cat seen
