"""The past that a form was made from: plans and ledger as its origin names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from plantui.model.light_rules import LightRules
from plantui.model.problem import UsageError
from plantui.query.opening import open_workspace
from plantui.query.workspace import Workspace
from plantui.store.index.library import Library
from plantui.store.ledger import Ledger

from .origin import Origin, joined_property, origin_from


class Past(NamedTuple):
    """The plans with a ledger as it was in one of its states."""

    workspace: Workspace
    ledger: Ledger


@contextmanager
def past_of(
    origin: Origin, library: Library, ledger: Ledger, rules: LightRules | None = None
) -> Iterator[Past | None]:
    """Lend the past that a form was made from; None where the ledger never was in that state.

    `rules` are light rules that were asked for instead of the office's.
    """
    try:
        if origin.cut:
            ledger.require_cut(origin.cut)
    except UsageError:
        yield None
        return
    with ledger.at(origin.cut) as then:
        yield Past(open_workspace(library, then, origin.as_of, rules, keeps=False), then)


def origin_in(properties: Mapping[str, str]) -> Origin | None:
    """Return the origin in a document's properties; None where they name none that this version understands."""
    try:
        return origin_from(joined_property(properties))
    except ValueError:
        return None
