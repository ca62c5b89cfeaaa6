"""Whether the words of a Word document are struck through or hidden: by themselves, or by one of their styles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ..source import MarkKind
from .word_styles import W, WordStyles, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = ("0", "false", "off", "none")


class _Look(NamedTuple):
    """What properties say; None where they say nothing."""

    struck: bool | None = None
    hidden: bool | None = None


@dataclass(slots=True)
class TextLooks:
    """The looks of a document's styles."""

    _styles: WordStyles
    _known: dict[str, _Look] = field(default_factory=dict)

    def kind_of(self, run: _Element, paragraph_style: str) -> MarkKind | None:
        """Return why the words of a run do not count; None where they do."""
        properties = run.find(f"{W}rPr")
        own = _look(properties)
        style = properties.find(f"{W}rStyle") if properties is not None else None
        looks = [own]
        if style is not None:
            looks.append(self._of_style(value_of(style)))
        if paragraph_style:
            looks.append(self._of_style(paragraph_style))
        if next((look.hidden for look in looks if look.hidden is not None), False):
            return MarkKind.HIDDEN
        is_struck = next((look.struck for look in looks if look.struck is not None), False)
        return MarkKind.STRUCK if is_struck else None

    def _of_style(self, name: str) -> _Look:
        if name not in self._known:
            self._known[name] = self._followed(name)
        return self._known[name]

    def _followed(self, name: str) -> _Look:
        looks = [_look(style.find(f"{W}rPr")) for style in self._styles.line(name)]
        return _Look(
            next((look.struck for look in looks if look.struck is not None), None),
            next((look.hidden for look in looks if look.hidden is not None), None),
        )


def paragraph_style(paragraph: _Element) -> str:
    """Return the name of a paragraph's style; empty for the usual one."""
    return value_of(paragraph.find(f"{W}pPr/{W}pStyle"))


def _look(properties: _Element | None) -> _Look:
    if properties is None:
        return _Look()
    strike = [is_on(properties.find(f"{W}{name}")) for name in ("strike", "dstrike")]
    said = [one for one in strike if one is not None]
    return _Look(any(said) if said else None, is_on(properties.find(f"{W}vanish")))


def is_on(element: _Element | None) -> bool | None:
    """Return whether a property is on; None where it is not given."""
    return None if element is None else is_on_value(element.get(f"{W}val") or "1")


def is_on_value(written: str | None) -> bool:
    """Return whether an attribute says yes; one that is not given does not."""
    return written is not None and written not in _OFF
