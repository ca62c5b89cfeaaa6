"""Headings and the labelled lines that belong to them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plantui.documents.patterns import compiled
from plantui.documents.repair.lines import Line
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

from .headings import EnglishHeading, heading_at
from .labels import is_bare_label, labels_in

_FAR = 14
"""Lines between two labels of one block at most, texts of other labels included."""
_LONGEST_VALUE = 7
_SENTENCE = 6
"""From this many words on a value may be a sentence."""


@dataclass(slots=True)
class Block:
    """The role lines that stand together."""

    first: int
    last: int
    values: list[tuple[Role, TracedText]] = field(default_factory=list)
    times: list[TracedText] = field(default_factory=list)


def headings_of(lines: Sequence[Line]) -> list[EnglishHeading]:
    """Every heading, none inside another."""
    found: list[EnglishHeading] = []
    at = 0
    while at < len(lines):
        heading = heading_at(lines, at)
        if heading is None:
            at += 1
        else:
            found.append(heading)
            at = heading.end
    return found


def blocks_of(lines: Sequence[Line], headings: Sequence[EnglishHeading]) -> list[Block]:
    """The blocks in the order of the document."""
    starts = {heading.first for heading in headings}
    blocks: list[Block] = []
    for at, value, role, is_time in _values(lines, starts):
        current = blocks[-1] if blocks else None
        apart = (
            current is None or at - current.last > _FAR or any(current.last < start <= at for start in starts)
        )
        again = current is not None and role is not None and any(role is known for known, _ in current.values)
        if role is None:
            if not apart and is_time and current is not None:
                current.times.append(value)
            continue
        if not _names_somebody(value.text):
            continue
        if apart or again:
            blocks.append(Block(at, at))
        blocks[-1].values.append((role, value))
        blocks[-1].last = at
    return blocks


def _values(lines: Sequence[Line], starts: set[int]) -> Iterator[tuple[int, TracedText, Role | None, bool]]:
    for at, line in enumerate(lines):
        labels = labels_in(line.text.text)
        for index, label in enumerate(labels):
            if label.role is None and not label.is_time:
                continue
            if index + 1 < len(labels):
                value = line.text[label.end : labels[index + 1].start]
            else:
                value = _value(lines, at, label.end, starts)
            yield at, value.strip(), label.role, label.is_time


@rule(Stage.ENGLISH)
def _value(lines: Sequence[Line], at: int, start: int, starts: set[int]) -> TracedText:
    """The value of a label goes on until the next label or heading; where none comes soon, a line belongs to it only
    while the one before ends in a comma or `and`, or it begins in lower case."""
    parts = [lines[at].text[start:]]
    extra: list[TracedText] = []
    for place in range(at + 1, min(at + _LONGEST_VALUE, len(lines))):
        line = lines[place]
        if place in starts or is_bare_label(line.text.text):
            return _joined([*parts, *extra])
        labels = labels_in(line.text.text)
        if labels:
            return _joined([*parts, *extra, line.text[: labels[0].start]])
        extra.append(line.text)
    for line_text in extra:
        before = parts[-1].text.rstrip()
        if (
            not (before.endswith((",", ";", " and", "&", "(", "/")) or line_text.text[:1].islower())
            and before
        ):
            break
        parts.append(line_text)
    return _joined(parts)


def _joined(parts: Sequence[TracedText]) -> TracedText:
    joined: list[TracedText] = []
    for part in parts:
        if not part.text.strip():
            continue
        if joined:
            joined.append(TracedText(" ", array("L", [part.offsets[0]])))
        joined.append(part)
    return TracedText.join(joined)


def joined_lines(lines: Sequence[Line]) -> TracedText:
    """Lines as one text."""
    return _joined([line.text for line in lines])


@rule(Stage.ENGLISH)
def _names_somebody(value: str) -> bool:
    """A value that is a sentence explains the label and names nobody."""
    words = compiled(r"[A-Za-z][\w’'-]*").findall(value)
    if not words:
        return False
    lower = sum(word[0].islower() and word not in {"and", "of", "the", "for"} for word in words)
    return len(words) < _SENTENCE or lower <= 0.4 * len(words)


@rule(Stage.ENGLISH)
def paired(headings: Sequence[EnglishHeading], blocks: Sequence[Block]) -> list[tuple[EnglishHeading, Block]]:
    """A block belongs to the last heading before it that has none yet, the one next in number first; where the columns of
    a page put the block before its heading, to the next heading after it."""
    items = _worded(headings, len(blocks))
    pairs: list[tuple[EnglishHeading, Block]] = []
    used: set[int] = set()
    begin, last = 0, 0
    for position, block in enumerate(blocks):
        end = blocks[position + 1].first if position + 1 < len(blocks) else block.last + 400
        before = [h for h in items if begin <= h.first <= block.first and h.first not in used]
        after = [h for h in items if block.last < h.first < end and h.first not in used]
        chosen = _next_in_number(before, last) or (before[-1] if before else None)
        chosen = (
            chosen
            or _next_in_number(after, last)
            or (after[0] if after and position + 1 == len(blocks) else None)
        )
        if chosen is None:
            continue
        used.add(chosen.first)
        pairs.append((chosen, block))
        last = int(chosen.number) if chosen.number.isdigit() else 0
        begin = min(block.last, chosen.first) if chosen.first > block.last else block.last
    return pairs


@rule(Stage.ENGLISH)
def _worded(headings: Sequence[EnglishHeading], blocks: int) -> list[EnglishHeading]:
    """Where most blocks can have a heading with a word (Action 2.1), a bare number (2. Transportation) heads no action."""
    items = [heading for heading in headings if not heading.is_section]
    named = [heading for heading in items if heading.word]
    return named if len(named) >= 0.8 * blocks else items


@rule(Stage.ENGLISH)
def words_above(
    headings: Sequence[EnglishHeading], pairs: Sequence[tuple[EnglishHeading, Block]]
) -> list[EnglishHeading]:
    """Where headings of one word (Action) have role lines and those of another (Strategy) never do, the second are sections
    above the first; so are short titles behind a bare number (2. Transportation) where every action has a word."""
    holding = {heading.word for heading, _ in pairs}
    return [
        replace(heading, is_section=True, number=f"{heading.word} {heading.number}".strip())
        if not heading.is_section and heading.word not in holding and (heading.word or heading.is_title)
        else heading
        for heading in headings
    ]


def _next_in_number(headings: Sequence[EnglishHeading], last: int) -> EnglishHeading | None:
    fitting = [h for h in headings if h.number.isdigit() and int(h.number) == last + 1]
    return fitting[-1] if fitting else None
