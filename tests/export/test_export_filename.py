"""Names of exports: the plan, whose tasks, the month; other selections, other names; the form of an ending."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantui.export.filename import form_of_name, suggested_name
from plantui.export.formats import Format
from plantui.export.heading import Heading
from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.terms import Language, Light, PlanStatus, Role, Status
from plantui.query.filter import Filter
from plantui.query.views import View
from plantui.store.index.library import PlanEntry
from plantui.words import Words

ZH, EN = Words(Language.ZH), Words(Language.EN)
PLAN = PlanEntry(
    0,
    1,
    "p",
    "p.toml",
    "某市行动计划",
    "某市行动计划",
    "某市",
    PlanStatus.IN_FORCE,
    (),
    2023,
    2025,
    "",
    "",
    "",
)


def bureau(name: str, region: str = "某市") -> DepartmentRef:
    return DepartmentRef(region, name)


def name(
    wanted: Filter | None = None,
    view: View = View.TREE,
    marked: tuple[TaskKey, ...] = (),
    *,
    several_regions: bool = False,
    words: Words = ZH,
    kind: str = "",
) -> str:
    wanted = wanted or Filter()
    day, count = date(2024, 6, 30), len(marked) or 5
    heading = Heading((PLAN,), wanted, view, day, count, 9, several_regions, marked=marked)
    return suggested_name(heading, Format.MARKDOWN, words, kind)


@pytest.mark.parametrize(
    ("wanted", "view", "expected"),
    [
        (Filter(), View.TREE, "某市行动计划-2024-06.md"),
        (Filter(departments=(bureau("市工信局"),)), View.TREE, "某市行动计划-市工信局-2024-06.md"),
        (Filter(departments=(bureau("市工信局"),)), View.MINE, "某市行动计划-市工信局-2024-06.md"),
        (
            Filter(departments=(bureau("市工信局"),), role=Role.LEAD, years=(2025,)),
            View.WARNINGS,
            "某市行动计划-预警清单-市工信局-牵头-2025-2024-06.md",
        ),
        (Filter(years=(None,)), View.TREE, "某市行动计划-无期限-2024-06.md"),
        (Filter(words="节水"), View.UNREPORTED, "某市行动计划-未报送-节水-2024-06.md"),
    ],
)
def test_a_name_says_the_selection_and_the_month(wanted: Filter, view: View, expected: str) -> None:
    assert name(wanted, view) == expected


def test_a_department_of_several_cities_is_named_with_its_own() -> None:
    assert name(Filter(departments=(bureau("市水利局", "乙市"),)), several_regions=True) == (
        "某市行动计划-乙市市水利局-2024-06.md"
    )


def test_the_kind_of_table_stands_in_the_name() -> None:
    assert name(kind="各单位统计") == "某市行动计划-各单位统计-2024-06.md"
    assert name(kind="Statistics by year") == "某市行动计划-Statistics_by_year-2024-06.md"


SELECTIONS: tuple[tuple[Filter, View, tuple[TaskKey, ...]], ...] = (
    (Filter(), View.TREE, ()),
    (Filter(), View.WARNINGS, ()),
    (Filter(departments=(bureau("甲"), bureau("乙"))), View.TREE, ()),
    (Filter(departments=(bureau("甲"), bureau("丙"))), View.TREE, ()),
    (Filter(departments=(bureau("甲/乙"),)), View.TREE, ()),
    (Filter(departments=(bureau("甲:乙"),)), View.TREE, ()),
    (Filter(departments=(bureau("长" * 40 + "甲"),)), View.TREE, ()),
    (Filter(departments=(bureau("长" * 40 + "乙"),)), View.TREE, ()),
    (Filter(words="a b"), View.TREE, ()),
    (Filter(words="a  b"), View.TREE, ()),
    (Filter(words="\u202eb"), View.TREE, ()),
    (Filter(lights=(Light.RED,)), View.TREE, ()),
    (Filter(lights=(Light.RED, Light.YELLOW)), View.TREE, ()),
    (Filter(lights=(Light.RED, Light.GREEN)), View.TREE, ()),
    (Filter(statuses=(Status.COMPLETED,)), View.TREE, ()),
    (Filter(years=(2024, 2025)), View.TREE, ()),
    (Filter(years=(2024, 2026)), View.TREE, ()),
    (Filter(plans=("p", "q")), View.TREE, ()),
    (Filter(plans=("p", "r")), View.TREE, ()),
    (Filter(), View.TREE, (TaskKey("p", "1"), TaskKey("p", "2"))),
    (Filter(), View.TREE, (TaskKey("p", "1"), TaskKey("p", "3"))),
)


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_other_selections_have_other_names(words: Words) -> None:
    """Also where a name is cut, counts what it does not list, or leaves out signs that no file name may have."""
    names = [name(*selection, words=words) for selection in SELECTIONS]

    assert len(set(names)) == len(names)
    assert all(len(one.encode()) <= 255 for one in names)
    assert names == [name(*selection, words=words) for selection in SELECTIONS]


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("a.md", Format.MARKDOWN),
        ("a.CSV", Format.CSV),
        ("a.b.json", Format.JSON),
        ("a", None),
        ("a.txt", None),
        (".md", None),
    ],
)
def test_the_form_of_an_ending(file: str, form: Format | None) -> None:
    assert form_of_name(Path(file)) is form
