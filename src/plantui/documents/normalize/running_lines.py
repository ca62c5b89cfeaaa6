"""What the pages of an English document repeat: running heads and feet that count the pages or stand beside their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plantui.documents.field_kind import FieldKind
from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.tokens.english_labels import kind_of_label, labels_in

from .furniture import is_page_number, page_furniture
from .lines import Line

_GAP = compiled(r"\s{4,}|\s*\|\s*|\t")
_EDGE_NUMBER = compiled(r"\b(\d{1,3})\s*$|^\s*(\d{1,3})\s*(?:\||\s{3,})|\s{3,}(\d{1,3})\s{3,}")
_SECTION_PAGE = compiled(r"^(?:[A-Z]|\d{1,2})[-–]\d{1,3}$")
_DIGITS = compiled(r"\d+|\b[ivxl]{1,6}\b")
_TITLE_PAGE = 12


def english_furniture(lines: list[Line], source: Source) -> set[int]:
    """Return the lines that belong to the page; a year or a label near its edge and the numbers of a table do not."""
    cells = {start for row in source.rows for start in row.starts}
    found = {
        index
        for index in page_furniture(lines)
        if not _is_value(lines[index].words) and lines[index].text.offsets[0] not in cells
    }
    return found | running_lines(lines, found)


def _is_value(text: str) -> bool:
    """A year or a label alone on its line, also near the edge of a page."""
    return bool(compiled(r"(?:19|20)\d\d").fullmatch(text)) or kind_of_label(text) is not None


@rule(Stage.ENGLISH)
def running_lines(lines: Sequence[Line], known: set[int]) -> set[int]:
    """What each page repeats: words with a page number at one edge that counts up (`Action Plan | 30`, `EN 3 EN`); words
    that stand beside page numbers again and again; and the halves of a running head with a wide gap, if the front page
    has them. Lines with a label, and counted headings (Recommendation 3), are none."""
    keys: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if index not in known:
            keys.setdefault(_key(line.words), []).append(index)
    pages = {
        *known,
        *(i for i, line in enumerate(lines) if is_page_number(line.words) and not _is_value(line.words)),
    }
    sections = [i for i, line in enumerate(lines) if _SECTION_PAGE.match(line.words)]
    if len(sections) > 1:
        pages |= set(sections)
    front = " ".join(_key(line.words) for line in lines[:_TITLE_PAGE])
    found = pages - known if len(sections) > 1 else set()
    for places in keys.values():
        texts = [lines[place].words for place in places]
        columns = sum(kind_of_label(piece.strip()) is not None for piece in _GAP.split(texts[0]))
        if len(places) < 2 or _is_matter(texts[0]) or columns > 1:
            continue
        beside = sum(bool({place - 1, place + 1} & pages) for place in places)
        if _counts_up(texts) or beside >= 0.8 * len(places) or _is_head_of(texts[0], front, len(places)):
            found |= set(places)
    return {index for index in found if not has_known_label(lines[index].words)}


def _key(text: str) -> str:
    return " ".join(_DIGITS.sub("0", text).split()).lower()


def _is_matter(text: str) -> bool:
    is_counted = EN.RUNNING_LINES_COUNTING.match(text) and not _GAP.search(text)
    return bool(is_counted) or compiled(r"[A-Za-z]{2}").search(text) is None


def has_known_label(text: str) -> bool:
    """Whether a line has a label of a field, or begins with any label."""
    return any(label.kind is not FieldKind.UNKNOWN or label.start == 0 for label in labels_in(text))


def _counts_up(texts: Sequence[str]) -> bool:
    """The number at one edge grows from page to page; two capitals and a number are as well a code of actions."""
    numbers: list[int] = []
    for text in texts:
        edge = _EDGE_NUMBER.search(text)
        if edge is None:
            return False
        numbers.append(int(next(group for group in edge.groups() if group)))
    has_words = len(compiled(r"[A-Za-z]{2,}").findall(texts[0])) >= 3 or bool(_GAP.search(texts[0]))
    return has_words and all(before < after for before, after in pairwise(numbers))


def _is_head_of(text: str, front: str, count: int) -> bool:
    pieces = [piece.strip() for piece in _GAP.split(text) if piece.strip()]
    if len(pieces) not in (2, 3):
        return False
    return count >= 2 and any(len(piece) > 8 and _key(piece) in front for piece in pieces)
