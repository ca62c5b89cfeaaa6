"""Independent assessments in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .catalogue import Words
from .note_phrases import evidence_text
from .phrases import term

if TYPE_CHECKING:
    from plantui.model.assessment import AssessedReport, Assessment


def assessment_verdict(words: Words, said: Assessment) -> str:
    """Return who assessed and with which status: 第三方评估 推进中."""
    return words(
        "assessments.verdict", by=words(f"assessments.by.{said.by.value}"), status=term(words, said.status)
    )


def assessment_line(words: Words, one: AssessedReport) -> str:
    """Return a report and what an assessor says beside it, whether they disagree, with score, finding and evidence."""
    said = one.assessment
    own = term(words, one.reported) if one.reported else words("assessments.no_report")
    parts = [
        assessment_verdict(words, said),
        "" if said.score is None else words("assessments.score", score=said.score),
    ]
    parts += [said.finding, *(evidence_text(words, piece) for piece in said.evidence)]
    key = "assessments.disputed" if one.is_disputed else "assessments.beside"
    return words(
        key, department=one.department, own=own, said=words("assessments.join").join(filter(None, parts))
    )
