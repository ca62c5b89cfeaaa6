"""The JSON form of what a note says beside its texts: single requirements, actual values, evidence."""

from __future__ import annotations

from plantui.model.actual import Actual
from plantui.model.evidence import Evidence
from plantui.model.jsonvalue import JsonObject
from plantui.model.requirement import RequirementReport

from .jsonform import deadline_dict, indicator_dict


def requirement_dict(report: RequirementReport) -> JsonObject:
    """Return a word on one dated requirement, with the wording that it speaks of."""
    return {
        **deadline_dict(report.requirement),
        "done": report.is_done,
        "done_on": report.done_on.isoformat() if report.done_on else None,
        "percent": report.percent,
    }


def actual_dict(actual: Actual) -> JsonObject:
    """Return an actual value, with the indicator as it was worded; only a value that is a class has a grade."""
    return {
        "indicator": indicator_dict(actual.indicator),
        "value": actual.value,
        "unit": actual.unit,
        "day": actual.day.isoformat(),
        "source": actual.source,
        **({"grade": actual.grade} if actual.grade else {}),
    }


def evidence_dict(evidence: Evidence) -> JsonObject:
    """Return a piece of evidence."""
    return {
        "kind": evidence.kind.value,
        "place": evidence.place,
        "name": evidence.name,
        "day": evidence.day.isoformat(),
        "size": evidence.size,
        "sha256": evidence.sha256,
    }
