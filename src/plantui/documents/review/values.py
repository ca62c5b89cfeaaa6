"""A field's value as one line of text, and back: what a person reads and types in the review."""

from __future__ import annotations

import re
from datetime import date

from plantui.documents.patterns import compiled
from plantui.model.plan import Deadline, Goal, Indicator
from plantui.model.problem import DataError
from plantui.model.terms import Op, PlanStatus

_LINE_END = "⏎"
_SIGNS = {
    Op.AT_LEAST: "≥",
    Op.MORE: ">",
    Op.AT_MOST: "≤",
    Op.LESS: "<",
    Op.EQUAL: "=",
    Op.ABOUT: "~",
    None: "：",
}
_OPS: dict[str, Op | None] = {sign: op for op, sign in _SIGNS.items()}
_OPS |= {op.value: op for op in Op} | {
    "＞": Op.MORE,
    "＜": Op.LESS,
    "＝": Op.EQUAL,
    "～": Op.ABOUT,
    ":": None,
}
_DAY = r"\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?"
_DATED = compiled(rf"^\s*({_DAY})\s*(.*)$", re.DOTALL)
_DATED_TAIL = compiled(rf"^(.*?)[\s,，]+({_DAY})\s*$", re.DOTALL)
_MEASURES = (
    compiled(r"^(.*?)\s*(>=|<=|==|[≥≤><=~＞＜＝～])\s*(.*)$", re.DOTALL),
    compiled(r"^(.*?)\s*([：:])\s*(.*)$", re.DOTALL),
)
_NUMBER = compiled(r"^([-+]?\d+(?:\.\d+)?)\s*(.*)$", re.DOTALL)
_MONTH = compiled(r"^(\d{4})[-./年](\d{1,2})月?$")
_NAMES = compiled(r"[、,，;；]")
_BRACKETS = {"（": "）", "(": ")", "〔": "〕", "[": "]"}
_HALF = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF0D, 0xFF0E, 0xFF0F)}


class BadValue(DataError):
    """A text that is no value of its field. Its message is a key of the catalogue's `review` topic."""


def one_line_of(text: str) -> str:
    """A text of several lines as the one line that is edited."""
    return text.replace("\n", _LINE_END)


def text_of(line: str) -> str:
    """The text behind its one line."""
    return line.replace(_LINE_END, "\n").strip()


def words_of(line: str) -> str:
    """Words that must be there."""
    text = text_of(line)
    if not text:
        raise BadValue("review.bad.empty")
    return text


def day_of(line: str) -> date:
    """A day, also written 2025.9.30 or 2025年9月30日."""
    numbers = compiled(r"\d+").findall(line.translate(_HALF))
    try:
        year, month, day = (int(number) for number in numbers)
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise BadValue("review.bad.day", text=line) from None


def issued_of(line: str) -> date | str | None:
    """A day of issue: a day, a month, or nothing."""
    text = line.translate(_HALF).strip()
    if not text:
        return None
    if month := _MONTH.match(text):
        return day_of(f"{text} 1").strftime("%Y-%m") if month else None
    return day_of(text)


def year_of(line: str) -> int | None:
    """A year of four digits, or nothing."""
    text = line.translate(_HALF).strip().removesuffix("年")
    if not text:
        return None
    if not compiled(r"[12]\d{3}").fullmatch(text):
        raise BadValue("review.bad.year", text=line)
    return int(text)


def status_of(line: str) -> PlanStatus:
    """A plan's status by its name in the plan format."""
    try:
        return PlanStatus(line.strip())
    except ValueError:
        raise BadValue("review.bad.status", text=line) from None


def names_line(names: tuple[str, ...]) -> str:
    """Departments as one line."""
    return "、".join(names)


def names_of(line: str) -> tuple[str, ...]:
    """The departments of a line, each once; a mark inside a bracket parts nothing: 各县（市、区）政府."""
    names: list[str] = []
    for piece in _outside_brackets(line):
        name = piece.strip()
        if name and name not in names:
            names.append(name)
    return tuple(names)


def _outside_brackets(line: str) -> list[str]:
    pieces, closing = [""], ""
    for char in line:
        if not closing and _NAMES.match(char):
            pieces.append("")
            continue
        if char == closing:
            closing = ""
        elif not closing and char in _BRACKETS and _BRACKETS[char] in line:
            closing = _BRACKETS[char]
        pieces[-1] += char
    return pieces


def deadline_line(deadline: Deadline) -> str:
    """A deadline as one line: 2025-12-31 到2025年底."""
    return one_line_of(f"{deadline.due.isoformat()} {deadline.phrase}")


def deadline_of(line: str, before: Deadline | None) -> Deadline | None:
    """The deadline of a line, with the clause of the one before; None for an empty line."""
    if not line.strip():
        return None
    dated = _DATED.match(line.translate(_HALF))
    if not dated:
        raise BadValue("review.bad.deadline", text=line)
    day = day_of(dated[1])
    phrase = text_of(line[dated.start(2) :]) or (before.phrase if before else dated[1])
    return before._replace(due=day, phrase=phrase) if before else Deadline(phrase, day)


def measure_line(measure: Indicator | Goal) -> str:
    """A figure as one line: PM2.5平均浓度 ≤ 42.5 微克/立方米 2025-12-31."""
    value = measure.grade if measure.value is None else _number(measure.value)
    parts = [measure.indicator, _SIGNS[measure.op] if value else None, value, measure.unit]
    day = measure.due.isoformat() if measure.due else None
    return one_line_of(" ".join(part for part in (*parts, day) if part))


def _number(value: float) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def indicator_of(line: str, before: Indicator | None) -> Indicator | None:
    """The indicator of a line, with the clause and force of the one before; None for an empty line."""
    if not line.strip():
        return None
    name, op, value, unit, grade, due = _parts(line)
    if not name:
        raise BadValue("review.bad.measure", text=line)
    new = before or Indicator(name)
    return new._replace(indicator=name, op=op, value=value, unit=unit, grade=grade, due=due)


def goal_of(line: str, before: Goal) -> Goal:
    """The goal with the figure of a line; an empty line takes its figure out."""
    if not line.strip():
        return Goal(before.text, source=before.source)
    name, op, value, unit, grade, due = _parts(line)
    return before._replace(indicator=name or None, op=op, value=value, unit=unit, grade=grade, due=due)


def _parts(
    line: str,
) -> tuple[str, Op | None, float | int | None, str | None, str | None, date | None]:
    text, due = text_of(line), None
    if dated := _DATED_TAIL.match(text):
        text, due = dated[1].strip(), day_of(dated[2])
    found = next((match for pattern in _MEASURES if (match := pattern.match(text))), None)
    if not found:
        return text, None, None, None, None, due
    name, op, rest = found[1].strip(), _OPS[found[2]], found[3].strip()
    number = _NUMBER.match(rest.translate(_HALF))
    if not number:
        if not rest:
            raise BadValue("review.bad.measure", text=line)
        return name, op, None, None, rest, due
    value = float(number[1]) if "." in number[1] else int(number[1])
    return name, op, value, number[2].strip() or None, None, due
