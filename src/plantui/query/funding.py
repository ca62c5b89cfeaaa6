"""Money for sets of tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.funding import FundingSums, funding_sums

if TYPE_CHECKING:
    from plantui.store.index.library import Library


def sums_of(library: Library, tasks: int) -> FundingSums | None:
    """Return the sums of the money for a set of tasks; None where none is said of any."""
    said = [funding for pk, funding in library.funding.items() if tasks >> pk & 1]
    return funding_sums(said, tasks.bit_count()) if said else None
