"""What the interface is started with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plantui.model.terms import Language

from .filter import Filter


@dataclass(frozen=True, slots=True)
class StartupOptions:
    """Everything that the command line settles before the interface opens."""

    ledger_path: Path
    author: str
    today: date
    """The as-of day."""
    language: Language
    department: str | None
    """The user's own department as configured: `region/name`."""
    filter: Filter
    theme: str | None
    config_path: Path
    state_path: Path
    """Where the interface remembers which branches are open."""
