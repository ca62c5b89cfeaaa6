"""Cards: tasks whose lines all begin with labels, their titles too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plantui.documents.languages.zh import ZH
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import Number, Style
from plantui.documents.traced import TracedText

from .card_labels import AGAIN
from .wrapping import Paragraph


@rule(Stage.REPAIR)
def titled_cards(paragraphs: Sequence[Paragraph]) -> Iterable[Paragraph]:
    """任务名称：统一身份认证升级 begins a task where such a line comes again: what stands behind the label is its title, and
    序号：1 above it its number. A number of its own before the label stays (1.项目名称：…)."""
    matches = [ZH.WRAPPING_CARD_TITLE.match(paragraph.text.text) for paragraph in paragraphs]
    counts = Counter(match["label"] for match in matches if match)
    found: list[Paragraph] = []
    cards = 0
    for paragraph, match in zip(paragraphs, matches, strict=True):
        if match is None or counts[match["label"]] < AGAIN:
            found.append(paragraph)
            continue
        cards += 1
        label, title = paragraph.text[: match.end()], paragraph.text[match.end() :]
        if paragraph.number is not None and paragraph.number_text is not None:
            found.append(
                replace(paragraph, text=title, number_text=TracedText.join([paragraph.number_text, label]))
            )
            continue
        above = (
            ZH.WRAPPING_CARD_NUMBER.match(found[-1].text.text) if found and found[-1].number is None else None
        )
        printed = above["number"] if above else ""
        number_text = TracedText.join([found.pop().text, label]) if above else label
        found.append(
            replace(
                paragraph,
                text=title,
                number=Number(Style.LABEL, cards, printed, len(label)),
                number_text=number_text,
            )
        )
    return found
