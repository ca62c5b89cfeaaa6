"""Tables written in a text, whatever parts their cells: the same tasks come of each."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.formats import read_source
from plantui.documents.formats.content import Builder, Cell
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.source import SourceKind, source_of
from plantui.documents.tables.sign import may_hold_tables
from plantui.model.plan import Plan
from tests.support.document_files import csv_of, workbook_of
from tests.support.imported_documents import imported, roles

TITLE = "青禾市2024年绿化工作任务分解表\n青禾市林业局\n2024年2月1日\n\n"
TABBED = """序号\t类别\t工作任务\t牵头单位\t配合单位\t完成时限
1\t增绿\t新造林5000亩，封山育林2万亩。\t市林业局\t市财政局、水利局\t2024年3月底
2\t\t建设口袋公园6处。\t市城管局\t各县（市、区）人民政府\t2024/10/31
3\t护绿\t松材线虫病疫木清理完毕，疫情面积下降。\t市林业局\t同上\t12月底前
"""
PIPED = """| 序号 | 类别 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 |
| 1 | 增绿 | 新造林5000亩，封山育林2万亩。 | 市林业局 | 市财政局、水利局 | 2024年3月底 |
| 2 | | 建设口袋公园6处。 | 市城管局 | 各县（市、区）人民政府 | 2024/10/31 |
| 3 | 护绿 | 松材线虫病疫木清理完毕，疫情面积下降。 | 市林业局 | 同上 | 12月底前 |
"""
ALIGNED = """序号  类别   工作任务                    牵头单位    配合单位              完成时限
1     增绿   新造林5000亩，封山育林2万亩。  市林业局  市财政局、水利局      2024年3月底
2            建设口袋公园6处。           市城管局    各县（市、区）人民政  2024/10/31
                                                     府

                              1
\f
序号  类别   工作任务                    牵头单位    配合单位              完成时限
3     护绿   松材线虫病疫木清理完毕，疫  市林业局    同上                  12月底前
             情面积下降。
"""
DRAWN = """+------+------+--------------------------------+----------+
| 序号 | 类别 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 |
+------+------+--------------------------------+----------+
| 1 | 增绿 | 新造林5000亩， | 市林业局 | 市财政局、 | 2024年3月底 |
|   |      | 封山育林2万亩。| | 水利局 | |
+------+------+--------------------------------+----------+
| 2 | | 建设口袋公园6处。 | 市城管局 | 各县（市、区）人民政府 | 2024/10/31 |
+------+------+--------------------------------+----------+
| 3 | 护绿 | 松材线虫病疫木清理完毕，疫情面积下降。 | 市林业局 | 同上 | 12月底前 |
+------+------+--------------------------------+----------+
"""
LINES = TABBED.replace("\t同上", "\t〃").replace("2\t\t", "2\t").replace("\t", "\n")


@pytest.mark.parametrize("table", [TABBED, PIPED, ALIGNED, DRAWN, LINES])
def test_the_same_table_in_every_form(table: str) -> None:
    """Tabs, bars, blanks, drawn lines, a cell to a line."""
    plan = imported(TITLE + table).plan

    assert [(t.number, t.text) for t in plan.tasks] == [
        ("1", "新造林5000亩，封山育林2万亩。"),
        ("2", "建设口袋公园6处。"),
        ("3", "松材线虫病疫木清理完毕，疫情面积下降。"),
    ]
    assert [section.title for section in plan.sections] == ["增绿", "护绿"]
    assert [task.section for task in plan.tasks] == ["1", "1", "2"]
    assert roles(plan.tasks[0]) == {"lead": ["市林业局"], "support": ["市财政局", "市水利局"]}
    assert list(plan.tasks[2].departments.support) == ["各县（市、区）人民政府"]
    assert [[deadline.due for deadline in task.deadlines] for task in plan.tasks] == [
        [date(2024, 3, 31)],
        [date(2024, 10, 31)],
        [date(2024, 12, 31)],
    ]
    assert (plan.info.title, plan.info.issuer) == ("青禾市2024年绿化工作任务分解表", "青禾市林业局")


def test_every_field_keeps_its_place() -> None:
    """Also in cells that were joined from several lines."""
    source = source_of("demo.txt", "", SourceKind.TEXT, TITLE + ALIGNED)
    task = import_document(source).plan.tasks[1]

    assert task.source is not None
    start, _, end = task.source.departments[1].partition("-")
    words = source.text[int(start) : int(end)]
    assert (words[:10], words[-1]) == ("各县（市、区）人民政", "府")


def test_a_table_without_numbers_or_all_of_its_first_column() -> None:
    """A line with a time limit begins a row; a wrapped one goes on with it."""
    table = """类别        重点事项                        责任部门          办结时限

能源        新增光伏装机20万千瓦            市发展改革委      2025年12月底
            建设充电桩1500个                市住建局、        2025年10月底
                                            市交通运输局

注：本表按季度调度。
"""
    plan = imported("临川市碳达峰2025年工作台账\n\n" + table).plan

    assert [(t.number, t.title) for t in plan.tasks] == [
        ("", "新增光伏装机20万千瓦"),
        ("", "建设充电桩1500个"),
    ]
    assert roles(plan.tasks[1]) == {"responsible": ["市住建局", "市交通运输局"]}


def test_a_pasted_sheet_with_groups_notes_and_quoted_cells() -> None:
    """Groups of two levels are sections, sums and notes no tasks; a note says who leads."""
    table = """序号\t任务名称\t目标要求\t责任单位\t完成时间
一、政务服务
（一）提升效率
1\t一窗受理\t"开设窗口30个，
覆盖全部事项"\t"市行政审批局
市司法局"\t"2024年6月底前出台方案
2024年12月底前完成"
（二）便民利企
2\t帮办代办\t设立代办点50个\t市行政审批局\t常态化
二、法治环境
3\t涉企执法\t检查频次下降20%\t市司法局\t2024年四季度
合计\t3项
填表人：王某\t审核人：李某
备注：排在第一位的单位为牵头单位，其余为配合单位。
"""
    plan = imported("澄江市2024年营商环境任务分解表\n\n" + table).plan

    assert [(s.number, s.title, s.parent) for s in plan.sections] == [
        ("一、", "政务服务", None),
        ("（一）", "提升效率", "1"),
        ("（二）", "便民利企", "1"),
        ("二、", "法治环境", None),
    ]
    assert [task.title for task in plan.tasks] == ["一窗受理", "帮办代办", "涉企执法"]
    assert roles(plan.tasks[0]) == {"lead": ["市行政审批局"], "support": ["市司法局"]}
    assert [d.due for d in plan.tasks[0].deadlines] == [date(2024, 6, 30), date(2024, 12, 31)]


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("序号\n任务\n责任单位\n", True),
        ("任务\t责任单位（科室）\t时间", True),
        ("| 任务 | **责任单位** |", True),
        ("任务   牵头部门   时间", True),
        ("1.抓好落实。各责任单位要加强协作，牵头单位要统筹。", False),
        ("责任单位：市教育局", False),
    ],
)
def test_a_sign_of_a_table(text: str, may: bool) -> None:
    """The readers are loaded only for a document in which the name of a column stands alone."""
    assert may_hold_tables(source_of("demo.txt", "", SourceKind.TEXT, text)) is may


def test_a_row_that_the_page_cut() -> None:
    """The rest of its cells stands at the top of the next page, without number and title."""
    head = ("序号", "任务", "措施", "牵头单位", "时限")
    rows = [
        (head, 0),
        (("1", "建设水厂", "建设水厂3座，解决农村", "市发展改革委、市自然资源", "12月底"), 0),
        (head, 1),
        (("", "", "居民饮水问题。", "和规划局", ""), 1),
        (("2", "清淤水库", "清淤水库4座。", "市水利局", "10月底"), 1),
    ]
    builder = Builder()
    builder.line("海川市2025年水利任务分解表")
    for page in (0, 1):
        builder.page()
        own = [[Cell(cell) for cell in cells] for cells, at in rows if at == page]
        builder.table(own, continued=page == 1)
    read = builder.content()
    source = source_of("demo.pdf", "", SourceKind.PDF, read.text, read.page_starts, read.rows)

    plan = import_document(source).plan
    assert [task.title for task in plan.tasks] == ["建设水厂", "清淤水库"]
    assert plan.tasks[0].text == "建设水厂3座，解决农村居民饮水问题。"
    assert roles(plan.tasks[0]) == {"lead": ["市发展改革委", "市自然资源和规划局"]}


def test_numbers_in_brackets_and_a_note_one_cell_to_a_line() -> None:
    """（1） counts as 1 does; the note ends the table, groups of the table are sections."""
    lines = "序号 目标任务 具体举措 牵头单位 完成期限 一、道路设施 （1） 改造盲道 改造盲道30公里， 消除断点。 区城管局 2025年9月"
    lines += " （2） 增设坡道 增设坡道80处。 区残联 10月底前 二、信息交流 （3） 手语服务 配备翻译。 区政务办 长期 备注：由区残联解释。"
    plan = imported("泽川区2025年无障碍建设任务清单\n\n" + lines.replace(" ", "\n")).plan

    assert [section.title for section in plan.sections] == ["道路设施", "信息交流"]
    assert [(task.number, task.title, task.section) for task in plan.tasks] == [
        ("（1）", "改造盲道", "1"),
        ("（2）", "增设坡道", "1"),
        ("（3）", "手语服务", "2"),
    ]
    assert plan.tasks[0].text == "改造盲道30公里，消除断点。"
    assert roles(plan.tasks[2]) == {"lead": ["区政务办"]}


def test_blank_lines_between_cells() -> None:
    """Where they part all cells a row ends with as many as the head has: what follows is the close."""
    lines = "序号 重点任务 牵头单位 完成时间 1 建设数据中心1座 市大数据局 2025年6月 2 上线应用15个 市大数据局 长期"
    lines += " 白河市人民政府办公室 2025年1月8日"
    plan = imported("白川市2025年数字任务清单\n\n" + lines.replace(" ", "\n\n")).plan

    assert [[d.due for d in task.deadlines] for task in plan.tasks] == [[date(2025, 6, 30)], []]


def test_a_mark_whose_meaning_a_note_gives() -> None:
    """★ is no part of a name; where a note says so the name that bears it leads."""
    table = "| 任务 | 责任单位 | 时间 |\n| 引进外资5亿美元 | 市发改委、★市商务局 | 全年 |\n"
    note = "说明：标★的为牵头单位。\n"

    with_note = imported("澄江市2025年任务清单\n\n" + table + note).plan
    without = imported("澄江市2025年任务清单\n\n" + table).plan

    assert roles(with_note.tasks[0]) == {"lead": ["市商务局"], "responsible": ["市发改委"]}
    assert roles(without.tasks[0]) == {"responsible": ["市发改委", "市商务局"]}


def test_lines_above_several_tables() -> None:
    """What stands in 【】 above each of them names its rows."""
    head = "任务编号\t任务\t责任部门\t时间\n"
    plan = imported(
        "湖川区数字化改革任务清单（2025年度）\n\n【数字政府】\n"
        + head
        + "SZ-01\t建设共享平台\t区大数据局\t6月\n"
        "【数字社会】\n" + head + "SH-01\t建设养老平台\t区民政局\t—\n"
    ).plan

    assert [section.title for section in plan.sections] == ["数字政府", "数字社会"]
    assert [(task.number, task.title) for task in plan.tasks] == [
        ("SZ-01", "建设共享平台"),
        ("SH-01", "建设养老平台"),
    ]


def test_a_table_that_names_nobody() -> None:
    """Where a document has no other task its rows are tasks too; who does them may stand in their words."""
    rows = [
        ["杏川县2025年为民办实事项目", "", "", ""],
        ["序号", "项目", "内容", "完成时间"],
        ["1", "敬老院改造", "改造敬老院3所。（牵头单位：县民政局；配合单位：县财政局）", "10月底"],
        ["2", "农村公路", "新建公路60公里", "2025/12/31"],
    ]
    plan = import_document(read_source(csv_of(rows), "t.csv")).plan

    assert [(task.title, task.text) for task in plan.tasks] == [
        ("敬老院改造", "改造敬老院3所。"),
        ("农村公路", "新建公路60公里。"),
    ]
    assert roles(plan.tasks[0]) == {"lead": ["县民政局"], "support": ["县财政局"]}
    assert (plan.info.title, plan.info.region) == ("杏川县2025年为民办实事项目", "杏川县")
    assert [task.deadlines[0].due for task in plan.tasks] == [date(2025, 10, 31), date(2025, 12, 31)]


def test_names_cut_over_lines_one_cell_to_a_line() -> None:
    """政府 is the rest of a name, and a name that stands alone on its line is no part of the measure above it."""
    lines = "序号 任务 措施 牵头单位 配合单位 完成时限 1 改造泵站 改造泵站6座，建管网12公里 市水利局 市财政局 6月底 "
    lines += "2 建设水厂 建设水厂3座，铺设管网9公里 市水务集团 各县（市、区） 政府 12月底"
    plan = imported("海川市2025年水利任务清单\n\n" + lines.replace(" ", "\n")).plan

    assert plan.tasks[1].text == "建设水厂3座，铺设管网9公里。"
    assert roles(plan.tasks[1]) == {"lead": ["市水务集团"], "support": ["各县（市、区）政府"]}


def test_an_excerpt_with_a_bar_behind_each_cell() -> None:
    """A web page's table, copied cell by cell, may begin in the middle of the numbering."""
    plan = imported(
        TITLE + "序号 |\n工作任务 |\n牵头单位 |\n配合单位 |\n80 |\n新造林5000亩。 |\n市林业局 |\n市财政局 |\n"
        "81 |\n建设口袋公园6处。 |\n市城管局 |\n市林业局、市财政局 |\n"
    ).plan

    assert [(task.number, task.text) for task in plan.tasks] == [
        ("80", "新造林5000亩。"),
        ("81", "建设口袋公园6处。"),
    ]
    assert roles(plan.tasks[1]) == {"lead": ["市城管局"], "support": ["市林业局", "市财政局"]}


def workbook(*sheets: tuple[str, list[list[object]]]) -> Plan:
    """A workbook of several sheets as a plan."""
    return import_document(read_source(workbook_of(sheets), "t.xlsx")).plan


def test_sheets_of_a_workbook() -> None:
    """Each sheet's name is a section, its title the document's; a sheet of instructions holds no tasks."""
    head: list[object] = ["序号", "任务", "责任单位", "时限"]
    plan = workbook(
        ("说明", [["填表说明"], ["一、本表由办公室汇总。"], ["二、每月5日前报送。"]]),
        ("蓝天", [["澄江市2024年污染防治任务清单（蓝天）"], head, [1, "淘汰锅炉6台", "市工信局", "10月底"]]),
        ("碧水", [["澄江市2024年污染防治任务清单（碧水）"], head, [1, "整治排口8个", "市水利局", "2024"]]),
    )

    assert [section.title for section in plan.sections] == ["蓝天", "碧水"]
    assert [(task.id, task.title) for task in plan.tasks] == [("1.1", "淘汰锅炉6台"), ("2.1", "整治排口8个")]
    assert [task.deadlines[0].due for task in plan.tasks] == [date(2024, 10, 31), date(2024, 12, 31)]
    assert (plan.info.title, plan.info.region) == ("澄江市2024年污染防治任务清单", "澄江市")


HEAD: list[object] = ["序号", "任务", "完成时限", "牵头单位"]
DATED: list[list[object]] = [
    HEAD,
    [1, "划定停车位", date(2024, 6, 30), "市公安局"],
    [2, "清理占道停车", date(2025, 12, 31), "市城市管理局"],
    [3, "安装护栏", date(2025, 3, 31), "市交通运输局"],
]


@pytest.mark.parametrize(
    ("sheet", "title"), [("任务分解表", "任务分解表"), ("Sheet1", "t"), ("工作表1", "t"), ("2024", "t")]
)
def test_a_sheet_without_a_title(sheet: str, title: str) -> None:
    """Its name is the title where it ends like one, else the file's; both are doubtful. The years are those of its dates."""
    found = import_document(read_source(workbook_of([(sheet, DATED)]), "t.xlsx"))

    assert found.plan.info.title == title
    assert (found.plan.info.start_year, found.plan.info.end_year) == (2024, 2025)
    doubts = {doubt.reason.rpartition(".")[2]: doubt.read for doubt in found.doubts}
    assert doubts["no_title"] == title
    assert "no_years" not in doubts


def test_a_title_in_the_sheet_goes_before_its_name() -> None:
    rows: list[list[object]] = [["临江市停车治理任务清单"], *DATED]
    found = import_document(read_source(workbook_of([("任务分解表", rows)]), "t.xlsx"))

    assert found.plan.info.title == "临江市停车治理任务清单"
    assert "documents.doubt.no_title" not in [doubt.reason for doubt in found.doubts]


CONVERTED = """# 任务分解表
| 青禾市绿化行动计划（2024—2026年） | Unnamed: 1 | Unnamed: 2 | Unnamed: 3 | Unnamed: 4 | Unnamed: 5 |
| --- | --- | --- | --- | --- | --- |
| 类别 | 序号 | 任务 | 完成时限 | 牵头单位 | 配合单位 |
| 增绿 | 1 | 建设口袋公园 | 2025-06-30 00:00:00 | 市城管局 | 市财政局\\n市水利局 |
| NaN | 2 | 新造林 | 2024-12-31 00:00:00 | NaN | 市水利局 |
"""
LACKING = "| 3 | 封山育林 | 2026年12月底前 | 市林业局 | 市水利局 |\n"


def converted(name: str, text: str) -> Imported:
    return import_document(read_source(text.encode(), name))


@pytest.mark.parametrize("name", ["plan.txt", "plan.md"])
def test_a_table_as_converters_write_it(name: str) -> None:
    """NaN and Unnamed: 1 are empty, \\n is a line end, the row above the head has the title."""
    read = converted(name, CONVERTED)

    assert (read.plan.info.title, read.plan.info.start_year, read.plan.info.end_year) == (
        "青禾市绿化行动计划（2024—2026年）",
        2024,
        2026,
    )
    assert [section.title for section in read.plan.sections] == ["增绿"]
    assert [(task.number, task.title, roles(task)) for task in read.plan.tasks] == [
        ("1", "建设口袋公园", {"lead": ["市城管局"], "support": ["市财政局", "市水利局"]}),
        ("2", "新造林", {"support": ["市水利局"]}),
    ]
    assert [[one.due for one in task.deadlines] for task in read.plan.tasks] == [
        [date(2025, 6, 30)],
        [date(2024, 12, 31)],
    ]


@pytest.mark.parametrize("name", ["plan.txt", "plan.md"])
@pytest.mark.parametrize(
    ("row", "reason", "expected"),
    [
        (LACKING, "row_short", {"lead": ["市林业局"], "support": ["市水利局"]}),
        ("| 护绿 | 3 | 封山育林 | 2026年12月底前 | 市林业局 |\n", "row_short", {"lead": ["市林业局"]}),
        (
            "| 护绿 | 3 | 封山育林 | 2026年底前 | 市林业局 | 市水利局 | 市财政局 |\n",
            "row_long",
            {"lead": ["市林业局"], "support": ["市水利局", "市财政局"]},
        ),
    ],
)
def test_a_row_with_other_cells_than_the_head(
    name: str, row: str, reason: str, expected: dict[str, list[str]]
) -> None:
    """A number first says that the group before it was left out; each such row is a doubt at its place."""
    read = converted(name, CONVERTED + row)

    assert read.plan.tasks[-1].title == "封山育林"
    assert roles(read.plan.tasks[-1]) == expected
    [doubt] = [doubt for doubt in read.doubts if doubt.reason == f"documents.doubt.{reason}"]
    assert read.source.text.count("封山育林", 0, doubt.span.start) <= 1 < doubt.span.end


def test_a_row_of_bars_gives_no_needless_doubt() -> None:
    """A date in a cell is a field, and the bars around it are no line that was left out."""
    read = imported(TITLE + PIPED.replace("新造林5000亩", "9月底前新造林5000亩"))

    assert [doubt for doubt in read.doubts if doubt.reason.endswith("_set_aside")] == []
    assert read.shares.coverage == 1.0


def test_a_bar_at_the_end_of_a_row_leaves_an_empty_cell() -> None:
    """Below a head without bars at its ends it is no edge of the table, and the row lacks nothing."""
    found = imported(
        "海川市2025年绿化任务清单\n\n序号 | 任务 | 牵头单位 | 配合单位\n1 | 建设公园3座 | 市城管局 |\n2 | 新造林2万亩 | 市林业局 | 市财政局\n"
    )

    assert [roles(task) for task in found.plan.tasks] == [
        {"lead": ["市城管局"]},
        {"lead": ["市林业局"], "support": ["市财政局"]},
    ]
    assert not [doubt for doubt in found.doubts if "row_" in doubt.reason]


def test_many_rows_that_lack_cells_are_one_doubt() -> None:
    rows = "".join(f"| {number} | 改造泵站{number}座 | 市水利局 |\n" for number in range(1, 5))
    found = imported("海川市2025年水利任务清单\n\n| 序号 | 任务 | 牵头单位 | 完成时限 |\n" + rows)

    doubts = [doubt for doubt in found.doubts if "_short" in doubt.reason]
    assert [(doubt.reason.rpartition(".")[2], len(doubt.places)) for doubt in doubts] == [("rows_short", 4)]
