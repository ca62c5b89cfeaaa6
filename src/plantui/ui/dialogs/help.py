"""Help: what the cursor is on, every command with its keys, the lights with their rules, the statuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.model.light_rules import DEFAULT_RULES, LightRules
from plantui.model.terms import LIGHTS_OF_FIGURES, Status
from plantui.ui.commands import Command, Group
from plantui.ui.lines import paragraph
from plantui.ui.meanings import badge_look
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.words import Words
from plantui.words.light_phrases import light_meanings, rules_name
from plantui.words.phrases import term

from .base import Dialog, Hint


class HelpScreen(Dialog[None]):
    """Explains `commands`, lights and statuses. `about` says what the cursor is on, `remark` is told behind the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1,enter,question_mark", "cancel", show=False)]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.scroll"),
        Hint(("pageup", "pagedown"), "dialogs.key.scroll"),
        Hint(("escape",), "dialogs.key.close"),
    )

    def __init__(
        self,
        words: Words,
        commands: Sequence[Command],
        about: Sequence[str] = (),
        remark: str = "",
        rules: LightRules = DEFAULT_RULES,
    ) -> None:
        super().__init__(words, words("dialogs.help.title"))
        self._about = about
        self._remark = remark
        self._rules = rules
        self._commands = commands

    def body(self) -> ComposeResult:
        yield LinesView(id="help")

    def on_mount(self) -> None:
        self.query_one(LinesView).show(
            lambda width: help_lines(
                self.words, self._about, self._commands, width, self._remark, self._rules
            )
        )


def help_lines(
    words: Words,
    about: Sequence[str],
    commands: Sequence[Command],
    width: int,
    remark: str = "",
    rules: LightRules = DEFAULT_RULES,
) -> list[Painted]:
    """Return the whole help as lines of a width."""
    lines: list[Painted] = []
    if about:
        lines += _heading(words("dialogs.help.here"))
        for said in about:
            lines += paragraph(said, width, indent=2)
    for group in Group:
        here = [command for command in commands if command.group is group]
        if here or group is Group.MOVE:
            lines += _heading(words(f"commands.group.{group.value}"))
            lines += _table(list(_command_rows(words, here, group)), width)
    if remark:
        lines += [[("", "")], *paragraph(remark, width, indent=2)]
    lines += _heading(words("dialogs.help.lights"))
    lights = [
        (light, words("lights.legend.join").join(meanings))
        for light in LIGHTS_OF_FIGURES
        if (meanings := light_meanings(words, rules, light))
    ]
    badges = [(f" {term(words, light)} ", meaning) for light, meaning in lights]
    lines += _table(badges, width, [badge_look(light) for light, _ in lights])
    lines += paragraph(words("lights.rules", rules=rules_name(words, rules)), width, "muted", indent=2)
    lines += _heading(words("dialogs.help.statuses"))
    lines += _table([(term(words, s), words(f"dialogs.status.{s.value}")) for s in Status], width)
    return lines[1:]


def keys_text(command: Command) -> str:
    """Return all keys of a command as people read them."""
    return "  ".join(command.key_names)


def _command_rows(words: Words, commands: Sequence[Command], group: Group) -> Iterator[tuple[str, str]]:
    separator = words("dialogs.help.separator")
    for command in commands:
        yield keys_text(command), f"{words(command.title_key)}{separator}{words(command.help_key)}"
    if group is Group.MOVE:
        yield words("dialogs.help.moving.keys"), words("dialogs.help.moving")


def _heading(text: str) -> list[Painted]:
    return [[("", "")], [(text, "head")]]


def _table(rows: Sequence[tuple[str, str]], width: int, looks: Sequence[str] = ()) -> list[Painted]:
    """Labels and their texts, the texts in a column of their own."""
    lines: list[Painted] = []
    column = 2 + min(_LABEL_WIDTH, max(cell_len(label) for label, _ in rows) + 2)
    for at, (label, text) in enumerate(rows):
        look = looks[at] if looks else "key"
        said = paragraph(text, width, indent=column)
        if cell_len(label) + 4 > column:
            lines.append([("  ", ""), (label, look)])
        else:
            room = column - 2 - cell_len(label)
            said[0] = [("  ", ""), (label, look), (" " * room, ""), *said[0][1:]]
        lines += said
    return lines


_LABEL_WIDTH = 16
"""Cells for keys and terms; a longer one gets a line of its own."""
