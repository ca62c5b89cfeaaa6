"""The guard of every modal screen: it gives one result, and what arrives behind that does nothing."""

from __future__ import annotations

from typing import TypeVar

from textual import events, messages
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import ModalScreen

ResultT = TypeVar("ResultT")


class GuardedModal(ModalScreen[ResultT]):
    """A modal screen that is dismissed once, and then ignores all input.

    Keys and clicks of one read (a slow line, a held key, a paste) wait in the queues of the screen's widgets while the
    first of them dismisses it. The framework would then close the screen below as well, or carry the command out twice.
    A key that no widget has taken goes on to the screen that is on top by then, as if it had been typed slowly.
    """

    _dismissed = False
    _waiting: tuple[ResultT | None] | None = None
    """The result of a screen that was dismissed below another one."""

    @property
    def is_dismissed(self) -> bool:
        """True once the screen has given its result."""
        return self._dismissed

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Close with a result; only the first call counts. Below another screen it waits until that one is closed."""
        if self._dismissed:
            return AwaitComplete()
        self._dismissed = True
        if not self.is_active:
            self._waiting = (result,)
            return AwaitComplete()
        return super().dismiss(result)

    def on_screen_resume(self) -> None:
        """Close now, where that had to wait."""
        if self._waiting:
            (result,), self._waiting = self._waiting, None
            super().dismiss(result)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse every command once there is a result."""
        return False if self._dismissed else super().check_action(action, parameters)

    async def _on_message(self, message: Message) -> None:
        # The one place through which events and messages reach their handlers. There is no public one for those that
        # wait in the queue already; `tests/ui/test_ui_modal.py` fails where a release renames it.
        if not self._dismissed or _is_of_the_framework(message):
            await super()._on_message(message)
        elif isinstance(message, events.Key) and not message._stop_propagation:
            self.app.post_message(message)


def _is_of_the_framework(message: Message) -> bool:
    """Return whether a message is about the screen's own life, and not input or what came of input."""
    if isinstance(message, events.Event):
        return not isinstance(message, events.InputEvent | events.Paste)
    return type(message).__module__ == messages.__name__
