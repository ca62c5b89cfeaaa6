"""Labels of a document of cards, in which each line of a task begins with one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plantui.documents.languages.zh import ZH

from .lines import Line
from .role_signs import begins_with_label

AGAIN = 2
"""A label that comes so often is one of cards."""


def label_of(text: str) -> str:
    """Return the label that a line begins with, or nothing."""
    match = ZH.WRAPPING_CARD_LABEL.match(text)
    return match["label"] if match else ""


def card_labels(lines: Iterable[Line]) -> frozenset[str]:
    """Return the labels that come again in a document whose titles stand behind one, or that says again and again on lines
    of their own who does it; none in any other."""
    texts = [line.text.text for line in lines]
    labels = Counter(filter(None, map(label_of, texts)))
    again = frozenset(label for label, count in labels.items() if count >= AGAIN)
    is_card = any(
        ZH.WRAPPING_CARD_TITLE.match(f"{label}：一") or begins_with_label(f"{label}：") for label in again
    )
    return again if is_card else frozenset()
