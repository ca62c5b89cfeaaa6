"""What an English plan says about itself: title, place, issuer, number, day, period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.en import EN
from plantui.documents.normalize.normalize import Normalized
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.english_dates import dates_in, day_order
from plantui.documents.tokens.english_labels import labels_in

from .english_title import (
    beside_title,
    cased,
    is_body,
    is_title,
    issuer_on,
    most_named,
    plain_title,
    region_on,
    title_of,
)
from .front import Front, year_of
from .years import Years

_FIRST_ACTS = frozenset(
    {"adopted", "approved", "endorsed", "ratified", "passed", "enacted", "issued", "published", "released"}
)
_YEAR = compiled(r"\b(20[0-4]\d)\b")
_PIECES = compiled(r"\s{3,}|\s*\|\s*|\t")
_ZONE, _LEAST_ZONE = 25, 2
_LONGEST_SPAN = 40


@rule(Stage.ENGLISH)
def english_front(
    lines: Normalized, text: str, name: str, end: int, given: int | None = None, caption: str = ""
) -> Front:
    """The front page is what stands above the first task (`end`), the contents, the foreword or the introduction. Its
    title is the line with Plan, Strategy, Roadmap or the like; the region is the City, Town, County or Council on it,
    else in the running heads and the text; the issuer the first body on it. The day of issue stands behind Adopted,
    Approved, Released, or alone on a line; the number behind Resolution, Ordinance or as COM(2023) 155. The period is
    the range of years in the title or below it, or else the year that the user gives; else it runs from the year of issue
    to the last `by 20…`. A document that names no year is about no known one."""
    zone = _zone([_plain(line.text) for line in lines.front if line.text and line.offsets[0] < end])
    printed = [cased(piece) for piece in zone]
    found = title_of(printed) or title_of(_running(lines), running=True) or plain_title(printed)
    title = found or (caption if is_title(caption) else name)
    region = region_on([*printed, title, *(cased(line.text) for line in lines.furniture)])
    body = issuer_on(printed, title)
    if not region and not body:
        region = most_named(EN.PLACES_TEXT_OF_PLACE.findall(text)) or most_named(
            EN.PLACES_TEXT_COUNTY.findall(text)
        )
    issuer = body or region or beside_title(printed, title) or None
    issued = _issued(zone, day_order(text))
    number = next((match[0].strip() for piece in zone if (match := EN.FRONT_NUMBER.search(piece))), None)
    years = _period(title, zone, issued, name, text, given)
    return Front(
        title,
        title,
        region or issuer or title,
        number,
        issuer,
        issued,
        years.start,
        years.end,
        bool(
            compiled(
                r"\bDRAFT\b|\b(?:Public Review|Consultation|Final|Working) Draft\b|\bDraft (?:Plan|for)\b"
            ).search(" ".join(zone))
        ),
        is_titled=bool(found),
    )


def _plain(line: str) -> str:
    """A line without the emphasis of Markdown (`*Secretariat of the Council*`)."""
    marked = compiled(r"[*_]{1,3}(?=\S)(.*\S)[*_]{1,3}").fullmatch(line.strip())
    return marked[1] if marked else line


def _zone(front: Sequence[str]) -> list[str]:
    found: list[str] = []
    for index, line in enumerate(front[:_ZONE]):
        if index >= _LEAST_ZONE and EN.FRONT_CONTENTS.match(line.strip()):
            break
        if any(label.kind in ROLES or label.kind is FieldKind.DUE for label in labels_in(line)):
            break
        if index >= _LEAST_ZONE and len(line) > 75 and line[:1].isupper() and line.rstrip()[-1:].islower():
            break  # prose
        found += [piece.strip() for piece in _pieces(line) if piece.strip()]
    return found


def _pieces(line: str) -> list[str]:
    """What stands side by side on a line: parted by gaps or bars, or by dashes where one piece is a place or a body."""
    pieces = _PIECES.split(line)
    parts = compiled(r"\s[-–—]\s").split(line) if len(pieces) == 1 else []
    if len(parts) > 1 and any(
        EN.PLACES_TEXT_COUNCIL.fullmatch(part) or is_body(part) or EN.PLACES_TEXT_OF_PLACE.fullmatch(part)
        for part in parts
    ):
        return parts
    return pieces


def _running(lines: Normalized) -> list[str]:
    """The words of the running heads, the commonest first, then the first lines."""
    counts = Counter(
        cased(compiled(r"\s*\|?\s*(?:Page\s*)?\d*$").sub("", text.text).strip()) for text in lines.furniture
    )
    pieces = [piece for line, _ in counts.most_common() for piece in _PIECES.split(line)]
    return [*pieces, *(cased(line.text) for line in lines.front)]


@rule(Stage.ENGLISH)
def _issued(zone: Sequence[str], order: bool | None) -> date | str | None:
    """Adopted on October 18, 2022; Approved by Cabinet: 14 March 2023; September 2021; Brussels, 22.3.2023. A month or
    a year alone stays one."""
    dated: list[tuple[int, date | str]] = []
    for piece in zone:
        found = [one for one in dates_in(piece, order) if not one.is_range and one.first]
        if not found:
            continue
        act = EN.PLACES_TEXT_ACT.search(piece)
        one = found[-1] if act is None or act.start() < found[-1].start else found[0]
        words = piece[: one.start] + piece[one.end :]
        alone = len(compiled(r"[A-Za-z]+").findall(words)) <= 2 and not is_title(piece)
        assert one.first is not None
        if act is not None and len(piece) < 140:
            dated.append((0 if act["word"].lower() in _FIRST_ACTS else 2, _printed(one.first, one.due)))
        elif alone and not (one.due and one.due.month == 12 and one.first.month == 1):
            dated.append((1, _printed(one.first, one.due)))
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def _printed(first: date, due: date | None) -> date | str:
    if first == due:
        return first
    if due is not None and due.month == first.month:
        return f"{first.year}-{first.month:02}"
    return str(first.year)


@rule(Stage.ENGLISH)
def _period(
    title: str, zone: Sequence[str], issued: date | str | None, name: str, text: str, given: int | None
) -> Years:
    """A range of years in the title or on a short line of the front page is the period, or else the year that the user
    gives. Else a year of issue, or the first year of the front page, begins it; it ends with a later year of the title, or
    the last year that the text names with `by`."""
    for piece in [title, *(piece for piece in zone if len(piece) < 80)]:
        if match := EN.FRONT_SPLIT.search(piece):
            return Years(int(match[1]), int(match[2]) // 100 * 100 + int(match[3]))
        if match := EN.FRONT_RANGE.search(piece):
            first = int(match[1])
            last = int(match[2]) if len(match[2]) == 4 else first - first % 100 + int(match[2])
            if first <= last <= first + _LONGEST_SPAN:
                return Years(first, last)
    if given is not None:
        return Years(given, given)
    issue = year_of(issued)
    of_title = [int(year) for year in _YEAR.findall(title)]
    pool = (
        of_title
        or [int(year) for year in _YEAR.findall(name)]
        or [int(y) for y in _YEAR.findall(" ".join(zone))]
    )
    named = [issue] if issue else pool or [int(year) for year in _YEAR.findall(text)]
    if not named:
        return Years()
    start = min(named)
    later = [year for year in of_title if year > start]
    if later:
        return Years(start, max(later))
    ends = [int(year) for year in EN.FRONT_BY.findall(text) if start <= int(year) <= start + _LONGEST_SPAN]
    return Years(start, max([start, *ends]))
