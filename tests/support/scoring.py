"""Figures of how well the annotated documents are read: tasks, departments, roles, days, and losses without a doubt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from unicodedata import normalize

from plantui.documents.formats import read_source
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.place import span_of
from plantui.documents.reading import Doubt
from plantui.model.plan import Task
from plantui.model.problem import DataError
from tests.support.paths import DOCUMENTS

SCORED = DOCUMENTS / "scored"
_ALIKE = {"responsible": "shared", "shared": "responsible", "lead": "responsible", "guide": "support"}
"""Roles that are as right where the annotation names nobody who leads."""


@dataclass
class Counts:
    """Numbers of values annotated, of those read, and of those in both."""

    wanted: int = 0
    read: int = 0
    same: int = 0

    def add(self, wanted: set[Any], read: set[Any], same: int | None = None) -> None:
        """Count one task's values."""
        self.wanted += len(wanted)
        self.read += len(read)
        self.same += len(wanted & read) if same is None else same

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision; 1 where there is nothing to read and nothing was read."""
        whole = self.wanted + self.read
        return 2 * self.same / whole if whole else 1.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was read."""
        return self.same / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Share of what was read that is annotated."""
        return self.same / self.read if self.read else 1.0


@dataclass
class Score:
    """The figures of one document, or of several."""

    tasks: Counts = field(default_factory=Counts)
    departments: Counts = field(default_factory=Counts)
    roles: Counts = field(default_factory=Counts)
    dues: Counts = field(default_factory=Counts)
    right: int = 0
    """Number of tasks in which nothing differs."""
    invented: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)
    """Tasks, departments and days that were not read, with no doubt at their lines."""
    doubts: list[str] = field(default_factory=list)
    at_differences: list[str] = field(default_factory=list)
    """The doubts of `doubts` that stand where something differs, or where the annotation says that doubt is due."""

    def __iadd__(self, other: Score) -> Score:
        for part in fields(self):
            mine, others = getattr(self, part.name), getattr(other, part.name)
            if isinstance(mine, Counts):
                for count in fields(mine):
                    setattr(mine, count.name, getattr(mine, count.name) + getattr(others, count.name))
            else:
                setattr(self, part.name, mine + others)
        return self


def fold(text: str | None) -> str:
    """Return a text without blanks, quotation marks, brackets and closing stops, for comparing."""
    return re.sub(r"[\s“”\"'‘’〔〕()\[\]*]+|[。.:;,]+$", "", normalize("NFKC", text or ""))


def annotated() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each annotated document with its annotation."""
    for path in sorted(SCORED.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        (document,) = (one for one in SCORED.glob(f"{name}.*") if one != path)
        yield document, json.loads(path.read_text("utf-8"))


def scored(path: Path, gold: dict[str, Any]) -> Score:
    """Import a document and compare."""
    source = read_source(path.read_bytes(), path.name)
    try:
        found = import_document(source)
    except DataError:
        return _unread(gold)
    return _Comparison(found, gold).score()


def _unread(gold: dict[str, Any]) -> Score:
    """Return the score of a document in which no task was found, which is said aloud: no loss without a word."""
    score = Score()
    for task in _wanted_tasks(gold):
        score.tasks.add({task["number"] + task["title"]}, set())
        score.departments.add(_wanted_departments(task), set())
        score.roles.add(_wanted_roles(task), set())
        score.dues.add(_wanted_dues(task), set())
        score.differences.append(f"missed {_name(task)}")
    return score


def _wanted_tasks(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [task for section in gold["sections"] for task in section["tasks"]]


def _name(task: dict[str, Any]) -> str:
    return f"{task['number']} {task['title'] or task['starts_with']}".strip()


def _wanted_roles(task: dict[str, Any]) -> set[tuple[str, str]]:
    return {(role, fold(name)) for role, names in task["departments"].items() for name in names}


def _wanted_departments(task: dict[str, Any]) -> set[str]:
    return {name for _, name in _wanted_roles(task)}


def _wanted_dues(task: dict[str, Any]) -> set[str]:
    return {one["due"] for one in task["deadlines"] if not one.get("optional")}


def _other_dues(task: dict[str, Any]) -> set[str]:
    given = {one["due"] for one in task["deadlines"]} | {one.get("alt", "") for one in task["deadlines"]}
    return given - _wanted_dues(task)


class _Comparison:
    """Comparison of one import with its annotation."""

    def __init__(self, found: Imported, gold: dict[str, Any]) -> None:
        self._found = found
        self._gold = gold
        self._score = Score()
        self._lines = found.source.text.split("\n")
        self._different: set[int] = set()
        self._doubted = {line for doubt in found.doubts for line in self._doubted_lines(doubt)}

    def score(self) -> Score:
        """Compare task by task, then the doubts."""
        free = list(self._found.plan.tasks)
        wanted = _wanted_tasks(self._gold)
        pairs = [(task, self._taken(task, free)) for task in wanted]
        self._score.tasks = Counts(
            len(wanted), len(self._found.plan.tasks), sum(have is not None for _, have in pairs)
        )
        starts = [self._line_of(task, have) for task, have in pairs]
        for at, (task, have) in enumerate(pairs):
            later = [line for line in starts[at + 1 :] if line > starts[at]]
            self._compare(task, have, range(starts[at], min([*later, starts[at] + 40])))
        for extra in free:
            self._score.differences.append(f"invented task {extra.number} {extra.title}")
            self._differs(self._own_lines(extra))
        self._weigh_doubts()
        return self._score

    def _doubted_lines(self, doubt: Doubt) -> set[int]:
        line_of = self._found.source.line_of
        spans = doubt.places or (doubt.span,)
        return {
            line
            for span in spans
            for line in range(line_of(span.start), line_of(max(span.start, span.end - 1)) + 1)
        }

    def _taken(self, task: dict[str, Any], free: list[Task]) -> Task | None:
        """Take the task that is annotated out of those not yet taken."""
        key = fold(task["title"] or task["starts_with"])
        alike = [one for one in free if _is_same(one, key)]
        same = [one for one in alike if task["number"] and fold(one.number) == fold(task["number"])]
        have = next(iter(same or alike), None)
        if have is not None:
            free.remove(have)
        return have

    def _line_of(self, task: dict[str, Any], have: Task | None) -> int:
        if have is not None:
            return self._own_lines(have).start
        key = fold(task["title"] or task["starts_with"])
        for at in range(len(self._lines)):
            if key[:12] in fold(" ".join(self._lines[at : at + 3])) and key[:4] in fold(self._lines[at]):
                return at + 1
        return 1

    def _own_lines(self, task: Task) -> range:
        assert task.source is not None
        spans = [span_of(given) for given in (task.source.title, task.source.text) if given]
        first = min((self._found.source.line_of(span.start) for span in spans), default=1)
        last = max((self._found.source.line_of(span.end) for span in spans), default=first)
        return range(first, last + 1)

    def _compare(self, task: dict[str, Any], have: Task | None, lines: range) -> None:
        score, name = self._score, _name(task)
        if have is None:
            score.differences.append(f"missed {name}")
            self._lost(f"task {name}", lines)
            score.departments.add(_wanted_departments(task), set())
            score.roles.add(_wanted_roles(task), set())
            score.dues.add(_wanted_dues(task), set())
            return
        roles = {(role.value, fold(one)) for role, one in have.departments.pairs()}
        optional = {fold(one) for one in task.get("optional_departments", ())}
        roles = {pair for pair in roles if pair[1] not in optional}
        departments = {one for _, one in roles}
        dues = {str(one.due) for one in have.deadlines} - _other_dues(task)
        wanted_roles, wanted, wanted_dues = _wanted_roles(task), _wanted_departments(task), _wanted_dues(task)
        leads = bool(task["departments"].get("lead"))
        same = sum(
            pair in roles or (not leads and (_ALIKE.get(pair[0], ""), pair[1]) in roles)
            for pair in wanted_roles
        )
        score.departments.add(wanted, departments)
        score.roles.add(wanted_roles, roles, same)
        score.dues.add(wanted_dues, dues)
        score.invented += [f"{name[:20]}: {one}" for one in sorted(departments - wanted)]
        told = [
            f"{what} {sorted(left)} for {sorted(right)}"
            for what, left, right in (
                ("departments", departments - wanted, wanted - departments),
                ("days", dues - wanted_dues, wanted_dues - dues),
            )
            if left or right
        ]
        if not told and same < len(wanted_roles):
            told = [f"roles {sorted(roles - wanted_roles)} for {sorted(wanted_roles - roles)}"]
        if told:
            score.differences += [f"{name[:30]}: {one}" for one in told]
            self._differs(lines)
        else:
            score.right += 1
        for lost in sorted((wanted - departments) | (wanted_dues - dues)):
            self._lost(f"{name[:20]}: {lost}", lines)

    def _differs(self, lines: range) -> None:
        self._different.update(lines)

    def _lost(self, what: str, lines: range) -> None:
        self._differs(lines)
        if self._doubted.isdisjoint(lines):
            self._score.losses.append(what)

    def _weigh_doubts(self) -> None:
        due = {
            at
            for at, line in enumerate(self._lines, 1)
            if any(fold(words) in fold(line) for words in self._gold.get("doubtful", ()))
        }
        gold = self._gold
        untitled = any(not task["title"] for task in _wanted_tasks(gold))
        front = {
            "no_issuer": bool(gold.get("issuer")),
            "title_from_text": untitled,
            "titles_from_text": untitled,
        }
        for doubt in self._found.doubts:
            kind = doubt.reason.removeprefix("documents.doubt.")
            lines = self._doubted_lines(doubt)
            told = f"{min(lines)} {kind} {doubt.read[:40]}"
            self._score.doubts.append(told)
            if front.get(kind, not lines.isdisjoint(self._different | due)):
                self._score.at_differences.append(told)


def _is_same(task: Task, key: str) -> bool:
    title, text = fold(task.title), fold(task.text)
    return (
        title == key
        or (title + text).startswith(key)
        or text.startswith(key)
        or (len(title) > 7 and key.startswith(title))
    )
