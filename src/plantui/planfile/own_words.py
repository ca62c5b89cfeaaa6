"""Reads an office's own words of the import: labels, columns, verbs, endings of bodies, units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plantui.model.own_words import (
    COLUMN_MEANINGS,
    LABEL_MEANINGS,
    ROLE_MEANINGS,
    Meaning,
    OwnWords,
    Vocabulary,
)
from plantui.model.problem import Problem

from .checks import is_format_known, nearest
from .finding import Findings
from .locator import KeyPath
from .toml_source import read_toml
from .values import table_in, unknown_key

_TABLES = {"labels": LABEL_MEANINGS, "columns": COLUMN_MEANINGS, "verbs": ROLE_MEANINGS}
"""Tables of words, each with what a word there can mean."""
_LISTS = {"bodies": ("endings",), "units": ("counts", "measures")}
"""Tables of lists, each with the names of its lists."""
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class OwnWordsFile:
    """The words of one file, None where something in it is wrong, and what that is."""

    words: OwnWords | None
    problems: tuple[Problem, ...] = ()


def read_own_words(path: Path) -> OwnWordsFile:
    """Read a file of an office's own words."""
    source = read_toml(path)
    found = source.findings
    words = None
    if source.data is not None and is_format_known(found, source.data):
        words = _words(found, source.data)
    problems = found.problems(source.text, str(path))
    return OwnWordsFile(None if found.has_errors else words, problems)


def _words(found: Findings, data: Mapping[str, object]) -> OwnWords:
    known = ("format", *_TABLES, *_LISTS)
    for key in data:
        if key not in known:
            unknown_key(found, (key,), key, known)
    tables = {
        name: _vocabulary(found, name, table_in(found, data, name), meanings)
        for name, meanings in _TABLES.items()
    }
    bodies, units = (table_in(found, data, name) for name in _LISTS)
    for name, table in (("bodies", bodies), ("units", units)):
        for key in table:
            if key not in _LISTS[name]:
                unknown_key(found, (name, key), key, _LISTS[name])
    return OwnWords(
        **tables,
        bodies=_list(found, "bodies", bodies, "endings"),
        counts=_list(found, "units", units, "counts"),
        measures=_list(found, "units", units, "measures"),
    )


def _vocabulary(
    found: Findings, name: str, table: Mapping[str, object], meanings: tuple[Meaning, ...]
) -> Vocabulary:
    words: list[tuple[str, Meaning]] = []
    for word, meaning in table.items():
        names = [one.value for one in meanings]
        if isinstance(meaning, str) and meaning in names:
            if _is_word(found, (name, word), word):
                words.append((word, Meaning(meaning)))
            continue
        right = nearest(str(meaning), names) or " ".join(names)
        found.error("rules_value", (name, word), value=meaning, right=right)
    return tuple(words)


def _list(found: Findings, table: str, entries: Mapping[str, object], key: str) -> tuple[str, ...]:
    words = entries.get(key, [])
    if not isinstance(words, list):
        found.error("rules_value", (table, key), value=words, right=f'{key} = ["…"]')
        return ()
    kept = []
    for index, word in enumerate(words):
        place = (table, key, index)
        if not isinstance(word, str):
            found.error("rules_value", place, value=word, right='"…"')
        elif _is_word(found, place, word):
            kept.append(word)
    return tuple(kept)


def _is_word(found: Findings, place: KeyPath, word: str) -> bool:
    """Return whether a word can stand in a line: not empty, without blanks at its edges, and short."""
    if word.strip() == word != "" and len(word) <= _LONGEST and "\n" not in word:
        return True
    found.error("own_word", place, value=word, most=_LONGEST)
    return False
