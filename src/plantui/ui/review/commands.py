"""The commands of the review."""

from __future__ import annotations

from plantui.ui.commands import Command, Group

_TOPIC = "review"

REVIEW_COMMANDS: tuple[Command, ...] = (
    Command("accept", ("enter",), "accept", Group.REVIEW, footer=1, topic=_TOPIC, palette=False),
    Command("correct", ("f2",), "correct", Group.REVIEW, footer=2, topic=_TOPIC, palette=False),
    Command("accept_all", ("f4",), "accept_all", Group.REVIEW, footer=3, topic=_TOPIC, palette=False),
    Command("reopen", ("backspace",), "reopen", Group.REVIEW, footer=8, topic=_TOPIC, palette=False),
    Command("drop", ("delete",), "drop", Group.REVIEW, footer=11, topic=_TOPIC, palette=False),
    Command("mark", ("space",), "mark", Group.REVIEW, footer=13, topic=_TOPIC, palette=False),
    Command("add_task", ("f8",), "add('task')", Group.REVIEW, footer=12, topic=_TOPIC, palette=False),
    Command("add_section", ("f9",), "add('section')", Group.REVIEW, footer=14, topic=_TOPIC, palette=False),
    Command("undo", ("ctrl+z",), "undo", Group.REVIEW, footer=15, topic=_TOPIC, palette=False),
    Command("redo", ("ctrl+y",), "redo", Group.REVIEW, topic=_TOPIC, palette=False),
    Command("next", ("f3",), "next", Group.REVIEW, footer=6, topic=_TOPIC, palette=False),
    Command("other", ("tab",), "other", Group.REVIEW, topic=_TOPIC, palette=False),
    Command("zoom", ("f6",), "zoom", Group.REVIEW, footer=7, topic=_TOPIC, palette=False),
    Command("blank", ("f7",), "blank", Group.REVIEW, footer=9, topic=_TOPIC, palette=False),
    Command("write", ("ctrl+s",), "write", Group.REVIEW, footer=5, topic=_TOPIC, palette=False),
    Command("help", ("f1",), "help", Group.REVIEW, footer=10, topic=_TOPIC, palette=False),
    Command("leave", ("escape",), "leave", Group.REVIEW, footer=4, topic=_TOPIC, palette=False),
)
"""By their names in the catalogue's topic `review`."""

OUTLINE_COMMANDS: tuple[Command, ...] = (
    Command("mark_task", ("space", "enter"), "mark", Group.OUTLINE, footer=1, topic=_TOPIC, palette=False),
    Command("mark_alike", ("f4",), "alike", Group.OUTLINE, footer=2, topic=_TOPIC, palette=False),
    Command("mark_section", ("f9",), "mark('section')", Group.OUTLINE, footer=3, topic=_TOPIC, palette=False),
    Command("next_seen", ("f3",), "seen", Group.OUTLINE, footer=4, topic=_TOPIC, palette=False),
    Command("check", ("ctrl+s", "f2"), "check", Group.OUTLINE, footer=5, topic=_TOPIC, palette=False),
    Command("undo", ("ctrl+z",), "undo", Group.OUTLINE, footer=6, topic=_TOPIC, palette=False),
    Command("redo", ("ctrl+y",), "redo", Group.OUTLINE, topic=_TOPIC, palette=False),
    Command("outline_help", ("f1",), "help", Group.OUTLINE, footer=7, topic=_TOPIC, palette=False),
    Command("outline_leave", ("escape",), "leave", Group.OUTLINE, footer=8, topic=_TOPIC, palette=False),
)
"""The commands on a document in which no task was found."""
