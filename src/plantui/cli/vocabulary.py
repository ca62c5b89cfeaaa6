"""The closed sets of values that options take: their ids, and their words in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from plantui.model.problem import UsageError
from plantui.model.terms import Language, Light, Role, Status
from plantui.model.text import half_width
from plantui.query.columns import Column, Sorting
from plantui.query.order import Order
from plantui.words.catalogue import Words
from plantui.words.phrases import column_name
from plantui.words.spelling_phrases import ANY_ROLE, light_spellings, role_spellings, status_spellings

if TYPE_CHECKING:
    from plantui.model.assessment import Assessor
    from plantui.model.roles import DeskRole
    from plantui.query.figure_order import FigureColumn
    from plantui.query.stats import By

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Vocabulary(NamedTuple, Generic[T]):
    """The values of one kind of option."""

    kind: str
    """The message of a refusal is `cli.unknown_KIND_near`."""
    values: Mapping[str, T]
    """The values by their ids."""
    spellings: Callable[[Words, str], Iterable[str]]
    """The words for an id in one language, the usual one first."""

    def find(self, words: Words, written: str) -> T:
        """Return the value of that id, or of that word in either language. Raises UsageError, naming the words."""
        wanted = _folded(written)
        for name, value in self.values.items():
            if wanted in map(_folded, self._names(name)):
                return value
        from .nearest import nearest

        offered = self.offered(words)
        near = nearest(written, offered) or offered
        raise UsageError(f"cli.unknown_{self.kind}_near", name=written, nearest=" | ".join(near))

    def offered(self, words: Words) -> list[str]:
        """Return the values as a user of the language writes them: the ids are English words without blanks."""
        return [self.usual_word(words, name) for name in self.values]

    def usual_word(self, words: Words, name: str) -> str:
        """Return the word for an id; in English the id itself."""
        return name if words.language is Language.EN else next(iter(self.spellings(words, name)))

    def beginning_with(self, words: Words, typed: str) -> list[str]:
        """Return the values that may be meant by the beginning of one, in the language's words where some fit."""
        start = _folded(typed)
        offered = [word for word in self.offered(words) if _folded(word).startswith(start)]
        if offered:
            return offered
        every = {
            name: [spelling for spelling in self._names(name) if " " not in spelling] for name in self.values
        }
        fitting = ((one for one in names if _folded(one).startswith(start)) for names in every.values())
        return [found for one in fitting if (found := next(one, None))]

    def _names(self, name: str) -> Iterator[str]:
        yield name
        for language in Language:
            yield from self.spellings(Words(language), name)


def _order_spellings(words: Words, name: str) -> Iterator[str]:
    yield words(f"terms.order.{name}")


def _column_spellings(words: Words, name: str) -> list[str]:
    """Return the words for a column, first one that is a whole word: a heading may be a sign."""
    found = [] if name == OVERDUE else [words(f"columns.{name}"), column_name(words, name)]
    if name in _HAVE_MORE:
        found += words(f"columns.also.{name}").split("|")
    return sorted(found, key=lambda one: not one.isalpha())


OVERDUE = "overdue"
"""Id of days overdue in sortings: days left the other way round."""
_HAVE_MORE = frozenset((Column.PERCENT, Column.STATUS, Column.DUE, Column.DAYS, OVERDUE))


def by_id(kind: type[E]) -> dict[str, E]:
    """Return the members of an enumeration by their values."""
    return {member.value: member for member in kind}


STATUSES = Vocabulary("status", by_id(Status), status_spellings)
LIGHTS = Vocabulary("light", by_id(Light), light_spellings)
ROLES: Vocabulary[Role | None] = Vocabulary("role", {ANY_ROLE: None, **by_id(Role)}, role_spellings)
"""Words for a role; None stands for any role."""
ORDERS = Vocabulary("order", by_id(Order), _order_spellings)
COLUMNS = Vocabulary("column", by_id(Column), _column_spellings)
SORTS = Vocabulary(
    "column",
    {**{one.value: Sorting(one) for one in Column}, OVERDUE: Sorting(Column.DAYS, descending=True)},
    _column_spellings,
)
"""Sortings of a list, ascending."""
DIRECTIONS = Vocabulary(
    "direction", {"asc": False, "desc": True}, lambda words, name: [words(f"terms.direction.{name}")]
)
"""Directions of a sorting; true where it descends."""


def desk_vocabulary() -> Vocabulary[DeskRole]:
    """Return the roles of a desk; only commands that write notes load them."""
    from plantui.model.roles import DeskRole

    return Vocabulary("desk", by_id(DeskRole), lambda words, name: [words(f"terms.desk.{name}")])


def assessor_vocabulary() -> Vocabulary[Assessor]:
    """Return who assesses; only the command that enters an assessment loads them."""
    from plantui.model.assessment import Assessor

    return Vocabulary("assessor", by_id(Assessor), lambda words, name: [words(f"assessments.by.{name}")])


def group_vocabulary() -> Vocabulary[By]:
    """Return what figures can be grouped by; only statistics load it."""
    from plantui.query.stats import By

    return Vocabulary("group", by_id(By), lambda words, name: [words(f"cli.stats.by.{name}")])


def figure_vocabulary() -> Vocabulary[FigureColumn]:
    """Return the columns that figures can be sorted by; only statistics load it."""
    from plantui.query.figure_order import LIGHT_COLUMNS, FigureColumn

    def spellings(words: Words, name: str) -> Iterable[str]:
        light = LIGHT_COLUMNS.get(FigureColumn(name))
        return light_spellings(words, name) if light else [words(f"cli.stats.{name}")]

    return Vocabulary("figure", by_id(FigureColumn), spellings)


def _folded(written: str) -> str:
    return half_width(written).casefold().replace("-", "_").replace(" ", "_").strip("_")
