"""What number may come next: tells a heading from a figure that only stands at the start of a line."""

from __future__ import annotations

from dataclasses import replace

from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import Number, Style


class Sequence:
    """The last number of each style so far."""

    def __init__(self) -> None:
        self._last: dict[Style, int] = {}
        self._decimal: tuple[int, ...] = ()

    def take(self, number: Number) -> None:
        """A heading with this number was read."""
        self._last[number.style] = number.value
        if number.style is Style.DECIMAL:
            self._decimal = (*number.major, number.value)

    def follows(self, number: Number) -> bool:
        """Whether it is the next one of its style."""
        if number.style is Style.DECIMAL:
            return self._follows_decimal((*number.major, number.value))
        return number.value == self._last.get(number.style, 0) + 1 and number.value > 1

    @rule(Stage.OUTLINE)
    def in_its_style(self, number: Number | None) -> Number | None:
        """② behind 1. where no ① stands is the next of the plain numbers, which the copy wrote otherwise."""
        if number is None or number.style is not Style.CIRCLED or number.value == 1:
            return number
        last = number.value - 1
        is_alone = self._last.get(Style.CIRCLED) != last and self._last.get(Style.ARABIC) == last
        return replace(number, style=Style.ARABIC) if is_alone else number

    def _follows_decimal(self, values: tuple[int, ...]) -> bool:
        last = self._decimal
        if not last:
            return values[-1] == 1
        deeper = values == (*last, 1)
        same = any(
            values[:-1] == last[: len(values) - 1] and values[-1] == last[len(values) - 1] + 1
            for _ in (0,)
            if len(values) <= len(last)
        )
        restart = values[-1] == 1 and len(values) <= len(last) and values[:-1] > last[: len(values) - 1]
        return deeper or same or restart

    @rule(Stage.OUTLINE)
    def accepts(self, number: Number, is_complete: bool) -> bool:
        """A number at the start of a line begins a heading when what stands before it is complete. In the middle of a
        sentence it does so only as the next of its style; where digits follow its point (`11.121人才`), it must be
        both."""
        if number.is_certain:
            return is_complete or (self.follows(number) and number.style < Style.ARABIC_PAREN)
        return is_complete and self.follows(number)
