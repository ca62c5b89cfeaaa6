"""What a review changes as a whole: tasks, sections and goals that are dropped, tasks and sections that are added.

Each is one decision, kept like those on fields. Its key names what it is about: `drop/task/7`, `add/section/120-135`,
`begin/task/120-135` for a task that begins with a line and goes on up to the next part. An added part keeps the id that it
got, so that the decisions on its fields stay with it whatever is added later.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from plantui.documents.overview.pieces import Piece
from plantui.documents.place import range_of, span_of
from plantui.documents.traced import Span
from plantui.model.plan import Plan

from .field import GOALS_GROUP, SECTIONS_GROUP, Field, key_of

_DROP, _ADD, _BEGIN = "drop", "add", "begin"
_STRUCTURAL = frozenset({_DROP, _ADD, _BEGIN})


class Part(StrEnum):
    """What can be dropped; the first two can also be added."""

    TASK = "task"
    SECTION = "section"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Target:
    """One part of the plan: a task or section by its id, a goal by its number."""

    part: Part
    id: str

    @property
    def key(self) -> str:
        """The key of the decision that drops it."""
        return key_of(_DROP, self.part.value, self.id)


@dataclass(frozen=True, slots=True)
class Added:
    """A part that was added from a range of the document."""

    part: Part
    span: Span
    id: str = ""
    line: Span | None = None
    """Its first line, where a person marked that and it goes on up to the next part."""

    @property
    def key(self) -> str:
        """The key of the decision that adds it."""
        if self.line is not None:
            return key_of(_BEGIN, self.part.value, range_of(self.line))
        return key_of(_ADD, self.part.value, range_of(self.span))

    @property
    def target(self) -> Target:
        """The part that it is."""
        return Target(self.part, self.id)


def is_structural(key: str) -> bool:
    """Whether a decision is about a whole part and not about a field."""
    return key.partition("/")[0] in _STRUCTURAL


def target_of(field: Field) -> Target | None:
    """The part that a field belongs to; None where that cannot be dropped."""
    if field.task is not None:
        return Target(Part.TASK, field.task)
    _, _, rest = field.key.removeprefix(f"{_DROP}/").partition("/")
    if field.group == SECTIONS_GROUP:
        return Target(Part.SECTION, rest.removesuffix("/title"))
    return Target(Part.GOAL, rest) if field.group == GOALS_GROUP else None


def dropped_in(keys: Iterable[str]) -> frozenset[Target]:
    """What the keys of decisions drop."""
    found = (key.split("/", 2) for key in keys if key.startswith(f"{_DROP}/"))
    return frozenset(Target(Part(part), id_) for _, part, id_ in found)


def added_in(ids: Mapping[str, str]) -> Iterator[Added]:
    """What the keys of decisions add, given the id of each; in the order of the document. Raises ValueError for a key
    that is none."""
    found = []
    for key, id_ in ids.items():
        if key.startswith((f"{_ADD}/", f"{_BEGIN}/")):
            kind, part, place = key.split("/", 2)
            span = span_of(place)
            found.append(Added(Part(part), span, id_, span if kind == _BEGIN else None))
    yield from sorted(found, key=lambda one: one.span.start)


def with_all_below(plan: Plan, dropped: frozenset[Target]) -> frozenset[Target]:
    """What is gone with what was dropped: a section takes the sections and tasks in it along."""
    gone = set(dropped)
    for section in plan.sections:  # a section stands after the one above it
        if section.parent is not None and Target(Part.SECTION, section.parent) in gone:
            gone.add(Target(Part.SECTION, section.id))
    gone |= {Target(Part.TASK, task.id) for task in plan.tasks if Target(Part.SECTION, task.section) in gone}
    return frozenset(gone)


def title_of(plan: Plan, target: Target) -> str | None:
    """The words of a part; None where the plan has no such part."""
    if target.part is Part.GOAL:
        return plan.goals[int(target.id)].text if _is_index(target.id, len(plan.goals)) else None
    rows = plan.tasks if target.part is Part.TASK else plan.sections
    return next((row.title for row in rows if row.id == target.id), None)


def _is_index(text: str, length: int) -> bool:
    return text.isdecimal() and int(text) < length


def with_ends(added: Iterable[Added], pieces: Sequence[Piece]) -> Iterator[Added]:
    """Yield the parts; those whose first line was marked with all that belongs to them."""
    parts = [*added]
    starts = {one.span.start for one in parts}
    places = [piece.span.start for piece in pieces]
    for one in parts:
        if one.line is None or one.part is Part.SECTION:
            yield one
        else:
            at = bisect_left(places, one.line.start)
            yield replace(one, span=Span(one.line.start, max(one.line.end, _end(pieces, at, starts))))


def _end(pieces: Sequence[Piece], at: int, starts: set[int]) -> int:
    """Return where a task that begins with a piece ends: before the next part, before the next heading that ranks as high
    as its own (without a number: as the last one above it, or a chapter), or with its row."""
    if at >= len(pieces):
        return 0
    first, end = pieces[at], pieces[at].span.end
    rank = next((one.rank for one in reversed(pieces[: at + 1]) if one.rank is not None), None)
    for piece in pieces[at + 1 :]:
        if first.row is not None or piece.span.start in starts or _ranks_above(piece, rank):
            break
        end = piece.span.end
    return end


def _ranks_above(piece: Piece, rank: int | None) -> bool:
    if piece.rank is None:
        return False
    return piece.is_chapter if rank is None else piece.rank <= rank


def alike(pieces: Sequence[Piece], one: Piece) -> Iterator[Piece]:
    """Yield the pieces that are numbered as one is, of rows those of its table without the head, else that one alone."""
    for piece in pieces:
        if one.row is not None:
            is_alike = piece.row is not None and piece.row.table == one.row.table and piece.index > 1
        else:
            is_alike = one.rank is not None and piece.rank == one.rank
        if is_alike or piece is one:
            yield piece
