"""Marks a function as a rule of the import: its docstring is its entry in docs/import-rules.md. Notes which rule read what
while somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from importlib import import_module
from inspect import getdoc
from types import ModuleType
from typing import NamedTuple, TypeVar

from plantui.documents.traced import Span

_ATTRIBUTE = "__import_rule__"
Function = TypeVar("Function", bound=Callable[..., object])


class Stage(StrEnum):
    """What a rule is about; the order is that of the documentation."""

    FORMAT = "format"
    REPAIR = "repair"
    OUTLINE = "outline"
    FRONT = "front"
    DEPARTMENTS = "departments"
    DEADLINES = "deadlines"
    INDICATORS = "indicators"
    GOALS = "goals"
    TABLES = "tables"
    ENGLISH = "english"
    LOSSES = "losses"


class Rule(NamedTuple):
    """One rule: its stage, its name (the function's) and its meaning (the function's docstring)."""

    stage: Stage
    name: str
    meaning: str

    @property
    def id(self) -> str:
        """Return the id: the stage and the name."""
        return f"{self.stage}.{self.name}"


def id_of(function: Callable[..., object]) -> str:
    """Return the id of a rule: its stage and its name."""
    return f"{getattr(function, _ATTRIBUTE)}.{function.__name__.strip('_')}"


def is_rule(value: object) -> bool:
    """Return whether a value is marked as a rule."""
    return isinstance(getattr(value, _ATTRIBUTE, None), Stage)


def rule(stage: Stage) -> Callable[[Function], Function]:
    """Mark a function as a rule of one stage. The function itself is not changed."""

    def mark(function: Function) -> Function:
        setattr(function, _ATTRIBUTE, stage)
        return function

    return mark


def all_rules() -> tuple[Rule, ...]:
    """Every rule of the import, by stage, then in the order of the source."""
    from pkgutil import walk_packages

    package = import_module("plantui.documents")
    found: dict[str, Rule] = {}
    for info in walk_packages(package.__path__, "plantui.documents."):
        found.update(_rules_in(import_module(info.name)))
    order = list(Stage)
    return tuple(sorted(found.values(), key=lambda entry: order.index(entry.stage)))


def _rules_in(module: ModuleType) -> dict[str, Rule]:
    rules = {}
    for place in (module, *(value for value in vars(module).values() if isinstance(value, type))):
        for name, value in vars(place).items():
            stage = getattr(value, _ATTRIBUTE, None)
            if isinstance(stage, Stage) and value.__module__ == module.__name__:
                rules[f"{module.__name__}.{name}"] = Rule(stage, name.strip("_"), getdoc(value) or "")
    return rules


class RuleUse(NamedTuple):
    """One use of a rule: its id, and the range of the document that became a field."""

    rule: str
    span: Span


_NOTED: ContextVar[list[RuleUse] | None] = ContextVar("noted_rules", default=None)


def is_noting() -> bool:
    """Return whether anybody asks which rules are used."""
    return _NOTED.get() is not None


def note(rule: str, span: Span) -> None:
    """Note that a rule read a range; nothing where nobody asks."""
    noted = _NOTED.get()
    if noted is not None:
        noted.append(RuleUse(rule, span))


@contextmanager
def noting() -> Iterator[list[RuleUse]]:
    """Collect the notes made meanwhile."""
    noted: list[RuleUse] = []
    token = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(token)
