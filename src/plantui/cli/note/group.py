"""`plantui note`: which commands there are."""

from __future__ import annotations

from ..command import Group, Place
from ..startup import Startup

COMMANDS = {
    "add": Place("note.add"),
    "list": Place("note.list_notes"),
    "edit": Place("note.edit"),
    "retract": Place("note.retract"),
    "undo": Place("note.undo", "build_undo"),
    "redo": Place("note.undo", "build_redo"),
}


def build(startup: Startup) -> Group:
    """The group."""
    return Group(startup, "note", COMMANDS)
