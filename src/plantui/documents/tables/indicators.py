"""Tables of indicators (指标, 单位, 2025年目标): each target is a goal of the plan and no task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plantui.documents.clauses.indicators.direction import direction
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numerals import number_of
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.plan import Goal
from plantui.model.terms import Force, Op

from .cells import plain
from .columns import WHO, column_of
from .row import Row

_NAME = compiled(r"指标(?:名称|内容|项)?$")
_UNIT = compiled(r"^(?:计量)?单位$")
_YEAR = compiled(r"(?P<year>20\d\d)年?")
_PRESENT = compiled(r"现状|基期|基准|基数|基础|实际|完成|水平|现有|增长|累计|年均|\[|〔")
_TARGET = compiled(r"目标值?$")
_NATURE = compiled(r"属性|性质|类型")
_VALUE = compiled(
    r"^(?P<op>≥|>=|≧|>|＞|≤|<=|≦|<|＜|=)?(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)(?P<u>%|‰|[^\d，。；以左]{0,8})?(?P<s>以上|以下|以内|左右)?$"
)
_GRADE = compiled(r"^[ⅠⅡⅢⅣⅤIV一二三四五]+类")
_OPS = {
    **dict.fromkeys(("≥", ">=", "≧"), Op.AT_LEAST),
    **dict.fromkeys(("≤", "<=", "≦"), Op.AT_MOST),
    **dict.fromkeys((">", "＞"), Op.MORE),
    **dict.fromkeys(("<", "＜"), Op.LESS),
    "=": Op.EQUAL,
}
_BRACKETS = "[]〔〕【】（）"
_FIGURE = compiled(r"^[≥≤<>＜＞\d][\d.,%‰\s]*$")
_MOST_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class IndicatorHead:
    """Where a table of indicators has what."""

    name: int
    unit: int | None
    nature: int | None
    targets: tuple[tuple[int, int | None], ...]
    """The columns of targets, each with its year where the head names one."""


@rule(Stage.TABLES)
def indicator_head(cells: Sequence[str]) -> IndicatorHead | None:
    """A table is one of indicators when its head names 指标 and years or 目标值, and nobody who is responsible. The years
    of 现状 or 基期 are no targets."""
    words = [compiled(r"\s|[（(].*[）)]").sub("", cell) for cell in cells]
    name = next((at for at, cell in enumerate(words) if _NAME.search(cell)), None)
    if name is None or any(column_of(cell) in WHO and not _UNIT.match(cell) for cell in words):
        return None
    targets: list[tuple[int, int | None]] = []
    for at, cell in enumerate(words):
        year = _YEAR.search(cell)
        if at != name and not _PRESENT.search(cell) and (year or _TARGET.search(cell)):
            targets.append((at, int(year["year"]) if year else None))
    if not targets:
        return None
    unit = next((at for at, cell in enumerate(words) if _UNIT.match(cell)), None)
    nature = next((at for at, cell in enumerate(words) if _NATURE.search(cell)), None)
    return IndicatorHead(name, unit, nature, tuple(targets))


def indicator_rows(rows: Sequence[Row]) -> tuple[IndicatorHead, list[Row]] | None:
    """The head of a table of indicators, and the rows below it."""
    for at, row in enumerate(rows):
        head = indicator_head(row.words)
        if head is not None:
            return head, [below for below in rows[at + 1 :] if below.words != row.words]
    return None


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
    grade = _GRADE.match(plain_target)
    if grade:
        return Goal(text.text, name, due=due, grade=grade[0], force=force)
    match = _VALUE.match(plain_target)
    value = number_of(match["n"]) if match else None
    if match is None or value is None:
        return Goal(text.text, due=due)
    op = _OPS.get(match["op"] or "") or direction("", match["s"] or "", name)
    own = match["u"] or ""
    written = text.text + ("" if own or not unit else unit)
    return Goal(written, name, op, value, own or unit or None, due, force=force)


@rule(Stage.TABLES)
def is_table_of_figures(rows: Sequence[Row]) -> bool:
    """A table half of whose cells are figures is neither task nor text."""
    cells = [cell.text.strip() for row in rows[1:] for cell in row.filled]
    return len(cells) > 1 and sum(bool(_FIGURE.match(cell)) for cell in cells) >= _MOST_WORDS * len(cells)
