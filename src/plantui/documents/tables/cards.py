"""Cards: a table for each task, with the task in a row of its own above the names of the other columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .gaps import placed
from .heads_en import english_head, kind_of_column
from .table import Found, Row, TableText

_DASH = compiled(r"\s+[-–—]\s+(?=[A-Z])")
_LONGEST_TITLE, _LONGEST_LABEL = 60, 30

Named = tuple[TracedText, TracedText]
"""The name of a field and what it says."""


def is_card_label(text: str) -> bool:
    """Return whether a cell announces a card's task: Strategy, Action:, Project title."""
    return len(text) < _LONGEST_LABEL and kind_of_column(text) is FieldKind.TITLE


def is_card_head(label: str, names: Sequence[str]) -> bool:
    """Return whether the cells below a card's task name its other fields, a role among them; one of three may be unknown."""
    head = english_head([label, *names])
    if head is None or len(names) < 2 or head.columns[0] is not FieldKind.TITLE:
        return False
    unknown = sum(kind_of_column(name) is None for name in names)
    return bool(ROLES & {*head.columns}) and unknown <= len(names) // 3


@rule(Stage.ENGLISH)
def cards_in(rows: Sequence[Row]) -> list[Row]:
    """A row `Strategy | what is to be done` begins a card. Below it stand further labels with their values, and a row of
    names (Timeline, Lead Agency, Partner Agency) above a row with what they say. A title goes up to a dash."""
    begins = [at for at, row in enumerate(rows) if _begins(row)]
    cards = [[*_card(rows[at:end])] for at, end in zip(begins, [*begins[1:], len(rows)], strict=False)]
    return [
        row
        for card in cards
        if any(kind_of_column(name.text) in ROLES for name, _ in card)
        for row in card_rows(card)
    ]


def card_table(text: TableText, at: int) -> Found | None:
    """Read a card in columns of blanks: the lines of its task, the names of its fields, and below them what they say."""
    label, *task = text.pieces(at)
    if len(task) != 1 or not is_card_label(label.text.text):
        return None
    end = at + 1
    while text.goes_on(end) and len(text.pieces(end)) == 1:
        task += text.pieces(end)
        end += 1
    names = text.pieces(end) if text.goes_on(end) else []
    if not is_card_head(label.text.text, [name.text.text for name in names]):
        return None
    values: list[list[TracedText]] = [[] for _ in names]
    end += 1
    while text.goes_on(end) and not is_card_label(text.pieces(end)[0].text.text):
        for value, parts in zip(values, placed(text.pieces(end), names), strict=True):
            value += parts
        end += 1
    whole = text.join([piece.text for piece in task])
    fields = [(name.text, text.join(value)) for name, value in zip(names, values, strict=True)]
    return Found(card_rows([(label.text, whole), *fields]), at, end)


def card_rows(card: Sequence[Named]) -> list[Row]:
    """Return the fields of a card as a head and a row; what stands behind the dash of its title is its description."""
    (label, task), *others = card
    dash = _DASH.search(task.text, 0, _LONGEST_TITLE)
    if dash:
        more = task[dash.end() :]
        others = [*others, (TracedText.implied("Description", more.offsets[0]), more)]
    fields = [(label, task[: dash.start()] if dash else task), *others]
    return [Row(tuple(name for name, _ in fields)), Row(tuple(value for _, value in fields))]


def _card(rows: Sequence[Row]) -> Iterator[Named]:
    """Yield the fields of the card that begins with the first of these rows."""
    label, task = rows[0].once
    yield label, task
    at = 1
    while at < len(rows):
        cells = rows[at].once
        if len(cells) == 2 and _is_name(cells[0]) and not _is_name(cells[1]):
            yield cells[0], cells[1]
            at += 1
        elif at + 1 < len(rows) and is_card_head(label.text, rows[at].words):
            yield from zip(rows[at].cells, rows[at + 1].cells, strict=False)
            at += 2
        else:
            return


def _begins(row: Row) -> bool:
    cells = row.once
    return len(cells) == 2 and is_card_label(cells[0].text) and not _is_name(cells[1])


def _is_name(cell: TracedText) -> bool:
    return kind_of_column(cell.text) is not None
