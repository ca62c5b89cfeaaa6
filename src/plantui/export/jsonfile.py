"""The rows of a summary as a JSON array, one row per line: the keys of `list --json` and `latest_notes`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from plantui.model.text import harmless_json
from plantui.words import Words

from .rowform import note_dict, row_dict
from .summary import Summary


def json_lines(summary: Summary, words: Words) -> Iterator[str]:
    """The array in pieces."""
    before = "[\n"
    for row in summary:
        data = row_dict(words, row.task) | {"latest_notes": [note_dict(note) for note in row.notes]}
        yield before + harmless_json(json.dumps(data, ensure_ascii=False))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
