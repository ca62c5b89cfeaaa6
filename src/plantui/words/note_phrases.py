"""Parts of a note beside its texts, as the user reads it: remarks on it, single requirements, actual values, evidence."""

from __future__ import annotations

from plantui.model.remarks import (
    NoEvidence,
    OtherUnit,
    PercentDown,
    Remark,
    SameText,
    SecondNote,
    StockPhrase,
)

from .catalogue import Words


def remark_text(words: Words, remark: Remark) -> str:
    """Return a remark as one sentence."""
    match remark:
        case SameText():
            return words("remarks.same_text", day=remark.before.as_of.isoformat())
        case StockPhrase():
            return words("remarks.stock_phrase", times=remark.times, phrase=remark.phrase)
        case PercentDown(before=before, now=now, requirement=None):
            return words("remarks.percent_down", before=before, now=now)
        case PercentDown(before=before, now=now, requirement=requirement):
            phrase = requirement.phrase if requirement else ""
            return words("remarks.percent_down.requirement", phrase=phrase, before=before, now=now)
        case NoEvidence():
            return words("remarks.no_evidence")
        case OtherUnit(indicator=indicator, figure=figure):
            if not indicator.unit:
                return words("remarks.other_unit.none", indicator=indicator.indicator, figure=figure)
            return words(
                "remarks.other_unit", indicator=indicator.indicator, figure=figure, unit=indicator.unit
            )
        case SecondNote():
            return words("remarks.second_note", day=remark.before.as_of.isoformat())
