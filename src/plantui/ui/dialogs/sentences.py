"""A page of sentences after which one goes on or does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.ui.lines import paragraph
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.words import Words

from .base import Dialog, Hint


class SentencesDialog(Dialog[bool]):
    """Says sentences; its result is whether Enter was pressed."""

    AUTO_FOCUS = "#lines"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "go_on", show=False)]

    def __init__(self, words: Words, heading: str, sentences: Iterable[str], hints: Sequence[Hint]) -> None:
        super().__init__(words, heading)
        self._sentences = tuple(sentences)
        self._hints = tuple(hints)

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys, with what going on means here."""
        return self._hints

    def body(self) -> ComposeResult:
        yield LinesView(id="lines")

    def on_mount(self) -> None:
        self.query_one(LinesView).show(self._painted)

    def _painted(self, width: int) -> list[Painted]:
        return [line for one in self._sentences for line in _moved_in(one, width)]

    def action_go_on(self) -> None:
        """Go on."""
        self.dismiss(True)


def _moved_in(sentence: str, width: int) -> list[Painted]:
    """Return the lines of a sentence, all of them moved in as far as it is."""
    text = sentence.lstrip(" ")
    return paragraph(text, width, indent=len(sentence) - len(text))


class ReadPlanDialog(SentencesDialog):
    """Says what was read of a file of another system and what was lost; Enter adds the plan."""

    def __init__(self, words: Words, file: str, sentences: Iterable[str]) -> None:
        hints = (Hint(("enter",), "opening.key.add"), Hint(("escape",), "dialogs.key.cancel"))
        super().__init__(words, words("opening.import.add", file=file), sentences, hints)
