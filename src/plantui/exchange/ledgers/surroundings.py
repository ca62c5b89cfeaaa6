"""Facts that a ledger does not say itself: its plan's id, the day, the names of departments and the ids known already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

DueReader = Callable[[str], Sequence[tuple[str, date]]]
"""Reads the days in a text, each with its words."""


class Surroundings(NamedTuple):
    """All that is known beside the ledger itself."""

    file: str
    plan_id: str
    today: date
    title: str = ""
    """The ledger's title where it has none of its own."""
    region: str = ""
    names: tuple[str, ...] = ()
    """Names of departments that are known."""
    read_due: DueReader = lambda text: ()
    ids: Mapping[str, str] = MappingProxyType({})
    """Ids of the tasks that the plan has already, by their whole wording, for ledgers without ids."""
