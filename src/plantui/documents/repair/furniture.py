"""Page numbers and running heads: what the page carries and the document does not say."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .lines import Line

_NUMBER = compiled(
    r"^(?:[-–—―－·•~]{1,3}\s*)?(?:第\s*)?\d{1,4}(?:\s*[页頁])?(?:\s*[,，]?\s*(?:[/／]|of|共)\s*\d{1,4}(?:\s*[页頁])?)?"
    r"(?:\s*[-–—―－·•~]{1,3})?$|^Page\s+\d+(?:\s+of\s+\d+)?$|^[ivxlc]{1,5}$",
    re.IGNORECASE,
)
_DECORATED = compiled(r"[^\d\s]")
_DIGITS = compiled(r"\d+")
_LABEL = compiled(r"^[\u4e00-\u9fff]{2,6}[：:]|^[A-Z][\w ]{2,30}:")
_REPEATS = 3
_EDGE = 4


@rule(Stage.REPAIR)
def is_page_number(line: str) -> bool:
    """A line that holds nothing but a page number is dropped: `12`, `- 3 -`, `— 3 —`, `第3页 共20页`, `3/20`,
    `Page 10 of 128`."""
    return bool(_NUMBER.match(line))


@rule(Stage.REPAIR)
def running_heads(lines: list[Line]) -> set[int]:
    """A line that stands at the edge of at least three pages and of a third of all, and nowhere else, is a running head
    or foot. The edge is within a few lines of a page number or a page break, or at either end of the document; a digit
    in it may count the pages. A labelled line (责任单位：…) is never one."""
    edges, pages = _edges(lines)
    if not edges:
        return set()
    keys = [_DIGITS.sub("0", line.text.text) for line in lines]
    everywhere = Counter(keys)
    at_edge = Counter(keys[index] for index in edges)
    return {
        index
        for index in edges
        if at_edge[keys[index]] >= max(_REPEATS, pages / 3)
        and at_edge[keys[index]] >= 0.8 * everywhere[keys[index]]
        and not _LABEL.match(lines[index].text.text)
    }


def _edges(lines: list[Line]) -> tuple[set[int], int]:
    """The lines next to a page break (after one, or next to a page number) and at both ends, and how many pages there are."""
    breaks = {i for i, line in enumerate(lines) if line.after_page}
    numbers = {i for i, line in enumerate(lines) if is_page_number(line.text.text)}
    near: set[int] = set()
    for index in breaks:
        near.update(range(max(0, index - _EDGE), min(len(lines), index + _EDGE)))
    for index in numbers:
        near.update(range(max(0, index - _EDGE), min(len(lines), index + _EDGE + 1)))
    if near:
        near |= {0, len(lines) - 1}
    return near - numbers, max(len(breaks), len(numbers))


def page_furniture(lines: list[Line]) -> set[int]:
    """The indices of all lines that belong to the page. Bare numbers of a table's first column stay: they count up
    from 1 close to each other and have a table's head before them."""
    numbers = [i for i, line in enumerate(lines) if is_page_number(line.text.text)]
    bare = [i for i in numbers if not _DECORATED.search(lines[i].text.text)]
    kept = set(bare) if _is_column(bare, lines) else set()
    return (set(numbers) - kept) | running_heads(lines)


_TABLE_HEAD = compiled(r"^(?:序号|编号|No\.?)$")


def _is_column(bare: list[int], lines: list[Line]) -> bool:
    if len(bare) < 2 or not any(_TABLE_HEAD.match(line.text.text) for line in lines):
        return False
    gaps = [after - before for before, after in pairwise(bare)]
    return sum(gaps) / len(gaps) < 12
