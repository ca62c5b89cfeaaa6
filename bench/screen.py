"""The screen of a terminal as far as Textual paints it: text with cell widths, colours, cursor moves, erasing."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_TOKEN = re.compile(
    r"\x1b\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[P^_][^\x1b]*\x1b\\"
    r"|\x1b[()].|\x1b[^\[\]P^_()]"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f])"
    r"|(?P<text>[^\x00-\x1f]+)",
    re.S,
)
_UNFINISHED = re.compile(r"\x1b(\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[P^_][^\x1b]*\x1b?|[()]?)\Z", re.S)

Cell = tuple[str, str]
"""A character with the colours that it was painted in; the right half of a wide one is empty."""


@cache
def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """Text to be seen after the bytes fed so far."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.cells: list[list[Cell]] = [[(" ", "")] * columns for _ in range(rows)]
        self.replies: list[str] = []
        """Answers that the program waits for; whoever feeds takes them out."""
        self._x = self._y = 0
        self._colours = ""
        self._rest = ""

    def lines(self, columns: int | None = None) -> list[str]:
        """The text of every row, up to a column."""
        return ["".join(character for character, _ in row[:columns]) for row in self.cells]

    def text(self) -> str:
        """The text of the whole screen."""
        return "\n".join(self.lines())

    def feed(self, data: str) -> None:
        """Paint what the program wrote."""
        data, self._rest = self._rest + data, ""
        at = 0
        while at < len(data):
            token = _TOKEN.match(data, at)
            if token is None:
                if _UNFINISHED.match(data, at):
                    self._rest = data[at:]
                    return
                at += 1
                continue
            at = token.end()
            if token["text"]:
                self._write(token["text"])
            elif token["final"]:
                self._sequence(token["parameters"], token["between"], token["final"])
            elif token["control"]:
                self._control(token["control"])
            elif token["command"] in ("10;?", "11;?"):
                self.replies.append(f"\x1b]{token['command'][:2]};rgb:2020/2020/2020\x1b\\")

    def _write(self, text: str) -> None:
        row = self.cells[self._y]
        for character in text:
            width = _width(character)
            if width and self._x + width <= self.columns:
                row[self._x : self._x + width] = [(character, self._colours), ("", self._colours)][:width]
                self._x += width

    def _control(self, character: str) -> None:
        if character == "\r":
            self._x = 0
        elif character == "\n":
            self._y = min(self.rows - 1, self._y + 1)
        elif character == "\b":
            self._x = max(0, self._x - 1)

    def _sequence(self, parameters: str, between: str, final: str) -> None:
        if final == "m" and not parameters.startswith((">", "?")):
            is_reset = parameters in ("", "0")
            self._colours = "" if is_reset else f"{self._colours};{parameters}"
        elif final == "H":
            row, _, column = parameters.partition(";")
            self._y = min(self.rows, int(row or 1)) - 1
            self._x = min(self.columns, int(column or 1)) - 1
        elif final == "J" and parameters == "2":
            self.cells = [[(" ", "")] * self.columns for _ in range(self.rows)]
        elif final == "K":
            self.cells[self._y][self._x :] = [(" ", "")] * (self.columns - self._x)
        else:
            self._query(parameters, between, final)

    def _query(self, parameters: str, between: str, final: str) -> None:
        """Answer as a modern terminal would: Textual waits for some answers, and frames its painting on others."""
        if final == "p" and between == "$" and parameters.startswith("?"):
            state = 2 if parameters == "?2026" else 0
            self.replies.append(f"\x1b[{parameters};{state}$y")
        elif final == "n" and parameters == "6":
            self.replies.append(f"\x1b[{self._y + 1};{self._x + 1}R")
        elif final == "c" and not parameters:
            self.replies.append("\x1b[?62;22c")
