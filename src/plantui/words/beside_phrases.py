"""Words on a task beside the reports, a part for each kind: those on its assignments, and independent assessments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.acknowledging import WAITING_STATES

from .assessment_phrases import assessment_line
from .assignment_phrases import assignment_line
from .catalogue import Words

if TYPE_CHECKING:
    from plantui.model.acknowledging import AssignmentStanding
    from plantui.model.assessment import AssessedReport


class BesideLine(NamedTuple):
    """A line on one department."""

    text: str
    is_open: bool
    """True where somebody has to act: an appeal or a disagreement stands."""


class BesidePart(NamedTuple):
    """A heading with the lines below it; it has at least one."""

    heading: str
    lines: tuple[BesideLine, ...]


def beside_parts(
    words: Words, standings: Iterable[AssignmentStanding], assessed: Iterable[AssessedReport]
) -> Iterator[BesidePart]:
    """Yield the parts that have something to say."""
    said = [BesideLine(assignment_line(words, one), one.state in WAITING_STATES) for one in standings]
    found = [BesideLine(assessment_line(words, one), one.is_disputed) for one in assessed]
    for key, lines in (("assignments.heading", said), ("assessments.heading", found)):
        if lines:
            yield BesidePart(words(key), tuple(lines))
