"""Problems of the ledger itself, and the time zone that it was made in."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.model.problem import Problem

from .context import CommandContext
from .output import say


def unreadable_rows(context: CommandContext) -> Iterator[Problem]:
    """Yield a problem for every row of which nothing can be made; tell on stderr when the ledger's days end."""
    with context.ledger() as ledger:
        if zone := ledger.zone_name():
            say(context.words("cli.check.zone", zone=zone))
        for row in ledger.unreadable_rows():
            yield Problem("ledger.unreadable_row", file=str(ledger.path), facts=row.facts)
