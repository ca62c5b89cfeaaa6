"""The figures, paragraphs and tables of a web page, as JSON: what the process answers that `opening` starts."""

from __future__ import annotations

from html.parser import HTMLParser

from plantui.documents.formats.worker import serve
from plantui.model.jsonvalue import Json, JsonObject

_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "td", "th"})
_UNSEEN = frozenset({"script", "style", "svg", "title"})
"""Elements whose text is not part of the page's."""


def main() -> None:
    """Answer with the figures of the page on standard input."""
    serve(read_page)


def read_page(content: bytes) -> JsonObject:
    """Return the figures by name, the paragraphs, the tables and the named properties of a page."""
    reading = _Reading()
    reading.feed(content.decode("utf-8-sig", "replace"))
    reading.close()
    return {
        "figures": reading.figures,
        "paragraphs": [text for text in reading.paragraphs if text.strip()],
        "tables": reading.tables,
        "properties": reading.properties,
    }


class _Reading(HTMLParser):
    """The texts of a page while they are read."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: dict[str, Json] = {}
        self.paragraphs: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.properties: dict[str, Json] = {}
        self._figure = ""
        """The name of the figure that the reading is inside of; empty for none."""
        self._unseen = 0
        self._is_in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {name: value or "" for name, value in attrs}
        self._unseen += tag in _UNSEEN
        if tag == "meta" and given.get("name"):
            self.properties.setdefault(given["name"], given.get("content", ""))
        elif tag == "data":
            self._figure = given.get("value", "")
            self.figures.setdefault(self._figure, "")
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag == "br":
            self._add("\n")
        if tag in _PARAGRAPHS:
            self.paragraphs.append("")
            self._is_in_cell = tag in ("td", "th") and bool(self.tables and self.tables[-1])
            if self._is_in_cell:
                self.tables[-1][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag == "data":
            self._figure = ""
        elif tag in ("td", "th"):
            self._is_in_cell = False

    def handle_data(self, data: str) -> None:
        """Take a piece of text."""
        self._add(data)

    def _add(self, text: str) -> None:
        if self._unseen or not self.paragraphs:
            return
        self.paragraphs[-1] += text
        if self._is_in_cell:
            self.tables[-1][-1][-1] += text
        if self._figure:
            self.figures[self._figure] = f"{self.figures[self._figure]}{text}"
