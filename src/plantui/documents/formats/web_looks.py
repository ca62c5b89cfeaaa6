"""Whether a page shows an element, and strikes it through: by its attributes, its style, and the page's simple rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plantui.documents.patterns import compiled

_COMMENT = compiled(r"/\*.*?\*/|<!--|-->", re.S)
_BRACE = compiled(r"([{}])")
_SIMPLE = compiled(r"[a-z][a-z0-9]*|[a-z0-9]*[.#][\w-]+", re.I)
"""A selector that an element answers by itself, whatever it stands in."""
_DISPLAY = compiled(r"(?:^|;)\s*display\s*:\s*([a-z-]+)", re.I)
_VISIBILITY = compiled(r"(?:^|;)\s*visibility\s*:\s*([a-z-]+)", re.I)
_LINE = compiled(r"(?:^|;)\s*text-decoration(?:-line)?\s*:([^;]*)", re.I)
_STRUCK = frozenset(("del", "s", "strike"))


class WebLook(NamedTuple):
    """What is said of an element; None where nothing is."""

    hidden: bool | None = None
    struck: bool | None = None


class StyleSheet:
    """The rules of a page, as far as an element answers them by itself."""

    def __init__(self) -> None:
        self._rules: dict[str, WebLook] = {}

    def add(self, text: str) -> None:
        """Take the rules of a style element; those for other media stand in blocks of their own and are passed over."""
        for selectors, declarations in _rules(_COMMENT.sub(" ", text)):
            look = _declared(declarations)
            if look == WebLook():
                continue
            for selector in selectors.split(","):
                name = selector.strip()
                if _SIMPLE.fullmatch(name):
                    self._rules[name] = _over(look, self._rules.get(name, WebLook()))

    def look(self, tag: str, values: Mapping[str, str]) -> WebLook:
        """Return what is said of an element; its own style counts most."""
        found = WebLook(True if "hidden" in values else None, True if tag in _STRUCK else None)
        classes = values.get("class", "").split()
        names = [tag, *(f".{one}" for one in classes), *(f"{tag}.{one}" for one in classes)]
        if "id" in values:
            names += [f"#{values['id']}", f"{tag}#{values['id']}"]
        for name in names if self._rules else ():
            if (rule := self._rules.get(name)) is not None:
                found = _over(rule, found)
        style = values.get("style")
        return _over(_declared(style), found) if style else found


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and declarations of all rules that stand in no block."""
    depth, before, selectors = 0, "", ""
    for piece in _BRACE.split(text):
        if piece == "{":
            depth += 1
            selectors = before.rpartition(";")[2] if depth == 1 else ""
        elif piece == "}":
            if depth == 1 and not selectors.lstrip().startswith("@"):
                yield selectors, before
            depth = max(0, depth - 1)
        else:
            before = piece


def _declared(text: str) -> WebLook:
    hidden: bool | None = None
    if shown := _DISPLAY.search(text):
        hidden = shown[1].lower() == "none"
    if (seen := _VISIBILITY.search(text)) and not hidden:
        hidden = seen[1].lower() in ("hidden", "collapse")
    line = _LINE.search(text)
    return WebLook(hidden, "line-through" in line[1].lower() if line else None)


def _over(look: WebLook, other: WebLook) -> WebLook:
    hidden = other.hidden if look.hidden is None else look.hidden
    return WebLook(hidden, other.struck if look.struck is None else look.struck)
