"""`plantui config`: which commands there are."""

from __future__ import annotations

from ..command import Group, LazyCommand
from ..startup import Startup

COMMANDS = {
    "list": LazyCommand("config.commands", "build_list"),
    "get": LazyCommand("config.commands", "build_get"),
    "set": LazyCommand("config.commands", "build_set"),
    "unset": LazyCommand("config.commands", "build_unset"),
}


def build(startup: Startup) -> Group:
    """Return the group."""
    return Group(startup, "config", COMMANDS)
