"""The working ledger as a workbook: every cell is read back by two libraries, whatever stands in it."""

from __future__ import annotations

import gc
import io
import re
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.ledger_column import cell_text
from plantui.export.ledger_table import table_fields
from plantui.export.origin import joined_property, origin_of
from plantui.export.progress import Cancelled, unobserved
from plantui.export.summary import summary
from plantui.export.workbook import book
from plantui.export.workbook.measures import HIGHEST_ROW
from plantui.export.workbook.texts import pieces
from plantui.export.wrapping import wrap
from plantui.model.csv_cell import LONGEST, cell_length
from plantui.model.form import Form, FormKind, InLanguages, Profile
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.problem import DataError
from plantui.model.terms import Language, Status
from plantui.model.text import with_visible_controls
from plantui.query.columns import Column
from plantui.query.filter import Filter
from plantui.store.ledger import Ledger
from plantui.words import Words
from tests.support.demo_samples import PLAN_IDS, of_demo
from tests.support.export_samples import TODAY, make_ledger, make_workspace
from tests.support.form_samples import with_cut

LEDGER = Form("ledger", FormKind.LEDGER, ("xlsx",), InLanguages("工作台账", "Working ledger"))

ZH = Words(Language.ZH)


def made(folder: Path, *notes: str) -> FormContent:
    """Return the ledger of the samples, with more notes on its second task."""
    ledger = make_ledger(folder)
    for text in notes:
        content = NoteContent(Status.IN_PROGRESS, text, as_of=date(2026, 11, 20))
        ledger.add(TaskKey("jinshi", "2"), "市水利局", content)
    return content_of(folder, ledger)


def content_of(folder: Path, ledger: Ledger) -> FormContent:
    workspace = make_workspace(folder, ledger)
    found = summary(workspace, workspace.rows(workspace.library.live), Filter(), ledger)
    return FormContent(LEDGER, with_cut(found, "f" * 32), ZH)


def written(content: FormContent) -> bytes:
    (file,) = form_files(content, Format.XLSX)
    stream = io.BytesIO()
    file.write(stream, unobserved)
    return stream.getvalue()


def opened(content: FormContent) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(written(content)))


def first_sheet(content: FormContent) -> Worksheet:
    return opened(content).worksheets[0]


def head_row(sheet: Worksheet, content: FormContent) -> int:
    """Return the number of the row of heads, from 1."""
    first = table_fields(content)[0].heading
    return next(row[0].row or 0 for row in sheet.iter_rows(max_col=1) if row[0].value == first)


def cell(sheet: Worksheet, content: FormContent, name: str, position: int) -> openpyxl.cell.cell.Cell:
    names = [field.name for field in table_fields(content)]
    found = sheet.cell(head_row(sheet, content) + position, names.index(name) + 1)
    assert isinstance(found, openpyxl.cell.cell.Cell)
    return found


NASTY = (
    "=1+1",
    "'=1+1",
    "1-2",
    "2.10",
    "(1)",
    "007",
    "<r><t>x</t></r>",
    "]]> <b>&amp;</b>",
    "_x000D_ und _x005F_x000D_ _x0041_",
    "x005F_",
    " blank before and behind \n",
    "\x1b[31m红\x00\ufffe\uffff",
    "[/] [2023]20号",
    "\U0001f600𠮷",
)


@pytest.mark.parametrize("text", NASTY)
def test_every_cell_is_read_back_by_two_libraries(tmp_path: Path, text: str) -> None:
    content = made(tmp_path, text)
    data = written(content)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    head = head_row(sheet, content)
    fields = table_fields(content)

    expected = [
        [with_visible_controls(cell_text(field.cell(row))) for field in fields] for row in content.summary
    ]
    theirs = [[_text(one.value) for one in row] for row in sheet.iter_rows(min_row=head + 1)]
    calamine = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert theirs == [
        [_as_figure(value, field.kind.name) for value, field in zip(row, fields, strict=True)]
        for row in expected
    ]
    assert [[_text(value) for value in row] for row in calamine[head:]] == theirs
    assert any(text.strip() == "" or with_visible_controls(text) in value for row in theirs for value in row)


def _text(value: object) -> str:
    """Return a value as read, in one form: days ISO, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).removesuffix(" 00:00:00")


def _as_figure(text: str, kind: str) -> str:
    if kind == "PERCENT" and text:
        return _text(int(text) / 100)
    return text


def test_days_are_days_in_a_built_in_format_and_percents_are_shares(tmp_path: Path) -> None:
    content = made(tmp_path)
    sheet = first_sheet(content)

    due, percent = cell(sheet, content, "due", 2), cell(sheet, content, "percent", 1)
    assert (due.is_date, due.number_format, str(due.value)) == (True, "mm-dd-yy", "2026-12-01 00:00:00")
    assert (percent.value, percent.number_format) == (0.6, "0%")
    empty = cell(sheet, content, "percent", 2)  # which a department fills in: 25 typed there is 25%
    assert (empty.value, empty.number_format) == (None, "0%")
    assert cell(sheet, content, "due", 1).value == "2024-12-31\n2026-12-31"
    assert cell(sheet, content, "number", 1).data_type == "s"


def test_a_light_is_a_word_and_a_colour(tmp_path: Path) -> None:
    content = made(tmp_path)
    sheet = first_sheet(content)

    found = [cell(sheet, content, "light", position) for position in range(1, 5)]
    assert [one.value for one in found] == ["红", "黄", "蓝", "无期限"]
    assert len({one.fill.fgColor.rgb for one in found}) == 4


def test_heads_are_merged_within_one_row_and_stay_in_sight(tmp_path: Path) -> None:
    content = made(tmp_path)
    sheet = first_sheet(content)
    head = head_row(sheet, content)

    assert all(one.min_row == one.max_row for one in sheet.merged_cells.ranges)
    assert [one.value for one in sheet[head]] == [field.heading for field in table_fields(content)]
    assert sheet["A1"].value == "2 个计划工作台账"
    facts = " ".join(str(sheet.cell(row, 1).value) for row in range(2, head))
    for said in (
        "2026-11-22",
        "任务数：所列6项，全部6项",
        "报告期：2026年11月",
        "筛选条件：无",
        "红（逾期、严重滞后）",
        "没有可比的上期",
    ):
        assert said in facts
    assert sheet.freeze_panes is not None and sheet.freeze_panes.endswith(str(head + 1))
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.auto_filter.ref.endswith(f"{head + len(content.summary)}")
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 8, 0)


def assert_no_cell_hides_text(workbook: openpyxl.Workbook) -> None:
    """Every text of every sheet has room in its row, in the widths, sizes and merges of the file itself."""
    for sheet in workbook.worksheets:
        last_columns = {(area.min_row, area.min_col): area.max_col for area in sheet.merged_cells.ranges}
        assert all(area.min_row == area.max_row for area in sheet.merged_cells.ranges)
        spans = list(sheet.column_dimensions.values())
        widths = {at: span.width for span in spans for at in range(span.min or 0, (span.max or 0) + 1)}
        for row, column, one in (
            (one.row or 0, one.column or 0, one)
            for cells in sheet.iter_rows()
            for one in cells
            if isinstance(one.value, str)
        ):
            text, letter = with_visible_controls(str(one.value)), one.font.sz * 96 / 72 / 2
            last = last_columns.get((row, column), column)
            room = sum(widths[at] * 7 + 5 for at in range(column, last + 1)) - 6
            height = sheet.row_dimensions[row].height or 0
            assert height >= len(wrap(text, int(room / letter))) * one.font.sz * 1.45, one.coordinate
            if one.font.b:  # bold Latin letters are wider
                longest = max((len(word) for word in text.split() if word.isascii()), default=0)
                assert longest * letter * 1.1 <= room, text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("plan", [*PLAN_IDS, None])
def test_no_cell_of_the_bundled_plans_hides_text(
    tmp_path: Path, plan: str | None, language: Language
) -> None:
    made = of_demo(tmp_path, (plan,) if plan else ())

    assert_no_cell_hides_text(opened(FormContent(LEDGER, with_cut(made, "f" * 32), Words(language))))


@pytest.mark.parametrize(
    "note",
    ["整治河道，" * 60, "一\n" * 26, "（《河》）" * 40, "Riverbank works continue " * 20, "0123456789" * 30],
)
def test_no_cell_hides_a_long_note(tmp_path: Path, note: str) -> None:
    assert_no_cell_hides_text(opened(made(tmp_path, note)))


def test_columns_of_the_screen_and_of_the_form(tmp_path: Path) -> None:
    content = made(tmp_path)
    screen = content._replace(summary=replace(content.summary, columns=(Column.TASK, Column.DAYS)))
    public = Profile("publication", InLanguages("公开版"), ("problems",))
    own = replace(LEDGER, columns=("task", "problems"), headings={"task": InLanguages("重点事项")})

    sheet = first_sheet(screen)
    assert [one.value for one in sheet[head_row(sheet, screen) + 1]] == ["1 整治 | 河道", -691]
    chosen = content._replace(form=own, profile=public)
    workbook = opened(chosen)
    sheet = workbook.worksheets[0]
    assert [one.value for one in sheet[head_row(sheet, chosen)]] == ["重点事项"]
    assert "公开版：未列存在问题" in [row[0].value for row in workbook["说明"].iter_rows()]


@pytest.mark.parametrize("text", ["长" * 40_000, "𠮷" * 20_000, "行\n" * 40_000])
def test_a_text_longer_than_a_cell_goes_on_in_the_next_row(tmp_path: Path, text: str) -> None:
    content = made(tmp_path, text)
    (file,) = form_files(content, Format.XLSX)
    stream = io.BytesIO()
    file.write(stream, unobserved)
    sheet = openpyxl.load_workbook(stream).worksheets[0]

    column = [str(row[0].value) for row in sheet.iter_rows(min_col=1, max_col=1)]
    again = [place for place, value in enumerate(column, 1) if value == "2（续）"]
    names = [field.name for field in table_fields(content)]
    found = [str(sheet.cell(row, names.index("progress") + 1).value) for row in (again[0] - 1, *again)]
    assert all(cell_length(one) <= LONGEST for one in found)
    whole = "".join(one.replace("\n（未完，下一行续）", "").replace("（续上一行）\n", "") for one in found)
    assert whole == f"市水利局：{text}"
    assert len(file.remarks()) == 2 and "下一行接着写" in file.remarks()[0]


def test_pieces_of_a_text_are_the_text() -> None:
    assert pieces(ZH, "短") == ["短"]
    assert len(pieces(ZH, "长" * LONGEST)) == 1
    assert len(pieces(ZH, "长" * (LONGEST + 1))) == 2


def test_a_row_that_would_be_too_high_is_told(tmp_path: Path) -> None:
    content = made(tmp_path, "很长的进展。\n" * 60)
    (file,) = form_files(content, Format.XLSX)
    stream = io.BytesIO()
    file.write(stream, unobserved)
    workbook = openpyxl.load_workbook(stream)

    heights = [one.height for one in workbook.worksheets[0].row_dimensions.values()]
    assert max(height or 0 for height in heights) == HIGHEST_ROW
    (remark,) = file.remarks()
    assert "（进展情况）" in remark
    assert remark in [row[0].value for row in workbook["说明"].iter_rows()]


def test_figures_by_department_have_names(tmp_path: Path) -> None:
    content = made(tmp_path)
    workbook = opened(content)
    sheet = workbook["各单位"]
    places = {name: defined.attr_text.split("!")[1] for name, defined in workbook.defined_names.items()}

    assert {"pt_d1_tasks", "pt_d1_rate", "pt_all_tasks", "pt_all_rate"} <= set(places)
    total = sheet[places["pt_all_tasks"].replace("$", "")]
    assert (total.value, sheet.cell(total.row, 1).value) == (6, "合计")
    rate = sheet[places["pt_all_rate"].replace("$", "")]
    assert (rate.value, rate.number_format) == (0.167, "0.0%")
    rows = [[one.value for one in row] for row in sheet.iter_rows(max_col=2)]
    assert ["玉泉市/市水利局", 2] in rows or ["市水利局", 2] in rows


def test_the_same_content_makes_the_same_bytes(tmp_path: Path) -> None:
    content = made(tmp_path)
    data = written(content)

    assert written(content) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        for part in package.infolist():
            assert part.date_time == (TODAY.year, TODAY.month, TODAY.day, 0, 0, 0)
            assert (part.external_attr, part.create_system) == (0, 0)
        core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-11-22T00:00:00Z"}


def test_the_workbook_knows_what_it_was_made_from(tmp_path: Path) -> None:
    content = made(tmp_path)
    workbook = opened(content)
    properties = {one.name: str(one.value) for one in getattr(workbook, "custom_doc_props")}  # noqa: B009 - the stubs do not know it

    assert joined_property(properties) == origin_of(content, Format.XLSX).text
    assert max(map(len, properties.values())) <= 255
    assert (workbook.properties.creator, workbook.properties.title) == (None, None)


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=type)
@pytest.mark.parametrize("room", [0, 3000])
def test_a_workbook_that_comes_to_nothing_says_so_once(
    tmp_path: Path, room: int, fault: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.BytesIO):
        def write(self, data: Any, /) -> int:
            if self.tell() + len(data) > room:
                raise fault
            return super().write(data)

    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    (file,) = form_files(made(tmp_path), Format.XLSX)

    with pytest.raises(type(fault)), Full() as stream:
        file.write(stream, unobserved)
    gc.collect()

    assert told == []


def test_more_rows_than_a_sheet_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = made(tmp_path)
    monkeypatch.setattr(book, "MOST_ROWS", 8)

    with pytest.raises(DataError, match="too_many_rows"):
        written(content)


def test_an_export_that_is_ended_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    content = made(tmp_path)
    before = set(tmp_path.iterdir())
    (file,) = form_files(content, Format.XLSX)

    def ended(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        file.write(io.BytesIO(), ended)
    assert set(tmp_path.iterdir()) == before


def test_english_and_demonstration(tmp_path: Path) -> None:
    content = made(tmp_path)
    heading = replace(content.summary.heading, is_demo=True)
    english = content._replace(words=Words(Language.EN), summary=replace(content.summary, heading=heading))
    workbook = opened(english)

    assert workbook.sheetnames[0] == "Working ledger"
    assert str(workbook.worksheets[0]["A1"].value).startswith("[DEMO]")


def test_charts_are_native_and_stand_beside_their_figures(tmp_path: Path) -> None:
    content = made(tmp_path)
    data = written(content)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["图表"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        charts = [package.read(name).decode() for name in package.namelist() if "charts/chart" in name]

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    (_, end, start, _) = (int(row) for row in re.findall(r"<xdr:row>(\d+)</xdr:row>", drawing))
    assert end < start  # no chart lies over the next one
    offsets = [int(offset) for offset in re.findall(r"<xdr:from>.*?<xdr:rowOff>(\d+)<", drawing, re.DOTALL)]
    assert offsets and all(offsets)  # no chart prints its edge on the page before

    titles = [re.findall("<a:t>([^<]*)</a:t>", chart) for chart in charts]
    assert titles == [
        ["各单位任务完成情况（完成率由低到高）", "单位", "任务数"],
        ["各季度到期要求", "季度", "要求（项）"],
    ]
    assert "<c:v>2026年第4季度</c:v>" in charts[1]  # what is drawn stands in the chart too
    rows = [[one.value for one in row] for row in sheet.iter_rows(max_col=6)]
    assert ["2026年第4季度", 0, 0, 2, 0, 2] in rows


def test_a_chart_says_what_it_leaves_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plantui.export.workbook.chart_sheet.MOST_BARS", 2)
    sheet = opened(made(tmp_path))["图表"]

    column = [str(row[0].value) for row in sheet.iter_rows(max_col=1)]
    assert any(text.startswith("只画完成率最低的 2 个单位，另有") for text in column)
