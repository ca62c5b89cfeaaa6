"""Kinds of lines that documents really have: who is named, what begins an item, what is a title, which day is meant."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.formats import read_source
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.model.plan import Task
from tests.support.document_files import docx_of, xlsx_of
from tests.support.imported_documents import imported, roles

HEAD = "平川市2025年水系治理工作方案\n\n平川市人民政府\n2025年3月2日\n\n一、主要任务\n\n"
OTHERS = "2.巡河。每月巡查。（市水利局牵头）\n3.宣传。开展宣传。（市教育局牵头）\n"


def read(item: str) -> Imported:
    """Import a document of three items, of which this is the first."""
    return imported(f"{HEAD}{item}\n{OTHERS}")


def first(item: str) -> Task:
    """Return the first task of such a document."""
    return read(item).plan.tasks[0]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("（责任单位：市税务局、青云湖区等相关区政府）", ["市税务局", "青云湖区政府", "相关区政府"]),
        ("（责任单位：市税务局、石桥镇等有关镇人民政府）", ["市税务局", "石桥镇人民政府", "有关镇人民政府"]),
        ("（责任单位：市体育局，各区、县级市）", ["市体育局", "各区", "各县级市"]),
        ("（责任单位：市体育局，各县、区）", ["市体育局", "各县", "各区"]),
        ("（责任单位：市卫生健康委、安宁医院管理中心）", ["市卫生健康委", "安宁医院管理中心"]),
        ("（责任单位：市商务局、临江区域合作办公室）", ["市商务局", "临江区域合作办公室"]),
        ("（责任单位：市卫生健康委、公立医院管理中心）", ["市卫生健康委", "市公立医院管理中心"]),
    ],
)
def test_names_of_bodies(clause: str, expected: list[str]) -> None:
    """A group shares its ending and its 各; a body called after a place keeps its name, one of the city's takes 市."""
    assert roles(first(f"1.开展试点。选择两处先行。{clause}")) == {"responsible": expected}


@pytest.mark.parametrize("blank", [" ", "　", "\u00a0"])
@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("（责任单位：市公安局 市城管局）", {"responsible": ["市公安局", "市城管局"]}),
        ("（市公安局牵头 市城管局配合）", {"lead": ["市公安局"], "support": ["市城管局"]}),
        (
            "\n牵头单位：市公安局 市城管局；配合单位：市财政局 城东区人民政府",
            {"lead": ["市公安局", "市城管局"], "support": ["市财政局", "城东区人民政府"]},
        ),
        (
            "\n牵头单位：市公安局 配合单位：市财政局",
            {"lead": ["市公安局"], "support": ["市财政局"]},
        ),
        ("（责任单位：市 财 政 局）", {"responsible": ["市财政局"]}),
        ("（责任单位：市自然资源和 规划局）", {"responsible": ["市自然资源和规划局"]}),
    ],
)
def test_names_parted_by_blanks(clause: str, expected: dict[str, list[str]], blank: str) -> None:
    """Blanks part two whole names in a label's list and in a bracket, and stand within one."""
    assert roles(first(f"1.开展试点。选择两处先行。{clause}".replace(" ", blank))) == expected


TABLE = [
    ["序号", "任务", "完成时限", "牵头单位", "配合单位"],
    ["1", "划定停车位", "2025年6月底前", "市公安局", "市水利局 市财政局"],
    ["2", "清理占道停车", "2025年底前", "市公安局　市城市管理局", "市水利局 市财政局　城东区人民政府"],
    ["3", "优化公交线路", "2025年底前", "市 交 通 局", "市财政局、市发展改革委"],
]

PAGE = (
    "<h1>平川市2025年停车工作方案</h1><table>"
    + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    + "</table>"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.xlsx", xlsx_of(TABLE)),
        ("plan.docx", docx_of(["平川市2025年停车工作方案"], TABLE)),
        ("plan.html", PAGE.encode()),
    ],
)
def test_cells_with_names_parted_by_blanks(name: str, content: bytes) -> None:
    plan = import_document(read_source(content, name)).plan
    assert [roles(task) for task in plan.tasks] == [
        {"lead": ["市公安局"], "support": ["市水利局", "市财政局"]},
        {"lead": ["市公安局", "市城市管理局"], "support": ["市水利局", "市财政局", "城东区人民政府"]},
        {"lead": ["市交通局"], "support": ["市财政局", "市发展改革委"]},
    ]


def test_persons_are_nobody() -> None:
    """干部, 负责人 and 人员 are persons, and the 负责 of 负责人 is no verb."""
    text = (
        f"{HEAD}1.建立台账。社区网格干部、治保干部要上门走访。\n"
        "2.定期培训。区级每年分批对各街道水务所负责人、工作人员开展培训。\n3.巡查。街道组织巡查。\n"
    )
    assert [roles(task) for task in imported(text).plan.tasks] == [{}, {}, {}]


@pytest.mark.parametrize("stop", [".", "．", "﹒", "․", "、"])
def test_stops_behind_numbers(stop: str) -> None:
    """Small and raised full stops are stops."""
    text = f"{HEAD}" + "".join(
        f"{number}{stop}{title}。\n牵头单位：{body}。\n"
        for number, title, body in (
            (1, "新建水闸3座", "市水利局"),
            (2, "改造泵站5座", "市城管局"),
            (3, "植树2万株", "市林业局"),
        )
    )
    plan = imported(text).plan
    assert [(task.number, roles(task)) for task in plan.tasks] == [
        ("1", {"lead": ["市水利局"]}),
        ("2", {"lead": ["市城管局"]}),
        ("3", {"lead": ["市林业局"]}),
    ]


@pytest.mark.parametrize("label", ["部门分工", "任务分工", "责任分工", "单位分工", "分工"])
def test_division_of_labour_is_a_role_line(label: str) -> None:
    """部门分工：…牵头，…配合 gives the roles as its verbs do; goals with such lines are tasks, one without any as well."""
    text = "平川市2025年政府工作分工方案\n\n一、主要预期目标\n\n" + "".join(
        f"{number}.新建水闸{number}座。\n\n{label}：{body}牵头，各县区配合。\n\n"
        for number, body in ((1, "市水利局"), (2, "市城管局"), (3, "市林业局"))
    )
    plan = imported(f"{text}4.其他指标不低于全省平均水平。\n").plan
    expected = [{"lead": [body], "support": ["各县区"]} for body in ("市水利局", "市城管局", "市林业局")]
    assert [roles(task) for task in plan.tasks] == [*expected, {}]


def test_goals_of_which_most_name_nobody_are_goals() -> None:
    """Three of six goals that name departments do not make tasks of the section."""
    items = "".join(
        f"{number}.目标{number}达到{number}0%。{'（市水利局牵头）' if number > 3 else ''}\n"
        for number in range(1, 7)
    )
    text = f"平川市2025年方案\n\n一、主要目标\n\n{items}\n二、主要任务\n\n{OTHERS}4.监测。设点。（市水利局牵头）\n"
    assert [task.title for task in imported(text).plan.tasks] == ["巡河", "宣传", "监测"]


def test_text_that_ends_inside_a_bracket() -> None:
    """The names before the cut are departments, and the cut is a doubt."""
    found = imported(f"{HEAD}{OTHERS}4.整治。完成整治。(市生态环境局、发展和改革局牵头,市公安局、水务局、")
    assert roles(found.plan.tasks[-1])["lead"] == ["市生态环境局", "市发展和改革局"]
    assert [doubt.reason for doubt in found.doubts if "bracket" in doubt.reason] == ["clauses.cut_bracket"]


@pytest.mark.parametrize("text", ["水质提升（Ⅲ类。", "改造泵站（一期。"])
def test_an_open_bracket_in_a_sentence_is_no_clause(text: str) -> None:
    """Only a bracket behind a sentence, in which no sentence ends, is one that was cut."""
    found = read(f"1.{text}（市水利局牵头）")
    assert roles(found.plan.tasks[0]) == {"lead": ["市水利局"]}
    assert not [doubt for doubt in found.doubts if "bracket" in doubt.reason]


def test_an_item_of_one_sentence_is_its_title() -> None:
    """Nothing was chosen, so nothing is doubtful; the full stop is no part of the title."""
    found = imported(
        f"{HEAD}1.新建水闸3座。\n责任单位：市水利局\n\n2.改造泵站5座。\n责任单位：市城管局\n\n3.植树2万株。\n责任单位：市林业局\n"
    )
    assert [task.title for task in found.plan.tasks] == ["新建水闸3座", "改造泵站5座", "植树2万株"]
    assert not [doubt for doubt in found.doubts if doubt.reason.endswith("title_from_text")]


def test_a_heading_without_number_behind_a_role_line() -> None:
    """The line ends the list of departments, with or without a verb, also where the label stands behind a sentence."""
    text = (
        "平川市数字水利行动计划\n\n拓展新空间\n\n1. 建设水网\n建设3处。\n责任单位：市水利局、市城管局按职责分工负责\n\n"
        "加强整体统筹\n\n2. 健全机制\n召开会议。\n责任单位：市数据局\n\n重点任务清单\n\n3. 监测\n到2025年6月底前完成。牵头单位：市水利局\n\n组织保障\n\n各单位要报送进展。\n"
    )
    assert [roles(task) for task in imported(text).plan.tasks] == [
        {"shared": ["市水利局", "市城管局"]},
        {"responsible": ["市数据局"]},
        {"lead": ["市水利局"]},
    ]


@pytest.mark.parametrize("label", ["文件名称", "- **文件名称**", "名称", "标题", "文件标题"])
def test_a_label_before_the_title_is_no_part_of_it(label: str) -> None:
    """As a web page or a list of files has it."""
    text = f"{label}：平川市导航产业三年行动计划（2022-2024年）\n\n一、主要任务\n\n{OTHERS}"
    assert imported(text).plan.info.title == "平川市导航产业三年行动计划（2022-2024年）"


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        ("2025.12.31前", date(2025, 12, 31)),
        ("2025/11/30前", date(2025, 11, 30)),
        ("2025-6-30日前", date(2025, 6, 30)),
        ("2025.9底前", date(2025, 9, 30)),
        ("25年底前", date(2025, 12, 31)),
        ("25年6月底前", date(2025, 6, 30)),
    ],
)
def test_days_in_figures(phrase: str, due: date) -> None:
    """A day in figures, or a year in two of them that the plan is about, is a deadline as it stands."""
    deadlines = first(f"1.清淤。{phrase}完成清淤。（市水利局牵头）").deadlines
    assert [(one.phrase, one.due) for one in deadlines] == [(phrase, due)]


def test_two_figures_that_are_no_year_of_the_plan() -> None:
    """99年底前 names no year that the plan is about: a doubt, and no date."""
    found = read("1.清淤。99年底前完成清淤。（市水利局牵头）")
    assert found.plan.tasks[0].deadlines == ()
    assert "documents.doubt.date_unread" in {doubt.reason for doubt in found.doubts}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("PM2.5浓度≤35微克/立方米", [("PM2.5浓度", "<=", 35, "微克/立方米")]),
        ("PM2.5浓度＜35μg/m³", [("PM2.5浓度", "<", 35, "μg/m³")]),
        ("优良天数比例≥80%", [("优良天数比例", ">=", 80, "%")]),
        ("优良天数＞290天", [("优良天数", ">", 290, "天")]),
        ("新增产能≤100万吨", [("新增产能", "<=", 100, "万吨")]),
        ("万元GDP能耗>=0.3吨标准煤", [("万元GDP能耗", ">=", 0.3, "吨标准煤")]),
        ("重污染天数小于等于5天", [("重污染天数", "<=", 5, "天")]),
        ("优良天数比例大于或等于80%", [("优良天数比例", ">=", 80, "%")]),
        ("夜间噪声控制在55dB(A)以内", [("夜间噪声", "<=", 55, "dB(A)")]),
        ("供水能力达到3万m³/d", [("供水能力", ">=", 3, "万m³/d")]),
        ("造林面积达到120hm²", [("造林面积", ">=", 120, "hm²")]),
        ("新增装机20万kW", [("新增装机", ">=", 20, "万kW")]),
        ("新增灌溉面积2—3万亩", [("新增灌溉面积", ">=", 2, "万亩"), ("新增灌溉面积", "<=", 3, "万亩")]),
        ("建成示范园3-5个", [("示范园", ">=", 3, "个"), ("示范园", "<=", 5, "个")]),
    ],
)
def test_signs_units_and_ranges(target: str, expected: list[tuple[str, str, float, str]]) -> None:
    """A sign before a figure is a comparison, a unit in Latin letters is one, and a range has two ends."""
    indicators = first(f"1.治理。到2025年底，{target}。（市水利局牵头）").indicators
    assert [(one.indicator, one.op, one.value, one.unit) for one in indicators] == expected


@pytest.mark.parametrize(
    "words", ["实施2024-2025年度计划", "联系电话0371-66668888", "完成1-2号泵站", "第1-3项任务"]
)
def test_what_is_no_range(words: str) -> None:
    """Years, telephone numbers and numbers of things have no two ends."""
    assert first(f"1.治理。{words}。（市水利局牵头）").indicators == ()
