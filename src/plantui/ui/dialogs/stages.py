"""The steps of checking and closing for the notes on one task or on many, in one small dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from plantui.model.assignment import AssignmentWord
from plantui.model.event import StageKind
from plantui.ui.lines import paragraph
from plantui.ui.painting import clip
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint

EXTEND = "extend"
EDIT = "edit"
ASSIGNMENT = "assignment"
ASSESSMENT = "assessment"


class WordChoice(NamedTuple):
    """A word on the assignment of the task to one department."""

    word: AssignmentWord
    department: str


@dataclass(frozen=True, slots=True)
class StageChoice:
    """An entry of the dialog."""

    what: StageKind | WordChoice | str
    """A step, a word on an assignment, or one of `EXTEND`, `EDIT`, `ASSIGNMENT` and `ASSESSMENT`."""
    name: str
    detail: str = ""
    """Number of notes that it is for, in words."""
    against: str = ""
    """Reason for which it cannot be done now; empty where it can."""
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class StageAnswer:
    """The entry chosen, with the reason typed."""

    what: StageKind | WordChoice | str
    reason: str = ""


class StageDialog(Dialog[StageAnswer | None]):
    """Asks which step to take; a digit takes one at once. What cannot be done now says why."""

    AUTO_FOCUS = "#steps"
    DEFAULT_CSS = """
    StageDialog #about { height: auto; max-height: 12; margin: 0 0 1 0; }
    StageDialog #steps { height: auto; max-height: 10; }
    StageDialog #reason { display: none; height: 1; border: none; padding: 0 1; margin: 1 0; }
    StageDialog.asks #reason { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "choose", show=False),
        *(Binding(str(digit), f"number({digit})", show=False) for digit in range(1, 10)),
    ]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "dialogs.key.apply"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(
        self,
        words: Words,
        heading: str,
        about: Sequence[str],
        choices: Sequence[StageChoice],
        first: StageKind | str | None = None,
    ) -> None:
        super().__init__(words, heading)
        self._about = about
        self._choices = choices
        self._cursor = next((at for at, one in enumerate(choices) if one.what == first), 0)
        self._asked: StageChoice | None = None
        """The step whose reason is asked for."""

    def body(self) -> ComposeResult:
        yield LinesView(id="about")
        yield RowList[StageChoice](self._paint, id="steps")
        yield LineInput(id="reason", placeholder=self.words("stages.reason"), compact=True)

    @property
    def _list(self) -> RowList[StageChoice]:
        return self.query_one("#steps", RowList)

    def on_mount(self) -> None:
        about = self.query_one(LinesView)
        about.can_focus = False
        about.show(lambda width: [line for one in self._about for line in paragraph(one, width)])
        about.styles.height = max(1, min(len(self._about) * 2, 12))
        self._list.styles.height = len(self._choices)
        self._list.show(self._choices, self._cursor)

    def _paint(self, choice: StageChoice, width: int) -> Painted:
        number = self._choices.index(choice) + 1
        look = "muted" if choice.against else ""
        text = f" {number} {choice.name}"
        return [
            (clip(text, width), look),
            (clip(f"  {choice.detail}", max(0, width - len(text) * 2)), "muted"),
        ]

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        message.stop()
        choice = self._list.current
        self.say(choice.against if choice else "")

    def action_number(self, number: int) -> None:
        """Take the entry of a digit."""
        if number <= len(self._choices):
            self._list.cursor = number - 1
            self._take(self._choices[number - 1])

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Take the entry under the cursor, or the one whose reason was asked for."""
        if self._asked is not None:
            self._give_reason(self._asked)
        elif choice := self._list.current:
            self._take(choice)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asked is not None:
            self._give_reason(self._asked)

    def _take(self, choice: StageChoice) -> None:
        if choice.against:
            self.say(choice.against)
        elif choice.needs_reason:
            self._asked = choice
            self.add_class("asks")
            self.query_one("#reason", LineInput).focus()
            self.say(self.words("stages.reason_for", step=choice.name))
        else:
            self.dismiss(StageAnswer(choice.what))

    def _give_reason(self, choice: StageChoice) -> None:
        reason = self.query_one("#reason", LineInput).value.strip()
        if reason:
            self.dismiss(StageAnswer(choice.what, reason))
        else:
            self.say(self.words("stages.refused.no_reason", step=choice.name))
