"""The rows of a picker: what can be chosen, narrowed by what was typed, and how a row looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plantui.model.department import DepartmentRef, fold_name
from plantui.model.light_rules import DEFAULT_RULES, LightRules
from plantui.model.search_text import are_letters
from plantui.model.terms import Language, Light, Role, Status
from plantui.model.text import one_line
from plantui.query.choices import CountedChoice
from plantui.query.filter import Choice
from plantui.ui.meanings import badge_look
from plantui.ui.painting import clip
from plantui.ui.widgets.painted import Painted
from plantui.words import Words
from plantui.words.light_phrases import light_name
from plantui.words.phrases import term, year_term

MARK_WIDTH = 5
"""Cells of the mark at the start of a row, ` [x] `."""


@dataclass(frozen=True, slots=True)
class Region:
    """The heading over a region's departments; the cursor never stands on it."""

    name: str


@dataclass(frozen=True, slots=True)
class Everything:
    """The entry that lets everything pass."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A choice with its name, and the other name that matched what was typed."""

    choice: CountedChoice
    name: str
    matched: str = ""

    @property
    def value(self) -> Choice:
        """The value that is chosen with it."""
        return self.choice.value


ChoiceRow = Region | Everything | Entry
NamesSpelled = Callable[[str], Collection[str]]
"""Gives the names of departments that letters begin in pinyin."""


def fold(text: str) -> str:
    """The form in which typed text and names compare: width, case, brackets and blanks do not count."""
    return fold_name(text).casefold()


@dataclass(frozen=True, slots=True)
class _Searchable:
    names: tuple[str, ...]
    folded: tuple[str, ...]


class ChoiceRows:
    """The choices that a picker offers for a facet."""

    def __init__(
        self,
        words: Words,
        choices: Sequence[CountedChoice],
        titles: Mapping[str, str],
        rules: LightRules = DEFAULT_RULES,
        spelled: NamesSpelled = lambda letters: (),
    ) -> None:
        self._words = words
        self._rules = rules
        self._spelled = spelled
        self._titles = titles
        tasks: Counter[str] = Counter()
        for one in choices:
            if isinstance(one.value, DepartmentRef):
                tasks[one.value.region] += one.count
        # Regions of which nothing is shown come last: a filter on one city's plan leaves the others empty.
        ordered = sorted(tasks, key=lambda region: tasks[region] == 0)
        self._places = {region: place for place, region in enumerate(ordered)}
        self._choices = sorted(
            choices, key=self._place
        )  # stable: the order given, zeros last in their region

    def _place(self, choice: CountedChoice) -> tuple[int, bool]:
        place = self._places[choice.value.region] if isinstance(choice.value, DepartmentRef) else 0
        return place, choice.count == 0

    @property
    def several_regions(self) -> bool:
        """True where departments stand under headings."""
        return len(self._places) > 1

    @cached_property
    def _searchable(self) -> list[_Searchable]:
        found = []
        for choice in self._choices:
            names = self._names(choice)
            found.append(_Searchable(names, tuple(fold(name) for name in names)))
        return found

    def _names(self, choice: CountedChoice) -> tuple[str, ...]:
        """Every name that finds a choice; the first is the one shown."""
        value = choice.value
        if isinstance(value, DepartmentRef):
            return tuple(dict.fromkeys((value.name, *choice.names)))
        if isinstance(value, Role | Status | Light):
            other = Words(Language.EN if self._words.language is Language.ZH else Language.ZH)
            shown = self.name(choice)
            names = (shown, term(self._words, value), self._value_name(other, value), value.value)
            return tuple(dict.fromkeys(names))
        return (self.name(choice), *((value,) if isinstance(value, str) else ()))

    def name(self, choice: CountedChoice) -> str:
        """A choice as the user reads it."""
        value = choice.value
        if isinstance(value, DepartmentRef):
            return value.name
        if isinstance(value, Role | Status | Light):
            return self._value_name(self._words, value)
        if isinstance(value, str):
            return self._titles.get(value, value)
        assert value is None or isinstance(value, int)  # no other kind is chosen from a list
        return year_term(self._words, value)

    def _value_name(self, words: Words, value: Role | Status | Light) -> str:
        if isinstance(value, Light):
            return light_name(words, self._rules, value)
        return term(words, value, long=True)

    def rows(self, typed: str = "") -> list[ChoiceRow]:
        """The rows for what was typed; without it all of them, the entry for everything first."""
        wanted = fold(typed)
        if not wanted:
            everything: list[ChoiceRow] = [Everything()] if self._choices else []
            return everything + self._under_regions([Entry(c, self.name(c)) for c in self._choices])
        parts = [fold(part) for part in typed.split()]
        heard = frozenset(self._spelled(wanted)) if self._places and are_letters(wanted) else frozenset[str]()
        entries = []
        for choice, names in zip(self._choices, self._searchable, strict=True):
            entry = _match(choice, names, wanted, parts, heard)
            if entry:
                entries.append(entry)
        return self._under_regions(entries)

    def _under_regions(self, entries: Sequence[Entry]) -> list[ChoiceRow]:
        if not self.several_regions:
            return list(entries)
        rows: list[ChoiceRow] = []
        region: str | None = None
        for entry in entries:
            if isinstance(entry.value, DepartmentRef) and entry.value.region != region:
                region = entry.value.region
                rows.append(Region(region))
            rows.append(entry)
        return rows


def _match(
    choice: CountedChoice, names: _Searchable, wanted: str, parts: Sequence[str], heard: Collection[str]
) -> Entry | None:
    """Match the text as a whole; a department also by words that its region and name hold, as in 郑州 工信, or by letters."""
    found = next((i for i, name in enumerate(names.folded) if wanted in name), None)
    if found is None and isinstance(choice.value, DepartmentRef):
        region = fold(choice.value.region)
        full = [f"{region}/{name}" for name in names.folded]
        found = next((i for i, name in enumerate(full) if all(part in name for part in parts)), None)
        if found is None:
            found = next((i for i, name in enumerate(names.names) if name in heard), None)
    if found is None:
        return None
    return Entry(choice, names.names[0], names.names[found] if found else "")


def best_row(rows: Sequence[ChoiceRow], typed: str) -> int:
    """Return the row for the cursor: that with the name as typed, else one that begins so, else the first choice."""
    wanted = fold(typed)
    first = next((i for i, row in enumerate(rows) if isinstance(row, Entry)), 0)
    if not wanted:
        return first
    begins: int | None = None
    for index, row in enumerate(rows):
        if isinstance(row, Entry):
            name = fold(row.matched or row.name)
            if name == wanted:
                return index
            if begins is None and row.choice.count and name.startswith(wanted):
                begins = index
    return first if begins is None else begins


class ChoicePainter:
    """Paints mark and count left of the name, so that a name of doubtful width shifts nothing."""

    def __init__(self, words: Words, total: int | None, widest: int, own: DepartmentRef | None) -> None:
        self._words = words
        self._total = total
        self._own = own
        self._count_width = len(str(max(widest, total or 0)))
        self.marked: Collection[Choice] = ()
        """The values that are marked."""

    def __call__(self, row: ChoiceRow, width: int) -> Painted:
        if isinstance(row, Region):
            return [(clip(f" {one_line(row.name)}", width), "head")]
        if isinstance(row, Everything):
            total = "" if self._total is None else str(self._total)
            return [*self._gutter(not self.marked, total), (self._words("dialogs.picker.everything"), "")]
        muted = "" if row.choice.count else "muted"
        gutter = self._gutter(row.value in self.marked, str(row.choice.count))
        room = width - MARK_WIDTH - self._count_width - 2
        name = clip(one_line(row.name), room)
        look = badge_look(row.value) if isinstance(row.value, Light) else muted
        return [(text, muted) for text, _ in gutter] + [(name, look), (self._tail(row), "muted")]

    def _gutter(self, marked: bool, count: str) -> list[tuple[str, str]]:
        return [(f" [{'x' if marked else ' '}] ", ""), (f"{count:>{self._count_width}}  ", "")]

    def _tail(self, row: Entry) -> str:
        tail = self._words("dialogs.picker.own") if self._own is not None and row.value == self._own else ""
        if row.matched:
            tail += self._words("dialogs.picker.matched", name=one_line(row.matched))
        return tail
