"""Working ledgers that departments filled in come back as notes: who says what, what is new, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.terms import Language, Status
from plantui.readback.filled.desk import Choices
from tests.support.export_samples import TODAY
from tests.support.filled_ledgers import COLUMNS, Form
from tests.support.receiving_desk import Office, office_in

RIVER, DAM, SAVING, COUNTIES, WETLAND, CLOSING = (
    *("整治 | 河道", "=水库加固", "节水评价"),
    *("县区节水", "修复湿地", "关停"),
)
WATER, FINANCE = "市水利局", "市财政局"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return office_in(tmp_path)


def news(office: Office, old: Collection[Note]) -> list[NoteContent]:
    """Return the contents of the notes that are new, task by task."""
    new = [note for note in office.notes() if note not in old]
    return [note.content for note in sorted(new, key=lambda note: (note.key, note.as_of))]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("knows_origin", [True, False])
def test_unchanged_ledger_adds_nothing(office: Office, language: Language, knows_origin: bool) -> None:
    """Awkward texts, control characters and several departments in a cell included."""
    cut = office.ledger.cut()
    arrival = office.receive(office.form(language=language, knows_origin=knows_origin).path)

    assert office.told(arrival) == ["台账.xlsx：6 行，新进展 0 条，改写 0 条，与台账相同 5 条。"]
    assert office.ledger.cut() == cut
    assert office.ledger.receipts() == []


@pytest.mark.parametrize("knows_origin", [True, False])
def test_filled_in_rows_become_notes_in_one_action(office: Office, knows_origin: bool) -> None:
    """One undo takes all back; a second time nothing is added, nor is after the undo anything lost."""
    before = office.notes()
    path = office.form(knows_origin=knows_origin).fill(
        (DAM, "progress", "已开工\n完成 30%"),
        (DAM, "status", "推进中"),
        (DAM, "percent", "30%"),
        (WETLAND, "progress", "修复 50 公顷"),
        (WETLAND, "status", "已完成"),
        (WETLAND, "days", date(2026, 11, 20)),
        (CLOSING, "progress", "市水利局：已关停"),
        (CLOSING, "status", "completed"),
        (CLOSING, "days", "2026年11月1日"),
    )
    arrival = office.receive(path)

    assert arrival.received is not None
    assert (arrival.received.notes, arrival.received.revisions, arrival.received.known) == (3, 0, 5)
    dam, wetland, closing = news(office, before)
    assert dam == NoteContent(Status.IN_PROGRESS, "已开工\n完成 30%", 30, as_of=TODAY)
    assert (wetland.progress, wetland.status, wetland.as_of) == (
        "修复 50 公顷",
        Status.COMPLETED,
        date(2026, 11, 20),
    )
    assert (closing.progress, closing.status, closing.as_of) == (
        "已关停",
        Status.COMPLETED,
        date(2026, 11, 1),
    )
    (receipt,) = office.ledger.receipts()
    assert (receipt.name, receipt.form.value, receipt.department) == ("台账.xlsx", "workbook", WATER)
    assert receipt.sha256
    again = office.receive(path).received
    assert again is not None
    assert (again.notes, again.revisions, again.known) == (0, 0, 8)
    assert office.ledger.undo() is not None
    assert len(office.notes()) == len(before)
    assert office.ledger.undo() is not None  # that of before: the workbook was one action
    taken = office.receive(path).received
    assert taken is not None
    assert taken.notes == 3


def test_what_was_left_alone_is_as_the_department_said_before(office: Office) -> None:
    """Only a cell that was changed says something: the rest of the note is that of the last one."""
    before = office.notes()
    path = office.form().fill((RIVER, "next_steps", "市水利局：十二月验收"))
    office.receive(path)

    (new,) = news(office, before)
    last = next(note.content for note in before if note.content.percent == 60)
    assert (new.next_steps, new.as_of) == ("十二月验收", TODAY)
    assert (new.progress, new.percent, new.problems) == (last.progress, 60, "=HYPERLINK(1)")


def test_words_of_two_departments_in_one_cell(office: Office) -> None:
    """The text of each begins with its name; a line in it that begins with another's name belongs to it."""
    before = office.notes()
    form = office.form()
    old = load_workbook(form.path).worksheets[0][form.cell(RIVER, "progress")].value
    assert isinstance(old, str)
    path = form.fill((RIVER, "progress", f"{old}\n市城管局：清淤 2 公里\n其中东段已完成"))
    office.receive(path)

    (new,) = news(office, before)
    assert new.progress == "清淤 2 公里\n其中东段已完成"
    assert [note.department for note in office.notes() if note.content == new] == ["市城管局"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([(RIVER, "progress", "已完成3条")], "分不清是哪个单位填的（市水利局、市城管局）"),
        ([(SAVING, "progress", "市财政局：完成\n补充一句")], "分不清末尾几行是接着市财政局的话"),
        ([(DAM, "status", "快了"), (DAM, "progress", "一")], "“快了”不是办理状态"),
        ([(DAM, "percent", "一半"), (DAM, "progress", "一")], "“一半”不是 0 到 100 的整数百分比"),
        ([(DAM, "percent", 0.4), (DAM, "progress", "一")], "“0.4”不是 0 到 100 的整数百分比"),
        ([(DAM, "percent", "140%"), (DAM, "progress", "一")], "“140%”不是 0 到 100 的整数百分比"),
        ([(DAM, "days", "六月底"), (DAM, "progress", "一")], "“六月底”不是日期"),
        ([(DAM, "days", date(2026, 12, 1)), (DAM, "progress", "一")], "日期 2026-12-01 在 2026-11-22 之后"),
        (
            [(DAM, "status", "暂缓"), (DAM, "progress", "一")],
            "状态是“暂缓”，要在“不计逾期的理由”一列写明理由",
        ),
        ([(DAM, "status", "已完成")], "市水利局改了这一行，但没有写进展情况"),
        ([(DAM, "reporters", "市气象局"), (DAM, "progress", "一")], "“市气象局”不是这项任务的单位"),
        ([(DAM, "progress", "=A1+1")], "公式还没有算出结果"),
        (
            [(DAM, "number", "3"), (DAM, "progress", "一")],
            "编号和任务对不上：这个编号是 金石市河湖计划 3 节水评价",
        ),
        ([(DAM, "number", "99"), (DAM, "progress", "一")], "编号写的是“99”"),
        (
            [(DAM, "task", "水库"), (DAM, "progress", "一")],
            "编号“2”是 金石市河湖计划 2 =水库加固，而任务写的是“水库”",
        ),
        ([(DAM, "task", "水库加"), (DAM, "number", None), (DAM, "progress", "一")], "相近的有"),
        ([(DAM, "task", None), (DAM, "progress", "一")], "没有写是哪项任务"),
        ([(DAM, "plan", "河湖"), (DAM, "progress", "一")], "没有“河湖”这个计划"),
        ([(RIVER, "status", "已完成")], "办理状态分不清是谁的"),
        ([(RIVER, "requirements", "市水利局：2030年：已完成")], "说的不是这项任务的时限"),
        ([(RIVER, "requirements", "市水利局：2024年底前 完成3条：快了")], "读不懂"),
        ([(RIVER, "actuals", "市水利局：整治河道：3条")], "同名的指标有 2 个"),
        ([(SAVING, "actuals", "市水利局：水质：")], "没有写数值"),
        ([(WETLAND, "status", "已销号"), (WETLAND, "progress", "一")], "须附佐证材料"),
    ],
)
def test_mistakes_are_named_with_their_cell(
    office: Office, cells: list[tuple[str, str, str | float | date | None]], said: str
) -> None:
    """Nothing of the file comes in, and the sentence says what would be right."""
    form = office.form()
    count = len(office.notes())
    form.fill((WETLAND, "next_steps", None), (COUNTIES, "progress", "东县政府：再宣传"), *cells)
    arrival = office.receive(form.path)

    fault, *_, last = office.told(arrival)
    title = cells[0][0]
    assert said in fault
    assert fault.startswith("Sheet!")
    assert str(form.rows[title]) in fault.partition("：")[0]
    assert last == "台账.xlsx：1 处有错，整个文件没有接收；改好后再接收，或加 --good-rows 只接收没有错的行。"
    assert len(office.notes()) == count
    taken = office.receive(form.path, Choices(takes_good_rows=True))
    assert taken.has_faults
    assert len(office.notes()) == count + 1


def _with_title_rows(sheet: Worksheet) -> None:
    sheet.insert_rows(1, 3)
    sheet["A1"] = "某市工作台账（请于 30 日前报回）"
    sheet.merge_cells("A1:H1")


def _moved_columns(sheet: Worksheet) -> None:
    sheet.insert_cols(1, 2)
    sheet["A2"], sheet["A4"] = "联系电话", "12345"


def _in_front(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    notes = sheet.parent.create_sheet("填报说明", 0)
    notes["A1"] = "请填写进展情况"
    notes["A2"] = "任务"


def _hidden(sheet: Worksheet) -> None:
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet.auto_filter.ref = "A2:U8"


def _sorted_and_cut(sheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    sheet.delete_rows(3, len(rows))
    for row in [*rows[:0:-1], []]:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if cell.data_type == "f" else cell.data_type
    sheet.append(["说明：红为逾期"])


def _headings_otherwise(sheet: Worksheet) -> None:
    for cell in sheet[2]:
        text = str(cell.value)
        written = {
            "进展情况": "进展\n情况（截至11月）",
            "完成比例": "完成比例（％）",
            "任务": "任 务 名 称",
            "办理状态": "＊办理状态",
        }
        cell.value = written.get(text, f" {text} ")


def _head_in_two_rows(sheet: Worksheet) -> None:
    sheet.insert_rows(2)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(2, column).value = sheet.cell(3, column).value
        sheet.cell(3, column).value = None
        sheet.merge_cells(start_row=2, end_row=3, start_column=column, end_column=column)


def _repeated_head(sheet: Worksheet) -> None:
    head = [cell.value for cell in sheet[2]]
    sheet.insert_rows(5)
    for column, value in enumerate(head, 1):
        sheet.cell(5, column).value = value


def _merged_downwards(sheet: Worksheet) -> None:
    sheet.merge_cells("B3:B6")
    sheet.merge_cells("C3:C4")


@pytest.mark.parametrize("knows_origin", [True, False])
@pytest.mark.parametrize(
    "change",
    [
        _with_title_rows,
        _moved_columns,
        _in_front,
        _hidden,
        _sorted_and_cut,
        _headings_otherwise,
        _head_in_two_rows,
        _repeated_head,
        _merged_downwards,
    ],
)
def test_table_is_found_however_it_was_changed(
    office: Office, change: Callable[[Worksheet], None], knows_origin: bool
) -> None:
    before = office.notes()
    form = office.form(knows_origin=knows_origin)
    form.fill((DAM, "progress", "已开工"), (DAM, "status", "推进中"))
    arrival = office.receive(form.edit(change))

    assert arrival.has_faults is False, office.told(arrival)
    assert [(one.progress, one.status) for one in news(office, before)] == [("已开工", Status.IN_PROGRESS)]
    told = office.told(arrival)
    extra = {
        _moved_columns: "台账.xlsx：“联系电话”一列不是台账的列，其中 1 格的内容没有读取。",
        _in_front: "台账.xlsx：没有读取的工作表：填报说明",
        _hidden: "台账.xlsx：其中 1 行是隐藏的（筛选或手工隐藏），也已读取。",
    }
    assert told[:-1] == [extra[change]] if change in extra else len(told) == 1


def test_department_of_a_whole_file(office: Office) -> None:
    """What stands without a name is its; another's changed words are refused, where it is known that they were changed."""
    before = office.notes()
    choices = Choices(departments=(DepartmentRef("金石市", "市城管局"),))
    form = office.form()
    form.fill((RIVER, "progress", "清淤 2 公里"), (RIVER, "status", "推进中"))
    office.receive(form.path, choices)

    assert [(one.progress, one.status) for one in news(office, before)] == [
        ("清淤 2 公里", Status.IN_PROGRESS)
    ]
    form = office.form(name="二.xlsx")
    arrival = office.receive(form.fill((SAVING, "progress", "市财政局：全完成")), choices)
    assert "市财政局的话被改动，而本表是市城管局填的" in office.told(arrival)[0]


def test_row_names_its_department(office: Office) -> None:
    before = office.notes()
    path = office.form().fill(
        (RIVER, "progress", "清淤"), (RIVER, "reporters", "市城管局"), (RIVER, "percent", "20")
    )
    office.receive(path)

    assert [(one.progress, one.percent) for one in news(office, before)] == [("清淤", 20)]


def test_report_of_the_same_day_is_changed_and_said(office: Office) -> None:
    """A corrected ledger changes the note of that day; one that was changed since is left as it is."""
    form = office.form()
    form.fill((WETLAND, "progress", "修复 50 公顷"), (WETLAND, "status", "推进中"))
    office.receive(form.path)
    before = office.notes()
    again = office.form(name="二.xlsx")
    again.fill((WETLAND, "progress", "修复 60 公顷"), (WETLAND, "days", TODAY))
    arrival = office.receive(again.path)

    assert arrival.received is not None
    assert (arrival.received.notes, arrival.received.revisions) == (0, 1)
    (changed,) = news(office, before)
    assert changed.progress == "修复 60 公顷"
    assert f"{WATER} {TODAY}：改写当天的进展" in office.told(arrival)[0]
    stale = form.fill((WETLAND, "progress", "修复 70 公顷"), (WETLAND, "days", TODAY))
    refused = office.told(office.receive(stale))
    assert "在此之后又写过（李雷：“修复 60 公顷”），不改写" in refused[0]


def test_day_for_all_notes(office: Office) -> None:
    before = office.notes()
    path = office.form().fill((WETLAND, "progress", "一"), (WETLAND, "days", date(2026, 11, 3)))
    office.receive(path, Choices(day=date(2026, 10, 31)))

    assert [one.as_of for one in news(office, before)] == [date(2026, 10, 31)]


def test_requirements_and_values_of_a_row(office: Office) -> None:
    """Lines as the export writes them, in the plan's words; one that is there already says nothing new."""
    before = office.notes()
    form = office.form()
    form.fill(
        (
            RIVER,
            "requirements",
            "市水利局：2024年底前 完成3条：已完成（2024-12-20）\n市水务局：2026年底前 完成10条: 60%",
        ),
        (SAVING, "actuals", "市财政局：水质：Ⅱ类（2026-08-01、监测月报）"),
    )
    office.receive(form.path)

    river, saving = news(office, before)
    assert [
        (one.requirement.clause, one.is_done, one.done_on, one.percent) for one in river.requirements
    ] == [
        ("完成3条", True, date(2024, 12, 20), None),
        ("完成10条", None, None, 60),
    ]
    (actual,) = saving.actuals
    assert (actual.grade, actual.day, actual.source) == ("Ⅱ类", date(2026, 8, 1), "监测月报")
    taken = office.receive(form.path).received
    assert taken is not None
    assert (taken.notes, taken.revisions) == (0, 0)
    once_more = office.form(name="二.xlsx")
    assert office.told(office.receive(once_more.path)) == [
        "二.xlsx：6 行，新进展 0 条，改写 0 条，与台账相同 5 条。"
    ]


def test_cells_from_which_nothing_is_taken_are_said(office: Office) -> None:
    form = office.form()
    form.fill((DAM, "lead", "市城管局"), (DAM, "evidence", "D:/报告.pdf"), (DAM, "light", "绿"))

    def strike(sheet: Worksheet) -> None:
        sheet[form.cell(SAVING, "progress")].font = Font(strike=True)

    told = office.told(office.receive(form.edit(strike)))
    assert [one.partition("：")[2][:12] for one in told[:-1]] == [
        "“牵头单位”一列改过，这",
        "“预警”一列改过，这一列",
        "“佐证材料”一列改过：佐",
        "这一格的文字有删除线，仍",
    ]


def test_sheet_without_a_ledger(office: Office) -> None:
    path = office.form().edit(lambda sheet: sheet.delete_rows(2))
    assert "没有找到台账的表头" in office.told(office.receive(path))[0]


def test_invented_notes_are_refused(office: Office) -> None:
    def title(sheet: Worksheet) -> None:
        sheet["A1"] = "【演示】金石市河湖计划"

    assert "演示台账" in office.told(office.receive(office.form().edit(title)))[0]


def test_two_contents_for_one_day(office: Office) -> None:
    """Two rows on one task are two statements of one department: which of them holds nobody can tell."""

    def double(sheet: Worksheet) -> None:
        sheet.append([cell.value for cell in sheet[7]])
        sheet.cell(sheet.max_row, COLUMNS.index("progress") + 1).value = "另一种"

    form = office.form()
    form.fill((WETLAND, "progress", "一种"))
    assert "在同一天对同一任务写了两种内容" in office.told(office.receive(form.edit(double)))[0]


def test_forms_of_several_months_are_kept_apart(office: Office) -> None:
    """A ledger of before, received late, adds its own month and leaves the newer one as it is."""
    early: Form = office.form()
    early.fill((WETLAND, "progress", "十月"), (WETLAND, "days", date(2026, 10, 31)))
    later = office.form(name="二.xlsx")
    later.fill((WETLAND, "progress", "十一月"))
    office.receive(later.path)
    office.receive(early.path)

    said = {note.as_of: note.content.progress for note in office.notes() if note.key.task == "1.1.1"}
    assert said == {date(2026, 10, 31): "十月", TODAY: "十一月"}
    assert office.receive(early.path).received is not None
    assert len([note for note in office.notes() if note.key.task == "1.1.1"]) == 2


def two_reports(office: Office) -> None:
    """Have both accountable departments of the river's task report, beside a supporting one that has."""
    for department, text in ((WATER, "清淤 1 公里"), ("市城管局", "栽树 100 棵")):
        said = NoteContent(Status.IN_PROGRESS, text, 50, problems=f"{text[:2]}缺钱", as_of=date(2026, 11, 20))
        office.ledger.add(TaskKey("jinshi", "1"), department, said)


@pytest.mark.parametrize("knows_origin", [True, False])
@pytest.mark.parametrize(
    ("column", "value", "said", "taken"),
    [
        ("progress", None, "台账中市水利局、市城管局、市财政局的内容已不在这一格里", 0),
        ("progress", "市水利局：清淤 2 公里", "台账中市城管局、市财政局的内容已不在这一格里", 1),
        ("days", None, "台账中市水利局、市城管局、市财政局的内容已不在这一格里", 0),
        ("days", "2026-11-10", "只改了日期，没有别的新内容", 0),
        ("status", None, "这一格里的“推进中”被删去，没有采用", 0),
        ("percent", None, "这一格里的“50”被删去，没有采用", 0),
        ("reporters", "市城管局", "“填报单位”一列改过，而这一行没有新内容", 0),
    ],
)
def test_a_cell_of_several_departments_that_was_typed_over_is_said_once(
    office: Office, knows_origin: bool, column: str, value: str | None, said: str, taken: int
) -> None:
    two_reports(office)
    before = office.notes()
    form = office.form(knows_origin=knows_origin)

    arrival = office.receive(form.fill((RIVER, column, value)))

    told = [
        line for line in office.told(arrival)[:-1] if line.startswith(f"Sheet!{form.cell(RIVER, column)}：")
    ]
    assert len([line for line in told if said in line]) == 1
    assert len([line for line in told if "提示：" not in line]) == 1
    assert len(news(office, before)) == taken
    assert arrival.has_faults is False


@pytest.mark.parametrize(("column", "value"), [("status", "已完成"), ("percent", "80%")])
def test_a_joint_value_typed_over_is_said_though_nothing_else_changed(
    office: Office, column: str, value: str
) -> None:
    two_reports(office)
    form = office.form(knows_origin=False)

    told = office.told(office.receive(form.fill((RIVER, column, value))))

    assert told[0].startswith(f"Sheet!{form.cell(RIVER, column)}：这一格说的是几个单位合起来的情况，没有采用")


def test_the_parts_of_others_that_a_department_typed_over_are_kept_and_said(office: Office) -> None:
    two_reports(office)
    before = office.notes()
    form = office.form()
    choices = Choices(departments=(DepartmentRef("金石市", "市城管局"),))

    told = office.told(office.receive(form.fill((RIVER, "progress", "栽树 200 棵")), choices))

    assert [one.progress for one in news(office, before)] == ["栽树 200 棵"]
    assert f"Sheet!{form.cell(RIVER, 'progress')}：台账中市水利局、市财政局的内容已不在这一格里" in told[0]


def test_a_departments_own_table_need_not_have_the_parts_of_others(office: Office) -> None:
    two_reports(office)
    form = office.form(knows_origin=False)
    choices = Choices(departments=(DepartmentRef("金石市", "市城管局"),))

    told = office.told(office.receive(form.fill((RIVER, "progress", "栽树 200 棵")), choices))

    assert [line for line in told if "已不在这一格里" in line] == []
