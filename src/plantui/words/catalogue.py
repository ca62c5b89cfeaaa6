"""Looks a message up by its key and fills in its facts.

A topic is a dictionary of `key: (Chinese, English)`; a pair cannot be half translated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib import import_module
from typing import NamedTuple, TypeGuard, TypeVar

from plantui.model.problem import Message, PlantuiError, Problem
from plantui.model.terms import Language

TOPICS = (
    "terms",
    "lights",
    "screen",
    "columns",
    "commands",
    "find",
    "views",
    "cli",
    "clihelp",
    "clioptions",
    "problems",
    "planformat",
    "ledger",
    "arrivals",
    "stages",
    "assignments",
    "assessments",
    "export",
    "reports",
    "editor",
    "dialogs",
    "formats",
    "exchange",
    "forms",
    "pages",
    "calendar",
    "comparing",
    "compare",
    "documents",
    "clauses",
    "review",
    "demo",
    "opening",
    "notes",
    "remarks",
    "reporting",
    "backup",
    "doctor",
    "readback",
    "workbook",
    "system",
)
Entry = tuple[str, str]
T = TypeVar("T")


def topic(name: str) -> Mapping[str, Entry]:
    """The entries of one topic."""
    entries: Mapping[str, Entry] = import_module(f"plantui.words.{name}").ENTRIES
    return entries


def language_of(locale: str) -> Language:
    """The interface language for a locale name such as `zh_CN.UTF-8`; English for anything not Chinese."""
    return Language.ZH if locale.lower().startswith("zh") else Language.EN


class _Count:
    """A number that a text may count something with: `{count:task}` is 1 task, 2 tasks.

    Other plurals are written out, `{count:entry|entries}`; `{count:~does|do}` gives the word without the number.
    """

    def __init__(self, fact: int | str) -> None:
        self._fact = fact

    def __str__(self) -> str:
        return str(self._fact)

    def __repr__(self) -> str:
        return repr(self._fact)

    def __format__(self, spec: str) -> str:
        if len(spec) < _SHORTEST_NOUN:
            return format(self._fact, spec)
        one, bar, many = spec.removeprefix("~").partition("|")
        word = one if str(self._fact) == "1" else many if bar else f"{one}s"
        return word if spec.startswith("~") else f"{self._fact} {word}"


_SHORTEST_NOUN = 3
"""Characters from which a format is a noun: those of numbers, such as `02` and `,d`, are shorter."""


def _is_number(fact: object) -> TypeGuard[int | str]:
    """Return whether a fact is a whole number: problems keep theirs as texts, large ones with commas."""
    return type(fact) is int or (isinstance(fact, str) and fact.isascii() and fact.replace(",", "").isdigit())


def _parsed(text: str) -> Iterable[tuple[str, str | None, str | None, str | None]]:
    """Return the pieces of a text: its own words, then the name, form and conversion of the fact after them."""
    from string import Formatter  # costs 0.5 ms, and few texts have a colon

    return Formatter().parse(text)


class _Known(NamedTuple):
    """A message that was looked up before."""

    text: str
    counts: bool
    """True where it counts something with a fact, or writes a number in a form of its own."""


class Words:
    """The catalogue in one language. Keys are `topic.name`; topics are loaded when first asked for."""

    def __init__(self, language: Language = Language.ZH) -> None:
        self.language = language
        self._column = 0 if language is Language.ZH else 1
        self._comma = "、" if language is Language.ZH else ", "
        self._known: dict[str, _Known] = {}

    def __call__(self, key: str, /, **facts: object) -> str:
        """The message `key` with its `{facts}` filled in. The facts are text, never a pattern; a `Message` is told too."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._look_up(key)
        if not facts:
            return known.text
        if known.counts or Message in map(type, facts.values()):
            return known.text.format_map({name: self._told(fact) for name, fact in facts.items()})
        return known.text.format_map(facts)

    def filler(self, key: str) -> Callable[..., str]:
        """Return the function that fills facts into the message `key`; they are texts and numbers, and very many."""
        self(key)
        known = self._known[key]
        return partial(self, key) if known.counts else known.text.format

    def _look_up(self, key: str) -> _Known:
        name, _, entry = key.partition(".")
        text = topic(name)[entry][self._column]
        # A text without a colon has no format in its braces.
        return _Known(text, "{" in text and ":" in text and any(form for _, _, form, _ in _parsed(text)))

    def _told(self, fact: object) -> object:
        if isinstance(fact, Message):
            return self(fact, **fact.facts) if fact.facts else self(fact)
        return _Count(fact) if _is_number(fact) else fact

    def woven(self, key: str, facts: Mapping[str, T], text_of: Callable[[T], str]) -> list[str | T]:
        """Return the message `key` in pieces: its own words, and the facts between them as they are.

        `text_of` gives the text of a fact, by which a number decides between singular and plural.
        """
        pieces: list[str | T] = []
        for literal, name, form, _ in _parsed(self(key)):
            pieces += [literal] if literal else []
            if name is None:
                continue
            fact = facts[name]
            if not (form or "").startswith("~"):
                pieces.append(fact)
            if form:
                pieces.append(format(_Count(text_of(fact)), form).removeprefix(text_of(fact)))
        return pieces

    def error(self, error: PlantuiError) -> str:
        """An expected failure as one sentence."""
        return self(error.message, **error.facts) if error.facts else self(error.message)

    def problem(self, problem: Problem) -> str:
        """A data problem as one sentence with its place: file, line, key."""
        place = problem.file + (f":{problem.line}" if problem.line else "")
        said = self(problem.message, **problem.facts) if problem.facts else self(problem.message)
        return ": ".join(part for part in (place, problem.key, said) if part)

    def sentences(self, said: Iterable[str]) -> str:
        """Return whole sentences one after the other; Chinese has no blank between them."""
        return ("" if self.language is Language.ZH else " ").join(said)

    def listing(self, items: tuple[str, ...] | list[str]) -> str:
        """Several names as the language lists them."""
        return self._comma.join(items)
