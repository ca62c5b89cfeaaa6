"""Labels of a document of cards, in which each line of a task begins with one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plantui.documents.languages.zh import ZH

from .lines import Line

AGAIN = 2
"""A label that comes so often is one of cards."""


def label_of(text: str) -> str:
    """Return the label that a line begins with, or nothing."""
    match = ZH.WRAPPING_CARD_LABEL.match(text)
    return match["label"] if match else ""


def card_labels(lines: Iterable[Line]) -> frozenset[str]:
    """Return the labels that come again in a document whose titles stand behind one; none in any other."""
    texts = [line.text.text for line in lines]
    titles = Counter(match["label"] for text in texts if (match := ZH.WRAPPING_CARD_TITLE.match(text)))
    if not any(count >= AGAIN for count in titles.values()):
        return frozenset()
    labels = Counter(filter(None, map(label_of, texts)))
    return frozenset(label for label, count in labels.items() if count >= AGAIN)
