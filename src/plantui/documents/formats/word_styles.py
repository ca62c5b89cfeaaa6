"""The styles of a Word document, each with those that it is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 50
"""How far a style's ancestors are followed; a circle of them ends there."""


@dataclass(frozen=True, slots=True)
class WordStyles:
    """The styles of a document by their ids."""

    _by_id: Mapping[str, _Element] = field(default_factory=dict)

    @classmethod
    def of(cls, styles: _Element | None) -> WordStyles:
        """Return the styles of their part."""
        found = styles.iter(f"{W}style") if styles is not None else ()
        return cls({style.get(f"{W}styleId", ""): style for style in found})

    def line(self, name: str) -> Iterator[_Element]:
        """Yield a style, the one that it is based on, and so on: what the first says goes before what the others say."""
        for _ in range(_DEEPEST):
            style = self._by_id.get(name)
            if style is None:
                return
            yield style
            name = value_of(style.find(f"{W}basedOn"))


def value_of(element: _Element | None) -> str:
    """Return the value of a property; empty for one that is not given."""
    return str(element.get(f"{W}val") or "") if element is not None else ""
