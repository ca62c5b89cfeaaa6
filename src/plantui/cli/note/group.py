"""`plantui note`: which commands there are."""

from __future__ import annotations

from ..command import Group, LazyCommand
from ..startup import Startup

COMMANDS = {
    "add": LazyCommand("note.add"),
    "list": LazyCommand("note.list_notes"),
    "edit": LazyCommand("note.edit"),
    "retract": LazyCommand("note.retract"),
    "submit": LazyCommand("note.steps", "build_submit"),
    "check": LazyCommand("note.steps", "build_check"),
    "return": LazyCommand("note.steps", "build_return"),
    "close": LazyCommand("note.steps", "build_close"),
    "reopen": LazyCommand("note.steps", "build_reopen"),
    "confirm": LazyCommand("note.assignments", "build_confirm"),
    "appeal": LazyCommand("note.assignments", "build_appeal"),
    "uphold": LazyCommand("note.assignments", "build_uphold"),
    "adjust": LazyCommand("note.assignments", "build_adjust"),
    "assess": LazyCommand("note.assess"),
    "follow": LazyCommand("note.follow"),
    "undo": LazyCommand("note.undo", "build_undo"),
    "redo": LazyCommand("note.undo", "build_redo"),
}


def build(startup: Startup) -> Group:
    """Return the group."""
    return Group(startup, "note", COMMANDS)
