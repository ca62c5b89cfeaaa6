"""Packing and receiving: several files at once, and the periods that they were about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import PlantuiError
from plantui.store.checksum import file_checksum

if TYPE_CHECKING:
    from plantui.model.department import DepartmentRef
    from plantui.model.period import Period
    from plantui.model.receipt import Received
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger
    from plantui.store.ledger.submission import SubmissionHead


@dataclass(frozen=True)
class Arrival:
    """A file that was to come in, and what became of it."""

    path: Path
    received: Received | None = None
    error: PlantuiError | None = None
    """The reason why nothing of it came in."""

    @property
    def has_faults(self) -> bool:
        """Return whether parts of it were left out since they have mistakes."""
        return False


@dataclass(frozen=True)
class Packed:
    """A submission that is ready to be written."""

    text: str
    head: SubmissionHead
    period: Period
    notes: int
    """Notes in it, each with all its revisions."""
    is_signed: bool
    events: int = 0
    """Stages, extensions and words on assignments in it."""
    assessments: int = 0
    """Independent assessments of the department in the period, which are not its own to send."""


def receive_all(ledger: Ledger, files: Iterable[Path], secrets: Mapping[str, bytes]) -> list[Arrival]:
    """Receive files one after the other, each whole or not at all.

    Raises what is wrong with the own ledger: then nothing more can come in.
    """
    arrivals: list[Arrival] = []
    for path in files:
        try:
            arrivals.append(Arrival(path, ledger.receive(path, secrets)))
        except PlantuiError as error:
            if error.facts.get("path") != str(path):
                raise
            arrivals.append(Arrival(path, error=error))
    if any(one.received and one.received.is_new for one in arrivals):
        # All is stored. What is wrong with the ledger now is told by whoever writes next, and catches up then.
        with suppress(PlantuiError):
            ledger.catch_up()
    return arrivals


def periods_received(arrivals: Sequence[Arrival], own: Period) -> list[Period]:
    """Return the periods that submissions were about, oldest first; the one being reported where there was none."""
    from plantui.model.period import period_between

    receipts = [one.received.receipt for one in arrivals if one.received]
    spans = sorted({(one.first_day, one.last_day) for one in receipts if one.first_day and one.last_day})
    return [own if span == (own.first, own.last) else period_between(*span) for span in spans] or [own]


def pack(
    library: Library, ledger: Ledger, department: DepartmentRef, period: Period, secrets: Mapping[str, bytes]
) -> Packed:
    """Pack a department's notes of a period, with its words on assignments; independent assessments stay behind."""
    from plantui.store.ledger.submission import PlanEdition, submission_text

    names = library.registry.names_of(department)
    others = [plan.id for plan in library.plans if plan.region != department.region]
    rows, head = ledger.pack(names, period, others)
    used = {str(row[1]) for row in rows.notes}
    editions = tuple(
        PlanEdition(plan.id, plan.title, _hash_of(Path(plan.path)))
        for plan in library.plans
        if plan.id in used
    )
    head = replace(head, plans=editions)
    secret = next((secrets[name] for name in names if name in secrets), None)
    return Packed(
        submission_text(head, rows, secret),
        head,
        period,
        len({row[18] for row in rows.notes}),
        secret is not None,
        len(rows.events),
        sum(
            one.department in names
            and one.key is not None
            and one.key.plan not in others
            and period.first <= one.as_of <= period.last
            for one in ledger.events("assessment")
        ),
    )


def _hash_of(path: Path) -> str:
    """Return the hash of a plan file, empty where it is not there any more."""
    try:
        return file_checksum(path)
    except OSError:
        return ""
