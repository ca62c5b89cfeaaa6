"""Tasks that a document says more than once: in a list, in its text, in a table at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.items import Item, key_of
from plantui.documents.structure.numbered import Head
from plantui.documents.tables.rows import RowTask
from plantui.documents.traced import TracedText

_LEAST_TITLE = 15
_MOST_REPEATS = 0.5


def _is_same(one: Item, other: Item) -> bool:
    mine, its = key_of(one.title.text), key_of(other.title.text)
    if one.code and other.code and key_of(one.code) == key_of(other.code):
        return not one.code.isdigit() or mine[:8] == its[:8]
    if mine == its:
        return True
    return min(len(mine), len(its)) >= _LEAST_TITLE and (mine.startswith(its) or its.startswith(mine))


@rule(Stage.ENGLISH)
def merged(items: Sequence[Item], rows: Sequence[Item]) -> tuple[list[Item], list[TracedText]]:
    """A row that names a task of the text again (by its number or its title) adds what the text does not say of it: its
    departments, its date. A row that names none is a task of its own, also beside those that do."""
    kept = list(items)
    repeated: list[TracedText] = []
    for row in rows:
        same = next((item for item in kept if item.table != row.table and _is_same(item, row)), None)
        if same is None:
            kept.append(row)
            continue
        _fill(same, row)
        same.used += row.used
        repeated.append(row.title)
    return kept, repeated


def _fill(item: Item, row: Item) -> None:
    if not item.has_roles:
        item.fields += [(kind, value) for kind, value in row.fields if kind in ROLES]
    for wanted in (FieldKind.DUE, FieldKind.MEASURE):
        if not any(kind is wanted for kind, _ in item.fields):
            item.fields += [(kind, value) for kind, value in row.fields if kind is wanted]
    if not item.body:
        item.body += row.body


@rule(Stage.ENGLISH)
def bare_heads(
    heads: Sequence[Head], title: Callable[[Head], TracedText], records: Sequence[RowTask]
) -> list[Head]:
    """Where no heading has fields of its own, the tasks are the headings that a table names again, with its fields, and
    those that count on from its numbers (C.2 behind its C.1); without a table those with a word of tasks (Action,
    Measure), else those with a code or the longest numbers. Of repeated ones the last counts."""
    places: dict[str, list[Head]] = {}
    for head in heads:
        places.setdefault(head.series, []).append(head)
    last = {(head.series, head.code): head for head in heads}
    if records:
        titles = {key_of(record.title.text) for record in records if record.title}
        numbers = {record.number for record in records}
        chosen = [
            series
            for series, found in places.items()
            if sum(key_of(title(head).text) in titles for head in found) > _MOST_REPEATS * len(found)
            or all(_goes_on(head.code, numbers | {other.code for other in found}) for head in found)
        ]
    else:
        chosen = _likely(places)
    return [head for head in heads if head.series in chosen and last[head.series, head.code] is head]


def _goes_on(code: str, codes: set[str]) -> bool:
    """C.2 behind the C.1 of a table; a whole number alone is none."""
    parts = compiled(r"(.*[A-Za-z.-])(\d+)").fullmatch(code)
    return parts is not None and f"{parts[1]}{int(parts[2]) - 1}" in codes


def _likely(places: dict[str, list[Head]]) -> list[str]:
    items = {series: found for series, found in places.items() if found[0].is_item}
    pool = items or {
        series: found for series, found in places.items() if not found[0].word and len(found) > 1
    }
    pool = {series: found for series, found in pool.items() if series.strip() not in {"9", "A."}}
    if not pool:
        return []
    best = max(pool, key=lambda series: (series.count("9") if not items else 0, len(pool[series])))
    word = pool[best][0].word
    return [series for series in pool if series == best or (word and pool[series][0].word == word)]
