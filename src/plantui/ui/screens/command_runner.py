"""Running the commands of the main screen: what each does, and why it does nothing here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import isawaitable

from textual import events
from textual.actions import parse

from plantui.ui.commands import COMMANDS, FIELD_KEYS, FOOTER, Command, Group
from plantui.ui.fullwidth import twin_key

from .applying import CommandPlace, applies, reason_against
from .host import ScreenHost

BY_KEY = {key: command for command in COMMANDS for key in command.keys}
"""The commands of the screen by their keys."""


class CommandRunner:
    """Runs commands by name, and answers for keys, footer and palette alike whether they apply."""

    def __init__(
        self, host: ScreenHost, does: Mapping[str, Callable[..., object]], place: Callable[[], CommandPlace]
    ) -> None:
        """Take what each action does by its name, and a function that tells where the user is."""
        self._host = host
        self._does = does
        self._place = place

    def action_applies(self, action: str) -> bool:
        """Return whether an action would do something where the cursor is."""
        return applies(action, self._place())

    def command_applies(self, command: Command) -> bool:
        """Return whether a command would do something where the cursor is."""
        return self.action_applies(parse(command.action)[1])

    def idle(self, typing: bool) -> frozenset[Command]:
        """Return the commands of the footer that do nothing here; while the user types a line, those whose key types."""
        place = self._place()
        return frozenset(
            command
            for command in FOOTER
            if not applies(parse(command.action)[1], place) or (typing and types(command))
        )

    async def do(self, action: str, *parameters: object) -> None:
        """Do what an action names."""
        done = self._does[action](*parameters)
        if isawaitable(done):
            await done

    async def run(self, command: Command) -> None:
        """Do what a command's key does, or say why it does nothing here."""
        _, action, parameters = parse(command.action)
        if self.action_applies(action):
            await self.do(action, *parameters)
        else:
            self.say_why_not(command)

    def take_key(self, event: events.Key, typing: bool) -> None:
        """Act like the half-width twin of a full-width character; say why a key of ours does nothing here."""
        twin = twin_key(event.character)
        command = BY_KEY.get(twin or event.key)
        if command is None or (typing and (twin or types(command) or command.group is Group.MOVE)):
            return
        # In the app's turn, in which the bindings of the keys before have done their work.
        if twin:
            event.stop()
            event.prevent_default()
            self._host.app.call_later(self.run, command)
        else:
            self._host.app.call_later(self.say_why_not, command)

    def say_why_not(self, command: Command) -> None:
        """Say what a command needs, where it does nothing; a key about the list goes back to it."""
        host = self._host
        if not host.is_active or self.command_applies(command):
            return
        if command.group in (Group.FILTER, Group.VIEW):
            host.leave_pane()
        reason = reason_against(parse(command.action)[1])
        host.say(host.words(reason) if reason else "")


def bound_action(action: str) -> str:
    """Return the one action of the screen, `do`, for a command's: `choose('year')` is `do('choose', 'year')`."""
    _, name, parameters = parse(action)
    return f"do({', '.join(map(repr, (name, *parameters)))})"


def types(command: Command) -> bool:
    """Return whether a command's key is the text field's own, where the user is in one: it types or edits."""
    return any(len(key) == 1 or key in FIELD_KEYS for key in command.keys[:1])
