"""指标完成情况: targets against reported values, worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.export.blocks import Block, Piece, Table, TableCell, TableColumn, Text
from plantui.export.phrasing import indicator_text
from plantui.model.indicator_state import IndicatorState
from plantui.model.terms import Light
from plantui.query.indicators import IndicatorRow
from plantui.store.index import bits
from plantui.words.note_phrases import amount_text

from .telling import NOT_KNOWN, Telling

_LIGHTS = {IndicatorState.MISSED: Light.RED, IndicatorState.MET: Light.BLUE}
_SHARES = {"number": 8, "task": 26, "indicator": 34, "actual": 30, "state": 16}
_CENTRED = ("number", "state")


def indicators(telling: Telling) -> Iterator[Block]:
    """Yield how many indicators are in which state, and a table of those with values."""
    found = telling.indicators
    if not found.rows:
        yield telling.paragraph([telling.say("reports.indicators.none")])
        return
    tasks = bits.from_rows(row.task.pk for row in found.rows)
    states = found.states()
    parts = [
        telling.say(f"reports.indicators.{state.value}", count=telling.indicator_count(state))
        for state in reversed(IndicatorState)
        if states[state]
    ]
    said = [
        telling.say(
            "reports.indicators.count",
            tasks=telling.figure("indicator_tasks", str(found.tasks), tasks),
            count=telling.figure("indicators", str(len(found.rows)), tasks),
            parts=telling.enumerated(parts),
        )
    ]
    if found.left_out:
        said.append(telling.say("reports.indicators.left_out", count=found.left_out))
    rows = [row for row in found.rows if row.report.values]
    if rows and len(rows) < len(found.rows):
        said.append(telling.say("reports.indicators.rest", count=len(found.rows) - len(rows)))
    yield telling.paragraph(said)
    if rows:
        yield _table(telling, rows)


def _table(telling: Telling, rows: Sequence[IndicatorRow]) -> Table:
    columns = [
        TableColumn.wide_enough(telling.words(f"reports.column.{name}"), share, name in _CENTRED)
        for name, share in _SHARES.items()
    ]
    cells = [
        [
            TableCell((str(at),)),
            telling.task_cell(row.task),
            TableCell((indicator_text(telling.words, row.report.indicator),)),
            TableCell(_values(telling, at, row)),
            TableCell((telling.words(f"reports.indicator.state.{row.state.value}"),), _LIGHTS.get(row.state)),
        ]
        for at, row in enumerate(rows, 1)
    ]
    return Table(telling.words("reports.indicators.table"), columns, cells)


def _values(telling: Telling, at: int, row: IndicatorRow) -> Text:
    """Return the latest value of each department, a line each."""
    pieces: list[Piece] = []
    for value in row.report.latest:
        pieces += ["\n"] if pieces else []
        amount = telling.figure(f"i{at}_actual", amount_text(value.actual), 1 << row.task.pk)
        pieces += telling.say(
            "reports.actual", department=value.department, amount=amount, day=value.actual.day.isoformat()
        )
    return tuple(pieces) or (NOT_KNOWN,)
