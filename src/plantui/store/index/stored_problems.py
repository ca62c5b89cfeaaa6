"""Problems of plan files as the index keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from plantui.model.problem import Message, Problem, Severity


def problems_text(problems: Iterable[Problem]) -> str:
    """Return problems as JSON text. A fact that is a message itself, a list of its key, is told in the reader's language."""
    rows = [
        {**one._asdict(), "facts": {name: _cell(fact) for name, fact in one.facts.items()}}
        for one in problems
    ]
    return json.dumps(rows, ensure_ascii=False)


def stored_problems(text: str) -> list[Problem]:
    """Return the problems behind `problems_text`."""
    return [
        Problem(
            row["message"],
            row["file"],
            row["line"],
            row["key"],
            {name: _fact(cell) for name, cell in row["facts"].items()},
            Severity(row["severity"]),
        )
        for row in json.loads(text)
    ]


def _cell(fact: str) -> str | list[str]:
    return [fact] if isinstance(fact, Message) else fact


def _fact(cell: str | list[str]) -> str:
    return cell if isinstance(cell, str) else Message(cell[0])
