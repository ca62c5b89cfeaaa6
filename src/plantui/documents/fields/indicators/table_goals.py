"""The rows of tables of indicators as goals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from plantui.documents.fields.indicators.direction import direction
from plantui.documents.languages.zh import ZH
from plantui.documents.period import Period
from plantui.documents.rule import Stage, rule
from plantui.documents.tables.cells import plain
from plantui.documents.tables.indicators import IndicatorHead
from plantui.documents.tables.table import Row
from plantui.documents.tokens.numerals import value_of
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.plan import Goal
from plantui.model.terms import Force, Op

_OPS = {
    **dict.fromkeys(("≥", ">=", "≧"), Op.AT_LEAST),
    **dict.fromkeys(("≤", "<=", "≦"), Op.AT_MOST),
    **dict.fromkeys((">", "＞"), Op.MORE),
    **dict.fromkeys(("<", "＜"), Op.LESS),
    "=": Op.EQUAL,
}
_BRACKETS = "[]〔〕【】（）"


def table_goals(
    rows: Iterable[tuple[IndicatorHead, Row]], period: Period
) -> Iterator[tuple[Goal, TracedText]]:
    """Yield what the tables of indicators want."""
    for head, row in rows:
        yield from goals_of(head, row, period)


@rule(Stage.TABLES)
def goals_of(head: IndicatorHead, row: Row, period: Period) -> Iterator[tuple[Goal, TracedText]]:
    """Each target of an indicator is a goal: ≥25 at least, 25以下 at most, a bare figure as in a text. A year before the
    plan's first is no target; 约束性 binds, 预期性 is hoped for."""
    cells = [plain(cell) for cell in row.cells]
    if max(head.name, *(at for at, _ in head.targets)) >= len(cells) or not cells[head.name].text:
        return
    name = cells[head.name]
    unit = cells[head.unit].text if head.unit is not None and head.unit < len(cells) else ""
    nature = cells[head.nature].text if head.nature is not None and head.nature < len(cells) else ""
    force = Force.EXPECTED if "预期" in nature else Force.BINDING
    for at, year in head.targets:
        cell = cells[at].strip(_BRACKETS)
        if not cell.text or cell.text == name.text or (year is not None and period.is_before(year)):
            continue
        last = year or period.end_year
        due = date(last, 12, 31) if last else None
        text = TracedText.join([name, cell])
        yield _goal(text, name.text, cell.text, unit, due, force), text


def _goal(text: TracedText, name: str, target: str, unit: str, due: date | None, force: Force) -> Goal:
    plain_target = folded(target).replace(" ", "")
    grade = ZH.TABLES_GRADE.match(plain_target)
    if grade:
        return Goal(text.text, name, due=due, grade=grade[0], force=force)
    match = ZH.TABLES_VALUE.match(plain_target)
    value = value_of(match["n"]) if match else None
    if match is None or value is None:
        return Goal(text.text, due=due)
    op = _OPS.get(match["op"] or "") or direction("", match["s"] or "", name)
    own = match["u"] or ""
    written = text.text + ("" if own or not unit else unit)
    return Goal(written, name, op, value, own or unit or None, due, force=force)
