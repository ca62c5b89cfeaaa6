"""An office's own words: read from its folder, told where they are wrong, and used for one import alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.languages.own_words import own_words
from plantui.documents.source import SourceKind, source_of
from plantui.model.own_words import NO_OWN_WORDS, Meaning, OwnWords
from plantui.model.plan import Task
from plantui.planfile.own_words import read_own_words

CHINESE = """青溪市水务提升三年行动方案（2024—2026年）

一、重点任务
1.管网改造。2025年底前改造老旧管网120标台，不低于2000管米。{first}
2.水源保护。2026年6月底前划定水源保护区3个。{second}
3.水质监测。2026年底前新建监测站点5个。{second}
"""
ENGLISH = """Lakeside Water Plan 2024-2026

Action 1: Renew the old mains
Steward: Water Works Cooperative
Finish line: 30 June 2025
Lay at least 40 furlongs of new mains.

Action 2: Guard the springs
Steward: Springs Guild
Finish line: 31 March 2026
Mark the zones around each spring.
"""
WORDS = OwnWords(
    labels=(
        ("经办科室", Meaning.RESPONSIBLE),
        ("挂图日期", Meaning.DUE),
        ("Steward", Meaning.LEAD),
        ("Finish line", Meaning.DUE),
    ),
    verbs=(("挂帅", Meaning.LEAD), ("打下手", Meaning.SUPPORT)),
    bodies=("水务股东会议", "联席会商组"),
    counts=("标台",),
    measures=("管米", "furlongs"),
)


def imported(text: str, own: OwnWords) -> Imported:
    """Import a text with own words."""
    return import_document(source_of("plan.txt", "", SourceKind.TEXT, text), own=own)


def roles(task: Task) -> list[tuple[str, str]]:
    """Return the roles and names of a task."""
    return [(role.value, name) for role, name in task.departments.pairs()]


@pytest.mark.parametrize(
    ("first", "read", "expected"),
    [
        ("\n经办科室：青溪市水务联席会商组", roles, [("responsible", "青溪市水务联席会商组")]),
        (
            "（市水务局挂帅，市财政局打下手）",
            roles,
            [("lead", "市水务局"), ("support", "市财政局")],
        ),
        ("（水务联席会商组牵头）", roles, [("lead", "水务联席会商组")]),
        (
            "（市水务局牵头）",
            lambda task: [(one.value, one.unit) for one in task.indicators],
            [(120, "标台"), (2000, "管米")],
        ),
        (
            "\n牵头单位：市水务局\n挂图日期：2025年9月30日",
            lambda task: [str(one.due) for one in task.deadlines][-1:],
            ["2025-09-30"],
        ),
    ],
    ids=["label", "verbs", "ending", "units", "date"],
)
def test_own_words_are_read_like_those_of_the_vocabulary(
    first: str, read: Callable[[Task], list[object]], expected: list[object]
) -> None:
    text = CHINESE.format(first=first, second="（市生态环境局牵头）")

    assert read(imported(text, WORDS).plan.tasks[0]) == expected
    assert read(imported(text, NO_OWN_WORDS).plan.tasks[0]) != expected
    assert own_words() == NO_OWN_WORDS


def test_own_heads_of_columns() -> None:
    text = "青溪市水务任务分解表（2024—2026年）\n序号\t做什么\t谁来管\n1\t改造管网\t市水务局\n2\t划定保护区\t市生态环境局\n"
    own = OwnWords(columns=(("做什么", Meaning.TITLE), ("谁来管", Meaning.LEAD)))

    assert [(task.title, roles(task)) for task in imported(text, own).plan.tasks] == [
        ("改造管网", [("lead", "市水务局")]),
        ("划定保护区", [("lead", "市生态环境局")]),
    ]


def test_own_labels_of_an_english_document() -> None:
    task = imported(ENGLISH, WORDS).plan.tasks[0]

    assert roles(task) == [("lead", "Water Works Cooperative")]
    assert [str(one.due) for one in task.deadlines] == ["2025-06-30"]
    assert [(one.value, one.unit) for one in task.indicators] == [(40, "furlongs")]


FILE = """format = 1
[labels]
"经办科室" = "responsible"
[verbs]
"挂帅" = "lead"
[bodies]
endings = ["联席会商组"]
[units]
counts = ["标台"]
[columns]
"做什么" = "content"
"""


def test_a_file_of_own_words(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(FILE, "utf-8")

    read = read_own_words(path)
    assert read.problems == ()
    assert read.words == OwnWords(
        labels=(("经办科室", Meaning.RESPONSIBLE),),
        columns=(("做什么", Meaning.CONTENT),),
        verbs=(("挂帅", Meaning.LEAD),),
        bodies=("联席会商组",),
        counts=("标台",),
    )


@pytest.mark.parametrize(
    ("right", "wrong", "line", "key", "facts"),
    [
        (
            '"responsible"',
            '"responsable"',
            3,
            'labels."经办科室"',
            {"value": "responsable", "right": "responsible"},
        ),
        (
            '"挂帅" = "lead"',
            '"挂帅" = "due"',
            5,
            'verbs."挂帅"',
            {"value": "due", "right": "lead support responsible shared guide"},
        ),
        ("[verbs]", "[verb]", 4, "verb", {"name": "verb", "known": "verbs"}),
        ("endings", "ending", 7, "bodies.ending", {"name": "ending", "known": "endings"}),
        ('["标台"]', '"标台"', 9, "units.counts", {"value": "标台", "right": 'counts = ["…"]'}),
        ('["标台"]', '["标台", 3]', 9, "units.counts[1]", {"value": "3", "right": '"…"'}),
        ('["标台"]', '[" 标台"]', 9, "units.counts[0]", {"value": " 标台", "most": "40"}),
    ],
    ids=["meaning", "meaning of a verb", "table", "list", "no list", "no text", "blank"],
)
def test_a_fault_names_line_key_and_what_would_be_right(
    tmp_path: Path, right: str, wrong: str, line: int, key: str, facts: dict[str, str]
) -> None:
    path = tmp_path / "office.toml"
    path.write_text(FILE.replace(right, wrong), "utf-8")

    read = read_own_words(path)
    assert read.words is None
    assert [(one.line, one.key, one.facts) for one in read.problems][:1] == [(line, key, facts)]
