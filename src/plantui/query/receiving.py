"""Packing and receiving: several files at once, and which departments have sent nothing for a period."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import PlantuiError

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


@dataclass(frozen=True)
class Packed:
    """A submission that is ready to be written."""

    text: str
    head: SubmissionHead
    notes: int
    """Notes in it, each with all its revisions."""


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
    return arrivals


def silent_departments(library: Library, ledger: Ledger, period: Period) -> list[DepartmentRef]:
    """Return the departments that have to report on a task and have no note of the period at all, in their order.

    They are those of the regions from which anything came; of all regions where nothing came at all.
    """
    reported = {
        library.registry.resolve(plan.region, name)
        for plan_id, name in ledger.reporting_departments(period)
        if (plan := library.plan(plan_id))
    }
    regions = {ref.region for ref in reported}
    owing = (
        library.registry.resolve(region, name)
        for region, name in library.accountable_sets
        if region in regions or not regions
    )
    return [ref for ref in dict.fromkeys(owing) if ref not in reported]


def periods_received(arrivals: Sequence[Arrival], own: Period) -> list[Period]:
    """Return the periods that submissions were about, oldest first; the one being reported where there was none."""
    from plantui.model.period import parse_period

    receipts = [one.received.receipt for one in arrivals if one.received]
    days = sorted(
        {(f"{one.first_day}", f"{one.last_day}") for one in receipts if one.first_day and one.last_day}
    )
    named = [parse_period(f"{first}..{last}") for first, last in days]
    return [own if (one.first, one.last) == (own.first, own.last) else one for one in named] or [own]


def pack(
    library: Library, ledger: Ledger, department: DepartmentRef, period: Period, secrets: Mapping[str, bytes]
) -> Packed:
    """Pack a department's notes of a period."""
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
    return Packed(submission_text(head, rows, secret), head, len({row[18] for row in rows.notes}))


def _hash_of(path: Path) -> str:
    """Return the hash of a plan file, empty where it is not there any more."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
