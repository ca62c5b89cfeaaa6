"""What was decided in a review: kept as JSON on the disk, and the steps by which it was, so that they can be taken back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a field: as read, or the line that takes the place of what was read. Of a whole part the line
    is empty where it was dropped, and its id where it was added."""

    was: str
    """What was read at that time."""
    line: str | None = None
    """The correction, None where the reading was accepted."""


Changes = Mapping[str, Decision | None]
"""The new decision of each key, None where it is taken back."""


class History:
    """The steps of this sitting."""

    def __init__(self) -> None:
        self._done: list[tuple[Changes, Changes]] = []
        self._undone: list[tuple[Changes, Changes]] = []

    def add(self, before: Changes, after: Changes) -> None:
        """A step was done: what it found, and what it left."""
        self._done.append((before, after))
        self._undone.clear()

    def undo(self) -> Changes | None:
        """What takes the last step back."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1][0]

    def redo(self) -> Changes | None:
        """What does the step again that was taken back last."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1][1]


def state_text(document: str, decisions: Mapping[str, Decision]) -> str:
    """The decisions on a document (its SHA-256) as a file's text."""
    fields = {
        key: {"was": decision.was} if decision.line is None else {"was": decision.was, "line": decision.line}
        for key, decision in decisions.items()
    }
    data = {"format": FORMAT, "document": document, "fields": fields}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def decisions_of(text: str, document: str) -> dict[str, Decision] | None:
    """The decisions of a file's text; None where it is not one about this document."""
    try:
        data: Any = json.loads(text)
        if data["format"] != FORMAT or data["document"] != document:
            return None
        return {
            str(key): Decision(str(row["was"]), str(row["line"]) if "line" in row else None)
            for key, row in data["fields"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
