"""The commands of the review."""

from __future__ import annotations

from plantui.ui.commands import Command, Group

_TOPIC = "review"

REVIEW_COMMANDS: tuple[Command, ...] = (
    Command("accept", ("enter",), "accept", Group.NOTE, footer=1, topic=_TOPIC, palette=False),
    Command("correct", ("f2",), "correct", Group.NOTE, footer=2, topic=_TOPIC, palette=False),
    Command("accept_all", ("f4",), "accept_all", Group.NOTE, footer=3, topic=_TOPIC, palette=False),
    Command("reopen", ("backspace",), "reopen", Group.NOTE, footer=8, topic=_TOPIC, palette=False),
    Command("next", ("f3",), "next", Group.MOVE, footer=6, topic=_TOPIC, palette=False),
    Command("other", ("tab",), "other", Group.MOVE, topic=_TOPIC, palette=False),
    Command("zoom", ("f6",), "zoom", Group.VIEW, footer=7, topic=_TOPIC, palette=False),
    Command("blank", ("f7",), "blank", Group.VIEW, footer=9, topic=_TOPIC, palette=False),
    Command("write", ("ctrl+s",), "write", Group.OUTPUT, footer=5, topic=_TOPIC, palette=False),
    Command("help", ("f1",), "help", Group.PROGRAM, footer=10, topic=_TOPIC, palette=False),
    Command("leave", ("escape",), "leave", Group.PROGRAM, footer=4, topic=_TOPIC, palette=False),
)
"""By their names in the catalogue's topic `review`."""
