"""What of a style a reader needs: whether words are struck through or hidden, how days are shown, how lists count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...source import MarkKind
from .parts import NUMBER, STYLE, TABLE, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST_STYLE = 50
"""How far a style's ancestors are followed; a circle of them ends there."""
_DAY_PARTS = {
    "year": ("yy", "yyyy"),
    "month": ("m", "mm"),
    "day": ("d", "dd"),
    "hours": ("h", "hh"),
    "minutes": ("m", "mm"),
    "seconds": ("s", "ss"),
    "day-of-week": ("aaa", "aaaa"),
}
"""The parts of a day's form, short and long, in the letters of a workbook's number formats."""


class Look(NamedTuple):
    """What styles say of words; None where they say nothing."""

    struck: bool | None = None
    hidden: bool | None = None

    def over(self, other: Look) -> Look:
        """Return this look where it says something, else the other one."""
        return Look(
            other.struck if self.struck is None else self.struck,
            other.hidden if self.hidden is None else self.hidden,
        )

    @property
    def kind(self) -> MarkKind | None:
        """Why the words do not count; None where they do."""
        if self.hidden:
            return MarkKind.HIDDEN
        return MarkKind.STRUCK if self.struck else None


PLAIN = Look()


class Styles:
    """The styles of a document by family and name."""

    def __init__(self, groups: Iterable[_Element]) -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._days: dict[str, _Element] = {}
        self.lists: dict[str, _Element] = {}
        self.outline: _Element | None = None
        """How headings are numbered."""
        self._looks: dict[tuple[str, str], Look] = {}
        for style in (one for group in groups for one in group):
            name = str(style.get(f"{STYLE}name") or "")
            if style.tag == f"{STYLE}style":
                self._styles[str(style.get(f"{STYLE}family") or ""), name] = style
            elif style.tag == f"{NUMBER}date-style":
                self._days[name] = style
            elif style.tag == f"{TEXT}list-style":
                self.lists[name] = style
            elif style.tag == f"{TEXT}outline-style":
                self.outline = style

    def look(self, family: str, name: str | None) -> Look:
        """Return what a style says of words."""
        key = (family, name or "")
        if key not in self._looks:
            found = Look()
            for style in self._line(*key):
                for properties in style.iterfind(f"{STYLE}text-properties"):
                    found = found.over(_own_look(properties))
            self._looks[key] = found
        return self._looks[key]

    def is_shown(self, name: str | None) -> bool:
        """Return whether the sheets of a style are shown."""
        written = [
            properties.get(f"{TABLE}display")
            for style in self._line("table", name or "")
            for properties in style.iterfind(f"{STYLE}table-properties")
        ]
        return "false" not in written[:1]

    def day_form(self, name: str | None) -> str:
        """Return how a style of cells shows days, as a workbook's number format; empty where it does not say."""
        for style in self._line("table-cell", name or ""):
            form = self._days.get(str(style.get(f"{STYLE}data-style-name") or ""))
            if form is not None:
                return "".join(map(_day_part, form))
        return ""

    def list_style(self, paragraph_style: str | None) -> str:
        """Return the name of the list in which a style of paragraphs stands; empty for none."""
        written = (
            style.get(f"{STYLE}list-style-name") for style in self._line("paragraph", paragraph_style or "")
        )
        return str(next((name for name in written if name is not None), ""))

    def _line(self, family: str, name: str) -> Iterator[_Element]:
        """Yield a style and those that it follows."""
        for _ in range(_DEEPEST_STYLE):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = str(style.get(f"{STYLE}parent-style-name") or "")


def _own_look(properties: _Element) -> Look:
    lines = [properties.get(f"{STYLE}text-line-through-{part}") for part in ("style", "type")]
    said = [line != "none" for line in lines if line is not None]
    display = properties.get(f"{TEXT}display")
    return Look(all(said) if said else None, None if display is None else display == "none")


def _day_part(part: _Element) -> str:
    name = str(part.tag).removeprefix(NUMBER)
    if name == "text":
        return f'"{(part.text or "").replace(chr(34), "")}"'
    short, long = _DAY_PARTS.get(name, ("", ""))
    if name == "month" and part.get(f"{NUMBER}textual") == "true":
        short, long = "mmm", "mmmm"
    return long if part.get(f"{NUMBER}style") == "long" else short
