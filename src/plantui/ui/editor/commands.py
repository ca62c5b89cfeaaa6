"""The commands of the note editor and of the history."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from plantui.ui.commands import Command, Group, by_id

# Ctrl+S and Esc wait for the keys before them to arrive in the field: a character typed just before counts.
# The others take the place of what a text field does with the same key, and so go first.
EDITOR_COMMANDS: tuple[Command, ...] = (
    Command("command.save", ("ctrl+s",), "save", Group.EDITOR, footer=True, topic="editor"),
    Command("command.carry", ("ctrl+d",), "carry", Group.EDITOR, footer=True, topic="editor", priority=True),
    Command("command.leave", ("escape",), "leave", Group.EDITOR, footer=True, topic="editor", palette=False),
    Command(
        "command.evidence", ("f4",), "evidence", Group.EDITOR, footer=True, topic="editor", priority=True
    ),
    Command("command.history", ("f6",), "history", Group.EDITOR, footer=True, topic="editor", priority=True),
    Command("command.task", ("f3",), "task", Group.EDITOR, footer=True, topic="editor", priority=True),
    Command("command.afresh", ("f9",), "afresh", Group.EDITOR, footer=True, topic="editor", priority=True),
    Command("command.explain", ("f1",), "explain", Group.EDITOR, topic="editor", palette=False),
)

_EXPLAIN = Command("command.explain", ("f1",), "explain", Group.HISTORY, topic="editor", palette=False)
_CLOSE = Command(
    "command.close", ("escape",), "close", Group.HISTORY, footer=True, topic="editor", palette=False
)
REFERENCE_COMMANDS = (_CLOSE,)

CHANGE_COMMANDS: tuple[Command, ...] = (
    Command("command.revise", ("f2",), "revise", Group.HISTORY, footer=True, topic="editor", palette=False),
    Command(
        "command.retract", ("delete",), "retract", Group.HISTORY, footer=True, topic="editor", palette=False
    ),
)

# The list of revisions would page through itself: these keys turn the text instead.
HISTORY_COMMANDS: tuple[Command, ...] = (
    Command("command.older", ("up",), "move(-1)", Group.HISTORY, footer=True, topic="editor", palette=False),
    Command("command.newer", ("down",), "move(1)", Group.HISTORY, footer=True, topic="editor", palette=False),
    Command(
        "command.text_up",
        ("pageup",),
        "scroll(-1)",
        Group.HISTORY,
        topic="editor",
        palette=False,
        priority=True,
    ),
    Command(
        "command.text_down",
        ("pagedown",),
        "scroll(1)",
        Group.HISTORY,
        footer=True,
        topic="editor",
        palette=False,
        priority=True,
    ),
    *CHANGE_COMMANDS,
    by_id("evidence")._replace(group=Group.HISTORY, footer=1, palette=False),
    _CLOSE,
    _EXPLAIN,
)


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The key bindings of these commands."""
    return [
        Binding(",".join(one.keys), one.action, show=False, priority=one.priority, id=one.title_key)
        for one in commands
    ]
