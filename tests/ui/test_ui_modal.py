"""The guard of modal screens: one result, and no input behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from plantui.ui.modal import GuardedModal
from tests.support.burst import send


class Question(GuardedModal[str]):
    """Counts what reaches it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f5", "count", show=False)]

    @dataclass
    class Answered(Message):
        """Something that a widget would say."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = 0
        self.counted = 0

    def compose(self) -> ComposeResult:
        yield Input()

    def on_input_submitted(self) -> None:
        self.answers += 1
        self.dismiss(f"answer {self.answers}")

    def on_question_answered(self) -> None:
        self.answers += 1
        self.dismiss(f"answer {self.answers}")

    def action_count(self) -> None:
        self.counted += 1


class Asking(App[None]):
    """Opens a question with F4; F5 of the screen below is counted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "ask", show=False),
        Binding("f6", "below", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.question = Question()
        self.results: list[str | None] = []
        self.below = 0

    def action_ask(self) -> None:
        self.push_screen(self.question, self.results.append)

    def action_below(self) -> None:
        self.below += 1


async def test_two_submissions_give_one_result() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        send(app, "f4", "enter", "enter")
        await pilot.pause()

        assert app.results == ["answer 1"]
        assert app.question.answers == 1
        assert len(app.screen_stack) == 1


async def test_messages_that_wait_already_are_not_handled() -> None:
    """They are in the screen's queue when the first of them dismisses it."""
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press("f4")
        for _ in range(3):
            app.question.post_message(Question.Answered())
        await pilot.pause()

        assert app.question.answers == 1
        assert app.results == ["answer 1"]


async def test_no_command_of_a_dismissed_screen_runs() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press("f4")
        app.question.dismiss("done")
        await app.run_action("count", app.question)
        await pilot.pause()

        assert app.question.counted == 0


async def test_a_key_that_no_field_takes_goes_to_the_screen_below() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press("f4")
        app.question.dismiss("done")
        for _ in range(2):
            app.question.post_message(Key("f6", None))
        await pilot.pause()

        assert app.below == 2


async def test_a_screen_dismissed_below_another_waits_for_it() -> None:
    """The framework would close the one on top, without its result."""
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press("f4")
        on_top: ModalScreen[Any] = ModalScreen()
        await app.push_screen(on_top)
        app.question.dismiss("below")
        await pilot.pause()
        assert app.screen is on_top
        assert app.results == []
        on_top.dismiss()
        await pilot.pause()

        assert app.results == ["below"]
        assert len(app.screen_stack) == 1
