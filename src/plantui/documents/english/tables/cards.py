"""Cards: a table for each task, with the task in a row of its own above the names of the other columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import columns_of, kind_of_column
from .records import Record, Row, records_of

_DASH = compiled(r"\s+[-–—]\s+(?=[A-Z])")
_LONGEST_TITLE, _LONGEST_LABEL = 60, 30

Cells = Sequence[TracedText]
Named = tuple[TracedText, TracedText]
"""The name of a field and what it says."""


def is_card_label(text: str) -> bool:
    """Return whether a cell announces a card's task: Strategy, Action:, Project title."""
    return len(text) < _LONGEST_LABEL and kind_of_column(text) is FieldKind.TITLE


def is_card_head(label: str, names: Sequence[str]) -> bool:
    """Return whether the cells below a card's task name its other fields, a role among them; one of three may be unknown."""
    kinds = columns_of([label, *names])
    if kinds is None or len(names) < 2 or kinds[0] is not FieldKind.TITLE:
        return False
    unknown = sum(kind_of_column(name) is None for name in names)
    return any(kind in ROLES for kind in kinds) and unknown <= len(names) // 3


@rule(Stage.ENGLISH)
def card_records(rows: Sequence[Cells], table: int) -> list[Record]:
    """A row `Strategy | what is to be done` begins a card. Below it stand further labels with their values, and a row of
    names (Timeline, Lead Agency, Partner Agency) above a row with what they say. A title goes up to a dash."""
    found: list[Record] = []
    at = 0
    while at < len(rows):
        card = [*_card(rows, at)] if _begins(rows[at]) else []
        if any(kind_of_column(name.text) in ROLES for name, _ in card):
            found += record_of_card(card, table)
        at += 1
    return found


def record_of_card(card: Sequence[Named], table: int) -> list[Record]:
    """Return the fields of a card as the record of a table with one row."""
    (label, task), *others = card
    parts = _parted(task)
    names = [label.text, *(name.text for name, _ in others)]
    kinds = columns_of(names)
    if kinds is None:
        return []
    row = Row((parts[0], *(value for _, value in others), *parts[1:]))
    return records_of([*kinds, FieldKind.TEXT], [row], table)


def _parted(task: TracedText) -> list[TracedText]:
    """A title and what stands behind its dash."""
    dash = _DASH.search(task.text, 0, _LONGEST_TITLE)
    return [task[: dash.start()], task[dash.end() :]] if dash else [task]


def _card(rows: Sequence[Cells], at: int) -> Iterator[Named]:
    """Yield the fields of the card that begins at a row."""
    label = _once(rows[at])[0].text
    first = at
    while at < len(rows) and (at == first or not _begins(rows[at])):
        cells = _once(rows[at])
        if at == first or (len(cells) == 2 and _is_name(cells[0]) and not _is_name(cells[1])):
            yield cells[0], cells[1]
            at += 1
        elif at + 1 < len(rows) and is_card_head(label, [cell.text for cell in rows[at]]):
            yield from zip(rows[at], rows[at + 1], strict=False)
            at += 2
        else:
            return


def _begins(row: Cells) -> bool:
    cells = _once(row)
    return len(cells) == 2 and is_card_label(cells[0].text) and not _is_name(cells[1])


def _is_name(cell: TracedText) -> bool:
    return kind_of_column(cell.text) is not None


def _once(row: Cells) -> list[TracedText]:
    """The cells of a row that say something, merged ones once."""
    return [*{cell.offsets[0]: cell for cell in row if cell.text}.values()]
