"""`plantui verify` of every form with figures: as it was made nothing is wrong; what a person changed is named with its tasks."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.table import Table
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.cli_home import Home

PLAN = ("--plan", "zhengzhou-2023-2025")
FORMS = [
    *((name, "docx") for name in ("report", "circular", "one-page", "ledger")),
    *((name, "html") for name in ("report", "circular", "one-page", "ledger")),
    ("ledger", "xlsx"),
]
LETTERS = ("reminder", "slip")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path, PLANTUI_LANG="zh")
    home.add("--status", "completed", task="7", department="市生态环境局", progress="完成 1 项\n第二行")
    home.add("--percent", "40", "--problems", "=1+1", task="4", department="市发展改革委", progress="推进<b>")
    return home


def form_of(home: Home, form: str, suffix: str, *more: str) -> Path:
    """Export a form of one plan."""
    path = home.folder / f"{form}.{suffix}"
    done = home.run("export", "--form", form, *PLAN, "-o", str(path), "--force", *more)
    assert done.code == 0, done.err
    return path


def letters_of(home: Home, form: str, *more: str) -> list[Path]:
    """Export the letters to departments."""
    folder = home.folder / form
    done = home.run("export", "--form", form, *PLAN, "-o", str(folder), "--force", *more)
    assert done.code == 0, done.err
    return sorted(folder.iterdir())


def outcome(home: Home, path: Path) -> tuple[int, list[str], list[str], list[str]]:
    """Return the number of figures, and the places of wrong, missing and added ones."""
    found = home.run("verify", str(path), "--json")
    assert found.out, found.err
    data = found.data
    wrong, missing = ([one["place"] for one in data[name]] for name in ("wrong", "missing"))
    assert data["agreeing"] == data["figures"] - len(wrong) - len(missing)
    return data["figures"], wrong, missing, data["added"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("form", "suffix"), FORMS)
def test_a_form_as_it_was_made_agrees(home: Home, form: str, suffix: str, language: str) -> None:
    figures, wrong, missing, added = outcome(home, form_of(home, form, suffix, "--lang", language))

    assert figures > (300 if form == "ledger" else 5)
    assert (wrong, missing, added) == ([], [], [])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", LETTERS)
def test_a_letter_as_it_was_made_agrees(home: Home, form: str, language: str) -> None:
    letters = letters_of(home, form, "--lang", language)
    assert len(letters) > 3
    for letter in letters[:3]:
        figures, wrong, missing, _ = outcome(home, letter)
        assert figures >= 4
        assert (wrong, missing) == ([], [])


def ledger_table(document: Document) -> tuple[Table, list[str]]:
    """Return the table of a ledger with its headings."""
    table = document.tables[0]
    return table, [cell.text for cell in table.rows[0].cells]


def test_rows_of_a_ledger_may_be_sorted_and_a_changed_cell_is_named(home: Home) -> None:
    path = form_of(home, "ledger", "docx")
    document = docx.Document(str(path))
    table, heads = ledger_table(document)
    rows = table.rows
    first, last = rows[1]._tr, rows[len(rows) - 1]._tr
    last.addnext(first)  # sorted
    document.save(str(path))
    assert outcome(home, path)[1:] == ([], [], [])

    status, title = heads.index("办理状态"), heads.index("任务")
    changed = next(row for row in table.rows if row.cells[status].text == "已完成")
    name = changed.cells[title].text
    changed.cells[status].text = "推进中"
    document.save(str(path))
    found = home.run("verify", str(path))
    assert found.code == 1
    (line,) = [one for one in found.out.splitlines() if one.startswith("不符")]
    assert f"{name} 办理状态：文中是“推进中”，应为“已完成”；对应任务：7 {name}" in line


def test_a_row_and_a_column_that_are_gone_and_a_row_that_came(home: Home) -> None:
    path = form_of(home, "ledger", "docx")
    document = docx.Document(str(path))
    table, heads = ledger_table(document)
    gone, light = table.rows[3], heads.index("预警")
    title = gone.cells[heads.index("任务")].text
    table._tbl.remove(gone._tr)
    for row in table.rows:
        row._tr.remove(row.cells[light]._tc)
    added = table.add_row()  # type: ignore[no-untyped-call]
    added.cells[0].text, added.cells[heads.index("任务")].text = "99", "自己加的任务"
    document.save(str(path))
    _, wrong, missing, came = outcome(home, path)

    assert wrong == []
    assert missing[0] == "预警"
    assert [title in one for one in missing[1:]] == [True]
    assert came == ["自己加的任务"]
    said = home.run("verify", str(path), "--lang", "en")
    assert (said.code, "the whole row" in said.out, "the whole column" in said.out) == (1, True, True)
    assert "added  自己加的任务" in said.out


def cell_under(sheet: Worksheet, heading: str, title: str) -> tuple[int, int]:
    """Return row and column of a task's cell."""
    (head,) = [row for row in sheet.iter_rows() if any(cell.value == heading for cell in row)]
    columns = {cell.value: int(cell.column or 0) for cell in head}
    row = next(row for row in sheet.iter_rows() if row[columns["任务"] - 1].value == title)
    return int(row[0].row or 0), columns[heading]


def test_rows_of_a_workbook(home: Home) -> None:
    path = form_of(home, "ledger", "xlsx")
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    title = home.run("show", "zhengzhou", "4", "--json").data["title"]
    row, column = cell_under(sheet, "完成比例", title)
    assert sheet.cell(row, column).value == 0.4
    sheet.cell(row, column).value = 0.6
    workbook.save(path)
    found = home.run("verify", str(path), "--json").data

    (wrong,) = found["wrong"]
    assert (wrong["printed"], wrong["right"]) == ("60%", "40")
    assert [task["number"] for task in wrong["tasks"]] == ["4"]


def test_a_figure_of_a_page_that_was_typed_over(home: Home) -> None:
    path = form_of(home, "report", "html")
    page = path.read_text("utf-8")
    path.write_text(re.sub(r'(<data class="figure" value="done">)\d+', r"\g<1>9", page), "utf-8")
    found = home.run("verify", str(path), "--json").data

    assert [(one["name"], one["printed"], one["right"]) for one in found["wrong"]] == [("done", "9", "1")]
    assert [task["number"] for task in found["wrong"][0]["tasks"]] == ["7"]


def test_a_day_in_a_letter(home: Home) -> None:
    """A letter knows its department; who postpones a date in it by hand is found out, with the task."""
    letter = letters_of(home, "slip")[0]
    document = docx.Document(str(letter))
    table = document.tables[0]
    heads = [cell.text for cell in table.rows[0].cells]
    cell = table.rows[1].cells[heads.index("完成时限")]
    day = cell.text
    (run,) = [run for run in cell.paragraphs[0].runs if run.text]
    run.text = "2099-12-31"
    document.save(str(letter))
    found = home.run("verify", str(letter), "--json").data

    assert found["recipient"].startswith("郑州市/")
    assert [(one["printed"], one["right"]) for one in found["wrong"]] == [("2099-12-31", day)]
    assert len(found["wrong"][0]["tasks"]) == 1


def test_a_letter_that_is_needed_no_more(home: Home) -> None:
    letter = next(one for one in letters_of(home, "reminder") if "市水利局" in one.name)
    for task in home.run("list", *PLAN, "--department", "郑州市/市水利局", "--json").data:
        home.add(task=task["id"], department="市水利局", progress="报送")
    said = home.run("verify", str(letter))

    assert (said.code, "已不必收到这份通知" in said.err) == (0, True)


@pytest.mark.parametrize("suffix", ["md", "csv", "json", "ics"])
@pytest.mark.parametrize(("language", "expected"), [("zh", "不能逐个核对"), ("en", "cannot be told apart")])
def test_a_format_without_figures_says_so(home: Home, suffix: str, language: str, expected: str) -> None:
    path = home.folder / f"a.{suffix}"
    assert home.run("export", *PLAN, "-o", str(path)).code == 0
    refused = home.run("verify", str(path), "--lang", language)

    assert (refused.code, refused.out, expected in refused.err) == (1, "", True)


def test_a_later_save_is_told_cell_by_cell(home: Home) -> None:
    path = form_of(home, "ledger", "docx")
    home.add("--percent", "80", task="4", department="市发展改革委", progress="后来写的")
    said = home.run("verify", str(path))

    assert said.code == 0
    assert [line for line in said.out.splitlines() if line.startswith("其后有变") and "后来写的" in line]


@pytest.mark.parametrize(("form", "suffix"), [("report", "docx"), ("ledger", "html")])
def test_a_form_that_had_nothing_to_compare_with_comes_out_again(home: Home, form: str, suffix: str) -> None:
    """The origin keeps the time that nothing had been said by, so that the form says it again."""
    first = form_of(home, form, suffix)
    (entry,) = home.run("issued", "--json").data
    again = home.run("export", "--again", entry["id"], "-o", str(home.folder / f"again.{suffix}"))

    assert entry["origin"]["compared_with"] == "2025-06-01"
    assert (again.code, (home.folder / f"again.{suffix}").read_bytes()) == (0, first.read_bytes())
