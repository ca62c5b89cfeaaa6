"""What the columns of a task table hold, by the words in its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule


class Column(Enum):
    """What a column holds; the value is the label under which its cells are read."""

    NUMBER = "number"
    SECTION = "section"
    TITLE = "title"
    CONTENT = "content"
    GOAL = "goal"
    LEAD = "牵头单位"
    SUPPORT = "配合单位"
    RESPONSIBLE = "责任单位"
    GUIDE = "指导单位"
    DUE = "完成时限"
    OTHER = "other"


WHO = frozenset({Column.LEAD, Column.SUPPORT, Column.RESPONSIBLE, Column.GUIDE})
_WHAT = frozenset({Column.TITLE, Column.CONTENT})
_BODIES = "单位|部门|科室|处室|股室|主体|机构"
_SUPPORT = r"配合|协办|参与|协同|参加|协助|协作|联办|会办"
_LEAD = r"牵头|主办|主责|首责|第一责任|承办"
_YEAR = compiled(
    r"^(?P<year>20\d\d)年?度?(?:工作|阶段性?|年度|主要|建设)*(?P<what>目标|计划|任务|安排|内容|要求|指标)?值?$"
)
_WORDS = (
    (Column.NUMBER, r"序号|编号|^号$|^No\.?$|项次"),
    (
        Column.OTHER,
        r"备注|投资|资金|经费|预算|分值|得分|进展|(?:完成|落实|推进|办理)情况|依据|来源|电话|联系方式|(?:开始|启动|开工|填报|立项|起始)(?:时间|日期)",
    ),
    (
        Column.OTHER,
        rf"^(?!.*(?:{_BODIES})).*(?:责任人|负责人|联系人|联络员|领导(?!小组)|分管|包联|[市县区]长$)",
    ),
    (
        Column.RESPONSIBLE,
        rf"(?:{_LEAD}).*[及和与、/].*(?:{_SUPPORT}|责任|实施)|(?:责任|{_SUPPORT}).*[及和与、/].*(?:{_LEAD})",
    ),
    (Column.SUPPORT, _SUPPORT),
    (Column.GUIDE, rf"(?:督导|督办|督查|指导|监督|监管|督促)[^措内事]{{0,2}}(?:{_BODIES})"),
    (Column.LEAD, _LEAD),
    (
        Column.DUE,
        r"时限|期限|年限|时间|日期|节点|时序|截止|起止|进度(?:安排|要求)",
    ),
    (
        Column.RESPONSIBLE,
        rf"责任|负责|(?:实施|落实|建设|执行|组织|整改|经办|完成|主管|分工)(?:{_BODIES})|^(?:{_BODIES})$|分工$",
    ),
    (
        Column.SECTION,
        r"类别|领域|板块|类型|行动名称|专项行动|方面|一级|大类|分类|模块|维度|章节|行动$|工程$",
    ),
    (
        Column.GOAL,
        r"^(?!.*(?:内容|措施|任务|事项|举措|项目)).*(?:目标|指标|预期成效|工作成效|成果|标准|年度计划)",
    ),
    (Column.CONTENT, r"内容|措施|举措|要求|具体|做法|清单|细化|二级|描述|任务分解|分解任务"),
    (Column.TITLE, r"任务|事项|项目|实事|工作|名称|整改|重点|问题|要点"),
)
_PATTERNS = tuple((column, compiled(words)) for column, words in _WORDS)
_LONGEST_HEAD = 14
_LEAST_KNOWN = 0.6


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table, in their order."""

    columns: tuple[Column, ...]
    years: tuple[str, ...] = ()
    """For each column the year in its name (2025年目标), or nothing."""

    def index(self, column: Column) -> int | None:
        """The first place of a column."""
        return self.columns.index(column) if column in self.columns else None

    def year(self, index: int) -> str:
        """The year that a column's name gives its cells."""
        return self.years[index] if index < len(self.years) else ""


def column_of(cell: str) -> Column | None:
    """The column that a head's cell names."""
    words = compiled(r"[\s*]|[（(].*[）)]").sub("", cell)
    if not words or len(words) > _LONGEST_HEAD or compiled(r"[。；：，]").search(words):
        return None
    if _YEAR.match(words):
        return Column.GOAL
    return next((column for column, pattern in _PATTERNS if pattern.search(words)), None)


@rule(Stage.TABLES)
def head_without_departments(cells: Sequence[str]) -> Head | None:
    """In a document without any other task a table that numbers its tasks and names nobody is one of tasks too: 序号,
    项目名称, 建设内容."""
    columns = _columns(cells)
    if columns is None or Column.NUMBER not in columns or not {*columns} & _WHAT:
        return None
    return Head(tuple(columns), tuple(_year_of(cell) for cell in cells))


@rule(Stage.TABLES)
def head_of(cells: Sequence[str]) -> Head | None:
    """A row is a task table's head when it names a column of tasks (任务, 事项, 内容, 措施) and one of departments
    (牵头, 主责, 责任, 配合, 协办, 督导, 科室). Other columns are numbers, sections (类别, 领域), time limits (时限, 期限),
    goals (目标), or of no use (备注); 牵头领导, 责任人 and 分管领导 hold persons."""
    columns = _columns(cells)
    if columns is None or not {*columns} & _WHAT or not {*columns} & WHO:
        return None
    _settle_who(cells, columns)
    return Head(tuple(columns), tuple(_year_of(cell) for cell in cells))


def _columns(cells: Sequence[str]) -> list[Column] | None:
    found = [column_of(cell) for cell in cells]
    if len({*cells}) < 2 or sum(column is not None for column in found) < _LEAST_KNOWN * len(found):
        return None
    columns = [column or Column.OTHER for column in found]
    _unit_is_no_department(cells, columns)
    _settle_what(cells, columns)
    return columns


def _unit_is_no_department(cells: Sequence[str], columns: list[Column]) -> None:
    """单位 alone is a unit of measurement where another column names who, or what is measured."""
    for index, cell in enumerate(cells):
        if cell.strip() == "单位":
            others = {*columns[:index], *columns[index + 1 :]}
            measured = any("指标" in other or "数量" in other for other in cells)
            if others & WHO or measured:
                columns[index] = Column.OTHER


def _settle_what(cells: Sequence[str], columns: list[Column]) -> None:
    """Of several columns of tasks the first is the section or the title, the last the words."""
    titles = [index for index, column in enumerate(columns) if column is Column.TITLE]
    distinct = len({cells[index].strip() for index in titles})
    if distinct > 1 and Column.CONTENT not in columns:
        columns[titles[-1]] = Column.CONTENT
    elif distinct > 1 and Column.SECTION not in columns:
        columns[titles[0]] = Column.SECTION
    if not {*columns} & _WHAT and not any("指标" in cell for cell in cells):
        for index, column in enumerate(columns):
            if column is Column.GOAL:
                columns[index] = Column.CONTENT
                break


@rule(Stage.TABLES)
def _settle_who(cells: Sequence[str], columns: list[Column]) -> None:
    """牵头 and 主办 lead. 主责 and 承办 lead too, but are responsible beside a column of those who lead."""
    leads = [index for index, column in enumerate(columns) if column is Column.LEAD]
    first = [index for index in leads if compiled(r"牵头|主办").search(cells[index])]
    for index in leads:
        if first and index not in first:
            columns[index] = Column.RESPONSIBLE


def _year_of(cell: str) -> str:
    """2025年 of 2025年目标, and of 完成时限（2025年）."""
    words = compiled(r"\s").sub("", cell)
    match = _YEAR.match(compiled(r"[（(].*[）)]").sub("", words)) or compiled(
        r"[（(](?P<year>20\d\d)年度?[）)]"
    ).search(words)
    return f"{match['year']}年" if match else ""


HeadOf = Callable[[Sequence[str]], Head | None]


@rule(Stage.TABLES)
def head_at(rows: Sequence[Sequence[str]], at: int, of: HeadOf = head_of) -> tuple[Head, int] | None:
    """A head may take two rows: 责任单位 above 牵头单位 and 配合单位, 目标 above 2024年 and 2025年. What the lower row
    leaves empty, or says again, the upper one names; one text above a row of names is no head but the table's title. The
    head that begins at a row, and how many rows it takes."""
    upper = rows[at]
    lower = rows[at + 1] if at + 1 < len(rows) else ()
    if _is_lower(upper, lower):
        names = [below if below.strip() else above for above, below in zip(upper, lower, strict=True)]
        both = of(names)
        if both is not None:
            return both, 2
    one = of(upper)
    return (one, 1) if one is not None else None


def _is_lower(upper: Sequence[str], lower: Sequence[str]) -> bool:
    filled = [cell for cell in upper if cell.strip()]
    known = sum(column_of(cell) is not None for cell in filled)
    if len({*filled}) == 1 and all(cell.strip() for cell in lower):
        return False
    if len(upper) != len(lower) or upper == lower or not filled or known < _LEAST_KNOWN * len(filled):
        return False
    own = [
        (above, below) for above, below in zip(upper, lower, strict=True) if below.strip() and below != above
    ]
    return bool(own) and all(column_of(below) is not None for _, below in own)
