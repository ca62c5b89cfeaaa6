"""Names of departments: how a list is cut, what a name takes from its neighbours, who is nobody."""

from __future__ import annotations

import pytest

from plantui.documents.field_kind import FieldKind
from plantui.documents.fields.departments import DepartmentContext, DepartmentsRead, read_departments
from plantui.documents.period import Period
from plantui.documents.tokens.body_names import Likeness, likeness
from plantui.documents.traced import TracedText

CONTEXT = DepartmentContext(Period(2024, 2026))


def read(cell: str, start: int = 0) -> DepartmentsRead:
    """The departments of a cell below the head of those who are responsible."""
    return read_departments((), CONTEXT, [(FieldKind.RESPONSIBLE, TracedText.of(cell, start))])


def names(cell: str) -> list[str]:
    return [department.name for department in read(cell).departments]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("市水利局、财政局", ["市水利局", "市财政局"], id="the level carries over"),
        pytest.param(
            "省科技厅、财政厅，市科技局、水利局",
            ["省科技厅", "省财政厅", "市科技局", "市水利局"],
            id="and restarts",
        ),
        pytest.param(
            "自治区发展改革委、工信厅", ["自治区发展改革委", "自治区工信厅"], id="levels of two characters"
        ),
        pytest.param("金水市财政局、水利局", ["金水市财政局", "金水市水利局"], id="a place carries over"),
        pytest.param("市财政局、市政务服务局", ["市财政局", "市政务服务局"], id="政务 behind 市"),
        pytest.param("市商务局、市场监管局", ["市商务局", "市市场监管局"], id="市场 is no level"),
        pytest.param(
            "省民政厅、市场监管局、乡村振兴局",
            ["省民政厅", "省市场监管局", "省乡村振兴局"],
            id="乡村 is no level",
        ),
        pytest.param("区市场监管局、卫生健康委", ["区市场监管局", "区卫生健康委"], id="区市场 is 区"),
        pytest.param(
            "市委宣传部、网信办，市教育局、残联",
            ["市委宣传部", "市委网信办", "市教育局", "市残联"],
            id="the party's offices",
        ),
        pytest.param("市民政局、团市委、妇联", ["市民政局", "团市委", "市妇联"], id="团市委"),
        pytest.param(
            "市水利局、市政府国资委、河务局、相关单位、东江县政府、某某供电公司、各县（市、区）政府",
            [
                "市水利局",
                "市政府国资委",
                "河务局",
                "相关单位",
                "东江县政府",
                "某某供电公司",
                "各县（市、区）政府",
            ],
            id="bodies of their own",
        ),
        pytest.param(
            "国家发展改革委、财政部、市场监管总局",
            ["国家发展改革委", "财政部", "市场监管总局"],
            id="ministries",
        ),
        pytest.param("东湖区、南江市人民政府", ["东湖区人民政府", "南江市人民政府"], id="a shared ending"),
        pytest.param(
            "青石镇、石桥镇、柳林乡人民政府",
            ["青石镇人民政府", "石桥镇人民政府", "柳林乡人民政府"],
            id="a shared ending of towns",
        ),
        pytest.param(
            "东湖高新区、西山经开区管委会", ["东湖高新区管委会", "西山经开区管委会"], id="a shared 管委会"
        ),
        pytest.param(
            "东湖区、西山经开区管委会", ["东湖区", "西山经开区管委会"], id="管委会 is not for districts"
        ),
        pytest.param("各县区、开发区管委会", ["各县区", "开发区管委会"], id="nor for counties"),
        pytest.param(
            "各市、县人民政府，省林业局", ["各市、县人民政府", "省林业局"], id="levels with one ending"
        ),
        pytest.param("各县（市）、区人民政府", ["各县（市）、区人民政府"], id="also with brackets"),
        pytest.param("各县〔市、区〕政府", ["各县〔市、区〕政府"], id="brackets hold a name together"),
        pytest.param(
            "市财政(地税)局、市交通委(港航局)",
            ["市财政(地税)局", "市交通委(港航局)"],
            id="brackets inside names",
        ),
        pytest.param("各县党委、政府", ["各县党委", "各县政府"], id="a bare 政府"),
        pytest.param(
            "各县（市、区）政府、管委会",
            ["各县（市、区）政府", "各县（市、区）管委会"],
            id="a bare 管委会 behind a group of governments",
        ),
        pytest.param(
            "各区（县）人民政府、管委会，市水利局",
            ["各区（县）人民政府", "各区（县）管委会", "市水利局"],
            id="behind a group in another order",
        ),
        pytest.param("各县区人民政府和管委会", ["各县区人民政府", "各县区管委会"], id="joined by 和"),
        pytest.param(
            "各县（市、区）党委、政府、管委会",
            ["各县（市、区）党委", "各县（市、区）政府", "各县（市、区）管委会"],
            id="party committee, government and 管委会",
        ),
        pytest.param(
            "各县〔市、区〕政府，管理委员会",
            ["各县〔市、区〕政府", "各县〔市、区〕管理委员会"],
            id="another bracket, a comma, the long form",
        ),
        pytest.param(
            "高新区党工委、管委会", ["高新区党工委", "高新区管委会"], id="a 管委会 behind its party committee"
        ),
        pytest.param("市水利局、管委会", ["市水利局", "管委会"], id="a bare 管委会 behind what has no place"),
        pytest.param(
            "各县（市、区）政府、各管委会",
            ["各县（市、区）政府", "各管委会"],
            id="各管委会 is a group of its own",
        ),
        pytest.param("各县政府、开发区管委会", ["各县政府", "开发区管委会"], id="a 管委会 with its place"),
        pytest.param(
            "市文化和旅游局和市体育局", ["市文化和旅游局", "市体育局"], id="和 inside and between names"
        ),
        pytest.param("州委编办及州直相关单位", ["州委编办", "州直相关单位"], id="及 between names"),
        pytest.param("各有关部门和单位", ["各有关部门和单位"], id="one group"),
        pytest.param("市水利局、财政局等", ["市水利局", "市财政局"], id="等"),
        pytest.param("市水利局等12个部门", ["市水利局"], id="等 and a number"),
        pytest.param("教育部等有关部门和单位", ["教育部"], id="等 and groups"),
        pytest.param("各高等院校", ["各高等院校"], id="高等 keeps its 等"),
        pytest.param("市邮政管理局等窗口行业主管部门", ["市邮政管理局"], id="等 and what they are"),
        pytest.param(
            "区公安局、江南交警大队、前湾管理局、黄河水利委员会水文局、某某铁路局临江站",
            ["区公安局", "江南交警大队", "前湾管理局", "黄河水利委员会水文局", "某某铁路局临江站"],
            id="called after a place",
        ),
        pytest.param(
            "市公安局、交通执法支队、道路运输管理局",
            ["市公安局", "市交通执法支队", "市道路运输管理局"],
            id="called after what they do",
        ),
        pytest.param(
            "省财政厅、湖南能源监管办", ["省财政厅", "湖南能源监管办"], id="called after a province"
        ),
        pytest.param("安庆、六安市政府", ["安庆市政府", "六安市政府"], id="a shared level"),
        pytest.param("智造新城、智慧新城管委会", ["智造新城管委会", "智慧新城管委会"], id="new towns"),
        pytest.param(
            "省公安厅（人口库）、市交通委（市道运局）、各区政府（管委会）",
            ["省公安厅", "市交通委（市道运局）", "各区政府（管委会）"],
            id="a note of a duty",
        ),
        pytest.param("西安铁路局商洛车务段", ["西安铁路局商洛车务段"], id="商 inside a place"),
        pytest.param(
            "人民银行某某支行及各银行机构", ["人民银行某某支行", "各银行机构"], id="及 behind a bank"
        ),
        pytest.param("无", [], id="无"),
        pytest.param("—", [], id="a dash"),
        pytest.param("市水利局\n市财政局", ["市水利局", "市财政局"], id="lines of a cell"),
        pytest.param("市水利局 市财政局", ["市水利局", "市财政局"], id="blanks where no mark stands"),
        pytest.param(
            "杭州、宁波、温州市政府", ["杭州市政府", "宁波市政府", "温州市政府"], id="州 of a shared level"
        ),
        pytest.param(
            "广州、深圳、云浮市人民政府",
            ["广州市人民政府", "深圳市人民政府", "云浮市人民政府"],
            id="also with the long ending",
        ),
        pytest.param(
            "县财政局、青石灌区管理局、柳河水库运行中心",
            ["县财政局", "青石灌区管理局", "柳河水库运行中心"],
            id="灌区 is no level",
        ),
        pytest.param(
            "县林业局、云台景区管委会、白沙矿区服务中心、审计局",
            ["县林业局", "云台景区管委会", "白沙矿区服务中心", "县审计局"],
            id="nor are 景区 and 矿区",
        ),
        pytest.param(
            "市应急局、武警支队、青江军分区、东部战区海军驻青江有关部队、安城警备区、财政局",
            ["市应急局", "武警支队", "青江军分区", "东部战区海军驻青江有关部队", "安城警备区", "市财政局"],
            id="the armed forces",
        ),
        pytest.param(
            "市委宣传部、青江日报社、青江电视台、融媒体中心、国网青江供电公司、网信办",
            ["市委宣传部", "青江日报社", "青江电视台", "市融媒体中心", "国网青江供电公司", "市委网信办"],
            id="newspapers and stations with a name",
        ),
        pytest.param(
            "司法部、国务院各部门、取得阶段性成果、并长期坚持、持续推进",
            ["司法部", "国务院各部门"],
            id="words about time",
        ),
        pytest.param("各辖市、区人民政府", ["各辖市、区人民政府"], id="各辖市 is open"),
        pytest.param("市水利局，各旗县、市人民政府", ["市水利局", "各旗县、市人民政府"], id="so is 各旗县"),
        pytest.param(
            "柳泾镇、石桥和青云街道", ["柳泾镇", "石桥街道", "青云街道"], id="和 before a shared ending"
        ),
        pytest.param("柳泾镇、石桥、青云街道", ["柳泾镇", "石桥街道", "青云街道"], id="、 before one"),
        pytest.param(
            "工业和信息化局、自然资源和规划局、住房和城乡建设街道办",
            ["工业和信息化局", "自然资源和规划局", "住房和城乡建设街道办"],
            id="和 inside names",
        ),
        pytest.param(
            "白马、青河农牧场管委会", ["白马农牧场管委会", "青河农牧场管委会"], id="farms share their board"
        ),
        pytest.param(
            "市水利局、某某河务局 东江河务局",
            ["市水利局", "某某河务局东江河务局"],
            id="a blank among marks is none",
        ),
    ],
)
def test_a_list_is_cut_into_names(cell: str, expected: list[str]) -> None:
    assert names(cell) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市水利局", Likeness.STRONG),
        ("应急管理部", Likeness.STRONG),
        ("经济和信息化局", Likeness.STRONG),
        ("指挥部办公室", Likeness.STRONG),
        ("各街镇", Likeness.STRONG),
        ("施工单位", Likeness.WEAK),
        ("产业布局", Likeness.NONE),
        ("全社会", Likeness.NONE),
        ("“一网通办”", Likeness.NONE),
        ("加强部门", Likeness.NONE),
        ("含物流车", Likeness.NONE),
    ],
)
def test_what_looks_like_a_name(text: str, expected: Likeness) -> None:
    assert likeness(text) is expected


def test_a_name_is_traced_to_its_words() -> None:
    found = read("市水利局、财政局", 100).departments

    assert [(one.span.start, one.span.end) for one in found] == [(100, 104), (105, 108)]


def test_what_is_no_name_is_a_doubt_and_no_department() -> None:
    found = read("市水利局、按照“谁受益谁负责”的要求")

    assert [one.name for one in found.departments] == ["市水利局"]
    assert [doubt.reason for doubt in found.doubts] == ["clauses.no_department"]
