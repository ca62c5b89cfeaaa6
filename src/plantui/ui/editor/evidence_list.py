"""The evidence named in a note: files, folders and links, one a row."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType

from plantui.model.evidence import Evidence
from plantui.model.text import one_line
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.painted import Painted
from plantui.words import Words

from .fields import Field
from .form_rows import FormRows

_REMOVE = " × "
"""Sign at the end of a row: a click on it removes the row."""


class EvidenceList(FormRows[Evidence]):
    """Delete removes the row under the cursor, a click on its × too."""

    DEFAULT_CSS = """
    EvidenceList { max-height: 12vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete,backspace", "remove", show=False)]

    def __init__(self, words: Words) -> None:
        super().__init__(self._paint, id=Field.EVIDENCE.value)
        self._words = words

    def add(self, evidence: Evidence) -> None:
        """List one more; the same place again takes the place of the row that names it."""
        rows = [one for one in self.rows if one.place != evidence.place]
        self.fill([*rows, evidence])
        self.cursor = len(rows)
        self.post_message(self.Edited())

    def action_remove(self) -> None:
        """Remove the row under the cursor. The file itself stays where it is."""
        if self.current is not None:
            self.fill([one for at, one in enumerate(self.rows) if at != self.cursor])
            self.post_message(self.Edited())

    def on_click(self, event: events.Click) -> None:
        super().on_click(event)
        end = self.text_width
        if end - len(_REMOVE) <= event.x < end and event.y + self.scroll_offset.y == self.cursor:
            self.action_remove()

    def _paint(self, one: Evidence, width: int) -> Painted:
        kind = self._words(f"editor.evidence.{one.kind.value}")
        size = "" if one.size is None else self._words("editor.evidence.bytes", size=f"{one.size:,}")
        facts = "  ".join(part for part in (kind, size, one.day.isoformat()) if part)
        room = max(width - 1 - cell_len(facts) - 2 - len(_REMOVE), 0)
        name = clip(one_line(one.name), room)
        place = clip(one_line(one.place), max(room - cell_len(name) - 2, 0)) if one.place != one.name else ""
        return [
            (fit(f" {name}  ", cell_len(name) + 3), "head"),
            (fit(place, max(room - cell_len(name) - 2, 0)), "muted"),
            (f"  {facts}", ""),
            (_REMOVE, "muted"),
        ]
