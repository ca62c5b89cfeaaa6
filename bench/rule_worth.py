"""Worth of each rule of the import: it is switched off, and the documents in which it acts are read again.

    python -m bench.rule_worth [RULE…] [--json FILE]

Annotated documents are scored; of all others, the layouts, the cases and the examples of the rules it is told whether
anything is read otherwise. A rule that helps one document alone is marked: without that document nothing speaks for it.
The last lines list the rules that nothing needs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial, wraps
from importlib import import_module
from inspect import signature
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.documents.languages.own_words import forget
from plantui.documents.reference import examples
from plantui.documents.rule import id_of, is_rule
from plantui.model.problem import DataError
from tests.support.frozen import outcome_of
from tests.support.paths import DOCUMENTS, PLANS
from tests.support.rule_examples import read_example
from tests.support.scoring import annotated, scored

Rule = Callable[..., Any]
_MOST = 6
"""Number of annotated and of other documents that are read again for a rule at most: more only repeat what is known."""
_ENOUGH = 3
"""Number of documents that need a rule with which the look at it ends."""
_LENGTHS = frozenset({"departments.without_others", "departments.without_note"})
"""Rules that return how much of a text is kept: without them all of it."""


@dataclass
class Worth:
    """Changes that come of switching one rule off."""

    rule: str
    acted: int = 0
    """Number of documents in which it gave another answer than that of a rule that is not there."""
    helps: list[str] = field(default_factory=list)
    """Annotated documents whose score falls without it."""
    harms: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    """Documents that are read otherwise without it, with the same score where they are annotated."""
    examples: int = 0
    can_be_switched: bool = True

    @property
    def is_needed(self) -> bool:
        """Return whether anything speaks for the rule."""
        return bool(self.helps or self.changes or self.examples) or not self.can_be_switched

    @property
    def is_of_one(self) -> bool:
        """Return whether only one document speaks for it."""
        return len({*self.helps, *self.changes}) == 1 and not self.examples


def modules() -> list[ModuleType]:
    """Return every module of the import."""
    package = import_module("plantui.documents")
    names = [info.name for info in walk_packages(package.__path__, "plantui.documents.")]
    return [import_module(name) for name in names if not name.endswith("__main__")]


def places(found: list[ModuleType]) -> dict[str, list[tuple[Any, str, Any]]]:
    """Return where each rule is known: the module or class, the name there, and the value."""
    known: dict[str, list[tuple[Any, str, Any]]] = {}
    for module in found:
        classes = [value for value in vars(module).values() if isinstance(value, type)]
        for owner in (module, *(one for one in classes if one.__module__ == module.__name__)):
            for name, value in [*vars(owner).items()]:
                for one in value if isinstance(value, tuple) else (value,):
                    if (rule := getattr(one, "__wrapped__", one)) is not None and is_rule(rule):
                        known.setdefault(id_of(rule), []).append((owner, name, value))
    return known


@contextmanager
def exchanged(known: list[tuple[Any, str, Any]], rule: str, instead: Rule) -> Iterator[None]:
    """Put another function in the place of a rule, wherever it is known."""
    for owner, name, value in known:
        now = getattr(owner, name)  # a table of rules may hold others that were exchanged before
        others = (
            tuple(instead if _is(one, rule) else one for one in now) if isinstance(value, tuple) else instead
        )
        setattr(owner, name, others)
    forget()
    try:
        yield
    finally:
        for owner, name, value in known:
            setattr(owner, name, value)
        forget()


def _is(one: Any, rule: str) -> bool:
    function = getattr(one, "__wrapped__", one)
    return is_rule(function) and id_of(function) == rule


def nothing_of(rule: str, function: Rule) -> Rule | None:
    """Return what stands for a rule that is not there; None where no answer says nothing."""
    given = str(function.__annotations__.get("return", ""))
    names = [name for name in signature(function).parameters if name != "self"]
    at = len(signature(function).parameters) - len(names)
    if rule in _LENGTHS:
        return lambda *args, **more: len(args[at])
    if given == "bool":
        return lambda *args, **more: False
    if given.startswith(("Iterator", "Iterable")):
        return lambda *args, **more: iter(())
    for kind in (list, tuple, dict, set, frozenset):
        if given.startswith(f"{kind.__name__}["):
            return lambda *args, kind=kind, **more: kind()
    if given.endswith("| None"):
        return lambda *args, **more: None
    if names and given and given == str(function.__annotations__.get(names[0])):
        return lambda *args, **more: args[at] if len(args) > at else next(iter(more.values()))
    return (lambda *args, **more: "") if given == "str" else None


def _noting(function: Rule, nothing: Rule, noted: set[str], rule: str) -> Rule:
    """Return the rule itself, which notes when it says another thing than nothing."""

    @wraps(function)
    def asked(*args: Any, **more: Any) -> Any:
        answer = function(*args, **more)
        if hasattr(answer, "__next__"):
            answer = list(answer)
            if answer:
                noted.add(rule)
            return iter(answer)
        if rule not in noted and answer != nothing(*args, **more):
            noted.add(rule)
        return answer

    return asked


@dataclass(frozen=True)
class Read:
    """A document with a way to say how it is read: a score where it is annotated, else all of its outcome."""

    name: str
    read: Callable[[], Any]
    is_scored: bool = False


def documents() -> list[Read]:
    """Return all documents: annotated ones, those of the tests, and the bundled ones."""
    scores = [Read(path.stem, partial(_score, path, gold), True) for path, gold in annotated()]
    kinds = ("annotated", "cases", "layouts", "no-plans")
    files = [path for kind in kinds for path in sorted((DOCUMENTS / kind).iterdir())]
    files += sorted(PLANS.glob("*.txt"))
    others = [path for path in files if path.suffix not in (".toml", ".json")]
    return scores + [Read(path.name, partial(_outcome, path)) for path in others]


def _score(path: Path, gold: dict[str, Any]) -> tuple[float, str]:
    found = scored(path, gold)
    f1 = sum(part.f1 for part in (found.tasks, found.departments, found.roles, found.dues))
    return f1, _outcome(path)


def _outcome(path: Path) -> str:
    try:
        return str(outcome_of(import_document(read_source(path.read_bytes(), path.name))))
    except DataError as error:
        return str(error.args)


def worths(wanted: list[str]) -> Iterator[Worth]:
    """Yield what each rule is worth."""
    known = places(modules())
    functions = {rule: function_of(found, rule) for rule, found in known.items()}
    nothing = {rule: nothing_of(rule, function) for rule, function in functions.items()}
    read = documents()
    before, acted = _acts(read, known, functions, nothing)
    said = [(name, text, given) for name, texts in examples().items() for text, given in texts.items()]
    for rule in wanted or sorted(known):
        worth = Worth(rule, can_be_switched=nothing[rule] is not None)
        instead = nothing[rule]
        if instead is None:
            yield worth
            continue
        mine = [one for one in read if rule in acted[one.name]]
        worth.acted = len(mine)
        with exchanged(known[rule], rule, instead):
            worth.examples = sum(answer_of(name, text) != given for name, text, given in said)
            scored_ones = [one for one in mine if one.is_scored]
            others = [one for one in mine if not one.is_scored]
            for one in [*scored_ones[:_MOST], *others[:_MOST]]:
                _weigh(worth, one, before[one.name])
                if len({*worth.helps, *worth.changes}) >= _ENOUGH:
                    break
        yield worth


def function_of(found: list[tuple[Any, str, Any]], rule: str) -> Rule:
    """Return the function of a rule."""
    values = (one for _, _, value in found for one in (value if isinstance(value, tuple) else (value,)))
    function: Rule = next(getattr(one, "__wrapped__", one) for one in values if _is(one, rule))
    return function


def _acts(
    read: list[Read],
    known: dict[str, list[tuple[Any, str, Any]]],
    functions: dict[str, Rule],
    nothing: dict[str, Rule | None],
) -> tuple[dict[str, Any], dict[str, set[str]]]:
    """Return how each document is read, and which rules act in it."""
    from contextlib import ExitStack

    noted: set[str] = set()
    before, acted = {}, {}
    with ExitStack() as stack:
        for rule, instead in nothing.items():
            if instead is not None:
                stack.enter_context(
                    exchanged(known[rule], rule, _noting(functions[rule], instead, noted, rule))
                )
        for one in read:
            noted.clear()
            before[one.name] = one.read()
            acted[one.name] = {*noted}
    return before, acted


def answer_of(rule: str, text: str) -> str:
    """Return what is read of an example, or the fault that comes of it."""
    try:
        return read_example(rule, text)
    except (
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:  # without the rule nothing holds the others
        return repr(error)


def _weigh(worth: Worth, one: Read, before: Any) -> None:
    try:
        now = one.read()
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError):
        now = None
    if now == before:
        return
    if not one.is_scored or (now is not None and now[0] == before[0]):
        worth.changes.append(one.name)
    elif now is None or now[0] < before[0]:
        worth.helps.append(one.name)
    else:
        worth.harms.append(one.name)


def main() -> None:
    """Print one line a rule, then the rules that nothing needs."""
    parser = argparse.ArgumentParser(prog="python -m bench.rule_worth", description=__doc__)
    parser.add_argument("rules", nargs="*")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found = []
    for worth in worths(options.rules):
        found.append(worth)
        mark = "-" if not worth.is_needed else "1" if worth.is_of_one else " "
        switch = "" if worth.can_be_switched else "  cannot be switched off"
        sys.stdout.write(
            f"{mark} {worth.rule:45} acts {worth.acted:3}  helps {len(worth.helps):2}  harms {len(worth.harms):2}  "
            f"changes {len(worth.changes):2}  examples {worth.examples:2}{switch}\n"
        )
        sys.stdout.flush()
    unneeded = [worth.rule for worth in found if not worth.is_needed]
    sys.stdout.write(f"\nneeded by nothing: {', '.join(unneeded) or 'none'}\n")
    if options.json:
        options.json.write_text(
            json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1), "utf-8"
        )


if __name__ == "__main__":
    main()
