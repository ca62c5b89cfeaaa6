"""The formats of other systems: one declaration of each, from which export, import, help and documentation follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plantui.words import Words

from . import decidim, iati, vtodo
from .content import PlanContent
from .losses import Declared
from .mspdi.terms import LOSSES as MSPDI_LOSSES
from .mspdi.writing import mspdi
from .read_plan import ReadPlan
from .stratml.terms import LOSSES as STRATML_LOSSES
from .stratml.writing import stratml

Writer = Callable[[PlanContent, Words], bytes]
"""Makes a file of a plan and its notes: the same bytes of the same values."""
Reader = Callable[[bytes, str, "str | None"], ReadPlan]
"""Reads a file's content; told its name, and what the plan is to be called."""


class Exchange(NamedTuple):
    """A format of another system."""

    losses: Declared
    write: Writer | None = None
    """Writes the file of one plan; None where `plantui.export` makes it of the whole selection."""
    read: Reader | None = None
    """Reads such files; None where files of this format are only written."""


def _read_stratml(content: bytes, file: str, plan_id: str | None) -> ReadPlan:
    from .stratml.reading import read_stratml

    return read_stratml(content, file, plan_id)


def _read_mspdi(content: bytes, file: str, plan_id: str | None) -> ReadPlan:
    from .mspdi.reading import read_mspdi

    return read_mspdi(content, file, plan_id)


EXCHANGES: Mapping[str, Exchange] = {
    "stratml": Exchange(STRATML_LOSSES, stratml, _read_stratml),
    "mspdi": Exchange(MSPDI_LOSSES, mspdi, _read_mspdi),
    "decidim": Exchange(decidim.LOSSES, decidim.decidim),
    "iati": Exchange(iati.LOSSES, iati.iati),
    "vtodo": Exchange(vtodo.LOSSES),
}
"""The formats by their names on the command line."""
