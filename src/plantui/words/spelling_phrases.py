"""The words by which users call roles, statuses and lights, the usual one first."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.model.terms import Light

from .catalogue import Words

ANY_ROLE = "any"
"""Stands for any role."""


def status_spellings(words: Words, name: str) -> Iterator[str]:
    """Yield the words for a status."""
    yield words(f"terms.status.{name}")


def role_spellings(words: Words, name: str) -> Iterator[str]:
    """Yield the words for a role."""
    yield words(f"terms.role.{name}")
    if name != ANY_ROLE:
        yield words(f"terms.role.{name}.long")


def light_spellings(words: Words, name: str) -> Iterator[str]:
    """Yield the words for a light."""
    if name == Light.NONE:  # 无 alone would say too little
        yield words("lights.state.no_date")
    yield words(f"terms.light.{name}")
    yield from words(f"terms.light.{name}.lamp").split("|")
