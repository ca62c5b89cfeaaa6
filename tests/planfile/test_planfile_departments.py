"""Departments files: problems with file, line and key, and several files as one list."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.department import Department, DepartmentRegistry
from plantui.planfile.departments import (
    DepartmentFile,
    merge_departments,
    read_department_files,
    read_departments,
)

SOUND = """\
format = 1

[[departments]]
region = "郑州市"
name = "市发展改革委"
aliases = ["市发改委"]

[[departments]]
region = "郑州市"
name = "巩义市人民政府"
aliases = ["巩义市"]

[[departments]]
region = "郑州市"
name = "各区县（市）人民政府"
members = ["巩义市"]

[[departments]]
region = "新乡市"
name = "市发改委"
"""


def read(text: str) -> DepartmentFile:
    """The text as departments.toml."""
    return read_departments(text.encode(), "departments.toml")


def found(file: DepartmentFile) -> list[tuple[str, int | None, str]]:
    """Message, line and key of each problem."""
    return [(p.message.removeprefix("problems."), p.line, p.key) for p in file.problems]


def test_sound() -> None:
    """One name may stand in two regions; a member may be named by an alias."""
    file = read(SOUND)

    assert file.problems == ()
    assert file.departments[1] == Department("郑州市", "巩义市人民政府", ("巩义市",))
    assert len(file.departments) == 4


COUNTIES = "各区县（市）人民政府"
MEMBERS = 'members = ["巩义市"]'
ALIASES = 'aliases = ["巩义市"]'


@pytest.mark.parametrize(
    ("old", "new", "message", "line", "key"),
    [
        ('["市发改委"]', '["市发改委",\n"巩义市"]', "alias_taken", 12, "departments[1].aliases[0]"),
        ('"市发改委"]', '"巩义市 人民政府"]', "alias_taken", 6, "departments[0].aliases[0]"),
        (MEMBERS, 'members = ["巩义"]', "member_near", 16, "departments[2].members[0]"),
        (MEMBERS, 'members = ["x"]', "member_unknown", 16, "departments[2].members[0]"),
        (MEMBERS, f'members = ["巩义市", "{COUNTIES}"]', "group_cycle", 16, "departments[2].members[1]"),
        (ALIASES, f'{ALIASES}\nmembers = ["{COUNTIES}"]', "group_cycle", 12, "departments[1].members[0]"),
        ("巩义市人民政府", "市 发展改革委", "department_duplicate", 10, "departments[1].name"),
        ("aliases", "alias", "key_misspelt", 6, "departments[0].alias"),
        ('region = "郑州市"\n', "", "key_missing", 3, "departments[0].region"),
        ('["市发改委"]', '["市发改委", 3]', "expected_text", 6, "departments[0].aliases[1]"),
        ("format = 1", "format = 9", "format_newer", 1, "format"),
        ("[[departments]]", "[[departments]", "toml_broken_at", 3, "departments[0]"),
    ],
)
def test_one_problem(old: str, new: str, message: str, line: int, key: str) -> None:
    """One slip in a sound file is found on its line; what follows from it may be reported after it."""
    assert (message, line, key) == found(read(SOUND.replace(old, new, 1)))[0]


def test_cycle_is_named_and_harmless() -> None:
    """The way round is told once, and whoever asks for groups still gets an answer."""
    text = SOUND.replace('aliases = ["巩义市"]', 'aliases = ["巩义市"]\nmembers = ["各区县（市）人民政府"]')
    file = read(text)
    registry = DepartmentRegistry(file.departments)
    (group,) = registry.groups_of(registry.resolve("郑州市", "巩义市"))

    assert [p.facts["cycle"] for p in file.problems] == [
        "巩义市人民政府 → 各区县（市）人民政府 → 巩义市人民政府"
    ]
    assert group.name == "各区县（市）人民政府"


def test_slip_keeps_the_department() -> None:
    """A wrong alias does not make the department unknown."""
    file = read(SOUND.replace('["市发改委"]', '["市发改委", 3]'))

    assert file.departments[0] == Department("郑州市", "市发展改革委", ("市发改委",))


def test_a_name_with_a_character_that_nobody_sees() -> None:
    file = read(SOUND.replace('["市发改委"]', '["市发\\t改委"]'))

    assert [(p.message, p.facts["code"]) for p in file.problems] == [
        ("problems.department_control", "U+0009")
    ]
    assert file.departments[0].aliases == ("市发\t改委",)


def test_several_files(tmp_path: Path) -> None:
    """A later file adds names and members, also members that only an earlier file knows."""
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(SOUND, encoding="utf-8")
    second.write_text(
        'format = 1\n[[departments]]\nregion = "郑州市"\nname = "市发展改革委"\naliases = ["发改委"]\n'
        '[[departments]]\nregion = "郑州市"\nname = "督查组"\nmembers = ["市发改委", "巩义市"]\n',
        encoding="utf-8",
    )
    file = read_department_files([first, second])

    assert file.problems == ()
    assert file.departments[0] == Department("郑州市", "市发展改革委", ("市发改委", "发改委"))
    assert file.departments[-1].name == "督查组"


def test_cycle_through_two_files(tmp_path: Path) -> None:
    """A group that contains itself only by way of another file is found too, in both files."""
    files = [tmp_path / "a.toml", tmp_path / "b.toml"]
    for path, name, member in zip(files, ("甲", "乙"), ("乙", "甲"), strict=True):
        text = f'format = 1\n[[departments]]\nregion = "郑州市"\nname = "{name}"\nmembers = ["{member}"]\n'
        path.write_text(text, encoding="utf-8")

    assert [p.facts["cycle"] for p in read_department_files(files).problems] == [
        "甲 → 乙 → 甲",
        "乙 → 甲 → 乙",
    ]


def test_merged_spellings() -> None:
    """Two spellings of one name are one department."""
    both = merge_departments([[Department("甲", "组（市）")], [Department("甲", "组(市)", ("别名",))]])

    assert both == (Department("甲", "组（市）", ("别名",)),)
