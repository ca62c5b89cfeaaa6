"""A .docx: paragraphs and tables in their order, as Word prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from ..source import MarkKind
from .content import Builder, Cell, Content, Remark, clean
from .markup import tree_of
from .numbering import Numbering
from .paragraph import DROPPED, Paragraph, ParagraphReader
from .parts import Parts
from .strict import usual_names
from .text_looks import TextLooks, is_on
from .texts import HiddenRows, Text, add_line, row_texts, said_of
from .word_styles import W, WordStyles

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NOTE_PARTS = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_WORD_KINDS = ("wordprocessingml", "application/vnd.ms-word.")
"""Parts of the kinds of a document of Word, the latter of one with macros."""
_DELETED_END = f"{W}pPr/{W}rPr/{W}del"
_DEEPEST = 200
"""How deep tables and text boxes may nest."""
_DEEPEST_PART = 3
"""How deep documents may be embedded in each other."""


def read_word(content: bytes, depth: int = 0, *, with_hidden: bool = False) -> Content:
    """The document's body as it is printed; headers, footers and comments are no part of it.

    A footnote follows the paragraph that refers to it. What is struck through or hidden is left out and said; hidden rows
    of a table are read like the others where they are asked for.
    """
    parts = Parts(content)
    main = parts.main("word/document.xml")
    related = parts.targets(main)
    by_kind = dict(related.values())
    styles = WordStyles.of(_tree(parts, by_kind.get("styles", "")))
    body = _Body(
        Numbering.of(_tree(parts, by_kind.get("numbering", "")), styles),
        ParagraphReader(TextLooks(styles)),
        dict(_notes(parts, by_kind)),
        parts,
        {ident: name for ident, (_, name) in related.items()},
        depth,
        with_hidden=with_hidden,
    )
    document = _tree(parts, main)
    found = document.find(f"{W}body") if document is not None else None
    if found is None:
        raise DataError("formats.damaged", reason=main)
    body.read(found)
    return body.builder.content()


def _tree(parts: Parts, name: str) -> _Element | None:
    """Return the root of a part under its usual names; None for a part that is not there."""
    return tree_of(usual_names(parts.read(name))) if parts.has(name) else None


def _notes(parts: Parts, by_kind: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], _Element]]:
    """Yield the footnotes and endnotes by the element that refers to one and its id."""
    for reference, kind in _NOTE_PARTS.items():
        notes = _tree(parts, by_kind.get(kind, ""))
        for note in notes if notes is not None else ():
            if note.get(f"{W}type") in (None, "normal"):
                yield (reference, str(note.get(f"{W}id") or "")), note


class _Body:
    """Walks through the body once, top to bottom, since numbers are counted in this order."""

    def __init__(
        self,
        numbering: Numbering,
        paragraphs: ParagraphReader,
        notes: dict[tuple[str, str], _Element],
        parts: Parts,
        related: Mapping[str, str],
        depth: int,
        *,
        with_hidden: bool,
    ) -> None:
        self.builder = Builder()
        self._numbering = numbering
        self._reader = paragraphs
        self._notes = notes
        self._parts = parts
        self._related = related
        self._depth = depth
        self._with_hidden = with_hidden
        self._open: Paragraph | None = None
        """The paragraph whose end somebody has deleted: it goes on with the next one."""

    def read(self, element: _Element) -> None:
        """Add all paragraphs and tables."""
        for block in _blocks(element):
            if block.tag == f"{W}p":
                for text in self._paragraphs(block, 0):
                    add_line(self.builder, text)
                continue
            for text in self._last(0):
                add_line(self.builder, text)
            if block.tag == f"{W}altChunk":
                self.builder.add(self._embedded(block))
            elif _is_data(block):
                self.builder.table(self._rows(block, 0))
            else:
                # A table of one column only frames what stands in it.
                for row in _children(block, f"{W}tr"):
                    if self._leaves_out(row):
                        self.builder.mark([Remark(MarkKind.HIDDEN, _written(row))])
                        continue
                    for cell in _children(row, f"{W}tc"):
                        self.read(cell)
        for text in self._last(0):
            add_line(self.builder, text)

    def _embedded(self, chunk: _Element) -> Content:
        """Return a document that stands in this one as a part of its own."""
        name = self._related.get(str(chunk.get(_RELATION) or ""))
        if name is None:
            return Content("")
        from .plain import read_text  # few documents hold such a part
        from .web import read_web
        from .web_archive import read_web_archive

        part = self._parts.read(name)
        kind = self._parts.content_type(name).partition(";")[0]
        if kind in ("text/html", "application/xhtml+xml"):
            return read_web(part, with_hidden=self._with_hidden)
        if kind in ("message/rfc822", "multipart/related"):
            return read_web_archive(part, with_hidden=self._with_hidden)
        if kind == "text/plain":
            return read_text(part)
        if any(word in kind for word in _WORD_KINDS) and self._depth < _DEEPEST_PART:
            return read_word(part, self._depth + 1, with_hidden=self._with_hidden)
        builder = Builder()
        builder.mark([Remark(MarkKind.NOT_READ, f"/{name} ({kind})")])
        return builder.content()

    def _paragraphs(self, element: _Element, depth: int) -> Iterator[Text]:
        """The text of a paragraph, then that of the boxes anchored in it and of the notes that it refers to."""
        if depth > _DEEPEST:
            raise DataError("formats.too_deep")
        found = self._reader.read(element)
        if self._open is not None:
            found.begin_with(self._open)
            self._open = None
        if element.find(_DELETED_END) is not None:
            self._open = found
            return
        number = self._numbering.number(element) if found.text.strip() else ""
        yield from self._whole(found, number, depth)

    def _last(self, depth: int) -> Iterator[Text]:
        """Yield the paragraph whose end is deleted where no other follows."""
        if self._open is not None:
            found, self._open = self._open, None
            yield from self._whole(found, "", depth)

    def _whole(self, found: Paragraph, number: str, depth: int) -> Iterator[Text]:
        yield Text(number + found.text, tuple(found.remarks))
        for box in found.boxes:
            yield from self._texts(box, depth + 1)
        for reference in found.notes:
            if (note := self._notes.pop(reference, None)) is not None:
                for text in self._texts(note, depth + 1):
                    yield text.as_note

    def _texts(self, element: _Element, depth: int) -> Iterator[Text]:
        """All text below, a paragraph each, whatever tables it stands in."""
        if depth > _DEEPEST:
            raise DataError("formats.too_deep")
        for block in _blocks(element):
            if block.tag == f"{W}p":
                yield from self._paragraphs(block, depth)
            elif block.tag == f"{W}altChunk":
                found = self._embedded(block)
                said = (Remark(mark.kind, mark.words, mark.where) for mark in found.marks)
                yield Text(found.text.strip(), tuple(said))
            elif block.tag == f"{W}tbl":
                for row in _children(block, f"{W}tr"):
                    if self._leaves_out(row):
                        yield Text("", (Remark(MarkKind.HIDDEN, _written(row)),))
                        continue
                    cells = [[*self._texts(cell, depth + 1)] for cell in _children(row, f"{W}tc")]
                    yield from row_texts(cells)
        yield from self._last(depth)

    def _rows(self, table: _Element, depth: int) -> list[list[Cell]]:
        """The rows of a table; a cell that continues the one above counts for it and not for itself."""
        grid: list[list[_Placed]] = []
        hidden = HiddenRows()
        for number, row in enumerate(_children(table, f"{W}tr"), 1):
            if self._leaves_out(row):
                hidden.add(number, _written(row))
                continue
            placed = [*self._placed(row, depth)]
            if placed:
                placed[0].remarks = (*hidden.said(), *placed[0].remarks)
            grid.append(placed)
        if said := hidden.said():
            grid.append([_Placed(0, 1, "", False, said)])
        return _merged(grid)

    def _placed(self, row: _Element, depth: int) -> Iterator[_Placed]:
        column = _attribute(row, "trPr", "gridBefore")
        if column:
            yield _Placed(0, column, "", False)  # the row begins later than the table
        for cell in _children(row, f"{W}tc"):
            width = max(1, _attribute(cell, "tcPr", "gridSpan", 1))
            texts = [*self._texts(cell, depth + 1)]
            words = "\n".join(text.words for text in texts if text.words.strip())
            yield _Placed(column, width, clean(words), _continues(cell), said_of(texts))
            column += width

    def _leaves_out(self, row: _Element) -> bool:
        hidden = row.find(f"{W}trPr/{W}hidden")
        return bool(is_on(hidden)) and not self._with_hidden


def _written(row: _Element) -> str:
    """Return the words of a row that is not shown: no number is counted for them."""
    cells = ("".join(word.text or "" for word in cell.iter(f"{W}t")) for cell in _children(row, f"{W}tc"))
    return "　".join(cell for cell in cells if cell)


class _Placed:
    """A cell at its column."""

    __slots__ = ("column", "continues", "remarks", "rows", "text", "width")

    def __init__(
        self, column: int, width: int, text: str, continues: bool, remarks: tuple[Remark, ...] = ()
    ) -> None:
        self.column = column
        self.width = width
        self.text = text
        self.continues = continues
        self.remarks = remarks
        self.rows = 1


def _merged(grid: list[list[_Placed]]) -> list[list[Cell]]:
    """The cells with how far down they reach; those that only continue one are left out."""
    above: dict[int, _Placed] = {}
    kept: list[list[_Placed]] = []
    for row in grid:
        now: dict[int, _Placed] = {}
        own: list[_Placed] = []
        for cell in row:
            head = above.get(cell.column)
            if cell.continues and head is not None and not cell.text:
                head.rows += 1
                now[cell.column] = head
            else:
                own.append(cell)
                now[cell.column] = cell
        above = now
        kept.append(own)
    return [[Cell(cell.text, cell.width, cell.rows, cell.remarks) for cell in row] for row in kept]


def _blocks(element: _Element) -> Iterator[_Element]:
    """Paragraphs, tables and embedded parts, also those inside content controls and tracked insertions, in their order."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag in (f"{W}p", f"{W}tbl", f"{W}altChunk"):
            yield child
        elif child.tag not in DROPPED and child.tag != f"{W}tcPr":
            waiting += reversed(child)


def _children(element: _Element, tag: str) -> Iterator[_Element]:
    """Rows or cells, also those inside content controls."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            waiting += reversed(child)


def _is_data(table: _Element) -> bool:
    """Whether any row has two cells."""
    return any(sum(1 for _ in _children(row, f"{W}tc")) > 1 for row in _children(table, f"{W}tr"))


def _continues(cell: _Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _attribute(element: _Element, properties: str, name: str, default: int = 0) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    written = found.get(f"{W}val") if found is not None else None
    return (
        int(written) if written and written.isascii() and written.isdigit() and len(written) < 4 else default
    )
