"""Which of a document's numbered headings are its tasks: those that each have their own roles below them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.normalize.lines import Line
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_sentences import names_somebody
from plantui.documents.traced import TracedText

from .labelled import Field
from .numbered import Head, by_series

_EXTRA, _EMPTY = 1.0, 0.15
_FAR = 14
_FURTHER = 1.5
"""How many more headings must fit for a further form to be one of tasks."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Roles that stand together: those of one task."""

    first: int
    last: int
    fields: tuple[Field, ...]


@rule(Stage.ENGLISH)
def clusters_of(
    fields: Sequence[Field], heads: Iterable[int], rest: Mapping[int, object], pages: Collection[int] = ()
) -> list[Cluster]:
    """Role lines are those of one task until a heading or a task's own label comes, or the same label again: behind other
    text, on the next page, or behind the other labels. The same role twice, and lines one after the other, belong
    together."""
    starts = sorted({*heads, *(one.line for one in fields if one.kind is FieldKind.TITLE)})
    wordy = {one.line for one in fields if one.kind in (FieldKind.UNKNOWN, FieldKind.TEXT)}
    found: list[list[Field]] = []
    for one in fields:
        if one.kind not in ROLES:
            continue
        current = found[-1] if found else None
        if current is not None:
            last = current[-1].last
            crossed = bisect_right(starts, one.line) - bisect_right(starts, current[-1].line)
            text = any(line in rest or line in wordy for line in range(last + 1, one.line + 1))
            page = any(line in pages for line in range(last + 1, one.line + 1))
            begins = one.words == current[0].words != current[-1].words
            again = (text or page or begins) and any(known.words == one.words for known in current)
            if not crossed and not again and one.line - last <= _FAR:
                current.append(one)
                continue
        found.append([one])
    return [Cluster(group[0].line, group[-1].last, tuple(group)) for group in found]


@rule(Stage.ENGLISH)
def task_series(heads: Sequence[Head], clusters: Sequence[Cluster]) -> set[str]:
    """The headings of one form are tasks where most of them have one group of role lines of their own, up to the next of
    that form: a form whose headings hold several is one of sections, one that stands between a task and its roles is one
    of steps. Further forms are tasks where they make more headings fit."""
    places = by_series(heads)
    chosen: set[str] = set()
    best = 0.0
    while True:
        tried = {
            series: fit([h for h in heads if h.series in chosen | {series}], clusters)
            for series in places
            if series not in chosen
            and not (not chosen and _only_above(places[series], heads, clusters))
            and (not chosen or not places[series][0].word or places[series][0].is_item)
        }
        top = max(tried, key=lambda series: (tried[series], places[series][0].is_item), default=None)
        if top is None or tried[top] < best + (_FURTHER if chosen else 0.5):
            return chosen
        chosen.add(top)
        best = tried[top]


@rule(Stage.ENGLISH)
def _only_above(found: Sequence[Head], heads: Sequence[Head], clusters: Sequence[Cluster]) -> bool:
    """A goal above actions (`Goal 1: Better buildings`, then `Action 1.1: …`) is no task, even where the one group of
    roles of the document stands below one of its actions; where each goal has one behind its last action, it is its."""
    if not found[0].word or found[0].is_item:
        return False
    starts = [head.first for head in heads]
    within: set[int] = set()
    for cluster in clusters:
        at = bisect_right(starts, cluster.first) - 1
        if at < 0 or not heads[at].is_item:
            return False
        within.add(bisect_right([head.first for head in found], cluster.first))
    items = sum(head.is_item for head in heads)
    return bool(clusters) and items > 1 and (len(within) == 1 or len(within) < len(found))


def fit(heads: Sequence[Head], clusters: Sequence[Cluster]) -> float:
    """How well headings and groups of roles pair one to one: a label that comes again below one heading is another
    task's."""
    starts = [head.first for head in heads]
    words: list[set[str]] = [set() for _ in heads]
    extra = [0] * len(heads)
    for cluster in clusters:
        at = bisect_right(starts, cluster.first) - 1
        if at >= 0:
            own = {one.words for one in cluster.fields}
            extra[at] += bool(own & words[at])
            words[at] |= own
    full = {head.code for head, own in zip(heads, words, strict=True) if own}
    empty = {head.code for head, own in zip(heads, words, strict=True) if not own} - full
    exact = sum(bool(own) and not more for own, more in zip(words, extra, strict=True))
    return exact - _EXTRA * sum(extra) - _EMPTY * len(empty)


@rule(Stage.ENGLISH)
def said_fields(
    lines: Sequence[Line], rest: Mapping[int, TracedText], stops: set[int], heads: set[int]
) -> list[Field]:
    """A paragraph with such a sentence shows where a task is, as a line `Lead: …` does. It may begin in the lines of the
    heading."""
    found: list[Field] = []
    held: list[int] = []
    for at in [*sorted(rest), len(lines)]:
        ends = at == len(lines) or not held or held[-1] + 1 != at or lines[at].after_blank or at in stops
        if ends and held:
            below = [line for line in held if line not in heads]
            if any(names_somebody(" ".join(rest[line].text for line in part)) for part in (held, below)):
                found.append(Field(held[0], FieldKind.LEAD, "said", [], held[-1], is_said=True))
            held = []
        held.append(at)
    return found
