"""Tables beside text: whose rows are tasks, and in which section."""

from __future__ import annotations

from datetime import date

from plantui.documents.formats import read_source
from plantui.documents.imported import RemainderKind
from plantui.documents.importer import import_document
from plantui.model.plan import Plan
from plantui.model.terms import Force, Op
from tests.support.imported_documents import imported, roles

HEAD = "关于平湖县2025年重点工作的实施方案\n平湖县人民政府办公室\n2025年3月3日\n\n"
TABLE = "| 序号 | 推进措施 | 主办科室 | 协办部门 | 完成期限 |\n"


def outline(plan: Plan) -> list[tuple[str, str]]:
    """Each task's title with that of its section."""
    titles = {section.id: section.title for section in plan.sections}
    return [(titles[task.section], task.title) for task in plan.tasks]


def test_tables_and_items_in_turn() -> None:
    """Rows are tasks in the section in which their table stands, in the order of the document."""
    found = imported(
        HEAD
        + "二、重点任务\n（一）促进就业\n1.培训职工。培训3000人。（牵头单位：县人社局；配合单位：县财政局）\n"
        + "（二）改善环境\n"
        + TABLE
        + "| 2 | 改造小区12个 | 县住建局 | 县城管局、自然资源局 | 12月底前 |\n"
        + "| 3 | 建设公园6处 | 县城管局 | 无 | 2025.10 |\n"
        + "（三）完善治理\n4.推行网格化。划分网格120个。（责任单位：县委政法委）\n"
        + "三、保障措施\n（一）加强领导。成立专班。\n"
    )

    assert outline(found.plan) == [
        ("促进就业", "培训职工"),
        ("改善环境", "改造小区12个"),
        ("改善环境", "建设公园6处"),
        ("完善治理", "推行网格化"),
    ]
    assert [task.id for task in found.plan.tasks] == ["1", "2", "3", "4"]
    assert roles(found.plan.tasks[1]) == {"lead": ["县住建局"], "support": ["县城管局", "县自然资源局"]}
    assert [d.due for d in found.plan.tasks[1].deadlines] == [date(2025, 12, 31)]
    assert RemainderKind.UNKNOWN not in {piece.kind for piece in found.remainder}


def test_rows_that_repeat_the_text() -> None:
    """A summary adds the rows that the text does not have, and no others, also where it words a title differently."""
    found = imported(
        HEAD
        + "一、改善环境\n1.全面强化扬尘治理。安装设备50套。（责任单位：县住建局）\n"
        + "2.推进清洁取暖改造。改造3000户。（责任单位：县发改局）\n"
        + "二、改善水质\n3.整治入河排污口。整治20个。（责任单位：县水利局）\n\n"
        + "附件\n\n平湖县2025年重点工作任务分工表\n\n序号\t任务\t牵头单位\t完成时限\n"
        + "1\t强化扬尘治理\t县住建局\t12月底\n2\t推进清洁取暖改造\t县发改局\t12月底\n"
        + "3\t整治入河排污口工作\t县水利局\t12月底\n4\t建设空气自动站2座\t县生态环境局\t9月底\n"
    )

    assert [task.title for task in found.plan.tasks] == [
        "全面强化扬尘治理",
        "推进清洁取暖改造",
        "整治入河排污口",
        "建设空气自动站2座",
    ]


def test_measures_of_an_item() -> None:
    """The rows of a table under an item without departments are tasks, the item is their section."""
    plan = imported(
        HEAD
        + "一、改善环境\n1.强化扬尘治理。严格落实要求。\n"
        + TABLE
        + "| （1） | 安装监测设备50套 | 县住建局 | | 6月底 |\n| （2） | 清扫道路 | 县城管局 | | 全年 |\n"
        + "2.推进清洁取暖。改造3000户。（责任单位：县发改局）\n3.检查锅炉。检查80台。（责任单位：县市场监管局）\n"
    ).plan

    assert outline(plan) == [
        ("强化扬尘治理", "安装监测设备50套"),
        ("强化扬尘治理", "清扫道路"),
        ("改善环境", "推进清洁取暖"),
        ("改善环境", "检查锅炉"),
    ]


def test_several_tables_with_different_heads() -> None:
    """Each is read by its own head; a section's name that the table repeats stands once."""
    plan = imported(
        HEAD
        + "一、产业发展\n| 任务 | 责任单位 | 时间 |\n| 1. 培育企业8家 | 县工信局 | 2025年底 |\n"
        + "二、城市更新\n| 项目名称 | 2025年目标 | 2026年目标 | 责任单位 |\n|---|---|---|---|\n"
        + "| 一、城市更新 |\n| 滨河路 | 完成设计 | 建成通车 | 牵头：县住建局；配合：县交通局 |\n"
    ).plan

    assert outline(plan) == [("产业发展", "培育企业8家"), ("城市更新", "滨河路")]
    assert plan.tasks[0].number == "1"
    assert plan.tasks[1].text == "2025年完成设计。2026年建成通车。"
    assert roles(plan.tasks[1]) == {"lead": ["县住建局"], "support": ["县交通局"]}


def test_a_table_in_place_of_items_without_departments() -> None:
    """An annex gives the tasks where the text names nobody."""
    plan = imported(
        HEAD
        + "一、重点任务\n（一）抓好项目。坚持项目为王。\n（二）抓好民生。坚持民生为本。\n二、保障措施\n（一）加强领导。成立专班。\n"
        + "附件\n平湖县2025年重点工作任务分解表\n"
        + TABLE
        + "| 1 | 签约项目5个 | 县商务局 | | 12月底 |\n| 2 | 改造危房20户 | 县住建局 | | 6月底 |\n"
    ).plan

    assert [task.title for task in plan.tasks] == ["签约项目5个", "改造危房20户"]


def test_items_get_the_departments_of_their_rows() -> None:
    """Where the text says what and the table who, a task has both."""
    plan = imported(
        HEAD
        + "一、重点任务\n1.强化源头治理。2025年底前建成基地5个。\n2.加强生产监管。开展自查。\n3.严管餐饮服务。推行公开。\n"
        + "附件：重点工作任务分工表\n序号\t重点任务\t牵头单位\t责任单位\t时间节点\n"
        + "1\t强化源头治理\t县农业农村局\t县财政局、水利局\t2025年12月\n2\t加强生产监管\t县市场监管局\t无\t6月底\n"
        + "3\t严管餐饮服务\t县市场监管局\t县教育局\t长期\n"
    ).plan

    assert [task.text for task in plan.tasks] == ["2025年底前建成基地5个。", "开展自查。", "推行公开。"]
    assert roles(plan.tasks[0]) == {"lead": ["县农业农村局"], "responsible": ["县财政局", "县水利局"]}
    assert [d.due for d in plan.tasks[1].deadlines] == [date(2025, 6, 30)]


def test_a_table_of_indicators_holds_goals() -> None:
    """A target for each year, in its unit, with its direction and force; what is there now is no target."""
    source = read_source(
        (
            "# 河川市2024—2026年节水方案\n\n河川市水利局\n\n2024年3月1日\n\n## 一、主要目标\n\n力争建成节水城市。\n\n"
            "| 指标名称 | 单位 | 2023年现状 | 2025年目标 | 2026年目标 | 属性 |\n|---|---|---|---|---|---|\n"
            "| 万元GDP用水量 | 立方米 | 62 | 58 | ≤55 | 约束性 |\n| 再生水利用率 | % | 18 | — | 25以上 | 预期性 |\n\n"
            "## 二、重点任务\n\n1. 改造管网。改造120公里。（责任单位：市住建局）\n\n"
            "| 区域 | 管网长度 | 改造长度 |\n|---|---|---|\n| 东区 | 820 | 60 |\n| 西区 | 430 | 40 |\n\n"
            "2. 推广器具。普及率达到100%。（责任单位：市水利局）\n"
        ).encode(),
        "demo.md",
    )
    plan = import_document(source).plan

    assert [(g.indicator, g.op, g.value, g.unit, g.force) for g in plan.goals if g.indicator] == [
        ("万元GDP用水量", Op.AT_MOST, 58, "立方米", Force.BINDING),
        ("万元GDP用水量", Op.AT_MOST, 55, "立方米", Force.BINDING),
        ("再生水利用率", Op.AT_LEAST, 25, "%", Force.EXPECTED),
    ]
    assert [g.due for g in plan.goals if g.indicator] == [
        date(2025, 12, 31),
        date(2026, 12, 31),
        date(2026, 12, 31),
    ]
    assert [task.text for task in plan.tasks] == ["改造120公里。", "普及率达到100%。"]


ITEMS = (
    "二、重点任务\n（一）新建托育园。新增托位3600个，2025年12月底前完成。{own}\n（二）建设托班。新开设托班120个。\n"
    "（三）加强人员培训。累计培训500人次。\n（四）落实税费优惠。用水用电按居民价格执行。\n\n附件\n任务分工表\n"
    "序号\t重点任务\t牵头单位\t责任单位\t完成时限\n1\t新建托育园\t县卫健委\t县教育局\t2025年12月\n"
    "2\t建设托班\t县教育局\t县财政局\t2025年9月\n3\t从业者能力提升\t县人社局\t县卫健委\t2025年10月\n"
    "4\t落实税费优惠\t县税务局\t县发改局\t2025年6月\n"
)


def test_rows_in_the_order_of_the_tasks_are_theirs() -> None:
    """A title worded otherwise makes no task more; a date that the text has already is no second one."""
    tasks = imported(HEAD + ITEMS.format(own="")).plan.tasks

    assert [task.title for task in tasks] == ["新建托育园", "建设托班", "加强人员培训", "落实税费优惠"]
    assert roles(tasks[2]) == {"lead": ["县人社局"], "responsible": ["县卫健委"]}
    assert tasks[2].text == "累计培训500人次。"
    assert [[d.due for d in task.deadlines] for task in tasks] == [
        [date(2025, 12, 31)],
        [date(2025, 9, 30)],
        [date(2025, 10, 31)],
        [date(2025, 6, 30)],
    ]


def test_one_task_that_names_its_departments_keeps_the_table_for_the_others() -> None:
    tasks = imported(HEAD + ITEMS.format(own="（责任单位：县发改局、县住建局）")).plan.tasks

    assert roles(tasks[0]) == {"responsible": ["县发改局", "县住建局"]}
    assert [roles(task).get("lead") for task in tasks[1:]] == [["县教育局"], ["县人社局"], ["县税务局"]]
