"""The plan's main goals: one clause each, or a row of a table of indicators, with their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from plantui.documents.fields.deadlines.reading import deadlines_in
from plantui.documents.fields.indicators.direction import direction, force_of
from plantui.documents.fields.indicators.naming import object_of
from plantui.documents.fields.indicators.reading import read_indicators
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.reading import ReadIndicator
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.brackets import pieces
from plantui.documents.tokens.numerals import value_of
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Goal
from plantui.model.terms import Force, Op

if TYPE_CHECKING:
    # A text without tables does without their reading.
    from plantui.documents.tables.indicators import IndicatorHead
    from plantui.documents.tables.table import Row

_OPS = {
    **dict.fromkeys(("≥", ">=", "≧"), Op.AT_LEAST),
    **dict.fromkeys(("≤", "<=", "≦"), Op.AT_MOST),
    **dict.fromkeys((">", "＞"), Op.MORE),
    **dict.fromkeys(("<", "＜"), Op.LESS),
    "=": Op.EQUAL,
}
_BRACKETS = "[]〔〕【】（）"


@rule(Stage.GOALS)
def read_goals(text: TracedText, period: Period) -> tuple[tuple[Goal, Span], ...]:
    """A paragraph of goals is cut at ， ； 。 outside brackets and quotation marks; each clause is a goal. Its date is the
    last one before it in the paragraph, and for clauses before the first date of their sentence that one; without a
    date it has none (展望本世纪中叶 stays in its clause, since no year carries it). 其中, 力争 or 通过三年努力 alone belongs
    to the clause behind it. A clause that only says 达到1300亿元 measures what the clause before it in the sentence does.
    力争 before its date is said of the goal, and of all goals of the sentence where the date stands alone."""
    found: list[tuple[Goal, Span]] = []
    start = 0
    for line in [*compiled("\n").finditer(text.text), None]:
        end = line.start() if line else len(text)
        found.extend(_paragraph(text[start:end].strip(), period))
        start = end + 1
    return tuple(found)


def _paragraph(text: TracedText, period: Period) -> list[tuple[Goal, Span]]:
    plain = folded(text.text)
    dates = [(one.start, one.end, one.due) for one in deadlines_in(plain, period) if one.due]
    found: list[tuple[Goal, Span]] = []
    due: date | None = None
    for sentence in pieces(plain, "。！？"):
        inside = [one for one in dates if sentence.start <= one[0] < sentence.end]
        due = due if due or not inside or not _heads_its_sentence(plain, inside[0][0]) else inside[0][2]
        held, subject, hopes = -1, "", False
        for piece in pieces(plain[sentence.start : sentence.end], "，；"):
            start, end = sentence.start + piece.start, sentence.start + piece.end
            for first, _, day in inside:
                due = day if start <= first < end else due
            first = _behind_number_and_date(plain, start, end, [(at, last) for at, last, _ in dates])
            hoped_here = ZH.GOALS_HOPED_HEAD.search(plain[start:first]) is not None
            hopes = hopes or (hoped_here and not plain[first:end].strip())
            if ZH.GOALS_LEAD_IN.match(plain[first:end].strip()):
                held = first if held < 0 else held
                continue
            clause = text[(held if held >= 0 else first) : end].strip()
            held = -1
            if clause.text and not ZH.GOALS_WHO.match(plain[first:end].strip()):
                goal = _goal(clause, due or _whole_year(clause.text, period), period, subject)
                if goal.force and (hopes or hoped_here):
                    goal = goal._replace(force=Force.EXPECTED)
                subject = goal.indicator or object_of(folded(clause.text)) or subject
                found.append((goal, clause.span))
    return found


@rule(Stage.GOALS)
def _whole_year(clause: str, period: Period) -> date | None:
    """全年新增经营主体1200户 in a document about one year is due on its 31 December."""
    year = period.only_year if ZH.GOALS_YEARLY.match(clause) else None
    return date(year, 12, 31) if year else None


def _heads_its_sentence(plain: str, at: int) -> bool:
    """Whether the clauses before a date share it: no semicolon stands between, and it begins its own clause."""
    start = max(plain.rfind(mark, 0, at) for mark in "。！？") + 1
    return "；" not in plain[start:at] and ZH.GOALS_HEAD_OF_CLAUSE.search(plain[start:at]) is not None


def _behind_number_and_date(plain: str, start: int, end: int, dates: list[tuple[int, int]]) -> int:
    """Where a clause begins behind its number, its label and a date at its head."""
    for pattern in (ZH.GOALS_NUMBER, ZH.GOALS_LABEL, ZH.GOALS_NUMBER):
        match = pattern.match(plain[start:end])
        start += match.end() if match else 0
    for first, last in dates:
        if start <= first < end and plain[start:first].strip() in ("", "力争", "争取", "确保"):
            start = last
    return start


def _goal(clause: TracedText, due: date | None, period: Period, subject: str) -> Goal:
    figures = read_indicators(clause, (), period, subject)
    if figures:
        return _with_figure(clause.text, figures[0], due)
    goal = Goal(clause.text, due=due)
    graded = graded_target(folded(clause.text))
    if graded is None:
        return goal
    name, grade = graded
    return goal._replace(indicator=name, grade=grade, force=force_of(clause.text, ""))


def _with_figure(text: str, figure: ReadIndicator, due: date | None) -> Goal:
    force = figure.force or Force.BINDING
    name = ZH.GOALS_WHOLE_REGION.sub("", figure.indicator)
    return Goal(text, name, figure.op, figure.value, figure.unit, due, force=force)


@rule(Stage.GOALS)
def graded_target(clause: str) -> tuple[str, str] | None:
    """…断面水质稳定达到Ⅱ类: a target that is a class and no number: what has it, and the class."""
    match = ZH.GOALS_GRADE.fullmatch(compiled(r"(?:标准|水体|水质|水质标准)+$").sub("", clause))
    classes = ZH.GOALS_CLASS.findall(match.group()) if match else []
    return (match["name"], classes[-1]) if match and classes else None


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
    from plantui.documents.tables.cells import plain

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
        yield _goal_of_cell(text, name.text, cell.text, unit, due, force), text


def _goal_of_cell(
    text: TracedText, name: str, target: str, unit: str, due: date | None, force: Force
) -> Goal:
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
