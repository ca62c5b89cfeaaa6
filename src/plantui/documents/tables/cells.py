"""What a cell says: words once breaks of lines and marks are read, who in which role, and by when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from plantui.documents.field_kind import FieldKind
from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.lines import without_markup
from plantui.documents.normalize.names_apart import list_apart
from plantui.documents.normalize.typography import typeset
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, likeness
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText

from .table import in_words

_BREAK = compiled(r"\s*(?:\n|\\n(?![A-Za-z])|<br\s*/?>)\s*")
"""A line end, also as converters write it into one line."""
_YEAR = compiled(r"^20\d\d$")
_UNITS = (("year", "年"), ("month", "月"), ("day", "日"))
_COMMA = compiled("、")
_STAR = compiled(r"[★☆▲△※◆◇●＊*]")
_ONE_NAME = compiled(r"[^、，,；;。\s]+")
_AROUND = "；;。，,、 \n"
_ROLES = (
    (compiled(r"牵头|主办|主责"), FieldKind.LEAD),
    (compiled(r"配合|协办|参与|协助|协同"), FieldKind.SUPPORT),
    (compiled(r"指导|督导|督办|监管"), FieldKind.GUIDE),
)


@rule(Stage.TABLES)
def says_nothing(text: str) -> bool:
    """无, a dash or a slash alone leave a cell empty."""
    return ZH.TABLES_NOTHING.match(text) is not None


@rule(Stage.TABLES)
def is_ditto(text: str) -> bool:
    """同上, 〃 and ″ say again what stands above in the same column."""
    return ZH.TABLES_DITTO.match(text) is not None


def plain(cell: TracedText) -> TracedText:
    """A cell of words: line ends are wraps, but for those before the next item of an enumeration."""
    return _cleaned(cell, _items_stay)


def names(cell: TracedText) -> TracedText:
    """A cell of departments: a line end or a blank parts two names where one is whole before it and one begins behind it."""
    return _cleaned(list_apart(cell), parts_names)


def dates(cell: TracedText) -> TracedText:
    """A cell of time limits: a line end parts two dates."""
    return _cleaned(cell, parts_dates)


def _cleaned(cell: TracedText, separates: Callable[[str, str], str]) -> TracedText:
    text = without_markup(_joined([piece.strip() for piece in cell.split(_BREAK)], separates))
    text = typeset(text).strip()
    return text[:0] if says_nothing(text.text) else text


def _joined(lines: Sequence[TracedText], separates: Callable[[str, str], str]) -> TracedText:
    parts: list[TracedText] = []
    before = ""
    for line in lines:
        if not line.text:
            continue
        mark = separates(before, line.text) if parts else ""
        if mark:
            line = in_words(line, before=mark)
        parts.append(line)
        before += line.text
    return TracedText.join(parts)


def _items_stay(before: str, after: str) -> str:
    """A mark between the items of an enumeration whose lines end without one; a blank between Latin words."""
    if ZH.TABLES_ITEM.match(after) and not ZH.TABLES_MARK_LAST.search(before):
        return "；"
    return " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() else ""


@rule(Stage.TABLES)
def parts_names(before: str, after: str) -> str:
    """A line end in a cell of departments parts names (市财政局⏎市民政局) where the line before ends with a whole name or a
    role verb and the next begins like a name; else the page cut a name in two (市人⏎社局) and it is joined."""
    if ZH.TABLES_MARK_LAST.search(before) or ZH.TABLES_MARK_FIRST.match(after):
        return ""
    if ZH.TABLES_CELL_LABEL.match(after):
        return "；"
    last = ZH.TABLES_VERB_BEHIND.sub("", compiled(r"[、，；。：\s]").split(folded(before))[-1])
    bare = compiled(r"（[^（）]*）$").sub("", last)
    following = compiled(r"[、，；。：（\s]").split(folded(after))[0]
    whole = likeness(bare) is Likeness.STRONG or (likeness(bare) is Likeness.WEAK and len(bare) > 3)
    begins = likeness(ZH.TABLES_VERB_BEHIND.sub("", following)) is not Likeness.NONE and (
        len(following) > 2 or following.startswith("各")
    )
    if not whole or not begins:
        return ""
    glued = likeness(bare + following) is Likeness.STRONG and not ZH.TABLES_LEVEL.match(following)
    return "" if glued and len(following) < 4 else "、"


@rule(Stage.TABLES)
def parts_dates(before: str, after: str) -> str:
    """A line end in a cell of time limits parts two dates (6月底前…⏎12月底前…) and no others."""
    if ZH.TABLES_MARK_LAST.search(before) or ZH.TABLES_MARK_FIRST.match(after):
        return ""
    is_cut = ZH.TABLES_DATE_CUT.search(before) and not (before.endswith("年") and after.startswith("20"))
    return "；" if ZH.TABLES_DATE_START.match(after) and not is_cut else ""


@rule(Stage.TABLES)
def written_out(cell: TracedText, year: str = "") -> TracedText:
    """In a column of time limits 2024 is 2024年, 2024—2026 ends with 2026年, 2025/6/30, 2025.12 and 2025Q2 are days, months
    and quarters. Dates joined by 和 are two. A date without a year takes the one in the column's name
    (完成时限（2025年）)."""
    cell = cell.substituted(ZH.TABLES_AND_BETWEEN_DATES, lambda _, word: TracedText("、", word.offsets))
    if _YEAR.match(cell.text) or ZH.TABLES_YEARS.match(cell.text):
        return in_words(cell, "年")
    cell = cell.substituted(ZH.TABLES_DAY, _as_words)
    if quarter := ZH.TABLES_QUARTER.match(cell.text):
        first, last = cell[: quarter.end("year")], cell[quarter.start("quarter") :]
        return TracedText.join([in_words(first, "年第"), in_words(last, "季度")])
    return in_year(cell.substituted(ZH.TABLES_MONTH_DAY, _as_words), year)


def in_year(cell: TracedText, year: str, *, always: bool = False) -> TracedText:
    """A cell with the year that its column's name gives: before a date without a year, or before whatever it says where
    the columns of several years stand side by side."""
    if not year or not (always or ZH.TABLES_WITHOUT_YEAR.match(cell.text)) or cell.text.startswith(year):
        return cell
    return in_words(cell, before=year)


def _as_words(match: re.Match[str], date: TracedText) -> TracedText:
    """Return a date in figures with 年, 月 and 日, its figures without a nought before them."""
    parts: list[TracedText] = []
    for name, unit in _UNITS:
        if match.groupdict().get(name):
            start, end = (place - match.start() for place in match.span(name))
            parts.append(in_words(date[start + match[name].startswith("0") : end], unit))
    return TracedText.join(parts)


def without_marks(cell: TracedText, lead: str) -> TracedText:
    """The names of a cell without ★ and the like; the one whose mark says so leads."""

    def bare(match: re.Match[str], name: TracedText) -> TracedText:
        words = name.without(_STAR)
        return in_words(words, "（牵头）") if lead and lead in match[0] and words.text else words

    return cell.substituted(_ONE_NAME, bare)


@rule(Stage.TABLES)
def marked_runs(cell: TracedText) -> TracedText:
    """市甲局（牵头），市乙局、市丙局（配合）: where every one of several runs of names ends with a role in brackets, it holds
    for all names of its run."""
    runs = [*ZH.TABLES_RUN.finditer(cell.text)]
    if len(runs) < 2 or "".join(run[0] for run in runs) != cell.text:
        return cell
    parts: list[TracedText] = []
    for run in runs:
        *names, last = cell[run.start() : run.end()].split(_COMMA)
        parts += [in_words(name, run["mark"] + "、") for name in names if name.text]
        parts.append(last)
    return TracedText.join(parts)


@rule(Stage.TABLES)
def by_role(column: FieldKind, cell: TracedText) -> Iterator[tuple[FieldKind, TracedText]]:
    """A cell may give roles itself: 牵头：市教育局；配合：市财政局, 【主办】…【协办】…. What stands before the first of them
    has the column's own."""
    cell = marked_runs(cell)
    marks = [*ZH.TABLES_ROLE.finditer(cell.text)]
    first = (cell[: marks[0].start()] if marks else cell).strip(_AROUND)
    if first.text:
        yield column, first
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(cell)
        part = cell[mark.end() : end].strip(_AROUND)
        if part.text:
            yield _role(mark["boxed"] or mark["said"], column), part


def _role(said: str, column: FieldKind) -> FieldKind:
    found = next((role for pattern, role in _ROLES if pattern.search(said)), FieldKind.RESPONSIBLE)
    return column if said == "承办" and column is FieldKind.LEAD else found
