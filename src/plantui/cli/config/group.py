"""`plantui config`: which commands there are."""

from __future__ import annotations

from ..command import Group, Place
from ..startup import Startup

COMMANDS = {
    "list": Place("config.commands", "build_list"),
    "get": Place("config.commands", "build_get"),
    "set": Place("config.commands", "build_set"),
    "unset": Place("config.commands", "build_unset"),
}


def build(startup: Startup) -> Group:
    """The group."""
    return Group(startup, "config", COMMANDS)
