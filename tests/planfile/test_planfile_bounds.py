"""A file that asks for too much is told in a sentence: its file, line and key, what is wrong and what would be right."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from plantui.model.problem import Problem, Severity
from plantui.model.terms import Language
from plantui.planfile import bounds, consistency, reader, toml_source
from plantui.planfile.check import check_files
from plantui.planfile.consistency import check_plan
from plantui.planfile.departments import read_departments
from plantui.planfile.finding import Findings
from plantui.planfile.reader import read_plan
from plantui.words import Words
from tests.support.plan_samples import SOUND, found, read

HUGE = "0x" + "f" * 3600
"""A whole number of more digits than Python writes in decimal."""


@pytest.mark.parametrize(
    ("old", "new", "message", "line", "key"),
    [
        ("format = 1", f"format = {HUGE}", "format_newer", 1, "format"),
        ("number = 1", f"number = {HUGE}", "number_too_large", 31, "tasks[0].number"),
        ("number = 1", f"number = -{1 << 63}", None, 0, ""),
        ("number = 1", f"number = {1 << 63}", "number_too_large", 31, "tasks[0].number"),
        ("number = 1", f"number = 0o{'7' * 9000}", "number_too_large", 31, "tasks[0].number"),
        ("number = 1", f"number = {'7' * 5000}", "number_too_large", 31, "tasks[0].number"),
        ("value = 1.5", f"value = {HUGE}", "number_too_large", 16, "goals[0].value"),
        ("value = 1.5", "value = 1e400", "expected_number", 16, "goals[0].value"),
        ("= 2025\n", f"= {HUGE}\n", "year_range", 9, "plan.end_year"),
        ("= 2023", f"= {HUGE}", "year_range", 8, "plan.start_year"),
        ('id = "1"', "id = []", "expected_text", 19, "sections[0].id"),
        ("[[goals]]", f"x = {HUGE}\n[[goals]]", "key_unknown", 13, "plan.x"),
        ("[[goals]]", f"{'x' * (1 << 20)} = 1\n[[goals]]", "key_unknown", 13, f'plan."{"x" * 79}…"'),
        ("[[goals]]", f"{'x.' * 100_000}x = 1\n[[goals]]", "toml_too_deep", 13, "plan" + ".x" * 40),
        ("[[goals]]", f"[{'x.' * 100_000}x]\n[[goals]]", "toml_too_deep", 13, "x" + ".x" * 39),
        ("[[goals]]", f"x = {'{x=' * 5000}\n[[goals]]", "toml_too_deep", 13, "plan.x" + ".x" * 40),
        ('"市政府"', '"\\ud800"', "toml_broken_at", 11, "plan.responsible[0]"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_value_beyond_the_bounds(old: str, new: str, message: str | None, line: int, key: str) -> None:
    assert old in SOUND
    problems = read(SOUND.replace(old, new, 1)).problems

    assert found(problems)[:1] == ([(message, line, key)] if message else [])
    for language in Language:
        assert all(len(Words(language).problem(problem)) < 600 for problem in problems)


def chain(depth: int, end: str = "") -> str:
    """A plan whose sections lie each inside the one before; the first one's parent is `end`."""
    rows = [
        f'[[sections]]\nid = "s{n}"\nnumber = ""\ntitle = "节"\nparent = "{f"s{n - 1}" if n else end}"\n'
        for n in range(depth)
    ]
    return SOUND + "".join(rows if end else [rows[0].replace('parent = ""\n', ""), *rows[1:]])


def test_sections_inside_sections() -> None:
    """As deep as the bound is sound; deeper is told once, where the bound is passed."""
    assert read(chain(bounds.DEEPEST_SECTION)).problems == ()

    (problem,) = read(chain(1100)).problems

    assert (problem.message, problem.key) == ("problems.section_too_deep", "sections[32].parent")
    assert SOUND.count("\n") + 4 + 5 * 30 <= (problem.line or 0) <= SOUND.count("\n") + 5 * 31


class CountedParents(dict[str, object]):
    """The parents of sections, which count how often they are asked for one."""

    asked = 0

    def __getitem__(self, key: str) -> object:
        self.asked += 1
        return super().__getitem__(key)


@pytest.mark.parametrize("end", ["s2999", "s1500", "s0", "s1", ""])
def test_each_parent_is_climbed_once(end: str) -> None:
    """A cycle, a way into a cycle and a chain cost as many steps as there are sections, whatever their order."""
    parents = CountedParents({f"s{n}": f"s{n - 1}" for n in range(1, 3000)})
    parents["s0"] = end
    for order in (parents, CountedParents(reversed(parents.items()))):
        consistency._climbed(order)
        assert order.asked <= 2 * len(order)


def test_a_cycle_is_told_from_its_first_section() -> None:
    """Sections that only lead into the cycle are not in the wrong."""
    data = {
        "sections": [{"id": one, "parent": parent} for one, parent in ("ab", "cb", "bd", "dc", "ee")],
        "tasks": [],
    }
    collected = Findings()
    check_plan(collected, data, "x")

    assert [(finding.place, finding.facts) for finding in collected] == [
        (("sections", 1, "parent"), {"cycle": "c → b → d → c"}),
        (("sections", 4, "parent"), {"cycle": "e → e"}),
    ]


def test_many_problems_are_counted() -> None:
    """The first are told, the others counted, and no spelling is looked up for these."""
    keys = "".join(f"key{number} = 1\n" for number in range(5000))
    problems = read(SOUND.replace("[[goals]]", f"{keys}[[goals]]")).problems

    assert len(problems) == bounds.MOST_PROBLEMS + 1
    assert problems[-1] == Problem(
        "problems.more_problems", "plans/demo.toml", facts={"count": "4000", "told": "1000"}
    )


def test_many_warnings_leave_a_plan_usable() -> None:
    collected = Findings()
    for number in range(bounds.MOST_PROBLEMS + 5):
        collected.warning("department_unknown", ("plan", number), name="x", region="y")

    assert not collected.has_errors
    assert collected.problems("", "x.toml")[-1].severity is Severity.WARNING


def test_many_groups_inside_groups() -> None:
    """A chain of groups that closes is one cycle; its message is cut."""
    text = "format = 1\n" + "".join(
        f'[[departments]]\nregion = "市"\nname = "组{n}"\nmembers = ["组{(n + 1) % 3000}"]\n'
        for n in range(3000)
    )
    (problem,) = read_departments(text.encode(), "departments.toml").problems

    assert (problem.message, problem.line, problem.key) == (
        "problems.group_cycle",
        5,
        "departments[0].members[0]",
    )
    assert problem.facts["cycle"].startswith("组0 → 组1 → ")
    assert len(problem.facts["cycle"]) <= bounds.LONGEST_FACT


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toml_source, "MOST_BYTES", len(SOUND.encode()) - 1)
    path = tmp_path / "demo.toml"
    path.write_text(SOUND, encoding="utf-8")

    assert [problem.message for problem in read_plan(path).problems] == ["problems.file_too_large"]


@pytest.fixture(params=["folder", "pipe", "pipe by a link"])
def no_file(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Something called demo.toml that is no file; nobody writes to the pipe."""
    path = tmp_path / "demo.toml"
    if request.param == "folder":
        path.mkdir()
    elif request.param == "pipe":
        os.mkfifo(path)
    else:
        os.mkfifo(tmp_path / "pipe")
        path.symlink_to("pipe")
    yield path


def test_no_file_is_waited_for(no_file: Path) -> None:
    """A folder, and a pipe that nobody writes to, are told as such at once."""
    assert [problem.message for problem in read_plan(no_file).problems] == ["problems.not_a_file"]
    if not no_file.is_dir():
        assert [problem.message for problem in check_files([no_file])] == ["problems.not_a_file"]


def test_a_problem_is_one_line() -> None:
    """Line ends and tabs in a name or a key do not break the sentence that repeats it."""
    text = SOUND.replace('section = "1.1"', 'section = "a\\n\\tb"').replace(
        "[[goals]]", '"x\\ny" = 1\n[[goals]]'
    )
    sentences = [Words(Language.EN).problem(problem) for problem in read(text).problems]

    assert len(sentences) == 2
    assert not any("\n" in sentence or "\t" in sentence for sentence in sentences)


@pytest.mark.parametrize("error", [ValueError("x"), RecursionError("deep"), MemoryError()])
def test_a_file_that_nothing_foresaw(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a file raises is one problem of that file; the next one is read."""

    def fail(*arguments: object) -> None:
        raise error

    monkeypatch.setattr(reader, "check_plan", fail)
    path = tmp_path / "demo.toml"
    path.write_text(SOUND, encoding="utf-8")
    (problem,) = check_files([path])

    assert (problem.message, problem.file) == ("problems.file_unusable", str(path))
