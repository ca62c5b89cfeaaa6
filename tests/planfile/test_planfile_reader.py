"""Reading a plan file: a plan, or every problem of it in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.problem import Severity
from plantui.model.terms import Language
from plantui.planfile.reader import PlanFile, read_plan
from plantui.words import Words
from tests.support.plan_samples import REGISTRY, SOUND, found, read, sound_plan


def test_sound() -> None:
    """A sound file is a plan without problems; a whole number as number is read as text."""
    plan = sound_plan()

    assert read(SOUND) == PlanFile(plan)
    assert plan.tasks[0].number == "1"
    assert plan.tasks[0].text == "第一行\n[[tasks]]\n"
    assert plan.info.issued == "2025-10"


def test_windows_file() -> None:
    """A byte order mark and CRLF line ends change nothing, nor do they move lines."""
    windows = b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()
    broken = windows.replace(b'"1.1"\r\nnumber = "2"', b'"1.1"\r\nnumbr = "2"')

    assert read_plan(windows, "demo.toml") == PlanFile(sound_plan())
    assert read_plan(broken, "demo.toml").problems[0].line == 46


def test_all_in_one_go() -> None:
    """Many slips are told together, by line; a day that does not exist hides nothing."""
    text = SOUND.replace('title = "示范计划"\n', "").replace("short_title", "shorttitle")
    text = text.replace("value = 1.5", "value = '1'").replace("2025-12-31", "2025-02-30")
    text = text.replace('id = "2"', 'id = "1"').replace("[[goals]]", "[extra]\nx = 1\n[[goals]]")

    assert found(read(text, REGISTRY).problems) == [
        ("key_missing", 2, "plan.title"),
        ("key_misspelt", 4, "plan.shorttitle"),
        ("key_unknown", 12, "extra"),
        ("expected_number", 17, "goals[0].value"),
        ("department_unknown", 39, "tasks[0].departments.lead[0]"),
        ("date_impossible", 42, "tasks[0].deadlines[0].due"),
        ("task_duplicate", 45, "tasks[1].id"),
        ("date_impossible", 53, "tasks[1].indicators[0].due"),
    ]


def test_parent_cycle_named() -> None:
    """A cycle of sections is reported once, by name."""
    text = SOUND.replace('title = "行动"', 'title = "行动"\nparent = "1.1"')
    problems = read(text).problems

    assert found(problems) == [("parent_cycle", 22, "sections[0].parent")]
    assert problems[0].facts == {"cycle": "1 → 1.1 → 1"}


def test_nearest_named() -> None:
    """The nearest right key is named, one that is still missing first."""
    problem = read(SOUND.replace("short_title =", "short_titel =")).problems[0]

    assert problem.facts["nearest"] == "short_title"
    assert "short_title" in Words(Language.EN).problem(problem)


def test_missing_section_id_blames_no_task() -> None:
    """A section without its id is one problem, not one for each of its tasks."""
    text = SOUND.replace('id = "1.1"\n', "")

    assert found(read(text).problems) == [("key_missing", 22, "sections[1].id")]


def test_unknown_department() -> None:
    """A department that its region does not know is a warning; the plan stays usable."""
    result = read(SOUND, REGISTRY)

    assert found(result.problems) == [("department_unknown", 38, "tasks[0].departments.lead[0]")]
    assert result.problems[0].severity is Severity.WARNING
    assert result.plan == sound_plan()


@pytest.mark.parametrize(
    ("sign", "code"), [("\\t", "U+0009"), ("\\u202e", "U+202E"), ("\\n", "U+000A"), ("\\u001b", "U+001B")]
)
def test_a_name_with_a_character_that_nobody_sees(sign: str, code: str) -> None:
    """It is one department still, and the check says what is in its name."""
    lead = 'lead = ["市财政局'
    assert lead in SOUND
    result = read(SOUND.replace(lead, f"{lead}{sign}"))

    assert [(problem.message, problem.facts["code"]) for problem in result.problems] == [
        ("problems.department_control", code)
    ]
    assert result.problems[0].severity is Severity.WARNING


def test_region_without_departments() -> None:
    """Where a region lists no departments at all, none is unknown."""
    assert read(SOUND.replace("郑州市", "洛阳市"), REGISTRY).problems == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'format = 1\ntitle = "\xd6\xd0"\n', ("not_utf8", 2, "")),
        (b"\na = " + b"[" * 5000, ("toml_too_deep", 2, "a" + "[0]" * 40)),
        (b"\na = " + b"1" * 5000, ("number_too_large", 2, "a")),
        (b"a = \x00", ("toml_broken_at", 1, "a")),
        (b"", ("key_missing", 1, "format")),
        (b"format = 1\nplan = 3", ("expected_table", 2, "plan")),
    ],
    ids=("no utf-8", "brackets", "digits", "nul", "empty", "no table"),
)
def test_hostile_content(content: bytes, expected: tuple[str, int, str]) -> None:
    """Whatever the bytes are, the answer is a problem with a place."""
    result = read_plan(content, "plans/demo.toml")

    assert expected == found(result.problems)[0]
    assert result.plan is None


def test_file_that_cannot_be_opened(tmp_path: Path) -> None:
    """A missing file is a problem of that file."""
    path = tmp_path / "none.toml"
    (problem,) = read_plan(path).problems

    assert (problem.message, problem.file) == ("problems.file_unreadable", str(path))
    assert Words(Language.ZH).problem(problem) == f"{path}:1: 文件打不开：没有这个文件或文件夹"


def test_file_by_path(tmp_path: Path) -> None:
    """By default problems call the file by its path, and its stem is the id."""
    path = tmp_path / "demo.toml"
    path.write_text(SOUND, encoding="utf-8")

    assert read_plan(path) == PlanFile(sound_plan())


@pytest.mark.parametrize("language", list(Language))
def test_every_problem_has_words(language: Language) -> None:
    """Each message takes exactly the facts that come with it, in both languages."""
    words = Words(language)
    text = SOUND.replace("2025-12-31", "2025-02-30").replace("op =", "opp =").replace('"in_force"', "1")
    problems = read(text.replace('"（一）"', "[]").replace("value = 40", "value = []"), REGISTRY).problems

    assert len(problems) >= 6
    assert all(words.problem(problem).startswith("plans/demo.toml:") for problem in problems)
    assert not any("{" in words.problem(problem) for problem in problems)
