"""The tasks that a search finds by their notes, as far as the notes have been looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

FindNotes = Callable[[str], int]
"""Finds the tasks, as a task set, whose notes hold a term, as `search_terms` gives it."""

_NONE: Mapping[str, int] = MappingProxyType({})
_REMEMBERED = 64
"""Terms whose hits are remembered."""


class NoteHits:
    """Task sets by the term that the notes hold. They never change: what is found gives the next hits.

    `find` looks for a term that is not known yet, where there is time to wait for it; without it, such a term has no
    hits until somebody else has looked for it. Of the hits of an older ledger the answer is made until then.
    """

    def __init__(
        self,
        find: FindNotes | None = None,
        known: Mapping[str, int] = _NONE,
        current: frozenset[str] = frozenset(),
    ) -> None:
        self._find = find
        self._known = known
        self._current = current

    def is_current(self, term: str) -> bool:
        """Return whether the hits of a term are those of the ledger as it is, or will be when they are asked for."""
        return self._find is not None or term in self._current

    def of(self, term: str) -> int:
        """Return the hits of a term, as far as they are known or can be found."""
        if self._find is not None and term not in self._current:
            found = self.with_term(term, self._find(term))
            self._known, self._current = found._known, found._current
        return self._known.get(term, 0)

    def with_term(self, term: str, tasks: int) -> NoteHits:
        """Return the hits with those of one more term."""
        if len(self._known) >= _REMEMBERED and term not in self._known:
            return NoteHits(self._find, {term: tasks}, frozenset({term}))
        return NoteHits(self._find, {**self._known, term: tasks}, self._current | {term})

    def outdated(self) -> NoteHits:
        """Return the hits after a change of the ledger: those of all terms have to be looked for again."""
        return NoteHits(self._find, self._known)
