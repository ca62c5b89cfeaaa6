"""The search line: words and typed terms that filter while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.query.filter import Facet, Filter
from plantui.query.session import Session

from .host import ScreenHost

if TYPE_CHECKING:
    from textual.widgets import Input

    from plantui.query.finding import LineReader, Understood


class Search:
    """Opens and closes the search line. It is made when first asked for: a start need not pay for it.

    While something is typed, the filter is the one before with what the line adds. On Enter the typed terms stay as choices
    of the filter, and the line keeps the words.
    """

    def __init__(self, host: ScreenHost) -> None:
        self._host = host
        self._line: Input | None = None
        self._before = Filter()
        """The filter that the line adds to."""
        self._found: Understood | None = None
        """Meaning of what was typed last, None where nothing was typed since the line was opened."""

    async def open(self) -> None:
        """Go to the search line, made where there is none yet."""
        from plantui.ui.widgets.line_input import LineInput

        host = self._host
        if self._line is None:
            hint = host.words("screen.search_hint")
            self._line = LineInput(self._words(), placeholder=hint, id="search", compact=True)
            await host.mount(self._line, before="#panes")
        self._begin()
        host.leave_pane()
        self._line.display = True
        self._line.focus()

    @property
    def has_keyboard(self) -> bool:
        """True where what is typed goes into the search line."""
        return self._line is not None and self._line.has_focus

    def follow(self, session: Session) -> None:
        """Show the words of the filter, where the line is in use and the filter is not what was typed into it."""
        line = self._line
        if line is None:
            return
        is_typed = line.has_focus and self._found is not None and session.active_filter == self._found.filter
        if not is_typed:
            self._begin()
            words = self._words()
            if line.value.strip() != words:
                with line.prevent(type(line).Changed):
                    line.value = words
        line.display = bool(session.active_filter.words) or line.has_focus

    def typed(self, text: str) -> None:
        """Filter by what was typed."""
        self._found = found = self._reader().understood(text, self._before)
        self._host.show(self._host.session.narrowed(found.filter))
        if text[-1:].isspace():  # else the last part may be half of one that will be understood
            self._tell_refused(found)

    def leave(self, *, drop: bool = False) -> None:
        """Go back to the list, with what was typed kept or dropped."""
        host = self._host
        host.rows.focus()
        found, self._found = self._found, None
        if drop:
            host.show(host.session.narrowed(self._before))
        elif found is not None:
            self.follow(host.session)
            self._go_to_best()
            self._tell_refused(found)
        if self._line is not None:  # it has the keyboard until the next message
            self._line.display = bool(host.session.active_filter.words)

    def _go_to_best(self) -> None:
        """Put the cursor on the task that the words find best."""
        host = self._host
        best = host.session.best_match if host.session.active_filter.words else None
        at = None if best is None else host.session.rows().position_of_task(best)
        if at is not None:
            host.rows.cursor = at

    def _begin(self) -> None:
        self._before = self._host.session.active_filter.with_choices(Facet.WORDS, ())
        self._found = None

    def _tell_refused(self, found: Understood) -> None:
        """Say which parts of the line were not understood."""
        if found.refused:
            words = self._host.words
            self._host.say(words.sentences(map(words.error, found.refused)))

    def _words(self) -> str:
        """Return the words of the filter as the line has them."""
        active_filter = self._host.session.active_filter
        if not active_filter.words:
            return ""
        from plantui.query.finding import words_line
        from plantui.words.find_phrases import find_vocabulary

        return words_line(active_filter, find_vocabulary(self._host.words.language))

    def _reader(self) -> LineReader:
        from plantui.query.finding import LineReader
        from plantui.words.find_phrases import find_vocabulary

        session = self._host.session
        vocabulary = find_vocabulary(self._host.words.language)
        return LineReader(session.library, session.workspace.plan_sets, vocabulary)
