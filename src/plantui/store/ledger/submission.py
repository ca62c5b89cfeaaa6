"""The form of a submission, `docs/submission.md`: a text that a person can read, whose checksum is looked at first."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

from plantui.model.jsonvalue import JsonObject
from plantui.model.receipt import ArrivalForm
from plantui.model.system import system_reason
from plantui.model.text import escaped_json

from . import errors
from .arriving import Arriving, Incoming, Row
from .records import ACTION_COLUMNS, EVENT_COLUMNS, NOTE_COLUMNS, Value, percent_of
from .unsound import Unsound, reason_of

VERSION = 1
"""The version of the form that this program reads and writes."""
_FIRST_LINE = re.compile(rb"plantui-submission (\d{1,6})")
_HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")
_LARGEST = 64 << 20
"""Bytes of the largest submission that is read: some hundred thousand notes."""

_JSON_CELLS = frozenset({"requirements", "actuals", "evidence", "content"})
"""Cells that hold JSON: they stand in a submission as such, not as text in text."""
_NULLABLE = frozenset({"percent", "supersedes", "target"})


class PlanEdition(NamedTuple):
    """A plan as the packing desk had it."""

    id: str
    title: str
    sha256: str
    """Hash of the plan file."""


class Cut(NamedTuple):
    """The state of the ledger that was packed, named by its last action."""

    action: str
    written_at: str


@dataclass(frozen=True, slots=True)
class SubmissionHead:
    """The facts that stand at the head of a submission."""

    department: str
    """The department's own name."""
    names: tuple[str, ...]
    """All names that its notes stand under, its own first."""
    period: str
    """Name of the period: `2024-06`."""
    first_day: date
    last_day: date
    packed_at: str
    packed_by: str
    ledger: str
    """The identity of the ledger that was packed."""
    cut: Cut
    plans: tuple[PlanEdition, ...]
    is_demo: bool = False


class Packet(NamedTuple):
    """The rows of a submission."""

    actions: Sequence[Row]
    notes: Sequence[Row]
    events: Sequence[Row]


def submission_text(head: SubmissionHead, rows: Packet, secret: bytes | None = None) -> str:
    """Return a submission, signed where the department has a secret."""
    body = escaped_json(json.dumps(_document(head, rows), ensure_ascii=False, indent=1)) + "\n"
    lines = [f"plantui-submission {VERSION}", f"sha256 = {hashlib.sha256(body.encode()).hexdigest()}"]
    if secret is not None:
        lines.append(f"hmac-sha256 = {_signature(secret, body.encode())}")
    return "\n".join((*lines, "", body))


def read_submission(path: Path, size: int, secrets: Mapping[str, bytes]) -> Incoming:
    """Read a submission. Nothing of it is looked at before its checksum.

    Raises LedgerForeign, LedgerNewer, LedgerDamaged, LedgerUnsigned, LedgerCannotOpen.
    """
    if size > _LARGEST:
        raise errors.LedgerForeign("arrivals.too_large", path, size=size >> 20, largest=_LARGEST >> 20)
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise errors.LedgerCannotOpen("arrivals.cannot_open", path, reason=system_reason(error)) from error
    # Mail programs and editors change line ends and put a mark before the text; no line end stands inside a value.
    head, _, body = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").partition(b"\n\n")
    first, *lines = head.split(b"\n")
    version = _FIRST_LINE.fullmatch(first)
    if version is None:
        raise errors.LedgerForeign("arrivals.not_database", path)
    if int(version[1]) > VERSION:
        raise errors.LedgerNewer("arrivals.newer", path, version=int(version[1]), known=VERSION)
    marks = dict(line.partition(b" = ")[::2] for line in lines)
    sha256 = hashlib.sha256(body).hexdigest()
    if marks.get(b"sha256") != sha256.encode():
        key = "arrivals.changed_text" if body.endswith(b"}\n") else "arrivals.cut_off"
        raise errors.LedgerDamaged(key, path)
    try:
        document = json.loads(body, parse_float=_finite, parse_constant=_finite)
        if _HALF_CHARACTER.search(body):  # written as an escape, half a pair has no place in a file
            json.dumps(document, ensure_ascii=False).encode()
        found = _head_of(document)
        _require_signature(path, found, body, marks.get(b"hmac-sha256", b""), secrets)
        rows = _rows_of(document)
        _require_own_rows(found, rows)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise errors.LedgerDamaged("arrivals.damaged", path, reason=reason_of(error)) from error
    return Incoming(
        ArrivalForm.SUBMISSION,
        found.ledger,
        Arriving(*rows),
        found.is_demo,
        sha256,
        found.department,
        found.first_day,
        found.last_day,
        frozenset(plan.id for plan in found.plans),
    )


def _signature(secret: bytes, body: bytes) -> str:
    return hmac.new(secret, body, hashlib.sha256).hexdigest()


def _require_signature(
    path: Path, head: SubmissionHead, body: bytes, given: bytes, secrets: Mapping[str, bytes]
) -> None:
    """Refuse a submission without the right signature, where one of the department's names has a secret."""
    expected = [secrets[name] for name in (head.department, *head.names) if name in secrets]
    if not expected:
        return
    if not given:
        raise errors.LedgerUnsigned("arrivals.unsigned", path, department=head.department)
    if not any(hmac.compare_digest(_signature(secret, body).encode(), given) for secret in expected):
        raise errors.LedgerUnsigned("arrivals.wrong_signature", path, department=head.department)


def _require_own_rows(head: SubmissionHead, rows: Packet) -> None:
    """Refuse rows of other departments, for a signature speaks for one alone, and what is not for a department to say."""
    names = {head.department, *head.names}
    strange = {row[3] for row in rows.notes} | {row[3] for row in rows.events if row[3]}
    if not strange <= names:
        raise Unsound("other_department", names=", ".join(sorted(map(str, strange - names))))
    if any(row[4] == "choice" for row in rows.events):
        raise Unsound("choice")
    if any(row[4] == "assessment" for row in rows.events):
        raise Unsound("assessment")


def _document(head: SubmissionHead, rows: Packet) -> JsonObject:
    return {
        "department": head.department,
        "names": head.names,
        "period": head.period,
        "first_day": head.first_day.isoformat(),
        "last_day": head.last_day.isoformat(),
        "packed_at": head.packed_at,
        "packed_by": head.packed_by,
        "ledger": head.ledger,
        "cut": head.cut._asdict(),
        "demonstration": head.is_demo,
        "plans": [plan._asdict() for plan in head.plans],
        "counts": {
            "notes": len({row[18] for row in rows.notes}),
            "revisions": len(rows.notes),
            "events": len(rows.events),
            "actions": len(rows.actions),
        },
        "notes": [_object(_NOTE_CELLS, row) for row in rows.notes],
        "events": [_object(_EVENT_CELLS, row) for row in rows.events],
        "actions": [_object(_ACTION_CELLS, row) for row in rows.actions],
    }


def _head_of(document: Mapping[str, Any]) -> SubmissionHead:
    texts = [
        document[name]
        for name in ("department", "period", "packed_at", "packed_by", "ledger")
        if isinstance(document[name], str)
    ]
    if len(texts) < 5 or not document["department"]:
        raise Unsound("head")
    return SubmissionHead(
        department=document["department"],
        names=tuple(map(str, document["names"])),
        period=document["period"],
        first_day=date.fromisoformat(document["first_day"]),
        last_day=date.fromisoformat(document["last_day"]),
        packed_at=document["packed_at"],
        packed_by=document["packed_by"],
        ledger=document["ledger"],
        cut=Cut(**document["cut"]),
        plans=tuple(PlanEdition(**plan) for plan in document["plans"]),
        is_demo=document["demonstration"] is True,
    )


def _rows_of(document: Mapping[str, Any]) -> Packet:
    rows = Packet(
        [*_read(_ACTION_CELLS, document["actions"])],
        [*_read(_NOTE_CELLS, document["notes"])],
        [*_read(_EVENT_CELLS, document["events"])],
    )
    if not all(row[-1] for row in rows.actions):
        raise Unsound("action_ledger")
    if document["counts"]["revisions"] != len(rows.notes):
        raise Unsound("count")
    return rows


_NOTE_CELLS = f"{NOTE_COLUMNS}, action".split(", ")
_EVENT_CELLS = f"{EVENT_COLUMNS}, action".split(", ")
_ACTION_CELLS = ACTION_COLUMNS.split(", ")
_IDS = ("id", "chain", "supersedes", "kind", "action", "ledger")
"""Cells that mean nothing to a reader: they come last."""


def _object(names: Sequence[str], row: Row) -> JsonObject:
    """Return a row as an object, without its empty cells."""
    cells = dict(zip(names, row, strict=True))
    order = [*(name for name in names if name not in _IDS), *(name for name in _IDS if name in cells)]
    return {
        name: json.loads(str(cells[name])) if name in _JSON_CELLS else cells[name]
        for name in order
        if cells[name] not in ("", None)
    }


def _read(names: Sequence[str], objects: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """Yield the rows behind objects. Raises ValueError for keys and values that no row has."""
    known = frozenset(names)
    empty: list[Value] = [None if name in _NULLABLE else "" for name in names]
    structured = [at for at, name in enumerate(names) if name in _JSON_CELLS]
    percent = names.index("percent") if "percent" in names else None
    for one in objects:
        if not known.issuperset(one):
            raise Unsound("keys_unknown", keys=", ".join(sorted(set(one) - known)))
        row = [*map(one.get, names, empty)]
        for at in structured:
            if row[at] != "":
                row[at] = json.dumps(row[at], ensure_ascii=False, separators=(",", ":"))
        if percent is not None:
            percent_of(row[percent])  # a whole number of any length would be no number of SQLite's
        yield tuple(row)


def _finite(text: str) -> float:
    """Return the number of a text. Raises ValueError for NaN, Infinity and what is too large: JSON has no such numbers."""
    number = float(text)
    if not isfinite(number):
        raise Unsound("number", text=text)
    return number
