"""A saved web page. Nothing in it is run and nothing that it names is fetched: only its words are taken."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from plantui.documents.patterns import compiled

from ..source import MarkKind
from .content import Builder, Cell, Content, Remark
from .decoding import decoded
from .web_elements import BLOCKS, ENDED_BY, NO_TEXT, SELF_ENDING, VOID
from .web_lists import ListNumbers
from .web_looks import StyleSheet
from .web_parts import Line, OpenCell, Table, is_linked, with_notes_placed, without_menus

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.I)
_CHARSET_WITHIN = 4096
_SPACE = compiled(r"[ \t\r\n\f]+")
_REFERS = compiled(r"#((?:_ftn|_edn)\d+|sd(?:foot|end)note\d+)(?:sym)?")
_REFERS_BACK = compiled(r"#(?:(?:_ftn|_edn)ref\d+|sd(?:foot|end)note\d+anc)")
_NOTE = compiled(r"(?:_?(ftn|edn)(\d+)|(sd(?:foot|end)note\d+))")
"""How word processors call footnotes in the pages that they write."""


def read_web(content: bytes, *, with_hidden: bool = False, declared: str | None = None) -> Content:
    """The document in a saved page, one paragraph to a line; a footnote follows the line that refers to it. What is struck
    through or hidden is left out and said; hidden rows of a table are read like the others where they are asked for."""
    named = _CHARSET.search(content[:_CHARSET_WITHIN])
    reader = _Reader(with_hidden=with_hidden)
    reader.feed(decoded(content, declared or (named[1].decode("ascii") if named else None)))
    reader.close()
    return reader.finished()


class _Reader(HTMLParser):
    """Collects lines and tables; whatever nests how deep is a list here and no recursion."""

    def __init__(self, *, with_hidden: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._with_hidden = with_hidden
        self._document: list[Line | Table] = []
        self._tables: list[Table] = []
        self._styles = StyleSheet()
        self._style_text: list[str] = []
        self._silent: list[str] = []
        """The open elements from the first one without text on."""
        self._hidden: list[str] = []
        """The open elements from the first hidden one on, those of its kind and tables alone."""
        self._hidden_words: list[str] = []
        self._hidden_linked = 0
        self._struck: list[tuple[str, OpenCell | None]] = []
        """The open elements from the first one that is struck through on, each with the cell that it stands in."""
        self._pieces: list[str] = []
        self._remarks: list[Remark] = []
        self._said_at = -1
        """How many pieces the line had when words of it were left out last."""
        self._refers: list[str] = []
        self._note = ""
        self._numbers = ListNumbers()
        self._linked = self._links = self._in_link = self._in_pre = self._in_note = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        values = {name: value or "" for name, value in attrs}
        if self._silent and ((tag == self._silent[-1] and tag in SELF_ENDING) or tag == "rb"):
            self._silent.pop()
        if self._silent:
            if tag == self._silent[-1] or (tag in NO_TEXT and tag not in VOID):
                self._silent.append(tag)
            return
        if self._hidden and tag in SELF_ENDING and tag == self._hidden[-1]:
            self._leave_hidden()
        if tag not in VOID and tag in NO_TEXT:
            self._silent.append(tag)
            return
        if self._hidden:
            if tag in BLOCKS or tag == "br":
                self._hidden_words.append("\n")
            self._in_link = int(tag == "a" and "href" in values) or self._in_link
            if tag == self._hidden[-1] or tag == "table":
                self._hidden.append(tag)
            return
        if tag not in VOID and self._begin_unseen(tag, values):
            return
        if tag in BLOCKS or tag == "br":
            self._end_line()
        self._numbers.begin(tag, values)
        if tag == "a" and values.get("href"):
            self._in_link = 1
            self._links += 1
        elif tag == "pre":
            self._in_pre += 1
        elif tag == "div" and (self._in_note or _NOTE.fullmatch(values.get("id", ""))):
            self._begin_note(values.get("id", ""))
        else:
            self._start_table_part(tag, values)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
                if tag == "style":
                    self._styles.add("".join(self._style_text))
                    self._style_text.clear()
                return
            if ENDED_BY.get(self._silent[0]) != tag:
                return
            self._silent.clear()
        if self._hidden:
            if tag == "a":
                self._in_link = 0
            if tag == self._hidden[-1]:
                self._leave_hidden()
                return
            if ENDED_BY.get(self._hidden[0]) != tag or "table" in self._hidden:
                return
            self._hidden[1:] = []
            self._leave_hidden()
        if self._struck and tag == self._struck[-1][0]:
            self._struck.pop()
        if tag in BLOCKS:
            self._end_line()
        self._numbers.end(tag)
        if tag == "a":
            self._in_link = 0
        elif tag == "pre":
            self._in_pre = max(0, self._in_pre - 1)
        elif tag == "div" and self._in_note:
            self._in_note -= 1
            self._note = self._note if self._in_note else ""
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_table()

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._silent:
            if self._silent[-1] == "style":
                self._style_text.append(data)
        elif self._hidden:
            self._hidden_words.append(data)
            self._hidden_linked += len("".join(data.split())) if self._in_link else 0
        elif self._in_pre:
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
        if self._hidden:
            self._hidden[1:] = []
            self._leave_hidden()
        self._end_line()
        while self._tables:
            self._end_table()
        builder = Builder()
        for part in with_notes_placed(without_menus(self._document)):
            if isinstance(part, Table):
                builder.table(part.rows)
            elif part.text:
                said = (*part.remarks, Remark(MarkKind.NOTE)) if part.note else part.remarks
                builder.mark(said, builder.line(part.whole))
            else:
                builder.mark(part.remarks)
        return builder.content()

    def _begin_unseen(self, tag: str, values: dict[str, str]) -> bool:
        """Begin an element that shows no words of its own, and return whether it is one."""
        look = self._styles.look(tag, values)
        if look.hidden and tag != "body" and not (self._with_hidden and tag == "tr"):
            if tag in BLOCKS:
                self._end_line()
            if tag in ("tr", "td", "th") and self._tables:
                self._end_cell()
                self._tables[-1].row_number += tag == "tr"
            self._hidden.append(tag)
            return True
        if tag == "a" and (found := _REFERS.fullmatch(values.get("href", ""))):
            self._refers.append(found[1])
            self._silent.append(tag)
            return True
        if tag == "a" and self._note and _REFERS_BACK.fullmatch(values.get("href", "")):
            self._silent.append(tag)
            return True
        if look.struck or (self._struck and tag == self._struck[-1][0]):
            self._struck.append((tag, self._tables[-1].cell if self._tables else None))
        return False

    def _leave_hidden(self) -> None:
        """End a hidden element; the outermost says what it holds, unless that is a menu."""
        tag = self._hidden.pop()
        if self._hidden:
            return
        words = "".join(self._hidden_words).strip()
        is_menu = self._hidden_linked and is_linked(words, self._hidden_linked)
        self._hidden_words.clear()
        self._hidden_linked = self._in_link = 0
        if not words or is_menu:
            return
        if tag == "tr" and self._tables:
            self._tables[-1].hidden.add(self._tables[-1].row_number, _SPACE.sub(" ", words))
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].hidden_cells.append(Remark(MarkKind.HIDDEN, _SPACE.sub(" ", words)))
        else:
            self._leave_out(MarkKind.HIDDEN, words)
            if tag in BLOCKS:
                self._end_line()

    def _leave_out(self, kind: MarkKind, words: str) -> None:
        """Say of words that they are left out; those next to each other are one remark."""
        place = len(self._pieces)
        if self._remarks and self._remarks[-1].kind is kind and self._said_at == place:
            self._remarks[-1] = self._remarks[-1]._replace(words=self._remarks[-1].words + words)
        elif words.strip():
            self._remarks.append(Remark(kind, words))
        self._said_at = place

    def _add(self, text: str) -> None:
        if self._struck:
            self._leave_out(MarkKind.STRUCK, text)
            return
        self._pieces.append(text)
        if self._in_link:
            self._linked += len("".join(text.split()))

    def _end_line(self) -> None:
        text = "".join(self._pieces).strip(" \n")
        if text or self._remarks:
            number = self._numbers.take(text) if text else ""
            remarks, refers = tuple(self._remarks), tuple(self._refers)
            line = Line(text, self._linked, self._links, number, remarks, refers, self._note)
            (self._tables[-1].lines if self._tables else self._document).append(line)
            self._refers.clear()
        self._pieces.clear()
        self._remarks.clear()
        self._said_at = -1
        self._linked = 0
        self._links = self._in_link

    def _begin_note(self, ident: str) -> None:
        self._in_note += 1
        if found := _NOTE.fullmatch(ident):
            self._note = found[3] or f"_{found[1]}{found[2]}"

    def _start_table_part(self, tag: str, values: dict[str, str]) -> None:
        if tag == "table":
            if self._tables:
                self._tables[-1].has_inner = True
            self._tables.append(Table())
        elif self._tables and tag == "tr":
            self._end_cell()
            self._tables[-1].rows.append([])
            self._tables[-1].row_number += 1
        elif self._tables and tag in ("td", "th"):
            self._end_cell()
            table = self._tables[-1]
            table.cell = OpenCell.of(values, len(table.lines))

    def _end_cell(self) -> None:
        if not self._tables or self._tables[-1].cell is None:
            return
        self._end_line()
        table = self._tables[-1]
        cell, table.cell = table.cell, None
        if cell is None:
            return
        self._struck = [one for one in self._struck if one[1] is not cell]
        if not table.rows:
            table.rows.append([])
        if not table.has_inner:
            lines = [line for line in table.lines[cell.first :] if isinstance(line, Line)]
            text = "\n".join(line.whole for line in lines if line.text)
            remarks = tuple(remark for line in lines for remark in line.remarks)
            table.add(Cell(text, cell.columns, cell.rows, remarks))

    def _end_table(self) -> None:
        self._end_cell()
        self._end_line()
        table = self._tables.pop()
        table.end()
        into = self._tables[-1].lines if self._tables else self._document
        if table.is_data:
            into.append(table)
        else:
            into += [*table.lines, *([Line("", remarks=table.left_out)] if table.left_out else [])]
