"""Sentences on plans that are not shown, since one of the same id stands before them on the search path."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.planfile.search_path import HiddenPlan
from plantui.words.catalogue import Words


def hidden_sentences(words: Words, plans: Sequence[HiddenPlan]) -> list[str]:
    """Return a sentence for each plan that is hidden."""
    return [words("problems.plan_hidden", id=plan.id, shown=plan.shown, file=plan.file) for plan in plans]


def hidden_remark(words: Words, plans: Sequence[HiddenPlan]) -> str:
    """Return one sentence for all plans that are hidden, an empty text where none is."""
    if len(plans) > 1:
        return words("problems.plans_hidden", count=len(plans))
    return "".join(hidden_sentences(words, plans))
