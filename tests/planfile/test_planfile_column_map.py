"""Column maps: the bundled ones are sound, and a mistake is told with its line, key and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.column_map import ColumnMap, LedgerField
from plantui.model.problem import DataError, UsageError
from plantui.model.terms import Language, Status
from plantui.planfile.column_map import read_column_map
from plantui.store.column_maps import BUNDLED, find_map, known_maps
from plantui.words import Words
from tests.support.paths import DOCS

WHOLE = """\
format = 1
title = "本局台账"
region = "某市"
day_first = true
most_rows = 200
recognised_by = ["id", "title"]
nothing = ["无"]
one_name = ["lead"]

[columns]
id = "编号"
title = ["事项", "任务"]
lead = ["牵头单位"]

[status]
"在办" = "in_progress"
"""


def written(folder: Path, text: str, name: str = "own") -> Path:
    """A file of a map."""
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("path", sorted(BUNDLED.glob("*.toml")), ids=lambda path: path.stem)
def test_bundled_maps_are_sound(path: Path) -> None:
    read = read_column_map(path, is_bundled=True)

    assert read.map is not None
    assert (read.problems, read.map.file) == ((), "")
    assert read.map.zh and read.map.en and read.map.recognised_by


def test_a_map_says_all_it_can(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE)

    assert read_column_map(path).map == ColumnMap(
        "own",
        (
            (LedgerField.ID, ("编号",)),
            (LedgerField.TITLE, ("事项", "任务")),
            (LedgerField.LEAD, ("牵头单位",)),
        ),
        (("在办", Status.IN_PROGRESS),),
        (LedgerField.ID, LedgerField.TITLE),
        ("无",),
        (LedgerField.LEAD,),
        "本局台账",
        "",
        "某市",
        True,
        200,
        str(path),
    )


MISTAKES = {
    'title = "本局台账"': ('titel = "本局台账"', 'titel: There is no key "titel". There are: title'),
    "day_first = true": ("day_first = 1", 'day_first: "1" cannot be used. Right would be: true | false'),
    "most_rows = 200": ("most_rows = -1", "most_rows"),
    'recognised_by = ["id", "title"]': ('recognised_by = ["due"]', "recognised_by[0]"),
    'one_name = ["lead"]': ('one_name = ["title"]', "one_name[0]"),
    'nothing = ["无"]': ("nothing = 0", "nothing"),
    'id = "编号"': ('nmber = "编号"', 'columns.nmber: "nmber" cannot be used. Right would be: number'),
    'title = ["事项", "任务"]': ('due = ["事项"]', "columns: The column map has no column for the task."),
    'lead = ["牵头单位"]': ('lead = ["编号"]', 'columns.lead: The head "编号" is that of id already.'),
    '"在办" = "in_progress"': ('"在办" = "doing"', "status.'在办'"),
}


@pytest.mark.parametrize("right", MISTAKES)
def test_a_mistake_is_told_at_its_place(tmp_path: Path, right: str) -> None:
    wrong, told = MISTAKES[right]
    read = read_column_map(written(tmp_path, WHOLE.replace(right, wrong)))
    said = [f"{one.key}: {Words(Language.EN).problem(one)}".replace('"', "'") for one in read.problems]

    assert read.map is None
    assert all(problem.line for problem in read.problems)
    assert any(told.partition(": ")[0].replace('"', "'") in one for one in said)
    assert any(told.partition(": ")[2].replace('"', "'") in one for one in said)


def test_an_own_map_takes_the_place_of_a_bundled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTUI_CONFIG", str(tmp_path / "config.toml"))
    folder = tmp_path / "column-maps"
    folder.mkdir()
    written(folder, WHOLE, "decidim")
    written(folder, WHOLE, "本局")

    names = [one.name for one in known_maps(())]

    assert names == [*sorted(path.stem for path in BUNDLED.glob("*.toml")), "本局"]
    assert find_map("decidim", ()).zh == "本局台账"
    assert find_map(str(folder / "本局.toml"), ()).zh == "本局台账"
    assert {find_map(title, ()).name for title in ("督办台账", find_map("supervision", ()).en)} == {
        "supervision"
    }
    with pytest.raises(UsageError):
        find_map("没有", ())
    with pytest.raises(UsageError):
        find_map(str(folder / "没有.toml"), ())


def test_a_broken_own_map_is_told_with_file_line_and_key(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE.replace("in_progress", "doing"))

    with pytest.raises(DataError) as refused:
        find_map(str(path), ())

    told = Words(Language.EN).error(refused.value)
    assert f"{path}:16" in told
    assert "在办" in told


@pytest.mark.parametrize("name", ["exchange.md", "exchange.zh-CN.md"])
def test_the_page_names_every_column_status_and_map(name: str) -> None:
    text = (DOCS / name).read_text("utf-8")
    maps = (path.stem for path in BUNDLED.glob("*.toml"))

    assert [word for word in (*LedgerField, *Status, *maps) if f"`{word}`" not in text] == []
