"""`plantui verify`: the figures of an edited report against the ledger that it was made from."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from tests.support.cli_home import Home

BODY = "word/document.xml"
CUSTOM = "docProps/custom.xml"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path, PLANTUI_LANG="zh")
    home.add("--status", "completed", task="7", department="市生态环境局", progress="完成")
    home.add("--percent", "40", task="4", department="市发展改革委", progress="推进")
    return home


def report_of(home: Home, form: str = "report") -> Path:
    """Export a report of one plan."""
    path = home.folder / f"{form}.docx"
    written = home.run("export", "--form", form, "--plan", "zhengzhou-2023-2025", "-o", str(path), "--force")
    assert written.code == 0, written.err
    return path


def edit(path: Path, change: Callable[[str], str], part: str = BODY) -> None:
    """Change the markup of a document, as a word processor leaves it after somebody has typed."""
    edited = path.with_suffix(".new")
    with ZipFile(path) as old, ZipFile(edited, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                changed = change(content.decode())
                assert changed != content.decode()
                content = changed.encode()
            new.writestr(name, content)
    shutil.move(edited, path)


def bookmark(markup: str, name: str) -> tuple[str, str]:
    """Return the whole markup of a bookmark and the text in it."""
    found = re.search(
        rf'<w:bookmarkStart w:id="(\d+)" w:name="pt_{name}"/>(.*?)<w:bookmarkEnd w:id="\1"/>', markup
    )
    assert found, name
    text = re.search(r"<w:t[^>]*>(.*?)</w:t>", found[2])
    assert text
    return found[0], text[1]


def typed(name: str, text: str) -> Callable[[str], str]:
    """Return the change of a figure's text that leaves its bookmark."""

    def change(markup: str) -> str:
        whole, old = bookmark(markup, name)
        return markup.replace(whole, whole.replace(f">{old}</w:t>", f">{text}</w:t>"))

    return change


def test_report_as_it_was_made(home: Home) -> None:
    """All figures agree, also after later saves, which are told; another language of the reader makes no difference."""
    path = report_of(home)
    found = home.run("verify", str(path), "--json")
    assert (found.code, found.data["wrong"], found.data["missing"], found.data["changed_since"]) == (
        0,
        [],
        [],
        [],
    )
    assert found.data["figures"] > 50
    assert found.data["agreeing"] == found.data["figures"]
    home.add("--status", "completed", task="4", department="市发展改革委", progress="完成")
    later = home.run("verify", str(path), "--lang", "en")
    assert later.code == 0
    assert "changed since" in later.out
    assert "0 wrong" in later.err


def test_figure_that_was_typed_over(home: Home) -> None:
    path = report_of(home)
    edit(path, typed("done", "9"))
    found = home.run("verify", str(path))

    assert found.code == 1
    (line,) = [one for one in found.out.splitlines() if one.startswith("不符")]
    assert "文中是“9”，应为“1”" in line
    assert "对应任务：7 " in line
    assert "不符 1 个" in found.err
    (wrong,) = home.run("verify", str(path), "--json").data["wrong"]
    assert (wrong["name"], wrong["printed"], wrong["right"]) == ("done", "9", "1")
    assert [task["number"] for task in wrong["tasks"]] == ["7"]


@pytest.mark.parametrize("text", ["１", "一", " 1 ", "1.0"])
def test_other_spellings_of_the_same_figure(home: Home, text: str) -> None:
    path = report_of(home)
    edit(path, typed("done", text))
    assert home.run("verify", str(path)).code == 0


def test_text_that_was_split_and_marked(home: Home) -> None:
    """Word cuts a text into runs where a character is formatted, and keeps what a reviewer has taken out."""
    path = report_of(home)

    def split(markup: str) -> str:
        whole, text = bookmark(markup, "total")
        runs = "".join(f"<w:r><w:t>{one}</w:t></w:r>" for one in text)
        gone = "<w:del w:id='9' w:author='x'><w:r><w:delText>7</w:delText></w:r></w:del>"
        start, end = re.findall(r"<w:bookmark\w+ [^>]*/>", whole)
        return markup.replace(whole, f"{start}{gone}{runs}{end}")

    edit(path, split)
    assert home.run("verify", str(path)).code == 0


def test_bookmark_that_typing_took_away(home: Home) -> None:
    """The figure is looked for in its sentence; where the sentence is gone too, it is not found any more."""
    path = report_of(home)

    def without(markup: str) -> str:
        whole, _ = bookmark(markup, "done")
        return markup.replace(whole, "<w:r><w:t>9</w:t></w:r>")

    edit(path, without)
    found = home.run("verify", str(path), "--json")
    assert [(one["name"], one["printed"]) for one in found.data["wrong"]] == [("done", "9")]

    path = report_of(home)

    def without_sentence(markup: str) -> str:
        start = markup.rindex("<w:p>", 0, markup.index("pt_done")) if "<w:p>" in markup else 0
        end = markup.index("</w:p>", start) + len("</w:p>")
        return markup[:start] + markup[end:]

    edit(path, without_sentence)
    gone = home.run("verify", str(path), "--json")
    assert gone.code == 0
    assert "done" in [one["name"] for one in gone.data["missing"]]


def test_file_without_its_origin(home: Home) -> None:
    path = report_of(home)
    edit(path, lambda markup: markup.replace("plantui", "other"), CUSTOM)
    refused = home.run("verify", str(path))
    assert (refused.code, refused.out) == (1, "")
    assert "不能核对" in refused.err


def test_report_of_another_ledger(home: Home, tmp_path: Path) -> None:
    path = report_of(home)
    (tmp_path / "other").mkdir()
    other = Home(tmp_path / "other", PLANTUI_LANG="zh")
    assert "本台账没有过这一现状" in other.run("verify", str(path)).err


@pytest.mark.parametrize(("content", "said"), [(b"text", "不是 Word 文档"), (b"PK\x03\x04 broken", "已损坏")])
def test_file_that_is_no_document(home: Home, content: bytes, said: str) -> None:
    path = home.folder / "a.docx"
    path.write_bytes(content)
    refused = home.run("verify", str(path))
    assert refused.code == 1
    assert said in refused.err


@pytest.mark.parametrize("form", ["circular", "one-page"])
def test_other_reports_have_their_figures_too(home: Home, form: str) -> None:
    path = report_of(home, form)
    found = home.run("verify", str(path), "--json").data
    assert (found["wrong"], found["missing"]) == ([], [])
    assert found["figures"] > 5


def test_sheet_by_department(home: Home) -> None:
    """Sorting a sheet moves no names of cells: the row is the one with the department's name."""
    path = home.folder / "台账.xlsx"
    written = home.run("export", "--form", "ledger", "--plan", "zhengzhou-2023-2025", "-o", str(path))
    assert written.code == 0, written.err
    found = home.run("verify", str(path), "--json").data
    assert (found["wrong"], found["missing"]) == ([], [])
    assert found["figures"] > 100
    workbook = load_workbook(path)
    sheet = workbook.worksheets[1]
    first = next(cell.row for cell in sheet["A"] if cell.value == "市生态环境局")
    other = next(cell.row for cell in sheet["A"] if cell.value == "市发展改革委")
    rows = [
        [sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)] for row in (first, other)
    ]
    for row, values in zip((other, first), rows, strict=True):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value
    workbook.save(path)
    assert home.run("verify", str(path)).code == 0
    sheet.cell(other, 2).value = 99
    workbook.save(path)
    wrong = home.run("verify", str(path))
    assert wrong.code == 1
    assert "市生态环境局" in wrong.out
    assert "文中是“99”" in wrong.out


def test_ledger_of_the_export_comes_back(home: Home) -> None:
    """The workbook as it is exported: unchanged it adds nothing, a text that needs several rows included."""
    home.add("--date", "2025-05-31", task="5", department="市发展改革委", progress="很长的进展。" * 9000)
    path = home.folder / "台账.xlsx"
    assert home.run("export", "--form", "ledger", "--plan", "zhengzhou-2023-2025", "-o", str(path)).code == 0
    same = home.run("receive", str(path), "--json")
    (file,) = same.data["files"]
    assert (same.code, file["notes"], file["revisions"], file["known"], file["faults"], file["said"]) == (
        *(0, 0, 0),
        *(3, [], []),
    )
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    (head,) = [row for row in sheet.iter_rows() if any(cell.value == "任务编号" for cell in row)]
    columns = {cell.value: int(cell.column or 0) for cell in head}
    row = next(cell.row for cell in sheet[get_column_letter(columns["任务编号"])] if cell.value == "17")
    sheet.cell(row, columns["进展情况"]).value = "已办"
    sheet.cell(row, columns["完成比例"]).value = 0.25  # as one who types 25 leaves it
    workbook.save(path)
    taken = home.run("receive", str(path), "--json")
    assert taken.code == 0, taken.err
    assert [(one["progress"], one["percent"]) for one in taken.data["files"][0]["filled"]] == [("已办", 25)]
