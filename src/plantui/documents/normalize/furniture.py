"""Page numbers and running heads: what the page carries and the document does not say."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .lines import Line
from .role_signs import begins_with_label

_DECORATED = compiled(r"[^\d\s]")
_DIGITS = compiled(r"\d+")
_PAGED = compiled(r"^(?P<words>.*?\D)(?:\s*[.…·．。-]{2,}\s*|\t+\s*|\s{2,}|\s)[（(]?\d{1,3}[）)]?$")
_REPEATS = 3
_EDGE = 4


@rule(Stage.REPAIR)
def is_page_number(line: str) -> bool:
    """A line that holds nothing but a page number is dropped: `12`, `- 3 -`, `— 3 —`, `第3页 共20页`, `3/20`,
    `Page 10 of 128`."""
    return bool(ZH.FURNITURE_NUMBER.match(line))


@rule(Stage.REPAIR)
def running_heads(lines: list[Line]) -> set[int]:
    """A line that stands at the edge of at least three pages and of a third of all, and nowhere else, is a running head
    or foot. The edge is within a few lines of a page number or a page break, or at either end of the document; a digit
    in it may count the pages. A labelled line (主办单位：…) is one only where it ends or begins every page, every one but
    the first, or every other one, and stands nowhere else, and one that names a role only where some page shows that it
    belongs to no task: it breaks off a sentence, or stands behind a bracket that names who."""
    edges, pages = _edges(lines)
    if not edges:
        return set()
    keys = [_DIGITS.sub("0", line.words) for line in lines]
    everywhere = Counter(keys)
    at_edge = Counter(keys[index] for index in edges)
    return {
        index
        for index in edges
        if at_edge[keys[index]] >= max(_REPEATS, pages / 3)
        and at_edge[keys[index]] >= 0.8 * everywhere[keys[index]]
        and not ZH.FURNITURE_LABEL.match(lines[index].words)
    } | _labelled(lines, keys, everywhere)


def _labelled(lines: list[Line], keys: list[str], everywhere: Counter[str]) -> set[int]:
    """Labelled lines at the same edge of every page, of every page but the first, or of every other page."""
    pages = _pages(lines)
    found: set[int] = set()
    for some in (pages, pages[1:], pages[::2], pages[1::2], pages[2::2]):
        if len(some) < _REPEATS:
            continue
        for edge in (0, -1):
            indices = [page[edge] for page in some]
            first = lines[indices[0]].text.text
            if len({keys[at] for at in indices}) > 1 or everywhere[keys[indices[0]]] > len(some):
                continue
            if ZH.FURNITURE_LABEL.match(first) and not (
                begins_with_label(first) and not _is_apart(lines, indices)
            ):
                found.update(indices)
    return found


def _is_apart(lines: list[Line], indices: list[int]) -> bool:
    """Whether a line with a role's label is shown somewhere to belong to no task."""
    before = [lines[at - 1].words for at in indices if at]
    return any(
        ZH.ROLE_SIGNS_CLAUSE_END.search(text) or not ZH.ROLE_SIGNS_TERMINAL.search(text) for text in before
    )


def _pages(lines: list[Line]) -> list[list[int]]:
    """The lines of each page but its number, as the format or the numbers part them."""
    has_breaks = any(line.after_page for line in lines)
    pages: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        is_number = is_page_number(line.words)
        if line.after_page if has_breaks else is_number:
            pages.append([])
        if not is_number:
            pages[-1].append(index)
    return [page for page in pages if page]


def _edges(lines: list[Line]) -> tuple[set[int], int]:
    """The lines next to a page break (after one, or next to a page number) and at both ends, and how many pages there are."""
    breaks = {i for i, line in enumerate(lines) if line.after_page}
    numbers = {i for i, line in enumerate(lines) if is_page_number(line.words)}
    near = {at for index in breaks for at in range(index - _EDGE, index + _EDGE)}
    near |= {at for index in numbers for at in range(index - _EDGE, index + _EDGE + 1)}
    ends = {0, len(lines) - 1} if near else set()
    return (ends | near & {*range(len(lines))}) - numbers, max(len(breaks), len(numbers))


@rule(Stage.REPAIR)
def contents(lines: list[Line]) -> set[int]:
    """A table of contents is no part of the text: below 目录 the lines that end in the number of a page (三、主要任务……4), or
    that the text has again as a line of its own, up to the first line that does neither."""
    found: set[int] = set()
    texts = [line.text.text.strip() for line in lines]
    for start in (at for at, text in enumerate(texts) if ZH.FURNITURE_CONTENTS.match(text)):
        entries = []
        for at in range(start + 1, len(texts)):
            entry = _PAGED.match(texts[at])
            words = entry["words"] if entry else texts[at]
            if texts[at] and not (entry or is_page_number(words) or words in texts[at + 1 :]):
                break
            if words in entries and not entry:
                break  # the text begins
            entries.append(words)
            found.update((start, at) if texts[at] else ())
    return found


def page_furniture(lines: list[Line]) -> set[int]:
    """The indices of all lines that belong to the page. Bare numbers of a table's first column stay: they count up
    from 1 close to each other and have a table's head before them."""
    numbers = [i for i, line in enumerate(lines) if is_page_number(line.words)]
    bare = [i for i in numbers if not _DECORATED.search(lines[i].words)]
    kept = set(bare) if _is_column(bare, lines) else set()
    return (set(numbers) - kept) | running_heads(lines) | contents(lines)


def _is_column(bare: list[int], lines: list[Line]) -> bool:
    if len(bare) < 2 or not any(ZH.FURNITURE_TABLE_HEAD.match(line.words) for line in lines):
        return False
    gaps = [after - before for before, after in pairwise(bare)]
    return sum(gaps) / len(gaps) < 12
