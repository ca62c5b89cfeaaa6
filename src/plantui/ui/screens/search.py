"""The search line: words that filter while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.query.filter import Facet
from plantui.query.session import Session

from .host import ScreenHost

if TYPE_CHECKING:
    from textual.widgets import Input


class Search:
    """Opens and closes the search line. It is made when first asked for: a start need not pay for it."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host
        self._line: Input | None = None

    async def open(self) -> None:
        """Go to the search line, made where there is none yet."""
        from plantui.ui.widgets.line_input import LineInput

        host = self._host
        if self._line is None:
            hint, words = host.words("screen.search_hint"), host.session.active_filter.words
            self._line = LineInput(words, placeholder=hint, id="search", compact=True)
            await host.mount(self._line, before="#panes")
        host.leave_pane()
        self._line.display = True
        self._line.focus()

    @property
    def has_keyboard(self) -> bool:
        """True where what is typed goes into the search line."""
        return self._line is not None and self._line.has_focus

    def follow(self, session: Session) -> None:
        """Show the words of the filter, where the line is in use."""
        line = self._line
        if line is None:
            return
        words = session.active_filter.words
        if line.value.strip() != words.strip():
            with line.prevent(type(line).Changed):
                line.value = words
        line.display = bool(words) or line.has_focus

    def typed(self, text: str) -> None:
        """Filter by what was typed."""
        words = (text,) if text.strip() else ()
        self._host.show(self._host.session.with_choices(Facet.WORDS, words))

    def leave(self, *, drop: bool = False) -> None:
        """Go back to the list, with the words kept or dropped."""
        self._host.rows.focus()
        if drop:
            self._host.show(self._host.session.with_choices(Facet.WORDS, ()))
        if self._line is not None:  # it has the keyboard until the next message
            self._line.display = bool(self._host.session.active_filter.words)
