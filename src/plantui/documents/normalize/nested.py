"""Lists in lists, as converters write them: every level is numbered 1. 2. 3. and only the indentation tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plantui.documents.normalize.lines import cells_of
from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import Number, Style

_STYLES = (Style.HAN, Style.HAN_PAREN, Style.ARABIC, Style.ARABIC_PAREN, Style.CIRCLED)


@rule(Stage.REPAIR)
def nested_numbers(paragraphs: Sequence[Paragraph], text: str) -> list[Paragraph]:
    """Where a document has no numbers but 1. 2. 3., and each that stands further to the right begins anew with 1 while each
    further to the left goes on, the indentation says which stands below which: as with 一、, （一）, 1."""
    numbers = [paragraph.number for paragraph in paragraphs if paragraph.number is not None]
    if any(number.style is not Style.ARABIC for number in numbers):
        return [*paragraphs]
    depths = _depths([(p.number, _indent(p, text)) for p in paragraphs if p.number is not None])
    levels = max(depths, default=0) + 1
    if not 1 < levels <= len(_STYLES):
        return [*paragraphs]
    styles = _STYLES[1:] if levels == 2 else _STYLES
    given = iter(depths)
    return [
        replace(p, number=replace(p.number, style=styles[next(given)])) if p.number is not None else p
        for p in paragraphs
    ]


def _indent(paragraph: Paragraph, text: str) -> int:
    assert paragraph.number_text is not None
    first = paragraph.number_text.offsets[0]
    return cells_of(text[text.rfind("\n", 0, first) + 1 : first].expandtabs(4))


def _depths(numbers: Sequence[tuple[Number, int]]) -> list[int]:
    """Return how deep each number stands; nothing where one of them does not come next at its indentation."""
    depths: list[int] = []
    stack: list[tuple[int, int]] = []
    """Indentation and last value of the lists that are open."""
    for number, indent in numbers:
        while stack and stack[-1][0] > indent:
            stack.pop()
        expected = stack.pop()[1] + 1 if stack and stack[-1][0] == indent else 1
        if number.value != expected:
            return []
        stack.append((indent, number.value))
        depths.append(len(stack) - 1)
    return depths
