"""Colours of the pages in two schemes: grounds with what is written on them, and the fills of charts.

`tests/export/test_export_page_colours.py` computes the contrast of every pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plantui.export.light_tints import LIGHT_TINTS, Tint
from plantui.model.terms import Light


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of a page, each as `#rrggbb`."""

    paper: str
    """The ground of the page."""
    ink: str
    muted: str
    """Ink of small notes and subtitles."""
    link: str
    line: str
    """Lines of tables."""
    head: Tint
    """Heads of tables."""
    lights: Mapping[Light, Tint]
    """The cells that say a light."""
    fills: Mapping[Light, str]
    """The bars of charts on the paper."""
    bar: str
    """The bars without a light."""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield every ground with each ink that text on it can have."""
        yield from ((self.paper, ink) for ink in (self.ink, self.muted, self.link))
        yield from (self.head, *self.lights.values())

    def shapes(self) -> Iterator[tuple[str, str]]:
        """Yield the paper with each colour in which shapes on it say something."""
        yield from ((self.paper, fill) for fill in (*self.fills.values(), self.bar))

    def rules(self) -> str:
        """Return the style rules that set the colours."""
        rules = [
            f"body{{background:{self.paper};color:{self.ink}}}",
            f".note,.subtitle,dt{{color:{self.muted}}}",
            f"a{{color:{self.link}}}",
            f"td,th{{border-color:{self.line}}}",
            f"thead th{{background:{self.head.ground};color:{self.head.ink}}}",
            f"svg text{{fill:{self.ink}}}svg .mark{{stroke:{self.ink}}}svg .bar{{fill:{self.bar}}}",
        ]
        for light, tint in self.lights.items():
            rules.append(f"td.light-{light.value}{{background:{tint.ground};color:{tint.ink}}}")
            rules.append(f"svg .light-{light.value}{{fill:{self.fills[light]}}}")
        return "".join(f"{rule}\n" for rule in rules)


BRIGHT = Scheme(
    paper="#ffffff",
    ink="#1b1b1b",
    muted="#575757",
    link="#0b57a4",
    line="#b9bec5",
    head=Tint("#edf1f6", "#1b1b1b"),
    lights={**LIGHT_TINTS, Light.NONE: Tint("#ffffff", "#575757")},
    fills={
        Light.RED: "#c62828",
        Light.YELLOW: "#b07d00",
        Light.GREEN: "#2e7d32",
        Light.BLUE: "#2563b8",
        Light.GREY: "#757575",
        Light.NONE: "#8c8c8c",
    },
    bar="#46698f",
)
"""The colours on paper, and on a screen unless its user prefers dark ones."""

DARK = Scheme(
    paper="#17191d",
    ink="#e9e9e9",
    muted="#b2b6bc",
    link="#8fc1ff",
    line="#4a4f57",
    head=Tint("#262b33", "#f0f0f0"),
    lights={
        Light.RED: Tint("#5a1a17", "#ffd9d5"),
        Light.YELLOW: Tint("#4c3a05", "#ffe9ae"),
        Light.GREEN: Tint("#16402a", "#cdf2d6"),
        Light.BLUE: Tint("#1c3561", "#d5e4ff"),
        Light.GREY: Tint("#3a3d42", "#e2e2e2"),
        Light.NONE: Tint("#17191d", "#b2b6bc"),
    },
    fills={
        Light.RED: "#ef6a63",
        Light.YELLOW: "#d9a520",
        Light.GREEN: "#5bb56b",
        Light.BLUE: "#6fa4ee",
        Light.GREY: "#9a9da3",
        Light.NONE: "#82868c",
    },
    bar="#86a9d1",
)
"""The colours on a screen whose user prefers dark ones."""
