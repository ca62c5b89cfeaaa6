"""The words of search lines as a vocabulary, and the values that they ask for as the user reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from plantui.model.terms import Language, TaskState, Waiting

if TYPE_CHECKING:
    from plantui.model.find_line import FindVocabulary

    from .catalogue import Words

_STATES = (
    TaskState.OVERDUE,
    TaskState.FAR_BEHIND,
    TaskState.BEHIND,
    TaskState.DUE_SOON,
    TaskState.ON_SCHEDULE,
)
"""The states that no status and no date says as well."""


def sought_text(words: Words, value: object) -> str:
    """Return a value that a search line asks for as the user reads it; a word is a text as it is."""
    if isinstance(value, TaskState):
        return words(f"lights.state.{value.value}")
    if isinstance(value, Waiting):
        return words(f"find.waiting.{value.value}").partition("|")[0]
    if isinstance(value, str):
        return value
    from plantui.model.bound import Bound
    from plantui.model.period import Period

    from .phrases import period_name

    if isinstance(value, Period):
        return period_name(words, value)
    if isinstance(value, Bound):
        facts = {"op": value.op.value, "number": value.number}
        return words(f"find.bound.{value.measure.value}", **facts)
    return str(value)


@lru_cache(len(Language))
def find_vocabulary(language: Language) -> FindVocabulary:
    """Return the words of search lines: both languages are understood, one is written."""
    from plantui.model.find_line import DueYear, FindKey, FindVocabulary, Named, fold_item
    from plantui.model.terms import Light, Measure, Role, Status

    from .catalogue import Words
    from .phrases import year_term
    from .spelling_phrases import light_spellings, role_spellings, status_spellings

    def spelled(words: Words, value: Named) -> Iterable[str]:
        match value:
            case Status():
                return status_spellings(words, value.value)
            case Light():
                return light_spellings(words, value.value)
            case Role():
                return role_spellings(words, value.value)
            case Waiting():
                return words(f"find.waiting.{value.value}").split("|")
            case TaskState():
                return [words(f"lights.state.{value.value}")]
        return [year_term(words, None)]

    kinds: dict[FindKey, Iterable[Named]] = {
        FindKey.STATUS: Status,
        FindKey.LIGHT: Light,
        FindKey.WAITING: Waiting,
        FindKey.YEAR: [DueYear(None)],
        FindKey.STATE: _STATES,
        FindKey.ROLE: Role,
    }
    every, own = [Words(one) for one in Language], Words(language)
    values = {
        key: {fold_item(word): value for value in named for words in every for word in spelled(words, value)}
        for key, named in kinds.items()
    }
    too_common = {word for words in every for word in words("find.too_common").split("|")}
    bare: dict[str, Named] = {}
    for words_of_kind in (
        values[FindKey.YEAR],
        *values.values(),
    ):  # 无期限 is a date before it is a light or a state
        for word, value in words_of_kind.items():
            if word not in too_common:
                bare.setdefault(word, value)

    def keys(words: Words) -> Iterator[tuple[FindKey | Role, Iterable[str]]]:
        for role in Role:
            yield role, role_spellings(words, role.value)
        for key in FindKey:
            yield key, words(f"find.key.{key.value}").split("|")

    def measures(words: Words) -> Mapping[Measure, list[str]]:
        return {one: words(f"find.measure.{one.value}").split("|") for one in Measure}

    return FindVocabulary(
        {fold_item(word): key for words in every for key, spellings in keys(words) for word in spellings},
        values,
        bare,
        {fold_item(word): one for words in every for one, names in measures(words).items() for word in names},
        {key: next(iter(spellings)) for key, spellings in keys(own)},
        {value: fold_item(next(iter(spelled(own, value)))) for named in kinds.values() for value in named},
        {one: names[0] for one, names in measures(own).items()},
    )
