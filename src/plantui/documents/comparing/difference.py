"""Differences between two copies, and which of two readings is right. Each rule knows one way in which copies go wrong;
what none knows is left open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from plantui.documents.patterns import compiled
from plantui.documents.source import Source
from plantui.documents.traced import Span
from plantui.model.likeness import SAME


class DifferenceKind(StrEnum):
    """What kind of thing differs; it says where it comes from and which reading is right."""

    ROMAN = "roman"  # Ⅴ and V
    BRACKET = "bracket"  # 〔2023〕 and (2023)
    PLUS = "plus"  # ＋ read as 十
    DOT = "dot"  # · and •
    BLANK_IN_NUMBER = "blank_in_number"  # 2. 45
    LINES_RUN_TOGETHER = "lines_run_together"  # two role lines on one line
    MARK = "mark"  # a stray > or **
    PAGE_NUMBER = "page_number"
    LOOKALIKE = "lookalike"  # O and 0
    COMMA = "comma"  # a missing 、
    RADICAL = "radical"  # ⽬ and 目
    REPEATED = "repeated"  # printed twice in one copy
    MISSING = "missing"  # words that one copy lacks
    WORDING = "wording"


class Habit(StrEnum):
    """Differences that run through a whole copy and change nothing: they are counted, not listed."""

    WIDTH = "width"  # ，and ,
    QUOTES = "quotes"  # “ and "
    DASH = "dash"  # — and -
    STOP = "stop"  # 。 and .


@dataclass(frozen=True, slots=True)
class Reading:
    """What one copy says at a place."""

    text: str
    before: str
    """A few words before it, after it: enough to find it in print."""
    after: str
    span: Span
    line: int
    page: int | None

    @classmethod
    def of(cls, source: Source, text: str, before: str, after: str, span: Span) -> Reading:
        """A reading with its place found."""
        return cls(text, before, after, span, source.line_of(span.start), source.page_of(span.start))


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the copies differ."""

    kind: DifferenceKind
    a: Reading
    b: Reading
    right: str | None
    """The right reading, empty where nothing should stand there; None where only the original can tell."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that two copies differ in."""

    differences: tuple[Difference, ...]
    habits: Mapping[Habit, int]
    """How often each habit tells the copies apart."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where the copies differ: what each prints there, and what both print around it, in the common shape."""

    a: str
    b: str
    before: str
    after: str
    alone_in_line: bool = False
    """True where the words that only one copy has fill lines of their own."""

    @property
    def only(self) -> str:
        """Return the words that one copy has and the other lacks; nothing where both have some."""
        return "" if self.a and self.b else self.a or self.b


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rule's answer for a place: the kind of difference and, where it can be told, the right reading."""

    kind: DifferenceKind
    right: str | None


Rule = Callable[[Place], Suggestion | None]

_ROMAN = compiled("[Ⅰ-Ⅻⅰ-ⅻ]+")
_OPENING, _CLOSING = "〔([{【［〈《", "〕)]}】］〉》"
_DOTS = "·•・‧∙●⋅.˙"
_MARKS = compiled(r"[>*#_`|~\\]+")
_PAGE_NUMBER = compiled(r"-{0,2}(第?\d{1,4}页?(共\d{1,4}页)?|\d{1,4}/\d{1,4})-{0,2}")
_NUMERALS = "零〇一二三四五六七八九十百千万亿廿"
_SHAPES = {"O": "0", "o": "0", "〇": "0", "l": "1", "I": "1", "|": "1", "Z": "2", "S": "5", "B": "8"}
"""Letters that pass for digits."""
_PARTING = frozenset("、,;:.")


def suggestion_for(place: Place) -> Suggestion:
    """Return the answer of the first rule that knows such a place."""
    for rule in RULES:
        if found := rule(place):
            return found
    kind = DifferenceKind.MISSING if place.only else DifferenceKind.WORDING
    return Suggestion(kind, None)


def _pairs(place: Place) -> tuple[tuple[str, str], tuple[str, str]]:
    return (place.a, place.b), (place.b, place.a)


def roman(place: Place) -> Suggestion | None:
    """Ⅴ as one sign is what was printed, V or II what a converter made of it."""
    for sign, letters in _pairs(place):
        if _ROMAN.search(sign) and normalize("NFKC", sign).upper() == normalize(
            "NFKC", letters
        ).upper().replace("L", "I"):
            return Suggestion(DifferenceKind.ROMAN, sign)
    return None


def radical(place: Place) -> Suggestion | None:
    """The sign of a radical (⽬) is a font's slip for the character (目)."""
    for one, other in _pairs(place):
        if one != other and normalize("NFKC", one) == other and all(char >= "\u2e80" for char in one):
            return Suggestion(DifferenceKind.RADICAL, other)
    return None


def bracket(place: Place) -> Suggestion | None:
    """The year of a document's number stands in 〔〕; of other brackets the common ones are right."""
    a, b = place.a.translate(SAME), place.b.translate(SAME)
    for brackets, right in ((_OPENING, "〔"), (_CLOSING, "〕")):
        if len(a) == len(b) == 1 and a in brackets and b in brackets:
            is_year = (
                right in (a, b)
                or compiled(r"\d{4}[^\d]").match(place.after)
                or compiled(r"\d{4}$").search(place.before)
            )
            common = "（" if right == "〔" else "）"
            return Suggestion(DifferenceKind.BRACKET, right if is_year and right in (a, b) else common)
    return None


def plus(place: Place) -> Suggestion | None:
    """“光伏＋”: a plus that was read as 十, unless numerals stand around it."""
    for sign, read in _pairs(place):
        is_number = place.before[-1:] in tuple(_NUMERALS) or place.after[:1] in tuple(_NUMERALS)
        if sign in ("＋", "+") and read == "十" and not is_number:
            return Suggestion(DifferenceKind.PLUS, "＋")
    return None


def dot(place: Place) -> Suggestion | None:
    """吨/月·平方公里: the dot in the middle."""
    if len(place.a) == len(place.b) == 1 and place.a in _DOTS and place.b in _DOTS:
        between_digits = place.before[-1:].isdigit() and place.after[:1].isdigit()
        return Suggestion(DifferenceKind.DOT, "." if between_digits else "·")
    return None


def page_number(place: Place) -> Suggestion | None:
    """A number on a line of its own that the other copy does not have."""
    if place.only and place.alone_in_line and _PAGE_NUMBER.fullmatch(place.only.translate(SAME)):
        return Suggestion(DifferenceKind.PAGE_NUMBER, "")
    return None


def mark(place: Place) -> Suggestion | None:
    """`>`, `**` and the like are left over from a text format."""
    if place.only and _MARKS.fullmatch(place.only):
        return Suggestion(DifferenceKind.MARK, "")
    return None


def comma(place: Place) -> Suggestion | None:
    """A sign that parts words is more easily lost than made up; of 、 and ， only the original can tell."""
    if place.only.translate(SAME) in _PARTING:
        return Suggestion(DifferenceKind.COMMA, place.only)
    if place.a.translate(SAME) in _PARTING and place.b.translate(SAME) in _PARTING:
        return Suggestion(DifferenceKind.COMMA, None)
    return None


def lookalike(place: Place) -> Suggestion | None:
    """O for 0, l for 1, next to digits."""
    near_digits = place.before[-1:].isdigit() or place.after[:1].isdigit()
    for digits, letters in _pairs(place):
        shaped = "".join(_SHAPES.get(char, char) for char in letters)
        if near_digits and digits.isdigit() and digits != letters and shaped == digits:
            return Suggestion(DifferenceKind.LOOKALIKE, digits)
    return None


def repeated(place: Place) -> Suggestion | None:
    """The same words once more, right before or after."""
    words = place.only.translate(SAME)
    if len(words) >= 2 and (place.before.endswith(words) or place.after.startswith(words)):
        return Suggestion(DifferenceKind.REPEATED, "")
    return None


RULES: tuple[Rule, ...] = (roman, radical, bracket, plus, dot, page_number, mark, comma, lookalike, repeated)
