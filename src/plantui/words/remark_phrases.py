"""Remarks on a note, as the user reads them."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.model.remarks import (
    BeforePlan,
    LeavesStage,
    NoEvidence,
    NotWhole,
    OtherUnit,
    PercentDown,
    Remark,
    SameText,
    SecondNote,
    StockPhrase,
)

from .catalogue import Words


def with_remarks(words: Words, sentence: str, remarks: Sequence[Remark]) -> str:
    """Return what was done with a note, and behind it what a reader would ask about."""
    return "  ".join([sentence, *(remark_text(words, one) for one in remarks)])


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
        case NotWhole(percent=percent):
            return words("remarks.not_whole", percent=percent)
        case BeforePlan(day=day, start_year=year):
            return words("remarks.before_plan", day=day.isoformat(), year=year)
        case NoEvidence():
            return words("remarks.no_evidence")
        case OtherUnit(indicator=indicator, figure=figure):
            if not indicator.unit:
                return words("remarks.other_unit.none", indicator=indicator.indicator, figure=figure)
            return words(
                "remarks.other_unit", indicator=indicator.indicator, figure=figure, unit=indicator.unit
            )
        case LeavesStage():
            key = "remarks.leaves_stage.retracted" if remark.is_retracted else "remarks.leaves_stage"
            return words(key, stage=words(f"terms.stage.{remark.stage.value}"))
        case SecondNote():
            return words("remarks.second_note", day=remark.before.as_of.isoformat())
