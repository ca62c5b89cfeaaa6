"""The import as it was once looked at: plan, doubts and account of our documents and of mutations of them.

`tests/data/frozen/documents/` has every document's outcome in full, `mutations.txt` three hashes of each mutation's. What a
later change reads otherwise stands in `accepted/`, one file for each reason, which `make accept` writes.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import tomli_w

from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.source import SourceKind, source_of
from plantui.model.problem import DataError
from plantui.planfile.jsonform import plan_dict, task_dict
from tests.support.mutations import mutation
from tests.support.paths import DATA, DOCS, DOCUMENTS, PLANS

FROZEN = DATA / "frozen"
MUTATIONS = 2_000
PARTS = ("plan", "doubts", "account")
_LATER = ("cases", "no-plans", "scored")
"""Folders of documents that came after the freeze: mutations are numbered over the documents that were there."""


@dataclass(frozen=True)
class Outcome:
    """The three parts of an import as text, one line a fact."""

    plan: str
    doubts: str
    account: str

    def hashes(self) -> tuple[str, str, str]:
        """Return a short hash of each part."""
        return _hash(self.plan), _hash(self.doubts), _hash(self.account)


def documents() -> dict[str, Path]:
    """The texts that are imported, by name."""
    own = [path for path in DOCUMENTS.rglob("*.txt") if path.parent.name not in _LATER]
    places = [*own, *PLANS.glob("*.txt"), *(DOCS / "guide").glob("*.txt")]
    return {path.stem: path for path in sorted(places, key=lambda path: path.stem)}


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Name and text of every document."""
    return tuple((name, path.read_text("utf-8")) for name, path in documents().items())


def outcome(text: str, name: str) -> Outcome:
    """Import a text and write down what became of it."""
    try:
        return outcome_of(import_document(source_of(f"{name}.txt", "", SourceKind.TEXT, text)))
    except DataError as error:
        return Outcome(f"refused: {error.args[0]}\n", "", "")


def outcome_of(found: Imported) -> Outcome:
    """Write down what became of an import."""
    return Outcome(_plan(found), _doubts(found), _account(found))


def mutated(number: int) -> Outcome:
    """The outcome of one mutation."""
    _, text = mutation(texts(), number)
    return outcome(text, "mutation")


def _plan(found: Imported) -> str:
    plan = plan_dict(found.plan)
    plan.pop("tasks", None)
    lines = [json.dumps({key: value}, ensure_ascii=False, default=str) for key, value in plan.items()]
    lines += [json.dumps(task_dict(task), ensure_ascii=False, default=str) for task in found.plan.tasks]
    return "\n".join(lines) + "\n"


def _doubts(found: Imported) -> str:
    return "".join(
        f"{found.source.line_of(doubt.span.start)} {doubt.reason} {doubt.read!r} {doubt.facts} {doubt.alternatives}\n"
        for doubt in found.doubts
    )


def _account(found: Imported) -> str:
    lines = [f"{found.shares}\n"]
    for piece in found.remainder:
        text = " ".join(found.source.text[piece.span.start : piece.span.end].split())
        lines.append(f"{found.source.line_of(piece.span.start)} {piece.kind} {text}\n")
    return "".join(lines)


def frozen_document(name: str) -> tuple[str, str, str]:
    """Return the hashes of a document's outcome: those that were accepted last."""
    kept = [_hash((FROZEN / "documents" / f"{name}.{part}.txt").read_text("utf-8")) for part in PARTS]
    return _accepted(name, kept)


def frozen_mutation(number: int) -> tuple[str, str, str]:
    """Return the hashes of a mutation's outcome: those that were accepted last."""
    return _accepted(str(number), _mutations()[number].split())


@cache
def _mutations() -> list[str]:
    return (FROZEN / "mutations.txt").read_text("utf-8").splitlines()


def _accepted(name: str, kept: Sequence[str]) -> tuple[str, str, str]:
    plan, doubts, account = kept
    for entries in _entries():
        plan, doubts, account = entries.get(name, (plan, doubts, account))
    return plan, doubts, account


@cache
def _entries() -> list[dict[str, tuple[str, str, str]]]:
    """Return for each reason what it changed, in the order in which they were accepted."""
    found = []
    for path in sorted((FROZEN / "accepted").glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        hashes = {**data.get("documents", {}), **data.get("mutations", {})}
        found.append({name: tuple(text.split()) for name, text in hashes.items()})
    return found


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def changed_documents() -> dict[str, tuple[str, str, str]]:
    """The documents whose outcome is not the frozen one, with what it is now."""
    now = {name: outcome(text, name).hashes() for name, text in texts()}
    return {name: hashes for name, hashes in now.items() if hashes != frozen_document(name)}


def changed_mutations(numbers: Iterator[int] | range) -> dict[str, tuple[str, str, str]]:
    """The mutations whose outcome is not the frozen one, with what it is now."""
    now = {number: mutated(number).hashes() for number in numbers}
    return {str(number): hashes for number, hashes in now.items() if hashes != frozen_mutation(number)}


def freeze() -> None:
    """Write everything down as it is. To be done once."""
    folder = FROZEN / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts():
        found = outcome(text, name)
        for part in PARTS:
            (folder / f"{name}.{part}.txt").write_text(getattr(found, part), "utf-8")
    lines = [" ".join(mutated(number).hashes()) for number in range(MUTATIONS)]
    (FROZEN / "mutations.txt").write_text("\n".join(lines) + "\n", "utf-8")


def accept(name: str, reason: str) -> None:
    """Write down that what is read otherwise now is right, and why."""
    folder = FROZEN / "accepted"
    folder.mkdir(exist_ok=True)
    number = len(list(folder.glob("*.toml"))) + 1
    changed = {"documents": changed_documents(), "mutations": changed_mutations(range(MUTATIONS))}
    data = {
        "reason": reason,
        **{kind: {key: " ".join(hashes) for key, hashes in found.items()} for kind, found in changed.items()},
    }
    (folder / f"{number:03}-{name}.toml").write_text(tomli_w.dumps(data), "utf-8")


if __name__ == "__main__":
    if not all(sys.argv[1:3]) or len(sys.argv) != 3:
        sys.exit("usage: make accept NAME=short-name REASON='why what is read now is right'")
    accept(*sys.argv[1:])
