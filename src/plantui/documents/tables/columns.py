"""What the columns of a task table hold, by the words in its head."""

from __future__ import annotations

from collections.abc import Sequence
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
    DUE = "完成时限"
    OTHER = "other"


_WORDS = (
    (Column.NUMBER, r"序号|编号|^号$|^No\.?$|项次"),
    (Column.SUPPORT, r"配合|协办|参与|协同|参加|协助"),
    (Column.LEAD, r"牵头|主办|承办"),
    (Column.OTHER, r"责任人|责任领导|联系人|备注|投资|资金|分管|领导|进展|完成情况|依据|来源|电话"),
    (Column.DUE, r"时限|完成时间|时间要求|时间节点|时间进度|完成日期|截止|时间安排|进度安排|起止"),
    (Column.RESPONSIBLE, r"责任|负责|实施单位|实施主体|落实单位|部门$|单位$"),
    (Column.SECTION, r"类别|领域|板块|类型|行动名称|专项行动|方面|一级|大类|分类|行动$|工程$"),
    (Column.GOAL, r"目标(?!任务)|指标|预期成效|工作成果|成果形式"),
    (Column.CONTENT, r"内容|措施|举措|要求|具体|做法|清单|细化|二级|描述"),
    (Column.TITLE, r"任务|事项|项目|工作|名称|整改|重点"),
)
_PATTERNS = tuple((column, compiled(words)) for column, words in _WORDS)
_LONGEST_HEAD = 14
_WHO = frozenset({Column.LEAD, Column.SUPPORT, Column.RESPONSIBLE})
_WHAT = frozenset({Column.TITLE, Column.CONTENT})


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table, in their order."""

    columns: tuple[Column, ...]

    def index(self, column: Column) -> int | None:
        """The first place of a column."""
        return self.columns.index(column) if column in self.columns else None


def column_of(cell: str) -> Column | None:
    """The column that a head's cell names."""
    words = compiled(r"\s|[（(].*[）)]").sub("", cell)
    if not words or len(words) > _LONGEST_HEAD:
        return None
    return next((column for column, pattern in _PATTERNS if pattern.search(words)), None)


@rule(Stage.TABLES)
def head_of(cells: Sequence[str]) -> Head | None:
    """A row is a task table's head when it names a column of tasks (任务, 事项, 内容, 措施) and one of departments
    (牵头, 责任, 配合, 单位). Other columns are numbers, sections (类别, 领域), time limits (时限), goals, or of no
    use (备注)."""
    found = [column_of(cell) for cell in cells]
    named = {column for column in found if column is not None}
    if not named & _WHO or not named & _WHAT or sum(c is not None for c in found) < 0.7 * len(found):
        return None
    columns = [column or Column.OTHER for column in found]
    if Column.TITLE not in named:
        return Head(tuple(columns))
    titles = [index for index, column in enumerate(columns) if column is Column.TITLE]
    if len(titles) > 1 and Column.CONTENT not in named:
        columns[titles[-1]] = Column.CONTENT
    elif len(titles) > 1 and Column.SECTION not in named:
        columns[titles[0]] = Column.SECTION
    return Head(tuple(columns))
