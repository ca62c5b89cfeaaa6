"""Words of this field that several stages look for."""

from __future__ import annotations

from collections.abc import Iterable

DIVISION = "(?:责任|任务|职责|工作|部门|单位)?分工"
"""A label before who does what, as a pattern: 部门分工, 任务分工, 分工."""


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of these words, the first ones first."""
    return "|".join(words)
