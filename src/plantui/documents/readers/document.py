"""A document whose structure is found: what every language gives the importer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plantui.documents.account.account import Skipped
from plantui.documents.account.losses import SignReader
from plantui.documents.imported import RemainderKind
from plantui.documents.metadata.front import Front
from plantui.documents.reading import Doubt, SectionHead
from plantui.documents.tasks.extracted import ExtractedTask
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Goal, Place


@dataclass(frozen=True, slots=True, eq=False)
class ReadDocument:
    """One document; the fields of its tasks are read when they are asked for."""

    front: Front
    tasks: Sequence[Callable[[], ExtractedTask]]
    """The tasks of the outline, each of which reads its fields."""
    headings: Sequence[SectionHead]
    heads: Sequence[SectionHead]
    """The heading of each task."""
    goals: Sequence[tuple[Goal, TracedText]]
    signs: SignReader
    used: Iterable[TracedText]
    """What stands in the plan beside its tasks: headings and goals."""
    ranges: Iterable[tuple[RemainderKind, Span]]
    """Lines of the page, tables and other parts."""
    skipped: Callable[[Sequence[ExtractedTask]], Iterable[Skipped]]
    """What is in no field, once the tasks are read."""
    doubts: Sequence[Doubt] = ()
    """Those about the document as a whole."""
    responsible: Sequence[str] = ()
    """The departments that carry every task."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Places of the plan's own data, as far as they are known before its words are looked for."""
