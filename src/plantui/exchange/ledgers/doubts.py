"""Doubts about a ledger, gathered: one sentence for each kind, with its number and the first rows."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.model.problem import Message
from plantui.model.text import one_line

_SHOWN = 5
"""Examples of a doubt that are told."""
_LONGEST = 60
"""Characters of an example that are told."""


class Doubts:
    """Gathers doubts while a ledger is read."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[str]] = {}

    def add(self, key: str, example: str, about: str = "") -> None:
        """Note a doubt: its kind, the row and words that it is about, and the column or value where it is of one."""
        self._found.setdefault((key, about), []).append(one_line(example))

    def messages(self) -> tuple[Message, ...]:
        """Return a sentence for each kind, in the order in which they came up."""
        return tuple(
            Message(
                f"exchange.ledger.doubt.{key}", count=str(len(examples)), about=about, shown=listed(examples)
            )
            for (key, about), examples in self._found.items()
        )


def listed(examples: Sequence[str]) -> str:
    """Return the first examples of something, each shortened."""
    told = [*map(shortened, dict.fromkeys(examples))]
    return "; ".join(told[:_SHOWN]) + ("; …" if len(told) > _SHOWN else "")


def shortened(example: str) -> str:
    """Return an example of something as far as it is told."""
    return example if len(example) <= _LONGEST else f"{example[:_LONGEST]}…"
