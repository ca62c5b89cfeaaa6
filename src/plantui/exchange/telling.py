"""A loss account in words, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.outside_note import OutsideNote
from plantui.words import Words
from plantui.words.phrases import read_text

from .losses import Loss, LossAccount, LossKind, Part
from .read_plan import ReadPlan

if TYPE_CHECKING:
    from .declared import Exchange


def reading_lines(words: Words, read: ReadPlan) -> Iterator[str]:
    """Yield what was read of a file, what was lost of it, and what is doubtful in it."""
    yield read_text(words, read.plan)
    yield from account_lines(words, read.account)
    if read.doubts:
        yield words("exchange.doubts", count=len(read.doubts))
    for doubt in read.doubts:
        yield "  " + words(doubt, **doubt.facts)


def imported_facts(words: Words, read: ReadPlan) -> JsonObject:
    """Return losses, doubts and notes of a file that was read in the JSON form."""
    doubts = [
        {"reason": doubt.rpartition(".")[2], "message": words(doubt, **doubt.facts)} for doubt in read.doubts
    ]
    notes = [_note_dict(one) for one in read.notes]
    return {"losses": account_rows(read.account), "doubts": doubts, "notes": notes}


def _note_dict(note: OutsideNote) -> JsonObject:
    content = note.content
    return {
        "task": note.key.task,
        "department": note.department,
        "status": content.status.value,
        "percent": content.percent,
        "progress": content.progress,
        "problems": content.problems,
        "next_steps": content.next_steps,
        "as_of": content.as_of.isoformat() if content.as_of else None,
    }


def account_lines(words: Words, account: LossAccount) -> list[str]:
    """Return a sentence for each kind of loss, or one that says that there was none."""
    if not account.losses:
        return [words("exchange.nothing_lost")]
    said: list[str] = []
    for kind in LossKind:
        parts = [
            words("exchange.counted", what=part_name(words, loss), count=loss.times)
            for loss in account.losses
            if loss.kind is kind
        ]
        if parts:
            said.append(words(f"exchange.{kind.value}", parts=words.listing(parts)))
    return said


def part_name(words: Words, loss: Loss) -> str:
    """Return what was lost, in words; an element of a file by its name there."""
    return words(f"exchange.part.{loss.what.value}") if isinstance(loss.what, Part) else loss.what


def account_rows(account: LossAccount) -> list[JsonObject]:
    """Return the losses one by one."""
    return [{"what": str(loss.what), "kind": loss.kind.value, "count": loss.times} for loss in account.losses]


def exchange_cells(words: Words, name: str, exchange: Exchange) -> tuple[str, str, str, str]:
    """Return a format with its directions and what it loses."""
    directions = [words("exchange.export"), *([words("exchange.import")] if exchange.read else [])]
    losses = exchange.losses
    lost, approximated = (
        words.listing([words(f"exchange.part.{part.value}") for part in parts])
        for parts in (losses.lost, losses.approximated)
    )
    return name, words.listing(directions), lost, approximated
