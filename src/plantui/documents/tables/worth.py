"""How well lines of a flattened table fit a column."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence, Set
from itertools import pairwise

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.own_words import remembered
from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.role_signs import ROLE_LABEL
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, is_plausible, likeness, nobody
from plantui.documents.tokens.numbering import number_of

from .cells import is_ditto
from .table import Guess

_FIGURE = compiled(r"^[\d（(）).．、]+$")
_NOTE = compiled(r"[（(][^（()）]*[）)]")

_SAYS_WHAT = frozenset({FieldKind.TITLE, FieldKind.TEXT, FieldKind.MEASURE})
_MAY_BE_EMPTY = frozenset({FieldKind.SUPPORT, FieldKind.GUIDE, FieldKind.DUE})
_NAME_LENGTHS = (4, 13)
WHO_AND_WHEN = ROLES | {FieldKind.DUE}
_WORDS = frozenset({FieldKind.TEXT, FieldKind.MEASURE})

_PLAUSIBLE = -0.3
"""How much short words are departments that no ending shows to be one."""
_SEVERAL = 0.01
"""What one more line of departments counts: behind a table's last row they are the row's and not the text's."""

Worth = Callable[[Sequence[str]], float]


def worth_of(column: FieldKind, beside: Set[FieldKind]) -> Worth:
    """Return what tells how well the lines of one cell fit a column of a table. Titles are all the words that a table
    without a column of measures has."""
    if column in ROLES:
        return who_worth
    if column is FieldKind.DUE:
        return _due
    has_words = bool(beside & _WORDS)
    return words_worth if column in _WORDS or (column is FieldKind.TITLE and not has_words) else _name


def who_worth(lines: Sequence[str]) -> float:
    """Tell how well lines fit a column of departments."""
    whole = "".join(lines)
    names = 3.0 * max(_names(whole), _PLAUSIBLE if _may_be_names(whole) else -1.0) + (
        0.5 if ZH.TABLES_LEVEL_FIRST.match(whole) else 0.0
    )
    cut = sum(_names(line) < 1 for line in lines[:-1] if not ZH.TABLES_OPEN_END.search(line))
    cut += 2 * bool(ZH.TABLES_OPEN_END.search(lines[-1]))
    return names - 0.5 * cut + _SEVERAL * (len(lines) - 1) - 2.0 * _figures(lines)


def _due(lines: Sequence[str]) -> float:
    return (
        (3.0 if ZH.TABLES_DATE.match("".join(lines)) else -2.0) - 0.5 * _joins(lines) - 2.0 * _figures(lines)
    )


def words_worth(lines: Sequence[str]) -> float:
    """Tell how well lines fit a column of measures."""
    whole = "".join(lines)
    stray = _stray(lines)
    stops = [ZH.TABLES_STOP_END.search(line) is not None for line in lines]
    if len(lines) > 1 and stops[-2]:
        stray += 0.5 if stops[-1] else 1.0
    return (
        min(len(whole), 40) / 40
        + (0.5 if ZH.TABLES_SENTENCE.search(whole) else 0.0)
        - 0.1 * _joins(lines)
        - stray
    )


def _name(lines: Sequence[str]) -> float:
    whole = "".join(lines)
    is_short = len(whole) <= 30 and not ZH.TABLES_PAUSE.search(whole)
    return (0.5 if is_short else -0.5) - 0.6 * _joins(lines) - _stray(lines)


def _joins(lines: Sequence[str]) -> float:
    return sum(0.0 if ZH.TABLES_OPEN_END.search(line) else 1.0 for line in lines[:-1])


def _stray(lines: Sequence[str]) -> float:
    """Return what it costs that words of a task look like a list of departments, a date or figures alone."""
    whole = "".join(lines)
    return 2.0 * (
        max(_names(whole, Likeness.STRONG), 0.0) + bool(ZH.TABLES_DATE.match(whole)) + _figures(lines)
    )


def _figures(lines: Sequence[str]) -> int:
    return sum(_FIGURE.match(line) is not None for line in lines)


def _may_be_names(cell: str) -> bool:
    """Return whether all parts could be names, though they do not end like a body: 安达物流."""
    return all(is_plausible(part) for part in ZH.TABLES_SEPARATOR.split(cell) if part)


@remembered(4096)  # asked again and again of the same words
def _names(cell: str, least: Likeness = Likeness.WEAK) -> float:
    """How much a cell is a list of departments: 1 where every part is a name or it says 无, -1 where none is."""
    if cell.strip() in ("无", "/", "—", "-") or is_ditto(cell.strip()):
        return 1.0
    parts = [part for part in ZH.TABLES_SEPARATOR.split(_NOTE.sub("", cell)) if part]
    if not parts or number_of(cell):
        return -1.0
    found = sum(
        likeness(ZH.TABLES_VERBS_BEHIND.sub("", part.rstrip("等。"))) >= least
        and not (ZH.TABLES_TAIL_OF_NAME.match(part) or nobody(part) or ROLE_LABEL.match(part + "："))
        for part in parts
    )
    return 2.0 * found / len(parts) - 1.0


def may_go_on(worth: Worth, text: str) -> bool:
    """Return whether a line may be the rest of a cell: words do not go on with a department or a date, and departments not
    with a sentence."""
    if ZH.TABLES_DATE.match(text) or _FIGURE.match(text):
        return worth is _due
    return (
        ZH.TABLES_SENTENCE.search(text) is None if worth is who_worth else _names(text, Likeness.STRONG) <= 0
    )


@rule(Stage.TABLES)
def guess_of(
    row: Mapping[int, Sequence[str]], columns: Sequence[FieldKind], above: Container[int]
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
    if lacks - _MAY_BE_EMPTY or (lacks and any(_holds_more(row[at], columns[at]) for at in row)):
        return Guess.SHORT
    pairs = [(at, after) for at, after in pairwise(who) if after == at + 1 and {at, after} <= {*row}]
    beside = [(row[at], row[after]) for at, after in pairs]
    return Guess.PARTED if any(_is_undecided(*pair) for pair in beside) else None


def _holds_more(lines: Sequence[str], column: FieldKind) -> bool:
    """Return whether a cell seems to hold what belongs into another one."""
    whole = "".join(lines)
    if column in ROLES:
        parts = [
            ZH.TABLES_VERBS_BEHIND.sub("", part)
            for part in ZH.TABLES_SEPARATOR.split(_NOTE.sub("", whole))
            if part
        ]
        return ZH.TABLES_GLUED.search(whole) is not None or any(
            likeness(part) is Likeness.NONE for part in parts if part
        )
    ends = [whole[-length:] for length in range(*_NAME_LENGTHS)] if column in _SAYS_WHAT else []
    is_name = any(ZH.TABLES_LEVEL_FIRST.match(end) and likeness(end) is Likeness.STRONG for end in ends)
    return is_name or (column in _SAYS_WHAT and _stray(lines) > 0)


def _is_undecided(first: Sequence[str], second: Sequence[str]) -> bool:
    """Return whether the lines of two columns fit as well with another number of them in the first one."""
    lines = [*first, *second]
    values = [who_worth(lines[:at]) + who_worth(lines[at:]) for at in range(1, len(lines))]
    return values.count(values[len(first) - 1]) > 1
