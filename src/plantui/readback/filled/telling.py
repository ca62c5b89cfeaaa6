"""Sentences on a workbook that came in: what was taken, what is wrong, what was not read."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import Message
from plantui.query.receiving import Arrival
from plantui.words import Words
from plantui.words.remark_phrases import remark_text

from .faults import Fault
from .judging import FilledNote
from .receiving import Filled, FilledArrival


def filled_sentences(words: Words, arrival: Arrival) -> list[str]:
    """Return what is to be said of a workbook that was received, or was to be."""
    if arrival.error is not None:
        return [words.error(arrival.error)]
    filled, name = _filled_of(arrival), arrival.path.name
    if filled is None:
        return []
    told = [fault.text(words) for fault in filled.judged.faults]
    if filled.stored:
        told += [one.text(words) for one in filled.judged.said]
        told += _remarks(words, filled)
    told += _unread(words, name, filled)
    told.append(_outcome(words, name, arrival, filled))
    return told


def filled_dict(words: Words, arrival: Arrival) -> JsonObject:
    """Return what was found in a workbook in the JSON form; nothing for one that could not be read."""
    filled = _filled_of(arrival)
    if filled is None:
        return {}
    return {
        "rows": filled.rows,
        "hidden_rows": filled.hidden,
        "faults": [_place_dict(words, fault) for fault in filled.judged.faults],
        "said": [_place_dict(words, one) for one in filled.judged.said],
        "filled": [_note_dict(words, note) for note in filled.judged.notes],
        "unread_sheets": list(filled.unread_sheets),
        "unread_columns": [{"heading": heading, "cells": count} for heading, count in filled.unread_columns],
    }


def _filled_of(arrival: Arrival) -> Filled | None:
    return arrival.filled if isinstance(arrival, FilledArrival) else None


def _place_dict(words: Words, fault: Fault) -> JsonObject:
    return {"sheet": fault.sheet, "cell": fault.cell, "text": fault.sentence(words)}


def _note_dict(words: Words, note: FilledNote) -> JsonObject:
    return {
        "sheet": note.place.sheet,
        "cell": note.place.cell,
        "plan": note.key.plan,
        "task": note.key.task,
        "department": note.department,
        "as_of": note.content.as_of.isoformat() if note.content.as_of else None,
        "status": note.content.status.value,
        "percent": note.content.percent,
        "progress": note.content.progress,
        "changes": note.replaces.id if note.replaces else None,
        "remarks": [remark_text(words, remark) for remark in note.remarks],
    }


def _remarks(words: Words, filled: Filled) -> Iterator[str]:
    """Yield the changes of notes, which nobody shall miss, and the remarks on what was taken."""
    for note in filled.judged.notes:
        if note.replaces is not None:
            yield note.place.text(words)
        for remark in note.remarks:
            said = Message("readback.remark", department=note.department, remark=remark_text(words, remark))
            yield Fault(note.place.sheet, note.place.cell, said).text(words)


def _unread(words: Words, name: str, filled: Filled) -> Iterator[str]:
    if filled.hidden:
        yield words("readback.hidden", name=name, count=filled.hidden)
    if filled.unread_sheets:
        sheets = words.listing(list(filled.unread_sheets))
        yield words("readback.unread_sheets", name=name, sheets=sheets)
    for heading, count in filled.unread_columns:
        heading = " ".join(heading.split())
        yield words("readback.unread_column", name=name, heading=heading, count=count)


def _outcome(words: Words, name: str, arrival: Arrival, filled: Filled) -> str:
    faults = len(filled.judged.faults)
    if arrival.received is None:
        return words("readback.faults", name=name, count=faults)
    received = arrival.received
    told = words(
        "readback.received",
        name=name,
        rows=filled.rows,
        notes=received.notes,
        revisions=received.revisions,
        known=received.known,
    )
    return words.sentences([told, words("readback.faults_left", count=faults)]) if faults else told
