"""`plantui evidence`: the commands there are."""

from __future__ import annotations

from ..command import Group, LazyCommand
from ..startup import Startup

COMMANDS = {
    "check": LazyCommand("evidence.check"),
    "open": LazyCommand("evidence.open_evidence"),
}


def build(startup: Startup) -> Group:
    """Return the group."""
    return Group(startup, "evidence", COMMANDS)
