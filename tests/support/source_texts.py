"""Texts that the source asks the catalogue for: string literals, f-strings and calls, read by AST."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter

from plantui.words.catalogue import TOPICS, topic
from tests.support.paths import PACKAGE

KEY = re.compile(rf"({'|'.join(TOPICS)})\.(?!db$)[^\s/()]+")
"""Pattern of a key of the catalogue; a file's name and an action of Textual do not fit it."""


@dataclass(frozen=True)
class Literal:
    """A string literal that is no docstring."""

    place: str
    """File and line."""
    text: str


@dataclass(frozen=True)
class Saying:
    """A call that fills in a message: its key, and the names of the facts, None where they are not written out."""

    place: str
    key: str
    facts: frozenset[str] | None


@cache
def catalogue() -> Mapping[str, tuple[str, str]]:
    """Every entry under its whole key."""
    return {f"{name}.{key}": texts for name in TOPICS for key, texts in topic(name).items()}


def facts_of(text: str) -> list[str]:
    """The names of the facts in a message, in their order."""
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Every source file but the catalogue: its path below the package, and its tree."""
    files = (path for path in sorted(PACKAGE.rglob("*.py")) if path.relative_to(PACKAGE).parts[0] != "words")
    kept = {PACKAGE / "words" / "catalogue.py", *(PACKAGE / "words").glob("*phrases.py")}
    paths = [*files, *sorted(kept)]
    return tuple((str(path.relative_to(PACKAGE)), ast.parse(path.read_text("utf-8"))) for path in paths)


@cache
def literals() -> tuple[Literal, ...]:
    """Every string literal that is no docstring and no part of an f-string."""
    return tuple(_literals(in_fstrings=False))


@cache
def literals_and_parts() -> tuple[Literal, ...]:
    """Return the literals together with the fixed parts of f-strings."""
    return tuple(_literals(in_fstrings=True))


def _literals(*, in_fstrings: bool) -> Iterator[Literal]:
    for path, tree in modules():
        nodes = list(ast.walk(tree))
        passed = {id(text) for text in _docstrings(nodes)}
        if not in_fstrings:
            joined = (node.values for node in nodes if isinstance(node, ast.JoinedStr))
            passed |= {id(part) for parts in joined for part in parts}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
                yield Literal(f"{path}:{node.lineno}", node.value)


def _docstrings(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Strings that stand alone: docstrings of modules, classes, functions and attributes."""
    for node in nodes:
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (statement.value for statement in node.body if isinstance(statement, ast.Expr))


@cache
def actions() -> frozenset[str]:
    """Return the actions that key bindings name: those of a screen look like keys of the catalogue."""
    return frozenset(
        str(argument.value)
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Binding"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    )


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Texts put together from a topic and something more, as patterns of keys, with their places."""
    return tuple(_patterns(lambda first: first.startswith(tuple(f"{name}." for name in TOPICS))))


@cache
def open_patterns() -> tuple[re.Pattern[str], ...]:
    """F-strings that begin with something unknown, which may be the beginning of a key."""
    return tuple(pattern for _, pattern in _patterns(lambda first: not first))


def _patterns(is_wanted: Callable[[str], bool]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = node.values
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                parts = [node.left, node.right]
            else:
                continue
            first = parts[0]
            if is_wanted(str(first.value) if isinstance(first, ast.Constant) else ""):
                yield f"{path}:{node.lineno}", re.compile("".join(map(_part, parts)), re.DOTALL)


def _part(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.*?)"


@cache
def sayings() -> tuple[Saying, ...]:
    """Every call that says a message written out: `words(KEY, …)`, `telling.say(KEY, …)`, `SomeError(KEY, …)`, `Problem(KEY, …)`, findings."""
    return tuple(
        saying
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (saying := _saying(path, node))
    )


def _saying(path: str, call: ast.Call) -> Saying | None:
    callee = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    first = call.args[0] if call.args else None
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
        return None
    names = [keyword.arg for keyword in call.keywords]
    facts = None if None in names else frozenset(name for name in names if name)
    place = f"{path}:{call.lineno}"
    if path.startswith("planfile/") and callee in ("error", "warning"):
        return Saying(place, f"problems.{first.value}", facts - {"line"} if facts is not None else None)
    if KEY.fullmatch(first.value) and callee == "Problem":
        return Saying(place, first.value, None)
    if KEY.fullmatch(first.value) and callee.lower().endswith(("words", "error", "say")):
        return Saying(place, first.value, facts)
    return None
