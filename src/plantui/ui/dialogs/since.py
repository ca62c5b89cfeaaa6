"""Dialog that asks since when changes are wanted: since the last report, since another day, since a state of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from plantui.model.problem import UsageError
from plantui.model.since import read_since
from plantui.query.since_offers import SinceOffer
from plantui.ui.painting import clip
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import since_text

from .base import Dialog, Hint
from .picker import ListLine

if TYPE_CHECKING:
    from plantui.model.since import Since


@dataclass(frozen=True, slots=True)
class SinceChoice:
    """The time chosen; None to show what has not changed too."""

    since: Since | None


class SinceDialog(Dialog[SinceChoice | None]):
    """Asks for a day or a state of the ledger; what is typed goes before the row under the cursor."""

    DEFAULT_CSS = "SinceDialog #typed { margin: 0 1 1 1; }"
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "dialogs.key.apply"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(
        self, words: Words, offers: Sequence[SinceOffer], today: date, now: Since | None = None
    ) -> None:
        super().__init__(words, words("dialogs.since.title"))
        self._today = today
        self._now = now
        self._offers: list[SinceOffer | None] = [*offers, *([None] if now is not None else [])]

    def body(self) -> ComposeResult:
        placeholder = self.words("dialogs.since.type")
        yield ListLine(id="typed", compact=True, placeholder=placeholder, select_on_focus=False)
        rows = RowList[SinceOffer | None](self._paint, id="choices")
        rows.can_focus = False
        yield rows

    def on_mount(self) -> None:
        days: list[Since | None] = [offer.since if offer else None for offer in self._offers]
        self._list.show(self._offers, days.index(self._now) if self._now in days else 0)
        self.say(self.words("dialogs.since.meaning"))

    @property
    def _list(self) -> RowList[SinceOffer | None]:
        return self.query_one("#choices", RowList)

    def _paint(self, offer: SinceOffer | None, width: int) -> Painted:
        if offer is None:
            return [(clip(f" {self.words('dialogs.since.everything')}", width), "muted")]
        name, day = self.words(f"dialogs.since.{offer.kind.value}"), since_text(self.words, offer.since)
        return [(clip(f" {self.words('export.labelled', label=name, text=day)}", width), "")]

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Say what the typed text will be taken for."""
        event.stop()
        try:
            typed = read_since(event.value, self._today)
        except UsageError as error:
            self.say(self.words.error(error))
        else:
            self.say(since_text(self.words, typed) if typed else self.words("dialogs.since.meaning"))

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def apply(self) -> None:
        """Give back the time that was typed, else that of the row under the cursor."""
        text = self.query_one(ListLine).value
        if not text.strip():
            row = self._list.current
            self.dismiss(SinceChoice(row.since if row else None))
            return
        try:
            typed = read_since(text, self._today)
        except UsageError as error:
            self.say(self.words.error(error))
            return
        if typed is None:
            self.say(self.words("terms.since.wrong", text=text))
        else:
            self.dismiss(SinceChoice(typed))

    def action_move(self, rows: int) -> None:
        self._list.action_move(rows)

    def action_page(self, pages: int) -> None:
        self._list.action_page(pages)
