"""Sentences on submissions: what was packed, what came in, and whose reports are missing still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.words import Words
from plantui.words.phrases import period_name

if TYPE_CHECKING:
    from pathlib import Path

    from plantui.model.period import Period
    from plantui.model.receipt import Received
    from plantui.query.missing import OwingDepartment, StillMissing
    from plantui.query.outside_notes import OutsideTaken
    from plantui.query.receiving import Packed


_SHOWN = 5
"""Notes that are named."""


def packed_sentences(words: Words, packed: Packed, path: Path | None) -> list[str]:
    """Return what is to be said of a submission: where it was written, if it was, what it lacks, whether it is signed."""
    head = packed.head
    facts = {"department": head.department, "period": period_name(words, packed.period)}
    told = [words("arrivals.packed", count=packed.notes, path=path, **facts)] if path else []
    if not packed.notes:
        key = "packed_without_notes" if packed.events else "packed_empty"
        told.append(words(f"arrivals.{key}", count=packed.events, **facts))
    if packed.assessments:
        told.append(words("arrivals.packed_without_assessments", count=packed.assessments))
    if packed.is_signed:
        told.append(words("arrivals.packed_signed"))
    return told


def received_sentence(words: Words, name: str, received: Received) -> str:
    """Return what came in with the file of a name."""
    return words(
        "arrivals.received",
        name=name,
        notes=received.notes,
        revisions=received.revisions,
        events=received.events,
        known=received.known,
    )


def outside_sentences(words: Words, name: str, taken: OutsideTaken) -> list[str]:
    """Return what became of the notes in a file of another system."""
    received = taken.received
    told = [
        words(
            "arrivals.outside",
            name=name,
            notes=received.notes,
            revisions=received.revisions,
            known=received.known,
        )
    ]
    if taken.kept:
        shown = [f"{one.key.task} {one.department} {one.content.as_of}" for one in taken.kept]
        told.append(words("arrivals.outside_kept", count=len(shown), shown=words.listing(shown[:_SHOWN])))
    return told


def missing_sentences(words: Words, missing: StillMissing) -> list[str]:
    """Return which departments owe reports: a sentence for each period and region, and which regions were looked at."""
    told = [sentence for period in missing.periods for sentence in _of_period(words, missing, period)]
    if told and not missing.is_all:
        told.append(words("arrivals.regions_looked_at", regions=words.listing(missing.regions)))
    return told


def _of_period(words: Words, missing: StillMissing, period: Period) -> list[str]:
    regions: dict[str, list[OwingDepartment]] = {}
    for one in missing.periods[period]:
        regions.setdefault(one.department.region, []).append(one)
    return [
        words(
            "arrivals.missing",
            period=period_name(words, period),
            region=region,
            count=len(departments),
            names=words.listing([_name(words, one) for one in departments]),
        )
        for region, departments in regions.items()
    ] or [words("arrivals.nobody_missing", period=period_name(words, period))]


def _name(words: Words, owing: OwingDepartment) -> str:
    return words("arrivals.missing_tasks", department=owing.department.name, count=owing.tasks)
