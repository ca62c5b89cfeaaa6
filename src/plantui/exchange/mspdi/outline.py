"""The rows of a schedule as an outline: each with its own fields, its key, and the row that it stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..reading import Node, Reading
from ..xml_ids import SECTION, TASK, parts_of
from .fields import KEY

_LEVEL = re.compile(r"\d{1,5}")


@dataclass(slots=True)
class Row:
    """A row of a schedule. It changes while the outline is made."""

    node: Node
    number: str
    """The number of its place in the outline, as the file has it; empty where it has none."""
    level: int
    is_point: bool
    """True for what the file calls a milestone."""
    fields: Mapping[str, str]
    """The fields of plantui, by their names; those of an office where they are called like a role."""
    key: tuple[str, ...] = ()
    """The parts of the key that plantui wrote."""
    above: Row | None = None
    rows: list[Row] = field(default_factory=list)
    section: str = ""
    """The id of the section in which the rows below it stand."""
    task_id: str = ""
    """The id of the task that it became; empty for none."""

    @property
    def is_task(self) -> bool:
        """True once it became a task."""
        return bool(self.task_id)

    @property
    def is_milestone(self) -> bool:
        """True for a point in time without rows below it."""
        return self.is_point and not self.rows

    @property
    def is_section(self) -> bool:
        """True for a heading: by its key, else by rows below it that are no milestones."""
        if len(self.key) > 1:
            return self.key[1] == SECTION
        return any(not row.is_milestone for row in self.rows)

    @property
    def known_id(self) -> str:
        """The id of section or task that its key has; empty for none."""
        kind = SECTION if self.is_section else TASK
        return self.key[2] if len(self.key) > 2 and self.key[1] == kind else ""


def rows_of(reading: Reading, nodes: Sequence[Node], names: Mapping[str, str]) -> list[Row]:
    """Return the rows that are no blank lines; `names` are those of fields by their numbers, others in brackets."""
    return [_row(reading, node, names) for node in nodes if node.said("IsNull") != "1"]


def _row(reading: Reading, node: Node, names: Mapping[str, str]) -> Row:
    printed = node.said("OutlineNumber")
    written = node.said("OutlineLevel")
    level = int(written) if _LEVEL.fullmatch(written) else printed.count(".") + 1
    fields: dict[str, str] = {}
    for one in node.all("ExtendedAttribute"):
        number, value = one.said("FieldID"), one.said("Value")
        name = names.get(number, f"[{number}]")
        if not value:
            continue
        if name.startswith("["):
            reading.lose(f"Task/ExtendedAttribute{name}")
        else:
            fields[name] = value
    is_point = node.said("Milestone") == "1"
    return Row(node, printed, level, is_point, fields, parts_of(fields.get(KEY, "")))


def whole_of(rows: Sequence[Row]) -> Row | None:
    """Return the row of the project as a whole, which Project numbers 0; None where the file has none."""
    first = [row for row in rows if row.level == 0]
    return first[0] if len(first) == 1 and first[0] is rows[0] else None


def arranged(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows in their order, once each is below the nearest row above it that has a lower level."""
    open_rows: list[Row] = []
    for row in rows:
        while open_rows and open_rows[-1].level >= row.level:
            open_rows.pop()
        if open_rows:
            row.above = open_rows[-1]
            row.above.rows.append(row)
        open_rows.append(row)
    yield from rows
