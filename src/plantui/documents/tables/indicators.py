"""Tables of indicators (指标, 单位, 2025年目标): each target is a goal of the plan and no task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import ROLES
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .heads import column_of
from .table import Row

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
    name = next((at for at, cell in enumerate(words) if ZH.TABLES_INDICATOR_NAME.search(cell)), None)
    if name is None or any(
        column_of(cell) in ROLES and not ZH.TABLES_INDICATOR_UNIT.match(cell) for cell in words
    ):
        return None
    targets: list[tuple[int, int | None]] = []
    for at, cell in enumerate(words):
        year = ZH.TABLES_INDICATOR_YEAR.search(cell)
        if (
            at != name
            and not ZH.TABLES_PRESENT.search(cell)
            and (year or ZH.TABLES_INDICATOR_TARGET.search(cell))
        ):
            targets.append((at, int(year["year"]) if year else None))
    if not targets:
        return None
    unit = next((at for at, cell in enumerate(words) if ZH.TABLES_INDICATOR_UNIT.match(cell)), None)
    nature = next((at for at, cell in enumerate(words) if ZH.TABLES_INDICATOR_NATURE.search(cell)), None)
    return IndicatorHead(name, unit, nature, tuple(targets))


def indicator_rows(rows: Sequence[Row]) -> tuple[IndicatorHead, list[Row]] | None:
    """The head of a table of indicators, and the rows below it."""
    for at, row in enumerate(rows):
        head = indicator_head(row.words)
        if head is not None:
            return head, [below for below in rows[at + 1 :] if below.words != row.words]
    return None


@rule(Stage.TABLES)
def is_table_of_figures(rows: Sequence[Row]) -> bool:
    """A table half of whose cells are figures is neither task nor text."""
    cells = [cell.text.strip() for row in rows[1:] for cell in row.filled]
    return len(cells) > 1 and sum(bool(_FIGURE.match(cell)) for cell in cells) >= _MOST_WORDS * len(cells)
