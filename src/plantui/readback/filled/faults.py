"""Mistakes in cells, and remarks on cells."""

from __future__ import annotations

from dataclasses import dataclass

from plantui.model.problem import Message
from plantui.words import Words


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in one place of a workbook, or something to be said of it."""

    sheet: str
    cell: str
    """The name of the cell (`E7`), or the number of the row where no single cell is meant."""
    message: Message

    def text(self, words: Words) -> str:
        """Return the sentence, with the place before it."""
        return words("readback.placed", sheet=self.sheet, cell=self.cell, said=self.sentence(words))

    def sentence(self, words: Words) -> str:
        """Return the sentence alone."""
        return words(self.message, **self.message.facts) if self.message.facts else words(self.message)


class Refused(Exception):
    """A row of which no note can be made."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault
