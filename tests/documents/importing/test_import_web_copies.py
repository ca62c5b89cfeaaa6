"""Copies from web pages: what stands around the document is neither its title nor its last task."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.formats import read_source
from plantui.documents.imported import Imported, Remainder, RemainderKind
from plantui.documents.importer import import_document
from plantui.model.plan import Plan
from tests.support.imported_documents import imported, roles

PLAN = (
    "一、重点任务\n1.治理河道。开展清淤。（市水利局负责）\n2.加强监测。布设站点。（市水利局、市财政局负责）\n"
    "3.加强宣传。组织宣传。（市教育局负责）\n"
)
HEAD = (
    "首页 政务公开 政务服务 互动交流\n您的位置：首页 > 政务公开 > 规划计划\n[字体：大 中 小] [打印] [关闭]\n"
    "发布时间：2025-02-03 来源：办公厅\n"
)
TITLE = "安城市人民政府关于加强水利工作的意见\n安政发〔2024〕6号\n为做好水利工作，提出如下意见。\n"
SIGNED = "安城市人民政府\n2024年3月29日\n（此件公开发布）\n"
FOOT = (
    "扫一扫在手机打开当前页\n相关稿件\n《意见》政策解读\n主办单位：安城市人民政府办公室　运行维护单位：安城市大数据中心\n"
    "版权所有：安城市人民政府 安ICP备01234567号\n"
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return imported(HEAD + TITLE + PLAN + SIGNED + FOOT).plan


def test_the_front_matter_is_the_documents_own(plan: Plan) -> None:
    """Neither the way to the page nor the day on which it was shown."""
    info = plan.info

    assert (info.title, info.issuer, info.region) == (
        "安城市人民政府关于加强水利工作的意见",
        "安城市人民政府",
        "安城市",
    )
    assert (info.document_number, info.issued) == ("安政发〔2024〕6号", date(2024, 3, 29))


def test_the_foot_of_the_page_is_no_task(plan: Plan) -> None:
    assert [task.title for task in plan.tasks] == ["治理河道", "加强监测", "加强宣传"]
    assert plan.tasks[-1].text == "组织宣传。"
    assert roles(plan.tasks[-1]) == {"responsible": ["市教育局"]}


def test_an_unsigned_copy_takes_the_day_of_the_page() -> None:
    assert imported(HEAD + TITLE + PLAN + FOOT).plan.info.issued == date(2025, 2, 3)


def test_the_foot_is_named_in_the_account() -> None:
    read = imported(HEAD + TITLE + PLAN + SIGNED + FOOT)

    assert read.shares.coverage == 1.0
    named = "".join(
        read.source.text[piece.span.start : piece.span.end]
        for piece in read.remainder
        if piece.kind is RemainderKind.FURNITURE
    )
    assert "ICP备" in named
    assert "政务服务" in named


def test_a_role_line_of_the_last_task_is_no_foot() -> None:
    """主办单位： names who does it where no page follows."""
    plan = imported(TITLE + PLAN + "4.举办论坛。举办水利论坛。\n主办单位：市水利局，市科技局\n").plan

    assert roles(plan.tasks[-1]) == {"lead": ["市水利局", "市科技局"]}


@pytest.mark.parametrize(
    ("head", "signed", "issuer"),
    [
        ("安城市人民政府办公厅关于印发水利工作方案的通知", "市政府办公厅", "安城市人民政府办公厅"),
        ("安城市人民政府\n安城市人民政府办公厅关于印发水利工作方案的通知", "", "安城市人民政府办公厅"),
        ("发布机构：安城县政府办   成文日期：2024年3月1日", "", "安城县政府办"),
    ],
)
def test_the_issuer_in_full(head: str, signed: str, issuer: str) -> None:
    text = (
        f"{head}\n各区人民政府：\n现将水利工作方案印发给你们。\n{signed}\n2024年3月1日\n水利工作方案\n{PLAN}"
    )

    assert imported(text).plan.info.issuer == issuer


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("发改规划〔2024〕93号", "发改规划〔2024〕93号"),
        ("安政办发〔２０２４〕１２号", "安政办发〔2024〕12号"),
    ],
)
def test_the_documents_number(line: str, number: str) -> None:
    text = f"安城市水利发展规划\n{line}\n为做好水利工作，制定本规划。\n{PLAN}"

    assert imported(text).plan.info.document_number == number


def test_full_width_digits_are_digits() -> None:
    plan = imported(
        "安城市水利工作方案（２０２４—２０２６年）\n为做好水利工作，制定本方案。\n一、重点任务\n"
        "１.２０２５年底前，建成泵站１２座。（市水利局负责）\n２.加强监测。布设站点。（市水利局负责）\n"
        "３.加强宣传。组织宣传。（市教育局负责）\n"
    ).plan

    assert (plan.info.start_year, plan.info.end_year) == (2024, 2026)
    assert [d.due for d in plan.tasks[0].deadlines] == [date(2025, 12, 31)]
    assert [i.value for i in plan.tasks[0].indicators] == [12]


@pytest.mark.parametrize(
    ("head", "title", "issuer"),
    [
        (
            "安城市发展和改革委员会 中共安城市委社会工作部 安城市住房和城乡建设局 关于印发安城市社区设施建设方案的通知\n各区政府：",
            "安城市社区设施建设方案",
            "安城市发展和改革委员会、中共安城市委社会工作部、安城市住房和城乡建设局",
        ),
        (
            "“信息公开” 中共东湖区委办公室 东湖区人民政府办公室印发《东湖区建设三年行动计划（2024—2026年）》的通知\n东湖区建设三年行动计划\n（2024—2026年）",
            "东湖区建设三年行动计划（2024—2026年）",
            "中共东湖区委办公室、东湖区人民政府办公室",
        ),
        ("安城市生态环境局\n欢迎进入安城市生态环境局网站!\n安城市水利工作方案", "安城市水利工作方案", None),
    ],
)
def test_issuers_and_title_of_a_copied_head(head: str, title: str, issuer: str | None) -> None:
    info = imported(f"{head}\n为做好工作，制定本方案。\n{PLAN}").plan.info

    assert (info.title, info.issuer) == (title, issuer)


def test_what_every_task_needs_may_have_an_exception() -> None:
    """The sentence runs on to 不再列出, and the copy closes the bracket twice."""
    plan = imported(
        "安城市水利工作方案\n一、重点任务\n1.控制用水。总量控制在47亿立方米。[市水务局牵头，市住建局配合，各县（区）政府负责落实。"
        "以下均需各县（区）政府落实，区政府无相关职能的，由市直责任部门负责，不再列出)]\n"
        "2.严控超采。开展排查。[市水务局牵头]\n3.加强监测。布设站点。[市水务局负责]\n"
    ).plan

    assert plan.info.responsible == ("各县（区）政府",)
    assert roles(plan.tasks[0]) == {
        "lead": ["市水务局"],
        "support": ["市住建局"],
        "responsible": ["各县（区）政府"],
    }
    assert plan.tasks[0].text == "总量控制在47亿立方米。"


ITEMS = (
    "1. 修建泵站。2025年12月底前，修建泵站3座。（市水利局牵头，市财政局配合）",
    "2. 清理河道。2025年10月底前，清理河道20公里。（市水利局牵头）",
    "3. 开展巡河。2025年6月底前，巡河12次。（市水利局牵头，市教育局配合）",
)
NAMES = ["修建泵站", "清理河道", "开展巡河"]
YEAR = "安城市2025年水利任务清单\n"


@pytest.mark.parametrize(
    ("line", "is_the_pages"),
    [
        ("来源：安城统计年鉴", False),
        ("发布时间：2025-02-18", False),
        ("来源：安城市水利局　发布时间：2025-02-18 浏览次数：120", True),
        ("【字体：大 中 小】", True),
        ("字号：[大] [中] [小]", True),
        ("责任编辑：张青山", True),
        ("编辑：张青山 审核：李禾", True),
        ("浏览次数：1024次", True),
        ("【打印】 【关闭】", True),
        ("打印本页 | 关闭窗口", True),
    ],
)
@pytest.mark.parametrize("before", [0, 1, 2])
def test_a_line_of_the_page_ends_no_document(line: str, is_the_pages: bool, before: int) -> None:
    """It may stand above the items, between them and before the last one; whose it is, the account says."""
    read = imported(YEAR + "\n".join([*ITEMS[:before], line, *ITEMS[before:]]) + "\n")

    assert [task.title for task in read.plan.tasks] == NAMES
    assert [roles(task)["lead"] for task in read.plan.tasks] == [["市水利局"]] * 3
    assert read.shares.coverage == 1.0
    if is_the_pages and before:
        assert [piece.kind for piece in read.remainder if line in _words(read, piece)] == [
            RemainderKind.FURNITURE
        ]
        assert not any(line in task.text for task in read.plan.tasks)


def _words(read: Imported, piece: Remainder) -> str:
    return read.source.text[piece.span.start : piece.span.end]


@pytest.mark.parametrize(
    "last",
    [
        "相关政策落实到位。（市财政局牵头）",
        "来源：上级要求，2025年12月底前完成验收。",
        "（四）健全制度。",
        "（1）健全制度",
        "下载 名录由市水利局更新，12月底前公布。",
    ],
)
def test_what_has_a_number_a_date_or_departments_is_document(last: str) -> None:
    """A line that begins like one of the foot stays, and so does what stands between it and the foot."""
    read = imported(YEAR + "\n".join([*ITEMS, "打印本页 关闭窗口", last, "版权所有：安城市人民政府"]) + "\n")

    furniture = "\n".join(_words(read, p) for p in read.remainder if p.kind is RemainderKind.FURNITURE)
    assert furniture == "打印本页 关闭窗口\n版权所有：安城市人民政府"


def test_a_source_above_a_table_ends_nothing() -> None:
    """The rows of a table are document, though they are read elsewhere."""
    rows = "".join(
        f"<tr><td>{n}</td><td>{name}</td><td>市水利局</td><td>2025年底前</td></tr>"
        for n, name in enumerate(NAMES, 1)
    )
    page = (
        f"<html><body><h1>{YEAR}</h1><div>来源：安城市水利局　发布时间：2025-02-18</div><table>"
        f"<tr><td>序号</td><td>任务</td><td>责任单位</td><td>完成时限</td></tr>{rows}</table></body></html>"
    )
    plan = import_document(read_source(page.encode(), "demo.html")).plan

    assert (plan.info.title, plan.info.issued) == (YEAR.strip(), date(2025, 2, 18))
    assert [task.title for task in plan.tasks] == NAMES


def test_what_nothing_explains_in_the_foot_is_doubtful() -> None:
    """Lines left out together are one doubt, and not understood; those that every foot has are neither."""
    foot = (
        "责任编辑：张青山\n相关解读\n《水利任务清单》政策解读\n本网原创稿件欢迎转载\n转载请注明出处\n"
        "地址：安城市中山路1号\n版权所有：安城市人民政府\n"
    )
    read = imported(YEAR + "\n".join(ITEMS) + "\n" + foot)

    left_out = [doubt for doubt in read.doubts if doubt.reason == "documents.doubt.left_out"]
    assert [(doubt.read, doubt.facts) for doubt in left_out] == [("本网原创稿件欢迎转载", {"count": "2"})]
    assert read.shares.not_understood == len("本网原创稿件欢迎转载转载请注明出处")
    assert [task.title for task in read.plan.tasks] == NAMES
    assert read.plan.tasks[-1].text == "2025年6月底前，巡河12次。"


def test_the_editor_at_the_foot_of_each_page() -> None:
    """Printed pages repeat the line; the items behind it are tasks wherever their lines end."""
    pages = "\f".join(f"{item}\n责任编辑：张青山\n" for item in ITEMS)
    read = imported(YEAR + pages)

    assert [task.title for task in read.plan.tasks] == NAMES
    assert not any("张青山" in task.text for task in read.plan.tasks)
