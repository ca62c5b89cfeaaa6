"""The memory of open branches and columns: harmless when lost or spoilt, by whatever version it was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plantui.query.columns import DEFAULT_COLUMNS, Column, Sorting
from plantui.query.outline import Folding, NodeKey
from plantui.ui.memory import (
    ExportMemory,
    ListForm,
    remember,
    remember_export,
    remembered,
    remembered_export,
    remembered_form,
)

FOLDING = Folding(others=frozenset({NodeKey("a"), NodeKey("a", "1"), NodeKey("b")}))


@pytest.mark.parametrize("folding", [FOLDING, Folding(), Folding(all_open=True, others=FOLDING.others)])
def test_what_was_open_comes_back(tmp_path: Path, folding: Folding) -> None:
    remember(tmp_path / "state" / "memory.json", ["a", "b"], folding, ListForm())

    assert remembered(tmp_path / "state" / "memory.json", ["a", "b"]) == folding


def test_another_library_neither_sees_nor_loses_it(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    remember(path, ["a", "b"], FOLDING, ListForm())
    unseen = remembered(path, ["c"])
    remember(path, ["c"], Folding(all_open=True), ListForm())

    assert unseen is None
    assert remembered(path, ["a", "b"]) == FOLDING


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"plans": 1}', '{"plans": {"a": []}}', "\x00", "[" * 100_000, '{"a":' * 100_000],
)
def test_a_spoilt_memory_is_no_memory(tmp_path: Path, content: str) -> None:
    path = tmp_path / "memory.json"
    path.write_text(content, encoding="utf-8")

    assert remembered(path, ["a"]) is None
    assert remembered_form(path) == ListForm()


@pytest.mark.parametrize(
    "form",
    [
        ListForm(),
        ListForm((Column.DUE, Column.TASK)),
        ListForm(sorting=Sorting(Column.DAYS)),
        ListForm((Column.MISSING,), Sorting(Column.REPORTED, descending=True)),
    ],
)
def test_the_form_of_the_list_comes_back(tmp_path: Path, form: ListForm) -> None:
    path = tmp_path / "memory.json"
    remember(path, ["a"], Folding(), form)

    assert remembered_form(path) == form


def test_a_form_that_was_given_up_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    remember(path, ["a"], Folding(), ListForm((Column.DUE,), Sorting(Column.DUE)))
    remember(path, ["a"], Folding(), ListForm())

    assert remembered_form(path) == ListForm()


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ({"columns": ["due", "pinyin", 7, "task", "due"]}, ListForm((Column.DUE, Column.TASK))),
        ({"columns": ["pinyin"], "sorted_by": "pinyin"}, ListForm()),
        ({"columns": "due", "sorted_by": ["due"]}, ListForm()),
        ({"columns": None, "sorted_by": "due", "descending": 1}, ListForm(sorting=Sorting(Column.DUE))),
        ([], ListForm()),
    ],
)
def test_what_another_version_wrote(tmp_path: Path, section: object, expected: ListForm) -> None:
    """Columns that are not known are ignored; a plan that is not understood does not take the others with it."""
    path = tmp_path / "memory.json"
    plans = {"a": {"all_open": True, "others": []}, "b": {"all_open": []}, "c": 1}
    path.write_text(json.dumps({"list": section, "plans": plans, "later": {"x": 1}}), encoding="utf-8")

    assert remembered_form(path) == expected
    assert remembered(path, ["a", "b"]) == Folding(all_open=True)
    remember(path, ["a"], Folding(), ListForm())
    assert json.loads(path.read_text("utf-8"))["later"] == {"x": 1}


def test_a_memory_of_the_time_before_columns(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    path.write_text('{"plans": {"a": {"all_open": true, "others": []}}}', encoding="utf-8")

    assert remembered_form(path) == ListForm(DEFAULT_COLUMNS, None)
    assert remembered(path, ["a"]) == Folding(all_open=True)


def test_the_last_export_and_the_open_branches_do_not_replace_one_another(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    form = ListForm((Column.DUE,), Sorting(Column.DUE))
    remember(path, ["a", "b"], FOLDING, form)
    remember_export(path, tmp_path / "台账", "csv")
    remember(path, ["c"], Folding(), form)

    assert remembered(path, ["a", "b"]) == FOLDING
    assert remembered_form(path) == form
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
    remember(path, ["\udcfe"], Folding(), ListForm())

    assert remembered_export(path) == ExportMemory(folder, "md")
    assert remembered(path, ["\udcfe"]) == Folding()
