"""The rows of a summary as a JSON array, one row per line: the keys of `list --json`, `latest_notes` and more.

An array has no heading: so each row names the state of the ledger, the light rules, and the states that its light
stands for by them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from typing import Any

from plantui.model.jsonvalue import JsonObject
from plantui.model.terms import Light
from plantui.words import Words

from .cell_source import CellColumns, CellSource, Reuse, RowPart, whole_row
from .legend import states_under
from .noteform import note_dict
from .notekeys import late_dict, stage_dict
from .rowform import STATE_PARTS, StatePart, actual_values, members, row_text
from .summary import Summary, SummaryRow

_LIGHT = attrgetter("task.reason.light")


def json_lines(summary: Summary, words: Words) -> Iterator[str]:
    """Yield the array in pieces."""
    before = "[\n"
    columns = CellColumns([*(_state_source(words, part) for part in STATE_PARTS), *_more(summary)])
    for rows in summary.portions():
        for row, parts in zip(rows, columns.of(rows), strict=True):
            yield before + row_text(row.task, parts)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _state_source(words: Words, part: StatePart) -> CellSource[str]:
    """Return the text of the keys of a part; rows share the parts that have a name."""
    said = partial(part.said, words)
    if not part.name:
        return _keys(attrgetter("task"), said)
    return _keys(attrgetter(f"task.{part.name}"), said, Reuse.SAME)


def _keys(part: RowPart, said: Callable[[Any], JsonObject], reuse: Reuse = Reuse.NEVER) -> CellSource[str]:
    return CellSource(part, said, reuse).then(members)


def _more(summary: Summary) -> Iterator[CellSource[str]]:
    """Yield the texts of the keys that a list does not have."""
    heading, counting = summary.heading, summary.workspace.counting
    rules = heading.rules

    def notes(row: SummaryRow) -> JsonObject:
        return {
            "latest_notes": [
                note_dict(note) | stage_dict(stage) | late_dict(note, row.late)
                for note, stage in zip(row.notes, row.stages, strict=True)
            ],
            "actual_values": actual_values(row.task, row.values, heading.as_of),
        }

    def lights(light: Light) -> JsonObject:
        return {
            "cut": heading.cut or None,
            "light_rules": rules.name,
            "light_states": states_under(rules, light),
        }

    yield _keys(whole_row, notes)
    yield _keys(_LIGHT, lights, Reuse.SAME)
    if counting:
        stage, left_out = counting.stage.value, counting.left_out
        yield _keys(
            attrgetter("task.key"),
            lambda key: {"counting_stage": stage, "notes_left_out": left_out.get(key, 0)},
        )
    if heading.is_demo:
        yield _keys(_LIGHT, lambda light: {"demo": True}, Reuse.SAME)
