"""Reads a column map: the heads of a foreign ledger's columns and its words for a status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plantui.model.column_map import DEPARTMENT_FIELDS, ColumnMap, LedgerField
from plantui.model.problem import Problem
from plantui.model.terms import Status

from .checks import is_format_known
from .finding import Findings
from .locator import KeyPath
from .toml_source import read_toml
from .values import flag_in, member_in, number_in, table_in, text_in, unknown_key

MAPS_FOLDER = "column-maps"
"""Folder of an office's own maps, in the settings folder."""
_KEYS = (
    *("format", "title", "title_en", "region", "day_first", "most_rows"),
    *("recognised_by", "nothing", "one_name", "columns", "status"),
)
_MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class ColumnMapFile:
    """The map of one file, None where something in it is wrong, and what that is."""

    map: ColumnMap | None
    problems: tuple[Problem, ...] = ()


def read_column_map(path: Path, *, is_bundled: bool = False) -> ColumnMapFile:
    """Read a file of a column map."""
    source = read_toml(path)
    found = source.findings
    read = None
    if source.data is not None and is_format_known(found, source.data):
        read = _map(found, source.data, path, is_bundled=is_bundled)
    problems = found.problems(source.text, str(path))
    return ColumnMapFile(None if found.has_errors else read, problems)


def _map(found: Findings, data: Mapping[str, object], path: Path, *, is_bundled: bool) -> ColumnMap:
    for key in data:
        if key not in _KEYS:
            unknown_key(found, (key,), key, _KEYS)
    columns = tuple(_columns(found, data))
    named = [field for field, _ in columns]
    if not {LedgerField.TITLE, LedgerField.TEXT} & {*named}:
        found.error("map_no_title", ("columns",))
    return ColumnMap(
        path.stem,
        columns,
        tuple(_statuses(found, data)),
        _fields(found, data, "recognised_by", named),
        tuple(_words(found, data, "nothing")),
        _fields(found, data, "one_name", [field for field in named if field in DEPARTMENT_FIELDS]),
        zh=text_in(found, data, "title"),
        en=text_in(found, data, "title_en"),
        region=text_in(found, data, "region"),
        day_first=flag_in(found, data, "day_first"),
        most_rows=number_in(found, data, "most_rows", 0, range(_MOST_ROWS + 1)),
        file="" if is_bundled else str(path),
    )


def _columns(found: Findings, data: Mapping[str, object]) -> Iterator[tuple[LedgerField, tuple[str, ...]]]:
    """Yield the heads of each column. A head that two columns claim is a mistake."""
    taken: dict[str, str] = {}
    for name, heads in table_in(found, data, "columns").items():
        place: KeyPath = ("columns", name)
        field = member_in(found, place, name, LedgerField)
        texts = [heads] if isinstance(heads, str) else heads
        if not isinstance(texts, list) or not texts or not all(_is_text(head) for head in texts):
            found.error("rules_value", place, value=heads, right=f'{name} = ["…"]')
            continue
        for head in texts:
            other = taken.setdefault(head.strip(), name)
            if other != name:
                found.error("map_head_twice", place, head=head, other=other)
        if field is not None:
            yield field, tuple(head.strip() for head in texts)


def _statuses(found: Findings, data: Mapping[str, object]) -> Iterator[tuple[str, Status]]:
    for word, value in table_in(found, data, "status").items():
        status = member_in(found, ("status", word), value, Status)
        if status is not None:
            yield word, status


def _fields(
    found: Findings, data: Mapping[str, object], key: str, known: list[LedgerField]
) -> tuple[LedgerField, ...]:
    """Return columns that the map has to have itself."""
    names = data.get(key, [])
    if not isinstance(names, list):
        found.error("rules_value", (key,), value=names, right=f'{key} = ["{LedgerField.TITLE}"]')
        return ()
    for index, name in enumerate(names):
        if name not in known:
            found.error("rules_value", (key, index), value=name, right=" ".join(known))
    return tuple(field for field in known if field in names)


def _words(found: Findings, data: Mapping[str, object], key: str) -> Iterator[str]:
    words = data.get(key, [])
    if isinstance(words, list) and all(map(_is_text, words)):
        yield from (word.strip() for word in words)
    else:
        found.error("rules_value", (key,), value=words, right=f'{key} = ["…"]')


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
