"""Another file stands where the ledger was: what happened, and how to go on."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.model.text import visible
from plantui.store.ledger import LedgerReplaced, ReplacedKind
from plantui.ui.lines import paragraph
from plantui.ui.painting import clip
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint


class ReplacedAnswer(StrEnum):
    """Answer to how to go on. To wait answers nothing: the ledger goes on refusing, and nothing is written."""

    WAIT = "wait"
    USE_FILE = "use_file"
    """With the file that is there now."""
    MAKE_NEW = "make_new"
    """With a new ledger, which the next note makes."""
    LEAVE = "leave"
    """Not at all: leave plantui."""


class ReplacedDialog(Dialog[ReplacedAnswer | None]):
    """Says what became of the ledger, and asks how to go on; None means to wait.

    It may open while the user types something else: an Enter that was meant for that changes nothing.
    """

    AUTO_FOCUS = "#answers"
    DEFAULT_CSS = """
    ReplacedDialog #answers { height: 3; margin: 0 0 1 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", show=False),
    ]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "dialogs.key.apply"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(self, words: Words, error: LedgerReplaced) -> None:
        super().__init__(words, words("dialogs.replaced.title"))
        self._sentence = words.error(error)
        first = ReplacedAnswer.MAKE_NEW if error.kind is ReplacedKind.MISSING else ReplacedAnswer.USE_FILE
        self._answers = (ReplacedAnswer.WAIT, first, ReplacedAnswer.LEAVE)

    def body(self) -> ComposeResult:
        yield LinesView(id="happened")
        yield RowList[ReplacedAnswer](self._paint, id="answers")

    def on_mount(self) -> None:
        self.query_one(LinesView).show(lambda width: paragraph(visible(self._sentence), width))
        self.query_one(RowList).show(self._answers)

    def _paint(self, answer: ReplacedAnswer, width: int) -> Painted:
        return [(clip(f" {self.words(f'dialogs.replaced.{answer.value}')}", width), "")]

    @on(RowList.Chosen)
    def action_answer(self) -> None:
        """Give back the answer under the cursor."""
        answer = self._answers[self.query_one(RowList).cursor]
        self.dismiss(None if answer is ReplacedAnswer.WAIT else answer)
