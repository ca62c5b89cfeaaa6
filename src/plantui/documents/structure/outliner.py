"""What of an English document is what: tasks with their fields, the headings above them, tables, the rest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.en import EN
from plantui.documents.normalize.broken_words import joined
from plantui.documents.normalize.normalize import Normalized
from plantui.documents.reading import Doubt
from plantui.documents.source import Source
from plantui.documents.tables.find_en import given_english_tables, printed_english_tables
from plantui.documents.tables.rows import RowTask
from plantui.documents.tables.rows_en import is_read_in_full
from plantui.documents.tokens.english_dates import dates_in
from plantui.documents.tokens.english_labels import labels_in
from plantui.documents.traced import Span, TracedText

from .clusters import Cluster, clusters_of, fit, said_fields, task_series
from .items import Binder, Item, bare_heads, merged, owners, title_of, without_repeats
from .labelled import FieldReader, Read, names_somebody
from .numbered import Head, heads_of, repeated_forms, starts_head
from .sections import (
    Mark,
    capital_headings,
    closes_task,
    is_bare_number,
    is_packed_heading,
    is_short_heading,
    is_top,
    series_inside,
)
from .unnumbered import bullet_heads, paragraph_heads, pledge_heads, titled_heads

_ENOUGH = 0.6
"""This share of the groups of roles must stand below numbered headings, else others are tried."""


@dataclass(frozen=True, slots=True)
class EnglishOutline:
    """The tasks in the order of the document, and the headings that can stand above them."""

    items: tuple[Item, ...]
    marks: tuple[Mark, ...]
    repeated: tuple[TracedText, ...]
    tables: tuple[Span, ...]
    free: frozenset[int]
    """The lines that belong to no task, heading or table."""
    headings: dict[int, str]
    """The words of every heading that is no task, by its line."""
    doubts: tuple[Doubt, ...]
    """Rows of which the text does not show every cell."""


class Outliner:
    """Reads the outline of one document."""

    def __init__(self, lines: Normalized, source: Source) -> None:
        self._lines = lines.kept
        self._all = lines
        self._counts = Counter(line.words for line in lines.kept)
        self._source = source
        self._heads = heads_of(self._lines)
        head_lines = {line for head in self._heads for line in range(head.first, head.end)}
        self._capitals = capital_headings(self._lines, head_lines)
        self._doubts: list[Doubt] = []
        self._records, self._skip, self._tables = self._read_tables()
        self._heads = repeated_forms([head for head in self._heads if head.first not in self._skip])
        self._capitals -= self._skip
        self._table_starts = {line for line in self._skip if line - 1 not in self._skip}
        self._last = -1  # where the last task begins

    def _read_tables(self) -> tuple[list[RowTask], set[int], list[Span]]:
        given = [*given_english_tables(self._source, self._all.words)]
        tasks = [replace(task, table=at) for at, table in enumerate(given) for task in table.tasks]
        spans = [span for table in given for span in table.spans]
        starts = [line.text.offsets[0] for line in self._lines]
        skip = {
            line
            for span in spans
            for line in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        }
        spans = [span for span in spans if not any(is_read_in_full(span, task) for task in tasks)]
        ends = {head.first for head in self._heads if head.word or head.series in {" A.", " 9.0"}}
        ends |= self._capitals | skip
        known = frozenset(skip)
        begins = partial(starts_head, self._lines)
        for at, (table, lines) in enumerate(
            printed_english_tables(
                self._lines,
                self._source.text,
                self._all.words,
                ends,
                begins,
                lambda text: bool(dates_in(text)),
                [text for text in self._all.furniture if EN.TABLES_ROW_NUMBER.match(text.text)],
            )
        ):
            if lines.start in known:  # the names of columns that another table has as well
                continue
            tasks += [replace(task, table=len(given) + at) for task in table.tasks]
            skip |= {*lines}
            spans += table.spans
            self._doubts += table.doubts
        return tasks, skip, spans

    def outline(self) -> EnglishOutline:
        """The outline."""
        heads, read, clusters = self._tasks()
        found = owners(heads, clusters, self._lines)
        titles = [self._title(head).text for head in heads]
        kept, repeated = without_repeats(heads, found, titles) if found else ([], [])
        if not found:
            heads = bare_heads(self._heads, self._title, self._records)
            kept = [*range(len(heads))]
        tasks = [heads[at] for at in kept]
        self._last = max((head.first for head in tasks), default=-1)
        inside = series_inside(self._heads, tasks)
        if inside & {head.series for head in self._heads}:
            read, clusters = self._read([head for head in self._heads if head.series not in inside] + tasks)
            found = owners(heads, clusters, self._lines) if found else {}
        own = {head.series for head in tasks}
        above = [h for h in self._heads if h.series not in own | inside and not is_bare_number(h.series)]
        above += self._numbered_chapters(own | inside)
        binder = Binder(self._lines, read, self._skip)
        ends = sorted(
            {*(h.first for h in heads), *(h.first for h in above), *self._capitals, *self._table_starts}
        )
        items = [
            binder.item(heads[at], self._title(heads[at]), self._end(heads[at], ends), found.get(at, ()))
            for at in kept
        ]
        lost = [self._title(heads[at]) for at in repeated]
        free = self._free(heads, kept, ends)
        items, again = merged(items, self._rows())
        lost += again
        return EnglishOutline(
            tuple(sorted(items, key=lambda item: item.line)),
            tuple(self._marks(above, {item.line for item in items})),
            tuple(lost),
            tuple(self._tables),
            free,
            self._headings(above),
            tuple(self._doubts),
        )

    def _free(self, heads: Sequence[Head], kept: Sequence[int], ends: Sequence[int]) -> frozenset[int]:
        taken = set(self._skip)
        for at in kept:
            taken |= set(range(heads[at].first, self._end(heads[at], ends)))
        return frozenset(set(range(len(self._lines))) - taken)

    def _headings(self, above: Sequence[Head]) -> dict[int, str]:
        found = {head.first: f"{head.number} {self._title(head).text}" for head in above}
        for head in above:
            found |= dict.fromkeys(range(head.first, head.end), found[head.first])
        for line in range(len(self._lines)):
            is_short = is_short_heading(self._lines, line) or closes_task(self._lines, line, is_last=False)
            if line in self._capitals or (line not in found and is_short):
                found.setdefault(line, self._lines[line].words)
        return found

    def _tasks(self) -> tuple[list[Head], Read, list[Cluster]]:
        """The headings of tasks: numbered ones, else bullets, labels of the task itself, or paragraphs."""
        read, clusters = self._read(self._heads)
        chosen = task_series(self._heads, clusters)
        heads = [head for head in self._heads if head.series in chosen]
        if not clusters or fit(heads, clusters) >= _ENOUGH * len(clusters):
            return heads, read, clusters
        taken = self._skip | {line for head in self._heads for line in range(head.first, head.end)}
        best = (fit(heads, clusters), heads, read, clusters)
        for others in (
            titled_heads(self._lines, taken),
            bullet_heads(self._lines, taken | self._capitals),
            paragraph_heads(self._lines, clusters, taken | self._capitals),
            pledge_heads(self._lines, clusters, taken | self._capitals),
        ):
            again, groups = self._read(sorted([*self._heads, *others], key=lambda head: head.first))
            fitting = fit(others, groups)
            if others and fitting > best[0] + 0.5:
                best = (fitting, others, again, groups)
        return best[1], best[2], best[3]

    def _read(self, heads: Sequence[Head]) -> tuple[Read, list[Cluster]]:
        """The fields, and the roles of each task, where these headings end what stands above them."""
        head_lines = {line for head in heads for line in range(head.first, head.end)}
        stops = {head.first for head in heads} | self._capitals
        read = FieldReader(self._lines, stops, head_lines, self._skip).read()
        for one in read.fields:
            if one.kind in ROLES and not names_somebody(one.value.text):
                one.kind = FieldKind.OTHER
        pages = {at for at, line in enumerate(self._lines) if line.after_page}
        said = said_fields(self._lines, read.rest, stops, head_lines)
        fields = sorted([*read.fields, *said], key=lambda one: one.line)
        return read, clusters_of(fields, {head.first for head in heads}, read.rest, pages)

    def _numbered_chapters(self, own: set[str]) -> list[Head]:
        """Whole numbers without a mark that count up from 1 behind blank lines are chapters."""
        found = [
            head
            for head in self._heads
            if is_bare_number(head.series) and head.series not in own and self._lines[head.first].after_blank
        ]
        codes = [int(head.code) for head in found]
        firsts = {head.first for head in self._heads if head.series in own}
        many = len(found) > 2 or all(head.end in firsts for head in found)
        return found if found and many and codes == sorted(codes) and codes[0] == 1 else []

    def _end(self, head: Head, ends: Sequence[int]) -> int:
        """The line behind a task: the next heading, or a short line behind a blank one once its fields are read; behind
        the last task also one that only its text stands before."""
        at = bisect_right(ends, head.first)
        last = ends[at] if at < len(ends) else len(self._lines)
        has_fields = False
        for line in range(head.end, last):
            if has_fields and is_short_heading(self._lines, line):
                return line
            is_once = self._counts[self._lines[line].words] == 1
            if is_once and closes_task(self._lines, line, is_last=head.first == self._last):
                return line
            has_fields = has_fields or bool(labels_in(self._lines[line].words))
        return last

    def _title(self, head: Head) -> TracedText:
        return title_of(self._lines, head, self._all.words)

    def _rows(self) -> list[Item]:
        """The rows of all tables as tasks."""
        starts = [line.text.offsets[0] for line in self._lines]
        return [
            Item(
                max(bisect_right(starts, task.start) - 1, 0),
                task.number,
                task.number,
                joined([task.title] if task.title else [], self._all.words).strip(" .:;"),
                [*task.fields],
                [*task.texts],
                [],
                [*task.cells],
                next(iter(task.sections), None),
                task.table,
            )
            for task in self._records
        ]

    def _marks(self, heads: Sequence[Head], tasks: set[int]) -> list[Mark]:
        titled = {(head.series, head.code) for head in heads if self._title(head).text}
        marks = [
            Mark(head.first, head.number, self._title(head), head.series, is_top(head), True)
            for head in heads
            if self._title(head).text or (head.series, head.code) not in titled
        ]
        numbered = {head.first for head in heads}
        for line in range(len(self._lines)):
            if line in numbered or line in self._skip:
                continue
            is_over = line + 1 in tasks or line + 1 in self._table_starts
            is_short = is_over and self._counts[self._lines[line].words] == 1
            is_heading = is_short_heading(self._lines, line) or is_packed_heading(self._lines, line)
            if line in self._capitals or (is_short and is_heading):
                level = "capitals" if line in self._capitals else "short"
                marks.append(Mark(line, "", self._lines[line].text.strip(" .:"), level))
        marks.sort(key=lambda mark: mark.line)
        return [
            replace(mark, is_beside=following is not None and following.line <= mark.line + 2)
            for mark, following in zip(marks, [*marks[1:], None], strict=False)
        ]
