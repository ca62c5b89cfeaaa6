"""The memory of open branches and columns: harmless when lost or spoilt, by whatever version it was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plantui.query.columns import DEFAULT_COLUMNS, Column, ColumnChoice, Sorting
from plantui.query.outline import Folding, NodeKey
from plantui.ui.memory import (
    ExportMemory,
    remember,
    remember_export,
    remembered_export,
    remembered_list,
)

FOLDING = Folding(others=frozenset({NodeKey("a"), NodeKey("a", "1"), NodeKey("b")}))


@pytest.mark.parametrize("folding", [FOLDING, Folding(), Folding(all_open=True, others=FOLDING.others)])
def test_what_was_open_comes_back(tmp_path: Path, folding: Folding) -> None:
    remember(tmp_path / "state" / "memory.json", ["a", "b"], folding, ColumnChoice())

    assert remembered_list(tmp_path / "state" / "memory.json", ["a", "b"]).folding == folding


def test_another_library_neither_sees_nor_loses_it(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    remember(path, ["a", "b"], FOLDING, ColumnChoice())
    unseen = remembered_list(path, ["c"]).folding
    remember(path, ["c"], Folding(all_open=True), ColumnChoice())

    assert unseen is None
    assert remembered_list(path, ["a", "b"]).folding == FOLDING


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"plans": 1}', '{"plans": {"a": []}}', "\x00", "[" * 100_000, '{"a":' * 100_000],
)
def test_a_spoilt_memory_is_no_memory(tmp_path: Path, content: str) -> None:
    path = tmp_path / "memory.json"
    path.write_text(content, encoding="utf-8")

    assert remembered_list(path, ["a"]).folding is None
    assert remembered_list(path, []).choice == ColumnChoice()


@pytest.mark.parametrize(
    "form",
    [
        ColumnChoice(),
        ColumnChoice((Column.DUE, Column.TASK)),
        ColumnChoice(sorting=Sorting(Column.DAYS)),
        ColumnChoice((Column.MISSING,), Sorting(Column.REPORTED, descending=True)),
    ],
)
def test_the_form_of_the_list_comes_back(tmp_path: Path, form: ColumnChoice) -> None:
    path = tmp_path / "memory.json"
    remember(path, ["a"], Folding(), form)

    assert remembered_list(path, []).choice == form


def test_a_form_that_was_given_up_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    remember(path, ["a"], Folding(), ColumnChoice((Column.DUE,), Sorting(Column.DUE)))
    remember(path, ["a"], Folding(), ColumnChoice())

    assert remembered_list(path, []).choice == ColumnChoice()


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ({"columns": ["due", "pinyin", 7, "task", "due"]}, ColumnChoice((Column.DUE, Column.TASK))),
        ({"columns": ["pinyin"], "sorted_by": "pinyin"}, ColumnChoice()),
        ({"columns": "due", "sorted_by": ["due"]}, ColumnChoice()),
        ({"columns": None, "sorted_by": "due", "descending": 1}, ColumnChoice(sorting=Sorting(Column.DUE))),
        ([], ColumnChoice()),
    ],
)
def test_what_another_version_wrote(tmp_path: Path, section: object, expected: ColumnChoice) -> None:
    """Columns that are not known are ignored; a plan that is not understood does not take the others with it."""
    path = tmp_path / "memory.json"
    plans = {"a": {"all_open": True, "others": []}, "b": {"all_open": []}, "c": 1}
    path.write_text(json.dumps({"list": section, "plans": plans, "later": {"x": 1}}), encoding="utf-8")

    assert remembered_list(path, []).choice == expected
    assert remembered_list(path, ["a", "b"]).folding == Folding(all_open=True)
    remember(path, ["a"], Folding(), ColumnChoice())
    assert json.loads(path.read_text("utf-8"))["later"] == {"x": 1}


def test_a_memory_of_the_time_before_columns(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    path.write_text('{"plans": {"a": {"all_open": true, "others": []}}}', encoding="utf-8")

    assert remembered_list(path, []).choice == ColumnChoice(DEFAULT_COLUMNS, None)
    assert remembered_list(path, ["a"]).folding == Folding(all_open=True)


def test_the_last_export_and_the_open_branches_do_not_replace_one_another(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    form = ColumnChoice((Column.DUE,), Sorting(Column.DUE))
    remember(path, ["a", "b"], FOLDING, form)
    remember_export(path, tmp_path / "台账", "csv")
    remember(path, ["c"], Folding(), form)

    assert remembered_list(path, ["a", "b"]).folding == FOLDING
    assert remembered_list(path, []).choice == form
    assert remembered_export(path) == ExportMemory(tmp_path / "台账", "csv")


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"export": 1}', '{"export": {"folder": 1, "form": "md"}}', '{"plans": {}}']
)
def test_a_spoilt_memory_knows_no_export(tmp_path: Path, content: str) -> None:
    path = tmp_path / "memory.json"
    path.write_text(content, encoding="utf-8")

    assert remembered_export(path) is None


def test_a_name_that_is_not_utf8_is_remembered(tmp_path: Path) -> None:
    """Nor does one of another section keep the rest from being written."""
    path, folder = tmp_path / "memory.json", tmp_path / "\udcff"
    remember_export(path, folder, "md")
    remember(path, ["\udcfe"], Folding(), ColumnChoice())

    assert remembered_export(path) == ExportMemory(folder, "md")
    assert remembered_list(path, ["\udcfe"]).folding == Folding()
