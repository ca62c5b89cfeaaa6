"""Lays help out by cells, so that Chinese text wraps and aligns."""

from __future__ import annotations

from collections.abc import Iterable

import click

_NEVER_FIRST = frozenset("，。、；：！？）》」』”’,.;:!?)]}")
_NEVER_LAST = frozenset("（《「『“‘")
_NAME_WIDTH = 30
"""Cells of the left column beyond which its explanation starts on a line of its own."""


def cells(text: str) -> int:
    """Return how many terminal cells a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrapped(text: str, width: int) -> list[str]:
    """Wrap a paragraph into lines of at most `width` cells: broken at spaces and between Chinese characters."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and cells(line + piece.rstrip()) > width and piece.strip() not in _NEVER_FIRST:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line else lines


def _pieces(text: str) -> list[str]:
    """Return what a line end must not part: words with the space after them, wide characters with an opening bracket."""
    pieces: list[str] = []
    word = ""
    for char in " ".join(text.split()):
        if not char.isascii() and word and word[-1] not in _NEVER_LAST:
            pieces.append(word)
            word = ""
        word += char
        if char == " " or (not char.isascii() and char not in _NEVER_LAST):
            pieces.append(word)
            word = ""
    return [*pieces, word] if word else pieces


class Formatter(click.HelpFormatter):
    """click's formatter, counting cells instead of characters."""

    def write_text(self, text: str) -> None:
        """Write paragraphs parted by empty lines."""
        indent = " " * self.current_indent
        blocks = ("\n".join(wrapped(block, self.width - len(indent))) for block in text.split("\n\n"))
        for line in "\n\n".join(blocks).split("\n"):
            self.write(f"{indent}{line}\n" if line else "\n")

    def write_heading(self, heading: str) -> None:
        """Write a heading; its colon is part of the text, as languages differ."""
        self.write(" " * self.current_indent + heading + "\n")

    def write_verbatim(self, text: str) -> None:
        """Write lines as they are, indented."""
        for line in text.split("\n"):
            self.write(" " * self.current_indent + line + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _NAME_WIDTH, col_spacing: int = 2
    ) -> None:
        """Write names and explanations in two columns."""
        rows = list(rows)
        indent = " " * self.current_indent
        left = min(max((cells(name) for name, _ in rows), default=0), col_max) + col_spacing
        for name, explanation in rows:
            lines = wrapped(explanation, max(self.width - left - len(indent), 20))
            if cells(name) > left - col_spacing or not lines:
                self.write(f"{indent}{name}\n")
            else:
                self.write(f"{indent}{name}{' ' * (left - cells(name))}{lines.pop(0)}\n")
            for line in lines:
                self.write(f"{indent}{' ' * left}{line}\n")
