"""Offices of a house, marks and persons beside the departments of a task."""

from __future__ import annotations

import pytest

from tests.support.imported_documents import imported, roles

HEAD = "南河县水利局2025年工作要点\n\n一、重点任务\n"


def _items(*closings: str) -> str:
    texts = (
        "加强巡查。全年巡查不少于4次",
        "清理河道。清理河道12公里",
        "改造水厂。改造水厂3座",
        "培训人员。培训120人",
    )
    return HEAD + "".join(
        f"{at}.{text}。{closing}\n" for at, (text, closing) in enumerate(zip(texts, closings, strict=True), 1)
    )


@pytest.mark.parametrize(
    ("closings", "expected"),
    [
        (
            ("（防汛办、水库站）", "（河湖科）", "（县一中、基教股）", "（后勤办、幼儿园）"),
            [["防汛办", "水库站"], ["河湖科"], ["县一中", "基教股"], ["后勤办", "幼儿园"]],
        ),
        (
            ("[防汛办、水库站]", "[河湖科]", "[建设科、规计科]", "[财审科、水质监测中心]"),
            [["防汛办", "水库站"], ["河湖科"], ["建设科", "规计科"], ["财审科", "水质监测中心"]],
        ),
    ],
)
def test_a_bracket_of_offices_names_who(closings: tuple[str, ...], expected: list[list[str]]) -> None:
    """Behind a full stop names that end like offices are departments, with one doubt for all of them."""
    found = imported(_items(*closings))

    assert [roles(task) for task in found.plan.tasks] == [{"responsible": names} for names in expected]
    doubts = [doubt for doubt in found.doubts if doubt.reason == "documents.doubt.no_roles"]
    assert [len(doubt.places) for doubt in doubts] == [4]


@pytest.mark.parametrize(
    "bracket", ["（见附件、名单）", "（城区、镇区除外）", "（含泵站更新和水毁修复）", "（详见图纸）"]
)
def test_another_bracket_stays_in_the_text(bracket: str) -> None:
    """What is no list of names is text."""
    found = imported(_items(bracket, "（县水利局牵头）", "（县水利局牵头）", "（县水利局牵头）"))
    assert roles(found.plan.tasks[0]) == {}
    assert bracket in found.plan.tasks[0].text


def test_an_office_leads() -> None:
    """Behind a full stop 供水站牵头 names who leads, though 供水站 begins with no level."""
    found = imported(_items("（供水站牵头，财审科配合）", *["（县水利局牵头，各中小学、幼儿园落实）"] * 3))
    first, second = found.plan.tasks[:2]
    assert roles(first) == {"lead": ["供水站"], "support": ["财审科"]}
    assert roles(second) == {"lead": ["县水利局"], "responsible": ["各中小学", "幼儿园"]}


def test_a_list_beside_one_that_says_who_leads_is_clear() -> None:
    """Where the document says who leads where one does, a list without a role means all alike."""
    found = imported(_items("（县水利局、县财政局）", *["（县水利局牵头，县财政局配合）"] * 3))
    assert roles(found.plan.tasks[0]) == {"responsible": ["县水利局", "县财政局"]}
    assert [doubt.reason for doubt in found.doubts if "no_role" in doubt.reason] == []


@pytest.mark.parametrize(("note", "lead"), [("标★的为牵头单位。", "lead"), ("", "responsible")])
def test_a_mark_in_a_bracket(note: str, lead: str) -> None:
    """A mark before a name is no part of it, and says who leads where the document says so."""
    text = _items(*["（★市数据局，市财政局）"] * 4).replace("\n\n一、", f"\n\n本要点共4项。{note}\n\n一、")
    found = imported(text)
    expected = (
        {"lead": ["市数据局"], "responsible": ["市财政局"]}
        if note
        else {"responsible": ["市数据局", "市财政局"]}
    )
    assert [roles(task) for task in found.plan.tasks] == [expected] * 4
    assert any(doubt.reason.endswith("no_roles") for doubt in found.doubts) is not bool(note)


def test_persons_are_set_aside_without_a_doubt() -> None:
    """牵头领导：… names persons: no departments, no text, and nothing that was overlooked."""
    found = imported(_items(*["（牵头领导：陈立群、孟伟；牵头单位：县水利局；责任股室：河湖股）"] * 4))
    assert [roles(task) for task in found.plan.tasks] == [
        {"lead": ["县水利局"], "responsible": ["河湖股"]}
    ] * 4
    assert not any("陈立群" in task.text for task in found.plan.tasks)
    assert [doubt.reason for doubt in found.doubts if "领导" in doubt.read] == []
    kinds = {
        piece.kind.value
        for piece in found.remainder
        if "陈立群" in found.source.text[piece.span.start : piece.span.end]
    }
    assert kinds == {"details"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("待定", []),
        ("市12345政务服务热线办、市数据局", ["市12345政务服务热线办", "市数据局"]),
        ("乡农业农村办，供电所、电信支局", ["乡农业农村办", "供电所", "电信支局"]),
    ],
)
def test_names_behind_a_label(name: str, expected: list[str]) -> None:
    """待定 is nobody, a number that one dials is part of a name, and a branch takes no level from the name before it."""
    found = imported(_items(*[f"责任单位：{name}"] * 4))
    assert [roles(task).get("responsible", []) for task in found.plan.tasks] == [expected] * 4
