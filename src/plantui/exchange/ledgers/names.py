"""Departments in one cell, parted by names that are known: a comma or an *and* may belong to a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from plantui.model.department import fold_name

from ..naming import on_one_line

_BETWEEN_LISTS = re.compile(r"[;；]")
_BETWEEN_NAMES = re.compile(r"[、\n]")
_MAY_PART = re.compile(r"[,，/／&＆|｜\n]|\band\b|以及|[和与及]")
"""Signs and words that part names in some cells and belong to a name in others."""
_PARTS_SOMEWHERE = re.compile(r"[,，、/／|｜\n]")
_BETWEEN = re.compile(r"(?:[\s,，、;；/／&＆|｜.。]|and(?=[\s,])|et(?=\s)|以及|[和与及])*", re.IGNORECASE)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_ALIKE, _NEARLY_SAME = 0.75, 0.93
"""Likeness of a word from which on it may be another, misspelt; and of a whole name that lacks a word or has one more."""
_LEAST_ALIKE = 6
"""Characters of a name from which on another may be its misspelling: 市财政局 and 市民政局 are two."""
_EDGES = " \t\n\r\u00a0\u3000,，.。;；、"


class Split(NamedTuple):
    """The names of a cell."""

    names: tuple[str, ...]
    new: tuple[str, ...] = ()
    """Names among them that are known from lists alone."""
    unsplit: tuple[str, ...] = ()
    """Words of which nobody can tell what names they are: they are none."""
    alike: tuple[tuple[str, str], ...] = ()
    """Words that are no known name but like one, with that one: they are none either."""


class KnownNames:
    """Names of departments: those of plans and of `departments.toml`, and those that stand alone in a cell of the file."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names: dict[str, str] = {}
        self._longest: dict[str, list[str]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Add a name; of several spellings the first counts."""
        name = on_one_line(name)
        folded = _folded(name)
        if folded and folded not in self._names:
            self._names[folded] = name
            rest = self._longest.setdefault(folded[0], [])
            rest.append(folded)
            rest.sort(key=len, reverse=True)

    def add_alone(self, cell: str, *, holds_one: bool = False) -> None:
        """Add what stands alone in a cell: it has no sign that parts names anywhere, or each such cell holds one name."""
        cell = cell.strip(_EDGES)
        parts = any(sign.search(cell) for sign in (_BETWEEN_LISTS, _BETWEEN_NAMES, _MAY_PART))
        if cell and (holds_one or not parts):
            self.add(cell)

    def recurring(self, cells: Iterable[str]) -> list[str]:
        """Return the words that stand between two semicolons again and again and are not made of other names.

        A semicolon parts names everywhere, so these are names, also where they have a comma or an *and*; so is the whole
        of a cell that has no other sign than such an *and*.
        """
        lists = (
            _BETWEEN_LISTS.split(cell)
            for cell in cells
            if _BETWEEN_LISTS.search(cell) or not _PARTS_SOMEWHERE.search(cell)
        )
        counts = Counter(on_one_line(part).strip(_EDGES) for parts in lists for part in parts)
        often = sorted((words for words, count in counts.items() if words and count > 1), key=len)
        found = KnownNames(self._names.values())
        new: list[str] = []
        for words in often:
            if not found._made_of(words) and not found._alike(words):
                found.add(words)
                new.append(words)
        return new

    def split(self, cell: str) -> Split:
        """Return the names of a cell."""
        names: list[str] = []
        new: list[str] = []
        unsplit: list[str] = []
        alike: list[tuple[str, str]] = []
        whole = self._known(cell)
        for part in [cell] if whole else _BETWEEN_LISTS.split(cell):
            for words, found in self._parted(part):
                if found:
                    names += found
                elif _MAY_PART.search(words):
                    near = self._alike(words)
                    alike += [(words, near)] if near else []
                    unsplit += [] if near else [words]
                elif near := self._alike(words):
                    alike.append((words, near))
                else:
                    names.append(words)
                    new.append(words)
        return Split(tuple(dict.fromkeys(names)), tuple(new), tuple(unsplit), tuple(alike))

    def _parted(self, part: str) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield the words between the signs that part names everywhere, with the known names that they are made of."""
        if found := self._made_of(part):
            yield on_one_line(part), found
            return
        for piece in _BETWEEN_NAMES.split(part):
            words = on_one_line(piece).strip(_EDGES)
            if words:
                yield words, self._made_of(piece)

    def _known(self, words: str) -> str:
        return self._names.get(_folded(words), "")

    def _made_of(self, words: str) -> Sequence[str]:
        """Return the known names that make up words from end to end, as few as may be; none where something is left over."""
        if known := self._known(words):
            return [known]
        text = on_one_line(words).translate(_QUOTES).casefold().strip(_EDGES)
        best: dict[int, list[str]] = {0: []}
        for start in range(len(text)):
            if start not in best:
                continue
            for name, end in self._names_at(text, start):
                end = _end_of(_BETWEEN, text, end)
                if end not in best or len(best[end]) > len(best[start]) + 1:
                    best[end] = [*best[start], name]
        return best.get(len(text), [])

    def _names_at(self, text: str, start: int) -> Iterator[tuple[str, int]]:
        """Yield the names that begin at a place, with their ends; blanks count in neither."""
        for folded in self._longest.get(text[start], ()):
            end = _match(text, start, folded)
            if end and not (
                end < len(text) and text[end - 1].isascii() and text[end - 1 : end + 1].isalnum()
            ):
                yield self._names[folded], end

    def _alike(self, words: str) -> str:
        """Return the known name that words are most like: written otherwise, or with its end doubled; empty for none."""
        folded = _folded(words)
        if len(folded) < _LEAST_ALIKE:
            return ""
        for known, name in self._names.items():
            if (
                len(known) >= _LEAST_ALIKE
                and folded.startswith(known)
                and known.endswith(folded[len(known) :])
            ):
                return name
        return next((name for name in self._names.values() if _is_slip(name, words)), "")


def _is_slip(name: str, words: str) -> bool:
    """Return whether words are a name with a slip of the pen in it: the same words, but for signs here and there.

    *Defence* for *Revenue* is none, though all other words agree.
    """
    ours, theirs = name.casefold().split(), words.casefold().split()
    if len(ours) != len(theirs):
        return abs(len(ours) - len(theirs)) == 1 and _likeness(name, words) >= _NEARLY_SAME
    differing = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    return all(_likeness(one, other) >= _ALIKE for one, other in differing)


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0


def _match(text: str, start: int, folded: str) -> int:
    """Return where a folded name ends that begins at a place of a text; 0 where none does."""
    at = 0
    for end in range(start, len(text)):
        for sign in fold_name(text[end]):
            if at == len(folded) or sign != folded[at]:
                return 0
            at += 1
        if at == len(folded):
            return end + 1
    return 0


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _folded(name: str) -> str:
    return fold_name(on_one_line(name).translate(_QUOTES)).casefold()
