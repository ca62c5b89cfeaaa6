"""The figures of a report as its form prints them, each with its place in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plantui.export.blocks import Document, Figure, Paragraph, Table, Text, plain
from plantui.export.form_content import FormContent
from plantui.export.formats import Format
from plantui.export.report.figure_table import department_table, overall_row
from plantui.export.report.one_page import Fits, one_page_document
from plantui.export.report.reminders import reminder_documents
from plantui.export.report.report import report_document
from plantui.export.report.telling import Telling
from plantui.model.form import FormKind
from plantui.model.problem import DataError

from .folding import squeezed

_ENDS = re.compile(r"(?<=[。；！？])|(?<=[.;!?])\s+")


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure with its place in the report."""

    figure: Figure
    place: str
    """Its place in words: the sentence, or row and column of the table."""
    sentence: Text = ()
    """The sentence that it stands in; none for one in a table."""
    row: str = ""
    """The label of its row, folded; empty for one in a sentence."""
    column: str = ""
    """The heading of its column, folded."""


_WITH_FIGURES = frozenset(
    (
        *((FormKind.REPORT, form) for form in (Format.DOCX, Format.HTML)),
        *((FormKind.ONE_PAGE, form) for form in (Format.DOCX, Format.HTML)),
        *((FormKind.LEDGER, form) for form in (Format.DOCX, Format.XLSX, Format.HTML)),
        (FormKind.REMINDER, Format.DOCX),
    )
)
"""The forms whose figures can be read back."""


def has_figures(kind: FormKind, form: Format) -> bool:
    """Return whether the figures of a form can be read back from a file of that format."""
    return (kind, form) in _WITH_FIGURES


def figures_of(content: FormContent, form: Format, recipient: str = "") -> list[PlacedFigure] | None:
    """Return the figures of a form in a format; of a letter to a department None where it would get none.

    Raises DataError for a form that has no figures.
    """
    kind = content.form.kind
    if not has_figures(kind, form):
        raise DataError("readback.no_figures", form=content.form.name)
    match kind:
        case FormKind.REPORT:
            return [*_placed(report_document(content))]
        case FormKind.ONE_PAGE:
            return [*_placed(one_page_document(content, _room(content, form)))]
        case FormKind.REMINDER:
            letters = {str(department): letter for department, letter in reminder_documents(content)}
            return [*_placed(letters[recipient])] if recipient in letters else None
    return [] if form is Format.DOCX else [*_in_table(_by_department(content, form))]


def _by_department(content: FormContent, form: Format) -> Table:
    """Return the figures by department that go with a ledger; a workbook has those of all tasks below."""
    telling = Telling(content)
    table = department_table(telling)
    overall = [overall_row(telling)] if form is Format.XLSX else []
    return Table(table.title, table.columns, [*table.rows, *overall])


def _room(content: FormContent, form: Format) -> Fits:
    """Return the room on the page of a summary on one page."""
    if form is Format.HTML:
        from plantui.export.page.room import PageRoom as WebPageRoom

        return WebPageRoom(content.words.language).fits
    from plantui.export.letter.room import PageRoom

    return PageRoom(content).fits


def by_place(figures: Iterable[PlacedFigure]) -> dict[tuple[str, str, int], PlacedFigure]:
    """Return figures by their places, which are the same in a report of another state: names follow the order of rows."""
    found: dict[tuple[str, str, int], PlacedFigure] = {}
    times: Counter[tuple[str, str]] = Counter()
    for one in figures:
        place = (one.row, one.column) if one.row else ("", one.figure.name)
        found[*place, times[place]] = one
        times[place] += 1
    return found


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return [one for one in _ENDS.split(text) if one.strip()]


def _placed(document: Document) -> Iterator[PlacedFigure]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _in_table(block)
        elif isinstance(block, Paragraph):
            for sentence in _sentences_of(block.text):
                for piece in sentence:
                    if isinstance(piece, Figure):
                        yield PlacedFigure(piece, plain(sentence).strip(), sentence)


def _in_table(table: Table) -> Iterator[PlacedFigure]:
    for row in table.rows:
        label = _label(row[0].text, row[1].text if len(row) > 1 else ())
        for column, cell in zip(table.columns, row, strict=True):
            for piece in cell.text:
                if isinstance(piece, Figure):
                    place = f"{label} {column.heading}".strip()
                    yield PlacedFigure(piece, place, row=squeezed(label), column=squeezed(column.heading))


def _label(first: Text, second: Text) -> str:
    """Return the label of a row: its first cell, or the second one where the first is a number."""
    text = plain(first)
    return plain(second) if text.strip().isdecimal() and second else text


def _sentences_of(text: Text) -> Iterator[Text]:
    """Yield the sentences of a paragraph in pieces."""
    found: list[str | Figure] = []
    for piece in text:
        if isinstance(piece, Figure):
            found.append(piece)
            continue
        *ended, rest = _ENDS.split(piece)
        for one in ended:
            yield (*found, one)
            found = []
        found.append(rest)
    if any(isinstance(piece, Figure) for piece in found):
        yield tuple(found)
