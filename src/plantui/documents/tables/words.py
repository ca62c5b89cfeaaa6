"""Words that a table leaves out, each at the place of the character that it belongs to."""

from __future__ import annotations

from plantui.documents.traced import TracedText


def in_words(text: TracedText, after: str = "", before: str = "") -> TracedText:
    """A text with words before and after it."""
    first, last = text.offsets[0], text.offsets[-1]
    return TracedText.join(
        [
            TracedText.implied(before, first),
            text,
            TracedText.implied(after, last),
        ]
    )
