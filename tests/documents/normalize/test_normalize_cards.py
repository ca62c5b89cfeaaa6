"""Cards below titles without numbers: which lines are the titles of tasks."""

from __future__ import annotations

from plantui.documents.normalize.cards import headed_cards
from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.tokens.numbering import Number, Style
from plantui.documents.traced import TracedText

LABEL = Paragraph(TracedText.of("责任部门：生产部"), is_label=True)


def _heading(value: int) -> Paragraph:
    return Paragraph(TracedText.of("节能"), number=Number(Style.HAN, value, f"{value}、", 2))


def _title(words: str) -> Paragraph:
    return Paragraph(TracedText.of(words))


def test_a_label_without_any_number_above_it_counts_apart() -> None:
    """Four titles below two numbers, with one more line that says who above all, are too few to be cards: the line without
    a number was taken for one below the second paragraph's."""
    paragraphs = [
        LABEL,
        *(_heading(1), _title("降低电耗"), LABEL, _title("降低水耗"), LABEL),
        *(_heading(2), _title("更换灯具"), LABEL, _title("修补管道"), LABEL),
    ]

    rest = paragraphs[1:]

    assert headed_cards(paragraphs) is paragraphs
    assert headed_cards(rest) is not rest
