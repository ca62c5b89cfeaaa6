"""What a page shows, whatever it comes from: words, rules and pictures, each at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..box import Box

MIDDLE = 0.36
"""Height of a character's middle above the place where it is set, in its size."""


class Glyph(NamedTuple):
    """A character, or several that are drawn as one: where it begins on its line, its width and its height."""

    text: str
    x: float
    y: float
    width: float
    size: float

    @property
    def middle(self) -> float:
        """The place between its top and its bottom."""
        return self.y - MIDDLE * self.size


class Run(NamedTuple):
    """The glyphs of a text object that stand one behind the other, and the direction in which their line goes."""

    glyphs: list[Glyph]
    direction: tuple[float, float]

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join(glyph.text for glyph in self.glyphs)


class Rule(NamedTuple):
    """A level or an upright line."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Whether it goes across the page."""
        return self.top == self.bottom


class Picture(NamedTuple):
    """A picture: its place, and what the file calls it; empty where that does not matter."""

    box: Box
    name: str = ""


@dataclass(slots=True)
class Drawing:
    """What a page draws. Places are points from the upper left corner."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    unseen: list[Run] = field(default_factory=list)
    """Words that are not shown."""
    struck: list[Run] = field(default_factory=list)
    """Words that a line is drawn through."""
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Glyphs whose character the file does not tell, by their font."""
