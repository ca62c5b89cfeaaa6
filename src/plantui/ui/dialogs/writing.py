"""A dialog that writes files while it is open: how far it is, ending it, and the question before something is replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

from textual import on
from textual.message import Message

from plantui.export.progress import Cancelled, Progress
from plantui.model.problem import PlantuiError
from plantui.words import Words

from .base import Dialog

ResultT = TypeVar("ResultT")

EXISTS = "export.exists"
"""The message of the writer where a file is there already and was not to be replaced."""
Writing = Callable[[Progress], Message]
"""Writes in a thread and returns the message that says so. Raises PlantuiError, and what the progress raises."""

_BAR = 20
"""Cells of the bar of progress."""


class WritingDialog(Dialog[ResultT]):
    """Writes in a thread. Esc ends the writing, and then the dialog stays open with all that was chosen."""

    @dataclass
    class Told(Message):
        """A part of the rows is written."""

        percent: int

    @dataclass
    class Ended(Message):
        """The user has ended the writing, and nothing was written."""

    @dataclass
    class Refused(Message):
        """Nothing was written."""

        path: Path
        error: PlantuiError

    def __init__(self, words: Words, heading: str) -> None:
        super().__init__(words, heading)
        self.is_writing = False
        self._asked: Path | None = None
        """The file that exists and that one more Enter replaces."""
        self._end = Event()
        """Set where the writing is to end."""

    @property
    def exists_key(self) -> str:
        """The catalogue key of the question before something is replaced."""
        return "dialogs.export.exists"

    def may_replace(self, path: Path) -> bool:
        """Return whether the user was asked about what is there, and has not turned to something else since."""
        return path == self._asked

    def forget_question(self) -> None:
        """Ask anew before anything is replaced."""
        self._asked = None

    def begin(self, said: str, path: Path, writing: Writing) -> None:
        """Say what is being done and do it in a thread; the message that it returns comes where it was done."""
        self.is_writing = True
        self._end.clear()
        self.say(said)
        self.show_hints()
        self.run_worker(partial(self._carry_out, path, writing), group="writing", thread=True)

    def done(self) -> None:
        """Take that nothing is being written any more."""
        self.is_writing = False
        self.show_hints()

    def _carry_out(self, path: Path, writing: Writing) -> None:
        last = -1

        def tell(done: int, total: int) -> None:
            nonlocal last
            if self._end.is_set():
                raise Cancelled
            percent = 100 * done // total if total else 100
            if percent != last:
                last = percent
                self.post_message(self.Told(percent))

        try:
            written = writing(tell)
        except Cancelled:
            self.post_message(self.Ended())
        except PlantuiError as error:
            self.post_message(self.Refused(path, error))
        else:
            self.post_message(written)

    @on(Told)
    def show_progress(self, event: Told) -> None:
        """Show how far the writing is."""
        full = event.percent * _BAR // 100
        bar = "█" * full + "░" * (_BAR - full)
        if self.is_writing and not self._end.is_set():
            self.say(self.words("dialogs.export.progress", bar=bar, percent=event.percent))

    @on(Ended)
    def stay(self) -> None:
        """Say that nothing was written, and let the user choose again."""
        self.done()
        self.say(self.words("dialogs.export.ended"))

    @on(Refused)
    def tell_refusal(self, event: Refused) -> None:
        """Say why not; where the file exists, one more Enter replaces it."""
        self.done()
        is_there = event.error.message == EXISTS
        self._asked = event.path if is_there else None
        self.say(self.words(self.exists_key) if is_there else self.words.error(event.error))

    def action_cancel(self) -> None:
        """Close, or while a file is written end that: it may be there already, and then its place is told."""
        if not self.is_writing:
            super().action_cancel()
        elif not self._end.is_set():
            self._end.set()
            self.say(self.words("dialogs.export.ending"))
