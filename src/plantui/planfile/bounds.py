"""Bounds of a plan or departments file: what is beyond them is told in a sentence instead of costing time or memory."""

from __future__ import annotations

MEBIBYTE = 1 << 20

MOST_BYTES = 128 * MEBIBYTE
"""Size of a file: about twice a plan of 100,000 tasks with their texts."""
DEEPEST = 40
"""Nesting of tables, lists and the parts of a dotted key; no key of the format lies deeper than three."""
DEEPEST_SECTION = 30
"""Sections inside each other; published plans have six at the most."""
MOST_PROBLEMS = 1000
"""Problems told of one file; the others are only counted."""
MOST_REPORT_DAYS = 3660
"""Days that the last report on a task may be old, as a plan sets them: about ten years."""
LONGEST_FACT = 200
"""Characters of a text of the file that a message repeats."""
INTEGERS = range(-(2**63), 2**63)
"""The whole numbers of TOML, which are those that a database holds, too."""


def shortened(text: str, most: int = LONGEST_FACT) -> str:
    """Return the text, cut to a length that fits in a message."""
    return text if len(text) <= most else text[: most - 1] + "…"


def number_text(number: int) -> str:
    """Return a whole number as text: of one beyond the bound its hexadecimal form, since Python writes no other."""
    return str(number) if number in INTEGERS else f"{number:#x}"
