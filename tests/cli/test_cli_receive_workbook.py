"""`plantui receive` of working ledgers that were filled in by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from plantui.model.plan import Deadline
from tests.support.cli_home import Home
from tests.support.old_workbooks import xls_of
from tests.support.planned_home import home_of, small_plan

TASKS = (("1", "1", "整治河道"), ("2", "2", "加固水库"), ("3", "3", "节水宣传"))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_of(tmp_path, small_plan("water", TASKS, deadlines=(Deadline("6月底前", date(2025, 6, 30)),)))


def workbook_of(home: Home, *rows: tuple[object, ...], name: str = "台账.xlsx") -> Path:
    """Write a ledger that an office made by itself, with the columns of most interest."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "台账"
    sheet.append(["编号", "重点任务", "工作进展", "办理状态", "完成比例（%）"])
    for row in rows:
        sheet.append(list(row))
    path = home.folder / name
    workbook.save(path)
    return path


def test_whole_or_not_at_all(home: Home) -> None:
    good = (1, "整治河道", "完成三条", "推进中", 60)
    path = workbook_of(home, good, (2, "加固水库", "开工", "快了", None))
    refused = home.run("receive", str(path))

    assert refused.code == 1
    assert "台账!D3：“快了”不是办理状态；应为：未启动、推进中" in refused.err
    assert "整个文件没有接收" in refused.err
    assert home.run("note", "list", "--json").data == []
    taken = home.run("receive", str(path), "--good-rows", "--json")
    assert taken.code == 1
    (file,) = taken.data["files"]
    assert (file["received"], file["form"], file["notes"], file["rows"]) == (True, "workbook", 1, 2)
    assert [(one["sheet"], one["cell"]) for one in file["faults"]] == [("台账", "D3")]
    assert [(one["task"], one["cell"], one["percent"]) for one in file["filled"]] == [("1", "C2", 60)]
    (note,) = home.run("note", "list", "--json").data
    assert (note["progress"], note["status"], note["as_of"]) == ("完成三条", "in_progress", "2025-06-30")


def test_again_and_undone(home: Home) -> None:
    path = workbook_of(
        home, (1, "整治河道", "完成三条", "推进中", "60%"), (2, "加固水库", "开工", None, None)
    )
    assert home.run("receive", str(path)).code == 0
    again = home.run("receive", str(path), "--json")
    assert (again.code, again.data["files"][0]["notes"], again.data["files"][0]["known"]) == (0, 0, 2)
    assert home.run("note", "undo").code == 0
    assert home.run("note", "list", "--json").data == []
    assert home.run("note", "redo").code == 0
    assert len(home.run("note", "list", "--json").data) == 2


def test_options(home: Home) -> None:
    path = workbook_of(home, (3, "节水宣传", "办了两场", None, None))
    done = home.run("receive", str(path), "--date", "2025-05-31", "--department", "市水利局")
    assert done.code == 0
    (note,) = home.run("note", "list", "--json").data
    assert (note["as_of"], note["department"]) == ("2025-05-31", "市水利局")
    assert home.run("receive", str(path), "--date", "2025-12-31").code == 2
    assert home.run("receive", str(path), "--department", "市气象局").code == 2
    wrong = home.run("receive", str(home.folder / "a.plantui"), "--good-rows")
    assert (wrong.code, "--good-rows 只用于填好的台账（.xlsx）" in wrong.err) == (2, True)


def test_reader_desk_takes_nothing(home: Home) -> None:
    path = workbook_of(home, (3, "节水宣传", "办了两场", None, None))
    assert "只读" in home.run("receive", str(path), "--as", "reader").err
    assert home.run("note", "list", "--json").data == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 broken", "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "已损坏"),
        (xls_of([["序号"]]), "旧格式（.xls）"),
        (b"text", "不是 Excel 工作簿"),
    ],
)
@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsx.xls"])
def test_file_that_is_no_workbook(home: Home, content: bytes, said: str, name: str) -> None:
    path = home.folder / name
    path.write_bytes(content)
    refused = home.run("receive", str(path))

    assert refused.code == 1
    assert f"{path} 没有接收：a.xlsx" in refused.err
    assert said in refused.err


def test_folder_leaves_workbooks_and_says_so(home: Home) -> None:
    folder = home.folder / "报送"
    folder.mkdir()
    workbook_of(home, (3, "节水宣传", "办了两场", None, None)).rename(folder / "台账.xlsx")
    (folder / "~$台账.xlsx").write_bytes(b"")
    other = Home(home.folder, PLANTUI_DB=str(folder / "其他.db"), PLANTUI_PLANS=home.environ["PLANTUI_PLANS"])
    other.run("note", "add", "water", "1", "--progress", "一")

    received = home.run("receive", str(folder))
    assert received.code == 0, received.err
    assert "文件夹里还有 1 个工作簿（.xlsx）没有接收" in received.err
