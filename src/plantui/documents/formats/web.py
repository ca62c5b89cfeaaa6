"""A saved web page. Nothing in it is run and nothing that it names is fetched: only its words are taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from plantui.documents.patterns import compiled

from .content import Builder, Cell, Content
from .decoding import decoded
from .web_lists import ListNumbers

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.I)
_CHARSET_WITHIN = 4096
_NO_TEXT = frozenset((
    "script", "style", "noscript", "template", "title", "nav", "footer", "aside", "iframe",
    "object", "embed", "svg", "math", "canvas", "audio", "video", "select", "button", "textarea",
    "dialog", "menu",
))  # fmt: skip
"""Elements of a page that are no part of the document in it."""
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "tr", "td", "th", "ul",
))  # fmt: skip
_SELF_ENDING = frozenset(("p", "li", "dd", "dt", "tr", "td", "th"))
"""Elements that the next one of their kind ends."""
_SPACE = compiled(r"[ \t\r\n\f]+")
_HIDDEN = compiled(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MOST_SPAN = 1000
_MOST_LINKED = 0.8
"""Share of a line's characters in links above which it is a list of links."""
_MENU = 3
"""Lines in a row that are links and nothing else, from which on they are a menu."""


def read_web(content: bytes) -> Content:
    """The document in a saved page, one paragraph to a line."""
    named = _CHARSET.search(content[:_CHARSET_WITHIN])
    reader = _Reader()
    reader.feed(decoded(content, named[1].decode("ascii") if named else None))
    reader.close()
    return reader.finished()


@dataclass(slots=True)
class _Line:
    text: str
    linked: int
    """How many of its characters, blanks apart, stand in links."""
    links: int
    number: str = ""
    """What a browser shows before it, as the item of a list."""

    @property
    def whole(self) -> str:
        """The words as the page shows them."""
        return self.number + self.text

    @property
    def is_links(self) -> bool:
        return self.links > 0 and self.linked >= _MOST_LINKED * len(
            compiled(r"\s|[|｜>»·]").sub("", self.text)
        )


@dataclass(slots=True)
class _Table:
    rows: list[list[Cell]] = field(default_factory=list)
    lines: list[_Line | _Table] = field(default_factory=list)
    """What the table holds as a document of its own, should it only lay out the page."""
    cell: _Cell | None = None
    has_inner: bool = False

    @property
    def is_data(self) -> bool:
        """Whether the table has data: rows and columns, and no table within."""
        full = [row for row in self.rows if sum(1 for cell in row if cell.text.strip()) > 1]
        return not self.has_inner and len(full) > 1


@dataclass(slots=True)
class _Cell:
    columns: int
    rows: int
    first: int
    """Where in its table's lines the cell begins."""


class _Reader(HTMLParser):
    """Collects lines and tables; whatever nests how deep is a list here and no recursion."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._document: list[_Line | _Table] = []
        self._tables: list[_Table] = []
        self._silent: list[str] = []
        """The open elements from the first one without text on."""
        self._pieces: list[str] = []
        self._numbers = ListNumbers()
        self._linked = self._links = self._in_link = self._in_pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        values = {name: value or "" for name, value in attrs}
        if self._silent and tag in _SELF_ENDING and tag == self._silent[-1]:
            self._silent.pop()
        if self._silent:
            if tag == self._silent[-1] or (tag in _NO_TEXT and tag not in _VOID):
                self._silent.append(tag)
            return
        if tag not in _VOID and tag != "body" and (tag in _NO_TEXT or _is_hidden(values)):
            self._silent.append(tag)
            return
        if tag in _BLOCKS or tag == "br":
            self._end_line()
        self._numbers.begin(tag, values)
        if tag == "a" and values.get("href"):
            self._in_link = 1
            self._links += 1
        elif tag == "pre":
            self._in_pre += 1
        else:
            self._start_table_part(tag, values)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if tag in _BLOCKS:
            self._end_line()
        self._numbers.end(tag)
        if tag == "a":
            self._in_link = 0
        elif tag == "pre":
            self._in_pre = max(0, self._in_pre - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_table()

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._silent:
            return
        if self._in_pre:
            first, *others = data.replace("\r\n", "\n").split("\n")
            self._add(first)
            for line in others:
                self._end_line()
                self._add(line)
        else:
            self._add(_SPACE.sub(" ", data))

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Skip a `<![…` declaration, also one that the standard library does not know."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            end = self.rawdata.find(">", i)  # as browsers do
            return end + 1 if end >= 0 else -1

    def finished(self) -> Content:
        """The document once the page is read."""
        self._end_line()
        while self._tables:
            self._end_table()
        builder = Builder()
        for part in _without_menus(self._document):
            if isinstance(part, _Line):
                builder.line(part.whole)
            else:
                builder.table(part.rows)
        return builder.content()

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        if self._in_link:
            self._linked += len("".join(text.split()))

    def _end_line(self) -> None:
        text = "".join(self._pieces).strip(" \n")
        if text:
            line = _Line(text, self._linked, self._links, self._numbers.take(text))
            (self._tables[-1].lines if self._tables else self._document).append(line)
        self._pieces.clear()
        self._linked = 0
        self._links = self._in_link

    def _start_table_part(self, tag: str, values: dict[str, str]) -> None:
        if tag == "table":
            if self._tables:
                self._tables[-1].has_inner = True
            self._tables.append(_Table())
        elif self._tables and tag == "tr":
            self._end_cell()
            self._tables[-1].rows.append([])
        elif self._tables and tag in ("td", "th"):
            self._end_cell()
            table = self._tables[-1]
            table.cell = _Cell(_span(values, "colspan"), _span(values, "rowspan"), len(table.lines))

    def _end_cell(self) -> None:
        if not self._tables or self._tables[-1].cell is None:
            return
        self._end_line()
        table = self._tables[-1]
        cell, table.cell = table.cell, None
        if cell is None:
            return
        if not table.rows:
            table.rows.append([])
        if not table.has_inner:
            text = "\n".join(line.whole for line in table.lines[cell.first :] if isinstance(line, _Line))
            table.rows[-1].append(Cell(text, cell.columns, cell.rows))

    def _end_table(self) -> None:
        self._end_cell()
        self._end_line()
        table = self._tables.pop()
        into = self._tables[-1].lines if self._tables else self._document
        if table.is_data:
            into.append(table)
        else:
            into += table.lines


def _is_hidden(values: dict[str, str]) -> bool:
    return "hidden" in values or bool(_HIDDEN.search(values.get("style", "")))


def _span(values: dict[str, str], name: str) -> int:
    written = values.get(name, "").strip()
    return (
        min(int(written), _MOST_SPAN) if written.isascii() and written.isdigit() and len(written) < 9 else 1
    )


def _without_menus(parts: list[_Line | _Table]) -> list[_Line | _Table]:
    """Without menus and lists of links: several links on one line, or several lines that are nothing else."""
    kept: list[_Line | _Table] = []
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and isinstance(line := parts[end], _Line) and line.is_links:
            end += 1
        links = sum(line.links for line in parts[at:end] if isinstance(line, _Line))
        if links < _MENU:
            kept += parts[at:end]
        if end < len(parts):
            kept.append(parts[end])
            end += 1
        at = end
    return kept
