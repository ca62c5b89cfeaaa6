"""The numbers that a browser shows before the items of an ordered list: no text of the page has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plantui.documents.patterns import compiled

from .numerals import chinese, letter, roman

_WHOLE = compiled(r"[+-]?\d{1,6}")
_OWN_NUMBER = compiled(r"^\s*(?:[（(]?\d{1,3}[）).．、]|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[①-⑳])")
_STYLE = compiled(
    r"list-style(?:-type)?\s*:\s*[^;]*?(?P<name>none|(?:lower|upper)-(?:alpha|latin|roman)|cjk-ideographic|simp-chinese-informal)"
)
_LARGEST = 10_000
"""From this number on, and below 1, a browser shows figures."""


def _plain(value: int) -> str:
    return f"{value}. "


def _nothing(_: int) -> str:
    return ""


_MARKS: dict[str, Callable[[int], str]] = {
    "a": lambda value: f"{letter(value)}. ",
    "A": lambda value: f"{letter(value).upper()}. ",
    "i": lambda value: f"{roman(value)}. ",
    "I": lambda value: f"{roman(value).upper()}. ",
    "han": lambda value: f"{chinese(value)}、",
    "none": _nothing,
}
_TYPES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I", "cjk-ideographic": "han", "simp-chinese-informal": "han", "none": "none",
}  # fmt: skip


@dataclass(slots=True)
class _List:
    tag: str
    following: int = 1
    kind: str = "none"


class ListNumbers:
    """The lists that are open, and the number of the item that has no words yet."""

    def __init__(self) -> None:
        self._open: list[_List] = []
        self._number = ""

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        """A list or an item begins."""
        if tag == "ol":
            first = _whole(values.get("start", ""), 1)
            is_unknown = "reversed" in values and "start" not in values
            self._open.append(_List(tag, first, "none" if is_unknown else _kind(values)))
        elif tag in ("ul", "menu"):
            self._open.append(_List(tag))
        elif tag == "li" and self._open:
            self._item(self._open[-1], values)

    def end(self, tag: str) -> None:
        """A list ends, and those in it that nothing has ended."""
        at = max((at for at, one in enumerate(self._open) if one.tag == tag), default=-1)
        if at >= 0:
            del self._open[at:]

    def take(self, text: str) -> str:
        """Return the number before an item's first words; words with a number of their own show no other."""
        number, self._number = self._number, ""
        return "" if _OWN_NUMBER.match(text) else number

    def _item(self, within: _List, values: Mapping[str, str]) -> None:
        value = _whole(values.get("value", ""), within.following)
        within.following = value + 1
        mark = _MARKS.get(within.kind, _plain)
        self._number = mark(value) if 0 < value < _LARGEST or mark is _nothing else _plain(value)


def _kind(values: Mapping[str, str]) -> str:
    style = _STYLE.search(values.get("style", ""))
    return _TYPES[style["name"]] if style else values.get("type", "1")


def _whole(written: str, otherwise: int) -> int:
    return int(written) if _WHOLE.fullmatch(written.strip()) and written.isascii() else otherwise
