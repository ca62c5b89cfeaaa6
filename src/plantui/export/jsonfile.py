"""The rows of a summary as a JSON array, one row per line: the keys of `list --json` and `latest_notes`."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.words import Words

from .rowform import note_dict, row_json
from .summary import Summary


def json_lines(summary: Summary, words: Words) -> Iterator[str]:
    """Yield the array in pieces."""
    before = "[\n"
    for row in summary:
        yield before + row_json(words, row.task, {"latest_notes": [note_dict(note) for note in row.notes]})
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
