"""`plantui conflicts`: the commands there are."""

from __future__ import annotations

from ..command import Group, LazyCommand
from ..startup import Startup

COMMANDS = {
    "list": LazyCommand("conflicts.list_conflicts"),
    "settle": LazyCommand("conflicts.settle"),
}


def build(startup: Startup) -> Group:
    """Return the group."""
    return Group(startup, "conflicts", COMMANDS, default="list")
