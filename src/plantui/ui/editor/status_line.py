"""The line in which the editor says what happened."""

from __future__ import annotations

from rich.cells import cell_len
from textual.widgets import Static

from plantui.export.wrapping import wrap
from plantui.model.text import visible
from plantui.ui.painting import clip


class EditorStatus(Static):
    """A sentence, over several lines where it needs them."""

    DEFAULT_CSS = """
    EditorStatus { height: auto; min-height: 1; max-height: 4; padding: 0 1; color: $foreground; text-style: bold; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id, markup=False)
        self._text = ""
        self._stands = False

    @property
    def text(self) -> str:
        """The sentence that was said last."""
        return self._text

    def say(self, sentence: str) -> None:
        """Say this, with as many lines as it takes, until a key is pressed: in answer to one."""
        self._stands = bool(sentence)
        self._text = sentence
        width = max(self.content_size.width or self.app.size.width - 2, 2)
        self.update("\n".join(wrap(visible(sentence), width)))

    def release(self) -> None:
        """Let what was said be followed by something less important."""
        self._stands = False

    def show_quietly(self, sentence: str, *, is_important: bool = False) -> None:
        """Say this on one line and move nothing on the screen: the user may be composing a character.

        What was said in answer to the last key stands, but for something important.
        """
        if self._stands and not is_important:
            return
        self._text = sentence
        width = self.content_size.width
        shown = visible(sentence)
        self.update(clip(shown, width) if cell_len(shown) > width else shown, layout=False)
