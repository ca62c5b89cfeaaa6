"""The first lines of what an export would write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from plantui.model.problem import PlantuiError
from plantui.ui.lines import paragraph
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.words import Words

from .export_offers import ExportRequest

Preview = Callable[[ExportRequest], Sequence[str]]
"""Returns the first lines of what a request would write, in a thread; raises PlantuiError where it cannot be made."""


class PreviewPane(LinesView):
    """Shows the first lines of a request, which a thread makes: one at a time, the last one when the one before is done."""

    @dataclass
    class Made(Message):
        """The first lines of a request are known."""

        request: ExportRequest
        lines: Sequence[str]

    def __init__(self, words: Words, preview: Preview, *, id: str) -> None:
        super().__init__(id=id)
        self._words = words
        self._preview = preview
        self._wanted: ExportRequest | None = None
        """The request that is being made or to be made; None while nothing is."""
        self._is_making = False

    def want(self, request: ExportRequest) -> None:
        """Have the first lines of a request made and shown."""
        self._wanted = request
        if not self._is_making:
            self._is_making = True
            self._make(request)

    @work(thread=True, group="preview")
    def _make(self, request: ExportRequest) -> None:
        try:
            lines = self._preview(request)
        except PlantuiError as error:
            lines = [self._words.error(error)]
        self.post_message(self.Made(request, lines))

    @on(Made)
    def take(self, event: Made) -> None:
        """Show the first lines; where something else was chosen meanwhile, have those made."""
        event.stop()
        self._is_making = False
        if self._wanted is not None and event.request != self._wanted:
            self.want(self._wanted)
            return
        lines = event.lines

        def page(width: int) -> Sequence[Painted]:
            return [painted for line in lines for painted in paragraph(line, width)]

        self.show(page)
