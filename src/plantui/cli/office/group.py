"""`plantui office`: which commands there are."""

from __future__ import annotations

from ..command import Group, LazyCommand
from ..startup import Startup

COMMANDS = {
    "show": LazyCommand("office.commands", "build_show"),
    "set": LazyCommand("office.commands", "build_set"),
}


def build(startup: Startup) -> Group:
    """Return the group."""
    return Group(startup, "office", COMMANDS, default="show")
