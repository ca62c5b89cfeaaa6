"""What the columns of a task table hold, by the words in its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import KIND_OF_MEANING, ROLES, FieldKind
from plantui.documents.languages.own_words import meaning_of, own_words
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

WHAT = frozenset({FieldKind.TITLE, FieldKind.TEXT})
_COLUMNS = tuple(
    (kind, compiled(words))
    for kind, words in (
        (FieldKind.NUMBER, "|".join(zh.COLUMNS_NUMBER)),
        (FieldKind.OTHER, "|".join(zh.COLUMNS_OTHER)),
        (FieldKind.OTHER, zh.TABLES_COLUMN_PERSON),
        (FieldKind.RESPONSIBLE, zh.TABLES_COLUMN_LEAD_AND_OTHERS),
        (FieldKind.SUPPORT, "|".join(zh.COLUMNS_SUPPORT)),
        (FieldKind.GUIDE, zh.TABLES_COLUMN_GUIDE),
        (FieldKind.LEAD, "|".join(zh.COLUMNS_LEAD)),
        (FieldKind.DUE, "|".join(zh.COLUMNS_DUE)),
        (FieldKind.RESPONSIBLE, zh.TABLES_COLUMN_RESPONSIBLE),
        (FieldKind.SECTION, "|".join(zh.COLUMNS_SECTION)),
        (FieldKind.MEASURE, zh.TABLES_COLUMN_GOAL),
        (FieldKind.TEXT, "|".join(zh.COLUMNS_CONTENT)),
        (FieldKind.TITLE, "|".join(zh.COLUMNS_TITLE)),
    )
)
_LONGEST_HEAD = 14
_LEAST_KNOWN = 0.6


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table, in their order."""

    columns: tuple[FieldKind, ...]
    years: tuple[str, ...] = ()
    """For each column the year or the part of one in its name (2025年目标, 一季度), or nothing."""

    def index(self, kind: FieldKind) -> int | None:
        """Return the first place of a column."""
        return self.columns.index(kind) if kind in self.columns else None

    def year(self, index: int) -> str:
        """Return the year that a column's name gives its cells."""
        return self.years[index] if index < len(self.years) else ""


HeadOf = Callable[[Sequence[str]], Head | None]


def own_column(cell: str) -> FieldKind | None:
    """Return what a column holds whose head is a word of the office."""
    own = own_words()
    meaning = meaning_of(cell.strip(" *：:"), own.columns + own.labels)
    return KIND_OF_MEANING[meaning] if meaning else None


def column_of(cell: str) -> FieldKind | None:
    """Return what the column holds that a head's cell names."""
    if own := own_column(cell):
        return own
    words = compiled(r"[\s*]|[（(].*[）)]").sub("", cell)
    if not words or len(words) > _LONGEST_HEAD or compiled(r"[。；：，]").search(words):
        return None
    if ZH.TABLES_COLUMN_YEAR.match(words):
        return FieldKind.MEASURE
    return next((kind for kind, pattern in _COLUMNS if pattern.search(words)), None)


@rule(Stage.TABLES)
def head_without_departments(cells: Sequence[str]) -> Head | None:
    """In a document without any other task a table that numbers its tasks and names nobody is one of tasks too: 序号,
    项目名称, 建设内容."""
    head = _head(cells)
    return head if head and FieldKind.NUMBER in head.columns and {*head.columns} & WHAT else None


@rule(Stage.TABLES)
def head_of(cells: Sequence[str]) -> Head | None:
    """A row is a task table's head when it names a column of tasks (任务, 事项, 内容, 措施) and one of departments
    (牵头, 主责, 责任, 配合, 协办, 督导, 科室). Other columns are numbers, sections (类别, 领域), time limits (时限, 期限),
    goals (目标), or of no use (备注); 牵头领导, 责任人 and 分管领导 hold persons."""
    head = _head(cells)
    return head if head and {*head.columns} & WHAT and {*head.columns} & ROLES else None


def _head(cells: Sequence[str]) -> Head | None:
    found = [column_of(cell) for cell in cells]
    if len({*cells}) < 2 or sum(kind is not None for kind in found) < _LEAST_KNOWN * len(found):
        return None
    columns = [kind or FieldKind.OTHER for kind in found]
    _unit_is_no_department(cells, columns)
    _settle_what(cells, columns)
    _settle_who(cells, columns)
    return Head(tuple(columns), tuple(_year_of(cell) for cell in cells))


def _unit_is_no_department(cells: Sequence[str], columns: list[FieldKind]) -> None:
    """单位 alone is a unit of measurement where another column names who, or what is measured."""
    measured = any("指标" in cell or "数量" in cell for cell in cells)
    for index in [at for at, cell in enumerate(cells) if cell.strip() == "单位"]:
        if measured or {*columns[:index], *columns[index + 1 :]} & ROLES:
            columns[index] = FieldKind.OTHER


def _settle_what(cells: Sequence[str], columns: list[FieldKind]) -> None:
    """Of several columns of tasks the first is the section or the title, the last the words; where none is, goals are."""
    titles = [index for index, kind in enumerate(columns) if kind is FieldKind.TITLE]
    if len({cells[index].strip() for index in titles}) > 1:
        if FieldKind.TEXT not in columns:
            columns[titles[-1]] = FieldKind.TEXT
        elif FieldKind.SECTION not in columns:
            columns[titles[0]] = FieldKind.SECTION
    if not {*columns} & WHAT and FieldKind.MEASURE in columns and not any("指标" in cell for cell in cells):
        columns[columns.index(FieldKind.MEASURE)] = FieldKind.TEXT


@rule(Stage.TABLES)
def _settle_who(cells: Sequence[str], columns: list[FieldKind]) -> None:
    """牵头 and 主办 lead. 主责 and 承办 lead too, but are responsible beside a column of those who lead."""
    leads = [index for index, kind in enumerate(columns) if kind is FieldKind.LEAD]
    first = [index for index in leads if compiled(r"牵头|主办").search(cells[index])]
    for index in leads if first else ():
        if index not in first:
            columns[index] = FieldKind.RESPONSIBLE


def _year_of(cell: str) -> str:
    """Return 2025年 of 2025年目标 and of 完成时限（2025年）, and 一季度 of 一季度进度."""
    words = compiled(r"\s").sub("", cell)
    bare = compiled(r"[（(].*[）)]").sub("", words)
    match = ZH.TABLES_COLUMN_YEAR.match(bare) or compiled(r"[（(](?P<year>20\d\d)年度?[）)]").search(words)
    if not match:
        return ""
    return f"{match['year']}年" if match["year"].isdigit() else match["year"]


@rule(Stage.TABLES)
def head_at(rows: Sequence[Sequence[str]], at: int, of: HeadOf = head_of) -> tuple[Head, int] | None:
    """A head may take two rows: 责任单位 above 牵头单位 and 配合单位, 目标 above 2024年 and 2025年. What the lower row
    leaves empty, or says again, the upper one names; one text above a row of names is no head but the table's title. The
    head that begins at a row, and how many rows it takes."""
    upper = rows[at]
    lower = rows[at + 1] if at + 1 < len(rows) else ()
    if _is_lower(upper, lower):
        names = [below if below.strip() else above for above, below in zip(upper, lower, strict=True)]
        if both := of(names):
            return both, 2
    one = of(upper)
    return (one, 1) if one is not None else None


def _is_lower(upper: Sequence[str], lower: Sequence[str]) -> bool:
    filled = {cell for cell in upper if cell.strip()}
    known = sum(column_of(cell) is not None for cell in filled)
    if len(filled) == 1 and all(cell.strip() for cell in lower):
        return False
    if len(upper) != len(lower) or upper == lower or not filled or known < _LEAST_KNOWN * len(filled):
        return False
    own = [below for above, below in zip(upper, lower, strict=True) if below.strip() and below != above]
    return bool(own) and all(column_of(below) is not None for below in own)
