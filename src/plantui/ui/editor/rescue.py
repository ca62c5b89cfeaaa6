"""A text file for what is being typed when the program has to end and the ledger does not take it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plantui.model.typed_fields import TypedActual, TypedRequirement
from plantui.store.atomic import atomic_write
from plantui.words import Words
from plantui.words.note_phrases import requirement_name
from plantui.words.phrases import term

from .entry import Entry
from .fields import Field


def rescue(words: Words, heading: str, department: str, entry: Entry, folder: Path, day: date) -> Path:
    """Write the form as text into a new file of the folder, readable by the user only. Raises OSError."""
    given = [
        (Field.DEPARTMENT, department),
        (Field.STATUS, term(words, entry.status)),
        (Field.PERCENT, entry.percent),
        (Field.AS_OF, entry.as_of),
        (Field.REASON, entry.reason),
        (Field.PROGRESS, entry.progress),
        (Field.PROBLEMS, entry.problems),
        (Field.NEXT_STEPS, entry.next_steps),
        *((Field.REQUIREMENTS, _requirement(one)) for one in entry.requirements if not one.is_blank),
        *((Field.ACTUALS, _actual(one)) for one in entry.actuals if not one.is_blank),
        *((Field.EVIDENCE, one.place) for one in entry.evidence),
    ]
    parts = [heading, *(f"{words(f'editor.field.{field.value}')}\n{text}" for field, text in given if text)]
    path = _new_file(folder / f"unsaved-{day.isoformat()}.txt")
    atomic_write(path, "\n\n".join(parts) + "\n")
    return path


def _requirement(typed: TypedRequirement) -> str:
    """Return the fields of a requirement as they were typed."""
    tick = {True: "[x]", False: "[ ]", None: ""}[typed.is_done]
    percent = f"{typed.percent}%" if typed.percent else ""
    parts = (tick, requirement_name(typed.requirement), typed.done_on, percent)
    return " ".join(part for part in parts if part)


def _actual(typed: TypedActual) -> str:
    """Return the fields of an actual value as they were typed."""
    parts = (typed.indicator.indicator, typed.value, typed.day, typed.source)
    return " ".join(part for part in parts if part)


def _new_file(wanted: Path) -> Path:
    """Make an empty file that only the user can read, numbered where the name is taken."""
    wanted.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    number, path = 1, wanted
    while True:
        try:
            path.touch(0o600, exist_ok=False)
        except FileExistsError:
            number += 1
            path = wanted.with_stem(f"{wanted.stem}-{number}")
        else:
            return path
