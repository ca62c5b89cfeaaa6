"""Names of test cases: short, printable and the same in every run, so that workers agree on what there is to run."""

from __future__ import annotations

import re

LONGEST_VALUE = 60
"""Characters of one parameter's name, as pytest writes it (a Chinese character is six)."""
LONGEST_NAME = 200
"""Characters of all parameters' names of one test case together."""
_CONTROL = re.compile(r"\\x(?:[0189][0-9a-f]|7f)")
"""A control character as pytest writes it; letters like ² are written so too and are none."""


def value_name(value: object, argument: str) -> str | None:
    """Return the name of a parameter's value, or None where pytest's own name is short and readable.

    Bytes are named by their argument unless they are short readable text: files are made anew in each run and may
    differ. Long text is cut; pytest numbers the names that are the same after that.
    """
    if isinstance(value, bytes):
        text = value.decode("ascii", "replace")
        return None if text.isprintable() and text.isascii() and len(text) <= LONGEST_VALUE else argument
    if isinstance(value, str):
        cut = shortened(value)
        return None if cut == value else cut
    return None


def shortened(text: str) -> str:
    """Return the beginning of a text with blanks for control characters, at most `LONGEST_VALUE` long when escaped."""
    clean = "".join(one if one.isprintable() else " " for one in text[: LONGEST_VALUE + 1])
    kept = clean
    while len(escaped(kept)) > LONGEST_VALUE:
        kept = kept[:-1]
    return kept if kept == clean else f"{kept}..."


def escaped(text: str) -> str:
    """Return a text as pytest writes it in a name."""
    return text.encode("unicode_escape").decode("ascii")


def bad_name(node_id: str) -> bool:
    """Return whether a test case's name is too long, or has characters that do not print."""
    name = node_id.partition("::")[2]
    return len(name) > LONGEST_NAME or not name.isprintable() or _CONTROL.search(name) is not None
