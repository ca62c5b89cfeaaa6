"""Wraps text by terminal cells as Chinese is set: anywhere between ideographs, no closing mark at a line's start."""

from __future__ import annotations

from rich.cells import cell_len, get_character_cell_size

_NO_START = frozenset("，。、；：？！％）〕】》〉」』”’…—·,.;:?!%)]}")
_NO_END = frozenset("（〔【《〈「『“‘([{")


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text at most `width` cells wide. Nothing is added or lost but blanks at a break."""
    return [line for start, end in wrap_spans(text, width) for line in (text[start:end],)]


def wrap_spans(text: str, width: int) -> list[tuple[int, int]]:
    """Return where each wrapped line begins and ends in the text; line ends and the blank at a break belong to no line."""
    spans: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        spans += _paragraph(text, start, start + len(paragraph), max(width, 2))
        start += len(paragraph) + 1
    return spans


def _paragraph(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    if cell_len(text[start:end]) <= width:
        return [(start, end)]
    spans: list[tuple[int, int]] = []
    used, at = 0, start
    while at < end:
        cells = get_character_cell_size(text[at])
        if used + cells > width and at > start:
            split = _break_before(text, start, at)
            spans.append((start, split))
            while split < end and text[split] == " ":
                split += 1
            start, at, used = split, split, 0
            continue
        used += cells
        at += 1
    if start < end or not spans:
        spans.append((start, end))
    return spans


def _break_before(text: str, start: int, at: int) -> int:
    """Return the last place up to `at` where a line may end."""
    for place in range(at, max(start, at - 24), -1):
        before, after = text[place - 1], text[place]
        if after in _NO_START or before in _NO_END:
            continue
        if _is_word(before) and _is_word(after):
            continue
        return place
    return at


def _is_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in "._-/") and char != " "
