"""Options that the interface is started with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plantui.model.terms import Language

from .filter import Filter


class StartupOptions(NamedTuple):
    """Everything that the command line settles before the interface opens."""

    ledger_path: Path
    author: str
    clock: Callable[[], date]
    """Gives the as-of day while the interface is open: the system's date, or always the day that `--today` names."""
    language: Language
    department: str | None
    """The user's own department as configured: `region/name`."""
    filter: Filter
    theme: str | None
    config_path: Path
    state_path: Path
    """File in which the interface remembers which branches are open, and the columns."""
    folders: tuple[Path, ...] = ()
    """Search path of the plans."""
    is_demo: bool = False
    """True where the ledger is the demonstration."""
    before_demo: StartupOptions | None = None
    """Options of the own ledger, to go back to from the demonstration; None where there is nothing to go back to."""
    role: str | None = None
    """The role of the desk as configured, one of `model.roles.DeskRole`."""
    is_first_start: bool = False
    """True where the user has neither settings nor a ledger: the interface asks who they are."""
    remark: str = ""
    """A sentence that the interface begins with, empty where there is nothing to remark."""
