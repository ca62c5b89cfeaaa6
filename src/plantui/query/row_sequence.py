"""Rows that are made when they are looked at."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

RowT = TypeVar("RowT", covariant=True)


class RowSequence(Sequence[RowT]):
    """A sequence of which each row is made by itself, so that a long list costs what is looked at."""

    @abstractmethod
    def row_at(self, index: int) -> RowT:
        """Return the row at a place from 0 on."""

    @overload
    def __getitem__(self, index: int) -> RowT: ...
    @overload
    def __getitem__(self, index: slice) -> list[RowT]: ...
    def __getitem__(self, index: int | slice) -> RowT | list[RowT]:
        places = range(len(self))[index]
        return self.row_at(places) if isinstance(places, int) else [self.row_at(at) for at in places]
