"""The search line: words and typed terms such as 2024, 红, 牵头:市水利局 and 逾期>30, parted by blanks.

What begins with a quotation mark is looked for as it stands: `"2024"` finds the figure, not the year. Every part of a line
is a term or is not understood; nothing else happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .bound import Bound
from .period import Period, parse_period
from .terms import Light, Measure, Op, Role, Status, TaskState, Waiting
from .text import half_width


class FindKey(StrEnum):
    """Keys before a colon; a role is one too, before the name of a department."""

    DEPARTMENT = "department"
    PLAN = "plan"
    ROLE = "role"
    YEAR = "year"
    STATUS = "status"
    LIGHT = "light"
    STATE = "state"
    WAITING = "waiting"
    TAG = "tag"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class SoughtWord:
    """A word that titles, texts, departments or notes hold."""

    text: str


@dataclass(frozen=True, slots=True)
class DueYear:
    """A year in which a dated requirement falls, None for tasks without dates."""

    year: int | None


@dataclass(frozen=True, slots=True)
class CalledDepartment:
    """A department by one of its names, or by letters; in a role, or in any."""

    name: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class CalledPlan:
    """A plan by its id or title."""

    name: str


@dataclass(frozen=True, slots=True)
class CalledTag:
    """A tag, whatever its width and case."""

    name: str


Named = Light | Status | TaskState | Role | Waiting | DueYear
"""The values that are called by a word of a closed list."""
Term = SoughtWord | CalledDepartment | CalledPlan | CalledTag | Period | Bound | Named


class FindItem(NamedTuple):
    """A part of a search line as it was typed, and what it means; None where it is not understood."""

    text: str
    term: Term | None


@dataclass(frozen=True, slots=True)
class FindVocabulary:
    """The words of search lines, in every language, folded as `fold_item` does; and in one language how a term is written."""

    keys: Mapping[str, FindKey | Role]
    values: Mapping[FindKey, Mapping[str, Named]]
    """The words of values behind each key."""
    bare: Mapping[str, Named]
    """The words that mean a value by themselves."""
    measures: Mapping[str, Measure]
    written_keys: Mapping[FindKey | Role, str]
    written_values: Mapping[Named, str]
    written_measures: Mapping[Measure, str]


_QUOTES = {'"': '"', "\u201c": "\u201d", "\u201d": "\u201c"}
"""Marks that open a quotation, each with the one that ends it: an input method may give either of its two first."""
_YEAR = re.compile(r"((?:19|20|21)\d\d)年?")
_PERIOD = re.compile(r"(?:19|20|21)\d\d[-年QqHh].+")
_BOUND = re.compile(r"([^<>=≤≥]+)(<=|>=|==|[<>=≤≥])(.*)", re.DOTALL)
_NUMBER = re.compile(r"(\d{1,6})(?:%|天|d)?")
_OPS = {"<": Op.LESS, ">": Op.MORE, "<=": Op.AT_MOST, ">=": Op.AT_LEAST, "≤": Op.AT_MOST, "≥": Op.AT_LEAST}
_OPS |= {"=": Op.EQUAL, "==": Op.EQUAL}
_WRITTEN_OPS = {op: sign for sign, op in reversed(_OPS.items()) if sign.isascii() and sign != "=="}


def fold_item(text: str) -> str:
    """Return the form in which parts of a line are compared: width and case do not count, `due_soon` is `due-soon`."""
    return half_width(text).casefold().replace("_", "-").replace(" ", "-")


def parse_line(line: str, vocabulary: FindVocabulary) -> tuple[FindItem, ...]:
    """Return the parts of a search line with what they mean."""
    return tuple(
        FindItem(text, SoughtWord(_unquoted(text)) if text[0] in _QUOTES else _term(text, vocabulary))
        for text in _parts(line)
        if text[0] not in _QUOTES or _unquoted(text)
    )


def written_term(term: Term, vocabulary: FindVocabulary) -> str:
    """Return a term as a line may have it: read again, it is the same term."""
    match term:
        case SoughtWord(text):
            is_plain = parse_line(text, vocabulary) == (FindItem(text, term),)
            return text if is_plain and _QUOTES.keys().isdisjoint(text) else _quoted(text)
        case CalledDepartment(name, role):
            return _keyed(vocabulary.written_keys[role or FindKey.DEPARTMENT], name)
        case CalledPlan(name):
            return _keyed(vocabulary.written_keys[FindKey.PLAN], name)
        case CalledTag(name):
            return _keyed(vocabulary.written_keys[FindKey.TAG], name)
        case Bound(measure, op, number):
            return f"{vocabulary.written_measures[measure]}{_WRITTEN_OPS[op]}{number}"
        case Period():
            return term.name
        case DueYear(int(year)):
            return str(year)
    word = vocabulary.written_values[term]
    if vocabulary.bare.get(fold_item(word)) == term:
        return word
    return next(
        f"{vocabulary.written_keys[key]}:{word}"
        for key, values in vocabulary.values.items()
        if values.get(fold_item(word)) == term
    )


def _parts(line: str) -> Iterator[str]:
    """Yield the parts of a line; blanks in quotation marks, at the beginning of one or behind a colon, do not part it."""
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        start = at
        while at < len(line) and not line[at].isspace():
            is_opening = line[at] in _QUOTES and (at == start or line[at - 1] in ":：")
            at = _behind_quotation(line, at) if is_opening else at + 1
            if is_opening and line[start] in _QUOTES:
                break
        yield line[start:at]


def _behind_quotation(line: str, at: int) -> int:
    """Return the place behind a quotation; one that nothing ends goes on to the end of the line."""
    closing = _QUOTES[line[at]]
    end = line.find(closing, at + 1)
    while end >= 0 and line[end : end + 2] == closing * 2:  # a doubled mark stands for itself
        end = line.find(closing, end + 2)
    return len(line) if end < 0 else end + 1


def _unquoted(text: str) -> str:
    closing = _QUOTES[text[0]]
    has_end = len(text) > 1 and _behind_quotation(text, 0) == len(text) and text.endswith(closing)
    return text[1 : -1 if has_end else None].replace(closing * 2, closing)


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))


def _keyed(key: str, name: str) -> str:
    is_plain = not any(one.isspace() or one in _QUOTES for one in name)
    return f"{key}:{name if is_plain else _quoted(name)}"


def _term(text: str, vocabulary: FindVocabulary) -> Term | None:
    folded = fold_item(text)
    if (named := vocabulary.bare.get(folded)) is not None:
        return named
    if due := _due(folded):
        return due
    key, colon, _ = half_width(text).partition(":")
    if colon and (known := vocabulary.keys.get(fold_item(key))) is not None:
        return _valued(known, text[len(key) + 1 :], vocabulary)
    if (bound := _BOUND.fullmatch(half_width(text))) and (
        measure := vocabulary.measures.get(fold_item(bound[1]))
    ):
        number = _NUMBER.fullmatch(bound[3])
        return Bound(measure, _OPS[bound[2]], int(number[1])) if number else None
    return SoughtWord(text)


def _due(folded: str) -> DueYear | Period | None:
    if year := _YEAR.fullmatch(folded):
        return DueYear(int(year[1]))
    if _PERIOD.fullmatch(folded):
        try:
            return parse_period(folded)
        except ValueError:
            return None
    return None


def _valued(key: FindKey | Role, value: str, vocabulary: FindVocabulary) -> Term | None:
    """Return what stands behind a key, None for a value that the key does not have."""
    name = _unquoted(value) if value[:1] in _QUOTES else value
    if not name.strip():
        return None
    if isinstance(key, Role):
        return CalledDepartment(name, key)
    match key:
        case FindKey.DEPARTMENT:
            return CalledDepartment(name)
        case FindKey.PLAN:
            return CalledPlan(name)
        case FindKey.TAG:
            return CalledTag(name)
        case FindKey.TEXT:
            return SoughtWord(name)
    found = vocabulary.values.get(key, {}).get(fold_item(name))
    return _due(fold_item(name)) if found is None and key is FindKey.YEAR else found
