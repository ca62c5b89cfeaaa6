"""What the heads and ends of documents say: who issues them, when, for which region, under which title."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.imported_documents import imported

PLAN = (
    "一、重点任务\n1.完善管网。改造雨水管网。（水务局负责）\n2.加强监测。布设站点。（应急局负责）\n"
    "3.加强宣传。组织宣传活动。（教育局负责）\n"
)
TEN = [
    "工业和信息化部",
    "国家发展改革委",
    "教育部",
    "科技部",
    "公安部",
    "民政部",
    "财政部",
    "水利部",
    "商务部",
    "国家能源局",
]
NOTICE = "关于印发排水设施更新实施方案的通知"
LETTER = "各省、自治区、直辖市有关部门：\n现将排水设施更新实施方案印发给你们，请认真执行。\n"


@pytest.mark.parametrize(
    ("head", "end", "issuer", "issued", "region"),
    [
        pytest.param(
            "青禾市排水防涝工作方案\n为深入贯彻落实省政府部署要求，根据市国资委关于企业防汛的安排，制定本方案。\n",
            "",
            None,
            None,
            "青禾市",
            id="a sentence is no issuer",
        ),
        pytest.param(
            "排水防涝工作方案\n为做好工作，制定本方案。在青禾市各小区、青禾市各学校开展。\n",
            "",
            None,
            None,
            "青禾市",
            id="the region is the place that the text names",
        ),
        pytest.param("排水防涝工作方案\n为做好工作，制定本方案。\n", "", None, None, "未注明", id="no place"),
        pytest.param(
            "关于做好排水防涝工作的通知\n各单位：\n现将有关工作安排如下。\n2025年2月14日\n青禾市排水防涝工作方案\n",
            "",
            None,
            date(2025, 2, 14),
            "青禾市",
            id="a lone date below the letter",
        ),
        pytest.param(
            "青禾市排水防涝工作方案\n为做好工作，制定本方案。\n",
            "2025年2月14日\n",
            None,
            date(2025, 2, 14),
            "青禾市",
            id="a lone date at the end",
        ),
        pytest.param(
            "排水防涝工作方案\n（2024年2月26日柳泾区防汛抗旱工作领导小组印发）\n为做好工作，制定本方案。\n",
            "",
            "柳泾区防汛抗旱工作领导小组",
            date(2024, 2, 26),
            "柳泾区",
            id="a note below the title",
        ),
        *(
            pytest.param(
                "2023年排水防涝工作方案\n为做好工作，制定本方案。\n",
                f"{name}\n2023年8月21日\n",
                name,
                date(2023, 8, 21),
                region,
                id=name,
            )
            for name, region in (
                ("青海湾州人民医院", "青海湾州"),
                ("青禾市水务集团有限公司", "青禾市"),
                ("青禾县第一实验学校", "青禾县"),
                ("青禾市城市防汛指挥部办公室", "青禾市"),
                ("石桥镇人民政府", "石桥镇"),
                ("青云街道办事处", "青云街道"),
            )
        ),
        pytest.param(
            "青禾水务集团有限公司文件\n青水发〔2024〕8号\n排水防涝工作方案\n为做好工作，制定本方案。在柳泾区实施，柳泾区先行。\n",
            "",
            "青禾水务集团有限公司",
            None,
            "柳泾区",
            id="a letterhead",
        ),
        pytest.param(
            "青禾市水务局\n2025年排水防涝工作要点\n为做好工作，制定本要点。\n",
            "",
            "青禾市水务局",
            None,
            "青禾市",
            id="a body above the title",
        ),
        pytest.param(
            "青禾水务集团有限公司文件\n排水防涝工作方案\n为做好工作，制定本方案，支持青禾市发展。在柳泾区实施，柳泾区先行。\n",
            "",
            "青禾水务集团有限公司",
            None,
            "青禾市",
            id="the place that a company is called after",
        ),
        pytest.param(
            "青禾市水务局\n2025年排水工作要点\n各科室：\n现将《青禾市水务局2025年排水工作要点》印发给你们。\n2025年2月14日\n"
            "青禾市水务局2025年排水工作要点\n",
            "",
            "青禾市水务局",
            date(2025, 2, 14),
            "青禾市",
            id="a body above a title that names it again",
        ),
        pytest.param(
            f"{NOTICE}\n各区：\n现印发给你们。\n青禾市水务局（代章）\n2024年3月1日\n排水设施更新实施方案\n",
            "",
            "青禾市水务局",
            date(2024, 3, 1),
            "青禾市",
            id="a note of the seal",
        ),
        pytest.param(
            f"国家税务总局青禾市税务局{NOTICE}\n各县：\n现印发给你们。\n",
            "",
            "国家税务总局青禾市税务局",
            None,
            "青禾市",
            id="a branch of a body of the state",
        ),
        pytest.param(
            f"为深入贯彻落实省委决策部署，按照市国资委\n{NOTICE}\n各企业：\n",
            "",
            None,
            None,
            "未注明",
            id="a sentence over two lines",
        ),
        pytest.param(
            "排水防涝工作方案\n为做好工作，制定本方案。\n",
            "青禾市水务局办公室 2024年5月10日印发\n",
            "青禾市水务局办公室",
            date(2024, 5, 10),
            "青禾市",
            id="the printing office",
        ),
        pytest.param(
            "排水防涝工作方案\n为做好工作，制定本方案。\n",
            "青禾市水务局\n2024年5月8日\n青禾市水务局办公室 2024年5月10日印发\n",
            "青禾市水务局",
            date(2024, 5, 8),
            "青禾市",
            id="is the last resort",
        ),
        pytest.param(
            f"{'　'.join(TEN)} {NOTICE}\n{LETTER}", "", "、".join(TEN), None, "全国", id="ten on one line"
        ),
        pytest.param(
            f"{'　'.join(TEN[:4])}\n{'　'.join(TEN[4:])}\n{NOTICE}\n{LETTER}",
            "",
            "、".join(TEN),
            None,
            "全国",
            id="ten on two lines",
        ),
        pytest.param(
            f"{'　'.join(TEN[:4])}\n{'　'.join(TEN[4:])}{NOTICE}\n{LETTER}",
            "",
            "、".join(TEN),
            None,
            "全国",
            id="the notice behind the last",
        ),
        pytest.param(
            f"{NOTICE}\n{LETTER}" + "\n".join(TEN) + "\n2024年3月1日\n排水设施更新实施方案\n",
            "",
            "、".join(TEN),
            date(2024, 3, 1),
            "全国",
            id="ten who sign",
        ),
        pytest.param(f"教育部等十部门{NOTICE}\n{LETTER}", "", "教育部", None, "全国", id="one named of ten"),
    ],
)
def test_who_issues_and_when(
    head: str, end: str, issuer: str | None, issued: date | None, region: str
) -> None:
    info = imported(head + PLAN + end).plan.info

    assert (info.issuer, info.issued, info.region) == (issuer, issued, region)


@pytest.mark.parametrize(
    ("head", "title", "short"),
    [
        pytest.param(
            "青禾市人民政府专题会议纪要\n〔2024〕12号\n研究部署2024年城区排水工作的会议纪要\n会议研究了有关工作。\n",
            "研究部署2024年城区排水工作的会议纪要",
            "研究部署城区排水工作的会议纪要",
            id="minutes below a letterhead",
        ),
        pytest.param(
            "青禾市水务局\n2025年排水工作要点\n现制定本要点。\n",
            "2025年排水工作要点",
            "排水工作要点",
            id="no body in the title",
        ),
        pytest.param(
            "青禾市优化排水服务十二条举措\n现制定以下举措。\n",
            "青禾市优化排水服务十二条举措",
            "青禾市优化排水服务十二条举措",
            id="举措",
        ),
        pytest.param(
            "青禾市水务局\n排水这一年怎么干\n我们将做好以下工作。\n",
            "排水这一年怎么干",
            "排水这一年怎么干",
            id="a line like a title",
        ),
        pytest.param("现将有关工作安排如下。\n", "排水", "排水", id="the bare name of the file"),
    ],
)
def test_the_title(head: str, title: str, short: str) -> None:
    info = imported(head + PLAN, "some/where/排水.txt").plan.info

    assert (info.title, info.short_title) == (title, short)


@pytest.mark.parametrize(
    "dash",
    [
        "\u2010",
        "\u2011",
        "\u2012",
        "\u2015",
        "\u2015\u2015",
        "\u2212",
        "\u2500",
        "\u2501",
        "一",
        "ー",
        " \u2212 ",
    ],
)
def test_lines_between_years_are_dashes(dash: str) -> None:
    """A minus sign, a bar, a table's frame or a misread 一 between two years: title and period are those of a dash."""
    info = imported(f"青禾市排水行动计划（2024{dash}2026年）\n为做好工作，制定本计划。\n{PLAN}").plan.info

    assert info.title == f"青禾市排水行动计划（2024{'—' * len(dash.strip())}2026年）"
    assert (info.start_year, info.end_year) == (2024, 2026)


def test_a_one_behind_a_year_stays() -> None:
    """2024年一季度 is no span of years."""
    plan = imported(
        "青禾市2024年排水工作要点\n一、重点任务\n1.清淤。2024年一季度完成。（水务局负责）\n2.巡查。2024年一2025年开展。（应急局负责）\n"
        "3.宣传。组织宣传。（教育局负责）\n"
    ).plan

    assert plan.tasks[0].text == "2024年一季度完成。"
    assert plan.tasks[1].text == "2024年—2025年开展。"


@pytest.mark.parametrize("year", ["〔2024】", "【2024〕", "［2024］", "[2024]", "﹝2024﹞", "(2024)"])
def test_brackets_of_a_document_number(year: str) -> None:
    """Brackets of two kinds, as character recognition reads them, are 〔 〕."""
    text = f"青禾市排水行动计划\n青政{year}12号\n为做好工作，制定本计划。\n{PLAN}"

    assert imported(text).plan.info.document_number == "青政〔2024〕12号"
