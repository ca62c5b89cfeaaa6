"""The tasks of an English document with the fields that belong to each, those that it says more than once as one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.normalize.broken_words import joined
from plantui.documents.normalize.lines import Line
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tables.rows import RowTask
from plantui.documents.tokens.body_sentences import are_bodies
from plantui.documents.tokens.english_dates import dates_only
from plantui.documents.tokens.english_labels import labels_in
from plantui.documents.traced import TracedText

from .clusters import Cluster
from .labelled import Field, Read
from .numbered import Head, by_series

_LEAST_TITLE = 15
_MOST_REPEATS = 0.5
_FEW = 4
_SAME = 20
"""Titles with a number and this many letters in common are one task's."""


@dataclass(slots=True)
class Item:
    """One task as it stands in the document."""

    line: int
    number: str
    code: str
    title: TracedText
    fields: list[tuple[FieldKind, TracedText]]
    body: list[TracedText] = field(default_factory=list)
    details: list[TracedText] = field(default_factory=list)
    """Labelled values that are no field of a plan."""
    used: list[TracedText] = field(default_factory=list)
    group: TracedText | None = None
    table: int = -1

    @property
    def has_roles(self) -> bool:
        """Whether it names departments."""
        return any(kind in ROLES for kind, _ in self.fields)


@rule(Stage.ENGLISH)
def owners(
    heads: Sequence[Head], clusters: Sequence[Cluster], lines: Sequence[Line]
) -> dict[int, list[Cluster]]:
    """Role lines belong to the task whose heading stands before them, up to the next heading. Only where every group of
    them stands before a heading, from the first to the last, do they belong to the one below; and where the columns of
    a page put a second group on the page of the next heading, which has none, before that heading."""
    starts = [head.first for head in heads]
    if _is_upside_down(starts, clusters):
        return {index: [cluster] for index, cluster in enumerate(clusters[: len(heads)])}
    found: dict[int, list[Cluster]] = {}
    for cluster in clusters:
        at = bisect_right(starts, cluster.first) - 1
        if at >= 0:
            found.setdefault(at, []).append(cluster)
    pages = [*accumulate(int(line.after_page) for line in lines)]
    for at in sorted(found):
        mine = found[at]
        if len(mine) < 2 or at + 1 >= len(heads) or at + 1 in found:
            continue
        page = pages[heads[at + 1].first]
        if pages[mine[-1].first] == page != pages[mine[0].first]:
            found[at + 1] = [mine.pop()]
    return found


def _is_upside_down(starts: Sequence[int], clusters: Sequence[Cluster]) -> bool:
    if len(starts) < 2 or len(starts) != len(clusters):
        return False
    return all(cluster.last < start for cluster, start in zip(clusters, starts, strict=True)) and all(
        start < cluster.first for start, cluster in zip(starts, clusters[1:], strict=False)
    )


def without_repeats(
    heads: Sequence[Head], found: dict[int, list[Cluster]], titles: Sequence[str]
) -> tuple[list[int], list[int]]:
    """Which headings are tasks, and which only name one again whose fields stand at another: a list, a table of
    contents."""
    full = {heads[at].code for at in found}
    named = {key_of(titles[at]) for at in found}
    kept: list[int] = []
    repeated: list[int] = []
    seen: set[str] = set()
    for at, head in enumerate(heads):
        if at in found or (head.code not in full | seen and not _is_named(titles[at], named)):
            kept.append(at)
            seen.add(head.code)
        else:
            repeated.append(at)
    last = {(heads[at].code, key_of(titles[at])[:_SAME]): at for at in kept if titles[at]}
    again = [at for at in kept if titles[at] and last[heads[at].code, key_of(titles[at])[:_SAME]] != at]
    return [at for at in kept if at not in again], sorted([*repeated, *again])


def _is_named(title: str, named: set[str]) -> bool:
    key = key_of(title)
    return key in named or (len(key) > _SAME and any(other.startswith(key) for other in named))


def key_of(title: str) -> str:
    """The letters and digits of a title, by which it is known again."""
    return compiled(r"[^a-z0-9]").sub("", title.lower())


def title_of(lines: Sequence[Line], head: Head, words: Counter[str]) -> TracedText:
    """The words of a heading up to the first label of a role; its full stop stays where it ends the second sentence."""
    line, start = head.title_at
    parts = []
    for at in range(line, max(head.end, head.first + 1)):
        text = lines[at].text[start if at == line else 0 :]
        labels = [one for one in labels_in(text.text) if one.start and one.kind in ROLES]
        parts.append(text[: labels[0].start] if labels else text)
        if labels:
            break
    title = joined(parts, words)
    sentences = compiled(r"[a-z\d)][.;]\s+[A-Z]").search(title.text)
    return title.strip(" :;([–—|-" if sentences else " .:;([–—|-")


def _tells_time(text: str) -> bool:
    """A line below the label of a date that is a date or a word or two (Ongoing), no other column's text."""
    return dates_only(text) or len(text.split()) < _FEW


class Binder:
    """Gives each task its fields and its text."""

    def __init__(self, lines: Sequence[Line], read: Read, skip: Iterable[int]) -> None:
        self._lines = lines
        self._read = read
        self._skip = set(skip)
        self._at: dict[int, list[Field]] = {}
        for one in read.fields:
            self._at.setdefault(one.line, []).append(one)

    def item(self, head: Head, title: TracedText, end: int, clusters: Sequence[Cluster]) -> Item:
        """A task: the lines behind its heading up to `end`, and its role lines, wherever they stand."""
        item = Item(head.first, head.number, head.code, title, [])
        item.used = [self._lines[line].text for line in range(head.first, min(head.end, len(self._lines)))]
        clusters = [c for c in clusters if c.first < end]
        mine = [one for cluster in clusters for one in cluster.fields if not one.is_said]
        inside = [one for line in range(head.first, end) for one in self._at.get(line, ())]
        outside = [one for one in mine if one not in inside]
        others = self._near(outside)
        for one in [*inside, *others]:
            if one.kind in ROLES and one not in mine:
                continue
            self._take(item, one)
        for line in range(head.end, end):
            rest = self._read.rest.get(line)
            if rest is not None and line not in self._skip:
                item.body.append(rest)
        item.body.sort(key=lambda text: text.offsets[0] if text.offsets else 0)
        return item

    def _near(self, outside: Sequence[Field]) -> list[Field]:
        """The fields that stand with role lines above their heading."""
        if not outside:
            return []
        first, last = outside[0].line, outside[-1].last + 1
        return [one for line in range(first, last + 1) for one in self._at.get(line, ())]

    def _take(self, item: Item, one: Field) -> None:
        value = one.value
        last = max(one.last, one.line)
        item.used.append(self._lines[one.line].text)
        if one.is_bare and one.kind is FieldKind.DUE:
            item.body += [part for part in one.parts if not _tells_time(part.text)]
        if one.kind in ROLES or one.kind in (FieldKind.DUE, FieldKind.MEASURE):
            if value.text:
                item.fields.append((one.kind, value))
                item.used.append(value)
        elif one.kind in (FieldKind.TEXT, FieldKind.TITLE):
            item.body += [part for part in one.parts if part.text not in item.title.text]
        elif one.kind is FieldKind.UNKNOWN and (not self._in_block(one) or are_bodies(value.text)):
            item.body += [self._lines[line].text for line in range(one.line, last + 1)]
        else:
            item.details.append(value)

    def _in_block(self, one: Field) -> bool:
        """An unknown label between fields is one of them, and no text of the task."""
        before = self._at.get(one.line - 1, ()) or [f for f in self._read.fields if f.last == one.line - 1]
        return any(f.kind is not FieldKind.UNKNOWN for f in before) and len(one.value.text) < 100


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
    places = by_series(heads)
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
