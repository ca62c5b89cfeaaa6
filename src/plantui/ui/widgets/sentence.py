"""A text of one or more sentences, wrapped as Chinese is set."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from plantui.export.wrapping import wrap
from plantui.model.text import visible


class Sentence(Widget):
    """Shows a text whole. Textual itself breaks a line at blanks alone, which leaves half of a Chinese line empty."""

    DEFAULT_CSS = "Sentence { height: auto; width: 1fr; }"

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._text = text

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._text

    def show(self, text: str) -> None:
        """Show another text; its lines take the room that they need."""
        self._text = text
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[str]:
        return wrap(visible(self._text), width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n".join(self._lines(self.content_size.width)))
