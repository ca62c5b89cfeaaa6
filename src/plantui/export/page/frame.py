"""The frame of every page: its head with the style, the origin of the form and a bar against anything but itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from plantui.export.origin import PROPERTY
from plantui.model.terms import Language

from .charts import narrow_style
from .colours import BRIGHT, DARK
from .markup import attribute, text
from .room import one_page_style

LANGUAGE_TAGS = {Language.ZH: "zh-CN", Language.EN: "en"}
"""The name of each language in HTML."""
_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The policy of a page on what it may load and run: no file and no script, even where a text slips through as markup."""


class Paper(StrEnum):
    """Paper that a page is laid out for when it is printed, as its style names it."""

    OFFICIAL = "A4;margin:37mm 26mm 35mm 28mm"
    """A4 with the margins of official documents."""
    ONE_PAGE = "A4;margin:18mm 20mm"
    A4_LANDSCAPE = "A4 landscape;margin:12mm"
    A3_LANDSCAPE = "A3 landscape;margin:12mm"


@dataclass(frozen=True, slots=True)
class Frame:
    """A page without its content."""

    title: str
    language: Language
    kind: str
    """The class of its body, by which the style tells pages apart."""
    paper: Paper
    origin: str
    """The origin of the form in its JSON text; empty for none."""

    def start(self) -> str:
        """Return all that stands before the content."""
        origin = f'<meta name="{PROPERTY}" content="{attribute(self.origin)}">\n' if self.origin else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{LANGUAGE_TAGS[self.language]}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"{origin}<title>{text(self.title)}</title>\n"
            f"<style>\n{_style(self.paper)}</style>\n</head>\n"
            f'<body class="{self.kind}">\n'
        )

    def end(self) -> str:
        """Return all that stands behind the content."""
        return "</body>\n</html>\n"


@cache
def _style(paper: Paper) -> str:
    style = resources.files(__package__).joinpath("style.css").read_text("utf-8")
    dark = f"@media screen and (prefers-color-scheme:dark){{\n{DARK.rules()}}}\n"
    number = '@bottom-center{content:"— " counter(page) " —"}'
    lines = one_page_style() if paper is Paper.ONE_PAGE else ""
    return f"{style}{narrow_style()}{BRIGHT.rules()}{dark}{lines}@page{{size:{paper.value};{number}}}\n"
