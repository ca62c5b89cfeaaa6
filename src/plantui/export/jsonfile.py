"""The rows of a summary as a JSON array, one row per line: the keys of `list --json`, `latest_notes` and more.

An array has no heading: so each row names the state of the ledger, the light rules, and the states that its light
stands for by them.
"""

from __future__ import annotations

from collections.abc import Iterator

from plantui.model.jsonvalue import Json
from plantui.model.terms import Light
from plantui.words import Words

from .legend import states_under
from .noteform import note_dict
from .notekeys import late_dict, stage_dict
from .rowform import actual_values, row_json
from .summary import Summary


def json_lines(summary: Summary, words: Words) -> Iterator[str]:
    """Yield the array in pieces."""
    before = "[\n"
    rules = summary.heading.rules
    states = {light: states_under(rules, light) for light in Light}
    for row in summary:
        more: dict[str, Json] = {
            "latest_notes": [
                note_dict(note) | stage_dict(stage) | late_dict(note, row.late)
                for note, stage in zip(row.notes, row.stages, strict=True)
            ]
        }
        more["actual_values"] = actual_values(row.task, row.values, summary.heading.as_of)
        more["cut"] = summary.heading.cut or None
        more["light_rules"] = rules.name
        more["light_states"] = states[row.task.reason.light]
        if counting := summary.workspace.counting:
            more["counting_stage"] = counting.stage.value
            more["notes_left_out"] = counting.left_out.get(row.task.key, 0)
        if summary.heading.is_demo:
            more["demo"] = True
        yield before + row_json(words, row.task, more)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
