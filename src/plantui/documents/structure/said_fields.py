"""Paragraphs that say in a sentence who does a task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plantui.documents.field_kind import FieldKind
from plantui.documents.normalize.lines import Line
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.labelled import Field
from plantui.documents.tokens.body_sentences import names_somebody
from plantui.documents.traced import TracedText

_SAID = "said"


@rule(Stage.ENGLISH)
def said_fields(
    lines: Sequence[Line], rest: Mapping[int, TracedText], stops: set[int], heads: set[int]
) -> list[Field]:
    """A paragraph with such a sentence shows where a task is, as a line `Lead: …` does. It may begin in the lines of the
    heading."""
    found: list[Field] = []
    held: list[int] = []
    for at in [*sorted(rest), len(lines)]:
        ends = at == len(lines) or not held or held[-1] + 1 != at or lines[at].after_blank or at in stops
        if ends and held:
            below = [line for line in held if line not in heads]
            if any(names_somebody(" ".join(rest[line].text for line in part)) for part in (held, below)):
                found.append(Field(held[0], FieldKind.LEAD, _SAID, [], held[-1], is_said=True))
            held = []
        held.append(at)
    return found
