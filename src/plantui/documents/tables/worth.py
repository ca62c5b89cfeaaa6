"""How well lines of a flattened table fit a column."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.compiling import Patterns
from plantui.documents.languages.own_words import remembered
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness

from .table import Guess

_FIGURE = compiled(r"^[\d（(）).．、]+$")
_NOTE = compiled(r"[（(][^（()）]*[）)]")

_SAYS_WHAT = frozenset({FieldKind.TITLE, FieldKind.TEXT, FieldKind.MEASURE})
_MAY_BE_EMPTY = frozenset({FieldKind.SUPPORT, FieldKind.GUIDE, FieldKind.DUE})
WHO_AND_WHEN = ROLES | {FieldKind.DUE}
_WORDS = frozenset({FieldKind.TEXT, FieldKind.MEASURE})

_PLAUSIBLE = -0.3
"""How much short words are departments that no ending shows to be one."""
_SEVERAL = 0.01
"""What one more line of departments counts: behind a table's last row they are the row's and not the text's."""


class Fit(Enum):
    """Kinds of cells that lines are held against."""

    WHO = auto()
    DUE = auto()
    WORDS = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True, eq=False)  # known by itself: it is asked of every cell
class CellWords:
    """Knowledge that a language has of cells that stand a line each."""

    patterns: Patterns
    column_of: Callable[[str], FieldKind | None]
    """Tells what a column holds, by its name."""
    likeness: Callable[[str], Likeness]
    """Tells how much a text looks like the name of a department."""
    is_plausible: Callable[[str], bool]
    """Tells whether it may be one, though nothing shows it."""
    is_nobody: Callable[[str], bool]
    """Tells whether a cell says that there is none, or the one above."""
    is_number: Callable[[str], bool]
    is_date: Callable[[str], bool]
    is_group: Callable[[str], bool]
    """Tells whether a line may name the group of the rows below it."""
    is_note: Callable[[str], bool]
    is_glued: Callable[[str], bool]
    """Tells whether departments have another cell among them."""
    ends_with_name: Callable[[str], bool]
    """Tells whether words end with a department."""
    glue: str = ""
    """Sign between two lines of a cell."""
    longest_name: int = 30
    longest_title: int = 3
    """Lines of a title."""
    join_of_names: float = 0.0
    """Cost of it that two lines of departments are whole names: a comma would stand between them."""
    join_of_words: float = 0.1
    """Cost of it that a line of words begins as a cell does."""

    def worth(self, fit: Fit, lines: Sequence[str]) -> float:
        """Tell how well the lines of one cell fit; no cell begins in lower case."""
        return self._worth(fit, lines) - lines[0][:1].islower()

    def _worth(self, fit: Fit, lines: Sequence[str]) -> float:
        match fit:
            case Fit.WHO:
                return self._who(lines)
            case Fit.DUE:
                due = 3.0 if self.is_date(self._whole(lines)) else -2.0
                return due - 0.5 * self._joins(lines) - 2.0 * _figures(lines)
            case Fit.WORDS:
                return self._words(lines)
            case Fit.NAME:
                whole = self._whole(lines)
                is_short = len(whole) <= self.longest_name and not self.patterns.TABLES_PAUSE.search(whole)
                return (0.5 if is_short else -0.5) - 0.6 * self._joins(lines) - self.stray(lines)

    def may_go_on(self, fit: Fit, text: str) -> bool:
        """Return whether a line may be the rest of a cell: words do not go on with a department or a date, and departments
        not with a sentence."""
        if self.is_date(text) or _FIGURE.match(text):
            return fit is Fit.DUE
        if fit is Fit.WHO:
            return self.patterns.TABLES_SENTENCE.search(text) is None
        return _names(self, text, Likeness.STRONG) <= 0

    def _whole(self, lines: Sequence[str]) -> str:
        return self.glue.join(lines)

    def _who(self, lines: Sequence[str]) -> float:
        whole, open_end = self._whole(lines), self.patterns.TABLES_OPEN_END
        names = 3.0 * max(_names(self, whole), _PLAUSIBLE if self._may_be_names(whole) else -1.0) + (
            0.5 if self.patterns.TABLES_LEVEL_FIRST.match(whole) else 0.0
        )
        cut = sum(_names(self, line) < 1 for line in lines[:-1] if not open_end.search(line))
        cut += 2 * bool(open_end.search(lines[-1]))
        cut += 2 * bool(self.patterns.TABLES_TAIL_OF_NAME.match(lines[0]))
        if self.join_of_names:
            whole_lines = [_names(self, line) == 1 and not open_end.search(line) for line in lines]
            names -= self.join_of_names * sum(map(all, pairwise(whole_lines)))
        return names - 0.5 * cut + _SEVERAL * (len(lines) - 1) - 2.0 * _figures(lines)

    def _words(self, lines: Sequence[str]) -> float:
        whole = self._whole(lines)
        stray = self.stray(lines)
        stops = [self.patterns.TABLES_STOP_END.search(line) is not None for line in lines]
        if len(lines) > 1 and stops[-2]:
            stray += 0.5 if stops[-1] else 1.0
        return (
            min(len(whole), 40) / 40
            + (0.5 if self.patterns.TABLES_SENTENCE.search(whole) else 0.0)
            - self.join_of_words * self._joins(lines)
            - stray
        )

    def _joins(self, lines: Sequence[str]) -> float:
        """Count the lines that neither say nor show below that their words go on."""
        open_end = self.patterns.TABLES_OPEN_END
        return sum(not open_end.search(line) and not after[:1].islower() for line, after in pairwise(lines))

    def stray(self, lines: Sequence[str]) -> float:
        """Return what it costs that words of a task look like a list of departments, a date or figures alone."""
        whole = self._whole(lines)
        return 2.0 * (max(_names(self, whole, Likeness.STRONG), 0.0) + self.is_date(whole) + _figures(lines))

    def _may_be_names(self, cell: str) -> bool:
        """Return whether all parts could be names, though they do not end like a body: 安达物流."""
        return all(self.is_plausible(part) for part in self.parts(cell))

    def parts(self, cell: str) -> list[str]:
        """Return what a cell lists."""
        return [part for part in self.patterns.TABLES_SEPARATOR.split(cell) if part]

    def holds_more(self, lines: Sequence[str], column: FieldKind) -> bool:
        """Return whether a cell seems to hold what belongs into another one."""
        whole = self._whole(lines)
        if column in ROLES:
            parts = [_without_verb(self, part) for part in self.parts(_NOTE.sub("", whole))]
            return self.is_glued(whole) or any(self.likeness(part) is Likeness.NONE for part in parts if part)
        return column in _SAYS_WHAT and (self.ends_with_name(whole) or self.stray(lines) > 0)

    def is_undecided(self, first: Sequence[str], second: Sequence[str]) -> bool:
        """Return whether the lines of two columns fit as well with another number of them in the first one."""
        lines = [*first, *second]
        values = [self._who(lines[:at]) + self._who(lines[at:]) for at in range(1, len(lines))]
        return values.count(values[len(first) - 1]) > 1


def fit_of(column: FieldKind, beside: Set[FieldKind]) -> Fit:
    """Return what the lines of a column are held against. Titles are all the words that a table without a column of measures
    has."""
    if column in ROLES:
        return Fit.WHO
    if column is FieldKind.DUE:
        return Fit.DUE
    has_words = bool(beside & _WORDS)
    return Fit.WORDS if column in _WORDS or (column is FieldKind.TITLE and not has_words) else Fit.NAME


def _figures(lines: Sequence[str]) -> int:
    return sum(_FIGURE.match(line) is not None for line in lines)


def _without_verb(words: CellWords, part: str) -> str:
    return words.patterns.TABLES_VERBS_BEHIND.sub("", part)


@remembered(4096)  # asked again and again of the same words
def _names(words: CellWords, cell: str, least: Likeness = Likeness.WEAK) -> float:
    """Return how much a cell is a list of departments: 1 where every part is a name or it says that there is none, -1 where
    none is."""
    if words.is_nobody(cell.strip()):
        return 1.0
    parts = words.parts(_NOTE.sub("", cell))
    if not parts or words.is_number(cell):
        return -1.0
    found = sum(words.likeness(part) >= least for part in parts)
    return 2.0 * found / len(parts) - 1.0


@rule(Stage.TABLES)
def guess_of(
    words: CellWords,
    row: Mapping[int, Sequence[str]],
    columns: Sequence[FieldKind],
    above: Container[int],
) -> Guess | None:
    """A row without any department has those of the row above, and its time limit too where it has none: the cells were
    merged. This is doubtful, as is a row that lacks who leads or is responsible, and one whose departments could be parted
    otherwise between two columns of them. Who helps or guides, and by when, may well be empty, unless words end with a
    department or departments with a figure: then two cells may have become one."""
    if not any(columns[at] in _SAYS_WHAT for at in row):
        return None
    wanted = [at for at, column in enumerate(columns) if column in WHO_AND_WHEN]
    who = [at for at in wanted if columns[at] in ROLES]
    if not any(at in row for at in who):
        return Guess.MERGED if any(at in above for at in who) else Guess.SHORT
    lacks = {columns[at] for at in wanted if at not in row}
    if lacks - _MAY_BE_EMPTY or (lacks and any(words.holds_more(row[at], columns[at]) for at in row)):
        return Guess.SHORT
    pairs = [(at, after) for at, after in pairwise(who) if after == at + 1 and {at, after} <= {*row}]
    beside = [(row[at], row[after]) for at, after in pairs]
    return Guess.PARTED if any(words.is_undecided(*pair) for pair in beside) else None
